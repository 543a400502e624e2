//! What somebody can decide of it.

use super::rows::{Form, Surplus};
use crate::entities::{Product, SILOS};
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;
use crate::settings::Settings;

/// The most euros that a lever takes. As a ceiling or a reserve: none is set.
const MOST: f64 = 1e9;

/// Any amount of euros.
const EUROS: LeverKind = LeverKind::Number { min: 0.0, max: MOST };

/// What the model lacks of ceilings.
const ONLY_INTAKE: Gap = Gap {
    english: "A ceiling only stops intake: providers that go on unpaid, end help early or go to court are not in the \
              model.",
    dutch: "Een plafond stopt alleen de instroom. Aanbieders die onbetaald doorgaan, hulp eerder stoppen of naar de \
            rechter gaan, zitten niet in het model.",
};

/// What the model lacks of budgets and reserves.
const NO_INCOME: Gap = Gap {
    english: "Income of the municipality, prices and wages stay as they are: only spending moves against a budget.",
    dutch: "Inkomsten van de gemeente, prijzen en lonen blijven gelijk. Alleen de uitgaven bewegen ten opzichte van \
            de begroting.",
};

/// What is the same for the levers of this room.
const fn lever(
    key: &'static str,
    names: (&'static str, &'static str),
    kind: LeverKind,
    meta: &LeverMeta,
    apply: fn(LeverValue, &mut Settings),
) -> Lever {
    Lever { meta: LeverMeta { key, name: names.0, dutch: names.1, kind, ..*meta }, apply }
}

/// Of an amount of euros.
const fn euros(source: &'static str, doc: &'static str) -> LeverMeta {
    LeverMeta {
        key: "",
        aliases: &[],
        mechanism: "M16",
        name: "",
        dutch: "",
        unit: "euros per year",
        dutch_unit: "euro per jaar",
        kind: EUROS,
        dutch_choices: &[],
        neutral: Some(LeverValue::Number(0.0)),
        scales: true,
        role: Role::Alderman,
        source: Source::Assumption(source),
        doc,
        gap: Some(NO_INCOME),
    }
}

/// The ceiling of one product.
const fn ceiling<const PRODUCT: u8>(key: &'static str, names: (&'static str, &'static str)) -> Lever {
    let meta = euros(
        "a ceiling of the turnover of providers; entitlements are open-ended; 1,000,000,000 is none",
        "When providers of this help have received so much in a year, no help begins until the next one: people wait \
         and the team bridges the time. Whom a court sends and who is in crisis is helped. A region's municipality has \
         the ceilings of its districts together.",
    );
    let meta = LeverMeta { neutral: Some(LeverValue::Number(MOST)), gap: Some(ONLY_INTAKE), ..meta };
    lever(key, names, EUROS, &meta, |value, settings| {
        let euros = value.number();
        settings.money.ceilings[PRODUCT as usize] = if euros < MOST { euros } else { f64::INFINITY };
    })
}

