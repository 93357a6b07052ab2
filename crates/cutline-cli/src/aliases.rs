//! The file of `entities --aliases`.
//!
//! ```toml
//! merge = [["Kit Orr", "K. Orr", "the Iron Mayor"]]  # one entity, called by the first
//! split = ["Bela"]                                   # apart in every document
//! drop = ["Close", { name = "May", label = "PERSON" }]
//!
//! [rename]
//! "Kit Orr" = "Christopher Orr"
//! ```

use std::collections::BTreeMap;

use anyhow::{Context, anyhow};
use cutline::doc::Label;
use cutline::entities::{Named, Overrides};
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    merge: Vec<Vec<Name>>,
    split: Vec<Name>,
    drop: Vec<Name>,
    rename: BTreeMap<String, String>,
}

/// A name, or a name of one label only.
#[derive(Deserialize)]
#[serde(untagged)]
enum Name {
    Any(String),
    Of { name: String, label: String },
}

/// Reads the file's text.
///
/// # Errors
/// If it is no TOML, holds other keys, or names a label that there is not.
pub fn parse(text: &str) -> anyhow::Result<Overrides> {
    let file: File = toml::from_str(text)?;
    let bare = |name: String| Named { name, label: None };
    Ok(Overrides {
        merge: file.merge.into_iter().map(named).collect::<anyhow::Result<_>>()?,
        split: named(file.split)?,
        drop: named(file.drop)?,
        rename: file.rename.into_iter().map(|(from, to)| (bare(from), to)).collect(),
    })
}

fn named(names: Vec<Name>) -> anyhow::Result<Vec<Named>> {
    names.into_iter().map(Name::read).collect()
}

impl Name {
    fn read(self) -> anyhow::Result<Named> {
        match self {
            Name::Any(name) => Ok(Named { name, label: None }),
            Name::Of { name, label } => {
                let known = Label::from_name(&label).ok_or_else(|| anyhow!("'{label}' is no label of names"));
                let labels: Vec<&str> = Label::ALL.iter().map(|label| label.name()).collect();
                let label = known.with_context(|| format!("labels are {}", labels.join(", ")))?;
                Ok(Named { name, label: Some(label) })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use cutline::doc::Label;
    use cutline::entities::Named;

    use super::parse;

    #[test]
    fn all_four_decisions_are_read() {
        let text = "merge = [['Kit Orr', 'K. Orr']]\nsplit = ['Bela']\n\
                    drop = ['Close', { name = 'May', label = 'PERSON' }]\n[rename]\n'Kit Orr' = 'Christopher Orr'\n";
        let read = parse(text).unwrap();
        assert_eq!(read.merge[0].iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Kit Orr", "K. Orr"]);
        assert_eq!(read.split[0].name, "Bela");
        assert_eq!(read.drop[1], Named { name: "May".into(), label: Some(Label::Person) });
        assert_eq!(read.rename[0].1, "Christopher Orr");
        assert_eq!(parse("").unwrap(), cutline::entities::Overrides::default());
    }

    #[test]
    fn mistakes_are_said() {
        assert!(parse("merge = 3").is_err());
        assert!(parse("marge = []").unwrap_err().to_string().contains("marge"));
        let wrong = parse("drop = [{ name = 'May', label = 'MONTH' }]").unwrap_err();
        assert_eq!(wrong.root_cause().to_string(), "'MONTH' is no label of names");
    }
}
