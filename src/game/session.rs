//! A session: who plays, and the log of what was filled in. The state of the game is the log.

use std::fmt::Write as _;

use toml::{Table, Value};

use super::code::{Entry, code, read_code};
use super::events::{EVENTS, Event, named_event};
use super::kit::{Kit, MOST_GROUPS, ROUND_YEARS, ROUNDS, Size};
use super::levers::decisions;
use super::players::Hand;
use super::rules::{Past, check, in_force};
use super::sheet::{Sheet, group_name};
use crate::diagnostics::Diagnostic;
use crate::language::{Lang, Text, text};
use crate::plan::Scenario;

/// Numbers of sessions: 20 bits.
const NUMBERS: u32 = 1 << 20;

/// A round as it was played.
#[derive(Clone, Debug)]
pub struct Played {
    /// What happened.
    pub event: Option<&'static Event>,
    /// The sheet of each group, as it was filled in.
    pub sheets: Vec<Sheet>,
}

/// A session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its number, which its codes are checked against.
    pub number: u32,
    /// Groups.
    pub groups: usize,
    /// How large it is, and with which luck.
    pub size: Size,
    /// The rounds that have been played.
    pub played: Vec<Played>,
}

impl Session {
    /// A session that begins.
    ///
    /// # Errors
    /// If there are too few or too many groups.
    pub fn new(number: u32, groups: usize, size: Size) -> Result<Self, Vec<Diagnostic>> {
        if (1..=MOST_GROUPS).contains(&groups) {
            return Ok(Self { number: number % NUMBERS, groups, size, played: Vec::new() });
        }
        Err(vec![Diagnostic {
            field: "groups".to_owned(),
            message: Text::fixed("so many groups cannot play", "zo veel groepen kunnen niet spelen"),
            value: groups.to_string(),
            allowed: text!("1 to {MOST_GROUPS}", "1 tot en met {MOST_GROUPS}"),
            ..Diagnostic::default()
        }])
    }

    /// The names of the groups.
    pub fn names(&self) -> Vec<String> {
        (0..self.groups).map(group_name).collect()
    }

    /// The round that is to be filled in; `None` after the last.
    pub fn round(&self) -> Option<u32> {
        let round = self.played.len() as u32 + 1;
        (round <= ROUNDS).then_some(round)
    }

