//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators.

use super::state::OwnNetwork;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::{Assumption, Literature, Sourced};

rows! {
    parameters {
        willing: "conference.willing", "share", tri(0.4, 0.6, 0.8), 0.0..=1.0,
            Sourced {
                title: "Dijkstra and others 2017: 137 of 229 families in Dutch child welfare were willing",
                url: "https://research-portal.uu.nl/en/publications/family-group-conferencing-in-dutch-child-welfare-\
                      which-families-a",
            },
            "Families who are willing, of those offered a conference",
            "Families die een conferentie willen, van wie er een krijgt aangeboden";
        completed: "conference.completed", "share", tri(0.35, 0.45, 0.9), 0.0..=1.0,
            Sourced {
                title: "Dijkstra and others 2017: 62 of 137 willing families in Dutch child welfare held one",
                url: "https://research-portal.uu.nl/en/publications/family-group-conferencing-in-dutch-child-welfare-\
                      which-families-a",
            },
            "Conferences that are held, of those begun", "Conferenties die doorgaan, van wat is begonnen";
        weeks: "conference.weeks", "weeks", tri(6.0, 8.0, 10.0), 0.1..=520.0,
            Sourced {
                title: "Eigen Kracht Centrale: six to ten weeks to prepare and hold a conference",
                url: "https://www.eigen-kracht.nl/aanbod-regie-eigen-leven/wat-is-eigen-kracht-conferentie/voordelen-\
                      eigen-kracht-conferenties/snel-inzetbaar-als-ingrijpen-dreigt/",
            },
            "From the offer to the conference", "Van het aanbod tot de conferentie";
        hours: "conference.hours", "hours", tri(20.0, 30.0, 40.0), 0.0..=1000.0,
            Assumption("to visit everybody, to prepare and to hold it; no count seen; range 20 to 40"),
            "Hours of a coordinator for a conference", "Uren van een coördinator per conferentie";
        broken_off: "conference.broken_off", "share", tri(0.1, 0.3, 0.6), 0.0..=1.0,
            Assumption("no figure seen; range 0.1 to 0.6"), "Hours of what is broken off, over those of what is held",
            "Uren voor wat niet doorgaat, vergeleken met wat wel doorgaat";
        hour_euros: "conference.hour_euros", "euros per hour", tri(60.0, 95.0, 120.0), 0.0..=10000.0,
            Assumption("1,900 to 4,500 euro a conference (Eigen Kracht Centrale 2015) over 20 to 40 hours; range 60 to \
                        120"),
            "Price of an hour of a coordinator, with training and organisation",
            "Prijs per uur van een coördinator, met training en organisatie";
        effect: "conference.effect", "carers per conference", tri(-0.3, 0.0, 0.3), -1.0..=1.0,
            Literature("a trial in Amsterdam found no effect on safety or duration, and more support as families see \
                        it (Dijkstra and others 2019): centred on none; range -0.3 to 0.3"),
            "Carers who begin after a conference that is held; below 0 carers who stop",
            "Mantelzorgers die beginnen na een conferentie; onder 0: mantelzorgers die stoppen";
        campaign_scale: "threshold.scale", "euros per resident and year", tri(1.0, 3.0, 10.0), 0.01..=10000.0,
            Assumption("no figure seen; range 1 to 10"),
            "Money for campaigns and training that gets them six tenths of the way",
            "Geld waarmee campagnes en training zes tiende van hun bereik halen";
        campaign_weeks: "threshold.weeks", "weeks", tri(13.0, 26.0, 52.0), 1.0..=1040.0,
            Assumption("no figure seen; range 13 to 52"), "Time in which campaigns come to work, and wane",
            "Tijd waarin campagnes gaan werken, en uitdoven";
        lowered: "threshold.lowered", "share", tri(0.0, 0.2, 0.5), 0.0..=1.0,
            Assumption("of a threshold that lies at 0.5 on average; half of all people of 70 and over never ask a \
                        stranger (Rode Kruis 2020); the range includes none; range 0 to 0.5"),
            "How much lower campaigns make the threshold to ask at most",
            "Hoeveel campagnes de drempel om te vragen hoogstens verlagen", help from 0.0 up;
        match_hours: "match.hours", "hours", tri(5.0, 10.0, 20.0), 0.1..=1000.0,
            Assumption("two visits, looking for somebody, introducing them, a call later on; range 5 to 20"),
            "Hours of a matchmaker for somebody for whom nobody cares",
            "Uren van een koppelaar voor iemand zonder mantelzorg";
        heard: "match.heard", "share", tri(0.05, 0.15, 0.3), 0.0..=1.0,
            Assumption("no figure seen; range 0.05 to 0.3"),
            "Needs for which nobody cares that matchmakers hear of in time",
            "Hulpvragen zonder mantelzorg waar koppelaars op tijd van horen";
        agrees: "match.agrees", "share", tri(0.0, 0.3, 0.58), 0.0..=1.0,
            Assumption("58 % of adults are willing to help more, 60 % of those who do not help were never asked (I and \
                        O Research 2018); fewer do it for somebody they do not know; the range includes none; range 0 \
                        to 0.58"),
            "People near by who agree when a matchmaker asks, before age and own need",
            "Buurtgenoten die ja zeggen tegen een koppelaar, los van leeftijd en eigen hulpvraag", help from 0.0 up;
        tie_hours: "encouraged.tie_hours", "hours per week", tri(2.0, 4.0, 8.0), 0.01..=168.0,
            Assumption("19 % of carers give more than 8 hours a week (SCP 2019), most of them to kin; range 2 to 8"),
            "Most hours that somebody gives who was encouraged to care",
            "Hoogste aantal uren van wie is overgehaald om te helpen";
        giver_hours: "encouraged.giver_hours", "hours per week", tri(8.0, 16.0, 28.0), 0.01..=168.0,
            Assumption("heavily burdened carers give 28 hours a week on average (CBS 2014); range 8 to 28"),
            "Most hours in all of a carer who was encouraged to take on more",
            "Hoogste aantal uren samen van een mantelzorger die is overgehaald tot meer";
        copes: "encouraged.copes", "ratio", tri(0.3, 0.7, 1.0), 0.0..=1.0,
            Assumption("no figure seen; the range includes none; range 0.3 to 1"),
            "How often somebody asks for help while a helper copes, over others",
            "Hoe vaak iemand om hulp vraagt zolang een helper het redt, vergeleken met anderen";
        sensitivity: "own_network.sensitivity", "share", tri(0.4, 0.7, 0.95), 0.0..=1.0,
            Assumption("teams agree little on the same case (kappa 0.25 to 0.83, New Zealand 2020); that nobody is \
                        quite without a network is taught (Wmo-wijzer); range 0.4 to 0.95"),
            "People without a network who are seen as such", "Mensen zonder netwerk bij wie dat wordt gezien";
        specificity: "own_network.specificity", "share", tri(0.75, 0.9, 0.98), 0.0..=1.0,
            Assumption("teams agree little on the same case (kappa 0.25 to 0.83, New Zealand 2020); range 0.75 to \
                        0.98"),
            "People with a network who are seen as having one", "Mensen met een netwerk bij wie dat wordt gezien";
    }
    settings {
        /// Family group conferences that are bought in a year.
        conferences: f64 = 0.0;
        /// Euros a year for campaigns and training that lower the threshold to ask.
        campaign_euros: f64 = 0.0;
        /// FTE of matchmakers.
        matching_fte: f64 = 0.0;
        /// Share of those seen as being without a network who are not sent back to one.
        exception: f64 = 0.0;
    }
    draws {
        /// Whether a household is willing to hold a conference.
        CONFERENCE_WILLING = 240;
        /// Whether a conference is held.
        CONFERENCE_HELD = 241;
        /// Whether a conference changes anything.
        CONFERENCE_TURNS_OUT = 242;
        /// Who withdraws after a conference.
        CONFERENCE_WHO_LEAVES = 243;
        /// Whether a matchmaker hears of a need.
        MATCH_HEARD = 244;
        /// Whom a matchmaker asks, and who agrees.
        MATCH_WHOM = 245;
        /// Whether somebody is seen as being without a network.
        NETWORK_SEEN = 246;
        /// Whether the exception is made for somebody who is seen as being without a network.
        EXCEPTED = 247;
    }
    occasions {
        /// The day of a family group conference.
        CONFERENCE = 57: Episode, dated;
    }
    links {
        /// After a conference somebody begins or stops to care.
        CONFERENCE_CARE = 65: "conference_care", "family group conferences" => "informal care", '+', "B1",
            Literature("conference.effect, centred on none");
        /// A lower threshold to ask and to offer brings care.
        THRESHOLD_CARE = 66: "threshold_care", "lower thresholds to ask and to offer" => "informal care", '+', "B1",
            Assumption("threshold.lowered, match.agrees; the ranges include none");
        /// While a helper copes nobody else hears of it.
        COPING_ASKING = 67: "coping_asking", "a helper who was encouraged" => "requests", '-', "",
            Assumption("encouraged.copes; the range includes none");
        /// Who is seen as being without a network is not sent back to one.
        EXCEPTION_SERVED = 68: "exception_served", "exception for people without a network" => "help that is given",
            '+', "", Assumption("network.exception, own_network.sensitivity, own_network.specificity");
    }
    indicators {
        CONFERENCES_OFFERED = 173: "conference.offered", "persons", registered, detail, Flow, Neutral,
            per_thousand(0.1), "Offered a family group conference", "Kregen een eigen-krachtconferentie aangeboden";
        CONFERENCES_HELD = 174: "conference.held", "persons", registered, detail, Flow, Neutral, per_thousand(0.1),
            "Held a family group conference", "Hielden een eigen-krachtconferentie";
        CONFERENCES_BROKEN_OFF = 175: "conference.not_held", "persons", registered, detail, Flow, Lower,
            per_thousand(0.1), "Began a family group conference that was not held",
            "Begonnen aan een eigen-krachtconferentie die niet doorging";
        CONFERENCE_CARERS = 176: "conference.carers", "persons", true_only, detail, Flow, Neutral, per_thousand(0.05),
            "Carers who began after a conference", "Mantelzorgers die begonnen na een conferentie";
        CONFERENCE_CARERS_LOST = 177: "conference.carers_lost", "persons", true_only, detail, Flow, Lower,
            per_thousand(0.05), "Carers who stopped after a conference", "Mantelzorgers die stopten na een conferentie";
        EUROS_OWN_NETWORK = 178: "euros.own_network", "euro", registered, detail, Flow, Neutral, per_thousand(200.0),
            "Cost of conferences, campaigns and matchmakers", "Kosten van conferenties, campagnes en koppelaars";
        ENCOURAGED = 179: "network.encouraged", "persons", true_only, detail, Flow, Neutral, per_thousand(0.1),
            "Began to care who would not have without a campaign or a matchmaker",
            "Gingen mantelzorg geven door een campagne of koppelaar";
        ENCOURAGED_LOW_INCOME = 180: "network.encouraged_low_income", "share", true_only, detail, Ratio, Neutral,
            absolute(0.05), "Of those cared for because of a campaign or a matchmaker: they have a low income",
            "Van wie door een campagne of koppelaar mantelzorg krijgt: heeft een laag inkomen";
        CAPPED = 181: "network.capped", "persons", true_only, detail, Flow, Neutral, per_thousand(0.1),
            "Began to care for as many hours as a tie or a carer can give",
            "Gingen zoveel mantelzorg geven als een contact of mantelzorger aankan";
        MATCHES_SOUGHT = 182: "matching.sought", "persons", registered, detail, Flow, Neutral,
            per_thousand(0.1), "Matchmakers looked for somebody for them", "Koppelaars zochten iemand voor hen";
        MATCHES = 183: "matching.found", "persons", registered, detail, Flow, Neutral, per_thousand(0.1),
            "Matchmakers found somebody for them", "Koppelaars vonden iemand voor hen";
        MATCHED_WITHOUT_TIES = 184: "network.matched_without_ties", "share", true_only, detail, Ratio, Neutral,
            absolute(0.05), "Of those for whom matchmakers found somebody: they had no ties",
            "Van wie door koppelaars iemand kreeg: had geen contacten";
        WORSE_BEHIND_HELPER = 185: "network.worse_behind_helper", "episodes", true_only, detail, Flow, Lower,
            per_thousand(0.05), "Needs that got worse unknown while an encouraged helper coped",
            "Hulpvragen die verergerden buiten beeld, terwijl een overgehaalde helper het redde";
        EXCEPTED = 186: "exception.made", "episodes", registered, detail, Flow, Neutral, per_thousand(0.1),
            "Not sent back to their own network, as an exception",
            "Niet terugverwezen naar het eigen netwerk, als uitzondering";
        EXCEPTED_WRONGLY = 187: "exception.wrong", "share", true_only, detail, Ratio, Lower, absolute(0.05),
            "Of those not sent back to their own network: they have one",
            "Van wie niet is terugverwezen naar het eigen netwerk: heeft er wel een";
        FELL_BETWEEN = 188: "network.fell_between", "episodes", true_only, detail, Flow, Lower, per_thousand(0.05),
            "Sent back to a network that they do not have: between two stools",
            "Terugverwezen naar een netwerk dat er niet is: tussen wal en schip";
        FELL_BETWEEN_LOW_INCOME = 189: "network.fell_between_low_income", "share", true_only, detail, Ratio, Neutral,
            absolute(0.05), "Of those who fell between two stools: they have a low income",
            "Van wie tussen wal en schip viel: heeft een laag inkomen";
    }
    state OwnNetwork;
}
