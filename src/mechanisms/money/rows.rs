//! The rows of this mechanism: its numbers, settings, draws, links and indicators.

use super::state::Books;
use crate::entities::{PRODUCTS, SILOS};
use crate::mechanisms::rows;
use crate::observation::per_thousand;
use crate::parameters::tri;
use crate::provenance::Source::Assumption;

/// Where a surplus goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Surplus {
    /// To the general funds: it is seen no more.
    #[default]
    General,
    /// To the reserve.
    Reserve,
    /// A part goes back to facilities in the district, in the next year.
    Area,
}

/// How the budget is divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Form {
    /// By silo.
    #[default]
    Silos,
    /// One for the area: what one silo spends too much, another one meets before the reserve does.
    Area,
}

rows! {
    parameters {
        repair_years: "money.repair_years", "years", tri(1.0, 2.0, 4.0), 0.5..=20.0,
            Assumption("a budget of four years has to be sound; range 1 to 4"),
            "Time in which a cut makes a reserve good again", "Tijd waarin een bezuiniging een reserve aanvult";
        area_part: "money.area_part", "share", tri(0.25, 0.5, 1.0), 0.0..=1.0,
            Assumption("no rule seen; range 0.25 to 1"), "Part of a surplus that goes back to the district",
            "Deel van een overschot dat teruggaat naar de wijk";
        felt: "money.felt", "share", tri(0.0, 0.25, 0.5), 0.0..=1.0,
            Assumption("no count seen; the range includes none; range 0 to 0.5"),
            "How much less pressure makes a team refer that pays from one budget of the area",
            "Hoeveel minder werkdruk tot doorverwijzen leidt bij één budget voor het gebied";
        arrangement_euros: "room.arrangement_euros", "euros", tri(1000.0, 2500.0, 5000.0), 0.0..=1000000.0,
            Assumption("some months of rent with costs of the court; range 1,000 to 5,000"),
            "What it takes to buy an eviction off (median)", "Wat het kost om een huisuitzetting af te kopen (mediaan)";
    }
    settings {
        /// Euros that providers may receive in a year, by product, before intake stops.
        ceilings: [f64; PRODUCTS] = [f64::INFINITY; PRODUCTS];
        /// Euros a year of the budget by silo; 0 is what the last accounts say.
        budgets: [f64; SILOS] = [0.0; SILOS];
        /// Euros of the reserve above its floor when week 0 begins.
        reserve: f64 = f64::INFINITY;
        /// Where a surplus goes.
        surplus: Surplus = Surplus::General;
        /// How the budget is divided.
        form: Form = Form::Silos;
        /// Euros that the team may spend to stop one eviction.
        room_euros: f64 = 0.0;
        /// Share of the insurer's registered saving that comes to the municipality.
        agreement: f64 = 0.0;
        /// What is left of the price of care that the municipality purchases.
        tariff: f64 = 1.0;
        /// Euros a year that a cut finds.
        found: f64 = 0.0;
        /// Euros a year that go back to facilities.
        returned: f64 = 0.0;
    }
    draws {
        /// What it takes to buy an eviction off, and whether it is.
        BOUGHT_OFF = 281;
        /// Whether a stop of intake holds for somebody.
        INTAKE_STOPPED = 282;
    }
    links {
        /// What is spent beyond the budget leads to cuts in what is free.
        OVERSPEND_CUT = 108: "overspend_cut", "spending above the budget" => "presence, facilities and the team", '-',
            "R6", Assumption("money.repair_years; needs reserve.euros");
        /// A ceiling lets people wait.
        CEILING_WAITING = 109: "ceiling_waiting", "euros above a ceiling" => "waiting for a service", '+', "",
            Assumption("law: help is owed; providers stop taking people on");
        /// A surplus goes back to facilities.
        SURPLUS_PREVENTION = 110: "surplus_prevention", "surplus of the municipality" => "facilities", '+', "R6",
            Assumption("money.area_part; needs surplus.to area");
        /// Room to spend stops evictions.
        ROOM_EVICTION = 111: "room_eviction", "euros that the team may spend on a case" => "eviction", '-', "",
            Assumption("room.arrangement_euros");
        /// Who pays from one budget feels the price of a referral.
        AREA_REFERRAL = 112: "area_referral", "one budget for the area" => "referral under pressure", '-', "",
            Assumption("money.felt; the range includes none");
        /// What the insurer saves comes to the municipality only where that is agreed.
        SAVING_ELSEWHERE = 113: "saving_elsewhere", "spending of the insurer" => "money of the municipality", '-',
            "R6", Assumption("agreement.share; 0 without an agreement");
    }
    indicators {
        OVER_WMO = 273: "euros.over.wmo", "euro", registered, detail, Flow, Lower, per_thousand(500.0),
            "Spent above the budget, Wmo (accounts of the year before)",
            "Meer uitgegeven dan begroot, Wmo (rekening van het jaar ervoor)";
        OVER_YOUTH = 274: "euros.over.youth", "euro", registered, detail, Flow, Lower, per_thousand(500.0),
            "Spent above the budget, youth help (accounts of the year before)",
            "Meer uitgegeven dan begroot, jeugdhulp (rekening van het jaar ervoor)";
        OVER_PARTICIPATION = 275: "euros.over.participation", "euro", registered, detail, Flow, Lower,
            per_thousand(500.0), "Spent above the budget, social assistance (accounts of the year before)",
            "Meer uitgegeven dan begroot, participatie (rekening van het jaar ervoor)";
        OVER_DEBT = 276: "euros.over.debt", "euro", registered, detail, Flow, Lower, per_thousand(500.0),
            "Spent above the budget, debt and poverty (accounts of the year before)",
            "Meer uitgegeven dan begroot, schulden en armoede (rekening van het jaar ervoor)";
        OVER_WELFARE = 277: "euros.over.welfare", "euro", registered, detail, Flow, Lower, per_thousand(500.0),
            "Spent above the budget, welfare and team (accounts of the year before)",
            "Meer uitgegeven dan begroot, welzijn en wijkteam (rekening van het jaar ervoor)";
        EUROS_RESERVE = 278: "euros.reserve", "euro", registered, detail, Flow, Lower, per_thousand(500.0),
            "Drawn from the reserve", "Uit de reserve gehaald";
        EUROS_CUT = 279: "euros.cut", "euro", registered, detail, Flow, Neutral, per_thousand(500.0),
            "Cut in presence, facilities, team and prices",
            "Bezuinigd op aanwezig zijn, voorzieningen, team en tarieven";
        EUROS_RETURNED = 280: "euros.returned", "euro", registered, detail, Flow, Neutral, per_thousand(200.0),
            "Surplus that went back to facilities", "Overschot dat terugging naar voorzieningen";
        EUROS_ROOM = 281: "euros.room", "euro", registered, detail, Flow, Neutral, per_thousand(100.0),
            "Spent by the team on single cases", "Door het wijkteam uitgegeven aan losse zaken";
        EUROS_AGREEMENT = 282: "euros.agreement", "euro", registered, detail, Flow, Neutral, per_thousand(200.0),
            "Paid by the insurer to the municipality by agreement",
            "Door de zorgverzekeraar aan de gemeente betaald volgens afspraak";
        STOP_WEEKS = 283: "ceiling.weeks", "weeks", registered, detail, Flow, Lower, per_thousand(0.1),
            "Weeks in which intake of a product is stopped (a week for each product)",
            "Weken met een cliëntenstop (per voorziening geteld)";
        STOP_WAITING = 284: "ceiling.waiting", "persons", registered, detail, Stock, Lower, per_thousand(0.1),
            "People whose turn has come and who wait because intake is stopped",
            "Mensen die aan de beurt zijn en wachten door een cliëntenstop";
        EVICTIONS_BOUGHT = 285: "evictions.bought", "households", registered, detail, Flow, Neutral,
            per_thousand(0.02), "Evictions that the team bought off", "Huisuitzettingen die het wijkteam afkocht";
    }
    state Books;
}
