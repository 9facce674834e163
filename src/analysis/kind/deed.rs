//! Deeds that tell a kind by themselves: bodies that sign a paper state what it says, a body that chooses its leaders
//! meets. Invariant: it is bodies that do so; a state's papers and a people's elections are none.

use crate::analysis::lexicon::body::Strength;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::reading::Reading;
use crate::model::vocabulary::{Kind, OrganizationKind};
use crate::text::token::TokenKind;

/// How far behind the verb the paper may stand: those who sign, day and town come between.
const PAPER_REACH: usize = 26;

/// How far from the verb those who sign may stand.
const SIGNER_REACH: usize = 8;

/// How many words of a headline may stand before its verb.
const HEADLINE_REACH: usize = 5;

/// «وقعت قوى سياسية، في القاهرة، على ميثاق …»: bodies sign a paper.
pub(super) fn signs(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let sentence = reading.sentence(word);
    let is_together = |place: &usize| reading.sentence(*place) == sentence;
    let is_signer =
        |place: usize| marks.at(place).has(Class::Body) || super::is_actor(reading, place);
    // «وقعت وزارة …»: a paper of the state.
    let is_public = || {
        let head = reading.card(word + 1).noun();
        head.is_some_and(|noun| noun.strength == Strength::State)
    };
    marks.at(word).has(Class::Sign)
        && !is_public()
        && (word + 1..=word + PAPER_REACH)
            .take_while(is_together)
            .any(|place| marks.at(place).has_any(&[Class::Charter, Class::Statement]))
        && (word.saturating_sub(SIGNER_REACH)..=word + SIGNER_REACH)
            .filter(is_together)
            .any(is_signer)
}

/// Whether a word heads the name of a body that people form.
pub(super) fn is_of_people(reading: &Reading<'_>, place: usize) -> bool {
    use OrganizationKind::{Association, Coalition, Movement, Network, Party, Union};
    let head = reading.card(place).noun();
    matches!(
        head.map(|noun| noun.kind),
        Some(Association | Coalition | Movement | Network | Party | Union)
    )
}

/// «انتخب المجلس الوطني للفيدرالية … كاتبا عاما»: an organ of a body of people chooses who leads it; a congress where
/// one is named beside it.
pub(super) fn elects(reading: &Reading<'_>, marks: &Marks, word: usize) -> Option<Kind> {
    let sentence = reading.sentence(word);
    let is_together = |place: &usize| reading.sentence(*place) == sentence;
    if !marks.at(word).has(Class::Elect) {
        return None;
    }
    let mut words = (word + 1..=word + 9)
        .take_while(is_together)
        .filter(|place| reading.is(*place, TokenKind::Word))
        .take(6);
    let is_subject = |place: usize| {
        super::heads_body(reading, place)
            || marks
                .at(place)
                .has_any(&[Class::Meeting, Class::Conference])
    };
    let is_of_people = |place: usize| is_of_people(reading, place);
    let follows = words.next().is_some_and(|subject| {
        is_subject(subject) && (is_of_people(subject) || words.any(is_of_people))
    });
    // «نقابة … تنتخب …»: in a headline the body stands before the verb.
    let opens = word
        .checked_sub(HEADLINE_REACH + 1)
        .is_none_or(|far| reading.sentence(far) != sentence);
    let leads = || {
        (word.saturating_sub(HEADLINE_REACH)..word)
            .find(is_together)
            .is_some_and(is_of_people)
    };
    let is_congress = super::is_near(reading, marks, word, 30, 30, &[Class::Conference]);
    (follows || opens && leads()).then_some(if is_congress {
        Kind::Conference
    } else {
        Kind::Meeting
    })
}

/// «أعلن «المنتدى الوطني …»», «انتخب «الملتقى …»»: what acts under a name of its own is a body.
pub(super) fn is_speaking(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    const ACTS: [Class; 4] = [Class::Utter, Class::Announce, Class::Elect, Class::Call];
    let is_marked = word > 1
        && matches!(
            reading.folded(word - 1),
            "«" | "\"" | "“" | "”" | "''" | "„"
        );
    is_marked
        && reading.sentence(word - 2) == reading.sentence(word)
        && marks.at(word).has(Class::Body)
        && marks.at(word - 2).has_any(&ACTS)
        && !marks.at(word - 2).has(Class::Found)
}

/// «لإقرار ترتيبات المؤتمر», «التحضير للمؤتمر»: what a meeting makes ready is another event.
pub(super) fn is_prepared(reading: &Reading<'_>, word: usize) -> bool {
    const STEMS: [&str; 5] = ["ترتيب", "تحضير", "استعداد", "اعداد", "التهي"];
    (1..=2).any(|steps| {
        let before = reading.before(word, steps);
        let bare = before.trim_start_matches(['و', 'ل', 'ب', 'ا']);
        STEMS
            .iter()
            .any(|stem| before.starts_with(stem) || bare.starts_with(stem.trim_start_matches('ا')))
    })
}

/// «مؤتمر تهامة يعلن تأييده …»: what opens a line and speaks is a body; a meeting is told to be held.
pub(super) fn is_voice(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let sentence = reading.sentence(word);
    let opens = reading.opens_sentence(word);
    let speaks = |place: usize| {
        reading.sentence(place) == sentence
            && marks.at(place).has_any(&[Class::Announce, Class::Utter])
            && reading.letters(place).starts_with(['ي', 'ت'])
    };
    opens
        && marks.at(word).has(Class::Conference)
        && !reading.letters(word).starts_with("ال")
        && (word + 2..=word + 5).any(speaks)
}

