//! How far the work is, on a terminal's last line.
//!
//! The clock is looked at here and nowhere else, and nothing but this line
//! depends on it.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use cutline::input::Meter;

/// Whether a line of progress stands on the screen.
static SHOWN: AtomicBool = AtomicBool::new(false);

/// Nothing is shown of what takes no longer than this.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line is written anew.
const BEAT: Duration = Duration::from_millis(200);

/// A line that says how much was read, how fast, and how long it will take.
pub struct Bar {
    meter: Meter,
    total: Option<u64>,
    start: Instant,
    next: Duration,
    on: bool,
}

impl Bar {
    /// A bar for so many bytes of input; it shows itself on a terminal only.
    pub fn new(meter: Meter, total: Option<u64>, quiet: bool) -> Bar {
        Bar { meter, total, start: Instant::now(), next: PATIENCE, on: !quiet && io::stderr().is_terminal() }
    }

    /// Shows how far it is, if it is time to.
    pub fn show(&mut self, documents: u64) {
        if !self.on {
            return;
        }
        let passed = self.start.elapsed();
        if passed >= self.next {
            self.next = passed + BEAT;
            SHOWN.store(true, Ordering::Relaxed);
            let _ = write!(io::stderr(), "\r\x1b[K{}", line(self.meter.bytes(), self.total, documents, passed));
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        clear();
    }
}

/// Takes the line off the screen before something else is written.
pub fn clear() {
    if SHOWN.swap(false, Ordering::Relaxed) {
        let _ = write!(io::stderr(), "\r\x1b[K");
    }
}

fn line(bytes: u64, total: Option<u64>, documents: u64, passed: Duration) -> String {
    let speed = documents as f64 / passed.as_secs_f64().max(0.001);
    let read = format!("{documents} documents, {speed:.0} a second");
    let Some(total) = total.filter(|&total| total >= bytes && total > 0) else {
        return format!("{} read, {read}", size(bytes));
    };
    let share = bytes as f64 / total as f64;
    let left = passed.mul_f64((1.0 - share) / share.max(0.0001));
    format!("{:.0} % of {}, {read}, {} left", share * 100.0, size(total), time(left))
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes / 1000),
        1_000_000..10_000_000_000 => format!("{} MB", bytes / 1_000_000),
        _ => format!("{} GB", bytes / 1_000_000_000),
    }
}

fn time(left: Duration) -> String {
    match left.as_secs() {
        seconds @ 0..100 => format!("{seconds} s"),
        seconds @ 100..6000 => format!("{} min", seconds.div_ceil(60)),
        seconds => format!("{} h", seconds.div_ceil(3600)),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::line;

    #[test]
    fn the_line_says_how_far_how_fast_and_how_long() {
        let passed = Duration::from_secs(20);
        let known = line(250_000_000, Some(1_000_000_000), 4000, passed);
        assert_eq!(known, "25 % of 1000 MB, 4000 documents, 200 a second, 60 s left");
        assert_eq!(line(5_500_000, None, 10, passed), "5 MB read, 10 documents, 0 a second");
        assert_eq!(line(9, Some(5), 1, Duration::ZERO), "0 kB read, 1 documents, 1000 a second");
    }
}
