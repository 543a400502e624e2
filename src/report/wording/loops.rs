//! What is said of the feedback loops of the model, in a figure of them all.

use super::Lang;
use crate::experiment::Measured;
use crate::language::{Text, text};

/// The words of a language.
pub(in crate::report) struct LoopWords {
    /// Where the figure is to be found.
    pub(in crate::report) pointer: &'static str,
    /// Before the figure is opened.
    pub(in crate::report) summary: &'static str,
    /// Title of the figure.
    pub(in crate::report) title: &'static str,
    /// What it shows, below it.
    pub(in crate::report) finding: &'static str,
    /// How to read it.
    pub(in crate::report) note: &'static str,
    /// Heads of the table.
    pub(in crate::report) heads: [&'static str; 6],
    lang: Lang,
}

static ENGLISH: LoopWords = LoopWords {
    pointer: "The annex draws every feedback with its links, below the assumptions.",
    summary: "How the feedbacks of the model go round",
    title: "The feedbacks of the model, a ring each",
    finding: "Each ring is a feedback; each arrow in it a causal link that a scenario can weaken or cut.",
    note: "The links of a ring act together; their order says nothing. The number beside an arrow is that of \
           its line. Plus: more of the cause gives more of the effect; minus: less. Dashed: the way back \
           through the rest of the model, which cannot be cut. Thick: the link into which a step was fed. Gain: \
           of that step the share that comes back, above 0 reinforcing, below 0 balancing. The links are as \
           strong as the model has them: 1.",
    heads: ["Feedback", "Link", "From and to", "Sign", "Strength", "Gain (standard error)"],
    lang: Lang::En,
};

static DUTCH: LoopWords = LoopWords {
    pointer: "De bijlage tekent elke terugkoppeling met haar verbanden, onder de aannames.",
    summary: "Hoe de terugkoppelingen in het model rondgaan",
    title: "De terugkoppelingen in het model, elk een ring",
    finding: "Elke ring is een terugkoppeling. Elke pijl is een verband dat een scenario kan verzwakken of \
              doorknippen.",
    note: "De verbanden in een ring werken samen; hun volgorde zegt niets. Het getal bij een pijl hoort bij de \
           regel ernaast. Plus: meer van de oorzaak geeft meer van het gevolg. Min: dan minder. Gestreept: de \
           weg terug door de rest van het model; die kan niet los worden doorgeknipt. Dik: het verband waar een \
           stap in ging. Versterking: het deel van die stap dat terugkomt. Boven 0 is dat versterkend, onder 0 \
           dempend. De verbanden zijn zo sterk als in het model: 1.",
    heads: ["Terugkoppeling", "Verband", "Van en naar", "Teken", "Sterkte", "Versterking (standaardfout)"],
    lang: Lang::Nl,
};

impl LoopWords {
    /// Of a language.
    pub(in crate::report) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Nl => &DUTCH,
        }
    }

    /// A gain with its error; nothing where a link starts from nothing.
    pub(in crate::report) fn number(&self, measured: &Measured) -> Option<String> {
        let number = |x: f64| {
            // No minus before a nil.
            let plain = format!("{x:.2}").replace("-0.00", "0.00").replace('-', "−");
            if self.lang == Lang::Nl { plain.replace('.', ",") } else { plain }
        };
        Some(format!("{} ({})", number(measured.gain?), number(measured.error?)))
    }

    /// The gains of a loop in a line, each with the number of its link.
    pub(in crate::report) fn gains(&self, gains: &[(usize, &Measured)]) -> String {
        let told = |(place, measured): &(usize, &Measured)| {
            let (place, life) = (place + 1, measured.life().name());
            let told: Text = match self.number(measured) {
                Some(number) => text!("{number} by link {place}: {life}", "{number} bij verband {place}: {life}"; life),
                None => text!("none by link {place}: {life}", "geen bij verband {place}: {life}"; life),
            };
            told.of(self.lang).to_owned()
        };
        let all: Vec<String> = gains.iter().map(told).collect();
        let all = all.join("; ");
        text!("Gain {all}", "Versterking {all}").of(self.lang).to_owned()
    }

    /// What a picture of so many loops and links shows, for those who do not see it.
    pub(in crate::report) fn description(&self, loops: usize, links: usize, version: u32) -> String {
        text!(
            "{loops} feedback loops with {links} causal links, each with its sign, and the gains that were measured in \
             version {version} of the model in the reactive scenario. The table below has them all.",
            "{loops} terugkoppelingen met {links} verbanden, elk met het teken, en de versterking zoals gemeten in \
             versie {version} van het model in het reactieve scenario. De tabel hieronder heeft ze allemaal."
        )
        .of(self.lang)
        .to_owned()
    }

    /// In which version gains were measured.
    pub(in crate::report) fn measured_in(&self, version: u32) -> String {
        text!(
            "Gains were measured in version {version} of the model, in the reactive scenario as shipped, not in your \
             district.",
            "De versterking is gemeten in versie {version} van het model, in het ingebouwde reactieve scenario. Dat is \
             niet uw wijk."
        )
        .of(self.lang)
        .to_owned()
    }
}
