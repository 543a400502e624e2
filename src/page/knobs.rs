//! The knobs of the page: ten that come first, and behind them every other lever.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::choice::Choice;
use super::prices::{exact, price_name, prices};
use super::units::{is_share, unit};
use super::words::word;
use crate::diagnostics::Diagnostic;
use crate::input_data::gazetteer::{Gazetteer, Place};
use crate::language::Lang;
use crate::levers::{LEVERS, LeverKind, LeverMeta, LeverValue, position};
use crate::mechanisms::team::levers::SIZES;
use crate::parameters::Params;
use crate::plan::{Closure, FIXED_BY_BUDGET, FIXED_BY_HOURS, Number, Scenario};
use crate::random::Distribution;
use crate::report::wording::{decides, euros, number};
use crate::units::Week;

/// Knobs that stand together.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Its id; what it is called are the page's words `group.<id>`.
    pub id: &'static str,
    /// Its knobs.
    pub knobs: &'static [Knob],
}

/// One decision, of one lever or of a few that go together.
#[derive(Clone, Copy, Debug)]
pub struct Knob {
    /// Its id; what it is called are the page's words `knob.<id>`.
    pub id: &'static str,
    /// Keys of its levers.
    pub levers: &'static [&'static str],
}

const fn knob(id: &'static str, levers: &'static [&'static str]) -> Knob {
    Knob { id, levers }
}

/// The ten knobs that come first, as an alderman would name them. Where a lever is in none, it stands behind them.
pub const GROUPS: &[Group] = &[
    Group {
        id: "team",
        knobs: &[
            knob("size", &["team.fte"]),
            knob("out", &["outreach.door_fte", "outreach.place_fte", "outreach.targeting"]),
            knob("collective", &["outreach.collective_fte", "outreach.protected"]),
            knob("aftercare", &["aftercare.share"]),
        ],
    },
    Group {
        id: "prevent",
        knobs: &[
            knob("facilities", &["prevention.facility_euros", "prevention.coordination_fte"]),
            knob("signals", &["outreach.report_fte", "signals.visit_share"]),
            knob("own-people", &["network.mobilisation"]),
        ],
    },
    Group {
        id: "rules",
        knobs: &[
            knob("gate", &["gate.strictness", "referral.own_first"]),
            knob("give-back", &["reciprocity.help", "reciprocity.hours"]),
            knob("saving", &["purchase.saving"]),
        ],
    },
];

/// How far a slider goes where the range of a lever goes further than anybody would: by unit, the most per 10,000
/// residents of what grows with a district, and the most of the rest. A number beyond it can be typed.
const SLIDES: [(&str, f64); 9] = [
    ("FTE", 4.0),
    ("euros per year", 200_000.0),
    ("places", 60.0),
    ("a year", 20.0),
    ("euros per month", 100.0),
    ("cases per FTE", 60.0),
    ("hours per FTE-year", 100.0),
    ("ratio", 2.0),
    ("hours per case", 40.0),
];

/// The knobs in the place of a choice, with what they are set to today.
pub(super) fn told(lang: Lang, choice: &Choice) -> Result<Value, Vec<Diagnostic>> {
    let page = Page { lang, base: &choice.base()?, closure: choice.closure };
    let main = GROUPS.iter().map(|group| {
        let of_words = |what: &str, id: &str| word(lang, &format!("{what}.{id}"));
        let knobs = group.knobs.iter().map(|knob| page.knob(knob.id, &of_words("knob", knob.id), knob.levers));
        let knobs = knobs.collect::<Vec<_>>();
        json!({ "id": group.id, "name": of_words("group", group.id), "main": true, "knobs": knobs })
    });
    let rest = others().into_iter().map(|(mechanism, keys)| {
        let knobs = keys.iter().map(|key| page.knob(key, &page.name(key), &[*key])).collect::<Vec<_>>();
        let name = word(lang, &format!("mechanism.{mechanism}"));
        json!({ "id": mechanism, "name": name, "main": false, "knobs": knobs })
    });
    let residents = page.base.residents;
    let place = json!({
        "name": page.base.district.name,
        "code": page.base.district.code,
        "residents": residents,
        "line": word(lang, "place.residents").replace("{n}", &number(lang, f64::from(residents))),
    });
    let groups = main.chain(rest).collect::<Vec<_>>();
    Ok(json!({ "place": place, "groups": groups, "prices": own_prices(lang, choice)? }))
}

/// The prices that can be set, with what they are without.
fn own_prices(lang: Lang, choice: &Choice) -> Result<Vec<Value>, Vec<Diagnostic>> {
    let without = Choice { prices: BTreeMap::new(), ..choice.clone() }.base()?;
    let now = |price: f64| word(lang, "hint.now").replace("{value}", &format!("€ {}", exact(lang, price)));
    Ok(prices(&without)
        .map(|(key, price)| json!({ "key": key, "name": price_name(lang, &key), "now": now(price) }))
        .collect())
}

/// The levers that are no main knob, by mechanism, each in the order in which they act. The size of one team of several
/// has no knob: the page has one team.
fn others() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut others: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let is_main = |key: &str| GROUPS.iter().flat_map(|g| g.knobs).any(|knob| knob.levers.contains(&key));
    for lever in LEVERS.iter().filter(|lever| !SIZES.contains(&lever.meta.key) && !is_main(lever.meta.key)) {
        others.entry(lever.meta.mechanism).or_default().push(lever.meta.key);
    }
    others
}

