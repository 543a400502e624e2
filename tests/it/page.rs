//! What stands behind the page for aldermen: the same as the command says, for every question, and nothing harmful.

use std::collections::BTreeMap;

use kantel::cancel::Cancel;
use kantel::levers::{LEVERS, LeverKind};
use kantel::page::{Choice, GROUPS, Refused, Setting, answer};
use kantel::plan::Closure;
use kantel::report::wording::Lang;
use kantel::report::{SECTIONS, fragment};
use kantel::scenario::Overrides;
use kantel::simulation::MODEL_VERSION;
use kantel::study::{Options, Study};
use serde_json::{Value, json};

use crate::program::Folder;

/// A wijk of some thousand people.
const SMALL: &str = "WK000901";

fn framed<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    parts.into_iter().flat_map(|part| [&(part.len() as u32).to_le_bytes(), part].concat()).collect()
}

fn unframed(mut message: &[u8]) -> Vec<Vec<u8>> {
    let mut parts = Vec::new();
    while let Some((head, rest)) = message.split_first_chunk::<4>() {
        let (part, rest) = rest.split_at(u32::from_le_bytes(*head) as usize);
        parts.push(part.to_vec());
        message = rest;
    }
    parts
}

fn said(question: &Value, courses: &[Vec<u8>]) -> Result<Vec<u8>, Value> {
    let question = question.to_string();
    let parts = std::iter::once(question.as_bytes()).chain(courses.iter().map(Vec::as_slice));
    answer(&framed(parts), &Cancel::new())
        .map_err(|Refused(why)| serde_json::from_slice(&why).expect("mistakes are JSON"))
}

fn told(question: &Value, courses: &[Vec<u8>]) -> Value {
    let bytes = said(question, courses).unwrap_or_else(|why| panic!("{question}: {why}"));
    serde_json::from_slice(&bytes).expect("an answer in JSON")
}

/// What is wrong with a question, as one text.
fn refused(question: &Value, courses: &[Vec<u8>]) -> String {
    said(question, courses).expect_err("it is refused")["mistakes"].to_string()
}

fn choice() -> Value {
    let settings = json!({ "outreach.door_fte": 0.25, "outreach.targeting": "signal", "outreach.protected": true });
    json!({ "name": "Erop af", "place": SMALL, "closure": "extra", "settings": settings })
}

/// The courses of so many samples with so many replicates, the last ones first.
fn courses(size: &str, samples: u32, replicates: u32) -> Vec<Vec<u8>> {
    let draws = (0..samples).rev().flat_map(|sample| (0..replicates).map(move |replicate| (sample, replicate)));
    let of_draw = |(sample, replicate): (u32, u32)| {
        let asked = json!({ "ask": "courses", "choice": choice(), "size": size, "sample": sample,
            "replicate": replicate, "scenarios": [0, 1] });
        unframed(&said(&asked, &[]).expect("courses"))
    };
    draws.flat_map(of_draw).collect()
}

