//! `docs/validation.md`: every pattern with the figure that shows it or the reason why none can, made from the list.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::districts::{FOLDS, LEAST_RESIDENTS};
use super::patterns::{FACTOR, Pattern, Role, Showing, patterns};
use crate::language::Lang;

/// `validation.csv` of `kantel validate` with its usual sizes.
const MEASURED: &str = include_str!("../../data/validated.csv");
/// The version of the model that made it.
const MEASURED_IN: u32 = 26;

/// The whole document, in Markdown.
pub fn page() -> String {
    let all = patterns();
    let mut out = head(&all);
    out.push_str(&fares(&all));
    for (role, title) in [(Role::Calibrate, "Patterns to calibrate with"), (Role::Check, "Patterns to check with")] {
        let of_role = || all.iter().filter(|p| p.role == role);
        let _ = write!(out, "\n## {title}\n\n### Shown\n\n");
        head_row(&mut out, &["pattern", "band", "unit", "figure of the model", "informs", "source"]);
        for p in of_role() {
            if let Showing::Figure(formula) = &p.showing {
                let (key, what) = (format!("`{}`", p.key), formula.what() + &dated(p));
                let cells = [&key, &band(p), &unit(p), &what, &code(&p.informs), &source(p)];
                row(&mut out, &cells.map(String::as_str));
            }
        }
        out.push_str("\n### Not shown\n\n");
        head_row(&mut out, &["pattern", "published", "unit", "why not", "source"]);
        for p in of_role() {
            if let Showing::Not(reason) = &p.showing {
                let value = p.value.to_string();
                row(&mut out, &[&format!("`{}`", p.key), &value, &p.unit, reason.text.of(Lang::En), &source(p)]);
            }
        }
    }
    out
}

fn head(all: &[Pattern]) -> String {
    let count = |role: Role, is_shown: bool| {
        all.iter().filter(|p| p.role == role && matches!(p.showing, Showing::Figure(_)) == is_shown).count()
    };
    let (shown, not) = (count(Role::Calibrate, true), count(Role::Calibrate, false));
    let (checked, unchecked) = (count(Role::Check, true), count(Role::Check, false));
    format!(
        "# Validation

This page is made from `data/patterns.csv` and the figures in `src/validation/figures.rs`. Do not edit it: change them,
then run `UPDATE_DOCS=1 cargo test validation`.

`kantel validate` holds the model against published figures, the *patterns*. {} of them may be used to bring parameters
nearer to them (role `calibrate`): the model shows {shown}, and cannot show {not}. {} are looked at and never tuned to
(role `check`): it shows {checked}.{}

**Bands.** A pattern's band is the range that its source states, and where it states none a factor {FACTOR} either way
(a share at most 1; of a logarithm, so much up or down). Figures of other definitions than the model's can contradict
each other: not all can be hit at once.

**Years.** The model stands for one year, for the Wmo that of the wijken, 2018, and says nothing of why use was higher
or lower in another. Where the ratio of a figure's year to that one is published, the band is divided by it. Where only
the list itself tells it, by two figures of the same, both then say the same: the second is shown and not counted.

**Place.** By default the place is the country: one profile with the sums of CBS's wijken of 2018 in the program's
table, whose neighbourhoods are tenths of the households by the low incomes of their wijken ([decision
0034](decisions/0034-national-figures-against-the-country.md)). So national figures are held against something national.
`--district` puts another place in its stead; a national figure is then held against that place. Figures of one
municipality (Utrecht, Amersfoort, Alkmaar, the Leiden region) are held against the same place as all others, which is
not theirs. Counts are told per 1,000 residents of the place in which they were counted: the country by what is
generally known of its residents on 1 January of the year (an assumption but for 2024, which is published with the
patterns), Utrecht by the sum of its wijken in 2018, and as published for 2023.

**Time.** Figures are those of the first year after the burn-in, people being counted every four weeks; or of people
seen in that year who are followed for up to six. What ended is looked at in all years in which a start up to four years
back is known. The mean over samples is judged, and the range from the 5th to the 95th percentile stands beside it.

## Wijken

`kantel validate --districts FILE` reads a file of Kerncijfers wijken en buurten with Wmo clients (that of 2018: later
ones may have no incomes by wijk). It simulates every wijk of {LEAST_RESIDENTS} residents or more that has all figures
from its own margins, as `kantel run --district` would: by default with 4,000 residents, 4 samples and 1 year. Compared
is the number of persons with a Wmo service in the year per 1,000 residents, which is never an input. Told are the part
of the variance that the model explains (R2), as it is and after a straight line through all wijken; the line; by
urbanity; within municipalities of three wijken or more, and between the means of all; what a percentage point of a
margin adds, in CBS's figures and in the model's, the other margins being equal; and the wijken that are farthest off.
Chance in the counts (each person with the same chance) sets the highest R2 that margins can reach. With `--years` of
two or more the first year is compared with the last.

*Least squares* on the same margins stand beside it: residents of 65 and over, low incomes and one-person households;
and the same with homes of corporations and the widowed. They are fitted on CBS's figures of all wijken of other folds.
A municipality's fold, 0 to 4, is a hash of \"fold of municipality\" and its four digits (FNV-1a and a mixing
function, modulo {FOLDS}): the same in every file and year. `--fold` judges one fold alone, so that what was tuned on
the others is judged on what it has not seen; `--municipality` takes one municipality, `--sample` a number of wijken
drawn by a hash of their codes and the seed. All wijken share the draws of the uncertain numbers.

`--needs FILE` reads the Gezondheidsmonitor by wijk (GGD'en, CBS and RIVM, 2020) and holds *needs* in the model against
it, so that what people need, what they ask for and what is granted can be told apart: adults with a need of daily
functioning beside those limited in moving, mental needs beside a high risk of anxiety or depression, needs of network
beside strong loneliness, households with problem debts beside difficulty making ends meet. The monitor's wijken are
estimates from a survey and registers, and its questions are not the model's definitions: levels differ (far more people
have difficulty making ends meet than have problem debts), so that the correlation over wijken and what low incomes add
say more.
",
        shown + not,
        checked + unchecked,
        if unchecked == 0 { String::new() } else { format!(" The other {unchecked} it cannot show.") },
    )
}

