//! Character n-grams: every stretch of a word so many letters long. They find a word inside another that no rule could
//! cut, or beside a slip of the pen; so they rank and never decide what matches.

/// Letters of a gram. Four were best over Arabic passages; three join unrelated words, five miss too much.
pub const LENGTH: usize = 4;

/// The grams of a word, in order; none of a word with fewer letters.
pub fn grams(word: &str) -> impl Iterator<Item = &str> {
    let starts = word.char_indices().map(|(start, _)| start);
    let ends = word
        .char_indices()
        .map(|(start, _)| start)
        .chain([word.len()])
        .skip(LENGTH);
    starts
        .zip(ends)
        .filter_map(|(start, end)| word.get(start..end))
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
    }
}
