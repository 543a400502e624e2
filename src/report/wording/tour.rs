//! The words of the tour that no report has: heads, sizes and how to ask a question oneself.

use crate::language::{Lang, Text, text};

pub(in crate::report) const ANSWER: Text = Text::fixed("The answer", "Het antwoord");
pub(in crate::report) const BOUNDS: Text =
    Text::fixed("If help did nothing, or the most", "Als hulp niets deed, of het meeste");
pub(in crate::report) const WHY: Text = Text::fixed("What carried it", "Wat het verschil draagt");
pub(in crate::report) const FOR_WHOM: Text =
    Text::fixed("For whom it is better or worse", "Voor wie het beter of slechter is");
pub(in crate::report) const OTHERWISE: Text =
    Text::fixed("What would give another answer", "Wat een ander antwoord zou geven");
pub(in crate::report) const YOURSELF: Text = Text::fixed("Ask it yourself", "Vraag het zelf");
pub(in crate::report) const FIGURES: Text = Text::fixed("The figures that matter", "De cijfers die ertoe doen");
pub(in crate::report) const FIGURE: Text = Text::fixed("Figure", "Cijfer");
pub(in crate::report) const TO_LOOK_AT: Text =
    Text::fixed("What this question asks to look at, per year", "Waar deze vraag u op laat letten, per jaar");
pub(in crate::report) const ALL_QUESTIONS: Text = Text::fixed("All questions", "Alle vragen");
pub(in crate::report) const NOTHING_CARRIED: Text = Text::fixed(
    "Each feedback was cut in turn. Of none can be told from these samples that it carries a part of the difference.",
    "Elke terugkoppeling is om de beurt doorgeknipt. Van geen enkele is met deze werelden te zeggen dat die een deel \
     van het verschil draagt.",
);
pub(in crate::report) const NO_BET: Text = Text::fixed("This was not computed here.", "Dit is hier niet doorgerekend.");

/// The title of the tour.
pub(in crate::report) const TITLE: Text =
    Text::fixed("A tour of questions that people bring", "Een rondgang langs vragen uit de praktijk");

/// What the tour is.
pub(in crate::report) const INTRO: Text = Text::fixed(
    "Each page takes a question as somebody in a municipality would ask it. It gives the answer that the model gives, \
     how sure that is, and what would turn it. The district is small and invented, so read the direction and the \
     doubt, not the amounts. For your own district, run the question yourself: each page ends with the command.",
    "Elke pagina neemt een vraag zoals iemand in een gemeente die zou stellen. U leest het antwoord van het model, hoe \
     zeker dat is, en wat het zou omkeren. De wijk is klein en nagebootst. Lees dus de richting en de twijfel, niet de \
     bedragen. Wilt u het weten voor uw eigen wijk? Reken de vraag dan zelf door. Elke pagina eindigt met de opdracht.",
);

/// What an undecided verdict is worth.
pub(in crate::report) const UNDECIDED: Text = Text::fixed(
    "*Undecided* is an answer too, and there are two kinds. *Compute more*: more samples may tell, and too few were \
     computed here. *Too little is known*: nobody can know this today, and the page says on what it turns.",
    "*Onbeslist* is ook een antwoord, en er zijn twee soorten. *Reken meer*: met meer werelden is het misschien wel te \
     zeggen. Hier zijn er te weinig doorgerekend. *Te weinig bekend*: niemand kan dit nu weten. De pagina zegt waar \
     het van afhangt.",
);

/// Heads of the table of questions.
pub(in crate::report) const COLUMNS: [Text; 2] =
    [Text::fixed("Question", "Vraag"), Text::fixed("What comes out", "Wat eruit komt")];

/// How large what was computed is, and by which version.
pub(in crate::report) fn size(
    lang: Lang,
    residents: &str,
    place: &str,
    (from, to): (i32, i32),
    samples: &str,
) -> String {
    text!(
        "Computed for an invented district of {residents}, made like {place}, from {from} to {to}, in {samples}.",
        "Doorgerekend voor een nagebootste wijk met {residents}, gemaakt naar {place}, van {from} tot en met {to}, in \
         {samples}."
    )
    .of(lang)
    .to_owned()
}

/// The version of the model.
pub(in crate::report) fn version(lang: Lang, version: u32) -> String {
    text!("Model version {version}.", "Versie {version} van het model.").of(lang).to_owned()
}

/// That a page was made by an older version of the model.
pub(in crate::report) fn older(lang: Lang, made: u32, now: u32) -> String {
    text!(
        "**Made by an older version.** This page is of version {made} of the model; the model is now at version {now}. \
         Figures and verdicts may differ.",
        "**Gemaakt met een oudere versie.** Deze pagina is van versie {made} van het model; het model is nu bij versie \
         {now}. Cijfers en oordelen kunnen anders zijn."
    )
    .of(lang)
    .to_owned()
}

/// How somebody runs the question.
pub(in crate::report) const RUN: Text = Text::fixed(
    "At full size, with as many samples as the verdicts need. `--district NAME` takes your own district, `--lang nl` \
     writes the report in Dutch.",
    "Op volle grootte, met zoveel werelden als de oordelen nodig hebben. `--district NAAM` neemt uw eigen wijk, \
     `--lang nl` schrijft het rapport in het Nederlands.",
);
/// How this page was computed.
pub(in crate::report) const THIS_PAGE: Text = Text::fixed("This page, exactly:", "Precies deze pagina:");
