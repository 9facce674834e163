//! Texts that tell of something else than an event of bodies: a match, a death, a ruling, a merger of companies, old
//! history, an opinion, a battle, the business of a state, a life. A genre is told by the words of its lead and by how many different words of it the
//! text has; one word alone («محكمة», «هدف») tells nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::lexicon::{forms, rows};
use crate::analysis::reading::Reading;
use crate::text::clitic::each_split;
use crate::text::fold::fold_plain;

/// How many words from the front are looked at.
const WINDOW: usize = 450;

/// The genres: their name in the list, how many different words of theirs the lead and the whole must have.
const GENRES: [(&str, usize, usize); 10] = [
    ("sport", 1, 6),
    ("obituary", 1, 4),
    ("court", 2, 6),
    ("market", 2, 6),
    ("history", 1, 4),
    ("opinion", 1, 5),
    ("war", 2, 7),
    ("state", 2, 4),
    ("law", 1, 5),
    ("profile", 1, 6),
];

/// What a word or phrase is of: a bit for each genre, and one for each lead; and its number in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    bits: u32,
    number: u16,
}

/// The words of the list, and its phrases by their first word.
struct Words {
    single: FxHashMap<String, Mark>,
    phrases: FxHashMap<String, Vec<(Vec<String>, Mark)>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut bits: BTreeMap<String, u32> = BTreeMap::new();
    for row in rows(include_str!("lexicon/genre.tsv")) {
        let [class, column] = row[..] else { continue };
        let name = class.strip_suffix("-lead").unwrap_or(class);
        let Some(index) = GENRES.iter().position(|(other, ..)| *other == name) else {
            continue;
        };
        let bit = 1 << (index + if name == class { 0 } else { GENRES.len() });
        for form in forms(column) {
            let folded = fold_plain(form);
            let bare = folded.strip_prefix("ال").unwrap_or(&folded);
            *bits.entry(bare.to_owned()).or_default() |= bit;
        }
    }
    let mut words = Words {
        single: FxHashMap::default(),
        phrases: FxHashMap::default(),
    };
    for (number, (form, bits)) in (0..).zip(bits) {
        let mark = Mark { bits, number };
        match form.split_once(' ') {
            None => {
                words.single.insert(form, mark);
            }
            Some((first, rest)) => {
                let rest = rest.split(' ').map(str::to_owned).collect();
                let same = words.phrases.entry(first.to_owned()).or_default();
                same.push((rest, mark));
            }
        }
    }
    words
});

impl Words {
    /// Whether a word or a phrase may begin with a folded word.
    fn may_open(&self, folded: &str) -> bool {
        each_split(folded).any(|split| {
            self.single.contains_key(split.rest) || self.phrases.contains_key(split.rest)
        })
    }

    /// What the word at `index`, or the phrase that begins with it, is of.
    fn find(&self, reading: &Reading<'_>, index: usize) -> Option<Mark> {
        let goes_on = |rest: &[String]| {
            (index + 1..)
                .zip(rest)
                .all(|(place, word)| reading.letters(place) == word)
        };
        each_split(reading.letters(index)).find_map(|split| {
            let phrases = self.phrases.get(split.rest);
            let phrase = phrases.and_then(|phrases| phrases.iter().find(|(rest, _)| goes_on(rest)));
            phrase
                .map(|(_, mark)| *mark)
                .or_else(|| self.single.get(split.rest).copied())
        })
    }
}

/// Whether a word or phrase of a genre may begin with a folded word.
pub(super) fn may_open(folded: &str) -> bool {
    WORDS.may_open(folded)
}

/// The different words of one genre that a document has, in its lead and in the whole.
#[derive(Debug, Clone, Default)]
struct Tally {
    lead: BTreeSet<u16>,
    whole: BTreeSet<u16>,
}

/// The name of the genre the document is of, where it is one that tells of no event of bodies.
#[must_use]
pub fn find(reading: &Reading<'_>) -> Option<&'static str> {
    let ranks = reading.ranks();
    let mut tallies: [Tally; GENRES.len()] = Default::default();
    for word in 0..reading.words.len().min(WINDOW) {
        let Some(mark) = Some(word)
            .filter(|word| reading.card(*word).may_be_of_genre)
            .and_then(|word| WORDS.find(reading, word))
        else {
            continue;
        };
        let is_lead = ranks.at(reading, word).is_some_and(|rank| rank <= 1);
        for (index, tally) in tallies.iter_mut().enumerate() {
            if mark.bits & (1 << index) != 0 {
                tally.whole.insert(mark.number);
            }
            if is_lead && mark.bits & (1 << (index + GENRES.len())) != 0 {
                tally.lead.insert(mark.number);
            }
        }
    }
    let mut genres = GENRES.into_iter().zip(&tallies);
    let is_of = |(_, lead, whole): (&str, usize, usize), tally: &Tally| {
        tally.lead.len() >= lead && tally.whole.len() >= whole
    };
    genres
        .find(|(genre, tally)| is_of(*genre, tally))
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
