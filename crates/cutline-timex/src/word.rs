//! What a token means to the grammar.

/// A unit of time, from short to long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season, as its TIMEX3 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// A part of the day, as its TIMEX3 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayPart {
    Dawn,
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// The class of a token. Words that no time expression or cue is made of are
/// [`Word::Other`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    Other,
    /// A punctuation mark; every kind of dash is `-`, every apostrophe `'`.
    Mark(u8),
    /// A run of digits with its length; more than nine digits count as [`Word::Other`].
    Digits(u32, u8),
    /// 'one' to 'nineteen'.
    Small(u8),
    /// 'twenty' to 'ninety'.
    Tens(u8),
    Hundred,
    Thousand,
    /// 'million' and above: amounts, never dates.
    Million,
    Dozen,
    Half,
    Couple,
    /// 'few', 'several', 'many': a number nobody gives.
    Vague,
    /// 'first' to 'twentieth', 'thirtieth'; not 'second'.
    Ordinal(u8),
    /// 'st', 'nd', 'rd', 'th' behind digits.
    OrdinalSuffix,
    /// Month number, and whether abbreviated.
    Month(u8, bool),
    /// ISO weekday number, and whether abbreviated.
    Weekday(u8, bool),
    /// 'Mondays'.
    Weekdays(u8),
    /// Singular.
    Unit(Unit),
    /// Plural.
    Units(Unit),
    /// 'second', which is a unit and an ordinal.
    OrdinalOrSecond,
    Season(Season),
    Part(DayPart),
    /// 'mornings', 'nights'.
    Parts(DayPart),
    Noon,
    Midnight,
    Overnight,
    Weekend,
    Weekends,
    /// 'weekday', 'weekdays': Monday to Friday.
    AnyWeekday,
    Today,
    Tomorrow,
    Yesterday,
    Tonight,
    Now,
    Currently,
    Current,
    Recent,
    Recently,
    Soon,
    Future,
    Present,
    /// 'nowadays'.
    Nowadays,
    The,
    A,
    This,
    That,
    These,
    Those,
    Last,
    Next,
    Past,
    Previous,
    Following,
    Coming,
    Same,
    Latest,
    Each,
    Every,
    Early,
    Earlier,
    Late,
    Later,
    Mid,
    Middle,
    Start,
    End,
    Ago,
    Before,
    After,
    From,
    To,
    Until,
    Through,
    Between,
    And,
    Or,
    Of,
    In,
    On,
    At,
    By,
    For,
    Since,
    During,
    Within,
    Over,
    About,
    Nearly,
    More,
    Less,
    Least,
    Most,
    Than,
    Up,
    No,
    EveryOther,
    Additional,
    /// 'near', 'foreseeable': what future is near or far.
    Near,
    /// 'comparable', 'corresponding'.
    Alike,
    /// 'academic', 'school', 'tax': kinds of year.
    YearKind,
    /// 'number', 'handful', 'series': with 'of', a number nobody gives.
    Handful,
    /// 'straight', 'consecutive', 'full', 'trading', 'calendar': between number and unit.
    Filler,
    Right,
    Sometime,
    Once,
    Twice,
    Times,
    Per,
    /// 'daily' and the like, with the unit.
    Repeated(Unit),
    Ended,
    Fiscal,
    Period,
    Am,
    Pm,
    /// 'GMT', 'EST': minutes east of Greenwich are not needed; only that it is a zone.
    Zone,
    Clock,
    Old,
    Long,
    /// 'weeklong' and the like, with the unit.
    UnitLong(Unit),
    /// A word that a holiday's name can begin with.
    Holiday,
    Ad,
    Bc,
    /// 'eighties'.
    Decades(u8),
    So,
    While,
    Time,
    Term,
    Just,
    Only,
    /// 'expects', 'scheduled', 'plans', 'due': what follows lies ahead.
    Ahead,
    /// 'will', "'ll", 'shall'.
    Will,
    /// 'said', 'was', 'had': what follows lies behind.
    Behind,
    /// A word that makes a number behind it no date: 'page', 'room', 'No', 'Flight'.
    Label,
    /// A currency or measure that makes the number before it no year.
    Measure,
}
