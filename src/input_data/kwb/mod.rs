//! CBS *Kerncijfers wijken en buurten* (KWB) in every form that CBS publishes, into a district profile.
//!
//! Text (csv, csv.gz; UTF-8, UTF-16 or else Windows-1252; comma, semicolon or tab between fields; titles above the
//! header; decimal commas; a full stop, `NA`, -99997 or nothing for "missing"; trailing blanks in codes) and workbooks
//! (`.xlsx`, `.xls`). What is missing is listed; nothing is invented: a figure that a population cannot be made without
//! refuses the import, and what is taken in the place of another is a note to print. So is it when the parts of summed
//! counts are scaled to their totals: CBS rounds every wijk by itself, and over many wijken that adds up.

mod choice;
mod columns;
mod file;
mod plausible;
mod source;
mod table;
mod workbook;

use std::io::Read;
use std::path::Path;

pub(super) use choice::{is_called, known_name, without_addition};

pub use choice::Choice;
use choice::choose;
use columns::Column;
pub(super) use columns::plain;
pub use plausible::rare_of;
pub use source::MAX_BYTES;
use table::{Row, Table};

use super::document::{Contradiction, MAX_NEIGHBOURHOODS, contradictions_of_sums, fit_to_totals, nearest};
use super::neighbourhoods::assumed_neighbourhoods;
use super::profile::{DistrictProfile, NeighbourhoodProfile};
use super::whole::sum_of_known;
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text, text};

/// Attribution to print wherever the figures are used.
pub const ATTRIBUTION: &str = "Bron: CBS, Kerncijfers wijken en buurten / Wmo-cliënten (CC BY 4.0)";

/// A profile, and what a reader of it must know.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The profile.
    pub profile: DistrictProfile,
    /// What was missing and what was taken in its place, and what is an assumption; sentences without a full stop.
    pub notes: Vec<Text>,
}

const NOT_FOUND: Text = Text::fixed("not found under a known name", "niet gevonden onder een bekende naam");

/// Figures that a population cannot be made without.
const NEEDED: [Column; 13] = [
    Column::Residents,
    Column::Men,
    Column::Age0,
    Column::Age15,
    Column::Age25,
    Column::Age45,
    Column::Age65,
    Column::Households,
    Column::Single,
    Column::Childless,
    Column::Family,
    Column::Births,
    Column::Deaths,
];
/// Shares that are needed too; for a municipality those wijken count that have them.
const SHARES: [Column; 4] = [Column::Low, Column::High, Column::Owned, Column::Social];

/// The wijken of a file.
pub struct Figures {
    table: Table,
}

/// A wijk of a file: who it is and how many live there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wijk<'f> {
    pub(super) code: &'f str,
    /// Without CBS's number in front; empty where it has no name of its own.
    pub(super) name: &'f str,
    pub(super) municipality: &'f str,
    pub(super) residents: u32,
}

/// A wijk of a file with all that a population is made of, and the figure that the model is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Complete {
    /// The profile.
    pub profile: DistrictProfile,
    /// Persons with a Wmo service in the year, per 1,000 residents.
    pub wmo: f64,
}

impl Figures {
    /// Every wijk that has all of it, in the file's order.
    ///
    /// # Errors
    /// Diagnostics, where the file has no column of some of it, or one that is empty.
    pub fn complete(&self) -> Result<Vec<Complete>, Vec<Diagnostic>> {
        let rows = &self.table.rows;
        let Some(first) = rows.first() else { return Ok(Vec::new()) };
        let needed = NEEDED.into_iter().chain(SHARES).chain([Column::Wmo]);
        let is_empty = |column: &Column| rows.iter().all(|row| row.get(*column).is_none());
        let problems: Vec<Diagnostic> = needed.filter(is_empty).map(|c| lacks(&self.table, first, c)).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let of = |row: &Row| {
            let wmo = row.get(Column::Wmo)?;
            let profile = import(&self.table, Choice::Wijk(&row.code)).ok()?.profile;
            Some(Complete { profile, wmo })
        };
        Ok(rows.iter().filter_map(of).collect())
    }

    /// Wijken in the file, whole or not.
    pub fn len(&self) -> usize {
        self.table.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.table.rows.is_empty()
    }

    /// The codes of the wijken of a municipality, by its name or code.
    ///
    /// # Errors
    /// Diagnostics: no such municipality, with the nearest.
    pub fn codes_in(&self, municipality: &str) -> Result<Vec<String>, Vec<Diagnostic>> {
        let rows = choose(&self.table, Choice::Municipality(municipality))?;
        Ok(rows.into_iter().map(|row| row.code.clone()).collect())
    }

