//! Notes on monitoring: what it costs, what is learnt, what a target does.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "a fifth of what can move, in a quarter; no count seen",
        "een vijfde van wat kan verschuiven, per kwartaal; wij kennen geen telling",
    ),
    (
        "who reads what became of cases errs less; no figure seen; the range includes none",
        "wie leest wat er van zaken is geworden, vergist zich minder; wij kennen geen cijfer; misschien is er geen \
         effect",
    ),
    ("one like it is found for some; no count seen", "voor sommige is er zo een; wij kennen geen telling"),
    ("a target is set near what is usual; no norm seen", "een norm ligt bij wat gewoon is; wij kennen er geen"),
    (
        "what is held to account is done (Goodhart); no count seen; the range includes none",
        "wat wordt afgerekend, wordt gedaan (Goodhart); wij kennen geen telling; misschien is er geen effect",
    ),
    (
        "on top of the administration that there is; no count seen",
        "boven op de administratie die er is; wij kennen geen telling",
    ),
    (
        "field reports name these three purposes; no count of who does which seen",
        "het veld noemt deze drie doelen; wij kennen geen telling van wie wat doet",
    ),
    (
        "said to be rare in the social domain; no count seen",
        "zou zeldzaam zijn in het sociaal domein; wij kennen geen telling",
    ),
];
