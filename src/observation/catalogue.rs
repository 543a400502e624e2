//! Every indicator, in one list: key, unit, kind, direction, the smallest difference that matters.
//!
//! Margins are fixed here, before any run: about half a per mille of residents for persons, one euro per resident and
//! year for money, a tenth for hours and waits. They are assumptions on what a policy officer would act on.
//!
//! Purchased help is counted in two groups (`ProductGroup`): the second line, and help at home. Money of the team and
//! of both groups adds up to that of all payers.

use std::sync::LazyLock;

use super::series::{Direction, Kind, Margin, Series};
use crate::entities::{Account, DOMAINS, Domain, PRODUCTS, Product, ROUTES, Route, SEVERITIES, Severity};

macro_rules! indicators {
    ($(
        $name:ident: $key:literal, $unit:literal, $kind:ident, $direction:ident, $margin:expr, $english:literal,
        $dutch:literal;
    )*) => {
        /// An indicator of the district as a whole.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(usize)]
        pub enum Indicator { $(#[doc = $english] $name),* }

        const SINGLES: &[(&str, &str, Kind, Direction, Margin, &str, &str)] = &[
            $(($key, $unit, Kind::$kind, Direction::$direction, $margin, $english, $dutch)),*
        ];
    };
}

const fn per_thousand(x: f64) -> Margin {
    Margin::PerThousand(x)
}
const fn absolute(x: f64) -> Margin {
    Margin::Absolute(x)
}

indicators! {
    EurosMunicipality: "euros.municipality", "euro", Flow, Lower, per_thousand(1000.0), "Cost to the municipality",
        "Kosten voor de gemeente";
    EurosAll: "euros.all", "euro", Flow, Lower, per_thousand(1000.0), "Cost to all payers together",
        "Kosten voor alle betalers samen";
    EurosFirstLine: "euros.first_line", "euro", Flow, Neutral, per_thousand(1000.0), "Cost of the team",
        "Kosten van het wijkteam";
    EurosSecondLine: "euros.second_line", "euro", Flow, Neutral, per_thousand(1000.0),
        "Cost of the second line, whoever pays", "Kosten van de tweede lijn, voor wie dan ook";
    EurosHelpAtHome: "euros.help_at_home", "euro", Flow, Neutral, per_thousand(1000.0),
        "Cost of help at home, whoever pays", "Kosten van hulp thuis, voor wie dan ook";
    PersonsSecondLine: "persons.second_line", "persons", Distinct, Neutral, per_thousand(0.5),
        "People with second-line help", "Mensen met hulp uit de tweede lijn";
    PersonsHelpAtHome: "persons.help_at_home", "persons", Distinct, Neutral, per_thousand(0.5),
        "People with help at home", "Mensen met hulp thuis";
    SevereUnhelped: "need.severe.unhelped", "persons", Stock, Lower, per_thousand(0.25),
        "People with a severe need and no help", "Mensen met ernstige problemen zonder hulp";
    PersonsWmo: "persons.wmo", "persons", Distinct, Neutral, per_thousand(0.5), "Wmo clients", "Wmo-cliënten";
    PersonsYouthHelp: "persons.youth_help", "persons", Distinct, Neutral, per_thousand(0.25),
        "Young people in youth help", "Jongeren in jeugdhulp";
    PersonsTeamAdult: "persons.team.adult", "persons", Distinct, Neutral, per_thousand(0.5),
        "Adults of 18 to 64 in contact with the team", "Volwassenen van 18 tot 65 jaar met contact met het wijkteam";
    PersonsTeamOlder: "persons.team.older", "persons", Distinct, Neutral, per_thousand(0.25),
        "People of 65 and over in contact with the team", "65-plussers met contact met het wijkteam";
    Residents: "residents", "persons", Stock, Neutral, per_thousand(5.0), "Residents", "Inwoners";
    ResidentsUnder23: "residents.under_23", "persons", Stock, Neutral, per_thousand(5.0), "Residents under 23",
        "Inwoners onder 23 jaar";
    ResidentsAdult: "residents.adult", "persons", Stock, Neutral, per_thousand(5.0), "Residents of 18 to 64",
        "Inwoners van 18 tot 65 jaar";
    ResidentsOlder: "residents.older", "persons", Stock, Neutral, per_thousand(5.0), "Residents of 65 and over",
        "Inwoners van 65 jaar en ouder";
    Households: "households", "households", Stock, Neutral, per_thousand(5.0), "Households", "Huishoudens";
    Births: "births", "persons", Flow, Neutral, per_thousand(0.5), "Births", "Geboorten";
    Deaths: "deaths", "persons", Flow, Neutral, per_thousand(0.5), "Deaths", "Overledenen";
    NeedOpen: "need.open", "persons", Stock, Lower, per_thousand(1.0), "People with a need", "Mensen met een hulpvraag";
    NeedHidden: "need.hidden", "persons", Stock, Lower, per_thousand(1.0), "People with a need that nobody knows of",
        "Mensen met een hulpvraag die niemand kent";
    DebtHouseholds: "households.debt", "households", Stock, Lower, per_thousand(0.5), "Households with problem debts",
        "Huishoudens met problematische schulden";
    UnhelpedNoNetwork: "network.none.unhelped", "persons", Stock, Lower, per_thousand(0.25),
        "People with a need, without a network and without help",
        "Mensen met een hulpvraag zonder netwerk en zonder hulp";
    Onsets: "onsets", "episodes", Flow, Lower, per_thousand(1.0), "Needs that began", "Hulpvragen die ontstonden";
    Worsenings: "worsenings", "episodes", Flow, Lower, per_thousand(0.5), "Needs that worsened",
        "Hulpvragen die verergerden";
    Recoveries: "recoveries", "episodes", Flow, Neutral, per_thousand(1.0), "Needs that passed",
        "Hulpvragen die overgingen";
    RecoveriesHelped: "recoveries.by_help", "episodes", Flow, Higher, per_thousand(0.5),
        "Needs that passed by help, of all that passed", "Hulpvragen die overgingen door hulp";
    Relapses: "relapses", "episodes", Flow, Lower, per_thousand(0.5), "Relapses", "Terugval";
    CrisisOnsets: "crises", "episodes", Flow, Lower, per_thousand(0.25), "Needs that became a crisis",
        "Hulpvragen die een crisis werden";
    SeverityRemission: "need.remission_after_asking", "share", Ratio, Neutral, absolute(0.02),
        "Asked needs that would have passed by themselves within half a year",
        "Gevraagde hulp die binnen een half jaar vanzelf over was gegaan";
    Carers: "carers", "persons", Stock, Neutral, per_thousand(1.0), "Carers", "Mantelzorgers";
    CarersBurdened: "carers.burdened", "persons", Stock, Lower, per_thousand(0.5), "Heavily burdened carers",
        "Zwaarbelaste mantelzorgers";
    CarersStopped: "carers.stopped", "persons", Flow, Lower, per_thousand(0.5), "Carers who stopped",
        "Mantelzorgers die stopten";
    CareHours: "care.hours", "hours per week", Stock, Neutral, per_thousand(20.0), "Informal care", "Mantelzorg";
    CareHoursPerCarer: "care.hours_per_carer", "hours per week", Ratio, Neutral, absolute(0.5),
        "Informal care per carer", "Mantelzorg per mantelzorger";
    TeamFte: "team.fte", "FTE", Stock, Neutral, per_thousand(0.05), "Team, filled jobs", "Wijkteam, bezette formatie";
    TeamOpen: "team.open", "cases", Stock, Neutral, per_thousand(0.5), "Open cases of the team",
        "Open zaken van het wijkteam";
    TeamWaiting: "team.waiting", "cases", Stock, Lower, per_thousand(0.5), "Cases that wait for the team",
        "Zaken die wachten op het wijkteam";
    TeamWait: "team.wait_weeks", "weeks", Ratio, Lower, absolute(0.5), "Wait for the team", "Wachttijd wijkteam";
    TeamCases: "team.cases", "cases", Flow, Neutral, per_thousand(0.5), "Cases that began", "Zaken die begonnen";
    TeamPressure: "team.pressure", "ratio", Ratio, Lower, absolute(0.05),
        "Hours demanded of the team over hours available",
        "Gevraagde uren van het wijkteam ten opzichte van beschikbare uren";
    TeamReferrals: "team.referrals", "entitlements", Flow, Neutral, per_thousand(0.5), "Referrals by the team",
        "Verwijzingen door het wijkteam";
    TeamReferralShare: "team.referral_share", "share", Ratio, Neutral, absolute(0.02),
        "Cases of the team with a referral", "Zaken van het wijkteam met een verwijzing";
    Visibility: "team.visibility", "share", Ratio, Higher, absolute(0.02), "Visibility of the team",
        "Zichtbaarheid van het wijkteam";
    HoursFirstLine: "hours.first_line", "hours", Flow, Neutral, per_thousand(20.0), "Hours of the team",
        "Uren van het wijkteam";
    HoursCase: "hours.case", "hours", Flow, Neutral, per_thousand(20.0), "Hours on cases", "Uren aan zaken";
    HoursIntake: "hours.intake", "hours", Flow, Neutral, per_thousand(10.0), "Hours on intake and inquiry",
        "Uren aan intake en onderzoek";
    HoursBridging: "hours.bridging", "hours", Flow, Neutral, per_thousand(10.0), "Hours bridging people who wait",
        "Uren overbrugging voor wachtenden";
    HoursDoor: "hours.door", "hours", Flow, Neutral, per_thousand(10.0), "Hours on visits from door to door",
        "Uren huisbezoek";
    HoursPlace: "hours.place", "hours", Flow, Neutral, per_thousand(10.0), "Hours where people are",
        "Uren op vindplaatsen";
    HoursReport: "hours.report", "hours", Flow, Neutral, per_thousand(10.0), "Hours on reports and signals",
        "Uren aan meldingen en signalen";
    HoursCollective: "hours.collective", "hours", Flow, Neutral, per_thousand(10.0),
        "Hours of collective work and presence", "Uren collectief werk en aanwezigheid";
    HoursUnused: "hours.unused", "hours", Flow, Neutral, per_thousand(10.0),
        "Hours of the team that nothing was found for, planned outreach among them",
        "Uren van het wijkteam waar niets voor was, gepland outreachend werk meegeteld";
    HoursSecondLine: "hours.second_line", "hours", Flow, Neutral, per_thousand(100.0),
        "Hours of the second line, without residential care", "Uren van de tweede lijn, zonder verblijf";
    HoursHelpAtHome: "hours.help_at_home", "hours", Flow, Neutral, per_thousand(100.0),
        "Hours of help at home, without aids and transport", "Uren hulp thuis, zonder hulpmiddelen en vervoer";
    Visits: "visits", "visits", Flow, Neutral, per_thousand(1.0), "Doors visited", "Bezochte deuren";
    VisitsReached: "visits.reached", "visits", Flow, Neutral, per_thousand(1.0), "Doors that opened",
        "Deuren die opengingen";
    HitRate: "visits.hit_rate", "share", Ratio, Neutral, absolute(0.02), "Reached households with a need found",
        "Bereikte huishoudens met een gevonden hulpvraag";
    HoursPerFound: "visits.hours_per_found", "hours", Ratio, Lower, absolute(1.0), "Visiting hours per found need",
        "Uren huisbezoek per gevonden hulpvraag";
    PoolDepletion: "visits.hidden_share", "share", Ratio, Neutral, absolute(0.01),
        "Visited households with a hidden need", "Bezochte huishoudens met een verborgen hulpvraag";
    OverDetection: "found.would_have_passed", "share", Ratio, Lower, absolute(0.02),
        "Needs found by outreach that would have passed by themselves within half a year",
        "Gevonden hulpvragen die binnen een half jaar vanzelf over waren gegaan";
    FoundLength: "found.natural_weeks", "weeks", Ratio, Neutral, absolute(4.0),
        "Natural length of needs found by outreach, at most ten years",
        "Natuurlijke duur van gevonden hulpvragen, ten hoogste tien jaar";
    OnsetLength: "onsets.natural_weeks", "weeks", Ratio, Neutral, absolute(4.0),
        "Natural length of all needs that began, at most ten years",
        "Natuurlijke duur van alle begonnen hulpvragen, ten hoogste tien jaar";
    Volunteers: "volunteers", "persons", Stock, Neutral, per_thousand(2.0), "Volunteers", "Vrijwilligers";
    FoundDelay: "found.delay_weeks", "weeks", Ratio, Lower, absolute(2.0),
        "Weeks from onset to first contact, found by outreach",
        "Weken van begin tot eerste contact, gevonden door outreach";
    AskedDelay: "asked.delay_weeks", "weeks", Ratio, Lower, absolute(2.0), "Weeks from onset to first contact, asked",
        "Weken van begin tot eerste contact, zelf gevraagd";
    FoundSeverity: "found.severity", "1 to 4", Ratio, Neutral, absolute(0.1),
        "Severity at first contact, found by outreach", "Ernst bij eerste contact, gevonden door outreach";
    AskedSeverity: "asked.severity", "1 to 4", Ratio, Neutral, absolute(0.1), "Severity at first contact, asked",
        "Ernst bij eerste contact, zelf gevraagd";
    HelpDeclined: "found.declined", "episodes", Flow, Lower, per_thousand(0.5),
        "Found needs for which help was declined", "Gevonden hulpvragen waarvoor hulp werd afgewezen";
    ReportsLeft: "reports.left", "reports", Flow, Lower, per_thousand(0.5), "Reports and signals left lying",
        "Meldingen en signalen die bleven liggen";
    Applications: "gate.applications", "applications", Flow, Neutral, per_thousand(0.5),
        "Applications decided at the municipal gate", "Beslissingen aan de gemeentelijke deur";
    Refusals: "gate.refusals", "applications", Flow, Neutral, per_thousand(0.25), "Refused at the municipal gate",
        "Afwijzingen aan de gemeentelijke deur";
    UsualCare: "gate.usual_care", "applications", Flow, Neutral, per_thousand(0.25),
        "Not granted because of usual or informal care", "Niet toegekend vanwege gebruikelijke hulp of mantelzorg";
    InquiryInTime: "gate.inquiry_in_six_weeks", "share", Ratio, Higher, absolute(0.02),
        "Inquiries done within six weeks", "Onderzoeken binnen zes weken";
    DecisionInTime: "gate.decided_in_eight_weeks", "share", Ratio, Higher, absolute(0.02),
        "Decided within eight weeks of the request", "Beslist binnen acht weken na de melding";
    DebtInTime: "debt.first_talk_in_four_weeks", "share", Ratio, Higher, absolute(0.02),
        "Debt help within four weeks of the request", "Schuldhulp binnen vier weken na de aanvraag";
    Waterbed: "waterbed", "requests", Flow, Lower, per_thousand(0.25),
        "Tried another door after a refusal or a long wait", "Klopte elders aan na afwijzing of lang wachten";
    LeftQueue: "waiting.left", "persons", Flow, Lower, per_thousand(0.25), "Left a waiting list",
        "Verliet een wachtlijst";
    Mandatory: "youth_help.mandatory", "entitlements", Flow, Lower, per_thousand(0.1),
        "Mandatory youth help that began", "Jeugdhulp in gedwongen kader die begon";
    TrustFirst: "trust.first_line", "share", Ratio, Higher, absolute(0.01), "Trust in the first line",
        "Vertrouwen in de eerste lijn";
    RegisteredSecondLine: "registered.persons.second_line", "persons", Distinct, Neutral, per_thousand(0.5),
        "People with second-line help, as registered", "Mensen met hulp uit de tweede lijn volgens de registratie";
    RegisteredKnown: "registered.need.known", "persons", Stock, Neutral, per_thousand(1.0),
        "People with a need, as known to services", "Mensen met een hulpvraag volgens de registratie";
}

/// Positions of the blocks of series behind the single ones.
pub const NEED: usize = SINGLES.len();
/// Series `need.<domain>.<severity>.<hidden|known>`: two per severity and domain.
pub const NEED_COUNT: usize = DOMAINS * SEVERITIES * 2;
/// Series `euros.<account>`.
pub const EUROS: usize = NEED + NEED_COUNT;
/// Paying accounts.
pub const EUROS_COUNT: usize = 10;
/// Series `persons.product.<product>`.
pub const CLIENTS: usize = EUROS + EUROS_COUNT;
/// Series `waiting.<product>`.
pub const WAITING: usize = CLIENTS + PRODUCTS;
/// Series `wait_weeks.<product>`.
pub const WAIT_WEEKS: usize = WAITING + PRODUCTS;
/// Series `found.<route>`.
pub const FOUND: usize = WAIT_WEEKS + PRODUCTS;
/// Series `need.severe.unhelped` by group.
pub const GROUPED: usize = FOUND + ROUTES;
/// Groups.
pub const GROUPS: [&str; 8] =
    ["income:low", "income:middle", "income:high", "network:none", "network:some", "age:0-22", "age:23-64", "age:65+"];
/// Residents by group, for rates.
pub const GROUP_SIZES: usize = GROUPED + GROUPS.len();
/// Number of series.
pub const SERIES_COUNT: usize = GROUP_SIZES + GROUPS.len();

/// What is written only with `[output] all_series = true`, as indicators or (ending in a full stop) families of them:
/// what explains a result to whoever looks closer, and neither report nor terminal shows. So are residents by group.
const DETAILS: &[&str] = &[
    "asked.delay_weeks",
    "asked.severity",
    "births",
    "care.hours_per_carer",
    "deaths",
    "debt.first_talk_in_four_weeks",
    "found.declined",
    "found.delay_weeks",
    "found.natural_weeks",
    "found.severity",
    "gate.decided_in_eight_weeks",
    "gate.inquiry_in_six_weeks",
    "gate.usual_care",
    "hours.bridging",
    "hours.case",
    "hours.collective",
    "hours.door",
    "hours.intake",
    "hours.place",
    "hours.report",
    "hours.unused",
    "need.remission_after_asking",
    "onsets.natural_weeks",
    "persons.product.",
    "reports.left",
    "team.referral_share",
    "visits",
    "visits.",
    "volunteers",
    "wait_weeks.",
    "youth_help.mandatory",
];

/// Whether `keys` name an indicator, by itself or by its family.
pub(crate) fn is_among(keys: &[&str], indicator: &str) -> bool {
    keys.iter().any(|key| if key.ends_with('.') { indicator.starts_with(key) } else { indicator == *key })
}

#[expect(clippy::too_many_lines, reason = "one list: every series in the order of its position")]
fn all_series() -> Vec<Series> {
    let mut list = Vec::with_capacity(SERIES_COUNT);
    let mut add = |indicator: String,
                   group: &str,
                   meta: (&'static str, Kind, Direction, Margin),
                   names: (String, String),
                   default: bool| {
        let default = default && !is_among(DETAILS, &indicator);
        let (unit, kind, direction, margin) = meta;
        list.push(Series {
            indicator,
            group: group.to_owned(),
            unit,
            kind,
            direction,
            margin,
            name: names.0,
            dutch: names.1,
            default,
        });
    };
    for (key, unit, kind, direction, margin, english, dutch) in SINGLES {
        add(
            (*key).to_owned(),
            "all",
            (*unit, *kind, *direction, *margin),
            ((*english).to_owned(), (*dutch).to_owned()),
            true,
        );
    }
    for domain in Domain::ALL {
        for severity in Severity::ALL {
            for (seen, dutch_seen) in [("hidden", "verborgen"), ("known", "bekend")] {
                add(
                    format!("need.{}.{}.{seen}", domain.key(), severity.key()),
                    "all",
                    ("episodes", Kind::Stock, Direction::Lower, per_thousand(0.25)),
                    (
                        format!("Needs, {} ({}, {seen})", domain.key(), severity.key()),
                        format!("Hulpvragen, {} ({}, {dutch_seen})", dutch_domain(domain), dutch_severity(severity)),
                    ),
                    false,
                );
            }
        }
    }
    for account in Account::ALL.into_iter().filter(|a| a.is_payer()) {
        add(
            format!("euros.{}", account.key()),
            "all",
            ("euro", Kind::Flow, Direction::Lower, per_thousand(1000.0)),
            payer_name(account),
            true,
        );
    }
    for product in Product::ALL {
        let meta = product.meta();
        add(
            format!("persons.product.{}", meta.key),
            "all",
            ("persons", Kind::Distinct, Direction::Neutral, per_thousand(0.25)),
            (format!("People in {}", meta.english), format!("Mensen in {}", meta.dutch)),
            true,
        );
    }
    for product in Product::ALL {
        let meta = product.meta();
        add(
            format!("waiting.{}", meta.key),
            "all",
            ("persons", Kind::Stock, Direction::Lower, per_thousand(0.1)),
            (format!("Waiting for {}", meta.english), format!("Wachtend op {}", meta.dutch)),
            false,
        );
    }
    for product in Product::ALL {
        let meta = product.meta();
        add(
            format!("wait_weeks.{}", meta.key),
            "all",
            ("weeks", Kind::Ratio, Direction::Lower, absolute(1.0)),
            (format!("Wait for {}", meta.english), format!("Wachttijd {}", meta.dutch)),
            true,
        );
    }
    for route in Route::ALL {
        add(
            format!("first_contact.{}", route.key()),
            "all",
            ("episodes", Kind::Flow, Direction::Neutral, per_thousand(0.5)),
            (
                format!("Needs that came to light: {}", route.key()),
                format!("Hulpvragen die aan het licht kwamen: {}", dutch_route(route)),
            ),
            true,
        );
    }
    for group in GROUPS {
        add(
            "need.severe.unhelped".to_owned(),
            group,
            ("persons", Kind::Stock, Direction::Lower, per_thousand(0.25)),
            (
                "People with a severe need without help".to_owned(),
                "Mensen met een ernstige hulpvraag zonder hulp".to_owned(),
            ),
            true,
        );
    }
    for group in GROUPS {
        add(
            "residents".to_owned(),
            group,
            ("persons", Kind::Stock, Direction::Neutral, per_thousand(5.0)),
            ("Residents".to_owned(), "Inwoners".to_owned()),
            false,
        );
    }
    list
}

/// What an account's cost is called, in English and Dutch.
const fn dutch_domain(domain: Domain) -> &'static str {
    match domain {
        Domain::Debt => "schulden",
        Domain::Housing => "wonen",
        Domain::Work => "werk en dagbesteding",
        Domain::Mental => "psychische problemen of verslaving",
        Domain::Daily => "dagelijks functioneren",
        Domain::Youth => "opgroeien",
        Domain::Social => "netwerk en meedoen",
    }
}

const fn dutch_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Light => "licht",
        Severity::Moderate => "matig",
        Severity::Severe => "ernstig",
        Severity::Crisis => "crisis",
    }
}

