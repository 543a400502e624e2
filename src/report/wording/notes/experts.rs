//! Notes on experts by experience: what they change, what they cost, when they stop.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "no figure of doors that open to experts by experience seen; the range includes none",
        "wij kennen geen cijfer over deuren die voor ervaringsdeskundigen opengaan; misschien is er geen effect",
    ),
    (
        "White and others 2020: 19 trials find a modest gain in recovery and empowerment, and none in symptoms and use \
         of services; the range includes none",
        "White en anderen 2020: 19 proeven vinden een kleine winst in herstel en eigen regie, en geen in klachten en \
         gebruik van hulp; misschien is er geen effect",
    ),
    (
        "many work below the scale of a professional; no count seen",
        "velen werken in een lagere schaal dan een professional; wij kennen geen telling",
    ),
    (
        "of anxiety disorders in remission 23.5 % come back within two years (NESDA 2013), 0.13 a year; who works may \
         differ",
        "van angststoornissen die over zijn, komt 23,5 % binnen twee jaar terug (NESDA 2013), 0,13 per jaar; wie \
         werkt, kan anders zijn",
    ),
    ("two hours a month in ten months; no norm seen", "twee uur per maand in tien maanden; wij kennen geen norm"),
    (
        "0 to 0.3: no count of experts by experience in teams seen",
        "0 tot 0,3: wij kennen geen telling van ervaringsdeskundigen in wijkteams",
    ),
    (
        "some 20 hours a year are held to be enough; no norm seen",
        "zo'n 20 uur per jaar geldt als genoeg; wij kennen geen norm",
    ),
];
