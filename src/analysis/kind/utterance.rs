//! Statements and calls that are told by their verb: «تدين المنظمات الموقعة», «دعت ثلاثون جمعية إلى». They count where
//! several bodies speak as one; what one man says to the press is no statement of bodies.

use super::deed::is_of_people;
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
        || is_of_forces(reading, word + 1)
}

/// «أصدرت اللجنة التنسيقية … بيانا مشتركا»: a sentence that opens with the paper that one body gives out.
pub(super) fn is_paper_of_a_body(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let is_together = |place: &usize| reading.sentence(*place) == reading.sentence(word);
    matches!(reading.letters(word), "اصدر" | "اصدرت")
        && opens_report(reading, word)
        && super::heads_body(reading, word + 1)
        && (word + 2..=word + ISSUE_REACH)
            .take_while(is_together)
            .any(|place| marks.at(place).has(Class::Statement))
}

/// «القوى الوطنية», «الفصائل المسلحة»: forces that have a common name are several bodies.
fn is_of_forces(reading: &Reading<'_>, place: usize) -> bool {
    let next = reading.letters(place + 1);
    matches!(
        reading.letters(place),
        "القوي" | "الفصايل" | "والقوي" | "والفصايل"
    ) && next.starts_with("ال")
        && next.ends_with("يه")
}

/// «استجابة لنداء …», «الإضراب الذي دعت إليه …»: a call that is answered or told of by the way.
pub(super) fn is_answered(reading: &Reading<'_>, word: usize) -> bool {
    matches!(
        reading.before(word, 1),
        "استجابه" | "تلبيه" | "الذي" | "التي" | "والتي" | "والذي"
    )
}

/// How far behind a call what it calls to may stand.
const CALLED_REACH: usize = 24;

/// «دعت حركة … إلى المشاركة في المسيرة»: a single body that calls people into the street.
pub(super) fn is_to_rally(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let sentence = reading.sentence(word);
    let is_together = |place: &usize| reading.sentence(*place) == sentence;
    // «اتحاد المعلمين يدعو إلى إضراب»: in a headline the body opens the line.
    let start = (word.saturating_sub(5)..word).find(is_together);
    let leads = start
        .is_some_and(|start| marks.at(start).has(Class::Body) && reading.opens_sentence(start));
    let is_of_a_body = leads
        || (word + 1..=word + 3)
            .filter(is_together)
            .any(|place| marks.at(place).has(Class::Body));
    is_of_a_body
        && (word + 2..=word + CALLED_REACH)
            .filter(is_together)
            .any(|place| marks.at(place).has(Class::Rally))
}

/// Whether a word opens its sentence, a dateline aside.
pub(super) fn opens_report(reading: &Reading<'_>, word: usize) -> bool {
    reading.opens_sentence(word) || matches!(reading.folded(word - 1), "-" | "–" | "—" | ":")
}

/// «أدان تحالف …»: a sentence that opens with what a coalition makes known.
pub(super) fn is_of_a_coalition(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let classes = marks.at(word);
    let is_told = classes.has_any(&[Class::Utter, Class::Announce])
        && !reading.letters(word).starts_with("ال");
    opens_report(reading, word)
        && is_told
        && reading.sentence(word + 1) == reading.sentence(word)
        && marks.at(word + 1).has(Class::Coalition)
}

/// How far behind its verb a body may tell what it will do, or that it says so in writing.
const DEED_REACH: usize = 14;

/// How far the word «بيان» may be.
const PAPER_REACH: usize = 60;

/// «أعلنت حركة … إضرابا», «أكد اتحاد … في بيان»: what one body makes known, to do in the street or in writing.
pub(super) fn is_of_a_body(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let sentence = reading.sentence(word);
    let classes = marks.at(word);
    let is_said = matches!(
        reading.letters(word),
        "اكد" | "شدد" | "اعرب" | "عبر" | "اعتبر"
    );
    let is_verb = (is_said || classes.has_any(&[Class::Utter, Class::Announce]))
        && !reading.letters(word).starts_with("ال");
    if !is_verb || !opens_report(reading, word) {
        return false;
    }
    let is_body = marks.at(word + 1).has(Class::Body) || is_of_people(reading, word + 1);
    if !is_body {
        return false;
    }
    let is_deed =
        |place: usize| reading.sentence(place) == sentence && marks.at(place).has(Class::Rally);
    let is_paper =
        |place: usize| reading.letters(place) == "بيان" && reading.before(place, 1) == "في";
    classes.has(Class::Announce) && (word + 2..=word + DEED_REACH).any(is_deed)
        || (word + 2..=word + PAPER_REACH).any(is_paper)
}

/// How many words behind its verb those who announce stand.
const SUBJECT_REACH: usize = 3;

/// «أعلنت أربع نقابات، أمس، عن خوض إضراب»: a sentence that opens with what several bodies make known together.
pub(super) fn is_announced(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let sentence = reading.sentence(word);
    let opens = reading.opens_sentence(word);
    let are_several = |place: usize| {
        is_plural(reading, marks, place)
            || matches!(
                reading.letters(place).trim_start_matches("ال"),
                "فصايل" | "قوي"
            )
    };
    let is_verb = matches!(reading.letters(word), "اعلن" | "اعلنت" | "تعلن" | "يعلن");
    opens
        && is_verb
        && (word + 1..=word + SUBJECT_REACH)
            .take_while(|place| {
                reading.is(*place, TokenKind::Word) || reading.is(*place, TokenKind::Number)
            })
            .filter(|place| reading.sentence(*place) == sentence)
            .any(are_several)
}

