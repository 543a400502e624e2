//! What a mechanism hangs into a week: steps of the schedule, what happens when an entry of the calendar is due, and
//! how it reacts to what others let happen. The rooms of `mechanisms/` fill these in, and one list holds them all.

use super::happening::{Happening, Kind};
use super::inputs::Inputs;
use super::municipality::Municipality;
use super::queue::Queue;
use super::rate::{Rate, Reading, Subject};
use super::state::District;
use crate::calendar::{Entry, Occasion};
use crate::entities::Resident;
use crate::language::Text;
use crate::plan::ServiceSpec;
use crate::settings::Settings;
use crate::units::{Minute, Week};

/// What holds during the replay of a week: frozen inputs, the week's settings, the clock.
#[derive(Clone, Copy, Debug)]
pub struct Now<'a> {
    /// Frozen inputs.
    pub inputs: &'a Inputs,
    /// Settings of the week.
    pub settings: &'a Settings,
    /// The week.
    pub week: Week,
    /// The moment.
    pub at: Minute,
    /// All mechanisms: who reacts to what, and what multiplies a rate.
    pub house: &'a House,
}

impl Now<'_> {
    /// The week by which ages are counted: it stands still during the burn-in and without ageing.
    #[inline]
    pub const fn ageing_week(&self, week: i32) -> i32 {
        if self.inputs.context.ageing && week > 0 { week } else { 0 }
    }

    /// Age in whole years now.
    #[inline]
    pub const fn age(&self, resident: &Resident) -> u8 {
        resident.age_in(self.ageing_week(self.week.0))
    }

    /// Whether the population stands still: burn-in, or a scenario without ageing.
    pub const fn stands_still(&self) -> bool {
        self.week.0 < 0 || !self.inputs.context.ageing
    }
}

/// A factor of a rate.
#[derive(Clone, Copy, Debug)]
pub struct Factor {
    /// What it is of.
    pub name: &'static str,
    /// What it is for somebody.
    pub of: fn(Now<'_>, &District, Subject, Reading) -> f64,
}

/// The product of factors for somebody.
#[inline]
pub fn product(factors: &[Factor], now: Now<'_>, d: &District, subject: Subject, reading: Reading) -> f64 {
    factors.iter().map(|factor| (factor.of)(now, d, subject, reading)).product()
}

/// What an entry of the calendar lets happen.
pub type Happens = fn(Now<'_>, &mut District, &Entry);

/// What the state of a district makes of the settings of a week, after the levers: a cut, or a plan that was given up.
/// Decisions stay what they are, and a fork goes on with it.
pub type Adjusts = fn(&Inputs, &District, Week, &mut Settings);

/// A mechanism, as the rest of the model sees it.
#[derive(Debug)]
pub struct Room {
    /// What it is called.
    pub name: Text,
    /// What it does in every week.
    pub steps: &'static [Step],
    /// What its entries of the calendar let happen.
    pub occasions: &'static [(Occasion, Happens)],
    /// How it reacts to what happens elsewhere.
    pub hears: &'static [Hears],
    /// What it multiplies rates with.
    pub factors: &'static [(Rate, Factor)],
    /// What its state makes of what is decided.
    pub adjusts: Option<Adjusts>,
}

impl Room {
    /// A mechanism that does nothing: what others leave out of theirs.
    pub const NOTHING: Self =
        Self { name: Text::fixed("", ""), steps: &[], occasions: &[], hears: &[], factors: &[], adjusts: None };
}

/// When in the week a step is taken. Within a phase the mechanisms act in the order of their list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// What has changed is taken in, and a year begins.
    Begin,
    /// Hours are divided.
    Allotment,
    /// What is done with them is planned.
    Plan,
    /// Entries of the calendar happen by the minute; no mechanism has a step here.
    Events,
    /// The first line, by the minute.
    FirstLine,
    /// The second line, by the minute.
    SecondLine,
    /// Services, team and own contributions are paid.
    Accounts,
    /// Levels are added to the year's sums.
    Observation,
}

/// Something that is done in every week.
#[derive(Debug)]
pub struct Step {
    /// When.
    pub phase: Phase,
    /// What it is called.
    pub name: Text,
    /// What happens in it.
    pub what: Text,
    /// Does it, for every district of a region.
    pub act: fn(&mut Round<'_>),
}

/// How a mechanism reacts to what happens elsewhere.
#[derive(Debug)]
pub struct Hears {
    /// To what.
    pub kind: Kind,
    /// What it does.
    pub does: Text,
    /// Does it.
    pub act: fn(Now<'_>, &mut District, Happening),
}

/// A week of a region under way: what its steps act on. Everything is in the order of the region's districts.
#[derive(Debug)]
pub struct Round<'a> {
    /// The week.
    pub week: Week,
    /// What holds in each district.
    pub nows: &'a [Now<'a>],
    /// The services that each district has contracted, in the order of the products.
    pub contracts: &'a [&'a [ServiceSpec]],
    /// Whether circumstances have changed each district's parameters.
    pub changed: &'a [bool],
    /// The districts.
    pub districts: &'a mut [District],
    /// Their queues of the second line, in the order of the products.
    pub services: &'a mut [Queue],
    /// Their municipalities.
    pub municipalities: &'a mut [Municipality],
}