    /// Reads all wijken. `file` is what diagnostics call the file; a year in it counts where the file has none.
    ///
    /// # Errors
    /// Diagnostics: not a KWB file, too large or unreadable.
    pub fn read(reader: impl Read, file: &str) -> Result<Self, Vec<Diagnostic>> {
        Ok(Self { table: Table::read(reader, file)? })
    }

    /// One wijk or one municipality.
    ///
    /// # Errors
    /// Diagnostics: unreadable numbers in the chosen rows, no such code or name (with the nearest), or figures that are
    /// missing, all of them at once.
    pub fn import(&self, choice: Choice<'_>) -> Result<Import, Vec<Diagnostic>> {
        import(&self.table, choice)
    }

    /// The wijken in the file's order.
    pub(super) fn wijken(&self) -> impl Iterator<Item = Wijk<'_>> {
        self.table.rows.iter().map(|row| Wijk {
            code: &row.code,
            name: own_name(&row.name),
            municipality: &row.municipality,
            residents: row.get(Column::Residents).unwrap_or_default() as u32,
        })
    }
}

/// Reads one wijk or one municipality: [`Figures::read`], then [`Figures::import`].
///
/// # Errors
/// Those of both.
pub fn read(reader: impl Read, file: &str, choice: Choice<'_>) -> Result<Import, Vec<Diagnostic>> {
    Figures::read(reader, file)?.import(choice)
}

fn import(table: &Table, choice: Choice<'_>) -> Result<Import, Vec<Diagnostic>> {
    let rows = choose(table, choice)?;
    let impossible = plausible::impossible(table, &rows);
    if !impossible.is_empty() {
        return Err(impossible);
    }
    let mut notes = Vec::new();
    if rows.iter().any(|row| row.is_of_windows) {
        notes.push(Text::fixed(
            "the file is not UTF-8: its names were read as Windows-1252",
            "het bestand is geen UTF-8: de namen zijn gelezen als Windows-1252",
        ));
    }
    let (mut profile, summed) = match choice {
        Choice::Wijk(_) => (one(table, rows[0], &mut notes)?, 1),
        Choice::Municipality(_) => many(table, &rows, &mut notes)?,
    };
    let found = contradictions_of_sums(&profile, summed);
    if found.is_empty() {
        // A row is told as it is published.
        let scaled = if summed > 1 { fit_to_totals(&mut profile) } else { Vec::new() };
        if !scaled.is_empty() {
            let join = |lang| scaled.iter().map(|one: &Text| one.of(lang)).collect::<Vec<_>>().join(", ");
            let (en, nl) = (join(Lang::En), join(Lang::Nl));
            notes.push(text!(
                "the counts of each of the {summed} wijken are rounded: {en}",
                "de aantallen van elk van de {summed} wijken zijn afgerond: {nl}"
            ));
        }
        notes.extend(plausible::rare(table, &profile));
        return Ok(Import { profile, notes });
    }
    let diagnostic = |c: Contradiction| Diagnostic {
        field: c.key.to_owned(),
        message: c.message,
        allowed: c.allowed,
        ..table.diagnostic(rows[0].line)
    };
    Err(found.into_iter().map(diagnostic).collect())
}

