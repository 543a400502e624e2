//! The rows of this mechanism: its numbers, settings, draws, links and indicators.

use super::state::Labour;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::{fixed, tri};
use crate::provenance::Source::{Assumption, Sourced};

rows! {
    parameters {
        entry: "professional.entry", "share", tri(0.4, 0.6, 0.8), 0.0..=1.0,
            Assumption("1 is no learning on the job, and no count of social workers seen; range 0.4 to 0.8"),
            "Work that somebody without experience does in an hour, of what an experienced professional does",
            "Werk dat iemand zonder ervaring in een uur doet, vergeleken met een ervaren professional";
        learning_weeks: "professional.learning_weeks", "weeks", tri(26.0, 52.0, 104.0), 1.0..=520.0,
            Assumption("a year to learn most of the work; range 26 to 104"),
            "Time in which most of the work is learnt", "Tijd waarin iemand het werk grotendeels leert";
        usual_turnover: "professional.usual_turnover", "per year", fixed(0.23), 0.0..=5.0,
            Sourced {
                title: "Sociale Vraagstukken 2019: 17 % leave the sector, 31 % change job",
                url: "https://www.socialevraagstukken.nl/noodklok-voor-vertrekkende-sociaal-werkers/",
            },
            "Turnover at which experience and vacancies are as usual",
            "Verloop waarbij ervaring en vacatures zijn zoals gewoonlijk";
        hours_pressure: "professional.hours_pressure", "exponent", tri(0.0, 0.3, 0.6), 0.0..=2.0,
            Assumption("form of Oliva and Sterman 2001 (Management Science 47: 894), who found that clerks of a bank \
                        cut time per order before they fell behind; no count in social work; the range includes none"),
            "How far pressure above the usual cuts the hours that a case gets",
            "Hoeveel minder uren een zaak krijgt als de druk hoger is dan gewoonlijk";
        standard_down: "professional.standard_down", "weeks", tri(13.0, 26.0, 52.0), 1.0..=1040.0,
            Assumption("a standard of hours falls sooner than it rises (Oliva and Sterman 2001); range 13 to 52"),
            "Time in which fewer hours per case become the standard",
            "Tijd waarin minder uren per zaak de norm wordt";
        standard_up: "professional.standard_up", "weeks", tri(52.0, 104.0, 208.0), 1.0..=5200.0,
            Assumption("a standard of hours rises more slowly than it falls (Oliva and Sterman 2001); range 52 to 208"),
            "Time in which more hours per case become the standard again",
            "Tijd waarin meer uren per zaak weer de norm wordt";
        strain_pressure: "professional.strain_pressure", "ratio", tri(0.25, 0.5, 0.75), 0.0..=5.0,
            Assumption("strain of 1 doubles sickness; no scale of social workers fits; range 0.25 to 0.75"),
            "Strain where a team is asked for twice the hours that it has",
            "Belasting als een wijkteam twee keer zoveel uren nodig heeft als er zijn";
        strain_heavy: "professional.strain_heavy", "ratio", tri(0.1, 0.3, 0.5), 0.0..=5.0,
            Assumption("no count seen; range 0.1 to 0.5"), "Strain where every case is severe or a crisis",
            "Belasting als elke zaak ernstig of een crisis is";
        strain_weeks: "professional.strain_weeks", "weeks", tri(13.0, 26.0, 52.0), 1.0..=520.0,
            Assumption("a quarter to a year; range 13 to 52"), "Time in which strain follows pressure",
            "Tijd waarin belasting de werkdruk volgt";
        strain_leaving: "professional.strain_leaving", "in the exponent", tri(0.6, 1.2, 1.8), 0.0..=5.0,
            Assumption("strain of half a unit more nearly doubles leaving; half of those in youth care find the \
                        pressure too high (Jeugdautoriteit 2022), no count of who leaves for it; range 0.6 to 1.8"),
            "How far strain above the usual makes people leave",
            "Hoe sterk meer belasting dan gewoonlijk mensen laat vertrekken";
        sickness: "professional.sickness", "share", tri(0.05, 0.065, 0.075), 0.0..=0.9,
            Sourced {
                title: "sickness absence in social work: 6.4 % in 2020, 7.2 % in its first quarter (Sociaal Werk \
                        werkt! on CBS AZW)",
                url: "https://www.sociaalwerk-werkt.nl/werkgevers/verzuim",
            },
            "Working time lost to sickness at the usual strain", "Ziekteverzuim bij de gewone belasting";
        intervision: "professional.intervision", "share", tri(0.0, 0.2, 0.4), 0.0..=0.9,
            Assumption("no trial of intervision seen that measures strain; the range includes none"),
            "Strain that 40 hours of intervision a year take away",
            "Belasting die 40 uur intervisie per jaar wegneemt";
        handover_hours: "professional.handover_hours", "hours", tri(1.0, 2.0, 4.0), 0.0..=40.0,
            Assumption("reading in, and a talk with the household; range 1 to 4"), "Work of handing over a case",
            "Werk om een zaak over te dragen";
        handover_lost: "professional.handover_lost", "share", tri(0.0, 0.1, 0.2), 0.0..=1.0,
            Assumption("no count seen; the range includes none"), "Work on a case that is done again after that",
            "Werk aan een zaak dat daarna opnieuw moet";
        handover_trust: "professional.handover_trust", "share", tri(0.0, 0.2, 0.4), 0.0..=1.0,
            Assumption("many faces are what residents complain of, without a count; the range includes none"),
            "Households that lose trust when their professional leaves",
            "Huishoudens die vertrouwen verliezen als hun hulpverlener vertrekt";
        pool: "labour.pool", "ratio", tri(0.9, 1.0, 1.1), 0.01..=10.0,
            Assumption("1 is as many applicants as when weeks of a vacancy were counted; range 0.9 to 1.1"),
            "Applicants on the labour market of the region, of what is usual",
            "Sollicitanten in de regio, vergeleken met gewoonlijk";
        own_share: "labour.own_share", "share", tri(0.05, 0.2, 0.5), 0.0..=1.0,
            Assumption("care, youth help and schools look for the same people; range 0.05 to 0.5"),
            "Vacancies on the labour market of the region that are the teams' own",
            "Vacatures op de regionale arbeidsmarkt die van de wijkteams zelf zijn";
        senior_weeks: "professional.senior_weeks", "weeks", tri(104.0, 156.0, 260.0), 0.0..=2080.0,
            Assumption("three years; range 2 to 5"), "Experience that a senior brings",
            "Ervaring die een senior meebrengt";
        senior_price: "professional.senior_price", "share", tri(0.1, 0.2, 0.3), 0.0..=5.0,
            Assumption("a scale or two in the cao sociaal werk, with the cost of employment; range 0.1 to 0.3"),
            "What an hour of a senior costs more", "Hoeveel meer een uur van een senior kost";
    }
    settings {
        /// Hours of intervision per FTE and year.
        intervision_hours: f64 = 0.0;
        /// Share of vacancies that are filled by seniors.
        seniors: f64 = 0.0;
    }
    draws {
        /// Years of experience of somebody who works at the start.
        EXPERIENCE = 258;
        /// Whether a vacancy is filled by a senior.
        SENIOR = 259;
        /// Which cases are those of who leaves.
        HANDED_OVER = 260;
        /// Whether a household loses trust when its professional leaves.
        HANDOVER_TRUST = 261;
    }
    links {
        /// Work pressure strains who works there.
        PRESSURE_STRAIN = 73: "pressure_strain", "pressure on the team" => "strain of professionals", '+', "R13",
            Assumption("professional.strain_pressure");
        /// Who is strained leaves.
        STRAIN_LEAVING = 74: "strain_leaving", "strain of professionals" => "leaving the team", '+', "R13",
            Assumption("professional.strain_leaving");
        /// Who is strained falls ill.
        STRAIN_SICKNESS = 75: "strain_sickness", "strain of professionals" => "sickness", '+', "R13",
            Assumption("professional.sickness; strain of 1 doubles it");
        /// Who has experience gets more done.
        EXPERIENCE_PRODUCTIVITY = 76: "experience_productivity", "experience of professionals" => "work in an hour",
            '+', "R13", Assumption("professional.entry");
        /// A team under pressure gives a case fewer hours, and then takes that for the standard.
        PRESSURE_QUALITY = 77: "pressure_quality", "pressure on the team" => "hours per case", '-', "",
            Assumption("professional.hours_pressure; the range includes none");
        /// Who leaves hands cases over.
        LEAVING_HANDOVER = 78: "leaving_handover", "leaving the team" => "hours of handing over, lost work and trust",
            '+', "R13",
            Assumption("professional.handover_hours, professional.handover_lost, professional.handover_trust");
        /// Vacancies of the teams make each other last.
        VACANCIES_HIRING = 79: "vacancies_hiring", "vacancies of the teams" => "time to fill a vacancy", '+', "R13",
            Assumption("labour.own_share");
    }
    indicators {
        PROFESSIONALS_EXPERIENCE = 202: "professionals.experience", "years", registered, detail, Ratio, Higher,
            absolute(0.25), "Experience of the team's professionals", "Ervaring van professionals in het wijkteam";
        PROFESSIONALS_STRAIN = 203: "professionals.strain", "ratio", true_only, detail, Ratio, Lower, absolute(0.05),
            "Strain of the team's professionals", "Belasting van professionals in het wijkteam";
        PROFESSIONALS_LEFT = 204: "professionals.left", "persons", registered, told, Flow, Lower, per_thousand(0.05),
            "Professionals who left the team", "Professionals die uit het wijkteam vertrokken";
        EXPERIENCE_LEFT = 205: "professionals.experience_left", "years", registered, told, Ratio, Neutral,
            absolute(0.5), "Experience that somebody who left took along",
            "Ervaring die een vertrokken professional meenam";
        PROFESSIONALS_VACANT = 206: "professionals.vacant", "share", registered, told, Ratio, Lower, absolute(0.01),
            "Vacant part of the team", "Onvervuld deel van de formatie van het wijkteam";
        PROFESSIONALS_SICK = 207: "professionals.sickness", "share", registered, detail, Ratio, Lower, absolute(0.005),
            "Sickness absence in the team", "Ziekteverzuim in het wijkteam";
        PROFESSIONALS_SENIOR = 208: "professionals.seniors", "share", registered, detail, Ratio, Neutral,
            absolute(0.05), "Professionals who were hired as seniors", "Professionals die als senior zijn aangenomen";
        HOURS_PER_CASE = 209: "professionals.hours_given", "share", true_only, detail, Ratio, Higher, absolute(0.01),
            "Hours that a case gets, of what was usual", "Uren die een zaak krijgt, vergeleken met gewoonlijk";
        PRODUCTIVITY = 210: "professionals.productivity", "ratio", true_only, detail, Ratio, Higher, absolute(0.01),
            "Work that the team does in an hour, of what is usual",
            "Werk dat het wijkteam in een uur doet, vergeleken met gewoonlijk";
        HANDED_OVER = 211: "professionals.handed_over", "cases", registered, told, Flow, Lower, per_thousand(0.25),
            "Cases handed over because somebody left", "Zaken die zijn overgedragen omdat iemand vertrok";
        LABOUR_TIGHTNESS = 212: "professionals.tightness", "ratio", true_only, detail, Ratio, Lower, absolute(0.05),
            "Time that a vacancy stays open, of what is usual",
            "Hoelang een vacature openstaat, vergeleken met gewoonlijk";
    }
    state Labour;
}
