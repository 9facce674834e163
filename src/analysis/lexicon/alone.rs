//! What a list of phrases says of one folded word, whatever stands around it: the cards of words are made of it.

use super::card::Opening;
use super::{Node, Phrases};
use crate::text::clitic::each_split;

impl<T: Copy> Phrases<T> {
    /// How a word, behind any clitics, may open a phrase.
    #[must_use]
    pub fn opening(&self, word: &str) -> Opening {
        let mut opening = Opening::default();
        for split in each_split(word) {
            let mut node = Some(0);
            let mut letters = split.rest.char_indices().peekable();
            while let (Some(own), Some((_, letter))) = (node, letters.next()) {
                node = self.step(own, letter);
                let is_end = node.and_then(|node| self.nodes.get(node as usize));
                if letters.peek().is_some() && is_end.is_some_and(|node| node.entries != 0) {
                    opening.is_inner = true;
                }
            }
            opening.is_whole |= node.is_some();
        }
        opening
    }

    /// What the list says of the word standing alone, as [`Self::find_whole`] would; nothing where a phrase may go on
    /// behind it, so that its neighbours must be asked.
    #[must_use]
    pub fn alone(&self, word: &str) -> Option<Option<T>> {
        let mut best = None;
        for split in each_split(word) {
            let walked = split
                .rest
                .chars()
                .try_fold(0, |node, letter| self.step(node, letter));
            let Some(node) = walked else { continue };
            let goes_on = self
                .nodes
                .get(node as usize)
                .is_some_and(|node| node.letters != 0);
            if goes_on || !self.foreign.is_empty() {
                return None;
            }
            let has_article = ["ال", "لل"]
                .iter()
                .any(|article| split.proclitics.ends_with(article));
            best = self.entry(node, has_article).or(best);
        }
        Some(best)
    }

    /// Whether an entry that `fits` ends inside the word where words are glued: behind five letters, or before «و».
    #[must_use]
    pub fn holds(&self, word: &str, fits: impl Fn(&T) -> bool) -> bool {
        let fits = |node: &Node| {
            let entries = self.entries.get(node.entries as usize);
            entries.is_some_and(|entries| entries.iter().any(|(_, entry)| fits(entry)))
        };
        each_split(word).any(|split| {
            let mut count = split.proclitics.chars().count();
            let mut node = Some(0);
            let mut letters = split.rest.chars().peekable();
            while let (Some(own), Some(letter)) = (node, letters.next()) {
                node = self.step(own, letter);
                count += 1;
                let is_cut = letters
                    .peek()
                    .is_some_and(|next| count >= 5 || *next == 'و');
                let end = node.and_then(|node| self.nodes.get(node as usize));
                if is_cut && end.is_some_and(fits) {
                    return true;
                }
            }
            false
        })
    }
}
