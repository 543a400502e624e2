//! The figures of the model in a few words and with their unit, for a table on a terminal: `figures.rs` says exactly
//! what each is.

use super::figures::Formula;
use super::seen::AGES;
use crate::language::{Lang, Text, text};

/// In what a figure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A part of a whole: told in percent.
    Share,
    /// One number over another.
    Ratio,
    /// Days.
    Days,
    /// Working days.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
    /// The natural logarithm of years.
    LogYears,
    /// Hours a week.
    HoursAWeek,
    /// Per 1,000 residents.
    PerThousand,
    /// Per 10,000 residents.
    PerTenThousand,
    /// Per 1,000 jobs.
    PerThousandJobs,
    /// Per case that begins.
    PerCase,
    /// Per user.
    PerUser,
    /// Per person in it.
    PerPlace,
    /// Residents per person who has it.
    OneIn,
    /// Euros a year per resident.
    EurosPerResident,
    /// Euros a year per 1,000 residents.
    EurosPerThousand,
    /// Euros a year per patient.
    EurosPerPatient,
}
use Unit::{
    Days, EurosPerPatient, EurosPerResident, EurosPerThousand, HoursAWeek, LogYears, Months, OneIn, PerCase, PerPlace,
    PerTenThousand, PerThousand, PerThousandJobs, PerUser, Ratio, Share, Weeks, WorkingDays, Years,
};

impl Unit {
    /// In words.
    pub const fn words(self) -> Text {
        let (english, dutch) = match self {
            Share => ("%", "%"),
            Ratio => ("ratio", "verhouding"),
            Days => ("days", "dagen"),
            WorkingDays => ("working days", "werkdagen"),
            Weeks => ("weeks", "weken"),
            Months => ("months", "maanden"),
            Years => ("years", "jaren"),
            LogYears => ("log of years", "log van jaren"),
            HoursAWeek => ("hours a week", "uur per week"),
            PerThousand => ("per 1,000", "per 1.000"),
            PerTenThousand => ("per 10,000", "per 10.000"),
            PerThousandJobs => ("per 1,000 jobs", "per 1.000 banen"),
            PerCase => ("per case", "per traject"),
            PerUser => ("per user", "per gebruiker"),
            PerPlace => ("per place", "per plek"),
            OneIn => ("1 in", "1 op de"),
            EurosPerResident => ("€ per resident", "€ per inwoner"),
            EurosPerThousand => ("€ per 1,000", "€ per 1.000"),
            EurosPerPatient => ("€ per patient", "€ per patiënt"),
        };
        Text::fixed(english, dutch)
    }
}

