//! Every wijk and municipality of the table in the box, by code or name.
//!
//! The table is CBS's file of 2018 with the columns that are read, and goes through the same reader as any file of CBS:
//! what it gives for a wijk is what the file gives. It holds wijken of 500 residents or more, and of some
//! municipalities none or a part; a second table, of all municipalities of 2022, tells which.

use std::collections::BTreeSet;

use super::document::nearest;
use super::kwb::{Choice, Figures, Import, Wijk, is_called, known_name, plain, without_addition};
use super::profile::DistrictProfile;
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text, text};

/// The wijken: CBS's columns of 2018 that are read, under two lines that say where they come from.
pub const WIJKEN: &str = include_str!("../../data/wijken_2018.csv");
/// The municipalities of 2022 with their residents, likewise.
pub const MUNICIPALITIES: &str = include_str!("../../data/gemeenten_2022.csv");

/// What diagnostics call the table.
const NAME: &str = "the table of wijken";
/// The share of a municipality's residents of 2022 below which its wijken of 2018 are called a part of it (assumption,
/// 0.9 to 1: few municipalities grow by more than a twentieth in four years).
const WHOLE: f64 = 0.95;
/// The municipalities of 2022 that were formed after 2018 (CBS, Gemeentelijke indeling of 2019 to 2022).
const FORMED_LATER: [&str; 13] = [
    "GM1954", "GM1959", "GM1960", "GM1961", "GM1963", "GM1966", "GM1969", "GM1970", "GM1978", "GM1979", "GM1980",
    "GM1982", "GM1991",
];

/// A wijk or a municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Code: `WK034403` or `GM0344`.
    pub code: String,
    /// Name; empty where a wijk has none of its own.
    pub name: String,
    /// The municipality of a wijk; empty for a municipality.
    pub municipality: String,
    /// Wijken of a municipality in the table; 1 for a wijk.
    pub wijken: usize,
    /// Residents in the table.
    pub residents: u32,
}

impl Place {
    fn of(wijk: Wijk<'_>) -> Self {
        let [code, name, municipality] = [wijk.code, wijk.name, wijk.municipality].map(str::to_owned);
        Self { code, name, municipality, wijken: 1, residents: wijk.residents }
    }

    /// Whether it is a municipality.
    pub fn is_municipality(&self) -> bool {
        self.code.starts_with("GM")
    }

    /// In words: `Overvecht, Utrecht`, `Deventer, 14 wijken`, or the municipality alone of a wijk without a name.
    pub fn title(&self) -> String {
        match (self.is_municipality(), self.name.as_str()) {
            (true, name) if self.wijken == 1 => format!("{name}, 1 wijk"),
            (true, name) => format!("{name}, {} wijken", self.wijken),
            (false, "") => self.municipality.clone(),
            (false, name) => format!("{name}, {}", self.municipality),
        }
    }

    /// In one line: code, name, municipality, residents.
    pub fn line(&self) -> Text {
        let (code, title, residents) = (&self.code, self.title(), self.residents);
        text!("{code} {title}: {residents} residents", "{code} {title}: {residents} inwoners")
    }

    fn choice(&self) -> Choice<'_> {
        if self.is_municipality() { Choice::Municipality(&self.code) } else { Choice::Wijk(&self.code) }
    }
}

/// Why a code or name is no district.
#[derive(Clone, Debug, PartialEq)]
pub enum Unplaced {
    /// Several places have the name.
    Several(Vec<Place>),
    /// A municipality of which the table has no wijk.
    Lacking {
        /// Its name.
        municipality: String,
        /// Whether it was formed after 2018: its wijken stand under the municipalities of that time.
        is_later: bool,
        /// Wijken of that name elsewhere.
        elsewhere: Vec<Place>,
    },
    /// No place has it; the nearest ones.
    Nothing(Vec<Place>),
    /// The place is there and lacks figures.
    Figures(Vec<Diagnostic>),
}

/// The wijken of a place one by one.
#[derive(Clone, Debug)]
pub struct Wijken {
    /// The place.
    pub place: Place,
    /// The wijken with their profiles, in the order of their codes.
    pub found: Vec<Import>,
    /// Those that no population can be made of, with what they lack.
    pub left_out: Vec<(Place, Vec<Diagnostic>)>,
    /// What a reader must know of the place as a whole; sentences without a full stop.
    pub notes: Vec<Text>,
}

/// A municipality of 2022.
struct Today {
    code: String,
    name: String,
    residents: u32,
}

