//! Adjectives inside a name: which words can be one, and which of them belong to the name. Invariant: a word is taken for
//! an adjective by its form alone, so what has the form of a plain noun («الدعوة», «الصور») ends a name.

use super::place::place_at;
use super::{State, Walk};
use crate::analysis::lexicon::body::{Class, Strength, find};
use crate::analysis::organization::naming::foreign::is_person;
use crate::analysis::organization::term::Terms;
use crate::text::number::parse_ordinal;

impl Walk<'_> {
    /// A definite word behind a definite one: an adjective, if it agrees and is not a passing one.
    pub(super) fn adjective(&mut self, index: usize) -> Option<usize> {
        let terms = self.terms;
        // «مؤسسة الحسن الثاني»: the ordinal of a ruler is part of the name.
        let is_of_ruler =
            is_person(terms, self.extent.last) && parse_ordinal(&[terms.core(index)]).is_some();
        // «جمعية الألفية الثالثة»: so is one that the only noun behind the head has.
        let is_of_noun = !self.is_definite
            && self.extent.terms == 1
            && self.follows_article()
            && parse_ordinal(&[terms.core(index).trim_end_matches('ه')]).is_some()
            && terms.core(index).ends_with('ه') == terms.core(self.extent.last).ends_with('ه');
        // «حراك تونس الإرادة»: a word set behind the land that the head is closed by.
        let is_of_land = self.extent.terms == 1
            && !self.is_definite
            && self.noun.strength == Strength::Name
            && place_at(terms, self.extent.last, true).is_some()
            && self.ends_at(index)
            && terms.noun(index).is_none()
            && !is_passing(terms, index)
            && !terms.has(index, Class::Title)
            && !terms.has(index, Class::End);
        if is_of_ruler || is_of_noun || is_of_land {
            return self.take(index, State::Whole);
        }
        let is_barred = terms.has(index, Class::Title)
            || is_passing(terms, index)
            || has_complement(terms, index)
            || self.is_called(index)
            || terms.folded(index).starts_with("الذ");
        let is_noun = terms
            .noun(index)
            .is_some_and(|(noun, _)| !matches!(noun.strength, Strength::Weak | Strength::Prefix))
            && !terms.has(index, Class::General);
        let is_proper = self.extent.quoted.is_some() || !self.follows_article();
        let is_last_of_land =
            place_at(terms, self.extent.last, true).is_some() && self.ends_at(index);
        let is_like = if is_proper && !is_last_of_land {
            let core = terms.core(index);
            let is_active = core.chars().nth(1) == Some('ا');
            is_relative(core)
                || terms.has(index, Class::General)
                || PLAIN.contains(&core)
                || is_active && self.noun.strength == Strength::Event
        } else {
            is_adjective_like(terms, index)
        };
        if is_barred || is_noun || !is_like || !self.agrees(index) {
            return None;
        }
        self.is_general &= terms.has(index, Class::General);
        self.take(index, State::Whole)
    }

    /// «عضو المجلس الهادي …»: behind a title and its body comes the name of the person.
    fn is_called(&self, index: usize) -> bool {
        let is_titled = (self.head.saturating_sub(2)..self.head)
            .any(|place| self.terms.has(place, Class::Title));
        let is_before_given = self.terms.are_together(index, index + 1)
            && is_person(self.terms, index + 1)
            && !self.terms.has(index + 1, Class::Title);
        let is_given = is_person(self.terms, index)
            && (is_before_given || !is_relative(self.terms.core(index)));
        is_titled && is_given
    }

    /// Whether the name ends with an adjective of its head behind a definite genitive.
    pub(super) fn follows_adjective(&self) -> bool {
        let core = self.terms.core(self.extent.last);
        self.follows_article()
            && is_adjective_like(self.terms, self.extent.last)
            && (core.ends_with('ه') || core == "عليا") == self.noun.is_feminine
    }

    /// Whether the name ends with a definite participle: «المقاطعة», «المناهضة».
    pub(super) fn ends_with_participle(&self) -> bool {
        let last = self.extent.last;
        let core = self.terms.core(last);
        self.follows_article()
            && last > self.head
            && core.starts_with('م')
            && !core.ends_with("ين")
            && self.terms.noun(last).is_none()
            && !self.terms.has(last, Class::General)
            && !is_relative(core)
    }

    /// Whether the last word of the name is a definite one, and not a proper noun.
    fn follows_article(&self) -> bool {
        self.terms.clitics(self.extent.last).0.has_article
    }

    /// Whether an adjective can belong to the head or to a noun behind it.
    fn agrees(&self, index: usize) -> bool {
        let is_feminine = |place: usize| {
            let core = self.terms.core(place);
            core.ends_with('ه') || core.ends_with("ات") || core == "عليا"
        };
        let core = self.terms.core(index);
        let is_plural = core.ends_with("ين") || core.ends_with("ون") || PLURAL.contains(&core);
        let mut nouns = self.head + 1..=self.extent.last;
        // Behind a land an adjective can only be the head's: «اتحاد كتاب تونس الحر».
        if place_at(self.terms, self.extent.last, true).is_some() {
            // «حزب مصر القوية»: right behind the head the land may have one too, and lands are feminine.
            let is_of_land = is_feminine(index) && self.extent.last == self.head + 1;
            return is_of_land || is_feminine(index) == self.noun.is_feminine;
        }
        if self.is_definite && !self.has_purpose && is_plural {
            return false;
        }
        if self.extent.terms == 0 {
            return is_feminine(index) == self.noun.is_feminine;
        }
        // «المجلس المركزي العادية»: behind nothing but adjectives of a masculine head none is feminine.
        let is_sorted = |place: usize| {
            self.terms.clitics(place).0.has_article && self.terms.core(place).ends_with('ي')
        };
        let is_alone = self.is_definite && nouns.clone().all(is_sorted);
        if is_alone && is_feminine(index) && !self.noun.is_feminine {
            return false;
        }
        is_feminine(index)
            || is_plural
            || !self.noun.is_feminine
            || nouns.any(|place| self.terms.is_word(place) && !is_feminine(place))
    }
}

