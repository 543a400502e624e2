//! Options and arguments in Dutch.

/// The kinds of households.
const HOUSEHOLD: &str = "Welke soort huishouden er gevolgd wordt, naar hoe het aan het begin is. Er wordt onder deze \
                         huishoudens geloot. alle (any): elk huishouden waarin een hulpvraag ernstig wordt; schulden \
                         (debts): iemand heeft schulden; kind (child): een kind onder 18 jaar heeft een hulpvraag; \
                         oud-paar (old-couple): een paar, beiden 70 jaar of ouder; alleen (alone): iemand die alleen \
                         woont en niemand heeft om op terug te vallen";

/// Options and arguments by command (empty: in any), the name of their value, and what they do.
pub(super) const OPTIONS: &[(&str, &str, &str, &str)] = &[
    (
        "game",
        "action",
        "ACTIE",
        "Wat u doet: new (beginnen), play (spelen), serve (schermen), code, undo (terug), debrief, export of balance",
    ),
    ("game", "dir", "MAP", "De map van de sessie; niet bij new en balance"),
    ("game", "out", "PAD", "new: de map, die er nog niet is; export: het bestand (zonder: de terminal)"),
    ("game", "groups", "N", "new: het aantal groepen"),
    (
        "game",
        "number",
        "N",
        "new: het nummer van de sessie, waarop de codes worden gecontroleerd. Zonder: naar de klok",
    ),
    ("game", "residents", "N", "new, balance: inwoners. Zonder: 15.000"),
    (
        "game",
        "samples",
        "N",
        "new, balance: werelden. De eerste wordt gespeeld, de andere laten zien wat geluk is. Zonder: 16",
    ),
    ("game", "seed", "N", "new, balance: het startgetal van de loting"),
    ("game", "code", "CODE", "play: de code van een groep; vaker, één voor elke groep"),
    (
        "game",
        "sheets",
        "BESTAND",
        "play, code: een bestand met de bladen: [A] en een regel voor elk vakje dat verandert",
    ),
    ("game", "event", "GEBEURTENIS", "play, code: wat er in deze ronde gebeurt, bij elke groep"),
    ("game", "group", "LETTER", "export: de groep"),
    ("game", "random", "N", "balance: strategieën die maar iets invullen"),
    ("game", "events", "", "balance: ook welke strategie op elke as het beste is na elke gebeurtenis"),
    ("game", "port", "N", "serve: de poort. Zonder: een poort die vrij is"),
    ("game", "threads", "N", "Threads. Zonder: één per kern. De uitkomst hangt er niet van af"),
    (
        "game",
        "lang",
        "TAAL",
        "Taal: en of nl. Zonder: die van de terminal, en de kit in het Engels. De schermen spreken beide",
    ),
    ("scenarios", "name", "NAAM", "Een vraag of een bestand in het programma, met de naam; of woorden om op te zoeken"),
    ("levers", "keys", "SLEUTEL", "Alleen deze knoppen, elk helemaal, met de sleutel"),
    (
        "registry",
        "table",
        "TABEL",
        "Wat erin staat: levers (knoppen), parameters (getallen), indicators (uitkomsten), links (verbanden) of \
         microdata (de kolommen van kantel microdata)",
    ),
    (
        "registry",
        "scenario",
        "SCENARIO",
        "Een bestand of een ingebouwde naam, waarvan de waarden ernaast staan. Zonder: reactive",
    ),
    (
        "microdata",
        "table",
        "TABEL",
        "Waarover: cases (zaken), episodes (hulpvragen), entitlements (voorzieningen) of visits (huisbezoeken)",
    ),
    ("microdata", "dir", "MAP", "De map met resultaten: de verlopen draaien opnieuw, en worden gevolgd"),
    ("microdata", "scenario", "NAAM", "Alleen van dit scenario, met de naam (vaker mag). Zonder: van elk"),
    ("microdata", "sample", "N", "Van deze wereld, vanaf 0 (vaker mag). Zonder: van de eerste"),
    ("microdata", "replicate", "N", "Van deze herhaling, vanaf 0 (vaker mag). Zonder: van elke"),
    ("microdata", "threads", "N", "Threads. Zonder: één per kern. De uitkomst hangt er niet van af"),
    ("judge", "table", "BESTAND", "Een tabel met de kolommen sample, replicate, base en variant"),
    ("judge", "better", "KANT", "Wat beter is: lower (minder), higher (meer) of neither (geen van beide)"),
    ("judge", "margin", "MAAT", "Het kleinste verschil dat ertoe doet, in de eenheid van de uitkomst"),
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
         runs; dat zijn er dan 6.000. Zonder: morris",
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
        "De basis en een variant: bestanden of ingebouwde namen, of een vraag van kantel scenarios. Zonder: \
         reactive en proactive",
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
    (
        "",
        "max_memory",
        "GROOTTE",
        "Geheugen dat nodig mag zijn, zoals 2GiB of 512M. Met minder threads als dat genoeg scheelt; anders wordt er \
         niet gerekend. Zonder: wat de machine over heeft",
    ),
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
         zo vaak tot geen oordeel over een kerncijfer nog kan omslaan, ten hoogste 400 werelden en 10 herhalingen, en \
         voor de standaardwijk zo'n tien minuten van één kern",
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
