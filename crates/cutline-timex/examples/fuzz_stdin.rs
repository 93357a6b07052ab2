//! A fuzz target for fuzzers that feed standard input (AFL++, honggfuzz):
//! tags what it reads and checks what must hold of any text.

use std::io::Read;

use cutline_timex::{interval, tag};

fn main() -> std::io::Result<()> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let published = bytes.first().and_then(|&b| format!("20{:02}-01-31", b % 100).parse().ok());
    let mut at = 0;
    for timex in tag(&text, published) {
        assert!(timex.span.start >= at, "out of order or overlapping");
        assert!(text.get(timex.span.range()).is_some_and(|words| words.trim() == words && !words.is_empty()));
        assert!(timex.interval.is_none() || timex.interval == interval(&timex.value));
        at = timex.span.end;
    }
    Ok(())
}
