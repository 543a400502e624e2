//! Why the model cannot show a pattern: one short reason each, which many patterns share.

use crate::language::Text;

/// A reason.
#[derive(Clone, Debug)]
pub struct Reason {
    /// Key; patterns name it.
    pub key: &'static str,
    /// In words, without a full stop.
    pub text: Text,
}

const fn reason(key: &'static str, english: &'static str, dutch: &'static str) -> Reason {
    Reason { key, text: Text::fixed(english, dutch) }
}

/// Every reason.
pub static REASONS: &[Reason] = &[
    reason(
        "benefits",
        "social assistance is guessed from income and work, and other benefits are not in the model",
        "wie bijstand heeft is afgeleid van inkomen en werk; andere uitkeringen en toeslagen zitten niet in het model",
    ),
    reason("births", "births are what the place is known by: an input", "geboorten zijn invoer van de plaats"),
    reason(
        "books",
        "a budget is what the last accounts say: half of all years end above it, whatever happens",
        "de begroting volgt de laatste jaarrekening: de helft van de jaren komt erboven uit, wat er ook gebeurt",
    ),
    reason(
        "city",
        "a figure of one city, and not a share or a rate",
        "een cijfer van één stad dat niet landelijk geldt",
    ),
    reason("crisis_service", "crisis services are not in the model", "de crisisdienst zit niet in het model"),
    reason(
        "dementia",
        "the model has needs of daily functioning, and no diagnoses such as dementia",
        "het model kent hulpvragen in het dagelijks functioneren, geen diagnoses zoals dementie",
    ),
    reason(
        "diagnosis",
        "mental health care is one product, without diagnoses",
        "de ggz is één soort zorg, zonder diagnoses",
    ),
    reason(
        "evictions",
        "arrears and evictions are not in the model",
        "huurachterstand en huisuitzetting zitten niet in het model",
    ),
    reason(
        "feeling",
        "the model has ties, not what people feel about them",
        "het model kent banden, niet hoe iemand ze voelt",
    ),
    reason("foreign", "of another country and other teams", "uit een ander land en van andere teams"),
    reason("gp", "GP practices are not in the model", "huisartspraktijken zitten niet in het model"),
    reason(
        "health_costs",
        "only a part of the cost of health care is in the model",
        "alleen een deel van de zorgkosten zit in het model",
    ),
    reason(
        "hospital",
        "admissions for anything but a crisis in daily functioning are not in the model",
        "het model kent alleen opnamen bij een crisis in het dagelijks functioneren",
    ),
    reason(
        "initiatives",
        "only facilities and initiatives that a plan adds are in the model, not those of today",
        "in het model zitten alleen voorzieningen en initiatieven die een plan toevoegt, niet die van nu",
    ),
    reason("intake", "a wait has no separate intake in the model", "het wachten kent in het model geen aparte intake"),
    reason("lifetime", "the model keeps no histories of whole lives", "het model onthoudt geen hele levens"),
    reason(
        "loneliness",
        "the model knows a lack of network that asks for help, not every degree of loneliness",
        "het model kent een gebrek aan netwerk dat om hulp vraagt, niet elke mate van eenzaamheid",
    ),
    reason(
        "multi",
        "households with many problems are defined by more than the needs in the model",
        "gezinnen met veel problemen zijn bepaald met meer dan de hulpvragen in het model",
    ),
    reason(
        "no_visits",
        "there are hardly any visits from door to door in the base",
        "in de basis zijn er bijna geen huisbezoeken",
    ),
    reason("norm", "a norm, not an observation", "een norm, geen waarneming"),
    reason(
        "one_youth_help",
        "youth help is with a stay or without: foster care and mental health care are not told apart",
        "jeugdhulp is met of zonder verblijf: pleegzorg en jeugd-ggz zijn niet te onderscheiden",
    ),
    reason("overburden", "the model has one degree of burden", "het model kent één mate van belasting"),
    reason("part", "of a part of the country that is not known", "van een onbekend deel van het land"),
    reason("per_person", "incidents are not kept by person", "incidenten worden niet per persoon bijgehouden"),
    reason("placement", "placement out of home is not in the model", "uithuisplaatsing zit niet in het model"),
    reason("plans", "when a plan is ready is not in the model", "wanneer een plan klaar is, zit niet in het model"),
    reason("politics", "politics are not in the model", "de politiek zit niet in het model"),
    reason(
        "poverty",
        "income is an input in three bands by CBS's low-income line of 2018, without amounts and without change",
        "inkomen is invoer in drie groepen, met de lage-inkomensgrens van 2018, zonder bedragen en zonder verandering",
    ),
    reason(
        "private",
        "the model knows private help only where a contribution keeps people from Wmo help",
        "het model kent zelf betaalde hulp alleen waar de eigen bijdrage mensen van de Wmo afhoudt",
    ),
    reason(
        "reports",
        "reports are not counted by kind, and most concern what the model does not have",
        "meldingen worden niet per soort geteld, en de meeste gaan over wat niet in het model zit",
    ),
    reason("school", "school is not in the model", "school zit niet in het model"),
    reason(
        "scores",
        "defined by scores that have no counterpart among the severities of the model",
        "bepaald met scores die niet overeenkomen met de ernst in het model",
    ),
    reason(
        "signals",
        "signals of arrears are counted with reports of concern, and come of households with problem debts alone",
        "signalen van achterstanden tellen samen met zorgmeldingen, en alleen bij problematische schulden",
    ),
    reason("six", "the model has five Wmo products", "het model kent vijf soorten Wmo-hulp"),
    reason(
        "small_help",
        "the model counts care for a need, not every kind of help to others",
        "het model telt zorg bij een hulpvraag, niet elke hulp aan anderen",
    ),
    reason(
        "staff",
        "the model has professionals of the team alone, without households of their own on their lists",
        "het model kent alleen medewerkers van het team, zonder eigen gezinnen op hun lijst",
    ),
    reason(
        "trial",
        "the effect of an experiment, not a pattern of the base",
        "het effect van een experiment, geen patroon",
    ),
    reason(
        "volunteering",
        "only volunteers of facilities that a plan adds have hours in the model, and nobody has months",
        "in het model hebben alleen vrijwilligers van nieuwe voorzieningen uren, en niemand heeft maanden",
    ),
    reason(
        "workload",
        "what employees think of their work is not in the model",
        "wat medewerkers van hun werk vinden, zit niet in het model",
    ),
];

/// The reason of a key.
pub fn reason_of(key: &str) -> Option<&'static Reason> {
    REASONS.iter().find(|reason| reason.key == key)
}
