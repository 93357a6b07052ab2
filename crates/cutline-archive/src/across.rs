//! What was found across documents.

use std::collections::{BTreeMap, BTreeSet};

use cutline_doc::{CaptionGroup, CorpusEntity, StoryGroup};
use cutline_report::caption_id;
use rusqlite::types::Null;
use rusqlite::{Transaction, params};

use crate::put::clean;
use crate::{Archive, Result};

/// What was found across all documents of an archive.
///
/// Its indices count the documents in the order of their ids, as
/// [`Archive::each`] hands them over, and the captions of all of them in that
/// order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Across {
    /// Who and what is named.
    pub entities: Vec<CorpusEntity>,
    /// Captions of one photo.
    pub captions: Vec<CaptionGroup>,
    /// Versions of one story.
    pub stories: Vec<StoryGroup>,
}

/// How many rows changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Names that now belong to another entity than before.
    pub names: usize,
    /// Captions that now belong to another cluster.
    pub captions: usize,
    /// Documents that now belong to another story.
    pub stories: usize,
}

impl Archive {
    /// Whether what was found across documents is that of the documents that
    /// are in: whether nothing was put in or taken out since it was settled.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn is_settled(&self) -> Result<bool> {
        Ok(self.meta("settled")?.as_deref() == Some("1"))
    }

    /// Writes what was found across documents, in one transaction; rows that
    /// stay as they were are not touched.
    ///
    /// # Errors
    /// Those of SQLite.
    pub fn settle(&mut self, across: &Across) -> Result<Settled> {
        let transaction = self.connection.transaction()?;
        let keys = Keys::read(&transaction)?;
        let settled = Settled {
            names: entities(&transaction, &keys, &across.entities)?,
            captions: clusters(&transaction, &keys, &across.captions)?,
            stories: stories(&transaction, &keys, &across.stories)?,
        };
        transaction.execute("UPDATE meta SET value = '1' WHERE key = 'settled'", [])?;
        transaction.commit()?;
        Ok(settled)
    }
}

/// Keys by place.
struct Keys {
    /// Of documents, with their ids.
    documents: Vec<(i64, String)>,
    /// Of the names of each document.
    names: Vec<Vec<i64>>,
    /// Of all captions, with the place of their document and their number there.
    captions: Vec<(i64, usize, usize)>,
}

impl Keys {
    fn read(transaction: &Transaction<'_>) -> Result<Keys> {
        let mut all = transaction.prepare("SELECT key, id FROM documents ORDER BY id")?;
        let documents: Vec<(i64, String)> =
            all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        let places: BTreeMap<i64, usize> = documents.iter().enumerate().map(|(n, (key, _))| (*key, n)).collect();
        let of = |table: &str| -> Result<Vec<Vec<i64>>> {
            let mut lists = vec![Vec::new(); documents.len()];
            let mut all = transaction.prepare(&format!("SELECT document, key FROM {table} ORDER BY document, n"))?;
            let mut rows = all.query([])?;
            while let Some(row) = rows.next()? {
                if let Some(&place) = places.get(&row.get(0)?) {
                    lists[place].push(row.get(1)?);
                }
            }
            Ok(lists)
        };
        let numbered =
            |(place, keys): (usize, Vec<i64>)| keys.into_iter().enumerate().map(move |(n, key)| (key, place, n));
        let captions = of("captions")?.into_iter().enumerate().flat_map(numbered).collect();
        Ok(Keys { names: of("names")?, captions, documents })
    }

    fn caption_id(&self, index: usize) -> String {
        let (_, place, n) = self.captions[index];
        caption_id(&self.documents[place].1, n)
    }
}

/// The keys of a table's rows by their ids; those that are not used again are
/// taken out at the end.
struct Kept {
    table: &'static str,
    keys: BTreeMap<String, i64>,
    used: BTreeSet<i64>,
}

