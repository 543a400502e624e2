//! Notes on what people do in return: who does, who stays away, checking, cuts in benefits.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    ("no Dutch count seen", "wij kennen geen Nederlandse telling"),
    (
        "who must do more does it less often; the range includes none",
        "wie meer moet doen, doet het minder vaak; misschien is er geen effect",
    ),
    (
        "no scale to measure it on; people differ by 0.2 either way",
        "er is geen maat voor; mensen verschillen er 0,2 naar boven en beneden in",
    ),
    (
        "no Dutch estimate seen; the range includes none",
        "wij kennen geen Nederlandse schatting; misschien is er geen effect",
    ),
    (
        "who would be exempt does not always know; no figure seen",
        "wie vrijgesteld zou zijn, weet dat niet altijd; wij kennen geen cijfer",
    ),
    (
        "a call or a visit now and then; no figure seen",
        "af en toe een telefoontje of een bezoek; wij kennen geen cijfer",
    ),
    (
        "professionals use their discretion; a constant, as their way of working is not in the model",
        "professionals hebben handelingsruimte; één vast getal, want hun manier van werken zit niet in het model",
    ),
    ("no figure seen; the range includes no difference", "wij kennen geen cijfer; misschien is er geen verschil"),
    (
        "pay crowds out volunteering (Frey and Goette 1999), or does not (Fiorillo 2011); of obligation no figure \
         seen; the range includes none",
        "betaling verdringt vrijwilligerswerk (Frey en Goette 1999), of niet (Fiorillo 2011); over een verplichting \
         kennen wij geen cijfer; misschien is er geen effect",
    ),
    (
        "28,800 people with a task in March 2024 (CBS, Extra uitvraag Tegenprestatie), of some 400,000 on social \
         assistance, which is general knowledge",
        "28.800 mensen met een tegenprestatie in maart 2024 (CBS, Extra uitvraag Tegenprestatie), van ongeveer \
         400.000 met bijstand; dat laatste is algemene kennis",
    ),
    (
        "who has a low income and has been without work for so long lives on social assistance; unemployment benefit \
         comes first for some",
        "wie een laag inkomen heeft en zo lang zonder werk is, heeft bijstand; voor sommigen komt eerst de WW",
    ),
    (
        "sanctions raise the exit from Dutch social assistance (Van den Berg, Van der Klaauw and Van Ours 2004), or \
         raise compliance and not search (Verlaat and Bijleveld)",
        "kortingen verhogen de uitstroom uit de bijstand (Van den Berg, Van der Klaauw en Van Ours 2004), of mensen \
         houden zich alleen beter aan de regels (Verlaat en Bijleveld)",
    ),
    (
        "a team may ask; no count seen of teams that do",
        "een wijkteam mag het vragen; wij kennen geen telling van wijkteams die dat doen",
    ),
    (
        "no legal sanction is known in the Wmo: nobody can decide on it",
        "in de Wmo is geen sanctie bekend: niemand kan dit besluiten",
    ),
    (
        "a by-law under the Participatiewet; nothing is what is there today, which is in the rates",
        "een verordening onder de Participatiewet; niets is wat er vandaag al is, dat zit in de kansen",
    ),
    (
        "0 is the share of today (reciprocity.task_share); at 1 everybody gets a task",
        "0 is het deel van vandaag (reciprocity.task_share); bij 1 krijgt iedereen een taak",
    ),
    (
        "what may be asked beside care and work; general knowledge",
        "wat naast zorg en werk gevraagd kan worden; algemene kennis",
    ),
    (
        "a call or a visit now and then; no count seen",
        "af en toe een telefoontje of een bezoek; wij kennen geen telling",
    ),
    (
        "people differ from 0.3 to 0.9; debts and crisis lower it; no rule seen that says it in numbers",
        "mensen verschillen van 0,3 tot 0,9; schulden en crisis verlagen het; wij kennen geen regel met een getal",
    ),
    (
        "a by-law says how much, up to all of it; no count by size seen",
        "een verordening zegt hoeveel, tot alles; wij kennen geen telling naar hoogte",
    ),
    (
        "a by-law says for how long, one to three months; general knowledge",
        "een verordening zegt hoelang, een tot drie maanden; algemene kennis",
    ),
];
