//! When an event took place: a day, or only a month or a year, in the words of one region or another.

use sijill::model::date::{DateError, Edtf};

use crate::generate::chance::Chance;

const MAGHREBI: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "ماي",
    "يونيو",
    "يوليوز",
    "غشت",
    "شتنبر",
    "أكتوبر",
    "نونبر",
    "دجنبر",
];
const LEVANTINE: [&str; 12] = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];
const EGYPTIAN: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];

/// Later decades are commoner, since the web remembers the present best.
const DECADES: [((usize, usize), u32); 4] = [
    ((1990, 1999), 5),
    ((2000, 2009), 20),
    ((2010, 2019), 45),
    ((2020, 2026), 30),
];

/// A date in words and in figures.
#[derive(Debug, Clone)]
pub struct Day {
    /// As the text has it.
    pub words: String,
    year: usize,
    month: Option<usize>,
    day: Option<usize>,
}

impl Day {
    /// Any date of these decades.
    pub fn draw(chance: &mut Chance) -> Self {
        let (first, last) = chance.weighed(&DECADES);
        let year = chance.between(first, last);
        let names = chance.one_of(&[MAGHREBI, LEVANTINE, EGYPTIAN]);
        // No day after the 28th, so that every month has it; no month after October, so that none lies ahead.
        let (month, day) = (chance.between(1, 10), chance.between(1, 28));
        let name = names[month - 1];
        match chance.weighed(&[(0, 70), (1, 20), (2, 10)]) {
            0 => Self {
                words: format!("يوم {day} {name} {year}"),
                year,
                month: Some(month),
                day: Some(day),
            },
            1 => Self {
                words: format!("خلال {name} {year}"),
                year,
                month: Some(month),
                day: None,
            },
            _ => Self {
                words: format!("سنة {year}"),
                year,
                month: None,
                day: None,
            },
        }
    }

    /// As the record has it.
    pub fn edtf(&self) -> Result<Edtf, DateError> {
        let year = self.year;
        match (self.month, self.day) {
            (Some(month), Some(day)) => Edtf::parse(&format!("{year}-{month:02}-{day:02}")),
            (Some(month), None) => Edtf::parse(&format!("{year}-{month:02}")),
            (None, _) => Edtf::parse(&year.to_string()),
        }
    }
}
