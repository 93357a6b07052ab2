//! Tags a file and prints each expression with its value:
//! `cargo run -p cutline-timex --example show -- FILE [YYYY-MM-DD]`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let path = args.next().ok_or("usage: show FILE [YYYY-MM-DD]")?;
    let published = args.next().map(|day| day.parse()).transpose()?;
    let text = String::from_utf8_lossy(&std::fs::read(path)?).into_owned();
    for timex in cutline_timex::tag(&text, published) {
        let modifier = timex.modifier.as_deref().unwrap_or("");
        let range = timex.range_with.map(|n| format!(" with {n}")).unwrap_or_default();
        println!(
            "{:8} {:16} {:6} {:?} ({}{range})",
            timex.kind.name(),
            timex.value,
            modifier,
            &text[timex.span],
            timex.rule
        );
    }
    Ok(())
}
