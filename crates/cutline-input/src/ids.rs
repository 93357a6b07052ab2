use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

/// Makes ids unique: the second `a` becomes `a#2`.
///
/// It keeps a 64-bit hash an id, not the ids, so that a corpus of a million
/// documents costs some 20 MB here.
///
/// ```
/// let mut ids = cutline_input::Ids::default();
/// assert_eq!(ids.unique("a".into()), ("a".into(), false));
/// assert_eq!(ids.unique("a".into()), ("a#2".into(), true));
/// ```
#[derive(Debug, Default)]
pub struct Ids {
    /// How often an id of this hash was given out.
    given: HashMap<u64, u32>,
}

impl Ids {
    /// The id to use, and whether `id` was taken.
    pub fn unique(&mut self, id: String) -> (String, bool) {
        let count = self.given.entry(hash(&id)).or_insert(0);
        *count += 1;
        if *count == 1 {
            return (id, false);
        }
        (self.numbered(&id), true)
    }

    fn numbered(&mut self, id: &str) -> String {
        loop {
            let candidate = format!("{id}#{}", self.given[&hash(id)]);
            let taken = self.given.entry(hash(&candidate)).or_insert(0);
            *taken += 1;
            if *taken == 1 {
                return candidate;
            }
            *self.given.entry(hash(id)).or_insert(1) += 1;
        }
    }
}

fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn a_repeated_id_is_numbered_past_the_ids_that_are_taken() {
        let mut ids = Ids::default();
        let given: Vec<String> = ["a", "b", "a#2", "a", "a"].map(|id| ids.unique(id.into()).0).to_vec();
        assert_eq!(given, ["a", "b", "a#2", "a#3", "a#4"]);
    }

    #[test]
    fn the_same_id_over_and_over_takes_no_longer_than_so_many_ids() {
        let mut ids = Ids::default();
        let last = (0..100_000).map(|_| ids.unique("x".into()).0).last();
        assert_eq!(last.as_deref(), Some("x#100000"));
    }
}
