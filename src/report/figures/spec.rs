//! What is drawn, as plain data.

/// A line with an optional band around it, one value per year.
#[derive(Clone, Debug)]
pub(in crate::report) struct Line {
    /// Name, written at its end.
    pub(in crate::report) name: String,
    /// Middle, one per year from the first.
    pub(in crate::report) middle: Vec<f64>,
    /// Low and high, one per year.
    pub(in crate::report) band: Option<Vec<(f64, f64)>>,
    /// Whether it is the base: grey and dashed.
    pub(in crate::report) base: bool,
}

/// A stack of parts per year.
#[derive(Clone, Debug)]
pub(in crate::report) struct Stack {
    /// Title of the panel.
    pub(in crate::report) title: String,
    /// One per part, in the order of the names: values per year.
    pub(in crate::report) parts: Vec<Vec<f64>>,
}

/// A bar with a range.
#[derive(Clone, Debug)]
pub(in crate::report) struct Bar {
    /// Name.
    pub(in crate::report) name: String,
    /// Middle, low and high; `None` is drawn as a dash.
    pub(in crate::report) value: Option<(f64, f64, f64)>,
    /// The middle as text.
    pub(in crate::report) text: String,
    /// A total.
    pub(in crate::report) total: bool,
}

/// What is drawn.
pub(in crate::report) enum Content {
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
    /// Points on one scale both ways.
    Points(Points),
    /// Points with ranges on a scale each way.
    Plans(Plans),
    /// Dots and lines over numbers both ways.
    Plot(Plot),
    /// A table of cells in colours, each with its number.
    Heat(Heat),
    /// Flows through a column in the middle.
    Flows(Flows),
    /// Feedback loops, a ring each.
    Rings(Vec<Ring>),
}

/// A feedback loop.
#[derive(Clone, Debug)]
pub(in crate::report) struct Ring {
    /// Its key.
    pub(in crate::report) key: String,
    /// What it means.
    pub(in crate::report) name: String,
    /// Its gain, in words.
    pub(in crate::report) gain: String,
    /// Its links, in order.
    pub(in crate::report) links: Vec<RingLink>,
}

/// A link of a feedback loop.
#[derive(Clone, Debug)]
pub(in crate::report) struct RingLink {
    /// From what to what.
    pub(in crate::report) name: String,
    /// Whether more of the cause gives more (`+`) or less (`-`) of the effect.
    pub(in crate::report) sign: char,
    /// From 1, as modelled, to 0, cut.
    pub(in crate::report) strength: f64,
    /// Whether a step was fed into it to measure the gain.
    pub(in crate::report) is_fed: bool,
}

/// Flows from a column on the left to one in the middle, and from there to one on the right, on a scale each.
#[derive(Clone, Debug)]
pub(in crate::report) struct Flows {
    /// Heads of the columns.
    pub(in crate::report) heads: [String; 3],
    /// Names of the nodes of each column, from the top.
    pub(in crate::report) names: [Vec<String>; 3],
    /// From the first column to the second.
    pub(in crate::report) left: Vec<Band>,
    /// From the second column to the third.
    pub(in crate::report) right: Vec<Band>,
}

/// A flow between two nodes, by their positions in their columns.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Band {
    /// In the column on the left.
    pub(in crate::report) from: usize,
    /// In the column on the right.
    pub(in crate::report) to: usize,
    /// How much.
    pub(in crate::report) amount: f64,
}

/// Dots and lines over numbers both ways, on a scale each way.
pub(in crate::report) struct Plot {
    /// Dots, by kind.
    pub(in crate::report) dots: Vec<Dots>,
    /// Lines.
    pub(in crate::report) curves: Vec<Curve>,
    /// How numbers on the axis to the right are written.
    pub(in crate::report) right_label: Box<dyn Fn(f64) -> String>,
    /// What the axis to the right is.
    pub(in crate::report) below: String,
    /// Numbers that the axes hold whatever is drawn: to the right, and upwards.
    pub(in crate::report) holds: (Vec<f64>, Vec<f64>),
    /// Words in the corners of a plot around zero: left above, right above, left below, right below.
    pub(in crate::report) corners: Option<[String; 4]>,
}