/// Every figure: key, unit, and its name, in which `{}` are the numbers that a pattern gives it.
static NAMES: &[(&str, Unit, Text)] = &[
    ("social_needs", Share, Text::fixed("strongly lonely, aged {}", "ernstig eenzaam, {}")),
    (
        "social_needs.lone_parents",
        Share,
        Text::fixed("strongly lonely, lone parents", "ernstig eenzaam, alleenstaande ouders"),
    ),
    (
        "social_needs.nobody",
        Share,
        Text::fixed("strongly lonely, adults without ties", "ernstig eenzaam, volwassenen zonder contacten"),
    ),
    (
        "social_needs.somebody",
        Share,
        Text::fixed("strongly lonely, adults with ties", "ernstig eenzaam, volwassenen met contacten"),
    ),
    (
        "debts.households",
        Share,
        Text::fixed("households with problem debts", "huishoudens met problematische schulden"),
    ),
    ("debts.new", Share, Text::fixed("debts after a year that are new", "schulden na een jaar die nieuw zijn")),
    ("debts.long", Share, Text::fixed("debts of three years or more", "schulden van drie jaar of langer")),
    ("debts.in_view", Share, Text::fixed("debts known to services", "schulden die in beeld zijn")),
    ("debts.outflow", Share, Text::fixed("debts that end in a year", "schulden die in een jaar ophouden")),
    ("debts.unhelped", Share, Text::fixed("severe debts without help", "ernstige schulden zonder hulp")),
    (
        "debts.first_talk_days",
        Days,
        Text::fixed("wait for the first talk about debts", "wachten op het eerste gesprek over schulden"),
    ),
    ("debts.delay_years", Years, Text::fixed("debts last before asking", "schulden duren voordat iemand hulp vraagt")),
    ("daily", Share, Text::fixed("needs help in daily life, aged {}", "heeft hulp nodig in het dagelijks leven, {}")),
    (
        "daily.moderate",
        Share,
        Text::fixed("needs much help in daily life, aged {}", "heeft veel hulp nodig in het dagelijks leven, {}"),
    ),
    (
        "daily.asked",
        Share,
        Text::fixed(
            "asked for help in daily life and has none, aged {}",
            "vroeg hulp in het dagelijks leven en heeft geen, {}",
        ),
    ),
    (
        "mental.year",
        Share,
        Text::fixed("mental health problem in the year, aged {}", "psychische klachten in het jaar, {}"),
    ),
    (
        "mental.income_ratio",
        Ratio,
        Text::fixed(
            "mental health problems, low over high income",
            "psychische klachten, laag ten opzichte van hoog inkomen",
        ),
    ),
    (
        "mental.recovered",
        Share,
        Text::fixed("mental health recovered after {} weeks", "psychisch hersteld na {} weken"),
    ),
    ("mental.major_months", Months, Text::fixed("heavier mental problems last", "zwaardere psychische klachten duren")),
    ("mental.minor_months", Months, Text::fixed("light mental problems last", "lichte psychische klachten duren")),
    (
        "mental.six_years",
        Share,
        Text::fixed("mental problems gone after six years", "psychische klachten weg na zes jaar"),
    ),
    (
        "mental.unhelped",
        Share,
        Text::fixed("mental problems, four years without help", "psychische klachten, vier jaar zonder hulp"),
    ),
    ("mental.unhelped_passed", Share, Text::fixed("of these, gone without help", "daarvan weg zonder hulp")),
    (
        "youth.four_years",
        Share,
        Text::fixed("children's problems that last four years", "problemen van kinderen die vier jaar duren"),
    ),
    ("carers", Share, Text::fixed("gives informal care, aged {}", "geeft mantelzorg, {}")),
    ("carers.hours", HoursAWeek, Text::fixed("informal care by a carer", "mantelzorg per mantelzorger")),
    ("carers.eight_hours", Share, Text::fixed("carers of eight hours or more", "mantelzorgers van acht uur of meer")),
    ("carers.burdened", Share, Text::fixed("carers who are overburdened", "mantelzorgers die overbelast zijn")),
    (
        "carers.hours_burdened",
        HoursAWeek,
        Text::fixed("informal care by an overburdened carer", "mantelzorg van wie overbelast is"),
    ),
    (
        "carers.hours_others",
        HoursAWeek,
        Text::fixed("informal care by another carer", "mantelzorg van andere mantelzorgers"),
    ),
    ("volunteers", Share, Text::fixed("volunteers, aged {}", "vrijwilligers, {}")),
    (
        "no_ties",
        Share,
        Text::fixed("no ties outside the household, aged {}", "geen contacten buiten het huishouden, {}"),
    ),
    ("receivers", Share, Text::fixed("receives informal care, aged {}", "krijgt mantelzorg, {}")),
    (
        "nursing.partner",
        Share,
        Text::fixed("less district nursing with a healthy partner", "minder wijkverpleging met een gezonde partner"),
    ),
    ("team.jobs", PerTenThousand, Text::fixed("jobs of the team", "banen in het wijkteam")),
    ("team.vacant", PerThousandJobs, Text::fixed("vacant jobs of the team", "open banen in het wijkteam")),
    (
        "team.clients",
        PerThousand,
        Text::fixed("adults in contact with the team", "volwassenen met contact met het wijkteam"),
    ),
    (
        "team.cases",
        PerThousand,
        Text::fixed("households the team works with", "huishoudens die het wijkteam begeleidt"),
    ),
    ("team.contact", Share, Text::fixed("in contact with the team, aged {}", "contact met het wijkteam, {}")),
    ("team.contact_older", Share, Text::fixed("in contact with the team, aged {}", "contact met het wijkteam, {}")),
    ("team.handled", Share, Text::fixed("handled by the team without referral", "door het wijkteam zelf opgepakt")),
    ("team.referrals", PerCase, Text::fixed("referrals by the team", "verwijzingen door het wijkteam")),
    ("team.wait_days", WorkingDays, Text::fixed("wait for the team", "wachten op het wijkteam")),
    (
        "team.closed_within_year",
        Share,
        Text::fixed("team's cases closed within a year", "begeleiding door het wijkteam korter dan een jaar"),
    ),
    ("team.youth_years", Years, Text::fixed("youth cases of the team last", "jeugdhulp door het wijkteam duurt")),
    ("wmo.half_year", PerThousand, Text::fixed("people with Wmo help", "mensen met Wmo-hulp")),
    ("wmo.domestic", PerThousand, Text::fixed("people with domestic help", "mensen met hulp bij het huishouden")),
    (
        "wmo.support",
        PerThousand,
        Text::fixed("people with guidance or day activity", "mensen met begeleiding of dagbesteding"),
    ),
    (
        "wmo.residential_only",
        PerThousand,
        Text::fixed("people with sheltered living alone", "mensen met alleen beschermd wonen"),
    ),
    ("wmo.euros", EurosPerResident, Text::fixed("spending on the Wmo", "uitgaven aan de Wmo")),
    ("wmo.products", Share, Text::fixed("Wmo users with {} of help", "Wmo-gebruikers met {} hulp")),
    ("wmo.provisions", PerUser, Text::fixed("Wmo services", "Wmo-voorzieningen")),
    ("wmo.types", PerUser, Text::fixed("kinds of Wmo services", "soorten Wmo-voorzieningen")),
    ("youth.one_in", OneIn, Text::fixed("young people with youth help", "jongeren met jeugdhulp")),
    ("youth.by_team", Share, Text::fixed("youth help given by the team", "jeugdhulp door het wijkteam")),
    ("youth.weeks", Share, Text::fixed("youth help that lasted {} weeks", "jeugdhulp die {} weken duurde")),
    ("youth.log_median", LogYears, Text::fixed("length of youth help, middle", "duur van jeugdhulp, midden")),
    ("youth.log_spread", LogYears, Text::fixed("length of youth help, spread", "duur van jeugdhulp, spreiding")),
    ("youth.door", Share, Text::fixed("youth help by way of {}", "jeugdhulp via {}")),
    (
        "youth.mandatory",
        PerThousand,
        Text::fixed("new youth help ordered by a court", "nieuwe jeugdhulp door de rechter"),
    ),
    (
        "mental.waiting",
        PerThousand,
        Text::fixed("people who wait for mental health care", "mensen die op de ggz wachten"),
    ),
    ("mental.patients", PerThousand, Text::fixed("people with mental health care", "mensen met hulp van de ggz")),
    ("mental.euros", EurosPerThousand, Text::fixed("spending on mental health care", "uitgaven aan de ggz")),
    ("mental.euros_per_patient", EurosPerPatient, Text::fixed("mental health care", "hulp van de ggz")),
    ("domestic.income", PerThousand, Text::fixed("domestic help, {} income", "hulp bij het huishouden, {} inkomen")),
    ("wait.mental_health", Weeks, Text::fixed("wait for mental health care", "wachten op de ggz")),
    ("wait.domestic_help", Weeks, Text::fixed("wait for domestic help", "wachten op hulp bij het huishouden")),
    ("wait.aids", Weeks, Text::fixed("wait for aids and transport", "wachten op hulpmiddelen en vervoer")),
    ("wait.youth_list", Weeks, Text::fixed("waited so far for youth help", "tot nu toe gewacht op jeugdhulp")),
    (
        "wait.youth_stay",
        Weeks,
        Text::fixed("waited so far for youth help with a stay", "tot nu toe gewacht op jeugdhulp met verblijf"),
    ),
    ("youth.stay_years", Years, Text::fixed("youth help with a stay lasts", "jeugdhulp met verblijf duurt")),
    (
        "sheltered.waiting",
        PerPlace,
        Text::fixed("people who wait for sheltered living", "mensen die op beschermd wonen wachten"),
    ),
    (
        "nurse.consultations",
        PerThousand,
        Text::fixed("talks with the practice nurse", "gesprekken met de praktijkondersteuner"),
    ),
    (
        "nurse.adults",
        Share,
        Text::fixed("adults helped by the practice nurse", "volwassenen bij de praktijkondersteuner"),
    ),
    ("incidents.mental", PerThousand, Text::fixed("incidents in a mental crisis", "incidenten met verward gedrag")),
    ("gate.granted", Share, Text::fixed("Wmo applications granted", "Wmo-aanvragen die worden toegekend")),
    (
        "gate.own_means",
        Share,
        Text::fixed("applications left to usual and informal care", "aanvragen die gewone hulp en mantelzorg dekken"),
    ),
];

