//! What follows a head noun that stands open: the row of nouns in the genitive. Invariant: a row is taken whole or not at
//! all; it is a name's only if a definite or a proper noun, a day, a place or a quotation closes it, or if it ends where
//! the phrase does and holds no adjective.

use super::adjective::{
    has_complement, is_adjective_like, is_indefinite_adjective, is_plain, is_relative,
};
use super::place::{is_month, place_at};
use super::{State, Walk, closing};
use crate::analysis::lexicon::body::{Class, Number, Strength};
use crate::analysis::organization::naming::foreign::{is_person, run_behind};
use crate::analysis::organization::term::is_quote;
use crate::model::vocabulary::OrganizationKind;
use crate::text::lexicon::rarity;
use crate::text::stop_word::is_stop_word;
use crate::text::token::TokenKind;

/// The most nouns in a row.
const LONGEST: usize = 6;

/// Whether a bare folded word is what one who leads is called by.
pub(super) fn is_leader(core: &str) -> bool {
    matches!(core, "رييس" | "زعيم" | "قايد" | "وزير" | "نايب" | "مرشح")
}

impl Walk<'_> {
    /// An indefinite word where a genitive is to come: the row of nouns is the name's if something closes it.
    pub(super) fn chain(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        // «تكتل رئيس الوزراء»: whose it is, and no name.
        if is_leader(terms.core(index)) {
            return None;
        }
        if let Some(last) = place_at(terms, index, false) {
            self.is_general = false;
            return self.take(last, State::Whole);
        }
        // «حزبا» before an indefinite word has no genitive.
        let is_tanwin =
            terms.core(self.head).ends_with('ا') && terms.folded(self.head).chars().count() > 3;
        // «محامي دارفور»: what a place stands behind is a plural in the construct, and no adjective.
        let is_construct =
            terms.core(index).ends_with('ي') && place_at(terms, index + 1, false).is_some();
        if is_indefinite_adjective(terms, index) && !is_construct || is_tanwin {
            let from = if is_tanwin { index } else { index + 1 };
            let behind = self.quoted_behind(from);
            return match is_tanwin {
                true => behind.or_else(|| self.purpose_behind(index)),
                false => behind,
            };
        }
        if let Some(last) = self.foreign(index) {
            self.is_general = false;
            return self.take(last, State::Whole);
        }
        if let Some(last) = self.close(index) {
            self.is_general &= self.is_common(index);
            return self.take(last, State::Whole);
        }
        if let Some(last) = self.pair(index) {
            self.is_general = false;
            self.extent.is_bare = true;
            return self.take(last, State::Done);
        }
        self.bare(index)
    }

    /// «منظمة سيف ذا تشيلدرن»: the last term of a foreign name of several words.
    fn foreign(&self, index: usize) -> Option<usize> {
        let is_sure = self.noun.strength == Strength::Name;
        let length = if is_sure {
            run_behind(self.terms, index)
        } else {
            0
        };
        (length > 1).then(|| index + length - 1)
    }

    /// «حزب جيل جديد»: an indefinite noun and its adjective, where the phrase ends behind them.
    fn pair(&self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let may_be = matches!(self.noun.lemma, "حزب" | "تيار" | "حركة")
            && terms.is_noun_like(index)
            && terms.noun(index).is_none()
            && terms.governed(index).is_none()
            && terms.clitics(index).0 == Default::default();
        let is_barred = [
            Class::Common,
            Class::Crowd,
            Class::Passing,
            Class::Title,
            Class::Verb,
            Class::End,
        ]
        .iter()
        .any(|class| terms.has(index, *class));
        let next = index + 1;
        let is_feminine = |place: usize| terms.core(place).ends_with('ه');
        // «حركة تضامن واسعة»: the adjective is the head's.
        let is_own = is_feminine(next) == is_feminine(index)
            && (!self.noun.is_feminine || !is_feminine(next));
        let is_adjective = terms.are_together(index, next)
            && terms.clitics(next).0 == Default::default()
            && (is_indefinite_adjective(terms, next) || is_plain(terms.core(next)));
        // «حزب جيل جديد الجزائري».
        let nation = terms.clitics(next + 1).0.has_article && terms.is_nationality(next + 1);
        let last = next + usize::from(nation);
        let is_ended = nation || self.ends_at(next) || is_person(terms, next + 1);
        (may_be && !is_barred && is_own && is_adjective && is_ended).then_some(last)
    }

    /// The last term of a row of nouns that something closes.
    pub(super) fn close(&self, first: usize) -> Option<usize> {
        let terms = self.terms;
        let mut index = first;
        while index < first + LONGEST {
            if index > first
                && let Some(last) = self.closed_by(index)
            {
                return Some(last);
            }
            if !terms.are_together(self.head, index) || !terms.is_word(index) {
                return self.ended(first, index);
            }
            let clitics = terms.clitics(index).0;
            if clitics.has_conjunction && index > first {
                // «عمال وفلاحي الدلتا»: two nouns with one genitive.
                if clitics.has_article
                    || terms.has(index, Class::Title)
                    || terms.noun(index).is_some_and(|(noun, number)| {
                        noun.strength == Strength::Name || number == Number::Singular
                    })
                    || !self.is_row_noun(index, first)
                    || !self.is_closed_next(index)
                {
                    return self.ended(first, index);
                }
                index += 1;
                continue;
            }
            // «لقبائل ورفلة»: nothing is joined to a noun that waits for its genitive.
            if clitics.has_conjunction && !terms.has_own_waw(index) {
                return None;
            }
            let is_own = index == first && self.is_own_letter(index);
            if clitics.preposition.is_some() || !is_own && terms.governed(index).is_some() {
                return self.ended(first, index);
            }
            if clitics.has_article && has_complement(terms, index) {
                return self.ended(first, index);
            }
            if clitics.has_article {
                let is_barred = terms.has(index, Class::Title) && index > first + 1;
                return (!is_barred).then_some(index);
            }
            if !self.is_row_noun(index, first) {
                // «رابطة معتقلي … سابقا»: an adverb ends the row.
                let is_adverb =
                    terms.core(index).ends_with('ا') && is_indefinite_adjective(terms, index);
                return if is_adverb
                    || is_stop_word(terms.folded(index))
                    || terms.has(index, Class::End)
                {
                    self.ended(first, index)
                } else {
                    None
                };
            }
            index += 1;
        }
        None
    }

    /// A day, a quotation, a foreign name or a place that closes a row.
    fn closed_by(&self, index: usize) -> Option<usize> {
        let terms = self.terms;
        if !terms.are_together(self.head, index) {
            return None;
        }
        if is_month(terms, index + 1) && terms.is(index, TokenKind::Number) {
            return Some(index + 1);
        }
        let is_sign = terms.is(index, TokenKind::Punctuation);
        if is_sign && is_quote(terms.folded(index)) && !self.closes(index) {
            return closing(terms, index).map(|last| last + 1);
        }
        if terms.is_latin(index) {
            return Some(index);
        }
        place_at(terms, index, false)
    }

    fn is_closed_next(&self, index: usize) -> bool {
        let next = self.terms.clitics(index + 1).0;
        self.terms.are_together(index, index + 1)
            && (next.has_article && !next.has_conjunction
                || place_at(self.terms, index + 1, false).is_some())
    }

    /// A noun of a row; behind the first also a proper one that no list knows.
    fn is_row_noun(&self, index: usize, first: usize) -> bool {
        let terms = self.terms;
        let is_barred = terms.has(index, Class::End)
            || terms.has(index, Class::Verb)
            || is_stop_word(terms.folded(index))
            || (index > first && is_indefinite_adjective(terms, index));
        if is_barred {
            return false;
        }
        let core = terms.core(index);
        let is_future = core.starts_with('س')
            && core
                .chars()
                .nth(1)
                .is_some_and(|letter| matches!(letter, 'ي' | 'ت' | 'ن'));
        let looks_like_a_verb = is_future
            || core.starts_with(['ي', 'ت', 'ن'])
            || core.ends_with("وا")
            || core.ends_with('ت');
        // Foundations and houses are called after persons.
        let is_unheard = rarity(core).is_none_or(|rarity| rarity > 600);
        let may_be_proper = index > first
            || is_unheard
            || matches!(
                self.noun.lemma,
                "مؤسسة" | "مركز" | "معهد" | "جامعة" | "قوات"
            );
        terms.is_noun_like(index)
            || (may_be_proper && !(looks_like_a_verb && rarity(core).is_some()))
    }

    /// A row of two nouns or more with nothing to close it, at the end of its phrase: «تجمع شباب سومر،».
    fn ended(&self, first: usize, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_house = matches!(self.noun.lemma, "مركز" | "معهد" | "دار");
        let is_sure = is_house || matches!(self.noun.strength, Strength::Name | Strength::State);
        let is_row = index >= first + 2 && is_sure;
        let is_common = (first..index)
            .any(|place| terms.has(place, Class::Common) || terms.has(place, Class::Title));
        let has_accusative = terms
            .core(index - 1)
            .strip_suffix('ا')
            .is_some_and(|bare| rarity(bare).is_some());
        let is_quote = terms.is(index, TokenKind::Punctuation) && is_quote(terms.folded(index));
        (is_row && !is_common && !has_accusative && !is_quote).then(|| index - 1)
    }

    /// «تحالف انتخابي جديد "…"»: a name in quotation marks behind indefinite adjectives.
    fn quoted_behind(&mut self, from: usize) -> Option<usize> {
        let terms = self.terms;
        let open = (from..from + 3)
            .take_while(|place| terms.are_together(self.head, *place))
            .find(|place| !is_indefinite_adjective(terms, *place))?;
        let is_open = terms.is(open, TokenKind::Punctuation) && is_quote(terms.folded(open));
        let is_aim = matches!(terms.governed(open + 1), Some(('ل', _)));
        let last = closing(terms, open).filter(|_| is_open && !is_aim)?;
        self.extent.quoted = Some((open + 1, last));
        self.is_general = false;
        self.take(last, State::Done)
    }

    /// «ائتلافا مدنيا من أجل الحرية»: a coalition told by its purpose alone.
    fn purpose_behind(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let is_coalition =
            self.noun.kind == OrganizationKind::Coalition && self.noun.strength == Strength::Name;
        let end = (index..index + 3).find(|place| !is_indefinite_adjective(terms, *place))?;
        let is_purpose = terms.folded(end) == "من" && terms.folded(end + 1) == "اجل";
        if !is_coalition || !is_purpose || end == index || !terms.are_together(self.head, end + 1) {
            return None;
        }
        self.extent.is_bare = true;
        self.take(end - 1, State::Whole)
    }

    /// Whether a purpose that names go on with stands at `index`.
    fn has_aim(&self, index: usize) -> bool {
        self.terms.has(index, Class::Cause) && self.terms.clitics(index).0.preposition == Some('ل')
    }

    /// Whether a proper noun stands here with a definite adjective of the head behind it.
    fn is_called_after(&self, index: usize) -> bool {
        let terms = self.terms;
        let clitics = terms.clitics(index + 1).0;
        let is_definite =
            clitics.has_article && !clitics.has_conjunction && clitics.preposition.is_none();
        let is_of = |class| terms.has(index + 1, class);
        is_definite
            && terms.are_together(index, index + 1)
            && !terms.is_noun_like(index)
            && !(is_of(Class::Passing) || is_of(Class::Title))
            && is_adjective_like(terms, index + 1)
            && terms.core(index + 1).ends_with('ه') == self.noun.is_feminine
    }

    /// One word with nothing behind it, as in «حركة كفاية», or with a purpose, as in «منظمة سام للعدالة».
    fn bare(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        let folded = terms.folded(index);
        let may_be_alone = !matches!(self.noun.strength, Strength::Event | Strength::Organ);
        let may_be_bare = match self.noun.strength {
            Strength::Name | Strength::State => true,
            Strength::Weak => self.has_aim(index + 1),
            // «مؤتمر حضرموت الجامع», «مجلس أبين الأهلي».
            Strength::Event | Strength::Organ => self.is_called_after(index),
            Strength::Media | Strength::Prefix => false,
        };
        // «حركة شباب من أجل التغيير».
        // «حراك مواطنون ضد الفقر»: so with persons of any sort.
        let are_persons =
            terms.has(index, Class::Crowd) || terms.is_nationality(index) || folded.ends_with("ون");
        let has_sake = terms.folded(index + 1) == "من"
            && terms.folded(index + 2) == "اجل"
            && (are_persons || !terms.is_noun_like(index))
            || terms.folded(index + 1) == "ضد" && folded.ends_with("ون");
        let is_barred = is_stop_word(folded)
            || terms.has(index, Class::Common)
            || terms.has(index, Class::Crowd) && !has_sake
            || terms.has(index, Class::Passing)
            || terms.has(index, Class::Title) && !has_sake
            || terms.noun(index).is_some() && !has_sake
            || is_indefinite_adjective(terms, index + 1) && terms.are_together(index, index + 1)
            || !may_be_bare
            // A tanwin, where there is a stem before it: «حزبا كبيرا», but «حزب فدا».
            || folded.ends_with('ا') && folded.chars().count() > 3 && terms.is_noun_like(index)
            || ["نا", "هم", "ها", "كم"]
                .iter()
                // «حركة بلادنا»: only «ours» makes a name.
                .filter(|pronoun| **pronoun != "نا" || self.noun.strength != Strength::Name)
                .filter_map(|pronoun| folded.strip_suffix(pronoun))
                .any(|noun| rarity(noun).is_some_and(|noun| Some(noun) < rarity(folded)));
        let looks_like_a_verb = !terms.is_noun_like(index)
            && (folded.starts_with(['ي', 'ت', 'س', 'ن'])
                || folded.ends_with("وا")
                || folded
                    .strip_suffix('ت')
                    .is_some_and(|verb| rarity(verb).is_some()));
        let least = if self.ends_at(index) { 2 } else { 3 };
        if is_barred || looks_like_a_verb || folded.chars().count() < least {
            return None;
        }
        let next = terms.clitics(index + 1).0;
        let has_purpose = self.has_aim(index + 1);
        let has_adjective = next.has_article
            && !next.has_conjunction
            && next.preposition.is_none()
            && (is_relative(terms.core(index + 1)) || !may_be_alone);
        let is_rare = rarity(folded).is_none_or(|rarity| rarity > 450);
        let is_proper = !terms.is_noun_like(index) && is_rare;
        if self.noun.strength == Strength::State && !is_proper {
            return None;
        }
        let has_without = terms.folded(index + 1) == "بلا" && terms.is_word(index + 2);
        let goes_on = terms.are_together(index, index + 1)
            && (has_purpose || has_adjective || has_without || has_sake);
        self.extent.is_bare = !goes_on && !is_proper;
        self.is_general = false;
        self.take(index, if goes_on { State::Whole } else { State::Done })
    }
}
