//! Character n-grams: every stretch of a word so many letters long. They find a word inside another that no rule could
//! cut, or beside a slip of the pen; so they rank and never decide what matches.

/// Letters of a gram. Four were best over Arabic passages; three join unrelated words, five miss too much.
pub const LENGTH: usize = 4;

/// The article with what may stand before it; the longer first.
const ARTICLES: [&str; 8] = ["وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال"];

/// The grams of a word, in order; none of a word with fewer letters. An article is left off: its grams tell little more
/// than that there is one, and would be a quarter of all.
pub fn grams(word: &str) -> impl Iterator<Item = &str> {
    let bare = without_article(word);
    let starts = bare.char_indices().map(|(start, _)| start);
    let ends = bare
        .char_indices()
        .map(|(start, _)| start)
        .chain([bare.len()])
        .skip(LENGTH);
    starts
        .zip(ends)
        .filter_map(|(start, end)| bare.get(start..end))
}

fn without_article(word: &str) -> &str {
    let rests = ARTICLES
        .iter()
        .filter_map(|article| word.strip_prefix(article));
    let mut long = rests.filter(|rest| rest.chars().count() >= LENGTH);
    long.next().unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::grams;

    #[test]
    fn every_stretch_of_four() {
        assert_eq!(
            grams("ساحلنا").collect::<Vec<_>>(),
            ["ساحل", "احلن", "حلنا"]
        );
        assert_eq!(grams("بحر").count() + grams("").count(), 0);
        for (word, expected) in [
            ("المجالس", vec!["مجال", "جالس"]),
            ("وبالساحل", vec!["ساحل"]),
            ("البحر", vec!["البح", "لبحر"]),
        ] {
            assert_eq!(grams(word).collect::<Vec<_>>(), expected);
        }
    }
}
