use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io, vec};

use crate::note::Counts;
use crate::{InputError, Note};

/// The name of standard input.
const STDIN: &str = "-";

/// The endings of files that are read when a folder holds them.
const READ: &[&str] = &["txt", "text", "jsonl", "ndjson", "html", "htm", "xhtml", "csv", "tsv", "warc", "wet", "zip"];

/// The endings of compressed files; the ending before says what is in them.
const PACKED: &[&str] = &["gz", "zst"];

/// A file to read.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub path: PathBuf,
    /// The path as records and messages have it.
    pub shown: String,
    /// Whether it was named, not come upon in a folder.
    pub named: bool,
}

impl Found {
    pub fn named(path: PathBuf) -> Found {
        Found { shown: shown(&path), path, named: true }
    }

    pub fn is_stdin(&self) -> bool {
        self.named && self.path.as_os_str() == STDIN
    }

    /// A file of an archive.
    pub fn within(archive: &str, name: &str) -> Found {
        let shown = format!("{archive}/{name}");
        Found { path: PathBuf::from(&shown), shown, named: false }
    }

    /// The file name's ending in lower case, that of compression left out.
    pub fn ending(&self) -> String {
        ending(&self.path)
    }

    /// Whether it is of a kind that is read when it was not named.
    pub fn is_read(&self) -> bool {
        READ.contains(&self.ending().as_str())
    }

    /// What to call its kind when it is passed over.
    pub fn kind(&self) -> String {
        called(&self.path)
    }
}

/// A path with `/` between its parts.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}

fn ending(path: &Path) -> String {
    let last = |path: &Path| path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let ending = last(path);
    if !PACKED.contains(&ending.as_str()) {
        return ending;
    }
    let inner = last(Path::new(path.file_stem().unwrap_or_default()));
    if inner.is_empty() { ending } else { inner }
}

/// What to call a file that is passed over.
fn called(path: &Path) -> String {
    match path.extension() {
        _ if is_hidden(path) => "hidden".into(),
        Some(ending) => format!(".{}", ending.to_string_lossy().to_lowercase()),
        None => "no ending".into(),
    }
}

/// Goes through paths, and folders sorted by name, and finds each file once.
pub(crate) struct Walk {
    given: vec::IntoIter<PathBuf>,
    /// The folders that are open, outermost first.
    open: Vec<Folder>,
    /// The real paths of what was named or linked, and of all folders named.
    done: HashSet<PathBuf>,
    folders: Vec<PathBuf>,
    passed_over: Counts,
    notes: Vec<Note>,
}

struct Folder {
    path: PathBuf,
    /// The same without links and `..`.
    real: PathBuf,
    names: vec::IntoIter<OsString>,
}

impl Walk {
    pub fn new(given: Vec<PathBuf>) -> Walk {
        Walk {
            given: given.into_iter(),
            open: Vec::new(),
            done: HashSet::new(),
            folders: Vec::new(),
            passed_over: Counts::new(),
            notes: Vec::new(),
        }
    }

    /// What was left out since the last call.
    pub fn take_notes(&mut self) -> Vec<Note> {
        std::mem::take(&mut self.notes)
    }

    fn visit_named(&mut self, path: PathBuf) -> io::Result<Option<Found>> {
        if path.as_os_str() == STDIN {
            let new = self.done.insert(path.clone());
            return Ok(self.unless_again(!new, path, true));
        }
        let real = fs::canonicalize(&path)?;
        let again = self.was_read(&real) || !self.done.insert(real.clone());
        if fs::metadata(&path)?.is_dir() {
            if self.unless_again(again, path.clone(), true).is_some() {
                self.folders.push(real.clone());
                self.enter(path, real)?;
            }
            return Ok(None);
        }
        Ok(self.unless_again(again, path, true))
    }

    fn visit_held(&mut self, path: PathBuf, real: PathBuf) -> io::Result<Option<Found>> {
        let kind = fs::symlink_metadata(&path)?.file_type();
        if is_hidden(&path) {
            return self.pass_over("hidden");
        }
        if kind.is_dir() {
            if self.done.contains(&real) {
                return Ok(self.unless_again(true, path, false));
            }
            self.enter(path, real)?;
            return Ok(None);
        }
        if !READ.contains(&ending(&path).as_str()) {
            return self.pass_over(&called(&path));
        }
        let again = if kind.is_symlink() { self.follow(&path)? } else { Some(self.done.contains(&real)) };
        match again {
            Some(again) => Ok(self.unless_again(again, path, false)),
            None => self.pass_over("links to folders and devices"),
        }
    }

    /// Whether the file that a link leads to was read; nothing if it is no file.
    fn follow(&mut self, link: &Path) -> io::Result<Option<bool>> {
        let real = fs::canonicalize(link)?;
        if !fs::metadata(link)?.is_file() {
            return Ok(None);
        }
        Ok(Some(self.was_read(&real) || !self.done.insert(real)))
    }

    /// Whether a folder that was gone through held it.
    fn was_read(&self, real: &Path) -> bool {
        let within = |folder: &PathBuf| {
            real.strip_prefix(folder).is_ok_and(|rest| !rest.iter().any(|part| is_hidden(Path::new(part))))
        };
        let is_read = real.is_dir() || READ.contains(&ending(real).as_str());
        self.done.contains(real) || (is_read && self.folders.iter().any(within))
    }

    fn enter(&mut self, path: PathBuf, real: PathBuf) -> io::Result<()> {
        let names: io::Result<Vec<OsString>> = fs::read_dir(&path)?.map(|entry| Ok(entry?.file_name())).collect();
        let mut names = names?;
        names.sort_unstable();
        self.open.push(Folder { path, real, names: names.into_iter() });
        Ok(())
    }

    fn unless_again(&mut self, again: bool, path: PathBuf, named: bool) -> Option<Found> {
        if again {
            self.notes.push(Note::Again { path: shown(&path) });
            return None;
        }
        Some(Found { shown: shown(&path), path, named })
    }

    fn pass_over(&mut self, what: &str) -> io::Result<Option<Found>> {
        *self.passed_over.entry(what.to_owned()).or_default() += 1;
        Ok(None)
    }

    /// Leaves the innermost folder; with the outermost, what was passed over is noted.
    fn leave(&mut self) {
        let Some(left) = self.open.pop() else { return };
        if self.open.is_empty() {
            let passed_over = std::mem::take(&mut self.passed_over);
            self.notes.extend(Note::passed_over(&shown(&left.path), passed_over));
        }
    }
}

impl Iterator for Walk {
    type Item = Result<Found, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (path, found) = match self.open.last_mut() {
                None => {
                    let path = self.given.next()?;
                    (path.clone(), self.visit_named(path))
                }
                Some(folder) => match folder.names.next() {
                    Some(name) => {
                        let (path, real) = (folder.path.join(&name), folder.real.join(&name));
                        (path.clone(), self.visit_held(path, real))
                    }
                    None => {
                        self.leave();
                        continue;
                    }
                },
            };
            match found {
                Ok(None) => {}
                Ok(Some(found)) => return Some(Ok(found)),
                Err(error) => return Some(Err(InputError::new(shown(&path), error.into()))),
            }
        }
    }
}

pub(crate) fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}
