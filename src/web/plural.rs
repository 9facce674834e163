//! Counted nouns in Arabic. The six categories of Unicode's plural rules decide the form, so that a page never says
//! «3 حدث»: none, one, two, few (3–10), many (11–99) and the rest (100, 101, 102 …).

/// A noun in the forms that counting needs, written without vowels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    /// «لا أحداث»
    pub zero: &'static str,
    /// «حدث واحد»
    pub one: &'static str,
    /// «حدثان»
    pub two: &'static str,
    /// «حدثين»: two after a preposition or «نحو».
    pub two_genitive: &'static str,
    /// «أحداث»: after 3 to 10.
    pub few: &'static str,
    /// «حدثا»: after 11 to 99.
    pub many: &'static str,
    /// «حدث»: after hundreds.
    pub other: &'static str,
}

macro_rules! noun {
    ($(#[$doc:meta])* $name:ident: $zero:literal, $one:literal, $two:literal, $two_genitive:literal, $few:literal, $many:literal, $other:literal) => {
        $(#[$doc])*
        pub const $name: Noun = Noun {
            zero: $zero,
            one: $one,
            two: $two,
            two_genitive: $two_genitive,
            few: $few,
            many: $many,
            other: $other,
        };
    };
}

noun!(
    /// Events.
    EVENT: "لا أحداث", "حدث واحد", "حدثان", "حدثين", "أحداث", "حدثا", "حدث"
);
noun!(
    /// Countries.
    COUNTRY: "لا بلدان", "بلد واحد", "بلدان اثنان", "بلدين", "بلدان", "بلدا", "بلد"
);
noun!(
    /// Organizations.
    ORGANIZATION: "لا منظمات", "منظمة واحدة", "منظمتان", "منظمتين", "منظمات", "منظمة", "منظمة"
);
noun!(
    /// Bodies of any sort, as sources count those that attend.
    BODY: "لا هيئات", "هيئة واحدة", "هيئتان", "هيئتين", "هيئات", "هيئة", "هيئة"
);
noun!(
    /// Persons.
    PERSON: "لا أشخاص", "شخص واحد", "شخصان", "شخصين", "أشخاص", "شخصا", "شخص"
);
noun!(
    /// Places.
    PLACE: "لا أماكن", "مكان واحد", "مكانان", "مكانين", "أماكن", "مكانا", "مكان"
);
noun!(
    /// Decisions.
    DECISION: "لا قرارات", "قرار واحد", "قراران", "قرارين", "قرارات", "قرارا", "قرار"
);
noun!(
    /// Quotations.
    QUOTATION: "لا أقوال", "قول واحد", "قولان", "قولين", "أقوال", "قولا", "قول"
);
noun!(
    /// Days.
    DAY: "لا أيام", "يوم واحد", "يومان", "يومين", "أيام", "يوما", "يوم"
);
noun!(
    /// Pages.
    PAGE: "لا صفحات", "صفحة واحدة", "صفحتان", "صفحتين", "صفحات", "صفحة", "صفحة"
);
noun!(
    /// Sources of an event.
    SOURCE: "لا مصادر", "مصدر واحد", "مصدران", "مصدرين", "مصادر", "مصدرا", "مصدر"
);
noun!(
    /// States of a record in its history.
    REVISION: "لا حالات", "حالة واحدة", "حالتان", "حالتين", "حالات", "حالة", "حالة"
);

impl Noun {
    /// So many of it, where the phrase stands alone or as a subject: «حدثان», «5 أحداث», «98 شخصا».
    #[must_use]
    pub fn count(self, number: u64) -> String {
        match number {
            0 => self.zero.to_owned(),
            1 => self.one.to_owned(),
            2 => self.two.to_owned(),
            _ => format!("{} {}", grouped(number), self.form(number)),
        }
    }

    /// So many of it after a preposition or «نحو»: «حدثين», «5 أحداث».
    #[must_use]
    pub fn count_genitive(self, number: u64) -> String {
        match number {
            2 => self.two_genitive.to_owned(),
            _ => self.count(number),
        }
    }

    /// The noun alone, as it stands under the number: «أحداث» for 5.
    #[must_use]
    pub fn form(self, number: u64) -> &'static str {
        match number % 100 {
            3..=10 => self.few,
            11..=99 => self.many,
            _ => self.other,
        }
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
