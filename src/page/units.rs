//! The units in which the page shows what levers are set to: shares as percentages, as aldermen say them.

use crate::language::Lang;
use crate::levers::{LeverKind, LeverMeta};
use crate::report::wording::unit_name;

/// Whether a lever is a share of something, from none to all.
pub(super) fn is_share(meta: &LeverMeta) -> bool {
    matches!(meta.kind, LeverKind::Number { max, .. } if max <= 1.0) && meta.unit.starts_with("share")
}

/// The unit of a lever as it is shown: `% van de afgesloten zaken`.
pub(super) fn unit(lang: Lang, meta: &LeverMeta) -> String {
    let own = unit_name(lang, meta.unit);
    if !is_share(meta) {
        return own.to_owned();
    }
    let rest = ["share of 1", "share", "deel van 1", "deel"].iter().find_map(|word| own.strip_prefix(word));
    format!("%{}", rest.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::levers::{LEVERS, position};

    #[test]
    fn shares_are_percentages_of_what_they_are_a_share_of() {
        let of = |key: &str| {
            let meta = &LEVERS[position(key).expect("a lever")].meta;
            [Lang::Nl, Lang::En].map(|lang| unit(lang, meta))
        };
        assert_eq!(of("aftercare.share"), ["% van de afgesloten zaken", "% of closed cases"]);
        assert_eq!(of("gate.strictness"), ["%", "%"]);
        assert_eq!(of("team.fte"), ["fte", "FTE"]);
    }
}
