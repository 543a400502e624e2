//! From the boxes of a sheet to decisions on levers.

use super::boxes::BoxId;
use super::kit::{Kit, ROUND_WEEKS, ROUND_YEARS};
use super::rules::{Past, in_force};
use super::sheet::Sheet;
use crate::levers::{LeverValue, position};
use crate::simulation::Decision;
use crate::units::Week;

/// FTE of a block.
const BLOCK_FTE: f64 = 1.6;
/// Productive hours of an FTE and year (parameter `team.hours_fte`).
const FTE_HOURS: f64 = 1_400.0;
/// Weeks until people do other work: half a year.
const LEARN_WEEKS: u32 = 26;
/// Euros a year that providers may receive at most under a ceiling, for 15,000 residents: about nine tenths of what
/// Kantelwijk spends as now, in the mean of its worlds.
const CEILINGS: [(&str, f64); 2] = [("ceiling.youth_ambulatory", 3_000_000.0), ("ceiling.guidance", 900_000.0)];
/// A ceiling that is none.
const NO_CEILING: f64 = 1e9;

/// The decisions that a sheet makes: of each lever whose value changes, from the first week of the round on. What is as
/// before is no decision, so a group that changes nothing has the scenario of nobody.
///
/// # Panics
/// If the sheet breaks a rule of entry.
pub fn decisions(kit: &Kit, sheet: &Sheet, past: &Past<'_>) -> Vec<Decision> {
    let round = past.round();
    let (now, before) = (in_force(sheet, past), past.in_force());
    let old = values(kit, &before, round.saturating_sub(1).max(1));
    let week = Week((round as i32 - 1) * ROUND_WEEKS);
    let patience_held = before.get(BoxId::PATIENCE) == now.get(BoxId::PATIENCE) && now.get(BoxId::PATIENCE) != 1;
    let changed = values(kit, &now, round).into_iter().zip(old).filter(|(new, old)| {
        let is_patience = new.0 == "politics.patience";
        if is_patience { !patience_held } else { new.1 != old.1 }
    });
    let decision = |((key, value, ramp), (_, old, _)): (Set, Set)| {
        let lever = position(key).expect("a lever of the kit");
        // Vacancies of a larger team take their time in the model; people who leave a smaller one have contracts.
        let grows = key == "team.fte" && value.number() > old.number();
        Decision { ramp_weeks: if grows { 0 } else { ramp }, ..Decision::of(week, lever, value) }
    };
    changed.map(decision).collect()
}

/// A lever, what it is set to, and the weeks until it is reached.
type Set = (&'static str, LeverValue, u32);

/// Every lever that a sheet sets, with its value.
fn values(kit: &Kit, sheet: &Sheet, round: u32) -> Vec<Set> {
    let number = |key, value: f64| (key, LeverValue::Number(value), 0);
    let slowly = |key, value: f64| (key, LeverValue::Number(value), LEARN_WEEKS);
    let choice = |key, value: u8| (key, LeverValue::Choice(value), 0);
    let flag = |key, value: bool| (key, LeverValue::Flag(value), 0);
    let is = |of: BoxId, value: u8| sheet.get(of) == value;
    let scale = kit.scale();
    let blocks = f64::from(sheet.blocks());
    let [_, out, district, aftercare, learning] = sheet.uses().expect("a sheet that keeps to the rules").map(f64::from);
    let out_fte = out * BLOCK_FTE * scale;
    // Door, place and reports: half of what follows signals comes from reports of arrears and of concern.
    let shares = [[0.4, 0.2, 0.4], [0.6, 0.4, 0.0], [1.0, 0.0, 0.0]][usize::from(sheet.get(BoxId::AIM))];
    let [door, place, report] = shares.map(|share| share * out_fte);
    let aimed = [2, 1, 0][usize::from(sheet.get(BoxId::AIM))];
    let is_protected = is(BoxId::PROTECTED, 1);
    let mut all = vec![
        slowly("team.fte", blocks * BLOCK_FTE * scale),
        slowly("outreach.door_fte", stated(kit, "outreach.door_fte") + door),
        slowly("outreach.place_fte", stated(kit, "outreach.place_fte") + place),
        slowly("outreach.report_fte", stated(kit, "outreach.report_fte") + report),
        slowly("outreach.collective_fte", stated(kit, "outreach.collective_fte") + district * BLOCK_FTE * scale),
        choice("outreach.targeting", if out > 0.0 { aimed } else { 0 }),
        flag("outreach.protected", is_protected),
        flag("practice.protected", is_protected),
        slowly("aftercare.share", aftercare / 2.0),
        slowly("practice.room_hours", learning / blocks * FTE_HOURS),
        number("referral.own_first", if is(BoxId::OWN, 1) { 13.0 } else { 0.0 }),
        number("mandate.own_hours", if is(BoxId::OWN, 2) { 24.0 } else { 0.0 }),
        number("mandate.strength", if is(BoxId::OWN, 2) { 1.0 } else { 0.0 }),
        choice("budget.form", sheet.get(BoxId::POTS)),
        number("team.seconded_share", f64::from(sheet.get(BoxId::SECONDED)) / (blocks * BLOCK_FTE)),
        number("review.weeks", [0.0, 52.0, 26.0][usize::from(sheet.get(BoxId::SCALING))]),
        number("referrers.feedback_hours", if is(BoxId::REFERRAL, 1) { 0.5 } else { 0.0 }),
        number("agreement.share", f64::from(sheet.get(BoxId::PAYING)) * 0.15),
        number("basic.meeting", if is(BoxId::INITIATIVE, 1) { 1.5 } else { 0.0 }),
        number("network.matching_fte", if is(BoxId::INITIATIVE, 2) { 0.8 * scale } else { 0.0 }),
        choice("reciprocity.help", sheet.get(BoxId::RETURN).min(2)),
        choice("reciprocity.benefit", [0, 1, 1, 2][usize::from(sheet.get(BoxId::RETURN))]),
        number("reciprocity.sanction", if is(BoxId::RETURN, 3) { 0.3 } else { 0.0 }),
        number("gate.strictness", [0.0, 0.1, 0.25][usize::from(sheet.get(BoxId::INTAKE))]),
        number("politics.patience", patience(sheet, round)),
    ];
    let by_task = if is(BoxId::CONTRACT, 1) { 3 } else { 0 };
    for key in ["contract.youth_ambulatory", "contract.guidance", "contract.domestic_help", "contract.day_activity"] {
        all.push(choice(key, by_task));
    }
    let bound = is(BoxId::CONTRACT, 2);
    all.extend(CEILINGS.map(|(key, euros)| number(key, if bound { euros * scale } else { NO_CEILING })));
    all
}

/// Years from week 0 within which the council cuts nothing: two more than there have been, or none more. 8, the lever's
/// end, is never, so from round 4 on two more years are for good.
fn patience(sheet: &Sheet, round: u32) -> f64 {
    let so_far = f64::from((round - 1) * ROUND_YEARS);
    match sheet.get(BoxId::PATIENCE) {
        0 => 8.0,
        1 => (so_far + 2.0).min(8.0),
        _ => so_far.min(7.0),
    }
}

/// What the kit states for a lever from the start.
fn stated(kit: &Kit, key: &str) -> f64 {
    let lever = position(key).expect("a lever of the kit");
    let schedule = kit.base.organisation.timeline.schedule(lever);
    schedule.and_then(|schedule| schedule.value_at(Week(0))).map_or(0.0, LeverValue::number)
}
