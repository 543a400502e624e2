//! Notes on own networks: conferences, thresholds to ask and to offer, who is seen as having nobody.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "Dijkstra and others 2017: 137 of 229 families in Dutch child welfare were willing",
        "Dijkstra en anderen 2017: 137 van 229 gezinnen in de Nederlandse jeugdbescherming wilden er een",
    ),
    (
        "Dijkstra and others 2017: 62 of 137 willing families in Dutch child welfare held one",
        "Dijkstra en anderen 2017: 62 van 137 gezinnen in de Nederlandse jeugdbescherming die er een wilden, hielden \
         er een",
    ),
    (
        "Eigen Kracht Centrale: six to ten weeks to prepare and hold a conference",
        "Eigen Kracht Centrale: zes tot tien weken om een conferentie voor te bereiden en te houden",
    ),
    (
        "to visit everybody, to prepare and to hold it; no count seen",
        "iedereen bezoeken, voorbereiden en de bijeenkomst zelf; wij kennen geen telling",
    ),
    (
        "1,900 to 4,500 euro a conference (Eigen Kracht Centrale 2015) over 20 to 40 hours",
        "1.900 tot 4.500 euro per conferentie (Eigen Kracht Centrale 2015), gedeeld door 20 tot 40 uur",
    ),
    (
        "a trial in Amsterdam found no effect on safety or duration, and more support as families see it (Dijkstra and \
         others 2019): centred on none",
        "onderzoek in Amsterdam vond geen effect op veiligheid of duur, wel meer steun volgens de gezinnen (Dijkstra \
         en anderen 2019): het midden is daarom geen effect",
    ),
    (
        "of a threshold that lies at 0.5 on average; half of all people of 70 and over never ask a stranger (Rode \
         Kruis 2020); the range includes none",
        "van een drempel die gemiddeld op 0,5 ligt; de helft van de 70-plussers vraagt een onbekende nooit om hulp \
         (Rode Kruis 2020); misschien is er geen effect",
    ),
    (
        "two visits, looking for somebody, introducing them, a call later on",
        "twee bezoeken, iemand zoeken, kennis laten maken, later nog eens bellen",
    ),
    (
        "58 % of adults are willing to help more, 60 % of those who do not help were never asked (I and O Research \
         2018); fewer do it for somebody they do not know; the range includes none",
        "58 % van de volwassenen wil meer helpen, 60 % van wie niet helpt is nooit gevraagd (I&O Research 2018); voor \
         een onbekende zijn dat er minder; misschien is er geen effect",
    ),
    (
        "19 % of carers give more than 8 hours a week (SCP 2019), most of them to kin",
        "19 % van de mantelzorgers helpt meer dan 8 uur per week (SCP 2019), de meesten van hen familie",
    ),
    (
        "heavily burdened carers give 28 hours a week on average (CBS 2014)",
        "zwaarbelaste mantelzorgers helpen gemiddeld 28 uur per week (CBS 2014)",
    ),
    (
        "teams agree little on the same case (kappa 0.25 to 0.83, New Zealand 2020); that nobody is quite without a \
         network is taught (Wmo-wijzer)",
        "teams oordelen verschillend over dezelfde zaak (kappa 0,25 tot 0,83, Nieuw-Zeeland 2020); professionals leren \
         dat niemand helemaal zonder netwerk is (Wmo-wijzer)",
    ),
    (
        "teams agree little on the same case (kappa 0.25 to 0.83, New Zealand 2020)",
        "teams oordelen verschillend over dezelfde zaak (kappa 0,25 tot 0,83, Nieuw-Zeeland 2020)",
    ),
    (
        "as care.cap: the hours that the figures are met with come by one tie as by several; a scenario can state the \
         assumption of 8 to 112",
        "zoals care.cap: de uren waarmee de cijfers kloppen, mogen van één contact komen of van meer; een scenario kan \
         de aanname van 8 tot 112 noemen",
    ),
    (
        "a municipality buys as many as it likes; families may make a plan with their own people first (Jeugdwet art. \
         4.1.2)",
        "een gemeente koopt er zoveel als zij wil; een gezin mag eerst met de eigen mensen een plan maken (Jeugdwet \
         art. 4.1.2)",
    ),
    (
        "how far it gets is in threshold.scale and threshold.lowered; it may be nothing",
        "hoe ver het komt, staat in threshold.scale en threshold.lowered; misschien is er geen effect",
    ),
    (
        "what they reach is in match.hours, match.heard and match.agrees",
        "wat zij bereiken, staat in match.hours, match.heard en match.agrees",
    ),
    (
        "named as a question that professionals have no answer to (Hogeschool Utrecht 2013); no count seen of who \
         makes it",
        "genoemd als vraag waar professionals geen antwoord op hebben (Hogeschool Utrecht 2013); wij kennen geen \
         telling van wie de uitzondering maakt",
    ),
];
