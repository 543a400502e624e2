//! Notes on politics.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "one plan in twenty is cut in a year without a cause; no count seen",
        "een op de twintig plannen wordt in een jaar zonder aanleiding beknot; wij kennen geen telling",
    ),
    (
        "44 % of councillors and 55 % of aldermen are new after an election",
        "44 % van de raadsleden en 55 % van de wethouders is nieuw na een verkiezing",
    ),
    ("nobody decides on it; 0 to see a plan by itself", "niemand beslist erover; bij 0 ziet u een plan op zichzelf"),
    (
        "nobody decides on it; 8 years are two terms, taken for ever",
        "niemand beslist erover; 8 jaar zijn twee termijnen, en tellen als altijd",
    ),
];
