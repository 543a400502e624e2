//! Notes on referrers, funders, and norms that drift.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "shares by door are those of referrers as they are; that they change is an assumption: 0 to 0.1 in the world \
         referrers",
        "het deel per ingang is dat van verwijzers zoals ze zijn; dat ze veranderen is een aanname: 0 tot 0,1 met \
         referrers",
    ),
    (
        "shares by door are those of referrers as they are; that they change is an assumption: 0 to 0.25 in the world \
         referrers",
        "het deel per ingang is dat van verwijzers zoals ze zijn; dat ze veranderen is een aanname: 0 tot 0,25 met \
         referrers",
    ),
    ("no norm seen", "wij kennen geen norm"),
    ("a call or a letter; no count seen", "een telefoontje of een brief; wij kennen geen telling"),
    ("who came on advice is counted by nobody", "wie op advies kwam, telt niemand"),
    ("half an hour is held to be enough; no count seen", "een half uur geldt als genoeg; wij kennen geen telling"),
    (
        "asking is held to figures of one year; a trend is an assumption: 0 to 0.04 in the world norms-drift",
        "hulp vragen is gelijkgemaakt aan cijfers van één jaar; een trend is een aanname: 0 tot 0,04 met norms-drift",
    ),
];