/// The profile of one wijk.
fn one(table: &Table, row: &Row, notes: &mut Vec<Text>) -> Result<DistrictProfile, Vec<Diagnostic>> {
    let mut problems = row.problems(table);
    if !problems.is_empty() {
        return Err(problems);
    }
    let needed = NEEDED.into_iter().chain(SHARES);
    problems.extend(needed.filter(|c| row.get(*c).is_none()).map(|c| lacks(table, row, c)));
    if !problems.is_empty() {
        return Err(problems);
    }
    let code = &row.code;
    if let Some(column) = [Column::Residents, Column::Households].into_iter().find(|c| row.get(*c) == Some(0.0)) {
        return Err(vec![Diagnostic {
            field: column.title().to_owned(),
            message: text!(
                "nobody lives in {code}: no population can be made",
                "in {code} woont niemand: er is geen bevolking te maken"
            ),
            value: "0".to_owned(),
            allowed: Text::fixed("1 or more", "1 of meer"),
            ..table.diagnostic(row.line)
        }]);
    }
    let mut profile = counts(row);
    profile.code.clone_from(&row.code);
    profile.name = if row.name.is_empty() { row.code.clone() } else { short_name(&row.name).to_owned() };
    profile.municipality.clone_from(&row.municipality);
    profile.year = year(table, row, notes);
    let share = |column: Column| row.get(column).unwrap_or_default() / 100.0;
    profile.low_income = tidy(share(Column::Low));
    profile.high_income = tidy(share(Column::High));
    profile.owner_occupied = tidy(share(Column::Owned));
    profile.social_rent = tidy(share(Column::Social));
    profile.urbanity = urbanity(row).ok_or_else(|| vec![lacks(table, row, Column::Urbanity)])?;
    profile.wmo_per_1000 = row.get(Column::Wmo);
    if profile.wmo_per_1000.is_none() {
        notes.push(without_wmo(table));
    }
    if row.get(Column::Urbanity).is_none() {
        let what = absence(table, Column::Urbanity);
        let (title, other) = (Column::Urbanity.title(), Column::Density.title());
        notes.push(text!("{title} is {what}: classed by {other}", "{title} {what}: ingedeeld naar {other}"; what));
    }
    profile.neighbourhoods = assumed_neighbourhoods(profile.households);
    notes.push(match profile.neighbourhoods.len() {
        1 => Text::fixed(
            "the wijk is taken as one neighbourhood: an assumption, there are no figures below the wijk",
            "de wijk telt als één buurt: een aanname, onder de wijk zijn er geen cijfers",
        ),
        n => text!(
            "its {n} neighbourhoods, their shares and deprivation are an assumption: there are no figures below the \
             wijk",
            "de {n} buurten, hun aandelen en hun achterstand zijn een aanname: onder de wijk zijn er geen cijfers"
        ),
    });
    Ok(profile)
}

/// One profile of several wijken, and of how many: counts are sums, shares are weighted by households, neighbourhoods
/// are the wijken.
fn many(table: &Table, rows: &[&Row], notes: &mut Vec<Text>) -> Result<(DistrictProfile, usize), Vec<Diagnostic>> {
    let problems: Vec<Diagnostic> = rows.iter().flat_map(|r| r.problems(table)).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let complete = |r: &&Row| NEEDED.iter().all(|c| r.get(*c).is_some());
    let (mut used, left): (Vec<&Row>, Vec<&Row>) = rows.iter().copied().partition(complete);
    if !left.is_empty() {
        let codes: Vec<&str> = left.iter().map(|r| r.code.as_str()).collect();
        let codes = codes.join(", ");
        notes.push(text!(
            "left out, because counts are missing: {codes}",
            "weggelaten, omdat aantallen ontbreken: {codes}"
        ));
    }
    let households = |r: &Row| r.get(Column::Households).unwrap_or_default();
    used.retain(|r| households(r) > 0.0);
    used.sort_by(|a, b| households(b).total_cmp(&households(a)).then(a.code.cmp(&b.code)));
    used.truncate(MAX_NEIGHBOURHOODS);
    let Some(first) = used.first() else {
        return Err(NEEDED.iter().map(|c| lacks(table, rows[0], *c)).collect());
    };
    let mut profile = counts(first);
    for row in &used[1..] {
        add(&mut profile, &counts(row));
    }
    let mut problems = Vec::new();
    let mut mean = |column: Column, notes: &mut Vec<Text>| {
        let with: Vec<&&Row> = used.iter().filter(|r| r.get(column).is_some()).collect();
        if with.is_empty() {
            problems.push(lacks(table, first, column));
        } else if with.len() < used.len() {
            let (title, n, all) = (column.title(), with.len(), used.len());
            let lacking = all - n;
            notes.push(text!(
                "{title} is missing in {lacking} of {all} wijken: the mean of the other {n} stands for them",
                "{title} ontbreekt in {lacking} van {all} wijken: daarvoor telt het gemiddelde van de andere {n}"
            ));
        }
        let weight: f64 = with.iter().map(|r| households(r)).sum();
        with.iter().map(|r| r.get(column).unwrap_or_default() / 100.0 * households(r)).sum::<f64>() / weight.max(1.0)
    };
    let [low, high, owned, social] = SHARES.map(|column| mean(column, notes));
    if !problems.is_empty() {
        return Err(problems);
    }
    (profile.low_income, profile.high_income) = (tidy(low), tidy(high));
    (profile.owner_occupied, profile.social_rent) = (tidy(owned), tidy(social));
    profile.name.clone_from(&first.municipality);
    profile.municipality.clone_from(&first.municipality);
    profile.code = first.code.get(2..6).map_or_else(String::new, |digits| format!("GM{digits}"));
    profile.year = year(table, first, notes);
    profile.urbanity = urbanity(first).ok_or_else(|| vec![lacks(table, first, Column::Urbanity)])?;
    if used.len() > 1 {
        let code = &first.code;
        notes.push(text!(
            "urbanity is that of the largest wijk, {code}",
            "de stedelijkheid is die van de grootste wijk, {code}"
        ));
    }
    profile.wmo_per_1000 = wmo(table, &used, notes);
    profile.neighbourhoods = wijken(&used, profile.households, low);
    profile.order_neighbourhoods();
    notes.push(match used.len() {
        1 => Text::fixed("the one neighbourhood is the wijk", "de ene buurt is de wijk"),
        count => text!(
            "the {count} neighbourhoods are the wijken, with their own households and low incomes",
            "de {count} buurten zijn de wijken, met hun eigen huishoudens en lage inkomens"
        ),
    });
    Ok((profile, used.len()))
}

