//! Snapshots that show words over labels, and checks of every record.
