//! Quotations in news text: who said what.
