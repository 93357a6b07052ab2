/// The names of the fields of a JSONL line or the columns of a table. Nothing
/// else of a line is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// Holds the id, a string or a number.
    pub id: String,
    /// Holds the text.
    pub text: String,
    /// May hold a page's mark-up, which is read instead of the text.
    pub html: Option<String>,
    /// May hold the publication date; the first that does counts.
    pub dates: Vec<String>,
    /// May hold the address that it was fetched from.
    pub url: Option<String>,
    /// May hold the day that it was fetched.
    pub crawled: Option<String>,
    /// Names the document that the text is part of; read by
    /// [`Rows`](crate::Rows) alone.
    pub document: Option<String>,
}

impl Default for Fields {
    /// `id`, `text`, and `published`, else `date`, else `dct`.
    fn default() -> Fields {
        Fields {
            id: "id".into(),
            text: "text".into(),
            html: None,
            dates: ["published", "date", "dct"].map(str::to_owned).to_vec(),
            url: None,
            crawled: None,
            document: None,
        }
    }
}

/// Well-known collections whose fields have other names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// FineWeb: `id`, `text`, `url`; its `date` is the day of the crawl.
    FineWeb,
    /// C4: `text`, `url`; its `timestamp` is that of the crawl.
    C4,
    /// CC-News as JSON lines: `text`, `url`; its `date` is that of publication.
    CcNews,
}

impl Preset {
    /// All of them.
    pub const ALL: [Preset; 3] = [Preset::FineWeb, Preset::C4, Preset::CcNews];

    /// Its name: 'fineweb'.
    pub fn name(self) -> &'static str {
        match self {
            Preset::FineWeb => "fineweb",
            Preset::C4 => "c4",
            Preset::CcNews => "cc-news",
        }
    }

    /// Its fields.
    ///
    /// ```
    /// use cutline_input::Preset;
    ///
    /// assert!(Preset::C4.fields().dates.is_empty());
    /// assert_eq!(Preset::C4.fields().crawled.as_deref(), Some("timestamp"));
    /// ```
    pub fn fields(self) -> Fields {
        let some = |name: &str| Some(name.to_owned());
        let fields = Fields { url: some("url"), dates: Vec::new(), ..Fields::default() };
        match self {
            Preset::FineWeb => Fields { crawled: some("date"), ..fields },
            Preset::C4 => Fields { id: "url".into(), crawled: some("timestamp"), ..fields },
            Preset::CcNews => Fields { id: "url".into(), dates: vec!["date".into()], ..fields },
        }
    }
}
