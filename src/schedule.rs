//! The schedule: the order of processes within a week. `kantel explain` prints this list; `Simulation` follows it.

use crate::language::Text;

/// A step of the week: name, and what happens in it.
pub static SCHEDULE: &[(Text, Text)] = &[
    (
        Text::fixed("circumstances", "omstandigheden"),
        Text::fixed(
            "parameters that change on a date; candidates that depend on them are entered anew",
            "getallen die op een datum veranderen; wat daardoor kan gebeuren, wordt opnieuw ingepland",
        ),
    ),
    (
        Text::fixed("settings", "instellingen"),
        Text::fixed(
            "the settings of the week: organisation, levers in the order of their list, feedbacks, dated factors on \
             places",
            "de instellingen van de week: organisatie, beleid in de volgorde van de lijst, terugkoppelingen, factoren \
             op plekken",
        ),
    ),
    (
        Text::fixed("allotment", "verdeling"),
        Text::fixed(
            "the team's hours are divided over its work, in the order below; places for cases follow",
            "de uren van het team worden over het werk verdeeld, in de volgorde hieronder; daaruit volgen de plekken",
        ),
    ),
    (
        Text::fixed("outreach plan", "plan voor outreach"),
        Text::fixed(
            "banked outreach hours become chances of a visit and of a contact where people are",
            "gespaarde uren worden kansen op een huisbezoek en op een contact waar mensen zijn",
        ),
    ),
    (
        Text::fixed("events by the minute", "gebeurtenissen per minuut"),
        Text::fixed(
            "demography; onset, worsening, recovery, relapse; informal care; asking, reports, visits, contacts; \
             applications and decisions; turnover",
            "bevolking; begin, verergering, herstel, terugval; mantelzorg; hulpvragen, meldingen, bezoeken, contacten; \
             aanvragen en besluiten; verloop",
        ),
    ),
    (
        Text::fixed("first line by the minute", "eerste lijn per minuut"),
        Text::fixed(
            "cases end as the work clocks run; free places are filled, most urgent first; intake, plan, referral",
            "begeleiding eindigt als het werk gedaan is; vrije plekken gaan naar wie het dringendst is; intake, plan, \
             verwijzing",
        ),
    ),
    (
        Text::fixed("second line by the minute", "tweede lijn per minuut"),
        Text::fixed(
            "each queue replays arrivals, terms that end, reassessment and patience, and refills a freed place at once",
            "per wachtrij: wie komt, wiens termijn eindigt, herbeoordeling, geduld; een vrije plek wordt \
             meteen gevuld",
        ),
    ),
    (
        Text::fixed("accounts", "rekeningen"),
        Text::fixed(
            "services, team and own contributions are paid",
            "diensten, team en eigen bijdragen worden betaald",
        ),
    ),
    (
        Text::fixed("observation", "waarneming"),
        Text::fixed(
            "levels are added to the year's sums; in week 51 the year is closed",
            "standen worden bij de sommen van het jaar geteld; in week 51 wordt het jaar afgesloten",
        ),
    ),
];
