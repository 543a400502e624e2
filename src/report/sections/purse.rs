//! Budgets, reserves and cuts by year, and how many plans politics left whole.

use super::{Cell, Html, Measure, Page, Table};
use crate::entities::Account;
use crate::report::caveats::Caveat;
use crate::report::wording::PurseWords;

/// What is drawn from the reserve, and what is cut.
const MET: [&str; 2] = ["euros.reserve", "euros.cut"];

/// A table for each plan in which something was drawn from a reserve that can run out, or cut.
pub(super) fn purse(page: &Page, html: &mut Html) {
    for scenario in &page.data.scenarios {
        let cut: f64 = page.data.years_of(&scenario.name, MET[1], "all").iter().sum();
        if cut > 0.0 {
            of_plan(page, &scenario.name).write(html);
            html.note(PurseWords::of(page.lang).note);
        }
    }
}

/// Each year of a plan, the council term and all years together.
fn of_plan(page: &Page, name: &str) -> Table {
    let words = PurseWords::of(page.lang);
    let own = || Account::ALL.into_iter().filter(|account| account.is_municipal());
    let silo = |account: Account| {
        let name = page.voice.payer(account.key());
        name.rsplit(": ").next().unwrap_or_default().to_owned()
    };
    let mut heads = vec![Cell::text(page.voice.words().year)];
    heads.extend(own().map(|account| Cell::number(silo(account))));
    heads.extend(words.heads.map(Cell::number));
    let mut table = Table::new(format!("{}: {}", words.caption, page.title(name)), heads);
    let keys = own().map(|account| format!("euros.over.{}", account.key())).chain(MET.map(str::to_owned));
    let columns: Vec<Vec<f64>> = keys.map(|key| page.data.means(name, &key, "all").unwrap_or_default()).collect();
    let years = page.data.years as usize;
    let row = |years: std::ops::Range<usize>| {
        let sum = |column: &Vec<f64>| column.get(years.clone()).unwrap_or_default().iter().sum::<f64>();
        columns.iter().map(|column| Cell::number(Measure::Euros.level(page.lang, sum(column)))).collect::<Vec<Cell>>()
    };
    for year in 0..years {
        let head = Cell::text(page.data.calendar(year as u32).to_string());
        table.row(std::iter::once(head).chain(row(year..year + 1)).collect());
    }
    let term = (page.data.term_end_year - page.data.start_year + 1).clamp(0, years as i32) as usize;
    for (name, upto) in words.totals.into_iter().zip([term, years]) {
        table.total(std::iter::once(Cell::text(name)).chain(row(0..upto)).collect());
    }
    table
}

/// In how many worlds each plan is still whole at the end of the council term and at the horizon, where politics is on.
pub(super) fn whole(page: &Page, html: &mut Html) {
    let words = PurseWords::of(page.lang);
    for scenario in &page.data.scenarios {
        if !page.data.caveats_of(&scenario.name).any(|caveat| *caveat == Caveat::Politics) {
            continue;
        }
        let years = page.data.years_of(&scenario.name, "plan.whole", "all");
        let term = (page.data.term_end_year - page.data.start_year).max(0) as usize;
        let last = years.len().saturating_sub(1);
        let mut ends = vec![term.min(last), last];
        ends.dedup();
        for year in ends {
            if let Some(share) = years.get(year) {
                let told =
                    words.whole(&page.title(&scenario.name), page.data.calendar(year as u32), page.worlds(*share));
                html.element("p", &[], &told);
            }
        }
    }
}
