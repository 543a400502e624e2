//! The columns of every CSV file: their order is the contract, and the data dictionary prints them.

use crate::observation::Column;

/// A CSV file of the result folder.
#[derive(Clone, Copy, Debug)]
pub struct FileColumns {
    /// File name.
    pub name: &'static str,
    /// What it holds.
    pub doc: &'static str,
    /// Columns, in order.
    pub columns: &'static [Column],
}

const SCENARIO: Column = Column::text("scenario", "Name of the scenario.");
const SAMPLE: Column = Column::integer("sample", "", "Draw of the uncertain numbers, from 0.");
const REPLICATE: Column = Column::integer("replicate", "", "Chance within the sample, from 0.");
const YEAR: Column = Column::integer("year", "", "Simulated year, from 1.");
const INDICATOR: Column = Column::text("indicator", "Key of the indicator.");
const GROUP: Column = Column::text("group", "`all` or `dimension:value`.");
const PERIOD: Column = Column::text(
    "period",
    "`year:N` (N from 1), `term` (whole years up to the first council election), `horizon`, or, of euros, `discounted` \
     (the horizon at the budget's rate). Values are per year.",
);
const UNIT: Column = Column::text("unit", "Unit of the values of the row.");
const BASE: Column = Column::text("base", "Name of the base.");
const CLOSURE: Column = Column::text("closure", "What is kept equal: `hours`, `budget` or `extra`.");
const VARIANT: Column = Column::text("variant", "Name of the variant.");
const VALUE: Column = Column::number("value", "unit", "The value.");

pub(super) const SAMPLES: FileColumns = FileColumns {
    name: "samples.csv",
    doc: "The value that each sample drew for each uncertain number, in each scenario.",
    columns: &[
        SCENARIO,
        SAMPLE,
        Column::text(
            "parameter",
            "Key of the uncertain number: of a parameter, or its path in the scenario's file; @ tells a dated step.",
        ),
        VALUE,
        UNIT,
    ],
};

pub(super) const YEARLY: FileColumns = FileColumns {
    name: "yearly.csv",
    doc: "Every written series of every simulation by year.",
    columns: &[SCENARIO, SAMPLE, REPLICATE, YEAR, INDICATOR, GROUP, VALUE, UNIT],
};

pub(super) const WEEKLY: FileColumns = FileColumns {
    name: "weekly.csv",
    doc: "The same series by week, on request (`[output] weekly = true`). Each value is the week's own: a stock its \
          level, a ratio that of the week's sums, a flow what happened in the week (the 52 weeks add up to the year). \
          Distinct persons are those of the year so far.",
    columns: &[
        SCENARIO,
        SAMPLE,
        REPLICATE,
        Column::integer("week", "", "Simulated week, from 1."),
        INDICATOR,
        GROUP,
        VALUE,
        UNIT,
    ],
};

pub(super) const COMPARISON: FileColumns = FileColumns {
    name: "comparison.csv",
    doc: "Every difference, variant minus base.",
    columns: &[
        BASE,
        VARIANT,
        CLOSURE,
        INDICATOR,
        GROUP,
        PERIOD,
        UNIT,
        Column::number("base_value", "unit", "Mean over samples in the base, where both scenarios have a value."),
        Column::number("variant_value", "unit", "The same in the variant: `base_value` plus `difference`."),
        Column::number(
            "difference",
            "unit",
            "Mean over samples of variant minus base; a sample's is the mean over its replicates.",
        ),
        Column::number("median", "unit", "Median over samples of variant minus base."),
        Column::number(
            "p05",
            "unit",
            "5th percentile over samples: linear between the order statistics around 0.05 (n - 1).",
        ),
        Column::number("p95", "unit", "95th percentile over samples, the mirror image of p05."),
        Column::share("share_better", "Samples in which the variant is better (neutral indicators: higher)."),
        Column::number(
            "mc_error",
            "unit",
            "Standard deviation of the samples' differences over the root of their number.",
        ),
        Column::number("margin", "unit", "The smallest difference that matters, fixed beforehand."),
        Column::number(
            "variance_reduction",
            "",
            "Variance of an unpaired difference over that of the paired one, within samples; empty without a second \
             replicate.",
        ),
        Column::integer("samples", "", "Samples with a value in both scenarios."),
        Column::integer("replicates", "", "Replicates per sample, without the extra one of the first samples."),
        Column::text(
            "verdict",
            "`better`, `worse`, `higher`, `lower`, `no_difference`, `undecided_computing` or `undecided_knowledge`.",
        ),
        Column::text(
            "decider",
            "What decides an undecided verdict, the strongest in deciders.csv: the key of an uncertain number, or of \
             an early sign; empty where none stands out.",
        ),
        Column::number(
            "tipping_value",
            "",
            "Value of the decider, in its unit, at which the sign changes; empty if not within its values over \
             samples.",
        ),
    ],
};