/// Doors as the statistics of youth help call them.
const DOORS: [Text; 6] = [
    Text::fixed("municipality", "gemeente"),
    Text::fixed("GP", "huisarts"),
    Text::fixed("medical specialist", "medisch specialist"),
    Text::fixed("youth doctor", "jeugdarts"),
    Text::fixed("certified institution", "gecertificeerde instelling"),
    Text::fixed("nobody on record", "niemand die bekend is"),
];

/// Income bands.
const INCOMES: [Text; 3] = [Text::fixed("low", "laag"), Text::fixed("middle", "midden"), Text::fixed("high", "hoog")];

impl Formula {
    /// A few words and the unit.
    pub fn name(&self, lang: Lang) -> (String, Unit) {
        let key = self.figure().key;
        let Some((_, unit, name)) = NAMES.iter().find(|(of, ..)| *of == key) else {
            return (self.what(), Ratio);
        };
        (name.of(lang).replace("{}", &self.numbers_in_words(lang)), *unit)
    }

    fn numbers_in_words(&self, lang: Lang) -> String {
        let (from, to) = self.ends();
        let word = |words: &[Text]| words.get(from).map_or_else(String::new, |word| word.of(lang).to_owned());
        let key = self.figure().key;
        let years = !matches!(key, "youth.weeks" | "mental.recovered");
        match key {
            "youth.door" => word(&DOORS),
            "domestic.income" => word(&INCOMES),
            "wmo.products" if from == to && from == 1 => text!("1 kind", "1 soort").of(lang).to_owned(),
            "wmo.products" if from == to => text!("{from} kinds", "{from} soorten").of(lang).to_owned(),
            "wmo.products" => text!("{from}–{to} kinds", "{from}–{to} soorten").of(lang).to_owned(),
            _ if from == to => from.to_string(),
            "youth.weeks" if to >= LONGEST => text!("{from} or more", "{from} of meer").of(lang).to_owned(),
            _ if years && to + 1 >= AGES => text!("{from} and over", "{from} jaar en ouder").of(lang).to_owned(),
            _ if years => text!("{from}–{to}", "{from}–{to} jaar").of(lang).to_owned(),
            _ => format!("{from}–{to}"),
        }
    }
}

