//! Which column of a file is which: CBS's names in their several spellings.

/// What is read of a wijk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Code,
    Name,
    Municipality,
    Year,
    Residents,
    Men,
    Age0,
    Age15,
    Age25,
    Age45,
    Age65,
    Households,
    Single,
    Childless,
    Family,
    Low,
    High,
    Owned,
    Social,
    Births,
    Deaths,
    Urbanity,
    Density,
    Wmo,
}

/// Every column with its name in diagnostics (the typed name of StatLine) and its spellings after [`plain`]: StatLine's
/// typed name first, then the short names of the KWB spreadsheet.
pub(super) const COLUMNS: [(Column, &str, &[&str]); 24] = [
    (Column::Code, "Codering", &["codering", "coderingregio", "gwbcode", "wijkenenbuurten"]),
    (Column::Name, "WijkenEnBuurten", &["wijknaam2022", "wijknaam", "regio", "naam", "wijkenenbuurten"]),
    (Column::Municipality, "Gemeentenaam", &["gemeentenaam", "gmnaam"]),
    (Column::Year, "Perioden", &["perioden", "jaar"]),
    (Column::Residents, "AantalInwoners", &["aantalinwoners", "ainw"]),
    (Column::Men, "Mannen", &["mannen", "aman"]),
    (Column::Age0, "k_0Tot15Jaar", &["k0tot15jaar", "a0014"]),
    (Column::Age15, "k_15Tot25Jaar", &["k15tot25jaar", "a1524"]),
    (Column::Age25, "k_25Tot45Jaar", &["k25tot45jaar", "a2544"]),
    (Column::Age45, "k_45Tot65Jaar", &["k45tot65jaar", "a4564"]),
    (Column::Age65, "k_65JaarOfOuder", &["k65jaarofouder", "a65oo"]),
    (Column::Households, "HuishoudensTotaal", &["huishoudenstotaal", "ahh"]),
    (Column::Single, "Eenpersoonshuishoudens", &["eenpersoonshuishoudens", "a1phh"]),
    (Column::Childless, "HuishoudensZonderKinderen", &["huishoudenszonderkinderen", "ahhzk"]),
    (Column::Family, "HuishoudensMetKinderen", &["huishoudensmetkinderen", "ahhmk"]),
    (Column::Low, "HuishoudensMetEenLaagInkomen", &["huishoudensmeteenlaaginkomen", "phhli"]),
    (Column::High, "k_20HuishoudensMetHoogsteInkomen", &["k20huishoudensmethoogsteinkomen"]),
    (Column::Owned, "Koopwoningen", &["koopwoningen", "pkoopw"]),
    (Column::Social, "InBezitWoningcorporatie", &["inbezitwoningcorporatie", "pwcorpw"]),
    (Column::Births, "GeboorteTotaal", &["geboortetotaal", "ageb"]),
    (Column::Deaths, "SterfteTotaal", &["sterftetotaal", "aste"]),
    (Column::Urbanity, "MateVanStedelijkheid", &["matevanstedelijkheid", "stemvs"]),
    (Column::Density, "Omgevingsadressendichtheid", &["omgevingsadressendichtheid", "steoad"]),
    (Column::Wmo, "WmoClientenPer1000Inwoners", &["wmoclientenper1000inwoners", "wmoclientenrelatief"]),
];

impl Column {
    /// The name to print.
    pub(super) const fn title(self) -> &'static str {
        COLUMNS[self as usize].1
    }
}

/// A name without case, underscores, blanks or byte-order mark.
fn plain(name: &str) -> String {
    name.trim_start_matches('\u{feff}')
        .chars()
        .filter(|c| *c != '_' && !c.is_whitespace())
        .collect::<String>()
        .to_lowercase()
}

/// A name without the number that StatLine appends (`AantalInwoners_5`).
fn without_suffix(name: &str) -> &str {
    let name = name.trim();
    match name.rsplit_once('_') {
        Some((stem, digits)) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => stem,
        _ => name,
    }
}

/// The positions of every column in a header: none, one, or several of the same name. The whole name counts first
/// (`a_00_14` ends in a number that belongs to it); among spellings of one column the earlier counts first.
pub(super) fn locate(header: &[String]) -> [Vec<usize>; COLUMNS.len()] {
    let whole: Vec<String> = header.iter().map(|h| plain(h)).collect();
    let stems: Vec<String> = header.iter().map(|h| plain(without_suffix(h))).collect();
    let of = |names: &[String], spelling: &str| -> Vec<usize> {
        names.iter().enumerate().filter(|(_, name)| *name == spelling).map(|(i, _)| i).collect()
    };
    COLUMNS.map(|(_, _, spellings)| {
        let found = spellings.iter().flat_map(|s| [of(&whole, s), of(&stems, s)]);
        found.into_iter().find(|positions| !positions.is_empty()).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_every_spelling() {
        for header in [
            ["AantalInwoners_5", "k_65JaarOfOuder_12", "Codering_3"],
            ["aantalinwoners", "k65jaarofouder", "codering_regio"],
            ["AANTALINWONERS_5", "K_65JAAROFOUDER", "WijkenEnBuurten"],
            ["a_inw", "a_65_oo", "\u{feff}gwb_code_10"],
        ] {
            let found = locate(&header.map(str::to_owned));
            let at = |c: Column| found[c as usize].clone();
            assert_eq!([at(Column::Residents), at(Column::Age65), at(Column::Code)], [[0], [1], [2]]);
        }
        assert_eq!(locate(&["a_00_14".to_owned()])[Column::Age0 as usize], [0]);
        assert_eq!(locate(&["Mannen_6".to_owned(), "mannen".to_owned()])[Column::Men as usize], [1], "the whole name");
        assert_eq!(locate(&["Mannen_6".to_owned(), "MANNEN_7".to_owned()])[Column::Men as usize], [0, 1]);
    }

    #[test]
    fn columns_stand_in_their_own_order() {
        assert!(COLUMNS.iter().enumerate().all(|(i, c)| c.0 as usize == i));
    }
}
