//! The report in English.

use super::voice::{Course, Needs, SAMPLES_FOR_A_BAND, Sign, Since, Trend, Voice, Words, joined};
use crate::experiment::{Exchange, Verdict};
use crate::provenance::{Decides, Source};
use crate::report::wording::{Lang, Measure, Things, counted, euros, number, signed};
use crate::scenario::{ClosureChange, ClosureNote};

/// English.
pub(in crate::report) struct English;

static WORDS: Words = Words {
    headings: [
        "In brief",
        "Four key figures",
        "Does this match your municipality?",
        "How it unfolds",
        "Why?",
        "Who pays and who gains",
        "For whom better, for whom worse",
        "From second to first line",
        "How sure is this?",
        "One household, two lives",
        "What was changed",
        "What not to use this for",
        "Assumptions and sources",
        "Reproduce this",
    ],
    single_headings: [("key-figures", "Key figures"), ("who-pays", "Who pays"), ("two-lives", "One household")],
    skip: "Skip to the content",
    contents: "Contents",
    difference: "Difference",
    range: "From low to high",
    low: "Low",
    high: "High",
    verdict: "Verdict",
    year: "Year",
    figure: "Figure",
    table_of_figure: "Table for figure",
    no_charts: "This version of kantel was built without figures. The table holds the same numbers.",
    nothing_to_draw: "There is no picture: no amount differs.",
    no_data: "This result does not hold the numbers for this part.",
    second_line_is: "Second line: help from specialists, from guidance to long-term care. Help at home counts apart: domestic help, aids and transport.",
    guard_caption: "Watch these as well, per year over the whole period",
    guard: "Figure to watch",
    all_means: "All are means over the samples. In each row they are rounded alike, so that they add up.",
    break_even: "Break-even",
    no_extra_cost: "No extra cost",
    middle_sample: "the year is that of the middle sample",
    nothing_to_earn_back: "▼ Nothing to earn back",
    earned_back: "▼ Earned back",
    not_earned_back: "▲ Not earned back",
    break_even_undecided: "? Undecided",
    what_decides: "What decides?",
    check: "Figure to check",
    model: "Model",
    known: "Known",
    source: "Source",
    fits: "✓ fits",
    fits_more: "✓ fits: more is expected here",
    misses: "✗ does not fit",
    misses_more: "✗ does not fit: more is expected here",
    not_computed: "– not computed",
    check_tolerance: "The model fits if it lies within the band. The band holds what is uncertain in the known figure and in the model together. Where more is expected, less never fits.",
    check_year: ["Model: the first year of the base.", "Model: the first year."],
    checks: [
        (
            "Wmo clients per 1,000 residents",
            "CBS, the district itself",
            "Since then −15% to +25% (assumption, after changes between years)",
        ),
        (
            "Youth help, share of residents under 23",
            "CBS, national: about 1 in 10",
            "Between municipalities 7.7% to 13.6% (CBS 2022)",
        ),
        (
            "Carers, share of adults",
            "CBS 2022, national",
            "Between districts 9% to 15.5% (assumption, after RIVM 2020)",
        ),
        ("Households with problem debts", "CBS 2018, national", "Goes with low incomes, 25% more or less (assumption)"),
        (
            "Contact with the team, share of adults under 65",
            "Volksgezondheidsmonitor Utrecht 2021",
            "Between districts and years 3% to 8% (assumption)",
        ),
        (
            "Contact with the team, share of people of 65 and over",
            "Volksgezondheidsmonitor Utrecht 2021",
            "Between districts and years 6% to 16% (assumption)",
        ),
    ],
    band: "Fits between",
    own_none: "Your own figures can stand here too: put them under [own] in a file and give it with --with.",
    calibration: "The model has not been calibrated to your municipality.",
    council_term: "this council term",
    cost_difference_title: "Difference in yearly cost to the municipality",
    dearer: "dearer",
    cheaper: "cheaper",
    monitor_head: "What your own monitor will show",
    monitor_intro: "A monitor compares before and after, in what is registered. The true effect compares two scenarios.",
    monitor_columns: ["Registered", "Before", "Monitor shows", "Without the plan", "True figure", "True effect"],
    monitor_caption: "Before and after in the registration, beside the true effect",
    monitor_none: "This result holds no before-and-after figures.",
    why_none: "The feedbacks were not cut one by one in this result. Compare without --loops 0 for that.",
    why_caption: "What feedbacks carry of the difference, per year",
    why_head: "Difference, and what carries it",
    why_whole: "Your district, as it is",
    why_check: ["Your district itself, in the same samples", "Do the two agree within their errors?"],
    why_few: "These are too few samples to tell what a feedback carries. That takes ten or more.",
    why_nothing: "No feedback carries a part that can be told from zero here.",
    why_rule: "A part is named only if it is clearly more than chance. Of ten named parts one may still be chance. A small part can stay hidden.",
    payer: "Payer",
    payers_title: "Difference in yearly cost by payer",
    payers_caption: "Difference in cost per year, by payer",
    back_in: "Break-even",
    never: "Never, in so many samples",
    unpaid_missing: "Unpaid hours of family and neighbours are not in this result.",
    rounded: "Amounts are rounded one by one, so parts may not add up.",
    means_rounded: "Each amount is the mean over the samples. Means add up, but each is rounded by itself.",
    group: "Group",
    groups_caption: "People with a severe need and no help, by group",
    need_title: "People with a severe need and no help",
    need_difference_title: "Difference in people with a severe need and no help",
    need_difference_note: "Drawn is the difference: the mean over the samples, compared one by one.",
    hours_title: "Hours of the first and the second line per year",
    hours_note: "Hours of training and administration are not among those of the first line. Residential care is not among those of the second, nor is help at home.",
    flows_to_come: "How many people go from one line to the other is not computed yet.",
    first_line: "First line (team)",
    second_line: "Second line",
    costs_title: "Yearly cost by payer",
    other_payers: "Others",
    total: "Total",
    millions: "million euros",
    thousands_of_hours: "thousand hours",
    more: "more",
    fewer: "fewer",
    same_worlds: "In every sample the same people live both scenarios. Only the policy differs.",
    split_caption: "Where the spread of each difference comes from",
    split_columns: [
        "Figure",
        "What nobody knows (assumptions)",
        "Chance",
        "Too little computing",
        "What more computing may move the mean by",
    ],
    split_none: "The spread could not be split: that takes a second run of some samples.",
    uncertain: [
        "This is uncertain: the samples do not agree enough.",
        "This is uncertain: fewer than 30 samples were computed.",
    ],
    all_decided: "None of the key figures is undecided.",
    no_decider: "No single assumption is known to decide it.",
    unsought: "What decides it was not computed at this margin.",
    cumulative_title: "Extra cost to the municipality, added up",
    cumulative_note: "The line is the mean over all samples: the key figure, added up over the years.",
    verdict_rules: [
        "Better or worse (or: higher or lower): at least 90 of 100 samples agree. On average the difference also matters.",
        "No difference that matters: at least 90 of 100 samples stay within the margin fixed beforehand.",
        "Undecided, compute more: fewer than 30 samples, or more samples or more replicates may still decide.",
        "Undecided, too little known: more computing does not help, knowing more may. Chance is left out of this.",
    ],
    changed_caption: "What differs",
    changed_columns: ["What", "Who decides"],
    changed_rest: "Nothing else was changed.",
    circumstances_caption: "Circumstances that change, whatever the district decides",
    circumstances_columns: ["What", "How it changes, in every scenario"],
    changed_none: "Nothing differs between the scenarios.",
    not_for: [
        "Not to take over the level of a figure. The model is fitted to few figures (it is not calibrated). Look at the difference between the scenarios.",
        "Not to budget an item to the euro. The ranges are wide, and they are part of the answer.",
        "Not to rank districts, teams or providers.",
        "Not to decide about a person or a family. The residents are invented.",
        "Not as proof that a policy works. The effects of help are assumptions with a range.",
        "Not for work and income, prevention by facilities and initiatives, or collective provision. Nor for politics, coordination between teams, or de-siloed money. The model leaves these out so far.",
        "Not for the years themselves. This is a comparison of two scenarios, not a forecast.",
    ],
    assumptions_caption: "Uncertain numbers, drawn anew in every sample",
    assumptions_columns: ["Number", "Unit", "Low, middle, high in 90 of 100 samples", "Grade and source"],
    stated_by: "stated in the scenario",
    language_note: "The list comes from the model itself.",
    synthetic: "The residents are synthetic: drawn so that they match the published totals.",
    single_run: "This is one scenario by itself. A verdict needs two: see `kantel compare`.",
    level_caption: "Key figures in this scenario",
    mean_per_year: "Mean per year",
    first_year: "First year",
    last_year: "Last year",
    reproduce: "The same command gives the same numbers, on any machine.",
    yes: "yes",
    no: "no",
};

