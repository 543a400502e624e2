//! A sheet: a choice in each box; as a number, and as text.

use toml::{Table, Value};

use super::boxes::{BOXES, BoxId};
use crate::diagnostics::Diagnostic;
use crate::language::{Text, text};

/// How many different sheets there are: they fit in 40 bits.
pub const STATES: u64 = {
    let (mut states, mut i) = (1, 0);
    while i < BOXES.len() {
        states *= BOXES[i].choices.len() as u64;
        i += 1;
    }
    assert!(states < 1 << 40, "a sheet fits in eight signs of 32");
    states
};

/// What a group fills in for a round: the position of its choice in each box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sheet([u8; BOXES.len()]);

impl Default for Sheet {
    fn default() -> Self {
        Self::as_now()
    }
}

impl Sheet {
    /// What is there before round 1.
    pub fn as_now() -> Self {
        Self(std::array::from_fn(|i| BOXES[i].now))
    }

    /// The choice in a box.
    pub const fn get(&self, of: BoxId) -> u8 {
        self.0[of.0]
    }

    /// The same with another choice in a box; the last one where there are not so many.
    #[must_use]
    pub fn with(mut self, of: BoxId, choice: u8) -> Self {
        self.0[of.0] = choice.min(BOXES[of.0].choices.len() as u8 - 1);
        self
    }

    /// Blocks of the team.
    pub const fn blocks(&self) -> u8 {
        8 + self.get(BoxId::BLOCKS)
    }

    /// Blocks by use: cases, which get what is left, then going out, the neighbourhood, aftercare and learning. `None`
    /// if there are fewer blocks than that.
    pub fn uses(&self) -> Option<[u8; 5]> {
        let [out, district, aftercare, learning] =
            [BoxId::OUT, BoxId::DISTRICT, BoxId::AFTERCARE, BoxId::LEARNING].map(|of| self.get(of));
        let cases = self.blocks().checked_sub(out + district + aftercare + learning)?;
        Some([cases, out, district, aftercare, learning])
    }

    /// Its number, below [`STATES`].
    pub fn number(&self) -> u64 {
        self.0.iter().zip(&BOXES).fold(0, |n, (choice, of)| n * of.choices.len() as u64 + u64::from(*choice))
    }

    /// The sheet of a number; `None` if there are not so many.
    pub fn of_number(number: u64) -> Option<Self> {
        let (mut sheet, mut left) = (Self::as_now(), number);
        for (i, of) in BOXES.iter().enumerate().rev() {
            sheet.0[i] = (left % of.choices.len() as u64) as u8;
            left /= of.choices.len() as u64;
        }
        (left == 0).then_some(sheet)
    }

    /// The boxes in which it differs from another, with both choices in words.
    pub fn differences(&self, before: &Self) -> Vec<(Text, Text, Text)> {
        let differs = |i: &usize| self.0[*i] != before.0[*i];
        let told = |i: usize| (BOXES[i].title(), BOXES[i].choice(before.0[i]), BOXES[i].choice(self.0[i]));
        (0..BOXES.len()).filter(differs).map(told).collect()
    }

    /// Its boxes as lines of TOML.
    pub fn lines(&self) -> String {
        let line = |(of, choice): (&super::boxes::BoxMeta, &u8)| {
            format!("{} = \"{}\"\n", of.key, of.choices[usize::from(*choice)].0)
        };
        BOXES.iter().zip(&self.0).map(line).collect()
    }
}

