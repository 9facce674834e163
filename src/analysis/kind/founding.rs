//! Foundings: the word of founding and the body that is founded behind it («تأسيس شبكة», «دشن عشرات … «جبهة …»»), a
//! coalition that is announced, and meetings or statements that are called founding ones. A founding that is
//! remembered, thought of or only a point in time is none.

use crate::analysis::lexicon::body::Number;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::text::token::TokenKind;

use recalled::{is_aim, is_chronicle, is_of_many, is_recalled};

mod recalled;

/// How many words may stand between the word of founding and the body.
const REACH: usize = 5;

/// What an aim weighs of the thing itself.
const AIM: f32 = 0.55;

/// How far behind the word a body in quotation marks may open.
const QUOTED_REACH: usize = 24;

/// How far behind «اندماج» it may be told what comes of it.
const MERGER_REACH: usize = 12;

/// How strongly the word tells of a founding, and the last word of the passage that does. It weighs enough to outweigh,
/// a sentence later, the meeting at which it was done.
pub(super) fn strength(reading: &Reading<'_>, marks: &Marks, word: usize) -> Option<(f32, usize)> {
    let is_founding = marks.at(word).has(Class::Found)
        && !is_idiom(reading, marks, word)
        && !is_recalled(reading, marks, word)
        && !is_chronicle(reading, word)
        && !is_of_many(reading, word)
        && !is_joining(reading, marks, word);
    let about = announced(reading, marks, word);
    if is_founding || about.is_some() {
        // «أعلن تكتل … عن قراره»: who announces is not what is announced.
        let is_behind = |body: usize| is_founding || about.is_some_and(|about| body > about);
        let is_barrier = |place: usize| matches!(reading.folded(place), "مع" | "ضد" | "حول");
        let near = following(reading, word, REACH)
            .find(|place| {
                let is_body = marks.at(*place).has(Class::Body) && !is_attribute(reading, *place);
                is_body
                    && is_behind(*place)
                    && !is_joined(reading, *place)
                    && !is_founder(reading, word, *place)
            })
            .filter(|body| !(word + 1..*body).any(is_barrier));
        let far =
            || quoted_body(reading, marks, word).or_else(|| object_body(reading, marks, word));
        // What «has been founded» stands by its verb.
        let may_be_far = is_founding && !reading.letters(word).contains("تاسس");
        let body = near.or_else(|| if may_be_far { far() } else { None });
        let is_coalition = body.is_some_and(|body| marks.at(body).has(Class::Coalition));
        let strength = match (is_founding, is_coalition) {
            (true, true) => Some(1.8),
            (true, false) => Some(1.5),
            (false, true) => Some(1.4),
            (false, false) => None,
        };
        if let (Some(body), Some(strength)) = (body, strength) {
            let share = if is_aim(reading, word) { AIM } else { 1.0 };
            return Some((strength * share, body));
        }
    }
    if is_founding && let Some(body) = marked_name(reading, word) {
        return Some((1.5, body));
    }
    if let Some(body) = told_far(reading, marks, word) {
        return Some((1.4, body));
    }
    is_constituent(reading, marks, word).then_some((1.5, word))
}

/// «تشكيل «ديوان العشائر»»: what stands in quotation marks right behind the founding is called so, whatever its head.
fn marked_name(reading: &Reading<'_>, word: usize) -> Option<usize> {
    const WORDS: [&str; 6] = ["تاسيس", "تشكيل", "تكوين", "انشاء", "اشهار", "ميلاد"];
    let is_sign = |place: usize| matches!(reading.folded(place), "«" | "\"" | "“" | "”" | "»");
    let is_sure = WORDS
        .iter()
        .any(|sure| reading.letters(word).ends_with(sure))
        && !reading.letters(word).starts_with("ال");
    let close = (word + 4..=word + 8).find(|place| is_sign(*place))?;
    let is_named = is_sure
        && is_sign(word + 1)
        && reading.sentence(close) == reading.sentence(word)
        && (word + 2..close).all(|place| reading.is(place, TokenKind::Word));
    is_named.then_some(close - 1)
}

