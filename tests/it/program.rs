//! The program itself, started so that it speaks English whatever the machine speaks.

use std::process::Command;

/// The program without arguments.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kantel"));
    command.env_remove("LANGUAGE").env("LC_ALL", "C");
    command
}
