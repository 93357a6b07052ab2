//! Which entities of documents are one, and why.

use std::collections::{BTreeMap, BTreeSet};

/// A growing partition of the members, with the reasons for each joining.
pub(super) struct Joined {
    parent: Vec<usize>,
    /// Members that rules must leave alone.
    apart: BTreeSet<usize>,
    reasons: BTreeMap<usize, BTreeSet<String>>,
    doubts: BTreeMap<usize, BTreeSet<String>>,
}

/// Members that are one entity.
pub(super) struct Group {
    pub members: Vec<usize>,
    pub reasons: Vec<String>,
    pub doubts: Vec<String>,
}

impl Joined {
    pub fn new(count: usize, apart: BTreeSet<usize>) -> Joined {
        Joined { parent: (0..count).collect(), apart, reasons: BTreeMap::new(), doubts: BTreeMap::new() }
    }

    /// Whether rules may join the member.
    pub fn is_free(&self, member: usize) -> bool {
        !self.apart.contains(&member)
    }

    pub fn find(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    pub fn join(&mut self, one: usize, other: usize, reason: &str) {
        let (a, b) = (self.find(one), self.find(other));
        if a == b {
            return;
        }
        self.parent[a.max(b)] = a.min(b);
        self.reasons.entry(one).or_default().insert(reason.into());
    }

    pub fn doubt(&mut self, member: usize, why: String) {
        self.doubts.entry(member).or_default().insert(why);
    }

    pub fn groups(mut self) -> Vec<Group> {
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for member in 0..self.parent.len() {
            groups.entry(self.find(member)).or_default().push(member);
        }
        let gathered = |from: &BTreeMap<usize, BTreeSet<String>>, members: &[usize]| -> Vec<String> {
            let all: BTreeSet<&String> = members.iter().filter_map(|m| from.get(m)).flatten().collect();
            all.into_iter().cloned().collect()
        };
        let group = |members: Vec<usize>| {
            let (reasons, doubts) = (gathered(&self.reasons, &members), gathered(&self.doubts, &members));
            Group { members, reasons, doubts }
        };
        groups.into_values().map(group).collect()
    }
}