/// Dots of a kind.
pub(in crate::report) struct Dots {
    /// What they are.
    pub(in crate::report) name: String,
    /// To the right and upwards.
    pub(in crate::report) points: Vec<(f64, f64)>,
    /// Whether they are large: what all others come to.
    pub(in crate::report) large: bool,
    /// Whether they are hollow.
    pub(in crate::report) hollow: bool,
}

/// A line through points, with a band around it.
pub(in crate::report) struct Curve {
    /// What it is.
    pub(in crate::report) name: String,
    /// To the right and upwards.
    pub(in crate::report) points: Vec<(f64, f64)>,
    /// Low and high at each point.
    pub(in crate::report) band: Option<Vec<(f64, f64)>>,
    /// Whether it is dashed.
    pub(in crate::report) dashed: bool,
}

/// Cells by two levels, coloured from below zero over zero to above.
#[derive(Clone, Debug)]
pub(in crate::report) struct Heat {
    /// Levels to the right.
    pub(in crate::report) right: Vec<String>,
    /// Levels upwards, from the bottom.
    pub(in crate::report) up: Vec<String>,
    /// By row from the bottom, then to the right; `None` where there is nothing.
    pub(in crate::report) cells: Vec<Vec<Option<HeatCell>>>,
    /// What the axis to the right is.
    pub(in crate::report) below: String,
    /// What the axis upwards is; empty of a single row.
    pub(in crate::report) beside: String,
    /// Words for below zero, zero and above it.
    pub(in crate::report) scale: [String; 3],
    /// What a frame around a cell says.
    pub(in crate::report) framed: String,
}

/// A cell.
#[derive(Clone, Debug)]
pub(in crate::report) struct HeatCell {
    /// Its number.
    pub(in crate::report) value: f64,
    /// The number as it is written.
    pub(in crate::report) text: String,
    /// Whether it has a frame.
    pub(in crate::report) framed: bool,
}

/// Plans, each a point with its ranges.
pub(in crate::report) struct Plans {
    /// Points.
    pub(in crate::report) points: Vec<PlanPoint>,
    /// How numbers on the axis to the right are written.
    pub(in crate::report) right_label: Box<dyn Fn(f64) -> String>,
    /// What the axis to the right is.
    pub(in crate::report) below: String,
    /// A line through the points that no other is better than on average.
    pub(in crate::report) frontier: Vec<(f64, f64)>,
}

/// A plan: low, middle and high both ways.
pub(in crate::report) struct PlanPoint {
    /// What stands beside it.
    pub(in crate::report) sign: String,
    /// To the right.
    pub(in crate::report) right: [f64; 3],
    /// Upwards.
    pub(in crate::report) up: [f64; 3],
    /// Whether it is the plan of now.
    pub(in crate::report) is_now: bool,
    /// Whether no other is mostly better.
    pub(in crate::report) stands: bool,
    /// Whether it stands back: small, without ranges.
    pub(in crate::report) faint: bool,
}

/// What was predicted and what was counted.
#[derive(Clone, Debug)]
pub(in crate::report) struct Points {
    /// Predicted, counted.
    pub(in crate::report) dots: Vec<(f64, f64)>,
    /// Constant and slope of a line through them.
    pub(in crate::report) line: Option<(f64, f64)>,
    /// What the axis to the right is.
    pub(in crate::report) below: String,
    /// The name of the line on which both are equal.
    pub(in crate::report) equal: String,
    /// The name of the line through the points.
    pub(in crate::report) fitted: String,
}

/// A figure to be drawn.
pub(in crate::report) struct Spec {
    /// Name of the file and stem of the ids.
    pub(in crate::report) id: String,
    /// Title.
    pub(in crate::report) title: String,
    /// Description for those who do not see it.
    pub(in crate::report) description: String,
    /// Unit, above the axis.
    pub(in crate::report) unit: String,
    /// Calendar year of the first value.
    pub(in crate::report) start_year: i32,
    /// Whether its table is open from the start, on paper too.
    pub(in crate::report) open: bool,
    /// What is drawn.
    pub(in crate::report) content: Content,
}

/// How numbers on an axis are written.
pub(in crate::report) type AxisLabel<'a> = &'a dyn Fn(f64) -> String;
