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
            #[cfg(test)]
            toy,
        }
    };
}
pub(crate) use for_rooms;

/// The rows of a mechanism, each section as far as it has any; last the type of its state.
macro_rules! rows {
    (@ $state:ty) => {
        /// What it keeps beside what entities have.
        pub type State = $state;
    };
    (@) => {
        /// It keeps nothing beside what entities have.
        pub type State = ();
    };
    (
        $(parameters { $($parameters:tt)* })?
        $(settings { $($settings:tt)* })?
        $(draws { $($draws:tt)* })?
        $(occasions { $($occasions:tt)* })?
        $(links { $($links:tt)* })?
        $(indicators { $($indicators:tt)* })?
        $(state $state:ty;)?
    ) => {
        crate::parameters::parameters! { $($($parameters)*)? }
        crate::settings::settings! { $($($settings)*)? }
        crate::random::draws! { $($($draws)*)? }
        crate::calendar::occasions! { $($($occasions)*)? }
        crate::links::links! { $($($links)*)? }
        crate::observation::indicators! { $($($indicators)*)? }
        crate::mechanisms::rows! { @ $($state)? }
    };
}
pub(crate) use rows;
