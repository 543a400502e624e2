//! Notes on what substitution takes: own help first, the mandate of a team, reviews.

/// Every note, and what it is in Dutch.
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "a talk at home and a report, less than an inquiry; no count seen",
        "een gesprek thuis en een verslag, minder dan een onderzoek; wij kennen geen telling",
    ),
    ("no count of objections at reviews seen", "wij kennen geen telling van bezwaar na een evaluatie"),
    (
        "what a team may try, a quarter of a year say; no count seen",
        "wat een wijkteam kan proberen, bijvoorbeeld een kwartaal; wij kennen geen telling",
    ),
    (
        "from a light need to a crisis a case takes 4 to 32 hours",
        "van een lichte hulpvraag tot een crisis kost een zaak 4 tot 32 uur",
    ),
    (
        "at 1 the odds of a referral are 0.37 times those without; no figure seen",
        "bij 1 is de kansverhouding op een verwijzing 0,37 keer die zonder mandaat; wij kennen geen cijfer",
    ),
    (
        "what a municipality may decide, once a year say; no count seen",
        "wat een gemeente kan besluiten, bijvoorbeeld eens per jaar; wij kennen geen telling",
    ),
];
