//! Commands in Dutch.

/// Commands: what they do, how they are called, and their examples.
pub(super) const COMMANDS: &[(&str, &str, &str, &str)] = &[
    (
        "compare",
        "Vergelijk scenario's op dezelfde trekkingen: elk verschil krijgt een bandbreedte en een oordeel",
        "kantel compare [OPTIES] [SCENARIO]...",
        "Voorbeelden:\n  \
         kantel compare\n  \
         kantel compare reactive proactive --samples 30 --years 10\n  \
         kantel compare nu.toml plan.toml --closure budget --out plan-b --lang nl\n  \
         kantel compare --district Deventer --csv nl\n  \
         kantel compare --district GM0344 --as-districts   de wijken van Utrecht naast elkaar",
    ),
    (
        "run",
        "Draai één scenario",
        "kantel run [OPTIES] [SCENARIO]",
        "Voorbeelden:\n  kantel run\n  kantel run proactive --samples 10 --out proactief",
    ),
    (
        "resume",
        "Ga verder met een run die is gestopt, of voeg werelden of scenario's toe aan een resultaat",
        "kantel resume [OPTIES] <MAP>",
        "Voorbeelden:\n  \
         kantel resume plan                          na Ctrl-C of een storing: wat er is, wordt niet opnieuw gedaan\n  \
         kantel resume plan --samples 200            meer werelden\n  \
         kantel resume plan --add plan-c.toml        nog een scenario erbij",
    ),
    (
        "merge",
        "Voeg de delen van een vergelijking (--shard) samen tot het resultaat van één run",
        "kantel merge [OPTIES] --out <MAP> <DEEL>...",
        "Voorbeeld:\n  \
         kantel compare --samples 160 --shard 1/2 --out deel1     op de ene computer\n  \
         kantel compare --samples 160 --shard 2/2 --out deel2     op de andere\n  \
         kantel merge deel1 deel2 --out plan                      dezelfde bytes als één run",
    ),
    (
        "verify",
        "Reken een resultaat opnieuw door, en vind elk bestand dat veranderd is",
        "kantel verify [OPTIES] <MAP>",
        "Voorbeelden:\n  \
         kantel verify plan                  alles opnieuw doorgerekend, elk bestand vergeleken\n  \
         kantel verify plan --samples 5      vijf werelden opnieuw, de andere uit de bewaarde verlopen",
    ),
    (
        "diff",
        "Zoek waar twee resultaten uit elkaar gaan: wat er is gevraagd, dan de week, de gebeurtenis en bij wie",
        "kantel diff [OPTIES] <A> <B>",
        "Voorbeelden:\n  \
         kantel diff plan-a plan-b                            de eerste week en gebeurtenis die verschilt\n  \
         kantel diff plan-a plan-b --scenario proactive       van één scenario\n  \
         kantel diff plan plan --scenario reactive=proactive  van twee scenario's met een andere naam",
    ),
    (
        "story",
        "Vertel wat één huishouden meemaakt met twee plannen, loket voor loket: snel, er wordt niets geschreven",
        "kantel story [OPTIES] [SCENARIO]...",
        "Voorbeelden:\n  \
         kantel story --household schulden\n  \
         kantel story debts-in-a-bad-year   een vraag van kantel scenarios: de basis en het eerste plan\n  \
         kantel story reactive proactive --household oud-paar --lang nl\n  \
         kantel story reactive plan.toml --household alleen --seed 7   een andere loting",
    ),
    (
        "tour",
        "Schrijf vragen uit de doos als korte stukken in beide talen, elk op kleine schaal doorgerekend",
        "kantel tour [OPTIES] [VRAAG]...",
        "Voorbeelden:\n  \
         kantel tour --out tour\n  \
         kantel tour going-out own-strength --out tour --samples 100 --residents 20000",
    ),
    (
        "check",
        "Lees bestanden met scenario's en wijken en noem elke fout; er wordt niets gedraaid",
        "kantel check [OPTIES] <BESTAND>...",
        "Voorbeelden:\n  kantel check plan.toml\n  kantel check scenarios/*.toml",
    ),
    (
        "explain",
        "Toon het verloop van een week, de oorzakelijke verbanden en elke waarde die geldt, met de bron",
        "kantel explain [OPTIES] [SCENARIO]",
        "Voorbeelden:\n  kantel explain\n  kantel explain --loop R7\n  kantel explain plan.toml --residents 8000",
    ),
    (
        "validate",
        "Leg het model naast gepubliceerde cijfers: wat klopt, wat niet, en wat het niet kan laten zien",
        "kantel validate [OPTIES] [SCENARIO]",
        "Voorbeelden:\n  \
         kantel validate\n  \
         kantel validate --district Deventer --out deventer\n  \
         kantel validate --districts kwb_wijken_2018.csv.gz   elke wijk naast het CBS\n  \
         kantel validate --districts kwb_wijken_2018.csv.gz --needs rivm_gezondheid_2020.csv.gz",
    ),
    (
        "calibrate",
        "Zoek welke punten van het gestelde bereik gepubliceerde cijfers niet uitsluiten",
        "kantel calibrate [OPTIES] [SCENARIO]",
        "Voorbeelden:\n  \
         kantel calibrate\n  \
         kantel calibrate --vary onset.daily=0.02:0.04 --vary gate.usual_care --samples 100 --waves 1\n  \
         kantel compare --design kantel-results/calibration/points.csv",
    ),
    (
        "decides",
        "Zoek welke onzekere getallen de verschillen van een vergelijking bepalen, met veel goedkope paren",
        "kantel decides [OPTIES] [SCENARIO]...",
        "Voorbeelden:\n  \
         kantel decides\n  \
         kantel decides reactive proactive --samples 4000\n  \
         kantel decides --design kantel-results/calibration/points.csv",
    ),
    (
        "sensitivity",
        "Zoek welke onzekere getallen een uitkomst bepalen: effecten van stappen, delen van de variantie, of een doos",
        "kantel sensitivity [OPTIES] [SCENARIO]...",
        "Voorbeelden:\n  \
         kantel sensitivity                                               effecten van elk getal dat meetelt\n  \
         kantel sensitivity reactive plan.toml --outcome euros.municipality@term --samples 4000\n  \
         kantel sensitivity --method sobol --paths help.team,relapse.base,onset.work --replicates 4\n  \
         kantel sensitivity --method prim --results kantel-results/plan   in welke werelden het plan slechter is\n  \
         kantel sensitivity --method sobol --points punten.csv --outcomes uitkomsten.csv   zonder te rekenen",
    ),
    (
        "sweep",
        "Reken één scenario door op veel punten van het beleid: vlakken, en de afweging van kosten en nood",
        "kantel sweep [OPTIES] [SCENARIO]",
        "Voorbeelden:\n  \
         kantel sweep --vary outreach.door_fte=0:8:1 --vary team.fte=24:40:4 --closure extra\n  \
         kantel sweep proactive --vary outreach.targeting=random,deprivation,signal\n  \
         kantel sweep plan.toml --vary outreach.door_fte=0:8 --vary team.fte=24:40 --design sobol --points 64",
    ),
    (
        "loops",
        "Meet elke terugkoppeling: welk deel van een stap in een van haar verbanden terugkomt",
        "kantel loops [OPTIES] [SCENARIO]",
        "Voorbeelden:\n  kantel loops\n  kantel loops proactive --step 50",
    ),
    (
        "scenarios",
        "Noem de vragen en bestanden in het programma, naar wie vraagt, met de opdracht die antwoord geeft",
        "kantel scenarios [OPTIES] [NAAM]",
        "Voorbeelden:\n  \
         kantel scenarios                             elke vraag en elk bestand\n  \
         kantel scenarios --who alderman              wat een wethouder vraagt\n  \
         kantel scenarios own-strength                alles over één vraag\n  \
         kantel scenarios own-strength --write mijn   de bestanden, om aan te passen\n  \
         kantel compare own-strength",
    ),
    (
        "levers",
        "Noem waar beleid over gaat: mechanisme, eenheid, bereik, wie erover beslist, onderbouwing",
        "kantel levers [OPTIES] [SLEUTEL]...",
        "Voorbeelden:\n  \
         kantel levers\n  \
         kantel levers outreach.door_fte\n  \
         kantel levers --mechanism M5 --mechanism M7",
    ),
    (
        "district",
        "Maak een wijkprofiel uit de kerncijfers van het CBS: uit een bestand, of uit de tabel in het programma",
        "kantel district [OPTIES] [BESTAND_OF_PLAATS]",
        "Voorbeelden:\n  \
         kantel district --list utrecht                     elke wijk van Utrecht in de tabel van 2018\n  \
         kantel district WK034403 --profile overvecht.toml  uit die tabel; een naam mag ook\n  \
         kantel district Deventer                           een gemeente: haar wijken worden buurten\n  \
         kantel district kwb-2022.xlsx --wijk WK034403      uit een bestand van het CBS",
    ),
    (
        "report",
        "Schrijf het rapport van een map met resultaten opnieuw, zonder te draaien",
        "kantel report [OPTIES] <MAP>",
        "Voorbeelden:\n  \
         kantel report kantel-results/reactive-vs-proactive-vs-proactive-budget --lang nl\n  \
         kantel report kantel-results/reactive-vs-proactive-vs-proactive-budget --margin need.severe.unhelped=5",
    ),
    (
        "game",
        "Speel een training: groepen beslissen over dezelfde wijk, met hetzelfde geluk",
        "kantel game [OPTIES] <ACTIE> [MAP]",
        "Voorbeelden:\n  \
         kantel game new --groups 4 --out sessie --lang nl\n  \
         kantel game serve sessie\n  \
         kantel game code sessie --sheets ronde1.toml\n  \
         kantel game play sessie --code 1A-0KZM-S2F8-HD3 --code 1B-0KZM-S2GG-40W --event debt_shock\n  \
         kantel game play sessie --sheets ronde2.toml\n  \
         kantel game debrief sessie\n  \
         kantel game export sessie --group B --out groep-b.toml",
    ),
    (
        "page",
        "Schrijf de pagina voor wethouders als één bestand, met de rekenkern erin",
        "kantel page [OPTIES]",
        "Voorbeeld:\n  kantel page --out kantel.html",
    ),
    (
        "serve",
        "Toon de pagina voor wethouders vanuit dit programma, op alle kernen, alleen op deze computer",
        "kantel serve [OPTIES]",
        "Voorbeeld:\n  kantel serve",
    ),
    (
        "registry",
        "Schrijf knoppen, getallen van de wereld, uitkomsten of verbanden als tabel (csv), voor andere programma's",
        "kantel registry [OPTIES] TABEL [SCENARIO]",
        "Voorbeelden:\n  kantel registry levers > knoppen.csv\n  kantel registry parameters plan.toml",
    ),
    (
        "microdata",
        "Schrijf alles wat er is van enkele werelden als tabel (csv): zaken, hulpvragen, voorzieningen of huisbezoeken",
        "kantel microdata [OPTIES] TABEL MAP",
        "Voorbeelden:\n  \
         kantel microdata cases plan > zaken.csv                           van de eerste wereld, elk scenario\n  \
         kantel microdata visits plan --scenario outreach --sample 7       van één scenario\n  \
         kantel registry microdata                                         wat er in de kolommen staat",
    ),
    (
        "judge",
        "Geef een uitkomst van uzelf, uit een tabel met waarden, het oordeel dat een vergelijking zou geven",
        "kantel judge [OPTIES] BESTAND",
        "Voorbeeld:\n  kantel judge verdisconteerd.csv --better lower --margin 50000",
    ),
    (
        "schema",
        "Schrijf een JSON-schema van scenariobestanden, voor editors",
        "kantel schema",
        "Voorbeeld:\n  kantel schema > scenario.schema.json",
    ),
];