/// Every string that the page shows of a whole district is the report's, and the file is the command's, to the byte.
#[test]
fn the_page_says_what_the_command_says() {
    let checked = told(&json!({ "ask": "check", "lang": "nl", "choice": choice() }), &[]);
    let replicates = checked["replicates"].as_u64().expect("a number") as u32;
    assert_eq!((checked["extra"].as_u64(), replicates > 1), (Some(0), true), "{checked}");
    let courses = courses("whole", 2, replicates);
    let take = |what: &str| {
        let asked = json!({ "ask": "take", "lang": "nl", "choice": choice(), "samples": 2, "what": what });
        String::from_utf8(said(&asked, &courses).expect("a file")).expect("text")
    };
    let folder = Folder::new("page");
    let file = checked["file"].as_str().expect("a name");
    std::fs::write(folder.0.join(file), take("scenario")).expect("a file");
    assert_eq!(take("scenario"), checked["text"].as_str().unwrap_or_default());
    let command = checked["command"].as_str().expect("a command").replace("--samples 30", "--samples 2");
    let mut arguments: Vec<&str> = command.split(' ').skip(1).collect();
    arguments.extend(["--quiet", "--out", "result", "--loops", "0"]);
    let ran = folder.kantel(&arguments);
    assert!(ran.status.success(), "{command}: {}", String::from_utf8_lossy(&ran.stderr));
    assert!(folder.read("result/comparison.csv") == take("comparison"), "comparison.csv is another");

    let overrides = Overrides { district: Some(format!("builtin:{SMALL}")), samples: Some(2), ..Overrides::default() };
    let path = folder.0.join(file).display().to_string();
    let sources = ["builtin:reactive", &path];
    let mut study = Study::load(&sources, &overrides, &Options::default()).expect("a study");
    study.run(&kantel::prelude::Simulator, &mut (), &Cancel::new(), &()).expect("nobody stops it");
    let asked = json!({ "ask": "read", "lang": "nl", "choice": choice(), "size": "whole", "samples": 2,
        "sections": SECTIONS });
    let read = told(&asked, &courses);
    let program = study.read();
    let mut data = program.clone();
    data.provenance.on_page = true;
    data.provenance.command =
        checked["command"].as_str().expect("one").replace("--samples 30 --lang nl", "--samples 2");
    for id in SECTIONS {
        let there = fragment(&data, id, Lang::Nl).expect("a section");
        assert!(read["sections"][id].as_str() == Some(&there), "{id} is another");
        // What the program says of files and options the page says of its fields and buttons, and nothing else.
        let differs = fragment(&program, id, Lang::Nl).as_ref() != Some(&there);
        assert_eq!(differs, ["local-check", "why", "certainty", "reproduce"].contains(&id), "{id}");
        assert!(!there.contains("--with") && !there.contains("(--samples"), "{id} speaks of options");
    }
    assert_eq!(read["samples"], 2);
    assert_eq!(read["settled"], false, "two samples decide nothing: {}", read["doubt"]);
    let lead = read["lead"].as_str().expect("a lead");
    assert!(read["sections"]["in-brief"].as_str().is_some_and(|brief| brief.contains(lead)), "{lead}");
}

/// Own prices hold for the plan and for what it is compared with; the command with the file of prices says the same.
#[test]
fn own_prices_are_of_both_plans() {
    let choice = json!({ "name": "Duur", "place": SMALL, "closure": "extra", "settings": { "outreach.door_fte": 0.25 },
        "prices": { "team": 150.0, "guidance": 20.5 } });
    let checked = told(&json!({ "ask": "check", "lang": "en", "choice": choice }), &[]);
    assert_eq!(checked["mistakes"], json!([]), "{checked}");
    let command = checked["command"].as_str().expect("a command");
    let opened = told(&json!({ "ask": "open", "lang": "en", "text": checked["text"] }), &[])["choice"].clone();
    assert_eq!((&opened["prices"], &opened["settings"]), (&choice["prices"], &choice["settings"]));
    let knobs = told(&json!({ "ask": "knobs", "lang": "nl", "choice": choice }), &[]);
    let hint = knobs["groups"][0]["knobs"][0]["hint"].as_str().expect("a hint");
    assert!(hint.contains("207.500"), "1,383 hours of 150 euros: {hint}");
    assert!(knobs["prices"].as_array().is_some_and(|all| all.len() == 7), "{}", knobs["prices"]);
    let wrong = json!({ "name": "", "place": SMALL, "closure": "extra", "settings": {},
        "prices": { "team": -1.0, "guidance": 1e9, "gold": 3.0 } });
    let mistakes = told(&json!({ "ask": "check", "lang": "nl", "choice": wrong }), &[])["mistakes"].clone();
    let keys: Vec<&str> = mistakes.as_array().expect("a list").iter().filter_map(|m| m["key"].as_str()).collect();
    assert!(keys.contains(&"prices.team") && keys.contains(&"prices.guidance") && keys.len() == 3, "{mistakes}");

    let draw = json!({ "ask": "courses", "choice": choice, "size": "whole", "sample": 0, "replicate": 0,
        "scenarios": [0, 1] });
    let replicates = checked["replicates"].as_u64().expect("a number");
    let of = |replicate: u64| {
        let mut draw = draw.clone();
        draw["replicate"] = replicate.into();
        unframed(&said(&draw, &[]).expect("courses"))
    };
    let courses: Vec<Vec<u8>> = (0..replicates).flat_map(of).collect();
    let take = |what: &str| {
        let asked = json!({ "ask": "take", "lang": "nl", "choice": choice, "samples": 1, "what": what });
        String::from_utf8(said(&asked, &courses).expect("a file")).expect("text")
    };
    let folder = Folder::new("page-prices");
    std::fs::write(folder.0.join("duur.toml"), take("scenario")).expect("a file");
    std::fs::write(folder.0.join(checked["prices"].as_str().expect("a name")), take("prices")).expect("a file");
    let command = command.replace("--samples 30", "--samples 1");
    let mut arguments: Vec<&str> = command.split(' ').skip(1).collect();
    arguments.extend(["--quiet", "--out", "result", "--loops", "0", "--csv", "nl"]);
    let ran = folder.kantel(&arguments);
    assert!(ran.status.success(), "{command}: {}", String::from_utf8_lossy(&ran.stderr));
    assert!(folder.read("result/comparison.csv") == take("comparison"), "comparison.csv is another");
    assert!(folder.read("result/csv-nl/comparison.csv") == take("dutch"), "its Dutch form is another");
}

