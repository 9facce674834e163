//! Texts that tell of something else than an event of bodies: a match, a death, a ruling, a merger of companies, old
//! history, an opinion, a battle, the business of a state. A genre is told by the words of its lead and by how many different words of it the
//! text has; one word alone («محكمة», «هدف») tells nothing.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::analysis::lexicon::{Article, Phrases, forms, rows};
use crate::analysis::rank::Ranks;
use crate::analysis::reading::Reading;
use crate::text::fold::fold_plain;

/// How many words from the front are looked at.
const WINDOW: usize = 450;

/// The genres: their name in the list, how many different words of theirs the lead and the whole must have.
const GENRES: [(&str, usize, usize); 8] = [
    ("sport", 1, 6),
    ("obituary", 1, 4),
    ("court", 2, 6),
    ("market", 2, 6),
    ("history", 1, 4),
    ("opinion", 1, 5),
    ("war", 2, 7),
    ("state", 2, 4),
];

/// The genres a word is of: a bit for each, and one for each lead.
type Bits = u16;

static WORDS: LazyLock<Phrases<(Bits, u16)>> = LazyLock::new(|| {
    let mut bits: std::collections::BTreeMap<String, Bits> = std::collections::BTreeMap::new();
    for row in rows(include_str!("lexicon/genre.tsv")) {
        let [class, column] = row[..] else { continue };
        for (index, (name, ..)) in GENRES.iter().enumerate() {
            let bit = if class == *name {
                1 << index
            } else if class.strip_suffix("-lead") == Some(name) {
                1 << (index + GENRES.len())
            } else {
                continue;
            };
            for form in forms(column) {
                let folded = fold_plain(form);
                let bare = folded.strip_prefix("ال").unwrap_or(&folded);
                *bits.entry(bare.to_owned()).or_default() |= bit;
            }
        }
    }
    let mut words = Phrases::new();
    for (number, (form, bits)) in (0..).zip(&bits) {
        words.insert_folded(form, Article::Either, (*bits, number));
    }
    words
});

/// The name of the genre the document is of, where it is one that tells of no event of bodies.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Option<&'static str> {
    let ranks = Ranks::of(reading);
    let mut found: [(BTreeSet<u16>, BTreeSet<u16>); GENRES.len()] = Default::default();
    for word in 0..reading.words.len().min(WINDOW) {
        let Some(entry) = WORDS
            .find(reading, word)
            .filter(|found| found.inner_end.is_none() && found.last - word < 5)
            .map(|found| found.entry)
        else {
            continue;
        };
        let is_lead = ranks.at(reading, word).is_some_and(|rank| rank <= 1);
        for (index, (lead, whole)) in found.iter_mut().enumerate() {
            if entry.0 & (1 << index) != 0 {
                whole.insert(entry.1);
            }
            if is_lead && entry.0 & (1 << (index + GENRES.len())) != 0 {
                lead.insert(entry.1);
            }
        }
    }
    let is_of = |((_, least_lead, least), (lead, whole)): &(
        (&str, usize, usize),
        (BTreeSet<u16>, BTreeSet<u16>),
    )| lead.len() >= *least_lead && whole.len() >= *least;
    GENRES
        .into_iter()
        .zip(found)
        .find(is_of)
        .map(|((name, ..), _)| name)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::analysis::reading::Reading;

    #[test]
    fn genres() {
        let table = [
            (
                "خسر المنتخب مباراة الذهاب. سجل المهاجم هدفا في الشوط الأول، وأهدر لاعب الوسط ركلة، وتصدى حارس المرمى لكرتين.",
                Some("sport"),
            ),
            (
                "توفي أمس رئيس الرابطة. وكان الفقيد عضوا في النقابة. وشيع جثمانه عصرا، ويقام العزاء في بيته، رحم الله الراحل.",
                Some("obituary"),
            ),
            (
                "قضت المحكمة بحل الحزب. وقال القاضي في حيثيات الحكم إن الدعوى مقبولة، وإن الطعن جائز أمام محكمة الاستئناف، ورحب دفاع المدعي.",
                Some("court"),
            ),
            (
                "أعلنت عشر جمعيات تأسيس شبكة. وطالبت المحكمة بالإفراج عن المعتقلين، ووقفت دقيقة صمت على روح الفقيد.",
                None,
            ),
        ];
        for (text, expected) in table {
            assert_eq!(find(&Reading::of(text)), expected, "{text}");
        }
    }
}
