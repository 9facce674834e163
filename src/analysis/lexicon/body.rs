//! The words that names of bodies are made of: head nouns in all numbers, the words that end a name or tell the part a
//! body plays, and bodies known without a head. Invariant: each form is kept with every row of clitics it can stand
//! behind, so that one look tells what a folded word is; a form without clitics wins over one with.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{forms, rows};
use crate::model::vocabulary::OrganizationKind;
use crate::text::clitic::strip_article;
use crate::text::fold::fold_plain;

pub mod known;

/// A head noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    /// The singular, as it is written without an article.
    pub lemma: &'static str,
    /// What sort of body it heads.
    pub kind: OrganizationKind,
    /// Whether its adjectives are feminine.
    pub is_feminine: bool,
    /// How surely it heads a name.
    pub strength: Strength,
}

/// How surely a head noun heads the name of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// It names a body by itself.
    Name,
    /// It names one only where the name is quoted or long.
    Weak,
    /// It is a meeting more often: only a name in quotation marks or one with a purpose counts.
    Event,
    /// It names a part of a body as well.
    Organ,
    /// An organ of a state, or a school.
    State,
    /// A newspaper, site or channel.
    Media,
    /// A part of the body whose name follows.
    Prefix,
}

/// The number a head noun stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// One body.
    Singular,
    /// Two, as the first part of a genitive or not.
    Dual,
    /// One in the accusative or two in a genitive: «حزبا».
    SingularOrDual,
    /// Several.
    Plural,
}

macro_rules! classes {
    ($($(#[$doc:meta])* $class:ident = $name:literal),+ $(,)?) => {
        /// What a word does in or beside a name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Class { $($(#[$doc])* $class),+ }

        impl Class {
            const ALL: &'static [Self] = &[$(Self::$class),+];

            fn name(self) -> &'static str {
                match self { $(Self::$class => $name),+ }
            }
        }
    };
}

classes!(
    /// No name goes on over it.
    End = "end",
    /// What a person is called by.
    Title = "title",
    /// A passing adjective.
    Passing = "passing",
    /// An adjective that only sorts a body.
    General = "general",
    /// A complement that makes no name.
    Common = "common",
    /// A complement that leaves a plural general.
    Crowd = "crowd",
    /// What a purpose in a name begins with.
    Cause = "cause",
    /// What a purpose of a sentence begins with.
    Errand = "errand",
    /// Abroad, at home.
    Tail = "tail",
    /// What a preposition inside a name follows.
    Near = "near",
    /// What a name follows.
    Naming = "naming",
    /// A verb that may be taken for a noun.
    Verb = "verb",
    /// At whose call it was.
    Calls = "calls",
    /// Taking part.
    Part = "part",
    /// Giving the room.
    Hosts = "hosts",
    /// Being asked to come.
    Invited = "invited",
    /// Not being there.
    Absent = "absent",
    /// Being talked of.
    About = "about",
    /// Holding, calling or issuing.
    Runs = "runs",
    /// Founding, in words that are not of founding alone.
    Founds = "founds",
    /// What a name can be against.
    Against = "against",
    /// A land wider than a country.
    Continent = "continent",
    /// Holding something together with others.
    Allied = "allied",
    /// Getting a copy of a statement.
    Receives = "receives",
    /// The second word of a medium's name, foreign as the first is.
    Press = "press",
    /// The first word of a name in the list of known bodies.
    Opening = "opening",
);

/// What the dictionary says of a folded word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// What is written onto its front.
    pub clitics: Clitics,
    /// The bytes of them.
    pub offset: usize,
    /// The head noun it is a form of, by its place among [`NOUNS`], and its number.
    pub noun: Option<(usize, Number)>,
    classes: u32,
}

impl Word {
    /// Whether it is of this class.
    #[must_use]
    pub const fn has(self, class: Class) -> bool {
        self.classes & (1 << class as u32) != 0
    }

    /// The head noun it is a form of.
    #[must_use]
    pub fn head(self) -> Option<&'static Noun> {
        self.noun.and_then(|(place, _)| NOUNS.get(place))
    }
}

/// What is written onto the front of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clitics {
    /// «و» or «ف».
    pub has_conjunction: bool,
    /// «ب», «ل» or «ك».
    pub preposition: Option<char>,
    /// «ال», or the second lam of «لل».
    pub has_article: bool,
}

impl Clitics {
    /// Reads a row of clitics.
    #[must_use]
    pub fn of(row: &str) -> Self {
        let has_article = row.ends_with("ال") || row.ends_with("لل");
        let bare = row.strip_suffix("ال").unwrap_or(row);
        let bare = bare.strip_suffix("لل").map_or(bare, |_| "ل");
        Self {
            has_conjunction: row.starts_with(['و', 'ف']),
            preposition: bare
                .chars()
                .next_back()
                .filter(|letter| matches!(letter, 'ب' | 'ل' | 'ك')),
            has_article,
        }
    }
}

/// The rows of clitics a noun can stand behind.
const ROWS: [&str; 22] = [
    "", "ال", "و", "ب", "ل", "وال", "بال", "لل", "ف", "ك", "وب", "ول", "فال", "كال", "وبال", "ولل",
    "فب", "فل", "فبال", "فلل", "وك", "وكال",
];