struct Page<'a> {
    lang: Lang,
    base: &'a Scenario,
    closure: Closure,
}

impl Page<'_> {
    fn knob(&self, id: &str, name: &str, levers: &[&str]) -> Value {
        let levers: Vec<usize> = levers.iter().filter_map(|key| position(key)).collect();
        let meta = levers.first().map(|lever| &LEVERS[*lever].meta);
        json!({
            "id": id,
            "name": name,
            "decides": meta.map(|meta| decides(self.lang, meta.role.decides())),
            "hint": self.hint(id, meta),
            "controls": levers.into_iter().map(|lever| self.control(lever)).collect::<Vec<_>>(),
        })
    }

    fn name(&self, key: &str) -> String {
        let name = position(key).map(|lever| self.said(LEVERS[lever].meta.name, LEVERS[lever].meta.dutch));
        name.unwrap_or_default().to_owned()
    }

    fn said<'t>(&self, english: &'t str, dutch: &'t str) -> &'t str {
        match self.lang {
            Lang::En => english,
            Lang::Nl => dutch,
        }
    }

    /// What an FTE costs, and what the model lacks.
    fn hint(&self, id: &str, meta: Option<&LeverMeta>) -> String {
        let Some(meta) = meta else { return String::new() };
        let gap = meta.gap.map(|gap| self.said(gap.english, gap.dutch).to_owned());
        let price = (meta.unit == "FTE").then(|| {
            let hours = Params::position("team.hours_fte").and_then(|p| self.base.parameters.get(p));
            let cost = hours.map_or(0.0, Distribution::mean) * self.base.budget.team_cents_per_hour as f64 / 100.0;
            word(self.lang, "hint.fte").replace("{n}", &number(self.lang, libm::round(cost / 100.0) * 100.0))
        });
        let own = (id == "collective").then(|| word(self.lang, "knob.collective.hint"));
        price.into_iter().chain(gap).chain(own).collect::<Vec<_>>().join(" ")
    }

    fn control(&self, lever: usize) -> Value {
        let meta = &LEVERS[lever].meta;
        let now = self.now(lever);
        let unit = unit(self.lang, meta);
        let percent = is_share(meta);
        let mut control = json!({
            "key": meta.key,
            "label": self.said(meta.name, meta.dutch),
            "unit": unit,
            "percent": percent,
            "locked": self.locked(meta.key),
        });
        let (kind, value, text) = match (meta.kind, now) {
            (LeverKind::Number { min, max }, now) => {
                let value = now.number();
                let high = self.slide(meta, value).min(max);
                control["min"] = min.into();
                control["max"] = max.into();
                control["slide"] = json!([min, high]);
                control["step"] = step(high - min).into();
                ("number", Value::from(value), format!("{} {unit}", self.written(meta, value)))
            }
            (LeverKind::Choice(words), now) => {
                let option = |i: usize| [words[i], self.said(words[i], meta.dutch_choices[i])];
                control["options"] = json!((0..words.len()).map(option).collect::<Vec<_>>());
                let [word, text] = option(usize::from(now.choice()).min(words.len() - 1));
                ("choice", Value::from(word), text.to_owned())
            }
            (LeverKind::Flag, now) => {
                let key = if now.flag() { "flag.on" } else { "flag.off" };
                ("flag", Value::from(now.flag()), word(self.lang, key))
            }
        };
        control["kind"] = kind.into();
        control["now"] = value;
        control["now_text"] = word(self.lang, "hint.now").replace("{value}", text.trim()).into();
        control
    }

    fn written(&self, meta: &LeverMeta, value: f64) -> String {
        match meta.unit {
            unit if unit.starts_with("euros") => euros(self.lang, value).replace(['€', '\u{a0}'], ""),
            _ if is_share(meta) => number(self.lang, 100.0 * value),
            _ => number(self.lang, value),
        }
    }

    /// What a lever is set to at the start of the base: as planned, else the organisation's own number, else where it
    /// does nothing.
    fn now(&self, lever: usize) -> LeverValue {
        let organisation = &self.base.organisation;
        let planned = organisation.timeline.schedule(lever).and_then(|schedule| schedule.value_at(Week(0)));
        let own = || Number::replaced_by(LEVERS[lever].meta.key).and_then(|number| organisation.value(number));
        let value = planned.or_else(|| own().map(LeverValue::from)).or(LEVERS[lever].meta.neutral);
        match (value, LEVERS[lever].meta.kind) {
            (Some(LeverValue::Uncertain(drawn)), _) => LeverValue::Number(drawn.mean()),
            (Some(value), _) => value,
            (None, LeverKind::Number { min, .. }) => LeverValue::Number(min),
            (None, LeverKind::Choice(_)) => LeverValue::Choice(0),
            (None, LeverKind::Flag) => LeverValue::Flag(false),
        }
    }

    /// Why a lever cannot be set where closure sets it.
    fn locked(&self, key: &str) -> Option<String> {
        match (self.closure, key) {
            (Closure::Hours, FIXED_BY_HOURS) => Some(word(self.lang, "locked.hours")),
            (Closure::Budget, FIXED_BY_BUDGET) => Some(word(self.lang, "locked.budget")),
            _ => None,
        }
    }

    /// The highest value of the slider.
    fn slide(&self, meta: &LeverMeta, now: f64) -> f64 {
        let LeverKind::Number { min, max } = meta.kind else { return 0.0 };
        let per = if meta.scales { f64::from(self.base.residents) / 10_000.0 } else { 1.0 };
        let usual = SLIDES.iter().find(|(unit, _)| *unit == meta.unit).map_or(max, |(_, most)| most * per);
        // What is large today can also become larger.
        let high = nice(usual.max(2.0 * now)).min(max);
        if high > min { high } else { max }
    }
}

