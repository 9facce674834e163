//! The kind of event a document tells of: a founding, a meeting, a conference, a statement or a call. Every trigger word
//! is weighed by what stands near it and by its sentence, the first ones most, and the heaviest kind wins; a document
//! whose triggers are all light has no kind.

use std::sync::LazyLock;

use crate::analysis::Mention;
use crate::analysis::lexicon::body::Strength;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::lexicon::word_set::WordSet;
use crate::analysis::rank::Ranks;
use crate::analysis::reading::Reading;
use crate::analysis::title;
use crate::model::vocabulary::Kind;

mod deed;

mod founding;

mod utterance;

/// A kind and the word that tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The kind and its place.
    pub mention: Mention<Kind>,
    /// The index of the word that tells it.
    pub word: usize,
}

/// What a kind must weigh at least.
const THRESHOLD: f32 = 1.75;

/// How many words of some class are weighed; what comes later tells of other things.
const MOST_WORDS: usize = 2_000;

/// The kind of event a text tells of, if it tells of one.
#[must_use]
pub fn kind(text: &str) -> Option<Mention<Kind>> {
    let reading = Reading::of(text);
    find(&reading, &Marks::of(&reading)).map(|told| told.mention)
}

/// The kind of event a document tells of, if it tells of one.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks) -> Option<Told> {
    let ranks = reading.ranks();
    let lead = title::lead(reading);
    let told_words: Vec<usize> = (0..reading.words.len())
        .filter(|word| !marks.at(*word).is_empty())
        .take(MOST_WORDS)
        .collect();
    let mut best: Option<(f32, Told)> = None;
    for kind in Kind::ALL {
        let mut count = 0;
        let mut heaviest: Option<(f32, usize, usize)> = None;
        for &word in &told_words {
            let Some((strength, last)) = strength(reading, marks, *kind, word) else {
                continue;
            };
            let rank = ranks.at(reading, word);
            let is_head = || rank.is_none() && is_head(reading, marks, word, lead);
            let weight = if is_head() {
                strength * HEAD_WEIGHT
            } else {
                strength * sentence_weight(rank)
            };
            count += 1;
            if weight > heaviest.map_or(0.0, |(weight, ..)| weight) {
                heaviest = Some((weight, word, last));
            }
        }
        let Some((weight, word, last)) = heaviest else {
            continue;
        };
        let mut score = weight + 0.15 * count.min(4) as f32;
        if score >= THRESHOLD && !is_supported(reading, marks, ranks, *kind) {
            score *= UNTOLD;
        }
        if score >= THRESHOLD && best.as_ref().is_none_or(|(other, _)| score > *other) {
            let confidence = (score / 5.0).clamp(0.3, 0.95);
            let mention = Mention {
                value: *kind,
                span: reading.span(word, last),
                confidence,
            };
            best = Some((score, Told { mention, word }));
        }
    }
    best.map(|(_, told)| told)
}

/// Whether the front of the document has what its kind needs: a founding a word of news, a meeting those who met.
fn is_supported(reading: &Reading<'_>, marks: &Marks, ranks: &Ranks, kind: Kind) -> bool {
    match kind {
        Kind::Founding => is_news(reading, ranks),
        Kind::Meeting | Kind::Conference => has_bodies(reading, marks, ranks),
        Kind::Statement | Kind::Call => true,
    }
}

/// Whether the first sentences name a body or those who act for one.
fn has_bodies(reading: &Reading<'_>, marks: &Marks, ranks: &Ranks) -> bool {
    let is_front = |word: &usize| ranks.at(reading, *word).is_none_or(|rank| rank <= 2);
    (0..reading.words.len().min(FRONT))
        .filter(is_front)
        .any(|word| marks.at(word).has(Class::Body) || is_actor(reading, word))
}

/// Whether a word heads the name of a body that is no state's, or is said of those who act for one.
fn is_actor(reading: &Reading<'_>, word: usize) -> bool {
    heads_body(reading, word) || ACTORS.has(reading.letters(word))
}

/// Whether a word heads the name of a body that is no state's and no newspaper's.
fn heads_body(reading: &Reading<'_>, word: usize) -> bool {
    let head = reading.card(word).noun();
    head.is_some_and(|noun| !matches!(noun.strength, Strength::State | Strength::Media))
}

/// What a kind weighs that the front of the document does not support: a founding that is only described («… الذي يشكل
/// أعلى هيئة») or history, a meeting of nobody.
const UNTOLD: f32 = 0.3;

static NEWS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::of(include_str!("lexicon/genre.tsv"), "news"));

static ACTORS: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::of(include_str!("lexicon/genre.tsv"), "actors"));

/// How many words from the front are asked for a word of news.
const FRONT: usize = 220;

