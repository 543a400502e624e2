//! What can be told of a household: what is so at the start, and what happens from there.

use crate::district::{Event, What};
use crate::doors::{DOOR_TABLE, Door};
use crate::entities::{Domain, Product, Route, Severity};
use crate::ids::Key;
use crate::random::{hash_text, mix};
use crate::units::Minute;

/// One thing that is told of a member of a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Lives here at the start.
    Present,
    /// Has a need at the start of which nobody outside the household and its network knows.
    HiddenNeed(Domain, Severity),
    /// Has a need at the start that has come to light.
    KnownNeed(Domain, Severity),
    /// Uses a service at the start.
    Served(Product),
    /// Waits for a service at the start.
    Waits(Product),
    /// The team helps the household at the start.
    TeamHelps,
    /// The household waits for the team at the start.
    TeamWaits,
    /// Gives informal care at the start.
    GivesCare,
    /// A need begins.
    NeedBegins(Domain, Severity),
    /// Somebody who moves in brings a need along.
    NeedBrought(Domain, Severity),
    /// A need that had passed comes back.
    NeedReturns(Domain, Severity),
    /// A need worsens.
    NeedWorsens(Domain, Severity),
    /// A need becomes lighter.
    NeedImproves(Domain, Severity),
    /// A need passes.
    NeedPasses(Domain),
    /// A need comes to light.
    NeedKnown(Domain, Route),
    /// The team is asked for help.
    TeamAsked(Domain),
    /// The team begins to help.
    TeamStarts,
    /// The team's work is done.
    TeamCloses,
    /// The household waits for the team no more, unhelped.
    TeamLeft,
    /// A service is asked for.
    ServiceAsked(Product),
    /// Waits for a service no more, unhelped.
    QueueLeft(Product),
    /// A service is refused at the municipal gate.
    ServiceRefused(Product),
    /// A service begins.
    ServiceStarts(Product),
    /// A service ends.
    ServiceEnds(Product),
    /// Begins to give informal care.
    CareStarts,
    /// Ends giving informal care.
    CareEnds,
    /// Is born.
    Born,
    /// Dies.
    Died,
    /// Leaves the district.
    Left,
    /// Moves in.
    Arrived,
    /// Somebody rang at the door.
    Visited,
    /// Somebody is cared for informally at the start.
    HasCare,
    /// The household is behind with the rent at the start.
    InArrears,
    /// A court has ordered the household out at the start.
    UnderOrder,
    /// The household lives on social assistance at the start.
    OnBenefit,
    /// A service is asked for, at a door.
    AskedAt(Product, Door),
    /// Somebody begins to care for this member.
    CaredFor,
    /// A carer of this member stops; another one goes on.
    OneCarerGone,
    /// The last carer of this member stops.
    NoCarerLeft,
    /// The household falls behind with the rent.
    BehindWithRent,
    /// A court orders the household out.
    OrderedOut,
    /// The household is evicted.
    Evicted,
    /// The rent is paid.
    RentPaid,
    /// The household lives on social assistance from now on.
    BenefitStarts,
    /// The household lives on social assistance no more.
    BenefitEnds,
}

/// The event of a request at a door, by number of the door.
const ASKED_AT: [&str; DOOR_TABLE.len()] = [
    "asked_at_team",
    "asked_at_gp",
    "asked_at_specialist",
    "asked_at_youth_doctor",
    "asked_at_court",
    "asked_at_unrecorded",
    "asked_at_ciz",
    "asked_at_veilig_thuis",
    "asked_at_debt_desk",
    "asked_at_centre_municipality",
];

/// A [`Turn`] taken apart, as it stands in a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts<'a> {
    /// What happens: a permanent key.
    pub event: &'a str,
    /// Domain of the need.
    pub domain: Option<Domain>,
    /// Its severity.
    pub severity: Option<Severity>,
    /// How it came to light.
    pub route: Option<Route>,
    /// Product of the service.
    pub product: Option<Product>,
}