/// Plans stand beside each other by what readings say of them, world by world.
#[test]
fn plans_stand_beside_each_other() {
    let courses = courses("small", 3, 1);
    let read = told(
        &json!({ "ask": "read", "lang": "nl", "choice": choice(), "size": "small", "samples": 3, "sections": [] }),
        &courses,
    );
    let worlds = &read["worlds"];
    assert_eq!(worlds["cost"].as_array().map(Vec::len), Some(3), "{worlds}");
    let plan = |name: &str| json!({ "name": name, "cost": worlds["cost"], "need": worlds["need"] });
    let asked = json!({ "ask": "rivals", "lang": "nl", "plans": [plan("A"), plan("<b>")] });
    let html = told(&asked, &[])["html"].as_str().expect("markup").to_owned();
    assert!(html.contains("<svg") && html.contains("&lt;b&gt;") && html.contains("Nu"), "{html}");
    let many = json!({ "ask": "rivals", "lang": "nl", "plans": vec![plan("A"); 41] });
    assert!(refused(&many, &[]).contains("40 plannen"));
}

/// The order in which courses come in changes nothing; a first estimate judges nothing.
#[test]
fn a_first_estimate_has_ranges_and_no_verdict() {
    let mut courses = courses("small", 3, 1);
    let asked = json!({ "ask": "read", "lang": "nl", "choice": choice(), "size": "small", "samples": 3,
        "sections": ["in-brief"] });
    let read = told(&asked, &courses);
    courses.reverse();
    assert_eq!(told(&asked, &courses), read);
    let cards = read["cards"].as_str().expect("cards");
    assert_eq!(cards.matches("<article").count(), 4, "{cards}");
    assert!(cards.contains("class=\"range\"") && !cards.contains("class=\"verdict"), "{cards}");
    assert!(cards.contains("nog niet te zien") && !cards.contains("Onbeslist"), "{cards}");
    assert_eq!(read["row"].as_array().map(Vec::len), Some(3));
    assert!(read["row"].as_array().is_some_and(|row| row.iter().all(|figure| figure["word"] == "")), "{read}");
    assert!(read["sections"].as_object().is_some_and(serde_json::Map::is_empty), "no section says more than it knows");
    let short = json!({ "ask": "read", "lang": "nl", "choice": choice(), "size": "small", "samples": 2,
        "sections": [] });
    assert!(refused(&short, &courses).contains("niet bij deze keuze"), "courses that the question does not have");
}

/// Every knob can be set to something else; its file opens to the same choice, and its value of today changes nothing.
#[test]
fn every_knob_goes_into_a_file_and_back() {
    let asked =
        json!({ "ask": "knobs", "lang": "en", "choice": Choice { closure: Closure::Extra, ..Choice::default() } });
    let knobs = told(&asked, &[]);
    let mut settings = BTreeMap::new();
    let controls = knobs["groups"].as_array().into_iter().flatten().flat_map(|g| g["knobs"].as_array().expect("knobs"));
    for control in controls.flat_map(|knob| knob["controls"].as_array().expect("controls")) {
        let key = control["key"].as_str().expect("a key").to_owned();
        let now = &control["now"];
        let other = match control["kind"].as_str() {
            Some("flag") => Setting::Flag(!now.as_bool().expect("a flag")),
            Some("choice") => {
                let options = control["options"].as_array().expect("options");
                let other = options.iter().find(|option| option[0] != *now).expect("another option");
                Setting::Word(other[0].as_str().expect("a word").to_owned())
            }
            _ => {
                let [low, high, now] = [&control["slide"][0], &control["slide"][1], now].map(Value::as_f64);
                let (low, high, now) = (low.expect("low"), high.expect("high"), now.expect("now"));
                assert!(low <= now && now <= high && low < high, "{key}: {control}");
                Setting::Number(f64::midpoint(if now < high { now } else { low }, high))
            }
        };
        settings.insert(key, other);
    }
    assert_eq!(settings.len(), LEVERS.len() - 8, "all levers but the sizes of several teams");
    // One at a time: together some exclude each other.
    for (key, setting) in settings {
        let closure = if key == "team.fte" { Closure::Extra } else { Closure::Hours };
        let choice = Choice {
            name: key.clone(),
            place: Some(SMALL.to_owned()),
            closure,
            settings: [(key.clone(), setting)].into(),
            ..Choice::default()
        };
        let checked = told(&json!({ "ask": "check", "lang": "en", "choice": choice }), &[]);
        let text = checked["text"].as_str().unwrap_or_else(|| panic!("{key}: {checked}"));
        let opened = told(&json!({ "ask": "open", "lang": "en", "text": text }), &[]);
        let again: Choice = serde_json::from_value(opened["choice"].clone()).expect("a choice");
        assert_eq!(again, choice, "{text}");
    }
}

