//! Professionals by hand and as a whole: experience, strain, the standard of hours, handing over, the labour market.

use kantel::cancel::Cancel;
use kantel::district::{Crew, District, Hours, Now, Team};
use kantel::entities::{CaseState, Professional, Severity};
use kantel::ids::{CaseId, Key};
use kantel::levers::{Course, LeverValue, Step};
use kantel::links::Link;
use kantel::mechanisms::professional::{experience, handover, labour, seniority, strain};
use kantel::mechanisms::team::{cases, hours as team};
use kantel::observation::{Indicator, catalogue};
use kantel::parameters::Params;
use kantel::plan::{Scenario, Subject};
use kantel::simulation::Unobserved;
use kantel::units::{Effort, MINUTES_PER_WEEK, Minute, Money, Week};

use crate::by_hand::{FOUNDED, SEEN_AS_THEY_ARE, count, only_needs, with_room};
use crate::small::{Still, builtin, burned_in, fix, go_on};

/// What leaves professionals out: the model of version 23.
pub(crate) const LEFT_OUT: [(&str, f64); 14] = [
    ("professional.entry", 1.0),
    ("professional.hours_pressure", 0.0),
    ("professional.strain_leaving", 0.0),
    ("professional.sickness", 0.0),
    ("professional.handover_hours", 0.0),
    ("professional.handover_lost", 0.0),
    ("professional.handover_trust", 0.0),
    ("labour.own_share", 0.0),
    ("labour.pool", 1.0),
    ("practice.dip", 0.0),
    ("culture.hours", 0.0),
    ("culture.mobilise", 0.0),
    ("culture.relapse", 0.0),
    ("culture.assumed", 0.0),
];

/// A scenario whose professionals are as they were in version 23.
pub(crate) fn leave_out_professionals(scenario: &mut Scenario) {
    for (key, value) in LEFT_OUT {
        fix(scenario, key, value);
    }
}

/// The last of two years, as series that are there without professionals.
fn second_year(scenario: &Scenario) -> Vec<String> {
    let end = go_on(&burned_in(scenario, 0, 0), scenario, 0, 0, Week(104));
    let year = end.record().years.last().expect("two years");
    let series = catalogue::series().iter().zip(year);
    let added = [
        "professionals.",
        "practice.",
        "culture.",
        "hours.learning",
        "screening.",
        "trajectory.",
        "team.depth",
        "experts.",
        "outreach.accepted",
        "coordination.",
        "hours.coordination",
        "basics.",
    ];
    let is_added = |key: &str| added.iter().any(|family| key.starts_with(family));
    let series = series.filter(|(s, c)| s.group == "all" && c.num != 0 && !is_added(&s.indicator));
    series.map(|(s, c)| format!("{} {}/{}", s.indicator, c.num, c.den)).collect()
}

/// At the neutral values every number is that of before there were professionals, and screening, in the two years of a
/// plan: the snapshot is what version 23 printed.
#[test]
fn left_out_nothing_is_different() {
    let mut scenario = builtin("proactive", 300, 2);
    leave_out_professionals(&mut scenario);
    for (key, value) in SEEN_AS_THEY_ARE {
        fix(&mut scenario, key, value);
    }
    insta::assert_snapshot!(second_year(&scenario).join("\n"));
}

/// A district with one team of ten jobs, whose people have worked for so many weeks.
fn jobs(parameters: &[(&str, f64)], weeks: &[u16]) -> Still {
    let mut still = Still::of(600, parameters);
    let (now, d) = still.in_week(0);
    let share = 1.0 / weeks.len() as f64;
    let job = |(place, brought): (usize, &u16)| Professional {
        key: Key(place as u64),
        share,
        employed: true,
        since: now.at,
        generation: 0,
        discipline: 0,
        depth: [0; kantel::entities::DOMAINS],
        expert: false,
        year: 0,
        brought: *brought,
        strain: 0.0,
        senior: false,
        orientation: 0.0,
    };
    d.teams[0] = Team {
        filled: 1.0,
        planned_fte: 10.0,
        pressure: 1.0,
        jobs: weeks.iter().enumerate().map(job).collect(),
        ..Team::default()
    };
    still.settings.team.fte = 10.0;
    still
}

const USUAL: [(&str, f64); 3] =
    [("professional.entry", 0.6), ("professional.learning_weeks", 52.0), ("professional.usual_turnover", 0.25)];

