//! The columns of the tables, with their units, in both languages.

use super::thing::{Table, Thing};
use crate::ids::Key;
use crate::language::Text;
use crate::observation::catalogue::GROUPS;
use crate::units::Minute;

/// A row with what it takes to be told: of which scenario, sample and replicate, and when the course ends.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Name of the scenario.
    pub scenario: &'a str,
    /// Sample.
    pub sample: u32,
    /// Replicate.
    pub replicate: u32,
    /// The horizon.
    pub horizon: Minute,
    /// What it is of.
    pub thing: &'a Thing,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its head.
    pub key: &'static str,
    /// Its unit; empty of words and keys.
    pub unit: &'static str,
    /// What it holds.
    pub what: Both,
    /// The cell of a row.
    pub cell: fn(&Told<'_>) -> String,
}

/// A text in both languages that is there while compiling.
#[derive(Clone, Copy, Debug)]
pub struct Both {
    /// English.
    pub english: &'static str,
    /// Dutch.
    pub dutch: &'static str,
}

impl From<Both> for Text {
    fn from(text: Both) -> Self {
        Self::fixed(text.english, text.dutch)
    }
}

macro_rules! columns {
    ($($key:literal, $unit:literal, $english:literal, $dutch:literal, $cell:expr;)*) => {
        [$(Column { key: $key, unit: $unit, what: Both { english: $english, dutch: $dutch }, cell: $cell }),*]
    };
}

impl Table {
    /// The columns, in order.
    pub fn columns(self) -> Vec<Column> {
        let own: &[Column] = match self {
            Self::Cases => &CASES,
            Self::Episodes => &EPISODES,
            Self::Entitlements => &ENTITLEMENTS,
            Self::Visits => &VISITS,
        };
        COMMON.iter().chain(own).copied().collect()
    }
}

const COMMON: [Column; 9] = columns! {
    "scenario", "", "Name of the scenario", "Naam van het scenario", |told| told.scenario.to_owned();
    "sample", "", "Sample, from 0", "Wereld, vanaf 0", |told| told.sample.to_string();
    "replicate", "", "Replicate, from 0", "Herhaling, vanaf 0", |told| told.replicate.to_string();
    "key", "", "What the row is about: the same in every scenario in which it is there",
        "Waar de regel over gaat: hetzelfde in elk scenario waarin het voorkomt", |told| shown(told.thing.key);
    "household", "", "Household", "Huishouden", |told| shown(told.thing.household);
    "resident", "", "Resident; of a visit the first of the household",
        "Bewoner; bij een huisbezoek de eerste van het huishouden", |told| shown(told.thing.resident);
    "age", "years", "Age when it began, or at week 0 if it began before", "Leeftijd bij het begin, of in week 0",
        |told| told.thing.age.to_string();
    "income", "", "Group by income: low, middle, high", "Groep naar inkomen: low (laag), middle (midden), high (hoog)",
        |told| group(told.thing, 0);
    "network", "", "Group by network: none, some; empty, as income, where somebody came and went within a week",
        "Groep naar netwerk: none (geen), some (wel); leeg, net als inkomen, bij wie binnen een week kwam en ging",
        |told| group(told.thing, 1);
};

const CASES: [Column; 15] = columns! {
    "team", "", "Number of the team, from 1", "Nummer van het wijkteam, vanaf 1",
        |told| told.thing.team.map(|team| (team + 1).to_string()).unwrap_or_default();
    "domain", "", "Domain of the need that opened it", "Leefgebied van de hulpvraag waarmee de zaak begon", domain;
    "severity_first", "", "Severity of that need as the team saw it at first",
        "Ernst van die hulpvraag, zoals het wijkteam die eerst zag", first;
    "severity", "", "The same when last seen", "Dezelfde ernst, toen die voor het laatst is gezien", severity;
    "known", "", "Whether that need was known or hidden when last seen",
        "Of die hulpvraag bekend (known) of verborgen (hidden) was, toen die voor het laatst is gezien", known;
    "need_began_week", "weeks", "When that need began; negative before week 0",
        "Wanneer die hulpvraag ontstond; negatief is voor week 0", onset;
    "requested_week", "weeks", "When help was asked for", "Wanneer om hulp is gevraagd",
        |told| at(Some(told.thing.began));
    "delay_weeks", "weeks", "From the beginning of the need to the request", "Van het ontstaan tot de vraag", delay;
    "started_week", "weeks", "When the team began; empty if before week 0, or not yet",
        "Wanneer het wijkteam begon; leeg als dat voor week 0 was, of nog niet", started;
    "waited_weeks", "weeks", "From the request to the beginning", "Van de vraag tot het begin", waited;
    "ended_week", "weeks", "When it ended; empty if it is open at the horizon",
        "Wanneer de zaak eindigde; leeg als die aan het eind nog open is", ended;
    "weeks", "weeks", "From the beginning to the end or the horizon",
        "Van het begin tot het eind van de zaak of de looptijd", helped;
    "end", "", "How it stands at the horizon or ended: waiting, helped, ended, gave_up, withdrawn, died, left",
        "Hoe het aan het eind staat, of hoe het eindigde: waiting (wacht), helped (krijgt hulp), ended (klaar), \
         gave_up (haakte af), withdrawn (ingetrokken), died (overleden), left (verhuisd)",
        |told| told.thing.end.key().to_owned();
    "year_started", "years", "Year in which the team began, from 1", "Jaar waarin het wijkteam begon, vanaf 1",
        |told| year(told.thing.started);
    "year_ended", "years", "Year in which it ended, from 1", "Jaar waarin het eindigde, vanaf 1",
        |told| year(told.thing.ended);
};