/// Reads the sheets of a file: a table for each group, `[A]`, with a line for each box that changes; a box that is left
/// out stays as it is in `before`, but for what holds for one round: veto, confidence and expectation.
///
/// # Errors
/// A diagnostic for each mistake, with its place.
pub fn read_sheets(file: &str, content: &str, before: &[Sheet]) -> Result<Vec<Sheet>, Vec<Diagnostic>> {
    let problem =
        |field: String, message: Text| Diagnostic { file: file.to_owned(), field, message, ..Diagnostic::default() };
    let table: Table = match content.parse() {
        Ok(table) => table,
        Err(error) => {
            let error: toml::de::Error = error;
            let at = error.span().map(|span| place(content, span.start));
            return Err(vec![Diagnostic {
                line: at.map(|(line, _)| line),
                column: at.map(|(_, column)| column),
                span: error.span().map(|span| (span.start, span.end)),
                ..problem(String::new(), Text::same(error.message().to_owned()))
            }]);
        }
    };
    let mut problems = Vec::new();
    let groups: Vec<String> = (0..before.len()).map(group_name).collect();
    for key in table.keys().filter(|key| !groups.contains(key)) {
        let known: Vec<&str> = groups.iter().map(String::as_str).collect();
        problems.push(Diagnostic {
            allowed: Text::one_of(&known),
            ..at_key(content, key, problem(key.clone(), Text::fixed("there is no such group", "deze groep is er niet")))
        });
    }
    let mut sheets = Vec::new();
    for (group, before) in groups.iter().zip(before) {
        let mut sheet = next_round(before);
        match table.get(group) {
            Some(Value::Table(boxes)) => problems.extend(fill(file, content, group, boxes, &mut sheet)),
            Some(_) => problems.push(problem(
                group.clone(),
                text!("write [{group}] and a line for each box", "schrijf [{group}] en een regel voor elk vakje"),
            )),
            None => {}
        }
        sheets.push(sheet);
    }
    if problems.is_empty() { Ok(sheets) } else { Err(problems) }
}

/// The name of a group, by its position.
pub(super) fn group_name(group: usize) -> String {
    char::from(b'A' + group as u8).to_string()
}

/// What stays of a sheet in the next round, unless somebody changes it.
pub fn next_round(sheet: &Sheet) -> Sheet {
    [BoxId::VETO, BoxId::CONFIDENCE, BoxId::EXPECTED, BoxId::SURE]
        .into_iter()
        .fold(*sheet, |sheet, of| sheet.with(of, BOXES[of.0].now))
}

fn fill(file: &str, content: &str, group: &str, boxes: &Table, sheet: &mut Sheet) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for (key, value) in boxes {
        let word = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let problem = |message: Text, known: &[&str], meant: &str| {
            let of = Diagnostic {
                file: file.to_owned(),
                field: format!("{group}.{key}"),
                message,
                value: meant.to_owned(),
                allowed: Text::one_of(known),
                ..Diagnostic::default()
            };
            in_table(content, group, key, of)
        };
        let Some(of) = BOXES.iter().position(|of| of.key == key) else {
            let keys: Vec<&str> = BOXES.iter().map(|of| of.key).collect();
            problems.push(problem(Text::fixed("there is no such box", "dit vakje is er niet"), &keys, key));
            continue;
        };
        let words: Vec<&str> = BOXES[of].choices.iter().map(|(word, ..)| *word).collect();
        if let Some(choice) = words.iter().position(|known| *known == word) {
            *sheet = sheet.with(BoxId(of), choice as u8);
        } else {
            let name = BOXES[of].title();
            let message = text!("{name}: there is no such choice", "{name}: deze keuze is er niet"; name);
            problems.push(problem(message, &words, &word));
        }
    }
    problems
}

/// Line and column, from 1, of a byte.
fn place(content: &str, byte: usize) -> (usize, usize) {
    let before = content.get(..byte).unwrap_or(content);
    let line_begins = before.rfind('\n').map_or(0, |end| end + 1);
    (before.matches('\n').count() + 1, before[line_begins..].chars().count() + 1)
}

/// A diagnostic at the head of a table.
fn at_key(content: &str, key: &str, problem: Diagnostic) -> Diagnostic {
    match content.find(&format!("[{key}]")).map(|byte| byte + 1).or_else(|| content.find(key)) {
        Some(byte) => located(content, byte, key.len(), problem),
        None => problem,
    }
}

/// A diagnostic at a key of a table.
fn in_table(content: &str, table: &str, key: &str, problem: Diagnostic) -> Diagnostic {
    let begin = content.find(&format!("[{table}]")).unwrap_or(0);
    let mut byte = begin;
    for line in content[begin..].split_inclusive('\n') {
        let found = line.trim_start();
        if found.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return located(content, byte + line.len() - found.len(), key.len(), problem);
        }
        byte += line.len();
    }
    problem
}

fn located(content: &str, byte: usize, length: usize, problem: Diagnostic) -> Diagnostic {
    let (line, column) = place(content, byte);
    Diagnostic { line: Some(line), column: Some(column), span: Some((byte, byte + length)), ..problem }
}
