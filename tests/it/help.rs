//! What help does and what it leaves, by hand: rates, waning, relapse, trust, hours, registration.

use kantel::calendar::{Entry, Occasion};
use kantel::district::{District, Now, Queue, Rate};
use kantel::entities::{
    Account, Domain, Entitlement, Episode, Frame, Helper, Lines, Position, Product, Resident, Route, Severity, Stage,
};
use kantel::ids::{EpisodeId, Key, ResidentId};
use kantel::links::Link;
use kantel::mechanisms::doors::{referrals, requests};
use kantel::mechanisms::informal_care::care;
use kantel::mechanisms::needs::hazards;
use kantel::mechanisms::needs::natural;
use kantel::mechanisms::needs::onset;
use kantel::mechanisms::needs::steps;
use kantel::mechanisms::second_line::bills;
use kantel::mechanisms::second_line::services::{self as second_line, Service};
use kantel::mechanisms::trust::act as trust;
use kantel::observation::{Indicator, catalogue};
use kantel::units::{Effort, MINUTES_PER_WEEK, Minute, Money, Week};

use crate::small::{Still, residents};

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs()
}

/// Open needs of a domain that nobody helps with, of people in whose household no basic need is open.
fn alone(d: &District, domain: Domain) -> Vec<EpisodeId> {
    residents(d)
        .filter(|r| d.households[d.household_of(*r)].basics == 0)
        .flat_map(|r| d.episodes_of(r))
        .filter(|e| {
            let episode = &d.episodes[*e];
            let helped = episode.helping.iter().any(|n| *n > 0) || episode.help_ended != [Episode::NEVER; 3];
            episode.domain == domain && !episode.recovered && !helped && episode.in_pipeline == 0
        })
        .collect()
}

/// A world in which help of the team doubles the natural hazard and keeps half of all worsening away, and half of that
/// is left ten weeks after.
const CLEAR: &[(&str, f64)] = &[
    ("help.team", 1.0),
    ("help.second_line", 1.0),
    ("help.guidance", 0.75),
    ("help.informal", 0.25),
    ("help.protection", 0.5),
    ("help.half_life", 10.0),
    ("help.basics", 0.5),
    ("relapse.base", 0.01),
    ("relapse.early", 0.0),
    ("relapse.aftercare", 0.4),
    ("capacity.debt", 0.5),
    ("asking.capacity", 1.0),
    ("trust.up", 0.1),
    ("trust.down", 0.2),
    ("trust.tie", 0.5),
    ("care.relief", 0.3),
    ("gate.partner", 0.19),
];

fn clear() -> Still {
    Still::of(3_000, CLEAR)
}

/// Help works while it lasts, and half of it is left after a half-life; so does protection from worsening.
#[test]
fn help_wanes_after_it_has_ended() {
    let mut still = clear();
    let (now, d) = still.in_week(0);
    let e = alone(d, Domain::Mental)[0];
    let natural = |d: &District, now: Now<'_>| {
        now.inputs.tables.recovery[Domain::Mental as usize].hazard(now.at.weeks_since(d.episodes[e].onset))
    };
    let worsening = now.inputs.tables.courses[Domain::Mental as usize].worsening;
    assert!(near(hazards::rate_now(now, d, Rate::HelpedRecovery, e), 0.0));
    assert!(near(hazards::rate_now(now, d, Rate::Worsening, e), worsening));
    natural::team_begins(now, d, e, 0);
    assert!(near(hazards::rate_now(now, d, Rate::HelpedRecovery, e), natural(d, now)));
    assert!(near(hazards::rate_now(now, d, Rate::Worsening, e), 0.5 * worsening));
    natural::team_ends(now, d, e, 0);
    for (weeks, left) in [(0, 1.0), (10, 0.5), (20, 0.25)] {
        let (now, d) = still.in_week(weeks);
        let (rate, full) = (hazards::rate_now(now, d, Rate::HelpedRecovery, e), natural(d, now));
        assert!(near(rate, left * full), "{weeks} weeks: {rate} of {full}");
        let rate = hazards::rate_now(now, d, Rate::Worsening, e);
        assert!(near(rate, (1.0 - 0.5 * left) * worsening), "{weeks} weeks: {rate}");
    }
}

