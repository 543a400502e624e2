//! The figures: plain descriptions of what to draw, and, with the feature `charts`, the drawing as SVG.
//!
//! Drawing is done through `plotters` alone and here alone. Text keeps to the size that a browser's sans-serif has at
//! most, labels stand beside their lines instead of in a legend where they can, and no two differ by colour only: lines
//! differ by dash, stacked parts by order and name.

#![cfg_attr(not(feature = "charts"), expect(dead_code, reason = "nothing is drawn without the feature"))]

#[cfg(feature = "charts")]
mod canvas;
#[cfg(feature = "charts")]
mod draw;
#[cfg(feature = "charts")]
mod flows;
#[cfg(feature = "charts")]
mod heat;
#[cfg(feature = "charts")]
mod plans;
#[cfg(feature = "charts")]
mod plot;
#[cfg(feature = "charts")]
mod points;
#[cfg(feature = "charts")]
mod rings;
mod spec;

pub(super) use spec::{
    AxisLabel, Band, Bar, Content, Curve, Dots, Flows, Heat, HeatCell, Line, PlanPoint, Plans, Plot, Points, Ring,
    RingLink, Spec, Stack,
};

use super::escaped::escape;

/// A figure as a file: a name without extension, and SVG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureFile {
    /// Name of the file in `figures/`, without extension.
    pub name: String,
    /// The picture, complete with title and description.
    pub svg: String,
}

impl Spec {
    /// The picture as an SVG file; `None` if kantel was built without figures.
    #[cfg(feature = "charts")]
    pub(super) fn svg(&self, label: AxisLabel) -> Option<String> {
        let body = draw::draw(self, label)?;
        Some(self.accessible(&body))
    }

    /// The picture as an SVG file; `None` if kantel was built without figures.
    #[cfg(not(feature = "charts"))]
    #[expect(clippy::unused_self, reason = "the same signature as with figures")]
    pub(super) fn svg(&self, _: AxisLabel) -> Option<String> {
        None
    }

    /// Adds role, title and description, and lets the page decide on the size.
    fn accessible(&self, drawn: &str) -> String {
        let (head, body) = drawn.split_once(">\n").unwrap_or(("<svg", drawn));
        let view = head.split_once("viewBox=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or("0 0 100 100");
        let id = &self.id;
        format!(
            "<svg viewBox=\"{view}\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{id}-title \
             {id}-desc\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>\n{}",
            escape(&self.title),
            escape(&self.description),
            body.replace("font-family=\"sans-serif\"", "font-family=\"Segoe UI, Helvetica, Arial, sans-serif\"")
        )
    }
}
