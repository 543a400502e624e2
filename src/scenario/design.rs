//! A design as a sheet: in the first row the numbers that it states, then a row of quantiles for each sample.

use std::sync::Arc;

use super::cells::{CLOSED, Cell, UNCLOSED, cells, separator};
use super::draft::{DesignDraft, Draft, End};
use super::files::Kind;
use super::loaded::Loaded;
use super::nearest::suggestion;
use super::places::{Places, report};
use super::reader::{Findings, Origin, Reader, TOO_HIGH, TOO_LOW, Value};
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};
use crate::parameters::Params;
use crate::plan::{Design, Others, Scenario, is_idle, paths};
use crate::random::Distribution;

/// As many samples as any experiment may have.
const MOST_ROWS: usize = 100_000;
/// Mistakes after which nobody reads on.
const MOST_TOLD: usize = 1_000;
const SAMPLES: &str = "experiment.samples";
const A_QUANTILE: Text = Text::fixed("a quantile, 0 to 1", "een kwantiel, 0 tot en met 1");

/// Reads the design that an experiment names, in the place of any that it had.
pub(super) fn read(reader: &mut Reader, named: &Value, draft: &mut Draft, places: &Places) {
    const FIELD: &str = "experiment.design";
    let Some(reference) = reader.text(FIELD, named) else { return };
    match places.find_beside(Kind::Design, &reference) {
        Ok(found) => reader.nested(|findings| {
            findings.read(&found);
            let (design, problems) = parse(&found.shown, &found.text);
            findings.problems.extend(problems);
            draft.experiment.design = design.as_ref().map(|design| Arc::clone(&design.design));
            draft.design = design;
        }),
        Err(refusal) => report(reader, named, FIELD, refusal),
    }
}

/// What a sheet states, unless it has mistakes; and every mistake.
fn parse(file: &str, text: &str) -> (Option<DesignDraft>, Vec<Diagnostic>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.lines().enumerate().map(|(i, line)| (i + 1, line)).filter(|(_, line)| !line.trim().is_empty());
    let (heads, ends) = ((1, Vec::new()), Vec::new());
    let mut sheet = Sheet { file, separator: ',', paths: Vec::new(), heads, ends, problems: Vec::new() };
    let Some((line, header)) = lines.next() else {
        let message = Text::fixed("an empty file", "een leeg bestand");
        sheet.problem(1, &(1, String::new()), "", message).allowed = a_header();
        return (None, sheet.problems);
    };
    sheet.separator = separator(header);
    sheet.read_header(line, header);
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for (line, text) in lines {
        if sheet.problems.len() > MOST_TOLD {
            break;
        }
        if rows.len() == MOST_ROWS {
            let message = text!("more than {MOST_ROWS} rows", "meer dan {MOST_ROWS} rijen");
            sheet.problem(line, &(1, String::new()), "", message);
            break;
        }
        rows.push(sheet.row(line, text));
    }
    if rows.is_empty() {
        let message = Text::fixed("has no row of quantiles", "heeft geen rij met kwantielen");
        sheet.problem(line, &(1, String::new()), "", message).allowed =
            Text::fixed("a row for each sample", "een rij voor elke wereld");
    }
    if !sheet.problems.is_empty() {
        return (None, sheet.problems);
    }
    let Sheet { file, paths, heads, ends, problems, .. } = sheet;
    let design = Design::new(paths, rows).map(Arc::new);
    (design.map(|design| DesignDraft { file: file.to_owned(), design, heads, ends }), problems)
}

fn a_header() -> Text {
    Text::fixed(
        "a first row of keys as in samples.csv, such as relapse.base,team.fte",
        "een eerste regel met sleutels zoals in samples.csv, bijvoorbeeld relapse.base,team.fte",
    )
}

struct Sheet<'f> {
    file: &'f str,
    separator: char,
    paths: Vec<String>,
    /// Line of the first row, and where each path stands in it.
    heads: (usize, Vec<usize>),
    /// Quantiles of 0 and 1.
    ends: Vec<End>,
    problems: Vec<Diagnostic>,
}