/// The second line helps as much as its strongest service: guidance three quarters as much as treatment.
#[test]
fn services_help_as_strongly_as_they_are() {
    let mut still = clear();
    let (now, d) = still.in_week(0);
    let e = alone(d, Domain::Mental)[0];
    let natural = now.inputs.tables.recovery[Domain::Mental as usize].hazard(now.at.weeks_since(d.episodes[e].onset));
    for (product, strength) in [(Product::Guidance, 0.75), (Product::MentalHealth, 1.0)] {
        natural::service_begins(now, d, e, product);
        let rate = hazards::rate_now(now, d, Rate::HelpedRecovery, e);
        assert!(near(rate, strength * natural), "{product:?}: {rate} of {natural}");
    }
    natural::service_ends(now, d, e, Product::MentalHealth);
    assert!(near(hazards::rate_now(now, d, Rate::HelpedRecovery, e), 0.75 * natural));
}

/// Where a basic need is open, help with anything else works half; and people of the household are less able to ask.
#[test]
fn debts_stand_in_the_way_of_help_and_of_asking() {
    let mut still = clear();
    let (now, d) = still.in_week(0);
    let e = alone(d, Domain::Social)[0];
    let r = d.episodes[e].resident;
    let h = d.household_of(r);
    let need = (Domain::Social, Severity::Light);
    let asking = hazards::asking_rate_of(now, d, r, need);
    natural::team_begins(now, d, e, 0);
    let helped = hazards::rate_now(now, d, Rate::HelpedRecovery, e);
    d.households[h].basics = 1;
    assert!(near(hazards::rate_now(now, d, Rate::HelpedRecovery, e), 0.5 * helped));
    let lost = 0.5 * d.residents[r].person.capacity_share();
    let rate = hazards::asking_rate_of(now, d, r, need);
    assert!(lost > 0.0 && near(rate, asking * libm::exp(-lost)), "{rate} {asking}");
}

/// Another open need raises onset by the coupling, a carer's strain that of mental and social needs, and what links
/// carry is gone where they are cut.
#[test]
fn onset_rises_with_other_needs_and_strain() {
    let mut still = Still::of(
        1_000,
        &[("onset.coupling", 1.5), ("onset.strain", 2.0), ("onset.isolation", 1.0), ("onset.income_ratio", 2.0)],
    );
    let (now, d) = still.in_week(0);
    let free = |r: &ResidentId| {
        let resident = &d.residents[*r];
        resident.episodes.some().is_none() && resident.person.burdens == 0 && now.age(resident) == 40
    };
    let r = residents(d).find(free).expect("somebody of forty");
    let rate = |d: &District, domain: Domain| onset::rate_at(now, d, r, domain, 40);
    let before = [Domain::Mental, Domain::Work].map(|domain| rate(d, domain));
    let flags = d.residents[r].flags;
    d.residents[r].person.burdens = 1;
    assert!(near(rate(d, Domain::Mental), 2.0 * before[0]) && near(rate(d, Domain::Work), before[1]));
    natural::begin(now, d, r, Domain::Daily, 5);
    assert!(near(rate(d, Domain::Mental), 3.0 * before[0]) && near(rate(d, Domain::Work), 1.5 * before[1]));
    // From low to high incomes by the ratio, and by its square for basic needs, which the reference person has.
    let by_income = |d: &mut District, band: u8, domain: Domain| {
        let resident = &mut d.residents[r];
        (resident.flags, resident.position) = (Resident::of_income(band), Position::Reference);
        rate(d, domain)
    };
    for (domain, ratio) in [(Domain::Mental, 2.0), (Domain::Debt, 4.0)] {
        let (low, high) = (by_income(d, 0, domain), by_income(d, 2, domain));
        assert!(high > 0.0 && near(low / high, ratio), "{domain:?}: {low} {high}");
    }
    d.residents[r].flags = flags;
    let mut cut = now.settings.clone();
    (cut.links[Link::COUPLING.place()], cut.links[Link::STRAIN_ONSET.place()]) = (0.0, 0.0);
    let now = Now { settings: &cut, ..now };
    assert!(near(onset::rate_at(now, d, r, Domain::Mental, 40), before[0]));
}

