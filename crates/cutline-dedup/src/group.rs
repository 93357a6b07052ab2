use cutline_doc::{CaptionGroup, CaptionParts, GroupMember, Relation};
use rustc_hash::FxHashMap;

use crate::fold::{fold, words};

/// Groups captions of one photo.
///
/// Every caption is in exactly one group, which its fullest member stands for.
pub fn group(captions: &[CaptionParts]) -> Vec<CaptionGroup> {
    let mut place: FxHashMap<Vec<String>, usize> = FxHashMap::default();
    let mut groups: Vec<CaptionGroup> = Vec::new();
    for (index, caption) in captions.iter().enumerate() {
        let folded = fold(&caption.text);
        let key = words(&folded).map(|range| folded[range].to_owned()).collect();
        let at = *place.entry(key).or_insert_with(|| {
            groups.push(CaptionGroup { canonical: index, members: Vec::new(), shared_context: Vec::new() });
            groups.len() - 1
        });
        let same = captions[groups[at].canonical].text == caption.text;
        let relation = if same { Relation::Exact } else { Relation::Case };
        groups[at].members.push(GroupMember { index, relation, similarity: 1.0, differs: None });
    }
    groups
}