pub(super) const DECIDERS: FileColumns = FileColumns {
    name: "deciders.csv",
    doc: "What decides the undecided verdicts of comparison.csv, the strongest first: at most one uncertain number and \
          one early sign for each. An early sign `INDICATOR@year:2` is the level of a registered indicator of the \
          whole district in the variant's second year. It is a sign and no cause. There is none for periods that end \
          before the fifth year, nor where chance makes more of the spread than what nobody knows (variance.csv).",
    columns: &[
        VARIANT,
        INDICATOR,
        GROUP,
        PERIOD,
        Column::text(
            "what",
            "`assumption`: an uncertain number, as in samples.csv; `early_sign`: what the books show in the second \
             year.",
        ),
        Column::text("decider", "Key of the uncertain number or of the early sign."),
        Column::text("unit", "Its unit."),
        Column::number("correlation", "", "Rank correlation of its values with the difference, over samples."),
        Column::number("tipping_value", "", "As in comparison.csv."),
        Column::number("p05", "", "5th percentile of its values over samples, in its unit."),
        Column::number("p95", "", "95th percentile."),
    ],
};

pub(super) const BREAKEVEN: FileColumns = FileColumns {
    name: "breakeven.csv",
    doc: "The first year from whose end cumulative extra cost stays at or below zero to the horizon, by payer.",
    columns: &[
        VARIANT,
        Column::text("payer", "`euros.<payer>` is its indicator."),
        Column::integer(
            "year_median",
            "",
            "Simulated year, from 1, by whose end more than half of the samples are there; empty is never.",
        ),
        Column::integer("year_p05", "", "The same for 5 in 100 samples."),
        Column::integer("year_p95", "", "The same for 95 in 100 samples."),
        Column::share("share_never", "Samples in which it does not happen within the horizon."),
        Column::share(
            "share_full",
            "Samples in which, in both scenarios, most of what the payer pays for services goes to services whose \
             places are all taken while somebody waits, and would be if no lever cut any; empty where it pays for \
             none.",
        ),
    ],
};

pub(super) const NAIVE: FileColumns = FileColumns {
    name: "naive.csv",
    doc: "What the municipality's own registration would show before and after, beside the paired truth.",
    columns: &[
        VARIANT,
        Column::text("indicator", "Registered indicator."),
        YEAR,
        Column::number("before", "unit", "Registered value in the last year before the start, mean over samples."),
        Column::number(
            "naive",
            "unit",
            "Registered value of the year minus before, in the variant, mean over samples.",
        ),
        Column::text("true_indicator", "The true indicator that it stands for."),
        Column::number(
            "true_effect",
            "unit",
            "Paired difference of the true indicator in the year, mean over samples.",
        ),
    ],
};

