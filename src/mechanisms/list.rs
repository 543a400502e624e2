//! THE list of mechanisms. A new one is a folder here and a word at its end.
//!
//! Registries (parameters, settings, draws, occasions, links, indicators, levers), the state of a district, the
//! schedule of a week and the table of reactions are composed of the rooms in this order.

/// Hands the list of mechanisms to a macro.
macro_rules! for_rooms {
    ($then:ident) => {
        $then! {
            circumstances,
            demography,
            team,
            outreach,
            needs,
            informal_care,
            doors,
            second_line,
            trust,
            network,
            prevalence,
            accounts,
            incidents,
            household_needs,
            contribution,
            aftercare,
            practice_nurse,
            evictions,
            prevention,
            substitution,
            reciprocity,
            own_strength,
            basic,
            own_network,
            screening,
            experts,
            professional,
            practice,
            culture,
            coordination,
            monitoring,
            referrers,
            exposure,
            contracting,
            position,
            work_income,
            money,
            politics,
            #[cfg(test)]
            toy,
        }
    };
}
pub(crate) use for_rooms;
