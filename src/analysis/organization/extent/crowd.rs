//! Heads that mostly speak of many who strive or fight for something, and are a body's only by what stands behind them.
//! Invariant: the forces of a state or an alliance, and all who strive for a cause in a land, are no body.

use super::place::place_at;
use super::{Extent, Reach, Walk};
use crate::analysis::lexicon::body::Class;

impl Walk<'_> {
    /// «قوات …», «قوى …»: mostly many in general, sometimes one body.
    pub(super) fn powers(&self) -> Option<Reach> {
        match self.noun.lemma {
            "قوات" => Some(match self.are_forces_by_name() {
                true => Reach::Name(self.extent),
                false => Reach::Nothing,
            }),
            "قوى" if !self.is_definite && self.extent.terms >= 2 => {
                // «رئيس قوى …»: what a man heads is one body.
                let before = self.head.checked_sub(1);
                let is_headed = before.is_some_and(|before| {
                    matches!(self.terms.core(before), "رييس" | "زعيم" | "منسق")
                });
                Some(Reach::Name(Extent {
                    is_bare: !is_headed,
                    ..self.extent
                }))
            }
            _ => None,
        }
    }

    /// «الحركة النقابية التونسية»: all who strive for something in a land, and no body of them.
    pub(super) fn is_movement_at_large(&self) -> bool {
        const FIELDS: [&str; 8] = [
            "نقابيه",
            "طلابيه",
            "عماليه",
            "نساييه",
            "نسويه",
            "شبابيه",
            "حقوقيه",
            "جمعويه",
        ];
        let terms = self.terms;
        let next = self.head + 1;
        // «الحراك الثوري السوري»: people in the streets.
        let is_sorting =
            |place: usize| terms.has(place, Class::General) || terms.is_nationality(place);
        if self.noun.lemma == "حراك" {
            return self.is_definite && (next..=self.extent.last).all(is_sorting);
        }
        let is_of_land = terms.is_nationality(self.extent.last)
            || matches!(
                terms.core(self.extent.last),
                "جنوبيه" | "شماليه" | "شرقيه" | "غربيه"
            );
        self.noun.lemma == "حركة"
            && self.is_definite
            && self.extent.last == next + 1
            && FIELDS.contains(&terms.core(next))
            && is_of_land
    }

    /// «قوات درع السهل»: forces with a name of their own; those of a state, an alliance or an enemy are forces in general.
    fn are_forces_by_name(&self) -> bool {
        const OTHERS: [&str; 16] = [
            "امن",
            "احتلال",
            "جيش",
            "شرطه",
            "تحالف",
            "نظام",
            "عدو",
            "حكومه",
            "معارضه",
            "دفاع",
            "حفظ",
            "مشاه",
            "بحريه",
            "ناتو",
            "حماس",
            "مكافحه",
        ];
        let terms = self.terms;
        let next = self.head + 1;
        !self.is_definite
            && self.extent.terms >= 2
            && !OTHERS.contains(&terms.core(next))
            && !terms.has(next, Class::Title)
            && !terms.is_nationality(self.extent.last)
            && terms.noun(next).is_none()
            && place_at(terms, next, false).is_none()
    }
}
