//! What is varied, as somebody writes it: `KEY=FROM:TO:STEP`, `KEY=a,b,c`, or, between points that fill a space,
//! `KEY=FROM:TO`.

use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};

/// The option by which an axis is given.
const VARY: &str = "--vary";

/// The most levels of one axis.
const MOST_LEVELS: usize = 200;

/// A key that is varied, and over what.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// A key as `--set` takes it.
    pub key: String,
    /// Its values.
    pub values: Values,
}

/// The values of an axis.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// These, as they are written after a key.
    Levels(Vec<String>),
    /// Any between two.
    Between(f64, f64),
}

/// How points are laid over the axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// Every level of each with every level of the others.
    Grid,
    /// So many points of a Latin hypercube.
    Hypercube(u32),
    /// So many Sobol points.
    Sobol(u32),
}

impl Arrangement {
    /// The word for it in options and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Hypercube(_) => "lhs",
            Self::Sobol(_) => "sobol",
        }
    }

    /// How many points it has over some axes.
    pub fn points(self, axes: &[Axis]) -> u64 {
        match self {
            Self::Hypercube(points) | Self::Sobol(points) => u64::from(points),
            Self::Grid => axes.iter().fold(1, |all, axis| all.saturating_mul(axis.levels().len() as u64)),
        }
    }
}

impl Axis {
    /// Its levels; of a range its ends.
    pub fn levels(&self) -> Vec<String> {
        match &self.values {
            Values::Levels(levels) => levels.clone(),
            Values::Between(from, to) => vec![from.to_string(), to.to_string()],
        }
    }

    /// The value at a quantile, 0 to 1: of levels each as often as any other, of a range in five digits or so.
    pub fn at(&self, quantile: f64) -> String {
        match &self.values {
            Values::Levels(levels) => {
                let place = ((quantile * levels.len() as f64) as usize).min(levels.len().saturating_sub(1));
                levels.get(place).cloned().unwrap_or_default()
            }
            Values::Between(from, to) => {
                let decimals = (5.0 - libm::ceil(libm::log10(to - from))).clamp(0.0, 12.0) as usize;
                let rounded = format!("{:.decimals$}", from + quantile * (to - from));
                let plain =
                    if rounded.contains('.') { rounded.trim_end_matches('0').trim_end_matches('.') } else { &rounded };
                if plain == "-0" { "0".to_owned() } else { plain.to_owned() }
            }
        }
    }
}

/// The axes that entries state, and every mistake in them. Those that are right come with the mistakes of the others.
pub fn read_axes(entries: &[String], arrangement: Arrangement) -> (Vec<Axis>, Vec<Diagnostic>) {
    let (mut axes, mut problems): (Vec<Axis>, Vec<Diagnostic>) = (Vec::new(), Vec::new());
    if entries.is_empty() {
        problems.push(Diagnostic {
            file: VARY.to_owned(),
            message: Text::fixed("nothing is varied", "er wordt niets gevarieerd"),
            allowed: forms(),
            ..Diagnostic::default()
        });
    }
    for entry in entries {
        match read(entry, arrangement) {
            Ok(axis) if axes.iter().any(|other| other.key == axis.key) => {
                let message = Text::fixed("this key is varied twice", "deze sleutel wordt twee keer gevarieerd");
                problems.push(Diagnostic { field: axis.key, ..problem(entry, message, Text::default()) });
            }
            Ok(axis) => axes.push(axis),
            Err(problem) => problems.push(*problem),
        }
    }
    (axes, problems)
}

fn forms() -> Text {
    Text::same(
        "--vary outreach.door_fte=0:8:1, --vary team.fte=24,32,40, --vary reciprocity.help=voluntary,expected"
            .to_owned(),
    )
}

fn problem(entry: &str, message: Text, allowed: Text) -> Diagnostic {
    Diagnostic { file: VARY.to_owned(), value: entry.to_owned(), message, allowed, ..Diagnostic::default() }
}

