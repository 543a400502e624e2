//! `kantel serve`: the page from the native program, on all cores, for this machine alone.
//!
//! There are two things to ask for: the page, and answers to its questions ([`crate::page::answer`]). A question that
//! nobody waits for any longer is stopped. Who may ask what stands in [`guard`]; it has no network, so that it is
//! tested as it is.

pub(super) mod guard;

use std::convert::Infallible;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::NonZero;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::header::{HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::args::ServeArgs;
use super::tongue::spoken;
use super::{Failure, emit, page};
use crate::cancel::Cancel;
use crate::language::text;
use crate::page::{Refused, answer};
use guard::{Asked, Door, Entrance};

/// Connections at once; whoever comes next waits until one ends.
const CONNECTIONS: usize = 32;
/// The most bytes of the head of a request.
const HEAD_BYTES: usize = 16 * 1024;
/// The most bytes of a question with all its courses: those of 100 samples of a small district, which has ten
/// replicates of each, are some 40 MB.
const BODY_BYTES: usize = 64 * 1024 * 1024;
/// So long a head or a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(10);

/// What goes with every answer. The rest of the policy stands in the page itself.
const HEADERS: [(&str, &str); 5] = [
    ("cache-control", "no-store"),
    ("content-security-policy", "frame-ancestors 'none'"),
    ("cross-origin-resource-policy", "same-origin"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
];

/// Serves the page until it is interrupted.
///
/// # Errors
/// [`Failure::Surroundings`] if the build has no page, or nothing can be served here.
pub(super) fn serve(args: &ServeArgs) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::Surroundings(text!(
            "the page cannot be served: {error}",
            "de pagina kan niet worden aangeboden: {error}"
        ))
    };
    let html = guard::served(page::page()?);
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if args.threads == 0 { cores } else { args.threads };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(async {
        let listening = listen(args.port).await.map_err(failed)?;
        let (port, token) = (listening.port, guard::token().map_err(failed)?);
        let address = format!("http://127.0.0.1:{port}/#t={token}");
        let entrances = vec![Entrance { page: "/", ask: "/ask", token }];
        let site = Arc::new(Page {
            html: html.into(),
            door: Door { port, entrances },
            computing: Arc::new(Semaphore::new(threads)),
        });
        let said = text!(
            "{address}\nOpen this address in a browser on this machine. Ctrl-C ends it.\n",
            "{address}\nOpen dit adres in een browser op deze computer. Met Ctrl-C stopt het.\n"
        );
        emit(said.of(spoken(args.lang)))?;
        tokio::select! {
            () = accept(&listening, &site) => Ok(()),
            ended = tokio::signal::ctrl_c() => ended.map_err(failed),
        }
    })
}

/// Where is listened: on this machine alone.
pub(super) struct Listening {
    first: TcpListener,
    second: Option<TcpListener>,
    /// The port.
    pub(super) port: u16,
}

/// Listens on a port, or on one that is free at 0.
///
/// # Errors
/// If it is taken.
pub(super) async fn listen(port: u16) -> std::io::Result<Listening> {
    let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let port = first.local_addr()?.port();
    // The same port under the other name of this machine, where there is one and it is free.
    let second = TcpListener::bind((Ipv6Addr::LOCALHOST, port)).await.ok();
    Ok(Listening { first, second, port })
}

/// What answers requests.
pub(super) trait Site: Send + Sync + 'static {
    /// The answer to a request.
    fn respond(&self, request: Request<Incoming>) -> impl Future<Output = Response<Full<Bytes>>> + Send;
}

/// What is served.
struct Page {
    html: Bytes,
    door: Door,
    /// As many questions are computed at once as there are threads for it.
    computing: Arc<Semaphore>,
}

/// Answers whoever comes, for ever.
pub(super) async fn accept<S: Site>(listening: &Listening, site: &Arc<S>) {
    let Listening { first: listener, second, .. } = listening;
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let came = match second {
            Some(second) => tokio::select! { a = listener.accept() => a, b = second.accept() => b },
            None => listener.accept().await,
        };
        let Ok((stream, from)) = came else {
            // No handle is left, for one: it passes.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let site = Arc::clone(site);
        tokio::spawn(async move {
            connection(stream, from, site).await;
            drop(place);
        });
    }
}

async fn connection<S: Site>(stream: TcpStream, from: SocketAddr, site: Arc<S>) {
    if !from.ip().is_loopback() {
        return;
    }
    let service = service_fn(move |request| {
        let site = Arc::clone(&site);
        async move { Ok::<_, Infallible>(site.respond(request).await) }
    });
    // Whoever breaks off has had what there was.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(PATIENCE)
        .max_buf_size(HEAD_BYTES)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// An answer, with what goes with every answer.
pub(super) fn response(status: StatusCode, kind: &'static str, body: Bytes) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    let headers = HEADERS.into_iter().chain([("content-type", kind)]);
    response
        .headers_mut()
        .extend(headers.map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))));
    response
}

/// Reads what somebody sends, of so many bytes at most, or says with which status it is refused.
pub(super) async fn read(body: Incoming, most: usize) -> Result<Bytes, StatusCode> {
    if body.size_hint().lower() > most as u64 {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    match timeout(PATIENCE, Limited::new(body, most).collect()).await {
        Ok(Ok(read)) => Ok(read.to_bytes()),
        Ok(Err(_)) => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}

impl Site for Page {
    async fn respond(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        match self.door.asked(&request) {
            Ok(Asked::Page(_)) => response(StatusCode::OK, "text/html; charset=utf-8", self.html.clone()),
            Ok(Asked::Question(_)) => {
                let (status, body) = self.question(request.into_body()).await;
                response(status, "application/octet-stream", body)
            }
            Err(status) => response(status, "text/plain", Bytes::new()),
        }
    }
}

impl Page {
    /// Reads a question and computes its answer. Dropped before that, because nobody waits for it, it stops.
    async fn question(&self, body: Incoming) -> (StatusCode, Bytes) {
        let none = |status| (status, Bytes::new());
        // What is too large waits for no turn.
        if body.size_hint().lower() > BODY_BYTES as u64 {
            return none(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let Ok(turn) = Arc::clone(&self.computing).acquire_owned().await else {
            return none(StatusCode::SERVICE_UNAVAILABLE);
        };
        let question = match read(body, BODY_BYTES).await {
            Ok(question) => question,
            Err(status) => return none(status),
        };
        let stop = Stop(Cancel::new());
        let seen = stop.0.clone();
        // The turn ends with the work, not with whoever waits for it.
        let work = move || {
            let _turn = turn;
            answer(&question, &seen)
        };
        match spawn_blocking(work).await {
            Ok(Ok(answer)) => (StatusCode::OK, answer.into()),
            Ok(Err(Refused(why))) => (StatusCode::UNPROCESSABLE_ENTITY, why.into()),
            Err(_) => none(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }
}

/// Asks work to stop when it is dropped.
struct Stop(Cancel);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}
