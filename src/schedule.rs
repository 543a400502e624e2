//! THE order of a week: what `Simulation` walks and `kantel explain` prints. It is composed of the steps that the
//! mechanisms have, phase by phase and in the order of their list.

use crate::calendar::{Column, Entry};
use crate::district::{District, LOOK_AHEAD, Now, Phase, Round, Step};
use crate::ids::{CareId, CaseId, EntitlementId, EpisodeId, HouseholdId, ResidentId};
use crate::language::Text;
use crate::mechanisms::house;

/// What comes before the first step: it makes what the steps are given.
pub static SETTINGS: (Text, Text) = (
    Text::fixed("settings", "instellingen"),
    Text::fixed(
        "the settings of the week: numbers of the world, organisation, levers in the order of their list, feedbacks, \
         dated factors on places",
        "de instellingen van de week: getallen van de wereld, organisatie, beleid in de volgorde van de lijst, \
         terugkoppelingen, factoren op plekken",
    ),
);

/// What may happen to people, by the minute.
static EVENTS: Step = Step {
    phase: Phase::Events,
    name: Text::fixed("events by the minute", "gebeurtenissen per minuut"),
    what: Text::fixed(
        "demography; onset, worsening, recovery, relapse; informal care; asking, reports, visits, contacts; \
         applications and decisions; turnover",
        "bevolking; begin, verergering, herstel, terugval; mantelzorg; hulpvragen, meldingen, bezoeken, contacten; \
         aanvragen en besluiten; verloop",
    ),
    act: replay,
};

/// The steps of a week, in order.
pub fn schedule() -> impl Iterator<Item = &'static Step> {
    let (before, after) = house().schedule.split_at(house().schedule.partition_point(|s| s.phase < Phase::Events));
    before.iter().copied().chain([&EVENTS]).chain(after.iter().copied())
}

/// Name and meaning of everything that is done in a week, in order.
pub fn in_words() -> impl Iterator<Item = (&'static Text, &'static Text)> {
    std::iter::once((&SETTINGS.0, &SETTINGS.1)).chain(schedule().map(|step| (&step.name, &step.what)))
}

/// Replays the entries of the week in every district.
fn replay(round: &mut Round<'_>) {
    round.each(|now, d| {
        d.calendar.open(now.week);
        let mut looked = 0;
        while let Some(entry) = d.calendar.pop() {
            looked -= 1;
            if looked < 0 {
                d.look_ahead();
                looked = LOOK_AHEAD as i32 - 1;
            }
            dispatch(Now { at: entry.at, ..now }, d, &entry);
        }
    });
}

/// Whether what an entry is about is still there.
#[inline]
fn still_stands(d: &District, entry: &Entry) -> bool {
    match entry.what.column() {
        Column::Resident => d.residents.is_current(ResidentId(entry.slot), entry.generation),
        Column::Household => d.households[HouseholdId(entry.slot)].generation == entry.generation,
        Column::Episode => d.episodes.is_current(EpisodeId(entry.slot), entry.generation),
        Column::Entitlement => {
            // A queue may still hold the entitlement of somebody who has left.
            d.entitlements.is_current(EntitlementId(entry.slot), entry.generation)
                && d.entitlements[EntitlementId(entry.slot)].resident.some().is_some()
        }
        Column::Care => d.cares.is_current(CareId(entry.slot), entry.generation),
        Column::Case => d.cases.is_current(CaseId(entry.slot), entry.generation),
        Column::Other => true,
    }
}

/// Lets happen what an entry is about.
fn dispatch(now: Now<'_>, d: &mut District, entry: &Entry) {
    if !still_stands(d, entry) {
        return;
    }
    if let Some(act) = now.house.lets_happen(entry.what) {
        act(now, d, entry);
    }
}
