//! `--help` in Dutch: the commands and options of `args`, each with its Dutch text beside its name. A test holds that
//! none lacks one.

use clap::{Arg, ArgAction, Command};

/// Commands: what they do, how they are called, and their examples.
const COMMANDS: [(&str, &str, &str, &str); 23] = [
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
        "schema",
        "Schrijf een JSON-schema van scenariobestanden, voor editors",
        "kantel schema",
        "Voorbeeld:\n  kantel schema > scenario.schema.json",
    ),
];

/// The kinds of households.
const HOUSEHOLD: &str = "Welke soort huishouden er gevolgd wordt, naar hoe het aan het begin is. Er wordt onder deze \
                         huishoudens geloot. alle (any): elk huishouden waarin een hulpvraag ernstig wordt; schulden \
                         (debts): iemand heeft schulden; kind (child): een kind onder 18 jaar heeft een hulpvraag; \
                         oud-paar (old-couple): een paar, beiden 70 jaar of ouder; alleen (alone): iemand die alleen \
                         woont en niemand heeft om op terug te vallen";

/// Options and arguments by command (empty: in any), the name of their value, and what they do.
const OPTIONS: [(&str, &str, &str, &str); 128] = [
    ("scenarios", "name", "NAAM", "Een vraag of een bestand in het programma, met de naam; of woorden om op te zoeken"),
    ("levers", "keys", "SLEUTEL", "Alleen deze knoppen, elk helemaal, met de sleutel"),
    ("scenarios", "who", "WIE", "Alleen wat iemand vraagt: alderman (wethouder), researcher (onderzoeker) of trainer"),
    (
        "scenarios",
        "write",
        "MAP",
        "Schrijf de bestanden van de vraag, of het bestand, in een map, met alles waarop ze voortbouwen. Een bestand \
         dat er al is, blijft zoals het is",
    ),
    (
        "levers",
        "mechanism",
        "NUMMER",
        "Alleen de knoppen van een mechanisme, met het nummer uit docs/mechanisms.md (mag vaker)",
    ),
    (
        "explain",
        "loops",
        "LUS",
        "Alleen een terugkoppeling: de verbanden, de gemeten versterking, wat erop werkt, en hoe u haar doorknipt (mag \
         vaker)",
    ),
    ("page", "out", "BESTAND", "Waar de pagina komt. Zonder: kantel.html"),
    ("page", "force", "", "Vervang een bestand dat er al is"),
    ("page", "lang", "TAAL", "Taal van de meldingen: en of nl. De pagina spreekt beide"),
    ("serve", "port", "N", "De poort. Zonder: een poort die vrij is"),
    ("serve", "threads", "N", "Hoeveel vragen tegelijk worden doorgerekend. Zonder: één per kern"),
    ("serve", "lang", "TAAL", "Taal van de meldingen: en of nl. De pagina spreekt beide"),
    (
        "compare",
        "scenarios",
        "SCENARIO",
        "De base en de varianten: bestanden of ingebouwde namen; of één vraag (kantel scenarios noemt ze), en dan \
         gelden haar scenario's. Zonder: reactive, proactive met evenveel teamuren, en proactive-budget met evenveel \
         gemeentegeld; met --closure alleen de eerste twee",
    ),
    ("run", "scenario", "SCENARIO", "Een bestand of een ingebouwde naam. Zonder: reactive"),
    (
        "compare",
        "add",
        "SCENARIO",
        "Nog een scenario naast die u noemt, of die een vraag of de opdracht zelf al heeft (mag vaker)",
    ),
    (
        "compare",
        "shard",
        "I/N",
        "Reken alleen de verlopen door van een deel van de werelden, zoals 3/16, en zet ze in --out; kantel merge \
         voegt de delen van meer computers samen",
    ),
    (
        "compare",
        "results",
        "MAP",
        "Vergelijk wat er in mappen met resultaten staat: de base van de eerste met elk ander scenario in een van de \
         mappen. Ze gaan over dezelfde wereld; verlopen die er zijn, worden niet opnieuw doorgerekend",
    ),
    ("resume", "dir", "MAP", "De --out van de run, of van het deel"),
    ("resume", "samples", "N", "Zoveel werelden in plaats van die van de opdracht"),
    ("resume", "replicates", "N", "Zoveel herhalingen per wereld, op dezelfde manier"),
    ("resume", "add", "SCENARIO", "Nog een scenario om met de base te vergelijken (mag vaker)"),
    ("resume", "threads", "N", "Threads. Zonder: als in de opdracht"),
    ("resume", "lang", "TAAL", "Taal: en of nl. Zonder: als in de opdracht"),
    ("resume", "quiet", "", "Geen voortgangsbalk; toon alleen waar om gevraagd is"),
    ("merge", "parts", "DEEL", "De mappen van de delen, in welke volgorde ook"),
    ("merge", "out", "MAP", "Map voor het resultaat: nieuw, leeg of, met --force, een met een eerder resultaat"),
    ("merge", "force", "", "Vervang het resultaat in een map die al bestaat"),
    ("merge", "threads", "N", "Threads. Zonder: als in de opdracht"),
    ("merge", "lang", "TAAL", "Taal: en of nl. Zonder: als in de opdracht"),
    ("merge", "quiet", "", "Geen voortgangsbalk; toon alleen waar om gevraagd is"),
    ("verify", "dir", "MAP", "Een map met resultaten"),
    (
        "verify",
        "samples",
        "N",
        "Reken maar zoveel werelden opnieuw door, verspreid over alle; de andere verlopen komen uit courses.kantel",
    ),
    ("verify", "threads", "N", "Threads. Zonder: als in de opdracht"),
    ("verify", "lang", "TAAL", "Taal: en of nl. Zonder: die van de terminal"),
    ("diff", "a", "A", "Een map met resultaten"),
    ("diff", "b", "B", "Nog een map, of dezelfde"),
    ("diff", "samples", "N", "Kijk alleen naar de eerste N werelden"),
    (
        "diff",
        "scenario",
        "NAAM[=NAAM]",
        "Kijk alleen naar dit scenario, of naar een van A naast een ander van B (mag vaker). Zonder: elk scenario dat \
         in beide dezelfde naam heeft",
    ),
    ("explain", "scenario", "SCENARIO", "Een bestand of een ingebouwde naam. Zonder: reactive"),
    (
        "validate",
        "scenario",
        "SCENARIO",
        "Een bestand of een ingebouwde naam. Zonder: reactive. Tenzij anders gezegd met 20.000 inwoners, 20 werelden \
         en 6 jaar, in het land als één plaats; --district neemt een andere plaats",
    ),
    (
        "validate",
        "districts",
        "BESTAND",
        "In plaats van patronen: een bestand met Kerncijfers wijken en buurten en Wmo-cliënten. Elke wijk van 2.000 \
         inwoners of meer wordt uit haar eigen kenmerken doorgerekend, tenzij anders gezegd met 4.000 inwoners, 4 \
         werelden en 1 jaar, naast wat het CBS telde en naast kleinste kwadraten op dezelfde kenmerken",
    ),
    (
        "calibrate",
        "scenario",
        "SCENARIO",
        "Een bestand of een ingebouwde naam. Zonder: reactive. Met 20.000 inwoners, 400 punten (--samples) in elke \
         ronde en 6 jaar, in heel Nederland als één plaats, tenzij u anders zegt",
    ),
    (
        "calibrate",
        "vary",
        "SLEUTEL[=LAAG:HOOG]",
        "Een getal waarvan het bereik wordt bekeken, met zijn sleutel uit samples.csv (mag vaker); \
         onset.daily=0.02:0.04 geeft een bereik aan een getal dat bekend is. Zonder: elk onzeker getal waar een \
         gepubliceerd cijfer iets over zegt",
    ),
    ("calibrate", "waves", "N", "Rondes: elke rekent op punten die de vorige overlieten. Zonder: 2"),
    (
        "calibrate",
        "districts",
        "BESTAND",
        "Kijk ook hoe wijken verschillen: een bestand Kerncijfers wijken en buurten met Wmo-cliënten. Wijken van alle \
         soorten worden uit hun eigen kenmerken doorgerekend; gemiddelde, spreiding en verbanden tellen mee",
    ),
    ("calibrate", "wijken", "N", "Zoveel wijken; zonder: 30"),
    (
        "calibrate",
        "leave_out",
        "I",
        "Laat één vijfde van de gemeenten weg, 0 tot en met 4, zodat kantel validate --fold daarmee kan oordelen",
    ),
    (
        "validate",
        "needs",
        "BESTAND",
        "Een bestand van de Gezondheidsmonitor (GGD'en, CBS en RIVM) naar wijk: hulpvragen in het model naast wat \
         volwassenen daar zeggen over beperkingen, psychische klachten, eenzaamheid en rondkomen",
    ),
    ("validate", "municipality", "NAAM", "Alleen de wijken van één gemeente, met naam of code (GM0344)"),
    ("validate", "sample", "N", "Alleen zoveel wijken, geloot met hun codes en --seed"),
    (
        "validate",
        "fold",
        "I",
        "Alleen de wijken uit één van vijf groepen gemeenten, 0 tot en met 4. De kleinste kwadraten komen uit de \
         andere groepen",
    ),
    (
        "validate",
        "out",
        "MAP",
        "Map voor het resultaat: nieuw, leeg of, met --force, een met een eerder resultaat. Zonder: \
         kantel-results/validation",
    ),
    (
        "decides",
        "scenarios",
        "SCENARIO",
        "De base en de varianten, als bij compare. Tenzij anders gezegd met 4.000 inwoners, en met 2.000 punten \
         (--samples), verspreid over alle onzekere getallen; één op de tien draait nog een keer. --design neemt andere \
         punten",
    ),
    (
        "decides",
        "closure",
        "WAT",
        "Wat gelijk blijft: hours, budget of extra, als bij compare. Zonder: wat de scenario's zeggen, anders hours",
    ),
    ("decides", "worlds_may_differ", "", "Vergelijk ook scenario's die verschillen in wat over de wereld bekend is"),
    (
        "decides",
        "out",
        "MAP",
        "Map voor het resultaat: nieuw, leeg of, met --force, een met een eerder resultaat. Zonder: \
         kantel-results/decides",
    ),
    (
        "sensitivity",
        "scenarios",
        "SCENARIO",
        "De base en de varianten, als bij compare; of één scenario, met zijn eigen uitkomst. Tenzij anders gezegd met \
         4.000 inwoners en hoogstens 2.000 runs van elk (--samples); een deel draait nog een keer, voor het toeval",
    ),
    (
        "sensitivity",
        "method",
        "METHODE",
        "Hoe: morris (effecten van stappen; voor veel getallen), sobol (delen van de variantie; voor weinig getallen) \
         of prim (een doos). sobol zonder --paths neemt de 8 getallen met de grootste effecten, uit een kwart van de \
         runs. Zonder: morris",
    ),
    (
        "sensitivity",
        "outcome",
        "INDICATOR[/GROEP][@PERIODE]",
        "Welke uitkomst: een indicator, van een groep, over een periode (term, horizon, year:2); als verschil met de \
         base (mag vaker). Zonder: ernstige nood zonder hulp, euro's van de gemeente en euro's van allen",
    ),
    (
        "sensitivity",
        "paths",
        "SLEUTEL,SLEUTEL,...",
        "De onzekere getallen waar het om gaat, met hun sleutel uit samples.csv; voor de andere geldt de beste \
         schatting. Zonder: elk getal waar iets van afhangt dat meedoet",
    ),
    (
        "sensitivity",
        "second_order",
        "",
        "Bij sobol: ook wat twee getallen samen doen en geen van beide alleen. Dat kost bijna twee keer zoveel runs",
    ),
    (
        "sensitivity",
        "above",
        "GETAL",
        "Bij prim: zoek uitkomsten boven dit getal. Zonder --above en --below: een verschil ten kwade",
    ),
    ("sensitivity", "below", "GETAL", "Bij prim: zoek uitkomsten onder dit getal"),
    (
        "sensitivity",
        "results",
        "MAP",
        "Bij prim: neem de werelden van een map met resultaten; wat er is, wordt niet opnieuw doorgerekend",
    ),
    (
        "sensitivity",
        "points",
        "BESTAND",
        "Punten die iemand elders heeft doorgerekend: een eerste rij met namen, dan een rij voor elke run. Er wordt \
         niets gerekend",
    ),
    (
        "sensitivity",
        "outcomes",
        "BESTAND",
        "De uitkomsten daarvan: een eerste rij met namen, dan in elke kolom een uitkomst van elke run",
    ),
    (
        "sensitivity",
        "closure",
        "WAT",
        "Wat gelijk blijft: hours, budget of extra, als bij compare. Zonder: wat de scenario's zeggen, anders hours",
    ),
    (
        "sensitivity",
        "worlds_may_differ",
        "",
        "Vergelijk ook scenario's die verschillen in wat over de wereld bekend is",
    ),
    (
        "sensitivity",
        "out",
        "MAP",
        "Map voor het resultaat: nieuw, leeg of, met --force, een met een eerder resultaat. Zonder: \
         kantel-results/sensitivity",
    ),
    (
        "sweep",
        "scenario",
        "SCENARIO",
        "De basis waar alle punten beginnen: een bestand of een ingebouwde naam. Zonder: reactive. Tenzij anders \
         gezegd met 40 werelden",
    ),
    (
        "sweep",
        "vary",
        "SLEUTEL=WAARDEN",
        "Wat varieert, en waarover (mag vaker): SLEUTEL=VAN:TOT:STAP, SLEUTEL=a,b,c, of met --design lhs of sobol \
         SLEUTEL=VAN:TOT. De sleutels zijn die van --set. Waarden gelden als daar: zoals geschreven, voor het aantal \
         inwoners dat meedoet",
    ),
    (
        "sweep",
        "points",
        "N",
        "Zoveel punten, gelijk verdeeld: met --design lhs (Latijnse hyperkubus) of --design sobol. Anders komt elke \
         waarde van een sleutel met elke waarde van de andere voor (rooster), ten hoogste 1.000 punten",
    ),
    (
        "sweep",
        "closure",
        "WAT",
        "Wat gelijk blijft tussen een punt en de basis: hours, budget of extra. Zonder: wat het scenario zegt, anders \
         hours",
    ),
    ("sweep", "worlds_may_differ", "", "Varieer ook wat over de wereld bekend is"),
    (
        "sweep",
        "design",
        "WOORD_OF_BESTAND",
        "Hoe de punten liggen: grid (rooster), lhs of sobol. Een bestand: punten in plaats van trekkingen, als bij \
         compare",
    ),
    (
        "sweep",
        "out",
        "MAP",
        "Map voor het resultaat: nieuw, leeg of, met --force, een met een eerder resultaat. Zonder: \
         kantel-results/sweep",
    ),
    (
        "loops",
        "scenario",
        "SCENARIO",
        "Een bestand of een ingebouwde naam. Zonder: reactive. Tenzij anders gezegd met 5.000 inwoners, 50 werelden en \
         6 jaar",
    ),
    (
        "loops",
        "step",
        "PROCENT",
        "De stap: hoeveel procent minder een verband doorgeeft. Een grotere stap maakt kleinere versterkingen \
         zichtbaar. Zonder: 10",
    ),
    ("check", "files", "BESTAND", "Bestanden met scenario's of wijken, ingebouwde namen, of vragen"),
    (
        "district",
        "file",
        "BESTAND_OF_PLAATS",
        "Een bestand met Kerncijfers wijken en buurten zoals het CBS het publiceert: de jaarlijkse spreadsheet (xlsx, \
         xls), de csv van StatLine, ingepakt (csv.gz) of door Excel opgeslagen. Of de code of naam van een wijk of \
         gemeente in de tabel van het programma (CBS, 2018, wijken van 500 of meer inwoners)",
    ),
    ("district", "wijk", "CODE", "Code van één wijk"),
    (
        "district",
        "municipality",
        "NAAM",
        "Naam of code (GM0344) van een gemeente: één profiel van al haar wijken, die de buurten worden",
    ),
    (
        "district",
        "list",
        "TEKST",
        "Noem de wijken en gemeenten uit de tabel met TEKST in hun code, naam of gemeente; hoofdletters en accenten \
         maken niet uit",
    ),
    ("district", "profile", "BESTAND", "Waar het profiel komt. Zonder: op de terminal, met de tabel als opmerkingen"),
    ("district", "force", "", "Vervang een profiel dat al bestaat"),
    (
        "district",
        "lang",
        "TAAL",
        "Taal van profiel en meldingen: en of nl. Zonder: het profiel in het Engels, meldingen in de taal van de \
         terminal",
    ),
    ("report", "dir", "MAP", "Een map met resultaten"),
    ("report", "lang", "TAAL", "Taal van het rapport: en of nl. Zonder: die van het rapport dat er staat"),
    ("report", "margins", "INDICATOR=GETAL", "Een ander kleinste verschil dat ertoe doet (mag vaker)"),
    (
        "compare",
        "closure",
        "WAT",
        "Wat gelijk blijft: de uren van het team (hours: wat een variant aan outreach toevoegt, gaat van het team af), \
         de euro's van de gemeente (budget: een duurder team koopt minder zorg), of niets (extra: wat een variant \
         toevoegt, komt erbij). Zonder: wat de scenario's zeggen ([experiment] closure), anders hours",
    ),
    (
        "compare",
        "organisation",
        "ORGANISATIE",
        "Vergelijk organisaties van zorg in één wijk: bestanden of ingebouwde namen, de base eerst (utrecht, \
         rotterdam; zie scenarios/organisations). De wereld is die van SCENARIO, anders reactive; de varianten \
         beginnen waar de base na de aanloop is. Er blijft niets gelijk, tenzij --closure of SCENARIO dat zegt",
    ),
    (
        "compare",
        "worlds_may_differ",
        "",
        "Vergelijk ook scenario's die verschillen in wat over de wereld bekend is; dat staat dan bij elk cijfer",
    ),
    (
        "compare",
        "loops",
        "N",
        "Reken na de tabel met een schaalmodel van de wijk, in de eerste N werelden: wat er uitkomt als hulp niets of \
         het meeste doet (hoogstens 30), en met elke terugkoppeling om de beurt doorgeknipt; 0 laat dat weg. Zonder: \
         40",
    ),
    (
        "compare",
        "loop_residents",
        "N",
        "Inwoners van dat schaalmodel: een wijk van dezelfde opbouw met ten hoogste N inwoners. Zonder: 4000",
    ),
    (
        "story",
        "scenarios",
        "SCENARIO",
        "De basis en een variant: bestanden of ingebouwde namen. Zonder: reactive en proactive",
    ),
    ("tour", "questions", "VRAAG", "Vragen uit de doos, bij hun sleutel. Zonder: die van docs/tour"),
    (
        "tour",
        "out",
        "MAP",
        "De map: nieuw, leeg of een met een tour. Pagina's van dezelfde vragen worden vervangen. Zonder: tour",
    ),
    ("tour", "residents", "N", "Inwoners die nagebootst worden. Zonder: 4000"),
    ("tour", "years", "N", "Jaren die nagebootst worden. Zonder: 8"),
    ("tour", "replicates", "N", "Herhalingen van elke wereld: met twee is toeval te onderscheiden. Zonder: 2"),
    ("tour", "samples", "N", "Werelden: trekkingen van de onzekere getallen. Zonder: 32"),
    (
        "tour",
        "loops",
        "N",
        "Werelden waarin kringlopen worden doorgeknipt, en hulp niets of het meeste doet, in schaalmodellen; 0 laat \
         dat weg. Zonder: 30",
    ),
    ("tour", "bound_residents", "N", "Inwoners van het schaalmodel waarin hulp niets of het meeste doet. Zonder: 1500"),
    ("tour", "loop_residents", "N", "Inwoners van het schaalmodel waarin kringlopen worden doorgeknipt. Zonder: 300"),
    ("tour", "lang", "TAAL", "Taal van de meldingen: en of nl. De pagina's zijn er in beide"),
    ("story", "household", "SOORT", HOUSEHOLD),
    (
        "story",
        "closure",
        "WAT",
        "Wat gelijk blijft: hours, budget of extra, als bij compare. Zonder: wat de scenario's zeggen, anders hours",
    ),
    ("compare", "household", "SOORT", HOUSEHOLD),
    ("story", "lang", "TAAL", "Taal van het verhaal: en of nl. Zonder: zoals de terminal staat"),
    ("compare", "no_lives", "", "Volg geen huishouden door beide scenario's"),
    (
        "",
        "district",
        "BESTAND_OF_PLAATS",
        "Een andere wijk: een bestand met een profiel, of de code of naam van een wijk of gemeente in de tabel van het \
         programma (WK034403, Deventer; kantel district --list TEKST vindt ze). Fte, plekken en besparingen schalen \
         mee. Meer dan één keer: verschillende wijken naast elkaar (--as-districts)",
    ),
    (
        "",
        "as_districts",
        "",
        "Reken de wijken van de gemeente, of elke --district, naast elkaar door: elke wijk met een eigen team en eigen \
         beleid zoals gepland per inwoner, en met gedeelde wachtlijsten in de tweede lijn. Het antwoord gaat over alle \
         wijken samen; districts.csv heeft ze een voor een",
    ),
    ("", "residents", "N", "Hoeveel inwoners meedoen. Fte, plekken en besparingen schalen mee"),
    ("", "years", "N", "Hoeveel jaren, 1 tot en met 100"),
    (
        "",
        "samples",
        "N",
        "Hoe vaak de onzekere getallen worden getrokken (werelden). Zonder dit en --replicates trekt een vergelijking \
         zo vaak tot geen kerncijfer om meer vraagt, ten hoogste 400 werelden en 10 herhalingen, en voor de \
         standaardwijk zo'n vijf minuten van één kern",
    ),
    (
        "",
        "design",
        "BESTAND",
        "Punten in plaats van trekkingen: een tabel met een kolom voor elk getal waar het over gaat (de sleutel uit \
         samples.csv) en een rij met kwantielen, 0 tot en met 1, voor elke wereld. Getallen die er niet in staan \
         worden getrokken, of staan op hun beste schatting met --set experiment.others=best",
    ),
    (
        "",
        "replicates",
        "N",
        "Herhalingen (toeval) binnen elke wereld: precies zoveel. Zonder krijgt een kleine wijk er een paar, en draait \
         een grote de eerste 20 werelden nog een keer, om toeval te scheiden van wat niemand weet",
    ),
    ("", "seed", "N", "Het begin van alle trekkingen: hetzelfde getal geeft dezelfde uitkomst"),
    (
        "",
        "with",
        "BESTAND",
        "Wat u beter weet over de wereld: getallen, omstandigheden, prijzen. Een bestand of een ingebouwde naam, dat \
         over alle scenario's wordt gelegd (mag vaker)",
    ),
    (
        "",
        "set",
        "[NAAM:]SLEUTEL=WAARDE",
        "Bepaal één waarde in alle scenario's, of in één: `team.fte=40` of `proactive:outreach.door_fte=5` (mag \
         vaker). De waarde geldt zoals zij er staat, voor de wijk zo groot als --district en --residents die maken. \
         Wat niemand weet, is een verdeling: `--set \"team.fte={ low = 30, mode = 35, high = 45 }\"`",
    ),
    (
        "",
        "out",
        "MAP",
        "Map voor de resultaten: nieuw, leeg of, met --force, een met een eerder resultaat. Zonder: kantel-results/ \
         met de namen van de scenario's",
    ),
    (
        "",
        "force",
        "",
        "Vervang het resultaat in een map die bestaat: elk bestand dat kantel daar schreef. Een map met andere \
         bestanden, of zonder resultaat, wordt geweigerd",
    ),
    ("", "threads", "N", "Threads; zonder: zoveel als er kernen zijn. De uitkomst hangt er niet van af"),
    (
        "",
        "csv",
        "VORM",
        "nl: schrijf de tabellen ook voor een Nederlandse spreadsheet, in csv-nl/ van het resultaat: puntkomma's, \
         decimale komma's, Nederlandse koppen, afgerond. De gewone tabellen blijven zoals ze zijn",
    ),
    (
        "",
        "persons",
        "",
        "Schrijf ook persons.csv: wie welke wetten en voorzieningen samen gebruikt, hoelang, wie terugkomt, hoe euro's \
         over huishoudens zijn verdeeld, en hoelang duurde wat eindigde",
    ),
    ("", "quiet", "", "Geen voortgang, alleen wat er gevraagd is"),
    ("", "verbose", "", "Zeg ook hoe snel het ging, en wat gedeelde trekkingen scheelden"),
    ("", "lang", "TAAL", "Taal: en of nl. Zonder: bestanden in het Engels, meldingen in de taal van de terminal"),
];

