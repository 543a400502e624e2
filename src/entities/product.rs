//! The products that are purchased: law, payer, group, and the default service of each.

use serde::{Deserialize, Serialize};

use crate::provenance::Source;
use crate::random::Distribution;

/// Who carries a cost. Published budgets follow these lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum Account {
    /// Municipality: Wmo.
    Wmo,
    /// Municipality: Jeugdwet.
    Youth,
    /// Municipality: Participatiewet.
    Participation,
    /// Municipality: debt and poverty.
    Debt,
    /// Municipality: welfare and prevention, the wijkteam among it.
    Welfare,
    /// Health insurer (Zvw).
    HealthInsurer,
    /// Long-term care (Wlz).
    LongTermCare,
    /// Housing corporation.
    Housing,
    /// Justice and safety.
    Justice,
    /// Households.
    Household,
    /// Care providers: the other side of every payment for a service.
    Providers,
    /// Employers of the wijkteam: the other side of every payment for the team.
    Employers,
}

/// Number of accounts.
pub const ACCOUNTS: usize = 12;

/// Silos of municipal money, in the order of the accounts.
pub const SILOS: usize = {
    let (mut count, mut i) = (0, 0);
    while i < Account::ALL.len() {
        count += Account::ALL[i].is_municipal() as usize;
        i += 1;
    }
    count
};

impl Account {
    /// All accounts, in the order of their numbers.
    pub const ALL: [Self; ACCOUNTS] = [
        Self::Wmo,
        Self::Youth,
        Self::Participation,
        Self::Debt,
        Self::Welfare,
        Self::HealthInsurer,
        Self::LongTermCare,
        Self::Housing,
        Self::Justice,
        Self::Household,
        Self::Providers,
        Self::Employers,
    ];

    /// The key in files and indicators (`euros.wmo`).
    pub const fn key(self) -> &'static str {
        [
            "wmo",
            "youth",
            "participation",
            "debt",
            "welfare",
            "insurer",
            "wlz",
            "housing",
            "justice",
            "household",
            "providers",
            "employers",
        ][self as usize]
    }

    /// Whether the municipality pays.
    pub const fn is_municipal(self) -> bool {
        (self as u8) <= Self::Welfare as u8
    }

    /// Whether this account pays for care (the providers' and employers' accounts receive).
    pub const fn is_payer(self) -> bool {
        !matches!(self, Self::Providers | Self::Employers)
    }
}

/// What a product is counted with, everywhere: specialists, or what replaces housework and moves a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ProductGroup {
    /// The second line: specialists, from guidance to long-term care.
    SecondLine,
    /// Help at home: domestic help, and aids and transport.
    HelpAtHome,
}

impl ProductGroup {
    /// The key in indicators (`persons.second_line`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::SecondLine => "second_line",
            Self::HelpAtHome => "help_at_home",
        }
    }
}

/// Whose residents share the places of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Catchment {
    /// A municipality.
    Municipality,
    /// A youth region, or the region of a centre municipality.
    YouthRegion,
    /// The region of a care office and of the insurer that buys for it.
    CareOffice,
}

/// A product that is purchased. Each has a queue in its catchment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum Product {
    /// Youth help without a stay (Jeugdwet).
    YouthAmbulatory,
    /// Adult mental health care (Zvw).
    MentalHealth,
    /// Guidance (Wmo *begeleiding*).
    Guidance,
    /// Domestic help (Wmo *hulp bij het huishouden*).
    DomesticHelp,
    /// Day activity (Wmo *dagbesteding*).
    DayActivity,
    /// Aids, adaptations and transport (Wmo *hulpmiddelen en diensten*).
    Aids,
    /// Sheltered living (Wmo *beschermd wonen*).
    ShelteredLiving,
    /// Debt programme (*schuldregeling*).
    DebtProgramme,
    /// District nursing (Zvw *wijkverpleging*).
    DistrictNursing,
    /// Long-term care (Wlz).
    LongTermCare,
    /// Youth help with a stay: foster care, family homes, residential and closed care (Jeugdwet).
    YouthResidential,
}