    /// What happened in each round.
    pub fn events(&self) -> Vec<Option<&'static Event>> {
        self.played.iter().map(|played| played.event).collect()
    }

    /// The sheets of a group.
    pub fn sheets(&self, group: usize) -> Vec<Sheet> {
        self.played.iter().map(|played| played.sheets[group]).collect()
    }

    /// What every group's sheet says before anything is changed in this round: what was filled in last.
    pub fn last(&self) -> Vec<Sheet> {
        self.played.last().map_or_else(|| vec![Sheet::as_now(); self.groups], |played| played.sheets.clone())
    }

    /// What is in force for a group before anything is filled in.
    pub fn in_force(&self, group: usize) -> Sheet {
        Past { sheets: &self.sheets(group), events: &self.events() }.in_force()
    }

    /// Nobody, and every group with its sheets: who plays.
    pub fn hands(&self) -> Vec<Hand> {
        let groups = (0..self.groups).map(|group| Hand::Sheets(self.sheets(group)));
        std::iter::once(Hand::AsNow).chain(groups).collect()
    }

    /// The code of a sheet of this round.
    pub fn code(&self, group: usize, sheet: &Sheet) -> Option<String> {
        self.round().map(|round| code(&Entry { round, group, sheet: *sheet }, self.number))
    }

    /// The sheets of this round from one code for each group, in any order.
    ///
    /// # Errors
    /// Every code that is refused, is of another round or comes twice, and every group without one.
    pub fn read(&self, codes: &[String]) -> Result<Vec<Sheet>, Vec<Diagnostic>> {
        let mut sheets: Vec<Option<Sheet>> = vec![None; self.groups];
        let mut problems = Vec::new();
        for typed in codes {
            let problem = |message: Text, allowed: Text| Diagnostic {
                field: "code".to_owned(),
                message,
                value: typed.clone(),
                allowed,
                ..Diagnostic::default()
            };
            match read_code(typed, self.number) {
                Err(misread) => problems.push(misread.diagnostic(typed)),
                Ok(entry) if Some(entry.round) != self.round() => {
                    let (round, this) = (entry.round, self.played.len() + 1);
                    problems.push(problem(
                        text!("this is a code of round {round}", "dit is een code van ronde {round}"),
                        text!("a code of round {this}", "een code van ronde {this}"),
                    ));
                }
                Ok(entry) => match sheets.get_mut(entry.group) {
                    None => {
                        let (group, last) = (group_name(entry.group), group_name(self.groups - 1));
                        problems.push(problem(
                            text!("there is no group {group}", "er is geen groep {group}"),
                            text!("A to {last}", "A tot en met {last}"),
                        ));
                    }
                    Some(Some(_)) => {
                        let group = group_name(entry.group);
                        problems.push(problem(
                            text!("a second code of group {group}", "een tweede code van groep {group}"),
                            Text::fixed("one code for each group", "één code voor elke groep"),
                        ));
                    }
                    Some(place) => *place = Some(entry.sheet),
                },
            }
        }
        if problems.is_empty() {
            for (group, _) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.is_none()) {
                let group = group_name(group);
                problems.push(Diagnostic {
                    field: "code".to_owned(),
                    message: text!("there is no code of group {group}", "er is geen code van groep {group}"),
                    allowed: Text::fixed("one code for each group", "één code voor elke groep"),
                    ..Diagnostic::default()
                });
            }
        }
        if problems.is_empty() { Ok(sheets.into_iter().flatten().collect()) } else { Err(problems) }
    }

    /// Plays a round: checks every sheet, and puts it in the log.
    ///
    /// # Errors
    /// Every rule that a sheet breaks, an event that has happened already, and a round after the last. Nothing is
    /// entered then.
    pub fn enter(&mut self, event: Option<&'static Event>, sheets: Vec<Sheet>) -> Result<(), Vec<Diagnostic>> {
        let mut problems = Vec::new();
        if self.round().is_none() {
            problems.push(Diagnostic {
                field: "round".to_owned(),
                message: text!("all {ROUNDS} rounds have been played", "alle {ROUNDS} ronden zijn gespeeld"),
                ..Diagnostic::default()
            });
        }
        let mut events = self.events();
        if let Some(happened) = event.filter(|event| events.iter().flatten().any(|other| other.key == event.key)) {
            let left: Vec<&str> = EVENTS
                .iter()
                .map(|e| e.key)
                .filter(|key| !events.iter().flatten().any(|other| other.key == *key))
                .collect();
            problems.push(Diagnostic {
                field: "event".to_owned(),
                message: Text::fixed("this has happened already", "dit is al gebeurd"),
                value: happened.key.to_owned(),
                allowed: Text::one_of(&left),
                ..Diagnostic::default()
            });
        }
        events.push(event);
        for (group, sheet) in sheets.iter().enumerate().take(self.groups) {
            let name = group_name(group);
            let past = self.sheets(group);
            let found = check(sheet, &Past { sheets: &past, events: &events });
            problems.extend(found.into_iter().map(|problem| Diagnostic {
                field: format!("{name}.{}", problem.field),
                message: {
                    let message = &problem.message;
                    text!("group {name}: {message}", "groep {name}: {message}"; message)
                },
                ..problem
            }));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        self.played.push(Played { event, sheets });
        Ok(())
    }

    /// Takes the last round back.
    pub fn undo(&mut self) -> Option<Played> {
        self.played.pop()
    }

    /// The scenario of a group, or of nobody at `None`: what has happened and been decided so far, planned from the
    /// start, over the years that have been played.
    ///
    /// # Errors
    /// As [`Scenario::decided`]; none for a session that was checked.
    pub fn scenario(&self, kit: &Kit, group: Option<usize>) -> Result<Scenario, Vec<Diagnostic>> {
        let mut scenario = kit.base.clone();
        let sheets = group.map_or_else(|| vec![Sheet::as_now(); self.played.len()], |group| self.sheets(group));
        let events = self.events();
        let mut all = Vec::new();
        for (i, sheet) in sheets.iter().enumerate() {
            let past = Past { sheets: &sheets[..i], events: &events[..=i] };
            if let Some(event) = events[i] {
                for (subject, course) in event.factors(past.round()) {
                    scenario.context.put(subject, course);
                }
                all.extend(event.decisions(past.round()));
            }
            all.extend(decisions(kit, sheet, &past));
        }
        scenario.experiment.years = (self.played.len() as u32).max(1) * ROUND_YEARS;
        if let Some(group) = group {
            let name = group_name(group);
            scenario.name = format!("group-{}", name.to_lowercase());
            scenario.title = format!("Kantelwijk: what group {name} decided");
            scenario.title_nl = format!("Kantelwijk: wat groep {name} besloot");
        }
        scenario.decided(&all)
    }

    /// Its settings, as a file.
    pub fn settings_text(&self) -> String {
        let mut out = format!(
            "# A session of the training game. What was filled in stands in log.toml.\nnumber = {}\ngroups = {}\n",
            self.number, self.groups
        );
        let Size { residents, samples, seed } = self.size;
        let stated = [("residents", residents.map(u64::from)), ("samples", samples.map(u64::from)), ("seed", seed)];
        for (key, value) in stated {
            if let Some(value) = value {
                let _ = writeln!(out, "{key} = {value}");
            }
        }
        out
    }

    /// Its log, as a file: a code for each group and round, with what changed as a remark.
    pub fn log_text(&self) -> String {
        let mut out =
            "# What every group filled in. The session is what stands here: the remarks are for readers.\n".to_owned();
        let events = self.events();
        for (i, played) in self.played.iter().enumerate() {
            let round = i as u32 + 1;
            // Writing to a String cannot fail.
            let _ = writeln!(out, "\n[[round]] # {round}");
            if let Some(event) = played.event {
                let _ = writeln!(out, "event = \"{}\"", event.key);
            }
            out.push_str("codes = [\n");
            for (group, sheet) in played.sheets.iter().enumerate() {
                let sheets = self.sheets(group);
                let past = Past { sheets: &sheets[..i], events: &events[..=i] };
                let changes = in_force(sheet, &past).differences(&past.in_force());
                let told: Vec<String> =
                    changes.iter().map(|(name, _, to)| format!("{}: {}", name.of(Lang::En), to.of(Lang::En))).collect();
                let told = if told.is_empty() { "as before".to_owned() } else { told.join("; ") };
                let code = code(&Entry { round, group, sheet: *sheet }, self.number);
                let _ = writeln!(out, "    \"{code}\", # {told}");
            }
            out.push_str("]\n");
        }
        out
    }

    /// Reads a session from its two files.
    ///
    /// # Errors
    /// A diagnostic for what cannot be read, and for each code that is not right.
    pub fn parse(
        (settings_file, settings): (&str, &str),
        (log_file, log): (&str, &str),
    ) -> Result<Self, Vec<Diagnostic>> {
        let stated = table(settings_file, settings)?;
        let whole = |key: &str, most: u64| match stated.get(key) {
            None => Ok(None),
            Some(Value::Integer(n)) if u64::try_from(*n).is_ok_and(|n| n <= most) => Ok(Some(*n as u64)),
            Some(other) => Err(vec![Diagnostic {
                file: settings_file.to_owned(),
                field: key.to_owned(),
                message: Text::fixed("a whole number is expected", "hier hoort een geheel getal"),
                value: other.to_string(),
                allowed: text!("0 to {most}", "0 tot en met {most}"),
                ..Diagnostic::default()
            }]),
        };
        let size = Size {
            residents: whole("residents", u64::from(u32::MAX))?.map(|n| n as u32),
            samples: whole("samples", u64::from(u32::MAX))?.map(|n| n as u32),
            seed: whole("seed", i64::MAX as u64)?,
        };
        let (number, groups) = (whole("number", u64::from(NUMBERS - 1))?, whole("groups", MOST_GROUPS as u64)?);
        let mut session = Self::new(number.unwrap_or(0) as u32, groups.unwrap_or(4) as usize, size)?;
        let log = table(log_file, log)?;
        let rounds = log.get("round").and_then(Value::as_array).cloned().unwrap_or_default();
        for (i, round) in rounds.iter().enumerate() {
            session.replay(round).map_err(|problems| {
                let in_log = |problem: Diagnostic| Diagnostic {
                    file: log_file.to_owned(),
                    field: format!("round[{}].{}", i + 1, problem.field),
                    ..problem
                };
                problems.into_iter().map(in_log).collect::<Vec<_>>()
            })?;
        }
        Ok(session)
    }

    /// Plays a round of a log.
    fn replay(&mut self, round: &Value) -> Result<(), Vec<Diagnostic>> {
        let codes = round.get("codes").and_then(Value::as_array).cloned().unwrap_or_default();
        let codes: Vec<String> = codes.iter().map(|code| code.as_str().unwrap_or_default().to_owned()).collect();
        let happened = match round.get("event") {
            None => None,
            Some(key) => Some(named_event(key.as_str().unwrap_or_default())?),
        };
        let sheets = self.read(&codes)?;
        self.enter(happened, sheets)
    }
}

fn table(file: &str, content: &str) -> Result<Table, Vec<Diagnostic>> {
    content.parse().map_err(|error: toml::de::Error| {
        vec![Diagnostic {
            file: file.to_owned(),
            message: Text::same(error.message().to_owned()),
            span: error.span().map(|span| (span.start, span.end)),
            ..Diagnostic::default()
        }]
    })
}