const fn dutch_route(route: Route) -> &'static str {
    match route {
        Route::Asked => "zelf gevraagd",
        Route::Report => "melding",
        Route::Door => "huisbezoek",
        Route::Place => "vindplaats",
        Route::Case => "lopende zaak",
    }
}

fn payer_name(account: Account) -> (String, String) {
    let (english, dutch) = match account {
        Account::Wmo => ("Municipality: Wmo", "Gemeente: Wmo"),
        Account::Youth => ("Municipality: youth help", "Gemeente: jeugdhulp"),
        Account::Participation => ("Municipality: social assistance", "Gemeente: participatie"),
        Account::Debt => ("Municipality: debt and poverty", "Gemeente: schulden en armoede"),
        Account::Welfare => ("Municipality: welfare and team", "Gemeente: welzijn en wijkteam"),
        Account::HealthInsurer => ("Health insurer", "Zorgverzekeraar"),
        Account::LongTermCare => ("Long-term care (Wlz)", "Langdurige zorg (Wlz)"),
        Account::Housing => ("Housing corporation", "Woningcorporatie"),
        Account::Justice => ("Justice and safety", "Justitie en veiligheid"),
        Account::Household => ("Households", "Huishoudens"),
        Account::Providers => ("Care providers", "Zorgaanbieders"),
        Account::Employers => ("Employers of the team", "Werkgevers van het wijkteam"),
    };
    (english.to_owned(), dutch.to_owned())
}

