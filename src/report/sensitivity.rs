//! The figure of a sensitivity: a bar for each number with its range.

use super::figures::{Bar, Content, FigureFile, Spec};
use super::wording::{Lang, tick};

/// A number in the figure.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberBar {
    /// What it is called.
    pub name: String,
    /// What is told of it.
    pub value: f64,
    /// The range of that.
    pub range: (f64, f64),
    /// The same as text.
    pub text: String,
}

/// The figure, a file of this name; `None` without numbers, or if kantel was built without figures.
pub fn sensitivity_figure(
    lang: Lang,
    name: &str,
    title: &str,
    numbers: &[NumberBar],
    what: &str,
) -> Option<FigureFile> {
    let bar = |number: &NumberBar| Bar {
        name: number.name.clone(),
        value: Some((number.value, number.range.0, number.range.1)),
        text: number.text.clone(),
        total: false,
    };
    let told: Vec<String> = numbers.iter().map(|number| format!("{} {}", number.name, number.text)).collect();
    let spec = Spec {
        id: name.to_owned(),
        title: title.to_owned(),
        description: format!("{what}: {}", told.join("; ")),
        unit: String::new(),
        start_year: 0,
        open: false,
        content: Content::Bars { bars: numbers.iter().map(bar).collect(), sides: (String::new(), what.to_owned()) },
    };
    spec.svg(&|x| tick(lang, x)).map(|svg| FigureFile { name: name.to_owned(), svg })
}
