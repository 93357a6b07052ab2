//! Opens what cutline writes with the programs that it is written for.
//!
//! The sample and a hostile document go through every export, a network of
//! each kind and an archive; scripts in `xtask/peers` open them with spaCy,
//! DuckDB, pyarrow, Datasette and others.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{Failure, cargo, program, root, scratch, target};

/// Which programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// All of `requirements.txt`.
    All,
    /// Datasette alone, on an archive.
    Datasette,
}

/// A document that attacks the syntax of whatever holds it.
const HOSTILE: &str = concat!(
    r#"{"id":"../=cmd()\u0000</script>","published":"2021-05-04","text":"=cmd|' /C calc'!A0 </script><script>alert(1)"#,
    r#"</script>\n\n+1;@SUM(A1),\t\"Zoe\u2028Marin\u202e\" said on May 3 that ]]> &amp; \u0000\r\n\n"#,
    r#"-2+3 </TEXT> Mayor Kit Orr, left, greets Ana Bela in Lodz, Poland, on May 3, 2021. (Rosa Sami/Reuters)\n\nLONG\n"}"#,
    "\n"
);

const FORMS: [&str; 5] = ["ninjs", "jsonld", "webannotation", "spacy", "prodigy"];

/// Runs the readers that are installed; with `install`, installs them first
/// into an environment of their own beside what cargo builds.
pub fn run(readers: Readers, install: bool) -> Result<(), Failure> {
    let python = python(readers, install)?;
    let features: &[&str] = if readers == Readers::All { &["--features", "parquet"] } else { &[] };
    cargo(&[&["build", "--release", "--package", "cutline-cli"], features].concat()).run()?;
    let folder = scratch("readers")?;
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let hostile = folder.join("hostile.jsonl");
    fs::write(&hostile, HOSTILE.replace("LONG", &"x".repeat(1 << 20)))?;
    let cutline = Cutline { folder: &folder, hostile: hostile.display().to_string() };
    if readers == Readers::All {
        cutline.export_all()?;
        script(&python, "formats.py", &[&folder])?;
    }
    let archive = folder.join("news.db");
    let [archive, hostile] = [archive.display().to_string(), cutline.hostile.clone()];
    cutline.run(&["archive", &archive, "seeds", &hostile, "--datasette"])?;
    script(&python, "datasette_pages.py", &[&folder])
}

struct Cutline<'a> {
    folder: &'a Path,
    hostile: String,
}

impl Cutline<'_> {
    fn export_all(&self) -> Result<(), Failure> {
        self.write("extract", &[], "records.jsonl")?;
        self.write("export", &["--format", "csv"], "csv")?;
        self.write("export", &["--format", "csv", "--excel"], "excel")?;
        self.write("export", &["--format", "parquet"], "parquet")?;
        for form in FORMS {
            self.write("export", &["--format", form], &format!("{form}.jsonl"))?;
        }
        for form in ["brat", "timeml"] {
            self.write("export", &["--format", form], form)?;
        }
        for tie in ["people", "quotes", "captions"] {
            self.write("graph", &["--of", tie], &format!("{tie}.gexf"))?;
            self.write("graph", &["--of", tie, "--format", "csv"], tie)?;
        }
        Ok(())
    }

    fn write(&self, command: &str, flags: &[&str], to: &str) -> Result<(), Failure> {
        let to = self.folder.join(to).display().to_string();
        self.run(&[&[command, "seeds", &self.hostile], flags, &["-o", &to]].concat())
    }

    fn run(&self, arguments: &[&str]) -> Result<(), Failure> {
        let binary = target().join("release").join(format!("cutline{}", std::env::consts::EXE_SUFFIX));
        program(binary, arguments).run()
    }
}

/// The interpreter that has the readers: that of `PYTHON`, else of an
/// environment beside what cargo builds, else the system's.
fn python(readers: Readers, install: bool) -> Result<PathBuf, Failure> {
    if let Some(python) = std::env::var_os("PYTHON") {
        return Ok(python.into());
    }
    let own = scratch(if readers == Readers::All { "venv" } else { "venv-datasette" })?;
    let python = own.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if install && !python.is_file() {
        program("python3", &["-m", "venv", &own.display().to_string()]).run()?;
        let list = fs::read_to_string(root().join("xtask/peers/requirements.txt"))?;
        let wanted = |line: &&str| readers == Readers::All || line.starts_with("datasette=");
        let what: Vec<&str> = list.lines().filter(wanted).collect();
        program(&python, &[&["-m", "pip", "install", "--quiet", "--disable-pip-version-check"], &what[..]].concat())
            .run()?;
    }
    Ok(if python.is_file() { python } else { "python3".into() })
}

fn script(python: &Path, name: &str, arguments: &[&Path]) -> Result<(), Failure> {
    let script = root().join("xtask/peers").join(name).display().to_string();
    let arguments: Vec<String> = arguments.iter().map(|path| path.display().to_string()).collect();
    let arguments: Vec<&str> = std::iter::once(script.as_str()).chain(arguments.iter().map(String::as_str)).collect();
    println!("{name}");
    program(python, &arguments).run()
}
