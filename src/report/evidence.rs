//! `docs/evidence.md`: every number and table that the code works with, with its grade and source, made from the values
//! themselves so that it cannot drift from them.

use std::fmt::Write as _;

use super::fixed::FIXED;
use super::known::{self, KnownTable};
use crate::doors::WAY_SOURCES;
use crate::entities::Product;
use crate::experiment::{MEASURED, Measured};
use crate::language::Lang;
use crate::levers::{LEVERS, LeverKind, LeverValue};
use crate::links::{LINKS, LOOPS};
use crate::parameters::{self, PARAMETERS};
use crate::plan::{Field, FieldKind, Number};
use crate::provenance::Source;
use crate::random::Distribution;
use crate::scenario::distribution_text;

/// The whole document, in Markdown.
pub fn evidence() -> String {
    let mut out = HEAD.to_owned();
    grades(&mut out);
    parameters(&mut out);
    do_not_vary(&mut out);
    effects_of_help(&mut out);
    products(&mut out);
    ways(&mut out);
    known(&mut out, &known::offers());
    known(&mut out, &known::waterbed());
    levers(&mut out);
    links(&mut out);
    out.push_str(TAIL);
    out
}

const HEAD: &str = "# Evidence

This page is made from the values in the code. Do not edit it: change the value and its source where it stands, then run
`UPDATE_DOCS=1 cargo test evidence`.

Grades: *sourced* is a published figure; *fitted* is a value chosen so that the model meets published figures, which are
named; *literature* is a known shape with a value that is not Dutch or was not measured; *assumption* is a number that
nobody knows, with a range that is sampled or stated. A default written `{ low, mode, high }` is an uncertain number:
each sample draws it anew, by the same quantile in every scenario. \"Equations\" and \"model\" in a source are the
starting forms from which the model was built; `docs/odd.md` states them as they are in the code. Mechanisms (\"M4\")
are numbered as in [mechanisms.md](mechanisms.md).
";

const TAIL: &str = "
## Elsewhere in the code

Tables that are no single numbers stand with their sources where they are read:

| what | where |
|---|---|
| onset by age and income, carers by age | `src/district/inputs.rs` |
| births and deaths by age, and a district's own level of them | `src/district/vital.rs` |
| how often people of an age move | `src/initialization/moving.rs` |
| ties: how many, how strong, who has none | `src/initialization/network.rs` |
| trust, thresholds and doenvermogen of a new person | `src/mechanisms/demography/lives.rs` |
| ages within the bands of a profile; incomes, tenures and roles | `src/initialization/` |
| weights of addresses by what visits are aimed with | `src/mechanisms/outreach/contacts.rs` |
| the embedded district and the two shipped operations | `scenarios/` |
";

fn row<const N: usize>(out: &mut String, texts: [&str; N]) {
    cells(out, texts.into_iter());
}

/// A table row; a bar within a cell would end it.
fn cells<'a>(out: &mut String, texts: impl Iterator<Item = &'a str>) {
    for cell in texts {
        let _ = write!(out, "| {} ", cell.replace('|', "\\|").replace('\n', " "));
    }
    out.push_str("|\n");
}

fn header<'a>(out: &mut String, title: &str, note: &str, names: impl IntoIterator<Item = &'a str>) {
    let _ = write!(out, "\n## {title}\n\n");
    if !note.is_empty() {
        let _ = write!(out, "{note}\n\n");
    }
    let names: Vec<&str> = names.into_iter().collect();
    cells(out, names.iter().copied());
    out.push_str(&"|---".repeat(names.len()));
    out.push_str("|\n");
}

fn source_text(source: &Source) -> String {
    match source {
        Source::Sourced { title, url } if !url.is_empty() => format!("{title} ([link]({url}))"),
        other => other.text().to_owned(),
    }
}