/// At a turnover of 0.25 a year an exponential tenure leaves a fifth of what can be learnt in a year unlearnt: the
/// usual is 0.92. Somebody new does 0.6, somebody with a year 1 - 0.4/e.
#[test]
fn work_in_an_hour_is_relative_to_usual_experience() {
    for (weeks, done) in [([0, 0], 0.6), ([0, 52], (0.6 + 1.0 - 0.4 / libm::exp(1.0)) / 2.0), ([2080, 2080], 1.0)] {
        let mut still = jobs(&USUAL, &weeks);
        let (now, d) = still.in_week(0);
        experience::follow(now, d, 0);
        let productivity = d.teams[0].crew.productivity;
        assert!((productivity - done / 0.92).abs() < 1e-9, "{weeks:?}: {productivity}");
        still.settings.links[Link::EXPERIENCE_PRODUCTIVITY.place()] = 0.0;
        let (now, d) = still.in_week(0);
        experience::follow(now, d, 0);
        assert!((d.teams[0].crew.productivity - 1.0).abs() < 1e-12, "cut, experience does nothing");
    }
}

/// Whole years of experience at the start are geometric, the year under way is any of them: with so many people the
/// mean of what they do in an hour is the usual one. What one does has a standard deviation below 0.12, so that 20,000
/// people have an error of 0.0009; the bound is four of them, and 0.004 for the year under way, in which somebody who
/// stays is as likely at its start as at its end.
#[test]
fn a_team_begins_with_the_experience_of_its_turnover() {
    let mut still = Still::of(600, &[("team.turnover", 0.25), USUAL[0], USUAL[1], USUAL[2]]);
    still.settings.team.fte = 17_000.0;
    let (now, d) = still.in_week(FOUNDED);
    d.teams[0] = Team { pressure: 1.0, ..Team::default() };
    kantel::mechanisms::team::professionals::found_team(now, d, 0, Key(7));
    assert!(d.teams[0].jobs.len() > 15_000, "{}", d.teams[0].jobs.len());
    experience::follow(now, d, 0);
    let productivity = d.teams[0].crew.productivity;
    assert!((productivity - 1.0).abs() < 0.008, "{productivity}");
    let years = experience::mean_years(now, d, 0);
    // The mean of an exponential tenure is 4 years.
    assert!((years - 4.0).abs() < 0.15, "{years}");
}

/// People who do half in an hour need twice the hours for the same work, and pressure says so.
#[test]
fn the_same_work_takes_beginners_more_hours() {
    let mut still = jobs(&[("team.hours_fte", 1_040.0), ("team.admin", 0.0)], &[0; 10]);
    for fte in [
        &mut still.settings.outreach.door_fte,
        &mut still.settings.outreach.place_fte,
        &mut still.settings.outreach.report_fte,
        &mut still.settings.outreach.collective_fte,
    ] {
        *fte = 0.0;
    }
    still.settings.team.training_hours = 0.0;
    let (now, d) = still.in_week(0);
    for (productivity, given, case, intake, pace) in [
        (1.0, 1.0, 40.0, 60.0, 1.0),
        (0.5, 1.0, 80.0, 120.0, 1.0),
        (0.5, 0.5, 40.0, 120.0, 1.0),
        (0.25, 1.0, 0.0, 200.0, 0.0),
    ] {
        let t = &mut d.teams[0];
        t.pressure = 1.0;
        t.crew = Crew { productivity, given, ..Crew::default() };
        (t.clocks[0].demand, t.clocks[1].demand) = (Effort(0), Effort::from_hours(40.0));
        t.intake_due = Effort::from_hours(60.0);
        team::allot(now, d, 0);
        let Hours { available, case: of_cases, intake: of_intake, .. } = d.teams[0].hours;
        assert_eq!(available, Effort::from_hours(200.0));
        assert_eq!((of_cases, of_intake), (Effort::from_hours(case), Effort::from_hours(intake)), "{productivity}");
        assert_eq!(d.teams[0].clocks[1].pace, (pace * 1024.0) as i64);
        // By the standard of hours all 40 are asked, whatever a case is given.
        let asked = (40.0 + 60.0) / productivity / 200.0;
        assert!((d.teams[0].pressure - (1.0 + (asked - 1.0) / 8.0)).abs() < 1e-9, "{}", d.teams[0].pressure);
    }
}

const ERODING: [(&str, f64); 3] =
    [("professional.hours_pressure", 0.5), ("professional.standard_down", 26.0), ("professional.standard_up", 104.0)];

