//! Clusters of captions of a JSONL list of `id`, `text`, as lines of
//! `{"id","cluster"}`: `clusters FILE`.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Write};

use cutline_dedup::{Captions, caption_signatures};

#[derive(serde::Deserialize)]
struct Row<'l> {
    #[serde(borrow)]
    id: Cow<'l, str>,
    #[serde(borrow)]
    text: Cow<'l, str>,
}

fn main() {
    let path = std::env::args().nth(1).expect("a file");
    let mut source = BufReader::with_capacity(1 << 20, std::fs::File::open(path).expect("a readable file"));
    let clock = std::time::Instant::now();
    let (mut captions, mut ids, mut lines) = (Captions::new(), Vec::new(), String::new());
    while fill(&mut source, &mut lines) {
        let rows: Vec<Row> = lines.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
        let texts: Vec<&str> = rows.iter().map(|row| &*row.text).collect();
        captions.add(caption_signatures(&texts));
        ids.extend(rows.iter().map(|row| Box::<str>::from(&*row.id)));
    }
    eprintln!("{:7.3} signed", clock.elapsed().as_secs_f64());
    let clusters = captions.cluster();
    eprintln!("{:7.3} clustered", clock.elapsed().as_secs_f64());
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (id, &cluster) in ids.iter().zip(&clusters) {
        let line = serde_json::json!({ "id": id, "cluster": ids[cluster as usize] });
        writeln!(out, "{line}").expect("standard output");
    }
}

/// Reads the next lines, about a megabyte.
fn fill(source: &mut impl BufRead, lines: &mut String) -> bool {
    lines.clear();
    while lines.len() < 1 << 20 && source.read_line(lines).expect("UTF-8") > 0 {}
    !lines.is_empty()
}
