//! How text becomes the words that are looked up. Documents and queries pass through the same function, so two
//! spellings of one word meet. No engine is known here: what comes out are plain strings with their places.

use crate::text::fold::fold_plain;
use crate::text::span::Span;
use crate::text::stem::light_stem;
use crate::text::token::{TokenKind, words};

/// Raise it whenever this layer or the folding below it gives other words for the same text: an index of another
/// version is thrown away and built anew.
pub const INDEX_VERSION: u32 = 1;

/// Longer words are noise (addresses, base64); they are cut to so many characters, in documents and queries alike.
const LONGEST_WORD: usize = 64;

/// One word of a text in the forms it is looked up by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the text.
    pub span: Span,
    /// The folded word.
    pub folded: String,
    /// The folded word without clitics and endings.
    pub stem: String,
}

/// The words and numbers of a text, in order. A ligature of several words («ﷺ») gives each with the same place.
pub fn words_of(text: &str) -> impl Iterator<Item = Word> {
    words(text).flat_map(move |token| {
        let folded = fold_plain(token.span.slice(text));
        let parts: Vec<Word> = folded
            .split_whitespace()
            .map(|part| word(token.span, part, token.kind))
            .collect();
        parts
    })
}

fn word(span: Span, part: &str, kind: TokenKind) -> Word {
    let end = part
        .char_indices()
        .nth(LONGEST_WORD)
        .map_or(part.len(), |(end, _)| end);
    let folded = part[..end].to_owned();
    let stem = match kind {
        TokenKind::Word => light_stem(&folded).to_string(),
        TokenKind::Number | TokenKind::Punctuation | TokenKind::Space => folded.clone(),
    };
    Word { span, folded, stem }
}
