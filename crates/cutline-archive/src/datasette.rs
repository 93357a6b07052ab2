//! `metadata.json` for Datasette.

use serde_json::{Value, json};

/// What Datasette should know of the archive whose file is called `NAME.db`.
///
/// ```
/// let metadata = cutline_archive::metadata("news");
/// assert_eq!(metadata["databases"]["news"]["tables"]["documents"]["fts_table"], "documents_fts");
/// ```
pub fn metadata(name: &str) -> Value {
    json!({
        "title": format!("{name}: an archive of news"),
        "description": "Documents, captions, names, dates and quotations, as cutline read them.",
        "databases": { name: { "tables": tables(), "queries": queries() } },
    })
}

fn tables() -> Value {
    json!({
        "documents": {
            "description": "One row a document.",
            "facets": ["agency", "section", "language", "format"],
            "label_column": "headline",
            "fts_table": "documents_fts",
            "fts_pk": "key",
            "sort_desc": "published",
            "size": 20,
        },
        "captions": {
            "description": "Photo captions. `cluster` joins repeats of one photo.",
            "facets": ["file_photo", "place"],
            "label_column": "lead",
            "fts_table": "captions_fts",
            "fts_pk": "key",
        },
        "credits": { "facets": ["agency", "photographers", "pool"], "label_column": "raw" },
        "entities": { "facets": ["label", "country"], "label_column": "name", "sort_desc": "mentions" },
        "names": { "facets": ["label"], "label_column": "name" },
        "mentions": { "facets": ["label"] },
        "quotes": { "facets": ["kind", "speaker_via"], "label_column": "content" },
        "timexes": { "facets": ["type"] },
        "blocks": { "facets": ["kind"] },
        "clusters": { "label_column": "id", "sort_desc": "size" },
        "stories": { "label_column": "id", "sort_desc": "size" },
        "said": { "description": "Who said what, when.", "facets": ["speaker", "kind"] },
        "pictures": { "description": "Captions with their credits.", "facets": ["agency", "photographers"] },
        "records": { "hidden": true },
        "meta": { "hidden": true },
    })
}

fn queries() -> Value {
    json!({
        "most_quoted": {
            "title": "Who is quoted most",
            "sql": "select speaker, count(*) as quotes from said where speaker is not null group by speaker order by quotes desc limit 50",
        },
        "captions_by_agency": {
            "title": "Captions by agency",
            "sql": "select agency, count(distinct cluster) as pictures, count(*) as captions from pictures group by agency order by pictures desc",
        },
    })
}
