//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use crate::mechanisms::rows;
use crate::observation::per_thousand;

rows! {
    indicators {
        EUROS_MUNICIPALITY = 0: "euros.municipality", "euro", registered, told, Flow, Lower, per_thousand(1000.0),
            "Cost to the municipality", "Kosten voor de gemeente";
        EUROS_ALL = 1: "euros.all", "euro", registered, told, Flow, Lower, per_thousand(1000.0),
            "Cost to all payers together", "Kosten voor alle betalers samen";
        EUROS_FIRST_LINE = 2: "euros.first_line", "euro", registered, told, Flow, Neutral, per_thousand(1000.0),
            "Cost of the team", "Kosten van het wijkteam";
        EUROS_SECOND_LINE = 3: "euros.second_line", "euro", registered, told, Flow, Neutral, per_thousand(1000.0),
            "Cost of the second line, whoever pays", "Kosten van de tweede lijn, voor wie dan ook";
        EUROS_HELP_AT_HOME = 4: "euros.help_at_home", "euro", registered, told, Flow, Neutral, per_thousand(1000.0),
            "Cost of help at home, whoever pays", "Kosten van hulp thuis, voor wie dan ook";
    }
}
