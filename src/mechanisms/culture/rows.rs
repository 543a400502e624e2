//! The rows of this mechanism: its numbers, settings, links and indicators.

use super::state::Culture;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

rows! {
    parameters {
        professional: "culture.professional", "share", tri(0.1, 0.25, 0.4), 0.01..=1.0,
            Assumption("field reports call helping people to manage themselves the exception; no count; range 0.1 to \
                        0.4"),
            "How far professionals see to it that people manage (zorgen dat), at the start",
            "In hoeverre professionals zorgen dát mensen verder kunnen, aan het begin";
        routine: "culture.routine", "share", tri(0.1, 0.2, 0.35), 0.01..=1.0,
            Assumption("routines lag behind people; no count; range 0.1 to 0.35"),
            "How far routines of the team do, at the start", "In hoeverre de routine van het wijkteam dat doet, aan \
            het begin";
        organisation: "culture.organisation", "share", tri(0.1, 0.3, 0.5), 0.01..=1.0,
            Assumption("plans say so more than work does; no count; range 0.1 to 0.5"),
            "How far organisation and municipality do, at the start",
            "In hoeverre organisatie en gemeente dat doen, aan het begin";
        norm: "culture.norm", "share", tri(0.1, 0.2, 0.35), 0.01..=1.0,
            Assumption("residents expect what they have met; no count; range 0.1 to 0.35"),
            "How far residents expect it, at the start", "In hoeverre bewoners dat verwachten, aan het begin";
        practice_rate: "culture.practice_rate", "per year", tri(0.15, 0.3, 0.6), 0.0..=10.0,
            Assumption("form of March 1991 (Organization Science 2: 71); how fast is not known; range 0.15 to 0.6"),
            "How fast professionals learn by practising", "Hoe snel professionals leren door te oefenen";
        routine_rate: "culture.routine_rate", "per year", tri(0.1, 0.2, 0.4), 0.0..=10.0,
            Assumption("form of March 1991 (Organization Science 2: 71); how fast is not known; range 0.1 to 0.4"),
            "How fast the team's routine pulls professionals along",
            "Hoe snel de routine van het wijkteam professionals meetrekt";
        pressure_rate: "culture.pressure_rate", "per year", tri(0.2, 0.5, 0.8), 0.0..=10.0,
            Assumption("under pressure it is quicker to do it oneself; no count seen; range 0.2 to 0.8"),
            "How fast pressure of twice the usual pulls professionals back",
            "Hoe snel een twee keer zo hoge druk professionals terugtrekt";
        routine_years: "culture.routine_years", "years", tri(1.0, 2.0, 8.0), 0.1..=100.0,
            Assumption("change of practice is said to take ten to fifteen years in all; range 1 to 8"),
            "Time in which routines follow professionals", "Tijd waarin routines professionals volgen";
        organisation_years: "culture.organisation_years", "years", tri(1.0, 4.0, 15.0), 0.1..=100.0,
            Assumption("slower than routines; range 1 to 15"), "Time in which an organisation follows routines",
            "Tijd waarin een organisatie routines volgt";
        norm_years: "culture.norm_years", "years", tri(2.0, 8.0, 20.0), 0.1..=100.0,
            Assumption("slower than organisations; range 2 to 20"), "Time in which residents' norms follow",
            "Tijd waarin normen van bewoners volgen";
        full_room: "culture.full_room", "hours per FTE-year", tri(40.0, 80.0, 160.0), 1.0..=2000.0,
            Assumption("a new way of working asks 20 to 80 hours per FTE in its first years; no count seen; range \
                        40 to 160"),
            "Hours of learning with which the new way is practised as far as it can be",
            "Uren leren waarmee de nieuwe werkwijze zo veel wordt geoefend als kan";
        coach_reach: "culture.coach_reach", "ratio", tri(2.0, 4.0, 8.0), 0.0..=50.0,
            Assumption("a coach works along with some people at once; range 2 to 8"),
            "Hours of practice that an hour of coaching gives", "Uren oefening die een uur coaching oplevert";
        hours: "culture.hours", "share", tri(0.0, 0.15, 0.3), 0.0..=0.9,
            Assumption("what people do themselves takes no hours; no count seen; the range includes none"),
            "Hours per case that are saved where everybody works so",
            "Uren per zaak die minder nodig zijn als iedereen zo werkt";
        mobilise: "culture.mobilise", "ratio", tri(0.0, 0.5, 1.0), 0.0..=5.0,
            Assumption("planning to mobilise networks is not doing so; no count seen; the range includes none"),
            "How much more networks are mobilised the more the new way is practised",
            "Hoeveel vaker netwerken worden ingezet naarmate de nieuwe werkwijze leeft";
        relapse: "culture.relapse", "share", tri(0.0, 0.1, 0.3), 0.0..=1.0,
            Assumption("who can go on alone falls back less; no count seen; the range includes none"),
            "Relapse that is prevented where everybody works so", "Terugval die uitblijft als iedereen zo werkt";
        assumed: "culture.assumed", "share", tri(0.0, 0.1, 0.3), 0.0..=1.0,
            Assumption("who expects people to manage may expect too much; no count seen; the range includes none"),
            "Own strength that is assumed beyond what is planned where everybody works so",
            "Eigen kracht die extra wordt aangenomen als iedereen zo werkt";
    }
    settings {
        /// Hours per FTE and year of learning together, before anything else is planned.
        learning_hours: f64 = 0.0;
        /// FTE of coaches.
        coaching_fte: f64 = 0.0;
    }
    links {
        /// Who practises the new way turns to it.
        PRACTICE_ORIENTATION = 83: "practice_orientation", "practising zorgen dat" => "orientation of professionals",
            '+', "R3", Assumption("culture.practice_rate");
        /// Pressure pulls back.
        PRESSURE_ORIENTATION = 84: "pressure_orientation", "pressure on the team" => "orientation of professionals",
            '-', "", Assumption("culture.pressure_rate");
        /// Who is hired comes as people come.
        TURNOVER_ORIENTATION = 85: "turnover_orientation", "turnover" => "orientation of professionals", '-', "",
            Assumption("entrants come as everybody did at the start");
        /// The team's routine pulls professionals along.
        ROUTINE_ORIENTATION = 86: "routine_orientation", "routine of the team" => "orientation of professionals", '+',
            "R3", Assumption("culture.routine_rate");
        /// Routine follows professionals.
        ORIENTATION_ROUTINE = 87: "orientation_routine", "orientation of professionals" => "routine of the team", '+',
            "R3", Assumption("culture.routine_years");
        /// What residents expect lets it be practised.
        NORM_PRACTICE = 88: "norm_practice", "norms of residents" => "practising zorgen dat", '+', "R3",
            Assumption("culture.norm_years");
    }
    indicators {
        CULTURE_PROFESSIONALS = 215: "culture.professionals", "share", true_only, detail, Ratio, Neutral,
            absolute(0.02), "Orientation of professionals to zorgen dat", "Gerichtheid van professionals op zorgen dat";
        CULTURE_ROUTINE = 216: "culture.routine", "share", true_only, detail, Ratio, Neutral, absolute(0.02),
            "Routine of the team, zorgen dat", "Routine van het wijkteam, zorgen dat";
        CULTURE_ORGANISATION = 217: "culture.organisation", "share", true_only, detail, Ratio, Neutral, absolute(0.02),
            "Organisation and municipality, zorgen dat", "Organisatie en gemeente, zorgen dat";
        CULTURE_NORM = 218: "culture.norm", "share", true_only, detail, Ratio, Neutral, absolute(0.02),
            "Norms of residents, zorgen dat", "Normen van bewoners, zorgen dat";
        CULTURE_READY = 219: "culture.ready", "share", true_only, detail, Ratio, Neutral, absolute(0.02),
            "How far culture lets people work by zorgen dat", "In hoeverre de cultuur zorgen dat toelaat";
        CULTURE_PRACTISED = 220: "culture.practised", "share", true_only, detail, Ratio, Neutral, absolute(0.02),
            "Zorgen dat as far as it is practised", "Zorgen dat, voor zover het wordt geoefend";
        CULTURE_HALF = 221: "culture.half_way", "share", true_only, detail, Ratio, Neutral, absolute(0.1),
            "Culture is half way", "De cultuur is halverwege";
        CULTURE_YEARS = 222: "culture.years_to_half_way", "years", true_only, detail, Ratio, Neutral, absolute(0.5),
            "Years until culture is half way, or so far", "Jaren tot de cultuur halverwege is, of tot nu toe";
        EUROS_COACHING = 223: "euros.coaching", "euro", registered, detail, Flow, Neutral, per_thousand(200.0),
            "Cost of coaching", "Kosten van coaching";
    }
    state Culture;
}