/// Number of products.
pub const PRODUCTS: usize = 11;

impl Product {
    /// All products, in the order of their numbers.
    pub const ALL: [Self; PRODUCTS] = [
        Self::YouthAmbulatory,
        Self::MentalHealth,
        Self::Guidance,
        Self::DomesticHelp,
        Self::DayActivity,
        Self::Aids,
        Self::ShelteredLiving,
        Self::DebtProgramme,
        Self::DistrictNursing,
        Self::LongTermCare,
        Self::YouthResidential,
    ];

    /// The key in files and indicators.
    pub const fn key(self) -> &'static str {
        self.meta().key
    }

    /// The product with a number.
    pub const fn of(number: u8) -> Self {
        Self::ALL[number as usize]
    }

    /// What it is counted with.
    pub const fn group(self) -> ProductGroup {
        self.meta().group
    }

    /// Law, payer, group and default service.
    pub const fn meta(self) -> &'static ProductMeta {
        &PRODUCT_TABLE[self as usize]
    }

    /// Whose residents share its places. Wmo help and debt help are bought by each municipality, youth help by youth
    /// regions (Jeugdwet art. 2.8), sheltered living by centre municipalities, the rest by the insurer or care office
    /// of a region.
    pub const fn catchment(self) -> Catchment {
        match self {
            Self::Guidance | Self::DomesticHelp | Self::DayActivity | Self::Aids | Self::DebtProgramme => {
                Catchment::Municipality
            }
            Self::YouthAmbulatory | Self::YouthResidential | Self::ShelteredLiving => Catchment::YouthRegion,
            Self::MentalHealth | Self::DistrictNursing | Self::LongTermCare => Catchment::CareOffice,
        }
    }

    /// Whether long-term care takes its place: people in it get no Wmo help and no district nursing beside it.
    pub const fn is_part_of_long_term_care(self) -> bool {
        self.is_wmo() || matches!(self, Self::DistrictNursing)
    }

    /// Whether it is youth help, with a stay or without.
    pub const fn is_youth_help(self) -> bool {
        matches!(self.meta().account, Account::Youth)
    }

    /// The product that doors and tables know it by: a stay is asked for as youth help is.
    #[must_use]
    pub const fn as_asked(self) -> Self {
        if self.is_youth_help() { Self::YouthAmbulatory } else { self }
    }

    /// Whether clients count as Wmo clients in CBS figures.
    pub const fn is_wmo(self) -> bool {
        matches!(self.meta().account, Account::Wmo)
    }
}

/// What a product is in law and money, and what its service is where a scenario says nothing.
#[derive(Clone, Debug)]
pub struct ProductMeta {
    /// The key in files and indicators.
    pub key: &'static str,
    /// Dutch name.
    pub dutch: &'static str,
    /// English name.
    pub english: &'static str,
    /// The law.
    pub law: &'static str,
    /// The account that pays.
    pub account: Account,
    /// What it is counted with.
    pub group: ProductGroup,
    /// Weeks that people wait for it, once it is granted or referred to, while demand and places are in balance.
    pub wait_weeks: Distribution,
    /// How fast places follow demand: the part of what is short or idle that a year makes up; 1 is at once.
    pub places_follow: Distribution,
    /// Hours of service per client and week.
    pub hours_per_week: Distribution,
    /// Price in whole cents per hour.
    pub cents_per_hour: i64,
    /// Duration of one term in weeks.
    pub duration_weeks: Distribution,
    /// Chance that the term is renewed where the need is still open.
    pub renewal: Distribution,
    /// Source of the wait.
    pub wait_source: Source,
    /// Source of how places follow.
    pub follow_source: Source,
    /// Source of hours.
    pub hours_source: Source,
    /// Source of the price.
    pub price_source: Source,
    /// Source of duration.
    pub duration_source: Source,
    /// Source of renewal.
    pub renewal_source: Source,
}

/// What an entitlement in law asks of capacity.
const OPEN_ENDED: Source = Source::Literature("an open-ended entitlement: whoever is granted it gets it");
const WHOLE_WEEK: Source = Source::Assumption("every hour of the week: the price is that of a year");
const KNOWLEDGE: Source = Source::Assumption("general knowledge, no figure seen; range 0.6 to 1.6 times");