/// «الهيئة العليا لمؤتمر …», «اللجنة التحضيرية للمؤتمر»: an organ acts for what is called so.
pub(super) fn is_of_an_organ(reading: &Reading<'_>, word: usize) -> bool {
    let is_before = |steps: usize| {
        let place = word.checked_sub(steps);
        place.is_some_and(|place| {
            !reading.before(word, steps).is_empty() && super::heads_body(reading, place)
        })
    };
    reading.letters(word).starts_with("لموتمر") && (1..=2).any(is_before)
}

/// How far before «اجتماعه» its owner may stand.
const OWNER_REACH: usize = 5;

/// «اجتماع مجلس الوزراء», «وافق مجلس الوزراء في اجتماعه»: the state's own business.
pub(super) fn is_of_the_state(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let is_cabinet = |place: usize| {
        reading.letters(place).ends_with("مجلس") && reading.letters(place + 1).ends_with("وزراء")
    };
    let is_owned = || {
        ["ه", "ها"]
            .iter()
            .any(|owner| reading.letters(word).ends_with(owner))
    };
    is_cabinet(word + 1)
        || is_between_ministers(reading, marks, word)
        || is_owned()
            && (word.saturating_sub(OWNER_REACH)..word)
                .filter(|place| reading.sentence(*place) == reading.sentence(word))
                .any(is_cabinet)
}

/// How many words from the front of a sentence the office of who meets may stand, and how many are asked for others.
const OFFICE_REACH: usize = 5;
const COMPANY: usize = 20;

/// «التقى وزير الخارجية نظيره», «عقد سفير … لقاء»: men of the state among themselves.
fn is_between_ministers(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    const OFFICES: [&str; 9] = [
        "وزير",
        "وزيرا",
        "وزيره",
        "وزراء",
        "الوزراء",
        "السمو",
        "سفير",
        "السفير",
        "الملك",
    ];
    let sentence = reading.sentence(word);
    let start = reading.sentence_start(word);
    let is_together = |place: &usize| reading.sentence(*place) == sentence;
    let has_office = (start..=start + OFFICE_REACH)
        .take_while(is_together)
        .any(|place| OFFICES.contains(&reading.letters(place)));
    has_office
        && !(start..start + COMPANY)
            .take_while(is_together)
            .any(|place| {
                let is_cabinet = reading.letters(place).ends_with("مجلس");
                let is_event = marks
                    .at(place)
                    .has_any(&[Class::Meeting, Class::Conference]);
                super::is_actor(reading, place) && !is_cabinet && !is_event
            })
}

/// «قد تعقد اجتماعا»: a meeting that may be or not.
pub(super) fn is_possible(reading: &Reading<'_>, marks: &Marks, word: usize) -> bool {
    let may_be = |verb: usize| {
        marks.at(verb).has(Class::Present)
            && matches!(reading.before(verb, 1), "قد" | "وقد" | "ربما" | "وربما")
    };
    (word.saturating_sub(3)..word).any(may_be)
}

#[cfg(test)]
mod tests {
    use crate::analysis::kind::kind;

    #[test]
    fn deeds() {
        let table = [
            (
                "وقعت قوى سياسية، مساء أمس، في أديس أبابا، على ميثاق للحكم المدني.",
                "statement",
            ),
            ("وقع الوزيران وثيقة التعاون بين البلدين.", "none"),
            (
                "وقعت وزارة التعليم ومنظمة دولية وثيقة لتطوير المناهج.",
                "none",
            ),
            (
                "انتخب المجلس الوطني للاتحاد المهني للصيادين أمينا عاما.",
                "meeting",
            ),
            (
                "انتخب المؤتمر الرابع لحزب السهل رئيسا جديدا له.",
                "conference",
            ),
            ("انتخب الناخبون مجلسا جديدا للبلدية.", "none"),
            (
                "نقابة معلمي السهل تنتخب سالم علي أمينا عاما جديدا لها",
                "meeting",
            ),
            (
                "أعلن «المنتدى الوطني» قيادة جديدة خلال اجتماع عقد أمس.",
                "meeting",
            ),
            (
                "عقدت الهيئة العليا لمؤتمر تهامة اجتماعا طارئا أمس.",
                "meeting",
            ),
            ("بدأ أمس اجتماع مجلس الوزراء بمقر الحكومة.", "none"),
            ("وافق مجلس الوزراء في اجتماعه أمس على قرار.", "none"),
            (
                "التقى وزير الخارجية أمس نظيره الإسباني على هامش الاجتماع الوزاري في مدريد.",
                "none",
            ),
            (
                "عقد وزير الخارجية صباح أمس بالرياض لقاء مغلقا مع نظيره السعودي.",
                "none",
            ),
            (
                "التقى وزير العمل أمس ممثلي نقابات السهل في اجتماع بمقر الوزارة.",
                "meeting",
            ),
            ("متى تأسس حزب السهل؟ ومن أسسه معكم أمس؟", "none"),
            (
                "قال عضو الكتلة إن قيادتها قد تعقد اجتماعا بعد العيد.",
                "none",
            ),
        ];
        for (text, expected) in table {
            let shown = kind(text).map_or("none".to_owned(), |mention| mention.value.to_string());
            assert_eq!(shown, expected, "{text}");
        }
    }
}
