//! A household through all desks, in sentences: the team, services, doors, money and rent, carers.

use crate::doors::Door;
use crate::entities::{Domain, Product};
use crate::experiment::{HouseholdKind, Turn};
use crate::language::{Lang, Text, text};

/// Where something happens to a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::report) enum Desk {
    /// The team.
    Team,
    /// Services of the second line.
    Services,
    /// Where needs come to light, and which door somebody takes.
    Doors,
    /// Debts, rent, court and benefit.
    Money,
    /// Who cares for whom.
    Carers,
    /// Who comes, and who goes.
    Home,
}

impl Desk {
    /// Every desk, in the order in which a household is told.
    pub(in crate::report) const ALL: [Self; 6] =
        [Self::Team, Self::Services, Self::Doors, Self::Money, Self::Carers, Self::Home];

    /// Where a turn happens; `None` of what happens at none of them.
    pub(in crate::report) const fn of(turn: Turn) -> Option<Self> {
        Some(match turn {
            Turn::TeamHelps
            | Turn::TeamWaits
            | Turn::TeamAsked(_)
            | Turn::TeamStarts
            | Turn::TeamCloses
            | Turn::TeamLeft
            | Turn::Visited => Self::Team,
            Turn::Served(_)
            | Turn::Waits(_)
            | Turn::ServiceRefused(_)
            | Turn::ServiceStarts(_)
            | Turn::ServiceEnds(_)
            | Turn::QueueLeft(_) => Self::Services,
            Turn::NeedKnown(..) | Turn::AskedAt(..) | Turn::ServiceAsked(_) => Self::Doors,
            Turn::HiddenNeed(Domain::Debt, _)
            | Turn::KnownNeed(Domain::Debt, _)
            | Turn::NeedBegins(Domain::Debt, _)
            | Turn::NeedBrought(Domain::Debt, _)
            | Turn::NeedReturns(Domain::Debt, _)
            | Turn::NeedWorsens(Domain::Debt, _)
            | Turn::NeedImproves(Domain::Debt, _)
            | Turn::NeedPasses(Domain::Debt)
            | Turn::InArrears
            | Turn::UnderOrder
            | Turn::OnBenefit
            | Turn::BehindWithRent
            | Turn::OrderedOut
            | Turn::Evicted
            | Turn::RentPaid
            | Turn::BenefitStarts
            | Turn::BenefitEnds => Self::Money,
            Turn::GivesCare
            | Turn::CareStarts
            | Turn::CareEnds
            | Turn::HasCare
            | Turn::CaredFor
            | Turn::OneCarerGone
            | Turn::NoCarerLeft => Self::Carers,
            Turn::Born | Turn::Died | Turn::Left | Turn::Arrived => Self::Home,
            _ => return None,
        })
    }

    /// Its name.
    pub(in crate::report) const fn name(self) -> Text {
        match self {
            Self::Team => Text::fixed("The team", "Het wijkteam"),
            Self::Services => Text::fixed("Other services", "Andere hulp"),
            Self::Doors => Text::fixed("Doors: GP, desk, reports", "Deuren: huisarts, loket, meldingen"),
            Self::Money => Text::fixed("Money and rent", "Geld en huur"),
            Self::Carers => Text::fixed("Family and friends", "Familie en vrienden"),
            Self::Home => Text::fixed("At home", "Thuis"),
        }
    }
}

/// What stands above the story.
pub(in crate::report) const DESKS: Text =
    Text::fixed("The same household, desk by desk", "Hetzelfde huishouden, loket voor loket");
/// Head of the column of desks.
pub(in crate::report) const DESK: Text = Text::fixed("Desk", "Loket");
/// Before a line of one course that the other has not.
pub(in crate::report) const MARK: &str = "◆ ";
/// What that mark says.
pub(in crate::report) const MARKED: Text = Text::fixed(
    "◆ marks what happens under one of the two policies alone, or at another moment.",
    "◆ staat bij wat alleen met dit plan gebeurt, of op een ander moment.",
);

