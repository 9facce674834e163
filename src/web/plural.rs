//! Counted nouns. The plural categories of Unicode decide the form in each language, so that a page never says
//! «3 حدث»: Arabic has none, one, two, few (3–10), many (11–99) and the rest (100, 101, 102 …).

use crate::web::locale;

/// A noun in the forms that counting needs; the words are in `locale/*/count.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    counted: &'static str,
    genitive: &'static str,
    alone: &'static str,
}

macro_rules! noun {
    ($(#[$doc:meta])* $name:ident: $stem:literal) => {
        $(#[$doc])*
        pub const $name: Noun = Noun {
            counted: concat!($stem, "-count"),
            genitive: concat!($stem, "-count-genitive"),
            alone: concat!($stem, "-noun"),
        };
    };
}

noun!(
    /// Events.
    EVENT: "event"
);
noun!(
    /// Countries.
    COUNTRY: "country"
);
noun!(
    /// Organizations.
    ORGANIZATION: "organization"
);
noun!(
    /// Bodies of any sort, as sources count those that attend.
    BODY: "body"
);
noun!(
    /// Persons.
    PERSON: "person"
);
noun!(
    /// Places.
    PLACE: "place"
);
noun!(
    /// Decisions.
    DECISION: "decision"
);
noun!(
    /// Quotations.
    QUOTATION: "quotation"
);
noun!(
    /// Days.
    DAY: "day"
);
noun!(
    /// Pages.
    PAGE: "page"
);
noun!(
    /// Sources of an event.
    SOURCE: "source"
);
noun!(
    /// States of a record in its history.
    REVISION: "revision"
);
noun!(
    /// Pairs of organizations.
    PAIR: "pair"
);

impl Noun {
    /// So many of it, where the phrase stands alone or as a subject: «حدثان», «5 أحداث», «98 شخصا».
    #[must_use]
    pub fn count(self, number: u64) -> String {
        locale::count(self.counted, number)
    }

    /// So many of it after a preposition or «نحو»: «حدثين», «5 أحداث».
    #[must_use]
    pub fn count_genitive(self, number: u64) -> String {
        locale::count(self.genitive, number)
    }

    /// The noun alone, as it stands under the number: «أحداث» for 5.
    #[must_use]
    pub fn form(self, number: u64) -> String {
        locale::count(self.alone, number)
    }
}

/// A number for reading: thousands are set apart from 10 000 on.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::{BODY, EVENT, PERSON, grouped};

    #[test]
    fn each_of_the_six_categories_has_its_form() {
        let cases = [
            (0, "لا أحداث"),
            (1, "حدث واحد"),
            (2, "حدثان"),
            (3, "3 أحداث"),
            (10, "10 أحداث"),
            (11, "11 حدثا"),
            (99, "99 حدثا"),
            (100, "100 حدث"),
            (102, "102 حدث"),
            (103, "103 أحداث"),
            (111, "111 حدثا"),
            (200, "200 حدث"),
        ];
        for (number, words) in cases {
            assert_eq!(EVENT.count(number), words);
        }
        assert_eq!(PERSON.count(98), "98 شخصا");
        assert_eq!(PERSON.count_genitive(2), "شخصين");
        assert_eq!(BODY.count(47), "47 هيئة");
    }

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!(grouped(9_999), "9999");
        assert_eq!(grouped(38_000), "38\u{a0}000");
        assert_eq!(grouped(1_234_567), "1\u{a0}234\u{a0}567");
    }
}