/// Arrears are reported whatever their severity; of other needs only what is severe, of the young to Veilig Thuis.
#[test]
fn reports_come_at_the_rate_of_their_kind() {
    let mut still = Still::of(
        3_000,
        &[("report.arrears", 0.01), ("report.concern", 0.02), ("report.youth", 0.03), ("help.team", 1.0)],
    );
    let (now, d) = still.in_week(0);
    for (domain, light, severe) in [
        (Domain::Debt, 0.01, 0.01),
        (Domain::Mental, 0.0, 0.02),
        (Domain::Youth, 0.0, 0.03),
        (Domain::Daily, 0.0, 0.02),
    ] {
        let e = some_need(d, domain);
        for (severity, rate) in [(Severity::Light, light), (Severity::Moderate, light), (Severity::Severe, severe)] {
            d.change_episode(e, |episode| episode.severity = severity);
            let found = hazards::rate_now(now, d, Rate::Report, e);
            assert!(near(found, rate), "{domain:?} {severity:?}: {found}");
        }
    }
}

/// Some open need of a domain.
fn some_need(d: &District, domain: Domain) -> EpisodeId {
    let mut all = residents(d).flat_map(|r| d.episodes_of(r));
    all.find(|e| d.episodes[*e].domain == domain && !d.episodes[*e].recovered).expect("a need")
}

/// A need of youth that goes on as one of mental health is known to whom it was known, and as severe and as old as it
/// was.
#[test]
fn who_knew_of_a_young_person_still_does() {
    for known in [false, true] {
        let mut still = clear();
        let (now, d) = still.in_week(0);
        let e = alone(d, Domain::Youth)
            .into_iter()
            .find(|e| !d.needs_of(d.episodes[*e].resident).has(Domain::Mental))
            .expect("a need of youth");
        d.change_episode(e, |episode| episode.known = known);
        let Episode { resident: r, severity, onset, natural_end, .. } = d.episodes[e];
        natural::outgrow(now, d, r, Domain::Youth);
        assert!(!d.needs_of(r).has(Domain::Youth));
        let grown = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Mental).expect("it goes on");
        let grown = &d.episodes[grown];
        assert_eq!(
            (grown.known, grown.severity, grown.onset, grown.natural_end),
            (known, severity, onset, natural_end)
        );
        assert_eq!(d.levels, d.recount());
    }
}

/// Severity at onset by its shares: crisis first, then severe, then moderate.
#[test]
fn severity_at_onset_has_the_stated_shares() {
    let mut still =
        Still::of(100, &[("onset.crisis", 0.1), ("onset.severe", 0.2), ("onset.moderate", 0.3), ("help.team", 1.0)]);
    let (now, _) = still.in_week(0);
    let mut shares = [0; 4];
    for i in 0..1_000 {
        let u = (f64::from(i) + 0.5) / 1_000.0;
        shares[now.inputs.tables.courses[0].severity_at_onset(u) as usize - 1] += 1;
    }
    assert_eq!(shares, [400, 300, 200, 100]);
}

/// A candidate of a process of an episode at a rate.
pub(crate) fn candidate(what: Occasion, at: Minute, e: EpisodeId, height: f32) -> Entry {
    Entry { at, tie: height.to_bits(), slot: e.0, generation: 0, what, aux: 0 }
}

/// Relapse within the natural duration: at 1 % a week, and 0.6 % with aftercare. It is hidden again, of a severity up
/// to what it was.
#[test]
fn aftercare_spares_relapses_and_what_comes_back_is_hidden() {
    for (aftercare, link, height, expected) in [
        (false, 1.0, 0.0099, true),
        (false, 1.0, 0.0101, false),
        (true, 1.0, 0.0059, true),
        (true, 1.0, 0.0061, false),
        (true, 0.0, 0.0099, true),
    ] {
        let mut still = clear();
        still.settings.links[Link::AFTERCARE_RELAPSE.place()] = link;
        let (now, d) = still.in_week(0);
        let e = alone(d, Domain::Mental)[0];
        d.change_episode(e, |episode| {
            episode.known = true;
            episode.severity = Severity::Crisis;
        });
        natural::recover(now, d, e);
        d.episodes[e].aftercare = aftercare;
        let r = d.episodes[e].resident;
        natural::relapse(now, d, &candidate(Occasion::RELAPSE, now.at, e, height));
        assert_eq!(d.needs_of(r).has(Domain::Mental), expected, "aftercare {aftercare}, {height}");
        assert_eq!(d.counts.finished()[Indicator::RELAPSES.place()].num, i64::from(expected));
        assert!(d.needs_of(r).known >> Domain::Mental as u8 & 1 == 0, "nobody knows that it is back");
    }
}

