//! The numbers of the world: one registry with key, unit, default, range and source.
//!
//! A *parameter* is what the world sets; what an alderman sets is a lever. Each entry of the table below is a field of
//! [`Params`], a key in `[parameters]`, a row of `samples.csv` if it is uncertain, and a line of `docs/evidence.md`. It
//! ends with what the number is called: in English, and in Dutch for the report.

use serde::{Deserialize, Serialize};

use crate::provenance::Source::{self, Assumption, Fitted, Literature, Sourced};
use crate::random::{Distribution, assumption};

/// One entry of the registry.
#[derive(Clone, Debug)]
pub struct ParamMeta {
    /// Permanent key.
    pub key: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// What it is called in the Dutch report, in plain words.
    pub dutch: &'static str,
    /// Default: a value or a distribution.
    pub default: Distribution,
    /// Lowest value allowed.
    pub min: f64,
    /// Highest value allowed.
    pub max: f64,
    /// Where the default comes from.
    pub source: Source,
}

const fn fixed(value: f64) -> Distribution {
    Distribution::Fixed(value)
}

const fn tri(low: f64, mode: f64, high: f64) -> Distribution {
    Distribution::Triangular { low, mode, high }
}

macro_rules! parameters {
    ($(
        $field:ident: $key:literal, $unit:literal, $default:expr, $min:literal ..= $max:literal, $source:expr,
        $doc:literal, $dutch:literal;
    )*) => {
        /// One drawn value for every parameter.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub struct Params {
            $(#[doc = concat!($doc, " (", $unit, ")")] pub $field: f64,)*
        }

        /// Every parameter, in the order of the fields of [`Params`].
        pub static PARAMETERS: &[ParamMeta] = &[
            $(ParamMeta {
                key: $key,
                unit: $unit,
                doc: $doc,
                dutch: $dutch,
                default: $default,
                min: $min as f64,
                max: $max as f64,
                source: $source,
            },)*
        ];

        impl Params {
            /// From values in the order of [`PARAMETERS`].
            ///
            /// # Panics
            /// If the number of values is not that of [`PARAMETERS`].
            pub fn from_values(values: &[f64]) -> Self {
                assert_eq!(values.len(), PARAMETERS.len());
                let mut rest = values.iter().copied();
                Self { $($field: rest.next().unwrap_or_default(),)* }
            }

            /// The values in the order of [`PARAMETERS`].
            pub fn values(&self) -> Vec<f64> {
                vec![$(self.$field),*]
            }
        }
    };
}

