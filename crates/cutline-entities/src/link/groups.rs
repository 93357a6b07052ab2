//! Disjoint sets of mentions.

/// A partition of `0..n` that only ever grows coarser. The smallest member stands for its set.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    pub fn new(count: usize) -> Groups {
        Groups { parent: (0..count).collect() }
    }

    pub fn find(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    pub fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        self.parent[one.max(other)] = one.min(other);
    }
}
