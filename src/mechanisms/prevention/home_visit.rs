//! The last step of the ladder of early arrears signals: whom letter and call do not reach is visited at home.

use crate::district::{District, Now};
use crate::entities::{Frame, Route};
use crate::ids::EpisodeId;
use crate::mechanisms::doors::requests;
use crate::mechanisms::needs::natural;
use crate::observation::Indicator;
use crate::random::Process;
use crate::units::Effort;

/// Letter and call about debts reached nobody: a part of those households is visited, as long as there are hours for
/// reports. Some answer the door, and some of those accept help.
pub fn visit(now: Now<'_>, d: &mut District, e: EpisodeId, point: u64) {
    let key = d.episodes[e].key;
    let visited = now.inputs.draws.unit(Process::SIGNAL_VISITED, key, point) < now.settings.prevention.visit_share;
    if !visited || d.presence.report_bank.0 <= 0 {
        return;
    }
    let p = &now.inputs.params.prevention;
    let effort = Effort::from_hours(p.visit_hours);
    d.presence.report_bank -= effort;
    d.presence.used_report += effort;
    d.counts.add(Indicator::SIGNAL_VISITS, 1);
    let u = now.inputs.draws.unit(Process::SIGNAL_ANSWERED, key, point);
    if u >= p.visit_reached {
        return;
    }
    natural::becomes_known(now, d, e, Route::Report);
    if u < p.visit_reached * p.visit_accepted {
        requests::request_from_team(now, d, e, Frame::Voluntary);
    } else {
        d.counts.add(Indicator::HELP_DECLINED, 1);
    }
}
