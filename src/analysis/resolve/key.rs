//! The form in which two spellings of a name are the same: folded, without articles, signs and spaces, glued words cut.
//! Invariant: a key depends on the name alone, and the key of a key's words, joined, is the key.

use crate::analysis::lexicon::body::{Class, find};
use crate::text::clitic::strip_article;
use crate::text::fold::fold_plain;
use crate::text::lexicon::rarity;
use crate::text::segment::segment;
use crate::text::stem::stem;
use crate::text::token::words;

/// The most words of a name that are looked at.
const LONGEST: usize = 40;

/// The words of a name: folded, without article, glued ones cut apart.
#[must_use]
pub fn words_of(name: &str) -> Vec<String> {
    let mut list = Vec::new();
    for word in words(name).take(LONGEST) {
        let written = word.span.slice(name);
        let folded = fold_plain(written);
        if rarity(&folded).is_some() {
            list.push(bare(&folded));
        } else {
            let parts = segment(written);
            list.extend(
                parts
                    .iter()
                    .map(|part| bare(&fold_plain(part.slice(written)))),
            );
        }
    }
    list
}

/// A folded word without its article, also behind «و» and «ل».
fn bare(word: &str) -> String {
    for (row, kept) in [("وال", "و"), ("لل", "ل"), ("ولل", "ول"), ("بال", "ب")] {
        let rest = word.strip_prefix(row);
        if let Some(rest) = rest.filter(|rest| rest.chars().count() >= 3) {
            return format!("{kept}{rest}");
        }
    }
    strip_article(word).to_owned()
}

/// The words of a person's name without what the person is called by.
#[must_use]
pub fn words_of_person(name: &str) -> Vec<String> {
    let all = words_of(name);
    let is_title = |word: &String| {
        word.chars().count() <= 1 || find(word).is_some_and(|word| word.has(Class::Title))
    };
    let titles = all.iter().take_while(|word| is_title(word)).count();
    let rest = all.get(titles..).filter(|rest| !rest.is_empty());
    rest.map_or_else(|| all.clone(), <[String]>::to_vec)
}

/// Words as one key; spaces do not count.
#[must_use]
pub fn key(words: &[String]) -> String {
    words.concat()
}

/// A name without what stands in brackets, and what stands there, if anything does.
#[must_use]
pub fn without_brackets(name: &str) -> Option<(String, String)> {
    let open = name.find(['(', '['])?;
    let rest = name.get(open + 1..)?;
    let close = rest.find([')', ']'])?;
    let inner = rest.get(..close)?.trim().to_owned();
    let outer = format!("{} {}", name.get(..open)?, rest.get(close + 1..)?);
    (!inner.is_empty() && !outer.trim().is_empty()).then_some((outer, inner))
}

/// The stems by which names are held to be near one another.
#[must_use]
pub fn stems(words: &[String]) -> Vec<String> {
    let mut stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

#[cfg(test)]
mod tests {
    use super::{key, without_brackets, words_of, words_of_person};

    #[test]
    fn spellings_meet() {
        let table = [
            ("الأمم المتحدة", "الاممالمتحدة"),
            ("«شبكة النهر»", "شبكة النهر"),
            ("رابطة المُزارعين والعمّال", "رابطة مزارعين وعمال"),
            ("جمعية عبد الله", "جمعية عبدالله"),
        ];
        for (one, other) in table {
            assert_eq!(key(&words_of(one)), key(&words_of(other)), "{one}");
        }
        assert_ne!(key(&words_of("شبكة النهر")), key(&words_of("شبكة البحر")));
    }

    #[test]
    fn titles_and_brackets_go() {
        assert_eq!(words_of_person("الدكتورة سلمى الوادي"), ["سلمي", "وادي"]);
        assert_eq!(words_of_person("د. سالم"), ["سالم"]);
        assert_eq!(
            without_brackets("حركة الوفاء (وفاء)"),
            Some(("حركة الوفاء  ".to_owned(), "وفاء".to_owned()))
        );
        assert_eq!(without_brackets("حركة (الوفاء"), None);
    }
}
