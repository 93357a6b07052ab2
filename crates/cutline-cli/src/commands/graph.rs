use std::fs::{self, File};
use std::io::BufWriter;

use anyhow::Context;
use cutline_report::export::graph::{Graph as Network, edges_csv, gexf, graph, nodes_csv};
use cutline_report::export::tables::Dialect;

use super::analyzer;
use crate::flags::{Graph, GraphFormat};
use crate::out::Out;
use crate::status::Tally;
use crate::whole::Whole;

pub fn run(flags: &Graph) -> anyhow::Result<Tally> {
    let read = || Whole::read(&flags.input, &analyzer(&flags.input, 0.0)?);
    match flags.format {
        GraphFormat::Gexf => {
            let mut out = Out::open(flags.output.file.as_deref())?;
            let (whole, tally) = read()?;
            gexf(&graph(&whole.linked(), flags.of), &mut out)?;
            out.finish()?;
            Ok(tally)
        }
        GraphFormat::Csv => {
            let folder = flags.output.file.as_deref();
            let folder = folder.context("this format is two files; -o FOLDER says where to")?;
            let unwritten = || format!("{}: cannot be written", folder.display());
            fs::create_dir_all(folder).with_context(unwritten)?;
            let (whole, tally) = read()?;
            let network: Network<'_> = graph(&whole.linked(), flags.of);
            let file = |name: &str| File::create(folder.join(name)).map(BufWriter::new);
            nodes_csv(&network, file("nodes.csv").with_context(unwritten)?, Dialect::Plain).with_context(unwritten)?;
            edges_csv(&network, file("edges.csv").with_context(unwritten)?, Dialect::Plain).with_context(unwritten)?;
            Ok(tally)
        }
    }
}