impl Sheet<'_> {
    fn problem(&mut self, line: usize, cell: &Cell, field: &str, message: Text) -> &mut Diagnostic {
        self.problems.push(Diagnostic {
            file: self.file.to_owned(),
            line: Some(line),
            column: Some(cell.0),
            field: field.to_owned(),
            value: cell.1.clone(),
            message,
            ..Diagnostic::default()
        });
        let last = self.problems.len() - 1;
        &mut self.problems[last]
    }

    fn cells(&mut self, line: usize, row: &str) -> Vec<Cell> {
        let (cells, unclosed) = cells(row, self.separator);
        if let Some(column) = unclosed {
            let rest: String = row.chars().skip(column - 1).collect();
            self.problem(line, &(column, rest), "", UNCLOSED).allowed = CLOSED;
        }
        cells
    }

    fn read_header(&mut self, line: usize, header: &str) {
        let known = paths();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        self.heads.0 = line;
        let all = self.cells(line, header);
        if !self.problems.is_empty() {
            self.paths = all.into_iter().map(|cell| cell.1).collect();
            return;
        }
        if all.len() > known.len() {
            let (count, most) = (all.len(), known.len());
            let message = text!("{count} columns", "{count} kolommen");
            self.problem(line, &(1, String::new()), "", message).allowed = text!(
                "at most {most}: as many as there are uncertain numbers",
                "ten hoogste {most}: zoveel onzekere getallen zijn er"
            );
            self.paths = all.into_iter().map(|cell| cell.1).collect();
            return;
        }
        for cell in all {
            self.heads.1.push(cell.0);
            let path = cell.1.as_str();
            if path.is_empty() {
                let message = Text::fixed("a column without a name", "een kolom zonder naam");
                self.problem(line, &cell, "", message).allowed = a_header();
            } else if !known.contains(&path) {
                // One quantile for all steps and for the burn-in: the key of one of them is not its path.
                let plain = path.strip_prefix("before.").unwrap_or(path).split('@').next().unwrap_or_default();
                let help = if known.contains(&plain) {
                    text!(
                        "'{plain}' is one quantile for all its steps and for [before]",
                        "'{plain}' is één kwantiel voor al zijn stappen en voor [before]"
                    )
                } else {
                    suggestion(path, &known)
                };
                let message = Text::fixed("no such uncertain number", "dit onzekere getal bestaat niet");
                let problem = self.problem(line, &cell, "", message);
                (problem.allowed, problem.help) = (a_header(), help);
            } else if self.paths.iter().any(|other| other == path) {
                let message = Text::fixed("this column stands here twice", "deze kolom staat hier twee keer");
                self.problem(line, &cell, "", message);
            }
            self.paths.push(cell.1);
        }
    }

    /// The quantiles of a row; after a mistake, only to count.
    fn row(&mut self, line: usize, text: &str) -> Vec<f64> {
        let mistakes = self.problems.len();
        let row = self.cells(line, text);
        if self.problems.len() > mistakes {
            return Vec::new();
        }
        let (count, columns) = (row.len(), self.paths.len());
        if count != columns {
            let message = match count {
                1 => Text::fixed("has one cell", "heeft één cel"),
                _ => text!("has {count} cells", "heeft {count} cellen"),
            };
            self.problem(line, &(1, String::new()), "", message).allowed =
                text!("{columns}, as the first row", "{columns}, zoals de eerste regel");
        }
        let paired = row.into_iter().take(columns).enumerate();
        paired.filter_map(|(i, cell)| self.quantile(line, i, &cell)).collect()
    }

    fn quantile(&mut self, line: usize, i: usize, cell: &Cell) -> Option<f64> {
        let plain = if self.separator == ';' { cell.1.replace(',', ".") } else { cell.1.clone() };
        let path = self.paths[i].clone();
        let Some(quantile) = plain.parse::<f64>().ok().filter(|n| n.is_finite()) else {
            let message = if cell.1.is_empty() {
                Text::fixed("is empty", "is leeg")
            } else {
                Text::fixed("is not a number", "is geen getal")
            };
            self.problem(line, cell, &path, message).allowed = A_QUANTILE;
            return None;
        };
        if !(0.0..=1.0).contains(&quantile) {
            let message = if quantile < 0.0 { TOO_LOW } else { TOO_HIGH };
            let problem = self.problem(line, cell, &path, message);
            problem.allowed = A_QUANTILE;
            problem.help = Text::fixed(
                "quantiles stand here, not values: 0.5 is the median of the number's range",
                "hier staan kwantielen, geen waarden: 0.5 is de mediaan van het getal",
            );
            return None;
        }
        if quantile <= 0.0 || quantile >= 1.0 {
            self.ends.push(End { line, column: cell.0, path: i, quantile: quantile + 0.0 });
        }
        // Negative zero would print and hash differently from zero.
        Some(quantile + 0.0)
    }
}