pub(super) const LOOPS: FileColumns = FileColumns {
    name: "loops.csv",
    doc: "What each feedback loop carries of the difference over the horizon: the difference of a scale model of the \
          district as it is, less that with the loop cut in both scenarios, paired within the first samples. Scaled to \
          the district's size.",
    columns: &[
        VARIANT,
        Column::text("feedback", "The loop."),
        INDICATOR,
        Column::integer("residents", "persons", "Residents of the scale model."),
        Column::integer("samples", "samples", "Samples it was computed on: the first ones, once each."),
        Column::number("district", "unit", "Mean difference of the district itself on the same samples."),
        Column::number("whole", "unit", "Mean difference of the scale model as it is."),
        Column::text(
            "agrees",
            "`yes` if the two agree within two standard errors of their paired difference, else `no`; empty with fewer \
             than 10 samples.",
        ),
        Column::number("cut", "unit", "Mean difference of the scale model with the loop cut."),
        Column::number("part", "unit", "Mean over samples of whole less cut: what the loop carries."),
        Column::number("error", "unit", "Standard error of the part over samples."),
        Column::number(
            "p_value",
            "",
            "Of the signed rank test of Wilcoxon that the part is zero; empty with fewer than 10 samples.",
        ),
        Column::text(
            "named",
            "`yes` if the part is told from zero: at a false-discovery rate of 0.10 over all rows of the variant.",
        ),
    ],
};

const BOUND: Column = Column::text(
    "bound",
    "`null`: help does nothing; `as_is`: what the scenarios say; `ceiling`: the most that is thought possible.",
);

pub(super) const BOUNDS: FileColumns = FileColumns {
    name: "bounds.csv",
    doc: "The same comparison at the bounds of what help does, of the key figures and of every payer's euros: in the \
          scale model of loops.csv, on the first samples and the same draws, scaled to the district's size. Both \
          scenarios and the time before the start have the effects of help of the bound.",
    columns: &[
        BASE,
        VARIANT,
        CLOSURE,
        INDICATOR,
        GROUP,
        PERIOD,
        BOUND,
        Column::number("difference", "unit", "Mean over samples of variant minus base."),
        Column::number("p05", "unit", "5th percentile over samples."),
        Column::number("p95", "unit", "95th percentile over samples."),
        Column::integer("samples", "", "Samples it was computed on: the first ones, once each."),
        Column::share(
            "share_full",
            "Of a payer's euros over the horizon: samples in which places were full in both scenarios, so that the \
             euros could hardly respond (as in breakeven.csv); empty of everything else.",
        ),
    ],
};

pub(super) const BOUND_DIFFERENCES: FileColumns = FileColumns {
    name: "bounds_differences.csv",
    doc: "The difference in each sample of bounds.csv, of the key figures over the horizon: verdicts at the bounds \
          come from it.",
    columns: &[
        VARIANT,
        INDICATOR,
        GROUP,
        PERIOD,
        BOUND,
        SAMPLE,
        Column::number("difference", "unit", "Variant minus base."),
    ],
};

const PAYER: Column = Column::text("payer", "`all` (all payers together) or `municipality`: of `euros.<payer>`.");
const DISCOUNTED: Column = Column::text(
    "discounted",
    "`yes`: at the budget's discount rate, euros and weeks alike, each year from its middle; `no`: as they come.",
);

pub(super) const PLANE: FileColumns = FileColumns {
    name: "plane.csv",
    doc: "The cost-effectiveness plane: in each sample, what the variant costs a payer more and how many person-weeks \
          with a severe need and no help it avoids, over the horizon, per year.",
    columns: &[
        VARIANT,
        PAYER,
        DISCOUNTED,
        SAMPLE,
        Column::number("weeks_avoided", "person-weeks", "Person-weeks avoided; below zero where there are more."),
        Column::number("euros", "euro", "Extra euros of the payer, variant minus base."),
    ],
};

