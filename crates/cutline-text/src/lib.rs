//! Text and positions: what every other crate counts in.
//!
//! One unit inside cutline: half-open byte ranges ([`Span`]) on character
//! boundaries of a document's text. [`AlignedText`] is a view of a text (a page
//! rendered to reading text, lines unwrapped) that carries spans back to where
//! they came from. [`tokens`] and [`sentences`] cut text into the pieces that
//! taggers and readers work on.
//!
//! This crate does not know documents, news or files.
//!
//! ```
//! use cutline_text::{Span, sentences};
//!
//! let text = "Dr. Bela met Mr. Orr in St. Louis. They spoke.";
//! let found: Vec<&str> = sentences(text, Span::of(text)).map(|s| &text[s]).collect();
//! assert_eq!(found, ["Dr. Bela met Mr. Orr in St. Louis.", "They spoke."]);
//! ```

mod aligned;
mod lines;
mod sentences;
mod span;
mod tokens;

pub use aligned::{AlignedBuilder, AlignedText, SourceSpan};
pub use lines::{Line, LineIndex, lines};
pub use sentences::{Sentences, sentences};
pub use span::Span;
pub use tokens::{Token, TokenKind, Tokens, tokens};
