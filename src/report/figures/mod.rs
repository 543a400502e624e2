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

use super::html::escape;

/// A line with an optional band around it, one value per year.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Name, written at its end.
    pub(super) name: String,
    /// Middle, one per year from the first.
    pub(super) middle: Vec<f64>,
    /// Low and high, one per year.
    pub(super) band: Option<Vec<(f64, f64)>>,
    /// Whether it is the base: grey and dashed.
    pub(super) base: bool,
}

/// A stack of parts per year.
#[derive(Clone, Debug)]
pub(super) struct Stack {
    /// Title of the panel.
    pub(super) title: String,
    /// One per part, in the order of the names: values per year.
    pub(super) parts: Vec<Vec<f64>>,
}

/// A bar with a range.
#[derive(Clone, Debug)]
pub(super) struct Bar {
    /// Name.
    pub(super) name: String,
    /// Middle, low and high; `None` is drawn as a dash.
    pub(super) value: Option<(f64, f64, f64)>,
    /// The middle as text.
    pub(super) text: String,
    /// A total.
    pub(super) total: bool,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// Lines over years.
    Lines {
        /// Lines.
        lines: Vec<Line>,
        /// Whether zero is marked, with the words above and below it.
        zero: Option<(String, String)>,
        /// The last year of the shaded council term, and its label.
        term: Option<(i32, String)>,
        /// A word beside the band.
        band: String,
    },
    /// Two panels of stacked bars over years.
    Stacks {
        /// Panels, on one scale.
        panels: Vec<Stack>,
        /// Names of the parts, from the bottom.
        names: Vec<String>,
    },
    /// Horizontal bars from zero.
    Bars {
        /// Bars, from the top.
        bars: Vec<Bar>,
        /// Words left and right of zero.
        sides: (String, String),
    },
}

/// How numbers on an axis are written.
pub(super) type AxisLabel<'a> = &'a dyn Fn(f64) -> String;

/// A figure to be drawn.
#[derive(Clone, Debug)]
pub(super) struct Spec {
    /// Name of the file and stem of the ids.
    pub(super) id: String,
    /// Title.
    pub(super) title: String,
    /// Description for those who do not see it.
    pub(super) description: String,
    /// Unit, above the axis.
    pub(super) unit: String,
    /// Calendar year of the first value.
    pub(super) start_year: i32,
    /// Whether its table is open from the start, on paper too.
    pub(super) open: bool,
    /// What is drawn.
    pub(super) content: Content,
}

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
