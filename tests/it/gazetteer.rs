//! Every wijk in the box: the table is CBS's, gives what CBS's file gives, and is found by code or name.
//!
//! `UPDATE_DATA=1 cargo test gazetteer` makes the tables anew from CBS's files.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use kantel::input_data::gazetteer::{Gazetteer, MUNICIPALITIES, Unplaced, WIJKEN};
use kantel::input_data::kwb::{Choice, Figures, Import};
use kantel::scenario::{Overrides, load, load_text};

use crate::program::program;

/// The columns of the table, in its order.
const COLUMNS: &str = "codering_regio,perioden,wijknaam_2022,gemeentenaam,aantalinwoners,mannen,k0tot15jaar,\
    k15tot25jaar,k25tot45jaar,k45tot65jaar,k65jaarofouder,huishoudenstotaal,eenpersoonshuishoudens,\
    huishoudenszonderkinderen,huishoudensmetkinderen,huishoudensmeteenlaaginkomen,k20huishoudensmethoogsteinkomen,\
    koopwoningen,inbezitwoningcorporatie,geboortetotaal,sterftetotaal,verweduwd,\
    personenpersoortuitkeringao,matevanstedelijkheid,wmoclientenper1000inwoners";
const WIJKEN_TITLE: &str = "Bron: CBS - Kerncijfers wijken en buurten 2018 / Wmo-cliënten - \
    https://www.cbs.nl/nl-nl/cijfers/detail/84286NED - CC BY 4.0\n\
    Wijken with 500 residents or more; names of 2022. Made anew by: UPDATE_DATA=1 cargo test gazetteer\n";
const MUNICIPALITIES_TITLE: &str = "Bron: CBS - Kerncijfers wijken en buurten 2022 - \
    https://www.cbs.nl/nl-nl/cijfers/detail/85318NED - CC BY 4.0\n\
    All municipalities of 2022. Made anew by: UPDATE_DATA=1 cargo test gazetteer\n";

/// A file of CBS's, unpacked, beside the project or wherever `KANTEL_SHARED` says.
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn shared(file: &str) -> Option<String> {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    let root = std::env::var_os("KANTEL_SHARED").map_or(beside, PathBuf::from);
    let Ok(bytes) = fs::read(root.join("data").join(file)) else {
        println!("skipped: {file} is not here");
        return None;
    };
    let mut text = String::new();
    if bytes.starts_with(&[0x1F, 0x8B]) {
        flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text).expect("a text");
    } else {
        text = String::from_utf8(bytes).expect("a text");
    }
    Some(text)
}

/// Some columns of a csv below a title, without needless decimals.
fn extract(text: &str, title: &str, columns: &str) -> String {
    let mut csv = csv::Reader::from_reader(text.as_bytes());
    let header = csv.headers().expect("a header").clone();
    let at: Vec<usize> =
        columns.split(',').map(|c| header.iter().position(|h| h == c).unwrap_or_else(|| panic!("{c}"))).collect();
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(columns.split(',')).expect("a row");
    for record in csv.records() {
        let record = record.expect("a row");
        let field = |i: &usize| record[*i].strip_suffix(".0").unwrap_or(&record[*i]);
        out.write_record(at.iter().map(field)).expect("a row");
    }
    title.to_owned() + &String::from_utf8(out.into_inner().expect("no disk")).expect("a text")
}

#[test]
fn the_tables_are_those_of_cbs() {
    for (from, path, embedded, title, columns) in [
        ("kwb_wijken_2018.csv.gz", "data/wijken_2018.csv", WIJKEN, WIJKEN_TITLE, COLUMNS),
        (
            "gemeenten_2022.csv",
            "data/gemeenten_2022.csv",
            MUNICIPALITIES,
            MUNICIPALITIES_TITLE,
            "gemeentecode,gemeentenaam,aantal_inwoners",
        ),
    ] {
        let Some(source) = shared(from) else { continue };
        let table = extract(&source, title, columns);
        if std::env::var_os("UPDATE_DATA").is_some() {
            fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), table).expect("written");
        } else {
            assert!(table == embedded, "{path} is not what {from} gives");
        }
    }
    assert!(WIJKEN.len() + MUNICIPALITIES.len() <= 400_000, "{}", WIJKEN.len() + MUNICIPALITIES.len());
}

fn table() -> Gazetteer {
    Gazetteer::embedded().unwrap_or_else(|p| panic!("{p:?}"))
}

/// What the table gives of a code beside what CBS's file gives: the same profile, or the same figures are missing. The
/// notes of the file are all told, below those of the table.
fn compare(table: &Gazetteer, file: &Figures, code: &str, choice: Choice<'_>) -> Option<Import> {
    match (table.profile(code), file.import(choice)) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(ours.profile, theirs.profile, "{code}");
            assert!(ours.notes.ends_with(&theirs.notes), "{code}: {:?}", ours.notes);
            Some(ours)
        }
        (Err(Unplaced::Figures(ours)), Err(theirs)) => {
            let told = |problems: &[kantel::diagnostics::Diagnostic]| -> Vec<(String, String)> {
                problems.iter().map(|p| (p.field.clone(), p.message.to_string())).collect()
            };
            assert_eq!(told(&ours), told(&theirs), "{code}");
            None
        }
        (ours, theirs) => panic!("{code}: {ours:?} and {theirs:?}"),
    }
}

