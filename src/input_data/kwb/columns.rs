//! Which column of a file is which: one table of CBS's names in every form that it publishes.

use crate::language::{Text, text};

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
    Widowed,
    Disability,
    Urbanity,
    Density,
    Wmo,
}

/// What the figures of a column count; a unit in a label must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, a class or a density: any unit.
    Any,
    /// Persons, households or events.
    Count,
    /// A percentage.
    Share,
    /// Per 1,000 residents.
    PerThousand,
}

/// A column: its name in diagnostics (the typed name of StatLine), what it counts, a word that one of a label's parents
/// has (where a label stands under several), and its spellings after [`plain`], the surest first: StatLine (typed names
/// and labels alike), the yearly spreadsheet, the map service.
pub(super) struct Known {
    pub(super) column: Column,
    pub(super) title: &'static str,
    kind: Kind,
    parent: &'static str,
    spellings: &'static [&'static str],
}

const fn known(
    column: Column,
    title: &'static str,
    kind: Kind,
    parent: &'static str,
    spellings: &'static [&'static str],
) -> Known {
    Known { column, title, kind, parent, spellings }
}

/// How many columns are known.
pub(super) const COUNT: usize = COLUMNS.len();

/// Every column. CBS calls two things a low income: the households below the low-income line, which are meant here
/// (`p_hh_lkk` in the yearly spreadsheet, some 7 % of all), and the 40 % of lowest incomes (`p_hh_li` in most years),
/// told apart by [`is_doubtful`].
pub(super) const COLUMNS: [Known; 26] = [
    known(
        Column::Code,
        "Codering",
        Kind::Any,
        "regio",
        &["codering", "coderingregio", "gwbcode10", "gwbcode", "wijkcode", "wkcode", "wijkenenbuurten"],
    ),
    known(
        Column::Name,
        "WijkenEnBuurten",
        Kind::Any,
        "",
        &["wijknaam2022", "wijknaam", "wknaam", "regio", "regionaam", "naam", "wijkenenbuurten"],
    ),
    known(Column::Municipality, "Gemeentenaam", Kind::Any, "regio", &["gemeentenaam", "gmnaam"]),
    known(Column::Year, "Perioden", Kind::Any, "", &["perioden", "jaar", "jrstatcode"]),
    known(Column::Residents, "AantalInwoners", Kind::Count, "bevolking", &["aantalinwoners", "ainw"]),
    known(Column::Men, "Mannen", Kind::Count, "geslacht", &["mannen", "aman"]),
    known(Column::Age0, "k_0Tot15Jaar", Kind::Count, "leeftijd", &["0tot15jaar", "a0014"]),
    known(Column::Age15, "k_15Tot25Jaar", Kind::Count, "leeftijd", &["15tot25jaar", "a1524"]),
    known(Column::Age25, "k_25Tot45Jaar", Kind::Count, "leeftijd", &["25tot45jaar", "a2544"]),
    known(Column::Age45, "k_45Tot65Jaar", Kind::Count, "leeftijd", &["45tot65jaar", "a4564"]),
    known(Column::Age65, "k_65JaarOfOuder", Kind::Count, "leeftijd", &["65jaarofouder", "a65oo"]),
    known(
        Column::Households,
        "HuishoudensTotaal",
        Kind::Count,
        "huishoudens",
        &["huishoudenstotaal", "aantalhuishoudens", "ahh"],
    ),
    known(
        Column::Single,
        "Eenpersoonshuishoudens",
        Kind::Count,
        "huishoudens",
        &["eenpersoonshuishoudens", "aantaleenpersoonshuishoudens", "a1phh"],
    ),
    known(
        Column::Childless,
        "HuishoudensZonderKinderen",
        Kind::Count,
        "huishoudens",
        &["huishoudenszonderkinderen", "aantalhuishoudenszonderkinderen", "ahhzk"],
    ),
    known(
        Column::Family,
        "HuishoudensMetKinderen",
        Kind::Count,
        "huishoudens",
        &["huishoudensmetkinderen", "aantalhuishoudensmetkinderen", "ahhmk"],
    ),
    known(
        Column::Low,
        "HuishoudensMetEenLaagInkomen",
        Kind::Share,
        "inkomen",
        &[
            "huishoudensmeteenlaaginkomen",
            "phhlkk",
            "percentagehuishoudensmetlagekoopkracht",
            "phhli",
            "percentagehuishoudensmetlaaginkomen",
        ],
    ),
    known(
        Column::High,
        "k_20HuishoudensMetHoogsteInkomen",
        Kind::Share,
        "inkomen",
        &["20huishoudensmethoogsteinkomen", "phhhi", "percentagehuishoudensmethooginkomen"],
    ),
    known(
        Column::Owned,
        "Koopwoningen",
        Kind::Share,
        "eigendom",
        &["koopwoningen", "pkoopw", "percentagekoopwoningen"],
    ),
    known(
        Column::Social,
        "InBezitWoningcorporatie",
        Kind::Share,
        "eigendom",
        &[
            "inbezitwoningcorporatie",
            "pwcorpw",
            "perchuurwoningeninbezitwoningcorporaties",
            "percentagehuurwoningeninbezitwoningcorporaties",
        ],
    ),
    known(Column::Births, "GeboorteTotaal", Kind::Count, "geboorte", &["geboortetotaal", "ageb"]),
    known(Column::Deaths, "SterfteTotaal", Kind::Count, "sterfte", &["sterftetotaal", "aste"]),
    known(Column::Widowed, "Verweduwd", Kind::Count, "burgerlijkestaat", &["verweduwd", "averwed"]),
    known(
        Column::Disability,
        "PersonenPerSoortUitkeringAO",
        Kind::Count,
        "uitkering",
        &["personenpersoortuitkeringao", "aao", "aantalpersonenmeteenaouitkeringtotaal"],
    ),
    known(
        Column::Urbanity,
        "MateVanStedelijkheid",
        Kind::Any,
        "",
        &["matevanstedelijkheid", "stemvs", "stedelijkheidadressenperkm2", "sted"],
    ),
    known(
        Column::Density,
        "Omgevingsadressendichtheid",
        Kind::Any,
        "",
        &["omgevingsadressendichtheid", "steoad", "oad"],
    ),
    known(
        Column::Wmo,
        "WmoClientenPer1000Inwoners",
        Kind::PerThousand,
        "",
        &["wmoclientenper1000inwoners", "wmoclientenrelatief", "pwmot", "aantalwmoclientenper1000inwoners"],
    ),
];

