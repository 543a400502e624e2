//! The screens of a session, as a browser speaks to them: who may ask what, a round, a kill, and what the room is told.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::program::{Folder, program};

/// The program that serves a session; killed when it is dropped.
struct Server {
    child: Child,
    port: u16,
    token: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Server {
    fn start(folder: &Folder) -> Self {
        let mut child = program()
            .current_dir(&folder.0)
            .args(["game", "serve", "s", "--lang", "en"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("an address");
        let rest = line.trim().strip_prefix("http://127.0.0.1:").unwrap_or_else(|| panic!("{line}"));
        let (port, token) = rest.split_once("/#t=").unwrap_or_else(|| panic!("{line}"));
        Self { port: port.parse().expect("a port"), token: token.to_owned(), child }
    }

    /// The status and body of an answer.
    fn request(&self, head: &str, token: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        let port = self.port;
        let length = body.len();
        let asked = format!(
            "{head} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nX-Kantel-Token: \
             {token}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        );
        stream.write_all(asked.as_bytes()).expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        (head[9..12].parse().expect("a status"), body.to_owned())
    }

    fn act(&self, act: &Value) -> Value {
        let (status, body) = self.request("POST /ask", &self.token, &act.to_string());
        assert_eq!(status, 200, "{act}");
        serde_json::from_str(&body).expect("JSON")
    }

    fn see(&self) -> Value {
        self.act(&json!({ "act": "see" }))
    }

    /// What the room is told.
    fn room(&self) -> Value {
        let token = self.see()["room"].as_str().expect("a token").to_owned();
        let (status, body) = self.request("POST /room/ask", &token, "{}");
        assert_eq!(status, 200);
        serde_json::from_str(&body).expect("JSON")
    }

    /// How it stands when nothing is computed any more.
    #[expect(clippy::disallowed_methods, reason = "it waits for a server, and not for ever")]
    fn settled(&self) -> Value {
        let end = Instant::now() + Duration::from_mins(2);
        loop {
            let seen = self.see();
            if seen["work"].is_null() && seen["whole"] == true {
                return seen;
            }
            assert!(Instant::now() < end, "{seen}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

fn say(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.kantel(arguments);
    assert!(output.status.success(), "{arguments:?} {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What was computed, without the clock and when it was kept.
fn outcome(seen: &Value) -> String {
    ["standing", "hidden", "apart", "played", "due", "names"].map(|key| seen[key].to_string()).concat()
}

fn by_hand(seen: &Value, group: usize, of: &str, choice: u64) -> Value {
    let place = kantel::game::BOXES.iter().position(|one| one.key == of).expect("a box");
    let mut choices = seen["table"][group]["choices"].clone();
    choices[place] = json!(choice);
    json!({ "act": "sheet", "group": group, "choices": choices })
}

#[test]
fn a_session_is_played_at_the_screens_and_comes_back_after_a_kill() {
    let folder = Folder::new("screens");
    let new = ["game", "new", "--groups", "2", "--number", "9", "--residents", "800", "--samples", "2", "--out", "s"];
    say(&folder, &new);
    std::fs::write(folder.0.join("1.toml"), "[A]\nout = 2\nexpected = \"down\"\n").expect("written");
    let codes = say(&folder, &["game", "code", "s", "--sheets", "1.toml"]);
    let codes: Vec<&str> = codes.lines().collect();
    let server = Server::start(&folder);
    let seen = server.settled();
    assert_eq!((&seen["due"], &seen["ready"]), (&json!(1), &json!(false)));
    // A code of another group, one that is mistyped, and the right one.
    for (code, told) in [(codes[1], "code of group B"), ("1A-0KZM-S2F8-HD9", "not right"), ("1A-0", "the place")] {
        let seen = server.act(&json!({ "act": "code", "group": 0, "code": code }));
        assert!(seen["table"][0]["problems"].to_string().contains(told), "{code} {}", seen["table"][0]);
    }
    let seen = server.act(&json!({ "act": "code", "group": 0, "code": codes[0] }));
    let read = &seen["table"][0]["read"];
    assert_eq!(
        read["changes"][0],
        json!([
            { "en": "Blocks for going out", "nl": "Blokken erop af" },
            { "en": "0", "nl": "0" },
            { "en": "2", "nl": "2" }
        ])
    );
    assert_eq!((&read["expected"]["en"], &seen["ready"]), (&json!("down"), &json!(false)));
    // By hand: against a rule, and then by the rules.
    let broken = server.act(&by_hand(&seen, 1, "out", 4));
    assert!(broken["table"][1]["problems"].to_string().contains("at most 3"), "{}", broken["table"][1]);
    let seen = server.act(&by_hand(&seen, 1, "learning", 1));
    assert_eq!(seen["ready"], json!(true), "{seen}");
    server.act(&json!({ "act": "play" }));
    let first = server.settled();
    assert_eq!((&first["due"], &first["standing"]["worlds"]), (&json!(2), &json!(2)));
    // The same as by script: state is the log.
    let script = say(&folder, &["game", "play", "s", "--lang", "en"]);
    let here = first["standing"]["axes"][0]["groups"][0][0].as_i64().expect("points");
    assert!(script.contains(&format!("A      {here} (")), "{here}\n{script}");
    // Another program that changes the log is noticed.
    drop(server);
    let server = Server::start(&folder);
    assert_eq!(outcome(&server.settled()), outcome(&first), "it comes back at the same bytes");
    server.act(&json!({ "act": "event", "key": "debt_shock" }));
    let seen = server.see();
    assert_eq!(server.room()["event"]["key"], json!("debt_shock"));
    for group in 0..2 {
        server.act(&by_hand(&seen, group, "scaling", 1));
    }
    server.act(&json!({ "act": "play" }));
    let second = server.settled();
    server.act(&json!({ "act": "undo" }));
    assert_eq!(outcome(&server.settled()), outcome(&first), "a round that is taken back was never there");
    assert!(folder.read("s/undone.toml").contains("debt_shock"));
    assert!(!folder.read("s/log.toml").contains("debt_shock"));
    assert_ne!(outcome(&second), outcome(&first));
    say(&folder, &["game", "undo", "s"]);
    let seen = server.act(&json!({ "act": "undo" }));
    assert!(seen["problems"].to_string().contains("another program"), "{}", seen["problems"]);
}

#[test]
fn the_room_is_told_nothing_that_is_hidden_until_the_debrief() {
    let folder = Folder::new("screens-room");
    let new = ["game", "new", "--groups", "2", "--number", "9", "--residents", "800", "--samples", "2", "--out", "s"];
    say(&folder, &new);
    std::fs::write(folder.0.join("1.toml"), "[A]\nout = 3\n").expect("written");
    say(&folder, &["game", "play", "s", "--sheets", "1.toml"]);
    let server = Server::start(&folder);
    let seen = server.settled();
    let hidden: Vec<String> =
        seen["hidden"].as_array().expect("figures").iter().map(|row| row["label"]["en"].to_string()).collect();
    assert_eq!(hidden.len(), 2);
    let room = server.room();
    assert_eq!(room["standing"], seen["standing"]);
    let keys: Vec<&String> = room.as_object().expect("an object").keys().collect();
    assert_eq!(
        keys,
        [
            "blank",
            "clock",
            "computing",
            "due",
            "event",
            "groups",
            "headline",
            "played",
            "revealed",
            "rounds",
            "shows",
            "standing",
            "years"
        ]
    );
    let (status, page) = server.request("GET /room", "", "");
    assert_eq!(status, 200);
    for label in &hidden {
        assert!(!room.to_string().contains(label) && !page.contains(label.trim_matches('"')), "{label}");
    }
    assert!(!page.contains("unhelped") && !page.contains(&server.token));
    // The room's token opens nothing of the trainer's, nor the other way round.
    let token = seen["room"].as_str().expect("a token");
    assert_eq!(server.request("POST /ask", token, "{\"act\":\"see\"}").0, 403);
    assert_eq!(server.request("POST /room/ask", &server.token, "{}").0, 403);
    assert_eq!(server.request("POST /ask", &server.token, "{\"act\":\"dance\"}").0, 422);
    // What was true comes when the trainer shows it, and not because it has been computed.
    server.act(&json!({ "act": "reveal" }));
    server.act(&json!({ "act": "debrief" }));
    let seen = server.settled();
    assert_eq!(seen["debrief"]["groups"][0]["points"][0].as_array().map(Vec::len), Some(2), "{}", seen["debrief"]);
    assert!(server.room()["revealed"].is_null());
    server.act(&json!({ "act": "reveal" }));
    assert_eq!(server.room()["revealed"], seen["debrief"]);
    // A room that is blank is told nothing at all.
    server.act(&json!({ "act": "blank" }));
    assert_eq!(server.room(), json!({ "blank": true }));
    let printed = server.act(&json!({ "act": "print", "page": "handout", "group": 1, "lang": "nl" }));
    assert!(printed["html"].as_str().is_some_and(|html| html.contains("Groep B: wat wij besloten")), "{printed}");
    assert!(folder.read("s/hand-out-B.html").contains("Group B: what we decided"));
}
