//! Notes on money across silos.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    ("a budget of four years has to be sound", "een begroting van vier jaar moet kloppen"),
    ("no rule seen", "wij kennen geen regel"),
    ("some months of rent with costs of the court", "enkele maanden huur met de kosten van de rechtbank"),
    (
        "a ceiling of the turnover of providers; entitlements are open-ended; 1,000,000,000 is none",
        "een omzetplafond voor aanbieders; het recht op hulp kent geen plafond; 1.000.000.000 is geen plafond",
    ),
    (
        "0 is what the last accounts said; for welfare and team with what is planned since",
        "0 is wat de laatste rekening zei; bij welzijn en wijkteam met wat er sindsdien gepland is",
    ),
    (
        "what may be spent beyond budgets before something is cut; 1,000,000,000 is never a cut",
        "wat er boven de begroting mag voordat er bezuinigd wordt; bij 1.000.000.000 komt er nooit een bezuiniging",
    ),
    (
        "general funds are usual; area gives a part back to facilities",
        "algemene middelen zijn gebruikelijk; bij gebied gaat een deel terug naar voorzieningen",
    ),
    (
        "silos are usual; what one budget does to referral is a range that includes none",
        "potjes zijn gebruikelijk; wat één budget doet met doorverwijzen is een spreiding: misschien niets",
    ),
    ("up to some months of rent; none today", "tot enkele maanden huur; vandaag niets"),
    ("nothing is shared today", "vandaag wordt niets gedeeld"),
];
