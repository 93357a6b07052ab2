CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE stories (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    canonical INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
    because TEXT,
    size INTEGER NOT NULL
);

CREATE TABLE documents (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    headline TEXT,
    published TEXT,
    published_how TEXT,
    published_inferred INTEGER,
    modified TEXT,
    byline TEXT,
    agency TEXT,
    dateline TEXT,
    section TEXT,
    site TEXT,
    url TEXT,
    language TEXT,
    words INTEGER NOT NULL,
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    encoding TEXT NOT NULL,
    stamp TEXT NOT NULL,
    story INTEGER REFERENCES stories(key) ON DELETE SET NULL,
    story_relation TEXT,
    story_similarity REAL,
    story_containment REAL,
    text TEXT NOT NULL
);
CREATE INDEX documents_published ON documents(published);
CREATE INDEX documents_agency ON documents(agency);
CREATE INDEX documents_story ON documents(story);
CREATE INDEX stories_canonical ON stories(canonical);

-- The whole record of a document: JSON as `extract` writes it, compressed by zlib.
CREATE TABLE records (
    document INTEGER PRIMARY KEY REFERENCES documents(key) ON DELETE CASCADE,
    record BLOB NOT NULL
);

-- Offsets count code points of `documents.text`: substr(text, start + 1, "end" - start).
CREATE TABLE blocks (
    key INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    rule TEXT NOT NULL,
    of INTEGER,
    UNIQUE (document, n)
);

CREATE TABLE clusters (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    canonical INTEGER NOT NULL REFERENCES captions(key) ON DELETE CASCADE,
    size INTEGER NOT NULL
);
CREATE INDEX clusters_canonical ON clusters(canonical);

CREATE TABLE captions (
    key INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    lead TEXT NOT NULL,
    file_photo INTEGER NOT NULL,
    truncated INTEGER NOT NULL,
    date TEXT,
    place TEXT,
    image TEXT,
    cluster INTEGER REFERENCES clusters(key) ON DELETE SET NULL,
    relation TEXT,
    similarity REAL,
    differs TEXT,
    UNIQUE (document, n)
);
CREATE INDEX captions_cluster ON captions(cluster);

CREATE TABLE credits (
    key INTEGER PRIMARY KEY,
    caption INTEGER NOT NULL UNIQUE REFERENCES captions(key) ON DELETE CASCADE,
    raw TEXT NOT NULL,
    photographers TEXT,
    agency TEXT,
    via TEXT,
    pool INTEGER NOT NULL
);
CREATE INDEX credits_agency ON credits(agency);

-- Who and what is named, over all documents.
CREATE TABLE entities (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    name TEXT NOT NULL,
    roles TEXT,
    documents INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    country TEXT,
    latitude REAL,
    longitude REAL,
    merged_because TEXT,
    doubts TEXT
);
CREATE INDEX entities_label ON entities(label);

CREATE TABLE aliases (
    entity INTEGER NOT NULL REFERENCES entities(key) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    text TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (entity, n)
) WITHOUT ROWID;
CREATE INDEX aliases_text ON aliases(text COLLATE NOCASE);

-- Who and what one document names.
CREATE TABLE names (
    key INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    label TEXT NOT NULL,
    name TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    entity INTEGER REFERENCES entities(key) ON DELETE SET NULL,
    UNIQUE (document, n)
);
CREATE INDEX names_entity ON names(entity);

CREATE TABLE mentions (
    key INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    label TEXT NOT NULL,
    name INTEGER REFERENCES names(key) ON DELETE SET NULL,
    score REAL NOT NULL,
    rule TEXT NOT NULL
);
CREATE INDEX mentions_document ON mentions(document);
CREATE INDEX mentions_name ON mentions(name);

CREATE TABLE quotes (
    key INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
    n INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    content TEXT NOT NULL,
    cue TEXT,
    source TEXT,
    kind TEXT NOT NULL,
    speaker INTEGER REFERENCES names(key) ON DELETE SET NULL,
    speaker_via TEXT NOT NULL,
    score REAL NOT NULL,
    rule TEXT NOT NULL,
    same_as INTEGER,
    UNIQUE (document, n)
);
CREATE INDEX quotes_speaker ON quotes(speaker);

CREATE TABLE timexes (
    key INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    "mod" TEXT,
    anchor TEXT,
    first_day TEXT,
    last_day TEXT,
    rule TEXT NOT NULL
);
CREATE INDEX timexes_document ON timexes(document);
CREATE INDEX timexes_first_day ON timexes(first_day);

CREATE VIEW said AS
SELECT quotes.key, entities.name AS speaker, quotes.content, quotes.kind, documents.published,
       documents.headline, documents.id AS document, entities.id AS entity
FROM quotes
JOIN documents ON documents.key = quotes.document
LEFT JOIN names ON names.key = quotes.speaker
LEFT JOIN entities ON entities.key = names.entity;

CREATE VIEW pictures AS
SELECT captions.key, captions.text, credits.agency, credits.photographers, credits.raw AS credit,
       captions.date, captions.place, clusters.id AS cluster, documents.published, documents.id AS document
FROM captions
JOIN documents ON documents.key = captions.document
LEFT JOIN credits ON credits.caption = captions.key
LEFT JOIN clusters ON clusters.key = captions.cluster;

CREATE VIRTUAL TABLE documents_fts USING fts5(
    headline, text, content='documents', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_ai AFTER INSERT ON documents BEGIN
    INSERT INTO documents_fts(rowid, headline, text) VALUES (new.key, new.headline, new.text);
END;
CREATE TRIGGER documents_ad AFTER DELETE ON documents BEGIN
    INSERT INTO documents_fts(documents_fts, rowid, headline, text) VALUES ('delete', old.key, old.headline, old.text);
END;
CREATE TRIGGER documents_au AFTER UPDATE OF headline, text ON documents BEGIN
    INSERT INTO documents_fts(documents_fts, rowid, headline, text) VALUES ('delete', old.key, old.headline, old.text);
    INSERT INTO documents_fts(rowid, headline, text) VALUES (new.key, new.headline, new.text);
END;

CREATE VIRTUAL TABLE captions_fts USING fts5(
    text, content='captions', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER captions_ai AFTER INSERT ON captions BEGIN
    INSERT INTO captions_fts(rowid, text) VALUES (new.key, new.text);
END;
CREATE TRIGGER captions_ad AFTER DELETE ON captions BEGIN
    INSERT INTO captions_fts(captions_fts, rowid, text) VALUES ('delete', old.key, old.text);
END;
CREATE TRIGGER captions_au AFTER UPDATE OF text ON captions BEGIN
    INSERT INTO captions_fts(captions_fts, rowid, text) VALUES ('delete', old.key, old.text);
    INSERT INTO captions_fts(rowid, text) VALUES (new.key, new.text);
END;
