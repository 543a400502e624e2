//! Profiles as TOML: read with every mistake in its place, written so that reading gives the same profile.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::profile::{DistrictProfile, NeighbourhoodProfile};
use crate::diagnostics::Diagnostic;

/// Built-in profiles: name and text.
pub const BUILTIN_PROFILES: &[(&str, &str)] =
    &[("overvecht", include_str!("../../scenarios/districts/overvecht.toml"))];

/// Most residents of a district.
pub const MAX_RESIDENTS: u32 = 20_000_000;
/// Most neighbourhoods of a district.
pub const MAX_NEIGHBOURHOODS: usize = 255;

const KEYS: [&str; 22] = [
    "schema_version",
    "code",
    "name",
    "municipality",
    "year",
    "attribution",
    "residents",
    "men",
    "ages",
    "households",
    "single_households",
    "childless_households",
    "family_households",
    "low_income",
    "high_income",
    "owner_occupied",
    "social_rent",
    "births",
    "deaths",
    "urbanity",
    "wmo_per_1000",
    "neighbourhood",
];
const OPTIONAL: [&str; 6] = ["code", "municipality", "year", "attribution", "wmo_per_1000", "neighbourhood"];
const AGES: &str = "five counts: 0-14, 15-24, 25-44, 45-64, 65 years and over";

/// The profile that a text describes, or every problem in it. `file` is what the problems call it.
///
/// # Errors
/// One diagnostic per mistake: syntax, unknown or missing keys, types, ranges, shares and counts that contradict each other.
pub fn parse_profile(text: &str, file: &str) -> Result<DistrictProfile, Vec<Diagnostic>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, file, problems: Vec::new() };
    for error in errors {
        reader.problem(error.span().unwrap_or(0..0), "", format!("not TOML: {}", error.message()), "");
    }
    let table = document.get_ref();
    reader.unknown(table, "", &KEYS);
    for key in KEYS.iter().filter(|k| !OPTIONAL.contains(k) && table.get(**k).is_none()) {
        reader.problem(0..0, key, "missing".to_owned(), "");
    }
    let profile = reader.profile(table);
    if reader.problems.is_empty() {
        reader.check(table, &profile);
    }
    if reader.problems.is_empty() { Ok(profile) } else { Err(reader.problems) }
}

