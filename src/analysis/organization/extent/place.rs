//! Places in a name: a genitive («تنسيقية هولندا»), and where a body is («بالخارج», «في تعز»). Invariant: words that say
//! where are taken only where the phrase ends behind them, since otherwise they may say where the event was.

use super::{Reach, State, Walk, reach_within};
use crate::analysis::lexicon::body::{Class, Strength};
use crate::analysis::organization::term::Terms;
use crate::text::stop_word::is_stop_word;
use crate::text::token::TokenKind;

impl Walk<'_> {
    /// «بالخارج», «في المهجر», «بفرنسا», «بجامعة …»: where a body is; `from` is the preposition, `index` the place.
    pub(super) fn tail(&mut self, from: usize, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_late = self.state != State::Whole || self.extent.terms == 0;
        if is_late || !terms.are_together(self.head, index) || self.noun.strength == Strength::State
        {
            return None;
        }
        if from == index - 1 && terms.core(from - 1) == "حق" {
            return self.govern(index, false);
        }
        if matches!(
            terms.core(from - 1),
            "عاملين" | "عاملات" | "مستخدمين" | "موظفين" | "مشتغلين"
        ) {
            return self.govern(index, false);
        }
        let last = if terms.has(index, Class::Tail) && terms.clitics(index).0.has_article {
            self.with_side(index)
        } else {
            self.seat(from, index)?
        };
        self.extent.untailed = Some(self.extent.last);
        self.is_general = false;
        self.take(last, State::Done)
    }

    /// «بالجنوب الشرقي».
    fn with_side(&self, index: usize) -> usize {
        let is_side = matches!(
            self.terms.folded(index + 1),
            "الشرقي" | "الغربي" | "الشمالي" | "الجنوبي"
        );
        if is_side { index + 1 } else { index }
    }

    /// A town, a country or a house that ends the phrase.
    fn seat(&self, from: usize, index: usize) -> Option<usize> {
        let terms = self.terms;
        let (_, core) = terms.governed(index).unwrap_or(('ب', terms.core(index)));
        let last = if is_region(core) {
            let is_named = terms.clitics(index + 1).0.preposition.is_none()
                && terms.is_word(index + 1)
                && terms.are_together(self.head, index + 1)
                && !matches!(
                    core,
                    "شمال" | "جنوب" | "شرق" | "غرب" | "وسط" | "منطقه" | "جهه" | "مدينه"
                );
            place_at(terms, index + 1, false).or(is_named.then_some(index + 1))?
        } else if terms
            .noun(index)
            .is_some_and(|(noun, _)| noun.strength == Strength::State)
            && self.depth < 2
        {
            match reach_within(terms, index, self.depth + 2) {
                Reach::Name(extent) => extent.last,
                Reach::Reference(_) | Reach::Nothing => return None,
            }
        } else {
            place_at(terms, index, false).or_else(|| self.unknown_town(index))?
        };
        // «في حلب وريفها».
        let is_wide = terms.clitics(last + 1).0.has_conjunction
            && terms.are_together(self.head, last + 1)
            && matches!(
                terms.core(last + 1),
                "ريفها" | "ضواحيها" | "نواحيها" | "جوارها" | "محيطها"
            );
        let last = if is_wide { last + 1 } else { last };
        let is_own = from < index || terms.noun(index).is_some();
        let ends = self.ends_at(last) && terms.folded(last + 1) != "/";
        // Nothing is held «in the north of» a country: that is where a body is.
        let is_side = matches!(core, "شمال" | "جنوب" | "شرق" | "غرب");
        let ends = ends || is_side || terms.has(index, Class::Continent);
        // «المجلس المحلي في …»: only the town tells one from another.
        let is_local = matches!(
            terms.core(self.extent.last),
            "محلي" | "محليه" | "بلدي" | "بلديه" | "جهوي" | "جهويه" | "قروي"
        );
        // «المجلس الأعلى الإسلامي في العراق»: two adjectives make a name that a land can end.
        let is_named = self.extent.terms > 1 && place_at(terms, index, true).is_some();
        let is_general = self.is_general && self.is_definite && !is_local && !is_named;
        (ends && (is_own || from == index) && !is_general && !self.is_housing()).then_some(last)
    }

    /// In a line of a list, one last word behind «في» is where the body is, known or not.
    fn unknown_town(&self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let ends_line = !terms.are_together(self.head, index + 1) && terms.is_word(index);
        let opens_line = (self.head.saturating_sub(3)..self.head)
            .rev()
            .take_while(|place| terms.are_together(*place, self.head))
            .all(|place| !terms.is_word(place));
        (ends_line && opens_line).then_some(index)
    }

    /// Whether the phrase ends behind the term `last`.
    pub(super) fn ends_at(&self, last: usize) -> bool {
        let terms = self.terms;
        let next = last + 1;
        !terms.are_together(last, next)
            || terms.is(next, TokenKind::Punctuation)
            || terms.clitics(next).0.has_conjunction
            || terms.has(next, Class::Title)
            || matches!(terms.folded(next), "بزعامه" | "بقياده" | "برياسه")
            || terms.folded(next).starts_with('و') && is_stop_word(terms.folded(next))
    }

    /// Whether the event is held at the body: the town behind its name is then the event's.
    fn is_housing(&self) -> bool {
        let terms = self.terms;
        // «المقر الرئيسي لحزب …».
        let is_host = (1..=2)
            .filter_map(|steps| self.head.checked_sub(steps))
            .take_while(|before| terms.are_together(*before, self.head))
            .any(|before| terms.has(before, Class::Hosts));
        is_host || terms.clitics(self.head).0.preposition == Some('ب')
    }

    /// «فرع عدن», «/ فرع المثنى».
    pub(super) fn branch(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_next = terms.are_together(self.head, index) && terms.is_word(index);
        if self.state != State::Whole || self.extent.terms == 0 || !is_next {
            return None;
        }
        let last = place_at(terms, index, false).unwrap_or(index);
        self.extent.untailed = Some(self.extent.last);
        self.is_general = false;
        self.take(last, State::Done)
    }

    /// A country set behind the whole name: «شباب الحركة بلجيكا».
    pub(super) fn apposition(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let last = place_at(terms, index, true)?;
        let ends = self.ends_at(last);
        let follows_a_place = place_at(terms, self.extent.last, true).is_some();
        if self.extent.terms == 0 || self.is_definite {
            return None;
        }
        if follows_a_place {
            return self.take(last, State::Whole);
        }
        if !ends {
            return None;
        }
        self.extent.untailed = Some(self.extent.last);
        self.take(last, State::Done)
    }
}

