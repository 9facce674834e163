//! An index of names by letter, filed as libraries file, that can be searched within. A small one is one page; of a
//! large one the first page has the most frequent names of each letter, and each letter has pages of its own.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use axum::http::Uri;

use crate::model::name::{Named, Register};
use crate::store::name::list_names_of;
use crate::store::open::Reader;
use crate::text::collate::{compared_words, index_letter, sort_key};
use crate::web::authority::entry::{Entry, filed_as};
use crate::web::error::{Error, WrongParameter};
use crate::web::locale::{self, Language, text};
use crate::web::pager::{MOST_PAGES, Pager, beyond_the_last};
use crate::web::parameter::Selection;
use crate::web::plural::{COUNTRY, Noun, ORGANIZATION, PERSON, PLACE};

/// So many entries stand on one page at most.
const WHOLE: usize = 300;
/// So many entries of each letter stand on the first page of a large index.
const FREQUENT: usize = 6;
/// So many letters of a word must match where it does not begin with them.
const INNER: usize = 3;

/// An index, or a part of it, as a page shows it.
#[derive(Debug, Default)]
pub struct Index {
    /// The address of what is shown.
    pub address: String,
    /// The whole index.
    pub home: String,
    /// How many names it has.
    pub total: u64,
    /// What is sought in it.
    pub text: String,
    /// How many names answer, in words, where something is sought.
    pub found: Option<String>,
    /// The letter shown, where it is one.
    pub letter: Option<char>,
    /// What could not be understood.
    pub wrong: Vec<WrongParameter>,
    /// The letters that the index has names under.
    pub bar: Vec<Initial>,
    /// What is shown.
    pub letters: Vec<Letter>,
    /// Whether only the most frequent names are shown.
    pub is_digest: bool,
    /// The pages of what is shown.
    pub pager: Pager,
}

/// A letter of the bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Initial {
    /// The letter; `#` for what begins with none.
    pub letter: char,
    /// Where its names are.
    pub address: String,
    /// How many there are.
    pub count: u64,
    /// Whether these are shown.
    pub is_current: bool,
}

/// Names under one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The letter; `#` for what begins with none.
    pub letter: char,
    /// Its anchor.
    pub anchor: String,
    /// Its lines.
    pub entries: Vec<Entry>,
    /// Where all its names are, and how many, if some are left out.
    pub all: Option<(String, u64)>,
}

/// What is asked of an index.
#[derive(Debug, Default)]
pub struct Asked {
    /// The parameters.
    pub selection: Selection,
    /// The words sought.
    pub text: String,
    /// The letter.
    pub letter: Option<char>,
    /// The page, from 1.
    pub page: u64,
    /// What could not be understood.
    pub wrong: Vec<WrongParameter>,
}

/// A name in its place.
#[derive(Debug)]
struct Filed {
    letter: char,
    named: Named,
}

/// Names in the order of the index.
#[derive(Debug, Default)]
struct Filing {
    total: u64,
    /// How many there are under each letter.
    counts: Vec<(char, u64)>,
    /// Those that were asked for.
    kept: Vec<Filed>,
}

/// The index of a register, as a request asks for it.
///
/// # Errors
/// When the database cannot be read.
pub async fn index(reader: &Reader, register: Register, uri: &Uri) -> Result<Index, Error> {
    let asked = Asked::read(uri);
    let names = list_names_of(reader, register).await?;
    let (language, sought, letter) = (locale::language(), asked.text.clone(), asked.letter);
    // Filing ten thousand names takes a tenth of a second of one core, which is long for a thread that answers others.
    let filing = tokio::task::spawn_blocking(move || {
        let mut filing = Filing::of(names, language);
        filing.keep(&sought, letter);
        filing
    });
    let filing = filing
        .await
        .map_err(|error| Error::Internal(error.to_string()))?;
    Ok(Index::of(asked, &filing, noun(register)))
}

const fn noun(register: Register) -> Noun {
    match register {
        Register::Organization => ORGANIZATION,
        Register::Country => COUNTRY,
        Register::Person => PERSON,
        Register::Place => PLACE,
    }
}

impl Asked {
    /// Reads the parameters of an address.
    #[must_use]
    pub fn read(uri: &Uri) -> Self {
        let query = uri.query().unwrap_or_default();
        let selection = Selection::read_only(&["q", "letter", "page"], uri.path(), query);
        let mut wrong = Vec::new();
        let number = |text: &str| {
            let number = text.parse().ok();
            number.filter(|page| (1..=MOST_PAGES).contains(page))
        };
        let (of_letter, of_page) = (text("parameter-letter"), text("parameter-page"));
        Self {
            text: selection.value("q").to_owned(),
            letter: selection.read_one("letter", &mut wrong, of_letter, one_letter),
            page: selection
                .read_one("page", &mut wrong, of_page, number)
                .unwrap_or(1),
            selection,
            wrong,
        }
    }
}

/// The letter of an index that a parameter names, in any of its forms.
fn one_letter(text: &str) -> Option<char> {
    let mut characters = text.chars();
    let first = characters.next().filter(|_| characters.next().is_none())?;
    let letter = index_letter(text);
    (letter != '#' || first == '#').then_some(letter)
}