struct Reader<'a> {
    text: &'a str,
    file: &'a str,
    problems: Vec<Diagnostic>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl Reader<'_> {
    fn problem(&mut self, span: Range<usize>, field: &str, message: String, allowed: &str) {
        let before = self.text.get(..span.start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        let written = self.text.get(span.clone()).unwrap_or_default().lines().next().unwrap_or_default();
        self.problems.push(Diagnostic {
            file: self.file.to_owned(),
            line: Some(before.matches('\n').count() + 1),
            column: Some(before[line_start..].chars().count() + 1),
            span: Some((span.start, span.end)),
            field: field.to_owned(),
            message,
            value: written.chars().take(60).collect(),
            allowed: allowed.to_owned(),
            help: String::new(),
        });
    }

    fn unknown(&mut self, table: &DeTable<'_>, path: &str, known: &[&str]) {
        for key in table.keys() {
            let name: &str = key.get_ref();
            if known.contains(&name) {
                continue;
            }
            self.problem(key.span(), &format!("{path}{name}"), "no such key".to_owned(), "");
            let near = nearest(name, known.iter().copied(), 1);
            if let (Some(problem), Some(near)) = (self.problems.last_mut(), near.first()) {
                problem.help = format!("did you mean '{near}'?");
            }
        }
    }

    fn number(&mut self, field: &str, value: &Value<'_>, low: f64, high: f64, whole: bool) -> f64 {
        let allowed = format!("{}{low} to {high}", if whole { "a whole number, " } else { "" });
        let number = match value.get_ref() {
            DeValue::Integer(i) => i64::from_str_radix(&i.as_str().replace('_', ""), i.radix()).ok().map(|n| n as f64),
            DeValue::Float(f) if !whole => f.as_str().replace('_', "").parse::<f64>().ok(),
            _ => {
                let found = value.get_ref().type_str();
                self.problem(value.span(), field, format!("a number is needed, not a {found}"), &allowed);
                return low;
            }
        };
        match number {
            Some(number) if number >= low && number <= high => number,
            _ => {
                self.problem(value.span(), field, "out of range".to_owned(), &allowed);
                low
            }
        }
    }

    fn text(&mut self, field: &str, value: &Value<'_>) -> String {
        match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            other => {
                let found = other.type_str();
                self.problem(value.span(), field, format!("text is needed, not a {found}"), "\"text\"");
                String::new()
            }
        }
    }

    fn profile(&mut self, table: &DeTable<'_>) -> DistrictProfile {
        if let Some(value) = table.get("schema_version") {
            self.number("schema_version", value, 1.0, 1.0, true);
        }
        let mut text = |key: &str| table.get(key).map_or_else(String::new, |v| self.text(key, v));
        let (code, name) = (text("code"), text("name"));
        let (municipality, attribution) = (text("municipality"), text("attribution"));
        let mut whole =
            |key: &str, low: f64, high: f64| table.get(key).map_or(0, |v| self.number(key, v, low, high, true) as u32);
        let most = f64::from(MAX_RESIDENTS);
        let year = whole("year", 0.0, 2_200.0) as i32;
        let (residents, men) = (whole("residents", 1.0, most), whole("men", 0.0, most));
        let households = whole("households", 1.0, most);
        let single_households = whole("single_households", 0.0, most);
        let childless_households = whole("childless_households", 0.0, most);
        let family_households = whole("family_households", 0.0, most);
        let (births, deaths) = (whole("births", 0.0, most), whole("deaths", 0.0, most));
        let urbanity = whole("urbanity", 1.0, 5.0) as u8;
        let mut share = |key: &str| table.get(key).map_or(0.0, |v| self.number(key, v, 0.0, 1.0, false));
        let (low_income, high_income) = (share("low_income"), share("high_income"));
        let (owner_occupied, social_rent) = (share("owner_occupied"), share("social_rent"));
        let wmo_per_1000 = table.get("wmo_per_1000").map(|v| self.number("wmo_per_1000", v, 0.0, 1_000.0, false));
        let ages = table.get("ages").map_or([0; 5], |v| self.ages(v));
        let neighbourhoods = match table.get("neighbourhood") {
            Some(value) => self.neighbourhoods(value),
            None => vec![NeighbourhoodProfile { name: name.clone(), share: 1.0, deprivation: 1.0 }],
        };
        DistrictProfile {
            code,
            name,
            municipality,
            year,
            attribution,
            residents,
            men,
            ages,
            households,
            single_households,
            childless_households,
            family_households,
            low_income,
            high_income,
            owner_occupied,
            social_rent,
            births,
            deaths,
            urbanity,
            wmo_per_1000,
            neighbourhoods,
        }
    }

    fn ages(&mut self, value: &Value<'_>) -> [u32; 5] {
        let Some(array) = value.get_ref().as_array().filter(|a| a.len() == 5) else {
            self.problem(value.span(), "ages", "not a list of five counts".to_owned(), AGES);
            return [0; 5];
        };
        let mut ages = [0; 5];
        for (age, item) in ages.iter_mut().zip(array.iter()) {
            *age = self.number("ages", item, 0.0, f64::from(MAX_RESIDENTS), true) as u32;
        }
        ages
    }

    fn neighbourhoods(&mut self, value: &Value<'_>) -> Vec<NeighbourhoodProfile> {
        const NEEDED: [&str; 3] = ["name", "share", "deprivation"];
        let items: Vec<&Value<'_>> = value.get_ref().as_array().map(|a| a.iter().collect()).unwrap_or_default();
        if items.is_empty() || items.len() > MAX_NEIGHBOURHOODS {
            let allowed = format!("1 to {MAX_NEIGHBOURHOODS} tables [[neighbourhood]]");
            self.problem(value.span(), "neighbourhood", "not a list of neighbourhoods".to_owned(), &allowed);
        }
        let mut found = Vec::new();
        for item in items {
            let Some(table) = item.get_ref().as_table() else {
                self.problem(item.span(), "neighbourhood", "not a table".to_owned(), "[[neighbourhood]]");
                continue;
            };
            self.unknown(table, "neighbourhood.", &NEEDED);
            for key in NEEDED.iter().filter(|k| table.get(**k).is_none()) {
                self.problem(item.span(), &format!("neighbourhood.{key}"), "missing".to_owned(), "");
            }
            let name = table.get("name").map_or_else(String::new, |v| self.text("neighbourhood.name", v));
            let mut number = |key: &str, high: f64| {
                table.get(key).map_or(0.0, |v| self.number(&format!("neighbourhood.{key}"), v, 0.0, high, false))
            };
            found.push(NeighbourhoodProfile {
                name,
                share: number("share", 1.0),
                deprivation: number("deprivation", 10.0),
            });
        }
        found
    }

    /// What the numbers must satisfy together.
    fn check(&mut self, table: &DeTable<'_>, p: &DistrictProfile) {
        for (field, message, allowed) in contradictions(p) {
            let span = table.get(field).map_or(0..0, Spanned::span);
            self.problem(span, field, message, &allowed);
        }
    }
}

