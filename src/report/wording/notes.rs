//! The notes of sources in Dutch: why a number has the value that it has. Titles of publications keep their language.

mod basic;
mod contracting;
mod coordination;
mod culture;
mod experts;
mod money;
mod monitoring;
mod own_network;
mod own_strength;
mod politics;
mod population;
mod practice;
mod prevention;
mod professional;
mod reciprocity;
mod referrers;
mod screening;
mod substitution;
mod work_income;

use super::Lang;
use crate::provenance::Source;

/// Every note on a parameter, a service or a lever, without a range at its start or end, and what it is in Dutch.
const NOTES: &[(&str, &str)] = &[
    ("", ""),
    ("no count of housing problems seen", "wij kennen geen telling van woonproblemen"),
    ("loss of work or day structure that needs support", "verlies van werk of dagritme waar hulp bij nodig is"),
    (
        "26 % of 18-75 had a disorder within 12 months (NEMESIS-3) at a median duration of 26 weeks with a heavy tail",
        "26 % van de mensen van 18 tot 75 jaar had binnen 12 maanden een stoornis (NEMESIS-3); de helft duurt korter \
         dan 26 weken, enkele heel lang",
    ),
    (
        "1 in 6 of 0-17 has psychological problems, 7 % need specialised help (Huisarts and Wetenschap 2020)",
        "1 op de 6 kinderen tot 18 jaar heeft psychische problemen, 7 % heeft specialistische hulp nodig (Huisarts en \
         Wetenschap 2020)",
    ),
    (
        "10.7 % strongly lonely at 15+ (CBS 85766NED, 2022)",
        "10,7 % vanaf 15 jaar is sterk eenzaam (CBS 85766NED, 2022)",
    ),
    (
        "life expectancy rises by 7 to 8 years from 2012 to 2060 (CBS, Bevolkingsprognose 2012-2060), some 1.5 % fewer \
         deaths a year at every age",
        "mensen worden van 2012 tot 2060 zeven tot acht jaar ouder (CBS, Bevolkingsprognose 2012-2060): ongeveer 1,5 % \
         minder sterfte per jaar op elke leeftijd",
    ),
    (
        "carers for each person of 75 and over who needs care fall from five to three between 2018 and 2040 (SCP and \
         PBL, 2019), of which more old people and fewer children give about half",
        "het aantal mantelzorgers per hulpbehoevende 75-plusser daalt van vijf in 2018 naar drie in 2040 (SCP en PBL, \
         2019); ongeveer de helft daarvan komt doordat er meer ouderen en minder kinderen zijn",
    ),
    (
        "problems cluster (SCP 2018); the size is an assumption, 1.2 to 2",
        "problemen komen samen voor (SCP 2018); hoe sterk is een aanname",
    ),
    ("range from none to 2.5", "misschien is er geen effect"),
    (
        "27 against 10 % are strongly lonely who see others less than weekly, or weekly (CBS 2022), of which a part is \
         the other way round; range from none to 3",
        "27 % is sterk eenzaam bij minder dan wekelijks contact, 10 % bij wekelijks contact (CBS 2022); een deel \
         daarvan werkt andersom",
    ),
    (
        "no constant rate meets both published figures: 22 % new and 47 % beyond 3 years against 25 and 50-60 %",
        "geen vaste kans per jaar past bij beide gepubliceerde cijfers: 22 % nieuw en 47 % langer dan 3 jaar, tegen 25 \
         % en 50 tot 60 %",
    ),
    (
        "14 to 20 % of indebted households are out of it a year later, half of them within three: CBS, \
         Schuldenproblematiek in beeld 2018 and 2020",
        "14 tot 20 % van de huishoudens met schulden is er een jaar later uit, de helft binnen drie jaar: CBS, \
         Schuldenproblematiek in beeld 2018 en 2020",
    ),
    ("12 % beyond 3 years (NEMESIS-2)", "12 % duurt langer dan 3 jaar (NEMESIS-2)"),
    ("NEMESIS-2", "NEMESIS-2"),
    ("shape 0.6 to 1", "hoe langer het duurt, hoe kleiner de kans op herstel"),
    ("other domains, median of 13 to 156 weeks, shape 0.6 to 1", "zoals bij andere levensdomeinen: 13 tot 156 weken"),
    (
        "dementia lasts 6.5 to 8 years, a broken hip months: range 78 to 312 weeks",
        "dementie duurt 6,5 tot 8 jaar, een gebroken heup maanden",
    ),
    (
        "progression of unseen need has no Dutch figure",
        "hoe snel problemen buiten beeld erger worden, is in Nederland niet gemeten",
    ),
    (
        "cohorts in primary care go up and down by the month, no Dutch figure seen",
        "klachten in de huisartsenpraktijk gaan per maand op en neer; wij kennen geen Nederlands cijfer",
    ),
    (
        "what takes years goes up and down slowly, no figure seen",
        "wat jaren duurt, gaat langzaam op en neer; wij kennen geen cijfer",
    ),
    (
        "heavier needs last longer, by how much is not known; range 0.6 to none (1)",
        "ernstiger problemen duren langer; hoeveel langer is niet bekend",
    ),
    (
        "those on the list for regional ambulatory youth help wait 14 weeks on average (Jeugdhulp Rijnmond 2023), for \
         the intake of youth mental health care 6 (NRC on MediQuest 2017)",
        "op de lijst voor regionale ambulante jeugdhulp wachten jongeren gemiddeld 14 weken (Jeugdhulp Rijnmond 2023), \
         voor een intake bij de jeugd-ggz 6 (NRC over MediQuest 2017)",
    ),
    (
        "young people who wait for admission wait 11 weeks on average (Jeugdhulp Rijnmond 2023)",
        "jongeren die op verblijf wachten, wachten gemiddeld 11 weken (Jeugdhulp Rijnmond 2023)",
    ),
    (
        "some 44,000 euro a year, as a price per hour of the week: between 32,500 in one municipality, foster care \
         among it (Nijmegen, 2016), and 60,000 (general knowledge)",
        "zo'n 44.000 euro per jaar, als prijs per uur van de week: tussen 32.500 in één gemeente, pleegzorg inbegrepen \
         (Nijmegen, 2016), en 60.000 (algemene kennis)",
    ),
    (
        "2.1 years per trajectory with a stay, by those who stay over those who come in a year (CBS, first half of \
         2021), with its renewals",
        "2,1 jaar per traject met verblijf, door wie er verblijft te delen door wie er in een jaar bij komt (CBS, \
         eerste helft 2021), verlengingen inbegrepen",
    ),
    (
        "young people with a stay, 41,605 beside 446,665 without one (Jeugdautoriteit, 2023)",
        "jongeren met verblijf: 41.605, naast 446.665 zonder (Jeugdautoriteit, 2023)",
    ),
    ("no count of stays by severity seen", "wij kennen geen telling van verblijf naar ernst"),
    (
        "no rate seen among households with problem debts",
        "wij kennen geen cijfer voor huishoudens met problematische schulden",
    ),
    (
        "corporations: 7,000 verdicts (2020) and 1,200 evictions (2022) a year of 140,000 tenants in arrears, 23,500 \
         verdicts in 2014 (Aedes, by the press)",
        "corporaties: 7.000 vonnissen (2020) en 1.200 huisuitzettingen (2022) per jaar bij 140.000 huurders met een \
         achterstand, 23.500 vonnissen in 2014 (Aedes, via de pers)",
    ),
    (
        "Aedes via Hart van Nederland, 2013: 70 % of verdicts are not carried out (63 to 75 % in 2014)",
        "Aedes via Hart van Nederland, 2013: 70 % van de vonnissen wordt niet uitgevoerd (63 tot 75 % in 2014)",
    ),
    (
        "help with debts comes to an arrangement with the landlord for some",
        "schuldhulp treft voor sommigen een regeling met de verhuurder",
    ),
    ("half go elsewhere or to a shelter", "de helft gaat elders heen of naar de opvang"),
    ("no Dutch figure seen; the range includes no effect", "wij kennen geen Nederlands cijfer; ook geen effect kan"),
    ("arrears and clearance, general knowledge", "achterstand en ontruiming, algemene kennis"),
    ("shelter and justice, general knowledge", "opvang en justitie, algemene kennis"),
    (
        "3,320 court authorisations in a year are an upper bound (NJi on CBS, 2022)",
        "3.320 machtigingen van de rechter per jaar zijn een bovengrens (NJi over CBS, 2022)",
    ),
    (
        "providers cannot grow or shrink at once, and ceilings bind",
        "aanbieders kunnen niet meteen groeien of krimpen, en er zijn budgetplafonds",
    ),
    (
        "between 14.1 weeks in basic mental health care (2023, Staat VenZ on NZa) and 77,000 who wait, 4.4 per 1,000 \
         residents (NRC on NZa, 2021), which is some eight weeks of those who begin to",
        "tussen 14,1 week in de basis-ggz (2023, Staat VenZ over NZa) en 77.000 wachtenden, 4,4 per 1.000 inwoners \
         (NRC over NZa, 2021), zo'n acht weken van wie gaat wachten",
    ),
    (
        "insurers set ceilings and therapists are scarce",
        "verzekeraars stellen budgetplafonds vast en er zijn te weinig behandelaren",
    ),
    (
        "11 weeks from application to help (Kassa 2023), of which inquiry and decision take about half",
        "11 weken van aanvraag tot hulp (Kassa 2023), waarvan onderzoek en besluit ongeveer de helft duren",
    ),
    (
        "9 weeks from application to aid (Amersfoort 2018), of which inquiry and decision take about six",
        "9 weken van aanvraag tot hulpmiddel (Amersfoort 2018), waarvan onderzoek en besluit er zo'n zes duren",
    ),
    (
        "0.24 wait per place (Leiden region 2016), a third in Nijmegen region, at stays of some two years",
        "per plek wachten er 0,24 (regio Leiden 2016), in de regio Nijmegen een derde, bij een verblijf van zo'n twee \
         jaar",
    ),
    ("building takes years", "bouwen duurt jaren"),
    ("11 days to the first talk (NVVK 2022); range 1 to 5 weeks", "11 dagen tot het eerste gesprek (NVVK 2022)"),
    ("a care office has a duty of care", "een zorgkantoor heeft een zorgplicht"),
    (
        "an open-ended entitlement: whoever is granted it gets it",
        "een recht zonder plafond: wie het krijgt toegekend, krijgt de hulp",
    ),
    (
        "half the hours help less than whole ones and more than none, no figure seen",
        "met de helft van de uren helpt hulp minder dan met alle uren, en meer dan niets; wij kennen geen cijfer",
    ),
    (
        "an hour of informal care for the hour of a service that it replaces, somewhat less; no figure seen",
        "een uur mantelzorg werkt iets minder dan het uur hulp dat het vervangt; wij kennen geen cijfer",
    ),
    (
        "of needs that would only get worse: where they also get lighter, the shares are solved so that as many are \
         heavy at a moment",
        "als problemen alleen erger worden; worden zij ook lichter, dan past het model dit aan, zodat er op elk moment \
         evenveel ernstig zijn",
    ),
    ("the range includes no effect", "misschien is er geen effect"),
    (
        "what parents' needs add beside the frailty that members share has no figure, and may be nothing",
        "wat problemen van ouders toevoegen aan de kwetsbaarheid die een gezin deelt, is niet bekend; misschien niets",
    ),
    (
        "onset.coupling is the only figure like it, and it may be nothing",
        "alleen onset.coupling lijkt erop; misschien is er geen effect",
    ),
    (
        "specialists somewhat above generalists; the range includes no effect",
        "specialisten iets meer dan generalisten; misschien is er geen effect",
    ),
    ("somewhat less than treatment", "iets minder dan behandeling"),
    (
        "what fills the day, or nurses, cures less than treatment",
        "invulling van de dag, of verpleging, geneest minder dan behandeling",
    ),
    (
        "what replaces housework or moves a person cures little; range none to 0.4",
        "hulp in huis of vervoer geneest weinig; misschien is er geen effect",
    ),
    (
        "payments stop debts from growing; range 1 to 5; what it solves at its end is debt.success",
        "door te betalen groeien de schulden niet verder; wat aan het eind is opgelost, staat bij debt.success",
    ),
    ("range includes no effect", "misschien is er geen effect"),
    ("4 % of adults see one in a year (Nivel, 2017)", "4 % van de volwassenen komt er in een jaar (Nivel, 2017)"),
    (
        "172 consultations per 1,000 residents a year (Nivel, 2021) over 4 % of adults",
        "172 consulten per 1.000 inwoners per jaar (Nivel, 2021), verdeeld over 4 % van de volwassenen",
    ),
    (
        "of indebted households 14.4 to 16.7 % are known to help with debts (CBS 2018), beside those who are found by \
         their arrears",
        "14,4 tot 16,7 % van de huishoudens met schulden is bekend bij de schuldhulp (CBS 2018), naast wie door een \
         betalingsachterstand wordt gevonden",
    ),
    (
        "68 adults per 1,000 residents in mental health care (Staat VenZ, 2021), and a third of long mood and anxiety \
         disorders without help (Trimbos, NEMESIS-2)",
        "68 volwassenen per 1.000 inwoners in de ggz (Staat VenZ, 2021), en een derde van de langdurige stemmings- en \
         angststoornissen zonder hulp (Trimbos, NEMESIS-2)",
    ),
    (
        "one in ten of those under 23 in youth help (Jeugdautoriteit, 2022), one in twelve of the new trajectories by \
         a certified institution (CBS 85096NED, 2021)",
        "een op de tien jongeren onder 23 in jeugdhulp (Jeugdautoriteit, 2022), een op de twaalf nieuwe trajecten via \
         een gecertificeerde instelling (CBS 85096NED, 2021)",
    ),
    ("a few talks, by somebody who is no specialist", "een paar gesprekken, met iemand die geen specialist is"),
    ("about what an hour of the team costs", "ongeveer wat een uur van het wijkteam kost"),
    ("what municipalities try", "wat gemeenten proberen"),
    (
        "whether people blame one line for another has no figure",
        "of mensen de ene lijn aanrekenen wat de andere doet, is niet onderzocht",
    ),
    ("a half-life of a year", "na een jaar is de helft van het effect over"),
    ("engagement halves with unsolved basics", "zonder vaste basis, zoals geld en een huis, werkt hulp half zo goed"),
    (
        "about 0.002 a week overall; spread so that mood asks quickly and about 1 in 6 indebted households is known \
         (CBS 2018: 14.4 to 16.7 %)",
        "gemiddeld ongeveer 0,002 per week; zo verdeeld dat mensen met somberheid snel hulp vragen, en dat ongeveer 1 \
         op de 6 huishoudens met schulden in beeld is (CBS 2018: 14,4 tot 16,7 %)",
    ),
    ("no figure seen", "wij kennen geen cijfer"),
    ("0.5; range includes none", "0,5; misschien is er geen effect"),
    ("doenvermogen; WRR 2017 gives no rate: range 0 to 1", "doenvermogen; de WRR (2017) noemt geen cijfer"),
    (
        "4 signals per 1,000 residents a month (Divosa 2023), spread over indebted households of a poor district",
        "4 signalen per 1.000 inwoners per maand (Divosa 2023), verdeeld over de huishoudens met schulden in een arme \
         wijk",
    ),
    (
        "20 % of the signals that are followed up reach somebody (Divosa 2023); how many are followed up (there 80 %) \
         emerges from hours",
        "bij 20 % van de opgevolgde signalen komt er contact (Divosa 2023); hoeveel er worden opgevolgd (daar 80 %), \
         volgt uit de uren",
    ),
    ("a letter, a call, a visit: range 0.3 to 2", "een brief, een telefoontje, een bezoek"),
    (
        "range; reports to Veilig Thuis and care desks are counted, hidden need is not",
        "meldingen bij Veilig Thuis en zorgmeldpunten worden geteld, verborgen problemen niet",
    ),
    (
        "Sociale Vraagstukken 2010: 75 to 90 % of selected households reached",
        "Sociale Vraagstukken 2010: 75 tot 90 % van de gekozen huishoudens bereikt",
    ),
    ("0.4 to 0.8", "wij kennen geen cijfer"),
    ("1 to 3 hours with travel and report; general knowledge", "1 tot 3 uur met reizen en verslag; algemene kennis"),
    (
        "no figure seen for the share of found households that accepts help",
        "wij kennen geen cijfer over hoeveel gevonden huishoudens hulp aannemen",
    ),
    ("less than behind the front door", "minder dan achter de voordeur"),
    ("range 0.3 to 1.5: a signal tells less than it seems", "een signaal zegt minder dan het lijkt"),
    (
        "shared with the neighbourhood's deprivation, under signals by its root",
        "samen met de achterstand van de buurt; bij signalen telt de wortel",
    ),
    ("range 0.5 to 3, beside 0.5 for an address without any", "een adres zonder signaal telt voor 0,5"),
    ("a year on file", "een signaal blijft ongeveer een jaar in het dossier"),
    (
        "cao sociaal werk, 36 hours less leave and sickness; 1,300 to 1,450",
        "cao sociaal werk: 36 uur, min verlof en ziekte",
    ),
    (
        "8 is in general use. With 8 a team of 11 jobs per 10,000 residents handles half of what Utrecht's did: 40 \
         cases per 1,000 residents (2018), and 21 hours per household with follow-up behind the front door",
        "8 uur is gangbaar. Met 8 uur doet een team van 11 banen per 10.000 inwoners de helft van wat Utrecht deed: 40 \
         zaken per 1.000 inwoners (2018), en 21 uur per huishouden bij opvolging achter de voordeur",
    ),
    (
        "4, 8, 16, 32 hours for the opening need; complex cases take 40 to 200; lower than 2.2 because Utrecht's teams \
         had about 40 cases per 1,000 residents in 2016",
        "4, 8, 16 of 32 uur voor de eerste hulpvraag; ingewikkelde zaken kosten 40 tot 200 uur; lager dan 2,2 omdat de \
         teams in Utrecht in 2016 ongeveer 40 zaken per 1.000 inwoners hadden",
    ),
    (
        "share of the FTE outside outreach that is planned for open cases, the rest for intake, inquiry and bridging; \
         client time is 0.45 to 0.7 of productive hours",
        "deel van de fte buiten het outreachend werk dat voor lopende zaken is gepland; de rest is voor intake, \
         onderzoek en overbrugging. Tijd met cliënten is 45 tot 70 % van de werkbare uren",
    ),
    ("coordination and warm hand-over instead of own help", "afstemmen en warm overdragen in plaats van zelf helpen"),
    (
        "Sociale Vraagstukken 2019: 17 % leave the sector, 31 % change job",
        "Sociale Vraagstukken 2019: 17 % verlaat de sector, 31 % wisselt van baan",
    ),
    (
        "where a team is stated in jobs its FTE follow from the mean",
        "staat een team in banen, dan volgen de fte uit het gemiddelde",
    ),
    ("a year to become known: range 0.01 to 0.05", "bekend worden duurt ongeveer een jaar"),
    ("hours of presence at which half of the visibility is reached", "wij kennen geen cijfer"),
    ("12 % of cases overall (Utrecht 2016)", "12 % van alle zaken (Utrecht 2016)"),
    (
        "refusals are not published per product",
        "hoeveel aanvragen per soort hulp worden afgewezen, is niet gepubliceerd",
    ),
    (
        "Duell et al., JLTC 2021: a healthy partner lowers formal personal care by 19 %",
        "Duell e.a., JLTC 2021: met een gezonde partner 19 % minder persoonlijke verzorging",
    ),
    (
        "law: at most six weeks (Wmo 2015 art. 2.3.2); median without pressure 3 to 6",
        "wet: ten hoogste zes weken (Wmo 2015, art. 2.3.2)",
    ),
    (
        "law: at most two weeks (Wmo 2015 art. 2.3.5); median 0.5 to 2",
        "wet: ten hoogste twee weken (Wmo 2015, art. 2.3.5)",
    ),
    (
        "the rest is helped at the door itself, or by the practice nurse",
        "de rest krijgt hulp van de huisarts of verwijzer zelf, of van de praktijkondersteuner",
    ),
    ("1 % a week; range 0.5 to 2 %", "ongeveer 1 % per week"),
    ("eight weeks", "ongeveer acht weken"),
    (
        "with relapse.early about 20 % in a year and 28 % in two, no Dutch figure seen",
        "samen met relapse.early ongeveer 20 % in één jaar en 28 % in twee jaar; wij kennen geen Nederlands cijfer",
    ),
    (
        "with relapse.base about 20 % in a year and 28 % in two, no Dutch figure seen",
        "samen met relapse.base ongeveer 20 % in één jaar en 28 % in twee jaar; wij kennen geen Nederlands cijfer",
    ),
    ("most who relapse do so within half a year", "wie terugvalt, doet dat meestal binnen een half jaar"),
    (
        "mean 11 to 12 hours, 36 % with 8 hours or more (CBS, Vader en moeder op leeftijd, 2022, par. 4)",
        "gemiddeld 11 tot 12 uur; 36 % zorgt 8 uur of meer (CBS, Vader en moeder op leeftijd, 2022, par. 4)",
    ),
    ("with care.median, to the same figures", "samen met care.median, naar dezelfde cijfers"),
    (
        "16 hours a day; with care.median, to the same figures",
        "16 uur per dag; samen met care.median, naar dezelfde cijfers",
    ),
    (
        "19 % heavily burdened (CBS, Vader en moeder op leeftijd, 2022, par. 4)",
        "19 % is zwaarbelast (CBS, Vader en moeder op leeftijd, 2022, par. 4)",
    ),
    (
        "28 hours a week if heavily burdened against 7 to 8 (CBS, Vader en moeder op leeftijd, 2022, par. 4)",
        "wie zwaarbelast is, zorgt 28 uur per week, anderen 7 tot 8 uur (CBS, Vader en moeder op leeftijd, 2022, par. \
         4)",
    ),
    (
        "60 % of those who do not help were never asked (I and O Research 2018)",
        "60 % van wie niet helpt, is nooit gevraagd (I&O Research 2018)",
    ),
    (
        "58 % of adults are willing to help more (I and O Research 2018)",
        "58 % van de volwassenen wil meer helpen (I&O Research 2018)",
    ),
    ("none to modest", "geen of een klein effect"),
    (
        "most parents of adults live elsewhere; the rest of the published 13 % emerges from ties within the district",
        "de meeste ouders van volwassenen wonen elders; de rest van de gepubliceerde 13 % volgt uit relaties in de \
         wijk",
    ),
    ("about five years of care", "ongeveer vijf jaar mantelzorg"),
    ("a light case of 4 hours takes about 8 weeks", "een lichte zaak van 4 uur duurt ongeveer 8 weken"),
    ("a crisis of 32 hours takes about 19 weeks", "een crisis van 32 uur duurt ongeveer 19 weken"),
    ("report.youth is fitted at 0.25", "report.youth is afgesteld bij 0,25"),
    ("law: within four weeks (Wgs art. 4); median 1 to 3.5", "wet: binnen vier weken (Wgs, art. 4)"),
    (
        "law: within three working days (Wgs art. 4); median half a day to three days",
        "wet: binnen drie werkdagen (Wgs, art. 4)",
    ),
    (
        "Veilig Thuis has ten weeks for an inquiry; general knowledge; median 4 to 10",
        "Veilig Thuis heeft tien weken voor een onderzoek; algemene kennis",
    ),
    (
        "8.1 % of new youth trajectories come from court or certified institution (CBS 85096NED 2021)",
        "8,1 % van de nieuwe jeugdhulp komt van de rechter of een gecertificeerde instelling (CBS 85096NED, 2021)",
    ),
    (
        "NVVK on HU 2024: 40 % of applicants drop out before a programme starts",
        "NVVK over HU 2024: 40 % van de aanvragers haakt af voordat een schuldregeling begint",
    ),
    ("completion of a programme ends the debts", "wie de schuldregeling afmaakt, is van de schulden af"),
    (
        "CBS, Vrijwilligerswerk 2023: 49 % of 15 and over in a year (39 % in 2021)",
        "CBS, Vrijwilligerswerk 2023: 49 % vanaf 15 jaar, in één jaar (39 % in 2021)",
    ),
    ("depends on one household one plan", "hangt af van één gezin, één plan"),
    ("half an hour a month for a year", "een half uur per maand, een jaar lang"),
    (
        "trust rises more slowly than it falls; no figure seen",
        "vertrouwen komt te voet en gaat te paard; wij kennen geen cijfer",
    ),
    (
        "trust falls faster than it rises; no figure seen",
        "vertrouwen komt te voet en gaat te paard; wij kennen geen cijfer",
    ),
    (
        "doenvermogen falls under debt and crisis (WRR 2017)",
        "schulden en crisis maken het doenvermogen kleiner (WRR 2017)",
    ),
    ("crisis in daily functioning for 26 weeks", "26 weken crisis in dagelijks functioneren"),
    ("CBS 2022: 1.49 (1.43 to 1.6), rounded", "CBS 2022: 1,49 (1,43 tot 1,6), afgerond"),
    (
        "moves within and between municipalities 8 to 13 % of residents a year (CBS 2022, rounded); those within the \
         district are not shown",
        "8 tot 13 % van de inwoners verhuist per jaar, binnen of tussen gemeenten (CBS 2022, afgerond); verhuizen \
         binnen de wijk telt niet mee",
    ),
    ("mean age at leaving home about 23.5: range 0.1 to 0.3", "mensen gaan gemiddeld met ongeveer 23,5 jaar uit huis"),
    (
        "in the middle about as many couples form as end",
        "in het midden gaan ongeveer evenveel stellen samenwonen als uit elkaar",
    ),
    ("about 1 in 80 couples a year", "ongeveer 1 op de 80 stellen per jaar"),
    (
        "years differ, and people come to live longer: range 0.9 to 1.1",
        "jaren verschillen, en mensen gaan langer leven",
    ),
    (
        "hours and price together: 12,500 euro (11,000 to 14,000) per client in a year (Jeugdautoriteit 2023 and CBS, \
         2019), less what stays cost; a good half of all clients are served at a time, one in ten of them with a stay",
        "uren en prijs samen: 12.500 euro (11.000 tot 14.000) per cliënt per jaar (Jeugdautoriteit 2023 en CBS 2019), \
         min wat verblijf kost; ruim de helft van de cliënten krijgt op hetzelfde moment hulp, van hen een op de tien \
         met verblijf",
    ),
    (
        "CBS 85096NED 2021, log-normal over closed trajectories: median 0.71 years, sigma 1.0",
        "CBS 85096NED, 2021: de helft van de afgesloten jeugdhulp duurde korter dan 0,71 jaar (log-normaal verdeeld, \
         sigma 1,0)",
    ),
    (
        "with the price, 4,500 euro (2,500 to 7,000) per person with treatment in a year, which is half a year of it",
        "samen met de prijs 4.500 euro (2.500 tot 7.000) per behandelde per jaar; een behandeling duurt een half jaar",
    ),
    (
        "with the hours, 4,500 euro per person with treatment in a year; the range is that of the hours",
        "samen met de uren 4.500 euro per behandelde per jaar; de marge is die van de uren",
    ),
    (
        "general knowledge, no figure seen; range 0.6 to 1.6 times",
        "algemene kennis, wij kennen geen cijfer; 0,6 tot 1,6 keer zoveel",
    ),
    (
        "Westerveld and Meerinzicht, Wmo tariffs 2023: 60 (55.8 to 66) euro an hour",
        "Westerveld en Meerinzicht, Wmo-tarieven 2023: 60 (55,80 tot 66) euro per uur",
    ),
    ("re-indication every one to two years; range 1 to 4 years", "elke één tot twee jaar een nieuwe indicatie"),
    (
        "Westerveld and Meerinzicht, Wmo tariffs 2023: 32 (31.8 to 32.4) euro an hour",
        "Westerveld en Meerinzicht, Wmo-tarieven 2023: 32 (31,80 tot 32,40) euro per uur",
    ),
    ("terms of two to five years", "termijnen van twee tot vijf jaar"),
    (
        "three half days of four hours a week; range two to four",
        "drie dagdelen van vier uur per week; twee tot vier dagdelen",
    ),
    (
        "Westerveld, Wmo tariffs 2023: 46 (35.8 to 65.6) euro per half day of four hours",
        "Westerveld, Wmo-tarieven 2023: 46 (35,80 tot 65,60) euro per dagdeel van vier uur",
    ),
    ("every hour of the week: the price is that of a year", "elk uur van de week: de prijs is die van een heel jaar"),
    (
        "about 350 euro a year per client, as a price per hour of the week",
        "ongeveer 350 euro per cliënt per jaar, omgerekend naar elk uur van de week",
    ),
    (
        "45,000 euro a year, range 35,000 to 60,000, as a price per hour of the week",
        "45.000 euro per jaar (35.000 tot 60.000), omgerekend naar elk uur van de week",
    ),
    (
        "with the price, 2,400 (2,000 to 3,500) euro per household (Nijmegen O&S 2015) over 18 months",
        "samen met de prijs 2.400 euro (2.000 tot 3.500) per huishouden (Nijmegen O&S 2015), in 18 maanden",
    ),
    (
        "with the hours, 2,400 (2,000 to 3,500) euro per household (Nijmegen O&S 2015) over 18 months",
        "samen met de uren 2.400 euro (2.000 tot 3.500) per huishouden (Nijmegen O&S 2015), in 18 maanden",
    ),
    ("18 months since July 2023; range 6 to 30 months", "18 maanden sinds juli 2023; 6 tot 30 maanden"),
    (
        "Telegraaf on Vektis, 2017: 57,000 (50,000 to 57,000) euro a year, as a price per hour of the week",
        "Telegraaf over Vektis, 2017: 57.000 euro (50.000 tot 57.000) per jaar, omgerekend naar elk uur van de week",
    ),
    (
        "until death: the content of Wlz care is not modelled",
        "tot het overlijden: wat Wlz-zorg inhoudt, zit niet in het model",
    ),
    ("until death", "tot het overlijden"),
    (
        "effects in relapse.aftercare and aftercare.seen; the first may be none",
        "de effecten staan in relapse.aftercare en aftercare.seen; het eerste is er misschien niet",
    ),
    ("1 is what the organisation states", "1 is wat de organisatie heeft"),
    (
        "special guidance costs a third more an hour than basic guidance, and heavier needs take more hours",
        "gespecialiseerde begeleiding kost een derde meer per uur, en een zwaardere hulpvraag vraagt meer uren",
    ),
    (
        "the Dutch norm gives 1.24 times the hours for some extra work and 1.48 times for much",
        "de norm geeft 1,24 keer de uren bij wat meer werk en 1,48 keer bij veel meer",
    ),
    (
        "what a crisis that nobody helps with leads to has no Dutch rate",
        "hoe vaak een crisis zonder hulp tot een incident leidt, is in Nederland niet bekend",
    ),
    ("help prevents most and not all", "hulp voorkomt de meeste incidenten, maar niet alle"),
    ("crisis care and police, half each", "crisiszorg en politie, elk de helft"),
    (
        "programmes after depression: 22 % (15 to 29) less relapse in a year, mostly outside the Netherlands (Clarke \
         et al. 2015); contact by a team may do less or nothing",
        "programma's na een depressie: 22 % (15 tot 29) minder terugval in een jaar, meest buiten Nederland (Clarke \
         e.a. 2015); contact door een team doet misschien minder, of niets",
    ),
    (
        "who keeps in touch hears of most and not of all; no figure seen",
        "wie contact houdt, hoort het meestal maar niet altijd; wij kennen geen cijfer",
    ),
    (
        "published use of Wmo help is at the national fee (20.60 euro in 2024): what a fee changes is reckoned from it",
        "het gepubliceerde gebruik van Wmo-hulp hoort bij de landelijke bijdrage (20,60 euro in 2024): wat een \
         bijdrage verandert, telt vanaf daar",
    ),
    (
        "an elasticity of 0 to -0.2 at the flat fee and low incomes; in 2013 home care had -0.25 (0 to -0.5) at higher \
         fees (CPB 2017)",
        "een elasticiteit van 0 tot -0,2 bij het abonnementstarief en lage inkomens; in 2013 was die van thuiszorg \
         -0,25 (0 tot -0,5) bij hogere bijdragen (CPB 2017)",
    ),
    (
        "Geldgids 2022: domestic help hired privately from 10 to 12 euro an hour, up to almost double with a large \
         organisation",
        "Geldgids 2022: particuliere hulp in het huishouden vanaf 10 tot 12 euro per uur, tot bijna het dubbele bij \
         een grote organisatie",
    ),
    ("below the low-income line", "onder de lage-inkomensgrens"),
    ("between the low-income line and the highest fifth", "tussen de lage-inkomensgrens en het hoogste vijfde deel"),
    ("the highest fifth", "het hoogste vijfde deel"),
    (
        "an eighth of what is above a threshold was the national rule before 2019",
        "een achtste van wat boven een drempel lag was voor 2019 de landelijke regel",
    ),
    (
        "how long somebody lets a need rest that does not get worse has no figure",
        "hoe lang iemand een hulpvraag laat rusten die niet erger wordt, is niet bekend",
    ),
    (
        "flat since 2019, by income before; set nationally",
        "sinds 2019 voor iedereen gelijk, daarvoor naar inkomen; landelijk bepaald",
    ),
    ("a municipality may exempt minimum incomes", "een gemeente mag minima vrijstellen"),
    (
        "hospital and a temporary stay (8,590 euro a user)",
        "ziekenhuis en een tijdelijk verblijf (8.590 euro per gebruiker)",
    ),
    (
        "how FTE are divided over teams is a choice; no norm seen",
        "hoe fte over teams worden verdeeld is een keuze; geen norm gevonden",
    ),
    (
        "20.60 euro a month in 2024 for Wmo help, set nationally since 2019",
        "20,60 euro per maand in 2024 voor Wmo-hulp, landelijk bepaald sinds 2019",
    ),
    (
        "teams mobilise networks only sparsely (Universiteit Twente 2014); effect in care.mobilise, centred low",
        "teams mobiliseren netwerken maar weinig (Universiteit Twente 2014); het effect staat in care.mobilise, \
         voorzichtig geschat",
    ),
    (
        "positive approach: a conversation without a problem; effect only through trust",
        "een gesprek zonder dat er een probleem is; het werkt alleen via vertrouwen",
    ),
    (
        "no published share of hours; range 0 to 20 % of the team",
        "een aandeel in de uren is niet gepubliceerd; 0 tot 20 % van het team",
    ),
    (
        "prevention and outreach take 2 to 20 % of productive hours (Movisie: insufficient; no percentage seen)",
        "preventie en outreach kosten 2 tot 20 % van de productieve uren (Movisie: te weinig; een percentage zagen wij \
         niet)",
    ),
    (
        "ring-fencing is said to be rare; no count seen",
        "bescherming van uren schijnt zeldzaam te zijn; een telling zagen wij niet",
    ),
    (
        "4 arrears signals per 1,000 residents a month, 80 % followed up (Divosa 2023)",
        "4 signalen over achterstanden per 1.000 inwoners per maand, 80 % wordt opgevolgd (Divosa 2023)",
    ),
    ("signals are noisy: parameter signal.noise", "signalen zitten er vaak naast: signal.noise"),
    (
        "entitlements are open-ended: a saving shows as intake stops and waiting, the same share of every service",
        "rechten zijn onbegrensd: een besparing wordt een opnamestop en wachttijd, bij elke dienst even groot",
    ),
    (
        "12 intensive to 45 light cases per FTE; NJi gives no norm on purpose",
        "12 intensieve tot 45 lichte gezinnen of mensen per fte; het NJi geeft met opzet geen norm",
    ),
    (
        "11 (8 to 17) jobs per 10,000 residents, derived from Amersfoort, Leeuwarden and Eindhoven headcounts; 0.85 \
         FTE per job is an assumption",
        "11 (8 tot 17) banen per 10.000 inwoners, afgeleid uit aantallen van Amersfoort, Leeuwarden en Eindhoven; 0,85 \
         fte per baan is een aanname",
    ),
    (
        "a new way of working asks 20 to 80 hours per FTE in its first years; no count seen",
        "een nieuwe werkwijze vraagt 20 tot 80 uur per fte in de eerste jaren; een telling zagen wij niet",
    ),
    ("there is no norm on purpose (NJi)", "er is met opzet geen norm (NJi)"),
];

