//! The report of what is small, short, idle, uncertain or single: every sentence stays true.

use kantel::experiment::{Chance, Decider, Deciding, Difference, Period, Verdict};
use kantel::observation::Direction;
use kantel::report::wording::Lang;
use kantel::report::{ReportData, render};

use crate::invented::invented;
use crate::report::{between, text};

pub(crate) const BOTH: [Lang; 2] = [Lang::En, Lang::Nl];

/// The text of sections, from one up to another.
pub(crate) fn part(data: &ReportData, lang: Lang, from: &str, to: &str) -> String {
    text(between(&render(data, lang).html, from, to))
}

fn differences(data: &mut ReportData) -> impl Iterator<Item = &mut Difference> {
    data.comparisons.iter_mut().flat_map(|c| &mut c.differences)
}

#[test]
fn captions_claim_nothing_of_fewer_than_thirty_samples() {
    let mut data = invented();
    data.provenance.samples = 6;
    for d in differences(&mut data) {
        d.verdict = Verdict::UndecidedComputing;
    }
    let english = part(&data, Lang::En, "over-time", "two-lives");
    assert!(
        english.contains("Figure 1. Whether the municipality pays more is undecided in the first and last year."),
        "{english}"
    );
    for figure in ["Figure 3. In 2041", "Figure 4. The first line works", "Figure 6. Extra cost"] {
        let caption = english.lines().find(|l| l.starts_with(figure)).unwrap_or_else(|| panic!("{figure}: {english}"));
        assert!(caption.contains("This is uncertain: fewer than 30 samples were computed."), "{caption}");
    }
    let dutch = part(&data, Lang::Nl, "over-time", "two-lives");
    assert_eq!(dutch.matches("Dit is onzeker: er zijn minder dan 30 werelden doorgerekend.").count(), 4, "{dutch}");
}

#[test]
fn a_band_is_told_by_the_samples_behind_it() {
    let mut data = invented();
    for (samples, english, dutch) in [
        (100, "from low to high in 90 of 100 computed samples", "in 90 van de 100 doorgerekende werelden"),
        (6, "about the lowest and the highest of 6 computed samples", "de laagste en de hoogste van 6 doorgerekende"),
        (1, "Only one sample was computed", "Er is maar één wereld doorgerekend"),
    ] {
        data.provenance.samples = samples;
        for (lang, says) in BOTH.into_iter().zip([english, dutch]) {
            let report = render(&data, lang);
            let start = text(between(&report.html, "key-figures", "local-check"));
            assert!(start.contains(says), "{samples}: {start}");
            for figure in &report.figures {
                let few = figure.svg.contains("90 of 100") || figure.svg.contains("90 van de 100");
                assert!(samples >= 30 || !few, "{samples}: {}", figure.name);
            }
        }
    }
}

#[test]
fn where_nothing_differs_there_is_no_picture_and_it_is_said_why() {
    let mut data = invented();
    for d in differences(&mut data).filter(|d| d.indicator.starts_with("euros.") && d.period == Period::Horizon) {
        (d.difference, d.p05, d.p95) = (Some(0.0), Some(0.0), Some(0.0));
    }
    let says = [
        ("There is no picture: no amount differs.", "was built without figures"),
        ("Er is geen tekening: geen enkel bedrag verschilt.", "is zonder figuren gebouwd"),
    ];
    for (lang, (nothing, absent)) in BOTH.into_iter().zip(says) {
        let payers = part(&data, lang, "who-pays", "for-whom");
        assert_eq!(payers.contains(nothing), cfg!(feature = "charts"), "{payers}");
        assert_eq!(payers.contains(absent), !cfg!(feature = "charts"), "{payers}");
    }
}

#[test]
fn closure_stands_beside_every_figure() {
    let data = invented();
    for (lang, closure) in BOTH.into_iter().zip(["the same team hours.", "evenveel uren van het wijkteam."]) {
        let html = render(&data, lang).html;
        for caption in html.split("<figcaption>").skip(1).filter_map(|rest| rest.split("</figcaption>").next()) {
            assert!(caption.contains(closure), "{caption}");
        }
    }
}