parameters! {
    onset_debt: "onset.debt", "per household-year", fixed(0.025), 0.0..=5.0,
        Fitted("problem debts of 8.3 % of households nationally (CBS 2018) at a recovery of 0.25 a year"),
        "Onset of problem debts at middle income", "Nieuwe problematische schulden, bij een middeninkomen";
    onset_housing: "onset.housing", "per household-year", tri(0.005, 0.015, 0.03), 0.0..=5.0,
        Assumption("range 0.005 to 0.03; no count of housing problems seen"),
        "Onset of housing problems at middle income", "Nieuwe woonproblemen, bij een middeninkomen";
    onset_work: "onset.work", "per person-year", tri(0.015, 0.03, 0.06), 0.0..=5.0,
        Assumption("range 0.015 to 0.06; loss of work or day structure that needs support"),
        "Onset of problems with work and day activity, 18 to 66 years",
        "Nieuwe problemen met werk en dagbesteding, 18 tot en met 66 jaar";
    onset_mental: "onset.mental", "per person-year", fixed(0.10), 0.0..=5.0,
        Fitted("26 % of 18-75 had a disorder within 12 months (NEMESIS-3) at a median duration of 26 weeks with a \
                heavy tail"),
        "Onset of problems with mental health or addiction, 18 years and over",
        "Nieuwe psychische problemen of verslaving, vanaf 18 jaar";
    onset_daily: "onset.daily", "per person-year", fixed(0.06), 0.0..=5.0,
        Fitted("ADL limits 9.7 % at 55-74 and 24 % at 75+ (CBS 85454NED, 2022); the age profile is in \
                district::inputs"),
        "Onset of problems in physical and daily functioning at age 55-64",
        "Nieuwe problemen met dagelijks functioneren, 55 tot en met 64 jaar";
    onset_youth: "onset.youth", "per person-year", fixed(0.14), 0.0..=5.0,
        Fitted("1 in 6 of 0-17 has psychological problems, 7 % need specialised help (Huisarts and Wetenschap 2020)"),
        "Onset of problems with parenting and growing up, under 23 years",
        "Nieuwe problemen met opgroeien en opvoeden, onder 23 jaar";
    onset_social: "onset.social", "per person-year", fixed(0.04), 0.0..=5.0,
        Fitted("10.7 % strongly lonely at 15+ (CBS 85766NED, 2022)"),
        "Onset of problems with network and participation, 18 years and over",
        "Nieuwe problemen met netwerk en meedoen, vanaf 18 jaar";
    onset_income_ratio: "onset.income_ratio", "ratio", tri(1.5, 2.0, 2.5), 1.0..=10.0,
        Assumption("risk ratio of lowest against highest income, after NEMESIS: higher in low income; range 1.5 to \
                    2.5"),
        "Onset at low income over onset at high income",
        "Nieuwe hulpvragen bij een laag inkomen, vergeleken met een hoog inkomen";
    onset_coupling: "onset.coupling", "ratio per open domain", tri(1.2, 1.5, 2.0), 1.0..=4.0,
        Literature("problems cluster (SCP 2018); the size is an assumption, 1.2 to 2"),
        "Onset rate multiplied by this for each other open domain",
        "Hoeveel vaker een nieuwe hulpvraag ontstaat bij wie al een andere heeft";
    onset_strain: "onset.strain", "ratio", tri(1.0, 1.5, 2.5), 1.0..=5.0, Assumption("range from none to 2.5"),
        "Mental and social onset of a heavily burdened carer",
        "Hoeveel vaker zwaarbelaste mantelzorgers psychische of sociale problemen krijgen";
    onset_isolation: "onset.isolation", "ratio", tri(1.0, 2.0, 3.0), 1.0..=5.0,
        Assumption("27 against 10 % are strongly lonely who see others less than weekly, or weekly (CBS 2022), of \
                    which a part is the other way round; range from none to 3"),
        "Social onset of who has nobody: no tie and no adult housemate",
        "Hoeveel vaker problemen met netwerk en meedoen ontstaan bij wie niemand heeft";
    onset_household_share: "onset.household_share", "share", tri(0.1, 0.3, 0.5), 0.0..=1.0,
        Assumption("range 0.1 to 0.5"), "Part of the variance of frailty that members of a household share",
        "Verschillen in kwetsbaarheid die huisgenoten gemeen hebben";
    onset_neighbourhood_share: "onset.neighbourhood_share", "share", tri(0.0, 0.05, 0.15), 0.0..=1.0,
        Assumption("range 0 to 0.15"), "Part of the variance of frailty that a neighbourhood shares",
        "Verschillen in kwetsbaarheid die een buurt gemeen heeft";
    onset_moderate: "onset.moderate", "share", tri(0.12, 0.2, 0.28), 0.0..=1.0, Assumption("range 0.12 to 0.28"),
        "Episodes that start moderate", "Hulpvragen die matig beginnen";
    onset_severe: "onset.severe", "share", tri(0.02, 0.035, 0.06), 0.0..=1.0, Assumption("range 0.02 to 0.06"),
        "Episodes that start severe", "Hulpvragen die ernstig beginnen";
    onset_crisis: "onset.crisis", "share", tri(0.002, 0.004, 0.008), 0.0..=1.0, Assumption("range 0.002 to 0.008"),
        "Episodes that start in crisis", "Hulpvragen die als crisis beginnen";
    recovery_debt_shape: "recovery.debt_shape", "shape", fixed(1.0), 0.3..=1.0,
        Fitted("no constant rate meets both published figures: 22 % new and 47 % beyond 3 years against 25 and 50-60 \
                %"),
        "Shape of the time to natural recovery from problem debts", "Natuurlijk herstel, schulden: verloop in de tijd";
    recovery_debt_median: "recovery.debt_median", "weeks", fixed(144.2), 1.0..=100000.0,
        Fitted("rate 0.25 a year: CBS, Schuldenproblematiek in beeld 2018"),
        "Median time to natural recovery from problem debts", "Natuurlijk herstel, schulden: duur, middelste waarde";
    recovery_mental_shape: "recovery.mental_shape", "shape", fixed(0.62), 0.3..=1.0,
        Fitted("12 % beyond 3 years (NEMESIS-2)"), "Shape of the time to natural recovery, mental health",
        "Natuurlijk herstel, psychische problemen of verslaving: verloop in de tijd";
    recovery_mental_median: "recovery.mental_median", "weeks", fixed(26.0), 1.0..=100000.0, Fitted("NEMESIS-2"),
        "Median time to natural recovery, mental health",
        "Natuurlijk herstel, psychische problemen of verslaving: duur, middelste waarde";
    recovery_housing_shape: "recovery.housing_shape", "shape", tri(0.6, 0.9, 1.0), 0.3..=1.0,
        Assumption("shape 0.6 to 1"), "Shape of the time to natural recovery, housing",
        "Natuurlijk herstel, wonen: verloop in de tijd";
    recovery_housing_median: "recovery.housing_median", "weeks", tri(26.0, 52.0, 104.0), 1.0..=100000.0,
        Assumption("other domains, median of 13 to 156 weeks, shape 0.6 to 1"),
        "Median time to natural recovery, housing", "Natuurlijk herstel, wonen: duur, middelste waarde";
    recovery_work_shape: "recovery.work_shape", "shape", tri(0.6, 0.8, 1.0), 0.3..=1.0, Assumption("shape 0.6 to 1"),
        "Shape of the time to natural recovery, work", "Natuurlijk herstel, werk en dagbesteding: verloop in de tijd";
    recovery_work_median: "recovery.work_median", "weeks", tri(13.0, 39.0, 104.0), 1.0..=100000.0,
        Assumption("other domains, median of 13 to 156 weeks, shape 0.6 to 1"), "Median time to natural recovery, work",
        "Natuurlijk herstel, werk en dagbesteding: duur, middelste waarde";
    recovery_daily_shape: "recovery.daily_shape", "shape", tri(0.6, 0.7, 1.0), 0.3..=1.0, Assumption("shape 0.6 to 1"),
        "Shape of the time to natural recovery, daily",
        "Natuurlijk herstel, dagelijks functioneren: verloop in de tijd";
    recovery_daily_median: "recovery.daily_median", "weeks", tri(78.0, 156.0, 312.0), 1.0..=100000.0,
        Assumption("dementia lasts 6.5 to 8 years, a broken hip months: range 78 to 312 weeks"),
        "Median time to natural recovery, daily", "Natuurlijk herstel, dagelijks functioneren: duur, middelste waarde";
    recovery_youth_shape: "recovery.youth_shape", "shape", tri(0.6, 0.7, 1.0), 0.3..=1.0, Assumption("shape 0.6 to 1"),
        "Shape of the time to natural recovery, youth", "Natuurlijk herstel, opgroeien: verloop in de tijd";
    recovery_youth_median: "recovery.youth_median", "weeks", tri(26.0, 52.0, 104.0), 1.0..=100000.0,
        Assumption("other domains, median of 13 to 156 weeks, shape 0.6 to 1"),
        "Median time to natural recovery, youth", "Natuurlijk herstel, opgroeien: duur, middelste waarde";
    recovery_social_shape: "recovery.social_shape", "shape", tri(0.6, 0.7, 1.0), 0.3..=1.0,
        Assumption("shape 0.6 to 1"), "Shape of the time to natural recovery, social",
        "Natuurlijk herstel, netwerk en meedoen: verloop in de tijd";
    recovery_social_median: "recovery.social_median", "weeks", tri(26.0, 78.0, 156.0), 1.0..=100000.0,
        Assumption("other domains, median of 13 to 156 weeks, shape 0.6 to 1"),
        "Median time to natural recovery, social", "Natuurlijk herstel, netwerk en meedoen: duur, middelste waarde";
    worsening_debt: "worsening.debt", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
        Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, debt",
        "Eén stap ernstiger zonder hulp, schulden";
    worsening_housing: "worsening.housing", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
        Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, housing",
        "Eén stap ernstiger zonder hulp, wonen";
    worsening_work: "worsening.work", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
        Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, work",
        "Eén stap ernstiger zonder hulp, werk en dagbesteding";
    worsening_mental: "worsening.mental", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
        Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, mental",
        "Eén stap ernstiger zonder hulp, psychische problemen of verslaving";
    worsening_daily: "worsening.daily", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
        Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, daily",
        "Eén stap ernstiger zonder hulp, dagelijks functioneren";
    worsening_youth: "worsening.youth", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
        Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, youth",
        "Eén stap ernstiger zonder hulp, opgroeien";
    worsening_social: "worsening.social", "per week", tri(0.0003, 0.001, 0.003), 0.0..=0.5,
        Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, social",
        "Eén stap ernstiger zonder hulp, netwerk en meedoen";
    help_team: "help.team", "ratio of the natural hazard", tri(0.0, 0.3, 0.8), 0.0..=5.0,
        Assumption("the range includes no effect"), "Extra recovery while the team helps",
        "Extra herstel zolang het wijkteam helpt";
    help_second_line: "help.second_line", "ratio of the natural hazard", tri(0.0, 0.45, 1.0), 0.0..=50.0,
        Assumption("specialists somewhat above generalists; the range includes no effect"),
        "Extra recovery while the second line helps", "Extra herstel zolang de tweede lijn helpt";
    help_guidance: "help.guidance", "ratio to help.second_line", tri(0.3, 0.75, 1.2), 0.0..=10.0,
        Assumption("somewhat less than treatment; range 0.3 to 1.2"), "Help of guidance, over that of treatment",
        "Effect van begeleiding, vergeleken met behandeling";
    help_activity: "help.activity", "ratio to help.second_line", tri(0.1, 0.5, 0.9), 0.0..=10.0,
        Assumption("what fills the day, or nurses, cures less than treatment; range 0.1 to 0.9"),
        "Help of day activity and district nursing, over that of treatment",
        "Effect van dagbesteding en wijkverpleging, vergeleken met behandeling";
    help_support: "help.support", "ratio to help.second_line", tri(0.0, 0.2, 0.4), 0.0..=10.0,
        Assumption("what replaces housework or moves a person cures little; range none to 0.4"),
        "Help of domestic help, aids and long-term care, over that of treatment",
        "Effect van hulp bij het huishouden, hulpmiddelen en Wlz, vergeleken met behandeling";
    help_debt_programme: "help.debt_programme", "ratio to help.second_line", tri(1.0, 3.0, 5.0), 0.0..=10.0,
        Assumption("payments stop debts from growing; range 1 to 5; what it solves at its end is debt.success"),
        "Help of a debt programme while it lasts, over that of treatment",
        "Effect van een schuldregeling zolang zij loopt, vergeleken met behandeling";
    help_informal: "help.informal", "ratio of the natural hazard", tri(0.0, 0.15, 0.4), 0.0..=5.0,
        Assumption("range includes no effect"), "Extra recovery while informal care is received",
        "Extra herstel zolang iemand mantelzorg krijgt";
    help_protection: "help.protection", "share", tri(0.0, 0.2, 0.5), 0.0..=1.0,
        Assumption("the range includes no effect"), "Worsening avoided while helped", "Verergering die hulp voorkomt";
    help_half_life: "help.half_life", "weeks", tri(26.0, 52.0, 104.0), 1.0..=5200.0,
        Assumption("a half-life of a year"), "Half-life of the effect of help after it ends",
        "Tijd waarin het effect van hulp halveert na afloop";
    help_basics: "help.basics", "ratio", tri(0.3, 0.5, 1.0), 0.0..=1.0,
        Assumption("engagement halves with unsolved basics; range 0.3 to 1"),
        "Engagement while debts or housing are unsolved",
        "Werking van andere hulp zolang schulden of woonproblemen niet zijn opgelost";
    asking_debt: "asking.debt", "per week", fixed(0.00015), 0.0..=1.0,
        Fitted("about 0.002 a week overall; spread so that mood asks quickly and about 1 in 6 indebted households is \
                known (CBS 2018: 14.4 to 16.7 %)"),
        "Asking at light severity, middling trust and threshold, debt",
        "Hulp vragen bij een lichte hulpvraag, schulden";
    asking_housing: "asking.housing", "per week", fixed(0.0008), 0.0..=1.0,
        Fitted("about 0.002 a week overall; spread so that mood asks quickly and about 1 in 6 indebted households is \
                known (CBS 2018: 14.4 to 16.7 %)"),
        "Asking at light severity, middling trust and threshold, housing",
        "Hulp vragen bij een lichte hulpvraag, wonen";
    asking_work: "asking.work", "per week", fixed(0.0006), 0.0..=1.0,
        Fitted("about 0.002 a week overall; spread so that mood asks quickly and about 1 in 6 indebted households is \
                known (CBS 2018: 14.4 to 16.7 %)"),
        "Asking at light severity, middling trust and threshold, work",
        "Hulp vragen bij een lichte hulpvraag, werk en dagbesteding";
    asking_mental: "asking.mental", "per week", fixed(0.004), 0.0..=1.0,
        Fitted("about 0.002 a week overall; spread so that mood asks quickly and about 1 in 6 indebted households is \
                known (CBS 2018: 14.4 to 16.7 %)"),
        "Asking at light severity, middling trust and threshold, mental",
        "Hulp vragen bij een lichte hulpvraag, psychische problemen of verslaving";
    asking_daily: "asking.daily", "per week", fixed(0.018), 0.0..=1.0,
        Fitted("Wmo clients of 106 per 1,000 residents in Overvecht (CBS 86050NED)"),
        "Asking at light severity, middling trust and threshold, daily",
        "Hulp vragen bij een lichte hulpvraag, dagelijks functioneren";
    asking_youth: "asking.youth", "per week", fixed(0.014), 0.0..=1.0,
        Fitted("about 0.002 a week overall; spread so that mood asks quickly and about 1 in 6 indebted households is \
                known (CBS 2018: 14.4 to 16.7 %)"),
        "Asking at light severity, middling trust and threshold, youth",
        "Hulp vragen bij een lichte hulpvraag, opgroeien";
    asking_social: "asking.social", "per week", fixed(0.0004), 0.0..=1.0,
        Fitted("about 0.002 a week overall; spread so that mood asks quickly and about 1 in 6 indebted households is \
                known (CBS 2018: 14.4 to 16.7 %)"),
        "Asking at light severity, middling trust and threshold, social",
        "Hulp vragen bij een lichte hulpvraag, netwerk en meedoen";
    asking_severity: "asking.severity", "per step, in the exponent", tri(0.6, 0.9, 1.2), 0.0..=3.0,
        Assumption("no figure seen; range 0.6 to 1.2"), "How much more a step of severity makes people ask",
        "Hoeveel vaker mensen hulp vragen bij elke stap ernstiger";
    asking_trust: "asking.trust", "in the exponent", tri(0.5, 1.0, 1.5), 0.0..=3.0, Assumption("range 0.5 to 1.5"),
        "How much more trust makes people ask", "Hoeveel vaker mensen hulp vragen bij meer vertrouwen";
    asking_threshold: "asking.threshold", "in the exponent", tri(0.5, 1.5, 2.0), 0.0..=3.0,
        Assumption("range 0.5 to 2"), "How much less a threshold makes people ask",
        "Hoeveel minder vaak mensen hulp vragen bij een hogere drempel";
    asking_visibility: "asking.visibility", "in the exponent", tri(0.0, 0.5, 1.0), 0.0..=3.0,
        Assumption("0.5; range includes none"), "How much more a visible team makes people ask",
        "Hoeveel vaker mensen hulp vragen bij een zichtbaar wijkteam";
    asking_capacity: "asking.capacity", "in the exponent", tri(0.0, 0.5, 1.0), 0.0..=3.0,
        Assumption("doenvermogen; WRR 2017 gives no rate: range 0 to 1"),
        "How much less a lack of doenvermogen makes people ask",
        "Hoeveel minder vaak mensen hulp vragen bij weinig doenvermogen";
    report_arrears: "report.arrears", "per indebted household and week", fixed(0.0158), 0.0..=1.0,
        Fitted("4 signals per 1,000 residents a month (Divosa 2023), spread over indebted households of a poor \
                district"),
        "Statutory arrears signals", "Vroegsignalering: signalen van betalingsachterstanden";
    report_arrears_reached: "report.arrears_reached", "share", fixed(0.2), 0.0..=1.0,
        Fitted("20 % of the signals that are followed up reach somebody (Divosa 2023); how many are followed up (there \
                80 %) emerges from hours"),
        "Arrears signals that reach somebody", "Vroegsignalering: signalen waarbij iemand wordt bereikt";
    report_arrears_hours: "report.arrears_hours", "hours per signal", tri(0.3, 0.75, 2.0), 0.0..=40.0,
        Assumption("a letter, a call, a visit: range 0.3 to 2"), "Work per arrears signal",
        "Vroegsignalering: werk per signaal";
    report_concern: "report.concern", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
        Assumption("range; reports to Veilig Thuis and care desks are counted, hidden need is not"),
        "Reports of concern by others about a hidden severe need",
        "Meldingen van zorg door anderen bij een verborgen, ernstige hulpvraag";
    report_hours: "report.hours", "hours per report", tri(1.0, 3.0, 6.0), 0.1..=40.0, Assumption("range 1 to 6"),
        "Work per report of concern", "Werk per melding van zorg";
    visit_contact: "visit.contact", "share", fixed(0.75), 0.0..=1.0,
        Sourced {
            title: "Sociale Vraagstukken 2010: 75 to 90 % of selected households reached",
            url: "https://www.socialevraagstukken.nl/achter-de-voordeur-is-vaak-niet-effectief/",
        },
        "Doors that open", "Deuren die opengaan bij huisbezoek";
    visit_detection: "visit.detection", "share", tri(0.4, 0.6, 0.8), 0.0..=1.0, Assumption("0.4 to 0.8"),
        "Hidden needs of a visited household that a visit brings to light",
        "Verborgen hulpvragen die een huisbezoek aan het licht brengt";
    visit_hours: "visit.hours", "hours per visit", tri(1.0, 2.0, 3.0), 0.1..=40.0,
        Assumption("1 to 3 hours with travel and report; general knowledge"), "Work per first visit",
        "Werk per eerste huisbezoek";
    visit_miss_hours: "visit.miss_hours", "hours per visit", tri(0.25, 0.5, 0.75), 0.0..=40.0,
        Assumption("range 0.25 to 0.75"), "Hours of a visit at which nobody is reached",
        "Werk per huisbezoek waarbij niemand wordt bereikt";
    visit_accept: "visit.accept", "share", tri(0.3, 0.5, 0.8), 0.0..=1.0,
        Assumption("no figure seen for the share of found households that accepts help"),
        "Found needs for which help is accepted, at middling trust",
        "Gevonden hulpvragen waarbij mensen hulp aannemen, bij gemiddeld vertrouwen";
    place_hours: "place.hours", "hours per contact", tri(0.25, 0.5, 1.0), 0.05..=40.0, Assumption("range 0.25 to 1"),
        "Work per contact where people are", "Werk per contact op een vindplaats";
    place_isolated: "place.isolated", "ratio", tri(0.1, 0.3, 0.6), 0.0..=1.0, Assumption("range 0.1 to 0.6"),
        "Chance to meet somebody without ties where people are, over that of others",
        "Kans om op een vindplaats iemand zonder netwerk te treffen, vergeleken met anderen";
    place_detection: "place.detection", "share", tri(0.1, 0.25, 0.4), 0.0..=1.0,
        Assumption("less than behind the front door"), "Hidden needs that a contact where people are brings to light",
        "Verborgen hulpvragen die een contact op een vindplaats aan het licht brengt";
    signal_noise: "signal.noise", "standard deviation", tri(0.3, 0.7, 1.5), 0.0..=5.0,
        Assumption("range 0.3 to 1.5: a signal tells less than it seems"),
        "Noise in the signal that visits can be aimed with", "Ruis in de signalen waarop huisbezoek is gericht";
    signal_low_income: "signal.low_income", "ratio", tri(1.5, 3.0, 5.0), 0.1..=20.0,
        Assumption("range 1.5 to 5; shared with the neighbourhood's deprivation, under signals by its root"),
        "Weight of an address with a low income over others, where visits are aimed by deprivation or signals",
        "Gewicht van een adres met een laag inkomen bij gericht huisbezoek, vergeleken met andere adressen";
    signal_registered: "signal.registered", "weight", tri(0.5, 1.5, 3.0), 0.0..=20.0,
        Assumption("range 0.5 to 3, beside 0.5 for an address without any"),
        "Weight of each registered signal of an address, at most four",
        "Gewicht van elk geregistreerd signaal bij een adres, hoogstens vier";
    signal_alone: "signal.alone", "weight", tri(0.0, 1.5, 3.0), 0.0..=20.0, Assumption("range 0 to 3"),
        "Weight of an address where somebody of 75 or over lives alone",
        "Gewicht van een adres waar iemand van 75 jaar of ouder alleen woont";
    signal_weeks: "signal.weeks", "weeks", tri(26.0, 52.0, 104.0), 1.0..=5200.0,
        Assumption("a year on file; range 26 to 104"), "Time for which a registered signal counts",
        "Hoelang een geregistreerd signaal meetelt";
    team_hours_fte: "team.hours_fte", "hours per FTE-year", tri(1300.0, 1400.0, 1450.0), 100.0..=2000.0,
        Assumption("cao sociaal werk, 36 hours less leave and sickness; 1,300 to 1,450"), "Productive hours",
        "Productieve uren in het wijkteam";
    team_admin: "team.admin", "share", tri(0.15, 0.25, 0.4), 0.0..=0.9, Assumption("range 0.15 to 0.4"),
        "Administration", "Uren van het wijkteam die naar administratie gaan";
    team_case_light: "team.case_light", "hours", tri(2.5, 4.0, 6.0), 0.1..=500.0,
        Assumption("range 2.5 to 6; 8 is in general use. With 8 a team of 11 jobs per 10,000 residents handles half of \
                    what Utrecht's did: 40 cases per 1,000 residents (2018), and 21 hours per household with follow-up \
                    behind the front door"),
        "Median work of a light case", "Werk aan een lichte zaak, middelste waarde";
    team_case_ratio: "team.case_ratio", "ratio per step", tri(1.8, 2.0, 2.4), 1.0..=5.0,
        Assumption("4, 8, 16, 32 hours for the opening need; complex cases take 40 to 200; lower than 2.2 because \
                    Utrecht's teams had about 40 cases per 1,000 residents in 2016; range 1.8 to 2.4"),
        "More work per step of severity", "Hoeveel meer werk een zaak is bij elke stap ernstiger";
    team_case_sigma: "team.case_sigma", "sd of the logarithm", tri(0.4, 0.6, 0.8), 0.0..=2.0,
        Assumption("range 0.4 to 0.8"), "Spread of the work of a case", "Spreiding van het werk per zaak";
    team_case_domain: "team.case_domain", "share per domain", tri(0.1, 0.25, 0.5), 0.0..=2.0,
        Assumption("range 0.1 to 0.5"), "Extra work per further domain",
        "Extra werk per zaak voor elk volgend levensdomein";
    team_intake_hours: "team.intake_hours", "hours", tri(2.0, 3.0, 5.0), 0.0..=40.0, Assumption("range 2 to 5"),
        "Work of an intake", "Werk per intake";
    team_inquiry_hours: "team.inquiry_hours", "hours", tri(3.0, 5.0, 8.0), 0.0..=80.0, Assumption("range 3 to 8"),
        "Work of a Wmo or youth inquiry up to the decision",
        "Werk per onderzoek voor Wmo of jeugdhulp, tot het besluit";
    team_crowding: "team.crowding", "share", tri(0.3, 0.6, 0.9), 0.0..=1.0, Assumption("range 0.3 to 0.9"),
        "Part of the shortfall of cases that outreach and collective work give up",
        "Tekort aan uren voor zaken dat ten koste gaat van outreachend en collectief werk";
    team_mobilise_hours: "team.mobilise_hours", "hours", tri(3.0, 6.0, 12.0), 0.0..=80.0, Assumption("range 3 to 12"),
        "Work of mobilising a network at the start of a case",
        "Werk om het netwerk te mobiliseren, aan het begin van een zaak";
    team_case_share: "team.case_share", "share", tri(0.6, 0.7, 0.8), 0.05..=1.0,
        Assumption("share of the FTE outside outreach that is planned for open cases, the rest for intake, inquiry and \
                    bridging; client time is 0.45 to 0.7 of productive hours; range 0.6 to 0.8"),
        "Casework that sets the places", "Uren voor zaken waarop het aantal plekken is berekend";
    team_referred_work: "team.referred_work", "share", tri(0.2, 0.4, 0.7), 0.0..=1.0,
        Assumption("coordination and warm hand-over instead of own help; range 0.2 to 0.7"),
        "Work of a case whose opening need is referred, of what it would be with own help",
        "Werk aan een zaak die wordt doorverwezen, vergeleken met zelf helpen";
    team_turnover: "team.turnover", "per year", fixed(0.2), 0.0..=5.0,
        Sourced {
            title: "Sociale Vraagstukken 2019: 17 % leave the sector, 31 % change job",
            url: "https://www.socialevraagstukken.nl/noodklok-voor-vertrekkende-sociaal-werkers/",
        },
        "Turnover of professionals", "Verloop van professionals in het wijkteam";
    team_vacancy_weeks: "team.vacancy_weeks", "weeks", tri(8.0, 16.0, 30.0), 0.0..=260.0, Assumption("range 8 to 30"),
        "Mean time to fill a vacancy", "Gemiddelde tijd om een vacature te vervullen";
    team_fte_per_job: "team.fte_per_job", "FTE", tri(0.8, 0.85, 0.9), 0.1..=1.0,
        Assumption("range 0.8 to 0.9; where a team is stated in jobs its FTE follow from the mean"),
        "Working time per job", "Omvang van een baan in het wijkteam";
    team_visibility_rate: "team.visibility_rate", "per week", tri(0.01, 0.02, 0.05), 0.0..=1.0,
        Assumption("a year to become known: range 0.01 to 0.05"), "Rate at which visibility follows presence",
        "Hoe snel het wijkteam zichtbaar wordt door aanwezig te zijn";
    team_visibility_half: "team.visibility_half", "hours per resident-year", tri(0.05, 0.15, 0.5), 0.001..=100.0,
        Assumption("hours of presence at which half of the visibility is reached; range 0.05 to 0.5"),
        "Presence that gives half of full visibility", "Aanwezigheid waarmee het wijkteam half zichtbaar is";
    referral_base: "referral.base", "log odds", fixed(-3.3), -20.0..=20.0,
        Fitted("12 % of cases overall (Utrecht 2016)"), "Referral of a moderate need by the team",
        "Doorverwijzen van een matige hulpvraag door het wijkteam";
    referral_severity: "referral.severity", "log odds per step", tri(0.5, 1.0, 1.5), -5.0..=5.0,
        Assumption("range 0.5 to 1.5"), "More referral per step of severity",
        "Vaker doorverwijzen bij elke stap ernstiger";
    referral_mismatch: "referral.mismatch", "log odds", tri(0.3, 0.8, 1.3), -5.0..=5.0, Assumption("range 0.3 to 1.3"),
        "More referral where the team lacks the discipline",
        "Vaker doorverwijzen als het wijkteam de deskundigheid niet heeft";
    referral_pressure: "referral.pressure", "log odds per unit", tri(0.2, 0.7, 1.2), -5.0..=5.0,
        Assumption("range 0.2 to 1.2"), "More referral under pressure", "Vaker doorverwijzen bij hoge werkdruk";
    gate_grant: "gate.grant", "share", tri(0.7, 0.85, 0.95), 0.0..=1.0,
        Assumption("range 0.7 to 0.95; refusals are not published per product"),
        "Applications granted at the municipal gate, before usual and informal care",
        "Toegekende aanvragen bij de gemeente, los van gebruikelijke hulp en mantelzorg";
    gate_usual_care: "gate.usual_care", "share", tri(0.5, 0.8, 1.0), 0.0..=1.0,
        Assumption("CIZ protocol gebruikelijke zorg: a healthy adult in the house is expected to do the housework; \
                    range 0.5 to 1"),
        "Applications for domestic help refused because a healthy adult lives in",
        "Aanvragen voor hulp bij het huishouden, afgewezen om gebruikelijke hulp van een gezonde huisgenoot";
    gate_partner: "gate.partner", "share", fixed(0.19), 0.0..=1.0,
        Sourced {
            title: "Duell et al., JLTC 2021: a healthy partner lowers formal personal care by 19 %",
            url: "https://journal.ilpnetwork.org/articles/10.31389/jltc.38/",
        },
        "Formal personal care less with a healthy partner",
        "Minder persoonlijke verzorging bij wie een gezonde partner heeft";
    gate_informal: "gate.informal", "share at 10 hours a week", tri(0.1, 0.3, 0.6), 0.0..=1.0,
        Assumption("range 0.1 to 0.6"), "Applications not granted because informal care suffices",
        "Aanvragen die niet worden toegekend omdat er genoeg mantelzorg is";
    gate_inquiry_weeks: "gate.inquiry_weeks", "weeks", tri(3.0, 4.5, 6.0), 0.0..=52.0,
        Assumption("law: at most six weeks (Wmo 2015 art. 2.3.2); median without pressure 3 to 6"),
        "Median length of an inquiry without pressure",
        "Duur van het onderzoek na een melding, zonder werkdruk, middelste waarde";
    gate_decision_weeks: "gate.decision_weeks", "weeks", tri(0.5, 1.5, 2.0), 0.0..=52.0,
        Assumption("law: at most two weeks (Wmo 2015 art. 2.3.5); median 0.5 to 2"),
        "Median time from application to decision", "Tijd van aanvraag tot besluit, middelste waarde";
    gate_outside_weeks: "gate.outside_weeks", "weeks", tri(0.5, 1.5, 3.0), 0.0..=52.0, Assumption("range 0.5 to 3"),
        "Median time from asking a GP or another outside door to its referral",
        "Tijd van hulp vragen tot verwijzing, bij huisarts en andere verwijzers, middelste waarde";
    gate_spread: "gate.spread", "sd of the logarithm", tri(0.2, 0.35, 0.6), 0.0..=3.0, Assumption("range 0.2 to 0.6"),
        "Spread of the lengths of inquiries and decisions at every door",
        "Spreiding in de duur van onderzoek, besluit en verwijzing";
    gate_refer: "gate.refer", "share", tri(0.5, 0.7, 0.85), 0.0..=1.0,
        Assumption("range 0.5 to 0.85; the rest is helped at the door itself"),
        "Requests at outside doors that lead to a referral, at light severity lower",
        "Matige hulpvragen bij huisarts en andere verwijzers die tot een verwijzing leiden";
    gate_refer_severity: "gate.refer_severity", "share per step", tri(0.0, 0.2, 0.3), 0.0..=0.5,
        Assumption("range 0 to 0.3"),
        "Rise of gate.refer with every step of severity above moderate, relative to it; the same less for light needs",
        "Vaker verwijzen door huisarts en andere verwijzers bij elke stap ernstiger";
    waiting_bridging: "waiting.bridging", "hours per person-week", tri(0.0, 0.5, 1.5), 0.0..=40.0,
        Assumption("range 0 to 1.5"), "Bridging by the team per person who waits, moderate or worse",
        "Overbrugging door het wijkteam per wachtende, vanaf een matige hulpvraag";
    waiting_leave: "waiting.leave", "per week", tri(0.005, 0.01, 0.02), 0.0..=1.0,
        Assumption("1 % a week; range 0.5 to 2 %"), "Leaving a waiting list", "Vertrek van een wachtlijst";
    waterbed_share: "waterbed.share", "share", tri(0.0, 0.2, 0.4), 0.0..=1.0, Assumption("range 0 to 0.4"),
        "Refused, or waiting over eight weeks: tries another door", "Elders aankloppen na afwijzing of lang wachten";
    waterbed_weeks: "waterbed.weeks", "weeks", tri(4.0, 8.0, 13.0), 0.0..=520.0,
        Assumption("eight weeks; range 4 to 13"), "Waiting after which another door is tried",
        "Wachttijd waarna mensen elders aankloppen";
    relapse_base: "relapse.base", "per week", tri(0.001, 0.0015, 0.002), 0.0..=1.0,
        Assumption("with relapse.early about 20 % in a year and 28 % in two, no Dutch figure seen; range 0.001 to \
                    0.002"),
        "Relapse in the long run", "Terugval op de lange termijn";
    relapse_early: "relapse.early", "per week", tri(0.004, 0.0065, 0.009), 0.0..=1.0,
        Assumption("with relapse.base about 20 % in a year and 28 % in two, no Dutch figure seen; range 0.004 to \
                    0.009"),
        "Extra relapse just after recovery", "Extra terugval vlak na herstel";
    relapse_decay: "relapse.decay", "weeks", tri(13.0, 26.0, 52.0), 1.0..=5200.0,
        Assumption("most who relapse do so within half a year; range 13 to 52"),
        "Time in which extra relapse falls by a factor e", "Tijd waarin de extra terugval daalt tot ruim een derde";
    relapse_aftercare: "relapse.aftercare", "share", tri(0.0, 0.3, 0.5), 0.0..=1.0,
        Assumption("the range includes no effect"), "Relapse avoided by aftercare", "Terugval die nazorg voorkomt";
    care_median: "care.median", "hours per week", fixed(4.953), 0.01..=168.0,
        Fitted("mean 11 to 12 hours, 36 % with 8 hours or more (CBS, Vader en moeder op leeftijd, 2022, par. 4)"),
        "Median hours of a carer", "Uren per mantelzorger, middelste waarde";
    care_sigma: "care.sigma", "sd of the logarithm", fixed(1.33), 0.0..=3.0,
        Fitted("with care.median, to the same figures"), "Spread of the hours of a carer",
        "Spreiding van de uren per mantelzorger";
    care_cap: "care.cap", "hours per week", fixed(112.0), 1.0..=168.0,
        Fitted("16 hours a day; with care.median, to the same figures"), "Most hours that a carer gives",
        "Hoogste aantal uren van een mantelzorger";
    care_burden_base: "care.burden_base", "log odds", fixed(-3.98), -20.0..=20.0,
        Fitted("19 % heavily burdened (CBS, Vader en moeder op leeftijd, 2022, par. 4)"),
        "Heavy burden of a carer at one hour", "Zware belasting van een mantelzorger bij één uur per week";
    care_burden_hours: "care.burden_hours", "log odds per log hour", fixed(1.2), 0.0..=5.0,
        Fitted("28 hours a week if heavily burdened against 7 to 8 (CBS, Vader en moeder op leeftijd, 2022, par. 4)"),
        "More burden with more hours", "Meer zware belasting bij meer uren mantelzorg";
    care_stop: "care.stop", "per week", tri(0.0005, 0.001, 0.002), 0.0..=1.0, Assumption("range 0.0005 to 0.002"),
        "A carer who is not burdened stops", "Mantelzorgers die stoppen zonder dat zij zwaarbelast zijn";
    care_stop_burdened: "care.stop_burdened", "per week", tri(0.002, 0.004, 0.008), 0.0..=1.0,
        Assumption("range 0.002 to 0.008"), "A burdened carer stops", "Zwaarbelaste mantelzorgers die stoppen";
    care_ask: "care.ask", "share per tie", fixed(0.35), 0.0..=1.0,
        Fitted("60 % of those who do not help were never asked (I and O Research 2018)"),
        "Somebody in need asks a given tie, at middling threshold",
        "Iemand uit het netwerk om mantelzorg vragen, bij een gemiddelde drempel";
    care_offer: "care.offer", "share", fixed(0.55), 0.0..=1.0,
        Fitted("58 % of adults are willing to help more (I and O Research 2018)"),
        "Somebody who is asked agrees, before age and own need",
        "Ja zeggen op een vraag om mantelzorg, los van leeftijd en eigen hulpvraag";
    care_mobilise: "care.mobilise", "share", tri(0.0, 0.25, 0.6), 0.0..=1.0,
        Assumption("none to modest; range 0 to 0.6"),
        "Extra chance that a further tie helps when the team mobilises the network",
        "Extra kans dat nog iemand helpt als het wijkteam het netwerk mobiliseert";
    care_relief: "care.relief", "share at 10 hours a week", tri(0.1, 0.3, 0.5), 0.0..=1.0,
        Assumption("range 0.1 to 0.5"), "Formal hours displaced by informal care",
        "Uren professionele hulp waar mantelzorg voor in de plaats komt";
    care_burdened_share: "care.burdened_share", "ratio", tri(0.0, 0.1, 0.3), 0.0..=1.0, Assumption("range 0 to 0.3"),
        "Willingness to care of who has a severe need or is heavily burdened, over that of others",
        "Bereidheid tot mantelzorg bij zware belasting of een ernstige hulpvraag, vergeleken met anderen";
    care_busy_share: "care.busy_share", "ratio", tri(0.2, 0.4, 0.7), 0.0..=1.0, Assumption("range 0.2 to 0.7"),
        "Willingness to care of who cares for more than eight hours a week already, over that of others",
        "Bereidheid tot nog meer mantelzorg bij wie al meer dan acht uur per week zorgt, vergeleken met anderen";
    care_outside: "care.outside", "share of published carers", tri(0.25, 0.4, 0.6), 0.0..=5.0,
        Assumption("most parents of adults live elsewhere; the rest of the published 13 % emerges from ties within the \
                    district; range 0.25 to 0.6"),
        "Carers who care for somebody outside the district", "Mantelzorgers die zorgen voor iemand buiten de wijk";
    care_outside_end: "care.outside_end", "per week", tri(0.002, 0.004, 0.008), 0.0..=1.0,
        Assumption("about five years of care; range 0.002 to 0.008"),
        "Care for somebody outside the district ends because of the receiver",
        "Mantelzorg voor iemand buiten de wijk die eindigt vanwege de ontvanger";
    team_intensity: "team.intensity", "hours per week", tri(0.35, 0.5, 0.7), 0.01..=40.0,
        Assumption("a light case of 4 hours takes about 8 weeks; range 0.35 to 0.7"),
        "Work per week on a light case at full pace", "Werk per week aan een lichte zaak, op volle snelheid";
    team_intensity_ratio: "team.intensity_ratio", "ratio per step", tri(1.2, 1.5, 2.0), 1.0..=5.0,
        Assumption("a crisis of 32 hours takes about 19 weeks; range 1.2 to 2"),
        "More work per week per step of severity", "Hoeveel meer werk per week aan een zaak bij elke stap ernstiger";
    care_housemate: "care.housemate", "share", tri(0.3, 0.45, 0.6), 0.0..=1.0, Assumption("range 0.3 to 0.6"),
        "Healthy adult housemates who give care beyond usual care when there is a moderate need",
        "Gezonde volwassen huisgenoten die bij een matige hulpvraag mantelzorg geven, boven gebruikelijke hulp";
    report_mandatory: "report.mandatory", "share", tri(0.15, 0.25, 0.35), 0.0..=1.0,
        Assumption("range 0.15 to 0.35; report.youth is fitted at 0.25"),
        "Reports about young people in severe need that end in a mandatory frame",
        "Meldingen over jongeren met een ernstige hulpvraag die leiden tot jeugdhulp in gedwongen kader";
    debt_talk_weeks: "debt.talk_weeks", "weeks", tri(1.0, 2.5, 3.5), 0.0..=52.0,
        Assumption("law: within four weeks (Wgs art. 4); median 1 to 3.5"), "Median time to the first talk about debts",
        "Tijd tot het eerste gesprek over schulden, middelste waarde";
    debt_threat_weeks: "debt.threat_weeks", "weeks", tri(0.1, 0.3, 0.6), 0.0..=52.0,
        Assumption("law: within three working days (Wgs art. 4); median half a day to three days"),
        "Median time to the first talk about debts under threat of eviction or the like (crisis)",
        "Tijd tot het eerste gesprek over schulden bij dreiging, zoals huisuitzetting, middelste waarde";
    report_inquiry_weeks: "report.inquiry_weeks", "weeks", tri(4.0, 8.0, 10.0), 0.0..=104.0,
        Assumption("Veilig Thuis has ten weeks for an inquiry; general knowledge; median 4 to 10"),
        "Median time from a report to Veilig Thuis to the decision of the court",
        "Tijd van melding bij Veilig Thuis tot het besluit van de rechter, middelste waarde";
    report_youth: "report.youth", "per week", fixed(0.025), 0.0..=0.5,
        Fitted("8.1 % of new youth trajectories come from court or certified institution (CBS 85096NED 2021)"),
        "Reports to Veilig Thuis about a young person in severe need, known or hidden",
        "Meldingen bij Veilig Thuis over een jongere met een ernstige hulpvraag, in beeld of niet";
    debt_dropout: "debt.dropout", "share", fixed(0.4), 0.0..=1.0,
        Sourced {
            title: "NVVK on HU 2024: 40 % of applicants drop out before a programme starts",
            url: "https://www.nvvk.nl/page/1439/2024/05/13/met-vaart-zo-min-mogelijk-rompslomp-en-een-hoop-\
                  inlevingsvermogen-naar-een-schuldregeling",
        },
        "Applicants for a debt programme who drop out before it starts",
        "Aanvragers van een schuldregeling die afhaken voordat zij begint";
    debt_success: "debt.success", "share", tri(0.5, 0.75, 0.9), 0.0..=1.0,
        Assumption("range 0.5 to 0.9; completion of a programme ends the debts"),
        "Debt programmes that end the debts at their term", "Schuldregelingen die aan het eind de schulden oplossen";
    volunteer_share: "volunteer.share", "share", fixed(0.45), 0.0..=1.0,
        Sourced {
            title: "CBS, Vrijwilligerswerk 2023: 49 % of 15 and over in a year (39 % in 2021)",
            url: "https://www.cbs.nl/nl-nl/longread/rapportages/2024/vrijwilligerswerk-2023",
        },
        "Residents of 15 and over who volunteer in a year",
        "Inwoners van 15 jaar en ouder die in een jaar vrijwilligerswerk doen";
    case_scope: "team.case_scope", "share", tri(0.3, 0.6, 0.9), 0.0..=1.0,
        Assumption("range 0.3 to 0.9; depends on one household one plan"),
        "Other needs of the household that a case brings to light",
        "Andere hulpvragen in het huishouden die door een zaak aan het licht komen";
    aftercare_hours: "team.aftercare_hours", "hours", tri(3.0, 6.0, 12.0), 0.0..=200.0,
        Assumption("half an hour a month for a year; range 3 to 12"), "Work of aftercare per closed case",
        "Werk aan nazorg per afgesloten zaak";
    trust_up: "trust.up", "share", tri(0.02, 0.05, 0.1), 0.0..=1.0,
        Assumption("trust rises more slowly than it falls; no figure seen; range 0.02 to 0.1"),
        "Trust gained by a good outcome", "Meer vertrouwen na een goede afloop";
    trust_down: "trust.down", "share", tri(0.08, 0.15, 0.25), 0.0..=1.0,
        Assumption("trust falls faster than it rises; no figure seen; range 0.08 to 0.25"),
        "Trust lost by a bad outcome", "Minder vertrouwen na een slechte afloop";
    trust_tie: "trust.tie", "share", tri(0.0, 0.05, 0.1), 0.0..=1.0, Assumption("range 0 to 0.1"),
        "How much of a change of trust reaches each tie",
        "Hoe sterk een verandering in vertrouwen doorwerkt op elke relatie";
    capacity_debt: "capacity.debt", "share", tri(0.0, 0.25, 0.5), 0.0..=1.0,
        Assumption("doenvermogen falls under debt and crisis (WRR 2017); range 0 to 0.5"),
        "Doenvermogen lost under problem debts or crisis",
        "Verlies van doenvermogen bij problematische schulden of crisis";
    registration_lag: "registration.lag", "weeks", tri(2.0, 6.0, 13.0), 0.0..=104.0, Assumption("range 2 to 13"),
        "Median lag until help is registered, and until the file of a need that has passed is closed",
        "Tijd tot hulp is geregistreerd, en tot een voorbije hulpvraag is afgesloten, middelste waarde";
    registration_spread: "registration.spread", "sd of the logarithm", tri(0.3, 0.5, 1.0), 0.0..=3.0,
        Assumption("range 0.3 to 1"), "Spread of the lag until something is registered",
        "Spreiding van de vertraging in de registratie";
    registration_missing: "registration.missing", "share", tri(0.0, 0.03, 0.1), 0.0..=1.0, Assumption("range 0 to 0.1"),
        "Help that is never registered", "Hulp die nooit wordt geregistreerd";
    wlz_weeks: "wlz.weeks", "weeks", tri(13.0, 26.0, 52.0), 0.0..=520.0,
        Assumption("crisis in daily functioning for 26 weeks; range 13 to 52"),
        "Crisis in daily functioning before CIZ is asked",
        "Duur van een crisis in dagelijks functioneren voordat een Wlz-indicatie wordt aangevraagd";
    wlz_grant: "wlz.grant", "share", tri(0.6, 0.8, 0.95), 0.0..=1.0, Assumption("range 0.6 to 0.95"),
        "CIZ requests granted", "Aanvragen voor een Wlz-indicatie die het CIZ toekent";
    demography_fertility: "demography.fertility", "children per woman", tri(1.43, 1.49, 1.6), 0.0..=10.0,
        Assumption("CBS 2022: 1.49 (1.43 to 1.6), rounded"),
        "National total fertility rate; the district's is at the level of its own births",
        "Landelijk geboortecijfer; de wijk volgt de eigen geboorten";
    demography_moves: "demography.moves", "per household-year", tri(0.06, 0.08, 0.1), 0.0..=2.0,
        Assumption("moves within and between municipalities 8 to 13 % of residents a year (CBS 2022, rounded); those \
                    within the district are not shown; range 0.06 to 0.1"),
        "Households that leave the district", "Huishoudens die uit de wijk vertrekken";
    demography_leaving: "demography.leaving", "per year", tri(0.1, 0.18, 0.3), 0.0..=5.0,
        Assumption("mean age at leaving home about 23.5: range 0.1 to 0.3"),
        "Young adults of 18 and over who leave the parental home and the district",
        "Jongvolwassenen vanaf 18 jaar die het ouderlijk huis en de wijk verlaten";
    demography_pairing: "demography.pairing", "per year", tri(0.02, 0.045, 0.08), 0.0..=5.0,
        Assumption("range 0.02 to 0.08; in the middle about as many couples form as end"),
        "Singles of 20 to 60 who move in with somebody", "Alleenstaanden van 20 tot 60 jaar die gaan samenwonen";
    demography_separation: "demography.separation", "per year", tri(0.008, 0.012, 0.02), 0.0..=5.0,
        Assumption("about 1 in 80 couples a year; range 0.008 to 0.02"), "Couples that separate",
        "Stellen die uit elkaar gaan";
    demography_mortality: "demography.mortality", "ratio", tri(0.9, 1.0, 1.1), 0.0..=10.0,
        Assumption("years differ, and people come to live longer: range 0.9 to 1.1"),
        "Mortality over that of the national table at the level of the district's own deaths",
        "Sterfte, vergeleken met de landelijke tabel op het niveau van de wijk";
}

