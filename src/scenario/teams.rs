//! `[[team]]`: the one broad team of a district, or several with a remit each.

use toml::de::{DeTable, DeValue};

use super::draft::{Draft, OrganisationDraft, Size, TeamDraft};
use super::numbers::read_number;
use super::reader::{Findings, Reader, Value, join};
use super::texts::FORMS;
use crate::diagnostics::Diagnostic;
use crate::entities::{Domain, Form, MAX_AGE, MAX_TEAMS, Remit};
use crate::language::{Text, text};
use crate::levers::position;
use crate::mechanisms::team::levers::SIZES;
use crate::plan::{Field, Number, TeamSpec};

/// The other way to state the size of a team.
const JOBS: &str = "jobs_per_10000";

/// Most jobs per 10,000 residents.
const MAX_JOBS: f64 = 1_000.0;

/// What a team is for: the keys of its table that make it one of several.
pub(super) const REMIT: [&str; 4] = ["domains", "ages", "neighbourhoods", "form"];

/// Reads the teams of an organisation. One without a remit states what it changes of the one team that there is;
/// several replace what there was.
pub(super) fn read(reader: &mut Reader, field: &str, value: &Value, draft: &mut OrganisationDraft) {
    let tables = reader.tables(field, value);
    for (span, table) in &tables {
        if table.is_empty() {
            reader.remark(span, &text!("[[{field}]] states nothing", "[[{field}]] bevat niets"));
        }
    }
    match &tables[..] {
        [(span, table)] if !REMIT.iter().any(|key| table.get(*key).is_some()) => {
            if draft.has_remits() {
                draft.teams = vec![TeamDraft::broad()];
                draft.numbers.retain(|number, _| number.product().is_some());
            }
            read_only(reader, field, (span, table), draft);
        }
        [] => {}
        _ => {
            if tables.len() > MAX_TEAMS {
                let message = Text::fixed("too many teams", "te veel teams");
                reader.problem(value.span(), field, message).allowed =
                    text!("1 to {MAX_TEAMS}", "1 tot en met {MAX_TEAMS}");
                return;
            }
            let mut teams: Vec<TeamDraft> = Vec::new();
            for (i, (span, table)) in tables.into_iter().enumerate() {
                let numbered = format!("{field}[{}]", i + 1);
                let team = read_one(reader, &numbered, (span.clone(), table));
                if !team.spec.name.is_empty() && teams.iter().any(|other| other.spec.name == team.spec.name) {
                    let message = Text::fixed("a second team of this name", "een tweede team met deze naam");
                    reader.problem(span, &join(&numbered, "name"), message).value.clone_from(&team.spec.name);
                }
                teams.push(team);
            }
            reader.note(field, &value.span());
            draft.jobs = None;
            draft.numbers.retain(|number, _| number.product().is_some());
            draft.teams = teams;
        }
    }
}

/// Reads the only team: a broad one, whose size may be uncertain.
fn read_only(
    reader: &mut Reader,
    team: &str,
    (span, table): (&std::ops::Range<usize>, &DeTable),
    draft: &mut OrganisationDraft,
) {
    let mut sizes = 0;
    for (key, field, value) in
        reader.fields(team, table, Field::of_team(), &["name", Number::TEAM_FTE.field().key, JOBS])
    {
        match key {
            "name" => {
                if let Some(name) = reader.text(&field, value) {
                    draft.teams[0].spec.name = name;
                }
            }
            JOBS => {
                sizes += 1;
                if let Some(jobs) = reader.uncertain(&field, value, (0.0, MAX_JOBS)) {
                    draft.jobs = Some(jobs);
                    draft.numbers.remove(&Number::TEAM_FTE);
                }
                reader.forget(&Number::TEAM_FTE.path());
            }
            key => {
                let numbers = Number::of_team().filter(|number| number.field().key == key);
                for number in numbers {
                    let read = read_number(reader, &field, value, number.field());
                    draft.numbers.extend(read.map(|read| (number, read)));
                    if number == Number::TEAM_FTE {
                        sizes += 1;
                        draft.jobs = read.map_or(draft.jobs, |_| None);
                        reader.forget(&join(team, JOBS));
                    }
                }
            }
        }
    }
    check_sizes(reader, team, span, sizes, draft.has_team());
}

fn check_sizes(reader: &mut Reader, field: &str, span: &std::ops::Range<usize>, sizes: u32, has_one: bool) {
    if sizes > 1 {
        let message = Text::fixed("states both fte and jobs_per_10000", "noemt zowel fte als jobs_per_10000");
        reader.problem(span.clone(), field, message).allowed = Text::fixed("one of the two", "een van de twee");
    } else if sizes == 0 && !has_one {
        let message = Text::fixed("does not state its size", "noemt zijn omvang niet");
        reader.problem(span.clone(), field, message).allowed =
            Text::fixed("fte or jobs_per_10000", "fte of jobs_per_10000");
    }
}

