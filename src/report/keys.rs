//! The indicators that the report reads, in one place. An indicator that a result lacks shows as a dash.

use crate::entities::Account;

/// Cost to the municipality.
pub(crate) const MUNICIPALITY: &str = "euros.municipality";
/// People with second-line help.
pub(super) const SECOND_LINE: &str = "persons.second_line";
/// People with help at home: domestic help, aids and transport.
pub(super) const HELP_AT_HOME: &str = "persons.help_at_home";
/// People with a severe need and no help.
pub(crate) const SEVERE_UNHELPED: &str = "need.severe.unhelped";
/// The same, of those without a network.
pub(super) const LONELY_UNHELPED: &str = "network.none.unhelped";
/// Needs that visits from door to door bring to light.
pub(super) const FOUND_AT_DOORS: &str = "first_contact.door";
/// Heavily burdened carers.
pub(super) const BURDENED: &str = "carers.burdened";
/// Wait for the team.
pub(super) const TEAM_WAIT: &str = "team.wait_weeks";
/// Hours of the team.
pub(super) const HOURS_FIRST: &str = "hours.first_line";
/// Hours of specialists.
pub(super) const HOURS_SECOND: &str = "hours.second_line";
/// Hours of help at home, and what it costs.
pub(super) const AT_HOME: [&str; 2] = ["hours.help_at_home", "euros.help_at_home"];
/// Visitors of facilities, by group too.
pub(super) const VISITORS: &str = "facilities.visitors";
/// Unpaid hours per week.
pub(super) const HOURS_INFORMAL: &str = "care.hours";

/// The four key figures that have a difference; break-even is the fourth card.
pub(super) const KEY_FIGURES: [&str; 3] = [MUNICIPALITY, SECOND_LINE, SEVERE_UNHELPED];
/// The guard figures.
pub(super) const GUARDS: [&str; 4] = [BURDENED, TEAM_WAIT, LONELY_UNHELPED, HELP_AT_HOME];
/// The groups of `for-whom`, in the order in which they are shown.
pub(super) const GROUPS: [&str; 8] =
    ["income:low", "income:middle", "income:high", "network:none", "network:some", "age:0-22", "age:23-64", "age:65+"];

/// The payers that are shown one by one: keys of `euros.<payer>` and of break-even.
pub(super) fn payers() -> Vec<&'static str> {
    let mut payers: Vec<&str> = Account::ALL.iter().filter(|a| a.is_municipal()).map(|a| a.key()).collect();
    payers.push("municipality");
    payers.extend(Account::ALL.iter().filter(|a| a.is_payer() && !a.is_municipal()).map(|a| a.key()));
    payers.push("all");
    payers
}

/// Whether a payer is a part of the municipality.
pub(super) fn is_municipal_part(payer: &str) -> bool {
    Account::ALL.iter().any(|a| a.is_municipal() && a.key() == payer)
}

/// The payers that do not overlap: the municipality as one, and every other.
pub(super) fn separate_payers() -> Vec<&'static str> {
    payers().into_iter().filter(|p| !is_municipal_part(p) && *p != "all").collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::experiment::NAIVE_PAIRS;
    use crate::observation::catalogue;

    /// What the report reads is written without being asked for.
    #[test]
    fn every_indicator_of_the_report_is_written_by_default() {
        let checked =
            ["residents", "residents.under_23", "residents.adult", "residents.older", "households.debt", "carers"];
        let people = ["persons.wmo", "persons.youth_help", "persons.team.adult", "persons.team.older"];
        let mut keys: Vec<&str> = [checked.as_slice(), &people, &KEY_FIGURES, &GUARDS].concat();
        keys.extend([HOURS_FIRST, HOURS_SECOND, HOURS_INFORMAL, "euros.first_line", "euros.second_line"]);
        keys.extend(AT_HOME);
        keys.extend(NAIVE_PAIRS.into_iter().flat_map(|(registered, truth)| [registered, truth]));
        let payers: Vec<String> = payers().iter().map(|payer| format!("euros.{payer}")).collect();
        keys.extend(payers.iter().map(String::as_str));
        let groups = GROUPS.map(|group| (SEVERE_UNHELPED, group));
        for (key, group) in keys.into_iter().map(|key| (key, "all")).chain(groups) {
            let series = catalogue::position(key, group).map(|position| &catalogue::series()[position]);
            assert!(series.is_some_and(|s| s.default), "{key} {group}");
        }
    }
}