#[test]
fn the_ten_knobs_that_come_first_are_levers_with_a_range_that_somebody_would_set() {
    for key in GROUPS.iter().flat_map(|group| group.knobs).flat_map(|knob| knob.levers) {
        let lever = LEVERS.iter().find(|lever| lever.meta.key == *key).unwrap_or_else(|| panic!("{key}"));
        assert!(!matches!(lever.meta.kind, LeverKind::Number { min, max } if min >= max), "{key}");
    }
}

/// A mistake stands at its knob; what closure sets is refused with the reason, and so is what no knob shows.
#[test]
fn mistakes_are_told_at_their_knobs_and_files_beyond_them_are_refused_whole() {
    let with = |closure: &str, settings: Value| {
        let choice = json!({ "name": "x", "place": null, "closure": closure, "settings": settings });
        told(&json!({ "ask": "check", "lang": "nl", "choice": choice }), &[])["mistakes"].clone()
    };
    let many = with("extra", json!({ "outreach.door_fte": -1, "gate.strictness": 2, "outreach.targeting": "signals" }));
    let keys: Vec<&str> = many.as_array().into_iter().flatten().filter_map(|m| m["key"].as_str()).collect();
    assert_eq!(keys, ["gate.strictness", "outreach.door_fte", "outreach.targeting"], "{many}");
    assert!(many[2]["help"].as_str().is_some_and(|help| help.contains("signal")), "{many}");
    assert_eq!(with("hours", json!({ "team.fte": 40 }))[0]["key"], "team.fte");
    assert_eq!(with("extra", json!({ "team.fte": 40 })), json!([]));

    let open = |text: &str| json!({ "ask": "open", "lang": "nl", "text": text });
    let base = "schema_version = 1\nbase = \"builtin:reactive\"\n";
    let beyond = format!(
        "{base}[parameters]\nonset.debt = 0.02\n[levers]\ngate.strictness = {{ after_years = 2, value = 0.3 }}\n"
    );
    let why = refused(&open(&beyond), &[]);
    assert!(why.contains("parameters.onset.debt") && why.contains("levers.gate.strictness"), "{why}");
    assert!(refused(&open("schema_version = 1\nbas = 3"), &[]).contains("\"line\":2"));
}

/// Nothing that a question says opens a file, computes without end or ends the program.
#[test]
fn harmful_questions_are_refused() {
    let at = |place: &str| json!({ "name": "x", "place": place, "closure": "hours", "settings": {} });
    for place in ["../../../../etc/passwd", "/etc/passwd", "builtin:overvecht", "WK999999", "", "WK000901\n"] {
        let checked = told(&json!({ "ask": "check", "lang": "en", "choice": at(place) }), &[]);
        assert_ne!(checked["mistakes"], json!([]), "{place:?}");
        let knobs = json!({ "ask": "knobs", "lang": "en", "choice": at(place) });
        assert!(!refused(&knobs, &[]).contains("root:"), "{place:?}");
    }
    for base in ["/etc/passwd", "../x.toml", "reactive.toml"] {
        let text = format!("schema_version = 1\nbase = {base:?}\n");
        let why = refused(&json!({ "ask": "open", "lang": "en", "text": text }), &[]);
        assert!(why.contains("built-ins") || why.contains("leads out"), "{base}: {why}");
    }
    let read = |samples: u64| {
        json!({ "ask": "read", "lang": "en", "choice": choice(), "size": "small", "samples": samples,
            "sections": [] })
    };
    for samples in [0, 401, 4_000_000_000] {
        assert!(refused(&read(samples), &[]).contains("1 to 400"), "{samples}");
    }
    for (sample, replicate, scenarios) in
        [(0, 9, vec![0]), (400, 0, vec![0]), (0, 0, vec![2]), (0, 0, vec![usize::MAX])]
    {
        let asked = json!({ "ask": "courses", "choice": choice(), "size": "small", "sample": sample,
            "replicate": replicate, "scenarios": scenarios });
        refused(&asked, &[]);
    }
    for course in [Vec::new(), vec![0; 40], vec![255; 4_000]] {
        refused(&read(1), &[course]);
    }
    let name = "x".repeat(61);
    let long = json!({ "name": name, "place": null, "closure": "hours", "settings": {} });
    assert!(refused(&json!({ "ask": "knobs", "lang": "en", "choice": long }), &[]).contains("60"));
    for message in [&b""[..], b"abc", b"\xff\xff\xff\xffabc", b"\x02\0\0\0{}", b"\x04\0\0\0null"] {
        assert!(answer(message, &Cancel::new()).is_err(), "{message:?}");
    }
    let strange = json!({ "name": "x", "place": null, "closure": "hours",
        "settings": { "a\nb = 1\n[parameters]\nonset.debt": 1, "gate.strictness": "\"\n[district]" } });
    let checked = told(&json!({ "ask": "check", "lang": "en", "choice": strange }), &[]);
    assert_eq!(checked["mistakes"].as_array().map(Vec::len), Some(2), "{checked}");
}

