//! Notes on who has needs and who asks: age, income, tenure, housemates, disability.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "sheltered living is held to who is in it now, years after the Wlz opened to mental illness; that year is in \
         the world wlz-2021",
        "beschermd wonen volgt uit hoeveel mensen er nu in zijn, jaren nadat de Wlz openging voor psychische \
         stoornissen; dat jaar staat in de wereld wlz-2021",
    ),
    (
        "with who lives there held, rural wijken have 4 % fewer people with limited mobility, 7 % fewer who are \
         strongly lonely and 10 % fewer at high risk of anxiety or depression (933 wijken: RIVM, GGD'en and CBS 2020; \
         CBS 2018)",
        "bij gelijke bewoners hebben wijken op het platteland 4 % minder mensen die moeilijk bewegen, 7 % minder die \
         sterk eenzaam zijn en 10 % minder met een hoog risico op angst of depressie (933 wijken: RIVM, GGD'en en CBS \
         2020; CBS 2018)",
    ),
    (
        "with who lives there and who is limited held, a tenth fewer people in rural wijken use the Wmo (933 wijken: \
         CBS 2018; RIVM, GGD'en and CBS 2020); 47 % see much of their neighbours, 29 % in large cities (CBS, \
         Veiligheidsmonitor 2019)",
        "bij gelijke bewoners en beperkingen gebruikt op het platteland een tiende minder mensen de Wmo (933 wijken: \
         CBS 2018; RIVM, GGD'en en CBS 2020); 47 % heeft er veel contact met de buren, in grote steden 29 % (CBS, \
         Veiligheidsmonitor 2019)",
    ),
    (
        "21 % of those of 55 and over have difficulty in the household (CBS 85454NED, 2022), and 60 of 1,000 \
         residents are Wmo clients (CBS 2018, all wijken); the age profile is in district::inputs",
        "21 % vanaf 55 jaar heeft moeite met het huishouden (CBS 85454NED, 2022), en 60 van 1.000 inwoners hebben \
         Wmo-hulp (CBS 2018, alle wijken)",
    ),
    (
        "60 Wmo clients per 1,000 residents (CBS 2018, all wijken)",
        "60 Wmo-cliënten per 1.000 inwoners (CBS 2018, alle wijken)",
    ),
    (
        "problem debts of 8.3 % of households nationally (CBS 2018) at a recovery of 0.2 a year, with who stands how \
         by income and tenure",
        "problematische schulden bij 8,3 % van de huishoudens in het land (CBS 2018), bij een herstel van 0,2 per \
         jaar, met wie welk inkomen en welke woning heeft",
    ),
    (
        "difficulty making ends meet, 4.9 to 12 times as frequent, of which incomes in the model carry a part, by the \
         parts of corporation and other rented homes over 933 wijken, with low incomes held or not (RIVM, GGD'en and \
         CBS, Gezondheidsmonitor 2020; CBS, Kerncijfers 2018)",
        "moeite met rondkomen 4,9 tot 12 keer zo vaak, waarvan de inkomens in het model een deel dragen, naar de \
         delen corporatie- en andere huurwoningen in 933 wijken, met of zonder gelijke lage inkomens (RIVM, GGD'en en \
         CBS, Gezondheidsmonitor 2020; CBS, Kerncijfers 2018)",
    ),
    (
        "some risk of anxiety or depression 1.9, a high one 3.2 to 8 times as frequent, by the parts of corporation \
         and other rented homes over 933 wijken, with low incomes held or not (RIVM, GGD'en and CBS, \
         Gezondheidsmonitor 2020; CBS, Kerncijfers 2018)",
        "enig risico op angst of depressie 1,9 keer, een hoog risico 3,2 tot 8 keer zo vaak, naar de delen \
         corporatie- en andere huurwoningen in 933 wijken, met of zonder gelijke lage inkomens (RIVM, GGD'en en CBS, \
         Gezondheidsmonitor 2020; CBS, Kerncijfers 2018)",
    ),
    (
        "severe limitations at 65 and over 1.6 to 2.5, limited mobility up to 3.2 times as frequent, by the parts of \
         corporation and other rented homes over 933 wijken, with low incomes held or not (RIVM, GGD'en and CBS, \
         Gezondheidsmonitor 2020; CBS, Kerncijfers 2018)",
        "ernstig beperkt vanaf 65 jaar 1,6 tot 2,5 keer, beperkt in bewegen tot 3,2 keer zo vaak, naar de delen \
         corporatie- en andere huurwoningen in 933 wijken, met of zonder gelijke lage inkomens (RIVM, GGD'en en CBS, \
         Gezondheidsmonitor 2020; CBS, Kerncijfers 2018)",
    ),
    (
        "severe loneliness 2.3 to 4.2 times as frequent, by the parts of corporation and other rented homes over 933 \
         wijken, with low incomes held or not (RIVM, GGD'en and CBS, Gezondheidsmonitor 2020; CBS, Kerncijfers 2018)",
        "ernstige eenzaamheid 2,3 tot 4,2 keer zo vaak, naar de delen corporatie- en andere huurwoningen in 933 \
         wijken, met of zonder gelijke lage inkomens (RIVM, GGD'en en CBS, Gezondheidsmonitor 2020; CBS, Kerncijfers \
         2018)",
    ),
    (
        "of the excess in homes of corporations, other rented homes have 0.4 (severe limitations) to all (some risk \
         of anxiety or depression), by the parts of corporation and other rented homes over 933 wijken, with low \
         incomes held or not (RIVM, GGD'en and CBS, Gezondheidsmonitor 2020; CBS, Kerncijfers 2018)",
        "van wat corporatiewoningen meer hebben, hebben andere huurwoningen 0,4 (ernstig beperkt) tot alles (enig \
         risico op angst of depressie), naar de delen corporatie- en andere huurwoningen in 933 wijken, met of zonder \
         gelijke lage inkomens (RIVM, GGD'en en CBS, Gezondheidsmonitor 2020; CBS, Kerncijfers 2018)",
    ),
    (
        "no figure by tenure seen, and incomes tell a part",
        "wij kennen geen cijfer per soort woning, en inkomens vertellen een deel",
    ),
    (
        "difficulty in the household among those of 55 and over: 67 % alone, 45 % with a partner (2023): 1.5 times as \
         frequent, odds of 2.5",
        "moeite met het huishouden vanaf 55 jaar: 67 % alleen, 45 % met een partner (2023); 1,5 keer zo vaak, in \
         kansverhouding 2,5",
    ),
    (
        "some risk of anxiety or depression by the part of one-person households over 933 wijken (RIVM, GGD'en and \
         CBS 2020; CBS 2018): 1.4 times as frequent, a high risk 1.6",
        "enig risico op angst of depressie naar het deel eenpersoonshuishoudens in 933 wijken (RIVM, GGD'en en CBS \
         2020; CBS 2018): 1,4 keer zo vaak, een hoog risico 1,6 keer",
    ),
    (
        "a tenth more disability benefits go with 2.6 % more adults who are severely limited (933 wijken: RIVM, \
         GGD'en and CBS 2020; CBS 2018), of whom about half are of working age",
        "een tiende meer arbeidsongeschiktheid gaat samen met 2,6 % meer volwassenen die ernstig beperkt zijn (933 \
         wijken: RIVM, GGD'en en CBS 2020; CBS 2018); ongeveer de helft van hen is jonger dan 67",
    ),
    (
        "limited mobility and severe limitations at 65 and over are 3 to 5 times as frequent by the part of low \
         incomes over 933 wijken, tenure held (RIVM, GGD'en and CBS 2020; CBS 2018), low against all others",
        "beperkt in bewegen en ernstig beperkt vanaf 65 jaar: 3 tot 5 keer zo vaak naar het deel lage inkomens in 933 \
         wijken, bij gelijke woningen (RIVM, GGD'en en CBS 2020; CBS 2018), laag tegenover alle andere",
    ),
    (
        "published are the numbers of people who have a need; durations are mostly assumptions",
        "gepubliceerd is hoeveel mensen een hulpvraag hebben; hoe lang die duurt is meestal een aanname",
    ),
    (
        "housemates do for each other what would else be asked for; of those of 55 and over who live with a partner \
         45 % have difficulty in the household, of those alone 67 % (2023)",
        "huisgenoten doen voor elkaar waar anders hulp voor wordt gevraagd; vanaf 55 jaar heeft met een partner 45 % \
         moeite met het huishouden, alleen 67 % (2023)",
    ),
    (
        "usual care includes guidance by housemates, above all where it is for a short time; no figure seen",
        "gebruikelijke hulp is ook begeleiding door huisgenoten, vooral als die kort duurt; wij kennen geen cijfer",
    ),
    (
        "of the differences in use between wijken that their margins leave over four fifths lie between \
         municipalities (CBS 2018): some 20 % of the mean; which one a municipality is, is not known. Never more than \
         all is granted",
        "van de verschillen in gebruik die de kenmerken van wijken niet verklaren, zit vier vijfde tussen gemeenten \
         (CBS 2018): zo'n 20 % van het gemiddelde; welke gemeente veel of weinig toekent, is niet bekend. Meer dan \
         alles toekennen kan niet",
    ),
    (
        "from 2018 to 2019 the number of Wmo clients changed by 1 to 9 % in half of 172 municipalities (CBS), part of \
         it by counting; that new clients are a quarter of a year's is an assumption",
        "van 2018 op 2019 veranderde het aantal Wmo-cliënten in de helft van 172 gemeenten met 1 tot 9 % (CBS), voor \
         een deel door het tellen; dat een kwart van de cliënten van een jaar nieuw is, is een aanname",
    ),
    (
        "1.34 kinds of help per Wmo client in the year (CBS 2018), with bundle.at_review; how much of it at once is \
         an assumption",
        "1,34 soorten hulp per Wmo-cliënt in het jaar (CBS 2018), samen met bundle.at_review; hoeveel daarvan \
         tegelijk is een aanname",
    ),
    (
        "1.34 kinds of help per Wmo client in the year (CBS 2018), with bundle.at_once",
        "1,34 soorten hulp per Wmo-cliënt in het jaar (CBS 2018), samen met bundle.at_once",
    ),
    (
        "4 of 1,000 in the high income group have domestic help of the municipality, 41 in the middle one (CBS, first \
         half of 2019)",
        "van 1.000 mensen met een hoog inkomen hebben er 4 hulp bij het huishouden van de gemeente, met een \
         middeninkomen 41 (CBS, eerste helft van 2019)",
    ),
    (
        "risk ratio of lowest against highest income, after NEMESIS: 2 (1.5 to 2.5), of which tenure carries a part",
        "laagste inkomens vergeleken met hoogste, naar NEMESIS: 2 keer (1,5 tot 2,5), waarvan de soort woning een deel \
         draagt",
    ),
    (
        "a tenth of those who reported got no more than advice to buy help or ask their own circle (2015), with \
         gate.informal; most who live with an able adult do not ask at all (asking.housemate)",
        "een tiende van wie zich meldde kreeg alleen het advies om hulp te kopen of aan de eigen kring te vragen \
         (2015), samen met gate.informal; de meeste mensen met een gezonde huisgenoot vragen niets (asking.housemate)",
    ),
    (
        "a tenth of those who reported got no more than advice to buy help or ask their own circle (2015), with \
         gate.usual_care",
        "een tiende van wie zich meldde kreeg alleen het advies om hulp te kopen of aan de eigen kring te vragen \
         (2015), samen met gate.usual_care",
    ),
];
