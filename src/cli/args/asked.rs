//! A question of the box in the place of scenarios: what it states holds, and options come on top.

use std::path::Path;

use super::options::{ScenarioOptions, compared};
use super::{CompareArgs, DecidesArgs, SensitivityArgs, StoryArgs};
use crate::plan::Closure;
use crate::scenario::{Question, question, scenario_in_box};

/// The question that is named in the place of scenarios: a file of that name, or a scenario, comes before it.
fn named(scenarios: &[String]) -> Option<&'static Question> {
    let [one] = scenarios else { return None };
    let is_other = scenario_in_box(one) || Path::new(one).is_file();
    if is_other { None } else { question(one) }
}

/// Scenarios, closure and options of the question that is named in the place of scenarios, if one is.
fn of_question(
    scenarios: &[String],
    given: &ScenarioOptions,
) -> Option<(Vec<String>, Option<Closure>, ScenarioOptions)> {
    let asked = named(scenarios)?;
    Some((built_in(&asked.arms).collect(), asked.closure, options(asked, given)))
}

/// As a file or an option names what is built in.
fn built_in(names: &[String]) -> impl Iterator<Item = String> {
    names.iter().map(|name| format!("builtin:{name}"))
}

/// What a question states of the world and the district, below the options.
fn options(asked: &Question, given: &ScenarioOptions) -> ScenarioOptions {
    let mut options = given.clone();
    options.with = built_in(&asked.with).chain(given.with.iter().cloned()).collect();
    if given.district.is_empty() {
        options.district = built_in(&asked.districts).collect();
    }
    options
}

impl CompareArgs {
    /// The name of the question that is asked, if one is.
    pub fn question(&self) -> Option<&'static Question> {
        named(&self.scenarios)
    }

    /// The same with what the question states; as they are where none is asked.
    pub fn asked(&self) -> Self {
        let Some(asked) = self.question() else { return self.clone() };
        let organisation = if self.organisation.is_empty() {
            built_in(&asked.organisations).collect()
        } else {
            self.organisation.clone()
        };
        Self {
            scenarios: built_in(&asked.arms).collect(),
            closure: self.closure.or(asked.closure),
            organisation,
            scenario: options(asked, &self.scenario),
            ..self.clone()
        }
    }

    /// Where the result goes unless somebody says so: below the folder of results, under the question's name.
    pub fn usual_name(&self) -> Option<&'static str> {
        self.question().map(|asked| asked.key.as_str())
    }
}

impl DecidesArgs {
    /// The same with what the question states that is asked; as they are where none is.
    pub fn asked(&self) -> Self {
        let Some((scenarios, closure, options)) = of_question(&self.scenarios, &self.options) else {
            return self.clone();
        };
        Self { scenarios, closure: self.closure.or(closure), options, ..self.clone() }
    }
}

impl SensitivityArgs {
    /// The same with what the question states that is asked; as they are where none is.
    pub fn asked(&self) -> Self {
        let Some((scenarios, closure, options)) = of_question(&self.scenarios, &self.options) else {
            return self.clone();
        };
        Self { scenarios, closure: self.closure.or(closure), options, ..self.clone() }
    }
}

impl StoryArgs {
    /// The comparison of which a household is told.
    pub fn comparison(&self) -> CompareArgs {
        let named = CompareArgs {
            scenarios: compared(&self.scenarios, true),
            closure: self.closure,
            household: self.household,
            scenario: self.scenario.clone(),
            ..CompareArgs::default()
        };
        named.asked()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_come_on_top_of_what_a_question_states() {
        let args = CompareArgs { scenarios: vec!["debts-in-a-bad-year".to_owned()], ..CompareArgs::default() };
        let asked = args.asked();
        let arms = ["builtin:reactive", "builtin:prevention-signals", "builtin:debt-depth"];
        assert_eq!(asked.sources(), arms);
        assert_eq!(asked.closure, Some(Closure::Hours));
        assert_eq!(asked.overrides().with, ["builtin:a-bad-year-with-debts"]);
        let mut args = CompareArgs { closure: Some(Closure::Extra), ..args };
        args.scenario.with = vec!["covid".to_owned()];
        assert_eq!(args.asked().closure, Some(Closure::Extra));
        assert_eq!(args.asked().overrides().with, ["builtin:a-bad-year-with-debts", "covid"]);
        let mut districts = CompareArgs { scenarios: vec!["other-districts".to_owned()], ..CompareArgs::default() };
        assert!(districts.asked().overrides().beside.len() > 2);
        districts.scenario.district = vec!["bilgaard".to_owned()];
        assert_eq!(districts.asked().overrides().district.as_deref(), Some("bilgaard"));
        let story = StoryArgs { scenarios: vec!["debts-in-a-bad-year".to_owned()], ..StoryArgs::default() };
        assert_eq!(story.comparison().sources(), arms);
        assert_eq!(story.comparison().overrides().with, ["builtin:a-bad-year-with-debts"]);
        let story = StoryArgs { scenarios: vec!["as-another-city-does".to_owned()], ..StoryArgs::default() };
        assert!(story.comparison().sources().len() > 1 && !story.comparison().overrides().organisations.is_empty());
        assert_eq!(StoryArgs::default().comparison().sources(), ["builtin:reactive", "builtin:proactive"]);
        let plain = CompareArgs { scenarios: vec!["reactive".to_owned()], ..CompareArgs::default() };
        assert_eq!(plain.asked().sources(), ["reactive"]);
    }
}