/// «أطلقت منظمات أهلية نداء»: several bodies right behind a verb of founding are those who do it.
fn is_founder(reading: &Reading<'_>, word: usize, place: usize) -> bool {
    place == word + 1
        && is_active(reading, word)
        && reading.card(place).number() == Some(Number::Plural)
}

/// «تأسست …، وأحزاب …»: what «و» joins behind a comma is no object of the verb.
fn is_joined(reading: &Reading<'_>, place: usize) -> bool {
    let is_comma = |before: usize| matches!(reading.folded(before), "،" | ",");
    place.checked_sub(1).is_some_and(is_comma)
        && reading.letters(place).starts_with('و')
        && reading
            .card(place)
            .body
            .is_none_or(|word| word.clitics.has_conjunction)
}

/// «اللجنة التنسيقية», «أعلى هيئة»: the head of a body's name that is only an attribute, or only described.
fn is_attribute(reading: &Reading<'_>, place: usize) -> bool {
    let before = reading.before(place, 1);
    // «مجلس إدارة», «مجلس الوزراء»: a board and an organ of the state.
    let is_board = matches!(
        reading.letters(place + 1),
        "اداره" | "اداري" | "ادارتها" | "ادارته" | "الوزراء" | "وزراء"
    );
    is_board
        || (reading.letters(place) == "التنسيقيه" && before.starts_with("ال"))
        || matches!(
            before,
            "اعلي" | "اهم" | "ابرز" | "رييس" | "رييسه" | "عضو" | "مقر" | "باسم" | "داخل"
        )
}

/// «الجمع العام التأسيسي», «بيان تأسيسي», «بيان التأسيس», but no «المجلس التأسيسي».
fn is_constituent(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    const EVENTS: [Class; 3] = [Class::Meeting, Class::Conference, Class::Statement];
    let is_event = |steps: usize| {
        let place = word.checked_sub(steps);
        place.is_some_and(|place| {
            !reading.before(word, steps).is_empty()
                && (marks.at(place).has_any(&EVENTS) || is_assembly(reading.before(word, steps)))
        })
    };
    let reach = if reading.letters(word).ends_with("تاسيس") {
        1
    } else {
        3
    };
    marks.at(word).has(Class::Constituent)
        && (1..=reach).any(is_event)
        && !matches!(
            reading.letters(word + 1),
            "السابق" | "السابقه" | "الماضي" | "الماضيه"
        )
        && !is_recalled(reading, marks, word)
}

/// «الجمع العام», «جمعه العام».
fn is_assembly(folded: &str) -> bool {
    let own = ["ه", "ها", "هم"]
        .iter()
        .find_map(|owner| folded.strip_suffix(owner));
    own.unwrap_or(folded).ends_with("جمع")
}

/// A body that opens a quotation further on in the sentence.
fn quoted_body(reading: &Reading<'_>, marks: &Marks, word: usize) -> Option<usize> {
    let sentence = reading.sentence(word);
    // A conference is opened, but only a body is given a name of its own: «إشهار «اللقاء اليمني»».
    let is_naming = ["اشهار", "اشهر", "اشهرت", "تاسيس", "اسست", "ميلاد"]
        .iter()
        .any(|naming| reading.letters(word).ends_with(naming));
    let places = word + 1..reading.words.len();
    let mut places = places
        .take(QUOTED_REACH)
        .take_while(|place| reading.sentence(*place) == sentence);
    places.find(|place| {
        let classes = marks.at(*place);
        let is_body = classes.has(Class::Body)
            || (is_naming && classes.has_any(&[Class::Meeting, Class::Conference]));
        is_body
            && matches!(
                reading.folded(place - 1),
                "«" | "\"" | "“" | "”" | "''" | "(" | "„"
            )
    })
}