#[test]
fn people_are_counted_in_whole_numbers() {
    let mut data = invented();
    (data.district.residents, data.district.published_residents) = (7, 1);
    let html = render(&data, Lang::Nl).html;
    assert!(html.contains(" · 7 inwoners · ") && html.contains("7 inwoners in plaats van 1."));
    (data.district.residents, data.district.published_residents) = (1, 9);
    let html = render(&data, Lang::En).html;
    assert!(html.contains(" · 1 resident · ") && html.contains("1 resident instead of 9."));
    for s in data.summaries.iter_mut().filter(|s| s.indicator == "need.severe.unhelped") {
        s.level.mean = s.level.mean.map(|_| if s.scenario == "reactive" { 1.2 } else { 7.0 });
    }
    let yearly = |d: &&mut Difference| d.indicator == "need.severe.unhelped" && d.period == Period::Year(14);
    differences(&mut data).filter(yearly).for_each(|d| d.difference = Some(5.8));
    let need = part(&data, Lang::En, "for-whom", "first-second");
    assert!(
        need.contains("have a severe need and no help: 7 people with “Proactive")
            && need.contains("”, 1 person with “Reactive”."),
        "{need}"
    );
}

#[test]
fn one_year_is_told_once() {
    let mut data = invented();
    (data.years, data.term_end_year, data.provenance.samples) = (1, data.start_year, 1);
    for effect in &mut data.comparisons[0].loops {
        effect.samples = 1;
    }
    for (lang, never) in BOTH.into_iter().zip([
        ["1 years", "1 sample, each", "first 1 sample", "last year", "this council term", "2027: +€290,000. 2027"],
        [
            "1 jaren",
            "wereld door, elk",
            "eerste 1 wereld",
            "laatste jaar",
            "deze collegeperiode",
            "2027: +\u{a0}€\u{a0}290.000. 2027",
        ],
    ]) {
        let html = render(&data, lang).html;
        let all = part(&data, lang, "in-brief", "assumptions");
        for words in never {
            assert!(!all.contains(words), "{words}: {all}");
        }
        assert!(html.contains("inwoners · 2027 · ") || html.contains("residents · 2027 · "), "{lang:?}");
        assert!(all.contains(["in this one year.", "in dit ene jaar."][usize::from(lang == Lang::Nl)]), "{all}");
        // Eight figures, and the picture of the model in the annex.
        assert_eq!(html.matches("<svg ").count(), if cfg!(feature = "charts") { 9 } else { 0 });
    }
}

#[test]
fn a_single_run_has_its_own_heads() {
    let mut data = invented();
    data.comparisons.clear();
    for (lang, heads, wrong) in [
        (Lang::En, ["Key figures", "Who pays", "One household"], ["Four key figures", "to watch", "of the base"]),
        (Lang::Nl, ["Kerncijfers", "Wie betaalt", "Eén huishouden"], ["Vier kerncijfers", "Bewaak", "zonder het plan"]),
    ] {
        let html = render(&data, lang).html;
        for head in heads {
            assert!(html.contains(&format!(">{head}</h2>")) && html.contains(&format!(">{head}</a>")), "{head}");
        }
        for words in wrong {
            assert!(!html.contains(words), "{words}");
        }
    }
}

#[test]
fn figures_that_are_worse_are_told_in_brief() {
    let mut data = invented();
    let english = part(&data, Lang::En, "in-brief", "key-figures");
    assert!(english.contains("\nWorse: wait for the team (0.6\u{a0}weeks\u{a0}longer).\n"), "{english}");
    let dutch = part(&data, Lang::Nl, "in-brief", "key-figures");
    assert!(dutch.contains("\nSlechter: wachttijd wijkteam (0,6\u{a0}week\u{a0}langer).\n"), "{dutch}");
    for d in differences(&mut data).filter(|d| d.indicator == "team.wait_weeks") {
        d.verdict = Verdict::NoDifference;
    }
    assert!(!part(&data, Lang::En, "in-brief", "key-figures").contains("Worse"));
}

#[test]
fn a_monitor_that_shows_what_is_not_there_is_told() {
    let mut data = invented();
    let count = data.comparisons[0].naive.len();
    for row in &mut data.comparisons[0].naive {
        (row.naive, row.true_effect) = (Some(3.0), Some(0.0));
    }
    data.comparisons[0].naive[0].true_effect = Some(2.0);
    let english = part(&data, Lang::En, "over-time", "why");
    let says = format!("In 1 of {count} rows the monitor points the same way as the true effect.");
    assert!(english.contains(&format!("{says} In {} only one of the two changes.", count - 1)), "{english}");
}

