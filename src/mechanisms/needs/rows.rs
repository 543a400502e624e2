//! The rows of this mechanism: its numbers, settings, draws, occasions, links and indicators, as far as it has them.

use super::clock::Courses;
use crate::mechanisms::rows;
use crate::observation::{absolute, per_thousand};
use crate::parameters::{fixed, tri};
use crate::provenance::Source::{Assumption, Fitted, Literature};

/// Of the shares at onset: see [`crate::district::CourseTable::new`].
macro_rules! begun {
    ($range:literal) => {
        Assumption(concat!(
            "of needs that would only get worse: where they also get lighter, the shares are solved so that as many \
             are heavy at a moment; range ",
            $range
        ))
    };
}

/// Of a ratio between homes of housing corporations and owned ones: what 933 wijken tell of it.
macro_rules! tenure {
    ($what:literal, $range:literal) => {
        Fitted(concat!(
            $what,
            ", by the parts of corporation and other rented homes over 933 wijken, with low incomes held or not (RIVM, \
             GGD'en and CBS, Gezondheidsmonitor 2020; CBS, Kerncijfers 2018); range ",
            $range
        ))
    };
}

rows! {
    parameters {
        onset_debt: "onset.debt", "per household-year", fixed(0.0139), 0.0..=5.0,
            Fitted("problem debts of 8.3 % of households nationally (CBS 2018) at a recovery of 0.2 a year, with who \
                    stands how by income and tenure"),
            "Onset of problem debts at middle income", "Nieuwe problematische schulden, bij een middeninkomen";
        onset_housing: "onset.housing", "per household-year", tri(0.005, 0.015, 0.03), 0.0..=5.0,
            Assumption("range 0.005 to 0.03; no count of housing problems seen"),
            "Onset of housing problems at middle income", "Nieuwe woonproblemen, bij een middeninkomen";
        onset_work: "onset.work", "per person-year", tri(0.015, 0.03, 0.06), 0.0..=5.0,
            Assumption("range 0.015 to 0.06; loss of work or day structure that needs support"),
            "Onset of problems with work and day activity, 18 to 66 years",
            "Nieuwe problemen met werk en dagbesteding, 18 tot en met 66 jaar";
        onset_mental: "onset.mental", "per person-year", fixed(0.099), 0.0..=5.0,
            Fitted("26 % of 18-75 had a disorder within 12 months (NEMESIS-3) at a median duration of 26 weeks with a \
                    heavy tail"),
            "Onset of problems with mental health or addiction, 18 years and over",
            "Nieuwe psychische problemen of verslaving, vanaf 18 jaar";
        onset_daily: "onset.daily", "per person-year", fixed(0.0395), 0.0..=5.0,
            Fitted("21 % of those of 55 and over have difficulty in the household (CBS 85454NED, 2022), and 60 of \
                    1,000 residents are Wmo clients (CBS 2018, all wijken); the age profile is in district::inputs"),
            "Onset of problems in physical and daily functioning at age 55-64",
            "Nieuwe problemen met dagelijks functioneren, 55 tot en met 64 jaar";
        onset_youth: "onset.youth", "per person-year", fixed(0.1), 0.0..=5.0,
            Fitted("1 in 6 of 0-17 has psychological problems, 7 % need specialised help (Huisarts and Wetenschap \
                    2020)"),
            "Onset of problems with parenting and growing up, under 23 years",
            "Nieuwe problemen met opgroeien en opvoeden, onder 23 jaar";
        onset_social: "onset.social", "per person-year", fixed(0.042), 0.0..=5.0,
            Fitted("10.7 % strongly lonely at 15+ (CBS 85766NED, 2022)"),
            "Onset of problems with network and participation, 18 years and over",
            "Nieuwe problemen met netwerk en meedoen, vanaf 18 jaar";
        onset_income_ratio: "onset.income_ratio", "ratio", tri(1.2, 1.6, 2.2), 1.0..=10.0,
            Fitted("risk ratio of lowest against highest income, after NEMESIS: 2 (1.5 to 2.5), of which tenure \
                    carries a part; range 1.2 to 2.2"),
            "Onset at low income over onset at high income",
            "Nieuwe hulpvragen bij een laag inkomen, vergeleken met een hoog inkomen";
        onset_tenure_basic: "onset.tenure_basic", "ratio", tri(1.5, 3.0, 6.0), 1.0..=20.0,
            tenure!(
                "difficulty making ends meet, 4.9 to 12 times as frequent, of which incomes in the model carry a part",
                "1.5 to 6"
            ),
            "Onset of debts and housing problems in homes of housing corporations over owned homes",
            "Nieuwe schulden en woonproblemen in corporatiewoningen, vergeleken met koopwoningen";
        onset_tenure_work: "onset.tenure_work", "ratio", tri(1.0, 1.5, 2.5), 1.0..=20.0,
            Assumption("no figure by tenure seen, and incomes tell a part; range 1 to 2.5"),
            "Onset of problems with work in homes of housing corporations over owned homes",
            "Nieuwe problemen met werk in corporatiewoningen, vergeleken met koopwoningen";
        onset_tenure_mental: "onset.tenure_mental", "ratio", tri(1.5, 2.5, 5.0), 1.0..=20.0,
            tenure!(
                "some risk of anxiety or depression 1.9, a high one 3.2 to 8 times as frequent",
                "1.5 to 5"
            ),
            "Onset of mental problems in homes of housing corporations over owned homes",
            "Nieuwe psychische problemen in corporatiewoningen, vergeleken met koopwoningen";
        onset_tenure_daily: "onset.tenure_daily", "ratio", tri(1.6, 2.5, 3.2), 1.0..=20.0,
            tenure!(
                "severe limitations at 65 and over 1.6 to 2.5, limited mobility up to 3.2 times as frequent",
                "1.6 to 3.2"
            ),
            "Onset of problems in daily functioning in homes of housing corporations over owned homes",
            "Nieuwe problemen met dagelijks functioneren in corporatiewoningen, vergeleken met koopwoningen";
        onset_tenure_social: "onset.tenure_social", "ratio", tri(1.5, 2.3, 4.0), 1.0..=20.0,
            tenure!(
                "severe loneliness 2.3 to 4.2 times as frequent",
                "1.5 to 4"
            ),
            "Onset of problems with network and participation in homes of housing corporations over owned homes",
            "Nieuwe problemen met netwerk en meedoen in corporatiewoningen, vergeleken met koopwoningen";
        onset_tenure_private: "onset.tenure_private", "share", tri(0.3, 0.6, 1.0), 0.0..=1.0,
            tenure!(
                "of the excess in homes of corporations, other rented homes have 0.4 (severe limitations) to all \
                 (some risk of anxiety or depression)",
                "0.3 to 1"
            ),
            "Other rented homes: part of what homes of corporations have more than owned ones",
            "Andere huurwoningen: deel van wat corporatiewoningen meer hebben dan koopwoningen";
        onset_alone_daily: "onset.alone_daily", "ratio", tri(1.2, 1.7, 2.5), 1.0..=5.0,
            Fitted("difficulty in the household among those of 55 and over: 67 % alone, 45 % with a partner (2023): \
                    1.5 times as frequent, odds of 2.5; range 1.2 to 2.5"),
            "Onset of problems in daily functioning without another adult in the house, over that with one",
            "Nieuwe problemen met dagelijks functioneren zonder andere volwassene in huis, vergeleken met anderen";
        onset_alone_mental: "onset.alone_mental", "ratio", tri(1.2, 1.6, 2.2), 1.0..=5.0,
            Fitted("some risk of anxiety or depression by the part of one-person households over 933 wijken (RIVM, \
                    GGD'en and CBS 2020; CBS 2018): 1.4 times as frequent, a high risk 1.6; range \
                    1.2 to 2.2"),
            "Onset of mental problems without another adult in the house, over that with one",
            "Nieuwe psychische problemen zonder andere volwassene in huis, vergeleken met anderen";
        onset_disability: "onset.disability", "share", tri(0.1, 0.4, 0.7), 0.0..=1.0,
            Fitted("a tenth more disability benefits go with 2.6 % more adults who are severely limited (933 wijken: \
                    RIVM, GGD'en and CBS 2020; CBS 2018), of whom about half are of working age; range 0.1 to 0.7"),
            "How far onset at 18 to 66 years follows a district's disability benefits",
            "Hoe sterk nieuwe hulpvragen van 18 tot en met 66 jaar meegaan met de arbeidsongeschiktheid in de wijk";
        onset_rural: "onset.rural", "ratio", tri(0.85, 0.93, 1.0), 0.2..=5.0,
            Fitted("with who lives there held, rural wijken have 4 % fewer people with limited mobility, 7 % fewer who \
                    are strongly lonely and 10 % fewer at high risk of anxiety or depression (933 wijken: RIVM, GGD'en \
                    and CBS 2020; CBS 2018); range 0.85 to 1"),
            "Onset of mental, daily and social problems in rural wijken, over that elsewhere",
            "Nieuwe hulpvragen (psychisch, dagelijks functioneren, netwerk) op het platteland, vergeleken met elders";
        onset_income_daily: "onset.income_daily", "ratio", tri(1.5, 2.5, 4.0), 1.0..=10.0,
            Fitted("limited mobility and severe limitations at 65 and over are 3 to 5 times as frequent by the part of \
                    low incomes over 933 wijken, tenure held (RIVM, GGD'en and CBS 2020; CBS 2018), low against all \
                    others; range 1.5 to 4"),
            "Onset of problems in daily functioning at low income over that at high income",
            "Nieuwe problemen met dagelijks functioneren bij een laag inkomen, vergeleken met een hoog inkomen";
        onset_coupling: "onset.coupling", "ratio per open domain", tri(1.2, 1.5, 2.0), 1.0..=4.0,
            Literature("problems cluster (SCP 2018); the size is an assumption, 1.2 to 2"),
            "Onset rate multiplied by this for each other open domain",
            "Hoeveel vaker een nieuwe hulpvraag ontstaat bij wie al een andere heeft";
        onset_strain: "onset.strain", "ratio", tri(1.0, 1.5, 2.5), 1.0..=5.0, Assumption("range from none to 2.5"),
            "Mental and social onset of a heavily burdened carer",
            "Hoeveel vaker zwaarbelaste mantelzorgers psychische of sociale problemen krijgen";
        onset_isolation: "onset.isolation", "ratio", tri(1.0, 2.0, 3.0), 1.0..=5.0,
            Assumption("27 against 10 % are strongly lonely who see others less than weekly, or weekly (CBS 2022), of \
                        which a part is the other way round; range from none to 3"),
            "Social onset of who has nobody: no tie and no adult housemate",
            "Hoeveel vaker problemen met netwerk en meedoen ontstaan bij wie niemand heeft";
        onset_household_share: "onset.household_share", "share", tri(0.1, 0.3, 0.5), 0.0..=1.0,
            Assumption("range 0.1 to 0.5"), "Part of the variance of frailty that members of a household share",
            "Verschillen in kwetsbaarheid die huisgenoten gemeen hebben";
        onset_neighbourhood_share: "onset.neighbourhood_share", "share", tri(0.0, 0.05, 0.15), 0.0..=1.0,
            Assumption("range 0 to 0.15"), "Part of the variance of frailty that a neighbourhood shares",
            "Verschillen in kwetsbaarheid die een buurt gemeen heeft";
        onset_by_stock: "onset.by_stock", "share", fixed(1.0), 0.0..=1.0,
            Fitted("published are the numbers of people who have a need; durations are mostly assumptions"),
            "Where durations are drawn otherwise than at their means: as many needs are there (1), or begin (0)",
            "Als de duur anders wordt getrokken dan gemiddeld: er zijn evenveel hulpvragen (1), of er beginnen er \
             evenveel (0)";
        onset_moderate: "onset.moderate", "share", tri(0.12, 0.2, 0.28), 0.0..=1.0, begun!("0.12 to 0.28"),
            "Episodes that start moderate", "Hulpvragen die matig beginnen";
        onset_severe: "onset.severe", "share", tri(0.02, 0.035, 0.06), 0.0..=1.0, begun!("0.02 to 0.06"),
            "Episodes that start severe", "Hulpvragen die ernstig beginnen";
        onset_crisis: "onset.crisis", "share", tri(0.002, 0.004, 0.008), 0.0..=1.0, begun!("0.002 to 0.008"),
            "Episodes that start in crisis", "Hulpvragen die als crisis beginnen";
        recovery_debt_shape: "recovery.debt_shape", "shape", fixed(1.0), 0.3..=1.0,
            Fitted("no constant rate meets both published figures: 22 % new and 47 % beyond 3 years against 25 and \
                    50-60 %"),
            "Shape of the time to natural recovery from problem debts",
            "Natuurlijk herstel, schulden: verloop in de tijd";
        recovery_debt_median: "recovery.debt_median", "weeks", fixed(182.0), 1.0..=100000.0,
            Fitted("14 to 20 % of indebted households are out of it a year later, half of them within three: CBS, \
                    Schuldenproblematiek in beeld 2018 and 2020"),
            "Median time to natural recovery from problem debts",
            "Natuurlijk herstel, schulden: duur, middelste waarde";
        recovery_mental_shape: "recovery.mental_shape", "shape", fixed(0.62), 0.3..=1.0,
            Fitted("12 % beyond 3 years (NEMESIS-2)"), "Shape of the time to natural recovery, mental health",
            "Natuurlijk herstel, psychische problemen of verslaving: verloop in de tijd";
        recovery_mental_median: "recovery.mental_median", "weeks", fixed(26.0), 1.0..=100000.0, Fitted("NEMESIS-2"),
            "Median time to natural recovery, mental health",
            "Natuurlijk herstel, psychische problemen of verslaving: duur, middelste waarde";
        recovery_housing_shape: "recovery.housing_shape", "shape", tri(0.6, 0.9, 1.0), 0.3..=1.0,
            Assumption("shape 0.6 to 1"), "Shape of the time to natural recovery, housing",
            "Natuurlijk herstel, wonen: verloop in de tijd";
        recovery_housing_median: "recovery.housing_median", "weeks", tri(26.0, 52.0, 104.0), 1.0..=100000.0,
            Assumption("other domains, median of 13 to 156 weeks, shape 0.6 to 1"),
            "Median time to natural recovery, housing", "Natuurlijk herstel, wonen: duur, middelste waarde";
        recovery_work_shape: "recovery.work_shape", "shape", tri(0.6, 0.8, 1.0), 0.3..=1.0,
            Assumption("shape 0.6 to 1"), "Shape of the time to natural recovery, work",
            "Natuurlijk herstel, werk en dagbesteding: verloop in de tijd";
        recovery_work_median: "recovery.work_median", "weeks", tri(13.0, 39.0, 104.0), 1.0..=100000.0,
            Assumption("other domains, median of 13 to 156 weeks, shape 0.6 to 1"),
            "Median time to natural recovery, work", "Natuurlijk herstel, werk en dagbesteding: duur, middelste waarde";
        recovery_daily_shape: "recovery.daily_shape", "shape", tri(0.6, 0.7, 1.0), 0.3..=1.0,
            Assumption("shape 0.6 to 1"), "Shape of the time to natural recovery, daily",
            "Natuurlijk herstel, dagelijks functioneren: verloop in de tijd";
        recovery_daily_median: "recovery.daily_median", "weeks", tri(78.0, 156.0, 312.0), 1.0..=100000.0,
            Assumption("dementia lasts 6.5 to 8 years, a broken hip months: range 78 to 312 weeks"),
            "Median time to natural recovery, daily",
            "Natuurlijk herstel, dagelijks functioneren: duur, middelste waarde";
        recovery_youth_shape: "recovery.youth_shape", "shape", tri(0.6, 0.7, 1.0), 0.3..=1.0,
            Assumption("shape 0.6 to 1"), "Shape of the time to natural recovery, youth",
            "Natuurlijk herstel, opgroeien: verloop in de tijd";
        recovery_youth_median: "recovery.youth_median", "weeks", tri(36.0, 72.0, 144.0), 1.0..=100000.0,
            Assumption("other domains, median of 13 to 156 weeks, shape 0.6 to 1"),
            "Median time to natural recovery, youth", "Natuurlijk herstel, opgroeien: duur, middelste waarde";
        recovery_social_shape: "recovery.social_shape", "shape", tri(0.6, 0.7, 1.0), 0.3..=1.0,
            Assumption("shape 0.6 to 1"), "Shape of the time to natural recovery, social",
            "Natuurlijk herstel, netwerk en meedoen: verloop in de tijd";
        recovery_social_median: "recovery.social_median", "weeks", tri(26.0, 78.0, 156.0), 1.0..=100000.0,
            Assumption("other domains, median of 13 to 156 weeks, shape 0.6 to 1"),
            "Median time to natural recovery, social", "Natuurlijk herstel, netwerk en meedoen: duur, middelste waarde";
        worsening_debt: "worsening.debt", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
            Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, debt",
            "Eén stap ernstiger zonder hulp, schulden";
        worsening_housing: "worsening.housing", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
            Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, housing",
            "Eén stap ernstiger zonder hulp, wonen";
        worsening_work: "worsening.work", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
            Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, work",
            "Eén stap ernstiger zonder hulp, werk en dagbesteding";
        worsening_mental: "worsening.mental", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
            Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, mental",
            "Eén stap ernstiger zonder hulp, psychische problemen of verslaving";
        worsening_daily: "worsening.daily", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
            Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, daily",
            "Eén stap ernstiger zonder hulp, dagelijks functioneren";
        worsening_youth: "worsening.youth", "per week", tri(0.0005, 0.002, 0.006), 0.0..=0.5,
            Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, youth",
            "Eén stap ernstiger zonder hulp, opgroeien";
        worsening_social: "worsening.social", "per week", tri(0.0003, 0.001, 0.003), 0.0..=0.5,
            Assumption("progression of unseen need has no Dutch figure"), "Worsening by one step without help, social",
            "Eén stap ernstiger zonder hulp, netwerk en meedoen";
        improving_debt: "improving.debt", "per week", tri(0.001, 0.003, 0.008), 0.0..=0.1,
            Assumption("what takes years goes up and down slowly, no figure seen; range 0.001 to 0.008"),
            "A step to a lighter severity without help, debt",
            "Eén stap lichter zonder hulp, schulden";
        improving_housing: "improving.housing", "per week", tri(0.001, 0.003, 0.008), 0.0..=0.1,
            Assumption("what takes years goes up and down slowly, no figure seen; range 0.001 to 0.008"),
            "A step to a lighter severity without help, housing",
            "Eén stap lichter zonder hulp, wonen";
        improving_work: "improving.work", "per week", tri(0.003, 0.010, 0.025), 0.0..=0.1,
            Assumption("cohorts in primary care go up and down by the month, no Dutch figure seen; range 0.003 to \
                        0.025"),
            "A step to a lighter severity without help, work",
            "Eén stap lichter zonder hulp, werk en dagbesteding";
        improving_mental: "improving.mental", "per week", tri(0.003, 0.010, 0.025), 0.0..=0.1,
            Assumption("cohorts in primary care go up and down by the month, no Dutch figure seen; range 0.003 to \
                        0.025"),
            "A step to a lighter severity without help, mental",
            "Eén stap lichter zonder hulp, psychische problemen of verslaving";
        improving_daily: "improving.daily", "per week", tri(0.001, 0.003, 0.008), 0.0..=0.1,
            Assumption("what takes years goes up and down slowly, no figure seen; range 0.001 to 0.008"),
            "A step to a lighter severity without help, daily",
            "Eén stap lichter zonder hulp, dagelijks functioneren";
        improving_youth: "improving.youth", "per week", tri(0.003, 0.010, 0.025), 0.0..=0.1,
            Assumption("cohorts in primary care go up and down by the month, no Dutch figure seen; range 0.003 to \
                        0.025"),
            "A step to a lighter severity without help, youth",
            "Eén stap lichter zonder hulp, opgroeien";
        improving_social: "improving.social", "per week", tri(0.003, 0.010, 0.025), 0.0..=0.1,
            Assumption("cohorts in primary care go up and down by the month, no Dutch figure seen; range 0.003 to \
                        0.025"),
            "A step to a lighter severity without help, social",
            "Eén stap lichter zonder hulp, netwerk en meedoen";
        recovery_severity: "recovery.severity", "ratio per step", tri(0.6, 0.8, 1.0), 0.5..=1.0,
            Assumption("heavier needs last longer, by how much is not known; range 0.6 to none (1)"),
            "Speed of natural recovery of a need a step heavier",
            "Snelheid van natuurlijk herstel bij één stap ernstiger";
        help_team: "help.team", "ratio of the natural hazard", tri(0.0, 0.3, 0.8), 0.0..=5.0,
            Assumption("the range includes no effect"), "Extra recovery while the team helps",
            "Extra herstel zolang het wijkteam helpt", help from 0.0 up;
        help_second_line: "help.second_line", "ratio of the natural hazard", tri(0.0, 0.45, 1.0), 0.0..=50.0,
            Assumption("specialists somewhat above generalists; the range includes no effect"),
            "Extra recovery while the second line helps", "Extra herstel zolang de tweede lijn helpt", help from 0.0 up;
        help_guidance: "help.guidance", "ratio to help.second_line", tri(0.3, 0.75, 1.2), 0.0..=10.0,
            Assumption("somewhat less than treatment; range 0.3 to 1.2"), "Help of guidance, over that of treatment",
            "Effect van begeleiding, vergeleken met behandeling", help from 0.0 up;
        help_activity: "help.activity", "ratio to help.second_line", tri(0.1, 0.5, 0.9), 0.0..=10.0,
            Assumption("what fills the day, or nurses, cures less than treatment; range 0.1 to 0.9"),
            "Help of day activity and district nursing, over that of treatment",
            "Effect van dagbesteding en wijkverpleging, vergeleken met behandeling", help from 0.0 up;
        help_support: "help.support", "ratio to help.second_line", tri(0.0, 0.2, 0.4), 0.0..=10.0,
            Assumption("what replaces housework or moves a person cures little; range none to 0.4"),
            "Help of domestic help, aids and long-term care, over that of treatment",
            "Effect van hulp bij het huishouden, hulpmiddelen en Wlz, vergeleken met behandeling", help from 0.0 up;
        help_debt_programme: "help.debt_programme", "ratio to help.second_line", tri(1.0, 3.0, 5.0), 0.0..=10.0,
            Assumption("payments stop debts from growing; range 1 to 5; what it solves at its end is debt.success"),
            "Help of a debt programme while it lasts, over that of treatment",
            "Effect van een schuldregeling zolang zij loopt, vergeleken met behandeling", help from 0.0 up;
        help_informal: "help.informal", "ratio of the natural hazard", tri(0.0, 0.15, 0.4), 0.0..=5.0,
            Assumption("range includes no effect"), "Extra recovery while informal care is received",
            "Extra herstel zolang iemand mantelzorg krijgt", help from 0.0 up;
        help_hours: "help.hours", "exponent", tri(0.3, 0.7, 1.0), 0.0..=1.0,
            Assumption("half the hours help less than whole ones and more than none, no figure seen; range 0.3 to 1"),
            "How much less fewer hours help", "Hoeveel minder hulp werkt bij minder uren", help from 1.0 down;
        help_relieved: "help.relieved", "share", tri(0.3, 0.7, 1.0), 0.0..=1.0,
            Assumption("an hour of informal care for the hour of a service that it replaces, somewhat less; no \
                        figure seen; range 0.3 to 1"),
            "Effect of an informal hour, over that of the hour of a service that it replaces",
            "Effect van een uur mantelzorg, vergeleken met het uur hulp dat het vervangt", help from 0.0 up;
        help_protection: "help.protection", "share", tri(0.0, 0.2, 0.5), 0.0..=1.0,
            Assumption("the range includes no effect"), "Worsening avoided while helped",
            "Verergering die hulp voorkomt", help from 0.0 up;
        help_half_life: "help.half_life", "weeks", tri(26.0, 52.0, 104.0), 1.0..=5200.0,
            Assumption("a half-life of a year"), "Half-life of the effect of help after it ends",
            "Tijd waarin het effect van hulp halveert na afloop", help from 1.0 up;
        help_basics: "help.basics", "ratio", tri(0.3, 0.5, 1.0), 0.0..=1.0,
            Assumption("engagement halves with unsolved basics; range 0.3 to 1"),
            "Engagement while debts or housing are unsolved",
            "Werking van andere hulp zolang schulden of woonproblemen niet zijn opgelost", help from 0.0 up;
        relapse_base: "relapse.base", "per week", tri(0.001, 0.0015, 0.002), 0.0..=1.0,
            Assumption("with relapse.early about 20 % in a year and 28 % in two, no Dutch figure seen; range 0.001 to \
                        0.002"),
            "Relapse in the long run", "Terugval op de lange termijn";
        relapse_early: "relapse.early", "per week", tri(0.004, 0.0065, 0.009), 0.0..=1.0,
            Assumption("with relapse.base about 20 % in a year and 28 % in two, no Dutch figure seen; range 0.004 to \
                        0.009"),
            "Extra relapse just after recovery", "Extra terugval vlak na herstel";
        relapse_decay: "relapse.decay", "weeks", tri(13.0, 26.0, 52.0), 1.0..=5200.0,
            Assumption("most who relapse do so within half a year; range 13 to 52"),
            "Time in which extra relapse falls by a factor e", "Tijd waarin de extra terugval daalt tot ruim een derde";
        relapse_aftercare: "relapse.aftercare", "share", tri(0.0, 0.22, 0.29), 0.0..=1.0,
            Literature("programmes after depression: 22 % (15 to 29) less relapse in a year, mostly outside the \
                        Netherlands (Clarke et al. 2015); contact by a team may do less or nothing; range 0 to 0.29"),
            "Relapse avoided by aftercare", "Terugval die nazorg voorkomt", help from 0.0 up;
    }
    draws {
        /// Keys of episodes.
        EPISODE_KEY = 7;
        /// Onset of an episode in any domain (occasion: block of years; cells; the mark says which domain).
        ONSET = 11;
        /// Severity at onset.
        ONSET_SEVERITY = 12;
        /// Natural recovery: one quantile an episode.
        RECOVERY = 13;
        /// Worsening (cells).
        WORSENING = 14;
        /// Improvement (cells).
        IMPROVING = 120;
        /// Recovery by help (cells).
        HELPED_RECOVERY = 15;
        /// Relapse after recovery with help (cells).
        RELAPSE = 18;
        /// Severity of a need that comes back.
        RELAPSE_SEVERITY = 76;
        /// Own part of frailty (occasion: adult or youth).
        FRAILTY = 77;
        /// Part of frailty that a household shares.
        HOUSEHOLD_FRAILTY = 78;
        /// Part of frailty that a neighbourhood shares.
        NEIGHBOURHOOD_FRAILTY = 79;
    }
    occasions {
        /// An episode's block of years begins.
        EPISODE_BLOCK = 2: Episode, dated;
        /// Onset in the domain `aux`.
        ONSET = 4: Resident, candidate;
        /// Natural recovery of an episode.
        RECOVERY = 10: Episode, dated;
        /// Worsening.
        WORSENING = 11: Episode, candidate;
        /// Recovery by help.
        HELPED_RECOVERY = 12: Episode, candidate;
        /// Relapse.
        RELAPSE = 15: Episode, candidate;
        /// The file of a need that has passed is closed.
        FILE_CLOSES = 28: Other, dated;
        /// A need that asked is looked at again.
        LOOKED_AT = 31: Other, dated;
        /// Improvement.
        IMPROVING = 32: Episode, candidate;
    }
    links {
        /// Heavier needs last longer.
        SEVERITY_DURATION = 26: "severity_duration", "severity" => "duration of a need", '+', "",
            Assumption("recovery.severity; the range includes none");
        /// Help takes effect by its hours.
        HOURS_EFFECT = 28: "hours_effect", "hours of help" => "its effect", '+', "R1/R2", Assumption("help.hours");
        /// Help makes needs lighter.
        HELP_IMPROVEMENT = 27: "help_improvement", "help received" => "a lighter severity", '+', "R1/R2",
            Assumption("help.team, help.second_line, help.informal; the ranges include none");
        /// Open episodes make further onsets likelier.
        COUPLING = 0: "coupling", "open needs" => "onset of other needs", '+', "",
            Literature("SCP 2018; onset.coupling");
        /// Having nobody makes lonely.
        ISOLATION_ONSET = 2: "isolation_onset", "having no tie and no adult housemate" => "onset of social needs", '+',
            "", Assumption("onset.isolation");
        /// Help speeds recovery.
        HELP_RECOVERY = 4: "help_recovery", "help received" => "recovery", '+', "R1/R2",
            Assumption("help.team, help.second_line, help.informal, debt.success; the ranges of the first three \
                        include none");
        /// Help slows worsening.
        HELP_WORSENING = 5: "help_worsening", "help received" => "worsening", '-', "R1/R2",
            Assumption("help.protection; the range includes none");
        /// Unsolved basics lower engagement.
        BASICS_ENGAGEMENT = 12: "basics_engagement", "unsolved debts and housing" => "effect of other help", '-', "R9",
            Assumption("help.basics");
        /// Closing brings relapse.
        CLOSING_RELAPSE = 17: "closing_relapse", "recovery with help" => "relapse", '+', "R8",
            Assumption("relapse.base, relapse.early");
        /// Aftercare prevents relapse.
        AFTERCARE_RELAPSE = 18: "aftercare_relapse", "aftercare" => "relapse", '-', "R8",
            Literature("Clarke et al. 2015; relapse.aftercare, whose range includes none");
    }
    indicators {
        IMPROVEMENTS = 90: "improvements", "episodes", true_only, told, Flow, Higher, per_thousand(0.5),
            "Needs that became lighter", "Hulpvragen die lichter werden";
        ASKED_AFTER = 91: "asked.severity_after_26", "0 to 4", true_only, detail, Ratio, Lower, absolute(0.1),
            "Severity half a year after asking, 0 where the need has passed",
            "Ernst een half jaar na de hulpvraag, 0 als de hulpvraag voorbij is";
        SEVERE_UNHELPED = 7: "need.severe.unhelped", "persons", true_only, told, Stock, Lower, per_thousand(0.25),
            "People with a severe need and no help", "Mensen met ernstige problemen zonder hulp";
        SEVERE = 114: "need.severe", "persons", true_only, detail, Stock, Lower, per_thousand(0.5),
            "People with a severe need, helped or not", "Mensen met ernstige problemen, met of zonder hulp";
        NEED_OPEN = 19: "need.open", "persons", true_only, told, Stock, Lower, per_thousand(1.0), "People with a need",
            "Mensen met een hulpvraag";
        NEED_HIDDEN = 20: "need.hidden", "persons", true_only, told, Stock, Lower, per_thousand(1.0),
            "People with a need that nobody knows of", "Mensen met een hulpvraag die niemand kent";
        DEBT_HOUSEHOLDS = 21: "households.debt", "households", true_only, told, Stock, Lower, per_thousand(0.5),
            "Households with problem debts", "Huishoudens met problematische schulden";
        UNHELPED_NO_NETWORK = 22: "network.none.unhelped", "persons", true_only, told, Stock, Lower, per_thousand(0.25),
            "People with a need, without a network and without help",
            "Mensen met een hulpvraag zonder netwerk en zonder hulp";
        ONSETS = 23: "onsets", "episodes", true_only, told, Flow, Lower, per_thousand(1.0), "Needs that began",
            "Hulpvragen die ontstonden";
        WORSENINGS = 24: "worsenings", "episodes", true_only, told, Flow, Lower, per_thousand(0.5),
            "Needs that worsened", "Hulpvragen die verergerden";
        RECOVERIES = 25: "recoveries", "episodes", true_only, told, Flow, Neutral, per_thousand(1.0),
            "Needs that passed", "Hulpvragen die overgingen";
        RECOVERIES_HELPED = 26: "recoveries.by_help", "episodes", true_only, told, Flow, Higher, per_thousand(0.5),
            "Needs that passed by help, of all that passed", "Hulpvragen die overgingen door hulp";
        RELAPSES = 27: "relapses", "episodes", true_only, told, Flow, Lower, per_thousand(0.5), "Relapses", "Terugval";
        CRISIS_ONSETS = 28: "crises", "episodes", true_only, told, Flow, Lower, per_thousand(0.25),
            "Needs that became a crisis", "Hulpvragen die een crisis werden";
        ONSET_LENGTH = 62: "onsets.natural_weeks", "weeks", true_only, detail, Ratio, Neutral, absolute(4.0),
            "Natural length of all needs that began, at most ten years",
            "Natuurlijke duur van alle begonnen hulpvragen, ten hoogste tien jaar";
        REGISTERED_KNOWN = 81: "registered.need.known", "persons", registered, told, Stock, Neutral, per_thousand(1.0),
            "People with a need, as known to services", "Mensen met een hulpvraag volgens de registratie";
    }
    state Courses;
}
