//! The rows of this mechanism: its numbers, settings, draws, links and indicators.

use serde::{Deserialize, Serialize};

use super::state::Contributions;
use crate::mechanisms::rows;
use crate::observation::per_thousand;
use crate::parameters::{fixed, tri};
use crate::provenance::Source::{Assumption, Fitted, Sourced};

/// What the own contribution goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Form {
    /// Nobody pays.
    None,
    /// Everybody the same.
    #[default]
    Flat,
    /// More for who has more, up to what the help costs.
    Income,
}

rows! {
    parameters {
        reference: "contribution.reference", "euros per month", fixed(20.6), 0.0..=1000.0,
            Fitted("published use of Wmo help is at the national fee (20.60 euro in 2024): what a fee changes is \
                    reckoned from it"),
            "Own contribution at which people ask as published", "Eigen bijdrage bij het gepubliceerde gebruik";
        avoidance: "contribution.avoidance", "per share of income", tri(0.0, 5.0, 15.0), 0.0..=100.0,
            Assumption("an elasticity of 0 to -0.2 at the flat fee and low incomes; in 2013 home care had -0.25 (0 to \
                        -0.5) at higher fees (CPB 2017); range 0 to 15"),
            "Staying away because of the fee, low and middle incomes",
            "Afzien van hulp om de bijdrage, lage en middeninkomens";
        own_means: "contribution.own_means", "share", tri(0.4, 0.6, 0.8), 0.0..=1.0,
            Fitted("4 of 1,000 in the high income group have domestic help of the municipality, 41 in the middle one \
                    (CBS, first half of 2019); range 0.4 to 0.8"),
            "Domestic help that high incomes buy whatever the fee",
            "Hulp bij het huishouden die hoge inkomens hoe dan ook zelf kopen";
        private_price: "contribution.private_price", "euros per hour", tri(10.0, 11.0, 22.0), 1.0..=200.0,
            Sourced {
                title: "Geldgids 2022: domestic help hired privately from 10 to 12 euro an hour, up to almost double \
                        with a large organisation",
                url: "https://www.hulp-in-huis.nl/in-de-pers/110/op-zoek-naar-helpende-handen",
            },
            "Domestic help bought privately", "Zelf gekochte hulp in het huishouden";
        income_low: "contribution.income_low", "euros per month", tri(1200.0, 1500.0, 1900.0), 1.0..=100000.0,
            Assumption("below the low-income line; range 1,200 to 1,900"), "Disposable income of a household, low",
            "Besteedbaar inkomen van een huishouden, laag";
        income_middle: "contribution.income_middle", "euros per month", tri(2200.0, 2900.0, 3600.0), 1.0..=100000.0,
            Assumption("between the low-income line and the highest fifth; range 2,200 to 3,600"),
            "Disposable income of a household, middle", "Besteedbaar inkomen van een huishouden, midden";
        income_high: "contribution.income_high", "euros per month", tri(4500.0, 6000.0, 8000.0), 1.0..=100000.0,
            Assumption("the highest fifth; range 4,500 to 8,000"), "Disposable income of a household, high",
            "Besteedbaar inkomen van een huishouden, hoog";
        income_rate: "contribution.income_rate", "share", tri(0.05, 0.125, 0.15), 0.0..=1.0,
            Assumption("an eighth of what is above a threshold was the national rule before 2019; range 0.05 to 0.15"),
            "Fee by income: part of what somebody has more than a low income",
            "Bijdrage naar inkomen: deel van wat iemand meer heeft dan een laag inkomen";
    }
    settings {
        /// Flat own contribution for Wmo help, in whole cents per person and month.
        cents: f64 = 0.0;
        /// What the contribution goes by.
        form: Form = Form::Flat;
        /// Whether low incomes pay nothing.
        exempt_low: bool = false;
    }
    draws {
        /// Whether somebody stays away because of the fee.
        FEE_AVOIDS = 92;
        /// Whether somebody who would do better to buy does so, where the link is weakened.
        FEE_BUYS = 93;
        /// Who has help in the house of their own whatever the fee.
        OWN_MEANS = 131;
    }
    links {
        /// A fee keeps people from Wmo help, or makes them buy it elsewhere.
        FEE_USE = 32: "fee_use", "own contribution above that of published use" => "use of Wmo help", '-', "",
            Assumption("contribution.avoidance, contribution.private_price; the range of the first includes none");
    }
    indicators {
        CONTRIBUTION_AVOIDED = 94: "contribution.avoided", "applications", registered, told, Flow, Lower,
            per_thousand(0.25), "Wmo help not applied for because of the own contribution",
            "Van Wmo-hulp afgezien vanwege de eigen bijdrage";
        CONTRIBUTION_NOT_RENEWED = 95: "contribution.not_renewed", "persons", registered, detail, Flow, Lower,
            per_thousand(0.25), "Wmo help not renewed because of the own contribution",
            "Wmo-hulp niet verlengd vanwege de eigen bijdrage";
        CONTRIBUTION_BOUGHT = 96: "contribution.bought", "persons", true_only, detail, Stock, Neutral,
            per_thousand(0.25), "People who buy their help themselves",
            "Mensen die hun hulp zelf kopen";
        EUROS_CONTRIBUTIONS = 97: "euros.contributions", "euro", registered, detail, Flow, Neutral, per_thousand(200.0),
            "Own contributions", "Eigen bijdragen";
        EUROS_BOUGHT = 98: "euros.bought", "euro", true_only, detail, Flow, Neutral, per_thousand(200.0),
            "Help that households buy themselves",
            "Hulp die huishoudens zelf kopen";
    }
    state Contributions;
}
