//! Notes on screening and composition: how deep a team is, what it sees, what goes on out of its sight.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "two assessors of one person agree with an intraclass correlation of 0.6 to 0.8 where the assessment is \
         structured (Sweden 2017), which leaves 0.4 to 0.7 steps at today's depth",
        "twee beoordelaars van dezelfde persoon komen met een vaste vragenlijst overeen met een intraklassecorrelatie \
         van 0,6 tot 0,8 (Zweden 2017); dat laat bij de diepgang van nu 0,4 tot 0,7 stap over",
    ),
    (
        "what a generalist knows of a domain, over what there is to know, is measured by nobody",
        "wat een generalist weet van een levensdomein, vergeleken met wat er te weten valt, meet niemand",
    ),
    (
        "teams judge the same cases differently (kappa 0.25 to 0.83, New Zealand 2020)",
        "teams oordelen verschillend over dezelfde zaken (kappa 0,25 tot 0,83, Nieuw-Zeeland 2020)",
    ),
    ("no measure seen", "wij kennen geen meting"),
    ("no measure seen; the range includes no difference", "wij kennen geen meting; misschien is er geen verschil"),
    (
        "no count of what nobody looks at seen; the range includes none",
        "wij kennen geen telling van hulp waar niemand naar kijkt; misschien is er geen effect",
    ),
    (
        "who is asked about money and home first does not tell all",
        "wie eerst naar geld en wonen wordt gevraagd, vertelt niet alles",
    ),
    (
        "how long a plan can wait for help with money and home has no figure",
        "hoelang een plan kan wachten op hulp bij geld en wonen, weten wij niet",
    ),
    (
        "which disciplines a team has is a choice; no norm seen",
        "welke disciplines een wijkteam heeft, is een keuze; wij \
      kennen geen norm",
    ),
    (
        "0 is a team of generalists; no count of both seen",
        "0 is een wijkteam van generalisten; wij kennen geen telling van beide",
    ),
    ("teams do either; no count seen", "wijkteams doen het een of het ander; wij kennen geen telling"),
    (
        "named as good practice; no count of teams that do seen",
        "genoemd als goede werkwijze; wij kennen geen telling van wijkteams die dit doen",
    ),
];