/// The tables, read.
pub struct Gazetteer {
    figures: Figures,
    municipalities: Vec<Place>,
    today: Vec<Today>,
}

impl Gazetteer {
    /// Reads the tables in the box.
    ///
    /// # Errors
    /// None, unless the tables were changed into something that cannot be read.
    pub fn embedded() -> Result<Self, Vec<Diagnostic>> {
        let figures = Figures::read(WIJKEN.as_bytes(), NAME)?;
        let mut municipalities: Vec<Place> = Vec::new();
        for wijk in figures.wijken() {
            let code = format!("GM{}", &wijk.code[2..6]);
            match municipalities.last_mut() {
                Some(last) if last.code == code => {
                    last.wijken += 1;
                    last.residents += wijk.residents;
                }
                _ => municipalities.push(Place {
                    code,
                    name: wijk.municipality.to_owned(),
                    municipality: String::new(),
                    wijken: 1,
                    residents: wijk.residents,
                }),
            }
        }
        Ok(Self { figures, municipalities, today: today() })
    }

    /// The profile of a wijk or municipality, by its code or name, or `NAME, MUNICIPALITY`; case and accents do not
    /// matter. Of a name that a municipality and wijken have, the municipality is meant.
    ///
    /// # Errors
    /// See [`Unplaced`].
    pub fn profile(&self, wanted: &str) -> Result<Import, Unplaced> {
        let (place, others) = self.find(wanted)?;
        let mut import = self.figures.import(place.choice()).map_err(Unplaced::Figures)?;
        let line = &place.line();
        let mut notes = vec![text!(
            "{line}, CBS 2018, from the table in the program",
            "{line}, CBS 2018, uit de tabel in het programma";
            line
        )];
        if let [first, ..] = others.as_slice() {
            let (code, other) = (&place.code, &first.code);
            notes.push(text!(
                "{code} is the municipality; the wijk of that name is {other}",
                "{code} is de gemeente; de wijk met die naam is {other}"
            ));
        }
        if place.is_municipality() {
            notes.push(self.coverage(&place));
        }
        import.notes.splice(0..0, notes);
        Ok(import)
    }

    /// The wijken of a municipality one by one, or the one wijk, by its code or name as in [`Gazetteer::profile`].
    ///
    /// # Errors
    /// See [`Unplaced`].
    pub fn wijken_of(&self, wanted: &str) -> Result<Wijken, Unplaced> {
        let (place, _) = self.find(wanted)?;
        let is_in = |wijk: &Wijk<'_>| wijk.code == place.code || wijk.code.get(2..6) == place.code.get(2..);
        let mut places: Vec<Place> = self.figures.wijken().filter(is_in).map(Place::of).collect();
        places.sort_by(|a, b| a.code.cmp(&b.code));
        let notes = if place.is_municipality() { vec![self.coverage(&place)] } else { Vec::new() };
        let mut wijken = Wijken { place, found: Vec::new(), left_out: Vec::new(), notes };
        for wijk in places {
            match self.figures.import(wijk.choice()) {
                Ok(import) => wijken.found.push(import),
                Err(problems) => wijken.left_out.push((wijk, problems)),
            }
        }
        Ok(wijken)
    }

    /// Every wijk that a population can be made of, in the order of the table.
    pub fn profiles(&self) -> Vec<DistrictProfile> {
        let wijken = self.figures.wijken();
        wijken.filter_map(|wijk| self.figures.import(Choice::Wijk(wijk.code)).ok()).map(|i| i.profile).collect()
    }

    /// The place of a code or name, and wijken that have the name too.
    fn find(&self, wanted: &str) -> Result<(Place, Vec<Place>), Unplaced> {
        let wanted = wanted.trim();
        let code = wanted.to_uppercase();
        if let Some(place) = self.places().find(|place| place.code == code) {
            return Ok((place, Vec::new()));
        }
        let municipalities = self.municipalities_called(wanted);
        let wijken = self.wijken_called(wanted);
        if municipalities.is_empty()
            && let Some(lacking) = self.lacking(wanted, &wijken)
        {
            return Err(lacking);
        }
        match (municipalities.as_slice(), wijken.as_slice()) {
            ([], []) => Err(Unplaced::Nothing(self.near(wanted))),
            ([one], _) => Ok((one.clone(), wijken)),
            ([], [one]) => Ok((one.clone(), Vec::new())),
            _ => Err(Unplaced::Several([municipalities, wijken].concat())),
        }
    }