/// Who is heard of again was heard of before: that is no first contact. A need that only the network knew of is heard
/// of for the first time when it has come back.
#[test]
fn what_was_known_before_it_came_back_has_had_its_first_contact() {
    for (known, again) in [(false, 1), (true, 0)] {
        let mut still = clear();
        let (now, d) = still.in_week(0);
        let e = alone(d, Domain::Mental)[0];
        d.change_episode(e, |episode| episode.known = known);
        natural::recover(now, d, e);
        let r = d.episodes[e].resident;
        let before = d.counts.finished()[Indicator::ASKED_DELAY.place()].den;
        natural::relapse(now, d, &candidate(Occasion::RELAPSE, now.at, e, 0.0));
        let back = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Mental).expect("it is back");
        natural::becomes_known(now, d, back, Route::Asked);
        let counts = d.counts.finished();
        let contacts = counts[Indicator::ASKED_DELAY.place()].den - before;
        assert_eq!(contacts, again * i64::from(MINUTES_PER_WEEK), "known {known}");
        assert_eq!(counts[Indicator::ASKED_SEVERITY.place()].den, 1, "it counts as found all the same");
    }
}

/// What comes back is as often of each severity up to what it was: among many, less severe on average.
#[test]
fn what_comes_back_is_milder_on_the_whole() {
    let mut still = clear();
    let (now, d) = still.in_week(0);
    let needs: Vec<EpisodeId> = alone(d, Domain::Mental);
    let mut by_severity = [0; 4];
    for &e in &needs {
        d.change_episode(e, |episode| episode.severity = Severity::Crisis);
        natural::recover(now, d, e);
        let r = d.episodes[e].resident;
        natural::relapse(now, d, &candidate(Occasion::RELAPSE, now.at, e, 0.0));
        let back = d.episodes_of(r).find(|e| d.episodes[*e].domain == Domain::Mental).expect("it is back");
        by_severity[d.episodes[back].severity as usize - 1] += 1;
    }
    // A quarter each: of n, within four standard errors.
    let n = needs.len() as f64;
    let bound = 4.0 * libm::sqrt(n * 0.25 * 0.75);
    assert!(n > 60.0 && by_severity.iter().all(|s| (f64::from(*s) - n / 4.0).abs() < bound), "{by_severity:?}");
}

/// A crisis by worsening is a crisis.
#[test]
fn every_crisis_is_counted() {
    let mut still = clear();
    let (now, d) = still.in_week(0);
    let e = alone(d, Domain::Mental)[0];
    d.change_episode(e, |episode| episode.severity = Severity::Moderate);
    for (severity, crises) in [(Severity::Severe, 0), (Severity::Crisis, 1)] {
        steps::worsens(now, d, &candidate(Occasion::WORSENING, now.at, e, 0.0));
        assert_eq!(d.episodes[e].severity, severity);
        assert_eq!(d.counts.finished()[Indicator::CRISIS_ONSETS.place()].num, crises);
    }
}

/// Trust comes up slowly and goes down fast, and half of each move reaches ties by their strength.
#[test]
fn trust_moves_with_outcomes_and_along_ties() {
    for good in [true, false] {
        let mut still = clear();
        let (now, d) = still.in_week(0);
        let r = residents(d).find(|r| d.ties_of(*r).any(|t| t.other().some().is_some())).expect("somebody with a tie");
        let tie = d.ties_of(r).find(|t| t.other().some().is_some()).expect("a tie");
        let all: Vec<ResidentId> = residents(d).collect();
        for other in all {
            d.set_trust(other, 20_000);
        }
        trust::outcome(now, d, r, Lines::FIRST, good);
        let own = f64::from(d.residents[r].person.trust_first);
        let expected = if good { 20_000.0 + 0.1 * 45_535.0 } else { 16_000.0 };
        assert!((own - expected).abs() <= 0.5, "{own}");
        let other = f64::from(d.residents[tie.other()].person.trust_first);
        let expected = 20_000.0 + 0.5 * tie.strength() * (own - 20_000.0);
        assert!(tie.strength() > 0.05 && (other - expected).abs() <= 0.5, "{other} {expected}");
        assert_eq!(d.levels, d.recount());
    }
    let mut still = clear();
    let (now, d) = still.in_week(0);
    let r = residents(d).next().expect("somebody");
    d.set_trust(r, 20_000);
    trust::attention(now, d, r, 0.5);
    assert_eq!(d.residents[r].person.trust_first, 22_277);
}