impl Turn {
    /// The parts.
    pub fn parts(self) -> Parts<'static> {
        let bare = |event| Parts { event, ..Parts::default() };
        let need = |event, domain, severity| Parts { domain: Some(domain), severity: Some(severity), ..bare(event) };
        let service = |event, product| Parts { product: Some(product), ..bare(event) };
        match self {
            Self::Present => bare("present"),
            Self::HiddenNeed(domain, severity) => need("need_hidden", domain, severity),
            Self::KnownNeed(domain, severity) => need("need_open", domain, severity),
            Self::Served(product) => service("service_open", product),
            Self::Waits(product) => service("service_waits", product),
            Self::TeamHelps => bare("team_open"),
            Self::TeamWaits => bare("team_waits"),
            Self::GivesCare => bare("care_open"),
            Self::NeedBegins(domain, severity) => need("need_begins", domain, severity),
            Self::NeedBrought(domain, severity) => need("need_brought", domain, severity),
            Self::NeedReturns(domain, severity) => need("need_returns", domain, severity),
            Self::NeedWorsens(domain, severity) => need("need_worsens", domain, severity),
            Self::NeedImproves(domain, severity) => need("need_improves", domain, severity),
            Self::NeedPasses(domain) => Parts { domain: Some(domain), ..bare("need_passes") },
            Self::NeedKnown(domain, route) => Parts { domain: Some(domain), route: Some(route), ..bare("need_known") },
            Self::TeamAsked(domain) => Parts { domain: Some(domain), ..bare("team_asked") },
            Self::TeamLeft => bare("team_left"),
            Self::QueueLeft(product) => service("service_left", product),
            Self::TeamStarts => bare("team_starts"),
            Self::TeamCloses => bare("team_closes"),
            Self::ServiceAsked(product) => service("service_asked", product),
            Self::ServiceRefused(product) => service("service_refused", product),
            Self::ServiceStarts(product) => service("service_starts", product),
            Self::ServiceEnds(product) => service("service_ends", product),
            Self::CareStarts => bare("care_starts"),
            Self::CareEnds => bare("care_ends"),
            Self::Born => bare("born"),
            Self::Died => bare("died"),
            Self::Left => bare("left"),
            Self::Arrived => bare("arrived"),
            Self::Visited => bare("visited"),
            Self::HasCare => bare("care_received_open"),
            Self::InArrears => bare("rent_arrears_open"),
            Self::UnderOrder => bare("rent_order_open"),
            Self::OnBenefit => bare("benefit_open"),
            Self::AskedAt(product, door) => service(ASKED_AT[door as usize], product),
            Self::CaredFor => bare("care_received"),
            Self::OneCarerGone => bare("care_received_less"),
            Self::NoCarerLeft => bare("care_received_ends"),
            Self::BehindWithRent => bare("rent_arrears"),
            Self::OrderedOut => bare("rent_order"),
            Self::Evicted => bare("evicted"),
            Self::RentPaid => bare("rent_paid"),
            Self::BenefitStarts => bare("benefit_starts"),
            Self::BenefitEnds => bare("benefit_ends"),
        }
    }

    /// The turn with exactly these parts; `None` if there is none.
    pub fn of_parts(parts: Parts<'_>) -> Option<Self> {
        let Parts { event, domain, severity, route, product } = parts;
        let turn = match event {
            "present" => Self::Present,
            "need_hidden" => Self::HiddenNeed(domain?, severity?),
            "need_open" => Self::KnownNeed(domain?, severity?),
            "service_open" => Self::Served(product?),
            "service_waits" => Self::Waits(product?),
            "team_open" => Self::TeamHelps,
            "team_waits" => Self::TeamWaits,
            "care_open" => Self::GivesCare,
            "need_begins" => Self::NeedBegins(domain?, severity?),
            "need_brought" => Self::NeedBrought(domain?, severity?),
            "need_returns" => Self::NeedReturns(domain?, severity?),
            "need_worsens" => Self::NeedWorsens(domain?, severity?),
            "need_improves" => Self::NeedImproves(domain?, severity?),
            "need_passes" => Self::NeedPasses(domain?),
            "need_known" => Self::NeedKnown(domain?, route?),
            "team_asked" => Self::TeamAsked(domain?),
            "team_left" => Self::TeamLeft,
            "service_left" => Self::QueueLeft(product?),
            "team_starts" => Self::TeamStarts,
            "team_closes" => Self::TeamCloses,
            "service_asked" => Self::ServiceAsked(product?),
            "service_refused" => Self::ServiceRefused(product?),
            "service_starts" => Self::ServiceStarts(product?),
            "service_ends" => Self::ServiceEnds(product?),
            "care_starts" => Self::CareStarts,
            "care_ends" => Self::CareEnds,
            "born" => Self::Born,
            "died" => Self::Died,
            "left" => Self::Left,
            "arrived" => Self::Arrived,
            "visited" => Self::Visited,
            "care_received_open" => Self::HasCare,
            "rent_arrears_open" => Self::InArrears,
            "rent_order_open" => Self::UnderOrder,
            "benefit_open" => Self::OnBenefit,
            "care_received" => Self::CaredFor,
            "care_received_less" => Self::OneCarerGone,
            "care_received_ends" => Self::NoCarerLeft,
            "rent_arrears" => Self::BehindWithRent,
            "rent_order" => Self::OrderedOut,
            "evicted" => Self::Evicted,
            "rent_paid" => Self::RentPaid,
            "benefit_starts" => Self::BenefitStarts,
            "benefit_ends" => Self::BenefitEnds,
            other => Self::AskedAt(product?, door_of(other)?),
        };
        (turn.parts() == parts).then_some(turn)
    }

    /// Whether a severe need, or a crisis, begins here, comes back or is what a need worsens to.
    pub fn is_severe(self) -> bool {
        let (Self::NeedBegins(_, severity) | Self::NeedReturns(_, severity) | Self::NeedWorsens(_, severity)) = self
        else {
            return false;
        };
        severity >= Severity::Severe
    }

    /// Whether this is so at the start, rather than happens.
    pub const fn is_start(self) -> bool {
        matches!(
            self,
            Self::Present
                | Self::HiddenNeed(..)
                | Self::KnownNeed(..)
                | Self::Served(_)
                | Self::Waits(_)
                | Self::TeamHelps
                | Self::TeamWaits
                | Self::GivesCare
                | Self::HasCare
                | Self::InArrears
                | Self::UnderOrder
                | Self::OnBenefit
        )
    }

    /// 64 bits that tell turns apart.
    pub(super) fn bits(self) -> u64 {
        let Parts { event, domain, severity, route, product } = self.parts();
        let number = |x: Option<u64>| x.map_or(0, |x| x + 1);
        let rest = number(domain.map(|d| d as u64))
            | number(severity.map(|s| s as u64)) << 8
            | number(route.map(|r| r as u64)) << 16
            | number(product.map(|p| p as u64)) << 24;
        mix(hash_text(event) ^ rest)
    }
}

