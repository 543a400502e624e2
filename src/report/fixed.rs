//! Why a parameter keeps its default in every sample: each that has no range has a reason.

/// Why a number does not vary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// A rule, the same for everybody.
    Law,
    /// It says how others are meant.
    Definition,
    /// It follows from published figures and the numbers around it: a range of its own would leave the figures.
    Solved,
}

impl Why {
    /// The word in tables.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Definition => "definition",
            Self::Solved => "solved",
        }
    }
}

/// Rates of onset are solved for the number of people who have a need.
const ONSET: &str = "the number of people with a need is published; with `onset.by_stock` at 1 the rate follows the \
                     durations that a sample draws";
/// Rates of asking are solved for the number of people who are helped.
const ASKING: &str = "the number of people who are helped is published; the rate meets it at the best guesses of what \
                      lies between";
/// Care given, by two figures.
const CARE: &str = "the mean, and the share of those with much care, are published: the three numbers of the \
                    distribution meet both";

/// Every parameter without a range.
pub(super) const FIXED: &[(&str, Why, &str)] = &[
    ("report.arrears", Why::Solved, "the national number of signals, over those who can be its subject"),
    ("report.youth", Why::Solved, "the share of new youth help that comes by court or a certified institution"),
    ("onset.debt", Why::Solved, ONSET),
    ("onset.mental", Why::Solved, ONSET),
    ("onset.daily", Why::Solved, ONSET),
    ("onset.youth", Why::Solved, ONSET),
    ("onset.social", Why::Solved, ONSET),
    ("onset.by_stock", Why::Definition, "what is published are numbers of people, not rates: 1 takes them so"),
    ("recovery.debt_shape", Why::Solved, "shape and median together meet two published durations"),
    ("recovery.debt_median", Why::Solved, "as `recovery.debt_shape`"),
    ("recovery.mental_shape", Why::Solved, "shape and median together meet two published durations"),
    ("recovery.mental_median", Why::Solved, "as `recovery.mental_shape`"),
    ("care.median", Why::Solved, CARE),
    ("care.sigma", Why::Solved, CARE),
    ("care.cap", Why::Solved, CARE),
    ("care.tie_cap", Why::Solved, "as `care.cap`: no cap of one tie is needed to meet the figures"),
    ("care.burden_base", Why::Solved, "the share of carers who are heavily burdened"),
    ("care.burden_hours", Why::Solved, "the hours of those who are heavily burdened, and of others"),
    ("asking.debt", Why::Solved, ASKING),
    ("asking.mental", Why::Solved, ASKING),
    ("asking.daily", Why::Solved, ASKING),
    ("asking.youth", Why::Solved, ASKING),
    ("referral.base", Why::Solved, "the share of cases that are referred, of one city; others may differ"),
    ("wlz.mental", Why::Solved, "sheltered living is held to who is in it after 2021"),
    ("contribution.reference", Why::Law, "the national fee of the year of the prices"),
    ("recovery.never", Why::Solved, "how long needs last is held to figures of all of them, with none that never goes"),
    (
        "professional.usual_turnover",
        Why::Definition,
        "hours per case and weeks of a vacancy were counted where people leave as usual: the middle of `team.turnover`",
    ),
    ("referrers.up", Why::Definition, "referrers are as they are; they change in the world `referrers`"),
    ("referrers.down", Why::Definition, "as `referrers.up`"),
    ("exposure.drift", Why::Definition, "norms are as they are; they drift in the world `norms-drift`"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::PARAMETERS;

    #[test]
    fn every_number_without_a_range_and_no_other_has_its_why() {
        let fixed: Vec<&str> = PARAMETERS.iter().filter(|p| p.default.is_fixed()).map(|p| p.key).collect();
        let told: Vec<&str> = FIXED.iter().map(|(key, ..)| *key).collect();
        assert_eq!(told, fixed);
    }
}