fn read(entry: &str, arrangement: Arrangement) -> Result<Axis, Box<Diagnostic>> {
    let wrong = |message: Text, allowed: Text| Box::new(problem(entry, message, allowed));
    let Some((key, values)) = entry.split_once('=').map(|(key, values)| (key.trim(), values.trim())) else {
        return Err(wrong(Text::fixed("is not KEY=VALUES", "is niet SLEUTEL=WAARDEN"), forms()));
    };
    if key.is_empty() || key.contains(':') {
        let message = Text::fixed("names no key of all scenarios", "noemt geen sleutel die overal geldt");
        return Err(wrong(message, forms()));
    }
    let parts = split(values);
    let colons: Vec<&str> = values.split(':').map(str::trim).collect();
    let values = match (parts.len(), colons.len()) {
        (1, 2 | 3) if !values.starts_with(['{', '[', '"']) => range(entry, &colons, arrangement)?,
        (0 | 1, _) => {
            let message = Text::fixed("is one value, and so varies nothing", "is één waarde, en varieert dus niets");
            let key = key.to_owned();
            let mut problem = wrong(message, forms());
            problem.help = text!("--set {key}=VALUE sets one", "--set {key}=WAARDE zet er één");
            return Err(problem);
        }
        _ => listed(entry, parts)?,
    };
    Ok(Axis { key: key.to_owned(), values })
}

/// Values between commas; those within brackets and quotes part nothing.
fn split(values: &str) -> Vec<String> {
    let (mut parts, mut part, mut depth, mut quoted) = (Vec::new(), String::new(), 0_i32, false);
    for c in values.chars() {
        match c {
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(std::mem::take(&mut part));
                continue;
            }
            _ => {}
        }
        part.push(c);
    }
    parts.push(part);
    parts.into_iter().map(|part| part.trim().to_owned()).collect()
}

fn listed(entry: &str, levels: Vec<String>) -> Result<Values, Box<Diagnostic>> {
    if levels.iter().any(String::is_empty) {
        let message = Text::fixed("a value is missing between commas", "tussen komma's ontbreekt een waarde");
        return Err(Box::new(problem(entry, message, forms())));
    }
    if let Some(twice) = (1..levels.len()).find(|i| levels[..*i].contains(&levels[*i])) {
        let level = &levels[twice];
        let message = text!("the value {level} stands here twice", "de waarde {level} staat hier twee keer");
        return Err(Box::new(problem(entry, message, Text::fixed("each value once", "elke waarde één keer"))));
    }
    if levels.len() > MOST_LEVELS {
        return Err(too_many(entry, levels.len() as f64));
    }
    Ok(Values::Levels(levels))
}

fn too_many(entry: &str, levels: f64) -> Box<Diagnostic> {
    let message = text!("has {levels} values", "heeft {levels} waarden");
    Box::new(problem(entry, message, text!("at most {MOST_LEVELS}", "ten hoogste {MOST_LEVELS}")))
}

/// `FROM:TO:STEP`, or `FROM:TO` where points fill the space.
fn range(entry: &str, parts: &[&str], arrangement: Arrangement) -> Result<Values, Box<Diagnostic>> {
    let wrong = |message: Text, allowed: Text| Box::new(problem(entry, message, allowed));
    let number = |part: &str| part.parse::<f64>().ok().filter(|number| number.is_finite());
    if let Some(part) = parts.iter().find(|part| number(part).is_none()) {
        let message = text!("'{part}' is no number", "'{part}' is geen getal");
        let allowed = Text::fixed("numbers with a decimal point", "getallen met een decimale punt");
        let mut problem = wrong(message, allowed);
        if let Ok(number) = part.replace(',', ".").parse::<f64>() {
            problem.help = text!("did you mean {number}?", "bedoelde u {number}?");
        }
        return Err(problem);
    }
    let numbers: Vec<f64> = parts.iter().filter_map(|part| number(part)).collect();
    let (from, to) = (numbers[0], numbers[1]);
    if to <= from {
        let message = Text::fixed("ends where it begins, or before", "eindigt waar het begint, of eerder");
        return Err(wrong(message, Text::fixed("FROM below TO", "VAN onder TOT")));
    }
    let Some(step) = numbers.get(2).copied() else {
        if arrangement == Arrangement::Grid {
            let message = Text::fixed("a grid needs a step", "een rooster heeft een stap nodig");
            let allowed = Text::fixed(
                "KEY=FROM:TO:STEP, or --design lhs --points N",
                "SLEUTEL=VAN:TOT:STAP, of --design lhs --points N",
            );
            return Err(wrong(message, allowed));
        }
        return Ok(Values::Between(from, to));
    };
    if step <= 0.0 {
        let message = Text::fixed("a step goes upwards", "een stap gaat omhoog");
        return Err(wrong(message, Text::fixed("more than 0", "meer dan 0")));
    }
    let steps = (to - from) / step;
    if steps + 1.0 > MOST_LEVELS as f64 {
        return Err(too_many(entry, libm::floor(steps) + 1.0));
    }
    let whole = libm::round(steps);
    if (steps - whole).abs() > 1e-9 * whole.max(1.0) || whole < 1.0 {
        let decimals = decimals(parts);
        let last = format!("{:.decimals$}", from + libm::floor(steps) * step);
        let message = text!(
            "the step {step} does not lead from {from} to {to}",
            "de stap {step} leidt niet van {from} naar {to}"
        );
        let allowed = Text::fixed("a step that divides the range", "een stap die in het bereik past");
        let mut problem = wrong(message, allowed);
        if steps >= 1.0 {
            problem.help = text!("it ends at {last}", "het eindigt bij {last}");
        }
        return Err(problem);
    }
    let decimals = decimals(parts);
    let level = |i: u32| format!("{:.decimals$}", from + f64::from(i) * step);
    let plain = |level: String| {
        if level.trim_start_matches('-').bytes().all(|b| matches!(b, b'0' | b'.')) { "0".to_owned() } else { level }
    };
    Ok(Values::Levels((0..=whole as u32).map(|i| plain(level(i))).collect()))
}