const TEMPLATE: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";

const ABOUT: &str =
    "Simulator van de zorg in een Nederlandse wijk: vergelijk beleid voordat iemand ermee hoeft te leven";
const EXAMPLES: &str = "Voorbeelden:\n  \
    kantel compare                             aanbellen of afwachten? In de ingebouwde wijk\n  \
    kantel compare --lang nl --out uitkomst    hetzelfde, met het rapport in het Nederlands\n  \
    kantel scenarios                           de vragen in het programma, naar wie vraagt\n  \
    kantel compare own-strength                een van die vragen\n  \
    kantel compare mijn.toml plan-b.toml       twee scenario's van uzelf\n  \
    kantel check mijn.toml                     elke fout in een scenario, er wordt niets gedraaid\n  \
    kantel district --list deventer            de wijken van een gemeente\n\n\
    Codes aan het eind: 0 klaar; 2 uw invoer klopt niet, er is niets geschreven; 3 schijf of rechten; 130 onderbroken; \
    101 een fout in kantel.";

/// The command line with its help in Dutch.
pub(super) fn in_dutch(command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut whole = shared(command, "Opties")
        .about(ABOUT)
        .after_help(EXAMPLES)
        .override_usage("kantel <OPDRACHT> [OPTIES]")
        .subcommand_help_heading("Opdrachten")
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help("Toon de versie")
                .help_heading("Opties"),
        );
    for name in names {
        whole = whole.mut_subcommand(name.clone(), |sub| of_command(sub, &name));
    }
    whole
}

