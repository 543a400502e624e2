//! How long people have lived here: what they asked before that, they asked elsewhere.

use crate::district::{District, Now};
use crate::entities::Resident;
use crate::ids::ResidentId;
use crate::random::Process;
use crate::units::WEEKS_PER_YEAR;

/// How long a household has lived here, once somebody has asked.
#[derive(Debug, Default)]
pub(super) struct Home(Option<f64>);

impl Home {
    /// Weeks that a resident of the household has lived here.
    pub(super) fn resides(&mut self, now: Now<'_>, d: &District, r: ResidentId) -> f64 {
        if now.inputs.context.ageing {
            *self.0.get_or_insert_with(|| resides(now, d, r))
        } else {
            // Whoever stands in for another came as that one did.
            resides(now, d, r)
        }
    }
}

/// Weeks that a resident's household has lived here: who came later asked elsewhere before that.
fn resides(now: Now<'_>, d: &District, r: ResidentId) -> f64 {
    let h = d.household_of(r);
    let age = usize::from(now.age(&d.residents[d.reference_of(h)]));
    let to_a_move = -libm::log(now.inputs.draws.unit(Process::LAST_MOVE, d.households[h].key, 0));
    if !now.inputs.context.ageing {
        // Nobody ages: whoever dies is followed by somebody of the same age.
        let woman = usize::from(d.residents[r].is(Resident::WOMAN));
        let dies = now.inputs.tables.mortality[woman][usize::from(now.age(&d.residents[r]))];
        return to_a_move / (now.inputs.tables.moving[age] + dies).max(f64::MIN_POSITIVE);
    }
    weeks_to_a_move(&now.inputs.tables.moving[..=age], to_a_move)
}

/// Weeks back through the years of a life until its moves, which come at a rate per week by age, add up to `left`; all
/// of that life if they do not.
fn weeks_to_a_move(rates: &[f64], mut left: f64) -> f64 {
    const YEAR: f64 = WEEKS_PER_YEAR as f64;
    for (years, &rate) in rates.iter().rev().enumerate() {
        if left < rate * YEAR {
            return years as f64 * YEAR + left / rate;
        }
        left -= rate * YEAR;
    }
    rates.len() as f64 * YEAR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_lives_here_came_by_the_rates_of_the_ages_that_they_have_had() {
        // Once in a hundred weeks now, every other week a year ago, and never before that.
        let rates = [0.0, 0.0, 0.5, 0.01];
        for (left, weeks) in [(0.0, 0.0), (0.25, 25.0), (0.52, 52.0), (1.52, 54.0), (26.51, 103.98), (26.53, 208.0)] {
            let lived = weeks_to_a_move(&rates, left);
            assert!((lived - weeks).abs() < 1e-9, "{left}: {lived}");
        }
    }
}
