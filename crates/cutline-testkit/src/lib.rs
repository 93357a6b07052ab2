//! Snapshots that show words over labels, and checks of every record.
//!
//! A snapshot is for eyes: the words of the text and, beneath them, what was
//! found. What must hold of every record is asserted by [`check`] before
//! anything is shown. Not published; it knows only text and records, so any
//! crate can use it in its tests.
//!
//! ```
//! use cutline_testkit::{Mark, labelled};
//! use cutline_text::Span;
//!
//! let text = "Ana Bela greets Kit Orr.";
//! let marks = [Mark::new(Span::new(0, 8), "PERSON"), Mark::new(Span::new(16, 23), "PERSON")];
//! let shown = labelled(text, Span::of(text), &marks);
//! assert_eq!(shown, "> Ana Bela greets Kit Orr.\n# PERSON--        PERSON-\n");
//! ```

mod article;
mod check;
mod labelled;
mod schema;
mod seeds;
mod shown;

pub use article::article;
pub use check::{Unit, check, slice};
pub use labelled::{Mark, labelled};
pub use schema::schema_faults;
pub use seeds::{Seed, seeds};
pub use shown::{blocks, captions, entities, mentions, quotes, timexes};