/// The door whose event this is.
fn door_of(event: &str) -> Option<Door> {
    let place = ASKED_AT.iter().position(|asked| *asked == event)?;
    DOOR_TABLE.get(place).map(|meta| meta.door)
}

/// Reads turns out of the events of a run, in the order in which they were noted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Telling {
    /// Who moved in last: the needs of the same minute are brought along.
    arrived: Option<(Key, Minute)>,
    /// Whose need came back last: the onset of the same minute is that need, and says how severe it is now.
    relapsed: Option<(Key, Minute, Domain)>,
}

impl Telling {
    /// What an event tells; `None` if the event after it does, or it is no turn.
    pub(super) fn turn(&mut self, event: &Event) -> Option<Turn> {
        let here = (event.resident, event.at);
        Some(match event.what {
            What::Onset(domain, severity) => {
                if self.relapsed == Some((here.0, here.1, domain)) {
                    self.relapsed = None;
                    Turn::NeedReturns(domain, severity)
                } else if self.arrived == Some(here) {
                    Turn::NeedBrought(domain, severity)
                } else {
                    Turn::NeedBegins(domain, severity)
                }
            }
            What::Relapsed(domain) => {
                self.relapsed = Some((here.0, here.1, domain));
                return None;
            }
            What::Arrived => {
                self.arrived = Some(here);
                Turn::Arrived
            }
            What::Worsened(domain, severity) => Turn::NeedWorsens(domain, severity),
            What::Improved(domain, severity) => Turn::NeedImproves(domain, severity),
            What::Recovered(domain) => Turn::NeedPasses(domain),
            What::Known(domain, route) => Turn::NeedKnown(domain, route),
            What::CaseRequested(domain) => Turn::TeamAsked(domain),
            What::CaseStarted => Turn::TeamStarts,
            What::CaseClosed => Turn::TeamCloses,
            What::Requested(product, _) => Turn::ServiceAsked(product),
            What::Refused(product) => Turn::ServiceRefused(product),
            What::ServiceStarted(product) => Turn::ServiceStarts(product),
            What::ServiceEnded(product) => Turn::ServiceEnds(product),
            What::CareStarted => Turn::CareStarts,
            What::CareEnded => Turn::CareEnds,
            What::Born => Turn::Born,
            What::Died => Turn::Died,
            What::Left => Turn::Left,
            What::Visited(_) => Turn::Visited,
            What::HoursSet(..)
            | What::CaseLeft
            | What::QueueLeft(_)
            | What::CaredFor
            | What::CarerGone(_)
            | What::BehindWithRent
            | What::OrderedOut
            | What::Evicted
            | What::RentPaid
            | What::BenefitStarted
            | What::BenefitEnded => return None,
        })
    }