fn shared(command: Command, heading: &'static str) -> Command {
    command.help_template(TEMPLATE).disable_help_flag(true).arg(
        Arg::new("help").long("help").short('h').action(ArgAction::Help).help("Toon deze hulp").help_heading(heading),
    )
}

fn of_command(sub: Command, name: &str) -> Command {
    let told = COMMANDS.iter().find(|(command, ..)| *command == name);
    let sub = match told {
        Some((_, about, usage, examples)) => {
            shared(sub, "Opties").about(*about).override_usage(*usage).after_help(*examples)
        }
        None => sub,
    };
    sub.mut_args(|arg| of_option(arg, name))
}

fn of_option(arg: Arg, command: &str) -> Arg {
    let id = arg.get_id().as_str().to_owned();
    let Some((value, help)) = option(command, &id) else { return arg };
    let heading = match arg.get_help_heading() {
        _ if arg.is_positional() => "Argumenten",
        Some("Scenario") => "Scenario",
        Some("Running and output") => "Draaien en uitvoer",
        _ => "Opties",
    };
    let takes_value = arg.is_positional() || arg.get_action().takes_values();
    let arg = arg.help(help).long_help(help).help_heading(heading);
    if takes_value { arg.value_name(value).hide_default_value(true).hide_possible_values(true) } else { arg }
}