fn grades(out: &mut String) {
    header(out, "How much is known", "", ["what", "sourced", "fitted", "literature", "assumption", "all"]);
    let mut count = |what: &str, sources: &[&Source]| {
        let of = |grade: &str| sources.iter().filter(|s| s.grade() == grade).count().to_string();
        let cells = [what, &of("sourced"), &of("fitted"), &of("literature"), &of("assumption")];
        let all = sources.len().to_string();
        row(out, [cells[0], cells[1], cells[2], cells[3], cells[4], &all]);
    };
    count("parameters", &PARAMETERS.iter().map(|p| &p.source).collect::<Vec<_>>());
    let services: Vec<&Source> =
        Product::ALL.into_iter().flat_map(Number::of_service).filter_map(|number| number.default(PER_1000).1).collect();
    let heads: Vec<&str> = Field::of_services().map(|field| field.short).collect();
    count(&format!("services ({})", heads.join(", ")), &services);
    count("doors", &WAY_SOURCES.iter().map(|(_, s)| s).collect::<Vec<_>>());
    count("levers (range or effect)", &LEVERS.iter().map(|l| &l.meta.source).collect::<Vec<_>>());
    count("causal links", &LINKS.iter().map(|l| &l.source).collect::<Vec<_>>());
    let uncertain = PARAMETERS.iter().filter(|p| !p.default.is_fixed()).count();
    let _ = write!(
        out,
        "\n{uncertain} of the {} parameters are uncertain numbers that samples draw: every assumption, and what the \
         literature gives only a shape for. The others are published, or fitted to what is published, and keep their \
         default in every sample ([why](#numbers-that-do-not-vary)): give them a range in a scenario to see what it \
         changes.\n",
        PARAMETERS.len()
    );
}

fn parameters(out: &mut String) {
    header(
        out,
        "Parameters",
        "What the world sets. A scenario can change any of them in `[parameters]`, within *allowed*.",
        ["key", "what", "default", "allowed", "unit", "grade", "source"],
    );
    for p in PARAMETERS {
        row(
            out,
            [
                &format!("`{}`", p.key),
                p.doc,
                &distribution_text(&p.default),
                &format!("{} to {}", p.min, p.max),
                p.unit,
                p.source.grade(),
                &source_text(&p.source),
            ],
        );
    }
}

fn do_not_vary(out: &mut String) {
    header(
        out,
        "Numbers that do not vary",
        "Parameters with the same value in every sample, and why. *law*: a rule; *definition*: it says how others are \
         meant; *solved*: it follows from published figures and the numbers around it, and with a range of its own \
         samples would leave these figures.",
        ["key", "default", "why", "in words"],
    );
    for (key, why, words) in FIXED {
        let default = PARAMETERS.iter().find(|p| p.key == *key).map(|p| distribution_text(&p.default));
        row(out, [&format!("`{key}`"), &default.unwrap_or_default(), why.word(), words]);
    }
}

fn effects_of_help(out: &mut String) {
    header(
        out,
        "Effects of help",
        "The parameters that say what help does. `bounds.csv` compares once more with all of them at *nothing*, and at \
         *the most*: the end of the range at which help does most.",
        ["key", "nothing", "the most", "what"],
    );
    for (position, help) in parameters::effects_of_help() {
        let meta = &PARAMETERS[position];
        let most = help.most(meta, &meta.default);
        row(out, [&format!("`{}`", meta.key), &help.null.to_string(), &most.to_string(), meta.doc]);
    }
}

fn products(out: &mut String) {
    let fields = || Field::of_services();
    let (last, what) = fields().last().map_or(("", ""), |field| (field.short, field.name.english));
    let heads = ["key", "Dutch", "law", "payer"].into_iter().chain(fields().map(|f| f.short)).chain(["strength"]);
    header(
        out,
        "Services of the second line",
        &format!(
            "Defaults where a scenario states none; ranges are drawn by every sample, but for durations, which differ \
             between people. Places are per 1,000 residents, hours per client and week, prices in cents per hour, \
             durations of one term in weeks; *{last}* is the {what} where the need is still open; \
             *strength* is how much the service helps relative to `help.second_line`, at the means of `help.guidance` \
             and the parameters after it."
        ),
        heads,
    );
    for product in Product::ALL {
        let m = product.meta();
        let mut told: Vec<String> = vec![format!("`{}`", m.key), m.dutch.into(), m.law.into(), m.account.key().into()];
        told.extend(Number::of_service(product).map(default_text));
        told.push(known::strength_text(product));
        cells(out, told.iter().map(String::as_str));
    }
    out.push('\n');
    row(out, ["key", "of", "grade", "source"]);
    out.push_str("|---|---|---|---|\n");
    for product in Product::ALL {
        for number in Number::of_service(product) {
            let Some(source) = number.default(PER_1000).1 else { continue };
            let key = format!("`{}`", product.key());
            row(out, [&key, number.field().short, source.grade(), &source_text(source)]);
        }
    }
}

