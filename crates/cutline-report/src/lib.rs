//! Records to JSONL, Markdown and terminal; the JSON Schema.
