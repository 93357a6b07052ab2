//! Records and views of an invented article that has something of everything.

mod it {
    mod export;
    mod offsets;
    mod schema;
    mod views;
}
