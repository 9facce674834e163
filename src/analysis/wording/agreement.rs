//! Numbers and their nouns. Invariant: the noun stands in the form that Arabic grammar asks for behind the number as it
//! is read aloud: one and two without figures, a plural from 3 to 10, an accusative singular from 11 to 99, a singular
//! behind round hundreds; the last two figures decide.

/// A noun in the forms that numbers ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    /// One of it.
    pub one: &'static str,
    /// Two of it.
    pub two: &'static str,
    /// Behind 3 to 10.
    pub few: &'static str,
    /// Behind 11 to 99.
    pub many: &'static str,
    /// Behind hundreds and thousands.
    pub other: &'static str,
}

/// Persons.
pub const PERSON: Noun = Noun {
    one: "شخص واحد",
    two: "شخصان",
    few: "أشخاص",
    many: "شخصا",
    other: "شخص",
};

/// Bodies.
pub const BODY: Noun = Noun {
    one: "هيئة واحدة",
    two: "هيئتان",
    few: "هيئات",
    many: "هيئة",
    other: "هيئة",
};

/// Countries.
pub const COUNTRY: Noun = Noun {
    one: "دولة واحدة",
    two: "دولتين",
    few: "دول",
    many: "دولة",
    other: "دولة",
};

/// Decisions; always behind «إلى».
pub const DECISION: Noun = Noun {
    one: "قرار واحد",
    two: "قرارين",
    few: "قرارات",
    many: "قرارا",
    other: "قرار",
};

/// Points of a text; always an object.
pub const POINT: Noun = Noun {
    one: "نقطة واحدة",
    two: "نقطتين",
    few: "نقاط",
    many: "نقطة",
    other: "نقطة",
};

/// The number with its noun.
#[must_use]
pub fn count(number: u64, noun: &Noun) -> String {
    match (number, number % 100) {
        (1, _) => noun.one.to_owned(),
        (2, _) => noun.two.to_owned(),
        (_, 3..=10) => format!("{number} {}", noun.few),
        (_, 11..=99) => format!("{number} {}", noun.many),
        _ => format!("{number} {}", noun.other),
    }
}

#[cfg(test)]
mod tests {
    use super::{BODY, DECISION, PERSON, count};

    #[test]
    fn nouns_follow_their_numbers() {
        let persons = [1, 2, 3, 10, 11, 98, 100, 103, 111, 200, 1_000, 1_012]
            .map(|number| count(number, &PERSON));
        let expected = [
            "شخص واحد",
            "شخصان",
            "3 أشخاص",
            "10 أشخاص",
            "11 شخصا",
            "98 شخصا",
            "100 شخص",
            "103 أشخاص",
            "111 شخصا",
            "200 شخص",
            "1000 شخص",
            "1012 شخصا",
        ];
        assert_eq!(persons, expected);
        assert_eq!(count(47, &BODY), "47 هيئة");
        assert_eq!(count(8, &DECISION), "8 قرارات");
    }
}
