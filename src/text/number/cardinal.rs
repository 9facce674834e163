//! Cardinal words. A number is a sum of groups below a thousand, each multiplied by a scale smaller than the one before
//! it; inside a group come hundreds, units, tens, joined by «و». Invariant: the value returned is that of the words
//! taken, and a word that only makes sense with its follower («أحد», «اثنا») is never taken without it.

use crate::text::fold::fold_plain;

/// What one folded word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// 0, and nothing may follow.
    Zero,
    /// 1 to 9.
    Unit(u64),
    /// 1 or 2 in a form that needs «عشر» or a ten behind it.
    OpenUnit(u64),
    /// 10, alone or as the second half of 11 to 19.
    Ten,
    /// 20 to 90.
    Tens(u64),
    /// 100 to 900 in one word.
    Hundred(u64),
    /// Thousand, million, thousand million; twice that when the word is dual and no number stands before it.
    Scale { unit: u64, count: u64 },
}

pub(super) fn parse(words: &[&str]) -> Option<(u64, usize)> {
    let mut sum = Sum::default();
    let mut found = None;
    let mut index = 0;
    while let Some((part, is_joined, taken)) = read_part(words.get(index..)?, index == 0) {
        if !sum.add(part, is_joined || index == 0) {
            break;
        }
        index += taken;
        if !sum.is_open {
            found = Some((sum.value(), index));
        }
        if part == Part::Zero {
            break;
        }
    }
    found
}

/// The part at the beginning of `words`, whether «و» joins it to what is before, and how many words it takes.
fn read_part(words: &[&str], is_first: bool) -> Option<(Part, bool, usize)> {
    let word = fold_plain(words.first()?);
    // «وأحد عشر» folds to «واحد عشر», in which «واحد» is no number of its own.
    let is_eleven = || {
        let next = words.get(1).map(|next| fold_plain(next));
        matches!(next.as_deref(), Some("عشر" | "عشره"))
    };
    if word == "واحد" && !is_first && is_eleven() {
        return Some((Part::OpenUnit(1), true, 1));
    }
    if let Some(part) = part_of(&word) {
        return Some((part, false, 1));
    }
    if word == "و" && !is_first {
        return part_of(&fold_plain(words.get(1)?)).map(|part| (part, true, 2));
    }
    if let Some(part) = word.strip_prefix('و').and_then(part_of) {
        return Some((part, true, 1));
    }
    // A preposition only before words long enough that what is left is no accident: «بعشرين», not «لست».
    let rest = word
        .strip_prefix(['ب', 'ل', 'ف', 'ك'])
        .filter(|rest| is_first && rest.chars().count() > 3)?;
    part_of(rest).map(|part| (part, false, 1))
}

/// The number read so far.
#[derive(Default)]
struct Sum {
    closed: u64,
    last_scale: Option<u64>,
    hundreds: u64,
    tens: u64,
    units: u64,
    has_zero: bool,
    is_open: bool,
}

impl Sum {
    fn group(&self) -> u64 {
        self.hundreds + self.tens + self.units
    }

    fn value(&self) -> u64 {
        self.closed + self.group()
    }

    fn is_empty(&self) -> bool {
        self.value() == 0 && !self.has_zero
    }

    /// Adds a part; false when the part cannot continue the number.
    fn add(&mut self, part: Part, is_joined: bool) -> bool {
        let has_room = self.tens == 0 && self.units == 0 && is_joined;
        match part {
            Part::Zero if self.is_empty() => self.has_zero = true,
            Part::Unit(value) if has_room => self.units = value,
            Part::OpenUnit(value) if has_room => {
                self.units = value;
                self.is_open = true;
                return true;
            }
            Part::Ten if has_room => self.units = 10,
            Part::Ten if !is_joined && (1..=9).contains(&self.units) && self.tens == 0 => {
                self.tens = 10;
            }
            Part::Tens(value) if self.tens == 0 && self.units < 10 && is_joined => {
                self.tens = value;
            }
            Part::Hundred(value) if is_joined && self.group() == 0 => self.hundreds = value,
            Part::Hundred(100)
                if !is_joined && self.group() == self.units && (3..=9).contains(&self.units) =>
            {
                self.hundreds = self.units * 100;
                self.units = 0;
            }
            Part::Scale { unit, count } => return self.multiply(unit, count, is_joined),
            Part::Zero
            | Part::Unit(_)
            | Part::OpenUnit(_)
            | Part::Ten
            | Part::Tens(_)
            | Part::Hundred(_) => {
                return false;
            }
        }
        self.is_open = false;
        true
    }

