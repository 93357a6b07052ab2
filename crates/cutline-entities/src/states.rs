//! The states that tokens are tagged with.
//!
//! BILOU (Ratinov and Roth 2009): a token begins a name, is inside it, is its
//! last, is a whole name by itself, or is outside of names.

use cutline_linear::Chain;

/// What the tagger tells apart, in the order of the states.
///
/// Countries are `LOC` here; the lists tell them apart later. `MISC` holds
/// events, works, laws and programmes.
pub const KINDS: &[&str] = &["PERSON", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "MISC"];

/// The state outside of names.
pub const OUTSIDE: u16 = 0;

/// A token's place in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first of several.
    Begin,
    /// Between first and last.
    Inside,
    /// The last of several.
    Last,
    /// The only one.
    Unit,
}

/// How many states there are.
pub const STATES: usize = 1 + 4 * KINDS.len();

/// The state of a token in a name of the kind numbered `kind`.
pub const fn state(kind: usize, part: Part) -> u16 {
    (1 + 4 * kind + part as usize) as u16
}

/// The kind's number and the part that a state stands for; `None` outside.
pub fn kind_and_part(state: u16) -> Option<(usize, Part)> {
    let from = (state as usize).checked_sub(1)?;
    let part = [Part::Begin, Part::Inside, Part::Last, Part::Unit][from % 4];
    Some((from / 4, part))
}

/// The state's name in model files: 'O', 'B-PERSON'.
pub fn name(state: u16) -> String {
    match kind_and_part(state) {
        None => "O".to_string(),
        Some((kind, part)) => format!("{}-{}", ["B", "I", "L", "U"][part as usize], KINDS[kind]),
    }
}

/// All names of states.
pub fn names() -> Vec<String> {
    (0..STATES as u16).map(name).collect()
}

/// Which steps there are: a name that has begun goes on until its last token.
pub fn steps() -> Chain {
    let open = |allowed: bool| if allowed { 0.0 } else { Chain::NEVER };
    let all = 0..STATES as u16;
    let steps = all.clone().flat_map(|from| all.clone().map(move |to| open(may_follow(from, to)))).collect();
    let starts = all.clone().map(|to| open(may_follow(OUTSIDE, to))).collect();
    let ends = all.map(|from| open(may_follow(from, OUTSIDE))).collect();
    Chain::new(steps, starts, ends)
}

/// A name as tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The first token.
    pub first: u32,
    /// The last token.
    pub last: u32,
    /// The number of its kind.
    pub kind: usize,
}

/// The names that the states of a row of tokens spell, in order.
pub fn names_of(states: &[u16]) -> impl Iterator<Item = Name> {
    let mut first = 0;
    (0u32..).zip(states).filter_map(move |(at, &state)| {
        let (kind, part) = kind_and_part(state)?;
        if matches!(part, Part::Begin | Part::Unit) {
            first = at;
        }
        matches!(part, Part::Last | Part::Unit).then_some(Name { first, last: at, kind })
    })
}

fn may_follow(from: u16, to: u16) -> bool {
    let open = kind_and_part(from).filter(|(_, part)| matches!(part, Part::Begin | Part::Inside));
    let going_on = kind_and_part(to).filter(|(_, part)| matches!(part, Part::Inside | Part::Last));
    match (open, going_on) {
        (None, None) => true,
        (Some((one, _)), Some((other, _))) => one == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_have_names_and_parts() {
        assert_eq!((name(0), name(1), name(STATES as u16 - 1)), ("O".into(), "B-PERSON".into(), "U-MISC".into()));
        assert_eq!(kind_and_part(state(2, Part::Last)), Some((2, Part::Last)));
    }

    #[test]
    fn a_name_goes_on_until_its_last_token() {
        let begin = state(0, Part::Begin);
        assert!(may_follow(begin, state(0, Part::Inside)) && may_follow(begin, state(0, Part::Last)));
        assert!(!may_follow(begin, OUTSIDE) && !may_follow(begin, state(1, Part::Last)));
        assert!(!may_follow(OUTSIDE, state(0, Part::Last)) && may_follow(state(0, Part::Unit), begin));
    }
}
