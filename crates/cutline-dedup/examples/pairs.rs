//! All pairs of a JSONL list of `id`, `text` as TSV:
//! `pairs FILE [JACCARD|-] [CONTAINMENT|-] [WORDS] [fold|expand] [FOLDER MEGABYTES]`;
//! with a folder, sets are kept in files there.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Write};

use cutline_dedup::{Collection, External, Index, Thresholds, expand, signatures};

#[derive(serde::Deserialize)]
struct Row<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    #[serde(borrow)]
    text: Cow<'l, str>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let get = |n: usize, other: &str| arguments.get(n).cloned().unwrap_or(other.to_owned());
    let thresholds = Thresholds { jaccard: get(1, "0.7").parse().ok(), containment: get(2, "-").parse().ok() };
    let k: usize = get(3, "3").parse().expect("a number of words");
    let source = std::fs::File::open(get(0, "list.jsonl")).expect("a readable file");
    let clock = std::time::Instant::now();
    let say = |what: &str| eprintln!("{:7.3} {what}", clock.elapsed().as_secs_f64());

    let (mut collection, mut ids) = (Collection::new(), Vec::new());
    let folder = get(5, "");
    let megabytes: usize = get(6, "256").parse().expect("a number of megabytes");
    let mut external = External::new(folder.as_ref(), megabytes << 20);
    let mut source = BufReader::with_capacity(1 << 20, source);
    let mut lines = String::new();
    while fill(&mut source, &mut lines) {
        let rows: Vec<Row> = lines.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
        let texts: Vec<&str> = rows.iter().map(|row| &*row.text).collect();
        let sets = signatures(&texts, k);
        if folder.is_empty() {
            collection.add(&sets)
        } else {
            external.add(&sets).expect("a writable folder")
        }
        ids.extend(rows.iter().map(|row| Box::<str>::from(&*row.id)));
    }
    say("signed");
    collection.rank();
    say("ranked");
    let mut pairs = if folder.is_empty() {
        Index::new(&collection, thresholds).pairs()
    } else {
        external.pairs(thresholds).expect("readable blocks")
    };
    if get(4, "fold") == "expand" {
        let repeats = if folder.is_empty() { collection.repeats() } else { external.repeats() };
        pairs = expand(&pairs, repeats);
    }
    say("joined");
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    writeln!(out, "id1\tid2\tjaccard\tcontainment").expect("standard output");
    for pair in &pairs {
        let (one, two) = (&ids[pair.first as usize], &ids[pair.second as usize]);
        writeln!(out, "{one}\t{two}\t{:.6}\t{:.6}", pair.jaccard(), pair.containment()).expect("standard output");
    }
    say("written");
}

/// Reads the next lines, about a megabyte.
fn fill(source: &mut impl BufRead, lines: &mut String) -> bool {
    lines.clear();
    while lines.len() < 1 << 20 && source.read_line(lines).expect("UTF-8") > 0 {}
    !lines.is_empty()
}