/// A note without its range at the end or the start; nothing of one that is a range alone.
fn without_range(note: &str) -> &str {
    let is_range = |text: &str| {
        let numbers = text.strip_prefix("range ").and_then(|rest| rest.split_once(" to "));
        let is_number = |text: &str| text.replace(',', "").parse::<f64>().is_ok();
        numbers.is_some_and(|(low, high)| is_number(low) && is_number(high))
    };
    match (note.rsplit_once("; "), note.split_once("; ")) {
        _ if is_range(note) => "",
        (Some((rest, range)), _) if is_range(range) => rest,
        (_, Some((range, rest))) if is_range(range) => rest,
        _ => note,
    }
}

/// All notes.
fn all() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let rooms = [
        population::NOTES,
        politics::NOTES,
        practice::NOTES,
        basic::NOTES,
        contracting::NOTES,
        coordination::NOTES,
        experts::NOTES,
        culture::NOTES,
        monitoring::NOTES,
        own_network::NOTES,
        own_strength::NOTES,
        prevention::NOTES,
        professional::NOTES,
        reciprocity::NOTES,
        money::NOTES,
        referrers::NOTES,
        screening::NOTES,
        substitution::NOTES,
        work_income::NOTES,
    ];
    NOTES.iter().chain(rooms.into_iter().flatten())
}