/// «أطلقت مجموعة من الأحزاب، يوم الأربعاء، تكتلا جديدا»: the object of a verb, far behind those who found it.
fn object_body(reading: &Reading<'_>, marks: &Marks, word: usize) -> Option<usize> {
    let is_object = |place: &usize| {
        let letters = reading.letters(*place);
        // «… مبادرة «جسر»».
        let is_named = matches!(reading.folded(*place + 1), "«" | "\"" | "“" | "”")
            && !letters.starts_with("ال");
        (letters.ends_with('ا') || is_named) && marks.at(*place).has(Class::Body)
    };
    let mut places = following(reading, word, QUOTED_REACH);
    if is_active(reading, word) {
        places.find(is_object)
    } else {
        None
    }
}

/// Whether the word is a verb of founding whose subject founds.
fn is_active(reading: &Reading<'_>, word: usize) -> bool {
    const VERBS: [&str; 6] = ["دشن", "اطلق", "اسس", "شكل", "انشا", "اشهر"];
    let verb = reading.letters(word).trim_start_matches(['و', 'ي', 'ت']);
    VERBS.iter().any(|stem| {
        verb.strip_prefix(stem)
            .or_else(|| verb.strip_prefix(stem.trim_start_matches('ا')))
            .is_some_and(|end| matches!(end, "" | "ت" | "وا" | "ن" | "ون"))
    })
}

/// The next words of letters in the sentence of `word`.
fn following<'a>(
    reading: &'a Reading<'_>,
    word: usize,
    count: usize,
) -> impl Iterator<Item = usize> + 'a {
    (word + 1..reading.words.len())
        .take_while(move |place| reading.sentence(*place) == reading.sentence(word))
        .filter(|place| reading.is(*place, TokenKind::Word))
        .take(count)
}

/// «أعلنت … عن تحالف», «الإعلان عن تكتل»: the word behind which what is announced stands.
fn announced(reading: &Reading<'_>, marks: &Marks, word: usize) -> Option<usize> {
    if !marks.at(word).has(Class::Announce) {
        return None;
    }
    following(reading, word, 4).find(|place| reading.folded(*place) == "عن")
}

/// «كشفت مجموعة من الأحزاب، مساء أمس، في العاصمة، عن ائتلاف جديد»: a sentence that opens with what several make known of a
/// coalition that is new.
fn told_far(reading: &Reading<'_>, marks: &Marks, word: usize) -> Option<usize> {
    if !marks.at(word).has(Class::Announce) || !reading.opens_sentence(word) {
        return None;
    }
    let about =
        following(reading, word, QUOTED_REACH).find(|place| reading.letters(*place) == "عن")?;
    let is_new = |body: usize| {
        following(reading, body, 3).any(|place| reading.letters(place).starts_with("جديد"))
    };
    let mut bodies = following(reading, about, 2);
    bodies.find(|place| {
        marks.at(*place).has(Class::Coalition)
            && !reading.letters(*place).starts_with("ال")
            && is_new(*place)
    })
}

/// «إطلاق سراح», «إطلاق النار», «شكل من أشكال», «محمد ولد سيدي»: words of founding in another sense.
fn is_idiom(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    const OBJECTS: [&str; 11] = [
        "وفد",
        "الوزراء",
        "سراح",
        "نار",
        "النار",
        "الرصاص",
        "صواريخ",
        "صاروخ",
        "العنان",
        "حمله",
        "اشكال",
    ];
    let is_body = |place: usize| marks.at(place).has(Class::Body);
    match reading.letters(word) {
        "بشكل" => true,
        // «على أن يشكل مجلس الهيئة من …»: a rule, and no deed.
        "يشكل" | "تشكل" if reading.before(word, 1) == "ان" => true,
        // «حركة التوحيد والإصلاح»: part of a name.
        letters if letters.starts_with("ال") && is_in_name(reading, marks, word) => true,
        // «التربية والتكوين»: training; «توحيد الجبهة الداخلية»: what is there already is closed up.
        letters if letters.ends_with("التكوين") || letters == "للتكوين" => true,
        letters if letters.ends_with("توحيد") => reading.letters(word + 1).starts_with("ال"),
        // «الأحداث الأخيرة»: what has happened, and no setting up.
        letters if letters.ends_with("احداث") => {
            letters.starts_with("ال") || is_with_hamza(reading, word)
        }
        // «محمد ولد مولد»: names of persons.
        "مولد" if matches!(reading.before(word, 1), "ولد" | "بن" | "بنت") => true,
        // People are born, and in Mauritania are called so; a body that is stands right behind.
        "ولد" | "ولدت" | "وولد" | "وولدت" => {
            !following(reading, word, 2).any(is_body)
        }
        // Anything may stand up; that a body does is announced.
        "قيام" | "بقيام" | "لقيام" => !(1..=6)
            .filter_map(|steps| word.checked_sub(steps))
            .filter(|place| reading.sentence(*place) == reading.sentence(word))
            .any(|place| marks.at(place).has(Class::Announce)),
        _ => following(reading, word, 3).any(|place| OBJECTS.contains(&reading.folded(place))),
    }
}

