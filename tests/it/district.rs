//! District profiles: TOML in and out, and CBS files in the forms in which people have them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;

use kantel::cli::args::DistrictArgs;
use kantel::cli::{Failure, district};
use kantel::diagnostics::Diagnostic;
use kantel::input_data::kwb::{self, Choice};
use kantel::input_data::{BUILTIN_PROFILES, DistrictProfile, profile_to_toml};
use kantel::scenario::parse_profile;

use crate::program::program;

fn overvecht_text() -> &'static str {
    BUILTIN_PROFILES.iter().find(|(name, _)| *name == "overvecht").expect("a built-in profile").1
}

fn overvecht() -> DistrictProfile {
    parse_profile(overvecht_text(), "builtin:overvecht").expect("a profile without mistakes")
}

/// One diagnostic on one line, as a person would want to see it.
fn shown(problems: &[Diagnostic]) -> String {
    let line = |p: &Diagnostic| {
        let place = format!("{}:{}:{}", p.file, p.line.unwrap_or(0), p.column.unwrap_or(0));
        format!("{place} {}: {} [{}] ({}) {}", p.field, p.message, p.value, p.allowed, p.help).trim().to_owned()
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

const HEADER: &str = "WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;Codering_3;Perioden;AantalInwoners_5;Mannen_6;\
    Vrouwen_7;k_0Tot15Jaar_8;k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11;k_65JaarOfOuder_12;GeboorteTotaal_24;\
    SterfteTotaal_26;HuishoudensTotaal_28;Eenpersoonshuishoudens_29;HuishoudensZonderKinderen_30;\
    HuishoudensMetKinderen_31;Koopwoningen_40;InBezitWoningcorporatie_42;k_20HuishoudensMetHoogsteInkomen_73;\
    HuishoudensMetEenLaagInkomen_74;WmoClientenPer1000Inwoners_82;MateVanStedelijkheid_105;\
    Verweduwd_23;PersonenPerSoortUitkeringAO_79";
const OVERVECHT: &str = "Overvecht;Utrecht                    ;Wijk      ;WK034403  ;2018JJ00;34255;17070;17185;6425;\
    4650;\
    10940;7330;4920;460;315;16685;8420;3305;4960;20,0;67,0;6,8;20,3;106;1;1575;2300";
const SMALL: &str = "Zuidwest;Utrecht;Wijk;WK034404;2018JJ00;2000;1000;1000;300;250;500;550;400;20;15;\
    900;300;250;350;60;25;20;5,0;.;2;.;.";
const BLANK: &str = "Leidsche Rijn;Elders;Wijk;WK099901;2018JJ00;1000;500;500;150;100;300;250;200;.;10;\
    450;150;150;150;60;25;.;.;40;5;.;.";

fn synthetic() -> String {
    [HEADER, OVERVECHT, SMALL, BLANK].join("\n") + "\n"
}

fn read(text: &str, choice: Choice<'_>) -> Result<kwb::Import, Vec<Diagnostic>> {
    kwb::read(text.as_bytes(), "kwb.csv", choice)
}

#[test]
fn a_profile_survives_writing_and_reading() {
    let profile = overvecht();
    assert_eq!(parse_profile(&profile_to_toml(&profile, kantel::language::Lang::Nl), "x").unwrap(), profile);
    let mut odd = profile;
    odd.name = "quotes \" and ' and \\, ë".to_owned();
    odd.wmo_per_1000 = None;
    odd.low_income = 1.0 / 3.0;
    assert_eq!(parse_profile(&profile_to_toml(&odd, kantel::language::Lang::En), "x").unwrap(), odd);
    odd.name = "two\nlines".to_owned();
    let problems = parse_profile(&profile_to_toml(&odd, kantel::language::Lang::En), "x").unwrap_err();
    assert_eq!(problems[0].message, "text with control characters or line ends");
}

/// A file and a district written out in a scenario are read by the same code, so a file without neighbourhoods gets the
/// assumed ones too.
#[test]
fn a_profile_without_neighbourhoods_gets_the_assumed_ones() {
    let text = overvecht_text();
    let alone = &text[..text.find("[[neighbourhood]]").expect("it has some")];
    let profile = parse_profile(alone, "x").unwrap();
    assert_eq!(profile.neighbourhoods, kantel::input_data::assumed_neighbourhoods(profile.households));
    assert!(profile.neighbourhoods.len() > 1);
    let problems = parse_profile(&alone.replace("schema_version = 1", ""), "x").unwrap_err();
    assert!(shown(&problems).starts_with("x:1:1 schema_version: missing"), "{}", shown(&problems));
}

#[test]
fn every_mistake_in_a_profile_is_told_with_its_place() {
    let text = overvecht_text()
        .replace("men = 17070", "men = -3")
        .replace("low_income = 0.203", "low_income = nan")
        .replace("high_income = 0.068", "high_incom = 0.068")
        .replace("urbanity = 1", "urbanity = \"very\"")
        .replace("deaths = 315\n", "");
    let problems = parse_profile(&text, "mine.toml").unwrap_err();
    assert_eq!(
        shown(&problems),
        "mine.toml:1:1 high_income: missing [] ()\n\
         mine.toml:1:1 deaths: missing [] ()\n\
         mine.toml:26:1 high_incom: no such key [high_incom] () did you mean 'high_income'?\n\
         mine.toml:18:7 men: too low [-3] (a whole number, 0 to 20000000)\n\
         mine.toml:25:14 low_income: not a finite number [nan] (0 to 1)\n\
         mine.toml:35:12 urbanity: must be a whole number, not text [\"very\"] (a whole number, 1 to 5)"
    );
    let text = overvecht_text().replace("share = 0.18", "share = 0.28").replace("6425", "9425");
    assert_eq!(
        shown(&parse_profile(&text, "mine.toml").unwrap_err()),
        "mine.toml:20:8 ages: the ages add to 37265, not to the residents [[9425, 4650, 10940, 7330, 4920]] \
         (34255 in sum, give or take 34)\n\
         mine.toml:41:1 neighbourhood: the shares add to 1.1 [[[neighbourhood]]] (shares that add to 1)"
    );
    assert!(!parse_profile("residents = 3\nresidents = 4", "x").unwrap_err().is_empty());
    assert!(!parse_profile("residents = [", "x").unwrap_err().is_empty());
}

#[test]
fn statline_files_are_read_in_all_their_spellings() {
    let want = overvecht();
    let text = synthetic();
    let commas = text.replace(',', ".").replace(';', ",");
    let bare: String = HEADER.split(';').map(|h| h.rsplit_once('_').map_or(h, |x| x.0)).collect::<Vec<_>>().join(";");
    let plain = text.replace(HEADER, &bare.replace('_', "").to_lowercase());
    let upper = text.replace(HEADER, &HEADER.to_uppercase());
    let marked = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    for (what, text) in
        [("as published", &text), ("commas", &commas), ("no suffix", &plain), ("upper case", &upper), ("mark", &marked)]
    {
        for code in ["WK034403", " wk034403 "] {
            let import = read(text, Choice::Wijk(code)).unwrap_or_else(|p| panic!("{what}: {}", shown(&p)));
            assert_eq!(import.profile, want, "{what}");
        }
    }
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(text.as_bytes()).unwrap();
    let packed = gzip.finish().unwrap();
    let import = kwb::read(packed.as_slice(), "kwb.csv.gz", Choice::Wijk("WK034403")).unwrap();
    assert_eq!(import.profile.residents, 34_255);
}

#[test]
fn a_municipality_is_the_sum_of_its_wijken() {
    let import = read(&synthetic(), Choice::Municipality("utrecht")).unwrap();
    let p = &import.profile;
    assert_eq!((p.code.as_str(), p.name.as_str(), p.residents, p.households), ("GM0344", "Utrecht", 36_255, 17_585));
    // 6725, 4900, 11440, 7880 and 5320 add to ten more than the residents.
    assert_eq!(p.ages, [6_723, 4_899, 11_437, 7_878, 5_318]);
    let low = (16_685.0 * 0.203 + 900.0 * 0.05) / 17_585.0;
    assert!((p.low_income - low).abs() < 1e-4, "{}", p.low_income);
    assert_eq!(p.neighbourhoods.len(), 2);
    assert!((p.neighbourhoods[1].share - 900.0 / 17_585.0).abs() < 1e-4);
    assert!((p.neighbourhoods[1].deprivation - 0.05 / low).abs() < 1e-3);
    assert_eq!(p.wmo_per_1000, Some(106.0));
    assert!(import.notes.iter().any(|n| n.en.contains("missing in 1 of 2 wijken")), "{:?}", import.notes);
    assert_eq!(parse_profile(&profile_to_toml(p, kantel::language::Lang::En), "x").unwrap(), *p);
}

/// Twelve wijken whose ages add to 20 more than their residents and whose types to 15 more than their households: each
/// is in order by itself, together they would be no profile.
fn rounded_up() -> String {
    let wijk = |i: usize| {
        format!(
            "Wijk {i:02};Afgerond;Wijk;WK0777{i:02};2018JJ00;1000;500;500;200;150;270;250;150;10;8;\
             450;155;155;155;60;25;20;5,0;40;3;.;."
        )
    };
    let wijken: Vec<String> = (1..=12).map(wijk).collect();
    [HEADER, &wijken.join("\n")].join("\n") + "\n"
}

#[test]
fn rounding_of_many_wijken_is_scaled_to_the_totals() {
    let import = read(&rounded_up(), Choice::Municipality("Afgerond")).unwrap_or_else(|p| panic!("{}", shown(&p)));
    let p = &import.profile;
    assert_eq!((p.residents, p.households), (12_000, 5_400), "the sums of what is published");
    // 2400, 1800, 3240, 3000 and 1800 of 12240, times 12000 / 12240: floors and the three largest remainders.
    assert_eq!(p.ages, [2_353, 1_765, 3_176, 2_941, 1_765]);
    assert_eq!([p.single_households, p.childless_households, p.family_households], [1_800, 1_800, 1_800]);
    let told = "the counts of each of the 12 wijken are rounded: the ages add to 12240 and are scaled to the 12000 \
                residents, the types of households add to 5580 and are scaled to the 5400 households";
    assert!(import.notes.iter().any(|n| *n == told), "{:?}", import.notes);
    assert_eq!(
        parse_profile(&profile_to_toml(p, kantel::language::Lang::En), "x").unwrap(),
        *p,
        "a profile passes where it is read"
    );

    let one = read(&rounded_up(), Choice::Wijk("WK077701")).unwrap_or_else(|p| panic!("{}", shown(&p)));
    assert_eq!(one.profile.ages, [200, 150, 270, 250, 150], "one wijk is as it is published");
    assert!(one.notes.iter().all(|n| !n.en.contains("scaled")), "{:?}", one.notes);

    // Twelve times six counts of five are 360; one wijk alone would miss more than that.
    let wrong = rounded_up().replacen(";200;150;270;250;150;", ";200;150;270;250;275;", 1);
    assert_eq!(
        shown(&read(&wrong, Choice::Municipality("Afgerond")).unwrap_err()),
        "kwb.csv:2:0 ages: the ages add to 12365, not to the residents [] (12000 in sum, give or take 360)"
    );
}

#[test]
fn what_is_missing_is_listed_and_never_invented() {
    let problems = read(&synthetic(), Choice::Wijk("WK099901")).unwrap_err();
    assert_eq!(
        shown(&problems),
        "kwb.csv:4:0 GeboorteTotaal_24: missing for WK099901 [] () \
         CBS leaves small numbers out; take a larger wijk, or write the profile by hand\n\
         kwb.csv:4:0 HuishoudensMetEenLaagInkomen_74: missing for WK099901 [] () \
         CBS leaves small numbers out; take a larger wijk, or write the profile by hand\n\
         kwb.csv:4:0 k_20HuishoudensMetHoogsteInkomen_73: missing for WK099901 [] () \
         CBS leaves small numbers out; take a larger wijk, or write the profile by hand"
    );
    let without = synthetic().replace("HuishoudensMetEenLaagInkomen_74", "SomethingElse_74");
    let problems = read(&without, Choice::Wijk("WK034403")).unwrap_err();
    assert_eq!(
        shown(&problems),
        "kwb.csv:1:0 HuishoudensMetEenLaagInkomen: not found under a known name [] () \
         columns with a name like it: k_20HuishoudensMetHoogsteInkomen_73"
    );
}

#[test]
fn unknown_codes_and_names_are_answered_with_the_nearest() {
    let help = |choice| read(&synthetic(), choice).unwrap_err()[0].help.en.clone();
    assert!(help(Choice::Wijk("WK034430")).contains("WK034403 Overvecht Utrecht"));
    assert_eq!(help(Choice::Wijk("Leidsche")), "did you mean WK099901 Leidsche Rijn Elders?");
    let nameless = synthetic().replace("Leidsche Rijn", "");
    let problems = read(&nameless, Choice::Wijk("WK09990")).unwrap_err();
    assert!(problems[0].help.en.contains("WK099901 Elders"), "{problems:?}");
    assert_eq!(help(Choice::Municipality("Utrech")), "did you mean Utrecht?");
    assert_eq!(help(Choice::Municipality("Qqqq")), "");
}

/// A country, a municipality and a buurt stand in the same files; they are no wijk, and who names one is told what to
/// name instead.
#[test]
fn codes_of_other_regions_are_no_wijken() {
    let other = |code: &str, kind: &str| OVERVECHT.replace("WK034403", code).replace("Wijk      ", kind);
    let rows = [other("NL00", "Land"), other("GM0344", "Gemeente"), other("BU03440311", "Buurt")].join("\n");
    let text = synthetic() + &rows + "\n";
    let told = |code| shown(&read(&text, Choice::Wijk(code)).unwrap_err());
    let allowed = "(WK, four digits and two digits or letters, such as WK034403)";
    assert_eq!(told("NL00"), format!("kwb.csv:0:0 --wijk: the code of a country, not of a wijk [NL00] {allowed}"));
    assert_eq!(
        told("gm0344"),
        format!(
            "kwb.csv:0:0 --wijk: the code of a municipality, not of a wijk [gm0344] {allowed} \
                 use --municipality \"Utrecht\""
        )
    );
    assert_eq!(
        told("GM9999"),
        format!(
            "kwb.csv:0:0 --wijk: the code of a municipality, not of a wijk [GM9999] {allowed} \
                 use --municipality NAME"
        )
    );
    assert_eq!(
        told("BU03440311"),
        format!(
            "kwb.csv:0:0 --wijk: the code of a buurt, not of a wijk [BU03440311] {allowed} \
                 it lies in wijk WK034403"
        )
    );
    assert!(told("BU034403").contains("did you mean WK034403 Overvecht Utrecht?"), "no code of a buurt");
    assert_eq!(read(&text, Choice::Wijk("WK034403")).unwrap().profile, overvecht());
    assert_eq!(read(&text, Choice::Municipality("Utrecht")).unwrap().profile.neighbourhoods.len(), 2);
}

/// Decimal commas where commas part cells move every figure to the right.
#[test]
fn rows_wider_than_their_header_are_refused() {
    let text = synthetic().replace(';', ",");
    let problems = read(&text, Choice::Wijk("WK034403")).unwrap_err();
    assert!(problems[0].message.en.contains("figures stand in the wrong column"), "{}", shown(&problems));
    assert!(read(&synthetic().replace('\n', ";;\n"), Choice::Wijk("WK034403")).is_ok(), "empty cells are none");
}

#[test]
fn files_that_are_something_else_are_refused() {
    for (text, says) in [
        ("", "an empty file"),
        ("a,b\n1,2\n", "the header has no Codering and no AantalInwoners"),
        ("Codering_3;Wrong\nWK034403;1\n", "the header has no AantalInwoners"),
    ] {
        let problems = read(text, Choice::Wijk("WK034403")).unwrap_err();
        assert!(problems[0].message.en.contains(says), "{}", shown(&problems));
    }
    let text = synthetic().replace("34255", "about 34000").replace("20,3", "120,3");
    let problems = read(&text, Choice::Wijk("WK034403")).unwrap_err();
    assert_eq!(
        shown(&problems),
        "kwb.csv:2:70 AantalInwoners_5: not a number for WK034403 [about 34000] (a count, '.' or nothing where \
         missing)\n\
         kwb.csv:2:163 HuishoudensMetEenLaagInkomen_74: out of range for WK034403 [120,3] (a percentage, 0 to 100)"
    );
    assert!(read(&text, Choice::Wijk("WK034404")).is_ok(), "mistakes in other rows are not this wijk's");
}

/// Which of two rows is meant nobody can know.
#[test]
fn a_wijk_that_stands_twice_is_refused() {
    let text = synthetic() + &OVERVECHT.replace("34255", "34256") + "\n";
    for choice in [Choice::Wijk("WK034403"), Choice::Municipality("Utrecht")] {
        let problems = read(&text, choice).unwrap_err();
        assert_eq!(
            shown(&problems),
            "kwb.csv:5:0 Codering: a second row of this code; the first is in line 2 [WK034403] (one row per wijk)"
        );
    }
    assert!(read(&text, Choice::Wijk("WK034404")).is_ok(), "the others are in order");
}

/// What a profile could not be read with again, and what rounding would change in silence.
#[test]
fn what_no_profile_can_hold_is_refused() {
    let problems = |text: &str| shown(&read(text, Choice::Wijk("WK034403")).unwrap_err());
    let empty = synthetic().replace(";16685;8420;3305;4960;", ";0;0;0;0;");
    assert_eq!(
        problems(&empty),
        "kwb.csv:2:0 HuishoudensTotaal: nobody lives in WK034403: no population can be made [0] (1 or more)"
    );
    assert_eq!(
        problems(&synthetic().replace("34255", "34255.5")),
        "kwb.csv:2:70 AantalInwoners_5: not a whole number for WK034403 [34255.5] (a count, '.' or nothing where \
         missing)"
    );
    assert_eq!(read(&synthetic().replace("34255", "34255,0"), Choice::Wijk("WK034403")).unwrap().profile, overvecht());
    assert_eq!(
        problems(&synthetic().replace("Vrouwen_7", "AantalInwoners_4")),
        "kwb.csv:1:0 AantalInwoners: stands twice in the header, in columns 6 and 8 [] (one column of this name)"
    );
}

/// A line end in a name is a blank; control characters are nothing that a name has.
#[test]
fn names_are_lines_of_text() {
    let text = synthetic().replacen("Overvecht", "\"Over\nvecht \u{1b}[31m\"", 1);
    let import = read(&text, Choice::Wijk("WK034403")).unwrap_or_else(|p| panic!("{}", shown(&p)));
    assert_eq!(import.profile.name, "Over vecht [31m");
    assert_eq!(
        parse_profile(&profile_to_toml(&import.profile, kantel::language::Lang::En), "x").unwrap(),
        import.profile
    );
}

/// What Excel saves is no UTF-8: names keep their letters, and a note says how they were read.
#[test]
fn a_file_of_windows_is_read_with_its_letters() {
    let text = synthetic().replacen("Overvecht", "C\u{e9}dille \u{80}", 1);
    let bytes: Vec<u8> = text.chars().map(|c| c as u32 as u8).collect();
    let import = kwb::read(bytes.as_slice(), "kwb.csv", Choice::Wijk("WK034403")).unwrap();
    assert_eq!(import.profile.name, "C\u{e9}dille \u{20ac}");
    assert!(
        import.notes.iter().any(|n| n.en.contains("not UTF-8") && n.en.contains("Windows-1252")),
        "{:?}",
        import.notes
    );
    let import = read(&synthetic(), Choice::Wijk("WK034403")).unwrap();
    assert!(import.notes.iter().all(|n| !n.en.contains("UTF-8")), "{:?}", import.notes);
}

/// A new empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder for a test");
    folder
}

#[test]
fn the_command_writes_a_whole_profile_and_never_over_another() {
    let folder = folder("district_command");
    let file = folder.join("kwb.csv");
    fs::write(&file, synthetic()).unwrap();
    let target = folder.join("overvecht.toml");
    let mut args = DistrictArgs {
        file: Some(file),
        wijk: Some("WK034403".to_owned()),
        profile: Some(target.clone()),
        ..DistrictArgs::default()
    };
    district(&args).unwrap();
    let written = fs::read_to_string(&target).unwrap();
    assert_eq!(parse_profile(&written, "x").unwrap().households, 16_685);
    assert!(written.contains("# Note: its 8 neighbourhoods, their shares and deprivation are an assumption"));

    args.wijk = Some("WK034404".to_owned());
    assert!(matches!(district(&args), Err(Failure::Input(_))));
    assert_eq!(fs::read_to_string(&target).unwrap(), written);
    args.force = true;
    district(&args).unwrap();
    assert_eq!(parse_profile(&fs::read_to_string(&target).unwrap(), "x").unwrap().households, 900);

    args.wijk = Some("WK000000".to_owned());
    args.profile = Some(folder.join("nothing.toml"));
    assert!(matches!(district(&args), Err(Failure::Input(_))));
    args.file = Some(folder.clone());
    let Err(Failure::Input(problems)) = district(&args) else { panic!("a folder is no file") };
    let told = kantel::cli::plain(&problems[0], kantel::language::Lang::En);
    assert!(told.starts_with(&format!("{}: not a regular file", folder.display())), "{told}");
    let neither = DistrictArgs { wijk: None, file: Some(folder.join("kwb.csv")), ..args.clone() };
    let Err(Failure::Input(problems)) = district(&neither) else { panic!("nothing is chosen") };
    assert!(problems[0].allowed.en.contains("--wijk CODE or --municipality NAME"), "{problems:?}");
    args.file = Some(folder.join("absent.csv"));
    assert!(matches!(district(&args), Err(Failure::Input(p)) if p[0].message == "no such file"));
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "only the source and the profile: {left:?}");
}

