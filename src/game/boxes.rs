//! The boxes of a sheet: what a group fills in for a round, and who in the group has the last word on it.

use crate::language::Text;

/// Who has the last word on a box: a chair at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chair {
    /// Alderman.
    Alderman,
    /// Leader of the team.
    TeamLeader,
    /// Provider of the second line.
    Provider,
    /// GP, with the health insurer.
    Gp,
    /// Resident, an expert by experience.
    Resident,
    /// Member of the council.
    Council,
    /// All of them.
    Everybody,
}

/// Every chair, in the order of the table.
pub const CHAIRS: [Chair; 7] =
    [Chair::Alderman, Chair::TeamLeader, Chair::Provider, Chair::Gp, Chair::Resident, Chair::Council, Chair::Everybody];

impl Chair {
    /// What the chair is called.
    pub const fn name(self) -> Text {
        match self {
            Self::Alderman => Text::fixed("Alderman", "Wethouder"),
            Self::TeamLeader => Text::fixed("Team leader", "Teamleider"),
            Self::Provider => Text::fixed("Provider", "Aanbieder"),
            Self::Gp => Text::fixed("GP and insurer", "Huisarts en verzekeraar"),
            Self::Resident => Text::fixed("Resident", "Bewoner"),
            Self::Council => Text::fixed("Council member", "Raadslid"),
            Self::Everybody => Text::fixed("All together", "Samen"),
        }
    }
}

/// A box, by its position in [`BOXES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BoxId(pub usize);

/// What is known of a box. The first choice of each is what is there now, but for the size of the team.
#[derive(Clone, Copy, Debug)]
pub struct BoxMeta {
    /// Key in files.
    pub key: &'static str,
    /// Who has the last word.
    pub chair: Chair,
    /// Its name.
    pub name: (&'static str, &'static str),
    /// Key and name of each choice.
    pub choices: &'static [(&'static str, &'static str, &'static str)],
    /// The choice that is there before round 1.
    pub now: u8,
}

impl BoxMeta {
    /// Its name in both languages.
    pub const fn title(&self) -> Text {
        Text::fixed(self.name.0, self.name.1)
    }

    /// The name of a choice in both languages.
    pub fn choice(&self, choice: u8) -> Text {
        self.choices.get(usize::from(choice)).map_or_else(Text::default, |(_, en, nl)| Text::fixed(en, nl))
    }
}

/// A row of [`BOXES`].
const fn row(
    key: &'static str,
    chair: Chair,
    name: (&'static str, &'static str),
    choices: &'static [(&'static str, &'static str, &'static str)],
) -> BoxMeta {
    BoxMeta { key, chair, name, choices, now: 0 }
}

/// Numbers as choices.
const NUMBERS: &[(&str, &str, &str)] =
    &[("0", "0", "0"), ("1", "1", "1"), ("2", "2", "2"), ("3", "3", "3"), ("4", "4", "4")];