#[test]
fn hours_of_one_team_are_explained_where_they_differ() {
    let mut data = invented();
    let note = "Hours of the first line leave out training and administration.";
    assert!(part(&data, Lang::En, "first-second", "certainty").contains(note));
    data.comparisons[0].closure = "extra".to_owned();
    assert!(!part(&data, Lang::En, "first-second", "certainty").contains(note), "the team is larger");
    data.comparisons[0].closure = "hours".to_owned();
    for d in differences(&mut data).filter(|d| d.indicator == "hours.first_line") {
        d.difference = Some(0.0);
    }
    assert!(!part(&data, Lang::En, "first-second", "certainty").contains(note), "nothing differs");
}

/// What is said of an undecided figure is what its verdict says; and where computing may decide it, how much of it.
#[test]
fn what_an_undecided_figure_needs_is_what_its_verdict_says() {
    let mut data = invented();
    let why = |data: &ReportData, lang| {
        let text = part(data, lang, "certainty", "two-lives");
        let name = ["People with second-line help: undecided.", "Mensen met hulp uit de tweede lijn: onbeslist."];
        let line = text.lines().find(|l| l.starts_with(name[usize::from(lang == Lang::Nl)])).map(str::to_owned);
        line.unwrap_or_else(|| panic!("{text}"))
    };
    assert!(why(&data, Lang::En).ends_with("More computing does not help: too little is known."));
    for d in differences(&mut data).filter(|d| d.indicator == "persons.second_line") {
        d.verdict = Verdict::UndecidedComputing;
        d.deciders.clear();
        // 80 of 100 above zero: without the chance that makes 9 of 10 parts of the spread it would be more.
        d.by_sample = (0..100).map(|i| Some(f64::from(i) - 20.0)).collect();
        d.chance = Some(Chance { variance: 757.0, in_mean: 757.0, freedom: 20.0 });
    }
    let [english, dutch] = BOTH.map(|lang| why(&data, lang));
    assert!(english.contains("Compute more (--") && english.contains("--replicates "), "{english}");
    assert!(dutch.contains("Reken meer (--") && dutch.contains("--replicates "), "{dutch}");
    for d in differences(&mut data).filter(|d| d.indicator == "persons.second_line") {
        d.by_sample.truncate(12);
        (d.samples, d.replicates, d.chance) = (12, 2, None);
    }
    assert!(why(&data, Lang::En).contains("Compute more (--samples 30):"), "{}", why(&data, Lang::En));
    let text = part(&data, Lang::En, "certainty", "two-lives");
    assert!(!text.contains("No single assumption"), "none was sought: {text}");
}

/// An early sign is told with its year, its tipping value and its range, in sentences of 15 words at most.
#[test]
fn an_early_sign_is_told_by_what_it_announces() {
    let mut data = invented();
    let told = |data: &ReportData, lang: Lang, name: &str| {
        let text = part(data, lang, "certainty", "two-lives");
        let (_, after) = text.split_once(name).unwrap_or_else(|| panic!("{name}: {text}"));
        let starts = ["Watch in ", "Let in "][usize::from(lang == Lang::Nl)];
        let line = after.lines().find(|l| l.starts_with(starts)).unwrap_or_else(|| panic!("{after}")).to_owned();
        for sentence in line.replace('\u{a0}', "").split([':', '.']) {
            assert!(sentence.split_whitespace().count() <= 15, "{sentence}");
        }
        line
    };
    let people = ["People with second-line help: undecided", "Mensen met hulp uit de tweede lijn: onbeslist"];
    let english = told(&data, Lang::En, people[0]);
    assert!(english.contains("Watch in 2028: Reached households with a need found (visits.hit_rate@year:2). "));
    assert!(english.contains("Above 8.0% the difference is more often above zero. Below it more often below zero."));
    assert!(told(&data, Lang::Nl, people[1]).contains("Boven 8,0\u{a0}% is het verschil vaker een plus."));
    let named = differences(&mut data).find_map(|d| d.deciding(Deciding::EarlySign).cloned()).expect("there is one");
    for d in differences(&mut data) {
        let tipping_value = if d.indicator == "euros.municipality" { Some(0.08) } else { None };
        d.verdict = Verdict::UndecidedKnowledge;
        d.deciders = vec![Decider { correlation: -0.55, tipping_value, ..named.clone() }];
    }
    assert!(told(&data, Lang::En, people[0]).contains("The higher this is, the lower the difference."));
    let euros = told(&data, Lang::Nl, "Kosten voor de gemeente: onbeslist");
    assert!(euros.contains("Boven 8,0\u{a0}% is het plan vaker goedkoper. Daaronder vaker duurder."), "{euros}");
    for d in differences(&mut data) {
        d.deciders.clear();
    }
    assert!(!part(&data, Lang::Nl, "certainty", "two-lives").contains("Let in 2028 op"));
}