/// The name of an option's value, and what it does.
fn option(command: &str, id: &str) -> Option<(&'static str, &'static str)> {
    let of = |name: &str| OPTIONS.iter().find(|(of, option, ..)| *of == name && *option == id).map(|o| (o.2, o.3));
    of(command).or_else(|| of(""))
}

#[cfg(test)]
mod tests {
    use super::super::args::command;
    use super::*;

    #[test]
    fn every_command_and_option_has_dutch_help() {
        for sub in command().get_subcommands() {
            let name = sub.get_name();
            assert!(COMMANDS.iter().any(|(command, ..)| *command == name), "{name}");
            for arg in sub.get_arguments().filter(|arg| !arg.is_hide_set() && arg.get_id() != "help") {
                assert!(option(name, arg.get_id().as_str()).is_some(), "{name} {}", arg.get_id());
            }
        }
    }

    #[test]
    fn no_dutch_help_is_of_nothing() {
        let whole = command();
        let has = |name: &str, id: &str| {
            whole.get_subcommands().any(|sub| {
                (name.is_empty() || sub.get_name() == name) && sub.get_arguments().any(|arg| arg.get_id() == id)
            })
        };
        for (name, id, ..) in OPTIONS {
            assert!(has(name, id), "{name} {id}");
        }
        in_dutch(command()).debug_assert();
    }
}
