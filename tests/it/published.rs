//! CBS's key figures in every form in which it publishes them: one invented municipality, always the same profile.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::PathBuf;

use kantel::diagnostics::Diagnostic;
use kantel::input_data::kwb::{self, Choice, Import};
use kantel::input_data::{DistrictProfile, profile_to_toml};

/// The columns in four forms: typed names, StatLine's labels, the yearly spreadsheet, the map service.
const COLUMNS: [[&str; 4]; 23] = [
    ["Codering_3", "Regioaanduiding/Codering (code)", "gwb_code_10", "wijkcode"],
    ["WijkenEnBuurten", "Wijken en buurten", "regio", "wijknaam"],
    ["Gemeentenaam_1", "Regioaanduiding/Gemeentenaam (naam)", "gm_naam", "gemeentenaam"],
    ["AantalInwoners_5", "Bevolking/Aantal inwoners (aantal)", "a_inw", "aantalInwoners"],
    ["Mannen_6", "Bevolking/Geslacht/Mannen (aantal)", "a_man", "mannen"],
    ["k_0Tot15Jaar_8", "Bevolking/Leeftijdsgroepen/0 tot 15 jaar (aantal)", "a_00_14", "k0Tot15Jaar"],
    ["k_15Tot25Jaar_9", "Bevolking/Leeftijdsgroepen/15 tot 25 jaar (aantal)", "a_15_24", "k15Tot25Jaar"],
    ["k_25Tot45Jaar_10", "Bevolking/Leeftijdsgroepen/25 tot 45 jaar (aantal)", "a_25_44", "k25Tot45Jaar"],
    ["k_45Tot65Jaar_11", "Bevolking/Leeftijdsgroepen/45 tot 65 jaar (aantal)", "a_45_64", "k45Tot65Jaar"],
    ["k_65JaarOfOuder_12", "Bevolking/Leeftijdsgroepen/65 jaar of ouder (aantal)", "a_65_oo", "k65JaarOfOuder"],
    ["GeboorteTotaal_25", "Bevolking/Geboorte en sterfte/Geboorte totaal (aantal)", "a_geb", "geboorteTotaal"],
    ["SterfteTotaal_27", "Bevolking/Geboorte en sterfte/Sterfte totaal (aantal)", "a_ste", "sterfteTotaal"],
    ["HuishoudensTotaal_29", "Bevolking/Huishoudens/Huishoudens totaal (aantal)", "a_hh", "aantalHuishoudens"],
    ["Eenpersoonshuishoudens_30", "Huishoudens/Eenpersoonshuishoudens (aantal)", "a_1p_hh", "eenpersoonshuishoudens"],
    ["HuishoudensZonderKinderen_31", "Huishoudens zonder kinderen (aantal)", "a_hh_z_k", "huishoudensZonderKinderen"],
    ["HuishoudensMetKinderen_32", "Huishoudens met kinderen (aantal)", "a_hh_m_k", "huishoudensMetKinderen"],
    ["Koopwoningen_47", "Wonen/Woningen naar eigendom/Koopwoningen (%)", "p_koopw", "percentageKoopwoningen"],
    [
        "InBezitWoningcorporatie_49",
        "Wonen/Woningen naar eigendom/Huurwoningen/In bezit woningcorporatie (%)",
        "p_wcorpw",
        "percHuurwoningenInBezitWoningcorporaties",
    ],
    [
        "HuishoudensMetEenLaagInkomen_85",
        "Inkomen/Huishoudens met een laag inkomen (%)",
        "p_hh_lkk",
        "percentageHuishoudensMetLageKoopkracht",
    ],
    [
        "k_20HuishoudensMetHoogsteInkomen_84",
        "Inkomen/20% huishoudens met hoogste inkomen (%)",
        "p_hh_hi",
        "percentageHuishoudensMetHoogInkomen",
    ],
    [
        "WmoClientenRelatief_107",
        "Zorg/Wmo-cliënten relatief (per 1 000 inwoners)",
        "p_wmo_t",
        "aantalWmoClientenPer1000Inwoners",
    ],
    [
        "MateVanStedelijkheid_122",
        "Stedelijkheid/Mate van stedelijkheid (code)",
        "ste_mvs",
        "stedelijkheidAdressenPerKm2",
    ],
    ["Perioden", "Perioden", "jaar", "jaar"],
];
const ROWS: [&str; 3] = [
    "WK9812AA;Wijk 01 Havenbuurt;Waterdam (gemeente);4100;2010;620;480;1190;1080;730;41;38;1950;790;540;620;44;36;9,5;\
     17,2;71;2;2022",
    "WK981202;Wijk 02 Duinrand;Waterdam (gemeente);7820;3880;1500;900;2310;2040;1070;86;52;3310;960;980;1370;61;22;\
     5,1;29,9;46;3;2022",
    "BU9812AA01;Buurt 01;Waterdam (gemeente);4100;2010;620;480;1190;1080;730;.;.;1950;790;540;620;44;36;.;.;.;2;2022",
];

