use cutline_doc::{CaptionGroup, CaptionParts, GroupMember, Relation, SharedSentence};
use rustc_hash::FxHashMap;

use crate::caption::{Canonical, CaptionSignature, Captions};
use crate::sentence::SentenceIndex;

/// Groups captions of one picture, and finds the sentences that captions of
/// different pictures share.
///
/// Captions are of one picture if their leads are the same: word for word, but
/// for case, quotation marks, a misspelt or dropped word; or if one breaks off.
/// Another name, number, date or place makes another picture, whatever context
/// the captions share. Groups come in the order of their first members and do
/// not depend on the order of the list but for that.
///
/// ```
/// use cutline_doc::CaptionParts;
///
/// let caption = |text: &str| CaptionParts { text: text.into(), ..CaptionParts::default() };
/// let groups = cutline_dedup::group(&[
///     caption("Ana Bela waves to the crowd in Lima, Peru, on May 3. She took office in April."),
///     caption("Kit Orr leaves the court in Lima, Peru, on May 4. She took office in April."),
///     caption("ANA BELA WAVES TO THE CROWD..."),
/// ]);
/// assert_eq!(groups.len(), 2);
/// assert_eq!(groups[0].members[1].index, 2);
/// assert_eq!(groups[1].shared_context[0].text, "She took office in April.");
/// ```
pub fn group(captions: &[CaptionParts]) -> Vec<CaptionGroup> {
    let mut all = Captions::new();
    all.add(captions.iter().map(CaptionSignature::of_parts));
    let canonical = all.cluster(|caption| caption);
    let mut sentences = SentenceIndex::new();
    for caption in captions {
        sentences.add(&caption.text);
    }
    let mut groups = gather(&canonical);
    for group in &mut groups {
        describe(group, captions);
        group.shared_context = shared(group, captions, &canonical, &sentences);
    }
    groups
}

/// Groups in the order of their first members, as yet undescribed.
fn gather(canonical: &[u32]) -> Vec<CaptionGroup> {
    let mut place: FxHashMap<u32, usize> = FxHashMap::default();
    let mut groups: Vec<CaptionGroup> = Vec::new();
    for (index, &head) in canonical.iter().enumerate() {
        let at = *place.entry(head).or_insert_with(|| {
            groups.push(CaptionGroup { canonical: head as usize, members: Vec::new(), shared_context: Vec::new() });
            groups.len() - 1
        });
        let member = GroupMember { index, relation: Relation::Exact, similarity: 1.0, differs: None };
        groups[at].members.push(member);
    }
    groups
}

fn describe(group: &mut CaptionGroup, captions: &[CaptionParts]) {
    let whole = written(&captions[group.canonical]);
    let canonical = Canonical::of(&whole);
    let others = group.members.iter_mut().filter(|member| member.index != group.canonical);
    for member in others {
        let related = canonical.relate(&written(&captions[member.index]));
        member.relation = related.relation;
        member.similarity = related.similarity;
        member.differs = related.differs;
    }
}

/// A caption with its credit again.
fn written(caption: &CaptionParts) -> String {
    match &caption.credit {
        Some(credit) => format!("{} ({})", caption.text, credit.raw),
        None => caption.text.clone(),
    }
}

fn shared(
    group: &CaptionGroup,
    captions: &[CaptionParts],
    canonical: &[u32],
    sentences: &SentenceIndex,
) -> Vec<SharedSentence> {
    let head = group.canonical as u32;
    let found = sentences.of(&captions[group.canonical].text);
    let elsewhere = found.filter(|(_, holders)| holders.iter().any(|&holder| canonical[holder as usize] != head));
    elsewhere
        .map(|(text, holders)| SharedSentence {
            text: text.to_owned(),
            members: holders.iter().map(|&at| at as usize).collect(),
        })
        .collect()
}
