//! GEXF 1.3, which Gephi opens.

use std::io::{self, Write};

use super::{Graph, documents, mentions};
use crate::export::xml;

/// The network as GEXF.
///
/// # Errors
/// Those of `out`.
pub fn gexf(graph: &Graph<'_>, out: &mut impl Write) -> io::Result<()> {
    let kind = if graph.directed { "directed" } else { "undirected" };
    writeln!(out, "{}{ROOT}", xml::HEAD)?;
    writeln!(out, "<meta><creator>cutline</creator></meta>\n<graph mode=\"static\" defaultedgetype=\"{kind}\">")?;
    out.write_all(ATTRIBUTES.as_bytes())?;
    writeln!(out, "<nodes count=\"{}\">", graph.nodes.len())?;
    for node in &graph.nodes {
        let mut line = String::from("<node");
        xml::attribute(&mut line, "id", &node.id);
        xml::attribute(&mut line, "label", &node.name);
        let roles: Vec<&str> = node.roles.iter().map(|role| role.text.as_str()).collect();
        let values = [roles.join("; "), documents(node).to_string(), mentions(node).to_string()];
        line.push('>');
        attributes(&mut line, &values);
        writeln!(out, "{line}</node>")?;
    }
    writeln!(out, "</nodes>\n<edges count=\"{}\">", graph.edges.len())?;
    for (n, edge) in graph.edges.iter().enumerate() {
        let mut line = format!("<edge id=\"{n}\"");
        xml::attribute(&mut line, "source", &graph.nodes[edge.source].id);
        xml::attribute(&mut line, "target", &graph.nodes[edge.target].id);
        line.push_str(&format!(" weight=\"{}\">", edge.weight));
        attributes(&mut line, &[edge.documents.to_string()]);
        writeln!(out, "{line}</edge>")?;
    }
    writeln!(out, "</edges>\n</graph>\n</gexf>")
}

const ROOT: &str = "<gexf xmlns=\"http://gexf.net/1.3\" \
    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
    xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">";

const ATTRIBUTES: &str = "\
<attributes class=\"node\">
<attribute id=\"0\" title=\"roles\" type=\"string\"/>
<attribute id=\"1\" title=\"documents\" type=\"integer\"/>
<attribute id=\"2\" title=\"mentions\" type=\"integer\"/>
</attributes>
<attributes class=\"edge\">
<attribute id=\"0\" title=\"documents\" type=\"integer\"/>
</attributes>
";

fn attributes(line: &mut String, values: &[String]) {
    line.push_str("<attvalues>");
    for (n, value) in values.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
        line.push_str(&format!("<attvalue for=\"{n}\""));
        xml::attribute(line, "value", value);
        line.push_str("/>");
    }
    line.push_str("</attvalues>");
}
