//! One household under two policies as text, desk by desk: what the page tells as a table.

use super::data::ReportData;
use super::page::shown;
use super::sections::{by_desk, fares, introduction, lives_numbers, long_wait};
use super::wording::{Lang, MARKED, NOTHING};

/// The story of the household of a comparison; `None` where none was followed.
pub fn story(data: &ReportData, lang: Lang) -> Option<String> {
    let lives = data.lives.as_ref()?;
    let page = shown(data, lang);
    let numbers = lives_numbers(&page, lives);
    let voice = lang.life_voice();
    let mut text = String::new();
    let mut paragraph = |lines: &str| text.extend([lines, "\n\n"]);
    for sentence in introduction(&page, lives, &numbers) {
        paragraph(&sentence);
    }
    if lives.courses.iter().all(Vec::is_empty) {
        return Some(text);
    }
    if lives.drawn.candidates > 0 {
        paragraph(&fares(&page, lives, &numbers));
    }
    let at_start = lives.courses[0].iter().filter(|moment| moment.week.is_none());
    let at_start = at_start.map(|m| voice.turn(&super::folder::letters(m.member), m.age, m.turn));
    paragraph(&format!("{}\n{}", voice.words().start, bulleted(at_start)));
    paragraph(MARKED.of(lang));
    if let Some(told) = long_wait(&page, lives) {
        paragraph(&told);
    }
    let desks = by_desk(&page, lives);
    for (side, name) in [&lives.base, &lives.variant].into_iter().enumerate() {
        paragraph(&format!("== {} ==", page.title(name)));
        for (desk, sides) in &desks {
            let lines = &sides[side];
            let nothing = lines.is_empty().then(|| NOTHING.of(lang).to_owned());
            let lines = bulleted(lines.iter().cloned().chain(nothing));
            paragraph(&format!("{}\n{lines}", desk.name().of(lang)));
        }
    }
    Some(text)
}

fn bulleted(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
}
