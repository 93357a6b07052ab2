//! Versions of one story, side by side.

use cutline_doc::{Span, StoryGroup, StoryRelation};
use maud::{Markup, PreEscaped, html};

use super::book::Book;
use super::shell::View;
use super::{Comparison, Pair};
use crate::record::one_line;
use crate::view::count;

pub(super) fn sheets(book: &Book<'_>) -> Vec<Vec<View>> {
    let parts = book.parts(book.corpus().stories.len());
    parts
        .into_iter()
        .map(|part| [list(book, part.clone())].into_iter().chain(part.map(|n| story(book, n))).collect())
        .collect()
}

fn list(book: &Book<'_>, part: std::ops::Range<usize>) -> View {
    let stories = book.corpus().stories;
    let body = html! {
        h1 { "Stories" }
        p.lead { "Documents that are versions of one story, or share passages." }
        (book.pager("stories", stories.len(), &part))
        ol.rows data-list="stories" {
            @for n in part {
                @let story = &stories[n];
                li {
                    a.title href=(book.story(n)) { (super::documents::title(book.summary(story.canonical))) }
                    p.facts { span { (count(story.members.len(), "document")) } span { (relations(story)) } }
                }
            }
        }
        @if stories.is_empty() { p.empty { "No two documents share a passage." } }
    };
    View { id: "stories".into(), title: "Stories".into(), body }
}

/// '2 updated, 1 cut'
fn relations(story: &StoryGroup) -> String {
    let others = || story.members.iter().filter(|member| member.index != story.canonical);
    let counts = StoryRelation::ALL.iter().map(|&kind| (kind, others().filter(|m| m.relation == kind).count()));
    let said = counts.filter(|(_, n)| *n > 0).map(|(kind, n)| format!("{n} {}", called(kind)));
    said.collect::<Vec<_>>().join(", ")
}

fn called(relation: StoryRelation) -> &'static str {
    match relation {
        StoryRelation::Same => "the same",
        StoryRelation::Cut => "cut at the end",
        StoryRelation::Updated => "earlier or later version",
        StoryRelation::Shares => "shares passages",
    }
}

fn story(book: &Book<'_>, n: usize) -> View {
    let story = &book.corpus().stories[n];
    let title = super::documents::title(book.summary(story.canonical));
    let because = story.because.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
    let body = html! {
        article {
            p.crumb { a href=(book.view("stories")) { "Stories" } }
            h1 { (title) }
            @if !because.is_empty() { p.facts { span { "taken for the origin because: " (because) } } }
            ol.rows.slim { @for member in &story.members { (row(book, story, member)) } }
            @for comparison in book.compared(n) { (side_by_side(book, comparison)) }
            (passages(book, story))
        }
    };
    View { id: format!("s{n}"), title, body }
}

fn row(book: &Book<'_>, story: &StoryGroup, member: &cutline_doc::StoryMember) -> Markup {
    let summary = book.summary(member.index);
    let percent = |share: f32| format!("{:.0} %", share * 100.0);
    html! {
        li {
            a.title href=(book.document(member.index)) { (super::documents::title(summary)) }
            p.facts {
                @if member.index == story.canonical { span { b { "origin" } } } @else {
                    span { (called(member.relation)) }
                    span { (percent(member.similarity)) " alike" }
                    span { (percent(member.containment)) " of the smaller in both" }
                }
                (super::documents::facts(summary))
            }
        }
    }
}

/// As many sentences alike in a row are folded away.
const FOLDED: usize = 3;

fn side_by_side(book: &Book<'_>, comparison: &Comparison) -> Markup {
    let is_same = |pair: &Pair| pair.before.is_some() && pair.after.is_some() && !pair.moved && !pair.edited;
    let changes = comparison.rows.iter().filter(|pair| !is_same(pair)).count();
    html! {
        section.versions {
            h2 { "Side by side " small { @if changes == 0 { "no sentence differs" } @else { (count(changes, "difference")) } } }
            div.pair.head {
                @for n in [comparison.before, comparison.after] { p { a href=(book.document(n)) { (book.summary(n).id) } } }
            }
            @for run in comparison.rows.chunk_by(|a, b| is_same(a) == is_same(b)) {
                @if run.len() > FOLDED && is_same(&run[0]) {
                    details { summary { (run.len()) " sentences alike" } @for pair in run { (sentences(book, comparison, pair)) } }
                } @else {
                    @for pair in run { (sentences(book, comparison, pair)) }
                }
            }
        }
    }
}

