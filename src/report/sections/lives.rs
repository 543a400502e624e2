//! `two-lives`: one household in the base and in the first variant, on one axis of months.

use std::collections::BTreeMap;

use super::{Cell, Html, Page, Table};
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

/// A row for the start and one for each month in which something happens in either scenario.
fn table(page: &Page, voice: &dyn LifeVoice, lives: &Lives) -> Table {
    let words = voice.words();
    let heads = [words.when.to_owned(), page.title(&lives.base), page.title(&lives.variant)];
    let mut table = Table::new(words.caption, heads.into_iter().map(Cell::text).collect());
    let mut rows: BTreeMap<Option<(i32, u32)>, [Vec<String>; 2]> = BTreeMap::new();
    for (side, course) in lives.courses.iter().enumerate() {
        for Moment { week, member, age, turn } in course {
            let row = rows.entry(week.map(|week| year_and_month(Week(week as i32)))).or_default();
            row[side].push(voice.turn(&letters(*member), *age, *turn));
        }
    }
    for (when, [base, variant]) in rows {
        let head = when.map_or_else(
            || words.start.to_owned(),
            |(year, month)| voice.month(month, page.data.calendar(year as u32)),
        );
        let nothing = || vec![words.nothing.to_owned()];
        let differs = variant != base;
        let right = match &variant {
            _ if !differs => vec![words.same.to_owned()],
            lines if lines.is_empty() => nothing(),
            _ => variant,
        };
        let left = if base.is_empty() { nothing() } else { base };
        table.rows.push((vec![Cell::text(head), Cell::lines(&left), Cell::lines(&right)], differs));
    }
    table
}
