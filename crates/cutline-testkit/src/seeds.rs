//! The sample corpus.

use std::fs;
use std::path::Path;

/// One article of the sample corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed {
    /// The first three characters of the file's name: '000'.
    pub name: String,
    /// The file's name.
    pub file: String,
    /// The text, exactly as it was scraped.
    pub text: String,
}

/// The articles of the folder `seeds`, in order.
///
/// # Panics
/// If they cannot be read: a checkout without them is broken.
pub fn seeds() -> Vec<Seed> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let files = fs::read_dir(&folder).expect("the folder of the seeds").map(|file| file.expect("a seed").path());
    let mut seeds: Vec<Seed> = files
        .map(|path| {
            let file = path.file_name().expect("a file name").to_string_lossy().into_owned();
            Seed { name: file[..3].to_owned(), text: fs::read_to_string(&path).expect("a seed is UTF-8"), file }
        })
        .collect();
    seeds.sort_by(|a, b| a.file.cmp(&b.file));
    seeds
}
