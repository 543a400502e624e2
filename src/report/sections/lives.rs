//! `two-lives`: one household in the base and in the first variant, on one axis of months; a professional beside it.

use std::collections::BTreeMap;

use super::{Cell, Html, Page, Table, professionals};
use crate::entities::Product;
use crate::experiment::{HouseholdKind, LONG, Lives, Moment, Turn, year_and_month};
use crate::report::folder::letters;
use crate::report::wording::{
    self, DESK, DESKS, Desk, DrawnNumbers, LifeVoice, MARK, MARKED, NOTHING, SAME_FOR_KIND, drawn_of_differing,
    none_of_kind, percent, sentence, tick,
};
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
    let introduced = introduction(page, lives, &numbers);
    for sentence in &introduced {
        html.paragraph(sentence);
    }
    if told {
        if lives.drawn.candidates > 0 {
            html.paragraph(&fares(page, lives, &numbers));
        }
        table(page, voice, lives).write(html);
        if lives.kind != HouseholdKind::Any {
            desks(page, lives).write(html);
            html.note(MARKED.of(page.lang));
            if let Some(told) = long_wait(page, lives) {
                html.note(&told);
            }
        }
    }
    html.note(words.differs);
    professionals::weeks(page, lives, html);
}

/// How the household was drawn: before it is told how its candidates fare.
pub(in crate::report) fn introduction(page: &Page, lives: &Lives, numbers: &DrawnNumbers) -> Vec<String> {
    let voice = page.lang.life_voice();
    let (words, drawn, lang) = (voice.words(), lives.drawn, page.lang);
    let write = |n: u32| tick(lang, f64::from(n));
    let of_kind = (lives.kind != HouseholdKind::Any).then_some(lives.kind);
    let told = lives.courses.iter().any(|course| !course.is_empty());
    let mut all = Vec::new();
    match (told, of_kind) {
        (true, _) => all.extend([words.intro.to_owned(), words.caution.to_owned()]),
        (false, None) => all.push(words.none.to_owned()),
        (false, Some(kind)) if drawn.households == 0 => {
            return vec![none_of_kind(kind, &write(lives.all)).of(lang).to_owned()];
        }
        (false, Some(_)) => all.push(SAME_FOR_KIND.of(lang).to_owned()),
    }
    if let Some(kind) = of_kind {
        all.push(wording::of_kind(kind, &write(drawn.households), &write(lives.all)).of(lang).to_owned());
    }
    all.push(voice.differing(numbers));
    if told && let Some(kind) = of_kind {
        all.push(wording::lesson(kind).of(lang).to_owned());
    }
    if told && of_kind.is_some() && drawn.candidates == 0 {
        all.push(drawn_of_differing(&numbers.differ).of(lang).to_owned());
    } else if told {
        all.push(voice.drawn(numbers, page.data.years));
        if let Some(about) = of_kind.and_then(wording::about).filter(|_| drawn.about > 0) {
            all.push(wording::drawn_of_about(&about, &write(drawn.about)).of(lang).to_owned());
        }
    }
    all
}

/// How the one that is shown fares beside the others.
pub(in crate::report) fn fares(page: &Page, lives: &Lives, numbers: &DrawnNumbers) -> String {
    let [base, variant] = [0, 1].map(|side: usize| lives.severe(side));
    page.lang.life_voice().fares(numbers, &page.title(&lives.variant), variant.cmp(&base))
}

/// What happens to a household at each desk, in sentences, under each of the two scenarios; what is told of one alone
/// has a mark.
pub(in crate::report) fn by_desk(page: &Page, lives: &Lives) -> Vec<(Desk, [Vec<String>; 2])> {
    let of = |desk| (desk, marked(&[0, 1].map(|side: usize| sentences(page, &lives.courses[side], desk))));
    Desk::ALL.into_iter().map(of).collect()
}

