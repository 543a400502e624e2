//! Profiles as TOML: the built-in ones, what makes one contradict itself, and writing one so that reading it gives the
//! same profile. `scenario` reads them: a profile may also stand in a scenario, whole or over an inherited one.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::profile::DistrictProfile;
use crate::initialization::apportion;
use crate::language::{Lang, Text, text};

/// The profiles in the box, by their names.
macro_rules! profiles {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../scenarios/districts/", $name, ".toml"))),)+]
    };
}

/// Built-in profiles: name and text. Each is like a wijk of 2018 in the table, and they differ as much as wijken do.
pub const BUILTIN_PROFILES: &[(&str, &str)] = profiles![
    "overvecht",
    "leidsche-rijn",
    "bilgaard",
    "zeist-noord",
    "presikhaaf-west",
    "leiden-binnenstad-zuid",
    "de-groote-wielen",
    "oosterhout-centrum",
    "graft-de-rijp",
    "castricum-oost",
    "culemborg-oost",
    "enschede-binnenstad",
];

/// Most residents of a district.
pub const MAX_RESIDENTS: u32 = 20_000_000;
/// Most neighbourhoods of a district.
pub const MAX_NEIGHBOURHOODS: usize = 255;

/// Numbers of a profile that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The key that is told.
    pub key: &'static str,
    /// All keys that are compared.
    pub compares: &'static [&'static str],
    /// What is wrong.
    pub message: Text,
    /// What would be allowed.
    pub allowed: Text,
}

/// What in a profile contradicts itself; such a profile is refused. CBS rounds counts to five, so that a comparison of
/// n counts may be off by 5 n, or by a thousandth where that is more.
pub fn contradictions(p: &DistrictProfile) -> Vec<Contradiction> {
    contradictions_of_sums(p, 1)
}

/// What in a profile contradicts itself whose counts are sums over `rows` rows: each of them is rounded by itself.
pub(super) fn contradictions_of_sums(p: &DistrictProfile, rows: usize) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let most = p.residents;
    let up_to = |least: u32| text!("{least} to {most}", "{least} tot en met {most}");
    let mut add = |compares: &'static [&'static str], message: Text, allowed: Text| {
        found.push(Contradiction { key: compares[0], compares, message, allowed });
    };
    let ages: u64 = p.ages.iter().map(|n| u64::from(*n)).sum();
    let slack = |n: u32, parts: u64| (5 * parts * rows as u64).max(u64::from(n) / 1_000);
    if ages.abs_diff(p.residents.into()) > slack(p.residents, 6) {
        let (residents, off) = (p.residents, slack(p.residents, 6));
        add(
            &["ages", "residents"],
            text!(
                "the ages add to {ages}, not to the residents",
                "de leeftijden tellen op tot {ages}, niet tot de inwoners"
            ),
            text!("{residents} in sum, give or take {off}", "samen {residents}, met een speling van {off}"),
        );
    }
    if p.men > p.residents {
        add(&["men", "residents"], Text::fixed("more men than residents", "meer mannen dan inwoners"), up_to(0));
    }
    for (compares, most, what) in more_than_residents(p) {
        let what = &what;
        let allowed = text!("0 to {most}", "0 tot en met {most}");
        let message = if compares[1] == "ages" {
            text!("more {what} than residents of their ages", "meer {what} dan inwoners van die leeftijd"; what)
        } else {
            text!("more {what} than residents", "meer {what} dan inwoners"; what)
        };
        add(compares, message, allowed);
    }
    if p.households > p.residents {
        let message = Text::fixed("more households than residents", "meer huishoudens dan inwoners");
        add(&["households", "residents"], message, up_to(1));
    }
    let kinds = [p.single_households, p.childless_households, p.family_households];
    let kinds: u64 = kinds.iter().map(|n| u64::from(*n)).sum();
    if kinds.abs_diff(p.households.into()) > slack(p.households, 4) {
        let (households, off) = (p.households, slack(p.households, 4));
        let allowed = text!(
            "types that add to {households}, give or take {off}",
            "soorten die samen {households} zijn, met een speling van {off}"
        );
        add(
            &["households", "single_households", "childless_households", "family_households"],
            text!("the types of households add to {kinds}", "de soorten huishoudens tellen op tot {kinds}"),
            allowed,
        );
    }
    for (compares, sum) in [
        (&["low_income", "high_income"], p.low_income + p.high_income),
        (&["owner_occupied", "social_rent"], p.owner_occupied + p.social_rent),
    ] {
        if sum > 1.0 + 1e-9 {
            let other = compares[1];
            let message = text!("more than 1 together with {other}: {sum}", "samen met {other} meer dan 1: {sum}");
            add(compares, message, Text::fixed("0 to 1 together", "samen 0 tot en met 1"));
        }
    }
    let shares: f64 = p.neighbourhoods.iter().map(|n| n.share).sum();
    if (shares - 1.0).abs() > 1e-6 {
        add(
            &["neighbourhood"],
            text!("the shares add to {shares}", "de aandelen tellen op tot {shares}"),
            Text::fixed("shares that add to 1", "aandelen die samen 1 zijn"),
        );
    }
    found
}