const EPISODES: [Column; 12] = columns! {
    "domain", "", "Domain", "Leefgebied", domain;
    "severity_first", "", "Severity when it began, or at week 0", "Ernst bij het begin, of in week 0", first;
    "severity", "", "Severity when last seen", "Ernst, toen de hulpvraag voor het laatst is gezien", severity;
    "known", "", "Whether it was known or hidden when last seen",
        "Of de hulpvraag bekend (known) of verborgen (hidden) was, toen die voor het laatst is gezien", known;
    "route", "", "How it came to light: asked, report, door, place, case, facility",
        "Hoe de hulpvraag bekend werd: asked (gevraagd), report (melding), door (huisbezoek), place (op een plek), \
         case (bij een zaak), facility (bij een voorziening)",
        |told| told.thing.route.map(|route| route.key().to_owned()).unwrap_or_default();
    "began_week", "weeks", "When it began; negative before week 0", "Wanneer die ontstond; negatief is voor week 0",
        |told| at(Some(told.thing.began));
    "known_week", "weeks", "When it came to light; empty if before week 0, or never",
        "Wanneer die bekend werd; leeg als dat voor week 0 was, of nooit", |told| at(told.thing.known_at);
    "delay_weeks", "weeks", "From the beginning to when it came to light", "Van het ontstaan tot het bekend werd",
        |told| between(Some(told.thing.began), told.thing.known_at);
    "ended_week", "weeks", "When it ended; empty if it is there at the horizon",
        "Wanneer die eindigde; leeg als de hulpvraag er aan het eind nog is", ended;
    "weeks", "weeks", "From the beginning to the end or the horizon", "Van het ontstaan tot het eind of de looptijd",
        |told| between(Some(told.thing.began), Some(told.thing.ended.unwrap_or(told.horizon)));
    "end", "", "How it stands at the horizon or ended: open, ended (passed), died, left, withdrawn (goes on as \
        another)",
        "Hoe het aan het eind staat, of hoe het eindigde: open, ended (over), died (overleden), left (verhuisd), \
         withdrawn (ging over in een andere)",
        |told| told.thing.end.key().to_owned();
    "year_ended", "years", "Year in which it ended, from 1", "Jaar waarin het eindigde, vanaf 1",
        |told| year(told.thing.ended);
};

