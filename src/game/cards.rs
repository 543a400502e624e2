//! What each chair sees: views on the registered world; only the resident sees what nobody registers.

use super::boxes::Chair;

/// A figure on a card: of the last year before a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Whose card it is on.
    pub chair: Chair,
    /// The indicator; the district as a whole.
    pub indicator: &'static str,
}

/// Every figure on a card, in the order of the chairs. What a card asks and decides follows from the boxes.
pub static CARDS: [Figure; 27] = [
    on(Chair::Alderman, "euros.wmo"),
    on(Chair::Alderman, "euros.youth"),
    on(Chair::Alderman, "euros.debt"),
    on(Chair::Alderman, "euros.welfare"),
    on(Chair::Alderman, "euros.cut"),
    on(Chair::TeamLeader, "team.fte"),
    on(Chair::TeamLeader, "team.open"),
    on(Chair::TeamLeader, "team.wait_weeks"),
    on(Chair::TeamLeader, "professionals.vacant"),
    on(Chair::TeamLeader, "professionals.left"),
    on(Chair::TeamLeader, "team.pressure"),
    on(Chair::Provider, "registered.persons.second_line"),
    on(Chair::Provider, "hours.second_line"),
    on(Chair::Provider, "contract.began"),
    on(Chair::Provider, "wait_weeks.youth_ambulatory"),
    on(Chair::Provider, "wait_weeks.guidance"),
    on(Chair::Gp, "euros.insurer"),
    on(Chair::Gp, "wait_weeks.mental_health"),
    on(Chair::Gp, "team.referrals"),
    on(Chair::Resident, "need.severe.unhelped"),
    on(Chair::Resident, "network.none.unhelped"),
    on(Chair::Resident, "carers.burdened"),
    on(Chair::Council, "waiting.left"),
    on(Chair::Council, "gate.refusals"),
    on(Chair::Council, "reports.left"),
    on(Chair::Council, "sanctions"),
    on(Chair::Council, "plan.whole"),
];

/// A row of [`CARDS`].
const fn on(chair: Chair, indicator: &'static str) -> Figure {
    Figure { chair, indicator }
}

/// What a group expects to rise or fall: specialist care, as registered.
pub const EXPECTED: &str = "registered.persons.second_line";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observation::{catalogue, is_registered};

    #[test]
    fn a_card_shows_what_is_registered_but_for_the_residents() {
        for Figure { chair, indicator } in CARDS {
            assert!(catalogue::position(indicator, "all").is_some(), "{indicator}");
            assert_eq!(is_registered(indicator, "all"), chair != Chair::Resident, "{indicator}");
        }
        assert!(is_registered(EXPECTED, "all"));
    }
}
