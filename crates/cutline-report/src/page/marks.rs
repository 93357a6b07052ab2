//! A stretch of a text with what was found in it marked, layer within layer.

use cutline_doc::Span;
use maud::{Markup, PreEscaped, html};

/// Something to mark.
pub(super) struct Mark {
    pub span: Span,
    /// Classes of the element.
    pub class: String,
    /// Where it leads; such a mark must not lie within another that leads somewhere.
    pub link: Option<String>,
    /// Known by this in links; only the first piece of a mark bears it.
    pub id: Option<String>,
    /// Shown when pointed at.
    pub title: String,
    /// Where a sign behind the mark leads.
    pub sign: Option<String>,
}

impl Mark {
    pub fn new(span: Span, class: impl Into<String>) -> Mark {
        Mark { span, class: class.into(), link: None, id: None, title: String::new(), sign: None }
    }
}

/// Marks that do not overlap each other, in order.
pub(super) struct Layer(Vec<Mark>);

impl Layer {
    /// Of marks that overlap, the one that starts first is kept.
    pub fn new(mut marks: Vec<Mark>) -> Layer {
        marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
        let mut end = 0;
        marks.retain(|mark| {
            let apart = mark.span.start >= end && !mark.span.is_empty();
            end = if apart { mark.span.end } else { end };
            apart
        });
        Layer(marks)
    }

    fn within(&self, range: Span) -> &[Mark] {
        let from = self.0.partition_point(|mark| mark.span.end <= range.start);
        let to = self.0.partition_point(|mark| mark.span.start < range.end);
        &self.0[from..to.max(from)]
    }
}

/// The words of `range` with the marks of all layers, outermost first.
pub(super) fn marked(text: &str, range: Span, layers: &[Layer]) -> Markup {
    let Some((outer, inner)) = layers.split_first() else {
        return html! { (&text[range]) };
    };
    let mut out = String::new();
    let mut at = range.start;
    for mark in outer.within(range) {
        let piece = Span { start: mark.span.start.max(range.start), end: mark.span.end.min(range.end) };
        out += &marked(text, Span { start: at, end: piece.start }, inner).0;
        out += &element(mark, piece, marked(text, piece, inner)).0;
        at = piece.end;
    }
    out += &marked(text, Span { start: at, end: range.end }, inner).0;
    PreEscaped(out)
}

fn element(mark: &Mark, piece: Span, inside: Markup) -> Markup {
    let id = mark.id.as_ref().filter(|_| piece.start == mark.span.start);
    let title = Some(&mark.title).filter(|title| !title.is_empty());
    let sign = mark.sign.as_ref().filter(|_| piece.end == mark.span.end);
    html! {
        @match &mark.link {
            Some(link) => a class=(mark.class) id=[id] href=(link) title=[title] { (inside) },
            None => span class=(mark.class) id=[id] title=[title] { (inside) },
        }
        @if let Some(link) = sign { a.by href=(link) title="who says it" {} }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_nest_and_words_stay() {
        let text = "“Ana <b> left”, Kit said.";
        let mark = |words: &str, class: &str| {
            let start = text.find(words).unwrap();
            Mark::new(Span::new(start, start + words.len()), class)
        };
        let quotes = Layer::new(vec![mark("“Ana <b> left”", "q"), mark("left”, Kit", "lost")]);
        let names = Layer::new(vec![mark("Kit", "n"), mark("Ana", "n")]);
        let all = marked(text, Span::new(0, text.len()), &[quotes, names]).0;
        assert_eq!(
            all,
            r#"<span class="q">“<span class="n">Ana</span> &lt;b&gt; left”</span>, <span class="n">Kit</span> said."#
        );
    }

    #[test]
    fn a_mark_across_a_border_is_cut_there_and_named_once() {
        let mut across = Mark::new(Span::new(1, 5), "n");
        across.id = Some("x".into());
        let layers = [Layer::new(vec![Mark::new(Span::new(3, 8), "q")]), Layer::new(vec![across])];
        let all = marked("abcdefgh", Span::new(0, 8), &layers).0;
        assert_eq!(all, r#"a<span class="n" id="x">bc</span><span class="q"><span class="n">de</span>fgh</span>"#);
    }
}