/// A need that passes raises trust in the first line where it was helped, and not where nobody did anything.
#[test]
fn only_who_was_helped_thanks_the_helpers() {
    for helped in [false, true] {
        let mut still = clear();
        let (now, d) = still.in_week(0);
        let e = alone(d, Domain::Mental)[0];
        let r = d.episodes[e].resident;
        d.set_trust(r, 20_000);
        if helped {
            natural::team_begins(now, d, e, 0);
        }
        natural::passes(now, d, e);
        assert_eq!(d.residents[r].person.trust_first > 20_000, helped);
        assert_eq!(d.counts.finished()[Indicator::RECOVERIES.place()].num, 1);
    }
}

/// A known need that has passed stays on file until somebody notices; one that nobody knew was never there, and whoever
/// has another known need is on file anyway.
#[test]
fn a_file_is_closed_late() {
    for (known, another, late) in [(true, false, 1), (false, false, 0), (true, true, 0)] {
        let mut still = clear();
        let (now, d) = still.in_week(0);
        let e = alone(d, Domain::Mental)
            .into_iter()
            .find(|e| d.needs_of(d.episodes[*e].resident).count() == 1)
            .expect("somebody with one need");
        let r = d.episodes[e].resident;
        d.change_episode(e, |episode| episode.known = known);
        if another {
            natural::begin(now, d, r, Domain::Social, 3);
            let other = d.episodes_of(r).next().expect("the other");
            d.change_episode(other, |episode| episode.known = true);
        }
        let before = d.files_late;
        natural::passes(now, d, e);
        assert_eq!(d.files_late - before, late, "known {known}, another {another}");
    }
}

fn spec(still: &Still, product: Product) -> kantel::plan::ServiceSpec {
    still.scenario.organisation.services.iter().find(|s| s.product == product).expect("a service").clone()
}

/// Ten hours of informal care take three tenths off guidance, help in the house and nursing, and nothing off treatment;
/// a partner without needs takes 19 % off nursing.
#[test]
fn informal_care_and_a_partner_lower_the_hours() {
    let mut still = clear();
    let specs = Product::ALL.map(|product| spec(&still, product));
    let (now, d) = still.in_week(0);
    let minutes = |d: &District, r: ResidentId, product: Product| {
        second_line::effort_per_week(now, d, r, (product, Severity::Moderate), &specs[product as usize])
    };
    let whole = |product: Product| specs[product as usize].hours_per_week * 60.0;
    let single = residents(d).find(|r| d.members(d.household_of(*r)).count() == 1).expect("somebody alone");
    for (hours, share) in [(0, 1.0), (10, 0.7), (60, 0.4)] {
        d.residents[single].person.care_received = hours * 60;
        for product in [Product::Guidance, Product::DomesticHelp, Product::DistrictNursing] {
            assert_eq!(minutes(d, single, product), (whole(product) * share) as u16, "{product:?}, {hours} hours");
        }
        assert_eq!(minutes(d, single, Product::MentalHealth), whole(Product::MentalHealth) as u16);
    }
    let couple = |d: &District, with_needs: bool| {
        residents(d).find(|r| {
            let resident = &d.residents[*r];
            let mut mates = d.members(d.household_of(*r)).filter(|m| m != r);
            let (Some(mate), None) = (mates.next(), mates.next()) else { return false };
            let is_partner = resident.position == Position::Reference
                && d.residents[mate].position == Position::Partner
                && d.residents[mate].is_adult();
            is_partner && (d.needs_of(mate).open != 0) == with_needs && resident.person.care_received == 0
        })
    };
    for (with_needs, share) in [(false, 0.81), (true, 1.0)] {
        let r = couple(d, with_needs).expect("a couple");
        assert_eq!(minutes(d, r, Product::DistrictNursing), (whole(Product::DistrictNursing) * share) as u16);
        assert_eq!(minutes(d, r, Product::Guidance), whole(Product::Guidance) as u16);
    }
}

