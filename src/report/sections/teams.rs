//! Single teams under each plan, where a plan has several.

use super::{Cell, Html, MISSING, Page, Table};
use crate::observation::catalogue::TEAMS;
use crate::report::data::ScenarioFacts;
use crate::report::wording::{self, TeamWords};

/// What is told of a team.
const FIGURES: [&str; 4] = ["team.fte", "team.open", "team.waiting", "team.wait_weeks"];

/// A row for each team of each plan; nothing where every plan has one.
pub(super) fn teams(page: &Page, html: &mut Html) {
    if page.data.scenarios.iter().all(|scenario| scenario.teams.len() < 2) {
        return;
    }
    let words = TeamWords::of(page.lang);
    let [plan, team, figures @ ..] = words.heads;
    let mut heads = vec![Cell::text(plan), Cell::text(team)];
    heads.extend(figures.map(Cell::number));
    let mut table = Table::new(words.caption, heads);
    for scenario in &page.data.scenarios {
        for (name, group) in scenario.teams.iter().zip(groups(scenario)) {
            let level = |key: &str| {
                let years = page.data.years_of(&scenario.name, key, group);
                let mean = (!years.is_empty()).then(|| years.iter().sum::<f64>() / years.len() as f64);
                mean.map_or_else(|| MISSING.to_owned(), |x| wording::number(page.lang, x))
            };
            let mut cells = vec![Cell::text(page.title(&scenario.name)), Cell::text(name.clone())];
            cells.extend(FIGURES.map(|key| Cell::number(level(key))));
            table.row(cells);
        }
    }
    table.write(html);
    html.note(words.note);
}

/// The groups of a plan's teams: everybody where it has one.
fn groups(scenario: &ScenarioFacts) -> impl Iterator<Item = &'static str> {
    let is_alone = scenario.teams.len() < 2;
    TEAMS.into_iter().map(move |team| if is_alone { "all" } else { team })
}