fn sentences(book: &Book<'_>, comparison: &Comparison, pair: &Pair) -> Markup {
    let words = |n: usize, span: Option<Span>| span.map(|span| one_line(&book.analysis(n).document.text[span]));
    let (before, after) = (words(comparison.before, pair.before), words(comparison.after, pair.after));
    html! {
        @match (before, after) {
            (Some(before), Some(after)) if pair.edited => div.pair.edited { @let (before, after) = worded(&before, &after); p { (before) } p { (after) } },
            (Some(_), Some(after)) => div.pair.same { p { @if pair.moved { span.badge { "moved" } " " } (after) } },
            (Some(before), None) => div.pair.gone { p { del { (before) } } p.none { "–" } },
            (None, Some(after)) => div.pair.new { p.none { "–" } p { ins { (after) } } },
            (None, None) => {},
        }
    }
}

/// Both sentences with the words marked that the other has not.
fn worded(before: &str, after: &str) -> (Markup, Markup) {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split(' ').collect(), after.split(' ').collect());
    let (old_kept, new_kept) = kept(&old, &new);
    (runs(&old, &old_kept, "del"), runs(&new, &new_kept, "ins"))
}

fn runs(words: &[&str], kept: &[bool], tag: &str) -> Markup {
    let mut out = String::new();
    let mut at = 0;
    for run in kept.chunk_by(|a, b| a == b) {
        let said = words[at..at + run.len()].join(" ");
        let space = if at > 0 { " " } else { "" };
        let said = html! { (said) }.0;
        out += &if run[0] { format!("{space}{said}") } else { format!("{space}<{tag}>{said}</{tag}>") };
        at += run.len();
    }
    PreEscaped(out)
}

/// Longer sentences are not compared word by word.
const WORDS: usize = 300;

/// Which words both have in the same order (longest common subsequence).
fn kept(old: &[&str], new: &[&str]) -> (Vec<bool>, Vec<bool>) {
    let (mut in_old, mut in_new) = (vec![false; old.len()], vec![false; new.len()]);
    if old.len() > WORDS || new.len() > WORDS {
        return (in_old, in_new);
    }
    let wide = new.len() + 1;
    let mut longest = vec![0_u16; (old.len() + 1) * wide];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i * wide + j] = match old[i] == new[j] {
                true => longest[(i + 1) * wide + j + 1] + 1,
                false => longest[(i + 1) * wide + j].max(longest[i * wide + j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            (in_old[i], in_new[j], i, j) = (true, true, i + 1, j + 1);
        } else if longest[(i + 1) * wide + j] >= longest[i * wide + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (in_old, in_new)
}

fn passages(book: &Book<'_>, story: &StoryGroup) -> Markup {
    html! {
        @if !story.shared_passages.is_empty() {
            h2 { "Shared passages" }
            ul.plain.passages {
                @for passage in &story.shared_passages {
                    @if let Some(&(document, span)) = passage.places.first() {
                        li {
                            p { (one_line(&book.analysis(document).document.text[span])) }
                            p.facts { @for &(document, _) in &passage.places { a href=(book.document(document)) { (document + 1) } } }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::worded;

    #[test]
    fn words_that_differ_are_marked_and_escaped() {
        let (before, after) = worded("Rain <b> fell all day.", "Rain fell most of the day.");
        assert_eq!(before.0, "Rain <del>&lt;b&gt;</del> fell <del>all</del> day.");
        assert_eq!(after.0, "Rain fell <ins>most of the</ins> day.");
    }
}