impl Kept {
    fn read(transaction: &Transaction<'_>, table: &'static str) -> Result<Kept> {
        let mut all = transaction.prepare(&format!("SELECT id, key FROM {table}"))?;
        let keys = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        Ok(Kept { table, keys, used: BTreeSet::new() })
    }

    fn key(&mut self, id: &str) -> Option<i64> {
        let key = self.keys.get(id).copied();
        self.used.extend(key);
        key
    }

    fn drop_others(self, transaction: &Transaction<'_>) -> Result<()> {
        let mut delete = transaction.prepare(&format!("DELETE FROM {} WHERE key = ?1", self.table))?;
        for key in self.keys.values().filter(|key| !self.used.contains(key)) {
            delete.execute([key])?;
        }
        Ok(())
    }
}

fn entities(transaction: &Transaction<'_>, keys: &Keys, entities: &[CorpusEntity]) -> Result<usize> {
    let mut kept = Kept::read(transaction, "entities")?;
    let mut belong = transaction.prepare("UPDATE names SET entity = ?2 WHERE key = ?1 AND entity IS NOT ?2")?;
    let mut changed = 0;
    let mut nobody: BTreeSet<i64> = keys.names.iter().flatten().copied().collect();
    for entity in entities {
        let key = write_entity(transaction, &mut kept, entity)?;
        for member in &entity.members {
            let Some(&name) = keys.names.get(member.document).and_then(|names| names.get(member.entity as usize))
            else {
                continue;
            };
            nobody.remove(&name);
            changed += belong.execute([name, key])?;
        }
    }
    for name in nobody {
        changed += belong.execute(params![name, Null])?;
    }
    kept.drop_others(transaction)?;
    Ok(changed)
}

fn write_entity(transaction: &Transaction<'_>, kept: &mut Kept, entity: &CorpusEntity) -> Result<i64> {
    let mut documents: Vec<usize> = entity.members.iter().map(|member| member.document).collect();
    documents.dedup();
    let mentions: u32 = entity.aliases.iter().map(|alias| alias.count).sum();
    let (latitude, longitude) = entity.position.unzip();
    let roles = entity.roles.iter().map(|role| role.text.as_str());
    let values = params![
        entity.id,
        entity.label.name(),
        clean(&entity.name),
        list(roles),
        documents.len() as i64,
        mentions,
        entity.country,
        latitude.map(exact),
        longitude.map(exact),
        list(entity.merged_because.iter().map(String::as_str)),
        list(entity.doubts.iter().map(String::as_str)),
    ];
    let key = match kept.key(&entity.id) {
        Some(key) => {
            let sql = "UPDATE entities SET label = ?2, name = ?3, roles = ?4, documents = ?5, mentions = ?6, \
                       country = ?7, latitude = ?8, longitude = ?9, merged_because = ?10, doubts = ?11 WHERE id = ?1 \
                       AND (label, name, roles, documents, mentions, country, latitude, longitude, merged_because, \
                       doubts) IS NOT (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
            transaction.prepare_cached(sql)?.execute(values)?;
            key
        }
        None => {
            let sql = "INSERT INTO entities(id, label, name, roles, documents, mentions, country, latitude, longitude, \
                       merged_because, doubts) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
            transaction.prepare_cached(sql)?.execute(values)?;
            transaction.last_insert_rowid()
        }
    };
    aliases(transaction, key, entity)?;
    Ok(key)
}

fn aliases(transaction: &Transaction<'_>, key: i64, entity: &CorpusEntity) -> Result<()> {
    let write = "INSERT INTO aliases(entity, n, text, count) VALUES (?1, ?2, ?3, ?4) ON CONFLICT(entity, n) \
                 DO UPDATE SET text = excluded.text, count = excluded.count \
                 WHERE text <> excluded.text OR count <> excluded.count";
    let mut write = transaction.prepare_cached(write)?;
    for (n, alias) in entity.aliases.iter().enumerate() {
        write.execute(params![key, n as i64, clean(&alias.text), alias.count])?;
    }
    let mut delete = transaction.prepare_cached("DELETE FROM aliases WHERE entity = ?1 AND n >= ?2")?;
    delete.execute(params![key, entity.aliases.len() as i64])?;
    Ok(())
}