/// Weeks up to which youth help is looked at: the last class has no other end.
const LONGEST: usize = 5_200;

#[cfg(test)]
mod tests {
    use super::super::figures::FIGURES;
    use super::*;

    #[test]
    fn every_figure_has_a_name_in_both_languages_and_no_other_has() {
        let named: Vec<&str> = NAMES.iter().map(|(key, ..)| *key).collect();
        for figure in FIGURES {
            assert_eq!(named.iter().filter(|key| **key == figure.key).count(), 1, "{}", figure.key);
            let (.., name) = NAMES.iter().find(|(key, ..)| *key == figure.key).expect("a name");
            let [english, dutch] = [Lang::En, Lang::Nl].map(|lang| name.of(lang));
            assert_eq!(english.contains("{}"), dutch.contains("{}"), "{}", figure.key);
            assert!(english.len() < 60 && dutch.len() < 60, "{}: a few words", figure.key);
        }
        assert_eq!(named.len(), FIGURES.len());
    }

    #[test]
    fn ages_and_doors_are_told_in_the_language() {
        let named = |text: &str, lang| Formula::of_text(text).expect("a figure").name(lang).0;
        assert_eq!(named("carers 20-24", Lang::Nl), "geeft mantelzorg, 20–24 jaar");
        assert_eq!(named("carers 75-104", Lang::En), "gives informal care, aged 75 and over");
        assert_eq!(named("youth.door 1-1", Lang::Nl), "jeugdhulp via huisarts");
        assert_eq!(named("domestic.income 0-0", Lang::Nl), "hulp bij het huishouden, laag inkomen");
        assert_eq!(named("wmo.products 2-2", Lang::En), "Wmo users with 2 kinds of help");
        assert_eq!(named("wmo.products 1-1", Lang::En), "Wmo users with 1 kind of help");
        assert_eq!(named("wmo.products 1-1", Lang::Nl), "Wmo-gebruikers met 1 soort hulp");
        assert_eq!(named("wmo.products 3-5", Lang::Nl), "Wmo-gebruikers met 3–5 soorten hulp");
    }
}
