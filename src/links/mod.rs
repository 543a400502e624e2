//! The causal links: one table that the mechanisms read, that `kantel explain` prints, and whose strengths a scenario
//! can cut.
//!
//! A strength of 1 is the model as it is, 0 cuts the link. Loops are named sets of links; outcomes have no switch.

mod link;

pub(crate) use link::links;
pub use link::{Link, LinkMeta};

use crate::mechanisms::for_rooms;
use crate::tables::{first, total};

macro_rules! all_rows {
    ($($(#[$when:meta])* $room:ident),* $(,)?) => {
        const ROWS: &[&[LinkMeta]] = &[$($(#[$when])* crate::mechanisms::$room::rows::LINKS),*];
    };
}
for_rooms!(all_rows);

/// Number of links.
pub const LINK_COUNT: usize = total(ROWS);

/// Every link, in the order of the numbers.
pub static LINKS: &[LinkMeta] = &{
    let mut list = [first(ROWS); LINK_COUNT];
    let mut given = [false; LINK_COUNT];
    let mut room = 0;
    while room < ROWS.len() {
        let mut i = 0;
        while i < ROWS[room].len() {
            let row = ROWS[room][i];
            let place = row.link.place();
            assert!(
                place < LINK_COUNT && !given[place],
                "a number of a link is given twice, or one below it is skipped (the toy mechanism has the last)"
            );
            (list[place], given[place]) = (row, true);
            i += 1;
        }
        room += 1;
    }
    list
};

/// The feedback loops that can be cut as a whole, with what each means in plain words.
pub static LOOPS: &[(&str, &str, &str)] = &[
    (
        "R1/R2",
        "Help prevents heavier need, and heavy cases crowd out finding early",
        "Hulp voorkomt zwaardere nood, en zware zaken verdringen vroeg vinden",
    ),
    (
        "R3",
        "Who works in a new way turns to it, and the team's routine takes everybody along",
        "Wie op een nieuwe manier werkt, gaat erin geloven, en de routine van het team trekt iedereen mee",
    ),
    ("R4", "A visible, trusted team is asked sooner", "Een zichtbaar en vertrouwd team krijgt eerder vragen"),
    (
        "R6",
        "Who invests pays, others save, and what is spent beyond the budget is cut",
        "Wie investeert betaalt, anderen besparen, en wat er te veel is uitgegeven wordt bezuinigd",
    ),
    (
        "R7",
        "Who visits a facility or gives something in return helps there, and so more is open",
        "Wie een voorziening bezoekt of iets terugdoet, gaat er meehelpen, en zo is er meer open",
    ),
    ("R8", "Who recovered with help falls back", "Wie met hulp herstelde, valt terug"),
    (
        "R9",
        "Unsolved debts and housing make other help work less, and bring needs to housemates",
        "Onopgeloste schulden en woonproblemen maken andere hulp minder werkzaam, en geven huisgenoten problemen",
    ),
    ("R10", "Waiting for specialists costs the team hours", "Wachten op specialisten kost het team uren"),
    ("R11", "A team under pressure refers sooner", "Een team onder druk verwijst eerder door"),
    ("R12", "Who sees others with help asks sooner", "Wie om zich heen hulp ziet, vraagt eerder hulp"),
    (
        "R13",
        "A team under pressure loses people, and those who stay have more to do",
        "Een team onder druk verliest mensen, en wie blijft heeft meer te doen",
    ),
    ("B1", "Carers become heavily burdened", "Mantelzorgers raken zwaarbelast"),
    (
        "B3",
        "A team fills its employer's places with referrals, and a full employer has no more use for them",
        "Een wijkteam vult met verwijzingen de plekken van de eigen werkgever, en een volle werkgever heeft er niets \
         meer aan",
    ),
    ("B4", "Who is refused here asks elsewhere", "Wie hier wordt afgewezen, vraagt elders hulp"),
];

impl Link {
    /// The link with a key.
    pub fn position(key: &str) -> Option<usize> {
        LINKS.iter().position(|l| l.key == key)
    }
}

/// The links of a loop (a link can belong to several, its feedback names them all).
pub fn links_of(feedback: &str) -> Vec<usize> {
    (0..LINKS.len()).filter(|&i| LINKS[i].feedback.split(", ").any(|f| f == feedback)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_loop_has_links_and_every_named_feedback_is_a_loop() {
        for (feedback, _, _) in LOOPS {
            assert!(!links_of(feedback).is_empty(), "{feedback}");
        }
        for feedback in LINKS.iter().flat_map(|l| l.feedback.split(", ")).filter(|f| !f.is_empty()) {
            assert!(LOOPS.iter().any(|(f, _, _)| *f == feedback), "{feedback}");
        }
    }
}
