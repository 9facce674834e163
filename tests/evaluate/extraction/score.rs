//! Scores: for each field how many facts were asked for, found and right, with every miss by its document. Invariant: a
//! fact is right at most once, so that neither precision nor recall passes one.

use std::collections::BTreeMap;
use std::fmt;

/// What is scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Whether it is an event.
    IsEvent,
    /// Its kind.
    Kind,
    /// The first day.
    StartDate,
    /// The last day.
    EndDate,
    /// The countries it was held in.
    VenueCountry,
    /// Whether it was held over a network.
    Online,
    /// All the counts of a document.
    Attendance,
    /// The body that was founded or met.
    Body,
    /// Each count, with its unit.
    Count,
    /// The countries concerned.
    Country,
    /// The town it was held in.
    City,
    /// The bodies concerned.
    Organization,
    /// Those who take part.
    Person,
    /// What was decided.
    Decision,
    /// Who said what.
    Quotation,
}

impl Field {
    /// Its name in the table and in the list of misses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::IsEvent => "is_event",
            Self::Kind => "kind",
            Self::StartDate => "start date",
            Self::EndDate => "end date",
            Self::VenueCountry => "venue country",
            Self::Online => "online",
            Self::Attendance => "attendance",
            Self::Body => "body",
            Self::Count => "counts",
            Self::Country => "countries",
            Self::City => "city",
            Self::Organization => "organizations",
            Self::Person => "people",
            Self::Decision => "decisions",
            Self::Quotation => "quotations",
        }
    }

    /// Whether each document has one answer, right or wrong.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self < Self::Count
    }
}

/// Counts of facts.
#[derive(Debug, Default, Clone, Copy)]
pub struct Tally {
    /// Asked for by the gold.
    pub expected: usize,
    /// Given by the draft.
    pub found: usize,
    /// Both.
    pub right: usize,
}

impl Tally {
    /// The part of what was found that is right; all of nothing is right.
    #[must_use]
    pub fn precision(self) -> f64 {
        part(self.right, self.found)
    }

    /// The part of what was asked for that was found.
    #[must_use]
    pub fn recall(self) -> f64 {
        part(self.right, self.expected)
    }

    /// The harmonic mean of both; the share of right answers where each document has one.
    #[must_use]
    pub fn f1(self) -> f64 {
        part(2 * self.right, self.expected + self.found)
    }
}

fn part(some: usize, all: usize) -> f64 {
    if all == 0 {
        1.0
    } else {
        some as f64 / all as f64
    }
}

/// A wrong, missing or needless answer.
#[derive(Debug)]
pub struct Miss {
    /// The document.
    pub name: String,
    /// The field.
    pub field: Field,
    /// What the gold says.
    pub expected: String,
    /// What the draft says.
    pub found: String,
}

/// The tallies of all fields and the misses, in the order of the documents.
#[derive(Debug, Default)]
pub struct Scores {
    tallies: BTreeMap<Field, Tally>,
    misses: Vec<Miss>,
}

impl Scores {
    /// The tally of a field.
    #[must_use]
    pub fn tally(&self, field: Field) -> Tally {
        self.tallies.get(&field).copied().unwrap_or_default()
    }

    /// Every miss.
    #[must_use]
    pub fn misses(&self) -> &[Miss] {
        &self.misses
    }

    /// Adds a document's one answer.
    pub fn answer(&mut self, name: &str, field: Field, right: bool, expected: &str, found: &str) {
        let tally = self.tallies.entry(field).or_default();
        tally.expected += 1;
        tally.found += 1;
        tally.right += usize::from(right);
        if !right {
            self.miss(name, field, expected, found);
        }
    }

    /// Adds a document's list of answers. `likeness` tells how well two of them agree, 0 being not at all; each is
    /// paired with one other, the likest first.
    pub fn list<T>(
        &mut self,
        (name, field): (&str, Field),
        expected: &[T],
        found: &[T],
        likeness: impl Fn(&T, &T) -> f64,
        show: impl Fn(&T) -> String,
    ) {
        let pairs = pair(expected, found, likeness);
        let tally = self.tallies.entry(field).or_default();
        tally.expected += expected.len();
        tally.found += found.len();
        tally.right += pairs.len();
        for (index, fact) in expected.iter().enumerate() {
            if !pairs.iter().any(|(place, _)| *place == index) {
                self.miss(name, field, &show(fact), "");
            }
        }
        for (index, fact) in found.iter().enumerate() {
            if !pairs.iter().any(|(_, place)| *place == index) {
                self.miss(name, field, "", &show(fact));
            }
        }
    }

    fn miss(&mut self, name: &str, field: Field, expected: &str, found: &str) {
        self.misses.push(Miss {
            name: name.to_owned(),
            field,
            expected: expected.to_owned(),
            found: found.to_owned(),
        });
    }
}

/// The likeness of what is right only when it is equal.
#[must_use]
pub fn equality<T: PartialEq>(one: &T, other: &T) -> f64 {
    f64::from(u8::from(one == other))
}

/// Which of two lists go together, each once, the likest first.
#[must_use]
pub fn pair<T>(
    expected: &[T],
    found: &[T],
    likeness: impl Fn(&T, &T) -> f64,
) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (one, expected) in expected.iter().enumerate() {
        for (other, found) in found.iter().enumerate() {
            let likeness = likeness(expected, found);
            if likeness > 0.0 {
                candidates.push((likeness, one, other));
            }
        }
    }
    candidates.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, one, other) in candidates {
        if !pairs.iter().any(|pair| pair.0 == one || pair.1 == other) {
            pairs.push((one, other));
        }
    }
    pairs
}

impl fmt::Display for Miss {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = |text: &str| match text {
            "" => "nothing".to_owned(),
            text => format!("«{}»", text.replace('\n', " ")),
        };
        let (expected, found) = (said(&self.expected), said(&self.found));
        let field = self.field.name();
        write!(
            formatter,
            "{} {field}: expected {expected}, found {found}",
            self.name
        )
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            formatter,
            "{:<14} {:>8} {:>6} {:>6} {:>9} {:>7} {:>6}",
            "field", "expected", "found", "right", "precision", "recall", "F1"
        )?;
        for field in self.tallies.keys() {
            let (name, tally) = (field.name(), self.tally(*field));
            let Tally {
                expected,
                found,
                right,
            } = tally;
            if field.is_exact() {
                let share = tally.f1();
                writeln!(
                    formatter,
                    "{name:<14} {expected:>8} {:>6} {right:>6} {:>9} {:>7} {share:>6.3}",
                    "", "", "accuracy"
                )?;
            } else {
                let (precision, recall, f1) = (tally.precision(), tally.recall(), tally.f1());
                writeln!(
                    formatter,
                    "{name:<14} {expected:>8} {found:>6} {right:>6} {precision:>9.3} {recall:>7.3} {f1:>6.3}"
                )?;
            }
        }
        Ok(())
    }
}
