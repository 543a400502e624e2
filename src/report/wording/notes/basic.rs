//! Notes on basic infrastructure and collective places.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "no Dutch figure seen of who takes a general or collective place when offered",
        "wij kennen geen Nederlands cijfer van wie een algemene of collectieve plek neemt als die wordt aangeboden",
    ),
    (
        "those without a network come to facilities least (see facility.isolated), but here somebody offers it; the \
         range includes none",
        "wie geen netwerk heeft, komt het minst naar voorzieningen (zie facility.isolated), maar hier biedt iemand het \
         aan; misschien is er geen verschil",
    ),
    (
        "a group with one professional is seldom enough for a severe need; no figure seen",
        "een groep met één professional is zelden genoeg bij een ernstige hulpvraag; wij kennen geen cijfer",
    ),
    (
        "who needs help with daily life often cannot go alone; no figure seen",
        "wie hulp nodig heeft in het dagelijks leven, kan vaak niet alleen op pad; wij kennen geen cijfer",
    ),
    (
        "some who do not want what comes first ask no further; no figure seen; the range includes none",
        "sommigen die niet willen wat eerst komt, vragen niet verder; wij kennen geen cijfer; misschien is dat niemand",
    ),
    (
        "less time for each, but others to meet; no comparison seen",
        "minder tijd per persoon, maar wel anderen om te ontmoeten; wij kennen geen vergelijking",
    ),
    ("once a week at least, day activity more often", "minstens één keer per week, bij dagbesteding vaker"),
    ("as visitors of facilities (facility.stay_weeks)", "zoals bezoekers van voorzieningen (facility.stay_weeks)"),
    (
        "to scale down sooner is what a broad basic infrastructure is said to allow (P. P. Doodkorte, sozio.nl), no \
         count seen; the range includes none",
        "eerder afschalen is wat een bredere basisinfrastructuur mogelijk zou maken (P. P. Doodkorte, sozio.nl); wij \
         kennen geen telling; misschien is er geen effect",
    ),
    (
        "one professional for some five people, with a room; no tariff seen that differs by this alone",
        "één professional voor zo'n vijf mensen, met een zaal; wij kennen geen tarief dat alleen hierin verschilt",
    ),
    (
        "half-days a week; 20 euro per resident and year pay about 1 per 1,000 residents where volunteers help",
        "dagdelen per week; 20 euro per inwoner per jaar betaalt er ongeveer 1 per 1.000 inwoners als vrijwilligers \
         helpen",
    ),
    (
        "what a municipality may buy; no count of places seen",
        "wat een gemeente kan inkopen; wij kennen geen telling van plekken",
    ),
    ("0 is as many everywhere", "0 is overal evenveel"),
    (
        "what is suitable and cheapest may come first (Wmo 2015 art. 2.3.5)",
        "wat passend is en het minst kost, mag voorgaan (Wmo 2015 art. 2.3.5)",
    ),
];