/// The numbers below so many.
const fn below(count: usize) -> &'static [(&'static str, &'static str, &'static str)] {
    NUMBERS.split_at(count).0
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $place:literal;)*) => {
        impl BoxId {
            $($(#[$doc])* pub const $name: Self = Self($place);)*
        }
    };
}

ids! {
    /// Blocks of the team.
    BLOCKS = 0;
    /// Blocks for going out.
    OUT = 1;
    /// Whom they go to.
    AIM = 2;
    /// Whether hours for going out and learning are protected.
    PROTECTED = 3;
    /// Blocks for collective work.
    DISTRICT = 4;
    /// Blocks for aftercare.
    AFTERCARE = 5;
    /// Blocks for learning.
    LEARNING = 6;
    /// What the team does itself.
    OWN = 7;
    /// One budget or several.
    POTS = 8;
    /// How providers are paid.
    CONTRACT = 9;
    /// Staff that providers second.
    SECONDED = 10;
    /// How often help that runs is reviewed.
    SCALING = 11;
    /// Whether the GP hears back.
    REFERRAL = 12;
    /// What the insurer shares.
    PAYING = 13;
    /// What residents carry.
    INITIATIVE = 14;
    /// The resident's veto.
    VETO = 15;
    /// Something in return.
    RETURN = 16;
    /// What the gate grants.
    INTAKE = 17;
    /// The council's patience.
    PATIENCE = 18;
    /// Confidence, in rounds 2 and 4.
    CONFIDENCE = 19;
    /// What the group expects of specialist care.
    EXPECTED = 20;
    /// How sure it is.
    SURE = 21;
}

/// Every box, in the order of the sheet.
pub static BOXES: [BoxMeta; 22] = [
    BoxMeta {
        now: 1,
        ..row(
            "blocks",
            Chair::Alderman,
            ("Blocks of the team", "Blokken team"),
            &[("8", "8", "8"), ("9", "9", "9"), ("10", "10", "10"), ("11", "11", "11"), ("12", "12", "12")],
        )
    },
    row("out", Chair::TeamLeader, ("Blocks for going out", "Blokken erop af"), below(5)),
    row(
        "aim",
        Chair::TeamLeader,
        ("Going out: to whom", "Erop af: naar wie"),
        &[
            ("signals", "signals", "signalen"),
            ("poor", "poor neighbourhoods", "arme buurten"),
            ("doors", "from door to door", "huis aan huis"),
        ],
    ),
    row(
        "protected",
        Chair::TeamLeader,
        ("Hours protected", "Uren beschermd"),
        &[("no", "no", "nee"), ("yes", "yes", "ja")],
    ),
    row("district", Chair::TeamLeader, ("Blocks for the neighbourhood", "Blokken wijk"), below(4)),
    row("aftercare", Chair::TeamLeader, ("Blocks for aftercare", "Blokken nazorg"), below(3)),
    row("learning", Chair::TeamLeader, ("Blocks for learning", "Blokken leren"), below(3)),
    row(
        "own",
        Chair::TeamLeader,
        ("What the team does itself", "Wat het team zelf doet"),
        &[
            ("as_now", "as now", "zoals nu"),
            ("first", "help first, 13 weeks", "eerst zelf helpen, 13 weken"),
            ("mandate", "a mandate for small work", "mandaat voor klein werk"),
        ],
    ),
    row(
        "pots",
        Chair::Alderman,
        ("Budgets", "Potjes"),
        &[("apart", "apart", "apart"), ("together", "together", "samen")],
    ),
    row(
        "contract",
        Chair::Alderman,
        ("Contract with providers", "Contract met aanbieders"),
        &[
            ("hour", "by the hour", "per uur"),
            ("task", "by task", "per taak"),
            ("ceiling", "with a ceiling", "met plafond"),
        ],
    ),
    row("seconded", Chair::Provider, ("People lent to the team", "Mensen in het team"), below(4)),
    row(
        "scaling",
        Chair::Provider,
        ("Reviews of help that runs", "Lopende hulp bekijken"),
        &[
            ("never", "as now", "zoals nu"),
            ("year", "every year", "elk jaar"),
            ("half_year", "every half year", "elk half jaar"),
        ],
    ),
    row(
        "referral",
        Chair::Gp,
        ("Referring", "Verwijzen"),
        &[
            ("direct", "as now", "zoals nu"),
            ("team", "through the team, which reports back", "via het team, dat terugkoppelt"),
        ],
    ),
    row(
        "paying",
        Chair::Gp,
        ("The insurer shares what it saves", "Verzekeraar deelt besparing"),
        &[("0", "nothing", "niets"), ("15", "15 %", "15 %"), ("30", "30 %", "30 %")],
    ),
    row(
        "initiative",
        Chair::Resident,
        ("What residents carry", "Wat bewoners dragen"),
        &[
            ("none", "nothing", "niets"),
            ("table", "a table to eat at", "eettafel"),
            ("neighbours", "help near by", "buurthulp"),
        ],
    ),
    row(
        "veto",
        Chair::Resident,
        ("Veto, once", "Veto, één keer"),
        &[
            ("none", "none", "geen"),
            ("return", "on something in return", "op de tegenprestatie"),
            ("contract", "on the contract", "op het contract"),
            ("intake", "on intake", "op de instroom"),
            ("blocks", "on the size of the team", "op de omvang van het team"),
        ],
    ),
    row(
        "return",
        Chair::Council,
        ("Something in return", "Tegenprestatie"),
        &[
            ("no", "no", "nee"),
            ("voluntary", "voluntary", "vrijwillig"),
            ("expected", "expected", "verwacht"),
            ("obliged", "obliged on a benefit", "verplicht bij bijstand"),
        ],
    ),
    row(
        "intake",
        Chair::Council,
        ("Intake", "Instroom"),
        &[("as_now", "as now", "zoals nu"), ("stricter", "stricter", "strenger"), ("strict", "strict", "streng")],
    ),
    row(
        "patience",
        Chair::Council,
        ("Patience", "Geduld"),
        &[
            ("whole", "to the end", "tot het einde"),
            ("two", "two years more", "nog twee jaar"),
            ("none", "none", "geen"),
        ],
    ),
    row(
        "confidence",
        Chair::Council,
        ("Confidence (rounds 2 and 4)", "Vertrouwen (ronde 2 en 4)"),
        &[("yes", "yes", "ja"), ("no", "no", "nee")],
    ),
    row(
        "expected",
        Chair::Everybody,
        ("Specialist care will go", "Zware hulp gaat"),
        &[("same", "nowhere", "gelijk"), ("up", "up", "omhoog"), ("down", "down", "omlaag")],
    ),
    row(
        "sure",
        Chair::Everybody,
        ("How sure", "Hoe zeker"),
        &[("1", "1", "1"), ("2", "2", "2"), ("3", "3", "3"), ("4", "4", "4"), ("5", "5", "5")],
    ),
];