/// The order in which a file states its neighbourhoods decides nothing: the results are the same bytes.
#[test]
fn shuffled_neighbourhoods_give_the_same_results() {
    let folder = folder("shuffled_neighbourhoods");
    let (head, _) = overvecht_text().split_once("[[neighbourhood]]").expect("neighbourhoods");
    let run = |name: &str, order: [usize; 5]| {
        let mut text = head.to_owned();
        for i in order {
            // Two of one share are told apart by their names.
            let share = [0.3, 0.2, 0.2, 0.2, 0.1][i];
            let deprivation = [1.2, 1.0, 0.9, 0.9, 0.6][i];
            let one = format!("[[neighbourhood]]\nname = \"n{i}\"\nshare = {share}\ndeprivation = {deprivation}\n");
            text.push_str(&one);
        }
        fs::write(folder.join(format!("{name}.toml")), text).unwrap();
        let output = program()
            .args(["run", "--residents", "1000", "--years", "2", "--samples", "2", "--district"])
            .arg(folder.join(format!("{name}.toml")))
            .args(["--set", "outreach.door_fte=0.5", "--set", "outreach.targeting=deprivation", "--out"])
            .arg(folder.join(name))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        ["yearly.csv", "samples.csv", "scenarios/reactive.toml"]
            .map(|file| fs::read(folder.join(name).join(file)).unwrap())
    };
    let straight = run("straight", [0, 1, 2, 3, 4]);
    for (name, order) in [("backwards", [4, 3, 2, 1, 0]), ("mixed", [2, 4, 0, 3, 1])] {
        assert!(run(name, order) == straight, "{name}");
    }
}

