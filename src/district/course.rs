//! Severity over the course of a need in one domain, as long as nobody helps: with which severity needs begin, how they
//! get worse and lighter, and how fast their natural clock runs (docs/odd.md 7.2).

use serde::{Deserialize, Serialize};

use crate::entities::{SEVERITIES, Severity};

/// Shares of the severities, or weeks in each, from light to crisis.
type Mix = [f64; SEVERITIES];

/// The course of severity in one domain.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CourseTable {
    /// A step up, per week without help.
    pub worsening: f64,
    /// A step down, per week without help.
    pub improving: f64,
    /// How fast the natural clock runs by severity.
    pub pace: Mix,
    /// Shares of the severities with which needs begin.
    pub at_onset: Mix,
}

/// Weeks on the natural clock over which courses are followed: twenty years.
const WEEKS: usize = 1040;
/// Weeks of one step of the integration.
const STEP: usize = 2;
/// Rounds in which the level of the pace and the shares at onset are brought into line.
const ROUNDS: usize = 8;

impl CourseTable {
    /// A course by its rates, the ratio of the clock's pace per step, and the severities with which needs would begin
    /// if they only got worse; `survival` is the share of needs that are still open by weeks on the natural clock.
    ///
    /// Where needs also get lighter, or heavy ones last longer, the severities at onset are solved so that at a moment
    /// as many open needs are moderate, and as many severe or in crisis, as without that; and the level of the pace so
    /// that needs last as long on average. Where no shares do that, the nearest that are shares are taken.
    pub fn new(worsening: f64, improving: f64, ratio: f64, begun: Mix, survival: impl Fn(f64) -> f64) -> Self {
        let only_worse = Self { worsening, improving: 0.0, pace: [1.0; SEVERITIES], at_onset: begun };
        if improving <= 0.0 && ratio >= 1.0 {
            return only_worse;
        }
        let open: Vec<f64> = (0..WEEKS / STEP).map(|i| survival((i * STEP) as f64 + STEP as f64 / 2.0)).collect();
        let wanted = shares(mixed(begun, only_worse.weeks_by_onset(&open)));
        let lasts = open.iter().sum::<f64>() * STEP as f64;
        let mut table =
            Self { worsening, improving, pace: std::array::from_fn(|s| libm::pow(ratio, s as f64)), ..only_worse };
        for _ in 0..ROUNDS {
            let weeks = table.weeks_by_onset(&open);
            table.at_onset = solve(begun, wanted, weeks);
            let level = mixed(table.at_onset, weeks).iter().sum::<f64>() / lasts;
            table.pace = table.pace.map(|pace| pace * level);
        }
        table
    }

    /// The severity with which a need begins, at a quantile.
    pub fn severity_at_onset(&self, u: f64) -> Severity {
        let mut left = u;
        for severity in [Severity::Crisis, Severity::Severe, Severity::Moderate] {
            left -= self.at_onset[severity as usize - 1];
            if left < 0.0 {
                return severity;
            }
        }
        Severity::Light
    }

    /// Weeks that a need is open at each severity, by the severity with which it begins.
    fn weeks_by_onset(&self, open: &[f64]) -> [Mix; SEVERITIES] {
        std::array::from_fn(|begins| {
            let mut mix: Mix = std::array::from_fn(|s| f64::from(u8::from(s == begins)));
            let mut weeks = [0.0; SEVERITIES];
            for open in open {
                // The midpoint rule: where it is halfway through the step.
                let half = self.moved(mix, mix, STEP as f64 / 2.0);
                for (weeks, (share, pace)) in weeks.iter_mut().zip(half.iter().zip(self.pace)) {
                    *weeks += open * STEP as f64 * share / pace;
                }
                mix = self.moved(mix, half, STEP as f64);
            }
            weeks
        })
    }

    /// A mix that has moved for some weeks on the natural clock at the flows of another.
    fn moved(&self, mix: Mix, flowing: Mix, weeks: f64) -> Mix {
        // A slow clock takes more weeks, in which more steps are taken.
        let flow = |s: usize, rate: f64| flowing[s] * rate * weeks / self.pace[s];
        let mut moved = mix;
        for s in 1..SEVERITIES {
            let up = flow(s - 1, self.worsening) - flow(s, self.improving);
            moved[s - 1] -= up;
            moved[s] += up;
        }
        moved
    }
}

/// Weeks at each severity of needs that begin in a mix.
fn mixed(begun: Mix, weeks: [Mix; SEVERITIES]) -> Mix {
    std::array::from_fn(|s| begun.iter().zip(&weeks).map(|(share, weeks)| share * weeks[s]).sum())
}

fn shares(weeks: Mix) -> Mix {
    let all: f64 = weeks.iter().sum();
    weeks.map(|weeks| weeks / all)
}