pub(super) const ACCEPTABILITY: FileColumns = FileColumns {
    name: "acceptability.csv",
    doc: "The acceptability curve: in which share of the samples the variant is worth it, by what an avoided \
          person-week with a severe need and no help may cost. Amounts are listed, none is recommended: it is a \
          political choice. Worth it: the weeks of plane.csv at this amount are worth more than the euros.",
    columns: &[
        VARIANT,
        PAYER,
        DISCOUNTED,
        Column::integer("euros_per_week", "euro", "What an avoided person-week may cost."),
        Column::integer("euros_per_year", "euro", "The same for 52 of them, a person-year."),
        Column::share("share", "Samples in which the variant is worth it."),
        Column::integer("samples", "", "Samples with both figures."),
    ],
};

pub(super) const SUBSTITUTION: FileColumns = FileColumns {
    name: "substitution.csv",
    doc: "What the first line (the team) does more for what the second line does less, over the horizon, per year; \
          help at home is in neither.",
    columns: &[
        VARIANT,
        Column::text("measure", "`hours` or `euros`: of `<measure>.first_line` and `<measure>.second_line`."),
        Column::number("first", "measure", "Mean difference of the first line."),
        Column::number("second", "measure", "Mean difference of the second line."),
        Column::text(
            "exchange",
            "`replaces` (the second line falls, the first rises), `falls_alone`, `both_fall`, `both_rise`, \
             `rises_alone`, `reversed` (the second rises, the first falls), or `unclear` (the second is not told from \
             zero).",
        ),
        Column::number(
            "ratio",
            "",
            "First line more for one less of the second, of the means; empty unless at least 90 of 100 samples of the \
             second, and 30, lie on one side of zero.",
        ),
        Column::number(
            "p05",
            "",
            "5th percentile of the samples' own ratios; empty unless p05 and p95 of the second lie on one side of \
             zero.",
        ),
        Column::number("p95", "", "95th percentile."),
        Column::integer("samples", "", "Samples with both differences."),
    ],
};

pub(super) const VARIANCE: FileColumns = FileColumns {
    name: "variance.csv",
    doc: "Where the variance of each difference comes from; rows only where it can be told.",
    columns: &[
        VARIANT,
        INDICATOR,
        GROUP,
        PERIOD,
        Column::share("assumptions", "Between samples: what nobody knows."),
        Column::share("chance", "Between replicates of one sample."),
        Column::share("computing", "Squared Monte-Carlo error of the mean: vanishes with more samples."),
        Column::number("variance_reduction", "", "As in comparison.csv."),
        Column::number(
            "chance_variance",
            "unit squared",
            "Variance of the difference between replicates of one sample.",
        ),
        Column::number(
            "chance_of_sample",
            "unit squared",
            "What of it is left in a sample's difference, which is a mean over replicates.",
        ),
        Column::number("chance_freedom", "", "Degrees of freedom with which the two are known."),
    ],
};

pub(super) const SUMMARY: FileColumns = FileColumns {
    name: "series_summary.csv",
    doc: "Each series by year over samples, and its paired difference from the base: what figures are drawn from.",
    columns: &[
        SCENARIO,
        INDICATOR,
        GROUP,
        YEAR,
        Column::number("mean", "unit", "Mean over samples."),
        Column::number("p05", "unit", "5th percentile over samples."),
        Column::number("p95", "unit", "95th percentile over samples."),
        Column::number("difference_mean", "unit", "Mean paired difference from the base; empty for the base."),
        Column::number("difference_p05", "unit", "5th percentile of the paired difference."),
        Column::number("difference_p95", "unit", "95th percentile of the paired difference."),
    ],
};

pub(super) const DIFFERENCES: FileColumns = FileColumns {
    name: "differences.csv",
    doc: "The difference in each sample, for the term and the horizon: verdicts with other margins come from it.",
    columns: &[VARIANT, INDICATOR, GROUP, PERIOD, SAMPLE, Column::number("difference", "unit", "Variant minus base.")],
};