#[test]
fn every_wijk_and_municipality_is_what_the_file_gives() {
    let Some(text) = shared("kwb_wijken_2018.csv.gz") else { return };
    let file = Figures::read(text.as_bytes(), "kwb_wijken_2018.csv").unwrap_or_else(|p| panic!("{p:?}"));
    let table = table();
    let codes: BTreeSet<&str> = text.lines().skip(1).filter_map(|line| line.get(..8)).collect();
    assert_eq!(codes.len(), 2_312);
    let wijken = codes.iter().filter(|code| compare(&table, &file, code, Choice::Wijk(code)).is_some()).count();
    assert_eq!(wijken, 2_311, "one has no homes");
    let municipalities: BTreeSet<String> = codes.iter().map(|code| format!("GM{}", &code[2..6])).collect();
    let made =
        municipalities.iter().filter(|code| compare(&table, &file, code, Choice::Municipality(code)).is_some()).count();
    assert_eq!((municipalities.len(), made), (314, 314));
}

fn code_of(wanted: &str) -> String {
    table().profile(wanted).unwrap_or_else(|why| panic!("{wanted}: {why:?}")).profile.code
}

#[test]
fn places_are_found_as_people_write_them() {
    for (wanted, code) in [
        ("WK034403", "WK034403"),
        (" wk034403 ", "WK034403"),
        ("Overvecht", "WK034403"),
        ("overvecht", "WK034403"),
        ("Binnenstad, Deventer", "WK015001"),
        ("binnenstad,den bosch", "WK079601"),
        ("GM0150", "GM0150"),
        ("Deventer", "GM0150"),
        ("gemeente Deventer", "GM0150"),
        ("Den Haag", "GM0518"),
        ("'s-Gravenhage", "GM0518"),
        ("Den Bosch", "GM0796"),
        ("s hertogenbosch", "GM0796"),
        ("Sudwest Fryslan", "GM1900"),
        ("Bergen (L.)", "GM0893"),
        ("Bergen Limburg", "GM0893"),
        ("Nuenen", "GM0820"),
    ] {
        assert_eq!(code_of(wanted), code, "{wanted}");
    }
    // A municipality and a wijk of one name: the municipality, and it is told.
    let kampen = table().profile("Kampen").unwrap();
    assert_eq!(kampen.profile.code, "GM0166");
    assert!(kampen.notes[1].en.contains("the wijk of that name is WK016600"), "{:?}", kampen.notes);
}

#[test]
fn what_is_not_one_place_is_answered_with_the_places() {
    let table = table();
    let Err(Unplaced::Several(centres)) = table.profile("centrum") else { panic!("there are many") };
    assert!(centres.len() > 20 && centres.iter().any(|p| p.line() == "WK011900 Centrum, Meppel: 5890 residents"));
    let Err(Unplaced::Several(bergen)) = table.profile("Bergen") else { panic!("there are two") };
    assert_eq!(bergen.iter().map(|p| p.code.as_str()).collect::<Vec<_>>(), ["GM0373", "GM0893"]);
    let Err(Unplaced::Nothing(near)) = table.profile("Amersvoort") else { panic!("misspelt") };
    assert_eq!(near[0].code, "GM0307");
    let Err(Unplaced::Nothing(near)) = table.profile("WK034499") else { panic!("no such code") };
    assert!(near[0].code.starts_with("WK0344"), "{near:?}");
    for (name, later) in [("Middelburg", false), ("Hoeksche Waard", true), ("GM1963", true)] {
        match table.profile(name) {
            Err(Unplaced::Lacking { is_later, .. }) => assert_eq!(is_later, later, "{name}"),
            other => panic!("{name}: {other:?}"),
        }
    }
    // A wijk of a lacking municipality's name elsewhere is not taken for it.
    let Err(Unplaced::Lacking { elsewhere, .. }) = table.profile("Simpelveld") else { panic!("it lacks") };
    assert!(elsewhere.is_empty());
}

