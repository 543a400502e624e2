//! What an event is called, as the subject of a sentence.

use super::Lang;
use super::desks::through;
use crate::district::What;
use crate::entities::{Domain, Product, Severity};
use crate::language::{Text, text};

/// An event as what happened: `a visit at the door`.
pub fn event_text(what: What) -> Text {
    match what {
        What::Onset(domain, severity) => of_need(domain, Some(severity), "begins", "begint"),
        What::Worsened(domain, severity) => of_need(domain, Some(severity), "worsened to this", "verergerd tot dit"),
        What::Improved(domain, severity) => of_need(domain, Some(severity), "eased to this", "verlicht tot dit"),
        What::Recovered(domain) => of_need(domain, None, "passes", "gaat over"),
        What::Relapsed(domain) => of_need(domain, None, "comes back", "komt terug"),
        What::Known(domain, route) => {
            let route = pair(|lang| lang.life_voice().words().route(route).to_owned());
            let need = need(domain, None);
            text!("{need} comes to light ({route})", "{need} komt aan het licht ({route})"; need, route)
        }
        What::CaseRequested(domain) => {
            let need = need(domain, None);
            text!("the team is asked for help with {need}", "het wijkteam krijgt een vraag over {need}"; need)
        }
        What::CaseStarted => Text::fixed("the team begins to help", "het wijkteam begint te helpen"),
        What::CaseClosed => Text::fixed("the team's work is done", "het wijkteam is klaar"),
        What::Requested(product, door) => {
            let (service, door) = (service(product), pair(|lang| through(lang, door).to_owned()));
            text!("{service} is asked for {door}", "aanvraag van {service} {door}"; service, door)
        }
        What::Refused(product) => of_service(product, "is refused", "wordt geweigerd"),
        What::ServiceStarted(product) => of_service(product, "begins", "begint"),
        What::ServiceEnded(product) => of_service(product, "ends", "stopt"),
        What::HoursSet(product, minutes) => {
            let service = service(product);
            text!("{service} is {minutes} minutes a week", "{service} is {minutes} minuten per week"; service)
        }
        What::CarerGone(others) => {
            let rest = if others {
                Text::fixed("another one goes on", "een ander gaat door")
            } else {
                Text::fixed("nobody is left", "er blijft niemand over")
            };
            text!("a carer stops, and {rest}", "een mantelzorger stopt, en {rest}"; rest)
        }
        other => of_people(other),
    }
}

/// What has no need or service in it.
const fn of_people(what: What) -> Text {
    match what {
        What::CareStarted => Text::fixed("informal care is begun", "iemand begint met mantelzorg"),
        What::CareEnded => Text::fixed("informal care is ended", "iemand stopt met mantelzorg"),
        What::CaredFor => Text::fixed("there is one carer more", "er is een mantelzorger bij"),
        What::BehindWithRent => Text::fixed("the rent falls behind", "er komt een huurachterstand"),
        What::OrderedOut => Text::fixed("a court orders the household out", "de rechter laat ontruimen"),
        What::Evicted => Text::fixed("the household is evicted", "het huishouden wordt uit huis gezet"),
        What::RentPaid => Text::fixed("the rent is paid", "de huur is betaald"),
        What::BenefitStarted => Text::fixed("social assistance begins", "bijstand begint"),
        What::BenefitEnded => Text::fixed("social assistance ends", "bijstand stopt"),
        What::Born => Text::fixed("somebody is born", "er wordt iemand geboren"),
        What::Died => Text::fixed("somebody dies", "er overlijdt iemand"),
        What::Left => Text::fixed("somebody leaves the district", "er verhuist iemand de wijk uit"),
        What::Arrived => Text::fixed("somebody moves in", "er komt iemand wonen"),
        _ => Text::fixed("a visit at the door", "een huisbezoek"),
    }
}

fn pair(of: impl Fn(Lang) -> String) -> Text {
    let (en, nl) = (of(Lang::En), of(Lang::Nl));
    Text { en: en.into(), nl: nl.into() }
}

fn need(domain: Domain, severity: Option<Severity>) -> Text {
    pair(|lang| {
        let words = lang.life_voice().words();
        let domain = words.domain(domain);
        let need = match lang {
            Lang::En => "a need",
            Lang::Nl => "een hulpvraag",
        };
        match severity {
            Some(severity) => format!("{need} ({domain}, {})", words.severity(severity)),
            None => format!("{need} ({domain})"),
        }
    })
}

fn of_need(domain: Domain, severity: Option<Severity>, en: &str, nl: &str) -> Text {
    let need = need(domain, severity);
    text!("{need} {en}", "{need} {nl}"; need)
}

fn service(product: Product) -> Text {
    pair(|lang| super::service_name(lang, product).to_owned())
}

fn of_service(product: Product, en: &str, nl: &str) -> Text {
    let service = service(product);
    text!("{service} {en}", "{service} {nl}"; service)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doors::Door;
    use crate::entities::Route;

    #[test]
    fn events_are_told_in_both_languages() {
        let of = |what| {
            let text = event_text(what);
            [text.of(Lang::En).to_owned(), text.of(Lang::Nl).to_owned()]
        };
        assert_eq!(of(What::Visited(true)), ["a visit at the door", "een huisbezoek"]);
        assert_eq!(
            of(What::Requested(Product::Guidance, Door::Gp)),
            ["guidance is asked for through the GP", "aanvraag van begeleiding via de huisarts"]
        );
        let [en, nl] = of(What::Known(Domain::Debt, Route::Asked));
        assert_eq!(en, "a need (debts) comes to light (asked for help)");
        assert_eq!(nl, "een hulpvraag (schulden) komt aan het licht (er is om hulp gevraagd)");
    }
}