/// A step of about a fortieth of a range: 1, 2 or 5 with zeros.
fn step(range: f64) -> f64 {
    nice(range / 40.0)
}

/// The next number that is 1, 2 or 5 with zeros.
fn nice(x: f64) -> f64 {
    let tens = libm::pow(10.0, libm::floor(libm::log10(x.max(1e-6))));
    let found = [1.0, 2.0, 5.0, 10.0].into_iter().map(|n| n * tens).find(|n| *n >= x * 0.999);
    found.unwrap_or(x)
}

/// Every municipality with its wijken.
pub(super) fn places() -> Result<Value, Vec<Diagnostic>> {
    let table = Gazetteer::embedded()?;
    let one = |place: &Place| json!({ "code": place.code, "name": place.name, "residents": place.residents });
    let mut municipalities: Vec<Value> = Vec::new();
    let (towns, wijken): (Vec<Place>, Vec<Place>) = table.places().partition(Place::is_municipality);
    for town in &towns {
        let of_town = wijken.iter().filter(|wijk| wijk.code[2..6] == town.code[2..6]);
        let mut entry = one(town);
        entry["wijken"] = of_town.map(one).collect::<Vec<_>>().into();
        municipalities.push(entry);
    }
    Ok(json!({ "municipalities": municipalities }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_knobs_come_first_and_every_lever_has_one_place() {
        let main: Vec<&str> = GROUPS.iter().flat_map(|g| g.knobs).flat_map(|knob| knob.levers).copied().collect();
        assert_eq!(GROUPS.iter().map(|group| group.knobs.len()).sum::<usize>(), 10);
        let mut all: Vec<&str> = others().into_values().flatten().chain(main).collect();
        all.sort_unstable();
        let mut known: Vec<&str> = LEVERS.iter().map(|lever| lever.meta.key).collect();
        known.retain(|key| !SIZES.contains(key));
        known.sort_unstable();
        assert_eq!(all, known);
    }

    #[test]
    fn words_are_there_for_every_knob_and_group() {
        let there = |key: String| assert!(word(Lang::Nl, &key) != key, "{key}");
        for group in GROUPS {
            there(format!("group.{}", group.id));
            group.knobs.iter().for_each(|knob| there(format!("knob.{}", knob.id)));
        }
        // The toy is there in these tests alone.
        others().into_keys().filter(|m| *m != "M0").for_each(|mechanism| there(format!("mechanism.{mechanism}")));
    }

    #[test]
    fn sliders_are_of_units_that_levers_have() {
        for (unit, _) in SLIDES {
            assert!(LEVERS.iter().any(|lever| lever.meta.unit == unit), "{unit}");
        }
    }

    #[test]
    fn steps_are_round() {
        for (range, step_of_it) in [(1.0, 0.05), (8.0, 0.2), (37.0, 1.0), (1e6, 50_000.0)] {
            assert!((step(range) - step_of_it).abs() < 1e-9, "{range}: {}", step(range));
        }
    }
}