/// A pattern with the model's mean, 5th and 95th percentile over samples, and whether the mean lies in the band.
type Fared<'p> = (&'p Pattern, [f64; 3], bool);

/// The figures of the model beside the bands, misses first and the farthest off before the others.
fn fares(all: &[Pattern]) -> String {
    let measured = measured();
    let mut fared: Vec<Fared> = all
        .iter()
        .filter_map(|p| {
            let values = *measured.get(&p.key)?;
            Some((p, values, p.holds(values[0])))
        })
        .collect();
    let off = |(p, [mean, ..], _): &Fared| p.off(*mean);
    fared.sort_by(|a, b| a.2.cmp(&b.2).then(off(b).total_cmp(&off(a))));
    let count = |role: Role, hit: Option<bool>| {
        let is_it = |f: &&Fared| f.0.role == role && f.0.twin().is_none() && hit.is_none_or(|hit| hit == f.2);
        fared.iter().filter(is_it).count()
    };
    let [of, hits, checks, checked] = [
        count(Role::Calibrate, None),
        count(Role::Calibrate, Some(true)),
        count(Role::Check, None),
        count(Role::Check, Some(true)),
    ];
    let mut out = format!(
        "
## How the model fares

In version {MEASURED_IN}, 20 samples of 20,000 residents of the country (`kantel validate`; other seeds and sizes differ
by some hits: 81 to 83 at 5,000 residents): of {of} figures to calibrate with {hits} lie in their band, of {checks} to
check with {checked}. Levels were fitted to the first by hand, so that hits are no proof; nothing was tuned to the
others.

What it means for use: who needs what, who asks and who is helped at a moment is near what is published, and so are
carers by age and the length of most needs. *Not* to be relied on are the level of what is rare (youth protection,
confused people in police reports, people with three kinds of Wmo help or more), of waiting lists of mental health care,
of informal care for the oldest, and how long cases of teams last. Differences between plans rest on what help does, for
which hardly any figure is there.

"
    );
    for (role, title) in [(Role::Calibrate, "To calibrate with"), (Role::Check, "To check with")] {
        let _ = write!(out, "### {title}, misses first\n\n");
        head_row(&mut out, &["pattern", "band", "model", "p05 to p95", "unit", ""]);
        for (p, [mean, low, high], hit) in fared.iter().filter(|f| f.0.role == role) {
            let word = match (hit, p.twin()) {
                (_, Some(_)) => "not counted",
                (true, None) => "hit",
                (false, None) => "**miss**",
            };
            let (key, range) = (format!("`{}`", p.key), format!("{} to {}", digits(*low), digits(*high)));
            row(&mut out, &[&key, &band(p), &digits(*mean), &range, &unit(p), word]);
        }
        out.push('\n');
    }
    out.pop();
    out
}

