//! Notes on culture.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "field reports call helping people to manage themselves the exception; no count",
        "volgens het veld is zorgen dát de uitzondering; wij kennen geen telling",
    ),
    ("routines lag behind people; no count", "routines lopen achter op mensen; wij kennen geen telling"),
    (
        "plans say so more than work does; no count",
        "plannen zeggen het vaker dan het werk het doet; wij kennen geen telling",
    ),
    (
        "residents expect what they have met; no count",
        "bewoners verwachten wat ze hebben meegemaakt; wij kennen geen telling",
    ),
    (
        "form of March 1991 (Organization Science 2: 71); how fast is not known",
        "vorm van March 1991 (Organization Science 2: 71); hoe snel het gaat, is niet bekend",
    ),
    (
        "under pressure it is quicker to do it oneself; no count seen",
        "onder druk is zelf doen sneller; wij kennen geen telling",
    ),
    (
        "change of practice is said to take ten to fifteen years in all",
        "een verandering van praktijk kost in totaal tien tot vijftien jaar, zegt men",
    ),
    ("slower than routines", "trager dan routines"),
    ("slower than organisations", "trager dan organisaties"),
    ("a coach works along with some people at once", "een coach werkt met enkele mensen tegelijk mee"),
    (
        "what people do themselves takes no hours; no count seen; the range includes none",
        "wat mensen zelf doen, kost geen uren; wij kennen geen telling; misschien is er geen effect",
    ),
    (
        "planning to mobilise networks is not doing so; no count seen; the range includes none",
        "netwerken willen inzetten is nog niet doen; wij kennen geen telling; misschien is er geen effect",
    ),
    (
        "who can go on alone falls back less; no count seen; the range includes none",
        "wie zelf verder kan, valt minder terug; wij kennen geen telling; misschien is er geen effect",
    ),
    (
        "who expects people to manage may expect too much; no count seen; the range includes none",
        "wie verwacht dat mensen het kunnen, verwacht soms te veel; wij kennen geen telling; misschien is er geen \
         effect",
    ),
    ("none to half a day a week; no count seen", "van niets tot een halve dag per week; wij kennen geen telling"),
    (
        "what a municipality may buy; no count seen; range 0 to 3 for 32 FTE",
        "wat een gemeente kan kopen; wij kennen geen telling; marge 0 tot 3 op 32 fte",
    ),
];
