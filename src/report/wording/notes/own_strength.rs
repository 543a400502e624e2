//! Notes on own strength: what is assumed, who acts, what the team does.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "at the depth of today's teams; a deeper team errs less",
        "bij de diepgang van wijkteams nu; een wijkteam met meer diepgang vergist zich minder",
    ),
    ("others get fewer hours; no count seen", "de anderen krijgen minder uren; wij kennen geen telling"),
    (
        "at 1 some three in ten who could do not act, over the range one in ten to a half; no figure seen",
        "bij 1 doet zo'n drie op de tien van wie het kan niets, over de spreiding een op de tien tot de helft; wij \
         kennen geen cijfer",
    ),
    (
        "what somebody who acts does to a need has no figure; the range includes none",
        "wat het scheelt als iemand zelf iets doet, weten wij niet; misschien is er geen effect",
    ),
    ("two talks", "twee gesprekken"),
    (
        "how long needs last, and how many there are, is held to figures of all of them with none that never goes; a \
         scenario can state the assumption of 0.01 to 0.1",
        "hoelang hulpvragen duren en hoeveel er zijn, volgt uit cijfers over alle hulpvragen, zonder die nooit \
         overgaan; een scenario kan de aanname van 0,01 tot 0,1 noemen",
    ),
    (
        "what is refused on own strength today is within the share that is granted; no count of its own seen",
        "wat nu op eigen kracht wordt afgewezen, zit in het deel dat wordt toegekend; wij kennen geen aparte telling",
    ),
    (
        "named as a dilemma by professionals in four municipalities (Hogeschool Utrecht 2013); what teams do is not \
         counted",
        "door professionals in vier gemeenten een dilemma genoemd (Hogeschool Utrecht 2013); wat wijkteams doen, is \
         niet geteld",
    ),
];
