//! The command line program: see `kantel --help`.

fn main() -> std::process::ExitCode {
    kantel::cli::main()
}
