//! What is said of a sweep: many points over what can be decided, each against one base.

use super::{Lang, Things, counted, parameter_name, unit_name};
use crate::levers::{LEVERS, LeverKind, position};
use crate::parameters::{PARAMETERS, Params};
use crate::plan::{FieldKind, Number};
use crate::report::wording::uncertain::number_name;

/// The words of a language.
pub(in crate::report) struct SweepWords {
    /// Headings, in the order of the sections.
    pub(in crate::report) headings: [&'static str; 6],
    /// What is done.
    pub(in crate::report) what: &'static str,
    /// Title of a surface, before the name of the figure.
    pub(in crate::report) surface: &'static str,
    /// Below zero, zero and above, of euros and of anything else.
    pub(in crate::report) scale: [[&'static str; 3]; 2],
    /// The cell that is the base.
    pub(in crate::report) base: &'static str,
    /// Units of cells: thousands of euros, and people; with what a question mark says.
    pub(in crate::report) units: [&'static str; 2],
    /// How a surface is read.
    pub(in crate::report) reading: &'static str,
    /// How a surface over more than two keys is read.
    pub(in crate::report) panels: &'static str,
    /// A dot, and the line through the means.
    pub(in crate::report) dots: [&'static str; 2],
    /// The line of one axis, and its band.
    pub(in crate::report) line: &'static str,
    /// What the lines and dots of a trade-off are.
    pub(in crate::report) frontier: &'static str,
    /// That the corner is noisy.
    pub(in crate::report) corner: &'static str,
    /// Caption of the table of points, and its heads: point, and behind the differences their verdicts.
    pub(in crate::report) points: &'static str,
    pub(in crate::report) point: &'static str,
    pub(in crate::report) verdict: &'static str,
    /// That there are more in the file.
    pub(in crate::report) more: &'static str,
    /// How to read it, as a list.
    pub(in crate::report) rules: [&'static str; 4],
    /// How to do it again.
    pub(in crate::report) again: &'static str,
    /// Heads of the table of what is varied.
    pub(in crate::report) varied: [&'static str; 3],
    lang: Lang,
}

static ENGLISH: SweepWords = SweepWords {
    headings: ["In brief", "What is varied", "The surface", "The trade-off", "The points", "How sure this is"],
    what: "Each point is a plan: the base with other values of what is varied. All are computed on the same samples, \
           so that they can be held against each other.",
    surface: "Difference from the base",
    scale: [["cheaper", "0", "dearer"], ["fewer people", "0", "more people"]],
    base: "the base",
    units: [
        "thousand euros per year, difference from the base; ? = undecided",
        "people, difference from the base; ? = undecided",
    ],
    reading: "A question mark says that the samples disagree, or that too few were computed.",
    panels: "Each dot is a point. The line goes through the means of the points with about the same value; the others \
             differ in everything else that is varied.",
    dots: ["A point", "Mean of points with about this value"],
    line: "Mean of the samples, and what 90 of 100 of them hold",
    frontier: "The dashed line goes through the points that no other beats on average. Points without a letter are in \
               the table or in sweep.csv.",
    corner: "Whoever picks the best of many points also picks luck: beside its neighbours the best one looks better \
             than it is. Look at the neighbours too, and compute a point that you like once more with another --seed.",
    points: "The points",
    point: "Point",
    verdict: "Verdict",
    more: "The table has the points of the frontier, the ends and the base. All points, figures and periods are in \
           sweep.csv.",
    rules: [
        "A range holds 90 of 100 samples. It is of what nobody knows and of chance.",
        "Better or worse is said where at least 90 of 100 samples agree, and the mean is more than the smallest \
         difference that matters.",
        "Every point is judged by itself. Of many points some verdicts are wrong by chance.",
        "Nothing was computed between points. Do not read values from between them, or beyond the last one.",
    ],
    again: "In the result folder this gives the same numbers:",
    varied: ["Key", "Values", "In the base"],
    lang: Lang::En,
};

static DUTCH: SweepWords = SweepWords {
    headings: ["In het kort", "Wat varieert", "Het vlak", "De afweging", "De punten", "Hoe zeker is dit?"],
    what: "Elk punt is een plan: de basis met andere waarden van wat varieert. Alle plannen zijn in dezelfde werelden \
           doorgerekend. Daarom kunt u ze naast elkaar leggen.",
    surface: "Verschil met de basis",
    scale: [["goedkoper", "0", "duurder"], ["minder mensen", "0", "meer mensen"]],
    base: "de basis",
    units: [
        "duizend euro per jaar, verschil met de basis; ? = onbeslist",
        "mensen, verschil met de basis; ? = onbeslist",
    ],
    reading: "Een vraagteken betekent: de werelden verschillen, of wij rekenden er te weinig door.",
    panels: "Elke stip is een punt. De lijn loopt door het gemiddelde van punten met ongeveer dezelfde waarde. Zij \
             verschillen in al het andere dat varieert.",
    dots: ["Een punt", "Gemiddelde van punten met ongeveer deze waarde"],
    line: "Gemiddelde van de werelden, en waar 90 van de 100 werelden liggen",
    frontier: "De streeplijn loopt door de punten die gemiddeld door geen ander punt worden verslagen. De punten \
               zonder letter staan in de tabel of in sweep.csv.",
    corner: "Wie het beste van veel punten kiest, kiest ook geluk. Het beste punt lijkt beter dan het is. Kijk daarom \
             ook naar de punten ernaast. Reken een goed punt nog eens door met een andere --seed.",
    points: "De punten",
    point: "Punt",
    verdict: "Oordeel",
    more: "In de tabel staan de beste punten, de uitersten en de basis. Alle punten, cijfers en periodes staan in \
           sweep.csv.",
    rules: [
        "Binnen een marge liggen 90 van de 100 werelden. Die marge komt door wat niemand weet, en door toeval.",
        "Beter of slechter zeggen wij als 90 van de 100 werelden het eens zijn. Het verschil moet ook groot genoeg \
         zijn.",
        "Elk punt krijgt een eigen oordeel. Bij veel punten zijn sommige oordelen door toeval fout.",
        "Tussen de punten is niets berekend. Lees daar geen waarden af, en ook niet voorbij het laatste punt.",
    ],
    again: "In de map met het resultaat geeft dit dezelfde getallen:",
    varied: ["Sleutel", "Waarden", "In de basis"],
    lang: Lang::Nl,
};

impl SweepWords {
    /// Those of a language.
    pub(in crate::report) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl => &DUTCH,
        }
    }

    /// The title of the page.
    pub(in crate::report) fn title(&self, base: &str, district: &str) -> String {
        match self.lang {
            Lang::En => format!("Sweep around “{base}” in {district}"),
            Lang::Nl => format!("Verkenning rond “{base}” in {district}"),
        }
    }

    /// How much was computed.
    pub(in crate::report) fn computed(&self, points: u32, samples: u32, residents: u32, years: u32) -> String {
        let samples = counted(self.lang, samples, Things::Samples);
        let residents = counted(self.lang, residents, Things::Residents);
        match self.lang {
            Lang::En => format!("{points} points, {samples}, {residents}, {years} years."),
            Lang::Nl => format!("{points} punten, {samples}, {residents}, {years} jaar."),
        }
    }

    /// Where a figure is lowest, and where highest.
    pub(in crate::report) fn lowest(&self, figure: &str, low: (&str, &str), high: (&str, &str)) -> String {
        let ((low, at), (high, up)) = (low, high);
        match self.lang {
            Lang::En => format!("{figure}: lowest at {at} ({low}), highest at {up} ({high})."),
            Lang::Nl => format!("{figure}: het laagst bij {at} ({low}), het hoogst bij {up} ({high})."),
        }
    }

    /// Of how many points a figure is undecided.
    pub(in crate::report) fn undecided(&self, figure: &str, undecided: usize, points: usize) -> String {
        match self.lang {
            Lang::En => format!("{figure}: undecided at {undecided} of {points} points."),
            Lang::Nl => format!("{figure}: onbeslist bij {undecided} van de {points} punten."),
        }
    }

    /// What a surface shows: between which points the mean lies, over which keys.
    pub(in crate::report) fn surface_is(&self, figure: &str, axes: &[String]) -> String {
        let axes = self.list(axes);
        match self.lang {
            Lang::En => format!("{figure}, by {axes}: the mean of the samples, less the base."),
            Lang::Nl => format!("{figure}, naar {axes}: gemiddelde van de werelden, min de basis."),
        }
    }

    /// How many points stand on the frontier.
    pub(in crate::report) fn stand(&self, frontier: usize, points: usize) -> String {
        match (self.lang, frontier) {
            (Lang::En, 1) => format!("On average one of {points} points, the base among them, is beaten by no other."),
            (Lang::En, n) => format!("On average {n} of {points} points, the base among them, are beaten by no other."),
            (Lang::Nl, 1) => {
                format!("Van {points} punten, de basis erbij, wordt er gemiddeld één door geen ander verslagen.")
            }
            (Lang::Nl, n) => {
                format!("Van {points} punten, de basis erbij, worden er gemiddeld {n} door geen ander verslagen.")
            }
        }
    }

    /// `a, b and c`.
    pub(in crate::report) fn list(&self, items: &[String]) -> String {
        self.lang.voice().list(items)
    }
}

/// What a key that is varied is called; the key itself where it has no name.
pub(in crate::report) fn varied_name(lang: Lang, key: &str) -> String {
    if let Some(lever) = position(key) {
        let meta = &LEVERS[lever].meta;
        return if lang == Lang::Nl { meta.dutch } else { meta.name }.to_owned();
    }
    if let Some(parameter) = Params::position(key) {
        return parameter_name(lang, &PARAMETERS[parameter]).to_owned();
    }
    let number = Number::all().find(|number| number.path() == key);
    number.map_or_else(|| key.to_owned(), |number| number_name(lang, number))
}

/// The unit of a key that is varied; empty where it has none.
pub(in crate::report) fn varied_unit(lang: Lang, key: &str) -> String {
    let unit = if let Some(lever) = position(key) {
        LEVERS[lever].meta.unit
    } else if let Some(parameter) = Params::position(key) {
        PARAMETERS[parameter].unit
    } else {
        let number = Number::all().find(|number| number.path() == key);
        number.filter(|number| number.field().kind == FieldKind::Number).map_or("", |number| number.field().unit)
    };
    if unit.is_empty() { String::new() } else { unit_name(lang, unit).to_owned() }
}

/// A value of a key as people read it: a choice in words, a number with the decimal sign of the language.
pub(in crate::report) fn varied_value(lang: Lang, key: &str, value: &str) -> String {
    let plain = value.trim_matches('"');
    if let Some(lever) = position(key)
        && let LeverKind::Choice(options) = LEVERS[lever].meta.kind
        && let Some(option) = options.iter().find(|option| **option == plain)
    {
        return super::lever_choice(lang, option).to_owned();
    }
    let words = lang.voice().words();
    match plain {
        "true" => words.yes.to_owned(),
        "false" => words.no.to_owned(),
        _ if lang == Lang::Nl && plain.parse::<f64>().is_ok() => plain.replace('.', ","),
        _ => plain.to_owned(),
    }
}
