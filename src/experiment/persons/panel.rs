//! People over years: how long they go on using, and whether those who stopped come back.

use super::measures::{AFTER, BACK, PANELS, RUNS};
use crate::observation::Cell;

/// The years in which somebody used something, one bit each; bit 0 is the year before week 0, bit 1 the first year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Years(u128);

impl Years {
    /// Adds a year, from -1.
    pub(super) fn add(&mut self, year: i32) {
        self.0 |= 1 << (year + 1).clamp(0, 127);
    }

    fn has(self, place: usize) -> bool {
        place < 128 && self.0 >> place & 1 == 1
    }
}

/// The sums of one panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Panel {
    runs: [i64; RUNS],
    still: [(i64, i64); AFTER],
    returned: [(i64, i64); BACK],
}

impl Panel {
    /// Counts somebody who was followed up to and including a year: to the end, or to the last whole year before death
    /// or a move.
    pub(super) fn follow(&mut self, years: Years, last: i32) {
        let Ok(last) = usize::try_from(last + 1) else { return };
        for place in (0..last).filter(|place| years.has(*place)) {
            for (after, sums) in (1..).zip(&mut self.still).take_while(|(after, _)| place + after <= last) {
                sums.0 += i64::from(years.has(place + after));
                sums.1 += 1;
            }
            if years.has(place + 1) {
                continue;
            }
            // The year after is one without use; back within a year is the one after that.
            let mut back = false;
            for (within, sums) in (1..).zip(&mut self.returned).take_while(|(within, _)| place + 1 + within <= last) {
                back |= years.has(place + 1 + within);
                sums.0 += i64::from(back);
                sums.1 += 1;
            }
        }
    }

    /// Counts the run of years with use that reaches to the last year, of somebody who lives here then.
    pub(super) fn run(&mut self, years: Years, last: i32) {
        let Ok(last) = usize::try_from(last + 1) else { return };
        let run = (0..=last).rev().take_while(|place| years.has(*place)).count();
        if run > 0 {
            self.runs[run.min(RUNS) - 1] += 1;
        }
    }

    /// Users of the last year by the length of their run.
    pub(super) fn runs(&self) -> [Cell; RUNS] {
        let all = self.runs.iter().sum();
        self.runs.map(|num| Cell { num, den: all })
    }

    /// Users of a year who use so many years later, of those who still live here.
    pub(super) fn still(&self) -> [Cell; AFTER] {
        self.still.map(|(num, den)| Cell { num, den })
    }

    /// Those who stopped and are back within so many years, of those who still live here.
    pub(super) fn returned(&self) -> [Cell; BACK] {
        self.returned.map(|(num, den)| Cell { num, den })
    }
}

/// One for each of [`PANELS`].
pub(super) type Panels = [Panel; PANELS.len()];

#[cfg(test)]
mod tests {
    use super::*;

    fn years(of: &[i32]) -> Years {
        let mut years = Years::default();
        for year in of {
            years.add(*year);
        }
        years
    }

    /// Used in years 0, 1, 4 and 5 of 0 to 5. Of years 0, 1 and 4 (followed by another) two are used the year after; of
    /// years 0 and 1 two years later none; three years later year 1 has year 4, and year 0 nothing; and so on. Stopped
    /// after year 1: not back in year 3, back in year 4, within two years, and within three.
    #[test]
    fn a_course_is_counted_by_hand() {
        let mut panel = Panel::default();
        panel.follow(years(&[0, 1, 4, 5]), 5);
        assert_eq!(panel.still, [(2, 3), (0, 2), (1, 2), (2, 2), (1, 1)]);
        assert_eq!(panel.returned, [(0, 1), (1, 1), (1, 1)]);
        panel.run(years(&[0, 1, 4, 5]), 5);
        panel.run(years(&[-1, 0, 1, 2, 3, 4, 5]), 5);
        panel.run(years(&[4]), 5);
        assert_eq!(panel.runs, [0, 1, 0, 0, 1]);
    }

    /// Whoever leaves is followed no further: in year 2, after use in 0, the last whole year is 1.
    #[test]
    fn who_leaves_is_followed_no_further() {
        let mut panel = Panel::default();
        panel.follow(years(&[0]), 1);
        assert_eq!((panel.still[0], panel.still[1], panel.returned[0]), ((0, 1), (0, 0), (0, 0)));
        panel.follow(years(&[-1]), -2);
        assert_eq!(panel.still[0], (0, 1));
    }
}
