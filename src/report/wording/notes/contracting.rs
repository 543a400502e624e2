//! Notes on contracts and tariffs, and on whose the team is.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "hiring and housing take half a year to two; no count seen",
        "mensen en ruimte vinden duurt een half jaar tot twee jaar; wij kennen geen telling",
    ),
    (
        "not everybody who waits is reckoned with; no count seen",
        "een aanbieder rekent niet op iedereen die wacht; wij kennen geen telling",
    ),
    (
        "who is paid by the trajectory gains by a shorter one; no count seen",
        "wie per traject wordt betaald, verdient aan een korter traject; wij kennen geen telling",
    ),
    (
        "a heavy need takes more for the same price; no count seen",
        "een zware hulpvraag kost meer voor dezelfde prijs; wij kennen geen telling",
    ),
    ("shorter help may last less; no count seen", "kortere hulp houdt misschien minder stand; wij kennen geen telling"),
    (
        "who has a lump sum gains by shorter help; no count seen",
        "wie een vast bedrag krijgt, verdient aan kortere hulp; wij kennen geen telling",
    ),
    ("a little more than what was bought; no count seen", "iets meer dan er is ingekocht; wij kennen geen telling"),
    (
        "Skipr 2023 on Jeugdautoriteit: net result of youth providers, 1.6 % of turnover in 2018, 1.1 % in 2022",
        "Skipr 2023 over de Jeugdautoriteit: resultaat van jeugdaanbieders, 1,6 % van de omzet in 2018, 1,1 % in 2022",
    ),
    (
        "a point below zero takes 5 % of the places, most of them in a year; no count seen; the range includes none",
        "een punt onder nul kost 5 % van de plekken, de meeste in een jaar; wij kennen geen telling; misschien is er \
         geen effect",
    ),
    (
        "municipalities and insurers use all three; no count by service seen",
        "gemeenten en verzekeraars gebruiken alle drie; wij kennen geen telling per dienst",
    ),
    ("no figure informs this; the range includes none", "geen cijfer zegt hier iets over; misschien is er geen effect"),
    (
        "providers offer some services of many; no count seen",
        "aanbieders leveren een deel van alle diensten; wij kennen geen telling",
    ),
    (
        "who lives by giving help sees less to it that people manage alone; no count",
        "wie leeft van hulp geven, zorgt minder dat mensen zelf verder kunnen; geen telling",
    ),
    (
        "who answers for the budget thinks of it; no figure; the range includes none",
        "wie over het budget gaat, denkt eraan; geen cijfer; misschien is er geen effect",
    ),
    (
        "a further board stands between routine and policy; no figure; the range includes none",
        "er zit een bestuur meer tussen routine en beleid; geen cijfer; misschien is er geen effect",
    ),
    ("from none to all of a team; no count seen", "van niemand tot het hele team; wij kennen geen telling"),
    ("0 follows wages, as an index does", "0 volgt de lonen, zoals een index doet"),
];
