//! Other programs, and the tree.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a task failed, for people.
#[derive(Debug)]
pub struct Failure(pub String);

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure(error.to_string())
    }
}

/// The top of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("xtask lies in the repository").to_owned()
}

/// A file beside what cargo builds.
pub fn scratch(name: &str) -> Result<PathBuf, Failure> {
    let folder = target().join("xtask");
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join(name))
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A program, run at the top of the repository.
pub struct Run(Command);

/// A program.
pub fn program(name: impl AsRef<OsStr>, args: &[&str]) -> Run {
    let mut command = Command::new(name);
    command.args(args).current_dir(root());
    Run(command)
}

/// cargo, the one that runs this.
pub fn cargo(args: &[&str]) -> Run {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), args)
}

impl Run {
    /// With a variable of the environment.
    #[must_use]
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Run {
        self.0.env(name, value);
        self
    }

    /// Runs it; what it prints is seen.
    pub fn run(mut self) -> Result<(), Failure> {
        let shown = self.shown();
        let status = self.0.status().map_err(|error| Failure(format!("{shown}: {error}")))?;
        if status.success() { Ok(()) } else { Err(Failure(format!("failed: {shown}"))) }
    }

    /// Runs it and takes what it prints; errors are seen.
    pub fn read(mut self) -> Result<String, Failure> {
        let shown = self.shown();
        let out = self.0.stderr(Stdio::inherit()).output().map_err(|error| Failure(format!("{shown}: {error}")))?;
        if !out.status.success() {
            return Err(Failure(format!("failed: {shown}")));
        }
        String::from_utf8(out.stdout).map_err(|_| Failure(format!("{shown} did not print text")))
    }

    /// Runs it in silence; what it prints, if it can be run and succeeds.
    pub fn probe(mut self) -> Option<String> {
        let out = self.0.stderr(Stdio::null()).output().ok()?;
        out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
    }

    fn shown(&self) -> String {
        let args = self.0.get_args().map(|arg| arg.to_string_lossy());
        std::iter::once(self.0.get_program().to_string_lossy()).chain(args).collect::<Vec<_>>().join(" ")
    }
}

/// Files of the repository: those that git knows, and new ones it does not
/// ignore, as paths from the top.
pub fn files() -> Result<Vec<String>, Failure> {
    let listed = program("git", &["ls-files", "--cached", "--others", "--exclude-standard", "-z"]).read()?;
    let mut files: Vec<String> = listed.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    files.retain(|name| root().join(name).is_file());
    files.sort();
    files.dedup();
    Ok(files)
}