pub(super) const INDICATORS: FileColumns = FileColumns {
    name: "indicators.csv",
    doc: "Every written series: the dictionary as data.",
    columns: &[
        INDICATOR,
        GROUP,
        UNIT,
        Column::text("kind", "`stock`, `flow`, `distinct persons in the year` or `ratio of sums`."),
        Column::text("direction", "`higher` or `lower` is better, or `neutral`."),
        Column::number("margin", "unit", "The smallest difference that matters in this district."),
        Column::text("name", "English description."),
        Column::text("dutch", "Dutch description."),
    ],
};

pub(super) const LIVES: FileColumns = FileColumns {
    name: "lives.csv",
    doc: "One household of the first sample and replicate in the base and in the first variant, in order of time. \
          Empty if no household could be drawn.",
    columns: &[
        SCENARIO,
        Column::integer("week", "", "Simulated week, from 1; 0 is what is so at the start."),
        Column::text("resident", "Member of the household: `A`, `B`, ...; the same letter is the same person in both."),
        Column::integer("age", "years", "Age in whole years."),
        Column::text(
            "event",
            "At the start: `present`, `need_open` (has come to light), `need_hidden`, `service_open`, `service_waits`, \
             `team_open`, `team_waits`, `care_open`. \
             Then `need_begins`, `need_brought` (by somebody who moves in), `need_returns`, `need_worsens`, \
             `need_passes`, `need_known`, `team_asked`, `team_starts`, `team_closes`, `service_asked`, \
             `service_refused`, `service_starts`, `service_ends`, `care_starts` (gives informal care), `care_ends`, \
             `born`, `died`, `left`, `arrived`, `visited`. Of a household of a kind that was asked for \
             also, at the start: \
             `care_received_open`, `rent_arrears_open`, `rent_order_open` (a court has ordered it out), `benefit_open` \
             (social assistance). Then `care_received` (a carer begins), `care_received_less` (one stops), \
             `care_received_ends` (the last one stops), `rent_arrears`, `rent_order`, `evicted`, `rent_paid`, \
             `team_left`, `service_left` (waits no more, unhelped), \
             `benefit_starts`, `benefit_ends`; and in the place of `service_asked` where it is asked for: \
             `asked_at_team`, `asked_at_gp`, `asked_at_specialist`, `asked_at_youth_doctor`, `asked_at_court`, \
             `asked_at_unrecorded`, `asked_at_ciz`, `asked_at_veilig_thuis`, `asked_at_debt_desk`, \
             `asked_at_centre_municipality`.",
        ),
        Column::text("domain", "Domain of the need; empty where there is none."),
        Column::text("severity", "`light`, `moderate`, `severe` or `crisis`, from this event on."),
        Column::text("route", "How the need comes to light: of `need_known`."),
        Column::text("product", "Product of the service."),
    ],
};

pub(super) const DRAWN: FileColumns = FileColumns {
    name: "lives_drawn.csv",
    doc: "How the household of lives.csv was drawn: by lot among the candidates. A severe turn is a severe need that \
          begins, comes back or is worsened to, crisis included; courses are the same if the same happens to the same \
          people in the same months.",
    columns: &[
        BASE,
        VARIANT,
        Column::integer("households", "households", "Households at the start."),
        Column::integer("stayed", "households", "Of these, those that live here to the horizon in both scenarios."),
        Column::integer("same", "households", "Of those that stayed, those with the same course in both."),
        Column::integer(
            "severe",
            "households",
            "Of those that stayed, those with a severe turn in at least one scenario.",
        ),
        Column::integer("candidates", "households", "Of those with a severe turn, those whose courses differ."),
        Column::integer("fewer", "households", "Candidates with fewer severe turns in the variant."),
        Column::integer("more", "households", "Candidates with more severe turns in the variant."),
    ],
};

