//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use super::state::Evictions;
use crate::mechanisms::rows;
use crate::observation::per_thousand;
use crate::parameters::tri;
use crate::provenance::Source::{Assumption, Fitted, Sourced};

rows! {
    parameters {
        arrears: "eviction.arrears", "per week", tri(0.01, 0.02, 0.04), 0.0..=1.0,
            Assumption("no rate seen among households with problem debts; range 0.01 to 0.04"),
            "Households with debts in rented housing that fall behind with the rent",
            "Huurders met schulden die een huurachterstand krijgen";
        verdict: "eviction.verdict", "per week", tri(0.0006, 0.001, 0.0025), 0.0..=1.0,
            Fitted("corporations: 7,000 verdicts (2020) and 1,200 evictions (2022) a year of 140,000 tenants in \
                    arrears, 23,500 verdicts in 2014 (Aedes, by the press); range 0.0006 to 0.0025"),
            "Households behind with the rent that a court orders out",
            "Huurders met een huurachterstand tegen wie een ontruimingsvonnis komt";
        notice_weeks: "eviction.notice_weeks", "weeks", tri(4.0, 8.0, 13.0), 0.0..=104.0,
            Assumption("range 4 to 13"), "From the verdict to the eviction", "Van vonnis tot huisuitzetting";
        prevented: "eviction.prevented", "share", tri(0.63, 0.7, 0.75), 0.0..=1.0,
            Sourced {
                title: "Aedes via Hart van Nederland, 2013: 70 % of verdicts are not carried out (63 to 75 % in 2014)",
                url: "https://www.hartvannederland.nl/top-nieuws/2014/bijna-7000-mensen-huis-uitgezet-in-2013/\
                      ?sbs_device=false",
            },
            "Verdicts that are not carried out", "Ontruimingsvonnissen die niet worden uitgevoerd";
        arranged: "eviction.arranged", "share", tri(0.3, 0.5, 0.7), 0.0..=1.0,
            Assumption("help with debts comes to an arrangement with the landlord for some; range 0.3 to 0.7"),
            "Households with help for their debts for whom the road to eviction stops meanwhile",
            "Huishoudens met schuldhulp bij wie de weg naar huisuitzetting zolang stopt", help from 0.0 up;
        leaves: "eviction.leaves", "share", tri(0.25, 0.5, 0.75), 0.0..=1.0,
            Assumption("half go elsewhere or to a shelter; range 0.25 to 0.75"),
            "Evicted households that leave the district", "Uitgezette huishoudens die uit de wijk vertrekken";
        youth_onset: "eviction.youth_onset", "ratio", tri(1.0, 3.0, 5.0), 1.0..=10.0,
            Assumption("no Dutch figure seen; the range includes no effect; range 1 to 5"),
            "Onset of needs of children in the year after an eviction",
            "Nieuwe hulpvragen bij opgroeien in het jaar na een huisuitzetting";
        landlord_euros: "eviction.landlord_euros", "euros", tri(5000.0, 7500.0, 10000.0), 0.0..=1000000.0,
            Assumption("arrears and clearance, general knowledge; range 5,000 to 10,000"),
            "Cost of an eviction to a housing corporation", "Kosten van een huisuitzetting voor een woningcorporatie";
        social_euros: "eviction.social_euros", "euros", tri(16000.0, 25000.0, 100000.0), 0.0..=1000000.0,
            Assumption("shelter and justice, general knowledge; range 16,000 to 100,000"),
            "Cost of an eviction to others: a fifth justice, the rest Wmo",
            "Kosten van een huisuitzetting voor anderen: een vijfde justitie, de rest Wmo";
    }
    draws {
        /// Whether help with debts has an arrangement with the landlord.
        RENT_ARRANGED = 97;
        /// Whether a verdict is carried out, and what comes of it.
        EVICTED = 98;
        /// Whether a household was behind with the rent before the burn-in.
        PAST_ARREARS = 252;
    }
    occasions {
        /// A verdict is carried out or not.
        EVICTION = 36: Episode, dated;
    }
    links {
        /// Debts lead to arrears, verdicts and evictions.
        DEBT_EVICTION = 37: "debt_eviction", "debts in rented housing" => "arrears and eviction", '+', "",
            Assumption("eviction.arrears, eviction.verdict, eviction.prevented");
        /// Help with debts stops the road to eviction.
        HELP_EVICTION = 38: "help_eviction", "help with debts" => "arrears and eviction", '-', "",
            Assumption("eviction.arranged");
        /// Eviction leads to a housing crisis and to needs of children.
        EVICTION_NEEDS = 39: "eviction_needs", "eviction" => "a housing crisis and needs of children", '+', "",
            Assumption("eviction.youth_onset; the range includes none");
    }
    indicators {
        EVICTIONS = 109: "evictions", "households", true_only, detail, Flow, Lower, per_thousand(0.05),
            "Evictions because of debts", "Huisuitzettingen vanwege schulden";
        ARREARS = 110: "evictions.arrears", "households", true_only, detail, Flow, Lower, per_thousand(0.5),
            "Households with debts that fell behind with the rent",
            "Huishoudens met schulden die een huurachterstand kregen";
        VERDICTS = 111: "evictions.verdicts", "households", true_only, detail, Flow, Lower, per_thousand(0.1),
            "Households with debts that a court ordered out",
            "Huishoudens met schulden tegen wie een ontruimingsvonnis kwam";
    }
    state Evictions;
}