/// A pressure of 1.84 times the usual is 1.6 beyond what is tolerated: a case gets 1.6^-0.5 of its hours. A half year
/// of it leaves a lower standard, which stays when pressure is as usual, and rises four times as slowly as it fell
/// where there is slack.
#[test]
fn pressure_cuts_hours_and_the_standard_stays_down() {
    let mut still = jobs(&ERODING, &[52; 10]);
    let (now, d) = still.in_week(0);
    let weeks = |d: &mut District, pressure: f64, weeks: usize| {
        d.teams[0].pressure = pressure;
        (0..weeks).for_each(|_| strain::follow(now, d, 0));
        let Crew { given, standard, .. } = d.teams[0].crew;
        (given, standard)
    };
    d.teams[0].crew.usual_pressure = 1.25;
    assert_eq!(weeks(d, 1.3, 50), (1.0, 1.0), "tolerated");
    let cut = libm::pow(1.6, -0.5);
    let (given, standard) = weeks(d, 1.25 * 1.15 * 1.6, 1);
    assert!((given - cut).abs() < 1e-9 && (standard - (1.0 + (cut - 1.0) / 26.0)).abs() < 1e-9, "{given} {standard}");
    let (_, low) = weeks(d, 1.25 * 1.15 * 1.6, 25);
    // The standard falls by the share that is cut, week by week.
    assert!((low - libm::pow(1.0 + (cut - 1.0) / 26.0, 26.0)).abs() < 1e-9, "{low}");
    assert_eq!(weeks(d, 1.25, 520), (low, low), "back at the usual pressure nothing comes back");
    let (given, up) = weeks(d, 1.25 * 0.85 / 1.6, 1);
    assert!((given - (low / cut).min(1.0)).abs() < 1e-9, "{given}");
    assert!((up - (low + (given - low) / 104.0)).abs() < 1e-9, "{up}");
    assert!(weeks(d, 0.1, 2_000).1 > 0.999);
    still.settings.links[Link::PRESSURE_QUALITY.place()] = 0.0;
    let (now, d) = still.in_week(0);
    d.teams[0].pressure = 4.0;
    let before = d.teams[0].crew.standard;
    strain::follow(now, d, 0);
    assert!((d.teams[0].crew.given - before).abs() < 1e-12, "cut, pressure cuts nothing");
}

/// Strain goes to half of what is asked too much and 0.3 of the heavy share; at 1 above the usual sickness is twice the
/// usual, and leaving e^1.2 times as likely.
#[test]
fn strain_follows_pressure_and_makes_people_ill_and_leave() {
    let parameters = [
        ("professional.strain_pressure", 0.5),
        ("professional.strain_heavy", 0.3),
        ("professional.strain_weeks", 26.0),
        ("professional.strain_leaving", 1.2),
        ("professional.sickness", 0.06),
        ("professional.intervision", 0.2),
        ("professional.hours_pressure", 0.0),
    ];
    let mut still = jobs(&parameters, &[52; 10]);
    let (now, d) = still.in_week(0);
    // Pressure is 2.6 beyond what is tolerated.
    (d.teams[0].pressure, d.teams[0].open, d.teams[0].heavy) = (2.6 * 1.15, 10, 7);
    strain::follow(now, d, 0);
    assert!((d.teams[0].crew.strain - (0.8 + 0.21) / 26.0).abs() < 1e-9, "{}", d.teams[0].crew.strain);
    for _ in 0..1_000 {
        strain::follow(now, d, 0);
    }
    let crew = d.teams[0].crew.clone();
    assert!((crew.strain - 1.01).abs() < 1e-9);
    assert!((strain::sickness(now, &crew) - 0.06 * 2.01).abs() < 1e-9);
    assert!((crew.present - (1.0 - 0.06 * 2.01) / 0.94).abs() < 1e-9, "{}", crew.present);
    let leaving = strain::leaving(now, &crew, &d.teams[0].jobs[3]);
    assert!((leaving - libm::exp(1.2 * 1.01)).abs() < 1e-9, "{leaving}");
    assert!(leaving < strain::most_leaving(&now.inputs.params.professional));
    // In the burn-in the same strain is the usual one, and nothing follows from it.
    let (now, d) = still.in_week(-1);
    strain::follow(now, d, 0);
    let crew = d.teams[0].crew.clone();
    assert!((strain::leaving(now, &crew, &d.teams[0].jobs[3]) - 1.0).abs() < 1e-9 && (crew.present - 1.0).abs() < 1e-9);
    still.settings.professional.intervision_hours = 80.0;
    let (now, _) = still.in_week(0);
    assert!((strain::target(now, 2.6, 0.7) - 1.01 * 0.64).abs() < 1e-9, "40 hours take a fifth away, 80 that twice");
}