/// The folder with CBS's files beside the project, or wherever `KANTEL_SHARED` says.
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn shared(file: &str) -> Option<fs::File> {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    let root = std::env::var_os("KANTEL_SHARED").map_or(beside, PathBuf::from);
    let found = fs::File::open(root.join("data").join(file)).ok();
    if found.is_none() {
        println!("skipped: {file} is not here");
    }
    found
}

#[test]
fn the_real_file_of_2018_gives_the_embedded_profile() {
    let Some(file) = shared("kwb_wijken_2018.csv.gz") else { return };
    let import = kwb::read(file, "kwb_wijken_2018.csv.gz", Choice::Wijk("WK034403")).unwrap();
    assert_eq!(import.profile, overvecht());
}

#[test]
fn the_real_file_of_2019_has_no_incomes_and_says_so() {
    let Some(file) = shared("kwb_wijken_2019.csv.gz") else { return };
    let problems = kwb::read(file, "kwb_wijken_2019.csv.gz", Choice::Wijk("WK034403")).unwrap_err();
    let fields: Vec<&str> = problems.iter().map(|p| p.field.as_str()).collect();
    assert_eq!(fields, ["huishoudensmeteenlaaginkomen", "k20huishoudensmethoogsteinkomen"]);
    assert!(problems.iter().all(|p| p.help.en.contains("2018")));
}

