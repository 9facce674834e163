//! Bodies that are founded without a name yet: «تأسيس مجلس أعلى لقبائل الساحل». Invariant: the word of founding stands right
//! before the head, and what tells the body from others is the land of those whom it is for, not what it
//! is to do.

use super::{Naming, plain};
use crate::analysis::lexicon::body::{Class, Noun, Number, Strength};
use crate::analysis::organization::extent::adjective::{is_indefinite_adjective, is_plain};
use crate::analysis::organization::extent::closing;
use crate::analysis::organization::term::Terms;

/// The most adjectives between the head and its owners.
const ADJECTIVES: usize = 3;

/// The body that a word of founding stands before and that is told by those whom it is for.
pub(super) fn founded(terms: &Terms<'_>, head: usize, noun: &'static Noun) -> Option<Naming> {
    let is_sure = matches!(noun.strength, Strength::Name | Strength::Organ)
        && !matches!(noun.lemma, "لجنة" | "مكتب" | "أمانة" | "مؤسسة");
    if !is_sure || terms.clitics(head).0.has_article || !is_founded(terms, head) {
        return None;
    }
    let is_adjective =
        |place: &usize| is_indefinite_adjective(terms, *place) || is_plain(terms.core(*place));
    let adjectives = (head + 1..=head + ADJECTIVES)
        .take_while(is_adjective)
        .count();
    let owner = head + 1 + adjectives;
    let last = owners(terms, owner).filter(|_| terms.are_together(head, owner))?;
    Some(Naming {
        confidence: 0.5,
        ..plain(terms, head, last, Some(noun))
    })
}

/// «تشكيل «ديوان العشائر»»: the name in quotation marks right behind a founding, whatever its head; `open` opens them.
pub(super) fn marked(terms: &Terms<'_>, open: usize) -> Option<Naming> {
    let last = closing(terms, open).filter(|last| (open + 2..=open + 6).contains(last))?;
    let is_plain = |place: usize| {
        let is_bare = !terms.clitics(place).0.has_article;
        terms.is_word(place)
            && !(is_bare && (terms.has(place, Class::Verb) || terms.has(place, Class::End)))
    };
    let is_name = is_founded(terms, open)
        && (open + 1..=last).all(is_plain)
        && terms.noun(open + 1).is_none()
        && terms.clitics(open + 1).0.preposition.is_none();
    is_name.then(|| Naming {
        is_given: true,
        confidence: 0.6,
        ..plain(terms, open + 1, last, None)
    })
}

/// Whether the head is the object of a founding, an ordinal aside: «تدشين أول مجلس».
fn is_founded(terms: &Terms<'_>, head: usize) -> bool {
    const WORDS: [&str; 9] = [
        "تاسيس",
        "انشاء",
        "تشكيل",
        "تكوين",
        "تدشين",
        "ميلاد",
        "احداث",
        "استحداث",
        "اشهار",
    ];
    let is_first = head > 0 && matches!(terms.folded(head - 1), "اول" | "ثاني" | "ثالث");
    let word = head.checked_sub(1 + usize::from(is_first));
    word.is_some_and(|word| {
        terms.are_together(word, head)
            && !terms.clitics(word).0.has_article
            && WORDS.contains(&terms.core(word))
    })
}

/// The last term of «للقبائل الليبية», «لقبائل ليبيا»: people or bodies in the plural, with the land they are of.
fn owners(terms: &Terms<'_>, index: usize) -> Option<usize> {
    let (_, core) = terms.governed(index).filter(|(letter, _)| *letter == 'ل')?;
    let are_bodies = terms
        .noun(index)
        .is_some_and(|(_, number)| number == Number::Plural);
    let are_people = PEOPLE.contains(&core) || core.chars().count() > 4 && (core.ends_with("ين"));
    if !are_bodies && !are_people {
        return None;
    }
    let next = index + 1;
    let is_next = terms.are_together(index, next)
        && terms.clitics(next).0.preposition.is_none()
        && !terms.clitics(next).0.has_conjunction;
    // «للأحزاب» alone are any.
    if terms.clitics(index).0.has_article {
        return (is_next && terms.is_nationality(next)).then_some(next);
    }
    terms
        .place(next)
        .map(|place| place.last)
        .filter(|_| is_next)
}

/// People in the plural that no ending tells, folded.
const PEOPLE: [&str; 14] = [
    "قبايل",
    "قباييل",
    "عشاير",
    "شباب",
    "نساء",
    "عمال",
    "طلبه",
    "طلاب",
    "علماء",
    "كتاب",
    "تجار",
    "صيادي",
    "اهالي",
    "ابناء",
];
