//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use crate::mechanisms::rows;
use crate::observation::per_thousand;
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        youth_onset: "household.youth_onset", "ratio", tri(1.0, 1.5, 2.2), 1.0..=4.0,
            Assumption("what parents' needs add beside the frailty that members share has no figure, and may be \
                        nothing; range 1 to 2.2"),
            "Onset of youth needs for each parent in a severe need and each debt or housing problem that nobody helps \
             with (at most three)",
            "Nieuwe hulpvragen bij opgroeien per ouder met een ernstig probleem en per schuld- of woonprobleem zonder \
             hulp (hoogstens drie)", help from 1.0 up;
        adult_onset: "household.adult_onset", "ratio", tri(1.0, 1.3, 1.8), 1.0..=4.0,
            Assumption("onset.coupling is the only figure like it, and it may be nothing; range 1 to 1.8"),
            "Onset of mental and work needs for each debt or housing problem of a housemate that nobody helps with",
            "Nieuwe hulpvragen bij werk en psyche per schuld- of woonprobleem van een huisgenoot zonder hulp",
            help from 1.0 up;
        worsening: "household.worsening", "ratio", tri(1.0, 1.2, 1.6), 1.0..=4.0,
            Assumption("the range includes no effect; range 1 to 1.6"),
            "Worsening of youth, mental and work needs while nobody helps with the household's debts or housing",
            "Verergering bij opgroeien, psyche en werk zolang niemand helpt bij schulden of wonen van het huishouden",
            help from 1.0 up;
    }
    links {
        /// A parent's severe need makes needs of a child likelier.
        PARENTS_YOUTH = 29: "parents_youth", "severe needs of parents" => "onset of youth needs", '+', "",
            Assumption("household.youth_onset; the range includes none");
        /// A household's unsolved basics make needs of its members likelier.
        BASICS_ONSET = 30: "basics_onset", "unsolved debts and housing" => "onset of housemates' needs", '+', "R9",
            Assumption("household.youth_onset, household.adult_onset; the ranges include none");
        /// A household's unsolved basics make its members' needs worse.
        BASICS_WORSENING = 31: "basics_worsening", "unsolved debts and housing" => "worsening", '+', "R9",
            Assumption("household.worsening; the range includes none");
    }
    indicators {
        ONSETS_YOUTH = 92: "onsets.youth", "episodes", true_only, detail, Flow, Lower, per_thousand(0.25),
            "Youth needs that began", "Hulpvragen bij opgroeien die ontstonden";
        ONSETS_YOUTH_BURDENED = 93: "onsets.youth.burdened", "episodes", true_only, detail, Flow, Lower,
            per_thousand(0.1),
            "Youth needs that began with a parent in a severe need, or with debts or housing that nobody helps with",
            "Hulpvragen bij opgroeien die ontstonden terwijl een ouder ernstige problemen had, of bij schulden of \
             woonproblemen zonder hulp";
    }
}