impl Column {
    /// The name to print.
    pub(super) const fn title(self) -> &'static str {
        COLUMNS[self as usize].title
    }

    /// What its figures count.
    pub(super) const fn kind(self) -> Kind {
        COLUMNS[self as usize].kind
    }

    /// Names in a header that look like this column, for who must find out how a file calls it.
    pub(super) fn alike(self, header: &[String]) -> Vec<&str> {
        let words: &[&str] = match self {
            Column::Low | Column::High => &["inkomen", "ink", "hh_l", "hh_h", "koopkracht"],
            Column::Owned | Column::Social => &["koop", "corp", "huurw"],
            Column::Households | Column::Single | Column::Childless | Column::Family => &["huish", "hh_"],
            Column::Age0 | Column::Age15 | Column::Age25 | Column::Age45 | Column::Age65 => &["jaar", "_1", "_2", "_6"],
            Column::Births => &["geb"],
            Column::Deaths => &["ste", "overl"],
            Column::Widowed => &["verw"],
            Column::Disability => &["uitk", "ao"],
            Column::Wmo => &["wmo"],
            Column::Men => &["man"],
            Column::Residents => &["inw"],
            Column::Urbanity | Column::Density => &["sted", "oad", "mvs"],
            Column::Code => &["code"],
            Column::Name | Column::Municipality | Column::Year => &[],
        };
        let is_alike = |name: &&String| words.iter().any(|word| name.to_lowercase().contains(word));
        header.iter().filter(is_alike).map(|name| name.trim()).take(6).collect()
    }
}

/// A column's name in a file, apart: StatLine's button writes paths with a unit, `Bevolking/Geslacht/Mannen (aantal)`.
struct Label {
    /// The last part without its unit, after [`plain`].
    whole: String,
    /// The same without the number that StatLine appends.
    stem: String,
    /// The parts before the last, after [`plain`].
    parents: String,
    /// What stands in the last parentheses, in lower case.
    unit: String,
}