/// Reads one of several teams.
fn read_one(reader: &mut Reader, path: &str, (span, table): (std::ops::Range<usize>, &DeTable)) -> TeamDraft {
    let mut team = TeamDraft::broad();
    team.spec.name.clear();
    let mut sizes = 0;
    let mut known = vec!["name", Number::TEAM_FTE.field().key, JOBS];
    known.extend(REMIT);
    for (key, field, value) in reader.fields(path, table, Field::of_team(), &known) {
        match key {
            "name" => team.spec.name = reader.text(&field, value).unwrap_or_default(),
            "domains" => team.spec.domains = read_domains(reader, &field, value).unwrap_or(team.spec.domains),
            "ages" => team.spec.ages = read_ages(reader, &field, value).unwrap_or(team.spec.ages),
            "neighbourhoods" => team.spec.neighbourhoods = read_names(reader, &field, value),
            "form" => team.spec.form = reader.choice(&field, value, &FORMS).map_or(Form::Replaces, |i| Form::ALL[i]),
            JOBS => {
                sizes += 1;
                team.size = reader.number(&field, value, 0.0, MAX_JOBS).map(Size::Jobs);
            }
            key => {
                let Some(number) = Number::of_team().find(|number| number.field().key == key) else { continue };
                let (min, max) = number.field().stated;
                let read = reader.number(&field, value, min, max);
                if number == Number::TEAM_FTE {
                    sizes += 1;
                    team.size = read.map(Size::Fte);
                } else {
                    team.caseload = read;
                }
            }
        }
    }
    if team.spec.name.trim().is_empty() {
        let message = Text::fixed(
            "one of several teams has no name: levers and results call it by that",
            "een van meerdere teams heeft geen naam: daarmee noemen het beleid en de uitkomsten het",
        );
        reader.problem(span.clone(), &join(path, "name"), message).value = String::new();
    }
    check_sizes(reader, path, &span, sizes, false);
    team.size = team.size.or(Some(Size::Fte(0.0)));
    team
}

fn read_domains(reader: &mut Reader, field: &str, value: &Value) -> Option<u8> {
    let keys = Domain::ALL.map(Domain::key);
    let Some(array) = value.get_ref().as_array().filter(|array| !array.is_empty()) else {
        let all = keys.join(", ");
        let message = Text::fixed("not a list of domains", "geen lijst van leefgebieden");
        reader.problem(value.span(), field, message).allowed = text!("[\"youth\"], of {all}", "[\"youth\"], uit {all}");
        return None;
    };
    let chosen: Vec<usize> = array.iter().filter_map(|item| reader.choice(field, item, &keys)).collect();
    Some(chosen.into_iter().fold(0, |bits, domain| bits | 1 << domain))
}

fn read_ages(reader: &mut Reader, field: &str, value: &Value) -> Option<(u8, u8)> {
    let ages = value.get_ref().as_array().filter(|array| array.len() == 2).and_then(|array| {
        let mut read = |i: usize| reader.whole(field, &array[i], 0, MAX_AGE.into()).map(|age| age as u8);
        Some((read(0)?, read(1)?))
    });
    let ages = ages.filter(|(from, to)| from <= to);
    if ages.is_none() {
        let message = Text::fixed("not a lowest and a highest age", "geen laagste en hoogste leeftijd");
        reader.problem(value.span(), field, message).allowed =
            text!("[0, 17], up to {MAX_AGE}", "[0, 17], tot en met {MAX_AGE}");
    }
    ages
}

fn read_names(reader: &mut Reader, field: &str, value: &Value) -> Vec<String> {
    let DeValue::Array(array) = value.get_ref() else {
        let message = Text::fixed("not a list of neighbourhoods", "geen lijst van buurten");
        reader.problem(value.span(), field, message).allowed =
            Text::fixed("names in quotes, between [ and ]", "namen tussen aanhalingstekens, tussen [ en ]");
        return Vec::new();
    };
    array.iter().filter_map(|item| reader.text(field, item)).collect()
}

/// The levers of the sizes of teams, by the names that these have.
pub(super) fn levers_by_name(draft: &OrganisationDraft) -> Vec<(String, usize)> {
    let teams = draft.teams.iter().zip(SIZES);
    teams.filter_map(|(team, key)| Some((format!("team.{}.fte", team.spec.name), position(key)?))).collect()
}