impl Filing {
    fn of(names: Vec<Named>, language: Language) -> Self {
        let mut keyed: Vec<((bool, String), Filed)> = names
            .into_iter()
            .map(|named| {
                let name = filed_as(&named.name, language);
                let letter = index_letter(name);
                // Each page begins with the letters of its own script.
                let is_foreign = letter.is_ascii_uppercase() == (language == Language::Arabic);
                ((is_foreign, sort_key(name)), Filed { letter, named })
            })
            .collect();
        keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
        let kept: Vec<Filed> = keyed.into_iter().map(|(_, filed)| filed).collect();
        let mut counts: Vec<(char, u64)> = Vec::new();
        for filed in &kept {
            match counts
                .iter_mut()
                .find(|(letter, _)| *letter == filed.letter)
            {
                Some((_, count)) => *count += 1,
                None => counts.push((filed.letter, 1)),
            }
        }
        Self {
            total: kept.len() as u64,
            counts,
            kept,
        }
    }

    /// Leaves out what does not answer.
    fn keep(&mut self, sought: &str, letter: Option<char>) {
        if !sought.is_empty() {
            let words: Vec<String> = compared_words(sought).collect();
            self.kept.retain(|filed| answers(&filed.named, &words));
        }
        if let Some(letter) = letter {
            self.kept.retain(|filed| filed.letter == letter);
        }
    }
}

/// Whether one of the names has each of these words, or a word that goes on from it; no name answers no words.
#[must_use]
pub fn answers(named: &Named, words: &[String]) -> bool {
    let has = |own: &[String], word: &String| {
        let is_long = word.chars().count() >= INNER;
        let mut own = own.iter();
        own.any(|own| own.starts_with(word.as_str()) || is_long && own.contains(word.as_str()))
    };
    !words.is_empty()
        && named.names().any(|name| {
            let own: Vec<String> = compared_words(name).collect();
            words.iter().all(|word| has(&own, word))
        })
}

impl Index {
    fn of(asked: Asked, filing: &Filing, noun: Noun) -> Self {
        let home = Selection::read_only(&[], asked.selection.path(), "");
        let is_whole = asked.text.is_empty() && asked.letter.is_none();
        let is_digest = is_whole && filing.kept.len() > WHOLE;
        let kept = filing.kept.len();
        let pages = match is_digest {
            true => 1,
            false => kept.div_ceil(WHOLE).max(1) as u64,
        };
        let mut wrong = asked.wrong;
        wrong.extend(beyond_the_last(asked.page, pages));
        let is_anchored = is_whole && !is_digest && pages == 1;
        let bar = bar(&home, &filing.counts, asked.letter, is_anchored);
        let letters = match (wrong.is_empty(), is_digest) {
            (false, _) => Vec::new(),
            (true, true) => digest(&filing.kept, &bar),
            (true, false) => {
                let page = usize::try_from(asked.page - 1).unwrap_or(usize::MAX);
                let sheet = filing.kept.chunks(WHOLE).nth(page);
                sheet.map(letters).unwrap_or_default()
            }
        };
        Self {
            address: asked.selection.address(),
            home: home.address(),
            total: filing.total,
            found: (!asked.text.is_empty()).then(|| noun.count(kept as u64)),
            text: asked.text,
            letter: asked.letter,
            bar,
            letters,
            is_digest,
            pager: match wrong.is_empty() {
                true => Pager::of_pages(&asked.selection, asked.page, pages),
                false => Pager::default(),
            },
            wrong,
        }
    }
}

fn bar(
    home: &Selection,
    counts: &[(char, u64)],
    chosen: Option<char>,
    is_anchored: bool,
) -> Vec<Initial> {
    let initial = |(letter, count): &(char, u64)| Initial {
        letter: *letter,
        address: match is_anchored {
            true => format!("#{}", anchor(*letter)),
            false => home.only("letter", &letter.to_string()).address(),
        },
        count: *count,
        is_current: chosen == Some(*letter),
    };
    counts.iter().map(initial).collect()
}

fn anchor(letter: char) -> String {
    format!("letter-{:x}", u32::from(letter))
}

/// Names in their order, under their letters.
fn letters(filed: &[Filed]) -> Vec<Letter> {
    let runs = filed.chunk_by(|one, next| one.letter == next.letter);
    let letter = |run: &[Filed]| {
        let letter = run.first()?.letter;
        Some(Letter {
            letter,
            anchor: anchor(letter),
            entries: run.iter().map(|filed| Entry::from(&filed.named)).collect(),
            all: None,
        })
    };
    runs.filter_map(letter).collect()
}

/// The most frequent names of each letter, in their order.
fn digest(filed: &[Filed], bar: &[Initial]) -> Vec<Letter> {
    let mut by_letter: BTreeMap<char, Vec<(usize, &Named)>> = BTreeMap::new();
    for (place, filed) in filed.iter().enumerate() {
        let own = by_letter.entry(filed.letter).or_default();
        own.push((place, &filed.named));
    }
    let letter = |initial: &Initial| {
        let mut own = by_letter.remove(&initial.letter)?;
        own.sort_by_key(|(place, named)| (Reverse(named.events), *place));
        own.truncate(FREQUENT);
        own.sort_by_key(|(place, _)| *place);
        let is_cut = initial.count > own.len() as u64;
        Some(Letter {
            letter: initial.letter,
            anchor: anchor(initial.letter),
            entries: own.into_iter().map(|(_, named)| named.into()).collect(),
            all: is_cut.then(|| (initial.address.clone(), initial.count)),
        })
    };
    bar.iter().filter_map(letter).collect()
}

#[cfg(test)]
mod tests;
