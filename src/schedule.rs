//! THE order of processes within a week. `kantel explain` prints this list; `Simulation` follows it.

/// A step of the week: name, and what happens in it.
pub static SCHEDULE: &[(&str, &str)] = &[
    ("circumstances", "parameters that change on a date; what may happen under them is entered anew"),
    (
        "settings",
        "the settings of the week: organisation, levers in the order of their list, feedbacks, dated factors on places",
    ),
    ("allotment", "the team's hours are divided over its work, in the order below; places for cases follow"),
    ("outreach plan", "banked outreach hours become chances of a visit and of a contact where people are"),
    (
        "events by the minute",
        "demography; onset, worsening, recovery, relapse; informal care; asking, reports, visits, contacts; applications and decisions; turnover",
    ),
    (
        "first line by the minute",
        "cases end as the work clocks run; free places are filled, most urgent first; intake, plan, referral",
    ),
    (
        "second line by the minute",
        "each queue replays arrivals, terms that end, reassessment and patience, and refills a freed place at once",
    ),
    ("accounts", "services, team and own contributions are paid"),
    ("observation", "levels are added to the year's sums; in week 51 the year is closed"),
];
