//! `lives.csv`, `lives_drawn.csv` and `work_weeks.csv`: one household, and one professional, under two scenarios,
//! written and read back.

use std::path::Path;

use super::FolderError;
use super::columns::{DRAWN, LIVES, LIVES_KIND, WORK};
use super::rows::{Row, rows};
use super::tables::FileTable;
use crate::entities::{Domain, Product, Route, Severity};
use crate::experiment::{ACTIVITIES, Drawn, HouseholdKind, Lives, Moment, Parts, Turn, WorkWeek};
use crate::language::Text;
use crate::observation::Table;

/// The first column of hours in `work_weeks.csv`.
const FIRST_HOURS: usize = 5;

/// The tables.
pub(super) fn tables(lives: &Lives) -> Vec<FileTable> {
    let mut courses = Table::new(LIVES.columns);
    for (name, course) in [&lives.base, &lives.variant].into_iter().zip(&lives.courses) {
        for moment in course {
            let Parts { event, domain, severity, route, product } = moment.turn.parts();
            courses.push(vec![
                name.clone().into(),
                moment.week.map_or(0, |week| week + 1).into(),
                letters(moment.member).into(),
                moment.age.into(),
                event.into(),
                domain.map(Domain::key).into(),
                severity.map(Severity::key).into(),
                route.map(Route::key).into(),
                product.map(Product::key).into(),
            ]);
        }
    }
    let Drawn { households, stayed, same, severe, candidates, fewer, more, about, long_waits } = lives.drawn;
    let mut drawn = Table::new(DRAWN.columns);
    let counts = [households, stayed, same, severe, candidates, fewer, more];
    let names = [lives.base.clone().into(), lives.variant.clone().into()];
    drawn.push(names.into_iter().chain(counts.map(Into::into)).collect());
    let mut tables = vec![(LIVES, courses), (DRAWN, drawn), (WORK, work(lives))];
    if lives.kind != HouseholdKind::Any {
        let mut kind = Table::new(LIVES_KIND.columns);
        kind.push(vec![lives.kind.key().into(), lives.all.into(), about.into(), long_waits.into()]);
        tables.push((LIVES_KIND, kind));
    }
    tables
}

fn work(lives: &Lives) -> Table {
    let mut table = Table::new(WORK.columns);
    for (name, weeks) in [&lives.base, &lives.variant].into_iter().zip(&lives.work) {
        for told in weeks {
            let WorkWeek { week, left, first_left, works, hours, cases, years, in_an_hour, learnt, strain } = *told;
            let mut row = vec![
                name.clone().into(),
                (week + 1).into(),
                left.into(),
                first_left.map(|week| f64::from(week + 1)).into(),
                (if works { "yes" } else { "no" }).into(),
            ];
            row.extend(hours.into_iter().chain([cases, years, in_an_hour, learnt, strain]).map(Into::into));
            table.push(row);
        }
    }
    table
}

/// Reads them back; `None` if the folder has none.
pub(super) fn read(dir: &Path) -> Result<Option<Lives>, FolderError> {
    if !dir.join(LIVES.name).exists() || !dir.join(DRAWN.name).exists() {
        return Ok(None);
    }
    let Some((base, variant, drawn)) = rows(dir, DRAWN, drawn)?.pop() else { return Ok(None) };
    let mut courses = [Vec::new(), Vec::new()];
    for (side, moment) in rows(dir, LIVES, |row| Ok((side(row, [&base, &variant])?, moment(row)?)))? {
        courses[side].push(moment);
    }
    let work = read_work(dir, [&base, &variant])?;
    let (kind, all, about, long_waits) = read_kind(dir)?.unwrap_or((HouseholdKind::Any, drawn.households, 0, 0));
    let drawn = Drawn { about, long_waits, ..drawn };
    Ok(Some(Lives { base, variant, kind, all, drawn, courses, work }))
}

/// Of which kind the household was to be, how many there are of any, and the counts of the kind; `None` where none was
/// asked for.
fn read_kind(dir: &Path) -> Result<Option<(HouseholdKind, u32, u32, u32)>, FolderError> {
    if !dir.join(LIVES_KIND.name).exists() {
        return Ok(None);
    }
    let kind = |row: &Row<'_>| {
        let unknown = || row.error(0, &Text::fixed("is no kind of household", "is geen soort huishouden"));
        Ok((HouseholdKind::of_key(&row.text(0)).ok_or_else(unknown)?, row.count(1)?, row.count(2)?, row.count(3)?))
    };
    Ok(rows(dir, LIVES_KIND, kind)?.pop())
}

