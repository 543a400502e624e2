//! Dutch for the ends of the causal links that are in a feedback loop.

use crate::language::Lang;

/// English and Dutch.
const ENDS: &[(&str, &str)] = &[
    ("strain of carers", "belasting van mantelzorgers"),
    ("onset of mental and social needs of carers", "psychische en sociale problemen van mantelzorgers"),
    ("carers who stop", "mantelzorgers die stoppen"),
    ("mobilising of networks", "netwerken inschakelen"),
    ("informal care", "mantelzorg"),
    ("informal and usual care", "mantelzorg en gebruikelijke hulp"),
    ("entitlements", "aanspraken"),
    ("burdened carers who stop", "belaste mantelzorgers die stoppen"),
    ("requests of those left without care", "hulpvragen van wie zonder mantelzorg achterblijft"),
    ("family group conferences", "eigen-krachtconferenties"),
    ("lower thresholds to ask and to offer", "lagere drempels om te vragen en te helpen"),
    ("help received", "ontvangen hulp"),
    ("recovery", "herstel"),
    ("worsening", "verergering"),
    ("a lighter severity", "lichtere problemen"),
    ("hours of help", "uren hulp"),
    ("its effect", "wat die hulp doet"),
    ("pressure on the team", "druk op het team"),
    ("hours for outreach and collective work", "uren voor erop af en collectief werk"),
    ("hours of presence", "uren aanwezig in de wijk"),
    ("visibility of the team", "zichtbaarheid van het team"),
    ("asking", "hulp vragen"),
    ("trust in the first line", "vertrouwen in de eerste lijn"),
    ("asking and accepting help", "hulp vragen en aannemen"),
    ("outcome of help", "afloop van hulp"),
    ("trust", "vertrouwen"),
    ("trust of one", "vertrouwen van één persoon"),
    ("trust of ties", "vertrouwen van bekenden"),
    ("trust in the second line", "vertrouwen in de tweede lijn"),
    ("asking at its doors", "daar hulp vragen"),
    ("unsolved debts and housing", "onopgeloste schulden en woonproblemen"),
    ("effect of other help", "wat andere hulp doet"),
    ("debts and crisis", "schulden en crisis"),
    ("doenvermogen", "doenvermogen"),
    ("onset of housemates' needs", "problemen van huisgenoten"),
    ("unhelped debts, work and housing", "schulden, werk en wonen zonder hulp"),
    ("length of specialists' help", "duur van hulp van specialisten"),
    ("cases that stop early", "zaken die te vroeg stoppen"),
    ("waiting for the second line", "wachten op de tweede lijn"),
    ("bridging hours of the team", "uren van het team om te overbruggen"),
    ("referral to the second line", "verwijzen naar de tweede lijn"),
    ("recovery with help", "herstel met hulp"),
    ("relapse", "terugval"),
    ("aftercare", "nazorg"),
    ("needs that come back and are taken up", "problemen die terugkomen en weer hulp krijgen"),
    ("refusal at the municipal gate", "afwijzing bij de gemeente"),
    (
        "trying another door, and asking again for the same need before asking.pause is over or it is worse",
        "elders hulp vragen, en opnieuw vragen voordat asking.pause om is of het erger is",
    ),
    ("long waiting", "lang wachten"),
    ("requests at other doors", "hulpvragen bij andere loketten"),
    ("hours of volunteers", "uren van vrijwilligers"),
    ("facilities", "voorzieningen"),
    ("visiting a facility", "een voorziening bezoeken"),
    ("volunteers", "vrijwilligers"),
    ("hours in return", "uren die mensen iets terugdoen"),
    ("strain of professionals", "belasting van professionals"),
    ("leaving the team", "vertrek uit het team"),
    ("sickness", "ziekte"),
    ("experience of professionals", "ervaring van professionals"),
    ("work in an hour", "werk per uur"),
    ("hours of handing over, lost work and trust", "uren overdracht, verloren werk en vertrouwen"),
    ("vacancies of the teams", "vacatures van de teams"),
    ("time to fill a vacancy", "tijd om een vacature te vervullen"),
    ("practising zorgen dat", "oefenen met zorgen dat"),
    ("orientation of professionals", "houding van professionals"),
    ("routine of the team", "routine van het team"),
    ("norms of residents", "normen van bewoners"),
    ("services that ties have", "hulp die bekenden krijgen"),
    ("empty places of the team's employers", "lege plekken bij de werkgevers van het team"),
    ("referrals to them", "verwijzingen naar hen"),
    ("spending above the budget", "uitgaven boven de begroting"),
    ("presence, facilities and the team", "erop af, voorzieningen en het wijkteam"),
    ("surplus of the municipality", "overschot van de gemeente"),
    ("spending of the insurer", "uitgaven van de zorgverzekeraar"),
    ("money of the municipality", "geld van de gemeente"),
];

/// What a cause or an effect is called; where there is no Dutch for it, as it is.
pub fn link_name(lang: Lang, end: &'static str) -> &'static str {
    match lang {
        Lang::En => end,
        Lang::Nl => ENDS.iter().find(|(english, _)| *english == end).map_or(end, |(_, dutch)| dutch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links::LINKS;

    #[test]
    fn every_end_of_a_link_in_a_loop_has_dutch_and_no_other_word_does() {
        let ends: Vec<&str> =
            LINKS.iter().filter(|link| !link.feedback.is_empty()).flat_map(|link| [link.from, link.to]).collect();
        for end in &ends {
            assert!(ENDS.iter().any(|(english, _)| english == end), "{end}");
        }
        for (english, _) in ENDS {
            assert!(ends.contains(english), "{english} is no end of such a link");
            assert_eq!(ENDS.iter().filter(|(other, _)| other == english).count(), 1, "{english}");
        }
    }
}