/// Wmo clients per 1,000 over the wijken that have the figure.
fn wmo(table: &Table, used: &[&Row], notes: &mut Vec<Text>) -> Option<f64> {
    let with: Vec<(f64, f64)> =
        used.iter().filter_map(|r| Some((r.get(Column::Wmo)?, r.get(Column::Residents)?))).collect();
    if with.len() < used.len() {
        let (title, all) = (Column::Wmo.title(), used.len());
        let lacking = all - with.len();
        notes.push(if table.has(Column::Wmo) {
            text!("{title} is missing in {lacking} of {all} wijken", "{title} ontbreekt in {lacking} van {all} wijken")
        } else {
            without_wmo(table)
        });
    }
    let residents: f64 = with.iter().map(|x| x.1).sum();
    (residents > 0.0).then(|| tidy(with.iter().map(|x| x.0 * x.1).sum::<f64>() / residents))
}

/// That there are no Wmo clients.
fn without_wmo(table: &Table) -> Text {
    let (title, what) = (Column::Wmo.title(), absence(table, Column::Wmo));
    text!(
        "{title} is {what}: there is no figure to compare the model's use with",
        "{title} {what}: er is geen cijfer om het gebruik in het model mee te vergelijken";
        what
    )
}

/// Wijken as neighbourhoods, with shares that add to exactly 1 in four decimals.
fn wijken(used: &[&Row], households: u32, low: f64) -> Vec<NeighbourhoodProfile> {
    let mut found: Vec<NeighbourhoodProfile> = used
        .iter()
        .map(|r| {
            let own = r.get(Column::Low).map_or(low, |percent| percent / 100.0);
            NeighbourhoodProfile {
                name: if r.name.is_empty() { r.code.clone() } else { short_name(&r.name).to_owned() },
                share: tidy(r.get(Column::Households).unwrap_or_default() / f64::from(households.max(1))),
                deprivation: if low > 0.0 { tidy((own / low).min(10.0)) } else { 1.0 },
            }
        })
        .collect();
    let others: f64 = found[1..].iter().map(|n| n.share).sum();
    found[0].share = tidy(1.0 - others);
    found
}

/// Counts of one row; the rest of the profile is empty.
fn counts(row: &Row) -> DistrictProfile {
    let count = |column: Column| row.get(column).map(|n| libm::round(n) as u32);
    let n = |column: Column| count(column).unwrap_or_default();
    DistrictProfile {
        code: String::new(),
        name: String::new(),
        municipality: String::new(),
        year: 0,
        attribution: ATTRIBUTION.to_owned(),
        residents: n(Column::Residents),
        men: n(Column::Men),
        ages: [Column::Age0, Column::Age15, Column::Age25, Column::Age45, Column::Age65].map(n),
        households: n(Column::Households),
        single_households: n(Column::Single),
        childless_households: n(Column::Childless),
        family_households: n(Column::Family),
        low_income: 0.0,
        high_income: 0.0,
        owner_occupied: 0.0,
        social_rent: 0.0,
        births: n(Column::Births),
        deaths: n(Column::Deaths),
        widowed: count(Column::Widowed),
        disability_benefits: count(Column::Disability),
        urbanity: 0,
        wmo_per_1000: None,
        neighbourhoods: Vec::new(),
    }
}

fn add(to: &mut DistrictProfile, from: &DistrictProfile) {
    let before = to.residents;
    to.residents += from.residents;
    to.men += from.men;
    to.ages.iter_mut().zip(from.ages).for_each(|(a, b)| *a += b);
    to.households += from.households;
    to.single_households += from.single_households;
    to.childless_households += from.childless_households;
    to.family_households += from.family_households;
    to.births += from.births;
    to.deaths += from.deaths;
    to.widowed = sum_of_known([(to.widowed, before), (from.widowed, from.residents)]);
    to.disability_benefits =
        sum_of_known([(to.disability_benefits, before), (from.disability_benefits, from.residents)]);
}