/// Reports what the teams of an organisation leave undone: needs that nobody takes on, neighbourhoods that are not
/// there, levers of teams that are not there.
pub(super) fn check(draft: &Draft, file: &str, findings: &mut Findings) {
    let organisations = [("", Some(&draft.organisation)), ("before.", draft.before.as_ref())];
    let mut notes = Vec::new();
    for (prefix, organisation) in organisations.into_iter().filter_map(|(prefix, o)| Some((prefix, o?))) {
        let mut report = |field: String, message: Text, value: String, allowed: Text| {
            let origin = findings.origins.get(&field).cloned();
            findings.problems.push(Diagnostic {
                file: origin.as_ref().map_or_else(|| file.to_owned(), |o| o.file.clone()),
                line: origin.as_ref().and_then(|o| o.line),
                column: origin.as_ref().and_then(|o| o.column),
                field,
                message,
                value,
                allowed,
                ..Diagnostic::default()
            });
        };
        let places: Vec<&str> =
            draft.district.iter().flat_map(|d| &d.neighbourhoods).map(|n| n.name.as_str()).collect();
        let teams: Vec<&TeamSpec> = organisation.teams.iter().map(|team| &team.spec).collect();
        let named = || teams.iter().flat_map(|team| &team.neighbourhoods);
        // Beside each other districts have neighbourhoods of their own, and every one of them has these teams.
        if let Some(name) = named().next().filter(|_| !draft.parts.is_empty()) {
            let message = Text::fixed(
                "a team for some neighbourhoods cannot be divided over several districts",
                "een team voor bepaalde buurten is niet over verschillende wijken te verdelen",
            );
            let allowed = Text::fixed("a team for the whole district", "een team voor de hele wijk");
            report(format!("{prefix}team"), message, name.clone(), allowed);
            continue;
        }
        for name in named().filter(|name| !places.contains(&name.as_str())) {
            let message = Text::fixed("no neighbourhood of the district", "geen buurt van de wijk");
            report(format!("{prefix}team"), message, name.clone(), Text::same(places.join(", ")));
        }
        for (i, key) in SIZES.iter().enumerate().skip(teams.len()) {
            if position(key).is_some_and(|lever| organisation.levers.contains_key(&lever)) {
                let (nth, count) = (i + 1, teams.len());
                let message = text!("there is no team {nth}", "er is geen team {nth}");
                let allowed = text!("team.1.fte to team.{count}.fte", "team.1.fte tot en met team.{count}.fte");
                report(format!("{prefix}levers.{key}"), message, String::new(), allowed);
            }
        }
        note_idle(prefix, organisation, &places, &mut notes);
        if let Some((domain, age, place)) =
            left_over(&teams, &places).filter(|_| teams.len() > 1 || !teams[0].is_broad())
        {
            let domain = domain.key();
            let message = Text::fixed(
                "some needs have no team; the first by domain, age and neighbourhood",
                "sommige hulpvragen hebben geen team; de eerste naar leefgebied, leeftijd en buurt",
            );
            let allowed = Text::fixed(
                "a team without form = \"extra\" for every domain, age and neighbourhood",
                "een team zonder form = \"extra\" voor elk leefgebied, elke leeftijd en elke buurt",
            );
            report(format!("{prefix}team"), message, format!("{domain}, {age}, {place}"), allowed);
        }
    }
    findings.notes.extend(notes);
}

/// Says which teams nobody comes to: those without FTE, and those that stand behind others for all that they take on.
fn note_idle(prefix: &str, organisation: &OrganisationDraft, places: &[&str], notes: &mut Vec<Text>) {
    let teams = &organisation.teams;
    if teams.len() < 2 || teams.len() > MAX_TEAMS {
        return;
    }
    let remits: Vec<Remit> = teams.iter().map(|team| team.spec.remit(places.iter().copied())).collect();
    for (i, team) in teams.iter().enumerate() {
        let name = &team.spec.name;
        let planned = position(SIZES[i]).is_some_and(|lever| organisation.levers.contains_key(&lever));
        if matches!(team.size, Some(Size::Fte(n) | Size::Jobs(n)) if n <= 0.0) && !planned {
            notes.push(text!(
                "{prefix}team {name} has no FTE: whoever comes to it waits, and is not in the mean wait",
                "{prefix}team {name} heeft geen fte: wie er komt, wacht, en die wachttijd telt nergens mee"
            ));
        }
        let like = |j: &usize| (teams[*j].spec.form == Form::Extra) == (team.spec.form == Form::Extra);
        let is_first = |domain: Domain, age: u8, at: u8| {
            remits[i].holds(domain, age, at) && !(0..i).filter(like).any(|j| remits[j].holds(domain, age, at))
        };
        let mut all = Domain::ALL.into_iter().flat_map(|domain| (0..=MAX_AGE).map(move |age| (domain, age)));
        let count = places.len().max(1);
        if !all.any(|(domain, age)| (0..count).any(|at| is_first(domain, age, at as u8))) {
            notes.push(text!(
                "{prefix}team {name} gets no need: teams before it take on all that it does",
                "{prefix}team {name} krijgt geen hulpvraag: teams ervoor doen alles wat dit team doet"
            ));
        }
    }
}

/// A need that no team has but those on top of others: its domain, an age, and a neighbourhood.
fn left_over<'p>(teams: &[&TeamSpec], places: &[&'p str]) -> Option<(Domain, u8, &'p str)> {
    let remits: Vec<Remit> =
        teams.iter().filter(|team| team.form != Form::Extra).map(|team| team.remit(places.iter().copied())).collect();
    let all = Domain::ALL.into_iter().flat_map(|domain| (0..=MAX_AGE).map(move |age| (domain, age)));
    all.flat_map(|(domain, age)| places.iter().enumerate().map(move |(at, place)| (domain, age, at, *place)))
        .find(|(domain, age, at, _)| !remits.iter().any(|remit| remit.holds(*domain, *age, *at as u8)))
        .map(|(domain, age, _, place)| (domain, age, place))
}
