//! The rows of this mechanism: its numbers, settings, draws, links and indicators.

use super::form::Form;
use super::state::Contracting;
use crate::entities::PRODUCTS;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::{Assumption, Sourced};

rows! {
    parameters {
        follow_weeks: "contract.follow_weeks", "weeks", tri(26.0, 52.0, 104.0), 1.0..=1040.0,
            Assumption("hiring and housing take half a year to two; no count seen; range 26 to 104"),
            "Time in which providers who are paid for more follow the queue",
            "Tijd waarin aanbieders die voor meer werk betaald worden de wachtrij volgen";
        waiting: "contract.waiting", "share", tri(0.25, 0.5, 1.0), 0.0..=1.0,
            Assumption("not everybody who waits is reckoned with; no count seen; range 0.25 to 1"),
            "Of those who wait: for whom providers who are paid for more grow",
            "Van wie wacht: voor wie aanbieders die voor meer werk betaald worden plekken maken";
        output_term: "contract.output_term", "ratio", tri(0.7, 0.85, 1.0), 0.1..=2.0,
            Assumption("who is paid by the trajectory gains by a shorter one; no count seen; range 0.7 to 1"),
            "Length of a term that is paid by the trajectory", "Duur van een termijn die per traject wordt betaald";
        output_later: "contract.output_later", "share", tri(0.0, 0.3, 0.6), 0.0..=1.0,
            Assumption("a heavy need takes more for the same price; no count seen; range 0 to 0.6"),
            "Severe needs that are served as if a step lighter, where help is paid by the trajectory",
            "Ernstige hulpvragen die als een stap lichter op de lijst staan als hulp per traject wordt betaald";
        output_relapse: "contract.output_relapse", "ratio", tri(1.0, 1.1, 1.3), 0.5..=3.0,
            Assumption("shorter help may last less; no count seen; range 1 to 1.3"),
            "Relapse after help that is paid by the trajectory", "Terugval na hulp die per traject wordt betaald";
        task_term: "contract.task_term", "ratio", tri(0.8, 0.9, 1.0), 0.1..=2.0,
            Assumption("who has a lump sum gains by shorter help; no count seen; range 0.8 to 1"),
            "Length of a term that a lump sum pays", "Duur van een termijn uit een vast bedrag";
        task_stop: "contract.task_stop", "ratio", tri(1.05, 1.1, 1.25), 1.0..=10.0,
            Assumption("a little more than what was bought; no count seen; range 1.05 to 1.25"),
            "People served and waiting at which a provider with a lump sum closes its list, of those when it began",
            "Mensen met hulp of op de lijst waarbij een aanbieder met een vast bedrag de lijst sluit, van die bij het \
             begin";
        margin: "provider.margin", "share", tri(0.011, 0.015, 0.016), 0.0..=0.5,
            Sourced {
                title: "Skipr 2023 on Jeugdautoriteit: net result of youth providers, 1.6 % of turnover in 2018, 1.1 % \
                        in 2022",
                url: "https://www.skipr.nl/nieuws/minder-jeugdzorgaanbieders-met-verlies-maar-druk-blijft-hoog/",
            },
            "Margin of providers at the tariffs of today", "Marge van aanbieders bij de tarieven van nu";
        margin_capacity: "contract.margin_capacity", "ratio", tri(0.0, 5.0, 10.0), 0.0..=50.0,
            Assumption("a point below zero takes 5 % of the places, most of them in a year; no count seen; the range \
                        includes none; range 0 to 10"),
            "Places that go, for a margin so far below zero",
            "Plekken die verdwijnen, voor een marge die zo ver onder nul ligt";
    }
    settings {
        /// How each product is paid.
        form: [Form; PRODUCTS] = [Form::Stated; PRODUCTS];
        /// The tariff of what the municipality pays, in percent beside wages.
        tariff: f64 = 0.0;
        /// The same of what the insurer pays.
        tariff_insurer: f64 = 0.0;
    }
    draws {
        /// Whether a severe need is served as if lighter.
        SERVED_LATER = 290;
    }
    links {
        /// Where more is paid for more, places follow the queue.
        QUEUE_CAPACITY = 98: "queue_capacity", "people who wait" => "places of providers", '+', "",
            Assumption("contract.follow_weeks");
        /// Who is not paid by the hour makes it shorter.
        FORM_DURATION = 99: "form_duration", "payment by trajectory or task" => "length of a service", '-', "",
            Assumption("contract.output_term, contract.task_term; the range includes none");
        /// Providers who lose money give places up.
        MARGIN_CAPACITY = 100: "margin_capacity", "margin of providers" => "places of providers", '+', "",
            Assumption("contract.margin_capacity; the range includes none");
    }
    indicators {
        CONTRACT_BEGAN = 255: "contract.began", "entitlements", registered, detail, Flow, Neutral, per_thousand(0.25),
            "Services that began", "Diensten die begonnen";
        CONTRACT_STOP = 256: "contract.stop_weeks", "weeks", registered, told, Flow, Lower, absolute(2.0),
            "Weeks of intake stop, over all services", "Weken met een intakestop, alle diensten samen";
        PROVIDER_MARGIN = 257: "contract.margin", "share", true_only, detail, Ratio, Neutral, absolute(0.005),
            "Margin of providers, of what they are paid", "Marge van aanbieders, van wat zij betaald krijgen";
        CONTRACT_GROWTH = 258: "contract.growth", "ratio", registered, detail, Ratio, Neutral, absolute(0.02),
            "Places under contract, of those when it began", "Plekken onder contract, vergeleken met het begin";
        PLACES_LOST = 259: "contract.places_lost", "share", true_only, detail, Ratio, Lower, absolute(0.01),
            "Part of the places that low tariffs have taken", "Deel van de plekken dat door lage tarieven verdween";
    }
    state Contracting;
}