    /// What an event tells where a household is told through all desks, given what it tells otherwise.
    pub(super) const fn through_desks(event: &Event, turn: Option<Turn>) -> Option<Turn> {
        Some(match event.what {
            What::Requested(product, door) => Turn::AskedAt(product, door),
            What::CaseLeft => Turn::TeamLeft,
            What::QueueLeft(product) => Turn::QueueLeft(product),
            What::CaredFor => Turn::CaredFor,
            What::CarerGone(true) => Turn::OneCarerGone,
            What::CarerGone(false) => Turn::NoCarerLeft,
            What::BehindWithRent => Turn::BehindWithRent,
            What::OrderedOut => Turn::OrderedOut,
            What::Evicted => Turn::Evicted,
            What::RentPaid => Turn::RentPaid,
            What::BenefitStarted => Turn::BenefitStarts,
            What::BenefitEnded => Turn::BenefitEnds,
            _ => return turn,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Turn> {
        let (domain, severity, route, product) = (Domain::Youth, Severity::Crisis, Route::Door, Product::Aids);
        vec![
            Turn::Present,
            Turn::HiddenNeed(domain, severity),
            Turn::KnownNeed(domain, severity),
            Turn::Served(product),
            Turn::Waits(product),
            Turn::TeamHelps,
            Turn::TeamWaits,
            Turn::GivesCare,
            Turn::NeedBegins(domain, severity),
            Turn::NeedBrought(domain, severity),
            Turn::NeedReturns(domain, severity),
            Turn::NeedWorsens(domain, severity),
            Turn::NeedImproves(domain, severity),
            Turn::NeedPasses(domain),
            Turn::NeedKnown(domain, route),
            Turn::TeamAsked(domain),
            Turn::TeamStarts,
            Turn::TeamCloses,
            Turn::TeamLeft,
            Turn::ServiceAsked(product),
            Turn::QueueLeft(product),
            Turn::ServiceRefused(product),
            Turn::ServiceStarts(product),
            Turn::ServiceEnds(product),
            Turn::CareStarts,
            Turn::CareEnds,
            Turn::Born,
            Turn::Died,
            Turn::Left,
            Turn::Arrived,
            Turn::Visited,
            Turn::HasCare,
            Turn::InArrears,
            Turn::UnderOrder,
            Turn::OnBenefit,
            Turn::AskedAt(product, Door::Gp),
            Turn::AskedAt(product, Door::Court),
            Turn::CaredFor,
            Turn::OneCarerGone,
            Turn::NoCarerLeft,
            Turn::BehindWithRent,
            Turn::OrderedOut,
            Turn::Evicted,
            Turn::RentPaid,
            Turn::BenefitStarts,
            Turn::BenefitEnds,
        ]
    }

    #[test]
    fn every_turn_comes_back_from_its_parts_and_has_bits_of_its_own() {
        let mut bits: Vec<u64> = all().into_iter().map(Turn::bits).collect();
        for turn in all() {
            assert_eq!(Turn::of_parts(turn.parts()), Some(turn));
        }
        bits.sort_unstable();
        bits.dedup();
        assert_eq!(bits.len(), all().len());
        assert_eq!(Turn::of_parts(Parts { event: "need_begins", ..Parts::default() }), None, "parts are missing");
        let too_much = Parts { severity: Some(Severity::Light), ..Turn::Born.parts() };
        assert_eq!(Turn::of_parts(too_much), None, "a part too many");
    }

    #[test]
    fn a_relapse_is_told_once_and_a_newcomers_needs_are_brought_along() {
        let mut telling = Telling::default();
        let mut tell = |minute: i32, resident: u64, what: What| {
            telling.turn(&Event {
                at: Minute(minute),
                household: Key(1),
                resident: Key(resident),
                born: -2_080,
                of: None,
                what,
            })
        };
        let (debt, mental) = (Domain::Debt, Domain::Mental);
        assert_eq!(tell(5, 2, What::Relapsed(debt)), None);
        assert_eq!(tell(5, 2, What::Onset(debt, Severity::Severe)), Some(Turn::NeedReturns(debt, Severity::Severe)));
        assert_eq!(tell(5, 2, What::Onset(debt, Severity::Severe)), Some(Turn::NeedBegins(debt, Severity::Severe)));
        assert_eq!(tell(6, 3, What::Arrived), Some(Turn::Arrived));
        let brought = tell(6, 3, What::Onset(mental, Severity::Severe));
        assert_eq!(brought, Some(Turn::NeedBrought(mental, Severity::Severe)));
        assert!(!brought.expect("is told").is_severe(), "it began elsewhere");
        assert_eq!(tell(7, 3, What::Onset(mental, Severity::Light)), Some(Turn::NeedBegins(mental, Severity::Light)));
    }

    #[test]
    fn severe_is_severe_or_crisis() {
        assert!(Turn::NeedWorsens(Domain::Work, Severity::Severe).is_severe());
        assert!(Turn::NeedReturns(Domain::Work, Severity::Crisis).is_severe());
        assert!(!Turn::NeedBegins(Domain::Work, Severity::Moderate).is_severe());
        assert!(!Turn::NeedPasses(Domain::Work).is_severe());
    }
}