fn clusters(transaction: &Transaction<'_>, keys: &Keys, groups: &[CaptionGroup]) -> Result<usize> {
    let mut kept = Kept::read(transaction, "clusters")?;
    let mut belong = transaction.prepare(
        "UPDATE captions SET cluster = ?2, relation = ?3, similarity = ?4, differs = ?5 WHERE key = ?1 \
         AND (cluster, relation, similarity, differs) IS NOT (?2, ?3, ?4, ?5)",
    )?;
    let mut changed = 0;
    for group in groups {
        let id = keys.caption_id(group.canonical);
        let (canonical, _, _) = keys.captions[group.canonical];
        let key = write_group(transaction, &mut kept, &id, canonical, group.members.len())?;
        for member in &group.members {
            let (caption, _, _) = keys.captions[member.index];
            let differs = member.differs.as_deref().map(clean);
            changed +=
                belong.execute(params![caption, key, member.relation.name(), exact(member.similarity), differs])?;
        }
    }
    kept.drop_others(transaction)?;
    Ok(changed)
}

fn stories(transaction: &Transaction<'_>, keys: &Keys, groups: &[StoryGroup]) -> Result<usize> {
    let mut kept = Kept::read(transaction, "stories")?;
    let mut belong = transaction.prepare(
        "UPDATE documents SET story = ?2, story_relation = ?3, story_similarity = ?4, story_containment = ?5 \
         WHERE key = ?1 AND (story, story_relation, story_similarity, story_containment) IS NOT (?2, ?3, ?4, ?5)",
    )?;
    let mut changed = 0;
    let mut alone: BTreeSet<i64> = keys.documents.iter().map(|(key, _)| *key).collect();
    for group in groups {
        let (canonical, id) = &keys.documents[group.canonical];
        let key = write_group(transaction, &mut kept, id, *canonical, group.members.len())?;
        let because: Vec<&str> = group.because.iter().map(AsRef::as_ref).collect();
        let sql = "UPDATE stories SET because = ?2 WHERE key = ?1 AND because IS NOT ?2";
        transaction.prepare_cached(sql)?.execute(params![key, because.join("; ")])?;
        for member in &group.members {
            let (document, _) = keys.documents[member.index];
            alone.remove(&document);
            let (similarity, containment) = (exact(member.similarity), exact(member.containment));
            changed += belong.execute(params![document, key, member.relation.name(), similarity, containment])?;
        }
    }
    for document in alone {
        changed += belong.execute(params![document, Null, Null, Null, Null])?;
    }
    kept.drop_others(transaction)?;
    Ok(changed)
}

fn write_group(transaction: &Transaction<'_>, kept: &mut Kept, id: &str, canonical: i64, size: usize) -> Result<i64> {
    let (table, size) = (kept.table, size as i64);
    if let Some(key) = kept.key(id) {
        let sql = format!(
            "UPDATE {table} SET canonical = ?2, size = ?3 WHERE key = ?1 AND (canonical, size) IS NOT (?2, ?3)"
        );
        transaction.prepare_cached(&sql)?.execute([key, canonical, size])?;
        return Ok(key);
    }
    let sql = format!("INSERT INTO {table}(id, canonical, size) VALUES (?1, ?2, ?3)");
    transaction.prepare_cached(&sql)?.execute(params![id, canonical, size])?;
    Ok(transaction.last_insert_rowid())
}

fn list<'t>(texts: impl Iterator<Item = &'t str>) -> Option<String> {
    let texts: Vec<&str> = texts.collect();
    (!texts.is_empty()).then(|| clean(&texts.join("; ")).into_owned())
}

/// As it is printed: 0.97, not 0.9700000286; four decimals.
fn exact(number: f32) -> f64 {
    (f64::from(number) * 1e4).round() / 1e4
}
