//! CBS *Kerncijfers wijken en buurten* (KWB) as csv or csv.gz, into a district profile. Texts are UTF-8, or else
//! Windows-1252.
//!
//! Reads what CBS StatLine publishes (typed names with or without their number suffix, any case, decimal commas, a full
//! stop or nothing for "missing", trailing blanks in codes), comma or semicolon between fields. What is missing is
//! listed; nothing is invented: a figure that a population cannot be made without refuses the import, and what is taken
//! in the place of another is a note to print. So is it when the parts of summed counts are scaled to their totals: CBS
//! rounds every wijk by itself, and over many wijken that adds up.

mod columns;
mod table;

use std::collections::BTreeMap;
use std::io::Read;

use columns::Column;
use table::{Row, Table, are_digits};

use super::document::{Contradiction, MAX_NEIGHBOURHOODS, contradictions_of_sums, fit_to_totals, nearest};
use super::neighbourhoods::assumed_neighbourhoods;
use super::profile::{DistrictProfile, NeighbourhoodProfile};
use crate::diagnostics::Diagnostic;

/// Attribution to print wherever the figures are used.
pub const ATTRIBUTION: &str = "Bron: CBS, Kerncijfers wijken en buurten / Wmo-cliënten (CC BY 4.0)";
/// The most bytes that are read after decompression.
pub const MAX_BYTES: u64 = 256 << 20;

/// Which part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice<'a> {
    /// One wijk, by its code (`WK034403`).
    Wijk(&'a str),
    /// All wijken of a municipality, by its name: one profile whose neighbourhoods are the wijken.
    Municipality(&'a str),
}

/// A profile, and what a reader of it must know.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The profile.
    pub profile: DistrictProfile,
    /// What was missing and what was taken in its place, and what is an assumption; sentences without a full stop.
    pub notes: Vec<String>,
}

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