/// Over how many years a yearly amount is meant.
fn per_year(years: u32) -> String {
    if years == 1 { "in one year".to_owned() } else { format!("per year over {years} years") }
}

const fn much(trend: Trend) -> &'static str {
    match trend {
        Trend::Less => "less so",
        Trend::Same => "about as much",
        Trend::More => "more so",
    }
}

impl Voice for English {
    fn words(&self) -> &'static Words {
        &WORDS
    }

    fn indicator(&self, key: &str) -> String {
        match key {
            "euros.municipality" => "Cost to the municipality",
            "euros.all" => "Cost to all payers together",
            "persons.second_line" => "People with second-line help",
            "persons.help_at_home" => "People with help at home",
            "need.severe.unhelped" => "People with a severe need and no help",
            "network.none.unhelped" => "People without a network and without help",
            "carers.burdened" => "Heavily burdened carers",
            "team.wait_weeks" => "Wait for the team",
            "persons.wmo" => "Wmo clients",
            "registered.persons.second_line" => "People with second-line help, as registered",
            "registered.need.known" => "People with a need, as registered",
            "need.open" => "People with a need",
            "hours.first_line" => "Hours of the first line",
            "hours.second_line" => "Hours of the second line",
            "hours.help_at_home" => "Hours of help at home",
            "euros.first_line" => "Cost of the first line",
            "euros.second_line" => "Cost of the second line",
            "euros.help_at_home" => "Cost of help at home",
            "care.hours" => "Unpaid hours of family and neighbours",
            other => other,
        }
        .to_owned()
    }

    fn payer(&self, key: &str) -> String {
        match key {
            "wmo" => "Municipality: Wmo",
            "youth" => "Municipality: youth help",
            "participation" => "Municipality: social assistance",
            "debt" => "Municipality: debt and poverty",
            "welfare" => "Municipality: welfare and team",
            "municipality" => "Municipality",
            "insurer" => "Health insurer",
            "wlz" => "Long-term care (Wlz)",
            "housing" => "Housing corporation",
            "justice" => "Justice and safety",
            "household" => "Households",
            "all" => "All payers together",
            other => other,
        }
        .to_owned()
    }

    fn group(&self, key: &str) -> String {
        match key {
            "income:low" => "Low income",
            "income:middle" => "Middle income",
            "income:high" => "High income",
            "network:none" => "Without a network",
            "network:some" => "With a network",
            "age:0-22" => "0 to 22 years",
            "age:23-64" => "23 to 64 years",
            "age:65+" => "65 years and over",
            other => other,
        }
        .to_owned()
    }

    fn decides(&self, decides: Decides) -> &'static str {
        decides.text()
    }

    fn grade(&self, source: &Source) -> &'static str {
        source.grade()
    }

    fn closure(&self, key: &str) -> &'static str {
        match key {
            "hours" => "Both scenarios have the same team hours.",
            "budget" => "Both scenarios have the same municipal budget at the start.",
            "extra" => "What a plan adds comes on top, as extra money; what it costs less is not spent.",
            _ => "The scenarios differ in means as their files say.",
        }
    }

    fn closure_note(&self, note: &ClosureNote) -> String {
        let ClosureNote { variant, base, change, by_sample } = note;
        let text = match *change {
            ClosureChange::BurnIn => format!("{variant}: burn-in runs under the organisation of {base}."),
            ClosureChange::SameTeam => format!("{variant}: the team has the FTE of {base}."),
            ClosureChange::LargerTeam(fte) => {
                let fte = signed(Lang::En, fte);
                format!("{variant}: the team gets {fte} FTE, as much as it plans more for outreach than {base}.")
            }
            ClosureChange::Saving(more) if more >= 0.0 => {
                let euros = euros(Lang::En, more);
                format!("{variant}: the team costs {euros} a year more, saved on purchased care.")
            }
            ClosureChange::Saving(less) => {
                format!("{variant}: the team costs {} a year less, which is not spent.", euros(Lang::En, -less))
            }
        };
        if *by_sample { text + " That is the mean: every sample has its own amount." } else { text }
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        }
    }

    fn kicker(&self, place: &str, residents: &str, from: i32, to: i32) -> String {
        let years = if from == to { from.to_string() } else { format!("{from} to {to}") };
        format!("{place} · {residents} · {years} · a simulation, not a forecast")
    }

    fn scaled(&self, residents: &str, published: &str) -> String {
        format!(
            "This is the district in another size: {residents} instead of {published}. All counts and amounts go with that size."
        )
    }

    fn title(&self, base: &str, variant: &str) -> String {
        format!("{variant}, compared with {base}")
    }

    fn run_title(&self, name: &str) -> String {
        format!("{name}, by itself")
    }

    fn lead_need(&self, variant: &str, verdict: Verdict) -> String {
        match verdict {
            Verdict::Better | Verdict::Lower => {
                format!("With “{variant}” fewer people have a severe need and no help.")
            }
            Verdict::Worse | Verdict::Higher => format!("With “{variant}” more people have a severe need and no help."),
            Verdict::NoDifference => {
                format!("With “{variant}” about as many people have a severe need and no help.")
            }
            _ => format!("Whether “{variant}” leaves fewer people with a severe need and no help is undecided."),
        }
    }

    fn lead_second(&self, difference: Option<f64>, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::NoDifference => "About as many people get help from the second line.",
            Verdict::UndecidedComputing | Verdict::UndecidedKnowledge => {
                "Whether more or fewer people get help from the second line is undecided."
            }
            _ if difference.is_some_and(|x| x < 0.0) => "Fewer people get help from the second line.",
            _ => "More people get help from the second line.",
        }
    }

    fn lead_cost(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Better | Verdict::Lower => "The municipality pays less.",
            Verdict::Worse | Verdict::Higher => "The municipality pays more.",
            Verdict::NoDifference => "The municipality pays about the same.",
            _ => "Whether the municipality pays more or less is undecided.",
        }
    }

    fn figure_line(&self, name: &str, middle: &str, low: &str, high: &str) -> String {
        format!("{name}: {middle} ({}).", self.range(low, high))
    }

    fn cost_line(&self, horizon: &str, range: &str, years: u32, term: Option<(&str, &str, i32)>) -> String {
        let whole = format!("Cost to the municipality: {horizon} {} ({range}).", per_year(years));
        match term {
            Some((text, range, year)) => {
                format!("{whole} In this council term, up to and including {year}: {text} per year ({range}).")
            }
            None => whole,
        }
    }

    fn payers_line(&self, cheaper: &[String], dearer: &[String], undecided: &[String]) -> String {
        let mut parts = Vec::new();
        if !cheaper.is_empty() {
            parts.push(format!("Cheaper for: {}.", self.list(cheaper)));
        }
        if !dearer.is_empty() {
            parts.push(format!("Dearer for: {}.", self.list(dearer)));
        }
        if !undecided.is_empty() {
            parts.push(format!("Undecided for: {}.", self.list(undecided)));
        }
        if parts.is_empty() { "No payer sees a difference that matters.".to_owned() } else { parts.join(" ") }
    }

    fn guards_line(&self, worse: &[String]) -> String {
        format!("Worse: {}.", self.list(worse))
    }

    fn undecided_line(&self, undecided: usize, of: usize) -> String {
        match undecided {
            0 => format!("All {of} key figures have a verdict."),
            1 => format!("One of the {of} key figures is undecided."),
            n => format!("Of the {of} key figures {n} are undecided."),
        }
    }

    fn own_margins(&self, margins: &[String]) -> String {
        format!("Note: these margins were chosen afterwards, not beforehand: {}.", self.list(margins))
    }

    fn people(&self) -> &'static str {
        "people"
    }

    fn cards_intro(&self, base: &str, variant: &str, years: u32, samples: u32) -> String {
        let brackets = match samples {
            1 => "Only one sample was computed, so there is no range.".to_owned(),
            n if n < SAMPLES_FOR_A_BAND => {
                let of = counted(Lang::En, n, Things::Computed);
                format!("In brackets: about the lowest and the highest of {of}.")
            }
            _ => "In brackets: from low to high in 90 of 100 computed samples.".to_owned(),
        };
        format!("Difference: “{variant}” minus “{base}”, {}. {brackets}", per_year(years))
    }

    fn band(&self, samples: u32) -> String {
        match samples {
            1 => String::new(),
            n if n < SAMPLES_FOR_A_BAND => format!("band: about lowest to highest of {n} samples"),
            _ => "band: 90 of 100 samples".to_owned(),
        }
    }

    fn range(&self, low: &str, high: &str) -> String {
        format!("from {low} to {high}")
    }

    fn worlds(&self, (worlds, of): (u32, u32), measure: Measure, more: bool) -> String {
        let way = match measure {
            _ if more => "more",
            Measure::Count => "fewer",
            _ => "less",
        };
        format!("In {worlds} of {} {way}.", counted(Lang::En, of, Things::Computed))
    }

    fn of(&self, worlds: u32, of: u32) -> String {
        format!("{worlds} of {of}")
    }

    fn term(&self, year: i32, text: &str) -> String {
        format!("Up to and including {year}: {text} per year.")
    }

    fn back_in(&self, year: Option<i32>, start: i32, years: u32) -> String {
        match year {
            None => format!("Not within {}", counted(Lang::En, years, Things::Years)),
            Some(year) if year <= start => format!("From {start} on"),
            Some(year) => format!("In {year}"),
        }
    }

    fn back_year(&self, year: Option<i32>) -> String {
        year.map_or_else(|| "never".to_owned(), |year| year.to_string())
    }

    fn back_range(&self, earliest: Option<i32>, latest: Option<i32>) -> String {
        match (earliest, latest) {
            (None, None) => "never in almost all samples".to_owned(),
            (Some(early), None) => format!("from {early} to never"),
            (Some(early), Some(late)) => format!("from {early} to {late}"),
            (None, Some(late)) => format!("up to {late}"),
        }
    }

    fn never(&self, payer: &str, (worlds, of): (u32, u32)) -> String {
        format!("{payer}: never in {worlds} of {}.", counted(Lang::En, of, Things::Computed))
    }

    fn own_tolerance(&self, share: &str, stated: bool) -> String {
        if stated { format!("±{share}") } else { format!("±{share} (assumption)") }
    }

    fn own_source(&self, source: &str, year: Option<i32>, tolerance: &str) -> String {
        let named = if source.is_empty() { "your own figure".to_owned() } else { format!("your own figure: {source}") };
        let year = year.map(|year| year.to_string()).unwrap_or_default();
        joined([named, year].into_iter(), tolerance)
    }

    fn own_conversion(&self, simulated: &str, counted: &str) -> String {
        format!(
            "{simulated} were simulated. The model's counts and euros are converted to {counted}, as in your figures."
        )
    }

    fn checks_line(&self, fit: usize, of: usize, missed: &[String]) -> String {
        let first = match of {
            0 => "None of the figures could be checked.".to_owned(),
            _ => format!("{fit} of {of} checked figures {}.", if fit == 1 { "fits" } else { "fit" }),
        };
        if missed.is_empty() { first } else { format!("{first} Misses: {}.", self.list(missed)) }
    }

    fn course(&self, course: Course) -> String {
        let word = |sign| match sign {
            Sign::Dearer => "dearer",
            Sign::Cheaper => "cheaper",
            Sign::Same => "no difference that matters",
            Sign::Unsure => "undecided",
        };
        match course {
            Course::Only(sign) => format!("For the municipality {} in this one year.", word(sign)),
            Course::From(first, last) if first == last => {
                format!("For the municipality {} in the first and in the last year.", word(first))
            }
            Course::From(first, last) => {
                format!("For the municipality {} in the first year, {} in the last.", word(first), word(last))
            }
            Course::Dearer(trend) => {
                format!("Dearer for the municipality in the first year, and {} in the last.", much(trend))
            }
            Course::Cheaper(trend) => {
                format!("Cheaper for the municipality in the first year, and {} in the last.", much(trend))
            }
        }
    }

    fn course_numbers(&self, first: (i32, &str), last: (i32, &str), split: bool) -> String {
        let start = if first.0 == last.0 { String::new() } else { format!("{}: {}. ", first.0, first.1) };
        let numbers = format!("{start}{}: {}.", last.0, last.1);
        if split { format!("{numbers} In {} the samples disagree on dearer or cheaper.", last.0) } else { numbers }
    }

    fn prices(&self, year: i32) -> String {
        format!("Prices of {year}, not discounted.")
    }

    fn discounted(&self, rate: &str, municipality: (&str, &str), all: (&str, &str)) -> String {
        format!(
            "Later money often counts for less. Suppose each later year counts {rate} less. The difference to the municipality is then {} per year ({}). To all payers together it is {} per year ({}).",
            municipality.0, municipality.1, all.0, all.1
        )
    }

    fn monitor_line(&self, same: usize, wrong: usize, of: usize) -> String {
        let row = |n: usize| if n == 1 { "row" } else { "rows" };
        if same == of && of > 1 {
            return format!("In all {of} rows the monitor points the same way as the true effect.");
        }
        let other = if wrong > 0 { format!(" In {wrong} it points the other way.") } else { String::new() };
        let text = format!("In {same} of {of} {} the monitor points the same way as the true effect.{other}", row(of));
        match of - same - wrong {
            0 => text,
            rest => format!("{text} In {rest} only one of the two changes."),
        }
    }

    fn monitor_gap(&self, indicator: &str, naive: &str, drift: Option<&str>, truth: &str) -> String {
        let first = format!("They lie furthest apart for “{indicator}”.");
        match drift {
            None => format!("{first} The monitor shows {naive}, the true effect is {truth}."),
            Some(drift) => format!(
                "{first} The monitor shows {naive}, and without the plan it would show {drift}. The true effect is {truth}. \
                 Without the plan the model settles after its start, and the district changes."
            ),
        }
    }

    fn registered(&self, indicator: &str, year: i32) -> String {
        format!("{indicator}, {year}")
    }

    fn scale_model(&self, residents: &str) -> String {
        format!("Scale model of {residents}, scaled up")
    }

    fn carried_by(&self, name: &str) -> String {
        format!("Part of: {name}")
    }

    fn carry_nothing(&self, names: &str) -> String {
        format!("The other feedbacks carry nothing that can be told from zero here: {names}.")
    }

    fn scale_off(&self, figures: &[String]) -> String {
        format!(
            "The scale model does not match your district in: {}. Read those parts as a direction.",
            self.list(figures)
        )
    }

    fn loop_name(&self, english: &'static str, _: &'static str) -> &'static str {
        english
    }

    fn why_intro(&self, samples: u32) -> String {
        format!(
            "We cut one feedback at a time, in both scenarios. What then disappears of the difference is its part. We did so in the first {}, run once each.",
            if samples == 1 { "sample".to_owned() } else { counted(Lang::En, samples, Things::Samples) }
        )
    }

    fn why_smaller(&self, residents: &str) -> String {
        format!(
            "For that we took a scale model: the same make-up, with {residents}. Its figures are scaled to your district."
        )
    }

    fn unpaid(&self, change: &str, low: &str, high: &str) -> String {
        format!(
            "Unpaid hours of family and neighbours: {change} per week ({}). They stay hours: no euros.",
            self.range(low, high)
        )
    }

    fn no_cost_yet(&self, payers: &[String]) -> String {
        format!("The model has no costs yet for: {}.", self.list(payers))
    }

    fn groups_lines(&self, groups: &[Vec<String>; 4]) -> Vec<String> {
        let heads = ["Better for", "Worse for", "Undecided for", "No difference that matters for"];
        let all: usize = groups.iter().map(Vec::len).sum();
        let line = |(head, groups): (&str, &Vec<String>)| match groups.len() {
            0 => None,
            n if n == all && n > 1 => Some(format!("{head} all groups.")),
            _ => Some(format!("{head}: {}.", self.list(groups))),
        };
        heads.into_iter().zip(groups).filter_map(line).collect()
    }

    fn need_finding(&self, year: i32, base: (&str, &str), variant: (&str, &str)) -> String {
        format!("In {year}: {} with “{}”, {} with “{}”.", base.1, base.0, variant.1, variant.0)
    }

    fn hours_finding(&self, first: &str, second: &str) -> String {
        format!("First line: {first} per year. Second line: {second} per year.")
    }

    fn help_at_home(&self, hours: &str, euros: &str) -> String {
        format!("Help at home counts apart: {hours} and {euros} per year.")
    }

    fn rate(&self, x: f64, euros: bool) -> String {
        let size = number(Lang::En, x.abs());
        let amount = if euros { format!("€{size}") } else { format!("{size}\u{a0}hours") };
        match x {
            x if x.abs() < 0.005 => amount,
            x => format!("{amount}\u{a0}{}", if x > 0.0 { "more" } else { "less" }),
        }
    }

    fn exchange(&self, exchange: Exchange, euros: bool, rate: &str, range: &str) -> String {
        let (one, fewer, more, many) = if euros {
            ("euro", "costs less", "costs more", "costs as much")
        } else {
            ("hour", "takes fewer hours", "takes more hours", "takes as many")
        };
        match exchange {
            Exchange::Replaces => format!("Per {one} less in the second line: {rate} in the first{range}."),
            Exchange::Reversed => {
                format!("It goes the other way. Per {one} more in the second line: {rate} in the first{range}.")
            }
            Exchange::FallsAlone => format!("The second line {fewer}, and the first line {many}."),
            Exchange::RisesAlone => format!("The second line {more}, and the first line {many}. Nothing is replaced."),
            Exchange::BothFall => format!("The second line {fewer}, and so does the first: nothing is replaced."),
            Exchange::BothRise => format!("The second line {more}, and so does the first: nothing is replaced."),
            Exchange::Unclear if euros => {
                "In euros it is not clear whether the second line grows or shrinks. So there is no rate.".to_owned()
            }
            Exchange::Unclear => {
                "In hours it is not clear whether the second line grows or shrinks. So there is no rate.".to_owned()
            }
        }
    }

    fn found_at_doors(&self, name: &str, found: &str, range: &str, worlds: Option<(u32, u32)>) -> String {
        let worlds = worlds.map_or_else(String::new, |(more, of)| {
            let others =
                if more < of { " In the others the team does not get round to it, or finds no more." } else { "" };
            format!(" {}{others}", self.worlds((more, of), Measure::Count, true))
        });
        format!("{name}: {found} per year ({range}).{worlds}")
    }

    fn costs_finding(&self, base: (&str, &str), variant: (&str, &str)) -> String {
        format!("All payers together: {} per year with “{}”, {} with “{}”.", base.1, base.0, variant.1, variant.0)
    }

    fn worlds_intro(&self, samples: u32, replicates: u32, extra: u32) -> String {
        if samples == 1 {
            let times = match replicates + extra {
                1 => "once".to_owned(),
                n => format!("{n} times"),
            };
            return format!("We computed 1 sample, {times}. Another sample would have other assumptions.");
        }
        let samples = counted(Lang::En, samples, Things::Samples);
        let times = if replicates == 1 { "each once".to_owned() } else { format!("each {replicates} times") };
        let more = match extra {
            0 => String::new(),
            1 => ", and the first once more".to_owned(),
            n => format!(", and the first {n} once more"),
        };
        format!("We computed {samples}, {times}{more}. Every sample has other assumptions.")
    }

    fn undecided_why(&self, name: &str, needs: Needs) -> String {
        let why = match needs {
            Needs::Computing { samples, replicates } => {
                let options = Needs::options(samples, replicates);
                return format!(
                    "{name}: undecided. Compute more{options}: that may decide it, or show that too little is known."
                );
            }
            Needs::Endless => "It lies at the border itself: more computing hardly decides it.",
            Needs::Knowledge => "More computing does not help: too little is known.",
        };
        format!("{name}: undecided. {why}")
    }

    fn tipping(&self, value: Option<&str>, unit: &str, low: &str, high: &str) -> String {
        match value {
            Some(value) => format!("The verdict tips at {value}. Known is only: from {low} to {high}{unit}."),
            None => format!("Known is only: from {low} to {high}{unit}."),
        }
    }

    fn watch(&self, year: i32) -> String {
        format!("Watch in {year}:")
    }

    fn sign(&self, value: Option<&str>, (rises, euros): (bool, bool), (low, high): (&str, &str)) -> String {
        let (what, more, less) =
            if euros { ("plan", "dearer", "cheaper") } else { ("difference", "above zero", "below zero") };
        let (above, below) = if rises { (more, less) } else { (less, more) };
        let says = match value {
            Some(value) => format!("Above {value} the {what} is more often {above}. Below it more often {below}."),
            None if euros => format!("The higher this is, the {above} the plan."),
            None => format!("The higher this is, the {} the difference.", if rises { "higher" } else { "lower" }),
        };
        format!("{says} In 90 of 100 samples it lies between {low} and {high}. It is a sign, not a cause.")
    }

    fn percent(&self, whole: &str) -> String {
        format!("{whole}%")
    }

    fn cumulative_finding(&self, years: u32, peak: Option<(i32, &str)>, end: (i32, &str)) -> String {
        let end_line = format!("Added up to the end of {}: {}.", end.0, end.1);
        match peak {
            _ if years == 1 => end_line,
            Some((year, _)) if year == end.0 => {
                format!("Extra cost is highest at the end of {}: {}.", end.0, end.1)
            }
            Some((year, text)) => format!("Most extra cost at the end of {year}: {text}. {end_line}"),
            None => format!("There is never extra cost at the end of a year. {end_line}"),
        }
    }

    fn step(&self, since: &Since, value: &str, ramp: Option<&str>) -> String {
        let since = match since {
            Since::Before => "since before".to_owned(),
            Since::Start(year) => format!("from the start ({year})"),
            Since::Date(date) => format!("from {date}"),
        };
        match ramp {
            None => format!("{since}: {value}"),
            Some("1") => format!("{since}: {value}, reached in a year"),
            Some(ramp) => format!("{since}: {value}, reached in {ramp} years"),
        }
    }

    fn changes_between(&self, changes: usize) -> String {
        format!("then {changes} more changes")
    }

    fn district_source(&self, name: &str, year: i32, attribution: &str) -> String {
        if attribution.is_empty() {
            format!("{name} is an invented district.")
        } else {
            let of = if year == 0 { String::new() } else { format!(", {year}") };
            format!("Figures of {name}{of}: {attribution}")
        }
    }

    fn reproduce(&self, version: &str, samples: &str, replicates: u32, seed: u64) -> String {
        let replicates = counted(Lang::En, replicates, Things::Replicates);
        format!("kantel {version}; {samples}; {replicates}; seed {seed}.")
    }

    fn describe_course(&self, first: (i32, &str), last: (i32, &str), range: &str) -> String {
        let start = if first.0 == last.0 { String::new() } else { format!("{}: {}. ", first.0, first.1) };
        format!("Line with a band. {start}{}: {}, with a band {range}. Above zero is dearer.", last.0, last.1)
    }

    fn describe_lines(&self, what: &str, from: i32, to: i32) -> String {
        format!("{what}, from {from} to {to}. The numbers stand in the table below.")
    }
}
