//! In English: names of things, and how they are listed.

use super::English;
use crate::provenance::{Decides, Source};
use crate::report::wording::voice::{Names, Payer};

impl Names for English {
    fn indicator(&self, key: &str) -> String {
        match key {
            "euros.municipality" => "Cost to the municipality",
            "euros.all" => "Cost to all payers together",
            "persons.second_line" => "People with second-line help",
            "persons.help_at_home" => "People with help at home",
            "need.severe.unhelped" => "People with a severe need and no help",
            "network.none.unhelped" => "People without a network and without help",
            "carers.burdened" => "Heavily burdened carers",
            "team.wait_weeks" => "Wait for the team",
            "persons.wmo" => "Wmo clients",
            "registered.persons.second_line" => "People with second-line help, as registered",
            "registered.need.known" => "People with a need, as registered",
            "need.open" => "People with a need",
            "hours.first_line" => "Hours of the first line",
            "hours.second_line" => "Hours of the second line",
            "hours.help_at_home" => "Hours of help at home",
            "euros.first_line" => "Cost of the first line",
            "euros.second_line" => "Cost of the second line",
            "euros.help_at_home" => "Cost of help at home",
            "care.hours" => "Unpaid hours of family and neighbours",
            other => other,
        }
        .to_owned()
    }

    fn payer(&self, key: &str) -> String {
        match key {
            "wmo" => "Municipality: Wmo",
            "youth" => "Municipality: youth help",
            "participation" => "Municipality: social assistance",
            "debt" => "Municipality: debt and poverty",
            "welfare" => "Municipality: welfare and team",
            "municipality" => "Municipality",
            "insurer" => "Health insurer",
            "wlz" => "Long-term care (Wlz)",
            "housing" => "Housing corporation",
            "justice" => "Justice and safety",
            "household" => "Households",
            "all" => "All payers together",
            other => other,
        }
        .to_owned()
    }

    fn payer_within(&self, key: &str) -> Payer {
        let (name, plural) = match key {
            "municipality" => ("the municipality", false),
            "insurer" => ("the health insurer", false),
            "wlz" => ("long-term care (Wlz)", false),
            "housing" => ("the housing corporation", false),
            "justice" => ("justice and safety", false),
            "household" => ("households", true),
            other => return Payer { name: self.payer(other).to_lowercase(), plural: false },
        };
        Payer { name: name.to_owned(), plural }
    }

    fn group(&self, key: &str) -> String {
        match key {
            "income:low" => "Low income",
            "income:middle" => "Middle income",
            "income:high" => "High income",
            "network:none" => "Without a network",
            "network:some" => "With a network",
            "age:0-22" => "0 to 22 years",
            "age:23-64" => "23 to 64 years",
            "age:65+" => "65 years and over",
            other => other,
        }
        .to_owned()
    }

    fn decides(&self, decides: Decides) -> &'static str {
        decides.text()
    }

    fn grade(&self, source: &Source) -> &'static str {
        source.grade()
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            // A last one that is a pair itself has a comma before it.
            [first @ .., last] => {
                format!("{}{} and {last}", first.join(", "), if last.contains(" and ") { "," } else { "" })
            }
        }
    }

    fn loop_name(&self, english: &'static str, _: &'static str) -> &'static str {
        english
    }

    fn percent(&self, whole: &str) -> String {
        format!("{whole}%")
    }

    fn of(&self, worlds: u32, of: u32) -> String {
        format!("{worlds} of {of}")
    }

    fn range(&self, low: &str, high: &str) -> String {
        format!("from {low} to {high}")
    }

    fn carried(&self, worlds: u32, of: u32) -> String {
        format!("the mean comes from {} samples", self.of(worlds, of))
    }
}
