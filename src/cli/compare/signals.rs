//! What asks a study to stop.

use super::super::Failure;
use crate::cancel::Cancel;
#[cfg(any(unix, windows))]
use crate::language::text;

/// A request to stop that signals make. Who asks a second time does not want what is finished: the program ends.
///
/// # Errors
/// If signals cannot be listened to.
#[cfg(any(unix, windows))]
pub(in crate::cli) fn stop() -> Result<Cancel, Failure> {
    let stop = Cancel::new();
    for signal in stopping() {
        signal_hook::flag::register_conditional_shutdown(signal, 130, stop.flag())
            .and_then(|_| signal_hook::flag::register(signal, stop.flag()))
            .map_err(|error| {
                Failure::Surroundings(text!(
                    "cannot listen to Ctrl-C: {error}",
                    "er kan niet naar Ctrl-C geluisterd worden: {error}"
                ))
            })?;
    }
    Ok(stop)
}

/// WebAssembly has no signals: whoever runs it ends it.
#[cfg(not(any(unix, windows)))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere signals may not be listened to")]
pub(in crate::cli) fn stop() -> Result<Cancel, Failure> {
    Ok(Cancel::new())
}

/// A file that may not grow any further (`ulimit -f`) is an error like that of a full disk, told like one: without this
/// the system ends the program.
pub(in crate::cli) fn outlive_full_files() {
    #[cfg(unix)]
    {
        let nobody = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        // Where that is impossible the program ends as any other.
        drop(signal_hook::flag::register(signal_hook::consts::SIGXFSZ, nobody));
    }
}

/// The signals that ask to stop: Ctrl-C, the word of another program, and a terminal that is closed, unless that is to
/// be ignored (`nohup`) or nobody can tell.
#[cfg(any(unix, windows))]
fn stopping() -> Vec<i32> {
    use signal_hook::consts::{SIGINT, SIGTERM};

    let mut signals = vec![SIGINT, SIGTERM];
    #[cfg(unix)]
    {
        use signal_hook::consts::SIGHUP;

        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        signals.extend(ignored.filter(|mask| mask >> (SIGHUP - 1) & 1 == 0).map(|_| SIGHUP));
    }
    signals
}
