//! The file of `--corrections`.
//!
//! ```toml
//! [[caption]]
//! document = "news/bridge.txt"        # all documents if left out
//! says = "Mayor Ana Bela, left"       # how the caption begins
//! photographer = ["Rosa Sami"]
//! agency = "Reuters"                  # "" for none; so with via
//! file_photo = false
//!
//! [[caption]]
//! says = "Read more about"
//! drop = true                         # it is no caption
//!
//! [[speaker]]
//! says = "We waited for it"           # words of the quotation
//! speaker = "Ana Bela"                # "" for nobody known
//! ```

use std::path::Path;

use anyhow::{Context, bail};
use cutline::{CaptionCorrection, SpeakerCorrection};
use cutline_report::{Column, Page, Table, Text};
use serde::Deserialize;

use crate::archived;
use crate::flags::Corrections;
use crate::out::Out;
use crate::status::Tally;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    caption: Vec<Caption>,
    speaker: Vec<Speaker>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Caption {
    document: Option<String>,
    says: String,
    #[serde(default)]
    drop: bool,
    photographer: Option<Vec<String>>,
    agency: Option<String>,
    via: Option<String>,
    file_photo: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Speaker {
    document: Option<String>,
    says: String,
    speaker: String,
}

/// Shows how many documents each correction fits.
pub fn run(flags: &Corrections) -> anyhow::Result<Tally> {
    let path = flags.input.corrections.as_deref().context("--corrections FILE names the corrections")?;
    let corrections = read(path)?;
    let mut out = Out::open(flags.output.file.as_deref())?;
    let mut fits = vec![0_usize; corrections.captions.len() + corrections.speakers.len()];
    // What is corrected is found in documents as they are without corrections.
    let analyzer = cutline::Analyzer::new(cutline::Options {
        default_date: flags.input.default_date,
        ..cutline::Options::default()
    });
    let tally = archived::each(
        &flags.input,
        &analyzer,
        |analysis| corrections.fits(&analysis),
        |found| {
            fits.iter_mut().zip(found).for_each(|(count, fits)| *count += usize::from(fits));
            Ok(())
        },
    )?;
    let unfit = fits.iter().filter(|count| **count == 0).count();
    out.show(&page(&corrections, &fits, flags.check), flags.format)?;
    out.finish()?;
    if flags.check && unfit > 0 && tally.read > 0 {
        bail!("{}: {unfit} of {} corrections fit nothing any more", path.display(), fits.len());
    }
    Ok(tally)
}

fn page(corrections: &cutline::Corrections, fits: &[usize], only_unfit: bool) -> Page {
    let captions = corrections.captions.iter().map(|one| ("caption", &one.document, &one.says));
    let speakers = corrections.speakers.iter().map(|one| ("speaker", &one.document, &one.says));
    let columns = [Column::number("documents"), Column::keep("of"), Column::wrap("says", 30), Column::cut("in", 20)];
    let mut table = Table::new(columns);
    let mut shown = 0;
    for ((kind, document, says), &count) in captions.chain(speakers).zip(fits) {
        if only_unfit && count > 0 {
            continue;
        }
        shown += 1;
        let place = Text::faint(document.as_deref().unwrap_or("any"));
        table.row([count.to_string().into(), kind.into(), says.as_str().into(), place]);
    }
    let mut page = Page::default();
    if shown == 0 {
        page.paragraph(if only_unfit { "All corrections fit." } else { "No corrections." });
    } else {
        page.table(table);
    }
    page
}

/// Reads the file.
///
/// # Errors
/// If it cannot be read, is no TOML, or holds other keys.
pub fn read(path: &Path) -> anyhow::Result<cutline::Corrections> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    parse(&text).with_context(|| format!("{}: is not what --corrections takes", path.display()))
}

fn parse(text: &str) -> anyhow::Result<cutline::Corrections> {
    let file: File = toml::from_str(text)?;
    let captions = file.caption.into_iter().map(|one| CaptionCorrection {
        document: one.document,
        says: one.says,
        drop: one.drop,
        photographer: one.photographer,
        agency: one.agency,
        via: one.via,
        file_photo: one.file_photo,
    });
    let speakers = file.speaker.into_iter().map(|one| SpeakerCorrection {
        document: one.document,
        says: one.says,
        speaker: one.speaker,
    });
    Ok(cutline::Corrections { captions: captions.collect(), speakers: speakers.collect() })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn both_kinds_are_read_and_mistakes_are_said() {
        let read = parse("[[caption]]\nsays = 'A'\nagency = ''\n[[speaker]]\nsays = 'b'\nspeaker = 'C'\n").unwrap();
        assert_eq!((read.captions[0].agency.as_deref(), read.speakers[0].speaker.as_str()), (Some(""), "C"));
        assert!(parse("[[caption]]\nagency = 'x'\n").unwrap_err().to_string().contains("says"));
        assert!(parse("[[captions]]\nsays = 'x'\n").unwrap_err().to_string().contains("captions"));
    }
}