impl Round<'_> {
    /// Does something in each district.
    pub fn each(&mut self, act: fn(Now<'_>, &mut District)) {
        for (&now, d) in self.nows.iter().zip(self.districts.iter_mut()) {
            act(now, d);
        }
    }
}

/// All mechanisms as one: what the simulation walks and what acts ask for.
#[derive(Debug)]
pub struct House {
    /// Every step of a week, in order.
    pub schedule: Vec<&'static Step>,
    /// What entries let happen, by the number of their occasion.
    pub happens: [Option<Happens>; 256],
    /// Reactions by kind of happening, in order, each with the mechanism's name.
    pub hears: Vec<Vec<(&'static Text, &'static Hears)>>,
    /// Factors by rate, in order.
    pub factors: Vec<Vec<Factor>>,
    /// What state makes of settings, in order.
    pub adjusts: Vec<Adjusts>,
}

impl House {
    /// The house of some rooms, in their order.
    ///
    /// # Panics
    /// If two rooms let something happen at one occasion, or a step stands among the events.
    pub fn of(rooms: &[&'static Room]) -> Self {
        let mut schedule: Vec<&Step> = rooms.iter().flat_map(|room| room.steps).collect();
        schedule.sort_by_key(|step| step.phase);
        assert!(schedule.iter().all(|step| step.phase != Phase::Events), "events have no steps");
        let mut happens = [None; 256];
        for &(occasion, act) in rooms.iter().flat_map(|room| room.occasions) {
            let before = happens[usize::from(occasion.number())].replace(act);
            assert!(before.is_none(), "two mechanisms at occasion {}", occasion.name());
        }
        let hears = Kind::ALL.map(|kind| {
            let of_room = |room: &&'static Room| room.hears.iter().map(|hears| (&room.name, hears)).collect::<Vec<_>>();
            rooms.iter().flat_map(of_room).filter(|(_, hears)| hears.kind == kind).collect()
        });
        let factors = Rate::ALL.map(|rate| {
            rooms.iter().flat_map(|room| room.factors).filter(|(of, _)| *of == rate).map(|(_, f)| *f).collect()
        });
        let adjusts = rooms.iter().filter_map(|room| room.adjusts).collect();
        Self { schedule, happens, hears: hears.into(), factors: factors.into(), adjusts }
    }

    /// What an entry lets happen, if anybody asked for it.
    #[inline]
    pub fn lets_happen(&self, what: Occasion) -> Option<Happens> {
        self.happens[usize::from(what.number())]
    }
}

impl Now<'_> {
    /// Tells that something has happened. Who reacts does so at once, in the order of the table, before the act that
    /// told goes on.
    #[inline]
    pub fn tell(self, d: &mut District, happening: Happening) {
        for (_, hears) in &self.house.hears[happening.kind() as usize] {
            (hears.act)(self, d, happening);
        }
    }
}
