//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use crate::entities::MAX_TEAMS;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::tri;
use crate::provenance::Source::{Assumption, Sourced};

/// The first team is the only one.
const FIRST_ALONE: [f64; MAX_TEAMS] = {
    let mut shares = [0.0; MAX_TEAMS];
    shares[0] = 1.0;
    shares
};

impl Settings {
    /// The part of all FTE that a team has.
    pub fn share_of(&self, team: usize) -> f64 {
        let all: f64 = self.shares.iter().sum();
        if all > 0.0 { self.shares[team] / all } else { FIRST_ALONE[team] }
    }

    /// The FTE planned for a team.
    pub fn fte_of(&self, team: usize) -> f64 {
        self.fte * self.share_of(team)
    }

    /// Plans FTE for a team, if it is there; the others keep theirs.
    pub fn set_fte_of(&mut self, team: usize, fte: f64) {
        if team >= usize::from(self.count) {
            return;
        }
        let mut sizes = std::array::from_fn(|other| self.fte_of(other));
        sizes[team] = fte;
        self.fte = sizes.iter().sum();
        self.shares = sizes;
    }

    /// Open cases per FTE that works on cases in a team.
    pub fn caseload_of(&self, team: usize) -> f64 {
        if self.caseloads[team] > 0.0 { self.caseloads[team] } else { self.caseload_per_fte }
    }
}

