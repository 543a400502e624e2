//! What people read: tables, figures, the report, the result folder.

pub mod wording;