fn text(form: usize) -> String {
    let header: Vec<&str> = COLUMNS.iter().map(|names| names[form]).collect();
    format!("{}\r\n{}\r\n", header.join(";"), ROWS.join("\r\n"))
}

fn read(bytes: &[u8], choice: Choice<'_>) -> Result<Import, Vec<Diagnostic>> {
    kwb::read(bytes, "/data/2019/wijken.csv", choice)
}

const HAVEN: Choice<'_> = Choice::Wijk("WK9812AA");

#[track_caller]
fn profile(bytes: &[u8], choice: Choice<'_>) -> DistrictProfile {
    read(bytes, choice).unwrap_or_else(|problems| panic!("{problems:#?}")).profile
}

fn expected() -> DistrictProfile {
    profile(text(0).as_bytes(), HAVEN)
}

#[test]
fn every_form_gives_the_same_profile() {
    let want = expected();
    assert_eq!((want.residents, want.men, want.low_income, want.wmo_per_1000), (4_100, 2_010, 0.095, Some(71.0)));
    assert_eq!(want.neighbourhoods.len(), 2);
    let typed = text(0);
    let tabs = typed.replace(';', "\t");
    let quoted =
        text(1).lines().map(|l| format!("\"{}  \"\r\n", l.replace(';', "  \";\""))).collect::<Vec<_>>().concat();
    let spreadsheet = text(2).replace("BU9812AA01", "GM9812");
    let map = text(3).replace(',', ".").replace(';', ",");
    for (what, text) in [
        ("labels", &format!("\u{feff}{quoted}")),
        ("labels with blanks for nothing", &quoted.replace("\".  \"", "\"       .\"")),
        ("the yearly spreadsheet", &spreadsheet),
        ("the map service", &map),
        ("tabs", &tabs),
        ("a separator told", &format!("sep=;\r\n{typed}")),
        ("a comma told", &format!("\u{feff}\"sep=,\"\r\n{map}")),
        ("titles", &format!("\"Kerncijfers wijken en buurten, 2022\"\r\n\r\nOnderwerp, en zo\r\n{typed}")),
    ] {
        assert_eq!(profile(text.as_bytes(), HAVEN), want, "{what}");
        assert_eq!(profile(text.as_bytes(), Choice::Municipality("Waterdam")).residents, 11_920, "{what}");
    }
    for is_big in [false, true] {
        let units = format!("\u{feff}{tabs}");
        let bytes: Vec<u8> =
            units.encode_utf16().flat_map(|u| if is_big { u.to_be_bytes() } else { u.to_le_bytes() }).collect();
        assert_eq!(profile(&bytes, HAVEN), want, "UTF-16");
    }
}

/// Lines are counted from the file's first, whatever stands there.
#[test]
fn mistakes_below_titles_stand_in_their_line() {
    let wrong = text(0).replace(";2010;620;", ";twee;620;");
    let told = |text: String| read(text.as_bytes(), HAVEN).unwrap_err()[0].line;
    assert_eq!(told(wrong.clone()), Some(2));
    assert_eq!(told(format!("sep=;\r\n{wrong}")), Some(3));
    assert_eq!(told(format!("Titel\r\n\r\n{wrong}")), Some(4));
}

