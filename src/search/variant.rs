//! Why a text was found where that is not plain: the forms in which it has a word that was typed otherwise.

use crate::search::analyzer::{Analysis, Share, Word, words_of};
use crate::search::question::read;
use crate::search::snippet::meets;

/// So many forms are told.
const MOST: usize = 3;

/// The words of `text`, as written, by which it answers `query` though they look otherwise: another number or pattern of
/// the word («المجالس» for «مجلس»), or a word glued to others. A word that the text also has as typed, but for clitics
/// and endings, is plain and not told.
#[must_use]
pub fn found_as(text: &str, query: &str) -> Vec<String> {
    let question = read(query, Analysis::Full);
    let words = words_of(text, Analysis::Full);
    let mut told: Vec<String> = Vec::new();
    for sought in &question.words {
        let found: Vec<&Word> = words
            .iter()
            .filter(|word| word.share != Share::Glued && meets(sought, &word.forms))
            .collect();
        let is_plain = |word: &&Word| word.share == Share::Plain && word.forms.stem == sought.stem;
        if found.iter().any(is_plain) {
            continue;
        }
        for word in found {
            let written = whole(&words, word).span.slice(text);
            if told.len() < MOST && !told.iter().any(|other| other == written) {
                told.push(written.to_owned());
            }
        }
    }
    told
}

/// The glued word that a part stands in; any other word is whole.
fn whole<'a>(words: &'a [Word], word: &'a Word) -> &'a Word {
    let glued = words.iter().filter(|other| other.share == Share::Glued);
    let mut around = glued.filter(|other| other.span.contains(word.span));
    match word.share {
        Share::Part => around.next().unwrap_or(word),
        Share::Plain | Share::Glued => word,
    }
}

#[cfg(test)]
mod tests {
    use super::found_as;

    #[test]
    fn only_what_is_not_plain_is_told() {
        let table = [
            ("اجتمعت المجالس كلها", "مجلس", vec!["المجالس"]),
            ("اجتمع المجلس ثم المجالس", "مجلس", vec![]),
            ("قرارٌ وقراراتٌ بعده", "قرار", vec![]),
            ("سافر إلى هولنداوألمانيا", "ألمانيا", vec!["هولنداوألمانيا"]),
            ("لا شيء هنا", "مجلس", vec![]),
            ("اجتمعت المجالس", "", vec![]),
        ];
        for (text, query, expected) in table {
            assert_eq!(found_as(text, query), expected, "{query}");
        }
    }
}
