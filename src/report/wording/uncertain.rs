//! Uncertain numbers that scenarios state, in the language of a reader.

use super::{Lang, number, tick, unit_name};
use crate::entities::Product;
use crate::levers::LEVERS;
use crate::links::LINKS;
use crate::parameters::{PARAMETERS, ParamMeta};
use crate::plan::{Number, Place, Subject, UncertainNumber};
use crate::provenance::Source;
use crate::random::Distribution;
use crate::report::change::Changed;

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

/// Where the distribution of a number comes from: how well it is known, and why it is what it is. In Dutch the range is
/// told in numbers before the note.
pub(in crate::report) fn source_of(lang: Lang, source: &Source, drawn: &Distribution) -> String {
    let mut text = super::grade(lang, source).to_owned();
    if let (Lang::Nl, Distribution::Triangular { low, high, .. }) = (lang, *drawn) {
        let [low, high] = [low, high].map(|x| parameter_number(lang, x));
        text = format!("{text} ({low} tot {high})");
    }
    match super::source_note(lang, source) {
        "" => text,
        note => format!("{text}: {note}"),
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
pub(super) fn number_name(lang: Lang, number: Number) -> String {
    let name = number.field().name;
    match number.product() {
        None => name.of(lang).to_owned(),
        Some(product) => of_service(lang, product, name.english, name.dutch),
    }
}

/// What differs between scenarios.
pub(in crate::report) fn changed_name(lang: Lang, changed: Changed) -> String {
    match changed {
        Changed::Parameter(position) => {
            let meta = &PARAMETERS[position];
            format!("{} ({}, {})", parameter_name(lang, meta), meta.key, unit_name(lang, meta.unit))
        }
        Changed::Link(position) => {
            let meta = &LINKS[position];
            let english = format!("Strength of a link, {}: {} to {}", meta.key, meta.from, meta.to);
            words(lang, &english, &format!("Sterkte van het verband {}", meta.key))
        }
        Changed::Lever(lever) => lever_name(lang, lever),
        Changed::Number(number) => number_name(lang, number),
        Changed::TeamPrice => words(lang, "Price of an hour of the team", "Prijs van een uur wijkteam"),
        Changed::PriceYear => words(lang, "Year of the prices", "Jaar van de prijzen"),
        Changed::DiscountRate => words(lang, "Discount rate per year", "Discontovoet per jaar"),
    }
}

/// The unit of what differs, in English; empty where there is none or its name says it.
pub(in crate::report) fn changed_unit(changed: Changed) -> &'static str {
    match changed {
        Changed::Lever(lever) => LEVERS[lever].meta.unit,
        Changed::Number(number) => number.field().unit,
        Changed::TeamPrice => "euros per hour",
        Changed::Parameter(_) | Changed::PriceYear | Changed::DiscountRate | Changed::Link(_) => "",
    }
}

/// What circumstances change.
pub(in crate::report) fn subject_name(lang: Lang, subject: Subject) -> String {
    match subject {
        Subject::Parameter(position) => parameter_name(lang, &PARAMETERS[position]).to_owned(),
        Subject::Places(product) => of_service(lang, product, "places", "plekken"),
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
    fn a_source_is_told_with_its_range_once() {
        let told = |lang: Lang, key: &str| {
            let meta = PARAMETERS.iter().find(|meta| meta.key == key).expect("exists");
            source_of(lang, &meta.source, &meta.default)
        };
        let housing = "aanname (0,005 tot 0,03): wij kennen geen telling van woonproblemen";
        assert_eq!(told(Lang::Nl, "onset.housing"), housing);
        assert_eq!(told(Lang::Nl, "relapse.decay").split(':').next(), Some("aanname (13 tot 52)"));
        let law = "aanname (1 tot 3,5): wet: binnen vier weken (Wgs, art. 4)";
        assert_eq!(told(Lang::Nl, "debt.talk_weeks"), law);
        let rest = "aanname (0,7 tot 0,95): hoeveel aanvragen per soort hulp worden afgewezen, is niet gepubliceerd";
        assert_eq!(told(Lang::Nl, "gate.grant"), rest);
        assert_eq!(told(Lang::Nl, "care.sigma"), "afgesteld: samen met care.median, naar dezelfde cijfers");
        assert_eq!(told(Lang::En, "onset.household_share"), "assumption: range 0.1 to 0.5");
    }

    #[test]
    fn a_distribution_is_told_by_what_it_states() {
        let write = |x: f64| super::super::tick(Lang::Nl, x);
        let triangular = Distribution::Triangular { low: 1.0, mode: 2.5, high: 4.0 };
        assert_eq!(uncertain_value(Lang::Nl, &triangular, "fte", &write), "1 tot 4 fte, het vaakst rond 2,5");
        assert_eq!(uncertain_value(Lang::En, &Distribution::Uniform { low: 1.0, high: 4.0 }, "", &write), "1 to 4");
        let wide = Distribution::LogNormal { median: 2.0, sigma: 0.0 };
        assert_eq!(uncertain_value(Lang::Nl, &wide, "uur", &write), "2 tot 2 uur, in 90 van de 100 werelden");
    }
}
