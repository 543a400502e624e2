//! The engine of the page as a command: it reads one question from its input and writes the answer to its output. The
//! page starts it anew for each question. Exit code 0: answered; 2: refused, and the output says why.

use std::io::{Read, Write, stdin, stdout};
use std::process::ExitCode;

use kantel::cancel::Cancel;
use kantel::page::{Refused, answer};

fn main() -> ExitCode {
    let mut question = Vec::new();
    if stdin().lock().read_to_end(&mut question).is_err() {
        return ExitCode::from(3);
    }
    let (code, said) = match answer(&question, &Cancel::new()) {
        Ok(said) => (ExitCode::SUCCESS, said),
        Err(Refused(why)) => (ExitCode::from(2), why),
    };
    match stdout().lock().write_all(&said) {
        Ok(()) => code,
        Err(_) => ExitCode::from(3),
    }
}
