//! What was found, for who reads it at the terminal.

use std::fmt::Write as _;

use super::super::diagnose::visible;
use super::super::tables::columns;
use super::super::validate::decimals;
use super::found::{Found, Peeled, Said};
use crate::calibration::sensitivity::{Morris, Saltelli, Unseen};
use crate::language::{Lang, Text, text};
use crate::report::wording::unit_name;
use crate::validation::digits;

/// Numbers that are shown of an outcome, at most; the file has all.
pub(super) const SHOWN: usize = 12;

/// Everything that was found.
pub(super) fn text_of(paths: &[String], all: &[Found], lang: Lang) -> String {
    let mut out = String::new();
    for found in all {
        let _ = write!(out, "\n{}\n{}\n", visible(&title(found, lang)), of_chance(found).of(lang));
        out.push_str(&match &found.said {
            Said::Morris(Some(morris)) => of_effects(paths, found, morris, lang),
            Said::Sobol(Some(saltelli)) => of_indices(paths, found, saltelli, lang),
            Said::Prim(Some(peeled)) => of_box(paths, peeled, lang),
            Said::Prim(None) => nothing_sought().of(lang).to_owned() + "\n",
            _ => nothing_varies().of(lang).to_owned() + "\n",
        });
    }
    if let Some(found) = all.first() {
        let _ = writeln!(out, "\n{}", reading(&found.said).of(lang));
    }
    out
}

/// What an outcome is of.
pub(super) fn title(found: &Found, lang: Lang) -> String {
    let o = &found.outcome;
    let (key, variant, base, closure) = (&o.key, &o.variant, &o.base, &o.closure);
    let unit = unit_name(lang, o.unit);
    match (variant.is_empty(), base.is_empty()) {
        (true, _) => key.clone(),
        (false, true) => format!("{key}: {variant}, {unit}"),
        (false, false) => {
            let said = text!("{variant} less {base} ({closure})", "{variant} min {base} ({closure})");
            format!("{key}: {}, {unit}", said.of(lang))
        }
    }
}

/// What is known of chance in an outcome.
fn of_chance(found: &Found) -> Text {
    let rows = found.outcome.values.iter().flatten().count();
    let Some(share) = found.outcome.share else {
        return text!(
            "{rows} rows; chance within a row is not known.",
            "{rows} rijen; het toeval in een rij is onbekend."
        );
    };
    let percent = libm::round(100.0 * share) as u32;
    let so = if share > 0.5 {
        Text::fixed(
            " That is more than half: this is no order of what decides. More --residents or --replicates may help.",
            " Dat is meer dan de helft: dit is geen volgorde van wat beslist. Meer --residents of --replicates helpt \
             misschien.",
        )
    } else {
        Text::default()
    };
    let so = &so;
    text!(
        "{rows} rows; of the variance between them {percent} % is chance.{so}",
        "{rows} rijen; van de variantie daartussen is {percent} % toeval.{so}";
        so
    )
}

/// A number with the digits that say something.
pub(super) fn number(x: f64, lang: Lang) -> String {
    // What rounding leaves of nothing is nothing.
    let x = if x.abs() < 1e-9 { 0.0 } else { x };
    decimals(&digits(x).replace('-', "−"), lang)
}

fn range((low, high): (f64, f64), lang: Lang) -> String {
    let (low, high) = (number(low, lang), number(high, lang));
    text!("{low} to {high}", "{low} tot {high}").of(lang).to_owned()
}

fn heads(heads: &[Text], lang: Lang) -> Vec<String> {
    heads.iter().map(|head| head.of(lang).to_owned()).collect()
}

fn of_effects(paths: &[String], found: &Found, morris: &Morris, lang: Lang) -> String {
    let by_chance = found.outcome.chance.map(|variance| morris.by_chance(variance));
    let walks = morris.walks;
    let mut out = match by_chance {
        Some(size) => {
            let size = number(size, lang);
            text!(
                "{walks} walks. Chance alone gives a number that does nothing an effect of size {size}.",
                "{walks} wandelingen. Toeval alleen geeft een getal dat niets doet een effect van {size}."
            )
        }
        None => text!("{walks} walks.", "{walks} wandelingen."),
    }
    .of(lang)
    .to_owned();
    out.push_str("\n\n");
    let mut rows = vec![heads(
        &[
            Text::fixed("number", "getal"),
            Text::fixed("mu*", "mu*"),
            Text::fixed("95 of 100", "95 van 100"),
            Text::fixed("mu", "mu"),
            Text::fixed("sigma", "sigma"),
            Text::fixed("beyond chance", "meer dan toeval"),
        ],
        lang,
    )];
    for i in found.strongest_first().into_iter().take(SHOWN) {
        let one = &morris.numbers[i];
        let beyond = by_chance.map_or(Text::same("–"), |size| {
            if one.range.0 > size { Text::fixed("yes", "ja") } else { Text::fixed("not known", "onbekend") }
        });
        rows.push(vec![
            paths[i].clone(),
            number(one.mu_star, lang),
            range(one.range, lang),
            number(one.mu, lang),
            number(one.sigma, lang),
            beyond.of(lang).to_owned(),
        ]);
    }
    out + &columns(&rows)
}

