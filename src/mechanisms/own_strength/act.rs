//! The team takes over: it helps after all with what was left to own strength.

use super::refusal;
use crate::district::{District, Now};
use crate::entities::Frame;
use crate::ids::EpisodeId;
use crate::mechanisms::doors::referrals;
use crate::mechanisms::team::cases;
use crate::observation::Indicator;

/// Weeks have passed in which the person did not act: whoever still needs help and has none gets what was refused.
pub fn taken_over(now: Now<'_>, d: &mut District, e: EpisodeId) {
    let episode = &d.episodes[e];
    let waits = !episode.recovered && episode.in_pipeline == 0 && !episode.is_helped();
    let Some(relied) = refusal::relied(d, e).filter(|relied| waits && relied.acts_until.is_none()) else { return };
    d.rooms.own_strength.needs.of_mut(&d.episodes, e).taken_over = true;
    d.counts.add(Indicator::TAKEN_OVER, 1);
    match relied.product {
        Some(product) => {
            referrals::apply(now, d, e, product, Frame::Voluntary);
        }
        None => cases::open_case(now, d, e, Frame::Voluntary),
    }
}