/// Residents for which defaults are told.
const PER_1000: u32 = 1_000;

/// What holds where a scenario states nothing; prices in cents.
fn default_text(number: Number) -> String {
    match (number.field().kind, number.default(PER_1000).0) {
        (FieldKind::Price, Some(Distribution::Fixed(euros))) => format!("{:.0}", euros * 100.0),
        (_, Some(default)) => distribution_text(&default),
        (_, None) => "as that wait takes".to_owned(),
    }
}

/// A table that other outputs print too.
fn known(out: &mut String, table: &KnownTable) {
    let _ = write!(out, "\n## {}\n\n{}\n\n", table.title, table.note);
    cells(out, table.heads.iter().copied());
    out.push_str(&"|---".repeat(table.heads.len()));
    out.push_str("|\n");
    for row in &table.rows {
        cells(out, row.iter().map(String::as_str));
    }
}

fn ways(out: &mut String) {
    known(out, &known::ways());
    out.push('\n');
    row(out, ["domain", "grade", "source"]);
    out.push_str("|---|---|---|\n");
    for (domain, source) in &WAY_SOURCES {
        row(out, [domain.key(), source.grade(), &source_text(source)]);
    }
}

fn levers(out: &mut String) {
    header(
        out,
        "Levers",
        "What a policy sets, in `[levers]`. At its neutral value a lever leaves results bit for bit as if it were \
         absent; where there is no absent state the base's own value is neutral.",
        ["key", "row", "what", "range", "unit", "neutral", "who decides", "grade", "source"],
    );
    for lever in LEVERS {
        let m = &lever.meta;
        let range = match m.kind {
            LeverKind::Number { min, max } => format!("{min} to {max}"),
            LeverKind::Choice(words) => words.join(", "),
            LeverKind::Flag => "true, false".to_owned(),
        };
        let neutral = match (m.neutral, m.kind) {
            (None, _) => "the base's".to_owned(),
            (Some(LeverValue::Number(n)), _) => n.to_string(),
            (Some(LeverValue::Uncertain(d)), _) => distribution_text(&d),
            (Some(LeverValue::Flag(f)), _) => f.to_string(),
            (Some(LeverValue::Choice(c)), LeverKind::Choice(words)) => words[c as usize].to_owned(),
            (Some(LeverValue::Choice(c)), _) => c.to_string(),
        };
        row(
            out,
            [
                &format!("`{}`", m.key),
                m.mechanism,
                m.doc,
                &range,
                m.unit,
                &neutral,
                m.role.decides().text(),
                m.source.grade(),
                &source_text(&m.source),
            ],
        );
    }
}

fn links(out: &mut String) {
    header(
        out,
        "Causal links",
        "What feeds back on what. A scenario can weaken or cut each in `[links]`, from 1 (as modelled) to 0.",
        ["key", "from", "to", "sign", "loop", "grade", "source"],
    );
    for l in LINKS {
        let sign = l.sign.to_string();
        row(out, [&format!("`{}`", l.key), l.from, l.to, &sign, l.feedback, l.source.grade(), &source_text(&l.source)]);
    }
    header(
        out,
        "Loops",
        "Sets of links that a comparison cuts in turn. Gain: of a step in what the link carries, the share that comes \
         back to its start, and its standard error, as measured ([odd.md](odd.md)).",
        ["loop", "in words", "in Dutch", "gain", "it is"],
    );
    for (key, english, dutch) in LOOPS {
        let of_loop = || MEASURED.iter().filter(|m| m.feedback == *key);
        let gain = |m: &Measured| match (m.gain, m.error) {
            (Some(gain), Some(error)) => format!("`{}` {gain:.2} ({error:.2})", m.link),
            _ => format!("`{}` –", m.link),
        };
        let gains: Vec<String> = of_loop().map(gain).collect();
        let lives: Vec<String> = of_loop().map(|m| m.life().name().of(Lang::En).to_owned()).collect();
        row(out, [*key, *english, *dutch, &gains.join("; "), &lives.join("; ")]);
    }
}
