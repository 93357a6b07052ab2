//! One article in the layouts that scrapers leave it in.

/// Without any blank line.
pub fn dense(article: &str) -> String {
    lines(article).collect::<Vec<_>>().join("\n")
}

/// With a blank line between all lines.
pub fn spaced(article: &str) -> String {
    lines(article).collect::<Vec<_>>().join("\n\n")
}

/// With twice as many blank lines where there were some.
pub fn doubled(article: &str) -> String {
    article.replace("\n\n", "\n\n\n\n")
}

/// All on one line.
pub fn one_line(article: &str) -> String {
    lines(article).map(str::trim).collect::<Vec<_>>().join(" ")
}

/// Each line wrapped at `columns`.
pub fn wrapped(article: &str, columns: usize) -> String {
    article.split('\n').map(|line| wrap(line, columns)).collect::<Vec<_>>().join("\n")
}

fn lines(article: &str) -> impl Iterator<Item = &str> {
    article.split('\n').filter(|line| !line.trim().is_empty())
}

fn wrap(line: &str, columns: usize) -> String {
    let mut done = String::new();
    let mut used = 0;
    for word in line.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > columns {
            done.push('\n');
            used = 0;
        } else if used > 0 {
            done.push(' ');
            used += 1;
        }
        done.push_str(word);
        used += length;
    }
    done
}