/// What a section cannot show yet it says, in a line.
#[test]
fn what_is_not_computed_yet_is_told() {
    let mut data = invented();
    let absent = |data: &ReportData, lang| {
        let text = part(data, lang, "who-pays", "for-whom");
        text.lines().find(|l| l.contains("costs yet for") || l.contains("nog geen kosten voor")).map(str::to_owned)
    };
    assert_eq!(absent(&data, Lang::En), None, "everybody pays");
    let mut nothing: Vec<_> = data.summaries.iter().filter(|s| s.indicator == "euros.housing").cloned().collect();
    for s in &mut nothing {
        s.level.mean = Some(0.0);
        "euros.participation".clone_into(&mut s.indicator);
    }
    assert!(!nothing.is_empty());
    data.summaries.extend(nothing);
    // Evictions and incidents are in the model: of whom they cost nothing here, that is a finding.
    for s in data.summaries.iter_mut().filter(|s| ["euros.housing", "euros.justice"].contains(&&*s.indicator)) {
        s.level.mean = Some(0.0);
    }
    let english = absent(&data, Lang::En).expect("a payer without costs");
    assert_eq!(english.matches(", ").count(), 0, "one payer: {english}");
    data.comparisons.clear();
    assert!(absent(&data, Lang::Nl).is_some(), "of a single run too");
    let [english, dutch] = BOTH.map(|lang| part(&data, lang, "not-for", "assumptions"));
    assert!(english.contains("are not in the model") && !english.contains("two scenarios"), "{english}");
    assert!(dutch.contains("zitten niet in het model") && !dutch.contains("twee plannen"), "{dutch}");
}

/// A difference has its sign in every table, also beside levels.
#[test]
fn the_table_of_severe_need_has_differences_with_their_sign() {
    let mut data = invented();
    for d in differences(&mut data).filter(|d| d.indicator == "need.severe.unhelped") {
        (d.difference, d.p05, d.p95) = (Some(12.0), Some(-5.0), Some(30.0));
    }
    let table = part(&data, Lang::En, "for-whom", "first-second");
    let row = table.lines().find(|l| l.starts_with("2041 |")).unwrap_or_else(|| panic!("{table}"));
    assert!(row.ends_with("| +12 | −5 | +30"), "{row}");
    assert!(!row.split(" | ").take(3).any(|level| level.contains('+')), "levels have none: {row}");
}

/// A mean that is next to nothing beside its range is printed as it is, so that sums add up; but nothing has to come
/// back.
#[test]
fn of_a_slight_mean_nothing_has_to_come_back() {
    let mut data = invented();
    for d in differences(&mut data).filter(|d| d.indicator == "euros.wlz" && d.period == Period::Horizon) {
        (d.difference, d.p05, d.p95) = (Some(6.0), Some(-23.0), Some(120_000.0));
    }
    for (lang, name) in BOTH.into_iter().zip(["Long-term care (Wlz)", "Langdurige zorg (Wlz)"]) {
        let html = render(&data, lang).html;
        let table = between(&html, "who-pays", "for-whom");
        let row = table.split("<tr").skip(1).find(|row| row.contains(name)).expect("a row");
        let cells: Vec<&str> = row.split("<td").skip(1).collect();
        let six = if lang == Lang::Nl { "€\u{a0}6<" } else { "€6<" };
        assert!(cells[0].contains(six), "{row}");
        assert!(cells[3].contains('–') && cells[4].contains('–'), "{row}");
    }
    let slight = |mean: f64, low: f64, high: f64| {
        let mut all = invented();
        let d = differences(&mut all).next().expect("a difference").clone();
        kantel::experiment::Difference { difference: Some(mean), p05: Some(low), p95: Some(high), ..d }.is_slight()
    };
    assert!(slight(6.0, -23.0, 120_000.0));
    assert!(!slight(6.0, 1.0, 120_000.0), "the range does not hold zero");
    assert!(!slight(-2.0, -100.0, 90.0), "more than a hundredth");
}