/// A note in Dutch, without its range, which stands in numbers before it; `None` where no Dutch is known.
fn dutch(note: &str) -> Option<&'static str> {
    let rest = without_range(note);
    all().find(|(english, _)| *english == rest).map(|(_, dutch)| *dutch)
}

/// Why a number has the value that it has, in the language of a reader. In Dutch without the range.
pub fn source_note(lang: Lang, source: &Source) -> &'static str {
    match lang {
        Lang::En => source.text(),
        Lang::Nl => dutch(source.text()).unwrap_or(source.text()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::Product;
    use crate::levers::LEVERS;
    use crate::parameters::PARAMETERS;
    use crate::plan::{CASELOAD_SOURCE, DATED, HOMES_SOURCE};

    /// Every source of a number that the report or the command line may print.
    fn sources() -> Vec<&'static Source> {
        let services = Product::ALL.iter().map(|product| product.meta());
        let services = services.flat_map(|m| {
            [&m.wait_source, &m.follow_source, &m.hours_source, &m.price_source, &m.duration_source, &m.renewal_source]
        });
        let parameters = PARAMETERS.iter().map(|meta| &meta.source);
        let levers = LEVERS.iter().map(|lever| &lever.meta.source);
        let dated = DATED.iter().map(|(_, _, source)| source);
        parameters.chain(services).chain(levers).chain(dated).chain([&CASELOAD_SOURCE, &HOMES_SOURCE]).collect()
    }

    #[test]
    fn every_note_has_a_dutch_text_and_none_is_left_over() {
        let texts: Vec<&str> = sources().into_iter().map(|source| without_range(source.text())).collect();
        for text in &texts {
            assert!(all().any(|(english, _)| english == text), "no Dutch for: {text}");
        }
        for (i, (english, _)) in all().enumerate() {
            assert!(texts.contains(english), "nothing has the note: {english}");
            assert!(all().take(i).all(|(other, _)| other != english), "twice: {english}");
        }
    }

    #[test]
    fn a_range_is_left_out() {
        assert_eq!(without_range("range 0.1 to 0.5"), "");
        assert_eq!(without_range("half a year; range 13 to 52"), "half a year");
        assert_eq!(without_range("range 0.7 to 0.95; not published"), "not published");
        assert_eq!(without_range("range none to 2"), "range none to 2");
    }
}
