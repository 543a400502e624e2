//! What people read: tables, figures, the report, the result folder.
//!
//! [`render`] makes the page and its figures from [`ReportData`] alone, so that a report can be made again from a
//! result folder, in another language, without running anything.

mod caveats;
mod change;
mod changes;
mod data;
mod escaped;
mod evidence;
mod figures;
mod fixed;
pub mod folder;
mod html;
mod judged;
mod keys;
pub mod known;
mod markdown;
mod page;
mod sections;
mod sensitivity;
mod source;
mod story;
pub mod sweep;
mod tour;
mod trade_off;
pub mod wording;
mod workbook;

pub use caveats::{Caveat, caveats};
pub use change::{Change, Changed};
pub use data::{
    DistrictFacts, DistrictFigure, Provenance, ReportData, ScenarioFacts, SeriesSummary, StatedNumber, TOGETHER,
};
pub use evidence::evidence;
pub use figures::FigureFile;
pub use folder::{comparison_csv, dutch_csv};
pub use judged::scatter;
pub(crate) use keys::{MUNICIPALITY, SEVERE_UNHELPED};
pub use page::{Report, SECTIONS, brief_figures, brief_lead, fragment, fragments, key_figures, render};
pub use sections::{BriefFigure, loops_figure};
pub use sensitivity::{NumberBar, sensitivity_figure};
pub use story::story;
pub use tour::{Asked, TourPage, aged, tour_index, tour_page};
pub use trade_off::{Rival, trade_off};
pub use workbook::workbook;