    /// Every place, municipalities first, in the order of their codes.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.municipalities.iter().cloned().chain(self.figures.wijken().map(Place::of))
    }

    fn municipalities_called(&self, wanted: &str) -> Vec<Place> {
        let name = known_name(wanted);
        let of = |is_it: &dyn Fn(&Place) -> bool| -> Vec<Place> {
            self.municipalities.iter().filter(|m| is_it(m)).cloned().collect()
        };
        let exact = of(&|m| plain(&m.name) == name);
        if exact.is_empty() { of(&|m| plain(without_addition(&m.name)) == name) } else { exact }
    }

    /// Wijken of a name, or of `NAME, MUNICIPALITY`.
    fn wijken_called(&self, wanted: &str) -> Vec<Place> {
        let of = |name: &str, municipality: Option<&str>| -> Vec<Place> {
            let name = plain(name);
            let wijken = self.figures.wijken().filter(|w| !name.is_empty() && plain(w.name) == name);
            let is_in = |w: &Wijk<'_>| municipality.is_none_or(|m| plain(w.municipality) == known_name(m));
            wijken.filter(is_in).map(Place::of).collect()
        };
        let found = of(wanted, None);
        match wanted.rsplit_once(',') {
            Some((name, municipality)) if found.is_empty() => of(name, Some(municipality)),
            _ => found,
        }
    }

    /// A municipality of 2022 that has no wijk in the table.
    fn lacking(&self, wanted: &str, elsewhere: &[Place]) -> Option<Unplaced> {
        let (code, name) = (wanted.to_uppercase(), known_name(wanted));
        let is_it = |m: &&Today| m.code == code || plain(&m.name) == name;
        let found = self.today.iter().find(is_it).filter(|m| self.municipalities.iter().all(|o| o.code != m.code))?;
        Some(Unplaced::Lacking {
            municipality: found.name.clone(),
            is_later: FORMED_LATER.contains(&found.code.as_str()),
            elsewhere: elsewhere.to_vec(),
        })
    }

    /// The municipalities of 2022 without a wijk in the table: name, and whether they were formed after 2018.
    pub fn lacking_municipalities(&self) -> Vec<(String, bool)> {
        let lacks = |m: &&Today| self.municipalities.iter().all(|other| other.code != m.code);
        let told = |m: &Today| (m.name.clone(), FORMED_LATER.contains(&m.code.as_str()));
        self.today.iter().filter(lacks).map(told).collect()
    }

    /// How much of a municipality the table has, in words.
    fn coverage(&self, place: &Place) -> Text {
        let Place { name, wijken, residents, .. } = place;
        let Some(today) = self.today.iter().find(|m| m.code == place.code) else {
            return text!(
                "{name} is no municipality any more in 2022: whether these {residents} residents are all that it had \
                 is not known, as the table has no wijk of fewer than 500",
                "{name} is in 2022 geen gemeente meer: of deze {residents} inwoners alle inwoners waren, is niet \
                 bekend, want de tabel heeft geen wijken van minder dan 500"
            );
        };
        let all = today.residents;
        if f64::from(*residents) < WHOLE * f64::from(all) {
            return text!(
                "perhaps only a part of {name}: the table has {residents} residents of 2018, and the municipality had \
                 {all} in 2022. The table has no wijk of fewer than 500 residents, nor what joined or was built since",
                "misschien maar een deel van {name}: de tabel heeft {residents} inwoners van 2018, en de gemeente had \
                 er {all} in 2022. De tabel heeft geen wijken van minder dan 500 inwoners, en ook niet wat er daarna \
                 bij kwam of werd gebouwd"
            );
        }
        let word = if *wijken == 1 { "wijk" } else { "wijken" };
        text!(
            "{wijken} {word} of 500 residents or more with {residents} residents; {name} had {all} in 2022",
            "{wijken} {word} van 500 of meer inwoners, samen {residents} inwoners; {name} had er {all} in 2022"
        )
    }

    /// Places with a text at the beginning of a word of their name, of another name of theirs, or of their code or
    /// municipality; municipalities first.
    pub fn list(&self, text: &str) -> Vec<Place> {
        let (wanted, joined) = (words(text), plain(text));
        let of_text = |text: &str| format!(" {}", words(text)).contains(&format!(" {wanted}"));
        let has = |text: &str| of_text(text) || (!joined.is_empty() && plain(text).starts_with(&joined));
        let is_it = |place: &Place| {
            let municipality = if place.is_municipality() { &place.name } else { &place.municipality };
            [&place.code, &place.name, municipality].into_iter().any(|text| has(text))
                || is_called(municipality).any(has)
        };
        self.places().filter(is_it).collect()
    }

    /// What was probably meant by a text that names no place: places that have the text in their names, else those of a
    /// like name.
    pub fn near(&self, wanted: &str) -> Vec<Place> {
        let listed = if plain(wanted).len() < 3 { Vec::new() } else { self.list(wanted) };
        if !listed.is_empty() {
            return listed;
        }
        let all: Vec<Place> = self.places().collect();
        let is_code = wanted.chars().any(|c| c.is_ascii_digit());
        let called = |place: &Place| if is_code { place.code.clone() } else { place.name.clone() };
        let names: BTreeSet<String> = all.iter().map(called).filter(|name| !name.is_empty()).collect();
        let near = nearest(wanted, names.iter().map(String::as_str), 3);
        near.iter().flat_map(|name| all.iter().filter(|p| called(p) == **name)).cloned().collect()
    }
}

