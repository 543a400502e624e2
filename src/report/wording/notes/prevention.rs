//! Notes on facilities, volunteers, initiatives and home visits on arrears signals.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    ("no Dutch rate seen", "wij kennen geen Nederlands cijfer"),
    ("a room, each visitor once a week", "een zaal, elke bezoeker één keer per week"),
    (
        "39 % of the older knew of a programme against loneliness that did not make them less lonely (Honigh-de \
         Vlaming 2013): those meant come least",
        "39 % van de ouderen kende een programma tegen eenzaamheid, dat hen niet minder eenzaam maakte (Honigh-de \
         Vlaming 2013): voor wie het bedoeld is, komt het minst",
    ),
    (
        "45 % of those referred came three times or more (Mercer 2019, Glasgow)",
        "45 % van wie werd verwezen, kwam drie keer of vaker (Mercer 2019, Glasgow)",
    ),
    (
        "trials are of loneliness that is there, none seen of its onset; the range includes none",
        "onderzoek gaat over eenzaamheid die er al is, niet over het ontstaan; misschien is er geen effect",
    ),
    (
        "group programmes for adults at home 0.27 (0.08 to 0.48) standard deviations less lonely (Shekelle 2024), kept \
         up in 58 % of follow-ups, no effect of a neighbourhood programme; the range includes none",
        "groepen voor volwassenen thuis: 0,27 (0,08 tot 0,48) standaardafwijking minder eenzaam (Shekelle 2024), in \
         58 % van de gevallen blijvend; een buurtprogramma had geen effect; misschien is er geen effect",
    ),
    ("no figure seen; the range includes none", "wij kennen geen cijfer; misschien is er geen effect"),
    (
        "general knowledge; what volunteers do not give, professionals do",
        "algemene kennis; wat vrijwilligers niet doen, doen professionals",
    ),
    (
        "a welfare worker costs less than one of the team; general knowledge",
        "een welzijnswerker kost minder dan iemand van het wijkteam; algemene kennis",
    ),
    (
        "centres of 45,000 to 60,000 euro a year (Roosendaal 2022) have little left for professionals if each is \
         open for some twenty groups a week; others have more",
        "buurthuizen van 45.000 tot 60.000 euro per jaar (Roosendaal 2022) houden weinig over voor professionals als \
         zij elk open zijn voor zo'n twintig groepen per week; andere hebben meer",
    ),
    ("rent, coffee, material; general knowledge", "huur, koffie, materiaal; algemene kennis"),
    ("to find rooms, people and a programme", "zalen, mensen en een programma vinden kost tijd"),
    (
        "professional hours end with their contract, what residents carry lasts longer",
        "uren van professionals stoppen met hun contract; wat inwoners dragen, blijft langer",
    ),
    (
        "CBS via nieuws.nl, 2023: 4 to 4.5 hours a week of a volunteer; fewer who come less often",
        "CBS via nieuws.nl, 2023: 4 tot 4,5 uur per week per vrijwilliger; minder bij wie niet vaak komt",
    ),
    ("to ask, to match, to begin together", "vragen, een plek zoeken, samen beginnen"),
    ("with recruiting some 100 volunteers to an FTE", "samen met werven zo'n 100 vrijwilligers per fte"),
    (
        "1,471 caring communities found in 17.4 million residents (NLZVE 2020), a lower bound",
        "1.471 zorgzame gemeenschappen gevonden bij 17,4 miljoen inwoners (NLZVE 2020); het zijn er minstens zo veel",
    ),
    (
        "one of twenty groups of ten begins something in a year",
        "één op de twintig groepen van tien mensen begint in een jaar iets",
    ),
    (
        "what municipalities give small initiatives; general knowledge",
        "wat gemeenten kleine initiatieven geven; algemene kennis",
    ),
    ("with travel and report", "met reizen en verslag"),
    (
        "NOS on Divosa 2021: a good third of home visits find somebody; fewer where letter and call did not",
        "NOS over Divosa 2021: ruim een derde van de huisbezoeken treft iemand; minder als brief en telefoon niet \
         hielpen",
    ),
    (
        "Divosa Monitor Vroegsignalering 2023: 35 % of those reached accept help",
        "Divosa Monitor Vroegsignalering 2023: 35 % van wie bereikt is, neemt hulp aan",
    ),
    (
        "BN DeStem 2022: Roosendaal pays community centres about 8 euro per resident and year",
        "BN DeStem 2022: Roosendaal betaalt buurthuizen ongeveer 8 euro per inwoner per jaar",
    ),
    (
        "what they reach is in volunteer.recruit_hours and volunteer.guide_hours",
        "wat zij bereiken, staat in volunteer.recruit_hours en volunteer.guide_hours",
    ),
    (
        "what they do is in initiative.grant_lasts; it may be nothing",
        "wat zij doen, staat in initiative.grant_lasts; misschien niets",
    ),
    (
        "0 is the letters, calls and visits of today, which reach a fifth",
        "0 is wat nu gebeurt met brief, telefoon en bezoek; dat bereikt een vijfde",
    ),
];
