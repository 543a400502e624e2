//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use super::holding::Holding;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::{fixed, tri};
use crate::provenance::Source::{Assumption, Fitted, Literature, Sourced};

rows! {
    parameters {
        asking_debt: "asking.debt", "per week", fixed(0.0006), 0.0..=1.0,
            Fitted("of indebted households 14.4 to 16.7 % are known to help with debts (CBS 2018), beside those who \
                    are found by their arrears"),
            "Asking at light severity, middling trust and threshold, debt",
            "Hulp vragen bij een lichte hulpvraag, schulden";
        asking_housing: "asking.housing", "per week", tri(0.0004, 0.0008, 0.0012), 0.0..=1.0,
            Fitted("about 0.002 a week overall; spread so that mood asks quickly and about 1 in 6 indebted households \
                    is known (CBS 2018: 14.4 to 16.7 %); range 0.0004 to 0.0012"),
            "Asking at light severity, middling trust and threshold, housing",
            "Hulp vragen bij een lichte hulpvraag, wonen";
        asking_work: "asking.work", "per week", tri(0.00025, 0.0005, 0.00075), 0.0..=1.0,
            Fitted("about 0.002 a week overall; spread so that mood asks quickly and about 1 in 6 indebted households \
                    is known (CBS 2018: 14.4 to 16.7 %); range 0.00025 to 0.00075"),
            "Asking at light severity, middling trust and threshold, work",
            "Hulp vragen bij een lichte hulpvraag, werk en dagbesteding";
        asking_mental: "asking.mental", "per week", fixed(0.0176), 0.0..=1.0,
            Fitted("68 adults per 1,000 residents in mental health care (Staat VenZ, 2021), and a third of long mood \
                    and anxiety disorders without help (Trimbos, NEMESIS-2)"),
            "Asking at light severity, middling trust and threshold, mental",
            "Hulp vragen bij een lichte hulpvraag, psychische problemen of verslaving";
        asking_daily: "asking.daily", "per week", fixed(0.0069), 0.0..=1.0,
            Fitted("60 Wmo clients per 1,000 residents (CBS 2018, all wijken)"),
            "Asking at light severity, middling trust and threshold, daily",
            "Hulp vragen bij een lichte hulpvraag, dagelijks functioneren";
        asking_youth: "asking.youth", "per week", fixed(0.0126), 0.0..=1.0,
            Fitted("one in ten of those under 23 in youth help (Jeugdautoriteit, 2022), one in twelve of the new \
                    trajectories by a certified institution (CBS 85096NED, 2021)"),
            "Asking at light severity, middling trust and threshold, youth",
            "Hulp vragen bij een lichte hulpvraag, opgroeien";
        asking_social: "asking.social", "per week", tri(0.00018, 0.00035, 0.00052), 0.0..=1.0,
            Fitted("about 0.002 a week overall; spread so that mood asks quickly and about 1 in 6 indebted households \
                    is known (CBS 2018: 14.4 to 16.7 %); range 0.00018 to 0.00052"),
            "Asking at light severity, middling trust and threshold, social",
            "Hulp vragen bij een lichte hulpvraag, netwerk en meedoen";
        asking_severity: "asking.severity", "per step, in the exponent", tri(0.6, 0.9, 1.2), 0.0..=3.0,
            Assumption("no figure seen; range 0.6 to 1.2"), "How much more a step of severity makes people ask",
            "Hoeveel vaker mensen hulp vragen bij elke stap ernstiger";
        asking_trust: "asking.trust", "in the exponent", tri(0.5, 1.0, 1.5), 0.0..=3.0, Assumption("range 0.5 to 1.5"),
            "How much more trust makes people ask", "Hoeveel vaker mensen hulp vragen bij meer vertrouwen";
        asking_threshold: "asking.threshold", "in the exponent", tri(0.5, 1.5, 2.0), 0.0..=3.0,
            Assumption("range 0.5 to 2"), "How much less a threshold makes people ask",
            "Hoeveel minder vaak mensen hulp vragen bij een hogere drempel";
        asking_pause: "asking.pause", "weeks", tri(26.0, 52.0, 104.0), 0.0..=520.0,
            Assumption("how long somebody lets a need rest that does not get worse has no figure; range 26 to 104"),
            "Not asking again after staying away, or after a refusal if the link is cut",
            "Niet opnieuw om hulp vragen na afzien van hulp, of na afwijzing als dat verband is verbroken";
        asking_visibility: "asking.visibility", "in the exponent", tri(0.0, 0.5, 1.0), 0.0..=3.0,
            Assumption("0.5; range includes none"), "How much more a visible team makes people ask",
            "Hoeveel vaker mensen hulp vragen bij een zichtbaar wijkteam";
        asking_capacity: "asking.capacity", "in the exponent", tri(0.0, 0.5, 1.0), 0.0..=3.0,
            Assumption("doenvermogen; WRR 2017 gives no rate: range 0 to 1"),
            "How much less a lack of doenvermogen makes people ask",
            "Hoeveel minder vaak mensen hulp vragen bij weinig doenvermogen";
        asking_housemate: "asking.housemate", "ratio", tri(0.1, 0.2, 0.4), 0.0..=1.0,
            Assumption("housemates do for each other what would else be asked for; of those of 55 and over who live \
                        with a partner 45 % have difficulty in the household, of those alone 67 % (2023); range 0.1 \
                        to 0.4"),
            "Asking for daily functioning of who lives with an able adult, over that of others",
            "Hulp vragen bij dagelijks functioneren met een gezonde huisgenoot, vergeleken met anderen";
        asking_rural: "asking.rural", "ratio", tri(0.4, 0.7, 1.0), 0.05..=2.0,
            Fitted("with who lives there and who is limited held, a tenth fewer people in rural wijken use the Wmo \
                    (933 wijken: CBS 2018; RIVM, GGD'en and CBS 2020); 47 % see much of their neighbours, 29 % in \
                    large cities (CBS, Veiligheidsmonitor 2019); range 0.4 to 1"),
            "Asking for daily functioning in rural wijken, over that elsewhere",
            "Hulp vragen bij dagelijks functioneren op het platteland, vergeleken met elders";
        referral_base: "referral.base", "log odds", fixed(-3.3), -20.0..=20.0,
            Fitted("12 % of cases overall (Utrecht 2016)"), "Referral of a moderate need by the team",
            "Doorverwijzen van een matige hulpvraag door het wijkteam";
        referral_severity: "referral.severity", "log odds per step", tri(0.5, 1.0, 1.5), -5.0..=5.0,
            Assumption("range 0.5 to 1.5"), "More referral per step of severity",
            "Vaker doorverwijzen bij elke stap ernstiger";
        referral_mismatch: "referral.mismatch", "log odds", tri(0.3, 0.8, 1.3), -5.0..=5.0,
            Assumption("range 0.3 to 1.3"), "More referral where the team lacks the discipline",
            "Vaker doorverwijzen als het wijkteam de deskundigheid niet heeft";
        referral_pressure: "referral.pressure", "log odds per unit", tri(0.2, 0.7, 1.2), -5.0..=5.0,
            Assumption("range 0.2 to 1.2"), "More referral under pressure", "Vaker doorverwijzen bij hoge werkdruk";
        gate_grant: "gate.grant", "share", tri(0.7, 0.85, 0.95), 0.0..=1.0,
            Assumption("range 0.7 to 0.95; refusals are not published per product"),
            "Applications granted at the municipal gate, before usual and informal care",
            "Toegekende aanvragen bij de gemeente, los van gebruikelijke hulp en mantelzorg";
        gate_municipality: "gate.municipality", "ratio", tri(0.65, 1.0, 1.35), 0.0..=5.0,
            Fitted("of the differences in use between wijken that their margins leave over four fifths lie between \
                    municipalities (CBS 2018): some 20 % of the mean; which one a municipality is, is not known. \
                    Never more than all is granted; range 0.65 to 1.35"),
            "How much a municipality grants, over what municipalities do on average",
            "Hoeveel een gemeente toekent, vergeleken met het gemiddelde van de gemeenten";
        gate_between_years: "gate.between_years", "ratio", tri(0.0, 0.1, 0.2), 0.0..=1.0,
            Fitted("from 2018 to 2019 the number of Wmo clients changed by 1 to 9 % in half of 172 municipalities \
                    (CBS), part of it by counting; that new clients are a quarter of a year's is an assumption; range \
                    0 to 0.2"),
            "How much granting differs between years, as a standard deviation",
            "Hoeveel het toekennen tussen jaren verschilt, als standaardafwijking";
        gate_usual_care: "gate.usual_care", "share", tri(0.1, 0.25, 0.45), 0.0..=1.0,
            Fitted("a tenth of those who reported got no more than advice to buy help or ask their own circle (2015), \
                    with gate.informal; most who live with an able adult do not ask at all (asking.housemate); range \
                    0.1 to 0.45"),
            "Applications for domestic help refused because a healthy adult lives in",
            "Aanvragen voor hulp bij het huishouden, afgewezen om gebruikelijke hulp van een gezonde huisgenoot";
        gate_usual_guidance: "gate.usual_guidance", "share", tri(0.14, 0.31, 0.52), 0.0..=1.0,
            Assumption("usual care includes guidance by housemates, above all where it is for a short time; no figure \
                        seen; range 0.14 to 0.52"),
            "Applications for guidance and day activity refused because a healthy adult lives in",
            "Aanvragen voor begeleiding en dagbesteding, afgewezen om gebruikelijke hulp van een gezonde huisgenoot";
        gate_partner: "gate.partner", "share", tri(0.1, 0.19, 0.28), 0.0..=1.0,
            Sourced {
                title: "Duell et al., JLTC 2021: a healthy partner lowers formal personal care by 19 %",
                url: "https://journal.ilpnetwork.org/articles/10.31389/jltc.38/",
            },
            "Formal personal care less with a healthy partner",
            "Minder persoonlijke verzorging bij wie een gezonde partner heeft";
        gate_informal: "gate.informal", "share at 10 hours a week", tri(0.04, 0.13, 0.26), 0.0..=1.0,
            Fitted("a tenth of those who reported got no more than advice to buy help or ask their own circle (2015), \
                    with gate.usual_care; range 0.04 to 0.26"),
            "Applications not granted because informal care suffices",
            "Aanvragen die niet worden toegekend omdat er genoeg mantelzorg is";
        gate_inquiry_weeks: "gate.inquiry_weeks", "weeks", tri(3.0, 4.5, 6.0), 0.0..=52.0,
            Assumption("law: at most six weeks (Wmo 2015 art. 2.3.2); median without pressure 3 to 6"),
            "Median length of an inquiry without pressure",
            "Duur van het onderzoek na een melding, zonder werkdruk, middelste waarde";
        gate_decision_weeks: "gate.decision_weeks", "weeks", tri(0.5, 1.5, 2.0), 0.0..=52.0,
            Assumption("law: at most two weeks (Wmo 2015 art. 2.3.5); median 0.5 to 2"),
            "Median time from application to decision", "Tijd van aanvraag tot besluit, middelste waarde";
        gate_outside_weeks: "gate.outside_weeks", "weeks", tri(0.5, 1.5, 3.0), 0.0..=52.0, Assumption("range 0.5 to 3"),
            "Median time from asking a GP or another outside door to its referral",
            "Tijd van hulp vragen tot verwijzing, bij huisarts en andere verwijzers, middelste waarde";
        gate_spread: "gate.spread", "sd of the logarithm", tri(0.2, 0.35, 0.6), 0.0..=3.0,
            Assumption("range 0.2 to 0.6"), "Spread of the lengths of inquiries and decisions at every door",
            "Spreiding in de duur van onderzoek, besluit en verwijzing";
        gate_refer: "gate.refer", "share", tri(0.36, 0.51, 0.66), 0.0..=1.0,
            Assumption("range 0.36 to 0.66; the rest is helped at the door itself, or by the practice nurse"),
            "Requests at outside doors that lead to a referral, at light severity lower",
            "Matige hulpvragen bij huisarts en andere verwijzers die tot een verwijzing leiden";
        gate_refer_severity: "gate.refer_severity", "share per step", tri(0.0, 0.2, 0.3), 0.0..=0.5,
            Assumption("range 0 to 0.3"),
            "Rise of gate.refer with every step of severity above moderate, relative to it; the same less for light \
             needs",
            "Vaker verwijzen door huisarts en andere verwijzers bij elke stap ernstiger";
        bundle_at_once: "bundle.at_once", "share", tri(0.24, 0.4, 0.56), 0.0..=1.0,
            Fitted("1.34 kinds of help per Wmo client in the year (CBS 2018), with bundle.at_review; how much of it at \
                    once is an assumption; range 0.24 to 0.56"),
            "The most usual other kind of Wmo help that fits the need: asked for along with the first (others as much \
             less as they are rarer)",
            "De meest gewone andere passende soort Wmo-hulp: tegelijk met de eerste aangevraagd (andere naarmate ze \
             gewoner zijn)";
        bundle_at_review: "bundle.at_review", "share", tri(0.16, 0.26, 0.36), 0.0..=1.0,
            Fitted("1.34 kinds of help per Wmo client in the year (CBS 2018), with bundle.at_once; range 0.16 to 0.36"),
            "The most usual other kind of Wmo help that fits the need: asked for when a term is renewed",
            "De meest gewone andere passende soort Wmo-hulp: aangevraagd bij een verlenging";
        waiting_bridging: "waiting.bridging", "hours per person-week", tri(0.0, 0.5, 1.5), 0.0..=40.0,
            Assumption("range 0 to 1.5"), "Bridging by the team per person who waits, moderate or worse",
            "Overbrugging door het wijkteam per wachtende, vanaf een matige hulpvraag";
        waiting_leave: "waiting.leave", "per week", tri(0.005, 0.01, 0.02), 0.0..=1.0,
            Assumption("1 % a week; range 0.5 to 2 %"), "Leaving a waiting list", "Vertrek van een wachtlijst";
        waterbed_share: "waterbed.share", "share", tri(0.0, 0.2, 0.4), 0.0..=1.0, Assumption("range 0 to 0.4"),
            "Refused, or waiting over eight weeks: tries another door",
            "Elders aankloppen na afwijzing of lang wachten";
        waterbed_weeks: "waterbed.weeks", "weeks", tri(4.0, 8.0, 13.0), 0.0..=520.0,
            Assumption("eight weeks; range 4 to 13"), "Waiting after which another door is tried",
            "Wachttijd waarna mensen elders aankloppen";
        capacity_debt: "capacity.debt", "share", tri(0.0, 0.25, 0.5), 0.0..=1.0,
            Assumption("doenvermogen falls under debt and crisis (WRR 2017); range 0 to 0.5"),
            "Doenvermogen lost under problem debts or crisis",
            "Verlies van doenvermogen bij problematische schulden of crisis";
        wlz_weeks: "wlz.weeks", "weeks", tri(13.0, 26.0, 52.0), 0.0..=520.0,
            Assumption("crisis in daily functioning for 26 weeks; range 13 to 52"),
            "Crisis in daily functioning before CIZ is asked",
            "Duur van een crisis in dagelijks functioneren voordat een Wlz-indicatie wordt aangevraagd";
        wlz_grant: "wlz.grant", "share", tri(0.6, 0.8, 0.95), 0.0..=1.0, Assumption("range 0.6 to 0.95"),
            "CIZ requests granted", "Aanvragen voor een Wlz-indicatie die het CIZ toekent";
        wlz_mental: "wlz.mental", "share", fixed(0.0), 0.0..=1.0,
            Fitted("sheltered living is held to who is in it now, years after the Wlz opened to mental illness; that \
                    year is in the world wlz-2021"),
            "Sheltered living with a need of the mind that becomes long-term care",
            "Beschermd wonen bij een psychische hulpvraag dat Wlz-zorg wordt";
        stay_severe: "youth.stay_severe", "share", tri(0.1, 0.2, 0.3), 0.0..=1.0,
            Fitted("young people with a stay, 41,605 beside 446,665 without one (Jeugdautoriteit, 2023); range 0.1 to \
                    0.3"),
            "Youth help for a severe need that is a stay", "Jeugdhulp bij een ernstige hulpvraag die verblijf is";
        stay_crisis: "youth.stay_crisis", "ratio", tri(1.0, 2.0, 3.0), 1.0..=10.0,
            Assumption("no count of stays by severity seen; range 1 to 3"),
            "Youth help that is a stay, in a crisis against a severe need",
            "Jeugdhulp die verblijf is, in een crisis vergeleken met een ernstige hulpvraag";
    }
    settings {
        /// Share of otherwise granted applications refused at the municipal gate.
        gate_strictness: f64 = 0.0;
    }
    draws {
        /// Keys of entitlements.
        ENTITLEMENT_KEY = 9;
        /// Asking (cells).
        ASKING = 16;
        /// Which door somebody who asks goes to.
        DOOR_CHOICE = 25;
        /// How long an inquiry takes.
        INQUIRY_DELAY = 29;
        /// Whether the municipal gate grants.
        GRANT = 30;
        /// Referral to the second line.
        REFERRAL = 31;
        /// Another door after a refusal or a long wait.
        WATERBED = 36;
        /// Product that a need leads to.
        PRODUCT_CHOICE = 46;
        /// Long-term care.
        LONG_TERM_CARE = 58;
        /// Whether the Wlz takes somebody over from sheltered living.
        WLZ_MENTAL = 300;
        /// Whether usual care suffices.
        USUAL_CARE = 61;
        /// Whether informal care suffices.
        INFORMAL_SUFFICES = 62;
        /// Whether somebody is referred at an outside door.
        DOOR_REFERRAL = 63;
        /// Whether a report to Veilig Thuis ends in a mandatory frame.
        MANDATORY_FRAME = 64;
        /// How long a decision takes.
        DECISION_DELAY = 65;
        /// How long it takes until somebody is referred.
        REFERRAL_DELAY = 66;
        /// Whether who is refused asks again, where the link is weakened.
        ASKS_AGAIN = 95;
        /// What else is asked for.
        BUNDLE = 130;
        /// How much is granted in a year.
        GRANTING_YEAR = 200;
        /// Whether youth help is a stay.
        STAY = 96;
    }
    occasions {
        /// Asking.
        ASKING = 13: Episode, candidate;
        /// An episode in crisis may have lasted long enough for long-term care.
        LONG_TERM_CHECK = 16: Episode, dated;
        /// An entitlement's inquiry ends: the application is decided on soon.
        APPLICATION = 17: Entitlement, dated;
        /// An entitlement is decided on.
        DECISION = 18: Entitlement, dated;
        /// Somebody waits so long that another door is tried.
        WAITING_LONG = 19: Entitlement, dated;
    }
    links {
        /// A visible team is asked sooner.
        VISIBILITY_ASKING = 8: "visibility_asking", "visibility of the team" => "asking", '+', "R4",
            Assumption("asking.visibility; the range includes none");
        /// Debt and crisis lower doenvermogen.
        DEBT_CAPACITY = 13: "debt_capacity", "debts and crisis" => "doenvermogen", '-', "R9",
            Literature("WRR 2017; capacity.debt");
        /// A lack of doenvermogen keeps people from asking.
        CAPACITY_ASKING = 14: "capacity_asking", "doenvermogen" => "asking", '+', "R9", Assumption("asking.capacity");
        /// Who is refused tries another door, at once or by asking again.
        REFUSAL_WATERBED = 19: "refusal_waterbed", "refusal at the municipal gate" => "trying another door, and asking \
            again for the same need before asking.pause is over or it is worse", '+', "B4",
            Assumption("waterbed.share, asking.*");
        /// Who waits long tries another door.
        WAITING_WATERBED = 20: "waiting_waterbed", "long waiting" => "requests at other doors", '+', "B4",
            Assumption("waterbed.share");
        /// Heavier needs of young people lead to a stay.
        SEVERITY_STAY = 36: "severity_stay", "severity of youth needs" => "youth help with a stay", '+', "",
            Assumption("youth.stay_severe, youth.stay_crisis");
    }
    indicators {
        APPLICATIONS = 70: "gate.applications", "applications", registered, told, Flow, Neutral, per_thousand(0.5),
            "Applications decided at the municipal gate", "Beslissingen aan de gemeentelijke deur";
        REFUSALS = 71: "gate.refusals", "applications", registered, told, Flow, Neutral, per_thousand(0.25),
            "Refused at the municipal gate", "Afwijzingen aan de gemeentelijke deur";
        USUAL_CARE = 72: "gate.usual_care", "applications", registered, detail, Flow, Neutral, per_thousand(0.25),
            "Not granted because of usual or informal care", "Niet toegekend vanwege gebruikelijke hulp of mantelzorg";
        INQUIRY_IN_TIME = 73: "gate.inquiry_in_six_weeks", "share", registered, detail, Ratio, Higher, absolute(0.02),
            "Inquiries done within six weeks", "Onderzoeken binnen zes weken";
        DECISION_IN_TIME = 74: "gate.decided_in_eight_weeks", "share", registered, detail, Ratio, Higher,
            absolute(0.02), "Decided within eight weeks of the request", "Beslist binnen acht weken na de melding";
        DEBT_IN_TIME = 75: "debt.first_talk_in_four_weeks", "share", registered, detail, Ratio, Higher, absolute(0.02),
            "Debt help within four weeks of the request", "Schuldhulp binnen vier weken na de aanvraag";
        WATERBED = 76: "waterbed", "requests", true_only, told, Flow, Lower, per_thousand(0.25),
            "Tried another door after a refusal or a long wait", "Klopte elders aan na afwijzing of lang wachten";
        ASKED_AGAIN = 103: "asked.again", "episodes", true_only, detail, Flow, Lower, per_thousand(0.25),
            "Asked again, at whatever door, after a refusal for the same need",
            "Vroeg opnieuw om hulp, aan welke deur ook, na een afwijzing voor dezelfde hulpvraag";
    }
    state Holding;
}
