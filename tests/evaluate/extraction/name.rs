//! When two names are one, and how far two passages share their words. Invariant: both are symmetric, and neither sees
//! spelling that folds away, punctuation or the article.

use sijill::text::clitic::strip_article;
use sijill::text::fold::fold_plain;
use sijill::text::token::words as tokens;

/// Names are one when so much of the words of the longer is shared.
const NAME_SHARE: f64 = 0.75;

/// The words of a text, folded and without the article.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded = fold_plain(text);
    tokens(&folded)
        .map(|token| strip_article(token.span.slice(&folded)).to_owned())
        .collect()
}

/// Whether two names are one: equal, or three quarters of the words of the longer are shared.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    share(&words(one), &words(other)) >= NAME_SHARE
}

/// How many words two lists share, each as often as it stands in both, as a part of the longer.
#[must_use]
pub fn share(one: &[String], other: &[String]) -> f64 {
    let mut rest: Vec<&String> = other.iter().collect();
    let mut shared = 0_usize;
    for word in one {
        if let Some(place) = rest.iter().position(|candidate| *candidate == word) {
            rest.swap_remove(place);
            shared += 1;
        }
    }
    shared as f64 / one.len().max(other.len()).max(1) as f64
}
