//! A document as it is written: a headline, who came together where and when, who spoke, and then sentences of the
//! sources until it is long enough. What the record will quote is remembered by its place.

use std::ops::Range;

use sijill::model::country::CountryCode;
use sijill::model::vocabulary::{CountryRole, Kind, Role};

use crate::generate::chance::{Chance, Zipf};
use crate::generate::country::draw_countries;
use crate::generate::day::Day;
use crate::generate::organization::{Body, Register};
use crate::generate::person::draw_person;
use crate::generate::source::Sentences;
use crate::generate::variation::varied;

/// Bytes of a text: from about the first to at most the second.
const SIZES: (usize, usize) = (3000, 5000);

/// Longer sentences are no decisions.
const LONGEST_DECISION: usize = 400;

const KINDS: [(Kind, u32); 5] = [
    (Kind::Founding, 30),
    (Kind::Meeting, 30),
    (Kind::Conference, 20),
    (Kind::Statement, 15),
    (Kind::Call, 5),
];

/// Roles of those beside the first, with the words that say so.
const PARTS: [((Role, &str), u32); 4] = [
    ((Role::Participant, "وبمشاركة"), 60),
    ((Role::Invited, "وبحضور وفد ضيف عن"), 10),
    ((Role::Host, "وباستضافة من"), 5),
    ((Role::Mentioned, "وبعد التذكير ببيان"), 25),
];

const SHARES: [((CountryRole, &str), u32); 3] = [
    ((CountryRole::Participant, "وحضرت وفود من"), 40),
    ((CountryRole::Subject, "وتناول النقاش الوضع في"), 30),
    (
        (CountryRole::Mentioned, "وأشارت كلمات إلى تجربة مماثلة في"),
        30,
    ),
];

/// What the documents of an archive are made of.
pub struct Stock {
    /// Sentences.
    pub sentences: Sentences,
    /// Organizations.
    pub register: Register,
    /// How often each family name is met.
    pub families: Zipf,
}

/// A document, and where in it stands what its record says.
pub struct Account<'a> {
    /// The text.
    pub text: String,
    /// Its headline.
    pub title: String,
    /// What sort of event it tells of.
    pub kind: Kind,
    /// When.
    pub day: (Range<usize>, Day),
    /// Who.
    pub organizations: Vec<(Range<usize>, &'a Body, Role)>,
    /// Where and about what.
    pub countries: Vec<(Range<usize>, CountryCode, CountryRole)>,
    /// Sentences that pass for decisions.
    pub decisions: Vec<Range<usize>>,
}

impl<'a> Account<'a> {
    /// Writes one.
    pub fn new(stock: &'a Stock, chance: &mut Chance) -> Self {
        let bodies = stock.register.draw(chance.between(1, 6), chance);
        let codes = draw_countries(chance.between(1, 4), chance);
        let (kind, day) = (chance.weighed(&KINDS), Day::draw(chance));
        let title = format!("{} {} في {}", heading(kind), bodies[0].name, name(codes[0]));
        let mut account = Self {
            text: format!("{title}\n\n"),
            title,
            kind,
            day: (0..0, day),
            organizations: Vec::new(),
            countries: Vec::new(),
            decisions: Vec::new(),
        };
        account.open(&bodies, codes[0], chance);
        account.name_countries(&codes[1..], chance);
        account.name_speakers(&stock.families, chance);
        account.fill(&stock.sentences, chance);
        account
    }

    fn say(&mut self, words: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(words);
        start..self.text.len()
    }

    fn open(&mut self, bodies: &[&'a Body], venue: CountryCode, chance: &mut Chance) {
        let (verb, link, role) = opening(self.kind);
        self.say(verb);
        let day = self.day.1.words.clone();
        self.day.0 = self.say(&day);
        self.say(" ");
        let place = self.say(&format!("في {}", name(venue)));
        self.countries.push((place, venue, CountryRole::Venue));
        self.say(link);
        for (place, body) in bodies.iter().enumerate() {
            let role = if place == 0 {
                role
            } else {
                let (role, words) = chance.weighed(&PARTS);
                self.say(&format!("، {words} "));
                role
            };
            let passage = self.say(&body.name);
            self.organizations.push((passage, body, role));
        }
        self.say(". ");
    }

    fn name_countries(&mut self, codes: &[CountryCode], chance: &mut Chance) {
        for code in codes {
            let (role, words) = chance.weighed(&SHARES);
            let passage = self.say(&format!("{words} {}", name(*code)));
            self.countries.push((passage, *code, role));
            self.say(". ");
        }
    }

    fn name_speakers(&mut self, families: &Zipf, chance: &mut Chance) {
        let speakers: Vec<String> = (0..chance.between(1, 5))
            .map(|_| draw_person(families, chance))
            .collect();
        self.say(&format!("وتحدث في البداية {}.", speakers.join("، ثم ")));
    }

    fn fill(&mut self, sentences: &Sentences, chance: &mut Chance) {
        let enough = chance.between(SIZES.0, SIZES.1 - 400);
        while self.text.len() < enough {
            self.say("\n\n");
            for _ in 0..chance.between(2, 4) {
                let sentence = varied(sentences.draw(chance), chance);
                if self.text.len() + sentence.len() >= SIZES.1 {
                    continue;
                }
                let passage = self.say(&sentence);
                self.say(" ");
                if sentence.len() <= LONGEST_DECISION && chance.happens(0.15) {
                    self.decisions.push(passage);
                }
            }
            self.text.truncate(self.text.trim_end().len());
        }
    }
}

fn name(code: CountryCode) -> &'static str {
    code.country().arabic
}

fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Founding => "تأسيس",
        Kind::Meeting => "اجتماع بدعوة من",
        Kind::Conference => "مؤتمر بدعوة من",
        Kind::Statement => "بيان مشترك مع",
        Kind::Call => "نداء من",
    }
}

/// The words before the date, those before the first organization, and the part that it plays.
fn opening(kind: Kind) -> (&'static str, &'static str, Role) {
    match kind {
        Kind::Founding => ("أُعلن ", " تأسيس ", Role::Founded),
        Kind::Meeting => ("انعقد ", " اجتماع بدعوة من ", Role::Convener),
        Kind::Conference => ("انعقد ", " مؤتمر بدعوة من ", Role::Convener),
        Kind::Statement => ("صدر ", " بيان مشترك بتوقيع من ", Role::Participant),
        Kind::Call => ("صدر ", " نداء إلى العمل المشترك من ", Role::Convener),
    }
}
