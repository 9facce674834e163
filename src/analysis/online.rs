//! Events held over a network: a programme («عبر تطبيق زووم») or the manner («عن بعد», «عبر تقنية التناظر المرئي») that
//! stands with a word of the event. A page on which something is posted, and learning or working from afar, is none.

use std::sync::LazyLock;

use crate::analysis::Mention;
use crate::analysis::kind::is_near;
use crate::analysis::lexicon::card::{List, Opening};
use crate::analysis::lexicon::phrase_list::PhraseList;
use crate::analysis::lexicon::trigger::{Class, Marks, TOLD};
use crate::analysis::lexicon::{Phrases, forms, rows};
use crate::analysis::reading::Reading;
use crate::model::place::Online;

/// Sentences later than this one tell of other things.
const LAST_RANK: usize = 4;

/// How many words from the front are looked at.
const MOST_WORDS: usize = 3_000;

/// A way to meet over a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Way {
    platform: Option<&'static str>,
    sureness: Sureness,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sureness {
    Sure,
    Doubtful,
    Remote,
}

static WAYS: LazyLock<Phrases<Way>> = LazyLock::new(|| {
    let mut ways = PhraseList::of(Some(List::Online));
    for row in rows(include_str!("lexicon/online.tsv")) {
        let [platform, sureness, column] = row[..] else {
            continue;
        };
        let sureness = match sureness {
            "sure" => Sureness::Sure,
            "doubtful" => Sureness::Doubtful,
            _ => Sureness::Remote,
        };
        let platform = Some(platform).filter(|name| !name.is_empty());
        forms(column).for_each(|form| ways.insert(form, Way { platform, sureness }));
    }
    ways.phrases()
});

/// How a folded word may open a way to meet.
pub(super) fn opening(folded: &str) -> Opening {
    WAYS.opening(folded)
}

/// Over what the event was held, if over a network; a named programme goes before the mere manner.
#[must_use]
pub fn find(reading: &Reading<'_>, marks: &Marks) -> Option<Mention<Online>> {
    let ranks = reading.ranks();
    let mut best: Option<Mention<Online>> = None;
    for word in 0..reading.words.len().min(MOST_WORDS) {
        if ranks.at(reading, word).is_none_or(|rank| rank > LAST_RANK) {
            continue;
        }
        let Some(found) = WAYS
            .find_whole(reading, word)
            .filter(|found| found.last - word < 5)
            .filter(|found| is_way(reading, marks, word, found.entry))
        else {
            continue;
        };
        let is_named = found.entry.platform.is_some();
        if best
            .as_ref()
            .is_none_or(|best| is_named && best.value.platform.is_none())
        {
            let first = first_word(reading, word);
            best = Some(Mention {
                value: Online {
                    platform: found.entry.platform.map(str::to_owned),
                },
                span: reading.span(first, found.last),
                confidence: match is_named {
                    true if is_of_some(reading, first) => FROM_AFAR,
                    true => 0.8,
                    false => 0.7,
                },
            });
        }
    }
    best
}

fn is_way(reading: &Reading<'_>, marks: &Marks, word: usize, way: Way) -> bool {
    let is_over = (1..=3).any(|steps| {
        matches!(
            reading.before(word, steps),
            "عبر"
                | "علي"
                | "بواسطه"
                | "تطبيق"
                | "برنامج"
                | "منصه"
                | "تقنيه"
                | "بتقنيه"
                | "خاصيه"
                | "باستخدام"
                | "باستعمال"
        )
    });
    match way.sureness {
        Sureness::Sure => is_near(reading, marks, word, 30, 15, &TOLD),
        Sureness::Doubtful => {
            is_over
                && !is_posted(reading, word)
                && is_near(
                    reading,
                    marks,
                    word,
                    10,
                    0,
                    &[Class::Meeting, Class::Conference],
                )
        }
        Sureness::Remote => {
            !is_remote_work(reading, word) && is_near(reading, marks, word, 12, 6, &TOLD)
        }
    }
}

/// How surely an event is held over a programme by which some only took part.
pub const FROM_AFAR: f32 = 0.5;

/// «شاركت أخريات عبر …», «ألقى كلمة عبر …»: those who were elsewhere take part.
fn is_of_some(reading: &Reading<'_>, first: usize) -> bool {
    (1..=8).any(|steps| {
        let before = reading.before(first, steps);
        let bare = before.strip_prefix(['و', 'ف']).unwrap_or(before);
        let is_speech =
            ["كلمه", "كلمته", "كلمتها", "مداخله", "مداخلته", "مداخلتها"].contains(&bare);
        is_speech
            || ["شارك", "انضم", "تدخل", "خاطب", "تابع"]
                .iter()
                .any(|verb| bare.starts_with(verb))
    })
}

/// Whether something is posted there or sent out from there.
fn is_posted(reading: &Reading<'_>, word: usize) -> bool {
    (1..=6).any(|steps| {
        let before = reading.before(word, steps);
        [
            "صفح",
            "حساب",
            "نشر",
            "موقع",
            "بث",
            "مجموع",
            "قنا",
            "تدوين",
            "منشور",
            "بيان",
            "اعلن",
        ]
        .iter()
        .any(|post| before.contains(post))
    })
}

/// «التعليم عن بعد», «العمل عن بعد», «ذكاء افتراضي».
fn is_remote_work(reading: &Reading<'_>, word: usize) -> bool {
    const WORK: [&str; 12] = [
        "تعليم",
        "تعلم",
        "دراسه",
        "عمل",
        "تدريب",
        "تكوين",
        "تصويت",
        "تحكم",
        "محاكمات",
        "محاكمه",
        "دروس",
        "عالم",
    ];
    let before = reading.before(word, 1);
    WORK.iter().any(|work| before.ends_with(work))
}

/// The word with which the phrase begins: «عبر», «على» or a kind of programme.
fn first_word(reading: &Reading<'_>, word: usize) -> usize {
    let is_lead = |steps: &usize| {
        matches!(
            reading.before(word, *steps),
            "عبر" | "علي" | "بواسطه" | "بتقنيه" | "باستخدام" | "باستعمال"
        )
    };
    word - (1..=3).find(is_lead).unwrap_or(0).min(word)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::analysis::lexicon::trigger::Marks;
    use crate::analysis::reading::Reading;

    #[test]
    fn ways_to_meet() {
        let table = [
            (
                "عقدت الهيئات اجتماعا عبر تطبيق زووم مساء أمس.",
                "Zoom[عبر تطبيق زووم]",
            ),
            (
                "نظمت الشبكة ندوة على منصة Google Meet أمس.",
                "Google Meet[على منصة Google Meet]",
            ),
            ("اجتمع المكتب عن بُعد يوم الأحد.", "-[عن بُعد]"),
            (
                "انعقد المجلس عبر تقنية التناظر المرئي.",
                "-[عبر تقنية التناظر المرئي]",
            ),
            ("عقدت الهيئات اجتماعا بمقر النقابة حول التعليم عن بعد.", ""),
            ("أعلنت الحركة عبر صفحتها على فيسبوك تأسيس شبكة.", ""),
            ("ضفاف التيمز جميلة.", ""),
        ];
        for (text, expected) in table {
            let reading = Reading::of(text);
            let shown = find(&reading, &Marks::of(&reading)).map(|mention| {
                let platform = mention.value.platform.unwrap_or("-".to_owned());
                format!("{platform}[{}]", mention.span.slice(text))
            });
            assert_eq!(shown.unwrap_or_default(), expected, "{text}");
        }
    }
}
