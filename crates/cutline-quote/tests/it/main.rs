//! Quotations of invented news, and what must hold of any text.

mod layout;
mod page;
mod properties;
mod seeds;
mod speakers;
mod speech;
