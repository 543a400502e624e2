//! Notes on work and income.

/// As [`super::NOTES`].
pub(super) const NOTES: &[(&str, &str)] = &[
    (
        "a talk, an overview, letters to creditors or employers; no count seen",
        "een gesprek, een overzicht, brieven aan schuldeisers of werkgevers; wij kennen geen telling",
    ),
    (
        "a landlord waits for some time after a first talk; no figure seen",
        "een verhuurder wacht een tijd na een eerste gesprek; wij kennen geen cijfer",
    ),
    (
        "a team that is known and near may lose fewer than a debt desk; no figure seen; the range includes no \
         difference",
        "een wijkteam dat bekend en dichtbij is, verliest misschien minder mensen dan de schuldhulpverlening; wij \
         kennen geen cijfer; misschien is er geen verschil",
    ),
    (
        "no figure seen of teams with work in their remit; the range includes no effect",
        "wij kennen geen cijfer van wijkteams die ook werk doen; misschien is er geen effect",
    ),
    (
        "who has debts has more to lose; no figure seen; the range includes no difference",
        "wie schulden heeft, heeft meer te verliezen; wij kennen geen cijfer; misschien is er geen verschil",
    ),
    (
        "social assistance of a household, between that of one person and of two, less other income; general knowledge",
        "bijstand van een huishouden, tussen die van één persoon en van twee, min ander inkomen; algemene kennis",
    ),
    ("municipalities do either; no count seen", "gemeenten doen het een of het ander; wij kennen geen telling"),
    ("0 is whatever intake leaves; no norm seen", "0 is wat de intake overlaat; wij kennen geen norm"),
    (
        "municipalities differ in who enforces; no count seen",
        "gemeenten verschillen in wie handhaaft; wij kennen geen telling",
    ),
];
