//! What a comparison draws beside its simulations; and here, where everything that draws is known, a check that no two
//! processes have one number.

use crate::mechanisms::for_rooms;
use crate::random::{self, draws};

draws! {
    /// The household whose two lives the report tells (no result depends on it).
    TOLD_HOUSEHOLD = 60;
    /// The professional whose weeks the report tells (no result depends on it).
    TOLD_PROFESSIONAL = 280;
}

macro_rules! all_rows {
    ($($(#[$when:meta])* $room:ident),* $(,)?) => {
        const ALL: &[&[(&str, u16)]] = &[
            random::DRAWS,
            crate::initialization::DRAWS,
            crate::calibration::draws::DRAWS,
            DRAWS,
            $($(#[$when])* crate::mechanisms::$room::rows::DRAWS),*
        ];
    };
}
for_rooms!(all_rows);

const _: () = {
    let mut given = [false; 1024];
    let mut i = 0;
    while i < random::RETIRED.len() {
        given[random::RETIRED[i] as usize] = true;
        i += 1;
    }
    let mut part = 0;
    while part < ALL.len() {
        let mut row = 0;
        while row < ALL[part].len() {
            let number = ALL[part][row].1 as usize;
            assert!(!given[number], "the number of a process is given twice, or is that of one that is no more");
            given[number] = true;
            row += 1;
        }
        part += 1;
    }
};