/// Names are written as texts, whatever they hold.
#[test]
fn names_are_inert() {
    let name = "<script>alert(1)</script>\"\\ {{x}}";
    let choice = json!({ "name": name, "place": SMALL, "closure": "extra", "settings": { "outreach.door_fte": 0.3 } });
    let text = told(&json!({ "ask": "check", "lang": "nl", "choice": choice }), &[])["text"].clone();
    let opened = told(&json!({ "ask": "open", "lang": "nl", "text": text }), &[]);
    assert_eq!(opened["choice"]["name"], name);
}

/// What a municipality knows of itself stands beside the model's figures and changes none; no link carries it.
#[test]
fn own_figures_stand_beside_the_models_and_change_none() {
    let with = |own: Value| {
        let mut choice = choice();
        choice["own"] = own;
        choice
    };
    let check = |choice: Value| told(&json!({ "ask": "check", "lang": "nl", "choice": choice }), &[]);
    let checked = check(with(json!({ "wmo_clients": 81.0, "team_wait_weeks": 6.5 })));
    let text = checked["text"].as_str().unwrap_or_else(|| panic!("{checked}"));
    assert!(text.contains("[own]\nteam_wait_weeks = 6.5\nwmo_clients = 81\n"), "{text}");
    assert!(!checked["shared"].as_str().expect("a text").contains("81"), "{}", checked["shared"]);
    let opened = told(&json!({ "ask": "open", "lang": "nl", "text": text }), &[]);
    assert_eq!(opened["choice"]["own"], json!({ "team_wait_weeks": 6.5, "wmo_clients": 81.0 }));
    let courses = courses("small", 1, 1);
    let read = |own: Value, samples: u32| {
        let asked = json!({ "ask": "read", "lang": "nl", "choice": with(own), "size": "small", "samples": samples,
            "sections": [] });
        told(&asked, &courses)
    };
    assert_eq!(read(json!({}), 1), read(json!({ "wmo_clients": 81.0 }), 1));
    for (name, value) in [("wmo_clients", json!(-1)), ("wmo_klanten", json!(3))] {
        let wrong = check(with(json!({ name: value })));
        assert_eq!(wrong["mistakes"][0]["key"], format!("own.{name}"), "{wrong}");
    }
    let beyond = text.replace("[own]\n", "[own]\nyouth_clients = { value = 3, low = 2, high = 4 }\n");
    assert!(refused(&json!({ "ask": "open", "lang": "nl", "text": beyond }), &[]).contains("own.youth_clients"));
}

/// The file that the repository carries is of this version of the model, and travels by mail.
#[test]
fn the_page_in_the_repository_is_of_this_version() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("page/kantel.html");
    let page = std::fs::read_to_string(path).expect("page/kantel.html: cargo run -p kantel-web");
    let version = format!("content=\"kantel {} (model {MODEL_VERSION})\"", env!("CARGO_PKG_VERSION"));
    assert!(page.contains(&version), "page/kantel.html is of another version: cargo run -p kantel-web");
    assert!(page.len() <= 4 * 1024 * 1024, "{} bytes", page.len());
}