/// What a design must satisfy together with the rest, once all layers are in. A design says how many samples there are
/// unless somebody asks for fewer.
pub(super) fn check(draft: &mut Draft, file: &str, findings: &mut Findings) {
    let Some(stated) = draft.design.clone() else {
        let origin = findings.origins.get("experiment.others").cloned();
        // A design that could not be read has been reported.
        if draft.experiment.others == Others::Best && !findings.origins.contains_key("experiment.design") {
            let message = Text::fixed(
                "says what holds beside a design, and there is none",
                "geldt naast een design, en dat is er niet",
            );
            let allowed = Text::fixed(
                "[experiment] design = \"points.csv\" or --design FILE, or leave it out",
                "[experiment] design = \"punten.csv\" of --design BESTAND, of laat dit weg",
            );
            let problem =
                Diagnostic { field: "experiment.others".to_owned(), message, allowed, ..Diagnostic::default() };
            findings.problems.push(placed(origin.as_ref(), file, problem));
        }
        return;
    };
    let rows = stated.design.samples();
    match findings.origins.get(SAMPLES).filter(|origin| !origin.file.starts_with("builtin:")).cloned() {
        Some(origin) if draft.experiment.samples > rows => {
            let (samples, design) = (draft.experiment.samples, &stated.file);
            let message = text!(
                "{samples} samples of a design of {rows} rows",
                "{samples} werelden van een design van {rows} rijen"
            );
            let allowed = text!(
                "at most {rows}, one for each row of {design}",
                "ten hoogste {rows}, een voor elke rij van {design}"
            );
            let value = samples.to_string();
            let problem = Diagnostic { field: SAMPLES.to_owned(), message, value, allowed, ..Diagnostic::default() };
            findings.problems.push(placed(Some(&origin), file, problem));
        }
        Some(_) => {}
        None => draft.experiment.samples = rows,
    }
    if let Some(scenario) = draft.clone().resolve("") {
        check_numbers(&stated, &scenario, findings);
    }
}