/// Whether the first sentences tell something that has just been or is to be.
fn is_news(reading: &Reading<'_>, ranks: &Ranks) -> bool {
    let is_front = |word: &usize| ranks.at(reading, *word).is_none_or(|rank| rank <= 1);
    (0..reading.words.len().min(FRONT))
        .filter(is_front)
        .any(|word| NEWS.has(reading.letters(word)))
}

/// What a short line above the lead weighs that says what the document is: «بيان تأسيسي».
const HEAD_WEIGHT: f32 = 2.5;

/// How many lines above the lead may say so.
const HEAD: usize = 3;

/// Whether the word stands in a line right above the lead that opens with «بيان», «نداء», «محضر اجتماع» or the like.
fn is_head(reading: &Reading<'_>, marks: &Marks, word: usize, lead: usize) -> bool {
    let sentence = reading.sentence(word);
    let start = reading.sentence_start(word);
    sentence.is_some_and(|sentence| sentence < lead && sentence + HEAD >= lead)
        && marks
            .at(start)
            .has_any(&[Class::Statement, Class::Call, Class::Meeting])
}

fn sentence_weight(rank: Option<usize>) -> f32 {
    match rank {
        None => 0.0,
        Some(0) => 3.0,
        Some(1) => 2.0,
        Some(2) => 1.5,
        Some(3..=5) => 0.8,
        Some(_) => 0.25,
    }
}

/// How strongly the word tells of the kind, and the last word of the passage that does.
fn strength(reading: &Reading<'_>, marks: &Marks, kind: Kind, word: usize) -> Option<(f32, usize)> {
    let held = |class| held_strength(reading, marks, class, word).map(|strength| (strength, word));
    let uttered =
        |class| uttered_strength(reading, marks, class, word).map(|strength| (strength, word));
    match kind {
        Kind::Founding => founding::strength(reading, marks, word),
        Kind::Meeting | Kind::Conference if deed::elects(reading, marks, word) == Some(kind) => {
            Some((0.65, word))
        }
        Kind::Meeting => held(Class::Meeting),
        Kind::Conference => held(Class::Conference),
        Kind::Statement if deed::signs(reading, marks, word) => Some((0.65, word)),
        Kind::Statement => uttered(Class::Statement),
        Kind::Call => uttered(Class::Call),
    }
}

/// A meeting or a conference: most where a verb of holding stands by it, less as a headline, least in passing.
fn held_strength(reading: &Reading<'_>, marks: &Marks, class: Class, word: usize) -> Option<f32> {
    const HELD: [Class; 4] = [Class::Hold, Class::Present, Class::Future, Class::Cancel];
    let is_other = || {
        is_for_the_press(reading, word)
            || is_refused(reading, word)
            || deed::is_possible(reading, marks, word)
            || deed::is_prepared(reading, word)
            || deed::is_voice(reading, marks, word)
            || deed::is_speaking(reading, marks, word)
            || deed::is_of_an_organ(reading, word)
            || deed::is_of_the_state(reading, marks, word)
    };
    if !marks.at(word).has(class) || is_other() {
        return None;
    }
    let opens = reading.opens_sentence(word);
    Some(
        if is_near(reading, marks, word, 10, 4, &HELD)
            || is_opened(reading, marks, word)
            || is_gathered(reading, marks, word)
        {
            0.8
        } else if opens {
            0.65
        } else {
            0.5
        },
    )
}

/// «المنظمات المجتمعة اليوم بمقر …»: those who have come together in a house.
fn is_gathered(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    reading.letters(word).starts_with("المجتمع")
        && is_near(reading, marks, word, 0, 8, &[Class::Site])
}

/// «اختتمت، مساء الأحد …، أعمال المؤتمر», «نظم ائتلاف …، مساء أمس بفندق …، ندوة»: the verb opens the sentence, and those
/// who meet, day and town stand between.
fn is_opened(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    const FARTHEST: usize = 26;
    let start = reading.sentence_start(word);
    word > start
        && word - start <= FARTHEST
        && marks.at(start).has_any(&[Class::Hold, Class::Present])
}

