//! The professional (M21; docs/odd.md 7.20): what experience, strain and turnover make of the hours of a team. Work
//! pressure first cuts the hours that a case gets, and a lower standard stays (Oliva and Sterman 2001); it strains
//! those who work there, who fall ill and leave more often; whoever leaves takes experience along and hands cases over;
//! and all teams of a region look for people in one labour market.
//!
//! Everything acts beside what is usual: hours per case were counted with teams of usual experience, strain and
//! pressure, so that a team as it was in the burn-in works as it did there. Left out: which professional has which
//! case, depth by discipline, what one learns from another, hours that somebody works more, and wages that follow the
//! labour market.

pub mod experience;
pub mod handover;
pub mod labour;
mod levers;
pub mod rows;
pub mod seniority;
mod state;
pub mod strain;

use crate::district::{District, Happening, Hears, Kind, Now, Phase, Room, Round, Step};
use crate::language::Text;
use crate::observation::Indicator;

pub use levers::LEVERS;
pub use state::Labour;

/// What the rest of the model sees of it.
pub static ROOM: Room = Room {
    name: Text::fixed("professionals", "professionals"),
    steps: &[
        Step {
            phase: Phase::Begin,
            name: Text::fixed("professionals", "professionals"),
            what: Text::fixed(
                "strain follows pressure and heavy cases; experience, sickness and the standard of hours per case set \
                 what the team's hours do; vacancies of the region share one labour market",
                "belasting volgt druk en zware zaken; ervaring, ziekte en de norm voor uren per zaak bepalen wat de \
                 uren van het team opleveren; vacatures in de regio delen één arbeidsmarkt",
            ),
            act: follow,
        },
        Step {
            phase: Phase::Observation,
            name: Text::fixed("professionals counted", "telling van professionals"),
            what: Text::fixed(
                "experience, strain and vacancies are added to the year's sums",
                "ervaring, belasting en vacatures worden bij de sommen van het jaar geteld",
            ),
            act: |round| round.each(observe),
        },
    ],
    occasions: &[],
    hears: &[Hears {
        kind: Kind::ProfessionalLeft,
        does: Text::fixed(
            "cases are handed over, with hours, lost work and sometimes trust",
            "zaken worden overgedragen; dat kost uren, verloren werk en soms vertrouwen",
        ),
        act: |now, d, happening| {
            if let Happening::ProfessionalLeft(team, place) = happening {
                handover::left(now, d, usize::from(team), place as usize);
            }
        },
    }],
    factors: &[],
    adjusts: None,
};

fn follow(round: &mut Round<'_>) {
    round.each(|now, d| {
        for team in 0..d.teams.len() {
            strain::follow(now, d, team);
            experience::follow(now, d, team);
        }
    });
    labour::follow(round);
}

/// Adds the levels of the week to the year's sums: each team by its share of all FTE.
fn observe(now: Now<'_>, d: &mut District) {
    let tightness = d.rooms.professional.tightness;
    for team in 0..d.teams.len() {
        let weight = now.settings.team.share_of(team) * 1e6;
        let crew = &d.teams[team].crew;
        let planned = now.settings.team.fte_of(team);
        let vacant = if planned > 0.0 { 1.0 - d.team_fte(now.settings, team) / planned } else { 0.0 };
        let levels = [
            (Indicator::PROFESSIONALS_EXPERIENCE, experience::mean_years(now, d, team)),
            (Indicator::PROFESSIONALS_STRAIN, crew.strain),
            (Indicator::PROFESSIONALS_VACANT, vacant),
            (Indicator::PROFESSIONALS_SICK, strain::sickness(now, crew)),
            (Indicator::PROFESSIONALS_SENIOR, seniority::share(d, team)),
            (Indicator::HOURS_PER_CASE, crew.given),
            (Indicator::PRODUCTIVITY, crew.productivity),
            (Indicator::LABOUR_TIGHTNESS, tightness),
        ];
        for (indicator, level) in levels {
            d.counts.ratio(indicator, (level * weight) as i64, weight as i64);
        }
    }
}
