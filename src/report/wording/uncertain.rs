//! Uncertain numbers that scenarios state, in the language of a reader.

use super::{Lang, number, tick, unit_name};
use crate::entities::Product;
use crate::levers::LEVERS;
use crate::links::LINKS;
use crate::parameters::{PARAMETERS, ParamMeta};
use crate::provenance::Source;
use crate::random::Distribution;
use crate::report::data::Changed;
use crate::scenario::{Number, Place, Subject, UncertainNumber};

/// What an uncertain number is called.
pub(in crate::report) fn uncertain_name(lang: Lang, number: &UncertainNumber) -> String {
    let name = match number.place {
        Place::Organisation(number) => number_name(lang, number),
        Place::Lever(lever, _) => lever_name(lang, lever),
        Place::TeamPrice => words(lang, "Price of an hour of the team", "Prijs van een uur wijkteam"),
        Place::Homes(_) => words(lang, "Homes after sheltered living", "Woningen na beschermd wonen"),
        Place::Factor(subject, _) => subject_name(lang, subject),
    };
    let before = if number.before { words(lang, ", before the start", ", voor het begin") } else { String::new() };
    name + &before
}

fn words(lang: Lang, english: &str, dutch: &str) -> String {
    match lang {
        Lang::En => english,
        Lang::Nl => dutch,
    }
    .to_owned()
}

/// What a parameter is called.
pub fn parameter_name(lang: Lang, meta: &ParamMeta) -> &'static str {
    match lang {
        Lang::En => meta.doc,
        Lang::Nl => meta.dutch,
    }
}

/// A parameter's value, rounded as it is written.
pub(in crate::report) fn parameter_rounded(x: f64) -> f64 {
    let step = match x.abs() {
        ..0.1 => 1e5,
        0.1..100.0 => 1e2,
        _ => 1.0,
    };
    libm::round(x * step) / step
}

/// A parameter's value: as many digits as it takes, rates being small.
pub(in crate::report) fn parameter_number(lang: Lang, x: f64) -> String {
    if x != 0.0 && x.abs() < 0.1 {
        let digits = format!("{x:.5}");
        let text = digits.trim_end_matches('0').trim_end_matches('.');
        return if lang == Lang::Nl { text.replace('.', ",") } else { text.to_owned() };
    }
    if x.abs() < 100.0 { tick(lang, x) } else { number(lang, x) }
}

/// Where the distribution of a number comes from: what is told in the language of the reader, and the note on it, which
/// is English. In Dutch the range is told before the note, which then need not repeat it.
pub(in crate::report) fn source_of(lang: Lang, source: &Source, drawn: &Distribution) -> (String, &'static str) {
    let (grade, note) = (super::grade(lang, source), source.text());
    match (lang, *drawn) {
        (Lang::Nl, Distribution::Triangular { low, high, .. }) => {
            let range = format!("range {low} to {high}");
            let rest = if note == range {
                Some("")
            } else {
                note.strip_suffix(&format!("; {range}")).or_else(|| note.strip_prefix(&format!("{range}; ")))
            };
            let [low, high] = [low, high].map(|x| parameter_number(lang, x));
            (format!("{grade} ({low} tot {high})"), rest.unwrap_or(note))
        }
        _ => (grade.to_owned(), note),
    }
}

fn lever_name(lang: Lang, lever: usize) -> String {
    words(lang, LEVERS[lever].meta.name, LEVERS[lever].meta.dutch)
}

/// Something of a service.
fn of_service(lang: Lang, product: Product, english: &str, dutch: &str) -> String {
    let meta = product.meta();
    words(lang, &format!("{}: {english}", meta.english), &format!("{}: {dutch}", meta.dutch))
}

/// What a number of a team or a service is called.
fn number_name(lang: Lang, number: Number) -> String {
    match number {
        Number::TeamFte => words(lang, "Team size", "Omvang wijkteam"),
        Number::Caseload => words(lang, "Cases per FTE", "Zaken per FTE"),
        Number::Places(p) => of_service(lang, p, "places", "plaatsen"),
        Number::Hours(p) => of_service(lang, p, "hours per week", "uren per week"),
        Number::Price(p) => of_service(lang, p, "price per hour", "prijs per uur"),
        Number::Renewal(p) => of_service(lang, p, "chance of another term", "kans op verlenging"),
    }
}

