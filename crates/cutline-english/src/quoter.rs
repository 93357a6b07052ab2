use std::sync::OnceLock;

use cutline_quote::Quoter;

/// Finds the quotations of English news: see [`Quoter::find`].
///
/// Learned from PolNeAR (Newell, Margolin and Ruths 2018); the model file is
/// part of the program.
pub fn quoter() -> &'static Quoter {
    static QUOTER: OnceLock<Quoter> = OnceLock::new();
    QUOTER.get_or_init(|| Quoter::load(FILE).expect("the model file is built in"))
}

pub(crate) static FILE: &[u8] = include_bytes!("../models/quotes.bin");