/// What a story of a kind is about: what to look at in it.
pub(in crate::report) const fn lesson(kind: HouseholdKind) -> Text {
    match kind {
        HouseholdKind::Any => Text::fixed("", ""),
        HouseholdKind::Debts => Text::fixed(
            "Look at when the debts come to light and through whom, at when debt help begins, and at the rent: \
             arrears, the court, an eviction. Other help works less while debts last.",
            "Kijk wanneer de schulden in beeld komen, en door wie. Kijk ook wanneer de schuldregeling begint. Let op \
             de huur: een achterstand, de rechter, een uitzetting. Zolang er schulden zijn, werkt andere hulp minder \
             goed.",
        ),
        HouseholdKind::Child => Text::fixed(
            "Look at which door the child's need goes through, and at what the parents need at that time.",
            "Kijk langs welke deur de hulpvraag van het kind loopt. Kijk ook wat de ouders dan nodig hebben.",
        ),
        HouseholdKind::OldCouple => Text::fixed(
            "Look at who cares for whom, and at what comes when that stops.",
            "Kijk wie voor wie zorgt, en wat er komt als dat stopt.",
        ),
        HouseholdKind::Alone => Text::fixed(
            "Look at who notices anything: nobody at home asks for help in their place.",
            "Kijk wie er iets opmerkt: niemand thuis vraagt in hun plaats om hulp.",
        ),
    }
}

/// What a kind is about, as a course differs in it; `None` of a kind that is about all.
pub(in crate::report) const fn about(kind: HouseholdKind) -> Option<Text> {
    match kind {
        HouseholdKind::Debts => Some(Text::fixed("debts, rent or benefit", "schulden, huur of bijstand")),
        HouseholdKind::Child => Some(Text::fixed("a need or help of the young", "de hulpvraag of hulp van een kind")),
        _ => None,
    }
}

/// That the lot fell among those whose course differs in what the kind is about.
pub(in crate::report) fn drawn_of_about(about: &Text, households: &str) -> Text {
    text!(
        "For {households} of them {about} differs too, and the lot was drawn among these.",
        "Bij {households} daarvan verschilt ook {about}. Daaruit is geloot.";
        about
    )
}

/// How rare a long wait is, where one is told: of those that stay, by the hundred.
pub(in crate::report) fn long_waits(hundred: &str) -> Text {
    text!(
        "Somebody here waits a year or longer for help that comes. In the same years that happens in {hundred} of 100 \
         such households, under at least one of the two policies. Whoever gives up sooner is not counted.",
        "Hier wacht iemand een jaar of langer op hulp die ook komt. In dezelfde jaren gebeurt dat bij {hundred} van de \
         100 zulke huishoudens, met minstens één plan. Wie eerder opgeeft, telt niet mee."
    )
}

/// Nothing happens at a desk.
pub(in crate::report) const NOTHING: Text = Text::fixed("Nothing happens here.", "Hier gebeurt niets.");

/// Households of a kind in plain words.
pub(in crate::report) const fn kind_name(kind: HouseholdKind) -> Text {
    match kind {
        HouseholdKind::Any => Text::fixed("households", "huishoudens"),
        HouseholdKind::Debts => Text::fixed("households with debts", "huishoudens met schulden"),
        HouseholdKind::Child => {
            Text::fixed("households in which a child has a need", "huishoudens waarin een kind een hulpvraag heeft")
        }
        HouseholdKind::OldCouple => {
            Text::fixed("couples of 70 and older", "paren waarvan beiden 70 jaar of ouder zijn")
        }
        HouseholdKind::Alone => Text::fixed(
            "people who live alone and have nobody to turn to",
            "mensen die alleen wonen en niemand hebben om op terug te vallen",
        ),
    }
}

