//! The fixed words, which no number changes.

/// The fixed words. Order within arrays is told with each.
#[derive(Debug)]
pub(in crate::report) struct Words {
    /// Section heads, in the order of `page::SECTIONS`.
    pub(in crate::report) headings: [&'static str; 14],
    /// Heads of a single run that differ: the key figures, who pays, and one household.
    pub(in crate::report) single_headings: [(&'static str, &'static str); 3],
    /// Skip link.
    pub(in crate::report) skip: &'static str,
    /// Label of the table of contents.
    pub(in crate::report) contents: &'static str,
    /// The columns that many tables share.
    pub(in crate::report) difference: &'static str,
    pub(in crate::report) range: &'static str,
    pub(in crate::report) low: &'static str,
    pub(in crate::report) high: &'static str,
    pub(in crate::report) verdict: &'static str,
    pub(in crate::report) year: &'static str,
    pub(in crate::report) figure: &'static str,
    pub(in crate::report) table_of_figure: &'static str,
    pub(in crate::report) no_charts: &'static str,
    /// In the place of a picture of differences that are all zero.
    pub(in crate::report) nothing_to_draw: &'static str,
    pub(in crate::report) no_data: &'static str,
    /// What the second line is.
    pub(in crate::report) second_line_is: &'static str,
    /// The question of the field, and what stands before that which would give another answer.
    pub(in crate::report) ring_or_wait: &'static str,
    pub(in crate::report) otherwise: &'static str,
    pub(in crate::report) guard_caption: &'static str,
    pub(in crate::report) guard: &'static str,
    /// That the scenarios and the difference of a row add up.
    pub(in crate::report) all_means: &'static str,
    pub(in crate::report) break_even: &'static str,
    pub(in crate::report) no_extra_cost: &'static str,
    pub(in crate::report) middle_sample: &'static str,
    pub(in crate::report) nothing_to_earn_back: &'static str,
    pub(in crate::report) earned_back: &'static str,
    pub(in crate::report) not_earned_back: &'static str,
    pub(in crate::report) not_judged: &'static str,
    pub(in crate::report) break_even_undecided: &'static str,
    pub(in crate::report) what_decides: &'static str,
    pub(in crate::report) check: &'static str,
    pub(in crate::report) model: &'static str,
    pub(in crate::report) known: &'static str,
    pub(in crate::report) source: &'static str,
    pub(in crate::report) fits: &'static str,
    pub(in crate::report) fits_more: &'static str,
    pub(in crate::report) misses: &'static str,
    pub(in crate::report) misses_more: &'static str,
    pub(in crate::report) not_computed: &'static str,
    pub(in crate::report) check_tolerance: &'static str,
    /// What the model's column is: of a comparison, and of a single run.
    pub(in crate::report) check_year: [&'static str; 2],
    /// Names and sources of the checks, and where their bands come from: Wmo, youth help, carers, debts, team contact
    /// of adults and of older people.
    pub(in crate::report) checks: [(&'static str, &'static str, &'static str); 6],
    /// Head of the column that says between what a figure fits.
    pub(in crate::report) band: &'static str,
    /// How to show one's own figures here: with the program, and on the page.
    pub(in crate::report) own_none: [&'static str; 2],
    pub(in crate::report) calibration: &'static str,
    pub(in crate::report) council_term: &'static str,
    pub(in crate::report) cost_difference_title: &'static str,
    pub(in crate::report) dearer: &'static str,
    pub(in crate::report) cheaper: &'static str,
    pub(in crate::report) monitor_head: &'static str,
    pub(in crate::report) monitor_intro: &'static str,
    /// Columns: registered figure, before, monitor, without the plan, true figure, true effect.
    pub(in crate::report) monitor_columns: [&'static str; 6],
    pub(in crate::report) monitor_caption: &'static str,
    pub(in crate::report) monitor_none: &'static str,
    pub(in crate::report) why_none: [&'static str; 2],
    pub(in crate::report) why_caption: &'static str,
    /// Head of the first column.
    pub(in crate::report) why_head: &'static str,
    /// The first row where the district itself was taken.
    pub(in crate::report) why_whole: &'static str,
    /// The district beside its scale model, and whether they agree.
    pub(in crate::report) why_check: [&'static str; 2],
    /// That there are too few samples to tell what a feedback carries.
    pub(in crate::report) why_few: &'static str,
    /// That no feedback carries anything that can be told from zero.
    pub(in crate::report) why_nothing: &'static str,
    /// When a part is named, and that a small one may be hidden.
    pub(in crate::report) why_rule: [&'static str; 2],
    pub(in crate::report) payer: &'static str,
    pub(in crate::report) payers_title: &'static str,
    pub(in crate::report) payers_caption: &'static str,
    pub(in crate::report) back_in: &'static str,
    pub(in crate::report) never: &'static str,
    /// In how many worlds a payer's places are full under both plans, and what that means.
    pub(in crate::report) full: &'static str,
    pub(in crate::report) full_note: &'static str,
    pub(in crate::report) unpaid_missing: &'static str,
    pub(in crate::report) rounded: &'static str,
    pub(in crate::report) means_rounded: &'static str,
    pub(in crate::report) group: &'static str,
    pub(in crate::report) groups_caption: &'static str,
    pub(in crate::report) visitors_caption: &'static str,
    /// Head of a column: of 1,000 residents of a group.
    pub(in crate::report) of_thousand: &'static str,
    pub(in crate::report) need_title: &'static str,
    pub(in crate::report) need_difference_title: &'static str,
    pub(in crate::report) need_difference_note: &'static str,
    pub(in crate::report) hours_title: &'static str,
    /// Why hours of the first line differ where the teams are of one size.
    pub(in crate::report) hours_note: &'static str,
    pub(in crate::report) first_line: &'static str,
    pub(in crate::report) second_line: &'static str,
    pub(in crate::report) costs_title: &'static str,
    pub(in crate::report) other_payers: &'static str,
    pub(in crate::report) total: &'static str,
    pub(in crate::report) millions: &'static str,
    pub(in crate::report) thousands_of_hours: &'static str,
    pub(in crate::report) more: &'static str,
    pub(in crate::report) fewer: &'static str,
    pub(in crate::report) same_worlds: &'static str,
    pub(in crate::report) split_caption: &'static str,
    /// Columns: figure, assumptions, chance, computing, error of the mean.
    pub(in crate::report) split_columns: [&'static str; 5],
    pub(in crate::report) split_none: &'static str,
    /// Said beside a finding that the samples do not agree on, and beside one of fewer than 30 samples.
    pub(in crate::report) uncertain: [&'static str; 2],
    pub(in crate::report) all_decided: &'static str,
    pub(in crate::report) no_decider: &'static str,
    /// In its place where a reader's margin made a figure undecided.
    pub(in crate::report) unsought: &'static str,
    /// The verdicts at the bounds of what help does. Columns: figure, nothing, as assumed, most.
    pub(in crate::report) bounds_caption: &'static str,
    pub(in crate::report) bounds_columns: [&'static str; 4],
    /// That the verdicts are the same at both.
    /// That a verdict is the same where help does nothing.
    pub(in crate::report) whatever_help_does: &'static str,
    pub(in crate::report) bet_not_tested: &'static str,
    pub(in crate::report) cumulative_title: &'static str,
    pub(in crate::report) cumulative_note: &'static str,
    pub(in crate::report) verdict_rules: [&'static str; 4],
    pub(in crate::report) changed_caption: &'static str,
    /// Columns: lever, who decides.
    pub(in crate::report) changed_columns: [&'static str; 2],
    pub(in crate::report) changed_rest: &'static str,
    /// Figures of the mechanisms that a plan uses.
    pub(in crate::report) counted_caption: &'static str,
    pub(in crate::report) counted_what: &'static str,
    /// What households pay, and why that can be less than nothing.
    pub(in crate::report) households_are: &'static str,
    /// What opens every other figure, and the caption of its table.
    pub(in crate::report) others_open: [&'static str; 2],
    pub(in crate::report) circumstances_caption: &'static str,
    /// What changes, and how.
    pub(in crate::report) circumstances_columns: [&'static str; 2],
    pub(in crate::report) changed_none: &'static str,
    pub(in crate::report) not_for: [&'static str; 7],
    /// What unfolds the list of them, and what is said in its place on paper.
    pub(in crate::report) assumptions_open: [&'static str; 2],
    pub(in crate::report) assumptions_caption: &'static str,
    /// Columns: number, unit, value, grade and source.
    pub(in crate::report) assumptions_columns: [&'static str; 4],
    /// Of a number that a scenario states.
    pub(in crate::report) stated_by: &'static str,
    pub(in crate::report) language_note: &'static str,
    pub(in crate::report) synthetic: &'static str,
    pub(in crate::report) single_run: &'static str,
    pub(in crate::report) level_caption: &'static str,
    pub(in crate::report) mean_per_year: &'static str,
    pub(in crate::report) first_year: &'static str,
    pub(in crate::report) last_year: &'static str,
    pub(in crate::report) reproduce: &'static str,
    /// What the command of the page takes.
    pub(in crate::report) reproduce_page: &'static str,
    pub(in crate::report) yes: &'static str,
    pub(in crate::report) no: &'static str,
}
