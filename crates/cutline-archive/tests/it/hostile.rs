//! Documents and files that mean harm.

use std::fs;

use cutline_archive::{Archive, Error, Query, is_archive};

use crate::{analyzed, dump, nowhere, settle};

#[test]
fn hostile_words_stay_words() {
    let texts = [
        "'); DROP TABLE documents; -- \u{1}Kit Orr\u{2} said “\0no” </script> \u{202e} on May 3, 2021.\n".to_owned(),
        format!("{} Kit Orr spoke.\n", "x".repeat(1 << 20)),
        "\0\0 =cmd() \u{feff}\n".to_owned(),
    ];
    let mut archive = Archive::open(&nowhere("hostile"), "1").unwrap();
    for (n, text) in texts.iter().enumerate() {
        archive.put(&analyzed(&format!("'{n}\0\"</script>"), text), "").unwrap();
    }
    settle(&mut archive);
    assert_eq!((archive.faults().unwrap(), archive.count().unwrap()), (vec![], 3));
    let hits = archive.search(&Query { words: "Orr".into(), limit: 9, ..Query::default() }).unwrap();
    assert_eq!(hits.len(), 2);
    let mut read = Vec::new();
    archive
        .each(|analysis| -> cutline_archive::Result<()> {
            read.push(analysis.document.text);
            Ok(())
        })
        .unwrap();
    assert!(texts.iter().eq(read.iter()), "NUL is lost");
    assert!(!dump(&archive).contains('\0'));
}

#[test]
fn other_files_are_refused() {
    let path = nowhere("foreign");
    assert!(matches!(Archive::open_to_read(&path), Err(Error::Foreign)));
    fs::write(&path, "No database, but long enough to be taken for one by its size alone. ".repeat(20)).unwrap();
    assert!(!is_archive(&path));
    assert!(matches!(Archive::open(&path, "1"), Err(Error::Foreign)));
    let path = nowhere("other");
    drop(Archive::open(&path, "1").unwrap());
    assert!(is_archive(&path) && Archive::open_to_read(&path).is_ok());
    let mut bytes = fs::read(&path).unwrap();
    // The place of `application_id` in the head of a file of SQLite.
    bytes[68..72].copy_from_slice(b"else");
    fs::write(&path, bytes).unwrap();
    assert!(matches!(Archive::open(&path, "1"), Err(Error::Foreign)));
}
