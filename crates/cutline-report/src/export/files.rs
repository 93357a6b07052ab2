/// The name, without extension, of the file for a document: its number, from
/// 1, and what of its id any file system takes.
///
/// The number alone makes it unique; ids are not ours, and may be paths.
///
/// ```
/// assert_eq!(cutline_report::export::stem(3, "../news/Zoë & co.txt"), "000003-news-zo-co-txt");
/// ```
pub fn stem(number: usize, id: &str) -> String {
    let mut stem = format!("{number:06}");
    let words = id.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    for word in words {
        if stem.len() + word.len() > LONGEST {
            break;
        }
        stem.push('-');
        stem.push_str(&word.to_ascii_lowercase());
    }
    stem
}

/// Bytes of a name: short enough for any file system.
const LONGEST: usize = 100;