/// The head nouns.
pub static NOUNS: LazyLock<Vec<Noun>> = LazyLock::new(|| {
    let rows = rows(include_str!("body.tsv")).filter_map(|row| {
        let (kind, gender, strength) = (row.first()?, row.get(1)?, row.get(2)?);
        let strength = match *strength {
            "name" => Strength::Name,
            "event" => Strength::Event,
            "organ" => Strength::Organ,
            "state" => Strength::State,
            "media" => Strength::Media,
            "prefix" => Strength::Prefix,
            _ => Strength::Weak,
        };
        Some(Noun {
            lemma: (row.iter().skip(3).copied().flat_map(forms)).next()?,
            kind: OrganizationKind::parse(kind)?,
            is_feminine: *gender == "f",
            strength,
        })
    });
    rows.collect()
});

static WORDS: LazyLock<FxHashMap<String, Word>> = LazyLock::new(read);

/// What the dictionary says of a folded word.
#[must_use]
pub fn find(folded: &str) -> Option<&'static Word> {
    WORDS.get(folded)
}

/// What sort of body a folded head noun heads.
#[must_use]
pub fn kind_of(head: &str) -> Option<OrganizationKind> {
    find(head)?.head().map(|noun| noun.kind)
}

/// A folded form: the noun it is of, and its classes.
type Form = (String, Option<(usize, Number)>, u32);

fn read() -> FxHashMap<String, Word> {
    let mut entries: Vec<Form> = Vec::new();
    for (place, row) in rows(include_str!("body.tsv")).enumerate() {
        let column = |index: usize| row.get(index).copied().into_iter().flat_map(forms);
        let dual: Vec<_> = column(4).collect();
        let number = |form: &str| match dual.contains(&form) {
            true => Number::SingularOrDual,
            false => Number::Singular,
        };
        let singular = column(3).map(|form| (form, number(form)));
        let others = column(4)
            .map(|form| (form, Number::Dual))
            .chain(column(5).map(|form| (form, Number::Plural)));
        entries.extend(
            singular
                .chain(others)
                .map(|(form, number)| (fold_plain(form), Some((place, number)), 0)),
        );
    }
    for row in rows(include_str!("body_word.tsv")) {
        let [name, column] = row[..] else { continue };
        let bit = Class::ALL.iter().find(|class| class.name() == name);
        let bit = bit.map_or(0, |class| 1 << *class as u32);
        entries.extend(forms(column).map(|form| (fold_plain(form), None, bit)));
    }
    let opening = 1 << Class::Opening as u32;
    for row in rows(include_str!("known_body.tsv")) {
        let names = row.get(2).copied().into_iter().flat_map(forms);
        for first in names.filter_map(|name| name.split(' ').next()) {
            let folded = fold_plain(first);
            entries.push((strip_article(&folded).to_owned(), None, opening));
        }
    }
    let mut words: FxHashMap<String, Word> = FxHashMap::default();
    for row in ROWS {
        for (form, noun, bit) in &entries {
            if noun.is_some_and(|(_, number)| !may_follow(number, form, row)) {
                continue;
            }
            let new = Word {
                clitics: Clitics::of(row),
                offset: row.len(),
                noun: *noun,
                classes: *bit,
            };
            let known = words.entry(format!("{row}{form}")).or_insert(new);
            if known.offset == new.offset {
                known.noun = known.noun.or(new.noun);
                known.classes |= new.classes;
            }
        }
    }
    words
}

/// A dual in a genitive and a tanwin have no article.
fn may_follow(number: Number, form: &str, row: &str) -> bool {
    let has_article = Clitics::of(row).has_article;
    match number {
        Number::Singular | Number::Plural => true,
        Number::Dual => !has_article || form.ends_with('ن'),
        Number::SingularOrDual => !has_article,
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, Clitics, NOUNS, Number, find};
    use crate::analysis::lexicon::rows;
    use crate::model::vocabulary::OrganizationKind;
    use crate::text::fold::fold_plain;

    #[test]
    fn the_lists_are_well_formed() {
        assert_eq!(NOUNS.len(), rows(include_str!("body.tsv")).count());
        for row in rows(include_str!("body_word.tsv")) {
            assert!(
                row.len() == 2
                    && row[0] != "opening"
                    && Class::ALL.iter().any(|class| class.name() == row[0]),
                "{row:?}"
            );
        }
        for row in rows(include_str!("known_body.tsv")) {
            let is_known = ["sure", "weak", "party"].contains(&row[1]);
            assert!(
                row.len() == 3 && is_known && OrganizationKind::parse(row[0]).is_some(),
                "{row:?}"
            );
        }
    }

    #[test]
    fn a_word_is_seen_behind_its_clitics() {
        let table = [
            ("وللجبهة", Some(("جبهة", Number::Singular, 'ل', true))),
            ("لجنة", Some(("لجنة", Number::Singular, ' ', false))),
            ("للجنة", Some(("لجنة", Number::Singular, 'ل', false))),
            ("أحزاب", Some(("حزب", Number::Plural, ' ', false))),
            ("حزبا", Some(("حزب", Number::SingularOrDual, ' ', false))),
            ("الحزبي", None),
            ("كتاب", None),
        ];
        for (word, expected) in table {
            let found = find(&fold_plain(word)).and_then(|word| {
                let (noun, number) = word.noun?;
                let Clitics {
                    preposition,
                    has_article,
                    ..
                } = word.clitics;
                Some((
                    NOUNS[noun].lemma,
                    number,
                    preposition.unwrap_or(' '),
                    has_article,
                ))
            });
            assert_eq!(found, expected, "{word}");
        }
    }
}
