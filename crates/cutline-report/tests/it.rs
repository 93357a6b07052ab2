//! Records and views of an invented article that has something of everything.

mod it {
    mod export;
    mod offsets;
    #[cfg(feature = "page")]
    mod page;
    mod read_back;
    mod schema;
    mod views;
}
