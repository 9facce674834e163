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
