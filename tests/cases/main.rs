//! Whole-program cases: the program is run as a user would run it, on files
//! and folders, and judged by what it writes, says and returns.

mod archive;
mod bad_input;
mod corrections;
mod export;
mod habits;
mod layouts;
mod lists;
mod page;
mod program;
mod sample;
mod streams;
