//! Who may ask what: only a browser on this machine, that has the token of the printed address, for the page that came
//! from here.

use hyper::header::{HOST, ORIGIN};
use hyper::{Method, Request, StatusCode};

use crate::report::folder::hex;

/// The header with the token.
const TOKEN: &str = "x-kantel-token";
/// Bytes of a token.
const TOKEN_BYTES: usize = 32;

/// What is asked for, of the entrance with this place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Asked {
    /// The page.
    Page(usize),
    /// The answer to a question.
    Question(usize),
}

/// A page, and where it asks.
pub(in crate::cli) struct Entrance {
    /// The path of the page.
    pub(in crate::cli) page: &'static str,
    /// The path of its questions.
    pub(in crate::cli) ask: &'static str,
    /// The token of the printed address.
    pub(in crate::cli) token: String,
}

/// What a request is held against.
pub(in crate::cli) struct Door {
    /// The port that is served.
    pub(in crate::cli) port: u16,
    /// Every page, each with a token of its own: one opens no other.
    pub(in crate::cli) entrances: Vec<Entrance>,
}

impl Door {
    /// What a request asks for, or the status with which it is refused. The name by which it calls this machine comes
    /// first: a page of somebody else that has got hold of this address by its own name learns nothing.
    pub(in crate::cli) fn asked<B>(&self, request: &Request<B>) -> Result<Asked, StatusCode> {
        let header = |name: &str| {
            let mut all = request.headers().get_all(name).iter();
            let first = all.next().and_then(|value| value.to_str().ok());
            if all.next().is_some() { None } else { first }
        };
        let host = header(HOST.as_str()).filter(|host| self.names().contains(&(*host).to_owned()));
        let Some(host) = host.filter(|_| request.uri().authority().is_none()) else {
            return Err(StatusCode::MISDIRECTED_REQUEST);
        };
        let path = request.uri().path();
        let Some(place) = self.entrances.iter().position(|entrance| [entrance.page, entrance.ask].contains(&path))
        else {
            return Err(StatusCode::NOT_FOUND);
        };
        let entrance = &self.entrances[place];
        if request.uri().query().is_some() {
            return Err(StatusCode::METHOD_NOT_ALLOWED);
        }
        match *request.method() {
            Method::GET if path == entrance.page => Ok(Asked::Page(place)),
            Method::POST if path == entrance.ask => {
                let ours = header(ORIGIN.as_str()) == Some(&format!("http://{host}"));
                let known = header(TOKEN).is_some_and(|token| is_same(token, &entrance.token));
                if ours && known { Ok(Asked::Question(place)) } else { Err(StatusCode::FORBIDDEN) }
            }
            _ => Err(StatusCode::METHOD_NOT_ALLOWED),
        }
    }

    /// The names by which a browser may call this machine.
    fn names(&self) -> [String; 3] {
        ["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{}", self.port))
    }
}

/// Whether two texts are the same, in a time that does not tell how much of them is.
fn is_same(one: &str, other: &str) -> bool {
    let differing = one.bytes().zip(other.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
    one.len() == other.len() && differing == 0
}

/// A token that nobody can guess.
pub(in crate::cli) fn token() -> std::io::Result<String> {
    let mut bytes = [0; TOKEN_BYTES];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(hex(&bytes))
}

/// The page as it is served: without the engine, which is here, and with leave to ask here alone.
pub(super) fn served(page: &str) -> String {
    const ENGINE: &str = "<script type=\"application/octet-stream\" id=\"engine\">";
    let page = page.replacen("worker-src blob:", "connect-src 'self'", 1);
    match page.split_once(ENGINE).and_then(|(before, rest)| Some((before, rest.split_once("</script>")?.1))) {
        Some((before, after)) => format!("{before}{ENGINE}</script>{after}"),
        None => page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door() -> Door {
        let entrance = |page, ask, token: &str| Entrance { page, ask, token: token.repeat(TOKEN_BYTES) };
        Door { port: 4711, entrances: vec![entrance("/", "/ask", "ab"), entrance("/room", "/room/ask", "cd")] }
    }

    fn asked(method: &str, path: &str, headers: &[(&str, &str)]) -> Result<Asked, u16> {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        door().asked(&request.body(()).expect("a request")).map_err(|status| status.as_u16())
    }

    #[test]
    fn only_a_page_from_here_with_the_token_may_ask() {
        let (token, host) = ("ab".repeat(TOKEN_BYTES), ("host", "localhost:4711"));
        let with =
            |origin: &'static str, token: &str| asked("POST", "/ask", &[host, ("origin", origin), (TOKEN, token)]);
        assert_eq!(asked("GET", "/", &[host]), Ok(Asked::Page(0)));
        assert_eq!(with("http://localhost:4711", &token), Ok(Asked::Question(0)));
        // Not of the name that it was asked by, not encrypted, not of another port, not from a file.
        for origin in ["http://127.0.0.1:4711", "https://localhost:4711", "http://localhost:4712", "null", ""] {
            assert_eq!(with(origin, &token), Err(403), "{origin}");
        }
        for wrong in ["", "ab", &token[1..], &format!("{token}0"), &token.to_uppercase()] {
            assert_eq!(with("http://localhost:4711", wrong), Err(403), "{wrong}");
        }
        assert_eq!(asked("POST", "/ask", &[host, (TOKEN, &token)]), Err(403));
        // What opens one page opens no other.
        let (room, from) = ("cd".repeat(TOKEN_BYTES), ("origin", "http://localhost:4711"));
        assert_eq!(asked("POST", "/room/ask", &[host, from, (TOKEN, &room)]), Ok(Asked::Question(1)));
        for (path, token) in [("/ask", &room), ("/room/ask", &token)] {
            assert_eq!(asked("POST", path, &[host, from, (TOKEN, token)]), Err(403), "{path}");
        }
        let twice = [host, ("origin", "http://localhost:4711"), (TOKEN, &token), (TOKEN, &token)];
        assert_eq!(asked("POST", "/ask", &twice), Err(403));
    }

    #[test]
    fn names_of_other_machines_and_other_paths_are_refused() {
        for name in ["evil.example", "localhost", "localhost:80", "localhost:4711.evil.example", "127.0.0.1:471", ""] {
            assert_eq!(asked("GET", "/", &[("host", name)]), Err(421), "{name}");
        }
        assert_eq!(asked("GET", "/", &[]), Err(421));
        assert_eq!(asked("GET", "/", &[("host", "localhost:4711"), ("host", "localhost:4711")]), Err(421));
        let host = ("host", "127.0.0.1:4711");
        assert_eq!(asked("GET", "http://evil.example/", &[host]), Err(421));
        for path in ["/../etc/passwd", "/%2e%2e/etc/passwd", "//", "/ask/", "/index.html", "/?x"] {
            assert!(asked("GET", path, &[host]).is_err_and(|status| [404, 405].contains(&status)), "{path}");
        }
        for method in ["HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "PATCH", "POST"] {
            assert_eq!(asked(method, "/", &[host]), Err(405), "{method}");
        }
    }

    #[test]
    fn the_page_is_served_without_its_engine() {
        let page = "<meta content=\"worker-src blob:; x\"><script type=\"application/octet-stream\" id=\"engine\">AAAA\
                    </script><script>run()</script>";
        let served = served(page);
        assert!(!served.contains("AAAA") && served.contains("connect-src 'self'; x") && served.contains("run()"));
        assert!(!served.contains("blob:"), "{served}");
    }
}