rows! {
    parameters {
        hours_fte: "team.hours_fte", "hours per FTE-year", tri(1300.0, 1400.0, 1450.0), 100.0..=2000.0,
            Assumption("cao sociaal werk, 36 hours less leave and sickness; 1,300 to 1,450"), "Productive hours",
            "Productieve uren in het wijkteam";
        admin: "team.admin", "share", tri(0.15, 0.25, 0.4), 0.0..=0.9, Assumption("range 0.15 to 0.4"),
            "Administration", "Uren van het wijkteam die naar administratie gaan";
        case_light: "team.case_light", "hours", tri(2.5, 4.0, 6.0), 0.1..=500.0,
            Assumption("range 2.5 to 6; 8 is in general use. With 8 a team of 11 jobs per 10,000 residents handles \
                        half of what Utrecht's did: 40 cases per 1,000 residents (2018), and 21 hours per household \
                        with follow-up behind the front door"),
            "Median work of a light case", "Werk aan een lichte zaak, middelste waarde";
        case_ratio: "team.case_ratio", "ratio per step", tri(1.8, 2.0, 2.4), 1.0..=5.0,
            Assumption("4, 8, 16, 32 hours for the opening need; complex cases take 40 to 200; lower than 2.2 because \
                        Utrecht's teams had about 40 cases per 1,000 residents in 2016; range 1.8 to 2.4"),
            "More work per step of severity", "Hoeveel meer werk een zaak is bij elke stap ernstiger";
        case_sigma: "team.case_sigma", "sd of the logarithm", tri(0.4, 0.6, 0.8), 0.0..=2.0,
            Assumption("range 0.4 to 0.8"), "Spread of the work of a case", "Spreiding van het werk per zaak";
        case_domain: "team.case_domain", "share per domain", tri(0.1, 0.25, 0.5), 0.0..=2.0,
            Assumption("range 0.1 to 0.5"), "Extra work per further domain",
            "Extra werk per zaak voor elk volgend levensdomein";
        intake_hours: "team.intake_hours", "hours", tri(2.0, 3.0, 5.0), 0.0..=40.0, Assumption("range 2 to 5"),
            "Work of an intake", "Werk per intake";
        inquiry_hours: "team.inquiry_hours", "hours", tri(3.0, 5.0, 8.0), 0.0..=80.0, Assumption("range 3 to 8"),
            "Work of a Wmo or youth inquiry up to the decision",
            "Werk per onderzoek voor Wmo of jeugdhulp, tot het besluit";
        crowding: "team.crowding", "share", tri(0.3, 0.6, 0.9), 0.0..=1.0, Assumption("range 0.3 to 0.9"),
            "Part of the shortfall of cases that outreach and collective work give up",
            "Tekort aan uren voor zaken dat ten koste gaat van outreachend en collectief werk";
        mobilise_hours: "team.mobilise_hours", "hours", tri(3.0, 6.0, 12.0), 0.0..=80.0, Assumption("range 3 to 12"),
            "Work of mobilising a network at the start of a case",
            "Werk om het netwerk te mobiliseren, aan het begin van een zaak";
        case_share: "team.case_share", "share", tri(0.6, 0.7, 0.8), 0.05..=1.0,
            Assumption("share of the FTE outside outreach that is planned for open cases, the rest for intake, inquiry \
                        and bridging; client time is 0.45 to 0.7 of productive hours; range 0.6 to 0.8"),
            "Casework that sets the places", "Uren voor zaken waarop het aantal plekken is berekend";
        referred_work: "team.referred_work", "share", tri(0.2, 0.4, 0.7), 0.0..=1.0,
            Assumption("coordination and warm hand-over instead of own help; range 0.2 to 0.7"),
            "Work of a case whose opening need is referred, of what it would be with own help",
            "Werk aan een zaak die wordt doorverwezen, vergeleken met zelf helpen";
        turnover: "team.turnover", "per year", tri(0.17, 0.23, 0.31), 0.0..=5.0,
            Sourced {
                title: "Sociale Vraagstukken 2019: 17 % leave the sector, 31 % change job",
                url: "https://www.socialevraagstukken.nl/noodklok-voor-vertrekkende-sociaal-werkers/",
            },
            "Turnover of professionals", "Verloop van professionals in het wijkteam";
        vacancy_weeks: "team.vacancy_weeks", "weeks", tri(8.0, 16.0, 30.0), 0.0..=260.0, Assumption("range 8 to 30"),
            "Mean time to fill a vacancy", "Gemiddelde tijd om een vacature te vervullen";
        fte_per_job: "team.fte_per_job", "FTE", tri(0.8, 0.85, 0.9), 0.1..=1.0,
            Assumption("range 0.8 to 0.9; where a team is stated in jobs its FTE follow from the mean"),
            "Working time per job", "Omvang van een baan in het wijkteam";
        visibility_rate: "team.visibility_rate", "per week", tri(0.01, 0.02, 0.05), 0.0..=1.0,
            Assumption("a year to become known: range 0.01 to 0.05"), "Rate at which visibility follows presence",
            "Hoe snel het wijkteam zichtbaar wordt door aanwezig te zijn";
        visibility_half: "team.visibility_half", "hours per resident-year", tri(0.05, 0.15, 0.5), 0.001..=100.0,
            Assumption("hours of presence at which half of the visibility is reached; range 0.05 to 0.5"),
            "Presence that gives half of full visibility", "Aanwezigheid waarmee het wijkteam half zichtbaar is";
        intensity: "team.intensity", "hours per week", tri(0.35, 0.5, 0.7), 0.01..=40.0,
            Assumption("a light case of 4 hours takes about 8 weeks; range 0.35 to 0.7"),
            "Work per week on a light case at full pace", "Werk per week aan een lichte zaak, op volle snelheid";
        intensity_ratio: "team.intensity_ratio", "ratio per step", tri(1.2, 1.5, 2.0), 1.0..=5.0,
            Assumption("a crisis of 32 hours takes about 19 weeks; range 1.2 to 2"),
            "More work per week per step of severity",
            "Hoeveel meer werk per week aan een zaak bij elke stap ernstiger";
        case_scope: "team.case_scope", "share", tri(0.3, 0.6, 0.9), 0.0..=1.0,
            Assumption("range 0.3 to 0.9; depends on one household one plan"),
            "Other needs of the household that a case brings to light",
            "Andere hulpvragen in het huishouden die door een zaak aan het licht komen";
    }
    settings {
        /// Full-time equivalents of all teams together (planned; vacancies come off).
        fte: f64 = 0.0;
        /// How many teams there are.
        count: u8 = 1;
        /// Sizes of the teams relative to each other; see [`Settings::fte_of`].
        shares: [f64; MAX_TEAMS] = FIRST_ALONE;
        /// Open cases per FTE that works on cases.
        caseload_per_fte: f64 = 25.0;
        /// Own caseloads of teams; 0 is that of all.
        caseloads: [f64; MAX_TEAMS] = [0.0; MAX_TEAMS];
        /// Hours of training per FTE and year.
        training_hours: f64 = 0.0;
    }
    draws {
        /// Keys of cases.
        CASE_KEY = 8;
        /// Minutes of work of a case.
        CASE_WORK = 32;
        /// Patience of somebody who waits.
        PATIENCE = 35;
        /// Turnover of professionals (cells).
        TURNOVER = 41;
        /// Time to fill a vacancy.
        HIRING_DELAY = 42;
        /// Order among equals in a queue.
        QUEUE_ORDER = 45;
        /// Attention of a case for further domains of the household.
        CASE_SCOPE = 47;
        /// Family group conference or other mobilising of a network.
        MOBILISATION = 48;
        /// When somebody who works at the start began.
        JOB_SINCE = 54;
        /// Keys of jobs and of who fills them.
        JOB_KEY = 71;
        /// Whether a desk leaves a need of the household that is not its own.
        LEFT_ALONE = 264;
    }
    occasions {
        /// A professional leaves.
        TURNOVER = 22: Other, candidate;
        /// A vacancy is filled.
        HIRING = 23: Other, dated;
        /// Somebody who waits for the team loses patience.
        CASE_LEAVES = 24: Case, dated;
        /// A professional's year begins.
        PROFESSIONAL_YEAR = 25: Other, dated;
        /// Somebody waits so long for the team that another door is tried.
        CASE_WAITS_LONG = 29: Case, dated;
        /// A case has been taken in by the usual team, and stands in line with the team on top of it.
        CASE_PASSED_ON = 30: Case, dated;
    }
    links {
        /// Heavy cases crowd out finding early.
        PRESSURE_OUTREACH = 6: "pressure_outreach", "pressure on the team" => "hours for outreach and collective work",
            '-', "R1/R2", Assumption("team.crowding");
        /// Presence makes the team visible.
        PRESENCE_VISIBILITY = 7: "presence_visibility", "hours of presence" => "visibility of the team", '+', "R4",
            Assumption("team.visibility_rate");
        /// People who wait for the second line are bridged by the team.
        WAITING_BRIDGING = 15: "waiting_bridging", "waiting for the second line" => "bridging hours of the team", '+',
            "R10", Assumption("waiting.bridging");
        /// A pressed team refers sooner.
        PRESSURE_REFERRAL = 16: "pressure_referral", "pressure on the team" => "referral to the second line", '+',
            "R10, R11", Assumption("referral.pressure");
        /// A team hands over what is another's; a desk leaves it.
        REMIT_SCOPE = 89: "remit_scope", "breadth of what a team looks at" =>
            "needs of the household that come to light", '+', "",
            Assumption("team.case_scope; what a desk of one law looks at");
    }
    indicators {
        PERSONS_TEAM_ADULT = 10: "persons.team.adult", "persons", true_only, told, Distinct, Neutral, per_thousand(0.5),
            "Adults of 18 to 64 in contact with the team",
            "Volwassenen van 18 tot 65 jaar met contact met het wijkteam";
        PERSONS_TEAM_OLDER = 11: "persons.team.older", "persons", true_only, told, Distinct, Neutral,
            per_thousand(0.25), "People of 65 and over in contact with the team",
            "65-plussers met contact met het wijkteam";
        TEAM_FTE = 35: "team.fte", "FTE", registered, told, Stock, Neutral, per_thousand(0.05), "Team, filled jobs",
            "Wijkteam, bezette formatie";
        TEAM_OPEN = 36: "team.open", "cases", registered, told, Stock, Neutral, per_thousand(0.5),
            "Open cases of the team", "Open zaken van het wijkteam";
        TEAM_WAITING = 37: "team.waiting", "cases", registered, told, Stock, Lower, per_thousand(0.5),
            "Cases that wait for the team", "Zaken die wachten op het wijkteam";
        TEAM_WAIT = 38: "team.wait_weeks", "weeks", registered, told, Ratio, Lower, absolute(0.5), "Wait for the team",
            "Wachttijd wijkteam";
        TEAM_CASES = 39: "team.cases", "cases", registered, told, Flow, Neutral, per_thousand(0.5), "Cases that began",
            "Zaken die begonnen";
        TEAM_PRESSURE = 40: "team.pressure", "ratio", registered, told, Ratio, Lower, absolute(0.05),
            "Hours demanded of the team over hours available",
            "Gevraagde uren van het wijkteam ten opzichte van beschikbare uren";
        TEAM_REFERRALS = 41: "team.referrals", "entitlements", registered, told, Flow, Neutral, per_thousand(0.5),
            "Referrals by the team", "Verwijzingen door het wijkteam";
        TEAM_REFERRAL_SHARE = 42: "team.referral_share", "share", registered, detail, Ratio, Neutral, absolute(0.02),
            "Cases of the team with a referral", "Zaken van het wijkteam met een verwijzing";
        VISIBILITY = 43: "team.visibility", "share", true_only, told, Ratio, Higher, absolute(0.02),
            "Visibility of the team", "Zichtbaarheid van het wijkteam";
        HOURS_FIRST_LINE = 44: "hours.first_line", "hours", registered, told, Flow, Neutral, per_thousand(20.0),
            "Hours of the team", "Uren van het wijkteam";
        HOURS_CASE = 45: "hours.case", "hours", registered, detail, Flow, Neutral, per_thousand(20.0), "Hours on cases",
            "Uren aan zaken";
        HOURS_INTAKE = 46: "hours.intake", "hours", registered, detail, Flow, Neutral, per_thousand(10.0),
            "Hours on intake and inquiry", "Uren aan intake en onderzoek";
        HOURS_BRIDGING = 47: "hours.bridging", "hours", registered, detail, Flow, Neutral, per_thousand(10.0),
            "Hours bridging people who wait", "Uren overbrugging voor wachtenden";
        HOURS_DOOR = 48: "hours.door", "hours", registered, detail, Flow, Neutral, per_thousand(10.0),
            "Hours on visits from door to door", "Uren huisbezoek";
        HOURS_PLACE = 49: "hours.place", "hours", registered, detail, Flow, Neutral, per_thousand(10.0),
            "Hours where people are", "Uren op vindplaatsen";
        HOURS_REPORT = 50: "hours.report", "hours", registered, detail, Flow, Neutral, per_thousand(10.0),
            "Hours on reports and signals", "Uren aan meldingen en signalen";
        HOURS_COLLECTIVE = 51: "hours.collective", "hours", registered, detail, Flow, Neutral, per_thousand(10.0),
            "Hours of collective work and presence", "Uren collectief werk en aanwezigheid";
        HOURS_UNUSED = 52: "hours.unused", "hours", registered, detail, Flow, Neutral, per_thousand(10.0),
            "Hours of the team that nothing was found for, planned outreach among them",
            "Uren van het wijkteam waar niets voor was, gepland outreachend werk meegeteld";
        LEFT_QUEUE = 77: "waiting.left", "persons", registered, told, Flow, Lower, per_thousand(0.25),
            "Left a waiting list", "Verliet een wachtlijst";
    }
}
