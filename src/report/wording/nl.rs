//! The report in plain Dutch (B1): short sentences, everyday words.

use super::voice::{Course, Needs, SAMPLES_FOR_A_BAND, Sign, Since, Trend, Voice, Words, joined};
use crate::experiment::{Exchange, Verdict};
use crate::provenance::{Decides, Source};
use crate::report::wording::{Lang, Measure, Things, counted, euros, number, signed};
use crate::scenario::{ClosureChange, ClosureNote};

/// Dutch.
pub(in crate::report) struct Dutch;

static WORDS: Words = Words {
    headings: [
        "In het kort",
        "Vier kerncijfers",
        "Klopt dit met uw gemeente?",
        "Hoe het verloopt",
        "Hoe komt dat?",
        "Wie betaalt en wie wint",
        "Voor wie beter, voor wie slechter",
        "Van tweede naar eerste lijn",
        "Hoe zeker is dit?",
        "Eén huishouden, twee verlopen",
        "Wat er is veranderd",
        "Waarvoor niet gebruiken",
        "Aannames en bronnen",
        "Zo maakt u dit na",
    ],
    single_headings: [("key-figures", "Kerncijfers"), ("who-pays", "Wie betaalt"), ("two-lives", "Eén huishouden")],
    skip: "Ga naar de inhoud",
    contents: "Inhoud",
    difference: "Verschil",
    range: "Van laag tot hoog",
    low: "Laag",
    high: "Hoog",
    verdict: "Oordeel",
    year: "Jaar",
    figure: "Figuur",
    table_of_figure: "Tabel bij figuur",
    no_charts: "Deze versie van kantel is zonder figuren gebouwd. De tabel bevat dezelfde cijfers.",
    nothing_to_draw: "Er is geen tekening: geen enkel bedrag verschilt.",
    no_data: "Dit resultaat bevat de cijfers voor dit deel niet.",
    second_line_is: "Tweede lijn: hulp van specialisten, van begeleiding tot langdurige zorg. Hulp thuis telt apart: hulp bij het huishouden, hulpmiddelen en vervoer.",
    guard_caption: "Let ook op deze cijfers, per jaar over de hele periode",
    guard: "Cijfer",
    all_means: "Alles is gemiddeld over de werelden. Per regel is alles gelijk afgerond, zodat het optelt.",
    break_even: "Terugverdiend",
    no_extra_cost: "Geen extra kosten",
    middle_sample: "het jaar is dat van de middelste wereld",
    nothing_to_earn_back: "▼ Niets terug te verdienen",
    earned_back: "▼ Terugverdiend",
    not_earned_back: "▲ Niet terugverdiend",
    break_even_undecided: "? Onbeslist",
    what_decides: "Wat geeft de doorslag?",
    check: "Controlecijfer",
    model: "Model",
    known: "Bekend",
    source: "Bron",
    fits: "✓ klopt",
    fits_more: "✓ klopt: hier meer verwacht",
    misses: "✗ klopt niet",
    misses_more: "✗ klopt niet: hier meer verwacht",
    not_computed: "– niet berekend",
    check_tolerance: "Het model klopt als het binnen de grenzen ligt. Daarin telt mee wat onzeker is aan het cijfer en aan het model. Soms verwachten we hier meer dan in het hele land. Dan klopt een lager cijfer niet.",
    check_year: ["Model: het eerste jaar zonder het plan.", "Model: het eerste jaar."],
    checks: [
        (
            "Wmo-cliënten per 1.000 inwoners",
            "CBS, de wijk zelf",
            "Sindsdien −15\u{a0}% tot +25\u{a0}% (aanname, naar verschillen tussen jaren)",
        ),
        (
            "Jeugdhulp, deel van de inwoners onder 23",
            "CBS, landelijk: ongeveer 1 op 10",
            "Tussen gemeenten 7,7\u{a0}% tot 13,6\u{a0}% (CBS 2022)",
        ),
        (
            "Mantelzorgers, deel van de volwassenen",
            "CBS 2022, landelijk",
            "Tussen wijken 9\u{a0}% tot 15,5\u{a0}% (aanname, naar RIVM 2020)",
        ),
        (
            "Huishoudens met problematische schulden",
            "CBS 2018, landelijk",
            "Gaat mee met lage inkomens, 25\u{a0}% meer of minder (aanname)",
        ),
        (
            "Contact met het wijkteam, volwassenen onder 65",
            "Volksgezondheidsmonitor Utrecht 2021",
            "Tussen wijken en jaren 3\u{a0}% tot 8\u{a0}% (aanname)",
        ),
        (
            "Contact met het wijkteam, 65-plussers",
            "Volksgezondheidsmonitor Utrecht 2021",
            "Tussen wijken en jaren 6\u{a0}% tot 16\u{a0}% (aanname)",
        ),
    ],
    band: "Klopt tussen",
    own_none: "Uw eigen cijfers kunnen hier ook staan. Zet ze onder [own] in een bestand en geef dat mee met --with.",
    calibration: "Het model is nog niet op uw gemeente afgesteld (gekalibreerd).",
    council_term: "deze collegeperiode",
    cost_difference_title: "Verschil in kosten voor de gemeente per jaar",
    dearer: "duurder",
    cheaper: "goedkoper",
    monitor_head: "Wat uw eigen monitor zal laten zien",
    monitor_intro: "Een monitor vergelijkt voor en na, in wat is geregistreerd. Het echte effect vergelijkt twee plannen.",
    monitor_columns: ["Geregistreerd", "Vooraf", "Monitor toont", "Zonder het plan", "Echt cijfer", "Echt effect"],
    monitor_caption: "Voor en na in de registratie, naast het echte effect",
    monitor_none: "Dit resultaat bevat geen cijfers van voor en na.",
    why_none: "In dit resultaat zijn de terugkoppelingen niet één voor één uitgezet. Vergelijk zonder --loops 0 om dat te doen.",
    why_caption: "Wat terugkoppelingen bijdragen aan het verschil, per jaar",
    why_head: "Verschil, en wat eraan bijdraagt",
    why_whole: "Uw wijk, zoals die is",
    why_check: ["Uw wijk zelf, in dezelfde werelden", "Komen die twee overeen?"],
    why_few: "Dit zijn te weinig werelden om te zien wat een terugkoppeling bijdraagt. Daar zijn er minstens tien voor nodig.",
    why_nothing: "Van geen enkele terugkoppeling is hier een bijdrage te zien.",
    why_rule: "We noemen een bijdrage alleen als die duidelijk meer is dan toeval. Van tien genoemde bijdragen kan er één toch toeval zijn. Een kleine bijdrage kan verborgen blijven.",
    payer: "Betaler",
    payers_title: "Verschil in kosten per jaar, per betaler",
    payers_caption: "Verschil in kosten per jaar, per betaler",
    back_in: "Terugverdiend",
    never: "Nooit, in zoveel werelden",
    unpaid_missing: "Onbetaalde uren van familie en buren staan niet in dit resultaat.",
    rounded: "Elk bedrag is apart afgerond. Delen tellen daarom niet altijd precies op.",
    means_rounded: "Elk bedrag is het gemiddelde van de werelden. Gemiddelden tellen op, maar elk bedrag is apart afgerond.",
    group: "Groep",
    groups_caption: "Mensen met ernstige problemen zonder hulp, per groep",
    need_title: "Mensen met ernstige problemen zonder hulp",
    need_difference_title: "Verschil in mensen met ernstige problemen zonder hulp",
    need_difference_note: "U ziet het gemiddelde van de verschillen per wereld.",
    hours_title: "Uren van de eerste en tweede lijn per jaar",
    hours_note: "Uren voor scholing en administratie tellen bij de eerste lijn niet mee. Verblijf en hulp thuis tellen bij de tweede lijn niet mee.",
    flows_to_come: "Hoeveel mensen van de ene lijn naar de andere gaan, is nog niet berekend.",
    first_line: "Eerste lijn (wijkteam)",
    second_line: "Tweede lijn",
    costs_title: "Kosten per jaar, per betaler",
    other_payers: "Overige",
    total: "Totaal",
    millions: "miljoen euro",
    thousands_of_hours: "duizend uur",
    more: "meer",
    fewer: "minder",
    same_worlds: "In elke wereld maken dezelfde mensen beide plannen mee. Alleen het beleid verschilt.",
    split_caption: "Waar de spreiding van elk verschil vandaan komt",
    split_columns: [
        "Cijfer",
        "Wat niemand weet (aannames)",
        "Toeval",
        "Te kort gerekend",
        "Zoveel kan het gemiddelde verschuiven bij langer rekenen",
    ],
    split_none: "De spreiding is niet te splitsen. Daarvoor moet een deel van de werelden twee keer worden doorgerekend.",
    uncertain: [
        "Dit is onzeker: de werelden zijn het niet genoeg eens.",
        "Dit is onzeker: er zijn minder dan 30 werelden doorgerekend.",
    ],
    all_decided: "Geen van de kerncijfers is onbeslist.",
    no_decider: "Voor zover bekend geeft geen enkele aanname alleen de doorslag.",
    unsought: "Wat hier de doorslag geeft, is bij deze grens niet berekend.",
    cumulative_title: "Extra kosten voor de gemeente, opgeteld",
    cumulative_note: "De lijn is het gemiddelde van alle werelden: het kerncijfer, opgeteld over de jaren.",
    verdict_rules: [
        "Beter of slechter (of: hoger of lager): minstens 90 van de 100 werelden zijn het eens. Gemiddeld is het verschil ook van belang.",
        "Geen verschil van belang: minstens 90 van de 100 werelden blijven binnen een grens. Die is vooraf gekozen.",
        "Onbeslist, reken meer: er zijn minder dan 30 werelden. Of meer werelden kunnen nog beslissen, of vaker rekenen per wereld.",
        "Onbeslist, te weinig bekend: langer rekenen helpt niet, meer weten misschien wel. Toeval telt hier niet mee.",
    ],
    changed_caption: "Wat verschilt",
    changed_columns: ["Wat", "Wie beslist"],
    changed_rest: "Verder is niets veranderd.",
    circumstances_caption: "Wat van buiten verandert, wat de wijk ook beslist",
    circumstances_columns: ["Wat", "Hoe het verandert, in elk scenario"],
    changed_none: "Er verschilt niets tussen de plannen.",
    not_for: [
        "Niet om de hoogte van een cijfer over te nemen. Het model is op weinig cijfers afgesteld (niet gekalibreerd). Kijk naar het verschil tussen de plannen.",
        "Niet om een begrotingspost tot op de euro te ramen. De ruime marges horen bij het antwoord.",
        "Niet om wijken, teams of aanbieders te rangschikken.",
        "Niet om over één persoon of gezin te beslissen. De inwoners zijn nagebootst.",
        "Niet als bewijs dat beleid werkt. Het effect van hulp is een aanname met een marge.",
        "Niet voor werk en inkomen, preventie door voorzieningen en initiatieven, of collectief aanbod. Ook niet voor politiek, afstemming tussen teams of ontschot geld. Die ontbreken nog in het model.",
        "Niet als voorspelling van de jaren zelf. Dit is een vergelijking van twee plannen.",
    ],
    assumptions_caption: "Onzekere getallen, in elke wereld opnieuw getrokken",
    assumptions_columns: ["Getal", "Eenheid", "Laag, midden, hoog in 90 van de 100 werelden", "Soort en bron"],
    stated_by: "staat in het scenario",
    language_note: "Soort: aanname (niemand weet het precies), literatuur (in grote lijn bekend), afgesteld (past bij gepubliceerde cijfers) of gepubliceerd. De toelichting daarna komt uit het model zelf en is in het Engels.",
    synthetic: "De inwoners zijn nagebootst. Samen kloppen ze met de gepubliceerde totalen.",
    single_run: "Dit is één scenario. Voor een oordeel zijn er twee nodig: zie `kantel compare`.",
    level_caption: "Kerncijfers in dit scenario",
    mean_per_year: "Gemiddeld per jaar",
    first_year: "Eerste jaar",
    last_year: "Laatste jaar",
    reproduce: "Dezelfde opdracht geeft dezelfde cijfers, op elke computer.",
    yes: "ja",
    no: "nee",
};