/// Of both forms of youth help.
const YOUTH_FOLLOWS: Source =
    Source::Assumption("providers cannot grow or shrink at once, and ceilings bind; range 0.2 to 1");
/// Hours and price of youth help without a stay: what is left of the published spending after stays.
const AMBULATORY: Source = Source::Fitted(
    "hours and price together: 12,500 euro (11,000 to 14,000) per client in a year (Jeugdautoriteit 2023 and CBS, \
     2019), less what stays cost; a good half of all clients are served at a time, one in ten of them with a stay",
);

/// A number of which nothing but [`KNOWLEDGE`] is there.
const fn known(mode: f64) -> Distribution {
    range(mode, 60.0, 160.0)
}

/// A range in percent of the best guess, in two decimals.
const fn range(mode: f64, low: f64, high: f64) -> Distribution {
    const fn hundredths(x: f64) -> f64 {
        (x + 0.5) as i64 as f64 / 100.0
    }
    Distribution::Triangular { low: hundredths(mode * low), mode, high: hundredths(mode * high) }
}

const PRODUCT_TABLE: [ProductMeta; PRODUCTS] = [
    ProductMeta {
        key: "youth_ambulatory",
        dutch: "Jeugdhulp zonder verblijf",
        english: "Youth help without a stay",
        law: "Jeugdwet",
        account: Account::Youth,
        group: ProductGroup::SecondLine,
        wait_weeks: Distribution::Triangular { low: 6.0, mode: 12.0, high: 16.0 },
        places_follow: Distribution::Triangular { low: 0.2, mode: 0.5, high: 1.0 },
        hours_per_week: Distribution::Triangular { low: 3.7, mode: 4.2, high: 4.7 },
        cents_per_hour: 9_500,
        duration_weeks: Distribution::LogNormal { median: 37.0, sigma: 1.0 },
        renewal: Distribution::Triangular { low: 0.05, mode: 0.2, high: 0.35 },
        wait_source: Source::Fitted(
            "those on the list for regional ambulatory youth help wait 14 weeks on average (Jeugdhulp Rijnmond 2023), \
             for the intake of youth mental health care 6 (NRC on MediQuest 2017); range 6 to 16",
        ),
        follow_source: YOUTH_FOLLOWS,
        hours_source: AMBULATORY,
        price_source: AMBULATORY,
        duration_source: Source::Fitted(
            "CBS 85096NED 2021, log-normal over closed trajectories: median 0.71 years, sigma 1.0",
        ),
        renewal_source: Source::Assumption("range 0.05 to 0.35"),
    },
    ProductMeta {
        key: "mental_health",
        dutch: "Ggz",
        english: "Mental health care",
        law: "Zvw",
        account: Account::HealthInsurer,
        group: ProductGroup::SecondLine,
        wait_weeks: Distribution::Triangular { low: 6.0, mode: 10.0, high: 16.0 },
        places_follow: Distribution::Triangular { low: 0.0, mode: 0.2, high: 0.5 },
        hours_per_week: Distribution::Triangular { low: 1.0, mode: 1.8, high: 2.7 },
        cents_per_hour: 11_000,
        duration_weeks: Distribution::LogNormal { median: 26.0, sigma: 0.8 },
        renewal: known(0.3),
        wait_source: Source::Fitted(
            "between 14.1 weeks in basic mental health care (2023, Staat VenZ on NZa) and 77,000 who wait, 4.4 per \
             1,000 residents (NRC on NZa, 2021), which is some eight weeks of those who begin to; range 6 to 16",
        ),
        follow_source: Source::Assumption("insurers set ceilings and therapists are scarce; range 0 to 0.5"),
        hours_source: Source::Assumption(
            "with the price, 4,500 euro (2,500 to 7,000) per person with treatment in a year, which is half a year of \
             it",
        ),
        price_source: Source::Assumption(
            "with the hours, 4,500 euro per person with treatment in a year; the range is that of the hours",
        ),
        duration_source: KNOWLEDGE,
        renewal_source: KNOWLEDGE,
    },
    ProductMeta {
        key: "guidance",
        dutch: "Begeleiding",
        english: "Guidance",
        law: "Wmo 2015",
        account: Account::Wmo,
        group: ProductGroup::SecondLine,
        wait_weeks: Distribution::Triangular { low: 2.0, mode: 6.0, high: 16.0 },
        places_follow: Distribution::Fixed(1.0),
        hours_per_week: Distribution::Triangular { low: 1.0, mode: 2.5, high: 5.0 },
        cents_per_hour: 6_000,
        duration_weeks: Distribution::Triangular { low: 52.0, mode: 104.0, high: 208.0 },
        renewal: Distribution::Triangular { low: 0.4, mode: 0.6, high: 0.8 },
        wait_source: Source::Assumption("no figure seen; range 2 to 16"),
        follow_source: OPEN_ENDED,
        hours_source: Source::Assumption("range 1 to 5"),
        price_source: Source::Sourced {
            title: "Westerveld and Meerinzicht, Wmo tariffs 2023: 60 (55.8 to 66) euro an hour",
            url: "https://www.meerinzicht.nl/wonen-huishouden-en-invulling-van-uw-dag/tarieven-wmo-zorg-in-natura-en-\
                  pgb-2022",
        },
        duration_source: Source::Assumption("re-indication every one to two years; range 1 to 4 years"),
        renewal_source: Source::Assumption("range 0.4 to 0.8"),
    },
    ProductMeta {
        key: "domestic_help",
        dutch: "Hulp bij het huishouden",
        english: "Domestic help",
        law: "Wmo 2015",
        account: Account::Wmo,
        group: ProductGroup::HelpAtHome,
        wait_weeks: Distribution::Triangular { low: 2.0, mode: 5.0, high: 16.0 },
        places_follow: Distribution::Fixed(1.0),
        hours_per_week: Distribution::Triangular { low: 1.5, mode: 2.4, high: 3.0 },
        cents_per_hour: 3_200,
        duration_weeks: Distribution::Triangular { low: 104.0, mode: 208.0, high: 260.0 },
        renewal: Distribution::Triangular { low: 0.7, mode: 0.85, high: 0.95 },
        wait_source: Source::Fitted(
            "11 weeks from application to help (Kassa 2023), of which inquiry and decision take about half; range 2 \
             to 16",
        ),
        follow_source: OPEN_ENDED,
        hours_source: Source::Assumption("range 1.5 to 3"),
        price_source: Source::Sourced {
            title: "Westerveld and Meerinzicht, Wmo tariffs 2023: 32 (31.8 to 32.4) euro an hour",
            url: "https://www.gemeentewesterveld.nl/Inwoners/Zorg_en_ondersteuning/Ondersteuning_begeleiding_Wmo/\
                  Tarieven_Wmo_2023",
        },
        duration_source: Source::Assumption("terms of two to five years"),
        renewal_source: Source::Assumption("range 0.7 to 0.95"),
    },
    ProductMeta {
        key: "day_activity",
        dutch: "Dagbesteding",
        english: "Day activity",
        law: "Wmo 2015",
        account: Account::Wmo,
        group: ProductGroup::SecondLine,
        wait_weeks: Distribution::Triangular { low: 2.0, mode: 6.0, high: 16.0 },
        places_follow: Distribution::Fixed(1.0),
        hours_per_week: Distribution::Triangular { low: 8.0, mode: 12.0, high: 16.0 },
        cents_per_hour: 1_150,
        duration_weeks: Distribution::Triangular { low: 52.0, mode: 104.0, high: 208.0 },
        renewal: Distribution::Triangular { low: 0.42, mode: 0.7, high: 0.95 },
        wait_source: Source::Assumption("no figure seen; range 2 to 16"),
        follow_source: OPEN_ENDED,
        hours_source: Source::Assumption("three half days of four hours a week; range two to four"),
        price_source: Source::Sourced {
            title: "Westerveld, Wmo tariffs 2023: 46 (35.8 to 65.6) euro per half day of four hours",
            url: "https://www.gemeentewesterveld.nl/Inwoners/Zorg_en_ondersteuning/Ondersteuning_begeleiding_Wmo/\
                  Tarieven_Wmo_2023",
        },
        duration_source: KNOWLEDGE,
        renewal_source: KNOWLEDGE,
    },
    ProductMeta {
        key: "aids",
        dutch: "Hulpmiddelen en vervoer",
        english: "Aids and transport",
        law: "Wmo 2015",
        account: Account::Wmo,
        group: ProductGroup::HelpAtHome,
        wait_weeks: Distribution::Triangular { low: 1.0, mode: 3.0, high: 6.0 },
        places_follow: Distribution::Fixed(1.0),
        hours_per_week: Distribution::Fixed(168.0),
        cents_per_hour: 4,
        duration_weeks: Distribution::Triangular { low: 156.0, mode: 260.0, high: 520.0 },
        renewal: Distribution::Triangular { low: 0.48, mode: 0.8, high: 0.95 },
        wait_source: Source::Fitted(
            "9 weeks from application to aid (Amersfoort 2018), of which inquiry and decision take about six; range \
             1 to 6",
        ),
        follow_source: OPEN_ENDED,
        hours_source: WHOLE_WEEK,
        price_source: Source::Assumption(
            "about 350 euro a year per client, as a price per hour of the week; range 150 to 800",
        ),
        duration_source: KNOWLEDGE,
        renewal_source: KNOWLEDGE,
    },
    ProductMeta {
        key: "sheltered_living",
        dutch: "Beschermd wonen",
        english: "Sheltered living",
        law: "Wmo 2015",
        account: Account::Wmo,
        group: ProductGroup::SecondLine,
        wait_weeks: Distribution::Triangular { low: 13.0, mode: 26.0, high: 39.0 },
        places_follow: Distribution::Triangular { low: 0.0, mode: 0.1, high: 0.3 },
        hours_per_week: Distribution::Fixed(168.0),
        cents_per_hour: 515,
        duration_weeks: Distribution::LogNormal { median: 104.0, sigma: 0.6 },
        renewal: known(0.5),
        wait_source: Source::Fitted(
            "0.24 wait per place (Leiden region 2016), a third in Nijmegen region, at stays of some two years; \
             range 13 to 39",
        ),
        follow_source: Source::Assumption("building takes years; range 0 to 0.3"),
        hours_source: WHOLE_WEEK,
        price_source: Source::Assumption("45,000 euro a year, range 35,000 to 60,000, as a price per hour of the week"),
        duration_source: KNOWLEDGE,
        renewal_source: KNOWLEDGE,
    },
    ProductMeta {
        key: "debt_programme",
        dutch: "Schuldregeling",
        english: "Debt programme",
        law: "Wgs",
        account: Account::Debt,
        group: ProductGroup::SecondLine,
        wait_weeks: Distribution::Triangular { low: 1.0, mode: 2.0, high: 5.0 },
        places_follow: Distribution::Fixed(1.0),
        hours_per_week: Distribution::Fixed(0.5),
        cents_per_hour: 6_150,
        duration_weeks: Distribution::Triangular { low: 26.0, mode: 78.0, high: 130.0 },
        renewal: Distribution::Triangular { low: 0.0, mode: 0.1, high: 0.2 },
        wait_source: Source::Fitted("11 days to the first talk (NVVK 2022); range 1 to 5 weeks"),
        follow_source: OPEN_ENDED,
        hours_source: Source::Fitted(
            "with the price, 2,400 (2,000 to 3,500) euro per household (Nijmegen O&S 2015) over 18 months",
        ),
        price_source: Source::Fitted(
            "with the hours, 2,400 (2,000 to 3,500) euro per household (Nijmegen O&S 2015) over 18 months",
        ),
        duration_source: Source::Assumption("18 months since July 2023; range 6 to 30 months"),
        renewal_source: Source::Assumption("range 0 to 0.2"),
    },
    ProductMeta {
        key: "district_nursing",
        dutch: "Wijkverpleging",
        english: "District nursing",
        law: "Zvw",
        account: Account::HealthInsurer,
        group: ProductGroup::SecondLine,
        wait_weeks: Distribution::Triangular { low: 0.0, mode: 1.0, high: 3.0 },
        places_follow: Distribution::Fixed(1.0),
        hours_per_week: known(2.5),
        cents_per_hour: 6_000,
        duration_weeks: Distribution::LogNormal { median: 26.0, sigma: 1.0 },
        renewal: known(0.5),
        wait_source: Source::Assumption("no figure seen; range 0 to 3"),
        follow_source: OPEN_ENDED,
        hours_source: KNOWLEDGE,
        price_source: KNOWLEDGE,
        duration_source: KNOWLEDGE,
        renewal_source: KNOWLEDGE,
    },
    ProductMeta {
        key: "long_term_care",
        dutch: "Wlz",
        english: "Long-term care",
        law: "Wlz",
        account: Account::LongTermCare,
        group: ProductGroup::SecondLine,
        wait_weeks: Distribution::Triangular { low: 0.0, mode: 8.0, high: 26.0 },
        places_follow: Distribution::Fixed(1.0),
        hours_per_week: Distribution::Fixed(168.0),
        cents_per_hour: 652,
        duration_weeks: Distribution::Fixed(5200.0),
        renewal: Distribution::Fixed(1.0),
        wait_source: Source::Assumption("a care office has a duty of care; range 0 to 26"),
        follow_source: OPEN_ENDED,
        hours_source: WHOLE_WEEK,
        price_source: Source::Sourced {
            title: "Telegraaf on Vektis, 2017: 57,000 (50,000 to 57,000) euro a year, as a price per hour of the week",
            url: "https://www.telegraaf.nl/financieel/2154678/kosten-langdurige-zorg-stijgen",
        },
        duration_source: Source::Assumption("until death: the content of Wlz care is not modelled"),
        renewal_source: Source::Assumption("until death"),
    },
    ProductMeta {
        key: "youth_residential",
        dutch: "Jeugdhulp met verblijf",
        english: "Youth help with a stay",
        law: "Jeugdwet",
        account: Account::Youth,
        group: ProductGroup::SecondLine,
        wait_weeks: Distribution::Triangular { low: 6.0, mode: 11.0, high: 16.0 },
        places_follow: Distribution::Triangular { low: 0.2, mode: 0.5, high: 1.0 },
        hours_per_week: Distribution::Fixed(168.0),
        cents_per_hour: 500,
        duration_weeks: Distribution::LogNormal { median: 70.0, sigma: 0.7 },
        renewal: Distribution::Triangular { low: 0.1, mode: 0.25, high: 0.4 },
        wait_source: Source::Fitted(
            "young people who wait for admission wait 11 weeks on average (Jeugdhulp Rijnmond 2023); range 6 to 16",
        ),
        follow_source: YOUTH_FOLLOWS,
        hours_source: WHOLE_WEEK,
        price_source: Source::Assumption(
            "some 44,000 euro a year, as a price per hour of the week: between 32,500 in one municipality, foster care \
             among it (Nijmegen, 2016), and 60,000 (general knowledge); range 30,000 to 120,000",
        ),
        duration_source: Source::Fitted(
            "2.1 years per trajectory with a stay, by those who stay over those who come in a year (CBS, first half of \
             2021), with its renewals",
        ),
        renewal_source: Source::Assumption("range 0.1 to 0.4"),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    /// What has no figure is a range that samples draw. Prices are in whole cents and stay as they are, so that twice
    /// every amount is twice every account.
    #[test]
    fn what_is_assumed_of_services_is_a_range() {
        for product in Product::ALL {
            let m = product.meta();
            let residential = m.hours_per_week.mean() > 100.0;
            assert!(!m.wait_weeks.is_fixed(), "{}: wait", m.key);
            assert!(!m.renewal.is_fixed() || product == Product::LongTermCare, "{}: renewal", m.key);
            let assumed = matches!(m.hours_source, Source::Assumption(_));
            assert!(residential || !assumed || !m.hours_per_week.is_fixed(), "{}: hours", m.key);
        }
    }
}