/// Which of the two scenarios a row is of.
fn side(row: &Row<'_>, names: [&String; 2]) -> Result<usize, FolderError> {
    let name = row.text(0);
    names.into_iter().position(|n| *n == name).ok_or_else(|| {
        row.error(0, &Text::fixed("is no scenario of lives_drawn.csv", "is geen scenario uit lives_drawn.csv"))
    })
}

/// The weeks of a professional; none in a folder that has no such file.
fn read_work(dir: &Path, names: [&String; 2]) -> Result<[Vec<WorkWeek>; 2], FolderError> {
    let mut work = [Vec::new(), Vec::new()];
    if dir.join(WORK.name).exists() {
        for (side, told) in rows(dir, WORK, |row| Ok((side(row, names)?, work_week(row)?)))? {
            work[side].push(told);
        }
    }
    Ok(work)
}

fn work_week(row: &Row<'_>) -> Result<WorkWeek, FolderError> {
    let no_week = || row.error(1, &Text::fixed("is no week", "is geen week"));
    let mut numbers = [0.0; ACTIVITIES.len() + 5];
    for (i, number) in numbers.iter_mut().enumerate() {
        *number = row.needed(FIRST_HOURS + i)?;
    }
    let [hours @ .., cases, years, in_an_hour, learnt, strain] = numbers;
    Ok(WorkWeek {
        week: row.count(1)?.checked_sub(1).ok_or_else(no_week)?,
        left: row.count(2)?,
        first_left: row.number(3)?.map(|week| (week as u32).saturating_sub(1)),
        works: row.yes_no(4)?.unwrap_or_default(),
        hours,
        cases,
        years,
        in_an_hour,
        learnt,
        strain,
    })
}

fn drawn(row: &Row<'_>) -> Result<(String, String, Drawn), FolderError> {
    let drawn = Drawn {
        households: row.count(2)?,
        stayed: row.count(3)?,
        same: row.count(4)?,
        severe: row.count(5)?,
        candidates: row.count(6)?,
        fewer: row.count(7)?,
        more: row.count(8)?,
        ..Drawn::default()
    };
    Ok((row.text(0), row.text(1), drawn))
}

fn moment(row: &Row<'_>) -> Result<Moment, FolderError> {
    let event = row.text(4);
    let parts = Parts {
        event: &event,
        domain: of_key(row, 5, &Domain::ALL, Domain::key)?,
        severity: of_key(row, 6, &Severity::ALL, Severity::key)?,
        route: of_key(row, 7, &Route::ALL, Route::key)?,
        product: of_key(row, 8, &Product::ALL, Product::key)?,
    };
    let turn = Turn::of_parts(parts).ok_or_else(|| {
        row.error(4, &Text::fixed("is no event with these parts", "is geen gebeurtenis met deze delen"))
    })?;
    let week = row.count(1)?.checked_sub(1);
    if turn.is_start() != week.is_none() {
        return Err(row.error(1, &Text::fixed("is no week for this event", "is geen week voor deze gebeurtenis")));
    }
    let member = member(&row.text(2)).ok_or_else(|| row.error(2, &Text::fixed("is no resident", "is geen inwoner")))?;
    Ok(Moment { week, member, age: row.count(3)?, turn })
}

/// What has a key; `None` of an empty field.
fn of_key<T: Copy>(
    row: &Row<'_>,
    column: usize,
    all: &[T],
    key: fn(T) -> &'static str,
) -> Result<Option<T>, FolderError> {
    let text = row.text(column);
    if text.is_empty() {
        return Ok(None);
    }
    all.iter()
        .copied()
        .find(|&x| key(x) == text)
        .map(Some)
        .ok_or_else(|| row.error(column, &Text::fixed("is none of its kind", "is niet een van zijn soort")))
}

/// The letters of a member: A to Z, then AA, AB, ...
pub(in crate::report) fn letters(member: u32) -> String {
    let letter = char::from(b'A' + (member % 26) as u8);
    match member / 26 {
        0 => letter.to_string(),
        more => letters(more - 1) + &letter.to_string(),
    }
}

/// The member with these letters.
fn member(letters: &str) -> Option<u32> {
    let mut number = 0_u32;
    for byte in letters.bytes() {
        let letter = byte.is_ascii_uppercase().then(|| u32::from(byte - b'A') + 1)?;
        number = number.checked_mul(26)?.checked_add(letter)?;
    }
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_activity_has_its_column() {
        let columns = WORK.columns.iter().map(|column| column.name).skip(FIRST_HOURS);
        assert!(columns.take(ACTIVITIES.len()).eq(ACTIVITIES));
    }

    #[test]
    fn members_have_letters_of_their_own() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
        for number in 0..2_000 {
            assert_eq!(member(&letters(number)), Some(number));
        }
        assert_eq!(["", "a", "A1"].map(member), [None; 3]);
    }
}
