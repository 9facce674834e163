//! The part of a row where no verb of the event tells it: asked to come, or spoken for by its head. Invariant: a public body
//! takes no part only because its head speaks.

use super::{Part, Row};
use crate::model::vocabulary::{OrganizationKind, Role};

impl Row<'_> {
    /// «وجهت الدعوة إلى X»: who was asked to come.
    pub(super) fn asked(&self, place: usize) -> Option<Part> {
        let terms = self.scene.terms;
        let before = || {
            (place.saturating_sub(4)..place)
                .rev()
                .take_while(|before| terms.are_together(*before, place))
        };
        let begins = |stems: &[&str]| {
            before().find(|before| {
                stems
                    .iter()
                    .any(|stem| terms.core(*before).starts_with(stem))
            })
        };
        let is_sent = begins(&["وجه", "توجيه", "ارسل", "بعث"]).is_some();
        let call =
            begins(&["استدع", "دعي", "مدعو"]).or_else(|| begins(&["دعو"]).filter(|_| is_sent))?;
        self.part(Role::Invited, call, 0.7)
    }

    /// A body whose head or member speaks at the event.
    pub(super) fn spoken_for(&self, title: Option<usize>) -> Option<Part> {
        let is_public = matches!(
            self.first.kind,
            OrganizationKind::Government
                | OrganizationKind::Media
                | OrganizationKind::Intergovernmental
        );
        self.part(
            Role::Participant,
            title.filter(|_| !is_public && self.rank <= 8)?,
            0.5,
        )
    }
}
