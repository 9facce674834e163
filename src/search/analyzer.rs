//! How text becomes the words that are looked up. Documents and queries pass through the same function, so two
//! spellings of one word meet. No engine is known here: what comes out are plain strings with their places.

use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use hashbrown::HashTable;
use xxhash_rust::xxh3::xxh3_64;

use crate::search::posting::LEVELS;
use crate::text::fold::{fold_plain, spelling};
use crate::text::segment::segment;
use crate::text::skeleton::{root, skeleton};
use crate::text::span::Span;
use crate::text::spelling::usual_spelling;
use crate::text::stem::{light_stem, stem};
use crate::text::stop_word::is_stop_word;
use crate::text::token::{TokenKind, words};

/// Raise it whenever this layer or the text layer below it gives other words for the same text: an index of another
/// version is thrown away and built anew. A new lexicon counts by itself.
pub const INDEX_VERSION: u32 = 301 + crate::text::lexicon::VERSION;

/// Longer words are noise (addresses, base64); they are cut to so many characters, in documents and queries alike.
const LONGEST_WORD: usize = 64;

/// So many different words are kept analyzed, at some 400 bytes each. Word frequencies fall so steeply that most words of
/// a text are among them, and a word costs some lookups in the lexicon.
const MOST_KEPT: usize = 100_000;
/// See [`KEPT`].
const SHELVES: usize = 64;

/// Which analysis an index is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Analysis {
    /// All that the text layer can do.
    #[default]
    Full,
    /// Folding and light10 stems alone: the yardstick that the full analysis is measured against.
    Light10,
}

/// The forms in which a word is looked up.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Forms {
    /// The spelling: letters as chosen, without marks.
    pub exact: String,
    /// Whether that is how the word is mostly written; see [`crate::text::spelling`].
    pub is_usual: bool,
    /// The folded word.
    pub folded: String,
    /// The stem of the folded word.
    pub stem: String,
    /// The skeleton of the stem.
    pub skeleton: String,
    /// The root of the skeleton.
    pub root: String,
    /// Whether the word only holds a sentence together.
    pub is_stop: bool,
    /// Whether it has stem, skeleton and root of its own; words of other scripts and numbers do not.
    pub is_arabic: bool,
}

impl Forms {
    /// Whether the word is indexed by stem, skeleton and root too.
    #[must_use]
    pub fn has_stem(&self) -> bool {
        self.is_arabic && !self.is_stop
    }

    /// The word on each level on which it is counted, from the nearest to the coarsest.
    #[must_use]
    pub fn levels(&self) -> [&str; LEVELS] {
        [&self.folded, &self.stem, &self.skeleton, &self.root]
    }
}

/// How a word of the answer relates to what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// It is what is written between two gaps.
    Plain,
    /// It was glued together; its parts follow, the first at the same place in the order.
    Glued,
    /// It is a part of the glued word before it.
    Part,
}

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the text.
    pub span: Span,
    /// How it relates to what is written there.
    pub share: Share,
    /// Its forms.
    pub forms: Arc<Forms>,
}

/// The words and numbers of a text, in order. A ligature of several words («ﷺ») gives each with the same place; a
/// glued word comes whole and then in its parts.
#[must_use]
pub fn words_of(text: &str, analysis: Analysis) -> Vec<Word> {
    let mut found = Vec::with_capacity(text.len() / 10);
    for token in words(text) {
        let written = token.span.slice(text);
        let shift = |word: &Word| Word {
            span: word.span.shifted(token.span.start),
            ..word.clone()
        };
        match (analysis, token.kind) {
            (Analysis::Full, TokenKind::Word) => found.extend(kept(written).iter().map(shift)),
            (Analysis::Light10, _)
            | (_, TokenKind::Number | TokenKind::Punctuation | TokenKind::Space) => {
                found.extend(analyze(written, token.kind, analysis).iter().map(shift));
            }
        }
    }
    found
}

/// What was written, and its words.
type Analyzed = (Box<str>, Arc<[Word]>);

type Shelf = RwLock<HashTable<Analyzed>>;

/// Words analyzed before, for all threads, on shelves so that they seldom wait for one another.
static KEPT: LazyLock<[Shelf; SHELVES]> =
    LazyLock::new(|| std::array::from_fn(|_| Shelf::default()));

/// The words of one written word, out of memory where it came before.
fn kept(written: &str) -> Arc<[Word]> {
    let hash = xxh3_64(written.as_bytes());
    // The table goes by the lowest and the highest bits of the same number.
    let shelf = &KEPT[(hash >> 32) as usize % SHELVES];
    let is_same = |(kept, _): &Analyzed| **kept == *written;
    let known = shelf.read().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, words)) = known.find(hash, is_same) {
        return Arc::clone(words);
    }
    drop(known);
    let words: Arc<[Word]> = analyze(written, TokenKind::Word, Analysis::Full).into();
    let mut shelf = shelf.write().unwrap_or_else(PoisonError::into_inner);
    if shelf.len() >= MOST_KEPT / SHELVES {
        shelf.clear();
    }
    if shelf.find(hash, is_same).is_none() {
        let rehash = |(kept, _): &Analyzed| xxh3_64(kept.as_bytes());
        shelf.insert_unique(hash, (written.into(), Arc::clone(&words)), rehash);
    }
    words
}

/// The forms of a word that is folded already.
#[must_use]
pub fn forms_of(folded: &str, analysis: Analysis) -> Forms {
    forms(folded, folded, (TokenKind::Word, analysis))
}

fn analyze(written: &str, kind: TokenKind, analysis: Analysis) -> Vec<Word> {
    let whole = Span::new(0, written.len());
    let parts = match (kind, analysis) {
        (TokenKind::Word, Analysis::Full) => segment(written),
        _ => vec![whole],
    };
    let mut found = Vec::new();
    if let [_] = parts.as_slice() {
        push_words(&mut found, written, whole, Share::Plain, (kind, analysis));
    } else {
        push_words(&mut found, written, whole, Share::Glued, (kind, analysis));
        for part in parts {
            push_words(&mut found, written, part, Share::Part, (kind, analysis));
        }
    }
    found
}

/// Adds the word at `span`: several where folding takes a ligature apart.
fn push_words(
    found: &mut Vec<Word>,
    written: &str,
    span: Span,
    share: Share,
    how: (TokenKind, Analysis),
) {
    let folded = fold_plain(span.slice(written));
    for part in folded.split_whitespace() {
        let forms = Arc::new(forms(cut(part), span.slice(written), how));
        found.push(Word { span, share, forms });
    }
}

fn cut(word: &str) -> &str {
    let end = word.char_indices().nth(LONGEST_WORD);
    end.map_or(word, |(end, _)| &word[..end])
}

fn forms(folded: &str, written: &str, (kind, analysis): (TokenKind, Analysis)) -> Forms {
    let is_arabic =
        kind == TokenKind::Word && folded.starts_with(crate::text::stem::is_folded_arabic);
    let stem = match analysis {
        Analysis::Full if is_arabic => stem(folded),
        Analysis::Light10 if is_arabic => light_stem(folded),
        Analysis::Full | Analysis::Light10 => folded.to_owned(),
    };
    let skeleton = if is_arabic {
        skeleton(&stem)
    } else {
        stem.clone()
    };
    let exact = cut(&spelling(written)).to_owned();
    Forms {
        is_usual: exact == usual_spelling(folded),
        exact,
        root: if is_arabic {
            root(&skeleton)
        } else {
            skeleton.clone()
        },
        is_stop: is_stop_word(folded),
        folded: folded.to_owned(),
        stem,
        skeleton,
        is_arabic,
    }
}