/// Ten hours of each service at its price are paid by whom the law says; what is lived in is no hours of work.
#[test]
fn every_service_is_paid_by_its_own_payer() {
    let payer = |product: Product| match product {
        Product::MentalHealth | Product::DistrictNursing => Account::HealthInsurer,
        Product::LongTermCare => Account::LongTermCare,
        Product::YouthAmbulatory | Product::YouthResidential => Account::Youth,
        Product::DebtProgramme => Account::Debt,
        _ => Account::Wmo,
    };
    for product in Product::ALL {
        let mut still = clear();
        let spec = spec(&still, product);
        let (now, d) = still.in_week(0);
        let before = Account::ALL.map(|a| d.ledger().spent(a));
        let mut queue = Queue::new(product, Key(0), Week(0));
        queue.take_place(0, 600, now.at);
        bills::account(Service { now, spec: &spec, purchased: 1.0, contracted: None, left: 1.0 }, d, &mut queue, 0);
        let cost = Money::of_effort(spec.cents_per_hour, Effort::from_hours(10.0));
        let counted = d.counts.finished();
        for account in Account::ALL.into_iter().filter(|a| a.is_payer()) {
            let expected = if account == payer(product) { cost } else { Money(0) };
            assert_eq!(d.ledger().spent(account) - before[account as usize], expected, "{product:?} by {account:?}");
            assert_eq!(counted[catalogue::EUROS + account as usize].num, expected.0, "{product:?} by {account:?}");
        }
        let lived_in = matches!(
            product,
            Product::Aids | Product::ShelteredLiving | Product::LongTermCare | Product::YouthResidential
        );
        // Domestic help, aids and transport are help at home, and no second line.
        let at_home = matches!(product, Product::DomesticHelp | Product::Aids);
        let (work, none) = (if lived_in { 0 } else { 600 }, [0, 0]);
        let sums = |euros: Indicator, hours: Indicator| [euros, hours].map(|i| counted[i.place()].num);
        let second = sums(Indicator::EUROS_SECOND_LINE, Indicator::HOURS_SECOND_LINE);
        let home = sums(Indicator::EUROS_HELP_AT_HOME, Indicator::HOURS_HELP_AT_HOME);
        let of_it = [cost.0, work];
        assert_eq!([second, home], if at_home { [none, of_it] } else { [of_it, none] }, "{product:?}");
    }
}

/// Who has both is counted once in each group; on file as with the second line is only whoever has that.
#[test]
fn the_second_line_and_help_at_home_are_counted_apart() {
    let mut still = clear();
    let (now, d) = still.in_week(0);
    d.counts.clear();
    let people: Vec<ResidentId> = residents(d).filter(|&r| d.residents[r].person.counted == 0).take(3).collect();
    let [one, both, other] = people[..] else { panic!("three people") };
    let helped = [(one, Product::Aids), (one, Product::DomesticHelp), (both, Product::Aids), (both, Product::Guidance)];
    for (r, product) in helped.into_iter().chain([(other, Product::DistrictNursing)]) {
        d.mark_served(r, product, now.week);
        d.mark_registered(r, product, now.week);
    }
    let counted = d.counts.finished();
    let people = [Indicator::PERSONS_HELP_AT_HOME, Indicator::PERSONS_SECOND_LINE, Indicator::REGISTERED_SECOND_LINE];
    assert_eq!(people.map(|i| counted[i.place()].num), [2, 2, 2]);
    assert_eq!(counted[Indicator::PERSONS_WMO.place()].num, 2);
}

/// Help begins at a moment and is on file some weeks after, if ever.
#[test]
fn help_is_registered_late_or_never() {
    for (missing, lag) in [(0.0, 6.0), (1.0, 6.0)] {
        let mut still = Still::of(
            3_000,
            &[("registration.missing", missing), ("registration.lag", lag), ("registration.spread", 0.0)],
        );
        let (now, _) = still.in_week(0);
        let at = natural::registered_at(now, kantel::ids::Key(5), kantel::random::Process::REGISTRATION_LAG);
        assert!(near(at.weeks_since(now.at), lag), "{at:?}");
    }
}

