use crate::{Date, Rule, Span};

/// A time expression with its TIMEX3 value.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Where it stands.
    pub span: Span,
    /// Point, duration or repetition.
    pub kind: TimexKind,
    /// ISO-TimeML: '2025-04-18', 'P3Y', 'XXXX-WXX-4', 'PRESENT_REF'.
    pub value: String,
    /// START, MID, END, APPROX, BEFORE …
    pub modifier: Option<Rule>,
    /// What it was resolved against.
    pub anchor: Option<Anchor>,
    /// First and last day of what it denotes.
    pub interval: Option<(Date, Date)>,
    /// For an end of a range ('from May 3 to 5'): the index of the other end in
    /// the list that holds both.
    pub range_with: Option<u32>,
    /// What found it.
    pub rule: Rule,
}

/// The day that a time expression was read against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The day.
    pub day: Date,
    /// Where it is from: 'published', 'caption', 'post', 'narrative'.
    pub from: Rule,
}

/// TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexKind {
    /// A day or something longer.
    Date,
    /// A time of day.
    Time,
    /// How long.
    Duration,
    /// How often.
    Set,
}

impl TimexKind {
    /// All types.
    pub const ALL: &[TimexKind] = &[TimexKind::Date, TimexKind::Time, TimexKind::Duration, TimexKind::Set];

    /// The name in records: 'DATE'.
    pub fn name(self) -> &'static str {
        match self {
            TimexKind::Date => "DATE",
            TimexKind::Time => "TIME",
            TimexKind::Duration => "DURATION",
            TimexKind::Set => "SET",
        }
    }

    /// The type of that name.
    pub fn from_name(name: &str) -> Option<TimexKind> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}
