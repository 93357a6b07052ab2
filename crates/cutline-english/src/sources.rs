/// A list that is built in, and where it is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source<'t> {
    /// As its file in `data/`.
    pub name: &'t str,
    /// How many entries it has.
    pub entries: usize,
    /// What it holds.
    pub holds: &'t str,
    /// What it was made from, with versions and licences.
    pub from: &'t str,
}

/// The lists that are built in, by name.
///
/// ```
/// let cities = cutline_english::sources().find(|source| source.name == "cities").unwrap();
/// assert!(cities.entries > 10_000 && cities.from.contains("GeoNames") && cities.from.contains("CC BY 4.0"));
/// ```
pub fn sources() -> impl Iterator<Item = Source<'static>> {
    include_str!("../data/sources.txt").lines().filter_map(|line| {
        let mut fields = line.split('\t');
        let (name, entries) = (fields.next()?, fields.next()?.parse().ok()?);
        Some(Source { name, entries, holds: fields.next()?, from: fields.next()? })
    })
}