/// Every municipality of the real file is a profile that can be read again, or it is told which figure is missing.
#[test]
fn every_real_municipality_is_imported_or_lacks_figures() {
    let Some(file) = shared("kwb_wijken_2018.csv.gz") else { return };
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).unwrap();
    let mut lines = text.lines();
    let header = lines.next().expect("a header");
    assert!(header.starts_with("codering_regio,perioden,gemeentenaam,"), "{header}");
    let mut municipalities: BTreeMap<String, String> = BTreeMap::new();
    for line in lines {
        let mut csv = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
        let record = csv.records().next().expect("a row").expect("a row of texts");
        let name = record.get(2).expect("the name of the municipality").to_owned();
        let own = municipalities.entry(name).or_insert_with(|| header.to_owned());
        own.push('\n');
        own.push_str(line);
    }
    let mut imported = 0;
    for (name, own) in &municipalities {
        match read(own, Choice::Municipality(name)) {
            Ok(import) => {
                let read_again = parse_profile(&profile_to_toml(&import.profile, kantel::language::Lang::En), "x");
                assert_eq!(read_again.unwrap_or_else(|p| panic!("{name}: {}", shown(&p))), import.profile, "{name}");
                imported += 1;
            }
            Err(problems) => {
                let lacks = |p: &Diagnostic| p.message.en.starts_with("missing for WK");
                assert!(problems.iter().all(lacks), "{name}: {}", shown(&problems));
            }
        }
    }
    assert!(municipalities.len() > 300, "{}", municipalities.len());
    assert!(imported * 100 > municipalities.len() * 95, "{imported} of {}", municipalities.len());
}

#[test]
fn the_real_municipality_of_utrecht_is_ten_wijken() {
    let Some(file) = shared("kwb_wijken_2018.csv.gz") else { return };
    let import = kwb::read(file, "kwb_wijken_2018.csv.gz", Choice::Municipality("Utrecht")).unwrap();
    let p = &import.profile;
    assert!((300_000..380_000).contains(&p.residents), "{}", p.residents);
    assert_eq!(p.neighbourhoods.len(), 10);
    assert!(p.neighbourhoods.iter().any(|n| n.name == "Overvecht" && n.deprivation > 1.5));
    assert_eq!(parse_profile(&profile_to_toml(p, kantel::language::Lang::En), "x").unwrap(), *p);
}