/// Counts of persons, besides men, that are larger than the residents of an age who can be among them (the widowed 15
/// and over, those with benefits 15 to 64): their keys, how many these are but for rounding, and what they count.
fn more_than_residents(p: &DistrictProfile) -> impl Iterator<Item = (&'static [&'static str], u32, Text)> + use<> {
    let benefits = Text::fixed("disability benefits", "arbeidsongeschiktheidsuitkeringen");
    let of_age = |bands: &[u32]| bands.iter().copied().fold(5 * bands.len() as u32, u32::saturating_add);
    let counts: [(&'static [&'static str], Option<u32>, u32, Text); 4] = [
        (&["births", "residents"], Some(p.births), p.residents, Text::fixed("births", "geboorten")),
        (&["deaths", "residents"], Some(p.deaths), p.residents, Text::fixed("deaths", "sterfgevallen")),
        (&["widowed", "ages"], p.widowed, of_age(&p.ages[1..]), Text::fixed("widowed", "verweduwden")),
        (&["disability_benefits", "ages"], p.disability_benefits, of_age(&p.ages[1..4]), benefits),
    ];
    counts
        .into_iter()
        .filter(|(_, n, most, _)| n.is_some_and(|n| n > *most))
        .map(|(keys, _, most, what)| (keys, most, what))
}

/// Makes the parts of summed counts add to their totals: rounding row by row adds up over many rows. The ages are
/// apportioned to the residents and the types to the households by largest remainder; a total stays the sum of what is
/// published. What was changed, in words; nothing where the parts added up.
pub(super) fn fit_to_totals(p: &mut DistrictProfile) -> Vec<Text> {
    let mut changed = Vec::new();
    let mut fit = |parts: &mut [u32], total: u32, what: [&Text; 2]| {
        let sum: u64 = parts.iter().map(|n| u64::from(*n)).sum();
        if sum != u64::from(total) {
            let weights: Vec<f64> = parts.iter().map(|n| f64::from(*n)).collect();
            parts.copy_from_slice(&apportion(&weights, total));
            let [parts, whole] = what;
            changed.push(text!(
                "the {parts} add to {sum} and are scaled to the {total} {whole}",
                "de {parts} tellen op tot {sum} en zijn omgerekend naar de {total} {whole}";
                parts, whole
            ));
        }
    };
    let [ages, residents] = [Text::fixed("ages", "leeftijden"), Text::fixed("residents", "inwoners")];
    fit(&mut p.ages, p.residents, [&ages, &residents]);
    let mut types = [p.single_households, p.childless_households, p.family_households];
    let [kinds, households] =
        [Text::fixed("types of households", "soorten huishoudens"), Text::fixed("households", "huishoudens")];
    fit(&mut types, p.households, [&kinds, &households]);
    [p.single_households, p.childless_households, p.family_households] = types;
    changed
}

const AGES: Text =
    Text::fixed("0-14, 15-24, 25-44, 45-64, 65 years and over", "0-14, 15-24, 25-44, 45-64, 65 jaar en ouder");
const WIDOWED: Text = Text::fixed(
    "they tell how old those of 65 and over are; left out: as in the nation",
    "zij vertellen hoe oud de 65-plussers zijn; weggelaten: zoals in het land",
);
const DISABILITY: Text = Text::fixed(
    "persons who have one; left out: as in the nation",
    "personen die er een hebben; weggelaten: zoals in het land",
);
const URBANITY: Text = Text::fixed("1 very urban to 5 rural", "1 zeer stedelijk tot 5 landelijk");
const TO_COMPARE: Text = Text::fixed("to compare with; never an input", "om mee te vergelijken; nooit invoer");

/// The profile as TOML, with its remarks in a language, that reads back to the same profile.
pub fn profile_to_toml(profile: &DistrictProfile, lang: Lang) -> String {
    let p = profile;
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let mut out = String::from("schema_version = 1\n");
    // Writing to a String cannot fail.
    let mut line = |key: &str, value: String| {
        let _ = writeln!(out, "{key} = {value}");
    };
    line("code", quoted(&p.code));
    line("name", quoted(&p.name));
    line("municipality", quoted(&p.municipality));
    if p.year != 0 {
        line("year", p.year.to_string());
    }
    line("attribution", quoted(&p.attribution));
    line("residents", p.residents.to_string());
    line("men", p.men.to_string());
    line("ages", format!("{:?} # {}", p.ages, AGES.of(lang)));
    line("households", p.households.to_string());
    line("single_households", p.single_households.to_string());
    line("childless_households", p.childless_households.to_string());
    line("family_households", p.family_households.to_string());
    line("low_income", format!("{:?}", p.low_income));
    line("high_income", format!("{:?}", p.high_income));
    line("owner_occupied", format!("{:?}", p.owner_occupied));
    line("social_rent", format!("{:?}", p.social_rent));
    line("births", p.births.to_string());
    line("deaths", p.deaths.to_string());
    for (key, count, what) in
        [("widowed", p.widowed, WIDOWED), ("disability_benefits", p.disability_benefits, DISABILITY)]
    {
        if let Some(count) = count {
            line(key, format!("{count} # {}", what.of(lang)));
        }
    }
    line("urbanity", format!("{} # {}", p.urbanity, URBANITY.of(lang)));
    if let Some(wmo) = p.wmo_per_1000 {
        line("wmo_per_1000", format!("{wmo:?} # {}", TO_COMPARE.of(lang)));
    }
    for n in &p.neighbourhoods {
        let name = quoted(&n.name);
        let _ = writeln!(
            out,
            "\n[[neighbourhood]]\nname = {name}\nshare = {:?}\ndeprivation = {:?}",
            n.share, n.deprivation
        );
    }
    out
}

/// The `count` words nearest to `word`, nearest first; only those that are near at all.
pub(super) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>, count: usize) -> Vec<&'a str> {
    let word = word.to_lowercase();
    let known: BTreeSet<&str> = known.collect();
    let mut scored: Vec<(f64, &str)> =
        known.into_iter().map(|k| (strsim::jaro_winkler(&word, &k.to_lowercase()), k)).filter(|s| s.0 > 0.8).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    scored.truncate(count);
    scored.into_iter().map(|s| s.1).collect()
}
