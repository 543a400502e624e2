//! Notes on coordination and forms of team.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "a call or an e-mail a week, or a meeting a month; no count seen",
        "een telefoontje of mail per week, of een overleg per maand; wij kennen geen telling",
    ),
    (
        "Stokes and others 2015 (PLoS ONE 10:e0132340): 36 studies of case management find no change in use or cost, \
         and 0.07 in how healthy people feel; the range includes none",
        "Stokes en anderen 2015 (PLoS ONE 10:e0132340): 36 onderzoeken naar casemanagement vinden geen verandering in \
         gebruik of kosten, en 0,07 in hoe gezond mensen zich voelen; misschien is er geen effect",
    ),
    (
        "a lead decides nothing about what others pay, but where the area has one budget; the range includes none",
        "wie de regie heeft, beslist niet over wat anderen betalen, behalve bij één budget voor het gebied; misschien \
         is er geen effect",
    ),
    (
        "who has help at home may still go to a GP; no count seen",
        "wie thuis hulp heeft, kan nog steeds naar de huisarts gaan; wij kennen geen telling",
    ),
    ("municipalities do each of these; no count seen", "gemeenten doen dit allemaal; wij kennen geen telling"),
    ("0 is as many as leading asks; no norm seen", "0 is zoveel als regie vraagt; wij kennen geen norm"),
    (
        "two is the least that there is something to lead; no norm seen",
        "bij minder dan twee valt er niets te regisseren; wij kennen geen norm",
    ),
];
