//! Files, folders and JSONL in; decoded records out.
