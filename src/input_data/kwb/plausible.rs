//! Figures that no wijk has: refused where they cannot be, told where they are rare.

use super::columns::{Column, is_doubtful};
use super::table::{Row, Table};
use crate::diagnostics::Diagnostic;
use crate::input_data::profile::DistrictProfile;

/// The share of men between which a population of 100 or more is believed; the widest of 2,312 wijken of 2018 were 42 %
/// and 80 %.
const MEN: (f64, f64) = (0.2, 0.95);
/// The mean percentage from which `p_hh_li` is taken as the 40 % lowest incomes: over the country these are 40 % of
/// households, those below the low-income line some 7 %.
const LOWEST: f64 = 25.0;

/// Rows that cannot be right.
pub(super) fn impossible(table: &Table, rows: &[&Row]) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = rows.iter().filter_map(|row| fractions(table, row)).collect();
    found.extend(rows.iter().filter_map(|row| men(table, row)));
    found.extend(lowest_incomes(table));
    found
}

/// Shares as fractions where percentages are needed. The sums of homes that are owned and of corporations were 2 % and
/// more in all wijken of 2018.
fn fractions(table: &Table, row: &Row) -> Option<Diagnostic> {
    let shares = [Column::Owned, Column::Social, Column::Low, Column::High].map(|c| row.get(c));
    let known: Vec<f64> = shares.into_iter().flatten().collect();
    let is_fraction = known.len() == 4 && known.iter().all(|x| *x <= 1.0) && known.iter().any(|x| *x > 0.0);
    is_fraction.then(|| Diagnostic {
        field: Column::Owned.title().to_owned(),
        message: format!(
            "{} % of the homes of {} owned, {} % of corporations, {} % low incomes and {} % high: these are fractions",
            known[0], row.code, known[1], known[2], known[3]
        ),
        value: known[0].to_string(),
        allowed: "percentages, 0 to 100, as CBS publishes them".to_owned(),
        help: "multiply the shares by 100".to_owned(),
        ..table.diagnostic(row.line)
    })
}

fn men(table: &Table, row: &Row) -> Option<Diagnostic> {
    let (men, residents) = (row.get(Column::Men)?, row.get(Column::Residents)?);
    let is_believed = residents < 100.0 || (MEN.0..=MEN.1).contains(&(men / residents)) || men > residents;
    (!is_believed).then(|| Diagnostic {
        field: Column::Men.title().to_owned(),
        message: format!("{men} men among the {residents} residents of {} cannot be", row.code),
        value: men.to_string(),
        allowed: "some half of the residents, as a count".to_owned(),
        ..table.diagnostic(row.line)
    })
}

/// A column that CBS uses for two things, and that holds the other in this file.
fn lowest_incomes(table: &Table) -> Option<Diagnostic> {
    let name = table.name_of(Column::Low);
    let known: Vec<f64> = table.rows.iter().filter_map(|row| row.get(Column::Low)).collect();
    let mean = known.iter().sum::<f64>() / known.len().max(1) as f64;
    (is_doubtful(name) && mean >= LOWEST).then(|| Diagnostic {
        field: Column::Low.title().to_owned(),
        message: format!(
            "{name} is {mean:.0} % on average: those are the 40 % of lowest incomes, not households below the low-income \
             line"
        ),
        allowed: "p_hh_lkk, or HuishoudensMetEenLaagInkomen of StatLine".to_owned(),
        ..table.diagnostic(table.header_line())
    })
}

/// What is rare: outside what 998 of 1,000 wijken had in 2018 (CBS, Kerncijfers wijken en buurten, 2,312 wijken of 500
/// residents or more).
pub(super) fn rare(table: &Table, profile: &DistrictProfile) -> Vec<String> {
    let p = profile;
    let of = |part: u32, whole: u32| f64::from(part) / f64::from(whole.max(1));
    let ranges = [
        ("men of the residents", of(p.men, p.residents), 0.43, 0.67),
        ("households per resident", of(p.households, p.residents), 0.16, 0.86),
        ("children under 15 of the residents", of(p.ages[0], p.residents), 0.017, 0.35),
        ("people of 65 and over of the residents", of(p.ages[4], p.residents), 0.008, 0.59),
        ("one-person households", of(p.single_households, p.households), 0.1, 0.93),
        ("births of the residents", of(p.births, p.residents), 0.0, 0.04),
        ("deaths of the residents", of(p.deaths, p.residents), 0.0, 0.08),
        ("low incomes", p.low_income, 0.008, 0.28),
        ("high incomes", p.high_income, 0.022, 0.68),
        ("homes owned or of corporations", p.owner_occupied + p.social_rent, 0.03, 1.0 + 1e-9),
    ];
    let is_rare = |(_, x, low, high): &(&str, f64, f64, f64)| !(*low..=*high).contains(x);
    let mut notes: Vec<String> = ranges
        .into_iter()
        .filter(is_rare)
        .map(|(what, x, low, high)| {
            let [x, low, high] = [x, low, high].map(|share| libm::round(share * 1_000.0) / 10.0);
            format!("{what}: {x} %, where nearly all wijken had {low} to {high} % in 2018; look whether that is right")
        })
        .collect();
    if is_doubtful(table.name_of(Column::Low)) {
        notes.push(format!(
            "{} is read as households below the low-income line (some 7 % of all); CBS uses the name in some years for \
             the 40 % of lowest incomes",
            table.name_of(Column::Low)
        ));
    }
    notes
}