#[test]
fn what_a_readers_margin_left_undecided_was_not_sought() {
    let mut data = invented();
    let samples: Vec<Option<f64>> = (0..100).map(|i| Some(if i % 2 == 0 { 5.0 } else { -5.0 })).collect();
    for d in differences(&mut data).filter(|d| d.indicator == "carers.burdened" || d.indicator == "persons.second_line")
    {
        d.by_sample.clone_from(&samples);
        d.chance = Some(Chance { variance: 0.1, in_mean: 0.1, freedom: 20.0 });
        d.deciders.clear();
    }
    for indicator in ["carers.burdened", "persons.second_line"] {
        data.judge_with_margin(indicator, 1.0);
    }
    let says = [
        ("What decides it was not computed at this margin.", "No single assumption is known to decide it."),
        (
            "Wat hier de doorslag geeft, is bij deze grens niet berekend.",
            "Voor zover bekend geeft geen enkele aanname alleen de doorslag.",
        ),
    ];
    for (lang, (unsought, none)) in BOTH.into_iter().zip(says) {
        let html = render(&data, lang).html;
        let box_of = |key: &str| {
            let start = html.split(&format!("data-decider=\"{key}\"")).nth(1).expect("a box");
            start.split("</div>").next().unwrap_or_default().to_owned()
        };
        assert!(box_of("carers.burdened").contains(unsought), "it had a verdict: {}", box_of("carers.burdened"));
        let sought = box_of("persons.second_line");
        assert!(sought.contains(none) && !sought.contains(unsought), "it was undecided before: {sought}");
    }
}

#[test]
fn groups_of_one_verdict_are_told_in_a_line_each() {
    let mut data = invented();
    assert!(part(&data, Lang::Nl, "for-whom", "first-second").contains("Onbeslist voor: "));
    for d in differences(&mut data).filter(|d| d.group != "all") {
        d.verdict = Verdict::NoDifference;
    }
    for (lang, says) in BOTH
        .into_iter()
        .zip(["No difference that matters for all groups.", "Geen verschil van belang voor alle groepen."])
    {
        let text = part(&data, lang, "for-whom", "first-second");
        assert!(text.contains(says), "{text}");
    }
}

#[test]
fn cards_give_the_level_of_the_base() {
    let data = invented();
    for (lang, money, people) in [
        (Lang::En, "“Reactive”: €410.", "“Reactive”: 412\u{a0}people."),
        (Lang::Nl, "“Reactief”: €\u{a0}410.", "“Reactief”: 412\u{a0}mensen."),
    ] {
        let cards = part(&data, lang, "key-figures", "local-check");
        assert!(cards.contains(money) && cards.contains(people), "{cards}");
    }
}

/// Whether a plan to go out is carried out is told by what visits find: in how many samples more, and nothing where no
/// scenario finds more.
#[test]
fn whether_a_plan_to_go_out_is_carried_out_is_told() {
    for (share, english, dutch) in [
        (
            0.89,
            Some("In 89 of 100 computed samples more. In the others the team does not get round to it"),
            Some("In 89 van"),
        ),
        (1.0, Some("In 100 of 100 computed samples more.\n"), Some("In 100 van")),
        (0.0, None, None),
    ] {
        let mut data = invented();
        data.provenance.samples = 100;
        let (name, found) = ("first_contact.door", 258.0 * f64::from(u8::from(share > 0.0)));
        let mut row = differences(&mut data).find(|d| d.period == Period::Horizon).expect("one").clone();
        (row.indicator, row.group, row.unit) = (name.to_owned(), "all".to_owned(), "episodes");
        (row.difference, row.p05, row.p95, row.share_better) = (Some(found), Some(0.0), Some(found * 2.0), Some(share));
        data.comparisons[0].differences.retain(|d| d.indicator != name);
        data.comparisons[0].differences.push(row);
        for (lang, says) in BOTH.into_iter().zip([english, dutch]) {
            let section = part(&data, lang, "first-second", "certainty");
            let line = section.lines().find(|l| l.contains("258"));
            assert_eq!(line.is_some(), says.is_some(), "{section}");
            let of_samples = |says: &&str| format!("{}\n", line.unwrap_or_default()).contains(*says);
            assert!(says.as_ref().is_none_or(of_samples), "{line:?}");
        }
    }
}