    fn multiply(&mut self, unit: u64, count: u64, is_joined: bool) -> bool {
        let is_smaller = self.last_scale.is_none_or(|last| unit < last);
        let group = self.group();
        let is_in_place = if group == 0 {
            is_joined
        } else {
            self.is_multiplied(is_joined)
        };
        if self.is_open || self.has_zero || !is_smaller || !is_in_place {
            return false;
        }
        self.closed += unit * if group == 0 { count } else { group };
        (self.hundreds, self.tens, self.units) = (0, 0, 0);
        self.last_scale = Some(unit);
        true
    }

    /// Whether a scale right behind the group multiplies it: it must not be joined, and «واحد ألف» is not said.
    fn is_multiplied(&self, is_joined: bool) -> bool {
        !is_joined && self.group() > 2
    }
}

fn part_of(folded: &str) -> Option<Part> {
    if let Some(value) = hundred_of(folded) {
        return Some(Part::Hundred(value));
    }
    let part = match folded {
        "صفر" => Part::Zero,
        "واحد" | "واحده" => Part::Unit(1),
        "احد" | "احدي" => Part::OpenUnit(1),
        "اثنان" | "اثنين" | "اثنتان" | "اثنتين" => Part::Unit(2),
        "اثنا" | "اثني" | "اثنتا" | "اثنتي" => Part::OpenUnit(2),
        "عشر" | "عشره" => Part::Ten,
        "الف" | "الاف" => Part::Scale {
            unit: 1_000,
            count: 1,
        },
        "الفا" | "الفي" | "الفان" | "الفين" => Part::Scale {
            unit: 1_000,
            count: 2,
        },
        "مليون" | "ملايين" => Part::Scale {
            unit: 1_000_000,
            count: 1,
        },
        "مليونا" | "مليوني" | "مليونان" | "مليونين" => Part::Scale {
            unit: 1_000_000,
            count: 2,
        },
        "مليار" | "مليارات" | "بليون" => Part::Scale {
            unit: 1_000_000_000,
            count: 1,
        },
        "مليارا" | "ملياري" | "ملياران" | "مليارين" => Part::Scale {
            unit: 1_000_000_000,
            count: 2,
        },
        _ => match tens_of(folded) {
            Some(value) => Part::Tens(value),
            None => Part::Unit(unit_of(folded)?),
        },
    };
    Some(part)
}

/// The value of a folded word from 3 to 9.
fn unit_of(folded: &str) -> Option<u64> {
    Some(match folded {
        "ثلاث" | "ثلاثه" => 3,
        "اربع" | "اربعه" => 4,
        "خمس" | "خمسه" => 5,
        "ست" | "سته" => 6,
        "سبع" | "سبعه" => 7,
        "ثمان" | "ثماني" | "ثمانيه" => 8,
        "تسع" | "تسعه" => 9,
        _ => return None,
    })
}

/// The value of a folded ten from 20 to 90, in either case.
pub(super) fn tens_of(folded: &str) -> Option<u64> {
    let stem = folded
        .strip_suffix("ون")
        .or_else(|| folded.strip_suffix("ين"))?;
    Some(match stem {
        "عشر" => 20,
        "ثلاث" => 30,
        "اربع" => 40,
        "خمس" => 50,
        "ست" => 60,
        "سبع" => 70,
        "ثمان" => 80,
        "تسع" => 90,
        _ => return None,
    })
}

/// The value of a folded hundred: «ميه» and «مايه» are what «مئة» and «مائة» fold to.
fn hundred_of(folded: &str) -> Option<u64> {
    match folded {
        "ميه" | "مايه" => return Some(100),
        "ميتان" | "ميتين" | "ميتا" | "ميتي" | "مايتان" | "مايتين" | "مايتا" | "مايتي" =>
        {
            return Some(200);
        }
        "ثلثميه" | "ثلثمايه" => return Some(300),
        _ => {}
    }
    let stem = folded
        .strip_suffix("مايه")
        .or_else(|| folded.strip_suffix("ميه"))?;
    unit_of(stem).map(|value| value * 100)
}
