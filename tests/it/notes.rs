//! What is allowed and probably not meant is told in a note; what cannot be meant is refused.

use kantel::cli::plain;
use kantel::language::{Lang, Text};
use kantel::scenario::{Overrides, load_all, load_text};

fn warnings(text: &str) -> Vec<Text> {
    let whole = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{text}");
    load_text("mine", &whole, &Overrides::default()).unwrap_or_else(|p| panic!("{p:#?}")).warnings
}

/// The only warning.
fn warning(text: &str) -> String {
    let mut all = warnings(text);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0).en.into_owned()
}

fn refused(text: &str) -> String {
    let whole = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{text}");
    let problems = load_text("mine", &whole, &Overrides::default()).expect_err("is refused");
    problems.iter().map(|problem| plain(problem, Lang::En)).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_shipped_has_nothing_to_note() {
    for name in ["reactive", "proactive"] {
        let loaded = kantel::scenario::load(name, &Overrides::default()).expect("a built-in");
        assert_eq!(loaded.warnings, Vec::<Text>::new(), "{name}");
    }
}

#[test]
fn what_never_comes_or_is_cut_off_is_told() {
    let late = "experiment.years = 3\n[levers]\nteam.fte = [{ value = 30 }, { after_years = 10, value = 40 }]\n";
    assert_eq!(warning(late), "levers.team.fte: the step at after_years = 10 never comes: experiment.years = 3");
    let late = "experiment.years = 3\n[context.places]\nguidance = { after_years = 3, value = 2 }\n";
    assert!(warning(late).starts_with("context.places.guidance: the step at after_years = 3 never comes"), "{late}");
    let cut = "[levers]\noutreach.door_fte = [{ after_years = 1, value = 2, ramp_years = 2 }, { after_years = 2, value \
               = 1 }]\n";
    assert_eq!(
        warning(cut),
        "levers.outreach.door_fte: the ramp of 2 years from year 1 is cut off by the step of year 2"
    );
    let fits = "[levers]\noutreach.door_fte = [{ after_years = 1, value = 2, ramp_years = 1 }, { after_years = 2, \
                value = 1 }]\n";
    assert_eq!(warnings(fits), Vec::<Text>::new());
}

#[test]
fn more_outreach_than_team_is_told() {
    let more = "[levers]\nteam.fte = 5\noutreach.door_fte = { after_years = 2, value = 4 }\noutreach.place_fte = 2\n";
    let told = warning(more);
    assert!(
        told.starts_with("outreach is planned at ") && told.ends_with(" FTE from year 2, and the team has 5"),
        "{told}"
    );
    let less = more.replace("place_fte = 2", "place_fte = 0.1").replace("value = 4", "value = 1");
    assert_eq!(warnings(&less), Vec::<Text>::new());
}

/// A name alone makes no other district.
#[test]
fn the_figures_of_another_district_are_told() {
    for text in ["[district]\nname = \"Ons dorp\"\n", "[district]\ncode = \"WK999999\"\nyear = 2024\n"] {
        assert_eq!(warning(text), "district: another code or name, and every figure is that of builtin:overvecht");
    }
    assert_eq!(warnings("[district]\nname = \"Ons dorp\"\nbirths = 500\n"), Vec::<Text>::new());
    assert_eq!(warnings("[district]\nmunicipality = \"Utrecht\"\n"), Vec::<Text>::new());
}

#[test]
fn tables_that_state_nothing_are_told() {
    assert_eq!(warning("[[team]]\n"), "mine.toml:3: [[team]] states nothing");
    assert_eq!(
        warning("[[service]]\nproduct = \"guidance\"\n"),
        "mine.toml:3: [[service]] states nothing but its product"
    );
    assert_eq!(warnings("[[team]]\nname = \"Ours\"\n"), Vec::<Text>::new());
}

#[test]
fn figures_of_a_district_that_are_hardly_meant_are_told() {
    let district = "district.births = 4000\ndistrict.deaths = 3000\n";
    let told: Vec<String> = warnings(district).iter().map(ToString::to_string).collect();
    assert!(told.len() == 2 && told[0].contains("births of the residents: 11.7 %"), "{told:?}");
    let shares = warnings("district.low_income = 0.0009\ndistrict.wmo_per_1000 = 718.0\n");
    assert!(shares.len() == 2 && shares[1].en.contains("Wmo clients of the residents: 71.8 %"), "{shares:?}");
    let twins = "[[district.neighbourhood]]\nname = \"A\"\nshare = 0.5\n[[district.neighbourhood]]\nname = \"A\"\n\
                 share = 0.5\n";
    assert_eq!(warning(twins), "district.neighbourhood: two of the name A");
}

/// Amounts of somebody's own plan that another size multiplies; what is built in is scaled without a word.
#[test]
fn half_a_mandate_is_told() {
    let told = |text: &str| {
        let whole = format!("schema_version = 1\nbase = \"builtin:reactive\"\n[levers]\n{text}");
        load_text("mine", &whole, &Overrides::default()).expect("is right").warnings
    };
    assert_eq!(
        told("mandate.own_hours = 20"),
        ["levers.mandate.own_hours does nothing without levers.mandate.strength"]
    );
    assert_eq!(told("mandate.strength = 1"), ["levers.mandate.strength does nothing without levers.mandate.own_hours"]);
    assert_eq!(told("mandate.own_hours = 20\nmandate.strength = 1"), Vec::<Text>::new());
}

/// Levers that do nothing, or cost nothing, without another one.
#[test]
fn levers_that_need_another_one_are_told() {
    let told = |text: &str| -> Vec<String> {
        let whole = format!("schema_version = 1\nbase = \"builtin:reactive\"\n[levers]\n{text}");
        let warnings = load_text("mine", &whole, &Overrides::default()).expect("is right").warnings;
        warnings.iter().map(ToString::to_string).collect()
    };
    let without = "does nothing without coordination.plan = \"lead\", \"one_plan\"";
    assert_eq!(told("coordination.hours = 1"), [format!("levers.coordination.hours {without}")]);
    assert_eq!(
        told("coordination.plan = \"separate\"\ncoordination.from = 3"),
        [format!("levers.coordination.from {without}")]
    );
    assert_eq!(told("coordination.plan = \"lead\"\ncoordination.hours = 1"), Vec::<String>::new());
    let later = "coordination.plan = { after_years = 3, value = \"one_plan\" }\ncoordination.from = 3";
    assert_eq!(told(later), Vec::<String>::new(), "it does from then on");
    assert_eq!(
        told("monitor.compare = true\nmonitor.hours = 1\nmonitor.use = \"account\""),
        ["levers.monitor.compare does nothing without monitor.use = \"learn\""]
    );
    let free = told("monitor.use = \"learn\"");
    assert!(free.len() == 1 && free[0].contains("costs nothing to monitor"), "{free:?}");
    let steers = "levers.monitor.use = \"steer\" does nothing without levers";
    let nothing = told("monitor.use = \"steer\"");
    let [cuts, books] =
        ["reserve.euros, levers.politics.patience", "monitor.hours"].map(|key| format!("{steers}.{key}"));
    assert_eq!(nothing, [cuts.clone(), books.clone()]);
    assert_eq!(told("monitor.use = \"steer\"\nmonitor.hours = 1"), [cuts]);
    assert_eq!(told("monitor.use = \"steer\"\npolitics.patience = 1"), [books]);
    assert_eq!(told("monitor.use = \"steer\"\nmonitor.hours = 1\nreserve.euros = 0"), Vec::<String>::new());
    let foundation = told("access.by = \"foundation\"");
    assert!(foundation.len() == 1 && foundation[0].contains("does nothing without levers.team.training_hours"));
    assert_eq!(told("access.by = \"foundation\"\nculture.learning_hours = 20"), Vec::<String>::new());
    let lump = |more: &str| told(&format!("contract.guidance = \"task\"\n{more}"));
    assert_eq!(lump("ceiling.domestic_help = 1000"), Vec::<String>::new(), "of another product");
    for more in ["ceiling.guidance = 1000", "purchase.saving = 1000"] {
        let notes = lump(more);
        assert!(
            notes.iter().any(|note| note.contains("contract.guidance") && note.contains("paid in full")),
            "{notes:?}"
        );
    }
    let fed = told("referrers.feedback_hours = 0.5");
    assert!(fed.len() == 1 && fed[0].contains("--with builtin:referrers"), "{fed:?}");
}

#[test]
fn amounts_that_are_scaled_are_told() {
    let told = |text: &str| {
        let whole = format!("schema_version = 1\nbase = \"builtin:reactive\"\n{text}");
        let overrides = Overrides { residents: Some(3_425), ..Overrides::default() };
        load_text("mine", &whole, &overrides).expect("is right").warnings
    };
    let [note] = told("[levers]\npurchase.saving = 200_000\n").try_into().expect("one note");
    assert_eq!(note, "levers.purchase.saving: stated for 34255 residents, so 0.1 times as much for 3425");
    assert_eq!(told("[levers]\ngate.strictness = 0.2\n"), Vec::<Text>::new());
}

#[test]
fn what_is_set_twice_by_options_is_told() {
    let told = |set: &[&str]| {
        let set = set.iter().map(|s| (*s).to_owned()).collect();
        let overrides = Overrides { years: Some(5), set, ..Overrides::default() };
        load_all(&["reactive".to_owned()], &overrides).expect("is right")[0].warnings.clone()
    };
    assert_eq!(told(&["experiment.years=2"]), ["--years and --set experiment.years=2 set the same: the latter counts"]);
    assert_eq!(
        told(&["team.fte=20", "team.fte=30"]),
        ["--set team.fte=20 and --set team.fte=30 set the same: the latter counts"]
    );
    // For all, and otherwise for one.
    assert_eq!(told(&["team.fte=20", "reactive:team.fte=30"]), Vec::<Text>::new());
    assert_eq!(told(&["experiment.seed=2"]), Vec::<Text>::new());
}

/// By itself a scenario gives no differences that verdicts could be on.
#[test]
fn few_samples_are_told_of_comparisons_only() {
    let told = |sources: &[&str]| {
        let sources: Vec<String> = sources.iter().map(|s| (*s).to_owned()).collect();
        let overrides = Overrides { samples: Some(29), ..Overrides::default() };
        load_all(&sources, &overrides).expect("is right").into_iter().map(|one| one.warnings).collect::<Vec<_>>()
    };
    let few = vec!["29 samples: with fewer than 30 no verdict is given on a difference"];
    assert_eq!(told(&["reactive"]), [Vec::<Text>::new()]);
    assert!(told(&["reactive", "proactive"]).iter().all(|of_one| *of_one == few));
}

#[test]
fn what_cannot_be_meant_is_refused() {
    assert_eq!(
        refused("title = \"\"\n"),
        "mine.toml:3:9: title: empty (\"\"; allowed: a title in plain words, or leave it out)"
    );
    assert_eq!(
        refused("district.year = 18\n"),
        "mine.toml:3:17: district.year: too low (18; allowed: 1900 to 2200; 0 where it is unknown)"
    );
    assert!(warnings("district.year = 0\n").is_empty());
}

/// TOML reads a Dutch full stop between thousands as a decimal point: told with its place where thousands would fit.
#[test]
fn dutch_thousands_are_told() {
    assert_eq!(
        warning("[own]\nspend_wmo_euros = 200.000\n"),
        "mine.toml:4:19: own.spend_wmo_euros: 200.000 is read as 200; write 200000 or 200_000"
    );
    let told = warning("[own]\nwmo_clients = { value = 3.650, source = \"jaarverslag\" }\n");
    assert!(told.ends_with("own.wmo_clients.value: 3.650 is read as 3.65; write 3650 or 3_650"), "{told}");
    let told = warning("[[service]]\nproduct = \"guidance\"\nplaces = { low = 1.100, mode = 1200, high = 1_300 }\n");
    assert!(told.starts_with("mine.toml:5:18: service.guidance.places.low: 1.100 is read as 1.1;"), "{told}");
    // What cannot be thousands, or is written in another way, is not.
    for fine in [
        "[own]\nspend_wmo_euros = 200.5\nwmo_clients = 3650.000\nteam_cases = 200_000\nyouth_clients = 0.125\n",
        "[levers]\nteam.fte = 32.125\naftercare.share = 1.000\n",
        "[budget]\ndiscount_rate = 0.025\n",
    ] {
        assert_eq!(warnings(fine), Vec::<Text>::new(), "{fine}");
    }
    // A whole number of people is refused, and the remedy is told.
    let told = refused("[population]\nresidents = 34.255\n");
    assert!(told.contains("mine.toml:4:13") && told.contains("write 34255 or 34_255"), "{told}");
}
