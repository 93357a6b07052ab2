//! TimeML 1.2 (ISO-TimeML's inline form): the text with its time expressions
//! as TIMEX3 elements, the day of publication as the document's creation time.

use cutline_doc::{Analysis, Timex};

use super::xml;
use crate::record::one_line;

pub(super) fn document(analysis: &Analysis) -> String {
    let document = &analysis.document;
    let mut out = String::from(xml::HEAD);
    out.push_str("<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n");
    out.push_str(&format!("<DOCID>{}</DOCID>\n", xml::text(&one_line(&analysis.id))));
    creation(&mut out, analysis);
    if let Some(headline) = document.metadata.headline {
        out.push_str(&format!("<TITLE>{}</TITLE>\n", xml::text(&one_line(document.slice(headline)))));
    }
    out.push_str("<TEXT>");
    body(&mut out, analysis);
    out.push_str("</TEXT>\n</TimeML>\n");
    out
}

fn creation(out: &mut String, analysis: &Analysis) {
    let Some(published) = &analysis.document.metadata.published else { return };
    let kind = if published.value.contains('T') { "TIME" } else { "DATE" };
    out.push_str("<DCT><TIMEX3 tid=\"t0\"");
    xml::attribute(out, "type", kind);
    xml::attribute(out, "value", &published.value);
    out.push_str(" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">");
    out.push_str(&xml::text(&published.value));
    out.push_str("</TIMEX3></DCT>\n");
}

/// The text with its time expressions; one that overlaps the one before it
/// cannot stand inline and is left out.
fn body(out: &mut String, analysis: &Analysis) {
    let text = &analysis.document.text;
    let mut at = 0;
    for (n, timex) in analysis.timexes.iter().enumerate() {
        if timex.span.start < at || timex.span.is_empty() {
            continue;
        }
        out.push_str(&xml::text(&text[at as usize..timex.span.start as usize]));
        open(out, n, timex, analysis);
        out.push_str(&xml::text(&text[timex.span]));
        out.push_str("</TIMEX3>");
        at = timex.span.end;
    }
    out.push_str(&xml::text(&text[at as usize..]));
}

fn open(out: &mut String, n: usize, timex: &Timex, analysis: &Analysis) {
    out.push_str(&format!("<TIMEX3 tid=\"t{}\"", n + 1));
    xml::attribute(out, "type", timex.kind.name());
    xml::attribute(out, "value", &timex.value);
    xml::attribute(out, "mod", timex.modifier.as_deref().unwrap_or_default());
    let anchored = timex.anchor.as_ref().is_some_and(|anchor| anchor.from == "published");
    if anchored && analysis.document.metadata.published.is_some() {
        out.push_str(" temporalFunction=\"true\" anchorTimeID=\"t0\"");
    }
    out.push('>');
}