/// Over how many years a yearly amount is meant.
fn per_year(years: u32) -> String {
    if years == 1 { "in één jaar".to_owned() } else { format!("per jaar over {years} jaar") }
}

impl Voice for Dutch {
    fn words(&self) -> &'static Words {
        &WORDS
    }

    fn indicator(&self, key: &str) -> String {
        match key {
            "euros.municipality" => "Kosten voor de gemeente",
            "euros.all" => "Kosten voor alle betalers samen",
            "persons.second_line" => "Mensen met hulp uit de tweede lijn",
            "persons.help_at_home" => "Mensen met hulp thuis",
            "need.severe.unhelped" => "Mensen met ernstige problemen zonder hulp",
            "network.none.unhelped" => "Mensen zonder netwerk en zonder hulp",
            "carers.burdened" => "Zwaarbelaste mantelzorgers",
            "team.wait_weeks" => "Wachttijd wijkteam",
            "persons.wmo" => "Wmo-cliënten",
            "registered.persons.second_line" => "Mensen met hulp uit de tweede lijn, zoals geregistreerd",
            "registered.need.known" => "Mensen met problemen, zoals geregistreerd",
            "need.open" => "Mensen met problemen",
            "hours.first_line" => "Uren van de eerste lijn",
            "hours.second_line" => "Uren van de tweede lijn",
            "hours.help_at_home" => "Uren van hulp thuis",
            "euros.first_line" => "Kosten van de eerste lijn",
            "euros.second_line" => "Kosten van de tweede lijn",
            "euros.help_at_home" => "Kosten van hulp thuis",
            "care.hours" => "Onbetaalde uren van familie en buren",
            other => other,
        }
        .to_owned()
    }

    fn payer(&self, key: &str) -> String {
        match key {
            "wmo" => "Gemeente: Wmo",
            "youth" => "Gemeente: jeugdhulp",
            "participation" => "Gemeente: participatie",
            "debt" => "Gemeente: schulden en armoede",
            "welfare" => "Gemeente: welzijn en wijkteam",
            "municipality" => "Gemeente",
            "insurer" => "Zorgverzekeraar",
            "wlz" => "Langdurige zorg (Wlz)",
            "housing" => "Woningcorporatie",
            "justice" => "Justitie en veiligheid",
            "household" => "Huishoudens",
            "all" => "Alle betalers samen",
            other => other,
        }
        .to_owned()
    }

    fn group(&self, key: &str) -> String {
        match key {
            "income:low" => "Laag inkomen",
            "income:middle" => "Middeninkomen",
            "income:high" => "Hoog inkomen",
            "network:none" => "Zonder netwerk",
            "network:some" => "Met netwerk",
            "age:0-22" => "0 tot en met 22 jaar",
            "age:23-64" => "23 tot en met 64 jaar",
            "age:65+" => "65 jaar en ouder",
            other => other,
        }
        .to_owned()
    }

    fn decides(&self, decides: Decides) -> &'static str {
        match decides {
            Decides::Municipality => "gemeente",
            Decides::State => "rijk",
            Decides::Insurer => "zorgverzekeraar",
            Decides::Nobody => "niemand (alleen voor onderzoek)",
        }
    }

    fn grade(&self, source: &Source) -> &'static str {
        match source {
            Source::Sourced { .. } => "gepubliceerd",
            Source::Fitted(_) => "afgesteld",
            Source::Literature(_) => "literatuur",
            Source::Assumption(_) => "aanname",
        }
    }

    fn closure(&self, key: &str) -> &'static str {
        match key {
            "hours" => "Beide plannen hebben evenveel uren van het wijkteam.",
            "budget" => "Beide plannen beginnen met hetzelfde budget van de gemeente.",
            "extra" => "Wat het plan toevoegt, komt erbij als extra geld; wat het minder kost, wordt niet uitgegeven.",
            _ => "De middelen verschillen zoals in de scenariobestanden staat.",
        }
    }

    fn closure_note(&self, note: &ClosureNote) -> String {
        let ClosureNote { variant, base, change, by_sample } = note;
        let text = match *change {
            ClosureChange::BurnIn => format!("{variant}: tot het begin geldt de organisatie van {base}."),
            ClosureChange::SameTeam => format!("{variant}: het wijkteam is zo groot als dat van {base}."),
            ClosureChange::LargerTeam(fte) => {
                let fte = signed(Lang::Nl, fte);
                format!("{variant}: het wijkteam krijgt {fte} FTE, voor het outreachend werk dat {base} niet heeft.")
            }
            ClosureChange::Saving(more) if more >= 0.0 => {
                let euros = euros(Lang::Nl, more);
                format!("{variant}: het wijkteam kost {euros} per jaar meer. Dat gaat af van de ingekochte zorg.")
            }
            ClosureChange::Saving(less) => {
                format!(
                    "{variant}: het wijkteam kost {} per jaar minder. Dat wordt niet uitgegeven.",
                    euros(Lang::Nl, -less)
                )
            }
        };
        if *by_sample { text + " Dat is het gemiddelde: elke wereld heeft een eigen bedrag of aantal." } else { text }
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} en {last}", first.join(", ")),
        }
    }

    fn kicker(&self, place: &str, residents: &str, from: i32, to: i32) -> String {
        let years = if from == to { from.to_string() } else { format!("{from} tot en met {to}") };
        format!("{place} · {residents} · {years} · een simulatie, geen voorspelling")
    }

    fn scaled(&self, residents: &str, published: &str) -> String {
        format!(
            "Dit is de wijk in een andere maat: {residents} in plaats van {published}. Alle aantallen en bedragen horen bij die maat."
        )
    }

    fn title(&self, base: &str, variant: &str) -> String {
        format!("{variant}, vergeleken met {base}")
    }

    fn run_title(&self, name: &str) -> String {
        format!("{name}, op zichzelf")
    }

    fn lead_need(&self, variant: &str, verdict: Verdict) -> String {
        match verdict {
            Verdict::Better | Verdict::Lower => {
                format!("Met “{variant}” zijn er minder mensen met ernstige problemen zonder hulp.")
            }
            Verdict::Worse | Verdict::Higher => {
                format!("Met “{variant}” zijn er meer mensen met ernstige problemen zonder hulp.")
            }
            Verdict::NoDifference => {
                format!("Met “{variant}” blijven ongeveer evenveel mensen met ernstige problemen zonder hulp.")
            }
            _ => format!("Of “{variant}” minder mensen met ernstige problemen zonder hulp laat, is onbeslist."),
        }
    }

    fn lead_second(&self, difference: Option<f64>, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::NoDifference => "Ongeveer evenveel mensen krijgen hulp uit de tweede lijn.",
            Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => {
                "Of meer of minder mensen hulp uit de tweede lijn krijgen, is onbeslist."
            }
            _ if difference.is_some_and(|x| x < 0.0) => "Minder mensen krijgen hulp uit de tweede lijn.",
            _ => "Meer mensen krijgen hulp uit de tweede lijn.",
        }
    }

    fn lead_cost(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Better | Verdict::Lower => "De gemeente betaalt minder.",
            Verdict::Worse | Verdict::Higher => "De gemeente betaalt meer.",
            Verdict::NoDifference => "De gemeente betaalt ongeveer evenveel.",
            _ => "Of de gemeente meer of minder betaalt, is onbeslist.",
        }
    }

    fn figure_line(&self, name: &str, middle: &str, low: &str, high: &str) -> String {
        format!("{name}: {middle} ({}).", self.range(low, high))
    }

    fn cost_line(&self, horizon: &str, range: &str, years: u32, term: Option<(&str, &str, i32)>) -> String {
        let whole = format!("Kosten voor de gemeente: {horizon} {} ({range}).", per_year(years));
        match term {
            Some((text, range, year)) => {
                format!("{whole} In deze collegeperiode, tot en met {year}: {text} per jaar ({range}).")
            }
            None => whole,
        }
    }

    fn payers_line(&self, cheaper: &[String], dearer: &[String], undecided: &[String]) -> String {
        let mut parts = Vec::new();
        if !cheaper.is_empty() {
            parts.push(format!("Goedkoper voor: {}.", self.list(cheaper)));
        }
        if !dearer.is_empty() {
            parts.push(format!("Duurder voor: {}.", self.list(dearer)));
        }
        if !undecided.is_empty() {
            parts.push(format!("Onbeslist voor: {}.", self.list(undecided)));
        }
        if parts.is_empty() { "Geen enkele betaler merkt een verschil van belang.".to_owned() } else { parts.join(" ") }
    }

    fn guards_line(&self, worse: &[String]) -> String {
        format!("Slechter: {}.", self.list(worse))
    }

    fn undecided_line(&self, undecided: usize, of: usize) -> String {
        match undecided {
            0 => format!("Alle {of} kerncijfers hebben een oordeel."),
            1 => format!("Eén van de {of} kerncijfers is onbeslist."),
            n => format!("Van de {of} kerncijfers zijn er {n} onbeslist."),
        }
    }

    fn own_margins(&self, margins: &[String]) -> String {
        format!("Let op: deze grenzen zijn achteraf gekozen, niet vooraf: {}.", self.list(margins))
    }

    fn people(&self) -> &'static str {
        "mensen"
    }

    fn cards_intro(&self, base: &str, variant: &str, years: u32, samples: u32) -> String {
        let brackets = match samples {
            1 => "Er is maar één wereld doorgerekend. Een marge is er daarom niet.".to_owned(),
            n if n < SAMPLES_FOR_A_BAND => {
                let of = counted(Lang::Nl, n, Things::Computed);
                format!("Tussen haakjes: ongeveer de laagste en de hoogste van {of}.")
            }
            _ => "Tussen haakjes: van laag tot hoog in 90 van de 100 doorgerekende werelden.".to_owned(),
        };
        format!("Verschil: “{variant}” min “{base}”, {}. {brackets}", per_year(years))
    }

    fn band(&self, samples: u32) -> String {
        match samples {
            1 => String::new(),
            n if n < SAMPLES_FOR_A_BAND => format!("band: ongeveer laagste tot hoogste van {n} werelden"),
            _ => "band: 90 van de 100 werelden".to_owned(),
        }
    }

    fn range(&self, low: &str, high: &str) -> String {
        format!("van {low} tot {high}")
    }

    fn worlds(&self, (worlds, of): (u32, u32), _: Measure, more: bool) -> String {
        format!(
            "In {worlds} van de {} {}.",
            counted(Lang::Nl, of, Things::Computed),
            if more { "meer" } else { "minder" }
        )
    }

    fn of(&self, worlds: u32, of: u32) -> String {
        format!("{worlds} van {of}")
    }

    fn term(&self, year: i32, text: &str) -> String {
        format!("Tot en met {year}: {text} per jaar.")
    }

    fn back_in(&self, year: Option<i32>, start: i32, years: u32) -> String {
        match year {
            None => format!("Niet binnen {years} jaar"),
            Some(year) if year <= start => format!("Vanaf {start}"),
            Some(year) => format!("In {year}"),
        }
    }

    fn back_year(&self, year: Option<i32>) -> String {
        year.map_or_else(|| "nooit".to_owned(), |year| year.to_string())
    }

    fn back_range(&self, earliest: Option<i32>, latest: Option<i32>) -> String {
        match (earliest, latest) {
            (None, None) => "in bijna alle werelden nooit".to_owned(),
            (Some(early), None) => format!("van {early} tot nooit"),
            (Some(early), Some(late)) => format!("van {early} tot {late}"),
            (None, Some(late)) => format!("tot {late}"),
        }
    }

    fn never(&self, payer: &str, (worlds, of): (u32, u32)) -> String {
        format!("{payer}: nooit in {worlds} van de {}.", counted(Lang::Nl, of, Things::Computed))
    }

    fn own_tolerance(&self, share: &str, stated: bool) -> String {
        if stated { format!("±{share}") } else { format!("±{share} (aanname)") }
    }

    fn own_source(&self, source: &str, year: Option<i32>, tolerance: &str) -> String {
        let named = if source.is_empty() { "uw eigen cijfer".to_owned() } else { format!("uw eigen cijfer: {source}") };
        let year = year.map(|year| year.to_string()).unwrap_or_default();
        joined([named, year].into_iter(), tolerance)
    }

    fn own_conversion(&self, simulated: &str, counted: &str) -> String {
        format!(
            "Er zijn {simulated} nagebootst. Aantallen en euro's van het model zijn omgerekend naar {counted}, zoals in uw cijfers."
        )
    }

    fn checks_line(&self, fit: usize, of: usize, missed: &[String]) -> String {
        let first = match of {
            0 => "Geen enkel cijfer kon worden gecontroleerd.".to_owned(),
            1 if fit == 1 => "Het ene gecontroleerde cijfer klopt.".to_owned(),
            1 => "Het ene gecontroleerde cijfer klopt niet.".to_owned(),
            _ => {
                format!("Van de {of} gecontroleerde cijfers {} er {fit}.", if fit == 1 { "klopt" } else { "kloppen" })
            }
        };
        if missed.is_empty() { first } else { format!("{first} Dit klopt niet: {}.", self.list(missed)) }
    }

    fn course(&self, course: Course) -> String {
        let word = |sign| match sign {
            Sign::Dearer => "duurder",
            Sign::Cheaper => "goedkoper",
            Sign::Same => "geen verschil van belang",
            Sign::Unsure => "onbeslist",
        };
        match course {
            Course::Only(sign) => format!("Voor de gemeente {} in dit ene jaar.", word(sign)),
            Course::From(first, last) if first == last => {
                format!("Voor de gemeente {} in het eerste en in het laatste jaar.", word(first))
            }
            Course::From(first, last) => {
                format!("Voor de gemeente {} in het eerste jaar, {} in het laatste.", word(first), word(last))
            }
            Course::Dearer(Trend::Less) => {
                "Duurder voor de gemeente, in het eerste jaar meer dan in het laatste.".to_owned()
            }
            Course::Dearer(Trend::Same) => {
                "Duurder voor de gemeente in het eerste jaar, en ongeveer evenveel in het laatste.".to_owned()
            }
            Course::Dearer(Trend::More) => {
                "Duurder voor de gemeente in het eerste jaar, en in het laatste jaar nog meer.".to_owned()
            }
            Course::Cheaper(Trend::Less) => {
                "Goedkoper voor de gemeente, in het eerste jaar meer dan in het laatste.".to_owned()
            }
            Course::Cheaper(Trend::Same) => {
                "Goedkoper voor de gemeente in het eerste jaar, en ongeveer evenveel in het laatste.".to_owned()
            }
            Course::Cheaper(Trend::More) => {
                "Goedkoper voor de gemeente in het eerste jaar, en in het laatste jaar nog meer.".to_owned()
            }
        }
    }

    fn course_numbers(&self, first: (i32, &str), last: (i32, &str), split: bool) -> String {
        let start = if first.0 == last.0 { String::new() } else { format!("{}: {}. ", first.0, first.1) };
        let numbers = format!("{start}{}: {}.", last.0, last.1);
        if split {
            format!("{numbers} In {} zijn de werelden het niet eens over duurder of goedkoper.", last.0)
        } else {
            numbers
        }
    }

    fn prices(&self, year: i32) -> String {
        format!("Prijzen van {year}, zonder rente.")
    }

    fn discounted(&self, rate: &str, municipality: (&str, &str), all: (&str, &str)) -> String {
        format!(
            "Geld van later telt vaak minder mee. Stel: elk jaar later telt {rate} minder. Dan is het verschil voor de gemeente {} per jaar ({}). Voor alle betalers samen is het {} per jaar ({}).",
            municipality.0, municipality.1, all.0, all.1
        )
    }

    fn monitor_line(&self, same: usize, wrong: usize, of: usize) -> String {
        if same == of && of > 1 {
            return format!("In alle {of} regels wijst de monitor dezelfde kant op als het echte effect.");
        }
        let row = if of == 1 { "regel" } else { "regels" };
        let other = if wrong > 0 { format!(" In {wrong} wijst hij de andere kant op.") } else { String::new() };
        let text = format!("In {same} van {of} {row} wijst de monitor dezelfde kant op als het echte effect.{other}");
        match of - same - wrong {
            0 => text,
            rest => format!("{text} In {rest} verandert maar één van de twee."),
        }
    }

    fn monitor_gap(&self, indicator: &str, naive: &str, drift: Option<&str>, truth: &str) -> String {
        let first = format!("Het grootste verschil zit bij “{indicator}”.");
        match drift {
            None => format!("{first} De monitor toont {naive}, het echte effect is {truth}."),
            Some(drift) => format!(
                "{first} De monitor toont {naive}, en zonder het plan zou hij {drift} tonen. Het echte effect is {truth}. \
                 Ook zonder het plan komt het model na de start tot rust, en verandert de wijk."
            ),
        }
    }

    fn registered(&self, indicator: &str, year: i32) -> String {
        format!("{indicator}, {year}")
    }

    fn scale_model(&self, residents: &str) -> String {
        format!("Schaalmodel van {residents}, omgerekend")
    }

    fn carried_by(&self, name: &str) -> String {
        format!("Bijdrage van: {name}")
    }

    fn carry_nothing(&self, names: &str) -> String {
        format!("Van de andere terugkoppelingen is hier geen bijdrage te zien: {names}.")
    }

    fn scale_off(&self, figures: &[String]) -> String {
        format!(
            "Het schaalmodel komt niet overeen met uw wijk bij: {}. Lees die bijdragen alleen als richting.",
            self.list(figures)
        )
    }

    fn loop_name(&self, _: &'static str, dutch: &'static str) -> &'static str {
        dutch
    }

    fn why_intro(&self, samples: u32) -> String {
        let first = if samples == 1 {
            "de eerste wereld".to_owned()
        } else {
            format!("de eerste {}", counted(Lang::Nl, samples, Things::Samples))
        };
        format!(
            "We zetten steeds één terugkoppeling uit, in beide plannen. Wat dan van het verschil wegvalt, is haar bijdrage. Dat deden we in {first}, elk één keer."
        )
    }

    fn why_smaller(&self, residents: &str) -> String {
        format!(
            "Daarvoor namen we een schaalmodel: dezelfde samenstelling, met {residents}. De cijfers zijn omgerekend naar uw wijk."
        )
    }

    fn unpaid(&self, change: &str, low: &str, high: &str) -> String {
        format!(
            "Onbetaalde uren van familie en buren: {change} per week ({}). Die uren staan niet in euro's.",
            self.range(low, high)
        )
    }

    fn no_cost_yet(&self, payers: &[String]) -> String {
        format!("Het model kent nog geen kosten voor: {}.", self.list(payers))
    }

    fn groups_lines(&self, groups: &[Vec<String>; 4]) -> Vec<String> {
        let heads = ["Beter voor", "Slechter voor", "Onbeslist voor", "Geen verschil van belang voor"];
        let all: usize = groups.iter().map(Vec::len).sum();
        let line = |(head, groups): (&str, &Vec<String>)| match groups.len() {
            0 => None,
            n if n == all && n > 1 => Some(format!("{head} alle groepen.")),
            _ => Some(format!("{head}: {}.", self.list(groups))),
        };
        heads.into_iter().zip(groups).filter_map(line).collect()
    }

    fn need_finding(&self, year: i32, base: (&str, &str), variant: (&str, &str)) -> String {
        format!("In {year}: {} met “{}”, {} met “{}”.", base.1, base.0, variant.1, variant.0)
    }

    fn hours_finding(&self, first: &str, second: &str) -> String {
        format!("Eerste lijn: {first} per jaar. Tweede lijn: {second} per jaar.")
    }

    fn help_at_home(&self, hours: &str, euros: &str) -> String {
        format!("Hulp thuis telt apart: {hours} en {euros} per jaar.")
    }

    fn rate(&self, x: f64, euros: bool) -> String {
        let size = number(Lang::Nl, x.abs());
        let amount = if euros { format!("€\u{a0}{size}") } else { format!("{size}\u{a0}uur") };
        match x {
            x if x.abs() < 0.005 => amount,
            x => format!("{amount}\u{a0}{}", if x > 0.0 { "meer" } else { "minder" }),
        }
    }

    fn exchange(&self, exchange: Exchange, euros: bool, rate: &str, range: &str) -> String {
        let (one, fewer, more, many) = if euros {
            ("euro", "kost minder", "kost meer", "kost evenveel")
        } else {
            ("uur", "kost minder uren", "kost meer uren", "kost er evenveel")
        };
        match exchange {
            Exchange::Replaces => format!("Per {one} minder in de tweede lijn: {rate} in de eerste{range}."),
            Exchange::Reversed => {
                format!("Het gaat de andere kant op. Per {one} meer in de tweede lijn: {rate} in de eerste{range}.")
            }
            Exchange::FallsAlone => format!("De tweede lijn {fewer}, de eerste lijn {many}."),
            Exchange::RisesAlone => format!("De tweede lijn {more}, de eerste lijn {many}. Er wordt niets vervangen."),
            Exchange::BothFall => format!("De tweede lijn {fewer}, en de eerste ook: er wordt niets vervangen."),
            Exchange::BothRise => format!("De tweede lijn {more}, en de eerste ook: er wordt niets vervangen."),
            Exchange::Unclear if euros => {
                "In euro's is niet duidelijk of de tweede lijn groeit of krimpt. Hoeveel de eerste lijn overneemt, is dus niet te zeggen."
                    .to_owned()
            }
            Exchange::Unclear => {
                "In uren is niet duidelijk of de tweede lijn groeit of krimpt. Hoeveel de eerste lijn overneemt, is dus niet te zeggen."
                    .to_owned()
            }
        }
    }

    fn found_at_doors(&self, name: &str, found: &str, range: &str, worlds: Option<(u32, u32)>) -> String {
        let worlds = worlds.map_or_else(String::new, |(more, of)| {
            let others = if more < of {
                " In de andere werelden komt het team er niet aan toe, of vindt het niet meer."
            } else {
                ""
            };
            format!(" {}{others}", self.worlds((more, of), Measure::Count, true))
        });
        format!("{name}: {found} per jaar ({range}).{worlds}")
    }

    fn costs_finding(&self, base: (&str, &str), variant: (&str, &str)) -> String {
        format!("Alle betalers samen: {} per jaar met “{}”, {} met “{}”.", base.1, base.0, variant.1, variant.0)
    }

    fn worlds_intro(&self, samples: u32, replicates: u32, extra: u32) -> String {
        if samples == 1 {
            let times = match replicates + extra {
                1 => "één keer".to_owned(),
                n => format!("{n} keer"),
            };
            return format!("Wij rekenden 1 wereld door, {times}. Een andere wereld zou andere aannames hebben.");
        }
        let samples = counted(Lang::Nl, samples, Things::Samples);
        let times = if replicates == 1 { "elk één keer".to_owned() } else { format!("elk {replicates} keer") };
        let more = match extra {
            0 => String::new(),
            1 => ", en de eerste nog een keer".to_owned(),
            n => format!(", en de eerste {n} nog een keer"),
        };
        format!("Wij rekenden {samples} door, {times}{more}. Elke wereld heeft andere aannames.")
    }

    fn undecided_why(&self, name: &str, needs: Needs) -> String {
        let why = match needs {
            Needs::Computing { samples, replicates } => {
                let options = Needs::options(samples, replicates);
                return format!(
                    "{name}: onbeslist. Reken meer{options}: dat kan beslissen, of tonen dat er te weinig bekend is."
                );
            }
            Needs::Endless => "Het ligt op de grens zelf: langer rekenen beslist bijna niets.",
            Needs::Knowledge => "Langer rekenen helpt niet: er is te weinig bekend.",
        };
        format!("{name}: onbeslist. {why}")
    }

    fn tipping(&self, value: Option<&str>, unit: &str, low: &str, high: &str) -> String {
        match value {
            Some(value) => format!("Het oordeel kantelt bij {value}. Bekend is alleen: van {low} tot {high}{unit}."),
            None => format!("Bekend is alleen: van {low} tot {high}{unit}."),
        }
    }

    fn watch(&self, year: i32) -> String {
        format!("Let in {year} op:")
    }

    fn sign(&self, value: Option<&str>, (rises, euros): (bool, bool), (low, high): (&str, &str)) -> String {
        let (what, more, less) =
            if euros { ("plan", "duurder", "goedkoper") } else { ("verschil", "een plus", "een min") };
        let (above, below) = if rises { (more, less) } else { (less, more) };
        let says = match value {
            Some(value) => format!("Boven {value} is het {what} vaker {above}. Daaronder vaker {below}."),
            None if euros => format!("Hoe hoger dit is, hoe {above} het plan."),
            None => format!("Hoe hoger dit is, hoe {} het verschil.", if rises { "hoger" } else { "lager" }),
        };
        format!("{says} In 90 van de 100 werelden ligt het tussen {low} en {high}. Het is een teken, geen oorzaak.")
    }

    fn percent(&self, whole: &str) -> String {
        format!("{whole}\u{a0}%")
    }

    fn cumulative_finding(&self, years: u32, peak: Option<(i32, &str)>, end: (i32, &str)) -> String {
        let end_line = format!("Opgeteld tot eind {}: {}.", end.0, end.1);
        match peak {
            _ if years == 1 => end_line,
            Some((year, _)) if year == end.0 => {
                format!("De extra kosten zijn het hoogst aan het eind van {}: {}.", end.0, end.1)
            }
            Some((year, text)) => format!("De meeste extra kosten zijn er eind {year}: {text}. {end_line}"),
            None => format!("In geen enkel jaar zijn er, opgeteld, extra kosten. {end_line}"),
        }
    }

    fn step(&self, since: &Since, value: &str, ramp: Option<&str>) -> String {
        let since = match since {
            Since::Before => "al eerder".to_owned(),
            Since::Start(year) => format!("vanaf het begin ({year})"),
            Since::Date(date) => format!("vanaf {date}"),
        };
        match ramp {
            None => format!("{since}: {value}"),
            Some(ramp) => format!("{since}: {value}, bereikt in {ramp} jaar"),
        }
    }

    fn changes_between(&self, changes: usize) -> String {
        format!("daarna nog {changes} wijzigingen")
    }

    fn district_source(&self, name: &str, year: i32, attribution: &str) -> String {
        if attribution.is_empty() {
            format!("{name} is een verzonnen wijk.")
        } else {
            let of = if year == 0 { String::new() } else { format!(", {year}") };
            format!("Cijfers van {name}{of}: {attribution}")
        }
    }

    fn reproduce(&self, version: &str, samples: &str, replicates: u32, seed: u64) -> String {
        format!("kantel {version}; {samples} (samples); {replicates} keer per wereld (replicates); seed {seed}.")
    }

    fn describe_course(&self, first: (i32, &str), last: (i32, &str), range: &str) -> String {
        let start = if first.0 == last.0 { String::new() } else { format!("{}: {}. ", first.0, first.1) };
        format!("Lijn met een band. {start}{}: {}, met een band {range}. Boven nul is duurder.", last.0, last.1)
    }

    fn describe_lines(&self, what: &str, from: i32, to: i32) -> String {
        format!("{what}, van {from} tot en met {to}. De cijfers staan in de tabel eronder.")
    }
}
