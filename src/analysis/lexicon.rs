//! Closed word lists and how they are looked up. The lists are data in `lexicon/*.tsv`, each with its source in its
//! first line; they are folded when read, so one spelling stands for all. Invariant: a list holds whole words or
//! phrases without clitics; the article is kept apart, so that «بالمغرب» and «للمغرب» find «المغرب».

use rustc_hash::FxHashMap;

use crate::analysis::lexicon::card::List;
use crate::analysis::reading::Reading;
use crate::text::clitic::each_split;
use crate::text::token::TokenKind;

mod alone;

pub mod card;

pub mod cue;

pub mod gazetteer;

pub mod phrase_list;

pub mod trigger;

pub mod word_set;

pub mod body;

/// The lines of a list without its comments, each cut into columns.
pub fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let is_row = |line: &&str| !line.starts_with('#') && !line.trim().is_empty();
    list.lines()
        .filter(is_row)
        .map(|line| line.split('\t').map(str::trim).collect())
}

/// The forms of a column, parted by `;`.
pub fn forms(column: &'static str) -> impl Iterator<Item = &'static str> {
    column
        .split(';')
        .map(str::trim)
        .filter(|form| !form.is_empty())
}

/// Phrases by their folded letters; spaces do not count, so words that stand glued are found as well.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    /// What it is called on the cards of words, where they tell of it.
    list: Option<List>,
    nodes: Vec<Node>,
    /// The steps by letters that are not Arabic.
    foreign: FxHashMap<(u32, char), u32>,
    /// The entries of the nodes that have some; the first of them is empty, for all others.
    entries: Vec<Vec<(Article, T)>>,
}

/// A node of the tree of letters. Most walks end after a letter or two, so the letters that go on are told by bits
/// beside each other; the nodes they lead to stand in the same order from the first on.
#[derive(Debug, Clone, Default)]
struct Node {
    letters: u64,
    first: u32,
    entries: u32,
}

/// The bit of an Arabic letter.
fn bit(letter: char) -> Option<u64> {
    let place = u32::from(letter).checked_sub(0x621)?;
    (place < 63).then(|| 1 << place)
}

impl Node {
    /// How many of the letters that go on come before this one.
    const fn rank(&self, bit: u64) -> u32 {
        (self.letters & (bit - 1)).count_ones()
    }
}

/// Whether a phrase begins with the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Article {
    /// It does.
    With,
    /// It does not.
    Without,
    /// It stands in texts both ways.
    Either,
}

/// A phrase found in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found<T> {
    /// What the list says of it.
    pub entry: T,
    /// How many bytes of the first folded word stand before the phrase; its article belongs to it.
    pub offset: usize,
    /// The letters written onto the word, without the article: «و», «ب», «وب» …
    pub has_preposition: bool,
    /// Whether the text has the article before it.
    pub has_article: bool,
    /// The index of the last word it reaches into.
    pub last: usize,
    /// The folded byte of that word at which it ends, where that is not the word's end.
    pub inner_end: Option<usize>,
}

impl<T: Copy> Phrases<T> {
    /// The longest phrases that begin with the word at `index`, behind any clitics; of equal length the one with the
    /// fewest letters taken for clitics, then the first of the list. Phrases that stop inside a word come last.
    #[must_use]
    pub fn find(&self, reading: &Reading<'_>, index: usize) -> Option<Found<T>> {
        self.find_inside(reading, index, 0)
    }

    /// The same, beginning at folded byte `from` of the word.
    #[must_use]
    pub fn find_inside(
        &self,
        reading: &Reading<'_>,
        index: usize,
        from: usize,
    ) -> Option<Found<T>> {
        let word = reading
            .letters(index)
            .get(from..)
            .filter(|word| !word.is_empty())?;
        let may_begin = |list: List| {
            let opening = reading.card(index).opening(list);
            opening.is_whole || opening.is_inner
        };
        if from == 0 && !self.list.is_none_or(may_begin) {
            return None;
        }
        let mut best: Option<Found<T>> = None;
        for split in each_split(word) {
            let before = ["ال", "لل"]
                .iter()
                .find_map(|article| split.proclitics.strip_suffix(article));
            let start = from + split.proclitics.len();
            let found = self.walk(reading, index, start, before.is_some());
            let found = found.map(|(entry, last, inner_end)| Found {
                entry,
                offset: from + before.unwrap_or(split.proclitics).len(),
                has_preposition: has_preposition(split.proclitics),
                has_article: before.is_some(),
                last,
                inner_end,
            });
            let rank = |found: &Found<T>| (found.inner_end.is_none(), found.last, found.inner_end);
            if let Some(found) = found
                && best.as_ref().is_none_or(|best| rank(&found) >= rank(best))
            {
                best = Some(found);
            }
        }
        best
    }

