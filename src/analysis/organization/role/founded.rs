//! The part of what a word of founding stands before: founded, become one with others, or only spoken of. Invariant: what
//! was founded long ago, or is to be founded for another end, is not what the document tells of.

use super::{MENTIONED, Part, Row};
use crate::analysis::lexicon::trigger::Class as Trigger;
use crate::model::vocabulary::{Kind, Role};
use crate::text::token::TokenKind;

impl Row<'_> {
    /// The founded body, unless its founding is history.
    pub(super) fn founded(&self, place: usize) -> Option<Part> {
        let is_past = self.is_recalled(place)
            || self.is_dated() && self.rank > 1
            || self.is_means(place) && self.kind != Kind::Founding;
        if is_past || self.rank > 20 && self.kind != Kind::Founding {
            return Some(MENTIONED);
        }
        let confidence = if self.rank <= 2 { 0.9 } else { 0.7 };
        self.part(Role::Founded, place, confidence)
    }

    /// «عبر تشكيل …»: what is to be founded for another end.
    fn is_means(&self, place: usize) -> bool {
        place
            .checked_sub(1)
            .is_some_and(|before| matches!(self.scene.terms.folded(before), "عبر" | "خلال" | "بهدف"))
    }

    /// «اندماج حزبي X وY»: what becomes one takes part in the founding of that.
    pub(super) fn merged(&self, place: usize) -> Option<Part> {
        let core = self.scene.terms.core(place);
        let is_merger = ["اندم", "ندمج", "انصه", "توحد", "توحيد"]
            .iter()
            .any(|stem| core.starts_with(stem));
        self.part(Role::Participant, place, 0.7)
            .filter(|_| is_merger && self.count > 1)
    }

    /// Whether a year follows soon.
    fn is_dated(&self) -> bool {
        let terms = self.scene.terms;
        (self.last + 1..self.last + 8)
            .take_while(|place| terms.are_together(self.last, *place))
            .any(|place| terms.is(place, TokenKind::Number) && terms.folded(place).len() == 4)
    }

    pub(super) fn is_recalled(&self, place: usize) -> bool {
        let terms = self.scene.terms;
        // «اتفاق حول إنشاء …»: what is agreed on.
        let is_agreed = |before: usize| {
            terms.folded(before) == "حول"
                && before
                    .checked_sub(1)
                    .is_some_and(|paper| terms.core(paper).contains("اتف"))
        };
        (place.saturating_sub(3)..place).any(|before| {
            let is_near = terms.are_together(before, place) && !is_agreed(before);
            let is_recall =
                self.mark(before, Trigger::Recall) || self.mark(before, Trigger::Unreal);
            let is_time = before + 1 == place
                && matches!(
                    terms.folded(before),
                    "قبل" | "بعد" | "اعاده" | "باعاده" | "منذ"
                );
            is_near && (is_recall || is_time)
        })
    }
}