/// Nobody in long-term care is cared for by family, nor cares for others.
#[test]
fn informal_care_ends_with_long_term_care() {
    let mut still = clear();
    let (now, d) = still.in_week(0);
    let receiver = residents(d)
        .find(|r| d.cares_of(*r, false).next().is_some() && !d.needs_of(*r).has(Domain::Social))
        .expect("somebody is cared for");
    let giver = residents(d).find(|r| d.cares_of(*r, true).next().is_some()).expect("somebody cares");
    for r in [receiver, giver] {
        second_line::enter_long_term_care(now, d, r);
        assert!(d.residents[r].is(Resident::LONG_TERM));
        assert!(d.cares_of(r, false).chain(d.cares_of(r, true)).next().is_none());
    }
    // A need that begins in it has nobody look for care.
    natural::begin(now, d, receiver, Domain::Social, 77);
    for e in d.episodes_of(receiver).collect::<Vec<_>>() {
        d.change_episode(e, |episode| episode.severity = Severity::Severe);
        for occasion in 20..60 {
            care::seek(now, d, e, occasion);
        }
    }
    assert!(d.cares_of(receiver, false).next().is_none(), "informal care is not granted beside long-term care");
    assert_eq!(d.levels, d.recount());
}

/// Care that stops no longer helps.
#[test]
fn care_that_ends_wanes_like_other_help() {
    let mut still = clear();
    let (now, d) = still.in_week(0);
    let c = residents(d).flat_map(|r| d.cares_of(r, false)).next().expect("somebody is cared for");
    let (e, r) = (d.cares[c].episode, d.cares[c].receiver);
    let (helping, minutes) = (d.episodes[e].helping[Helper::Informal as usize], d.cares[c].minutes);
    let received = d.residents[r].person.care_received;
    care::end(now, d, c);
    assert_eq!(d.episodes[e].helping[Helper::Informal as usize], helping - 1);
    assert_eq!(d.episodes[e].help_ended[Helper::Informal as usize], 0);
    assert_eq!(d.residents[r].person.care_received, received - minutes);
}

/// Whoever finds it hard to ask people gets less informal care: of the same people and draws, nobody gets any more.
#[test]
fn a_threshold_keeps_from_asking_people() {
    let mut still = clear();
    let (now, d) = still.in_week(0);
    let needs = alone(d, Domain::Mental);
    let cared_for = |threshold: u8| -> Vec<EpisodeId> {
        let mut d = d.clone();
        for &e in &needs {
            d.change_episode(e, |episode| episode.severity = Severity::Moderate);
            d.residents[d.episodes[EpisodeId(e.0)].resident].person.threshold_people = threshold;
            care::seek(now, &mut d, e, 20);
        }
        needs.iter().copied().filter(|e| d.episodes[*e].helping[Helper::Informal as usize] > 0).collect()
    };
    let (bold, shy) = (cared_for(0), cared_for(255));
    assert!(bold.len() > shy.len() + 10, "{} and {} of {}", bold.len(), shy.len(), needs.len());
}

/// Whoever is burdened already gives no more, where the share says so.
#[test]
fn burdened_carers_take_on_no_more() {
    for (share, more) in [(0.0, false), (1.0, true)] {
        let mut still = Still::of(3_000, &[("care.burdened_share", share)]);
        let (now, d) = still.in_week(0);
        let all: Vec<ResidentId> = residents(d).collect();
        for r in all {
            d.residents[r].person.burdens = 1;
        }
        let given = |d: &District| residents(d).map(|r| d.cares_of(r, true).count()).sum::<usize>();
        let before = given(d);
        for e in alone(d, Domain::Mental) {
            d.change_episode(e, |episode| episode.severity = Severity::Moderate);
            care::seek(now, d, e, 20);
        }
        assert_eq!(given(d) > before, more, "{before}, then {}", given(d));
    }
}

/// Care for somebody outside the district ends with the carer or with the other's need: only the first is a carer who
/// stops.
#[test]
fn only_carers_who_stop_are_counted_as_stopping() {
    for (height, ends, stopped) in [(0.05_f32, true, 1), (0.15, true, 0), (0.25, false, 0)] {
        let mut still = Still::of(3_000, &[("care.stop", 0.1), ("care.stop_burdened", 0.1), ("care.outside_end", 0.1)]);
        let (now, d) = still.in_week(0);
        let c = residents(d)
            .flat_map(|r| d.cares_of(r, true))
            .find(|c| d.cares[*c].receiver.some().is_none())
            .expect("care outside the district");
        let (giver, tie) = (d.cares[c].giver, height.to_bits());
        let what = Occasion::CARE_STOPS;
        care::stop(now, d, &Entry { at: now.at, tie, slot: c.0, generation: 0, what, aux: 0 });
        assert_eq!(!d.cares_of(giver, true).any(|other| other == c), ends, "{height}");
        assert_eq!(d.counts.finished()[Indicator::CARERS_STOPPED.place()].num, stopped, "{height}");
    }
}