static SERIES: LazyLock<Vec<Series>> = LazyLock::new(all_series);

/// Every series, in the order of their positions.
pub fn series() -> &'static [Series] {
    &SERIES
}

/// Position of the series of an indicator and group.
pub fn position(indicator: &str, group: &str) -> Option<usize> {
    series().iter().position(|s| s.indicator == indicator && s.group == group)
}

/// What stands in somebody's books, as indicators or (ending in a full stop) families of them: accounts, the team's own
/// administration, waiting lists, the municipal gate, the population register. Everything else is true of people and
/// known to nobody who decides. Whoever is served is known as registered, with its lag, and not as `persons.*`.
const REGISTERED: &[&str] = &[
    "registered.",
    "euros.",
    "hours.",
    "team.fte",
    "team.open",
    "team.waiting",
    "team.wait_weeks",
    "team.cases",
    "team.pressure",
    "team.referrals",
    "team.referral_share",
    "visits",
    "visits.reached",
    "visits.hit_rate",
    "visits.hours_per_found",
    "reports.left",
    "gate.",
    "debt.first_talk_in_four_weeks",
    "waiting.",
    "wait_weeks.",
    "residents",
    "residents.",
    "households",
    "births",
    "deaths",
];

/// Whether a series stands in somebody's books, so that whoever decides may see it. Who has a network never does.
pub fn is_registered(indicator: &str, group: &str) -> bool {
    !group.starts_with("network:") && is_among(REGISTERED, indicator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_registered_exists_and_true_needs_are_not_among_it() {
        for key in REGISTERED {
            let found = series()
                .iter()
                .any(|s| if key.ends_with('.') { s.indicator.starts_with(key) } else { s.indicator == *key });
            assert!(found, "{key} names no series");
        }
        for hidden in
            ["need.", "persons.", "carers", "care.", "trust.", "found.", "onsets", "network.", "first_contact."]
        {
            let seen =
                series().iter().find(|s| s.indicator.starts_with(hidden) && is_registered(&s.indicator, &s.group));
            assert!(seen.is_none(), "{seen:?}");
        }
        assert!(is_registered("residents", "age:65+") && !is_registered("residents", "network:none"));
        assert!(!is_registered("team.visibility", "all") && !is_registered("households.debt", "all"));
        // What visitors found they wrote down; what was behind the doors nobody knows.
        assert!(is_registered("visits.hit_rate", "all") && !is_registered("visits.hidden_share", "all"));
    }

    #[test]
    fn details_exist_and_some_seventy_series_are_written_unasked() {
        for key in DETAILS {
            assert!(series().iter().any(|s| is_among(&[key], &s.indicator)), "{key} names no series");
        }
        let written = series().iter().filter(|s| s.default).count();
        assert!((60..=80).contains(&written), "{written}");
    }

    #[test]
    fn blocks_are_where_they_should_be_and_keys_are_unique() {
        assert_eq!(series().len(), SERIES_COUNT);
        assert_eq!(series()[EUROS].indicator, "euros.wmo");
        assert_eq!(series()[CLIENTS].indicator, "persons.product.youth_help");
        assert_eq!(series()[FOUND].indicator, "first_contact.asked");
        assert_eq!(series()[GROUPED].group, "income:low");
        assert_eq!(series()[Indicator::RegisteredKnown as usize].indicator, "registered.need.known");
        for (i, s) in series().iter().enumerate() {
            assert_eq!(position(&s.indicator, &s.group), Some(i), "{}", s.indicator);
        }
    }
}