/// How many households of a kind there are at the start, and that the lot falls among these.
pub(in crate::report) fn of_kind(kind: HouseholdKind, of_kind: &str, all: &str) -> Text {
    let name = kind_name(kind);
    text!(
        "At the start {of_kind} of the {all} households here are of this kind: {name}. The kind depends on how things \
         are at the start, not on what comes later. The lot was drawn among these alone.",
        "Aan het begin zijn hier {of_kind} van de {all} huishoudens van deze soort: {name}. Alleen het begin telt \
         daarvoor, niet wat later gebeurt. Er is alleen onder deze huishoudens geloot.";
        name
    )
}

/// There is no household of a kind.
pub(in crate::report) fn none_of_kind(kind: HouseholdKind, all: &str) -> Text {
    let name = kind_name(kind);
    text!(
        "Among the {all} households here there are no {name} at the start. So none is shown.",
        "Onder de {all} huishoudens hier zijn aan het begin geen {name}. Daarom staat er geen.";
        name
    )
}

/// No household of a kind has another course in the variant.
pub(in crate::report) const SAME_FOR_KIND: Text = Text::fixed(
    "For all of these that stay, the same happens under both policies. So none is shown.",
    "Bij alle huishoudens van deze soort die blijven, gebeurt met beide plannen hetzelfde. Daarom staat er geen.",
);

/// From which households one was drawn where a need becomes severe in none whose courses differ.
pub(in crate::report) fn drawn_of_differing(differ: &str) -> Text {
    text!(
        "In none of these whose course differs does a need become severe. So this household was drawn by lot from the \
         {differ} that live here all the time and whose course differs.",
        "Bij geen van deze huishoudens met een ander verloop wordt een hulpvraag ernstig. Daarom is geloot uit de \
         {differ} die hier de hele tijd wonen en van wie het verloop verschilt."
    )
}

/// The name of a door, with its preposition.
pub(super) const fn through(lang: Lang, door: Door) -> &'static str {
    match (lang, door) {
        (Lang::En, Door::Team) => "at the team or the municipal desk",
        (Lang::En, Door::Gp) => "through the GP",
        (Lang::En, Door::Specialist) => "through a medical specialist",
        (Lang::En, Door::YouthDoctor) => "through the youth doctor",
        (Lang::En, Door::Court) => "through the court",
        (Lang::En, Door::Unrecorded) => "by a way that nobody recorded",
        (Lang::En, Door::Ciz) => "at the CIZ, the desk for long-term care",
        (Lang::En, Door::VeiligThuis) => "through Veilig Thuis, after a report",
        (Lang::En, Door::DebtDesk) => "at the debt desk",
        (Lang::En, Door::CentreMunicipality) => "at the centre municipality",
        (Lang::Nl, Door::Team) => "bij het wijkteam of het loket van de gemeente",
        (Lang::Nl, Door::Gp) => "via de huisarts",
        (Lang::Nl, Door::Specialist) => "via een medisch specialist",
        (Lang::Nl, Door::YouthDoctor) => "via de jeugdarts",
        (Lang::Nl, Door::Court) => "via de rechter",
        (Lang::Nl, Door::Unrecorded) => "langs een weg die niemand heeft opgeschreven",
        (Lang::Nl, Door::Ciz) => "bij het CIZ, het loket voor langdurige zorg",
        (Lang::Nl, Door::VeiligThuis) => "via Veilig Thuis, na een melding",
        (Lang::Nl, Door::DebtDesk) => "bij de schuldhulp",
        (Lang::Nl, Door::CentreMunicipality) => "bij de centrumgemeente",
    }
}

/// After how many weeks; nothing of a wait that nobody has.
fn after(lang: Lang, wait: Option<u32>) -> String {
    match (lang, wait) {
        (_, None) => String::new(),
        (Lang::En, Some(0)) => ", within a week".to_owned(),
        (Lang::En, Some(1)) => ", after a week".to_owned(),
        (Lang::En, Some(weeks)) => format!(", after {weeks} weeks"),
        (Lang::Nl, Some(0)) => ", binnen een week".to_owned(),
        (Lang::Nl, Some(1)) => ", na een week".to_owned(),
        (Lang::Nl, Some(weeks)) => format!(", na {weeks} weken"),
    }
}

