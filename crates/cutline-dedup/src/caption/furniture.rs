//! What pages put around captions: counters, labels, buttons.

/// `folded` without the furniture at its head and tail.
pub(super) fn strip(folded: &str) -> &str {
    let mut text = folded.trim();
    for _ in 0..4 {
        let stripped = strip_head(text).trim_start();
        if stripped.len() == text.len() || stripped.is_empty() {
            break;
        }
        text = stripped;
    }
    strip_tail(text)
}

fn strip_head(text: &str) -> &str {
    for label in LABELS {
        if let Some(rest) = text.strip_prefix(label) {
            return rest;
        }
    }
    if let Some(rest) = counter(text) {
        return rest;
    }
    slide_show(text).or_else(|| file_name(text)).unwrap_or(text)
}

fn strip_tail(text: &str) -> &str {
    for button in BUTTONS {
        if let Some(rest) = text.strip_suffix(button)
            && rest.ends_with([' ', '.'])
            && rest.len() > 20
        {
            return rest.trim_end();
        }
    }
    text
}

/// 'image 1 of 9', '4of4', 'foto 1 de 1': what follows.
fn counter(text: &str) -> Option<&str> {
    let named = COUNTED.iter().find_map(|noun| text.strip_prefix(noun));
    let after = number(named.unwrap_or(text).trim_start())?.trim_start();
    let joint = JOINTS.iter().find_map(|joint| after.strip_prefix(joint));
    let joint = joint.or_else(|| named.and(after.strip_prefix('/')))?;
    let rest = number(joint.trim_start())?;
    // '3 of 12 people' counts people, not pictures.
    let glued = !after.is_empty() && text.as_bytes()[0].is_ascii_digit() && !rest.starts_with(' ');
    (named.is_some() || glued).then_some(rest)
}

/// '4 photos view slide show ›': what follows.
fn slide_show(text: &str) -> Option<&str> {
    let rest = number(text)?.trim_start();
    let rest = ["photos", "images", "pictures"].iter().find_map(|noun| rest.strip_prefix(noun))?;
    let rest = rest.trim_start().strip_prefix("view ")?;
    let rest = ["slide show", "slideshow", "gallery"].iter().find_map(|noun| rest.strip_prefix(noun))?;
    Some(rest.trim_start_matches([' ', '>', '»', '›', '"']))
}

/// The name of an image file: what follows.
fn file_name(text: &str) -> Option<&str> {
    let (name, rest) = text.split_once(' ')?;
    let ending = name.rsplit_once('.')?.1;
    (name.len() > 8 && matches!(ending, "jpg" | "jpeg" | "png" | "gif" | "webp")).then_some(rest)
}

/// What follows the number at the head of `text`.
fn number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=3).contains(&(text.len() - rest.len())).then_some(rest)
}

const LABELS: &[&str] = &[
    "image caption:",
    "image caption ",
    "media caption ",
    "photo caption:",
    "caption:",
    "image:",
    "photo gallery:",
    "view gallery ",
    "open image in gallery ",
    "hide caption ",
    "toggle caption ",
    "enlarge this image ",
    "bildunterschrift:",
    "# ",
];

const COUNTED: &[&str] = &["image ", "photo ", "picture ", "slide ", "foto ", "bild ", "imagen ", "figure "];

const JOINTS: &[&str] = &["of", "von", "de", "sur"];

const BUTTONS: &[&str] =
    &["less", "more", "read more", "show more", "hide caption", "toggle caption", "close", "[less]"];