/// How many words behind its verb a body tells where it stands.
const STANCE_REACH: usize = 14;

/// «تعلن الهيئة … تأييدها الكامل»: a body makes known where it stands.
pub(super) fn is_stance(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    const STANCES: [&str; 15] = [
        "انسحاب",
        "انضمام",
        "التحاق",
        "مقاطعت",
        "مشاركت",
        "رفض",
        "تاييد",
        "تضامن",
        "ادانت",
        "دعم",
        "استنكار",
        "تنديد",
        "ترحيب",
        "مساندت",
        "شجب",
    ];
    let sentence = reading.sentence(word);
    let is_together = |place: &usize| reading.sentence(*place) == sentence;
    let is_own = |place: usize| {
        let letters = reading.letters(place);
        STANCES.iter().any(|stance| {
            let rest = letters.strip_prefix(stance);
            rest.is_some_and(|owner| matches!(owner, "ه" | "ها" | "هم" | "نا"))
        })
    };
    let opens = reading.opens_sentence(word);
    let is_told = marks.at(word).has(Class::Announce)
        || matches!(reading.letters(word), "قرر" | "قررت" | "تقرر" | "يقرر");
    opens
        && is_told
        && marks.at(word + 1).has(Class::Body)
        && (word + 2..=word + STANCE_REACH)
            .filter(is_together)
            .any(is_own)
}

/// How many words behind «أصدرت» what is given out may stand.
const ISSUE_REACH: usize = 14;

/// «أصدرت الشبكة العدد العاشر من نشرتها»: what is given out is no statement unless it is called one.
pub(super) fn is_issue(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let letters = reading.letters(word);
    let verb = letters.strip_prefix('و').unwrap_or(letters);
    let is_together = |place: &usize| reading.sentence(*place) == reading.sentence(word);
    matches!(verb, "اصدر" | "اصدرت" | "اصدروا" | "تصدر" | "يصدر")
        && !(word + 1..=word + ISSUE_REACH)
            .take_while(is_together)
            .any(|place| {
                marks
                    .at(place)
                    .has_any(&[Class::Statement, Class::Call, Class::Charter])
            })
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

#[cfg(test)]
mod tests {
    use crate::analysis::kind::kind;

    #[test]
    fn what_several_bodies_make_known_together() {
        let table = [
            (
                "أعلنت أربع نقابات للصحة، مساء أمس، عن خوض إضراب يومين.",
                "statement",
            ),
            (
                "أعلنت الفصائل المشاركة، أمس، أنها لن تقبل بالتعديل.",
                "statement",
            ),
            ("أعلنت خمس جمعيات، أمس، عن ميلاد شبكة للماء.", "founding"),
            ("أطلقت نقابات السهل، أمس، حملة لجمع التبرعات.", "statement"),
            ("أطلقت جمعيات السهل، أمس، شبكة لحماية الآبار.", "founding"),
            ("أعلنت الوزارة، أمس، عن فتح باب التسجيل.", "none"),
            (
                "تعلن الهيئة التنفيذية لحلف السهل، في ضوء الأحداث، تأييدها الكامل للمزارعين.",
                "statement",
            ),
            ("تعلن الهيئة التنفيذية لحلف السهل عن وظائف شاغرة.", "none"),
            ("اتحاد معلمي السهل يدعو إلى إضراب عام غدا الأربعاء", "call"),
            (
                "أعلنت حركة السهل يوم غد الأحد إضرابا شاملا في المدارس.",
                "statement",
            ),
            (
                "أكد حراك المعلمين، صباح اليوم، في بيان صحفي، استمرار الاحتجاج.",
                "statement",
            ),
            (
                "دعت القوى الوطنية في محافظة السهل إلى المشاركة في يوم الغضب غدا.",
                "call",
            ),
            (
                "توقف العمل أمس في المدارس استجابة لنداء الإضراب الذي دعت إليه نقابة السهل.",
                "none",
            ),
            ("أكد حزب السهل أمس سلامة أمينه العام.", "none"),
            (
                "أصدرت شبكة منظمات السهل، أمس، العدد العاشر من نشرة الماء.",
                "none",
            ),
            ("أصدرت منظمات السهل، أمس، بيانا عن الماء.", "statement"),
            (
                "رحب مركز السهل للدراسات، في بيان أمس، بالمسودة.",
                "statement",
            ),
            (
                "أكدت لجنة السهل أن القانون ناقص.\nأصدرت اللجنة التنسيقية لجمعيات السهل بيانا رفضت فيه القانون.",
                "statement",
            ),
        ];
        for (text, expected) in table {
            let shown = kind(text).map_or("none".to_owned(), |mention| mention.value.to_string());
            assert_eq!(shown, expected, "{text}");
        }
    }
}
