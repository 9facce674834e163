//! A list of phrases as it is read. When all are read it becomes a tree of letters, laid out level by level: the nodes
//! that a node leads to stand beside each other, and a walk reads one place for each letter.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::card::List;
use super::{Article, Node, Phrases, bit};
use crate::text::clitic::strip_article;
use crate::text::fold::fold_plain;

/// Phrases by their folded letters, before any is looked for.
#[derive(Debug)]
pub struct PhraseList<T> {
    list: Option<List>,
    entries: BTreeMap<Vec<char>, Vec<(Article, T)>>,
}

impl<T: Copy> PhraseList<T> {
    /// An empty list; the cards of words may tell of one of theirs.
    #[must_use]
    pub const fn of(list: Option<List>) -> Self {
        Self {
            list,
            entries: BTreeMap::new(),
        }
    }

    /// Adds a phrase as it is written; its article, if it has one, must stand in the text.
    pub fn insert(&mut self, phrase: &str, entry: T) {
        let folded = fold_plain(phrase);
        let first = folded.split(' ').next().unwrap_or("");
        let has_article = strip_article(first) != first;
        let rest = if has_article {
            folded.get(first.len() - strip_article(first).len()..)
        } else {
            None
        };
        match rest {
            Some(rest) => self.insert_folded(rest, Article::With, entry),
            None => self.insert_folded(&folded, Article::Without, entry),
        }
    }

    /// Adds a folded phrase, told apart from its article.
    pub fn insert_folded(&mut self, phrase: &str, article: Article, entry: T) {
        let letters = phrase.chars().filter(|letter| !letter.is_whitespace());
        let entries = self.entries.entry(letters.collect()).or_default();
        entries.push((article, entry));
    }

    /// The phrases, ready to be looked for.
    #[must_use]
    pub fn phrases(self) -> Phrases<T> {
        let mut phrases = Phrases {
            list: self.list,
            nodes: vec![Node::default()],
            foreign: FxHashMap::default(),
            entries: vec![Vec::new()],
        };
        let (keys, entries): (Vec<Vec<char>>, Vec<_>) = self.entries.into_iter().unzip();
        let mut entries: Vec<Option<_>> = entries.into_iter().map(Some).collect();
        // A node, the keys that pass through it, and how many of their letters lead there.
        let mut open: VecDeque<(usize, Range<usize>, usize)> = VecDeque::new();
        open.push_back((0, 0..keys.len(), 0));
        while let Some((node, mut through, depth)) = open.pop_front() {
            // The key that ends here stands before those that go on.
            let is_end = |key: &Vec<char>| key.len() == depth;
            if keys.get(through.start).is_some_and(is_end) {
                let ending = entries.get_mut(through.start).and_then(Option::take);
                phrases.end(node, ending.unwrap_or_default());
                through.start += 1;
            }
            while let Some(letter) = keys.get(through.start).and_then(|key| key.get(depth)) {
                let passing = keys.get(through.clone()).unwrap_or_default();
                let same = passing.partition_point(|key| key.get(depth) <= Some(letter));
                if same == 0 {
                    break;
                }
                let next = phrases.grow(node, *letter);
                open.push_back((next, through.start..through.start + same, depth + 1));
                through.start += same;
            }
        }
        phrases
    }
}

impl<T: Copy> Phrases<T> {
    fn end(&mut self, node: usize, entries: Vec<(Article, T)>) {
        let place = u32::try_from(self.entries.len()).unwrap_or_default();
        if let Some(node) = self.nodes.get_mut(node) {
            node.entries = place;
            self.entries.push(entries);
        }
    }

    /// Adds the next node that a node leads to, in the order of letters.
    fn grow(&mut self, node: usize, letter: char) -> usize {
        let next = self.nodes.len();
        let number = |place: usize| u32::try_from(place).unwrap_or_default();
        match (bit(letter), self.nodes.get_mut(node)) {
            (Some(bit), Some(node)) => {
                if node.letters == 0 {
                    node.first = number(next);
                }
                node.letters |= bit;
            }
            _ => {
                self.foreign.insert((number(node), letter), number(next));
            }
        }
        self.nodes.push(Node::default());
        next
    }
}