#[test]
fn units_must_fit() {
    for (from, to, field) in [
        ("Mannen (aantal)", "Mannen (%)", "Mannen"),
        ("Koopwoningen (%)", "Koopwoningen (aantal)", "Koopwoningen"),
        ("relatief (per 1 000 inwoners)", "relatief (aantal)", "WmoClientenPer1000Inwoners"),
    ] {
        let problems = read(text(1).replace(from, to).as_bytes(), HAVEN).unwrap_err();
        assert_eq!((problems[0].field.as_str(), problems.len()), (field, 1), "{problems:?}");
        assert!(problems[0].message.en.contains("has another unit"), "{problems:?}");
    }
}

#[test]
fn a_column_that_is_not_known_is_not_called_missing() {
    let problems = read(text(2).replace("p_hh_hi", "p_hh_anders").as_bytes(), HAVEN).unwrap_err();
    assert_eq!(problems[0].message, "not found under a known name");
    assert!(problems[0].help.en.contains("p_hh_lkk") && !problems[0].help.en.contains("2018"), "{problems:?}");
    let notes = |text: String| {
        read(text.as_bytes(), HAVEN).unwrap().notes.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    };
    assert!(notes(text(2).replace("p_wmo_t", "p_anders")).contains("Inwoners is not found under a known name"));
    assert!(notes(text(2).replace(";71;", ";NA;")).contains("Inwoners is missing"));
    assert!(notes(text(2).replace(";71;", ";-99997;")).contains("Inwoners is missing"));
    let empty = text(2).replace(";17,2;", ";.;").replace(";29,9;", ";;");
    let problems = read(empty.as_bytes(), HAVEN).unwrap_err();
    assert!(problems[0].message.en.starts_with("missing for") && problems[0].help.en.contains("2018"), "{problems:?}");
}

#[test]
fn what_cannot_be_is_refused_and_what_is_rare_is_told() {
    let refused = |text: String| read(text.as_bytes(), HAVEN).unwrap_err()[0].message.en.clone();
    let typed = text(0);
    assert!(refused(typed.replace(";2010;", ";2.010;")).contains("thousands"));
    assert!(refused(typed.replace(";2010;", ";2;")).contains("2 men among the 4100 residents"));
    let fractions = typed.replace(";44;36;9,5;17,2;71", ";0,44;0,36;0,095;0,172;71");
    assert!(refused(fractions).contains("these are fractions"));
    let lowest = text(2).replace("p_hh_lkk", "p_hh_li");
    let notes =
        read(lowest.as_bytes(), HAVEN).unwrap().notes.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    assert!(notes.contains("p_hh_li is read as households below the low-income line"), "{notes}");
    assert!(refused(lowest.replace(";9,5;", ";44,1;").replace(";5,1;", ";31;")).contains("40 % of lowest incomes"));
    let homes = read(typed.replace(";44;36;", ";0,5;0,5;").as_bytes(), HAVEN)
        .unwrap()
        .notes
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ");
    assert!(homes.contains("homes owned or of corporations: 1 %"), "{homes}");
    let usual = read(typed.as_bytes(), HAVEN).unwrap().notes;
    assert!(usual.iter().all(|note| !note.en.contains("look whether")), "{usual:?}");
}

#[test]
fn a_year_that_nobody_knows_is_not_written() {
    let undated = text(0).replace("Perioden", "Iets");
    let import = read(undated.as_bytes(), HAVEN).unwrap();
    assert_eq!(import.profile.year, 0, "a folder is no name");
    assert!(!profile_to_toml(&import.profile, kantel::language::Lang::En).contains("year ="));
    assert!(import.notes.iter().any(|note| note.en.contains("year = YYYY")), "{:?}", import.notes);
    assert_eq!(profile(format!("Kerncijfers 2021\r\n{undated}").as_bytes(), HAVEN).year, 2021);
    let named = kwb::read(undated.as_bytes(), "/data/2019/kwb-2020.csv", HAVEN).unwrap();
    assert_eq!(named.profile.year, 2020);
}

