//! From analyzed words to the engine: the terms of a field as one string, which the engine's tokenizer only takes apart
//! again. A string a field is a fraction of the cost of a token a word.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The name under which an index knows [`Terms`].
pub const TERMS: &str = "terms";

/// Ends a term; the next one stands at the next position.
const NEXT: char = '\n';
/// Ends a term; the next one stands at the same position.
const SAME: char = '\t';

/// A row of terms being written.
#[derive(Debug, Default)]
pub struct Row(String);

impl Row {
    /// Adds a term; the next one will stand behind it.
    pub fn push(&mut self, term: &str) {
        self.0.push_str(term);
        self.0.push(NEXT);
    }

    /// Adds a term; the next one will stand at the same position.
    pub fn push_beside(&mut self, term: &str) {
        self.0.push_str(term);
        self.0.push(SAME);
    }

    /// The row as text.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}

/// Takes a [`Row`] apart.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    token: Token,
}

/// A row being taken apart.
pub struct TermStream<'a> {
    rest: &'a str,
    token: &'a mut Token,
    /// Where the next term stands.
    next: usize,
}

impl Tokenizer for Terms {
    type TokenStream<'a> = TermStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> TermStream<'a> {
        self.token.reset();
        TermStream {
            rest: text,
            token: &mut self.token,
            next: 0,
        }
    }
}

impl TokenStream for TermStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(end) = self.rest.find([NEXT, SAME]) else {
            return false;
        };
        self.token.position = self.next;
        self.token.text.clear();
        self.token.text.push_str(&self.rest[..end]);
        self.next += usize::from(self.rest[end..].starts_with(NEXT));
        self.rest = &self.rest[end + 1..];
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
