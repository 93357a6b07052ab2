macro_rules! labels {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+) => {
        /// The kinds of names, as OntoNotes calls them. Dates and times are
        /// [`Timex`](crate::Timex)es, not names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Label { $($(#[doc = $doc])+ $variant,)+ }

        impl Label {
            /// All labels.
            pub const ALL: &[Label] = &[$(Label::$variant),+];

            /// The name in records: 'PERSON', 'WORK_OF_ART'.
            pub fn name(self) -> &'static str {
                match self { $(Label::$variant => $name),+ }
            }
        }
    };
}

labels! {
    /// People, without their titles.
    Person = "PERSON",
    /// Companies, agencies, parties, teams, papers.
    Org = "ORG",
    /// Countries, cities, states.
    Gpe = "GPE",
    /// Other places: rivers, mountains, regions.
    Loc = "LOC",
    /// Buildings, airports, roads, bridges.
    Fac = "FAC",
    /// Nationalities, religious and political groups.
    Norp = "NORP",
    /// Named wars, storms, games.
    Event = "EVENT",
    /// Things one can make: vehicles, weapons, foods.
    Product = "PRODUCT",
    /// Titles of books, films, songs.
    WorkOfArt = "WORK_OF_ART",
    /// Named laws and treaties.
    Law = "LAW",
    /// Languages.
    Language = "LANGUAGE",
    /// Amounts of money with their unit.
    Money = "MONEY",
    /// Percentages.
    Percent = "PERCENT",
    /// Measurements of weight, distance and the like.
    Quantity = "QUANTITY",
}

impl Label {
    /// The label of that name.
    pub fn from_name(name: &str) -> Option<Label> {
        Self::ALL.iter().copied().find(|label| label.name() == name)
    }

    /// Whether it names a place.
    pub fn is_place(self) -> bool {
        matches!(self, Label::Gpe | Label::Loc | Label::Fac)
    }

    /// Whether it is an amount rather than a name.
    pub fn is_amount(self) -> bool {
        matches!(self, Label::Money | Label::Percent | Label::Quantity)
    }
}