/// Shares at onset for which the moderate and the heavy are as large a part of what is open as wanted: two linear
/// equations in the share that begins moderate and that which begins heavy, severe and crisis in the ratio of `begun`.
fn solve(begun: Mix, wanted: Mix, weeks: [Mix; SEVERITIES]) -> Mix {
    let heavy = begun[2] + begun[3];
    let in_crisis = if heavy > 0.0 { begun[3] / heavy } else { 0.0 };
    let mix = |moderate: f64, heavy: f64| -> Mix {
        [1.0 - moderate - heavy, moderate, heavy * (1.0 - in_crisis), heavy * in_crisis]
    };
    // What is too much at a mix, of the moderate and of the heavy.
    let excess = |mix: Mix| {
        let weeks = mixed(mix, weeks);
        let all: f64 = weeks.iter().sum();
        [weeks[1] - wanted[1] * all, weeks[2] + weeks[3] - (wanted[2] + wanted[3]) * all]
    };
    let none = excess(mix(0.0, 0.0));
    let by = |mix: Mix| {
        let at = excess(mix);
        [at[0] - none[0], at[1] - none[1]]
    };
    let (of_moderate, of_heavy) = (by(mix(1.0, 0.0)), by(mix(0.0, 1.0)));
    let det = of_moderate[0] * of_heavy[1] - of_moderate[1] * of_heavy[0];
    if det.abs() < f64::MIN_POSITIVE {
        return begun;
    }
    let moderate = (none[1] * of_heavy[0] - none[0] * of_heavy[1]) / det;
    let heavy = (none[0] * of_moderate[1] - none[1] * of_moderate[0]) / det;
    let (moderate, heavy) = (moderate.clamp(0.0, 1.0), heavy.clamp(0.0, 1.0));
    let all = (moderate + heavy).max(1.0);
    mix(moderate / all, heavy / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEGUN: Mix = [0.761, 0.2, 0.035, 0.004];

    /// Exponential with a mean of 100 weeks.
    fn open(weeks: f64) -> f64 {
        libm::exp(-weeks / 100.0)
    }

    #[test]
    fn without_steps_down_and_slow_clocks_needs_begin_as_stated() {
        let table = CourseTable::new(0.002, 0.0, 1.0, BEGUN, open);
        assert_eq!((table.at_onset, table.pace), (BEGUN, [1.0; SEVERITIES]));
        // Moderate is up to 0.239, severe up to 0.039, crisis up to 0.004.
        let of = |u| table.severity_at_onset(u);
        assert_eq!(
            [of(0.003), of(0.005), of(0.04), of(0.24)],
            [Severity::Crisis, Severity::Severe, Severity::Moderate, Severity::Light]
        );
    }

    /// With one step down of needs that never get worse the weeks have a closed form: of 1 that begins moderate, 1 over
    /// the sum of both rates are moderate.
    #[test]
    fn weeks_at_each_severity_are_those_of_the_closed_form() {
        let table = CourseTable { worsening: 0.0, improving: 0.01, pace: [1.0; SEVERITIES], at_onset: BEGUN };
        let survival: Vec<f64> = (0..WEEKS / STEP).map(|i| open((i * STEP + STEP / 2) as f64)).collect();
        let weeks = table.weeks_by_onset(&survival);
        assert!((weeks[1][1] - 50.0).abs() < 0.1, "{weeks:?}");
        assert!((weeks[1][0] - 50.0).abs() < 0.1, "{weeks:?}");
        assert!((weeks[0][0] - 100.0).abs() < 0.1, "{weeks:?}");
    }

    #[test]
    fn as_many_are_heavy_and_needs_last_as_long_as_without_steps_down() {
        let survival: Vec<f64> = (0..WEEKS / STEP).map(|i| open((i * STEP + STEP / 2) as f64)).collect();
        let stock = |table: &CourseTable| mixed(table.at_onset, table.weeks_by_onset(&survival));
        let before = stock(&CourseTable::new(0.002, 0.0, 1.0, BEGUN, open));
        for (improving, ratio) in [(0.003, 1.0), (0.003, 0.9), (0.01, 0.8), (0.02, 0.6)] {
            let table = CourseTable::new(0.002, improving, ratio, BEGUN, open);
            let after = stock(&table);
            let close = |a: f64, b: f64| assert!((a - b).abs() < 0.1, "{improving} {ratio}: {before:?} {after:?}");
            close(after.iter().sum(), before.iter().sum());
            close(after[1], before[1]);
            close(after[2] + after[3], before[2] + before[3]);
            assert!(improving <= 0.0 || table.at_onset[0] < BEGUN[0], "more must begin heavier: {:?}", table.at_onset);
        }
    }

    #[test]
    fn what_cannot_be_reached_is_as_near_as_shares_go() {
        // Heavy needs that last longer and never get lighter are more, even if none begins so.
        assert!(CourseTable::new(0.002, 0.0, 0.7, BEGUN, open).at_onset[2..].iter().sum::<f64>() < 1e-12);
        let table = CourseTable::new(0.0, 0.5, 1.0, [0.0, 0.0, 1.0, 0.0], open);
        assert!((table.at_onset.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(table.at_onset.iter().all(|share| (0.0..=1.0).contains(share)), "{:?}", table.at_onset);
    }
}