/// A feedback has a row if a part of it is told from zero, with a dash where it is not; the others share one line.
#[test]
fn feedbacks_are_named_or_stay_away() {
    let mut data = invented();
    for (lang, model, itself, others, nothing, few) in [
        (
            Lang::En,
            "Scale model of 4,000 residents, scaled up | +€160,000 | −12 | −38",
            "Do the two agree within their errors? | no | yes | yes",
            "The other feedbacks contribute nothing that can be told from zero here: Unsolved debts and housing",
            "No feedback contributes a part",
            "These are too few samples",
        ),
        (
            Lang::Nl,
            "Schaalmodel van 4.000 inwoners, omgerekend | +\u{a0}€\u{a0}160.000 | −12 | −38",
            "Komen die twee overeen? | nee | ja | ja",
            "Van de andere terugkoppelingen is hier geen bijdrage te zien: Onopgeloste schulden",
            "Van geen enkele terugkoppeling",
            "Dit zijn te weinig werelden",
        ),
    ] {
        let why = part(&data, lang, "why", "who-pays");
        assert!([model, itself, others].iter().all(|text| why.contains(text)), "{why}");
        let of = if lang == Lang::En { "Part of: " } else { "Bijdrage van: " };
        // R1/R2, R4, R8 and R10; of second-line help nothing is told.
        assert_eq!(why.matches(of).count(), 4, "{why}");
        assert!(why.lines().filter(|l| l.contains(of)).all(|l| l.contains(" | – | ")), "{why}");
        let mut none = data.clone();
        none.comparisons[0].loops.iter_mut().for_each(|e| e.named = false);
        let why = part(&none, lang, "why", "who-pays");
        assert!(why.contains(nothing) && !why.contains(of), "{why}");
        none.comparisons[0].loops.iter_mut().for_each(|e| e.p_value = None);
        assert!(part(&none, lang, "why", "who-pays").contains(few));
    }
    // A district that is no larger is no model of anything.
    data.district.residents = 4_000;
    let why = part(&data, Lang::En, "why", "who-pays");
    assert!(
        why.contains("Your district, as it is | +€160,000") && !why.to_lowercase().contains("scale model of"),
        "{why}"
    );
}

/// The brief says what happens to the second line, the very aim, with range and number of samples.
#[test]
fn the_brief_tells_of_the_second_line() {
    let mut data = invented();
    let mut say = |numbers: [f64; 3], verdict: Verdict, by_sample: Vec<Option<f64>>| {
        let second = differences(&mut data).find(|d| d.indicator == "persons.second_line").expect("a row");
        second.direction = Direction::Neutral;
        (second.difference, second.p05, second.p95) = (Some(numbers[0]), Some(numbers[1]), Some(numbers[2]));
        (second.verdict, second.by_sample) = (verdict, by_sample);
        [Lang::En, Lang::Nl].map(|lang| part(&data, lang, "in-brief", "key-figures"))
    };
    let samples = |more: usize| (0..100).map(|i| Some(if i < more { 30.0 } else { -1.0 })).collect();
    let [english, dutch] = say([30.0, 2.0, 61.0], Verdict::Higher, samples(96));
    assert!(english.contains("More people get help from the second line."), "{english}");
    assert!(
        english.contains("help: 30\u{a0}more (from 2\u{a0}more to 61\u{a0}more). In 96 of 100 computed"),
        "{english}"
    );
    assert!(dutch.contains("Meer mensen krijgen hulp uit de tweede lijn."), "{dutch}");
    assert!(dutch.contains("30\u{a0}meer (van 2\u{a0}meer tot 61\u{a0}meer). In 96 van de 100"), "{dutch}");
    let [english, dutch] = say([-20.0, -61.0, -2.0], Verdict::Lower, samples(4));
    assert!(
        english.contains("Fewer people get help from the second line.") && english.contains("In 96 of 100"),
        "{english}"
    );
    assert!(dutch.contains("Minder mensen krijgen hulp uit de tweede lijn."), "{dutch}");
}