const ENTITLEMENTS: [Column; 18] = columns! {
    "product", "", "Product", "Product",
        |told| told.thing.product.map(|product| product.key().to_owned()).unwrap_or_default();
    "law", "", "Law", "Wet", |told| told.thing.product.map(|product| product.meta().law.to_owned()).unwrap_or_default();
    "door", "", "Door at which it was asked for; empty where somebody who moved in had it already",
        "Deur waar het is gevraagd; leeg als iemand het al had bij het verhuizen",
        |told| told.thing.door.map(|door| door.key().to_owned()).unwrap_or_default();
    "domain", "", "Domain of the need that it is for", "Leefgebied van de hulpvraag waarvoor het is", domain;
    "severity_first", "", "Urgency when it was asked for", "Urgentie bij de vraag", first;
    "severity", "", "Urgency when last seen", "Urgentie, toen het voor het laatst is gezien", severity;
    "known", "", "Whether that need was known or hidden when last seen",
        "Of die hulpvraag bekend (known) of verborgen (hidden) was, toen die voor het laatst is gezien", known;
    "need_began_week", "weeks", "When that need began; negative before week 0",
        "Wanneer die hulpvraag ontstond; negatief is voor week 0", onset;
    "requested_week", "weeks", "When it was asked for", "Wanneer het is gevraagd", |told| at(Some(told.thing.began));
    "delay_weeks", "weeks", "From the beginning of the need to the request", "Van het ontstaan tot de vraag", delay;
    "started_week", "weeks", "When it began; empty if before week 0, or not yet",
        "Wanneer het begon; leeg als dat voor week 0 was, of nog niet", started;
    "waited_weeks", "weeks", "From the request to the beginning", "Van de vraag tot het begin", waited;
    "ended_week", "weeks", "When it ended; empty if it is open at the horizon",
        "Wanneer het eindigde; leeg als het aan het eind nog loopt", ended;
    "weeks", "weeks", "From the beginning to the end or the horizon",
        "Van het begin tot het eind of de looptijd", helped;
    "minutes_per_week", "minutes", "Minutes a week, when last seen",
        "Minuten per week, toen het voor het laatst is gezien",
        |told| told.thing.minutes_per_week.to_string();
    "end", "", "How it stands at the horizon or ended: asked, waiting, helped, ended, refused, gave_up, withdrawn, \
        died, left",
        "Hoe het aan het eind staat, of hoe het eindigde: asked (gevraagd), waiting (wacht), helped (krijgt hulp), \
         ended (klaar), refused (geweigerd), gave_up (haakte af), withdrawn (ingetrokken), died (overleden), \
         left (verhuisd)",
        |told| told.thing.end.key().to_owned();
    "year_started", "years", "Year in which it began, from 1", "Jaar waarin het begon, vanaf 1",
        |told| year(told.thing.started);
    "year_ended", "years", "Year in which it ended, from 1", "Jaar waarin het eindigde, vanaf 1",
        |told| year(told.thing.ended);
};

const VISITS: [Column; 4] = columns! {
    "week", "weeks", "When", "Wanneer", |told| at(Some(told.thing.began));
    "year", "years", "Year, from 1", "Jaar, vanaf 1", |told| year(Some(told.thing.began));
    "opened", "", "Whether somebody opened: yes, no", "Of er iemand opendeed: yes (ja), no (nee)",
        |told| if told.thing.opened { "yes" } else { "no" }.to_owned();
    "found", "needs", "Hidden needs that came to light", "Verborgen hulpvragen die bekend werden",
        |told| told.thing.found.to_string();
};

fn shown(key: Key) -> String {
    format!("{:016x}", key.0)
}

fn group(thing: &Thing, which: usize) -> String {
    let of = |groups: [usize; 3]| GROUPS[groups[which]].split_once(':').map_or("", |parts| parts.1).to_owned();
    thing.groups.map(of).unwrap_or_default()
}

fn domain(told: &Told<'_>) -> String {
    told.thing.domain.map(|domain| domain.key().to_owned()).unwrap_or_default()
}

fn first(told: &Told<'_>) -> String {
    told.thing.first.map(|severity| severity.key().to_owned()).unwrap_or_default()
}

fn severity(told: &Told<'_>) -> String {
    told.thing.severity.map(|severity| severity.key().to_owned()).unwrap_or_default()
}

fn known(told: &Told<'_>) -> String {
    if told.thing.known { "known" } else { "hidden" }.to_owned()
}

fn onset(told: &Told<'_>) -> String {
    at(told.thing.onset)
}

fn delay(told: &Told<'_>) -> String {
    between(told.thing.onset, Some(told.thing.began))
}

fn started(told: &Told<'_>) -> String {
    at(told.thing.started)
}

fn waited(told: &Told<'_>) -> String {
    between(Some(told.thing.began), told.thing.started)
}

fn ended(told: &Told<'_>) -> String {
    at(told.thing.ended)
}

fn helped(told: &Told<'_>) -> String {
    between(told.thing.started, Some(told.thing.ended.unwrap_or(told.horizon)))
}

/// A moment in weeks from week 0: a minute is a ten-thousandth.
fn at(minute: Option<Minute>) -> String {
    between(Some(Minute(0)), minute)
}

fn between(from: Option<Minute>, to: Option<Minute>) -> String {
    let (Some(from), Some(to)) = (from, to) else { return String::new() };
    // Cut, not rounded: a moment stays in its week.
    (libm::floor(to.weeks_since(from) * 1e4) / 1e4).to_string()
}

/// The year of a moment, as other tables number it.
fn year(minute: Option<Minute>) -> String {
    minute.map(|minute| (minute.week().year() + 1).to_string()).unwrap_or_default()
}
