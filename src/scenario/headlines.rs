//! What each file of the box is, in a line: from its title, its name, or the comment that it begins with.

use std::path::Path;

use super::contents::{BuiltIn, DISTRICTS, ORGANISATIONS, SCENARIOS, WORLDS};
use crate::language::Text;

/// A kind of file in the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxKind {
    /// A plan: a scenario.
    Plan,
    /// What is known of the world, or happens in it, to be laid over plans.
    World,
    /// A district.
    District,
    /// An organisation of care.
    Organisation,
}

impl BoxKind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Plan, Self::World, Self::District, Self::Organisation];

    /// Its files.
    pub const fn files(self) -> &'static [BuiltIn] {
        match self {
            Self::Plan => SCENARIOS,
            Self::World => WORLDS,
            Self::District => DISTRICTS,
            Self::Organisation => ORGANISATIONS,
        }
    }

    /// What they are, and how a command takes them.
    pub const fn name(self) -> Text {
        match self {
            Self::Plan => Text::fixed("Plans: kantel compare NAME ANOTHER", "Plannen: kantel compare NAAM EEN_ANDER"),
            Self::World => Text::fixed(
                "Worlds and contexts, laid over plans: --with NAME",
                "Werelden en omstandigheden, over plannen heen: --with NAAM",
            ),
            Self::District => Text::fixed(
                "Districts: --district NAME, or any wijk or municipality by its code or name",
                "Wijken: --district NAAM, of elke wijk of gemeente met haar code of naam",
            ),
            Self::Organisation => Text::fixed(
                "Organisations of care: --organisation NAME ANOTHER",
                "Organisaties van zorg: --organisation NAAM EEN_ANDERE",
            ),
        }
    }
}

/// The kind and the text of a file in the box; no two are called the same.
pub fn in_box(name: &str) -> Option<(BoxKind, &'static str)> {
    let name = name.strip_prefix("builtin:").unwrap_or(name);
    BoxKind::ALL.into_iter().find_map(|kind| {
        let found = kind.files().iter().find(|(own, _)| *own == name)?;
        Some((kind, found.1))
    })
}

/// Whether a scenario of the box is called so.
pub fn scenario_in_box(name: &str) -> bool {
    matches!(in_box(name), Some((BoxKind::Plan, _)))
}

/// The kind of a file in the box, unless a file of the disk is called so.
pub(super) fn meant(source: &str) -> Option<BoxKind> {
    let is_file = Path::new(source).is_file();
    if is_file { None } else { in_box(source).map(|(kind, _)| kind) }
}

/// What a file of the box is, in a line.
pub fn headline(kind: BoxKind, name: &str, text: &str) -> Text {
    let comment = comment(text);
    let between = |from: &str, to: &str| {
        let (_, after) = comment.split_once(from)?;
        Some(after.split_once(to).map_or(after, |(own, _)| own).trim().to_owned())
    };
    let said = |en: Option<String>, nl: Option<String>| Text {
        en: en.unwrap_or_default().into(),
        nl: nl.unwrap_or_default().into(),
    };
    match kind {
        BoxKind::Plan => said(value(text, "title"), value(text, "title_nl")),
        BoxKind::Organisation => said(value(text, "name"), value(text, "name_nl")),
        BoxKind::World => said(
            comment.split_once(", to be laid over every plan").map(|(own, _)| own.to_owned()),
            between(&format!("builtin:{name} "), ", om over elk plan te leggen"),
        ),
        BoxKind::District => {
            said(between("like ", "\n").as_deref().map(brief), between("zoals ", "\n").as_deref().map(brief))
        }
    }
}

/// A place and what makes it differ, without the figures behind the second colon.
fn brief(told: &str) -> String {
    let ends: Vec<usize> = told.match_indices(": ").map(|(at, _)| at).collect();
    ends.get(1).map_or(told, |end| &told[..*end]).to_owned()
}

/// A text of a file by its key.
fn value(text: &str, key: &str) -> Option<String> {
    let table: toml::Table = text.parse().ok()?;
    table.get(key)?.as_str().map(str::to_owned)
}

/// The first paragraph of the comment that a text begins with, in one line for each language that it is known to be in:
/// a district's begins anew in Dutch.
fn comment(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix("# "));
    let mut joined = String::new();
    for line in lines {
        let begins = line.starts_with("Een nagebootste wijk");
        joined.push_str(if begins {
            "\n"
        } else if joined.is_empty() {
            ""
        } else {
            " "
        });
        joined.push_str(line);
    }
    joined
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_file_of_the_box_says_what_it_is_in_both_languages() {
        let mut names = BTreeSet::new();
        for kind in BoxKind::ALL {
            for (name, text) in kind.files() {
                assert!(names.insert(name), "{name} is the name of two files");
                let told = headline(kind, name, text);
                for said in [&told.en, &told.nl] {
                    assert!(said.len() > 8 && said.len() < 260 && !said.contains('\n'), "{name}: {said:?}");
                }
                assert_ne!(told.en, told.nl, "{name}");
                assert_eq!(in_box(name).map(|(found, _)| found), Some(kind));
            }
        }
        assert!(in_box("builtin:covid").is_some() && in_box("nothing").is_none() && !scenario_in_box("covid"));
    }

    #[test]
    fn every_plan_says_who_asks_what_in_both_languages() {
        for (name, text) in SCENARIOS {
            for head in ["# Question: ", "# Vraag: ", "# Who asks: ", "# Wie vraagt dit: "] {
                assert_eq!(text.lines().filter(|line| line.starts_with(head)).count(), 1, "{name}: {head}");
            }
        }
    }
}
