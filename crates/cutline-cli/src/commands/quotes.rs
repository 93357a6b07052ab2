use cutline::entities::Overrides;
use cutline_report::Limits;
use cutline_report::view::{audit, quotes};

use super::analyzer;
use crate::corpus::Gathered;
use crate::flags::{QuoteFormat, Quotes, View};
use crate::out::Out;
use crate::status::Tally;

pub fn run(flags: &Quotes) -> anyhow::Result<Tally> {
    let mut out = Out::open(flags.output.file.as_deref())?;
    let (gathered, tally) = Gathered::read(&flags.input, &analyzer(&flags.input, 0.0)?)?;
    let gathered = gathered.with_entities(&Overrides::default()).with_repeats();
    let (corpus, speaker) = (gathered.corpus(), flags.speaker.as_deref());
    let page = || {
        let mut page = quotes::page(&corpus, speaker);
        if speaker.is_none() {
            page.append(audit::page(&corpus, Limits::default()));
        }
        page
    };
    match flags.format {
        QuoteFormat::Terminal => out.show(&page(), View::Terminal)?,
        QuoteFormat::Markdown => out.show(&page(), View::Markdown)?,
        QuoteFormat::Jsonl => quotes::jsonl(&corpus, speaker, &mut out)?,
        QuoteFormat::Csv => quotes::csv(&corpus, speaker, &mut out)?,
    }
    out.finish()?;
    Ok(tally)
}