/// What differs between scenarios, and the tag of the language that it is told in: the names of links are English.
pub(in crate::report) fn changed_name(lang: Lang, changed: Changed) -> (String, &'static str) {
    let name = match changed {
        Changed::Parameter(position) => {
            let meta = &PARAMETERS[position];
            format!("{} ({}, {})", parameter_name(lang, meta), meta.key, unit_name(lang, meta.unit))
        }
        Changed::Link(position) => {
            let meta = &LINKS[position];
            return (format!("Strength of a link, {}: {} to {}", meta.key, meta.from, meta.to), Lang::En.tag());
        }
        Changed::Lever(lever) => lever_name(lang, lever),
        Changed::Number(number) => number_name(lang, number),
        Changed::Duration(product) => of_service(lang, product, "length of a term", "duur van een termijn"),
        Changed::TeamPrice => words(lang, "Price of an hour of the team", "Prijs van een uur wijkteam"),
        Changed::PriceYear => words(lang, "Year of the prices", "Jaar van de prijzen"),
        Changed::DiscountRate => words(lang, "Discount rate per year", "Discontovoet per jaar"),
    };
    (name, lang.tag())
}

/// The unit of what differs, in English; empty where there is none or its name says it.
pub(in crate::report) fn changed_unit(changed: Changed) -> &'static str {
    match changed {
        Changed::Lever(lever) => LEVERS[lever].meta.unit,
        Changed::Number(number) => number.unit(),
        Changed::Duration(_) => "weeks",
        Changed::TeamPrice => "euros per hour",
        Changed::Parameter(_) | Changed::PriceYear | Changed::DiscountRate | Changed::Link(_) => "",
    }
}

/// What circumstances change.
pub(in crate::report) fn subject_name(lang: Lang, subject: Subject) -> String {
    match subject {
        Subject::Parameter(position) => parameter_name(lang, &PARAMETERS[position]).to_owned(),
        Subject::Places(product) => of_service(lang, product, "places", "plaatsen"),
    }
}

/// A distribution in words: its range in a unit (empty for none), and what is most likely where that is stated. `write`
/// writes a number.
pub(in crate::report) fn uncertain_value(
    lang: Lang,
    distribution: &Distribution,
    unit: &str,
    write: &dyn Fn(f64) -> String,
) -> String {
    let with_unit = |text: String| format!("{text} {unit}").trim_end().to_owned();
    let to = |low: f64, high: f64| {
        with_unit(match lang {
            Lang::En => format!("{} to {}", write(low), write(high)),
            Lang::Nl => format!("{} tot {}", write(low), write(high)),
        })
    };
    let most = |d: &Distribution| to(d.quantile(0.05), d.quantile(0.95));
    match (*distribution, lang) {
        (Distribution::Fixed(value), _) => with_unit(write(value)),
        (Distribution::Uniform { low, high }, _) => to(low, high),
        (Distribution::Triangular { low, mode, high }, Lang::En) => {
            format!("{}, most often about {}", to(low, high), write(mode))
        }
        (Distribution::Triangular { low, mode, high }, Lang::Nl) => {
            format!("{}, het vaakst rond {}", to(low, high), write(mode))
        }
        (unbounded, Lang::En) => format!("{}, in 90 of 100 samples", most(&unbounded)),
        (unbounded, Lang::Nl) => format!("{}, in 90 van de 100 werelden", most(&unbounded)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_told_in_dutch_and_not_again_in_english() {
        let told = |key: &str| {
            let meta = PARAMETERS.iter().find(|meta| meta.key == key).expect("exists");
            source_of(Lang::Nl, &meta.source, &meta.default)
        };
        assert_eq!(told("onset.moderate"), ("aanname (0,12 tot 0,28)".to_owned(), ""));
        let law = "law: within four weeks (Wgs art. 4); median 1 to 3.5";
        assert_eq!(told("debt.talk_weeks"), ("aanname (1 tot 3,5)".to_owned(), law));
        let known = "a year to become known: range 0.01 to 0.05";
        assert_eq!(told("team.visibility_rate"), ("aanname (0,01 tot 0,05)".to_owned(), known));
        let rest = "refusals are not published per product";
        assert_eq!(told("gate.grant"), ("aanname (0,7 tot 0,95)".to_owned(), rest));
        let spread = "risk ratio of lowest against highest income, after NEMESIS: higher in low income";
        assert_eq!(told("onset.income_ratio"), ("aanname (1,5 tot 2,5)".to_owned(), spread));
        assert_eq!(told("care.sigma"), ("afgesteld".to_owned(), "with care.median, to the same figures"));
    }

    #[test]
    fn a_distribution_is_told_by_what_it_states() {
        let write = |x: f64| super::super::tick(Lang::Nl, x);
        let triangular = Distribution::Triangular { low: 1.0, mode: 2.5, high: 4.0 };
        assert_eq!(uncertain_value(Lang::Nl, &triangular, "FTE", &write), "1 tot 4 FTE, het vaakst rond 2,5");
        assert_eq!(uncertain_value(Lang::En, &Distribution::Uniform { low: 1.0, high: 4.0 }, "", &write), "1 to 4");
        let wide = Distribution::LogNormal { median: 2.0, sigma: 0.0 };
        assert_eq!(uncertain_value(Lang::Nl, &wide, "uur", &write), "2 tot 2 uur, in 90 van de 100 werelden");
    }
}
