//! Notes on professionals: experience, strain, the labour market.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "1 is no learning on the job, and no count of social workers seen",
        "bij 1 leert niemand in het werk; wij kennen geen telling onder sociaal werkers",
    ),
    ("a year to learn most of the work", "in een jaar leert iemand het werk grotendeels"),
    ("no count seen", "wij kennen geen telling"),
    (
        "form of Oliva and Sterman 2001 (Management Science 47: 894), who found that clerks of a bank cut time per \
         order before they fell behind; no count in social work; the range includes none",
        "vorm van Oliva en Sterman 2001 (Management Science 47: 894): medewerkers van een bank besteedden eerst minder \
         tijd per opdracht voordat ze achterraakten; wij kennen geen telling in het sociaal werk; misschien is er geen \
         effect",
    ),
    (
        "a standard of hours falls sooner than it rises (Oliva and Sterman 2001)",
        "een norm voor uren daalt sneller dan hij stijgt (Oliva en Sterman 2001)",
    ),
    (
        "a standard of hours rises more slowly than it falls (Oliva and Sterman 2001)",
        "een norm voor uren stijgt langzamer dan hij daalt (Oliva en Sterman 2001)",
    ),
    (
        "strain of 1 doubles sickness; no scale of social workers fits",
        "bij een belasting van 1 verdubbelt het ziekteverzuim; er is geen schaal voor sociaal werkers die hierbij past",
    ),
    (
        "strain of half a unit more nearly doubles leaving; half of those in youth care find the pressure too high \
         (Jeugdautoriteit 2022), no count of who leaves for it",
        "bij een half punt meer belasting vertrekken bijna twee keer zoveel mensen; de helft van de medewerkers in de \
         jeugdzorg vindt de werkdruk te hoog (Jeugdautoriteit 2022), wie daarom vertrekt is niet geteld",
    ),
    (
        "no trial of intervision seen that measures strain; the range includes none",
        "wij kennen geen onderzoek naar intervisie dat belasting meet; misschien is er geen effect",
    ),
    ("reading in, and a talk with the household", "inlezen, en een gesprek met het huishouden"),
    ("no count seen; the range includes none", "wij kennen geen telling; misschien is er geen effect"),
    (
        "many faces are what residents complain of, without a count; the range includes none",
        "bewoners klagen over steeds andere gezichten, maar een telling is er niet; misschien is er geen effect",
    ),
    (
        "1 is as many applicants as when weeks of a vacancy were counted",
        "1 is evenveel sollicitanten als toen de duur van een vacature werd geteld",
    ),
    ("care, youth help and schools look for the same people", "zorg, jeugdhulp en scholen zoeken dezelfde mensen"),
    ("three years", "drie jaar"),
    (
        "a scale or two in the cao sociaal werk, with the cost of employment",
        "één of twee schalen in de cao sociaal werk, met werkgeverslasten",
    ),
    ("a quarter to a year", "een kwartaal tot een jaar"),
    (
        "sickness absence in social work: 6.4 % in 2020, 7.2 % in its first quarter (Sociaal Werk werkt! on CBS AZW)",
        "ziekteverzuim in het sociaal werk: 6,4 % in 2020, 7,2 % in het eerste kwartaal (Sociaal Werk werkt!, op basis \
         van CBS AZW)",
    ),
    ("an hour a week or less; no count seen", "een uur per week of minder; wij kennen geen telling"),
    ("what a municipality may decide; no count seen", "wat een gemeente kan besluiten; wij kennen geen telling"),
];
