//! Which rows of a file are meant: a wijk by its code, a municipality by its name or code.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Column, plain};
use super::nearest;
use super::table::{Row, Table, is_region};
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};

/// What people call a municipality, and what statistics do.
const ALSO_CALLED: [(&str, &str); 14] = [
    ("Den Haag", "'s-Gravenhage"),
    ("The Hague", "'s-Gravenhage"),
    ("Den Bosch", "'s-Hertogenbosch"),
    ("Nuenen", "Nuenen, Gerwen en Nederwetten"),
    ("Kollumerland", "Kollumerland en Nieuwkruisland"),
    ("Ljouwert", "Leeuwarden"),
    ("Zuidwest-Friesland", "Súdwest-Fryslân"),
    ("De Friese Meren", "De Fryske Marren"),
    ("Tietjerksteradeel", "Tytsjerksteradiel"),
    ("Dantumadeel", "Dantumadiel"),
    ("Ferwerderadeel", "Ferwerderadiel"),
    ("Noordoost-Friesland", "Noardeast-Fryslân"),
    ("Bergen Limburg", "Bergen (L.)"),
    ("Bergen Noord-Holland", "Bergen (NH.)"),
];

/// The other names of a municipality.
pub(in crate::input_data) fn is_called(municipality: &str) -> impl Iterator<Item = &'static str> {
    let known = plain(municipality);
    ALSO_CALLED.into_iter().filter(move |(_, name)| plain(name) == known).map(|(called, _)| called)
}

/// The rows of a choice; never empty.
///
/// # Errors
/// No such code or name (with the nearest), a name of several municipalities, or two rows of one code.
pub(super) fn choose<'t>(table: &'t Table, choice: Choice<'_>) -> Result<Vec<&'t Row>, Vec<Diagnostic>> {
    let (rows, near, field, wanted) = match choice {
        Choice::Wijk(code) => {
            let wanted = code.trim();
            if let Some(problem) = of_another_region(table, wanted) {
                return Err(vec![problem]);
            }
            let rows: Vec<&Row> = table.rows.iter().filter(|r| r.code.eq_ignore_ascii_case(wanted)).collect();
            let near = if rows.is_empty() { near_wijken(table, wanted) } else { Vec::new() };
            (rows, near, "--wijk", wanted)
        }
        Choice::Municipality(name) => {
            let wanted = name.trim();
            (municipality(table, wanted)?, near_municipalities(table, wanted), "--municipality", wanted)
        }
    };
    let twice = repeated(table, &rows);
    if !twice.is_empty() {
        return Err(twice);
    }
    if !rows.is_empty() {
        return Ok(rows);
    }
    let count = table.rows.len();
    Err(vec![Diagnostic {
        message: Text::fixed(
            "not in this file; codes and names change between years",
            "staat niet in dit bestand; codes en namen veranderen van jaar tot jaar",
        ),
        allowed: text!(
            "one of the {count} wijken of the file, or a municipality of theirs",
            "een van de {count} wijken van het bestand, of een gemeente daarvan"
        ),
        help: did_you_mean(&near),
        ..about(table, field, wanted)
    }])
}

/// The names that are near.
fn did_you_mean(near: &[String]) -> Text {
    let (en, nl) = (near.join(", or "), near.join(", of "));
    if near.is_empty() { Text::default() } else { text!("did you mean {en}?", "bedoelde u {nl}?") }
}

fn about(table: &Table, field: &str, wanted: &str) -> Diagnostic {
    Diagnostic { file: table.file.clone(), field: field.to_owned(), value: wanted.to_owned(), ..Diagnostic::default() }
}

