//! Archives of invented articles.

mod it {
    mod hostile;
    mod search;
    mod updates;
}

use std::path::{Path, PathBuf};

use cutline::dedup::Story;
use cutline::entities::Overrides;
use cutline::{Analysis, Analyzer, Record};
use cutline_archive::{Across, Archive};

/// A path at which nothing is.
fn nowhere(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(folder.join(format!("{name}.db{end}")));
    }
    folder.join(format!("{name}.db"))
}

fn analyzed(id: &str, text: &str) -> Analysis {
    Analyzer::default().analyze(Record { id: id.into(), text: text.into(), ..Record::default() })
}

/// What the documents of an archive share, found from all of them.
fn across(archive: &Archive) -> Across {
    let mut documents = Vec::new();
    archive
        .each(|analysis| -> cutline_archive::Result<()> {
            documents.push(analysis);
            Ok(())
        })
        .unwrap();
    let stories: Vec<Story<'_>> = documents.iter().map(|one| Story::of_document(&one.document)).collect();
    Across {
        entities: cutline::corpus_entities(&documents, &Overrides::default()),
        captions: cutline::caption_groups(&documents),
        stories: cutline::dedup::stories(&stories),
    }
}

fn settle(archive: &mut Archive) -> cutline_archive::Settled {
    let found = across(archive);
    archive.settle(&found).unwrap()
}

fn dump(archive: &Archive) -> String {
    let mut out = Vec::new();
    archive.dump(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}