/// What in a profile contradicts itself, as field, message and what would be allowed. CBS rounds counts to five, so a sum of
/// n counts may be off by 5 n; empty for every profile that a population can be made from.
pub fn contradictions(p: &DistrictProfile) -> Vec<(&'static str, String, String)> {
    let mut found = Vec::new();
    let ages: u64 = p.ages.iter().map(|n| u64::from(*n)).sum();
    let slack = |n: u32, parts: u64| (5 * parts).max(u64::from(n) / 1_000);
    if ages.abs_diff(p.residents.into()) > slack(p.residents, 6) {
        let allowed = format!("{} in sum, give or take {}", p.residents, slack(p.residents, 6));
        found.push(("ages", format!("the ages add to {ages}, not to the residents"), allowed));
    }
    if p.men > p.residents {
        found.push(("men", "more men than residents".to_owned(), format!("0 to {}", p.residents)));
    }
    if p.households > p.residents {
        found.push(("households", "more households than residents".to_owned(), format!("1 to {}", p.residents)));
    }
    let kinds = [p.single_households, p.childless_households, p.family_households];
    let kinds: u64 = kinds.iter().map(|n| u64::from(*n)).sum();
    if kinds.abs_diff(p.households.into()) > slack(p.households, 4) {
        let allowed = format!("types that add to {}, give or take {}", p.households, slack(p.households, 4));
        found.push(("households", format!("the types of households add to {kinds}"), allowed));
    }
    for (field, other, sum) in [
        ("low_income", "high_income", p.low_income + p.high_income),
        ("owner_occupied", "social_rent", p.owner_occupied + p.social_rent),
    ] {
        if sum > 1.0 + 1e-9 {
            found.push((field, format!("more than 1 together with {other}: {sum}"), "0 to 1 together".to_owned()));
        }
    }
    let shares: f64 = p.neighbourhoods.iter().map(|n| n.share).sum();
    if (shares - 1.0).abs() > 1e-6 {
        found.push(("neighbourhood", format!("the shares add to {shares}"), "shares that add to 1".to_owned()));
    }
    found
}

/// The profile as TOML that [`parse_profile`] reads back to the same profile.
pub fn profile_to_toml(profile: &DistrictProfile) -> String {
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
    line("year", p.year.to_string());
    line("attribution", quoted(&p.attribution));
    line("residents", p.residents.to_string());
    line("men", p.men.to_string());
    line("ages", format!("{:?} # 0-14, 15-24, 25-44, 45-64, 65 years and over", p.ages));
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
    line("urbanity", format!("{} # 1 very urban to 5 rural", p.urbanity));
    if let Some(wmo) = p.wmo_per_1000 {
        line("wmo_per_1000", format!("{wmo:?} # to compare with; never an input"));
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