impl Label {
    fn of(name: &str) -> Self {
        let name = name.trim_start_matches('\u{feff}').trim();
        let (path, unit) = match name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")) {
            Some((path, unit)) => (path, unit.trim().to_lowercase()),
            None => (name, String::new()),
        };
        let (parents, last) = path.rsplit_once(['/', '|']).unwrap_or(("", path));
        let [whole, stem, parents] = [last, without_suffix(last), parents].map(plain);
        Self { whole, stem, parents, unit }
    }

    /// Whether the unit agrees with what a column counts; a name without a unit agrees with all.
    fn agrees(&self, kind: Kind) -> bool {
        let unit = self.unit.as_str();
        unit.is_empty()
            || match kind {
                Kind::Any => true,
                Kind::Count => unit.starts_with("aantal"),
                Kind::Share => unit.starts_with('%') || unit.starts_with("percentage"),
                Kind::PerThousand => unit.starts_with("per 1") || unit.starts_with("aantal per 1"),
            }
    }
}

/// A name without case, accents, blanks or signs, and without the `k_` that typed names have before a digit.
pub(in crate::input_data) fn plain(name: &str) -> String {
    let fold = |c: char| match c {
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ý' | 'ÿ' => 'y',
        c => c,
    };
    let text: String = name.to_lowercase().chars().map(fold).filter(char::is_ascii_alphanumeric).collect();
    match text.strip_prefix('k') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => rest.to_owned(),
        _ => text,
    }
}

/// A name without the number that StatLine appends (`AantalInwoners_5`).
fn without_suffix(name: &str) -> &str {
    let name = name.trim();
    match name.rsplit_once('_') {
        Some((stem, digits)) if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) => stem,
        _ => name,
    }
}

