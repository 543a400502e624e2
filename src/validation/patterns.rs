//! The patterns: every published figure that the model is held against, with its source, and which figure of the model
//! shows it or why none can.

use super::figures::Formula;
use super::reasons::{Reason, reason_of};

/// The list in the box.
const LIST: &str = include_str!("../../data/patterns.csv");

/// Where a source states no range: this factor either way. It is a choice: most published figures are of other years
/// and definitions than the model's.
pub const FACTOR: f64 = 1.25;

/// The unit of logarithms, to which a factor is added.
const LOGARITHM: &str = "ln of years";

/// What a pattern is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The model may be brought nearer to it.
    Calibrate,
    /// It is looked at and nothing is tuned to it.
    Check,
}

impl Role {
    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Calibrate => "calibrate",
            Self::Check => "check",
        }
    }
}

/// How the model shows a pattern, or why it cannot.
#[derive(Clone, Debug)]
pub enum Showing {
    /// By a figure.
    Figure(Formula),
    /// It cannot.
    Not(&'static Reason),
}

/// How a figure's year compares with the one that the model stands for, which is 2018 for the Wmo. What made the years
/// differ is no part of the model.
#[derive(Clone, Debug)]
pub struct Level {
    /// How many times as high it was.
    pub ratio: f64,
    /// Where that is from.
    pub source: String,
}

/// A published figure.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// Topic and key.
    pub key: String,
    /// What it is for.
    pub role: Role,
    /// The published value.
    pub value: f64,
    /// The lower end of its range, where one is stated.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
    /// Unit of the published value.
    pub unit: String,
    /// Residents among whom it was counted, where it is a count: the figure of the model is per 1,000 of them.
    pub base: Option<f64>,
    /// Year, as published.
    pub year: String,
    /// Title of the source.
    pub source: String,
    /// Its address.
    pub url: String,
    /// Where use was at another level in its year than in the model's, the years' ratio.
    pub level: Option<Level>,
    /// How the model shows it.
    pub showing: Showing,
    /// The parameters, or the tables, that it informs.
    pub informs: String,
}

impl Pattern {
    /// The pattern that tells at which level this one's year is, where that is one of the list: both then say the same
    /// of the model, and only the other one counts.
    pub fn twin(&self) -> Option<&str> {
        self.level.as_ref()?.source.strip_prefix("pattern ")
    }

    /// The band within which the model's figure hits it, in the unit of that figure and at the level of the model's
    /// year.
    pub fn band(&self) -> (f64, f64) {
        let (low, high) = if self.is_logarithm() {
            let step = libm::log(FACTOR);
            (self.value - step, self.value + step)
        } else {
            (self.value / FACTOR, self.value * FACTOR)
        };
        let high = if self.unit == "share" { high.min(1.0) } else { high };
        let (low, high) = (self.low.unwrap_or(low), self.high.unwrap_or(high));
        let (low, high) = self.base.map_or((low, high), |base| (low / base * 1_000.0, high / base * 1_000.0));
        let ratio = self.level.as_ref().map_or(1.0, |level| level.ratio);
        (rounded(low / ratio), rounded(high / ratio))
    }

    /// How far outside the band a figure of the model lies, as a part of the band's nearer end; 0 within.
    pub fn off(&self, value: f64) -> f64 {
        let (low, high) = self.band();
        if value < low {
            (low - value) / low.abs().max(f64::MIN_POSITIVE)
        } else if value > high {
            (value - high) / high.abs().max(f64::MIN_POSITIVE)
        } else {
            0.0
        }
    }

    /// Whether a figure of the model hits it: within the band, its ends included.
    pub fn holds(&self, value: f64) -> bool {
        let (low, high) = self.band();
        (low..=high).contains(&value)
    }

    /// Whether it is a logarithm, of which a part is a distance.
    pub fn is_logarithm(&self) -> bool {
        self.unit == LOGARITHM
    }

    /// The source as it is printed: title and year.
    pub fn cited(&self) -> String {
        format!("{} ({})", self.source, self.year)
    }
}

