//! The rows of a mechanism in one call.

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