fn of_indices(paths: &[String], found: &Found, saltelli: &Saltelli, lang: Lang) -> String {
    let blocks = saltelli.blocks;
    let mut out = text!("{blocks} blocks.", "{blocks} blokken.").of(lang).to_owned() + "\n\n";
    let alone = Text::fixed("95 of 100", "95 van 100");
    let mut rows = vec![heads(
        &[
            Text::fixed("number", "getal"),
            Text::fixed("alone", "alleen"),
            alone.clone(),
            Text::fixed("in all", "in totaal"),
            alone.clone(),
        ],
        lang,
    )];
    for i in found.strongest_first().into_iter().take(SHOWN) {
        let one = &saltelli.numbers[i];
        rows.push(vec![
            paths[i].clone(),
            number(one.first, lang),
            range(one.first_range, lang),
            number(one.total, lang),
            range(one.total_range, lang),
        ]);
    }
    out.push_str(&columns(&rows));
    if saltelli.second.is_empty() {
        return out;
    }
    let mut pairs: Vec<_> = saltelli.second.iter().collect();
    pairs.sort_by(|a, b| b.2.total_cmp(&a.2));
    let mut rows = vec![heads(&[Text::fixed("together", "samen"), Text::fixed("share", "deel"), alone], lang)];
    for (i, j, value, of) in pairs.into_iter().take(SHOWN) {
        rows.push(vec![format!("{} x {}", paths[*i], paths[*j]), number(*value, lang), range(*of, lang)]);
    }
    out + "\n" + &columns(&rows)
}

fn of_box(paths: &[String], Peeled { peeling, without, unseen }: &Peeled, lang: Lang) -> String {
    let (told, all) = (peeling.told(), &peeling.boxes[0]);
    let percent = |share: f64| libm::round(100.0 * share) as u32;
    let (density, of_all, coverage, mass) =
        (percent(told.density), percent(all.density), percent(told.coverage), percent(told.mass));
    let mean = number(told.mean, lang);
    let head = text!(
        "Of all points {of_all} % are looked for. In this box {density} %; it holds {mass} % of all points and \
         {coverage} % of what is looked for. Mean in it: {mean}.",
        "Van alle punten wordt {of_all} % gezocht. In deze doos {density} %; ze bevat {mass} % van alle punten en \
         {coverage} % van wat wordt gezocht. Gemiddelde erin: {mean}."
    );
    let mut out = format!("{}\n{}\n", head.of(lang), of_unseen(*unseen).of(lang));
    let mut rows = vec![heads(
        &[
            Text::fixed("number", "getal"),
            Text::fixed("from", "van"),
            Text::fixed("to", "tot"),
            Text::fixed("density without it", "dichtheid zonder dit getal"),
        ],
        lang,
    )];
    for (i, limit) in told.limits.iter().enumerate().filter(|(_, limit)| limit.is_set()) {
        let end = |x: Option<f64>| x.map_or_else(String::new, |x| number(x, lang));
        rows.push(vec![paths[i].clone(), end(limit.low), end(limit.high), format!("{} %", percent(without[i]))]);
    }
    if rows.len() > 1 {
        let _ = write!(out, "\n{}", columns(&rows));
    }
    out
}

/// What a box is worth on points on which it was not found.
fn of_unseen(unseen: Option<Unseen>) -> Text {
    let Some(Unseen { density, coverage, is_known }) = unseen else {
        return Text::fixed(
            "There are too few points to hold it against others: it may be luck alone.",
            "Er zijn te weinig punten om de doos op andere te toetsen: ze kan alleen toeval zijn.",
        );
    };
    let [density, coverage] = [density, coverage].map(|share| libm::round(100.0 * share) as u32);
    let so = if is_known {
        Text::default()
    } else {
        Text::fixed(
            " That is no more than luck: there is no such box.",
            " Dat is niet meer dan toeval: zo'n doos is er niet.",
        )
    };
    let so = &so;
    text!(
        "Boxes found on half of the points have a density of {density} % on the other half, and hold {coverage} % \
         there.{so}",
        "Dozen die op de helft van de punten zijn gevonden, hebben op de andere helft een dichtheid van {density} %. \
         Ze bevatten daar {coverage} %.{so}";
        so
    )
}

fn nothing_varies() -> Text {
    Text::fixed("It does not vary, or has too few values.", "Het varieert niet, of er zijn te weinig waarden.")
}

fn nothing_sought() -> Text {
    Text::fixed(
        "All or none of the points are looked for, or there are too few: there is no box.",
        "Alle punten worden gezocht, of geen enkel punt, of het zijn er te weinig: er is geen doos.",
    )
}

/// How to read it.
fn reading(said: &Said) -> Text {
    match said {
        Said::Morris(_) => Text::fixed(
            "mu* is the mean size of what a number does when it goes through its whole range at this pace, mu the mean \
             with its sign,\nsigma how much that differs from point to point, chance included.",
            "mu* is hoe groot het gevolg van een getal gemiddeld is als het door zijn hele bereik gaat, mu hetzelfde \
             met plus of min,\nsigma hoeveel dat per punt verschilt, toeval meegeteld.",
        ),
        Said::Sobol(_) => Text::fixed(
            "Alone: the share of the variance that goes when a number is known. In all: the share that stays when all \
             others are known.\nChance stands in the second of every number; a share below 0 is 0 within its range.",
            "Alleen: het deel van de variantie dat verdwijnt als een getal bekend is. In totaal: wat blijft als alle \
             andere bekend zijn.\nHet toeval zit bij elk getal in het tweede. Een deel onder 0 is 0 binnen de \
             bandbreedte.",
        ),
        Said::Prim(_) => Text::fixed(
            "A box is found on these points and looks better on them than on others. A number that adds little to the \
             density may be there by luck.",
            "Een doos is op deze punten gevonden en lijkt daarop beter dan op andere. Een getal dat weinig aan de \
             dichtheid toevoegt, kan toeval zijn.",
        ),
    }
}
