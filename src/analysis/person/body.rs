//! The bodies a text names, as far as a person's affiliation or a communiqué's voice needs them: a head noun and the
//! noun phrase it governs. Invariant: a body begins with its head and ends before a verb, a sign or a new clause.

use crate::analysis::lexicon::cue::{Cue, Cues};
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::person::collapsed;
use crate::analysis::reading::Reading;
use crate::text::span::Span;
use crate::text::stop_word::is_stop_word;
use crate::text::token::TokenKind;

/// A body, by its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The word its head stands in.
    pub first: usize,
    /// Its last word.
    pub last: usize,
    /// Its place in the text, without what is written onto the head.
    pub span: Span,
    /// How many words it has.
    pub words: usize,
}

/// The most words of a body's name.
const LONGEST: usize = 12;

/// The body whose head is the word at `head`, if that word is one.
#[must_use]
pub fn at(reading: &Reading<'_>, marks: &Marks, cues: &Cues, head: usize) -> Option<Body> {
    let word = reading.letters(head);
    if !(marks.at(head).has(Class::Body) || is_head(bare(word))) {
        return None;
    }
    let mut last = head;
    let mut place = head + 1;
    let mut quoted = false;
    while place < head + LONGEST && reading.sentence(place) == reading.sentence(head) {
        if reading.is(place, TokenKind::Punctuation) {
            let sign = reading.folded(place);
            if matches!(sign, "\"" | "«" | "“" | "”" | "''") && !quoted && place == last + 1 {
                quoted = true;
                place += 1;
                continue;
            }
            if quoted && matches!(sign, "\"" | "»" | "“" | "”" | "''") {
                break;
            }
            if matches!(sign, "-" | "–") && place + 1 < head + LONGEST {
                place += 1;
                continue;
            }
            break;
        }
        if !quoted && ends(reading, cues, place, head) {
            break;
        }
        last = place;
        place += 1;
    }
    if is_stop_word(reading.letters(last)) {
        last = last.saturating_sub(1).max(head);
    }
    let letters = reading.letters(head);
    let offset = letters.len() - without_preposition(letters).len();
    Some(Body {
        first: head,
        last,
        span: reading.part(head, offset, last, None),
        words: last - head + 1,
    })
}

/// The name of a body from its head to the word `last`, white space collapsed; «للجمعية» gives «الجمعية».
#[must_use]
pub fn written(reading: &Reading<'_>, head: usize, last: usize) -> String {
    let letters = reading.letters(head);
    let joined = letters
        .strip_prefix(['و', 'ف'])
        .filter(|rest| rest.starts_with("لل"))
        .unwrap_or(letters);
    if joined.starts_with("لل") {
        let offset = letters.len() - joined.len() + "لل".len();
        let rest = collapsed(reading, reading.part(head, offset, last, None));
        return format!("ال{rest}");
    }
    let offset = letters.len() - without_preposition(letters).len();
    collapsed(reading, reading.part(head, offset, last, None))
}

/// All bodies of a document, in order of their heads; one may stand inside another.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks, cues: &Cues) -> Vec<Body> {
    (0..reading.words.len())
        .filter_map(|place| at(reading, marks, cues, place))
        .collect()
}

fn ends(reading: &Reading<'_>, cues: &Cues, place: usize, head: usize) -> bool {
    let word = reading.letters(place);
    // «هيئة الدفاع عن …», «لجنة الحفاظ على …»
    let before = reading.letters(place - 1);
    let goes_on = word == "عن" && before.ends_with("دفاع")
        || word == "علي" && (before.ends_with("حفاظ") || before.ends_with("محافظه"));
    if goes_on {
        return false;
    }
    if matches!(word, "من" | "اجل" | "في" | "ضد") {
        // «من أجل» goes on, «من» alone does not.
        return word == "من" && reading.letters(place + 1) != "اجل"
            || word == "في" && place == head + 1;
    }
    let told = cues.at(place);
    let is_verb = told.has_any(&[
        Cue::Say,
        Cue::Add,
        Cue::Demand,
        Cue::Resolve,
        Cue::Passive,
        Cue::Conclude,
        Cue::Objective,
    ]) && !told.has(Cue::Action);
    let is_person = told.has(Cue::Honorific)
        || told.has(Cue::Office)
        || told.has(Cue::Given) && !told.has(Cue::Weak) && !told.has_article;
    let is_closed = place > head + 1
        && (before.starts_with("ال") || before.starts_with('ب') && before.len() >= 8);
    let is_object = is_closed && told.has(Cue::Action) && told.offset == 0;
    let is_next = word.starts_with('و') && is_head(bare(word))
        || before.starts_with("ال") && is_head(word)
        || matches!(word, "برياسه" | "بحضور" | "بمشاركه" | "برعايه");
    is_stop_word(word)
        || is_verb
        || is_object
        || is_next
        || is_person && place > head + 1
        || told.has(Cue::Document) && place > head + 1
}

/// A folded word without «و», a preposition and the article.
#[must_use]
pub fn bare(word: &str) -> &str {
    let word = without_preposition(word);
    word.strip_prefix("ال").unwrap_or(word)
}

fn without_preposition(word: &str) -> &str {
    let word = word
        .strip_prefix(['و', 'ف'])
        .filter(|rest| rest.len() > 6)
        .unwrap_or(word);
    let rest = ["بال", "لل", "كال"]
        .iter()
        .find_map(|letters| word.strip_prefix(letters).map(|_| letters.len()));
    match rest {
        // The article of «للحزب» has lost its alef; the second lam stands for it.
        Some(4) if word.starts_with("لل") => word.get(2..).unwrap_or(word),
        Some(_) => word.get(2..).unwrap_or(word),
        None => word
            .strip_prefix(['ب', 'ل'])
            .filter(|rest| is_head(rest))
            .unwrap_or(word),
    }
}

/// Heads of bodies beside those that the triggers know.
pub(super) fn is_head(bare: &str) -> bool {
    matches!(
        bare,
        "ايتلاف"
            | "تحالف"
            | "تكتل"
            | "تنسيقيه"
            | "تنسقيه"
            | "جبهه"
            | "حزب"
            | "حركه"
            | "منظمه"
            | "جمعيه"
            | "هييه"
            | "اتحاد"
            | "رابطه"
            | "نقابه"
            | "لجنه"
            | "مجلس"
            | "مرصد"
            | "شبكه"
            | "تيار"
            | "فيدراليه"
            | "فدراليه"
            | "كونفدراليه"
            | "منتدي"
            | "موسسه"
            | "مركز"
            | "تجمع"
            | "جماعه"
            | "وزاره"
            | "جامعه"
            | "كتله"
            | "مكتب"
            | "امانه"
            | "برلمان"
            | "حكومه"
            | "مبادره"
            | "معهد"
            | "نادي"
            | "عصبه"
            | "شبيبه"
            | "كليه"
            | "دار"
            | "وكاله"
            | "مجموعه"
            | "فريق"
            | "ديوان"
            | "غرفه"
            | "اكاديميه"
            | "مديريه"
    )
}
