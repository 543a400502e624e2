//! `two-lives`: one household in the base and in the first variant, on one axis of months; a professional beside it.

use std::collections::BTreeMap;

use super::{Cell, Html, Page, Table, professionals};
use crate::experiment::{Lives, Moment, year_and_month};
use crate::report::folder::letters;
use crate::report::wording::{DrawnNumbers, LifeVoice, percent, tick};
use crate::units::Week;

/// How a household was drawn, who lives in it, and what happens to them under both policies.
pub(in crate::report) fn two_lives(page: &Page, html: &mut Html) {
    let voice = page.lang.life_voice();
    let words = voice.words();
    let Some(lives) = &page.data.lives else {
        html.paragraph(words.absent);
        return;
    };
    let numbers = numbers(page, lives);
    let told = lives.courses.iter().any(|course| !course.is_empty());
    if told {
        html.paragraph(words.intro);
        html.paragraph(words.caution);
    } else {
        html.paragraph(words.none);
    }
    html.paragraph(&voice.differing(&numbers));
    if told {
        html.paragraph(&voice.drawn(&numbers, page.data.years));
        let [base, variant] = [0, 1].map(|side: usize| lives.severe(side));
        html.paragraph(&voice.fares(&numbers, &page.title(&lives.variant), variant.cmp(&base)));
        table(page, voice, lives).write(html);
    }
    html.note(words.differs);
    professionals::weeks(page, lives, html);
}

fn numbers(page: &Page, lives: &Lives) -> DrawnNumbers {
    let write = |n: u32| tick(page.lang, f64::from(n));
    let d = lives.drawn;
    let differ = d.stayed - d.same.min(d.stayed);
    DrawnNumbers {
        stayed: write(d.stayed),
        differ: write(differ),
        share: percent(page.lang, f64::from(differ) / f64::from(d.stayed.max(1))),
        candidates: write(d.candidates),
        fewer: write(d.fewer),
        more: write(d.more),
        equal: write(d.candidates.saturating_sub(d.fewer + d.more)),
    }
}

/// What happens in a month, or at the start: on either side, line by line.
struct Row {
    when: Option<(i32, u32)>,
    sides: [Vec<String>; 2],
}

impl Row {
    /// Whether it is of a month in which both sides are the same.
    fn is_alike(&self) -> bool {
        self.when.is_some() && self.sides[0] == self.sides[1]
    }
}

/// The start, and every month in which something happens in either scenario.
fn rows(voice: &dyn LifeVoice, lives: &Lives) -> Vec<Row> {
    let mut rows: BTreeMap<Option<(i32, u32)>, [Vec<String>; 2]> = BTreeMap::new();
    for (side, course) in lives.courses.iter().enumerate() {
        for Moment { week, member, age, turn } in course {
            let row = rows.entry(week.map(|week| year_and_month(Week(week as i32)))).or_default();
            row[side].push(voice.turn(&letters(*member), *age, *turn));
        }
    }
    rows.into_iter().map(|(when, sides)| Row { when, sides }).collect()
}

/// A row for the start and one for each month that differs; months in a row that are the same in both are folded.
fn table(page: &Page, voice: &dyn LifeVoice, lives: &Lives) -> Table {
    let words = voice.words();
    let heads = [words.when.to_owned(), page.title(&lives.base), page.title(&lives.variant)];
    let mut table = Table::new(words.caption, heads.into_iter().map(Cell::text).collect());
    let rows = rows(voice, lives);
    for run in rows.chunk_by(|a, b| a.is_alike() && b.is_alike()) {
        match run {
            [first, .., last] => table.row(folded(page, voice, [first, last], run)),
            [row] => month(page, voice, row, &mut table),
            [] => {}
        }
    }
    table
}

/// Calendar year and month of a row.
fn calendar(page: &Page, (year, month): (i32, u32)) -> (i32, u32) {
    (page.data.calendar(year as u32), month)
}

/// Several months that are the same in both: what happens in them is folded.
fn folded(page: &Page, voice: &dyn LifeVoice, ends: [&Row; 2], run: &[Row]) -> Vec<Cell> {
    let words = voice.words();
    let [first, last] = ends.map(|row| calendar(page, row.when.unwrap_or_default()));
    let told = run.iter().flat_map(|row| {
        let (year, month) = calendar(page, row.when.unwrap_or_default());
        row.sides[0].iter().map(move |line| format!("{}: {line}", voice.month(month, year)))
    });
    let told: Vec<String> = told.collect();
    vec![
        Cell::text(voice.months(first, last)),
        Cell::folded(format!("{} ({})", words.folded, told.len()), &told),
        Cell::text(words.same),
    ]
}

fn month(page: &Page, voice: &dyn LifeVoice, row: &Row, table: &mut Table) {
    let words = voice.words();
    let head = row.when.map_or_else(
        || words.start.to_owned(),
        |when| {
            let (year, month) = calendar(page, when);
            voice.month(month, year)
        },
    );
    let cell = |lines: &[String]| if lines.is_empty() { Cell::text(words.nothing) } else { Cell::lines(lines) };
    let [base, variant] = &row.sides;
    let differs = variant != base;
    let right = if differs { cell(variant) } else { Cell::text(words.same) };
    table.rows.push((vec![Cell::text(head), cell(base), right], differs));
}
