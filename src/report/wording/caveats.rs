//! Warnings beside figures, in both languages.

use super::{Lang, Things, counted};
use crate::language::Text;
use crate::levers::LEVERS;
use crate::report::caveats::{Caveat, FEW_RESIDENTS, MANY_YEARS};

/// Most fields that are named.
const MOST: usize = 3;

const SAME: Text = Text::fixed(
    "Nothing differs between these scenarios: whatever differs below is nil. Name another one to compare with.",
    "Deze scenario's zijn gelijk: elk verschil hieronder is dus nul. Noem een ander scenario om mee te vergelijken.",
);

const NO_HOURS: Text = Text::fixed(
    "In at least one scenario the team has no hours at all: whoever asks there waits without end. If that is not what \
     you mean, see team.fte.",
    "In minstens één scenario heeft het team geen uren: wie daar iets vraagt, wacht eindeloos. Bedoelt u dat niet, \
     kijk dan naar team.fte.",
);

fn after_the_end(lang: Lang, years: u32) -> String {
    let years = counted(lang, years, Things::Years);
    match lang {
        Lang::En => format!(
            "Whatever the plan changes begins after the end: {years} are computed. Nothing differs until then. Compute \
             more years (--years), or let it begin sooner (after_years)."
        ),
        Lang::Nl => format!(
            "Het plan begint pas na het einde: er is {years} berekend. Tot dan verschilt er niets. Reken meer jaren \
             door (--years), of laat het eerder beginnen (after_years)."
        ),
    }
}

/// A warning in a sentence or two.
pub fn caveat(lang: Lang, caveat: &Caveat) -> String {
    match caveat {
        Caveat::Worlds(fields) => worlds(lang, fields),
        Caveat::Same => SAME.of(lang).to_owned(),
        Caveat::AfterTheEnd(years) => after_the_end(lang, *years),
        Caveat::NoHours => NO_HOURS.of(lang).to_owned(),
        Caveat::Politics => match lang {
            Lang::En => "Politics is on: a plan may be cut or reversed, in either scenario. Look first at how many \
                         plans are still whole in each year (plan.whole, with politics.cuts and politics.reversals). A \
                         mean lies between plans that were kept and plans that were not."
                .to_owned(),
            Lang::Nl => "De politiek doet mee: een plan kan worden beknot of teruggedraaid, in elk scenario. Kijk \
                         eerst hoeveel plannen per jaar nog heel zijn (plan.whole, met politics.cuts en \
                         politics.reversals). Een gemiddelde ligt tussen plannen die bleven en plannen die niet bleven."
                .to_owned(),
        },
        Caveat::OtherTeams => match lang {
            Lang::En => "The teams are divided otherwise than in the base. One may be full while another has time to \
                         spare: the wait for the team is that of who got in, so look at who still waits, too. A desk \
                         goes to nobody. The teams begin with the people and the habits of the base: who leaves or \
                         falls ill is reckoned from what was usual there. How deep a new team is in its own field, and \
                         how visible in its own neighbourhood, is left out."
                .to_owned(),
            Lang::Nl => "De teams zijn anders ingedeeld dan in de basis. Het ene team kan vol zijn terwijl het andere \
                         tijd overheeft. De wachttijd is die van wie aan de beurt kwam: kijk dus ook naar wie nog \
                         wacht. Een loket gaat bij niemand langs. De teams beginnen met de mensen en de gewoonten van \
                         de basis: wie vertrekt of ziek wordt, is gerekend vanaf wat daar gewoon was. Hoeveel een \
                         nieuw team van zijn eigen vak weet, en hoe zichtbaar het in zijn eigen buurt is, telt niet \
                         mee."
                .to_owned(),
        },
        Caveat::FewResidents(residents) => {
            let (few, needed) = (counted(lang, *residents, Things::Residents), FEW_RESIDENTS);
            match lang {
                Lang::En => format!(
                    "Too small: {few}. Below {needed} a few households decide the figures, and most services have less \
                     than one place. Do not rely on it."
                ),
                Lang::Nl => format!(
                    "Te klein: {few}. Onder de {needed} bepalen een paar huishoudens de cijfers, en heeft de meeste \
                     hulp nog geen hele plek. Vertrouw er niet op."
                ),
            }
        }
        Caveat::ManyYears(years) => match lang {
            Lang::En => format!(
                "Too far ahead: {years} years. Beyond {MANY_YEARS} the figures rest on the assumption that law, \
                 prices and needs stay as they are. Do not rely on it."
            ),
            Lang::Nl => format!(
                "Te ver vooruit: {years} jaar. Na {MANY_YEARS} jaar bepaalt de aanname dat wet, prijzen en hulpvragen \
                 hetzelfde blijven de cijfers. Vertrouw er niet op."
            ),
        },
        Caveat::Levers(levers) => of_levers(lang, levers),
    }
}

fn worlds(lang: Lang, fields: &[String]) -> String {
    let mut names: Vec<String> =
        fields.iter().take(MOST).map(|field| field.strip_prefix("parameters.").unwrap_or(field).to_owned()).collect();
    let more = fields.len().saturating_sub(MOST);
    match lang {
        Lang::En => {
            names.extend((more > 0).then(|| format!("and {more} more")));
            let names = names.join(", ");
            format!(
                "The scenarios differ in more than the plan, from the start on: {names}. The difference is not the \
                 plan's alone."
            )
        }
        Lang::Nl => {
            names.extend((more > 0).then(|| format!("en nog {more}")));
            let names = names.join(", ");
            format!(
                "De scenario's verschillen vanaf het begin in meer dan het plan: {names}. Het verschil komt dus niet \
                 alleen door het plan."
            )
        }
    }
}

/// What the model lacks of levers that lack the same.
fn of_levers(lang: Lang, levers: &[usize]) -> String {
    let metas: Vec<_> = levers.iter().filter_map(|lever| LEVERS.get(*lever)).map(|lever| &lever.meta).collect();
    let Some(gap) = metas.first().and_then(|meta| meta.gap) else { return String::new() };
    let (names, gap): (Vec<&str>, _) = match lang {
        Lang::En => (metas.iter().map(|meta| meta.name).collect(), gap.english),
        Lang::Nl => (metas.iter().map(|meta| meta.dutch).collect(), gap.dutch),
    };
    format!("{}: {gap}", names.join("; "))
}