/// Who is strained by half a unit leaves 1.82 times as often at 1.2. Some 80 jobs over ten years have 184 leavers
/// as usual, so that the ratio has an error of 0.17; the bound is four of them.
#[test]
fn strained_people_leave_more_often() {
    let left = |strain: f64| {
        let mut scenario = builtin("reactive", 1_000, 10);
        for (key, value) in LEFT_OUT.into_iter().chain([("professional.strain_leaving", 1.2), ("team.turnover", 0.23)])
        {
            fix(&mut scenario, key, value);
        }
        // Nothing moves strain, and its bound is as usual.
        fix(&mut scenario, "professional.strain_heavy", 0.0);
        scenario.organisation.timeline.base.links[Link::PRESSURE_STRAIN.place()] = 0.0;
        scenario.organisation.timeline.base.team.fte = 68.0;
        scenario.before = scenario.organisation.clone();
        let start = burned_in(&scenario, 0, 0);
        let mut run = go_on(&start, &scenario, 0, 0, Week(0));
        run.region_mut().districts[0].teams[0].crew.usual_strain = -strain;
        run.step_to(Week(520), &mut Unobserved, &Cancel::new());
        let place = Indicator::PROFESSIONALS_LEFT.place();
        run.record().years.iter().map(|year| year[place].num).sum::<i64>() as f64
    };
    let ratio = left(0.5) / left(0.0);
    assert!((ratio - libm::exp(1.2 * 0.5)).abs() < 0.68, "{ratio}");
}

/// Opens cases for needs of mental health; the team has a place for each.
fn open_cases(now: Now<'_>, d: &mut District, most: usize) -> Vec<CaseId> {
    let needs: Vec<_> = only_needs(d).into_iter().take(most).collect();
    for e in needs {
        d.change_episode(e, |episode| episode.severity = Severity::Moderate);
        cases::open_case(now, d, e, kantel::entities::Frame::Voluntary);
    }
    team::replay(now, d);
    d.households.all().flat_map(|h| d.cases_of(h)).filter(|c| d.cases[*c].state == CaseState::Open).collect()
}

/// Somebody who works half of the team's time takes half of its cases along: binomial, four errors. Each costs two
/// hours and a tenth of its work, and every household loses trust where all do.
#[test]
fn who_leaves_hands_over_a_share_of_the_cases() {
    let parameters = [
        ("professional.handover_hours", 2.0),
        ("professional.handover_lost", 0.1),
        ("professional.handover_trust", 1.0),
        ("team.case_sigma", 0.0),
        ("team.case_scope", 0.0),
        ("referral.base", -20.0),
        ("trust.tie", 0.0),
    ];
    for link in [1.0, 0.0] {
        let mut still = with_room(&parameters);
        still.settings.links[Link::LEAVING_HANDOVER.place()] = link;
        let (now, d) = still.in_week(FOUNDED);
        d.teams[0].places = 10_000;
        let open = open_cases(now, d, 200);
        assert!(open.len() > 50, "{}", open.len());
        let job = |key: u64, employed: bool| Professional {
            key: Key(key),
            share: 0.5,
            employed,
            since: Minute(now.at.0 - 2 * 52 * MINUTES_PER_WEEK),
            generation: 0,
            discipline: 0,
            depth: [0; kantel::entities::DOMAINS],
            expert: false,
            year: 2,
            brought: 0,
            strain: 0.0,
            senior: false,
            orientation: 0.0,
        };
        d.teams[0].jobs = vec![job(1, true), job(2, false)];
        let due = d.teams[0].intake_due;
        let before: Vec<i64> = open.iter().map(|c| d.cases[*c].done).collect();
        let trust: Vec<u16> = open.iter().map(|c| d.trusts(d.reference_of(d.cases[*c].household))[0]).collect();
        handover::left(now, d, 0, 1);
        let handed = count(d, Indicator::HANDED_OVER);
        let n = open.len() as f64;
        assert!((handed as f64 - n / 2.0).abs() < 4.0 * libm::sqrt(n / 4.0), "{handed} of {n}");
        assert_eq!((d.teams[0].intake_due - due).0, (f64::from(handed as i32) * 120.0 * link) as i64);
        let later = open.iter().zip(&before).filter(|(c, done)| d.cases[**c].done > **done).count();
        let less =
            open.iter().zip(&trust).filter(|(c, trust)| d.trusts(d.reference_of(d.cases[**c].household))[0] < **trust);
        let expected = if link > 0.0 { handed as usize } else { 0 };
        assert_eq!((later, less.count()), (expected, expected));
        let years = d.counts.finished()[Indicator::EXPERIENCE_LEFT.place()];
        assert_eq!((count(d, Indicator::PROFESSIONALS_LEFT), years.num, years.den), (1, 2_000_000, 1_000_000));
    }
}