/// Whether a bare folded word asks for the name of a region behind it.
pub(super) fn is_region(core: &str) -> bool {
    matches!(
        core,
        "ولايه"
            | "جهه"
            | "اقليم"
            | "محافظه"
            | "مدينه"
            | "عماله"
            | "منطقه"
            | "بلده"
            | "وادي"
            | "ناحيه"
            | "قضاء"
            | "مخيم"
            | "قريه"
            | "محافظات"
            | "ولايات"
            | "مخيمات"
            | "بلدات"
            | "قطاع"
            | "ضفه"
            | "شمال"
            | "جنوب"
            | "شرق"
            | "غرب"
            | "وسط"
    )
}

/// The last term of the country or city that begins at `index`.
pub(super) fn place_at(terms: &Terms<'_>, index: usize, is_country: bool) -> Option<usize> {
    let place = terms.place(index)?;
    let is_word = terms.has(index, Class::Cause) || terms.noun(index).is_some();
    let is_barred = is_country && !place.is_country || is_word && place.is_word;
    (!is_barred).then_some(place.last)
}

/// Whether a month stands at `index`.
pub(super) fn is_month(terms: &Terms<'_>, index: usize) -> bool {
    terms.is_word(index) && MONTHS.contains(&terms.folded(index))
}

/// The months that movements are called after the days of, folded.
const MONTHS: [&str; 34] = [
    "يناير",
    "فبراير",
    "مارس",
    "ابريل",
    "افريل",
    "نيسان",
    "ماي",
    "مايو",
    "ايار",
    "يونيو",
    "جوان",
    "حزيران",
    "يوليو",
    "يوليوز",
    "جويليه",
    "تموز",
    "غشت",
    "اغسطس",
    "اوت",
    "اب",
    "سبتمبر",
    "شتنبر",
    "ايلول",
    "اكتوبر",
    "تشرين",
    "نوفمبر",
    "نونبر",
    "ديسمبر",
    "دجنبر",
    "كانون",
    "شباط",
    "اذار",
    "جانفي",
    "فيفري",
];
