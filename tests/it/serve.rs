//! `kantel serve`: the page and its answers, and nothing for anybody else.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::program::program;

/// A server that ends with the test.
struct Served {
    child: Child,
    port: u16,
    token: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A server, or nothing where this build holds no page.
fn served() -> Option<Served> {
    let mut command: Command = program();
    let mut child = command.args(["serve", "--threads", "1"]).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
    let Some((port, token)) = line.trim().strip_prefix("http://127.0.0.1:").and_then(|rest| rest.split_once("/#t="))
    else {
        assert_eq!(child.wait().expect("it ended").code(), Some(3), "no address, and no reason: {line}");
        return None;
    };
    Some(Served { child, port: port.parse().expect("a port"), token: token.to_owned() })
}

impl Served {
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_mins(1))).expect("a socket");
        stream
    }

    /// What comes back for raw bytes: the status (0 where the connection ends without one) and the whole answer.
    fn send(&self, bytes: &[u8]) -> (u16, String) {
        let mut stream = self.connect();
        let mut answer = Vec::new();
        if stream.write_all(bytes).is_ok() {
            let _ = stream.read_to_end(&mut answer);
        }
        let text = String::from_utf8_lossy(&answer).into_owned();
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        (status, text)
    }

    /// The head of a question that is asked as it should be, with something changed.
    fn head(&self, length: usize, change: impl Fn(String) -> String) -> Vec<u8> {
        let (port, token) = (self.port, &self.token);
        change(format!(
            "POST /ask HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nX-Kantel-Token: \
             {token}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
        ))
        .into_bytes()
    }

    fn ask(&self, question: &str) -> (u16, String) {
        let body = [&(question.len() as u32).to_le_bytes(), question.as_bytes()].concat();
        self.send(&[self.head(body.len(), |head| head), body].concat())
    }
}

const ABOUT: &str = r#"{"ask":"about","lang":"nl"}"#;

/// A request and the statuses with which it may be refused.
type Hostile = (Vec<u8>, &'static [u16]);

fn get(path: &str, host: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
}

/// Requests by other names, for other things, in other ways.
fn lost(served: &Served) -> Vec<Hostile> {
    let here = format!("127.0.0.1:{}", served.port);
    let mut all: Vec<Hostile> = Vec::new();
    let others = [
        "evil.example",
        "127.0.0.1",
        "localhost",
        "0.0.0.0",
        "[::]",
        "169.254.169.254",
        "127.0.0.2",
        "kantel.nl",
        "",
        "*",
    ];
    for host in others {
        let port = served.port;
        for name in [host.to_owned(), format!("{host}:{port}"), format!("{host}.evil.example:{port}")] {
            if ![here.clone(), format!("localhost:{port}")].contains(&name) {
                all.push((get("/", &name).into_bytes(), &[421, 400]));
            }
        }
    }
    let paths = "/robots.txt /index.html /../../etc/passwd /%2e%2e%2fetc/passwd //etc/passwd /ask/ /./ \
                 /page/kantel.html /?a=1 /ask?a=1 /study /favicon.ico /\\..\\x /%00 http://evil.example/ *";
    all.extend(paths.split(' ').map(|path| -> Hostile { (get(path, &here).into_bytes(), &[404, 405, 421, 400]) }));
    for method in ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "FOO", "get"] {
        for path in ["/", "/ask"] {
            let request = format!("{method} {path} HTTP/1.1\r\nHost: {here}\r\nConnection: close\r\n\r\n");
            all.push((request.into_bytes(), &[405, 400, 421]));
        }
    }
    all
}