/// To twelve digits: what a division leaves behind them is not part of what was published.
fn rounded(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

/// Every pattern, in the order of the list.
///
/// # Panics
/// If the list in the box was changed into something that cannot be read: tests hold that it was not.
pub fn patterns() -> Vec<Pattern> {
    let records = csv::Reader::from_reader(LIST.as_bytes()).into_records();
    let of = |record: csv::Result<csv::StringRecord>| record.ok().as_ref().and_then(read);
    records.enumerate().map(|(i, record)| of(record).unwrap_or_else(|| panic!("data/patterns.csv, row {i}"))).collect()
}

fn read(record: &csv::StringRecord) -> Option<Pattern> {
    let fields: Vec<&str> = record.iter().collect();
    let [key, role, value, low, high, unit, base, year, source, url, figure, informs, why_not, level, dated] =
        fields[..]
    else {
        return None;
    };
    let number = |text: &str| if text.is_empty() { Some(None) } else { text.parse().ok().map(Some) };
    let showing = match (figure, why_not) {
        (figure, "") => Showing::Figure(Formula::of_text(figure)?),
        ("", why_not) => Showing::Not(reason_of(why_not)?),
        _ => return None,
    };
    Some(Pattern {
        key: key.to_owned(),
        role: [Role::Calibrate, Role::Check].into_iter().find(|r| r.key() == role)?,
        value: value.parse().ok()?,
        low: number(low)?,
        high: number(high)?,
        unit: unit.to_owned(),
        base: number(base)?,
        year: year.to_owned(),
        source: source.to_owned(),
        url: url.to_owned(),
        level: number(level)?.map(|ratio| Level { ratio, source: dated.to_owned() }),
        showing,
        informs: informs.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::super::figures::FIGURES;
    use super::super::reasons::REASONS;
    use super::*;
    use crate::levers;
    use crate::parameters::Params;
    use crate::plan::Field;

    /// Every pattern is shown or has a reason; every figure and reason has a pattern; every source an address.
    #[test]
    fn the_list_is_whole() {
        let all = patterns();
        let of = |role| all.iter().filter(|p| p.role == role).count();
        assert_eq!((of(Role::Calibrate), of(Role::Check)), (194, 40));
        let keys: BTreeSet<&str> = all.iter().map(|p| p.key.as_str()).collect();
        assert_eq!(keys.len(), all.len(), "a pattern stands there twice");
        for p in &all {
            let (low, high) = p.band();
            assert!(low < high && !p.unit.is_empty() && !p.source.is_empty(), "{p:?}");
            let is_input = p.source.starts_with("derived") || p.source.contains("general knowledge");
            assert!(p.url.starts_with("http") || is_input || p.url.is_empty(), "{}", p.key);
            let dated = p.level.as_ref();
            assert!(dated.is_none_or(|l| l.ratio > 0.0 && !l.source.is_empty() && !p.is_logarithm()), "{}", p.key);
            assert!(p.twin().is_none_or(|twin| keys.contains(twin)), "{}", p.key);
        }
        let shown: BTreeSet<&str> = all.iter().filter_map(|p| figure(p).map(|f| f.figure().key)).collect();
        let unused: Vec<&str> = FIGURES.iter().map(|f| f.key).filter(|key| !shown.contains(key)).collect();
        assert!(unused.is_empty(), "{unused:?}");
        for reason in REASONS {
            let is_used = |p: &&Pattern| matches!(p.showing, Showing::Not(why) if why.key == reason.key);
            assert!(all.iter().any(|p| is_used(&p)), "{}", reason.key);
        }
    }

    fn figure(pattern: &Pattern) -> Option<&Formula> {
        match &pattern.showing {
            Showing::Figure(formula) => Some(formula),
            Showing::Not(_) => None,
        }
    }

    /// What a pattern informs exists: parameters, levers, numbers of a team or service, or a table in the code.
    #[test]
    fn what_patterns_inform_exists() {
        let fields: BTreeSet<&str> = Field::of_services().map(|f| f.key).collect();
        for p in patterns() {
            assert_eq!(p.informs.is_empty(), figure(&p).is_none(), "{}", p.key);
            for word in p.informs.split_whitespace() {
                let of_service = word.strip_prefix("service.").and_then(|rest| rest.split_once('.'));
                let is_known = Params::position(word).is_some()
                    || levers::position(word).is_some()
                    || of_service.is_some_and(|(_, field)| fields.contains(field))
                    || Path::new(env!("CARGO_MANIFEST_DIR")).join(word).exists();
                assert!(is_known, "{}: {word}", p.key);
            }
        }
    }

    #[test]
    fn a_band_is_what_is_stated_or_a_factor_either_way() {
        let of = |key: &str| patterns().into_iter().find(|p| p.key == key).expect("a pattern").band();
        let close = |a: (f64, f64), b: (f64, f64)| assert!((a.0 - b.0).abs() + (a.1 - b.1).abs() < 1e-9, "{a:?} {b:?}");
        close(of("demography.mental_disorder_12m_18_75"), (0.25, 0.27));
        close(of("demography.lonely_strong_total"), (0.107 / 1.25, 0.107 * 1.25));
        // One end alone is stated.
        close(of("second_line.wmo_wait_domestic_help_weeks"), (11.0 / 1.25, 36.0));
        // Use of 2024 was higher than that of 2018, which the model stands for.
        close(of("second_line.wmo_clients_per_1000"), (65.0 / 1.25 / 1.2, 65.0 * 1.25 / 1.2));
        // A share is at most one, a logarithm is moved, a count is told per 1,000.
        close(of("wijkteam.utrecht_share_handled_by_team"), (0.85 / 1.25, 1.0));
        close(of("second_line.youth_duration_lognormal_mu"), (-0.34 - libm::log(1.25), -0.34 + libm::log(1.25)));
        close(of("second_line.ggz_waiting_persons"), (61_600.0 / 17_475.415, 96_250.0 / 17_475.415));
    }
}
