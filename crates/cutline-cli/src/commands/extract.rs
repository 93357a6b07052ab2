use std::io::Write;

use cutline::Analysis;
use cutline_report::{Generator, Options, caption_id, record, write_line};

use super::analyzer;
use crate::documents;
use crate::flags::Extract;
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Extract) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    let analyzer = analyzer(&flags.input, flags.min_score)?;
    let options = Options { unit: flags.offset_unit, no_text: flags.no_text, generator: generator() };
    let tally = if flags.clusters {
        let (analyses, tally) = documents::all(&flags.input, &analyzer, |analysis| analysis)?;
        write_grouped(&analyses, &options, &mut out)?;
        tally
    } else {
        let line = |analysis: Analysis| line(&analysis, &[], &options);
        documents::each(&flags.input, &analyzer, line, |line| Ok(out.write_all(&line?)?))?
    };
    out.finish()?;
    Ok(tally)
}

fn generator() -> Generator {
    let models = cutline::english::models().iter().map(|(name, checksum)| ((*name).to_owned(), checksum.clone()));
    Generator { version: env!("CARGO_PKG_VERSION").into(), models: models.collect() }
}

fn line(analysis: &Analysis, clusters: &[Option<String>], options: &Options) -> std::io::Result<Vec<u8>> {
    let mut line = Vec::new();
    write_line(&mut line, &record(analysis, clusters, options))?;
    Ok(line)
}

/// The records with the group of each caption.
fn write_grouped(analyses: &[Analysis], options: &Options, out: &mut Out) -> anyhow::Result<()> {
    let counts = analyses.iter().map(|analysis| analysis.document.captions.len());
    let names = names(analyses);
    let mut clusters = vec![None; names.len()];
    for group in cutline::caption_groups(analyses) {
        for member in group.members {
            clusters[member.index] = Some(names[group.canonical].clone());
        }
    }
    let mut rest = clusters.as_slice();
    for (analysis, count) in analyses.iter().zip(counts) {
        let (own, others) = rest.split_at(count);
        out.write_all(&line(analysis, own, options)?)?;
        rest = others;
    }
    Ok(())
}

/// The id of every caption of all documents.
fn names(analyses: &[Analysis]) -> Vec<String> {
    let of = |analysis: &Analysis| {
        let ids = (0..analysis.document.captions.len()).map(|n| caption_id(&analysis.id, n));
        ids.collect::<Vec<_>>()
    };
    analyses.iter().flat_map(of).collect()
}
