//! Needs in wijken as the health monitor sees them, beside the model's: so that what people need can be told from what
//! they ask for and are granted.
//!
//! Both sides are limited. RIVM's figures of wijken are estimates from a survey and from registers of who lives there;
//! they ask about complaints and limitations, the model has needs. So levels are not the same by definition, and what
//! is compared first is how wijken differ.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use crate::diagnostics::Diagnostic;
use crate::entities::{Domain, Severity};
use crate::input_data::kwb::MAX_BYTES;
use crate::language::{Text, text};
use crate::observation::{Cell, catalogue};

/// Kinds of need that are compared.
pub const NEEDS: usize = 4;

/// A kind of need in both.
#[derive(Debug)]
pub struct NeedMeta {
    /// The key in `districts.csv`.
    pub key: &'static str,
    /// What it is called.
    pub name: Text,
    /// The column of RIVM's file, without the number that StatLine puts behind it.
    pub column: &'static str,
    /// The domain of the model; debts are counted by household.
    pub domain: Domain,
}

/// What is compared: shares of people of 18 and over, in percent.
pub static NEED_TABLE: [NeedMeta; NEEDS] = [
    NeedMeta {
        key: "need_daily",
        name: Text::fixed("daily functioning; limited in moving", "dagelijks functioneren; beperkt in bewegen"),
        column: "BeperkingInBewegen",
        domain: Domain::Daily,
    },
    NeedMeta {
        key: "need_mental",
        name: Text::fixed(
            "mental health; high risk of anxiety or depression",
            "psychisch; hoog risico op angst of depressie",
        ),
        column: "HoogRisicoOpAngstOfDepressie",
        domain: Domain::Mental,
    },
    NeedMeta {
        key: "need_social",
        name: Text::fixed("network; strongly lonely", "netwerk; ernstig eenzaam"),
        column: "ErnstigZeerErnstigEenzaam",
        domain: Domain::Social,
    },
    NeedMeta {
        key: "need_debt",
        name: Text::fixed("debts; difficulty making ends meet", "schulden; moeite met rondkomen"),
        column: "MoeiteMetRondkomen",
        domain: Domain::Debt,
    },
];

/// What the monitor says of each wijk, by its code and in the order of [`NEED_TABLE`].
pub type Monitor = BTreeMap<String, [Option<f64>; NEEDS]>;

/// Attribution to print wherever the figures are used.
pub const MONITOR_ATTRIBUTION: &str =
    "Bron: Gezondheidsmonitor Volwassenen en Ouderen, GGD'en, CBS en RIVM (CC BY 4.0)";

/// Reads the monitor's file: rows of wijken for people of 18 and over; csv or csv.gz.
///
/// # Errors
/// Diagnostics: unreadable, columns that are not there, values that are no numbers; all of them.
pub fn monitor(bytes: &[u8], file: &str) -> Result<Monitor, Vec<Diagnostic>> {
    let mut plain = Vec::new();
    let read = if bytes.starts_with(&[0x1F, 0x8B]) {
        MultiGzDecoder::new(bytes).take(MAX_BYTES).read_to_end(&mut plain)
    } else {
        bytes.take(MAX_BYTES).read_to_end(&mut plain)
    };
    let unreadable = |why: &dyn std::fmt::Display| {
        let message = text!("cannot be read: {why}", "kan niet gelezen worden: {why}");
        vec![Diagnostic { file: file.to_owned(), message, allowed: MONITOR, ..Diagnostic::default() }]
    };
    read.map_err(|e| unreadable(&e))?;
    let first = plain.split(|b| *b == b'\n').next().unwrap_or_default();
    let most = |delimiter: &u8| first.split(|b| b == delimiter).count();
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(most).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(&plain[..]);
    let head = reader.headers().map_err(|e| unreadable(&e))?.clone();
    let [code, age] = [CODE, AGE].map(|name| position(&head, name));
    let columns = NEED_TABLE.each_ref().map(|need| position(&head, need.column));
    let missing = [(CODE, code), (AGE, age)].into_iter().chain(NEED_TABLE.iter().map(|n| n.column).zip(columns));
    let missing: Vec<&str> = missing.filter(|(_, at)| at.is_none()).map(|(name, _)| name).collect();
    let (Some(code), Some(age), true) = (code, age, missing.is_empty()) else {
        return Err(vec![lacks(file, &missing, &head)]);
    };
    let (mut found, mut problems) = (Monitor::new(), Vec::new());
    for record in reader.records() {
        let record = record.map_err(|e| unreadable(&e))?;
        let wijk = record.get(code).unwrap_or_default().trim();
        if !wijk.starts_with("WK") || !record.get(age).unwrap_or_default().contains(ADULTS) {
            continue;
        }
        let line = record.position().map(|p| p.line() as usize);
        let values = columns.map(|at| {
            let written = at.and_then(|at| record.get(at)).unwrap_or_default().trim();
            if matches!(written, "" | "." | "NA") {
                return None;
            }
            let value = written.replace(',', ".").parse().ok().filter(|value| (0.0..=100.0).contains(value));
            if value.is_none() {
                problems.push(no_share(file, line, &head, at, written));
            }
            value
        });
        found.insert(wijk.to_owned(), values);
    }
    if problems.is_empty() { Ok(found) } else { Err(problems) }
}

const CODE: &str = "WijkenEnBuurten";
const AGE: &str = "leeftijd";
const ADULTS: &str = "18";

/// Columns that a message lists.
const SHOWN: usize = 8;