    /// The longest phrase that begins with the word at `index` and ends with a word.
    #[must_use]
    pub fn find_whole(&self, reading: &Reading<'_>, index: usize) -> Option<Found<T>> {
        let may_be_whole = |list: List| reading.card(index).opening(list).is_whole;
        if !self.list.is_none_or(may_be_whole) {
            return None;
        }
        self.find(reading, index)
            .filter(|found| found.inner_end.is_none())
    }

    /// Follows the letters from folded byte `start` of the word `index` on, over word borders.
    fn walk(
        &self,
        reading: &Reading<'_>,
        index: usize,
        start: usize,
        has_article: bool,
    ) -> Option<(T, usize, Option<usize>)> {
        let (mut whole, mut inner) = (None, None);
        let (mut node, mut place, mut from) = (0_u32, index, start);
        while reading.is(place, TokenKind::Word)
            || (place > index && reading.is(place, TokenKind::Number))
        {
            let word = reading.folded(place);
            let rest = word.get(from..).unwrap_or("");
            for (offset, letter) in rest.char_indices() {
                let Some(next) = self.step(node, letter) else {
                    return whole.or(inner);
                };
                node = next;
                let end = from + offset + letter.len_utf8();
                if let Some(entry) = self.entry(node, has_article) {
                    if end == word.len() {
                        whole = Some((entry, place, None));
                    } else {
                        inner = Some((entry, place, Some(end)));
                    }
                }
            }
            (place, from) = (place + 1, 0);
        }
        whole.or(inner)
    }

    fn entry(&self, node: u32, has_article: bool) -> Option<T> {
        let fits = |article: Article| match article {
            Article::With => has_article,
            Article::Without => !has_article,
            Article::Either => true,
        };
        let entries = self.nodes.get(node as usize)?.entries;
        if entries == 0 {
            return None;
        }
        let entries = self.entries.get(entries as usize)?;
        entries
            .iter()
            .find(|(article, _)| fits(*article))
            .map(|(_, entry)| *entry)
    }

    fn step(&self, node: u32, letter: char) -> Option<u32> {
        let Some(bit) = bit(letter) else {
            return self.foreign.get(&(node, letter)).copied();
        };
        let node = self.nodes.get(node as usize)?;
        if node.letters & bit == 0 {
            return None;
        }
        Some(node.first + node.rank(bit))
    }
}

fn has_preposition(proclitics: &str) -> bool {
    proclitics.contains('ب')
        || proclitics
            .strip_suffix("ال")
            .unwrap_or(proclitics)
            .contains('ل')
}

#[cfg(test)]
mod tests {
    use super::phrase_list::PhraseList;
    use crate::analysis::reading::Reading;

    #[test]
    fn clitics_article_and_glue() {
        let mut phrases = PhraseList::of(None);
        for (phrase, entry) in [("القرية", 1), ("قرية النخيل", 2), ("ألماظ", 3)]
        {
            phrases.insert(phrase, entry);
        }
        let phrases = phrases.phrases();
        let find = |text: &str| {
            let reading = Reading::of(text);
            let found = phrases.find(&reading, 0)?;
            let span = reading.part(0, found.offset, found.last, found.inner_end);
            Some((found.entry, span.slice(text).to_owned()))
        };
        let table = [
            ("وبالقرية", Some((1, "القرية"))),
            ("للقرية", Some((1, "للقرية"))),
            ("قرية", None),
            ("لقريةِ النَّخيل", Some((2, "قريةِ النَّخيل"))),
            ("قريةالنخيل", Some((2, "قريةالنخيل"))),
            ("القريةوالناس", Some((1, "القرية"))),
            ("والماظ", Some((3, "الماظ"))),
        ];
        for (text, expected) in table {
            assert_eq!(
                find(text),
                expected.map(|(entry, quote)| (entry, quote.to_owned())),
                "{text}"
            );
        }
    }
}