#[test]
fn municipalities_are_found_as_people_call_them() {
    let typed = text(0);
    let finds = |file: &str, name: &str| profile(file.as_bytes(), Choice::Municipality(name)).municipality;
    for name in ["Waterdam", "gemeente Waterdam", "WATERDAM (gemeente)", "GM9812", " gm9812 "] {
        assert_eq!(finds(&typed, name), "Waterdam (gemeente)", "{name}");
    }
    for (official, name) in [
        ("'s-Gravenhage", "Den Haag"),
        ("'s-Gravenhage", "s gravenhage"),
        ("'s-Hertogenbosch", "Den Bosch"),
        ("Súdwest-Fryslân", "Sudwest Fryslan"),
    ] {
        assert_eq!(finds(&typed.replace("Waterdam (gemeente)", official), name), official);
    }
    let two =
        typed.replacen("Waterdam (gemeente)", "Bergen (L.)", 1).replacen("Waterdam (gemeente)", "Bergen (NH.)", 1);
    let problems = read(two.as_bytes(), Choice::Municipality("Bergen")).unwrap_err();
    assert_eq!(problems[0].allowed, "Bergen (L.), or Bergen (NH.)");
    assert_eq!(finds(&two, "Bergen (NH.)"), "Bergen (NH.)");
    let problems = read(typed.as_bytes(), Choice::Wijk("BU9812AA01")).unwrap_err();
    assert_eq!(problems[0].help, "it lies in wijk WK9812AA");
}

/// A workbook with one sheet of texts and numbers.
fn xlsx(text: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let cell = |field: &str| match field.replace(',', ".").parse::<f64>() {
        Ok(x) => format!("<c><v>{x}</v></c>"),
        Err(_) => format!("<c t=\"inlineStr\"><is><t>{field}</t></is></c>"),
    };
    let row = |line: &str| format!("<row>{}</row>", line.split(';').map(cell).collect::<Vec<_>>().concat());
    let rows = text.lines().map(row).collect::<Vec<_>>().concat();
    archive(&[
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{REL}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{REL}\"><sheets><sheet name=\"KWB\" sheetId=\"1\" r:id=\"r1\"/>\
                 </sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{REL}/worksheet\" \
                 Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

fn archive(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("memory");
        zip.write_all(text.as_bytes()).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

#[test]
fn workbooks_are_read_as_they_are() {
    let file = xlsx(&format!("Kerncijfers\n{}", text(2)));
    assert_eq!(profile(&file, HAVEN), expected());
    let wrong = xlsx(&text(2).replace(";2010;620;", ";twee;620;"));
    assert_eq!(read(&wrong, HAVEN).unwrap_err()[0].line, Some(2));
}

#[test]
fn archives_that_are_no_workbook_and_bombs_are_refused() {
    let told = |bytes: &[u8]| read(bytes, HAVEN).unwrap_err()[0].message.en.clone();
    assert!(told(&archive(&[("wijken.csv", text(0))])).contains("no Excel workbook"));
    assert!(told(b"PK\x03\x04 and nothing").contains("not an archive"));
    assert!(told(b"\xD0\xCF\x11\xE0 and nothing").contains("not a workbook"));
    let large = ("xl/sharedStrings.xml", "<si/>".repeat(4 << 20));
    assert!(told(&archive(&[("xl/workbook.xml", String::new()), large])).contains("unpacks to more"));
    let wijken = format!("Codering;AantalInwoners\n{}", "WK000001;1\n".repeat(30_000));
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(wijken.as_bytes()).unwrap();
    assert!(told(&gzip.finish().unwrap()).contains("more than 20000 wijken"));
    let line = format!("Codering;AantalInwoners\n{}", "x".repeat(2 << 20));
    assert!(told(line.as_bytes()).contains("a line of more than 1024 kB"));
}

/// The cases that lie beside the project.
#[test]
fn cases_that_were_handed_over() {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    let cases = std::env::var_os("KANTEL_SHARED").map_or(beside, PathBuf::from).join("cases");
    let Ok(typed) = fs::read(cases.join("typed_2022.csv")) else {
        println!("skipped: the cases are not here");
        return;
    };
    let named = |name: &str, bytes: &[u8], choice| kwb::read(bytes, name, choice).unwrap_or_else(|p| panic!("{p:#?}"));
    for choice in [Choice::Wijk("WK990101"), Choice::Municipality("Proefstad"), Choice::Municipality("GM9901")] {
        let want = named("typed_2022.csv", &typed, choice).profile;
        for name in ["statline_download_2022.csv", "kwb-2022.csv", "kwb-2022.xlsx", "typed_sep_2022.csv"] {
            let bytes = fs::read(cases.join(name)).unwrap();
            assert_eq!(named(name, &bytes, choice).profile, want, "{name}");
        }
    }
}
