//! What is said of the professionals of the team: who leaves and what goes with them, and the weeks of one of them.

use super::{Lang, number, percent};
use crate::experiment::{ACTIVITIES, WorkWeek};

/// The words of a language.
pub(in crate::report) struct WorkWords {
    /// Caption of the table of who leaves.
    pub(in crate::report) leaving: &'static str,
    /// What that table is about.
    pub(in crate::report) leaving_note: &'static str,
    /// Caption of the table of weeks.
    pub(in crate::report) caption: &'static str,
    /// What that table is about.
    pub(in crate::report) intro: &'static str,
    /// By number of the activity.
    activities: [&'static str; ACTIVITIES.len()],
    lang: Lang,
}

static ENGLISH: WorkWords = WorkWords {
    leaving: "Who leaves the team, and what goes with them",
    leaving_note: "Whoever leaves takes experience along. Others take the cases over, which costs hours and lost work, \
                   and sometimes trust.",
    caption: "A week of one professional of the team",
    intro: "One professional of the team, drawn by lot from who works there at the start: a week in June at the \
            beginning, halfway and at the end. Hours and households are their share of the team's: the model does not \
            say which professional helps whom. A job is less than a full week, and leave and sickness are spread over \
            the year. Somebody may have households and no hours for them in a week: then other work came first. Strain \
            of 1 doubles sickness.",
    activities: [
        "administration",
        "training and learning",
        "guidance",
        "intake and inquiry",
        "for people who wait for the second line",
        "visits at the door",
        "at places in the district",
        "reports and signals",
        "collective work",
        "coordination",
        "not asked for",
    ],
    lang: Lang::En,
};

static DUTCH: WorkWords = WorkWords {
    leaving: "Wie uit het wijkteam vertrekt, en wat er meegaat",
    leaving_note: "Wie vertrekt, neemt ervaring mee. Anderen nemen de huishoudens over. Dat kost uren, een deel van \
                   het werk moet opnieuw, en soms gaat er vertrouwen verloren.",
    caption: "Een week van één professional van het wijkteam",
    intro: "Eén professional van het wijkteam, door loting gekozen uit wie er aan het begin werkt: een week in juni \
            aan het begin, halverwege en aan het eind. Uren en huishoudens zijn het aandeel in die van het team: het \
            model zegt niet welke professional wie helpt. Een baan is minder dan een hele werkweek, en verlof en \
            ziekte zijn over het jaar verdeeld. Soms heeft iemand in een week huishoudens en geen uren voor hen: dan \
            ging ander werk voor. Bij een belasting van 1 is het ziekteverzuim dubbel zo hoog.",
    activities: [
        "administratie",
        "opleiding en leren",
        "begeleiding",
        "intake en onderzoek",
        "voor mensen die op de tweede lijn wachten",
        "huisbezoeken",
        "op plekken in de wijk",
        "meldingen en signalen",
        "collectief werk",
        "afstemming",
        "niet gevraagd",
    ],
    lang: Lang::Nl,
};

impl WorkWords {
    /// Those of a language.
    pub(in crate::report) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl => &DUTCH,
        }
    }

    /// A week, line by line; `left` is the month in which the first one left.
    pub(in crate::report) fn week(&self, told: &WorkWeek, left: Option<&str>) -> Vec<String> {
        let mut lines = vec![self.who(told, left)];
        if told.works {
            lines.extend([self.hours(told), self.cases(told), self.done(told), self.strain(told)]);
        }
        lines
    }

    /// Who sits there.
    fn who(&self, told: &WorkWeek, left: Option<&str>) -> String {
        let years = number(self.lang, told.years);
        let experience = match self.lang {
            Lang::En if told.years < 0.25 => "hardly any experience".to_owned(),
            Lang::En => format!("{years} years of experience"),
            Lang::Nl if told.years < 0.25 => "bijna geen ervaring".to_owned(),
            Lang::Nl => format!("{years} jaar ervaring"),
        };
        let nth = told.left + 1;
        match (self.lang, told.works, left) {
            (Lang::En, true, None) => format!("The same person, with {experience}."),
            (Lang::Nl, true, None) => format!("Dezelfde persoon, met {experience}."),
            (Lang::En, true, Some(left)) => {
                format!("Number {nth} in this job, with {experience}. The first left in {left}.")
            }
            (Lang::Nl, true, Some(left)) => {
                format!("Nummer {nth} op deze plek, met {experience}. De eerste vertrok in {left}.")
            }
            (Lang::En, false, left) => {
                format!("Nobody: the job is vacant. The first left in {}.", left.unwrap_or_default())
            }
            (Lang::Nl, false, left) => {
                format!("Niemand: de plek is vacant. De eerste vertrok in {}.", left.unwrap_or_default())
            }
        }
    }

    fn hours(&self, told: &WorkWeek) -> String {
        let parts = told.hours.iter().zip(self.activities).filter(|(hours, _)| **hours >= 0.05);
        let parts: Vec<String> = parts.map(|(hours, name)| format!("{} {name}", number(self.lang, *hours))).collect();
        let all = number(self.lang, told.hours.iter().sum());
        match self.lang {
            Lang::En => format!("{all} hours at work: {}.", parts.join("; ")),
            Lang::Nl => format!("{all} uur aan het werk: {}.", parts.join("; ")),
        }
    }

    fn cases(&self, told: &WorkWeek) -> String {
        let cases = number(self.lang, told.cases);
        match self.lang {
            Lang::En => format!("{cases} households in guidance."),
            Lang::Nl => format!("{cases} huishoudens in begeleiding."),
        }
    }

    /// What somebody does in an hour; what was learnt of it only where there is something to tell.
    fn done(&self, told: &WorkWeek) -> String {
        let [done, learnt] = [told.in_an_hour, told.learnt].map(|share| percent(self.lang, share));
        let tells = told.learnt >= 0.005;
        match self.lang {
            Lang::En if tells => format!(
                "Does {done} of what an experienced professional does in an hour; {learnt} of that was learnt in \
                 twelve months."
            ),
            Lang::En => format!("Does {done} of what an experienced professional does in an hour."),
            Lang::Nl if tells => format!(
                "Doet in een uur {done} van wat een ervaren professional doet; {learnt} daarvan is in twaalf maanden \
                 geleerd."
            ),
            Lang::Nl => format!("Doet in een uur {done} van wat een ervaren professional doet."),
        }
    }

    fn strain(&self, told: &WorkWeek) -> String {
        let strain = number(self.lang, told.strain);
        match self.lang {
            Lang::En => format!("Strain {strain}."),
            Lang::Nl => format!("Belasting {strain}."),
        }
    }

    /// Who leaves in a year of the variant and the base, and what goes with them.
    pub(in crate::report) fn leaves(&self, [variant, base]: [&str; 2], experience: &str, handed: &str) -> String {
        match self.lang {
            Lang::En => format!(
                "{variant} professionals a year leave the team (base: {base}). Each takes {experience} \
                 years of experience along; {handed} households a year get somebody else."
            ),
            Lang::Nl => format!(
                "Per jaar vertrekken {variant} professionals uit het wijkteam (basis: {base}). Ieder neemt \
                 {experience} jaar ervaring mee. {handed} huishoudens per jaar krijgen iemand anders."
            ),
        }
    }
}