/// Ends that a distribution does not have, and columns that change nothing.
fn check_numbers(stated: &DesignDraft, scenario: &Scenario, findings: &mut Findings) {
    let others = scenario.uncertain();
    let of_path = |path: &str| -> Vec<Distribution> {
        let parameter = Params::position(path).map(|p| scenario.parameters[p]).into_iter();
        parameter.chain(others.iter().filter(|n| n.path() == path).map(|n| n.distribution)).collect()
    };
    let distributions: Vec<Vec<Distribution>> = stated.design.paths().iter().map(|path| of_path(path)).collect();
    let is_missing = |end: &&End| distributions[end.path].iter().any(|d| !d.takes(end.quantile));
    for end in stated.ends.iter().filter(is_missing) {
        findings.problems.push(Diagnostic {
            file: stated.file.clone(),
            line: Some(end.line),
            column: Some(end.column),
            field: stated.design.paths()[end.path].clone(),
            message: Text::fixed(
                "its distribution has no end there",
                "de verdeling van dit getal heeft daar geen einde",
            ),
            value: end.quantile.to_string(),
            allowed: Text::fixed("more than 0 and less than 1", "meer dan 0 en minder dan 1"),
            ..Diagnostic::default()
        });
    }
    let (line, columns) = &stated.heads;
    let idle = (0..distributions.len()).filter(|i| distributions[*i].iter().all(Distribution::is_fixed));
    for (path, column) in idle.filter_map(|i| Some((&stated.design.paths()[i], columns.get(i)?))) {
        let (lever, key) = (format!("levers.{path}"), path.strip_prefix("levers.").unwrap_or(path));
        let is_drawn = others.iter().any(|n| n.path() == lever);
        let meant = text!("drawn here is {lever}", "getrokken wordt hier {lever}");
        findings.idle.push(Diagnostic {
            file: stated.file.clone(),
            line: Some(*line),
            column: Some(*column),
            field: path.clone(),
            message: Text::fixed(
                "is known here, so that its column changes nothing",
                "is hier bekend, zodat de kolom niets verandert",
            ),
            allowed: text!(
                "a number with a range, such as --set {key}='{{ low = 1.0, high = 2.0 }}', or no such column",
                "een getal met een bereik, bijvoorbeeld --set {key}='{{ low = 1.0, high = 2.0 }}', of geen kolom"
            ),
            help: if is_drawn { meant } else { Text::default() },
            ..Diagnostic::default()
        });
    }
}

/// Columns that change nothing in any of the scenarios: mistakes. What only some of them know, because they set it,
/// still moves the others: that is told as a note.
pub(super) fn idle_in_all(loaded: &mut [Loaded]) -> Vec<Diagnostic> {
    let Some(first) = loaded.first() else { return Vec::new() };
    let in_all = |idle: &&Diagnostic| loaded.iter().all(|one| one.idle.contains(idle));
    let mistakes: Vec<Diagnostic> = first.idle.iter().filter(in_all).cloned().collect();
    for one in &mut *loaded {
        let (file, name) = match one.idle.first() {
            Some(idle) => (idle.file.clone(), one.scenario.name.clone()),
            None => continue,
        };
        let own = one.idle.iter().filter(|idle| !mistakes.contains(idle));
        let known = own.map(|idle| idle.field.as_str()).collect::<Vec<_>>().join(", ");
        if !known.is_empty() {
            one.warnings.push(text!(
                "{file}: known in {name}, so that its column changes nothing there: {known}",
                "{file}: in {name} bekend, zodat de kolom daar niets verandert: {known}"
            ));
        }
    }
    let without = without_use(loaded);
    if let Some(first) = loaded.first_mut() {
        first.warnings.extend(without);
    }
    mistakes
}

/// Columns of numbers that matter only to mechanisms that none of the scenarios uses.
fn without_use(loaded: &[Loaded]) -> Option<Text> {
    let design = loaded.first()?.scenario.experiment.design.as_ref()?;
    let idle = |path: &&String| is_idle(path, loaded.iter().map(|one| &one.scenario));
    let columns = design.paths().iter().filter(idle).map(String::as_str).collect::<Vec<_>>().join(", ");
    (!columns.is_empty()).then(|| {
        text!(
            "experiment.design: no plan here uses what these numbers are about, so that their columns change nothing: \
             {columns}",
            "experiment.design: geen plan hier gebruikt waar deze getallen over gaan, zodat hun kolommen niets \
             veranderen: {columns}"
        )
    })
}

fn placed(origin: Option<&Origin>, file: &str, problem: Diagnostic) -> Diagnostic {
    Diagnostic {
        file: origin.map_or_else(|| file.to_owned(), |o| o.file.clone()),
        line: origin.and_then(|o| o.line),
        column: origin.and_then(|o| o.column),
        ..problem
    }
}