/// A passing adjective, also in the plural of persons.
fn is_passing(terms: &Terms<'_>, index: usize) -> bool {
    let core = terms.core(index);
    let single = core.strip_suffix("ين").or_else(|| core.strip_suffix("ون"));
    terms.has(index, Class::Passing)
        || single.is_some_and(|single| find(single).is_some_and(|word| word.has(Class::Passing)))
}

/// «المنشقة عن …», «الموالي له»: a participle with its own complement tells of the body and is no part of its name.
pub(super) fn has_complement(terms: &Terms<'_>, index: usize) -> bool {
    let core = terms.core(index);
    let is_participle = core.starts_with('م')
        && terms.are_together(index, index + 1)
        && !core.ends_with("ين")
        && !terms.has(index, Class::General);
    if !is_participle {
        return false;
    }
    let next = terms.folded(index + 1);
    let is_bare = matches!(next, "عن" | "الي" | "تحت" | "من") && terms.folded(index + 2) != "اجل";
    let governs = match is_bare {
        true => !is_relative(core) && !terms.has(index, Class::Near),
        false => matches!(
            next,
            "له" | "لها"
                | "لهم"
                | "به"
                | "بها"
                | "عنه"
                | "عنها"
                | "منه"
                | "منها"
                | "اليه"
                | "اليها"
                | "عليه"
                | "عليها"
        ),
    };
    governs && !terms.is_nationality(index)
}

/// A folded word that is an adjective of relation, as far as its end tells.
pub fn is_relative(core: &str) -> bool {
    let is_ended = ["ي", "يه", "يين", "يون", "يات"]
        .iter()
        .any(|end| core.ends_with(end));
    is_ended && core.chars().count() >= 4
}