impl Params {
    /// Position in [`PARAMETERS`] of a key.
    pub fn position(key: &str) -> Option<usize> {
        PARAMETERS.iter().position(|p| p.key == key)
    }

    /// Every parameter at the mean of its default.
    pub fn at_defaults() -> Self {
        Self::from_values(&PARAMETERS.iter().map(|p| p.default.mean()).collect::<Vec<_>>())
    }

    /// The defaults, one distribution per parameter.
    pub fn defaults() -> Vec<Distribution> {
        PARAMETERS.iter().map(|p| p.default).collect()
    }

    /// The values of one sample: each uncertain number takes the quantile keyed by its path, so that every scenario
    /// sees the same quantile. The draw does not depend on the replicate.
    pub fn sample(distributions: &[Distribution], seed: u64, sample: u32) -> Self {
        let values: Vec<f64> = PARAMETERS
            .iter()
            .zip(distributions)
            .map(|(meta, d)| d.quantile(assumption(seed, sample, meta.key)).clamp(meta.min, meta.max))
            .collect();
        Self::from_values(&values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever reads Dutch is told each number by a name of its own.
    #[test]
    fn every_number_has_a_dutch_name_of_its_own() {
        for (i, meta) in PARAMETERS.iter().enumerate() {
            assert!(!meta.dutch.is_empty() && meta.dutch != meta.doc, "{} has no Dutch name", meta.key);
            let other = PARAMETERS[..i].iter().find(|other| other.dutch == meta.dutch).map(|other| other.key);
            assert_eq!(other, None, "{} is called the same: {}", meta.key, meta.dutch);
        }
    }

    #[test]
    fn what_nobody_measured_has_a_range_that_samples_draw() {
        for meta in PARAMETERS {
            let text = meta.source.text();
            assert!(!text.contains("equations E") && !text.contains("model M"), "{} names no publication", meta.key);
            let unknown = matches!(meta.source, Assumption(_) | Literature(_));
            assert!(!unknown || !meta.default.is_fixed(), "{} is an assumption without a range", meta.key);
            for u in [1e-9, 0.5, 1.0 - 1e-9] {
                let value = meta.default.quantile(u);
                assert!((meta.min..=meta.max).contains(&value), "{}: {value} lies outside what is allowed", meta.key);
            }
        }
    }
}
