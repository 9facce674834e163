//! Statements and calls that are told by their verb: «تدين المنظمات الموقعة», «دعت ثلاثون جمعية إلى». They count where
//! several bodies speak as one; what one man says to the press is no statement of bodies.

use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::text::number::parse_number_words;
use crate::text::token::TokenKind;

/// How far from the verb the bodies may stand.
const REACH: usize = 6;

/// Whether bodies in the plural, or a number of them, stand by the verb.
pub(super) fn is_joint(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let sentence = reading.sentence(word);
    let first = word.saturating_sub(REACH);
    (first..=word + REACH)
        .filter(|place| *place != word && reading.sentence(*place) == sentence)
        .any(|place| is_plural(reading, marks, place))
}

/// How far behind a call what it calls to may stand.
const CALLED_REACH: usize = 24;

/// «دعت حركة … إلى المشاركة في المسيرة»: a single body that calls people into the street.
pub(super) fn is_to_rally(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let sentence = reading.sentence(word);
    let is_together = |place: &usize| reading.sentence(*place) == sentence;
    let is_of_a_body = (word + 1..=word + 3)
        .filter(is_together)
        .any(|place| marks.at(place).has(Class::Body));
    is_of_a_body
        && (word + 2..=word + CALLED_REACH)
            .filter(is_together)
            .any(|place| marks.at(place).has(Class::Rally))
}

/// «أدان تحالف …»: a sentence that opens with what a coalition makes known.
pub(super) fn is_of_a_coalition(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let sentence = reading.sentence(word);
    let opens = word == 0
        || reading.sentence(word - 1) != sentence
        || matches!(reading.folded(word - 1), "-" | "–" | "—" | ":");
    let classes = marks.at(word);
    let is_told = classes.has_any(&[Class::Utter, Class::Announce])
        && !reading.letters(word).starts_with("ال");
    opens
        && is_told
        && reading.sentence(word + 1) == sentence
        && marks.at(word + 1).has(Class::Coalition)
}

fn is_plural(reading: &Reading<'_>, marks: &Marks, place: usize) -> bool {
    let folded = reading.letters(place);
    let is_body = marks.at(place).has(Class::Body);
    let is_plural_form = ["ات", "احزاب", "هيات", "نقابات", "جمعيات", "روابط", "مجالس"]
        .iter()
        .any(|ending| folded.ends_with(ending));
    let is_counted = || {
        place.checked_sub(1).is_some_and(|number| {
            reading.is(number, TokenKind::Number)
                || parse_number_words(&[reading.letters(number)]).is_some()
        })
    };
    is_body && (is_plural_form || is_counted())
}

/// «قوى نداء السودان», «حزب نداء تونس», «وثيقة نداء …»: the word is part of a name.
pub(super) fn is_name(reading: &Reading<'_>, word: usize) -> bool {
    let before = reading.before(word, 1);
    [
        "حزب",
        "حركه",
        "قوي",
        "وثيقه",
        "تحالف",
        "جبهه",
        "ايتلاف",
        "جريده",
        "صحيفه",
        "موقع",
        "كتله",
    ]
    .iter()
    .any(|head| before.ends_with(head))
}
