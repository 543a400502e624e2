//! Dutch heads and words of tables. Keys of indicators, parameters and events stay as they are: documents name them.

use std::borrow::Cow;

use super::book::BookWords;
use super::levers::dutch_unit;
use super::{Lang, verdict_word};
use crate::experiment::Verdict;
use crate::observation::Kind;

/// The heads of columns by their names in files.
const HEADS: &[(&str, &str)] = &[
    ("scenario", "scenario"),
    ("sample", "wereld"),
    ("parameter", "getal"),
    ("value", "waarde"),
    ("unit", "eenheid"),
    ("replicate", "herhaling"),
    ("year", "jaar"),
    ("week", "week"),
    ("indicator", "sleutel"),
    ("name", "cijfer in het Engels"),
    ("dutch", "cijfer"),
    ("group", "groep"),
    ("base", "basis"),
    ("variant", "plan"),
    ("closure", "wat gelijk blijft"),
    ("period", "periode"),
    ("base_value", "in de basis"),
    ("variant_value", "met het plan"),
    ("difference", "verschil"),
    ("median", "middelste wereld"),
    ("p05", "laag"),
    ("p95", "hoog"),
    ("share_better", "deel van de werelden dat beter is"),
    ("mc_error", "rekenfout"),
    ("margin", "kleinste verschil van belang"),
    ("variance_reduction", "keer minder spreiding door gelijke loting"),
    ("samples", "werelden"),
    ("replicates", "herhalingen"),
    ("verdict", "oordeel"),
    ("decider", "wat de doorslag geeft"),
    ("tipping_value", "waar het omslaat"),
    ("what", "soort"),
    ("correlation", "samenhang"),
    ("payer", "betaler"),
    ("year_median", "terugverdiend na jaar"),
    ("year_p05", "terugverdiend na jaar, laag"),
    ("year_p95", "terugverdiend na jaar, hoog"),
    ("share_never", "deel van de werelden: nooit"),
    ("share_full", "deel van de werelden: plekken vol"),
    ("before", "ervoor"),
    ("naive", "verschil volgens de registratie"),
    ("true_indicator", "sleutel van het ware cijfer"),
    ("true_effect", "waar verschil"),
    ("feedback", "terugkoppeling"),
    ("residents", "inwoners"),
    ("district", "in de wijk zelf"),
    ("whole", "in het schaalmodel"),
    ("agrees", "klopt met elkaar"),
    ("cut", "zonder de terugkoppeling"),
    ("part", "wat de terugkoppeling draagt"),
    ("error", "fout daarvan"),
    ("p_value", "p-waarde"),
    ("named", "genoemd in het rapport"),
    ("bound", "wat hulp doet"),
    ("discounted", "later telt minder mee"),
    ("weeks_avoided", "weken vermeden"),
    ("euros_per_week", "euro per week"),
    ("euros_per_year", "euro per jaar"),
    ("share", "deel van de werelden"),
    ("measure", "maat"),
    ("first", "eerste lijn"),
    ("second", "tweede lijn"),
    ("exchange", "ruil"),
    ("ratio", "verhouding"),
    ("assumptions", "deel door aannames"),
    ("chance", "deel door toeval"),
    ("computing", "deel door rekenen"),
    ("chance_variance", "spreiding door toeval"),
    ("chance_of_sample", "daarvan over in een wereld"),
    ("chance_freedom", "vrijheidsgraden"),
    ("mean", "gemiddeld"),
    ("difference_mean", "verschil"),
    ("difference_p05", "verschil, laag"),
    ("difference_p95", "verschil, hoog"),
    ("difference_median", "verschil, middelste wereld"),
    ("kind", "soort"),
    ("direction", "beter is"),
    ("resident", "bewoner"),
    ("age", "leeftijd"),
    ("event", "gebeurtenis"),
    ("domain", "levensdomein"),
    ("severity", "ernst"),
    ("route", "hoe het aan het licht komt"),
    ("product", "voorziening"),
    ("left", "vertrokken"),
    ("first_left", "week van het eerste vertrek"),
    ("works", "bezet"),
    ("administration", "administratie"),
    ("learning", "opleiding en leren"),
    ("guidance", "begeleiding"),
    ("intake", "intake en onderzoek"),
    ("bridging", "mensen die op de tweede lijn wachten"),
    ("doors", "huisbezoeken"),
    ("places", "op plekken in de wijk"),
    ("reports", "meldingen en signalen"),
    ("collective", "collectief werk"),
    ("coordination", "afstemming"),
    ("idle", "niet gevraagd"),
    ("cases", "zaken"),
    ("years", "jaren ervaring"),
    ("in_an_hour", "werk in een uur"),
    ("learnt", "geleerd in het laatste jaar"),
    ("strain", "belasting"),
    ("from", "van"),
    ("to", "naar"),
    ("persons", "mensen"),
    ("euros", "euro"),
    ("code", "code"),
    ("place", "wijk"),
    ("low_income", "deel met een laag inkomen"),
    ("households", "huishoudens"),
    ("all", "alle huishoudens"),
    ("stayed", "gebleven"),
    ("same", "zelfde verloop"),
    ("severe", "met een ernstige wending"),
    ("candidates", "kandidaten"),
    ("about", "verschilt in waar de soort over gaat"),
    ("long_waits", "wachtte een jaar of langer"),
    ("fewer", "minder ernstige wendingen"),
    ("more", "meer ernstige wendingen"),
];

