//! What a preposition brings into a name: a purpose («لـ», «من أجل», «ضد»), what a masdar governs («الدفاع عن»), or the
//! body that the named one is a part of. Invariant: a purpose that a verb of the sentence asks for is not the name's.

use super::place::{is_region, place_at};
use super::{Reach, State, Walk, closing, reach_within};
use crate::analysis::lexicon::body::known::{Trust, find_known};
use crate::analysis::lexicon::body::{Class, Number, Strength, find};
use crate::analysis::organization::term::{Term, is_quote};
use crate::model::vocabulary::OrganizationKind;
use crate::text::token::TokenKind;

/// Rarer words are mostly names.
const PROPER: u16 = 650;

impl Walk<'_> {
    /// «من أجل …».
    pub(super) fn for_the_sake(&mut self, index: usize) -> Option<usize> {
        if self.terms.folded(index + 1) != "اجل" || self.state != State::Whole {
            return None;
        }
        self.govern(index + 2, true)
    }

    /// «ضد …».
    pub(super) fn against(&mut self, index: usize) -> Option<usize> {
        if self.state != State::Whole || !self.terms.has(index, Class::Against) {
            return None;
        }
        self.govern(index, true)
    }

    /// «الدفاع عن …», «التضامن مع …».
    pub(super) fn near(&mut self, index: usize) -> Option<usize> {
        let is_near = self.terms.has(index - 1, Class::Near)
            && self.extent.last + 1 == index
            && index > self.head + 1;
        if self.state != State::Whole || !is_near {
            return None;
        }
        self.govern(index + 1, false)
    }

    /// What a preposition inside a name governs.
    pub(super) fn govern(&mut self, index: usize, is_purpose: bool) -> Option<usize> {
        let terms = self.terms;
        if !terms.are_together(self.head, index) || !terms.is_word(index) {
            return None;
        }
        let last = if terms.clitics(index).0.has_article {
            let is_barred = terms.has(index, Class::Title) || terms.has(index, Class::Passing);
            if is_barred { None } else { Some(index) }
        } else {
            // A purpose in a name begins with a noun of purpose; one of the sentence may begin with any.
            let is_loose = is_purpose && !terms.has(index, Class::Cause);
            let is_bare = is_purpose && self.extent.terms == 0 && !self.opens_item();
            place_at(terms, index, false)
                .or_else(|| self.close(index).filter(|_| !is_loose && !is_bare))
                .or_else(|| self.described(index).filter(|_| is_purpose && !is_bare))
        }?;
        self.has_purpose = true;
        self.is_general = false;
        self.take(last, State::Whole)
    }

    /// Whether the head stands right behind a sign, as in a list: no verb asks for the purpose there.
    fn opens_item(&self) -> bool {
        let before = self.head.checked_sub(1);
        before.is_none_or(|before| {
            self.terms.is(before, TokenKind::Punctuation)
                || !self.terms.are_together(before, self.head)
        })
    }

    /// «من أجل جامعة عمومية», «من أجل عمل لائق»: an indefinite noun with its adjectives.
    fn described(&self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_adjective = |place: &usize| {
            terms.are_together(index, *place)
                && terms.is_word(*place)
                && terms.is_noun_like(*place)
                && terms.clitics(*place).0 == Default::default()
                && terms.governed(*place).is_none()
                && !terms.has(*place, Class::End)
        };
        let count = (index + 1..index + 4).take_while(is_adjective).count();
        let mut last = index + count;
        if matches!(terms.folded(last + 1), "ذات" | "ذو" | "ذي")
            && terms.are_together(last, last + 2)
        {
            last += 2;
        }
        // «من أجل متوسط بلا جدران».
        if count == 0 && terms.folded(last + 1) == "بلا" && terms.are_together(index, last + 2) {
            return Some(last + 2);
        }
        let ends = self.ends_at(last) || matches!(terms.governed(last + 1), Some(('ل', _)));
        (ends && (1..=2).contains(&count) && terms.is_noun_like(index)).then_some(last)
    }

    /// «لـ» written apart, before a quotation or a word.
    pub(super) fn apart(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        if self.state != State::Whole || !terms.are_together(self.head, index) {
            return None;
        }
        if terms.is(index, TokenKind::Punctuation) && is_quote(terms.folded(index)) {
            let last = closing(terms, index)?;
            let is_body = terms.noun(index + 1).is_some();
            if !is_body || !self.is_definite || self.extent.terms == 0 {
                return None;
            }
            self.extent.inner = Some(index + 1);
            self.is_general = false;
            return self.take(last, State::Done);
        }
        let core = terms.core(index);
        self.purpose(index, core)
    }

    /// «لـ» and what it governs: a purpose of the name, the body it belongs to, or a purpose of the sentence.
    pub(super) fn purpose(&mut self, index: usize, core: &str) -> Option<usize> {
        let terms = self.terms;
        let is_listed =
            |class| terms.has(index, class) || find(core).is_some_and(|word| word.has(class));
        let is_cause = is_listed(Class::Cause);
        if self.state != State::Whole || terms.has(index, Class::Title) && !is_cause {
            return None;
        }
        if self.is_general && self.is_definite && self.is_known(index) {
            return None;
        }
        if let Some((noun, _)) = terms.noun(index)
            && noun.strength != Strength::Weak
        {
            return self.belonging(index, noun.strength);
        }
        if is_region(core) && !terms.clitics(index).0.has_article {
            let is_next = terms.are_together(index, index + 1) && terms.is_word(index + 1);
            let last = place_at(terms, index + 1, false).or(is_next.then_some(index + 1))?;
            self.is_general = false;
            return self.take(last, State::Done);
        }
        let is_party = self.noun.kind == OrganizationKind::Party && !self.is_definite;
        let is_called = self.head > 0 && is_calling(terms.core(self.head - 1));
        let is_quoted = self.extent.quoted.is_some();
        // «اللاجئين» behind «لـ» loses its alef, so that the word seems to have no article.
        let is_the = terms.clitics(index).0.has_article
            || terms.folded(index).starts_with("لل") && core.starts_with('ل');
        let is_errand = is_listed(Class::Errand) && !(is_the && self.is_board_of(core));
        // «… للقضاء لتركيز المجلس»: a second purpose is mostly the sentence's.
        let is_free = !is_errand && !is_party && !is_called && !is_quoted && !self.has_purpose;
        let is_asked = is_called && self.is_general && !is_the;
        // «المقاطعة للانتخابات»: what a participle inside the name governs.
        let is_cause = is_cause || is_the && self.ends_with_participle();
        if is_asked || !is_cause && (!is_free || self.extent.terms == 0) {
            return None;
        }
        let last = if is_the {
            index
        } else if is_cause || self.is_definite {
            place_at(terms, index + 1, false)
                .or_else(|| self.close(index + 1))
                .or_else(|| self.paired(index + 1))
                .or_else(|| self.unheard(index + 1))?
        } else {
            place_at(terms, index + 1, false)?
        };
        self.has_purpose = true;
        self.is_general = false;
        self.take(last, State::Whole)
    }

    /// «الهيئة المستقلة للانتخابات»: a board for what is an errand elsewhere.
    fn is_board_of(&self, core: &str) -> bool {
        let is_board = matches!(
            self.noun.lemma,
            "هيئة" | "لجنة" | "مفوضية" | "مجلس" | "مرصد" | "مركز"
        );
        let is_office = matches!(core, "انتخاب" | "انتخابات" | "حوار" | "تخطيط" | "احصاء");
        is_board && is_office && self.is_definite && self.extent.terms > 0
    }

    /// «لشخصيات ومؤسسات المجتمع»: two nouns with one genitive.
    fn paired(&self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_pair = terms.clitics(index).0.has_conjunction
            && !terms.clitics(index).0.has_article
            && terms.are_together(index, index + 1)
            && terms.is_noun_like(index);
        (is_pair && terms.clitics(index + 1).0.has_article).then_some(index + 1)
    }

    /// «لقبائل ورفلة»: a word that no text has but as a name closes the genitive.
    fn unheard(&self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_next = terms.are_together(self.head, index) && terms.is_word(index);
        let is_rare = |term: &Term| {
            let rarity = terms.reading.card(term.word).rarity;
            rarity.is_none_or(|rarity| rarity > PROPER)
        };
        let is_name = is_next
            && self.is_definite
            && !terms.is_latin(index)
            && !terms.has(index, Class::End)
            && terms.noun(index).is_none()
            && (!terms.clitics(index).0.has_conjunction || terms.has_own_waw(index))
            && terms.at(index).is_some_and(is_rare);
        is_name.then_some(index)
    }

    /// Whether a body that needs no head is named here: «الجمعية العامة للأمم المتحدة» speaks of that.
    fn is_known(&self, index: usize) -> bool {
        let term = self.terms.at(index);
        self.terms.has(index, Class::Opening)
            && term
                .and_then(|term| find_known(self.terms.reading, term.word, 0))
                .is_some_and(|found| found.entry.trust == Trust::Sure)
    }

    /// The body that the named one is a part of.
    fn belonging(&mut self, index: usize, strength: Strength) -> Option<usize> {
        let terms = self.terms;
        let is_sorted = strength == Strength::State && self.noun.strength == Strength::Weak;
        let is_barred = strength == Strength::Media
            || is_sorted && self.is_general
            || self.depth > 1
            || self.extent.terms == 0;
        let is_plural = terms.clitics(index).0.has_article
            && terms
                .noun(index)
                .is_some_and(|(_, number)| number == Number::Plural);
        // «لجنة التنسيق العليا لأحزاب …»: the adjective is the organ's, and so is what follows.
        // «مجلس التنسيق لمنظمات …»: so is what follows its only genitive.
        let is_closed = match self.extent.terms {
            0 => false,
            1 => terms.clitics(self.extent.last).0.has_article,
            _ => self.follows_adjective(),
        };
        let is_organ_of = self.noun.strength == Strength::Organ
            && is_closed
            && terms
                .noun(index)
                .is_some_and(|(_, number)| number == Number::Plural);
        if is_barred || !self.is_definite && !is_plural && !is_organ_of {
            return None;
        }
        match reach_within(terms, index, self.depth + 1) {
            Reach::Name(inner) => {
                self.is_general = false;
                self.extent.inner = Some(index);
                self.take(inner.last, State::Done)
            }
            Reach::Reference(_) | Reach::Nothing => {
                let is_dual = terms
                    .noun(index)
                    .is_some_and(|(_, number)| number == Number::Dual);
                if is_dual {
                    self.is_general = false;
                    self.extent.inner = Some(index);
                    return self.take(index, State::Done);
                }
                let is_cause = terms.has(index, Class::Cause);
                if !is_plural && !is_cause {
                    let is_row = !terms.clitics(index).0.has_article;
                    // «لنقابات ورزازات».
                    let town = place_at(terms, index + 1, false);
                    let last = town.or_else(|| self.close(index + 1)).filter(|_| is_row)?;
                    self.is_general = false;
                    return self.take(last, State::Whole);
                }
                self.is_general = false;
                self.take(index, State::Whole)
            }
        }
    }
}

/// Verbs whose object «لـ» brings.
fn is_calling(core: &str) -> bool {
    matches!(
        core,
        "دعا"
            | "دعت"
            | "يدعو"
            | "تدعو"
            | "يستعد"
            | "تستعد"
            | "استعد"
            | "استعدت"
            | "دعوه"
            | "اضطر"
            | "اضطرت"
            | "سعي"
            | "سعت"
            | "يسعي"
            | "تسعي"
            | "انضم"
            | "انضمت"
    )
}