/// What the model made of each pattern that it shows: mean, 5th and 95th percentile over samples.
fn measured() -> BTreeMap<String, [f64; 3]> {
    let mut reader = csv::Reader::from_reader(MEASURED.as_bytes());
    let head = reader.headers().cloned().unwrap_or_default();
    let columns = ["model", "p05", "p95"].map(|name| head.iter().position(|title| title == name));
    let of = |record: csv::StringRecord| {
        let values = columns.map(|at| at.and_then(|at| record.get(at)?.parse::<f64>().ok()));
        let [Some(mean), Some(low), Some(high)] = values else { return None };
        Some((record.get(0)?.to_owned(), [mean, low, high]))
    };
    reader.into_records().flatten().filter_map(of).collect()
}

fn head_row(out: &mut String, names: &[&str]) {
    row(out, names);
    out.push_str(&"|---".repeat(names.len()));
    out.push_str("|\n");
}

fn row(out: &mut String, cells: &[&str]) {
    for cell in cells {
        let _ = write!(out, "| {} ", cell.replace('|', "\\|"));
    }
    out.push_str("|\n");
}

/// The keys that a pattern informs, as code.
fn code(informs: &str) -> String {
    informs.split_whitespace().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn band(p: &Pattern) -> String {
    let (low, high) = p.band();
    format!("{} to {}", digits(low), digits(high))
}

/// Three digits.
pub fn digits(x: f64) -> String {
    let places = if x == 0.0 { 0 } else { (2 - libm::floor(libm::log10(x.abs())) as i32).clamp(0, 6) };
    format!("{x:.*}", places as usize)
}

/// At which level its year is.
fn dated(p: &Pattern) -> String {
    let Some(level) = &p.level else { return String::new() };
    let ratio = level.ratio;
    match p.twin() {
        Some(twin) => format!(". Band over {ratio}, the ratio of the years by `{twin}`; not counted"),
        None => format!(". Band over {ratio}: {}", level.source),
    }
}

fn unit(p: &Pattern) -> String {
    if p.base.is_some() { format!("{} per 1,000 residents", p.unit) } else { p.unit.clone() }
}

fn source(p: &Pattern) -> String {
    if p.url.is_empty() { p.cited() } else { format!("[{}]({})", p.cited(), p.url) }
}

#[cfg(test)]
mod tests {
    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/validation.md");

    /// Every figure that the model shows was measured, in a version that is not a later one; a hit there is one here.
    #[test]
    fn what_was_measured_is_of_the_list() {
        use super::*;
        let shown = patterns().into_iter().filter(|p| matches!(p.showing, Showing::Figure(_)));
        let measured = measured();
        let missing: Vec<String> = shown.filter(|p| !measured.contains_key(&p.key)).map(|p| p.key).collect();
        assert!(missing.is_empty(), "{missing:?}: cp RESULT/validation.csv data/validated.csv");
        const { assert!(MEASURED_IN <= crate::simulation::MODEL_VERSION) };
        let told = fares(&patterns());
        assert!(told.find("**miss**") < told.find("| hit |"), "misses come first");
    }

    /// Set `UPDATE_DOCS` to write the file instead of comparing it.
    #[test]
    fn the_page_is_made_from_the_list() {
        let made = super::page();
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(FILE, &made).expect("docs/validation.md can be written");
            return;
        }
        let kept = std::fs::read_to_string(FILE).unwrap_or_default();
        let differs = made.lines().zip(kept.lines()).find(|(new, old)| new != old);
        assert!(made == kept, "make docs/validation.md anew: UPDATE_DOCS=1 cargo test validation\n{differs:#?}");
    }
}
