//! Scenario files: from text to a checked [`Scenario`](crate::plan::Scenario), and back. They are opened only here.
//!
//! A file is read in layers: its bases first, innermost first, then the file, then options. Each layer is checked
//! whole, so that every mistake of every file shows at once. What a layer leaves out keeps the value of the layer
//! below; the lowest layer is the registries' defaults.

mod arms;
mod beside;
mod cells;
mod checks;
mod contents;
mod context;
mod design;
mod differences;
mod district;
mod draft;
mod extent;
mod files;
mod headlines;
mod idle_levers;
mod layer;
mod lines;
mod load;
mod loaded;
mod nearest;
mod numbers;
mod options;
mod organisation;
mod own;
mod parts;
mod places;
mod problems;
mod questions;
mod reader;
mod recognition;
mod repeated;
mod search;
mod sections;
mod teams;
mod texts;
mod version;
mod warnings;
mod world;
mod write;

pub use arms::world_differences;
pub use contents::{BuiltIn, DESIGNS, DISTRICTS, ORGANISATIONS, SCENARIOS, WORLDS};
pub(crate) use differences::changed_fields;
pub use district::parse_profile;
pub use files::MAX_FILE_BYTES;
pub use headlines::{BoxKind, headline, in_box, scenario_in_box};
pub use load::{Given, load, load_all, load_district, load_given, load_text, load_text_beside};
pub use loaded::{Loaded, Overrides};
#[cfg(feature = "cli")]
pub(crate) use nearest::suggestion;
pub use own::{OWN_NAMES, own_names};
pub use questions::{Asker, QUESTIONS, Question, answered, question};
pub use reader::{Origin, SourceText};
pub use recognition::{Checked, check_file};
pub use search::{Match, meant_by, search};
pub(crate) use texts::quoted;
#[cfg(feature = "cli")]
pub(crate) use texts::{FORMS, remit_texts};
pub use texts::{
    context_fields, course_text, design_text, distribution_text, number_text, price_text, short_text, value_text,
};
pub use version::SCHEMA_VERSION;
pub use write::{DESIGN_FILE, write_merged};