pub(super) const LIVES_KIND: FileColumns = FileColumns {
    name: "lives_kind.csv",
    doc: "Of which kind the household of lives.csv was to be; the file is missing where none was asked for. \
     The counts of \
          lives_drawn.csv are then of households of this kind.",
    columns: &[
        Column::text(
            "kind",
            "In week 0: `debts` (somebody has debts), `child` (a child under 18 has a need), `old-couple` \
             (a couple, both \
             70 or older, nobody else), `alone` (an adult alone, without a network).",
        ),
        Column::integer("all", "households", "Households of any kind at the start."),
        Column::integer(
            "about",
            "households",
            "Candidates whose courses differ in what the kind is about (debts, rent and benefit; the young).",
        ),
        Column::integer(
            "long_waits",
            "households",
            "Of those that stayed, those in which somebody waited a year or longer for help that came, in at least one \
             scenario.",
        ),
    ],
};

pub(super) const WORK: FileColumns = FileColumns {
    name: "work_weeks.csv",
    doc: "Weeks of one professional of the team in the base and in the first variant, first sample and replicate, \
          drawn by lot from who works there at the start. Hours and cases are the share of the team's that goes with \
          the working time.",
    columns: &[
        SCENARIO,
        Column::integer("week", "", "Simulated week, from 1."),
        Column::integer("left", "persons", "Who have left the job since the start."),
        Column::integer("first_left", "", "Week in which the one of the start left; empty while they work here."),
        Column::text("works", "`yes` or `no`: whether somebody has the job. What follows is 0 where nobody has."),
        Column::number("administration", "hours", "Hours of administration."),
        Column::number("learning", "hours", "Hours of training, intervision and learning."),
        Column::number("guidance", "hours", "Hours for people in guidance."),
        Column::number("intake", "hours", "Hours of intake and inquiry."),
        Column::number("bridging", "hours", "Hours for people who wait for the second line."),
        Column::number("doors", "hours", "Hours of visits from door to door."),
        Column::number("places", "hours", "Hours of working where people are."),
        Column::number("reports", "hours", "Hours of acting on reports and signals."),
        Column::number("collective", "hours", "Hours of collective work."),
        Column::number("coordination", "hours", "Hours of coordination with others in the same households."),
        Column::number("idle", "hours", "Hours that nothing asked for."),
        Column::number("cases", "cases", "Open cases."),
        Column::number("years", "years", "Experience, that of before this team included."),
        Column::number("in_an_hour", "ratio", "Work done in an hour, of what an experienced professional does."),
        Column::number("learnt", "ratio", "How much of that was learnt in the last year."),
        Column::number("strain", "ratio", "Strain; 1 doubles sickness."),
    ],
};

pub(super) const DISTRICTS: FileColumns = FileColumns {
    name: "districts.csv",
    doc: "Where districts were simulated beside each other: the key figures of each and of all together. Each is \
          judged by its own samples and the margin of its own size. Differences of persons, hours and euros add up to \
          those of all together; ranges, waits and verdicts do not. Of a single run the levels alone.",
    columns: &[
        SCENARIO,
        Column::text("code", "Code of the district in the statistics; `all` of all of them together."),
        Column::text("place", "Name of the district."),
        Column::integer("residents", "persons", "Residents simulated."),
        Column::share("low_income", "Households with a low income in the statistics."),
        INDICATOR,
        PERIOD,
        UNIT,
        Column::number("base_value", "unit", "Mean over samples in the base; of a single run, in its scenario."),
        Column::number("variant_value", "unit", "The same in the variant."),
        Column::number("difference", "unit", "Mean over samples of variant minus base."),
        Column::number("p05", "unit", "5th percentile over samples."),
        Column::number("p95", "unit", "95th percentile over samples."),
        Column::share("share_better", "Samples in which the variant is better (neutral indicators: higher)."),
        Column::number("margin", "unit", "The smallest difference that matters, of the district's size."),
        Column::integer("samples", "", "Samples with a value in both scenarios."),
        Column::text("verdict", "As in comparison.csv."),
    ],
};