/// Where the columns of a header stand.
pub(super) struct Located {
    /// Per known column its position.
    pub(super) positions: [Option<usize>; COUNT],
    /// What keeps the header from being read: a column's title, the message and what is allowed.
    pub(super) problems: Vec<(&'static str, Text, Text)>,
}

/// Finds every column in a header. The whole name counts first (`a_00_14` ends in a number that belongs to it); among
/// spellings of one column the earlier counts first; among several of one name that with the right unit, then that
/// under the right parents.
pub(super) fn locate(header: &[String]) -> Located {
    let labels: Vec<Label> = header.iter().map(|name| Label::of(name)).collect();
    let mut problems = Vec::new();
    let positions = std::array::from_fn(|i| {
        let known = &COLUMNS[i];
        let found = candidates(&labels, known);
        let fitting: Vec<usize> = found.iter().copied().filter(|at| labels[*at].agrees(known.kind)).collect();
        if let (Some(first), true) = (found.first(), fitting.is_empty()) {
            problems.push(of_another_unit(known, &header[*first], *first));
        }
        let under = |at: &usize| !known.parent.is_empty() && labels[*at].parents.contains(known.parent);
        match (fitting.as_slice(), fitting.iter().filter(|at| under(at)).count()) {
            ([first, second, ..], count) if count != 1 => {
                let (one, other) = (first + 1, second + 1);
                let message = text!(
                    "stands twice in the header, in columns {one} and {other}",
                    "staat twee keer in de kopregel, in de kolommen {one} en {other}"
                );
                let allowed = Text::fixed("one column of this name", "één kolom met deze naam");
                problems.push((known.title, message, allowed));
                None
            }
            ([_, _, ..], _) => fitting.iter().copied().find(|at| under(at)),
            _ => fitting.first().copied(),
        }
    });
    Located { positions, problems }
}

/// The positions with a column's surest spelling.
fn candidates(labels: &[Label], known: &Known) -> Vec<usize> {
    let of = |is_it: &dyn Fn(&Label) -> bool| -> Vec<usize> {
        labels.iter().enumerate().filter(|(_, label)| is_it(label)).map(|(at, _)| at).collect()
    };
    let found = known.spellings.iter().flat_map(|s| [of(&|l| l.whole == *s), of(&|l| l.stem == *s)]);
    found.into_iter().find(|positions| !positions.is_empty()).unwrap_or_default()
}

fn of_another_unit(known: &Known, name: &str, at: usize) -> (&'static str, Text, Text) {
    let allowed = match known.kind {
        Kind::Any => Text::fixed("any unit", "elke eenheid"),
        Kind::Count => Text::fixed("a count: (aantal)", "een aantal: (aantal)"),
        Kind::Share => Text::fixed("a percentage: (%)", "een percentage: (%)"),
        Kind::PerThousand => Text::fixed("a rate: (per 1 000 inwoners)", "een verhouding: (per 1 000 inwoners)"),
    };
    let (name, column) = (name.trim(), at + 1);
    let message =
        text!("'{name}' in column {column} has another unit", "'{name}' in kolom {column} heeft een andere eenheid");
    (known.title, message, allowed)
}

/// Whether a name may mean the 40 % of households with the lowest incomes of the country as well as those below the
/// low-income line.
pub(super) fn is_doubtful(name: &str) -> bool {
    ["phhli", "percentagehuishoudensmetlaaginkomen"].contains(&Label::of(name).whole.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn located<const N: usize>(header: [&str; N]) -> Located {
        locate(&header.map(str::to_owned))
    }

    #[test]
    fn names_are_found_in_every_spelling() {
        for header in [
            ["AantalInwoners_5", "k_65JaarOfOuder_12", "Codering_3"],
            ["aantalinwoners", "k65jaarofouder", "codering_regio"],
            ["AANTALINWONERS_5", "K_65JAAROFOUDER", "WijkenEnBuurten"],
            ["a_inw", "a_65_oo", "\u{feff}gwb_code_10"],
            ["Bevolking/Aantal inwoners (aantal)", "Leeftijd/65 jaar of ouder (aantal)", "Regio/Codering (code)"],
            ["aantalInwoners", "65 jaar of ouder", "wijkcode"],
        ] {
            let found = located(header).positions;
            let at = |c: Column| found[c as usize];
            assert_eq!([at(Column::Residents), at(Column::Age65), at(Column::Code)], [Some(0), Some(1), Some(2)]);
        }
        assert_eq!(located(["a_00_14"]).positions[Column::Age0 as usize], Some(0));
        assert_eq!(located(["Mannen_6", "mannen"]).positions[Column::Men as usize], Some(1), "the whole name");
        let twice = located(["Mannen_6", "MANNEN_7"]);
        assert_eq!((twice.positions[Column::Men as usize], twice.problems.len()), (None, 1));
    }

    #[test]
    fn units_and_parents_choose_among_labels_of_one_name() {
        let men = |header: [&str; 2]| located(header).positions[Column::Men as usize];
        assert_eq!(men(["Zorg/Mannen (%)", "Bevolking/Mannen (aantal)"]), Some(1), "the unit");
        assert_eq!(men(["Zorg/Mannen (aantal)", "Bevolking/Geslacht/Mannen (aantal)"]), Some(1), "the parent");
        assert_eq!(men(["Zorg/Mannen (aantal)", "Werk/Mannen (aantal)"]), None, "nobody can know");
        for (label, allowed) in [
            ("Bevolking/Geslacht/Mannen (%)", "a count: (aantal)"),
            ("Wonen/Koopwoningen (aantal)", "a percentage: (%)"),
            ("Wmo-cliënten relatief (%)", "a rate: (per 1 000 inwoners)"),
        ] {
            let problems = located([label]).problems;
            assert_eq!(problems.len(), 1, "{label}");
            assert_eq!(problems[0].2.en, allowed);
        }
    }

    #[test]
    fn a_low_income_is_that_below_the_line() {
        let low = |header: [&str; 2]| located(header).positions[Column::Low as usize];
        assert_eq!(low(["p_hh_li", "p_hh_lkk"]), Some(1));
        assert_eq!(low(["p_hh_li", "p_hh_hi"]), Some(0));
        assert!(is_doubtful("p_hh_li") && !is_doubtful("p_hh_lkk"));
    }

    #[test]
    fn columns_stand_in_their_own_order() {
        assert!(COLUMNS.iter().enumerate().all(|(i, c)| c.column as usize == i));
    }
}