/// A rate between the lines is told where the second line is told from zero, and never where both go the same way.
#[test]
fn lines_are_exchanged_at_a_rate_or_not_at_all() {
    let mut data = invented();
    let mut say = |first: f64, second: f64, lang: Lang| {
        for (key, x) in [("hours.first_line", first), ("hours.second_line", second)] {
            let row = differences(&mut data).find(|d| d.indicator == key && d.period == Period::Horizon);
            row.expect("a row").by_sample = vec![Some(x); 40];
        }
        part(&data, lang, "first-second", "certainty")
    };
    let english = say(50.0, -100.0, Lang::En);
    let rate = "Per hour less in the second line: 0.50\u{a0}hours\u{a0}more in the first (from 0.50";
    assert!(english.contains(rate), "{english}");
    let other = say(-50.0, 100.0, Lang::Nl);
    assert!(other.contains("Per uur meer in de tweede lijn: 0,50\u{a0}uur\u{a0}minder in de eerste"), "{other}");
    let rise = say(50.0, 100.0, Lang::En);
    assert!(rise.contains("The second line takes more hours, and so does the first: nothing is replaced."), "{rise}");
    assert!(
        say(0.0, -100.0, Lang::En).contains("The second line takes fewer hours, and the first line takes as many.")
    );
    assert!(say(5.0, 0.0, Lang::En).contains("So there is no rate."));
}

/// How many incidents would make the plans cost the same is told with its rate, and that no number would where both
/// differences have one sign; where there are no incidents nothing is said.
#[test]
fn the_rate_of_incidents_that_tips_the_totals_is_told() {
    let told = |all: f64, incidents: f64| {
        BOTH.map(|lang| {
            let mut data = invented();
            for comparison in &mut data.comparisons {
                let total = comparison
                    .differences
                    .iter_mut()
                    .find(|d| (d.indicator.as_str(), d.period) == ("euros.all", Period::Horizon));
                let total = total.expect("a total");
                (total.difference, total.by_sample) = (Some(all), vec![Some(all), Some(-1.0), None]);
                let mut more = total.clone();
                more.indicator = "euros.incidents".to_owned();
                (more.base_value, more.variant_value) = (Some(40_000.0), Some(40_000.0 + incidents));
                (more.difference, more.by_sample) = (Some(incidents), vec![Some(incidents), Some(-1.0), None]);
                if incidents == 0.0 {
                    (more.base_value, more.variant_value) = (Some(0.0), Some(0.0));
                }
                comparison.differences.push(more);
            }
            part(&data, lang, "certainty", "two-lives")
        })
    };
    let [english, dutch] = told(-100_000.0, 20_000.0);
    assert!(english.contains("Suppose they were 6 times as frequent as now. That is 0.086 incidents"), "{english}");
    assert!(english.contains("There is such a number in 50 of 100 samples."), "{english}");
    assert!(dutch.contains("Stel dat er 6 keer zo veel waren als nu. Dat zijn 0,086 incidenten"), "{dutch}");
    let [english, dutch] = told(-100_000.0, -20_000.0);
    assert!(english.contains("stays cheaper for all payers together.") && !english.contains("Suppose they were"));
    assert!(english.contains("However frequent they are, in most samples “"), "{english}");
    assert!(dutch.contains("blijft in de meeste werelden goedkoper voor alle betalers samen."), "{dutch}");
    let [english, _] = told(-100_000.0, 0.0);
    assert!(!english.contains("Incidents and evictions cost"), "{english}");
}

/// Beside a payer's verdict stands in how many samples its places are full under both plans.
#[test]
fn full_places_stand_beside_the_verdict() {
    let mut data = invented();
    let [english, dutch] = BOTH.map(|lang| part(&data, lang, "who-pays", "for-whom"));
    let row = |text: &str, payer: &str| text.lines().find(|l| l.starts_with(payer)).unwrap_or_default().to_owned();
    assert!(row(&english, "Health insurer |").contains("| 40 of 100 |"), "{english}");
    assert!(english.contains("Samples with full places") && dutch.contains("Plekken vol, in zoveel werelden"));
    data.comparisons.iter_mut().flat_map(|c| &mut c.break_even).for_each(|row| row.share_full = None);
    assert!(!part(&data, Lang::En, "who-pays", "for-whom").contains("40 of 100"));
}
