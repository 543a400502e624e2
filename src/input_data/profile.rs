//! The profile of a district: what statistics say about it, and what a population is synthesised from.

use serde::{Deserialize, Serialize};

use crate::ids::Key;
use crate::random::hash_text;

/// A district in numbers. Counts are persons or households as published; shares lie between 0 and 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DistrictProfile {
    /// Code of the wijk or municipality (`WK034403`); empty for a hand-written district.
    pub code: String,
    /// Name.
    pub name: String,
    /// Municipality.
    pub municipality: String,
    /// Year of the figures.
    pub year: i32,
    /// Attribution to print; empty for an invented district.
    pub attribution: String,
    /// Residents.
    pub residents: u32,
    /// Men; the rest are women.
    pub men: u32,
    /// Residents of 0-14, 15-24, 25-44, 45-64 and 65 years and over: as published of one wijk (rounded; scaled to the
    /// total), or sums over wijken that add to the residents.
    pub ages: [u32; 5],
    /// Private households.
    pub households: u32,
    /// One-person households.
    pub single_households: u32,
    /// Households of two persons or more without children at home.
    pub childless_households: u32,
    /// Households with children at home.
    pub family_households: u32,
    /// Share of households with a low income (CBS: below the low-income line).
    pub low_income: f64,
    /// Share of households with a high income (top 20 % nationally).
    pub high_income: f64,
    /// Share of dwellings owned by the occupant.
    pub owner_occupied: f64,
    /// Share of dwellings of housing corporations.
    pub social_rent: f64,
    /// Births in the year.
    pub births: u32,
    /// Deaths in the year.
    pub deaths: u32,
    /// Widowed residents; `None` where not published. They tell how old those of 65 and over are.
    pub widowed: Option<u32>,
    /// Persons with a disability benefit (arbeidsongeschiktheid); `None` where not published.
    pub disability_benefits: Option<u32>,
    /// Urbanity, 1 (very urban) to 5 (rural).
    pub urbanity: u8,
    /// Persons with Wmo help in the year, per 1,000 residents; `None` where not published. A figure to compare with,
    /// never an input.
    pub wmo_per_1000: Option<f64>,
    /// Neighbourhoods within the district: shares of its households that add to 1, and deprivation relative to its mean
    /// (1 is average). Of one wijk an assumption, said so, unless the file states them: there are no figures below the
    /// wijk. Of several wijken these are the wijken themselves, with their own figures.
    pub neighbourhoods: Vec<NeighbourhoodProfile>,
}

impl DistrictProfile {
    /// Who the district is among others: by its code, or by municipality and name where it has none. Figures may change
    /// and the district stays who it is.
    pub fn key(&self) -> Key {
        let names = format!("{}/{}", self.municipality, self.name);
        Key(hash_text(if self.code.is_empty() { &names } else { &self.code }))
    }

    /// Puts the neighbourhoods in the order in which people are made: by share, the largest first, then by name and
    /// deprivation. The order in which a file states them says nothing, and decides nothing.
    pub(crate) fn order_neighbourhoods(&mut self) {
        self.neighbourhoods.sort_by(|a, b| {
            b.share.total_cmp(&a.share).then_with(|| a.name.cmp(&b.name)).then(b.deprivation.total_cmp(&a.deprivation))
        });
    }
}

/// A neighbourhood (buurt) of a district.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NeighbourhoodProfile {
    /// Name.
    pub name: String,
    /// Share of the district's households.
    pub share: f64,
    /// Low-income share relative to the district's (1 is the same).
    pub deprivation: f64,
}