/// Questions from elsewhere, without the token, too large, or broken.
fn strange(served: &Served) -> Vec<Hostile> {
    let ours = format!("Origin: http://127.0.0.1:{}", served.port);
    let changed = |from: &str, to: &str| served.head(0, |head| head.replace(from, to));
    let mut all: Vec<Hostile> = Vec::new();
    for origin in ["http://evil.example", "null", "https://127.0.0.1", "http://localhost:1", "file://", ""] {
        all.push((changed(&ours, &format!("Origin: {origin}")), &[403]));
    }
    all.push((changed(&format!("{ours}\r\n"), ""), &[403]));
    for (i, sign) in served.token.char_indices() {
        let mut token = served.token.clone();
        token.replace_range(i..=i, if sign == '0' { "1" } else { "0" });
        all.push((changed(&served.token, &token), &[403]));
    }
    for token in ["", "x", &"0".repeat(64), &served.token[..63], &format!("{}0", served.token), "null"] {
        all.push((changed(&served.token, token), &[403]));
    }
    all.push((changed("\r\n\r\n", &format!("\r\nX: {}\r\n\r\n", "x".repeat(20_000))), &[431, 400]));
    all.push((served.head(0, |head| head.replace("\r\n\r\n", &"\r\nX: x".repeat(500)) + "\r\n\r\n"), &[431, 400]));
    all.push((served.head(70_000_000, |head| head), &[413]));
    all.push((changed("Content-Length: 0", "Content-Length: -1"), &[400, 0]));
    all.push((served.head(4, |head| head), &[408, 413]));
    for bytes in [&b"\0\0\0\0"[..], b"GET", b"GET / HTTP/9.9", b"PRI * HTTP/2.0\r\n\r\nSM", &[255; 64], b" ", b"GET  /"]
    {
        all.push(([bytes, b"\r\n\r\n"].concat(), &[400, 405, 505, 0]));
    }
    all
}

#[test]
fn hostile_requests_get_nothing() {
    let Some(served) = served() else {
        println!("not checked: this build holds no page");
        return;
    };
    // Somebody who never ends the head is let go.
    let mut slow = served.connect();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: 127.0").expect("it is sent");
    let all = [lost(&served), strange(&served)].concat();
    assert!(all.len() >= 150, "{} requests", all.len());
    for (bytes, allowed) in all {
        let (status, text) = served.send(&bytes);
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
        assert!(allowed.contains(&status), "{status} for {shown}");
        assert!(!text.contains("<html") && !text.to_lowercase().contains("access-control"), "{shown}: {text}");
    }
    let mut rest = Vec::new();
    slow.read_to_end(&mut rest).expect("it is closed within a minute");
    assert!(!String::from_utf8_lossy(&rest).contains("200 OK"));
    // After all of it, who asks as it should be is answered.
    let (status, answer) = served.ask(ABOUT);
    assert!(status == 200 && answer.contains("model_version"), "{answer}");
    assert_eq!(served.ask("{}").0, 422);
    let (status, page) = served.send(get("/", &format!("127.0.0.1:{}", served.port)).as_bytes());
    assert!(status == 200 && page.contains("<html") && page.contains("frame-ancestors 'none'"));
    assert!(page.contains("connect-src 'self'") && !page.contains(&served.token));
    assert!(page.len() < 500_000, "the engine stays here: {} bytes", page.len());
}

/// Whoever breaks off a long question makes room for the next: there is one thread for all of them here.
#[test]
fn questions_that_nobody_waits_for_stop() {
    let Some(served) = served() else {
        println!("not checked: this build holds no page");
        return;
    };
    let long = r#"{"ask":"courses","choice":{"name":"x","place":null,"closure":"extra","settings":
        {"outreach.door_fte":3}},"size":"whole","sample":0,"replicate":0,"scenarios":[0,1,0,1,0,1,0,1]}"#;
    let body = [&(long.len() as u32).to_le_bytes(), long.as_bytes()].concat();
    let request = [served.head(body.len(), |head| head), body].concat();
    // For some five seconds.
    for _ in 0..50 {
        let mut stream = served.connect();
        stream.write_all(&request).expect("it is sent");
        std::thread::sleep(Duration::from_millis(100));
    }
    let (status, answer) = served.ask(ABOUT);
    assert!(status == 200, "{answer}");
}
