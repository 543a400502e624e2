//! Figures that no wijk has: refused where they cannot be, told where they are rare.

use super::columns::{Column, is_doubtful};
use super::table::{Row, Table};
use crate::diagnostics::Diagnostic;
use crate::input_data::profile::DistrictProfile;
use crate::language::{Text, text};

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
        message: {
            let ([owned, social, low, high], code) = ([known[0], known[1], known[2], known[3]], &row.code);
            text!(
                "{owned} % of the homes of {code} owned, {social} % of corporations, {low} % low incomes and {high} % \
                 high: these are fractions",
                "{owned} % koopwoningen in {code}, {social} % van corporaties, {low} % lage inkomens en {high} % hoge: \
                 dit zijn breuken"
            )
        },
        value: known[0].to_string(),
        allowed: Text::fixed(
            "percentages, 0 to 100, as CBS publishes them",
            "percentages, 0 tot en met 100, zoals het CBS ze publiceert",
        ),
        help: Text::fixed("multiply the shares by 100", "vermenigvuldig de aandelen met 100"),
        ..table.diagnostic(row.line)
    })
}

fn men(table: &Table, row: &Row) -> Option<Diagnostic> {
    let (men, residents) = (row.get(Column::Men)?, row.get(Column::Residents)?);
    let is_believed = residents < 100.0 || (MEN.0..=MEN.1).contains(&(men / residents)) || men > residents;
    let code = &row.code;
    (!is_believed).then(|| Diagnostic {
        field: Column::Men.title().to_owned(),
        message: text!(
            "{men} men among the {residents} residents of {code} cannot be",
            "{men} mannen onder de {residents} inwoners van {code} kan niet"
        ),
        value: men.to_string(),
        allowed: Text::fixed("some half of the residents, as a count", "ongeveer de helft van de inwoners, als aantal"),
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
        message: text!(
            "{name} is {mean:.0} % on average: those are the 40 % of lowest incomes, not households below the \
             low-income line",
            "{name} is gemiddeld {mean:.0} %: dat zijn de 40 % laagste inkomens, niet de huishoudens onder de \
             lage-inkomensgrens"
        ),
        allowed: Text::fixed(
            "p_hh_lkk, or HuishoudensMetEenLaagInkomen of StatLine",
            "p_hh_lkk, of HuishoudensMetEenLaagInkomen van StatLine",
        ),
        ..table.diagnostic(table.header_line())
    })
}

/// What is rare: outside what 998 of 1,000 wijken had in 2018 (CBS, Kerncijfers wijken en buurten, 2,312 wijken of 500
/// residents or more).
pub(super) fn rare(table: &Table, profile: &DistrictProfile) -> Vec<Text> {
    let mut notes = rare_of(profile);
    let name = table.name_of(Column::Low);
    if is_doubtful(name) {
        notes.push(text!(
            "{name} is read as households below the low-income line (some 7 % of all); CBS uses the name in some years \
             for the 40 % of lowest incomes",
            "{name} is gelezen als huishoudens onder de lage-inkomensgrens (zo'n 7 % van alle); het CBS gebruikt de \
             naam in sommige jaren voor de 40 % laagste inkomens"
        ));
    }
    notes
}

/// The same of a profile, wherever it comes from.
pub fn rare_of(profile: &DistrictProfile) -> Vec<Text> {
    let p = profile;
    let of = |part: u32, whole: u32| f64::from(part) / f64::from(whole.max(1));
    let ranges = [
        (Text::fixed("men of the residents", "mannen onder de inwoners"), of(p.men, p.residents), 0.43, 0.67),
        (Text::fixed("households per resident", "huishoudens per inwoner"), of(p.households, p.residents), 0.16, 0.86),
        (
            Text::fixed("children under 15 of the residents", "kinderen onder 15 jaar onder de inwoners"),
            of(p.ages[0], p.residents),
            0.017,
            0.35,
        ),
        (
            Text::fixed("people of 65 and over of the residents", "mensen van 65 en ouder onder de inwoners"),
            of(p.ages[4], p.residents),
            0.008,
            0.59,
        ),
        (
            Text::fixed("one-person households", "eenpersoonshuishoudens"),
            of(p.single_households, p.households),
            0.1,
            0.93,
        ),
        (Text::fixed("births of the residents", "geboorten onder de inwoners"), of(p.births, p.residents), 0.0, 0.04),
        (
            Text::fixed("deaths of the residents", "sterfgevallen onder de inwoners"),
            of(p.deaths, p.residents),
            0.0,
            0.08,
        ),
        (Text::fixed("low incomes", "lage inkomens"), p.low_income, 0.008, 0.28),
        (Text::fixed("high incomes", "hoge inkomens"), p.high_income, 0.022, 0.68),
        (Text::fixed("homes that are owned", "koopwoningen"), p.owner_occupied, 0.02, 0.97),
        (Text::fixed("homes of corporations", "corporatiewoningen"), p.social_rent, 0.0, 0.82),
        (
            Text::fixed("homes owned or of corporations", "koopwoningen en corporatiewoningen samen"),
            p.owner_occupied + p.social_rent,
            0.03,
            1.0 + 1e-9,
        ),
    ];
    let is_rare = |(_, x, low, high): &(Text, f64, f64, f64)| !(*low..=*high).contains(x);
    let wmo = p.wmo_per_1000.map(|clients| {
        (Text::fixed("Wmo clients of the residents", "Wmo-cliënten onder de inwoners"), clients / 1_000.0, 0.006, 0.36)
    });
    ranges
        .into_iter()
        .chain(wmo)
        .filter(is_rare)
        .map(|(what, x, low, high)| {
            let [x, low, high] = [x, low, high].map(|share| libm::round(share * 1_000.0) / 10.0);
            text!(
                "{what}: {x} %, where nearly all wijken had {low} to {high} % in 2018; look whether that is right",
                "{what}: {x} %, terwijl bijna alle wijken in 2018 {low} tot {high} % hadden; kijk of dat klopt";
                what
            )
        })
        .collect()
}