/// A statement or a call: most as the title of the document, then where several bodies speak, or where it is given
/// forth.
fn uttered_strength(
    reading: &Reading<'_>,
    marks: &Marks,
    class: Class,
    word: usize,
) -> Option<f32> {
    let classes = marks.at(word);
    if class == Class::Call && (!classes.has(class) || utterance::is_answered(reading, word)) {
        return None;
    }
    let is_told = classes.has(class) && !utterance::is_name(reading, word);
    let is_verb = match class {
        // «وتدعو»: the second verb of a statement makes no call of it.
        Class::Call => is_told && !reading.letters(word).starts_with('و'),
        _ => classes.has(Class::Utter) && !utterance::is_issue(reading, marks, word),
    };
    if is_told && !reading.letters(word).starts_with("ال") && is_headline(reading, word) {
        return Some(0.8);
    }
    if is_verb && utterance::is_joint(reading, marks, word) {
        return Some(if class == Class::Call { 0.65 } else { 0.55 });
    }
    if class == Class::Call && is_verb && utterance::is_to_rally(reading, marks, word) {
        return Some(0.65);
    }
    if class == Class::Statement && utterance::is_of_a_coalition(reading, marks, word) {
        return Some(0.55);
    }
    if is_verb && class == Class::Statement && utterance::is_paper_of_a_body(reading, marks, word) {
        return Some(0.85);
    }
    let is_announced = || {
        utterance::is_announced(reading, marks, word)
            || utterance::is_stance(reading, marks, word)
            || utterance::is_of_a_body(reading, marks, word)
    };
    let may_open = class == Class::Statement && utterance::opens_report(reading, word);
    if may_open && is_announced() {
        return Some(0.6);
    }
    // «تدين … وتدعو»: what a statement does besides.
    let is_second = class == Class::Call && reading.letters(word).starts_with('و');
    is_told.then(|| {
        if !is_second && is_near(reading, marks, word, 5, 2, &[Class::Utter]) {
            0.6
        } else {
            0.4
        }
    })
}

/// Whether the word opens a line so short that it is a headline: «نداء إلى …», «بيان مشترك».
fn is_headline(reading: &Reading<'_>, word: usize) -> bool {
    reading.opens_sentence(word) && reading.sentence(word + 14) != reading.sentence(word)
}

/// «ترفض لقاء …», «قاطعت المؤتمر»: a meeting that those told of did not come to.
fn is_refused(reading: &Reading<'_>, word: usize) -> bool {
    matches!(
        reading.before(word, 1),
        "ترفض"
            | "رفض"
            | "رفضت"
            | "يرفض"
            | "يرفضون"
            | "قاطع"
            | "قاطعت"
            | "مقاطعه"
            | "تقاطع"
            | "بمقاطعه"
    )
}

/// A press conference is how an event is told, not the event; «حزب المؤتمر» is a party.
fn is_for_the_press(reading: &Reading<'_>, word: usize) -> bool {
    let next = reading.letters(word + 1);
    let bare = next.strip_prefix("ال").unwrap_or(next);
    let is_press = ["صحفي", "صحافي", "اعلامي"]
        .iter()
        .any(|press| bare.starts_with(press));
    let before = reading.before(word, 1);
    is_press || (before.ends_with("حزب") && !before.ends_with("الحزب"))
}

/// Whether a word of one of the classes stands in the same sentence, at most so many words before or after.
#[must_use]
pub fn is_near(
    reading: &Reading<'_>,
    marks: &Marks,
    word: usize,
    before: usize,
    after: usize,
    classes: &[Class],
) -> bool {
    let places = word.saturating_sub(before)..=word.saturating_add(after);
    let is_same =
        |place: &usize| *place != word && reading.sentence(*place) == reading.sentence(word);
    places
        .filter(is_same)
        .any(|place| marks.at(place).has_any(classes))
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn kinds() {
        let table = [
            (
                "أعلنت عشر جمعيات عن تأسيس ائتلاف جديد يدافع عن الماء.",
                "founding[تأسيس ائتلاف]",
            ),
            (
                "تم أمس الإعلان عن تحالف مدني بين النقابات.",
                "founding[الإعلان عن تحالف]",
            ),
            ("عقدت القوى الوطنية اجتماعا لبحث الوضع.", "meeting[اجتماعا]"),
            (
                "اختتم الملتقى الثالث أشغاله مساء أمس.",
                "conference[الملتقى]",
            ),
            ("أصدرت الهيئات بيانا نددت فيه بالقرار.", "statement[بيانا]"),
            ("وجهت النقابات نداء للعمال.", "call[نداء]"),
            ("أطلقت الشرطة سراح أعضاء الحركة.", "none"),
            ("يحتفل الحزب اليوم بذكرى تأسيس الجبهة.", "none"),
            ("ارتفعت أسعار القمح في السوق.", "none"),
            (
                "الجبهة تنظيم سياسي، تأسست الجبهة في القاهرة عام 1967 وأعلنت برنامجها.",
                "none",
            ),
            (
                "تدين المنظمات الموقعة أدناه هذا القرار وتدعو إلى سحبه.",
                "statement[تدين]",
            ),
            (
                "دشن عشرات المعلمين، مساء أمس، «جبهة المدرسة العمومية».",
                "founding[دشن عشرات المعلمين، مساء أمس، «جبهة]",
            ),
            ("قال الوزير في مؤتمر صحفي إن الأسعار مستقرة.", "none"),
            ("", "none"),
        ];
        for (text, expected) in table {
            let shown = kind(text).map_or("none".to_owned(), |mention| {
                format!("{}[{}]", mention.value, mention.span.slice(text))
            });
            assert_eq!(shown, expected, "{text}");
        }
    }
}