/// The budget of one silo.
const fn budget<const SILO: usize>(key: &'static str, names: (&'static str, &'static str)) -> Lever {
    assert!(SILO < SILOS, "an account of the municipality");
    let meta = euros(
        "0 is what the last accounts said; for welfare and team with what is planned since",
        "The budget of this silo. What is spent beyond it comes out of the reserve (reserve.euros), unless another \
         silo meets it (budget.form).",
    );
    lever(key, names, EUROS, &meta, |value, settings| settings.money.budgets[SILO] = value.number())
}

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    ceiling::<{ Product::YouthAmbulatory as u8 }>(
        "ceiling.youth_ambulatory",
        ("Ceiling, youth help without a stay", "Plafond, jeugdhulp zonder verblijf"),
    ),
    ceiling::<{ Product::YouthResidential as u8 }>(
        "ceiling.youth_residential",
        ("Ceiling, youth help with a stay", "Plafond, jeugdhulp met verblijf"),
    ),
    ceiling::<{ Product::Guidance as u8 }>("ceiling.guidance", ("Ceiling, guidance", "Plafond, begeleiding")),
    ceiling::<{ Product::DomesticHelp as u8 }>(
        "ceiling.domestic_help",
        ("Ceiling, domestic help", "Plafond, hulp bij het huishouden"),
    ),
    ceiling::<{ Product::DayActivity as u8 }>(
        "ceiling.day_activity",
        ("Ceiling, day activity", "Plafond, dagbesteding"),
    ),
    ceiling::<{ Product::Aids as u8 }>(
        "ceiling.aids",
        ("Ceiling, aids and transport", "Plafond, hulpmiddelen en vervoer"),
    ),
    ceiling::<{ Product::ShelteredLiving as u8 }>(
        "ceiling.sheltered_living",
        ("Ceiling, sheltered living", "Plafond, beschermd wonen"),
    ),
    ceiling::<{ Product::DebtProgramme as u8 }>(
        "ceiling.debt_programme",
        ("Ceiling, debt programme", "Plafond, schuldregeling"),
    ),
    budget::<0>("budget.wmo", ("Budget, Wmo", "Begroting, Wmo")),
    budget::<1>("budget.youth", ("Budget, youth help", "Begroting, jeugdhulp")),
    budget::<2>("budget.participation", ("Budget, social assistance", "Begroting, participatie")),
    budget::<3>("budget.debt", ("Budget, debt and poverty", "Begroting, schulden en armoede")),
    budget::<4>("budget.welfare", ("Budget, welfare and team", "Begroting, welzijn en wijkteam")),
    lever(
        "reserve.euros",
        ("Reserve above its floor", "Reserve boven de ondergrens"),
        EUROS,
        &LeverMeta {
            unit: "euros",
            dutch_unit: "euro",
            neutral: Some(LeverValue::Number(MOST)),
            ..euros(
                "what may be spent beyond budgets before something is cut; 1,000,000,000 is never a cut",
                "What the municipality has in reserve above its floor in week 0. Once it is used up, January brings a \
                 cut, in this order: going out and collective work, facilities and subsidies, the rest of the team, \
                 prices of purchased care.",
            )
        },
        |value, settings| {
            let euros = value.number();
            settings.money.reserve = if euros < MOST { euros } else { f64::INFINITY };
        },
    ),
    lever(
        "surplus.to",
        ("Where a surplus goes", "Waar een overschot naartoe gaat"),
        LeverKind::Choice(&["general", "reserve", "area"]),
        &LeverMeta {
            unit: "",
            dutch_unit: "",
            dutch_choices: &["algemene middelen", "reserve", "gebied"],
            neutral: Some(LeverValue::Choice(0)),
            scales: false,
            ..euros(
                "general funds are usual; area gives a part back to facilities",
                "What becomes of money that a silo has left over: general funds, the reserve, or the area, where a \
                 part goes to facilities in the next year.",
            )
        },
        |value, settings| {
            settings.money.surplus =
                [Surplus::General, Surplus::Reserve, Surplus::Area][usize::from(value.choice()) % 3];
        },
    ),
    lever(
        "budget.form",
        ("Budget by silo or for the area", "Budget per potje of voor het gebied"),
        LeverKind::Choice(&["silos", "area"]),
        &LeverMeta {
            unit: "",
            dutch_unit: "",
            dutch_choices: &["potjes", "gebied"],
            neutral: Some(LeverValue::Choice(0)),
            scales: false,
            ..euros(
                "silos are usual; what one budget does to referral is a range that includes none",
                "Silos, or one budget for the area: what one silo spends too much is met by what another has left \
                 before the reserve is drawn on, and the team feels the price when it refers.",
            )
        },
        |value, settings| settings.money.form = if value.choice() == 0 { Form::Silos } else { Form::Area },
    ),
    lever(
        "room.euros_per_case",
        ("Room to spend on a case", "Ruimte om geld uit te geven aan een zaak"),
        LeverKind::Number { min: 0.0, max: 10_000.0 },
        &LeverMeta {
            unit: "euros per case",
            dutch_unit: "euro per zaak",
            scales: false,
            gap: Some(Gap {
                english: "The team spends it on evictions only: what else it could settle is not in the model.",
                dutch: "Het wijkteam geeft dit alleen uit aan huisuitzettingen. Wat het verder kan oplossen, zit niet \
                        in het model.",
            }),
            ..euros(
                "up to some months of rent; none today",
                "Euros that the team may spend on one case to stop an eviction, where it works with the household and \
                 the landlord asks no more. Paid from welfare.",
            )
        },
        |value, settings| settings.money.room_euros = value.number(),
    ),
    lever(
        "agreement.share",
        ("Shared savings with the insurer", "Gedeelde besparing met de zorgverzekeraar"),
        LeverKind::Number { min: 0.0, max: 0.5 },
        &LeverMeta {
            unit: "share",
            dutch_unit: "deel van 1",
            scales: false,
            role: Role::Insurer,
            gap: Some(Gap {
                english: "What the insurer spends less by chance is shared, too: nobody knows what the plan did.",
                dutch: "Ook wat de verzekeraar toevallig minder uitgeeft, wordt gedeeld. Niemand weet wat het plan \
                        deed.",
            }),
            ..euros(
                "nothing is shared today",
                "Of what the health insurer spends less than in the year before the agreement, this share comes to the \
                 municipality with the accounts.",
            )
        },
        |value, settings| settings.money.agreement = value.number(),
    ),
];