/// Reads one wijk or one municipality. `file` is what diagnostics call the file; a year in it counts where the file has
/// none.
///
/// # Errors
/// Diagnostics: not a KWB file, too large, unreadable numbers in the chosen rows, no such code or name (with the
/// nearest), or figures that are missing, all of them at once.
pub fn read(reader: impl Read, file: &str, choice: Choice<'_>) -> Result<Import, Vec<Diagnostic>> {
    let table = Table::read(reader, file)?;
    let rows = choose(&table, choice)?;
    let mut notes = Vec::new();
    if rows.iter().any(|row| row.is_of_windows) {
        notes.push("the file is not UTF-8: its names were read as Windows-1252".to_owned());
    }
    let (mut profile, summed) = match choice {
        Choice::Wijk(_) => (one(&table, rows[0], &mut notes)?, 1),
        Choice::Municipality(_) => many(&table, &rows, &mut notes)?,
    };
    let found = contradictions_of_sums(&profile, summed);
    if found.is_empty() {
        // A row is told as it is published.
        let scaled = if summed > 1 { fit_to_totals(&mut profile) } else { Vec::new() };
        if !scaled.is_empty() {
            notes.push(format!("the counts of each of the {summed} wijken are rounded: {}", scaled.join(", ")));
        }
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

/// The rows of a choice; never empty.
fn choose<'t>(table: &'t Table, choice: Choice<'_>) -> Result<Vec<&'t Row>, Vec<Diagnostic>> {
    let (wanted, field) = match choice {
        Choice::Wijk(code) => (code.trim(), "--wijk"),
        Choice::Municipality(name) => (name.trim(), "--municipality"),
    };
    if let (Choice::Wijk(_), Some(problem)) = (choice, of_another_region(table, wanted)) {
        return Err(vec![problem]);
    }
    let is_chosen = |r: &&Row| match choice {
        Choice::Wijk(_) => r.code.eq_ignore_ascii_case(wanted),
        Choice::Municipality(_) => r.municipality.to_lowercase() == wanted.to_lowercase(),
    };
    let rows: Vec<&Row> = table.rows.iter().filter(|r| r.is_wijk()).filter(is_chosen).collect();
    let twice: Vec<Diagnostic> = repeated(table, &rows);
    if !twice.is_empty() {
        return Err(twice);
    }
    if !rows.is_empty() {
        return Ok(rows);
    }
    let near: Vec<String> = match choice {
        Choice::Wijk(_) => near_wijken(table, wanted),
        Choice::Municipality(_) => {
            let names = table.rows.iter().filter(|r| r.is_wijk()).map(|r| r.municipality.as_str());
            nearest(wanted, names, 3).into_iter().map(str::to_owned).collect()
        }
    };
    Err(vec![Diagnostic {
        file: table.file.clone(),
        field: field.to_owned(),
        message: "not in this file; codes and names change between years".to_owned(),
        value: wanted.to_owned(),
        allowed: format!("one of the {} rows of the file", table.rows.len()),
        help: if near.is_empty() { String::new() } else { format!("did you mean {}?", near.join(", or ")) },
        ..Diagnostic::default()
    }])
}

/// A code that is no wijk's: what it is the code of, and what to name instead.
fn of_another_region(table: &Table, wanted: &str) -> Option<Diagnostic> {
    let code = wanted.to_uppercase();
    let (kind, digits) = [("country", "NL"), ("municipality", "GM"), ("buurt", "BU")]
        .into_iter()
        .find_map(|(kind, letters)| Some((kind, code.strip_prefix(letters).filter(|rest| are_digits(rest))?)))?;
    let help = match (kind, digits.get(..6)) {
        ("municipality", _) => {
            let wijk = format!("WK{digits}");
            let of_it = table.rows.iter().find(|r| r.is_wijk() && r.code.starts_with(&wijk));
            let name = of_it.map_or_else(|| "NAME".to_owned(), |r| format!("\"{}\"", r.municipality));
            format!("use --municipality {name}")
        }
        // A buurt's code is its wijk's with two digits more.
        ("buurt", Some(wijk)) if digits.len() == 8 => format!("it lies in wijk WK{wijk}"),
        ("buurt", _) => return None,
        _ => String::new(),
    };
    Some(Diagnostic {
        file: table.file.clone(),
        field: "--wijk".to_owned(),
        message: format!("the code of a {kind}, not of a wijk"),
        value: wanted.to_owned(),
        allowed: "WK and digits, such as WK034403".to_owned(),
        help,
        ..Diagnostic::default()
    })
}

/// Rows with the code of an earlier one: which of the two is meant cannot be known.
fn repeated(table: &Table, rows: &[&Row]) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut problems = Vec::new();
    for row in rows {
        let line = *first.entry(&row.code).or_insert(row.line);
        if line != row.line {
            problems.push(Diagnostic {
                field: Column::Code.title().to_owned(),
                message: format!("a second row of this code; the first is in line {line}"),
                value: row.code.clone(),
                allowed: "one row per wijk".to_owned(),
                ..table.diagnostic(row.line)
            });
        }
    }
    problems
}

/// Wijken whose code is near, or whose name is like what was asked for.
fn near_wijken(table: &Table, wanted: &str) -> Vec<String> {
    let label = |r: &Row| {
        let parts = [&r.code, &r.name, &r.municipality].map(|part| part.trim());
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let by_name = |r: &&Row| r.name.to_lowercase().contains(&wanted.to_lowercase());
    let mut found: Vec<String> = if wanted.chars().any(|c| c.is_ascii_digit()) || wanted.chars().count() < 3 {
        Vec::new()
    } else {
        table.rows.iter().filter(|r| r.is_wijk()).filter(by_name).take(3).map(label).collect()
    };
    if found.is_empty() {
        let codes = nearest(wanted, table.rows.iter().filter(|r| r.is_wijk()).map(|r| r.code.as_str()), 3);
        found = codes.iter().filter_map(|c| table.rows.iter().find(|r| r.code == *c)).map(label).collect();
    }
    found
}

/// The profile of one wijk.
fn one(table: &Table, row: &Row, notes: &mut Vec<String>) -> Result<DistrictProfile, Vec<Diagnostic>> {
    let mut problems = row.problems(table);
    if !problems.is_empty() {
        return Err(problems);
    }
    let needed = NEEDED.into_iter().chain(SHARES);
    problems.extend(needed.filter(|c| row.get(*c).is_none()).map(|c| lacks(table, row, c)));
    if !problems.is_empty() {
        return Err(problems);
    }
    if let Some(column) = [Column::Residents, Column::Households].into_iter().find(|c| row.get(*c) == Some(0.0)) {
        return Err(vec![Diagnostic {
            field: column.title().to_owned(),
            message: format!("nobody lives in {}: no population can be made", row.code),
            value: "0".to_owned(),
            allowed: "1 or more".to_owned(),
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
        notes.push(format!("{} is missing: there is no figure to compare the model's use with", Column::Wmo.title()));
    }
    if row.get(Column::Urbanity).is_none() {
        notes.push(format!("{} is missing: classed by {}", Column::Urbanity.title(), Column::Density.title()));
    }
    profile.neighbourhoods = assumed_neighbourhoods(profile.households);
    notes.push(match profile.neighbourhoods.len() {
        1 => "the wijk is taken as one neighbourhood: an assumption, there are no figures below the wijk".to_owned(),
        n => format!("its {n} neighbourhoods, their shares and deprivation are an assumption: there are no figures below the wijk"),
    });
    Ok(profile)
}

/// One profile of several wijken, and of how many: counts are sums, shares are weighted by households, neighbourhoods
/// are the wijken.
fn many(table: &Table, rows: &[&Row], notes: &mut Vec<String>) -> Result<(DistrictProfile, usize), Vec<Diagnostic>> {
    let problems: Vec<Diagnostic> = rows.iter().flat_map(|r| r.problems(table)).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let complete = |r: &&Row| NEEDED.iter().all(|c| r.get(*c).is_some());
    let (mut used, left): (Vec<&Row>, Vec<&Row>) = rows.iter().copied().partition(complete);
    if !left.is_empty() {
        let codes: Vec<&str> = left.iter().map(|r| r.code.as_str()).collect();
        notes.push(format!("left out, because counts are missing: {}", codes.join(", ")));
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
    let mut mean = |column: Column, notes: &mut Vec<String>| {
        let with: Vec<&&Row> = used.iter().filter(|r| r.get(column).is_some()).collect();
        if with.is_empty() {
            problems.push(lacks(table, first, column));
        } else if with.len() < used.len() {
            let (title, n, all) = (column.title(), with.len(), used.len());
            notes.push(format!(
                "{title} is missing in {} of {all} wijken: the mean of the other {n} stands for them",
                all - n
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
        notes.push(format!("urbanity is that of the largest wijk, {}", first.code));
    }
    profile.wmo_per_1000 = wmo(&used, notes);
    profile.neighbourhoods = wijken(&used, profile.households, low);
    notes.push(format!("the {} neighbourhoods are the wijken, with their own households and low incomes", used.len()));
    Ok((profile, used.len()))
}

/// Wmo clients per 1,000 over the wijken that have the figure.
fn wmo(used: &[&Row], notes: &mut Vec<String>) -> Option<f64> {
    let with: Vec<(f64, f64)> =
        used.iter().filter_map(|r| Some((r.get(Column::Wmo)?, r.get(Column::Residents)?))).collect();
    if with.len() < used.len() {
        let title = Column::Wmo.title();
        notes.push(format!("{title} is missing in {} of {} wijken", used.len() - with.len(), used.len()));
    }
    let residents: f64 = with.iter().map(|x| x.1).sum();
    (residents > 0.0).then(|| tidy(with.iter().map(|x| x.0 * x.1).sum::<f64>() / residents))
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
    let n = |column: Column| libm::round(row.get(column).unwrap_or_default()) as u32;
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
        urbanity: 0,
        wmo_per_1000: None,
        neighbourhoods: Vec::new(),
    }
}

fn add(to: &mut DistrictProfile, from: &DistrictProfile) {
    to.residents += from.residents;
    to.men += from.men;
    to.ages.iter_mut().zip(from.ages).for_each(|(a, b)| *a += b);
    to.households += from.households;
    to.single_households += from.single_households;
    to.childless_households += from.childless_households;
    to.family_households += from.family_households;
    to.births += from.births;
    to.deaths += from.deaths;
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

/// CBS's class, or its definition by addresses per square kilometre around.
fn urbanity(row: &Row) -> Option<u8> {
    if let Some(class) = row.get(Column::Urbanity) {
        return Some(class.clamp(1.0, 5.0) as u8);
    }
    let density = row.get(Column::Density)?;
    Some(1 + [2_500.0, 1_500.0, 1_000.0, 500.0].iter().filter(|limit| density < **limit).count() as u8)
}

fn year(table: &Table, row: &Row, notes: &mut Vec<String>) -> i32 {
    if let Some(year) = row.year {
        return year;
    }
    let digits: Vec<&str> = table.file.split(|c: char| !c.is_ascii_digit()).filter(|d| d.len() == 4).collect();
    if let Some(year) = digits.iter().rev().filter_map(|d| d.parse().ok()).find(|y| (2000..2100).contains(y)) {
        notes.push(format!("the file states no year: {year} is taken from its name"));
        return year;
    }
    notes.push("the year of the figures is missing: 0 is written".to_owned());
    0
}

/// A needed figure is missing: in the row, or everywhere because the file has no such column.
fn lacks(table: &Table, row: &Row, column: Column) -> Diagnostic {
    let nowhere = table.rows.iter().all(|r| r.get(column).is_none());
    let help = match column {
        Column::Low | Column::High if nowhere => "this year has no incomes per wijk; take the file of 2018".to_owned(),
        _ if nowhere => "take the file of another year, or write the profile by hand".to_owned(),
        _ => "CBS leaves small numbers out; take a larger wijk, or write the profile by hand".to_owned(),
    };
    let (message, line) = if table.has(column) {
        (format!("missing for {}", row.code), row.line)
    } else {
        ("the file has no such column".to_owned(), 1)
    };
    Diagnostic { field: column.title().to_owned(), message, help, ..table.diagnostic(line) }
}