/// The wijken of a municipality, by its code (`GM0344`) or its name as people write it.
fn municipality<'t>(table: &'t Table, wanted: &str) -> Result<Vec<&'t Row>, Vec<Diagnostic>> {
    let of = |is_it: &dyn Fn(&Row) -> bool| -> Vec<&'t Row> { table.rows.iter().filter(|r| is_it(r)).collect() };
    if let Some(digits) = wanted.to_uppercase().strip_prefix("GM").filter(|rest| rest.len() == 4 && is_region(rest)) {
        return Ok(of(&|r| r.code.get(2..6) == Some(digits)));
    }
    let name = known_name(wanted);
    let rows = of(&|r| plain(&r.municipality) == name);
    if !rows.is_empty() {
        return Ok(rows);
    }
    // `Utrecht (gemeente)` in a file, or `Bergen` of which there are two.
    let rows = of(&|r| plain(without_addition(&r.municipality)) == name);
    let names: BTreeSet<&str> = rows.iter().map(|r| r.municipality.as_str()).collect();
    if names.len() > 1 {
        return Err(vec![Diagnostic {
            message: Text::fixed("the name of several municipalities", "de naam van verschillende gemeenten"),
            allowed: {
                let names: Vec<&str> = names.into_iter().collect();
                let (en, nl) = (names.join(", or "), names.join(", of "));
                text!("{en}", "{nl}")
            },
            ..about(table, "--municipality", wanted)
        }]);
    }
    Ok(rows)
}

/// A name as statistics have it, after [`plain`].
pub(in crate::input_data) fn known_name(wanted: &str) -> String {
    let lower = wanted.to_lowercase();
    let name = plain(lower.strip_prefix("gemeente ").unwrap_or(&lower).trim_end_matches(" (gemeente)"));
    ALSO_CALLED.iter().find(|(called, _)| plain(called) == name).map_or(name, |(_, known)| plain(known))
}

/// A municipality's name without what stands in parentheses behind it.
pub(in crate::input_data) fn without_addition(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(name, _)| name)
}

fn near_municipalities(table: &Table, wanted: &str) -> Vec<String> {
    let names = table.rows.iter().map(|r| r.municipality.as_str());
    nearest(wanted, names, 3).into_iter().map(str::to_owned).collect()
}

/// A code that is no wijk's: what it is the code of, and what to name instead.
fn of_another_region(table: &Table, wanted: &str) -> Option<Diagnostic> {
    let code = wanted.to_uppercase();
    let (kind, rest) = [("country", "NL", 2), ("municipality", "GM", 4), ("buurt", "BU", 8)]
        .into_iter()
        .find_map(|(kind, letters, length)| Some((kind, code.strip_prefix(letters).filter(|r| r.len() == length)?)))
        .filter(|(kind, rest)| *kind == "country" || is_region(rest))?;
    let help = match kind {
        "municipality" => {
            let of_it = table.rows.iter().find(|r| r.code.get(2..6) == Some(rest));
            let name = of_it.map_or_else(|| "NAME".to_owned(), |r| format!("\"{}\"", r.municipality));
            text!("use --municipality {name}", "gebruik --municipality {name}")
        }
        // A buurt's code is its wijk's with two digits more.
        "buurt" => {
            let wijk = &rest[..6];
            text!("it lies in wijk WK{wijk}", "die ligt in wijk WK{wijk}")
        }
        _ => Text::default(),
    };
    Some(Diagnostic {
        message: {
            let kind = match kind {
                "country" => Text::fixed("a country", "een land"),
                "municipality" => Text::fixed("a municipality", "een gemeente"),
                _ => Text::fixed("a buurt", "een buurt"),
            };
            text!("the code of {kind}, not of a wijk", "de code van {kind}, niet van een wijk"; kind)
        },
        allowed: Text::fixed(
            "WK, four digits and two digits or letters, such as WK034403",
            "WK, vier cijfers en twee cijfers of letters, zoals WK034403",
        ),
        help,
        ..about(table, "--wijk", wanted)
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
                message: text!(
                    "a second row of this code; the first is in line {line}",
                    "een tweede rij met deze code; de eerste staat op regel {line}"
                ),
                value: row.code.clone(),
                allowed: Text::fixed("one row per wijk", "één rij per wijk"),
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
        table.rows.iter().filter(by_name).take(3).map(label).collect()
    };
    if found.is_empty() {
        let codes = nearest(wanted, table.rows.iter().map(|r| r.code.as_str()), 3);
        found = codes.iter().filter_map(|c| table.rows.iter().find(|r| r.code == *c)).map(label).collect();
    }
    found
}

/// Which part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice<'a> {
    /// One wijk, by its code (`WK034403`).
    Wijk(&'a str),
    /// All wijken of a municipality, by its name or code (`GM0344`): one profile whose neighbourhoods are the wijken.
    Municipality(&'a str),
}