/// The Dutch head of a column; its name where it has none.
pub(in crate::report) fn table_head(column: &'static str) -> &'static str {
    HEADS.iter().find(|(name, _)| *name == column).map_or(column, |(_, dutch)| dutch)
}

/// The Dutch word for a text of a column; the text itself where it is a key or a name.
pub(in crate::report) fn table_word<'a>(column: &str, text: &'a str) -> Cow<'a, str> {
    match (column, text) {
        ("verdict", _) => Verdict::from_key(text).map_or(Cow::Borrowed(text), |v| verdict_word(Lang::Nl, v).into()),
        ("unit", _) => {
            let known = dutch_unit(text).map(str::to_owned);
            known.unwrap_or_else(|| BookWords::of(Lang::Nl).unit(text, Kind::Stock)).into()
        }
        ("group", "all") => "iedereen".into(),
        ("group", _) => Lang::Nl.voice().group(text).into(),
        ("payer", _) => Lang::Nl.voice().payer(text).into(),
        ("code", "all") => "alle".into(),
        ("closure", "hours") => "uren van het wijkteam".into(),
        ("closure", "budget") => "budget van de gemeente".into(),
        ("closure", "extra") => "niets: het plan is extra geld".into(),
        ("bound", "null") => "niets".into(),
        ("bound", "as_is") => "zoals aangenomen".into(),
        ("bound", "ceiling") => "het meeste dat mogelijk lijkt".into(),
        ("period", "term") => "collegeperiode, per jaar".into(),
        ("period", "horizon") => "hele periode, per jaar".into(),
        ("period", "discounted") => "hele periode, later telt minder mee, per jaar".into(),
        ("period", _) => text.strip_prefix("year:").map_or(text.into(), |year| format!("jaar {year}").into()),
        _ => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::folder::FILES;

    #[test]
    fn every_column_has_a_dutch_head() {
        for column in FILES.iter().flat_map(|file| file.columns) {
            assert!(HEADS.iter().any(|(name, _)| *name == column.name), "{}", column.name);
        }
        // Within a table no two columns may have the same head.
        for file in FILES {
            let mut heads: Vec<&str> = file.columns.iter().map(|column| table_head(column.name)).collect();
            heads.sort_unstable();
            heads.dedup();
            assert_eq!(heads.len(), file.columns.len(), "{}", file.name);
        }
    }

    #[test]
    fn what_people_read_is_dutch_and_keys_stay() {
        assert_eq!(table_word("verdict", "undecided_knowledge"), "Onbeslist: te weinig bekend");
        assert_eq!(table_word("period", "year:3"), "jaar 3");
        assert_eq!(table_word("group", "age:65+"), "65 jaar en ouder");
        assert_eq!(table_word("unit", "persons"), "mensen");
        assert_eq!(table_word("decider", "visit.detection"), "visit.detection");
    }
}