/// Which files hold the monitor.
pub const MONITOR: Text = Text::fixed(
    "a csv or csv.gz of the Gezondheidsmonitor of wijken, 2020",
    "een csv of csv.gz van de Gezondheidsmonitor naar wijk, 2020",
);

/// The column of a name: StatLine puts a number behind it.
fn position(head: &csv::StringRecord, name: &str) -> Option<usize> {
    let is_it = |title: &str| {
        let plain = title.trim().trim_start_matches('\u{feff}').to_lowercase();
        let rest = plain.strip_prefix(&name.to_lowercase()).map(|rest| rest.trim_start_matches("sgroep"));
        rest.is_some_and(|rest| rest.chars().all(|c| c == '_' || c.is_ascii_digit()))
    };
    head.iter().position(is_it)
}

fn lacks(file: &str, names: &[&str], head: &csv::StringRecord) -> Diagnostic {
    let is_kwb = head.iter().any(|title| title.trim().to_lowercase().starts_with("codering"));
    let there = head.iter().map(str::trim).take(SHOWN).collect::<Vec<_>>().join(", ");
    let names = names.join(", ");
    Diagnostic {
        file: file.to_owned(),
        line: Some(1),
        message: text!("there is no column {names}", "er is geen kolom {names}"),
        allowed: MONITOR,
        help: if is_kwb {
            Text::fixed(
                "this looks like Kerncijfers wijken en buurten, which is for --districts",
                "dit lijkt op Kerncijfers wijken en buurten: dat hoort bij --districts",
            )
        } else {
            text!("the columns begin with: {there}", "de kolommen beginnen met: {there}")
        },
        ..Diagnostic::default()
    }
}

fn no_share(file: &str, line: Option<usize>, head: &csv::StringRecord, at: Option<usize>, written: &str) -> Diagnostic {
    Diagnostic {
        file: file.to_owned(),
        line,
        field: at.and_then(|at| head.get(at)).unwrap_or_default().trim().to_owned(),
        message: Text::fixed("not a percentage", "geen percentage"),
        value: written.to_owned(),
        allowed: Text::fixed("0 to 100, or nothing", "0 tot 100, of niets"),
        ..Diagnostic::default()
    }
}

/// Shares of adults with an open need, and of households with debts, in percent, in one year of a simulation.
/// `minors` is the share of residents below 18.
pub(super) fn of_year(cells: &[Cell], minors: f64) -> [f64; NEEDS] {
    let value =
        |key: &str| catalogue::position(key, "all").and_then(|position| cells.get(position)?.value()).unwrap_or(0.0);
    let adults = (value("residents") * (1.0 - minors)).max(1.0);
    NEED_TABLE.each_ref().map(|need| match need.domain {
        Domain::Debt => 100.0 * value("households.debt") / value("households").max(1.0),
        domain => {
            let of = |severity: Severity| {
                ["hidden", "known"].map(|seen| value(&format!("need.{}.{}.{seen}", domain.key(), severity.key())))
            };
            100.0 * Severity::ALL.into_iter().flat_map(of).sum::<f64>() / adults
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "WijkenEnBuurten,SoortRegio_2,BeperkingInBewegen_23,MatigHoogRisicoOpAngstOfDepressie_24,\
                        HoogRisicoOpAngstOfDepressie_25,ErnstigZeerErnstigEenzaam_29,MoeiteMetRondkomen_38,\
                        leeftijdsgroep\n";

    #[test]
    fn the_monitor_is_read_by_wijk_for_adults() {
        let rows = "NL01,Land,9.6,45.9,6.7,11.2,13.9,18+\nWK000100,Wijk,8.0,40.0,5.5,,12.0,18+\n\
                    WK000100,Wijk,20.0,40.0,9.9,15.0,3.0,65+\n";
        let found = monitor(format!("{HEAD}{rows}").as_bytes(), "m.csv").expect("it is whole");
        assert_eq!(found.len(), 1);
        assert_eq!(found["WK000100"], [Some(8.0), Some(5.5), None, Some(12.0)]);
        let semicolons = format!("{HEAD}{}", rows.replace("8.0", "8,0,")).replace(',', ";").replace("8;0;", "8,0");
        assert_eq!(monitor(semicolons.as_bytes(), "m.csv").expect("it is whole")["WK000100"][0], Some(8.0));
    }

    #[test]
    fn every_mistake_of_the_monitor_is_told() {
        let problems = monitor(b"WijkenEnBuurten,leeftijdsgroep\nWK000100,18+\n", "m.csv").expect_err("columns lack");
        let [lacking] = &problems[..] else { panic!("{problems:?}") };
        assert!(NEED_TABLE.iter().all(|need| lacking.message.of(crate::language::Lang::En).contains(need.column)));
        let kwb = monitor(b"codering_regio,gemeentenaam\n", "m.csv").expect_err("another file");
        assert!(kwb[0].help.of(crate::language::Lang::En).contains("--districts"), "{kwb:?}");
        let rows = "WK000100,Wijk,much,40.0,5.5,,12.0,18+\nWK000101,Wijk,8,40.0,105.5,,12.0,18+\n";
        let problems = monitor(format!("{HEAD}{rows}").as_bytes(), "m.csv").expect_err("no shares");
        let told: Vec<_> = problems.iter().map(|p| (p.line, p.value.as_str(), p.field.as_str())).collect();
        let wanted =
            [(Some(2), "much", "BeperkingInBewegen_23"), (Some(3), "105.5", "HoogRisicoOpAngstOfDepressie_25")];
        assert_eq!(told, wanted);
        assert!(monitor(&[0x1F, 0x8B, 0, 0], "m.csv").is_err());
    }
}
