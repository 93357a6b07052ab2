//! All of cutline in one call: a record in, an [`Analysis`] out.
//!
//! An [`Analyzer`] runs the stages one after the other: the text is cut into
//! blocks and captions (`cutline-parse`), time expressions, names and
//! quotations are found in it, and names are joined into entities. It is a pure
//! function of the record: it knows no files, no threads and no clock, and may
//! be shared between threads.
//!
//! Take a single crate instead where one stage is enough: `cutline-parse` for
//! clean blocks and captions, `cutline-timex` for dates, `cutline-dedup` for
//! repeated captions in any list of strings.
//!
//! ```
//! use cutline::{Analyzer, Record};
//!
//! let text = "OSLO (AP) — Mayor Kit Orr said on May 3, 2021, that the bridge is safe.\n\n\
//!             Mayor Kit Orr, left, opens the bridge in Oslo. (Rosa Sami/Reuters)\n";
//! let record = Record { id: "bridge".into(), text: text.into(), ..Record::default() };
//! let found = Analyzer::default().analyze(record);
//! assert_eq!(found.document.captions.len(), 1);
//! assert_eq!(found.document.captions[0].credit.as_ref().unwrap().photographer, ["Rosa Sami"]);
//! assert!(found.entities.iter().any(|entity| entity.name == "Kit Orr"));
//! ```

mod analyzer;
mod corpus;
mod corrections;

pub use analyzer::{Analyzer, Options};
pub use corpus::{caption_groups, corpus_entities};
pub use corrections::{CaptionCorrection, Corrections, SpeakerCorrection};
pub use cutline_dedup as dedup;
pub use cutline_doc as doc;
pub use cutline_doc::Analysis;
pub use cutline_english as english;
pub use cutline_entities as entities;
pub use cutline_input as input;
pub use cutline_input::Record;
pub use cutline_parse as parse;
pub use cutline_quote as quote;
pub use cutline_text as text;
pub use cutline_timex as timex;