/// A text as lower-case words without accents or signs.
fn words(text: &str) -> String {
    let parts = text.split(|c: char| !c.is_alphanumeric()).map(plain).filter(|word| !word.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

fn today() -> Vec<Today> {
    let mut csv = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(MUNICIPALITIES.as_bytes());
    let records = csv.records().filter_map(Result::ok);
    let row = |record: csv::StringRecord| {
        let code = record.get(0).filter(|code| code.starts_with("GM"))?.to_owned();
        Some(Today { code, name: record.get(1)?.to_owned(), residents: record.get(2)?.parse().ok()? })
    };
    records.filter_map(row).collect()
}

/// The most places that are listed below a message.
const MOST: usize = 40;

impl Unplaced {
    /// The same as a problem with what was `wanted`; where it stands is the caller's to say.
    pub fn diagnostic(self, wanted: &str) -> Diagnostic {
        const ALLOWED: Text = Text::fixed(
            "the code or name of a wijk or municipality; kantel district --list TEXT finds them",
            "de code of naam van een wijk of gemeente; kantel district --list TEKST vindt ze",
        );
        let (message, allowed, help, places) = match self {
            Self::Several(places) => {
                let message = Text::fixed("the name of several places", "de naam van verschillende plaatsen");
                (message, Text::fixed("the code of one of them", "de code van een daarvan"), Text::default(), places)
            }
            Self::Lacking { municipality, is_later, elsewhere } => {
                let message = if is_later {
                    text!(
                        "{municipality} was formed after 2018: its wijken stand under the municipalities of that time",
                        "{municipality} ontstond na 2018: de wijken staan onder de gemeenten van toen"
                    )
                } else {
                    text!(
                        "the table has no wijk of the municipality {municipality}",
                        "de tabel heeft geen wijk van de gemeente {municipality}"
                    )
                };
                let allowed = Text::fixed(
                    "a profile of your own: kantel district FILE --municipality NAME, with a file of CBS",
                    "een eigen profiel: kantel district BESTAND --municipality NAAM, met een bestand van het CBS",
                );
                let help = Text::fixed(
                    "wijken of that name elsewhere, by their code",
                    "wijken met die naam elders, met hun code",
                );
                (message, allowed, if elsewhere.is_empty() { Text::default() } else { help }, elsewhere)
            }
            Self::Nothing(near) => {
                let help = Text::fixed("did you mean one of these?", "bedoelde u een van deze?");
                let message = Text::fixed(
                    "no such wijk or municipality in the table",
                    "deze wijk of gemeente staat niet in de tabel",
                );
                (message, ALLOWED, if near.is_empty() { Text::default() } else { help }, near)
            }
            Self::Figures(problems) => {
                let told = |lang| {
                    problems
                        .iter()
                        .map(|p| format!("{} {}", p.field, p.message.of(lang)))
                        .collect::<Vec<_>>()
                        .join("; ")
                };
                let (en, nl) = (told(Lang::En), told(Lang::Nl));
                let allowed = Text::fixed("a wijk with all figures", "een wijk met alle cijfers");
                (text!("{en}", "{nl}"), allowed, Text::default(), Vec::new())
            }
        };
        let mut listed: Vec<Text> = places.iter().take(MOST).map(Place::line).collect();
        if places.len() > MOST {
            let more = places.len() - MOST;
            listed.push(text!(
                "and {more} more: kantel district --list \"{wanted}\"",
                "en nog {more}: kantel district --list \"{wanted}\""
            ));
        }
        Diagnostic { message, allowed, help, listed, value: wanted.to_owned(), ..Diagnostic::default() }
    }
}