pub(super) const FLOWS: FileColumns = FileColumns {
    name: "flows.csv",
    doc: "How many people and euros go between doors, queues, services and accounts in a year: means over samples. \
          Ends are `door:KEY` and `found_or_reported` (ways in), `team`, `queue:PRODUCT`, `service:PRODUCT`, `left` \
          (the queue, without help) and `account:KEY`. From a door to the team or a queue go needs and requests, \
          from a queue people; beside what an account pays for a service stand its distinct users in the year. What \
          an account pays to providers for anything else stands apart, so that what it pays less what it receives \
          is `euros.KEY` of yearly.csv. Requests that a gate refuses reach no queue.",
    columns: &[
        SCENARIO,
        Column::integer("year", "", "Simulated year, from 1."),
        Column::text("from", "Where it comes from."),
        Column::text("to", "Where it goes."),
        Column::number("persons", "persons", "People in the year; empty where only euros go."),
        Column::number("euros", "euro", "Euros in the year; empty where only people go."),
    ],
};

pub(super) const PERSONS: FileColumns = FileColumns {
    name: "persons.csv",
    doc: "On request (`--persons`, or `[output] persons = true`; not of several districts beside each other): what is \
          told of persons and households over time.\n\n\
          - `persons.law`, `persons.laws`, `persons.products`: persons with a service of a law in the year, with \
          services of exactly these laws, and with so many products (distinct persons; a change of product in the year \
          counts as two);\n\
          - `use`: of those who live here at the end of the year, the share with a service in it, by age and income;\n\
          - `euros.top`, `euros.lowest`, `euros.gini`, `households.with_euros`, `euros.mean`: how the euros of \
          services lie over households, all payers together and without the team, which has no bill by household: the \
          share of the `households:N` percent with the most and with the fewest (the Lorenz curve), the Gini \
          coefficient, households with any, and euros for each household;\n\
          - `panel.run`: users of the last year by the years in a row with use (`5+`: five or more); `panel.still`: of \
          the users of a year, those who use so many years after it; `panel.returned`: of those who used in a year and \
          not in the next, those who use again within so many years after that one. Followed are those who still live \
          here; `any` is any product, `wmo` the Wmo;\n\
          - `weeks.ended`, `weeks.waited`: quantiles over the last five years of how long services and cases of the \
          team had lasted that ended, and of weeks from asking to the start. There is no row where a quantile falls \
          among those that began before week 0 in some sample, or nothing ended there.",
    columns: &[
        SCENARIO,
        Column::text("measure", "Key of the measure."),
        Column::text("group", "`all`, or what it is of."),
        Column::text("period", "`year:N` (N from 1) or `horizon`: the mean over its years."),
        UNIT,
        Column::number("mean", "unit", "Mean over samples."),
        Column::number("p05", "unit", "5th percentile over samples."),
        Column::number("median", "unit", "Median over samples."),
        Column::number("p95", "unit", "95th percentile over samples."),
        Column::number("difference_mean", "unit", "Mean over samples of the paired difference from the base."),
        Column::number("difference_p05", "unit", "5th percentile of that difference."),
        Column::number("difference_median", "unit", "Median of that difference."),
        Column::number("difference_p95", "unit", "95th percentile of that difference."),
    ],
};

/// Every CSV file that this module writes.
pub static FILES: &[FileColumns] = &[
    SAMPLES,
    YEARLY,
    WEEKLY,
    COMPARISON,
    DECIDERS,
    BREAKEVEN,
    NAIVE,
    LOOPS,
    BOUNDS,
    BOUND_DIFFERENCES,
    PLANE,
    ACCEPTABILITY,
    SUBSTITUTION,
    VARIANCE,
    SUMMARY,
    DIFFERENCES,
    INDICATORS,
    DISTRICTS,
    FLOWS,
    PERSONS,
    LIVES,
    DRAWN,
    LIVES_KIND,
    WORK,
];
