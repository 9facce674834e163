//! The countries that events are about, and towns for organizations to be at home in.

use sijill::model::country::CountryCode;

use crate::generate::chance::{Chance, Zipf};

/// Countries, those named most often first.
const CODES: [&str; 40] = [
    "MA", "EG", "PS", "TN", "SY", "LB", "DZ", "FR", "IQ", "JO", "SD", "LY", "YE", "BE", "NL", "ES",
    "DE", "TR", "MR", "KW", "QA", "SA", "GB", "US", "IT", "BH", "AE", "OM", "CA", "SE", "CH", "SN",
    "ML", "AT", "SO", "DJ", "IR", "DK", "NO", "GR",
];

/// Towns with their countries.
pub const TOWNS: [(&str, &str); 32] = [
    ("الرباط", "MA"),
    ("الدار البيضاء", "MA"),
    ("فاس", "MA"),
    ("أكادير", "MA"),
    ("القاهرة", "EG"),
    ("الإسكندرية", "EG"),
    ("أسيوط", "EG"),
    ("تونس", "TN"),
    ("صفاقس", "TN"),
    ("قفصة", "TN"),
    ("الجزائر العاصمة", "DZ"),
    ("وهران", "DZ"),
    ("قسنطينة", "DZ"),
    ("دمشق", "SY"),
    ("حلب", "SY"),
    ("درعا", "SY"),
    ("بيروت", "LB"),
    ("طرابلس", "LB"),
    ("عمان", "JO"),
    ("إربد", "JO"),
    ("بغداد", "IQ"),
    ("البصرة", "IQ"),
    ("غزة", "PS"),
    ("نابلس", "PS"),
    ("الخرطوم", "SD"),
    ("بنغازي", "LY"),
    ("صنعاء", "YE"),
    ("نواكشوط", "MR"),
    ("باريس", "FR"),
    ("بروكسل", "BE"),
    ("أمستردام", "NL"),
    ("برلين", "DE"),
];

/// So many different countries, the first ones more often.
pub fn draw_countries(count: usize, chance: &mut Chance) -> Vec<CountryCode> {
    let law = Zipf::new(CODES.len(), 1.0);
    let codes = law.draw_several(count, chance).into_iter();
    codes
        .filter_map(|rank| CountryCode::parse(CODES[rank]).ok())
        .collect()
}
