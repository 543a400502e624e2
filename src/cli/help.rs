//! `--help` in Dutch: the commands and options of `args`, each with its Dutch text beside its name. A test holds that
//! none lacks one.

mod commands;
mod options;

use clap::{Arg, ArgAction, Command};

use commands::COMMANDS;
use options::OPTIONS;

const TEMPLATE: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";

const ABOUT: &str =
    "Simulator van de zorg in een Nederlandse wijk: vergelijk beleid voordat iemand ermee hoeft te leven";
const EXAMPLES: &str = "Voorbeelden:\n  \
    kantel compare                             aanbellen of afwachten? In de ingebouwde wijk\n  \
    kantel compare --lang nl --out uitkomst    hetzelfde, met het rapport in het Nederlands\n  \
    kantel scenarios                           de vragen in het programma, naar wie vraagt\n  \
    kantel compare own-strength                een van die vragen\n  \
    kantel compare mijn.toml plan-b.toml       twee scenario's van uzelf\n  \
    kantel check mijn.toml                     elke fout in een scenario, er wordt niets gedraaid\n  \
    kantel district --list deventer            de wijken van een gemeente\n\n\
    Codes aan het eind: 0 klaar; 2 uw invoer klopt niet, er is niets geschreven; 3 schijf of rechten; 130 onderbroken; \
    101 een fout in kantel.";

/// The command line with its help in Dutch.
pub(super) fn in_dutch(command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut whole = shared(command, "Opties")
        .about(ABOUT)
        .after_help(EXAMPLES)
        .override_usage("kantel <OPDRACHT> [OPTIES]")
        .subcommand_help_heading("Opdrachten")
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help("Toon de versie")
                .help_heading("Opties"),
        );
    for name in names {
        whole = whole.mut_subcommand(name.clone(), |sub| of_command(sub, &name));
    }
    whole
}

fn shared(command: Command, heading: &'static str) -> Command {
    command.help_template(TEMPLATE).disable_help_flag(true).arg(
        Arg::new("help").long("help").short('h').action(ArgAction::Help).help("Toon deze hulp").help_heading(heading),
    )
}

fn of_command(sub: Command, name: &str) -> Command {
    let told = COMMANDS.iter().find(|(command, ..)| *command == name);
    let sub = match told {
        Some((_, about, usage, examples)) => {
            shared(sub, "Opties").about(*about).override_usage(*usage).after_help(*examples)
        }
        None => sub,
    };
    sub.mut_args(|arg| of_option(arg, name))
}

fn of_option(arg: Arg, command: &str) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let Some((value, help)) = option(command, &id) else { return arg };
    let heading = match arg.get_help_heading() {
        _ if arg.is_positional() => "Argumenten",
        Some("Scenario") => "Scenario",
        Some("Running and output") => "Draaien en uitvoer",
        _ => "Opties",
    };
    let takes_value = arg.is_positional() || arg.get_action().takes_values();
    let arg = arg.help(help).long_help(help).help_heading(heading);
    if takes_value { arg.value_name(value).hide_default_value(true).hide_possible_values(true) } else { arg }
}

/// The name of an option's value, and what it does.
fn option(command: &str, id: &str) -> Option<(&'static str, &'static str)> {
    let of = |name: &str| OPTIONS.iter().find(|(of, option, ..)| *of == name && *option == id).map(|o| (o.2, o.3));
    of(command).or_else(|| of(""))
}

#[cfg(test)]
mod tests {
    use super::super::args::command;
    use super::*;

    #[test]
    fn every_command_and_option_has_dutch_help() {
        for sub in command().get_subcommands() {
            let name = sub.get_name();
            assert!(COMMANDS.iter().any(|(command, ..)| *command == name), "{name}");
            for arg in sub.get_arguments().filter(|arg| !arg.is_hide_set() && arg.get_id() != "help") {
                assert!(option(name, arg.get_id().as_str()).is_some(), "{name} {}", arg.get_id());
            }
        }
    }

    #[test]
    fn no_dutch_help_is_of_nothing() {
        let whole = command();
        let has = |name: &str, id: &str| {
            whole.get_subcommands().any(|sub| {
                (name.is_empty() || sub.get_name() == name) && sub.get_arguments().any(|arg| arg.get_id() == id)
            })
        };
        for (name, id, ..) in OPTIONS {
            assert!(has(name, id), "{name} {id}");
        }
        in_dutch(command()).debug_assert();
    }
}
