//! Time expressions in news text, with TIMEX3 values.