/// «الاندماج في الحزب …»: who joins a body that is there founds none; those who merge «في حزب واحد» do.
fn is_joining(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let letters = reading.letters(word);
    if !["ندماج", "ندمج", "نصهار"]
        .iter()
        .any(|stem| letters.contains(stem))
    {
        return false;
    }
    let is_together = |place: &usize| reading.sentence(*place) == reading.sentence(word);
    let into = (word + 1..=word + MERGER_REACH)
        .take_while(is_together)
        .find(|place| reading.folded(*place) == "في");
    let is_new = into.is_some_and(|into| {
        marks.at(into + 1).has(Class::Body) && !reading.letters(into + 1).starts_with("ال")
    });
    let are_two = following(reading, word, 3).any(|place| {
        let number = reading.card(place).number();
        number.is_some_and(|number| number != Number::Singular)
    });
    !is_new && !are_two
}

/// Whether a head of bodies without an article stands right before the word.
fn is_in_name(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    word.checked_sub(1).is_some_and(|head| {
        let before = reading.before(word, 1);
        marks.at(head).has(Class::Body) && !before.is_empty() && !before.starts_with("ال")
    })
}

/// «أحداث», which folding makes one with «إحداث».
fn is_with_hamza(reading: &Reading<'_>, word: usize) -> bool {
    let word = reading.words.get(word);
    word.is_some_and(|word| word.span.slice(reading.text).contains('أ'))
}

#[cfg(test)]
mod tests {
    use crate::analysis::kind::kind;

    #[test]
    fn what_is_founded_and_what_is_joined() {
        let table = [
            (
                "أعلن شيوخ السهل، أمس، تشكيل «ديوان القرى السبع» للدفاع عن الماء.",
                "founding",
            ),
            (
                "أعلن حزبا السهل والجبل، أمس، اندماجهما في حزب واحد.",
                "founding",
            ),
            (
                "صادق المجلس الوطني لحزب السهل، في دورة استثنائية انعقدت أمس، على الاندماج في الحزب الحر.",
                "meeting",
            ),
            (
                "وقعت خمسة أحزاب، أمس، وثيقة اتفاق حول إنشاء جبهة مشتركة.",
                "founding",
            ),
            (
                "كشفت مجموعة من الأحزاب، مساء أمس، في العاصمة نواكشوط، عن ائتلاف سياسي جديد.",
                "founding",
            ),
            (
                "كشف الوزير أمس في حديث طويل عن تحالف بين حزبين في الخفاء.",
                "none",
            ),
            ("حضرت حركة التوحيد والإصلاح وحركة النهوض أمس.", "none"),
            (
                "أعلن تكتل نقابات السهل عن قراره الدخول في إضراب غدا.",
                "statement",
            ),
            (
                "يعقد مركز السهل لحقوق الإنسان جمعه العام التأسيسي غدا الأحد.",
                "founding",
            ),
            (
                "نص القرار أمس على أن يشكل مجلس إدارة الهيئة العامة من ستة أعضاء.",
                "none",
            ),
            ("أسفرت الأحداث الأخيرة في جبهة الجنوب عن خسائر أمس.", "none"),
        ];
        for (text, expected) in table {
            let shown = kind(text).map_or("none".to_owned(), |mention| mention.value.to_string());
            assert_eq!(shown, expected, "{text}");
        }
    }
}