#[test]
fn a_part_of_a_municipality_is_told_as_one() {
    let note = |name: &str| {
        table().profile(name).unwrap().notes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let part = note("Westerveld");
    assert!(part.contains("perhaps only a part of Westerveld: the table has 16215 residents of 2018"), "{part}");
    assert!(part.contains("19854 in 2022"), "{part}");
    let whole = note("Deventer");
    assert!(!whole.contains("only a part") && whole.contains("14 wijken of 500 residents or more"), "{whole}");
    let gone = note("Ten Boer");
    assert!(gone.contains("Ten Boer is no municipality any more in 2022"), "{gone}");
}

fn kantel(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = program().args(arguments).output().expect("the program starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn lists_fit_a_terminal_and_forgive_case_and_accents() {
    let list = |text: &str| match kantel(&["district", "--list", text]) {
        (Some(0), out, _) => out,
        other => panic!("{text}: {other:?}"),
    };
    let all = list("");
    let widest = all.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(80) && all.lines().count() > 2_600, "{widest:?} columns, {} lines", all.lines().count());
    let rows = |text: &str, code: &str| list(text).lines().filter(|line| line.starts_with(code)).count();
    for (text, code, count) in [
        ("deventer", "WK0150", 14),
        ("DEN HAAG", "WK0518", 39),
        ("'s-gravenhage", "WK0518", 39),
        ("Den Bosch", "WK0796", 14),
        ("súdwest", "GM1900", 1),
        ("sudwest fryslan", "GM1900", 1),
        ("gm0150", "GM0150", 1),
        ("WK0150", "WK0150", 14),
    ] {
        assert_eq!(rows(text, code), count, "{text}:\n{}", list(text));
    }
    let (code, _, told) = kantel(&["district", "--list", "Amersvoort"]);
    assert!(code == Some(2) && told.contains("    GM0307 Amersfoort, 26 wijken: 154175 residents"), "{told}");
}

#[test]
fn the_commands_take_a_place_for_a_file() {
    let (code, profile, _) = kantel(&["district", "WK034403"]);
    assert!(code == Some(0) && profile.contains("residents = 34255") && profile.contains("Bron: CBS"), "{profile}");
    let (code, whole, _) = kantel(&["district", "--municipality", "Deventer"]);
    assert!(code == Some(0) && whole.contains("code = \"GM0150\""), "{whole}");
    let (code, _, told) = kantel(&["district", "Centrum"]);
    assert_eq!(code, Some(2));
    assert!(
        told.contains("the name of several places") && told.contains("\n    WK011900 Centrum, Meppel: 5890"),
        "{told}"
    );
    let (code, _, told) = kantel(&["district", "kwb-2018.csv"]);
    assert!(code == Some(2) && told.contains("no such file, and no such wijk"), "{told}");
    let (code, explained, told) = kantel(&["explain", "--district", "Poelenburg"]);
    assert!(code == Some(0) && explained.contains("Poelenburg"), "{told}");
    let (code, _, told) = kantel(&["explain", "--district", "Centrum"]);
    assert!(code == Some(2) && told.contains("\n    WK011900 Centrum, Meppel: 5890 residents"), "{told}");
    let (code, _, told) = kantel(&["explain", "--district", "nowhere.toml"]);
    assert!(code == Some(2) && told.contains("no such file"), "{told}");
}

#[test]
fn a_path_that_exists_counts_before_a_name() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("gazetteer_paths");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(folder.join("Kampen")).unwrap();
    let profile = |name: &str| {
        let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/districts/overvecht.toml"));
        text.unwrap().replace("name = \"Overvecht\"", &format!("name = \"{name}\""))
    };
    fs::write(folder.join("Deventer"), profile("a file called Deventer")).unwrap();
    let scenario = |file: &str| {
        let text = format!("schema_version = 1\nbase = \"builtin:reactive\"\n[district]\nfile = \"{file}\"\n");
        let path = folder.join("scenario.toml");
        fs::write(&path, text).unwrap();
        load(path.to_str().unwrap(), &Overrides::default()).unwrap_or_else(|p| panic!("{file}: {p:#?}"))
    };
    assert_eq!(scenario("Deventer").scenario.district.name, "a file called Deventer");
    for named in ["builtin:Deventer", "builtin:GM0150", "GM0150"] {
        assert_eq!(scenario(named).scenario.district.code, "GM0150", "{named}");
    }
    assert_eq!(scenario("Kampen").scenario.district.code, "GM0166", "a folder is no profile");
    // What comes from the table is told and can be run again by itself.
    let loaded = scenario("WK034402");
    assert!(loaded.warnings.iter().any(|note| note.en.contains("WK034402 ")), "{:?}", loaded.warnings);
    let again = load_text("again", &loaded.merged, &Overrides::default()).unwrap_or_else(|p| panic!("{p:#?}"));
    assert_eq!(again.scenario.district, loaded.scenario.district);
}

/// The README says which municipalities of 2022 lack.
#[test]
fn the_readme_names_the_municipalities_that_lack() {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("README.md");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let lacking = table().lacking_municipalities();
    for is_later in [false, true] {
        let names: Vec<&str> =
            lacking.iter().filter(|(_, later)| *later == is_later).map(|(name, _)| &**name).collect();
        let wanted = format!("({}): {}.", names.len(), names.join(", "));
        assert!(text.contains(&wanted), "the README lacks\n{wanted}");
    }
}