/// A number of four decimals: more than CBS publishes, and the same when written and read.
fn tidy(x: f64) -> f64 {
    libm::round(x * 10_000.0) / 10_000.0
}

/// A wijk's name without CBS's number in front (`Wijk 03 Overvecht`).
fn short_name(name: &str) -> &str {
    let rest = name.strip_prefix("Wijk ").map_or(name, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    if rest.trim().is_empty() { name } else { rest.trim() }
}

/// The same; nothing where a number is all that there is (`Wijk 03`).
fn own_name(name: &str) -> &str {
    let short = short_name(name);
    let is_number = |rest: &str| rest.trim().bytes().all(|b| b.is_ascii_digit());
    if short.strip_prefix("Wijk").is_some_and(is_number) { "" } else { short }
}

/// CBS's class, or its definition by addresses per square kilometre around.
fn urbanity(row: &Row) -> Option<u8> {
    if let Some(class) = row.get(Column::Urbanity) {
        return Some(class.clamp(1.0, 5.0) as u8);
    }
    let density = row.get(Column::Density)?;
    Some(1 + [2_500.0, 1_500.0, 1_000.0, 500.0].iter().filter(|limit| density < **limit).count() as u8)
}

/// The year of the figures: of the row, above the header or in the file's name; 0 where nobody says it.
fn year(table: &Table, row: &Row, notes: &mut Vec<Text>) -> i32 {
    if let Some(year) = row.year {
        return year;
    }
    let name = Path::new(&table.file).file_name().map(|name| name.to_string_lossy().into_owned());
    for (text, from) in [
        (table.title.as_str(), Text::fixed("its title", "de titel van het bestand")),
        (&name.unwrap_or_default(), Text::fixed("its name", "de naam van het bestand")),
    ] {
        if let Some(year) = year_in(text) {
            notes.push(text!(
                "the rows state no year: {year} is taken from the file by {from}",
                "de rijen noemen geen jaar: {year} komt uit {from}";
                from
            ));
            return year;
        }
    }
    notes.push(Text::fixed(
        "neither the file nor its name says the year of the figures: add it to the profile as year = YYYY",
        "het bestand noemt het jaar van de cijfers niet en zijn naam ook niet: zet het in het profiel als year = JJJJ",
    ));
    0
}

/// The last number of a text that is a year of this century.
fn year_in(text: &str) -> Option<i32> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.rev().filter_map(|digits| digits.parse().ok()).find(|year| (2000..2100).contains(year))
}

/// What to call it that a figure is not there: *missing* only in a column that is known.
const fn absence(table: &Table, column: Column) -> Text {
    if table.has(column) { Text::fixed("missing", "ontbreekt") } else { NOT_FOUND }
}

/// A needed figure is not there: in the row, in all rows, or because no column of it is known.
fn lacks(table: &Table, row: &Row, column: Column) -> Diagnostic {
    let field = table.title_of(column);
    if !table.has(column) {
        let alike = table.alike(column);
        let names = alike.join(", ");
        let help = if alike.is_empty() {
            Text::default()
        } else {
            text!("columns with a name like it: {names}", "kolommen met een naam die erop lijkt: {names}")
        };
        return Diagnostic { field, message: NOT_FOUND, help, ..table.diagnostic(table.header_line()) };
    }
    let nowhere = table.rows.iter().all(|r| r.get(column).is_none());
    let help = match column {
        Column::Low | Column::High if nowhere => Text::fixed(
            "this file has no incomes of any wijk; that of 2018 has them",
            "dit bestand heeft van geen enkele wijk inkomens; dat van 2018 heeft ze wel",
        ),
        _ if nowhere => Text::fixed(
            "no wijk has it in this file; take the file of another year, or write the profile by hand",
            "geen enkele wijk heeft het in dit bestand; neem het bestand van een ander jaar, of schrijf het profiel \
             zelf",
        ),
        _ => Text::fixed(
            "CBS leaves small numbers out; take a larger wijk, or write the profile by hand",
            "het CBS laat kleine aantallen weg; neem een grotere wijk, of schrijf het profiel zelf",
        ),
    };
    let code = &row.code;
    let message = text!("missing for {code}", "ontbreekt bij {code}");
    Diagnostic { field, message, help, ..table.diagnostic(row.line) }
}