/// Whether a definite word can be an adjective: one of relation, a participle, or listed.
pub(super) fn is_adjective_like(terms: &Terms<'_>, index: usize) -> bool {
    let core = terms.core(index);
    let bare = core.strip_suffix('ه').unwrap_or(core);
    is_relative(core)
        || terms.has(index, Class::General)
        || core.starts_with('م')
        || core.chars().nth(1) == Some('ا')
        || PLAIN.contains(&bare)
        || PLURAL.contains(&core)
}

/// Broken plurals that follow persons, folded.
const PLURAL: [&str; 14] = [
    "كرد",
    "ترك",
    "تركمان",
    "سريان",
    "ارمن",
    "ناشطين",
    "احرار",
    "عرب",
    "افارقه",
    "اكراد",
    "امازيغ",
    "شباب",
    "شبان",
    "جدد",
];

/// Adjectives of no telling form, folded and masculine.
const PLAIN: [&str; 32] = [
    "حر",
    "خضراء",
    "حمراء",
    "بيضاء",
    "عليا",
    "اعلي",
    "حديث",
    "جديد",
    "قديم",
    "شامل",
    "سريع",
    "احمر",
    "اخضر",
    "ابيض",
    "اسود",
    "ازرق",
    "شريف",
    "نظيف",
    "قوي",
    "وسط",
    "كريم",
    "سعيد",
    "حكيم",
    "اكبر",
    "اول",
    "اوسط",
    "ادني",
    "وحيد",
    "بديل",
    "نزيه",
    "عزيز",
    "اصيل",
];

/// Whether a folded word is an adjective of no telling form.
pub fn is_plain(core: &str) -> bool {
    PLAIN.contains(&core.strip_suffix('ه').unwrap_or(core))
}

/// Whether an indefinite word is an adjective and so no genitive.
pub fn is_indefinite_adjective(terms: &Terms<'_>, index: usize) -> bool {
    if !terms.is_word(index) || terms.clitics(index).0.has_article {
        return false;
    }
    if terms.has(index, Class::Cause) {
        return false;
    }
    let core = terms.core(index);
    if BROKEN.contains(&core) {
        return false;
    }
    let bare = core.strip_suffix('ا').unwrap_or(core);
    let is_sort = |class| terms.has(index, class) || find(bare).is_some_and(|word| word.has(class));
    let is_relative =
        is_relative(bare) && !bare.ends_with("ين") && !bare.ends_with("ات") && has_masculine(bare);
    is_sort(Class::Passing)
        || is_sort(Class::General)
        || (is_relative
            && terms.is_noun_like(index)
            && terms.noun(index).is_none()
            && !is_construct(bare))
}

/// Whether a feminine of relation has its masculine, as «سياسية» has and «هدية» has not.
fn has_masculine(core: &str) -> bool {
    let Some(masculine) = core.strip_suffix('ه') else {
        return true;
    };
    let rarity = |word| crate::text::lexicon::rarity(word).unwrap_or(u16::MAX);
    rarity(masculine) <= rarity(core).saturating_add(80)
}

/// Broken plurals that look like adjectives of relation, folded.
const BROKEN: [&str; 14] = [
    "مصافي",
    "مباني",
    "اراضي",
    "اهالي",
    "ضواحي",
    "نواحي",
    "نوادي",
    "مواني",
    "مراسي",
    "مقاهي",
    "اغاني",
    "ليالي",
    "وادي",
    "نادي",
];

/// A plural that has lost its nun before a genitive, and looks like an adjective: «مهندسي», «خريجي».
fn is_construct(core: &str) -> bool {
    let rarity = |word: String| crate::text::lexicon::rarity(&word).unwrap_or(u16::MAX);
    let feminine = rarity(format!("{core}ه"));
    rarity(format!("ال{core}ن")).saturating_add(40) < feminine.min(rarity(format!("ال{core}")))
}
