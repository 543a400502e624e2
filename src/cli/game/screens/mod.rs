//! `kantel game serve`: the screens of a session, for this machine alone: the trainer's, and the room's in a window of
//! its own. Each has its own address and token; the room's opens nothing but [`crate::game::Public`], and what was true
//! once the trainer shows it.

mod clock;
mod table;
mod view;
mod work;

use std::sync::{Arc, Mutex};

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use hyper::{Request, Response, StatusCode};

use super::super::args::GameArgs;
use super::super::serve::guard::{Asked, Door, Entrance, token};
use super::super::serve::{Site, accept, listen, read, response};
use super::super::tongue::{spoken, written};
use super::super::validate::threads;
use super::super::{Failure, emit};
use super::folder;
use super::running::dir;
use crate::cancel::Cancel;
use crate::game::{self, Kit, Live};
use crate::language::text;
use table::{Act, Screens, Table, Work};

/// The most bytes that are asked.
const MOST_BYTES: usize = 16 * 1024;
/// The trainer's page and the room's.
const PAGES: [&str; 2] = [include_str!("trainer.html"), include_str!("room.html")];
/// What both do.
const SHARED: &str = include_str!("shared.js");
/// How both look.
const STYLE: &str = include_str!("screens.css");
/// Every word of both, in both languages.
const WORDS: &str = include_str!("words.json");

/// Serves the screens of a session until it is interrupted.
///
/// # Errors
/// If the folder is no session, or nothing can be served here.
pub(super) fn serve(args: &GameArgs) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::Surroundings(text!(
            "the screens cannot be served: {error}",
            "de schermen kunnen niet worden aangeboden: {error}"
        ))
    };
    let dir = dir(args);
    let session = folder::open(dir)?;
    let kit = Kit::new(&session.size).map_err(Failure::Input)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(async {
        let listening = listen(args.port.unwrap_or_default()).await.map_err(failed)?;
        let port = listening.port;
        let [trainer, room] = [token().map_err(failed)?, token().map_err(failed)?];
        let address = format!("http://127.0.0.1:{port}");
        let said = text!(
            "{address}/#t={trainer}\nOpen this address in a browser on this machine: it is yours. The room's screen \
             opens from it, in a second window. Ctrl-C ends it; nothing is lost then.\n",
            "{address}/#t={trainer}\nOpen dit adres in een browser op deze computer: dat is voor u. Daar opent u het \
             zaalscherm, in een tweede venster. Met Ctrl-C stopt het; er raakt niets kwijt.\n"
        );
        let entrances = vec![
            Entrance { page: "/", ask: "/ask", token: trainer },
            Entrance { page: "/room", ask: "/room/ask", token: room },
        ];
        let screens = Arc::new(Screens {
            table: Mutex::new(Table::new(dir.to_owned(), kit, session)),
            live: Live::default(),
            stop: Mutex::new(Cancel::new()),
            threads: threads(args.threads),
            lang: written(args.lang),
        });
        work::courses(&screens);
        emit(said.of(spoken(args.lang)))?;
        let site = Arc::new(Served { screens, door: Door { port, entrances } });
        tokio::select! {
            () = accept(&listening, &site) => Ok(()),
            ended = tokio::signal::ctrl_c() => ended.map_err(failed),
        }
    })
}

/// What is served, to whom.
struct Served {
    screens: Arc<Screens>,
    door: Door,
}

impl Site for Served {
    async fn respond(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let refused = |status| response(status, "text/plain", Bytes::new());
        match self.door.asked(&request) {
            Ok(Asked::Page(place)) => self.page(place),
            Ok(Asked::Question(place)) => {
                let asked = match read(request.into_body(), MOST_BYTES).await {
                    Ok(asked) => asked,
                    Err(status) => return refused(status),
                };
                if place == 1 {
                    return json(&view::room(&self.screens.table()));
                }
                match serde_json::from_slice(&asked) {
                    Ok(act) => json(&act_on(&self.screens, &self.door.entrances[1].token, act)),
                    Err(_) => refused(StatusCode::UNPROCESSABLE_ENTITY),
                }
            }
            Err(status) => refused(status),
        }
    }
}

fn json(value: &serde_json::Value) -> Response<Full<Bytes>> {
    response(StatusCode::OK, "application/json", value.to_string().into())
}

impl Served {
    /// A page, whose scripts and styles are its own alone.
    fn page(&self, place: usize) -> Response<Full<Bytes>> {
        let Ok(nonce) = token() else {
            return response(StatusCode::INTERNAL_SERVER_ERROR, "text/plain", Bytes::new());
        };
        let kit = if place == 0 { view::kit() } else { serde_json::json!({}) };
        let inside = [
            ("{nonce}", nonce.as_str()),
            ("{lang}", self.screens.lang.tag()),
            ("/*style*/", STYLE),
            ("/*shared*/", SHARED),
            ("{words}", WORDS),
            ("{kit}", &kit.to_string().replace('<', "\\u003c")),
        ];
        let html = inside.iter().fold(PAGES[place].to_owned(), |page, (gap, text)| page.replace(gap, text));
        let mut response = response(StatusCode::OK, "text/html; charset=utf-8", html.into());
        let policy = format!(
            "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; \
             img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'"
        );
        if let Ok(policy) = HeaderValue::from_str(&policy) {
            response.headers_mut().append(CONTENT_SECURITY_POLICY, policy);
        }
        response
    }
}

/// Does what the trainer asks, and tells how it stands.
fn act_on(screens: &Arc<Screens>, room: &str, act: Act) -> serde_json::Value {
    let mut table = screens.table();
    match act {
        Act::See => {}
        Act::Code { group, code } => table.code(group, &code),
        Act::Sheet { group, choices } => table.sheet(group, &choices),
        Act::Clear { group } => table.clear(group),
        Act::Event { key } => table.choose(key.as_deref()),
        Act::Play | Act::Undo => {
            let is_play = matches!(act, Act::Play);
            if if is_play { table.play() } else { table.undo() } {
                if !is_play {
                    table.clock.again();
                }
                drop(table);
                work::courses(screens);
                table = screens.table();
            }
        }
        Act::Pause => table.clock.toggle(),
        Act::Minute => table.clock.minute_more(),
        Act::Phase => table.clock.next(),
        Act::Blank => table.is_blank = !table.is_blank,
        Act::Standing => table.shows_standing = !table.shows_standing,
        Act::Reveal => table.shows_debrief = table.told.is_some() && !table.shows_debrief,
        Act::Debrief => {
            if table.work == Work::Idle && table.told.is_none() && !table.session.played.is_empty() {
                drop(table);
                work::debrief(screens);
                table = screens.table();
            }
        }
        Act::Print { page, group, lang } => return print(&table, &page, group, &lang),
    }
    view::trainer(&table, room)
}

/// A page to print; nothing where there is none yet.
fn print(table: &Table, page: &str, group: Option<usize>, lang: &str) -> serde_json::Value {
    let lang = lang.parse().unwrap_or_default();
    let html = match (page, &table.scores, &table.told) {
        ("cards", Some(scores), _) if table.session.round().is_some() => game::cards_page(&table.session, scores, lang),
        ("handout", _, Some(told)) => match group.filter(|group| *group < table.session.groups) {
            Some(group) => game::handout_page(&table.session, &told.scores, &told.groups[group], group, lang),
            None => String::new(),
        },
        _ => String::new(),
    };
    serde_json::json!({ "html": html })
}
