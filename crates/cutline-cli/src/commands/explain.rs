use anyhow::bail;
use cutline::Analysis;
use cutline_report::view::explain;
use cutline_report::{OffsetUnit, Page};

use super::analyzer;
use crate::documents;
use crate::flags::Explain;
use crate::messages;
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Explain) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    let wanted = flags.id.as_deref();
    let page = |analysis: Analysis| {
        let is_wanted = wanted.is_none_or(|id| id == analysis.id);
        is_wanted.then(|| explain::page(&analysis, OffsetUnit::default()))
    };
    let mut found: Option<Page> = None;
    let (mut first, mut others) = (true, false);
    let tally = documents::each(&flags.input, &analyzer(&flags.input, 0.0)?, page, |page| {
        others |= !first;
        first = false;
        found = found.take().or(page);
        Ok(())
    })?;
    match (found, wanted) {
        (Some(page), _) => out.show(&page, flags.format)?,
        (None, Some(id)) if tally.read > 0 => bail!("no document has the id {id}"),
        (None, _) => {}
    }
    if others && wanted.is_none() {
        messages::say("explained the first document; --id ID names another");
    }
    out.finish()?;
    Ok(tally)
}