/// At a turnover of 0.26 and 20 weeks a vacancy, 1 in 11 is vacant as usual. Twice as many vacancies make those of the
/// teams, a fifth of all, last longer by a fifth; four fifths of the applicants make all last 1.25 times as long.
#[test]
fn vacancies_share_the_applicants() {
    let parameters = |pool: f64| {
        [
            ("professional.usual_turnover", 0.26),
            ("team.vacancy_weeks", 20.0),
            ("labour.own_share", 0.2),
            ("labour.pool", pool),
        ]
    };
    for (pool, vacant, expected) in
        [(1.0, 1.0, 1.0), (1.0, 2.0, 1.2), (1.0, 0.0, 0.8), (0.8, 1.0, 1.25), (0.8, 2.0, 1.5)]
    {
        let mut still = Still::of(600, &parameters(pool));
        let (now, _) = still.in_week(0);
        let tightness = labour::tightness(now, vacant / 11.0);
        assert!((tightness - expected).abs() < 1e-9, "{pool} {vacant}: {tightness}");
    }
}

/// Two of four are seniors at a fifth more: half the hours cost 20 % more.
#[test]
fn seniors_bring_experience_and_cost_more() {
    let mut still = jobs(&[("professional.senior_weeks", 156.0), ("professional.senior_price", 0.2)], &[0; 4]);
    still.settings.professional.seniors = 1.0;
    let (now, d) = still.in_week(0);
    for place in [0, 2] {
        let mut job = d.teams[0].jobs[place];
        seniority::hired(now, &mut job);
        assert_eq!((job.senior, job.brought), (true, 156));
        d.teams[0].jobs[place] = job;
    }
    let price = now.inputs.budget.team_cents_per_hour;
    let paid = Effort::from_hours(100.0);
    assert_eq!(seniority::more(now, d, 0, paid), Money::of_effort(price, Effort::from_hours(10.0)));
    assert!((seniority::share(d, 0) - 0.5).abs() < 1e-12);
    still.settings.professional.seniors = 0.0;
    let (now, d) = still.in_week(0);
    let mut job = d.teams[0].jobs[0];
    seniority::hired(now, &mut job);
    assert_eq!((job.senior, job.brought), (false, 0));
}

/// By year: what a case gets of its usual hours, without and with a half year in which every case that begins takes
/// three times the work, in a district whose team is so many times its size.
fn shocked(size: f64) -> Vec<[f64; 2]> {
    const YEARS: u32 = 5;
    let mut scenario = builtin("reactive", 3_000, YEARS);
    for (key, value) in [
        ("professional.hours_pressure", 0.6),
        ("professional.standard_down", 13.0),
        ("professional.standard_up", 208.0),
        ("professional.strain_leaving", 1.8),
        ("team.vacancy_weeks", 30.0),
        ("team.turnover", 0.23),
        ("team.fte_per_job", 0.1),
        ("labour.own_share", 0.5),
    ] {
        fix(&mut scenario, key, value);
    }
    scenario.organisation.timeline.base.team.fte *= size;
    scenario.before = scenario.organisation.clone();
    let mut heavy = scenario.clone();
    let step = |&(week, factor)| Step { from: Week(week), value: LeverValue::Number(factor), ramp_weeks: 0 };
    let subject = Subject::Parameter(Params::position("team.case_light").expect("a parameter"));
    heavy.context.factors.push((subject, Course::of([(13, 3.0), (39, 1.0)].iter().map(step).collect())));
    let place = Indicator::HOURS_PER_CASE.place();
    let mut years = vec![[0.0; 2]; YEARS as usize];
    for sample in 0..3 {
        let start = burned_in(&scenario, sample, 0);
        for (arm, scenario) in [&scenario, &heavy].into_iter().enumerate() {
            let run = go_on(&start, scenario, sample, 0, Week(YEARS as i32 * 52));
            for (year, cells) in years.iter_mut().zip(&run.record().years) {
                year[arm] += cells[place].value().unwrap_or(0.0) / 3.0;
            }
        }
    }
    years
}

/// A half year of heavy cases: a team without slack takes the fewer hours of that time for the standard, and does not
/// come back within five years; one with five times the people does not notice.
#[test]
fn a_team_without_slack_does_not_come_back() {
    let (short, slack) = (shocked(1.25), shocked(5.0));
    let fallen = |year: usize| short[year][0] - short[year][1];
    assert!(fallen(2) > 0.05, "{short:?}");
    assert!(fallen(4) > 0.7 * fallen(2), "{short:?}");
    assert!(slack.iter().flatten().all(|given| *given > 0.99), "{slack:?}");
}