/// Lines of two sides, with a mark before those that the other side has not, or has fewer times.
fn marked(sides: &[Vec<String>; 2]) -> [Vec<String>; 2] {
    let mark = |own: &[String], other: &[String]| {
        let mut left: Vec<&String> = other.iter().collect();
        let line = |line: &String| match left.iter().position(|there| *there == line) {
            Some(at) => {
                left.remove(at);
                line.clone()
            }
            None => format!("{MARK}{line}"),
        };
        own.iter().map(line).collect()
    };
    [mark(&sides[0], &sides[1]), mark(&sides[1], &sides[0])]
}

/// That somebody of the household waits long, and how rare that is; `None` where nobody does.
pub(in crate::report) fn long_wait(page: &Page, lives: &Lives) -> Option<String> {
    let begins = |turn: Turn| matches!(turn, Turn::TeamStarts | Turn::ServiceStarts(_));
    let is_long = lives.courses.iter().any(|course| {
        let waits = waits(course);
        course.iter().zip(waits).any(|(moment, weeks)| begins(moment.turn) && weeks.is_some_and(|weeks| weeks >= LONG))
    });
    let share = f64::from(lives.drawn.long_waits) / f64::from(lives.drawn.stayed.max(1));
    (is_long && lives.drawn.long_waits > 0).then(|| {
        let hundred = wording::number(page.lang, 100.0 * share);
        wording::long_waits(&hundred).of(page.lang).to_owned()
    })
}

/// The weeks that somebody has waited for what begins, moment by moment.
fn waits(course: &[Moment]) -> Vec<Option<u32>> {
    // Since when somebody waits: for the team as a household, for a service by member.
    let mut asked: BTreeMap<(u32, Option<Product>), u32> = BTreeMap::new();
    let wait = |Moment { week, member, turn, .. }: &Moment| {
        let of = match *turn {
            Turn::TeamAsked(_) | Turn::TeamStarts | Turn::TeamLeft => (0, None),
            Turn::AskedAt(product, _)
            | Turn::ServiceStarts(product)
            | Turn::ServiceRefused(product)
            | Turn::QueueLeft(product) => (*member, Some(product)),
            _ => return None,
        };
        let week = (*week)?;
        if matches!(*turn, Turn::TeamAsked(_) | Turn::AskedAt(..)) {
            asked.insert(of, week);
            return None;
        }
        asked.remove(&of).map(|since| week - since)
    };
    course.iter().map(wait).collect()
}

/// The sentences of a course at a desk, in order of time.
fn sentences(page: &Page, course: &[Moment], desk: Desk) -> Vec<String> {
    let mut told = Vec::new();
    for (Moment { week, member, turn, .. }, wait) in course.iter().zip(waits(course)) {
        if Desk::of(*turn) == Some(desk) {
            let month = week.map(|week| {
                let (year, month) = calendar(page, year_and_month(Week(week as i32)));
                page.lang.life_voice().month(month, year)
            });
            told.push(sentence(page.lang, &letters(*member), *turn, month.as_deref(), wait));
        }
    }
    told
}

/// The same household desk by desk.
fn desks(page: &Page, lives: &Lives) -> Table {
    let lang = page.lang;
    let heads = [DESK.of(lang).to_owned(), page.title(&lives.base), page.title(&lives.variant)];
    let mut table = Table::new(DESKS.of(lang), heads.into_iter().map(Cell::text).collect());
    for (desk, sides) in by_desk(page, lives) {
        let differs = sides[0] != sides[1];
        let cells =
            sides.map(|lines| if lines.is_empty() { Cell::text(NOTHING.of(lang)) } else { Cell::lines(&lines) });
        let cells = [Cell::text(desk.name().of(lang))].into_iter().chain(cells).collect();
        table.rows.push((cells, differs));
    }
    table
}

pub(in crate::report) fn numbers(page: &Page, lives: &Lives) -> DrawnNumbers {
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
