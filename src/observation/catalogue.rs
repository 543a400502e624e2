//! Every indicator, in one list: key, unit, kind, direction, the smallest difference that matters.
//!
//! Margins are fixed here, before any run: about half a per mille of residents for persons, one euro per resident and
//! year for money, a tenth for hours and waits. They are assumptions on what a policy officer would act on.
//!
//! Purchased help is counted in two groups (`ProductGroup`): the second line, and help at home. Money of the team and
//! of both groups adds up to that of all payers.

use std::sync::LazyLock;

use super::indicator::{IndicatorMeta, absolute, per_thousand};
use super::series::{Direction, Kind, Margin, Series};
use crate::entities::{Account, DOMAINS, Domain, MAX_TEAMS, PRODUCTS, Product, ROUTES, Route, SEVERITIES, Severity};
use crate::mechanisms::for_rooms;
use crate::tables::{first, total};

macro_rules! all_rows {
    ($($(#[$when:meta])* $room:ident),* $(,)?) => {
        const ROWS: &[&[IndicatorMeta]] = &[$($(#[$when])* crate::mechanisms::$room::rows::INDICATORS),*];
    };
}
for_rooms!(all_rows);

/// Indicators of the district as a whole.
const SINGLES: usize = total(ROWS);

/// Their rows, in the order of the numbers.
static INDICATORS: [IndicatorMeta; SINGLES] = {
    let mut list = [first(ROWS); SINGLES];
    let mut given = [false; SINGLES];
    let mut room = 0;
    while room < ROWS.len() {
        let mut i = 0;
        while i < ROWS[room].len() {
            let row = ROWS[room][i];
            let place = row.indicator.place();
            assert!(
                place < SINGLES && !given[place],
                "a number of an indicator is given twice, or one below it is skipped (the toy mechanism has the last)"
            );
            (list[place], given[place]) = (row, true);
            i += 1;
        }
        room += 1;
    }
    list
};

/// Positions of the blocks of series behind the single ones.
pub const NEED: usize = SINGLES;
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
/// Series `team.fte` by team.
pub const TEAM_FTE: usize = GROUP_SIZES + GROUPS.len();
/// Series `team.open` by team.
pub const TEAM_OPEN: usize = TEAM_FTE + MAX_TEAMS;
/// Series `team.waiting` by team.
pub const TEAM_WAITING: usize = TEAM_OPEN + MAX_TEAMS;
/// Series `team.wait_weeks` by team.
pub const TEAM_WAIT: usize = TEAM_WAITING + MAX_TEAMS;
/// Series `hours.first_line` by team.
pub const TEAM_HOURS: usize = TEAM_WAIT + MAX_TEAMS;
/// Series `euros_full.<account>`, by paying account.
pub const FULL: usize = TEAM_HOURS + MAX_TEAMS;
/// Series `facilities.visitors` by group.
pub const VISITORS_OF: usize = FULL + EUROS_COUNT;
/// Series `basic.served` by group.
pub const SERVED_OF: usize = VISITORS_OF + GROUPS.len();
/// Teams as groups, in the order of the file.
pub const TEAMS: [&str; MAX_TEAMS] = ["team:1", "team:2", "team:3", "team:4", "team:5", "team:6", "team:7", "team:8"];
/// Number of series.
pub const SERIES_COUNT: usize = SERVED_OF + GROUPS.len();

/// The position of one of the blocks by team, for a team.
pub const fn of_team(block: usize, team: usize) -> usize {
    block + team
}

/// Families of series that are written only with `[output] all_series = true`; of single indicators their rows say so.
const DETAILS: &[&str] = &["persons.product.", "wait_weeks.", "first_contact.facility"];

/// What is written too, without being asked for, where a scenario uses a mechanism: levers of which have another value
/// than their neutral one.
pub(crate) const OF_MECHANISMS: &[(&[&str], &[&str])] = &[
    (
        &["M7"],
        &[
            "facilities.",
            "hours.volunteers",
            "euros.prevention",
            "signals.visits",
            "evictions",
            "first_contact.facility",
            "need.severe",
            "residents",
        ],
    ),
    (
        &["M5"],
        &[
            "reciprocity.",
            "sanctions",
            "sanctions.",
            "hours.checking",
            "euros.checking",
            "hours.volunteers",
            "facilities.half_days",
        ],
    ),
    (
        &["M19", "M23"],
        &[
            "basic.",
            "collective.",
            "euros.basic",
            "euros.collective",
            "wait_weeks.guidance",
            "service.weeks_until",
            "need.severe",
            "residents",
        ],
    ),
    (
        &["M4"],
        &[
            "conference.",
            "matching.",
            "exception.",
            "network.",
            "euros.own_network",
            "care.hours_per_carer",
            "residents",
        ],
    ),
    (&["M6"], &["own_strength.", "need.never"]),
    (&["M11"], &["screening.", "trajectory.", "team.depth", "team.specialists", "team.referral_share"]),
    (&["M18"], &["experts.", "outreach.accepted", "trust.first_line"]),
    (&["M8"], &["own_help.", "review.", "service.weeks_until", "team.referrals"]),
    (&["M21", "M22", "M10"], &["professionals."]),
    (&["M22"], &["practice.", "hours.learning"]),
    (&["M10"], &["culture.", "euros.coaching", "hours.learning"]),
    (&["M12"], &["coordination.", "hours.coordination"]),
    (&["M14"], &["monitor.", "case.", "hours.door", "hours.place", "found.would_have_passed"]),
    (
        &["M16"],
        &[
            "euros.over.",
            "euros.reserve",
            "euros.cut",
            "euros.returned",
            "euros.room",
            "euros.agreement",
            "ceiling.",
            "evictions.bought",
        ],
    ),
    (&["M20"], &["plan.whole", "politics.", "euros.cut", "euros.over."]),
    (&["M9"], &["referrers.", "hours.feedback", "funders.confidence", "asked.elsewhere", "first_contact."]),
    (&["M13"], &["position.", "trajectory.", "culture.professionals", "team.referrals", "gate.refusals"]),
    (
        &["M25"],
        &["contract.", "trajectory.", "wait_weeks.guidance", "wait_weeks.youth_ambulatory", "service.weeks_until"],
    ),
    (&["M17"], &["remit.", "hours.remit", "enforcement.", "benefits.", "evictions"]),
    (
        &["M24"],
        &[
            "contribution.",
            "euros.contributions",
            "euros.bought",
            "care.hours",
            "gate.refusals",
            "wait_weeks.domestic_help",
        ],
    ),
    (&["M15"], &["aftercare.", "case.returns", "relapses"]),
];

/// Whether an indicator is of those that a mechanism counts.
pub(crate) fn is_of_mechanism(mechanism: &str, indicator: &str) -> bool {
    OF_MECHANISMS.iter().any(|(of, keys)| of.contains(&mechanism) && is_among(keys, indicator))
}

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
        let single = INDICATORS.iter().find(|row| row.key == indicator);
        let default = default && single.map_or_else(|| !is_among(DETAILS, &indicator), |row| !row.detail);
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
    for row in &INDICATORS {
        let names = (row.english.to_owned(), row.dutch.to_owned());
        add(row.key.to_owned(), "all", (row.unit, row.kind, row.direction, row.margin), names, true);
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
    for indicator in ["team.fte", "team.open", "team.waiting", "team.wait_weeks", "hours.first_line"] {
        let Some(row) = INDICATORS.iter().find(|row| row.key == indicator) else { continue };
        for team in TEAMS {
            let names = (row.english.to_owned(), row.dutch.to_owned());
            add(indicator.to_owned(), team, (row.unit, row.kind, row.direction, row.margin), names, false);
        }
    }
    for account in Account::ALL.into_iter().filter(|a| a.is_payer()) {
        let (english, dutch) = payer_name(account);
        add(
            format!("euros_full.{}", account.key()),
            "all",
            ("share", Kind::Ratio, Direction::Lower, absolute(0.05)),
            (
                format!("{english}: euros for services that are full while somebody waits"),
                format!("{dutch}: geld voor hulp die vol zit terwijl er iemand wacht"),
            ),
            false,
        );
    }
    for indicator in ["facilities.visitors", "basic.served"] {
        let Some(row) = INDICATORS.iter().find(|row| row.key == indicator) else { continue };
        for group in GROUPS {
            let names = (row.english.to_owned(), row.dutch.to_owned());
            add(row.key.to_owned(), group, (row.unit, row.kind, row.direction, row.margin), names, false);
        }
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
        Route::Facility => "voorziening",
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

/// Families of series that stand in somebody's books; of single indicators their rows say so.
const REGISTERED: &[&str] = &["euros.", "waiting.", "wait_weeks."];

/// Whether a series stands in somebody's books, so that whoever decides may see it. Who has a network never does.
pub fn is_registered(indicator: &str, group: &str) -> bool {
    let single = INDICATORS.iter().find(|row| row.key == indicator);
    !group.starts_with("network:") && single.map_or_else(|| is_among(REGISTERED, indicator), |row| row.registered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::Indicator;

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
    fn details_exist_and_some_eighty_series_are_written_unasked() {
        for key in DETAILS {
            assert!(series().iter().any(|s| is_among(&[key], &s.indicator)), "{key} names no series");
        }
        for key in OF_MECHANISMS.iter().flat_map(|(_, keys)| *keys) {
            assert!(series().iter().any(|s| is_among(&[key], &s.indicator)), "{key} names no series");
        }
        let written = series().iter().filter(|s| s.default).count();
        assert!((60..=85).contains(&written), "{written}");
    }

    #[test]
    fn blocks_are_where_they_should_be_and_keys_are_unique() {
        assert_eq!(series().len(), SERIES_COUNT);
        assert_eq!(series()[EUROS].indicator, "euros.wmo");
        assert_eq!(series()[CLIENTS].indicator, "persons.product.youth_ambulatory");
        assert_eq!(series()[FOUND].indicator, "first_contact.asked");
        assert_eq!(series()[GROUPED].group, "income:low");
        assert_eq!(series()[Indicator::REGISTERED_KNOWN.place()].indicator, "registered.need.known");
        for (i, s) in series().iter().enumerate() {
            assert_eq!(position(&s.indicator, &s.group), Some(i), "{}", s.indicator);
        }
    }
}
