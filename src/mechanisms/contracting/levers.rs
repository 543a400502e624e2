//! What somebody can decide of it.

use super::form::Form;
use crate::entities::{Account, Product};
use crate::levers::{Gap, Lever, LeverKind, LeverMeta, LeverValue, Role};
use crate::provenance::Source;

/// What the model lacks of contracts.
const ONE_PROVIDER: Gap = Gap {
    english: "A service is one provider: tenders, providers that stop or merge, and quality as clients see it are not \
              in the model. A lump sum is never agreed anew.",
    dutch: "Een dienst is één aanbieder: aanbesteden, aanbieders die stoppen of fuseren en kwaliteit zoals cliënten \
            die zien, zitten niet in het model. Over een vast bedrag wordt nooit opnieuw onderhandeld.",
};

/// What it lacks of tariffs.
const ONE_PRICE: Gap = Gap {
    english: "A tariff changes what is paid and how many places are left; that providers cut quality or pay less is \
              not in the model. Own contributions and purchase.saving go by today's tariffs.",
    dutch: "Een tarief verandert wat er betaald wordt en hoeveel plekken er blijven. Dat aanbieders op kwaliteit of \
            loon besparen, zit niet in het model. De eigen bijdrage en purchase.saving gaan uit van de tarieven van \
            nu.",
};

/// The lever of the contract of a product.
const fn contract_of<const PRODUCT: u8>(key: &'static str, name: &'static str, dutch: &'static str) -> Lever {
    Lever {
        meta: LeverMeta {
            key,
            aliases: &[],
            mechanism: "M25",
            name,
            dutch,
            unit: "",
            dutch_unit: "",
            kind: LeverKind::Choice(&["stated", "effort", "output", "task"]),
            dutch_choices: &["zoals nu", "inspanningsgericht", "outputgericht", "taakgericht"],
            neutral: Some(LeverValue::Choice(0)),
            scales: false,
            role: match Product::of(PRODUCT).meta().account {
                Account::HealthInsurer => Role::Insurer,
                _ => Role::Alderman,
            },
            source: Source::Assumption("municipalities and insurers use all three; no count by service seen"),
            doc: "How this service is paid. By effort, price times quantity: places follow the queue. By output, a \
                  price for each trajectory: they do, too, help is shorter, and severe needs come later. By task, a \
                  lump sum: as many places as when it began, shorter help, and a list that closes. As stated: by the \
                  hour, with the places that the organisation states.",
            gap: Some(ONE_PROVIDER),
        },
        apply: |value, settings| {
            let form = Form::ALL[usize::from(value.choice()).min(Form::ALL.len() - 1)];
            settings.contracting.form[PRODUCT as usize] = form;
        },
    }
}

/// The lever of the tariff of a payer.
const fn tariff(
    key: &'static str,
    (name, dutch): (&'static str, &'static str),
    role: Role,
    apply: fn(LeverValue, &mut crate::settings::Settings),
) -> Lever {
    Lever {
        meta: LeverMeta {
            key,
            aliases: &[],
            mechanism: "M25",
            name,
            dutch,
            unit: "percent",
            dutch_unit: "procent",
            kind: LeverKind::Number { min: -5.0, max: 10.0 },
            dutch_choices: &[],
            neutral: Some(LeverValue::Number(0.0)),
            scales: false,
            role,
            source: Source::Assumption("0 follows wages, as an index does; range -5 to 10"),
            doc: "What all services of this payer cost, in percent above or below today's tariffs, once and beside \
                  wages. A margin below zero takes places; a step every few years is an index that lags.",
            gap: Some(ONE_PRICE),
        },
        apply,
    }
}

/// Levers, in the order in which they act.
pub const LEVERS: &[Lever] = &[
    contract_of::<0>(
        "contract.youth_ambulatory",
        "Payment, youth help without a stay",
        "Bekostiging, jeugdhulp zonder verblijf",
    ),
    contract_of::<1>("contract.mental_health", "Payment, mental health care", "Bekostiging, ggz"),
    contract_of::<2>("contract.guidance", "Payment, guidance", "Bekostiging, begeleiding"),
    contract_of::<3>("contract.domestic_help", "Payment, domestic help", "Bekostiging, hulp bij het huishouden"),
    contract_of::<4>("contract.day_activity", "Payment, day activity", "Bekostiging, dagbesteding"),
    contract_of::<6>("contract.sheltered_living", "Payment, sheltered living", "Bekostiging, beschermd wonen"),
    contract_of::<8>("contract.district_nursing", "Payment, district nursing", "Bekostiging, wijkverpleging"),
    contract_of::<10>(
        "contract.youth_residential",
        "Payment, youth help with a stay",
        "Bekostiging, jeugdhulp met verblijf",
    ),
    tariff("tariff.index", ("Tariffs, municipality", "Tarieven, gemeente"), Role::Alderman, |value, settings| {
        settings.contracting.tariff = value.number();
    }),
    tariff("tariff.insurer", ("Tariffs, insurer", "Tarieven, verzekeraar"), Role::Insurer, |value, settings| {
        settings.contracting.tariff_insurer = value.number();
    }),
];
