//! Completing names while a reader types. Every word of every name is kept folded and in order, so that what begins
//! with the typed letters stands together and is found by bisection. Invariant: entries stand in the order in which
//! they are offered, those with most events first, so that of two matches the one with the lower number wins.

use std::cmp::Reverse;

use crate::model::name::Named;
use crate::text::clitic::strip_article;
use crate::text::collate::sort_key;
use crate::text::fold::fold_plain;
use crate::text::token::words;

/// So many characters of what was typed are read.
const LONGEST: usize = 100;
/// With fewer letters nothing is completed.
const LEAST_LETTERS: usize = 2;
/// Ends a spelling; folding never gives it within a word.
const END: char = '\n';

/// Every name of the archive, ready to be completed.
#[derive(Debug, Default)]
pub struct Suggestions {
    entries: Vec<Named>,
    /// The folded spellings, one after the other, the article taken from each word.
    spellings: String,
    /// The words of the spellings, in the order of what the spelling is from there on.
    words: Vec<Word>,
}

/// A word of a spelling.
#[derive(Debug, Clone, Copy)]
struct Word {
    /// Where it begins among the spellings.
    start: u32,
    /// The entry.
    entry: u32,
    /// Which of the entry's names it stands in; 0 is the archive's own.
    name: u16,
    /// Whether the name begins with it.
    is_first: bool,
}

/// A completion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion<'a> {
    /// What is offered.
    pub named: &'a Named,
    /// The name that matched, where it is not the archive's own.
    pub matched: Option<&'a str>,
}

impl Suggestions {
    /// Makes all names ready.
    #[must_use]
    pub fn of(mut entries: Vec<Named>) -> Self {
        entries.sort_by_cached_key(|named| (Reverse(named.events), sort_key(&named.name.arabic)));
        let mut suggestions = Self::default();
        for (entry, named) in (0..).zip(&entries) {
            for (name, spelling) in (0..).zip(named.names()) {
                suggestions.add(entry, name, spelling);
            }
        }
        suggestions.spellings.shrink_to_fit();
        suggestions.words.shrink_to_fit();
        let Self {
            spellings, words, ..
        } = &mut suggestions;
        words.sort_unstable_by(|one, other| {
            let key = |word: &Word| (tail(spellings, word.start), word.entry, word.name);
            key(one).cmp(&key(other))
        });
        Self {
            entries,
            ..suggestions
        }
    }

    fn add(&mut self, entry: u32, name: u16, spelling: &str) {
        for (index, word) in folded_words(spelling).enumerate() {
            // Four thousand million bytes of names are not offered to the last.
            let Ok(start) = u32::try_from(self.spellings.len() + usize::from(index > 0)) else {
                return;
            };
            if index > 0 {
                self.spellings.push(' ');
            }
            self.spellings.push_str(word.without_article());
            self.words.push(Word {
                start,
                entry,
                name,
                is_first: index == 0,
            });
        }
        self.spellings.push(END);
    }

    /// At most so many completions of what was typed: where a name begins with it, then where another word does; each
    /// of the two by the number of events, then as the archive files names.
    #[must_use]
    pub fn find(&self, typed: &str, most: usize) -> Vec<Suggestion<'_>> {
        let mut best = Best {
            ranks: Vec::with_capacity(most + 1),
            most,
        };
        for prefix in prefixes(typed) {
            for word in self.beginning_with(&prefix) {
                best.offer(Rank {
                    is_inner: !word.is_first,
                    entry: word.entry,
                    name: word.name,
                });
            }
        }
        best.ranks
            .iter()
            .filter_map(|rank| self.suggestion(*rank))
            .collect()
    }

    fn beginning_with(&self, prefix: &str) -> &[Word] {
        let begin = |word: &Word| {
            let tail = tail(&self.spellings, word.start);
            tail.get(..prefix.len()).unwrap_or(tail)
        };
        let start = self
            .words
            .partition_point(|word| begin(word) < prefix.as_bytes());
        let rest = &self.words[start..];
        &rest[..rest.partition_point(|word| begin(word) == prefix.as_bytes())]
    }

    fn suggestion(&self, rank: Rank) -> Option<Suggestion<'_>> {
        let named = self.entries.get(rank.entry as usize)?;
        let matched = named
            .names()
            .nth(usize::from(rank.name))
            .filter(|_| rank.name > 0);
        Some(Suggestion { named, matched })
    }
}

/// The spellings from a place on; the first end in it ends the spelling.
fn tail(spellings: &str, start: u32) -> &[u8] {
    spellings
        .as_bytes()
        .get(start as usize..)
        .unwrap_or_default()
}

/// A word as it is compared.
struct Folded {
    word: String,
    /// Not where it was written with a hamza, which no article has.
    may_have_article: bool,
}

impl Folded {
    fn without_article(&self) -> &str {
        match self.may_have_article {
            true => strip_article(&self.word),
            false => &self.word,
        }
    }
}

fn folded_words(text: &str) -> impl Iterator<Item = Folded> {
    words(text).map(|word| {
        let written = word.span.slice(text);
        Folded {
            word: fold_plain(written),
            may_have_article: !written.starts_with(['أ', 'إ', 'آ']),
        }
    })
}

/// What a name may begin with to complete what was typed. The last word may be unfinished, so that an ال at its head is
/// an article or not: both are tried.
fn prefixes(typed: &str) -> Vec<String> {
    let typed: String = typed.chars().take(LONGEST).collect();
    let folded: Vec<Folded> = folded_words(&typed).collect();
    let letters: usize = folded.iter().map(|one| one.word.chars().count()).sum();
    let Some((last, before)) = folded.split_last().filter(|_| letters >= LEAST_LETTERS) else {
        return Vec::new();
    };
    let mut start = String::new();
    for one in before {
        start.push_str(one.without_article());
        start.push(' ');
    }
    let stripped = last
        .word
        .strip_prefix("ال")
        .filter(|rest| last.may_have_article && !rest.is_empty());
    let ends = std::iter::once(last.word.as_str()).chain(stripped);
    ends.map(|end| format!("{start}{end}")).collect()
}

/// How well a word answers; the least is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    is_inner: bool,
    entry: u32,
    name: u16,
}

/// The best answers so far, each entry once.
struct Best {
    ranks: Vec<Rank>,
    most: usize,
}

impl Best {
    fn offer(&mut self, rank: Rank) {
        if self.ranks.len() == self.most && self.ranks.last().is_none_or(|last| *last <= rank) {
            return;
        }
        match self.ranks.iter().position(|own| own.entry == rank.entry) {
            Some(own) if self.ranks[own] <= rank => return,
            Some(own) => drop(self.ranks.remove(own)),
            None => {}
        }
        let place = self.ranks.partition_point(|own| *own < rank);
        self.ranks.insert(place, rank);
        self.ranks.truncate(self.most);
    }
}