/// Nobody walks away from what a court ordered, and everybody else does in the end; who has left is counted.
#[test]
fn a_court_order_outlasts_patience() {
    for frame in [Frame::Voluntary, Frame::Mandatory] {
        let mut still = Still::of(
            3_000,
            &[
                ("waiting.leave", 1.0),
                ("report.inquiry_weeks", 0.0),
                ("gate.outside_weeks", 0.0),
                ("waterbed.share", 0.0),
            ],
        );
        let mut spec = spec(&still, Product::YouthAmbulatory);
        spec.places = Some(0.0);
        let mut queue = Queue::new(Product::YouthAmbulatory, Key(0), Week(0));
        let mut asked = 0;
        for week in 0..60 {
            let (now, d) = still.in_week(week);
            if week == 0 {
                d.arrivals[Product::YouthAmbulatory as usize].clear();
                let needs: Vec<EpisodeId> = alone(d, Domain::Youth)
                    .into_iter()
                    .filter(|e| d.entitlements_of(d.episodes[*e].resident).next().is_none())
                    .collect();
                for e in needs {
                    natural::becomes_known(now, d, e, Route::Report);
                    let door = kantel::doors::Door::Court;
                    assert!(referrals::refer(now, d, e, Product::YouthAmbulatory, door, frame));
                    let x = d.entitlements_of(d.episodes[e].resident).next().expect("an entitlement");
                    requests::decide(now, d, x);
                    assert_eq!(d.entitlements[x].stage, Stage::Waiting);
                    asked += 1;
                }
            }
            let service = Service { now, spec: &spec, purchased: 1.0, contracted: None, left: 1.0 };
            second_line::replay(&[service], std::slice::from_mut(d), &mut queue);
        }
        let (_, d) = still.in_week(60);
        let left = i64::from(frame == Frame::Voluntary) * asked;
        assert!(asked > 10);
        assert_eq!(d.counts.finished()[Indicator::LEFT_QUEUE.place()].num, left, "{frame:?}");
        assert_eq!(i64::from(queue.shares[0].waiting), asked - left, "{frame:?}");
    }
}

/// Who is served now, by product; a term that ends goes on only where there is a need, and a place is free for the
/// next.
#[test]
fn a_term_is_not_renewed_without_a_need() {
    for passes in [true, false] {
        let mut still = Still::of(3_000, &[("waiting.leave", 0.0), ("gate.outside_weeks", 0.0)]);
        let mut spec = spec(&still, Product::MentalHealth);
        (spec.places, spec.renewal) = (Some(1_000.0), 1.0);
        spec.duration_weeks = kantel::random::Distribution::Fixed(2.0);
        let mut queue = Queue::new(Product::MentalHealth, Key(0), Week(0));
        let mut served = Vec::new();
        for week in 0..4 {
            let (now, d) = still.in_week(week);
            if week == 0 {
                d.arrivals[Product::MentalHealth as usize].clear();
                let e = alone(d, Domain::Mental)
                    .into_iter()
                    .find(|e| d.entitlements_of(d.episodes[*e].resident).next().is_none())
                    .expect("a need");
                assert!(referrals::refer(now, d, e, Product::MentalHealth, kantel::doors::Door::Gp, Frame::Voluntary));
                let x = d.entitlements_of(d.episodes[e].resident).next().expect("an entitlement");
                requests::decide(now, d, x);
                served.push(d.entitlements[x].key);
            }
            if week == 1 && passes {
                let x = d.entitlements.all().find(|x| d.entitlements[*x].key == served[0]).expect("is there");
                let Entitlement { episode, .. } = d.entitlements[x];
                natural::passes(now, d, episode);
            }
            let service = Service { now, spec: &spec, purchased: 1.0, contracted: None, left: 1.0 };
            second_line::replay(&[service], std::slice::from_mut(d), &mut queue);
            assert_eq!(queue.serving, u32::from(week < 2 || !passes), "week {week}");
        }
    }
    assert_eq!(MINUTES_PER_WEEK, 7 * 24 * 60);
}