/// Decimals that levels are written with: those of what was written.
fn decimals(parts: &[&str]) -> usize {
    parts.iter().map(|part| part.split_once('.').map_or(0, |(_, rest)| rest.len())).max().unwrap_or(0).min(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(entry: &str) -> Axis {
        read(entry, Arrangement::Sobol(8)).unwrap_or_else(|problem| panic!("{problem:?}"))
    }

    fn mistake(entry: &str) -> Diagnostic {
        *read(entry, Arrangement::Grid).expect_err(entry)
    }

    #[test]
    fn steps_are_written_as_the_range_is() {
        assert_eq!(axis("a=0:8:1").levels(), ["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
        assert_eq!(axis("a = 0.1 : 0.5 : 0.1").levels(), ["0.1", "0.2", "0.3", "0.4", "0.5"]);
        assert_eq!(axis("a=-0.5:0.5:0.5").levels(), ["-0.5", "0", "0.5"]);
        assert_eq!(axis("a=voluntary, obliged").levels(), ["voluntary", "obliged"]);
        assert_eq!(axis("a={ low = 1, high = 2 },3").levels(), ["{ low = 1, high = 2 }", "3"]);
    }

    #[test]
    fn a_range_is_met_everywhere_and_levels_equally_often() {
        let between = axis("a=0:8");
        assert_eq!([0.0, 0.123_456_7, 1.0].map(|u| between.at(u)), ["0", "0.9877", "8"]);
        assert_eq!(axis("a=1000:200000").at(0.123_456_7), "25568");
        let levels = axis("a=x,y,z,w");
        assert_eq!([0.0, 0.2499, 0.25, 0.75, 0.9999].map(|u| levels.at(u)), ["x", "x", "y", "w", "w"]);
    }

    #[test]
    fn what_is_wrong_is_told_with_what_is_allowed() {
        for (entry, part) in [
            ("a", "not KEY=VALUES"),
            ("=1,2", "no key"),
            ("reactive:a=1,2", "no key"),
            ("a=3", "one value"),
            ("a=1,,2", "missing"),
            ("a=1,2,1", "1 stands here twice"),
            ("a=0:8:x", "'x' is no number"),
            ("a=8:0:1", "ends where it begins"),
            ("a=0:8:-1", "upwards"),
            ("a=0:8:3", "does not lead"),
            ("a=0:8:9", "does not lead"),
            ("a=0:8", "needs a step"),
            ("a=0:1000:1", "1001 values"),
        ] {
            let problem = mistake(entry);
            assert!(problem.message.en.contains(part), "{entry}: {}", problem.message.en);
            assert!(!problem.allowed.is_empty() && problem.value == entry && problem.file == VARY, "{problem:?}");
        }
        assert_eq!(mistake("a=0:8:3").help.en, "it ends at 6");
        let twice = ["a=1,2".to_owned(), "a=3,4".to_owned(), "b".to_owned()];
        let (axes, problems) = read_axes(&twice, Arrangement::Grid);
        assert_eq!((axes.len(), problems.len()), (1, 2));
    }
}
