use std::process::ExitCode;

use crate::messages;

/// Nothing could be done.
pub const FAILED: u8 = 1;
/// The command line makes no sense.
pub const USAGE: u8 = 2;
/// Done, but some inputs were skipped.
pub const SKIPPED: u8 = 3;

/// How many documents were read and how many inputs were not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Documents read.
    pub read: u64,
    /// Files, folders or lines skipped.
    pub skipped: u64,
}

impl Tally {
    /// What a command that read all it was given has done.
    pub const DONE: Tally = Tally { read: 1, skipped: 0 };

    /// Says what was skipped, and turns it into the program's exit status.
    pub fn exit(self) -> ExitCode {
        if self.skipped > 0 {
            messages::say(&format!("{} skipped, {} read", inputs(self.skipped), documents(self.read)));
        } else if self.read == 0 {
            messages::say("found nothing to read");
            messages::hint(
                "a folder gives its text, HTML, JSONL, CSV, WARC and ZIP files, .gz and .zst too; others have to be named",
            );
        }
        ExitCode::from(self.status())
    }

    fn status(self) -> u8 {
        match (self.read, self.skipped) {
            (0, _) => FAILED,
            (_, 0) => 0,
            _ => SKIPPED,
        }
    }
}

fn inputs(count: u64) -> String {
    if count == 1 { "1 input".into() } else { format!("{count} inputs") }
}

fn documents(count: u64) -> String {
    if count == 1 { "1 document".into() } else { format!("{count} documents") }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_exit_status_says_what_became_of_the_inputs() {
        assert_eq!(Tally { read: 2, skipped: 0 }.status(), 0);
        assert_eq!(Tally { read: 2, skipped: 1 }.status(), 3);
        assert_eq!(Tally { read: 0, skipped: 1 }.status(), 1);
        assert_eq!(Tally::default().status(), 1);
    }
}
