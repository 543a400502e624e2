//! Uncertain numbers that scenarios state, in the language of a reader.

use super::Lang;
use crate::levers::LEVERS;
use crate::parameters::PARAMETERS;
use crate::random::Distribution;
use crate::scenario::{Number, Place, Subject, UncertainNumber};

/// What an uncertain number is called.
pub(in crate::report) fn uncertain_name(lang: Lang, number: &UncertainNumber) -> String {
    let dutch = lang == Lang::Nl;
    let words = |english: &str, nl: &str| if dutch { nl.to_owned() } else { english.to_owned() };
    let of = |product: crate::entities::Product, what: String| {
        let meta = product.meta();
        format!("{}: {what}", if dutch { meta.dutch } else { meta.english })
    };
    let name = match number.place {
        Place::Organisation(Number::TeamFte) => words("Team size", "Omvang wijkteam"),
        Place::Organisation(Number::Caseload) => words("Cases per FTE", "Gevallen per FTE"),
        Place::Organisation(Number::Places(p)) => of(p, words("places", "plaatsen")),
        Place::Organisation(Number::Hours(p)) => of(p, words("hours per week", "uren per week")),
        Place::Organisation(Number::Price(p)) => of(p, words("price per hour", "prijs per uur")),
        Place::Organisation(Number::Renewal(p)) => of(p, words("chance of another term", "kans op verlenging")),
        Place::Lever(lever, _) => words(LEVERS[lever].meta.name, LEVERS[lever].meta.dutch),
        Place::TeamPrice => words("Price of an hour of the team", "Prijs van een uur wijkteam"),
        Place::Homes(_) => words("Homes after sheltered living", "Woningen na beschermd wonen"),
        Place::Factor(subject, _) => subject_name(lang, subject).0,
    };
    let before = if number.before { words(", before the start", ", voor het begin") } else { String::new() };
    name + &before
}

/// What circumstances change, and the tag of the language that it is told in: the names of parameters are English.
pub(in crate::report) fn subject_name(lang: Lang, subject: Subject) -> (String, &'static str) {
    match (subject, lang) {
        (Subject::Parameter(position), _) => (PARAMETERS[position].doc.to_owned(), Lang::En.tag()),
        (Subject::Places(product), Lang::En) => (format!("{}: places", product.meta().english), lang.tag()),
        (Subject::Places(product), Lang::Nl) => (format!("{}: plaatsen", product.meta().dutch), lang.tag()),
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
    fn a_distribution_is_told_by_what_it_states() {
        let write = |x: f64| super::super::tick(Lang::Nl, x);
        let triangular = Distribution::Triangular { low: 1.0, mode: 2.5, high: 4.0 };
        assert_eq!(uncertain_value(Lang::Nl, &triangular, "FTE", &write), "1 tot 4 FTE, het vaakst rond 2,5");
        assert_eq!(uncertain_value(Lang::En, &Distribution::Uniform { low: 1.0, high: 4.0 }, "", &write), "1 to 4");
        let wide = Distribution::LogNormal { median: 2.0, sigma: 0.0 };
        assert_eq!(uncertain_value(Lang::Nl, &wide, "uur", &write), "2 tot 2 uur, in 90 van de 100 werelden");
    }
}