/// What happens to a member at a desk, as a sentence. `when` is a month, or nothing for the start; `wait` the weeks
/// since
/// it was asked for.
pub(in crate::report) fn sentence(
    lang: Lang,
    letter: &str,
    turn: Turn,
    when: Option<&str>,
    wait: Option<u32>,
) -> String {
    let clause = match lang {
        Lang::En => english(letter, turn),
        Lang::Nl => dutch(letter, turn),
    };
    let after = after(lang, wait);
    match (lang, when) {
        (_, Some(month)) => format!("In {month} {clause}{after}."),
        (Lang::En, None) => format!("At the start {clause}{after}."),
        (Lang::Nl, None) => format!("Aan het begin {clause}{after}."),
    }
}

/// The same of what is told of a household through all desks alone, as a line of a table of months.
pub(super) fn line(lang: Lang, letter: &str, turn: Turn) -> String {
    let who = |text: &str| format!("{letter}: {text}");
    let clause = match (lang, turn) {
        (Lang::En, Turn::AskedAt(x, door)) => {
            return who(&format!("asks for {}, {}", lang.life_voice().words().product(x), through(lang, door)));
        }
        (Lang::Nl, Turn::AskedAt(x, door)) => {
            return who(&format!("vraagt aan: {}, {}", lang.life_voice().words().product(x), through(lang, door)));
        }
        (Lang::En, _) => english(letter, turn),
        (Lang::Nl, Turn::HasCare) => return who("krijgt mantelzorg"),
        (Lang::Nl, Turn::OnBenefit) => return who("heeft bijstand"),
        (Lang::Nl, Turn::BenefitStarts) => return who("krijgt bijstand"),
        (Lang::Nl, Turn::BenefitEnds) => return who("de bijstand stopt"),
        (Lang::Nl, Turn::CaredFor) => return who("een bekende gaat mantelzorg geven"),
        (Lang::Nl, Turn::TeamLeft) => "het huishouden geeft het wachten op het wijkteam op".to_owned(),
        (Lang::Nl, Turn::QueueLeft(x)) => {
            return who(&format!("geeft het wachten op {} op", lang.life_voice().words().product(x)));
        }
        (Lang::Nl, Turn::OneCarerGone) => return who("een mantelzorger stopt; een ander gaat door"),
        (Lang::Nl, Turn::NoCarerLeft) => return who("de laatste mantelzorger stopt"),
        (Lang::Nl, Turn::InArrears) => "er is een huurachterstand".to_owned(),
        (Lang::Nl, Turn::UnderOrder) => "het huishouden moet de woning uit van de rechter".to_owned(),
        (Lang::Nl, Turn::BehindWithRent) => "het huishouden krijgt een huurachterstand".to_owned(),
        (Lang::Nl, Turn::OrderedOut) => "de rechter beslist dat het huishouden de woning uit moet".to_owned(),
        (Lang::Nl, Turn::Evicted) => "het huishouden wordt uit huis gezet".to_owned(),
        (Lang::Nl, Turn::RentPaid) => "de huur is geregeld: het huishouden mag blijven".to_owned(),
        (Lang::Nl, _) => dutch(letter, turn),
    };
    let mut letters = clause.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

fn english(a: &str, turn: Turn) -> String {
    let w = Lang::En.life_voice().words();
    let p = |product: Product| w.product(product);
    match turn {
        Turn::TeamHelps => "the team helps".to_owned(),
        Turn::TeamWaits => "the household waits for the team".to_owned(),
        Turn::TeamAsked(d) => format!("the team is asked for help with {} of {a}", w.domain(d)),
        Turn::TeamStarts => "the team begins to help".to_owned(),
        Turn::TeamCloses => "the team is done".to_owned(),
        Turn::TeamLeft => "the household gives up waiting for the team".to_owned(),
        Turn::QueueLeft(x) => format!("{a} gives up waiting for {}", p(x)),
        Turn::Visited => "somebody of the team rings at the door".to_owned(),
        Turn::Served(x) => format!("{a} has {}", p(x)),
        Turn::Waits(x) => format!("{a} waits for {}", p(x)),
        Turn::ServiceRefused(x) => format!("{a} is refused {}", p(x)),
        Turn::ServiceStarts(x) => format!("{a} gets {}", p(x)),
        Turn::ServiceEnds(x) => format!("{} ends for {a}", p(x)),
        Turn::NeedKnown(d, r) => format!("the need of {a} comes to light: {} ({})", w.domain(d), w.route(r)),
        Turn::ServiceAsked(x) => format!("{a} asks for {}", p(x)),
        Turn::AskedAt(x, door) => format!("{a} asks for {}, {}", p(x), through(Lang::En, door)),
        Turn::HiddenNeed(_, s) => format!("{a} has debts ({}); nobody outside knows", w.severity(s)),
        Turn::KnownNeed(_, s) => format!("{a} has debts ({}); that is known", w.severity(s)),
        Turn::NeedBegins(_, s) => format!("debts begin for {a} ({})", w.severity(s)),
        Turn::NeedBrought(_, s) => format!("{a} brings debts along ({})", w.severity(s)),
        Turn::NeedReturns(_, s) => format!("the debts of {a} come back ({})", w.severity(s)),
        Turn::NeedWorsens(_, s) => format!("the debts of {a} get worse, now {}", w.severity(s)),
        Turn::NeedImproves(_, s) => format!("the debts of {a} get lighter, now {}", w.severity(s)),
        Turn::NeedPasses(_) => format!("the debts of {a} are solved"),
        Turn::InArrears => "the household is behind with the rent".to_owned(),
        Turn::UnderOrder => "a court has ordered the household out of its home".to_owned(),
        Turn::OnBenefit => format!("{a} lives on social assistance"),
        Turn::BehindWithRent => "the household falls behind with the rent".to_owned(),
        Turn::OrderedOut => "the court orders the household out of its home".to_owned(),
        Turn::Evicted => "the household is evicted".to_owned(),
        Turn::RentPaid => "the rent is settled and the household may stay".to_owned(),
        Turn::BenefitStarts => format!("{a} gets social assistance"),
        Turn::BenefitEnds => format!("social assistance ends for {a}"),
        Turn::GivesCare => format!("{a} cares for somebody, unpaid"),
        Turn::CareStarts => format!("{a} begins to care for somebody, unpaid"),
        Turn::CareEnds => format!("{a} stops caring for somebody"),
        Turn::HasCare => format!("family, friends or neighbours care for {a}"),
        Turn::CaredFor => format!("somebody they know begins to care for {a}"),
        Turn::OneCarerGone => format!("one carer of {a} stops; another goes on"),
        Turn::NoCarerLeft => format!("the last carer of {a} stops"),
        Turn::Born => format!("{a} is born"),
        Turn::Died => format!("{a} dies"),
        Turn::Left => format!("{a} leaves the district"),
        Turn::Arrived => format!("{a} moves in"),
        other @ Turn::Present => Lang::En.life_voice().turn(a, 0, other),
    }
}

fn dutch(a: &str, turn: Turn) -> String {
    let w = Lang::Nl.life_voice().words();
    let p = |product: Product| w.product(product);
    match turn {
        Turn::TeamHelps => "helpt het wijkteam".to_owned(),
        Turn::TeamWaits => "wacht het huishouden op het wijkteam".to_owned(),
        Turn::TeamAsked(d) => format!("wordt het wijkteam om hulp gevraagd voor {a}: {}", w.domain(d)),
        Turn::TeamStarts => "begint het wijkteam te helpen".to_owned(),
        Turn::TeamCloses => "is het wijkteam klaar".to_owned(),
        Turn::TeamLeft => "geeft het huishouden het wachten op het wijkteam op".to_owned(),
        Turn::QueueLeft(x) => format!("geeft {a} het wachten op {} op", p(x)),
        Turn::Visited => "belt iemand van het wijkteam aan".to_owned(),
        Turn::Served(x) => format!("heeft {a} {}", p(x)),
        Turn::Waits(x) => format!("wacht {a} op {}", p(x)),
        Turn::ServiceRefused(x) => format!("krijgt {a} een nee op {}", p(x)),
        Turn::ServiceStarts(x) => format!("krijgt {a} {}", p(x)),
        Turn::ServiceEnds(x) => format!("heeft {a} geen {} meer", p(x)),
        Turn::NeedKnown(d, r) => format!("komt de hulpvraag van {a} in beeld: {} ({})", w.domain(d), w.route(r)),
        Turn::ServiceAsked(x) => format!("vraagt {a} om {}", p(x)),
        Turn::AskedAt(x, door) => format!("vraagt {a} om {}, {}", p(x), through(Lang::Nl, door)),
        Turn::HiddenNeed(_, s) => format!("heeft {a} schulden ({}); nog niet in beeld", w.severity(s)),
        Turn::KnownNeed(_, s) => format!("heeft {a} schulden ({}); dat is bekend", w.severity(s)),
        Turn::NeedBegins(_, s) => format!("krijgt {a} schulden ({})", w.severity(s)),
        Turn::NeedBrought(_, s) => format!("brengt {a} schulden mee ({})", w.severity(s)),
        Turn::NeedReturns(_, s) => format!("komen de schulden van {a} terug ({})", w.severity(s)),
        Turn::NeedWorsens(_, s) => format!("worden de schulden van {a} erger, nu {}", w.severity(s)),
        Turn::NeedImproves(_, s) => format!("worden de schulden van {a} lichter, nu {}", w.severity(s)),
        Turn::NeedPasses(_) => format!("zijn de schulden van {a} voorbij"),
        Turn::InArrears => "heeft het huishouden een huurachterstand".to_owned(),
        Turn::UnderOrder => "moet het huishouden de woning uit van de rechter".to_owned(),
        Turn::OnBenefit => format!("heeft {a} bijstand"),
        Turn::BehindWithRent => "krijgt het huishouden een huurachterstand".to_owned(),
        Turn::OrderedOut => "beslist de rechter dat het huishouden de woning uit moet".to_owned(),
        Turn::Evicted => "wordt het huishouden uit huis gezet".to_owned(),
        Turn::RentPaid => "is de huur geregeld en mag het huishouden blijven".to_owned(),
        Turn::BenefitStarts => format!("krijgt {a} bijstand"),
        Turn::BenefitEnds => format!("stopt de bijstand van {a}"),
        Turn::GivesCare => format!("geeft {a} mantelzorg"),
        Turn::CareStarts => format!("gaat {a} mantelzorg geven"),
        Turn::CareEnds => format!("stopt {a} met mantelzorg"),
        Turn::HasCare => format!("krijgt {a} mantelzorg"),
        Turn::CaredFor => format!("gaat een bekende voor {a} zorgen"),
        Turn::OneCarerGone => format!("stopt een mantelzorger van {a}; een ander gaat door"),
        Turn::NoCarerLeft => format!("stopt de laatste mantelzorger van {a}"),
        Turn::Born => format!("wordt {a} geboren"),
        Turn::Died => format!("overlijdt {a}"),
        Turn::Left => format!("vertrekt {a} uit de wijk"),
        Turn::Arrived => format!("komt {a} hier wonen"),
        other @ Turn::Present => Lang::Nl.life_voice().turn(a, 0, other),
    }
}
