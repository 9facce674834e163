//! The table of word pairs, `tests/fixture/pairs.tsv`: which word of a question finds which form in a text, which
//! must not, and which form comes first. Every form stands in a sentence of other words; the sentence without it is
//! in the index too, so that a pair never passes or fails by the words around it. All failures are told at once.

use std::collections::HashMap;

use sijill::model::id::EventId;
use sijill::search::Index;
use sijill::search::query::Query;

use crate::search::sample::{event, index_of};

const TABLE: &str = include_str!("../../fixture/pairs.tsv");

/// Sentences for the forms to stand in, taken in turn; their words have nothing to do with those of the table.
const CARRIERS: [&str; 4] = [
    "حلّقت العصافير عند الفجر {} بينما تفتّح الياسمين قرب بستان البرتقال",
    "طبخت الجدّة عدسا بالكمّون {} وأضافت بصلا وثوما وزعترا يابسا",
    "هبّت عاصفة رملية مساء {} فاختبأت القطط خلف صناديق خشبية",
    "ركض الحصان فوق العشب {} ثم شرب ماء عذبا وغفا مطمئنا",
];

/// What the table says of a question and the forms beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expectation {
    Match,
    Apart,
    Order,
}

struct Row {
    line: usize,
    expectation: Expectation,
    question: String,
    forms: Vec<String>,
    phenomenon: &'static str,
}

fn rows() -> Vec<Row> {
    let lines = (1..).zip(TABLE.lines());
    lines
        .filter(|(_, text)| !text.starts_with('#'))
        .map(|(line, text)| row(line, text))
        .collect()
}

fn row(line: usize, text: &'static str) -> Row {
    let columns: Vec<&str> = text.split('\t').collect();
    let [expectation, question, forms, phenomenon] = columns[..] else {
        panic!("line {line}: four columns are expected");
    };
    let expectation = match expectation {
        "match" => Expectation::Match,
        "apart" => Expectation::Apart,
        "order" => Expectation::Order,
        other => panic!("line {line}: «{other}» is no expectation"),
    };
    Row {
        line,
        expectation,
        question: unescaped(question),
        forms: forms.split('|').map(unescaped).collect(),
        phenomenon,
    }
}

/// The text with each `\u{…}` replaced by its character.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (digits, rest) = part.split_once('}').unwrap();
        let character = u32::from_str_radix(digits, 16)
            .ok()
            .and_then(char::from_u32);
        plain.push(character.unwrap());
        plain.push_str(rest);
    }
    plain
}

fn id(number: usize) -> EventId {
    EventId::parse(&format!("{number:08}")).unwrap()
}

/// The table's forms in one index: the document of row `r` and form `f` has the number `numbers[&(r, f)]`; the bare
/// carriers have the first numbers.
struct Shelf {
    index: Index,
    numbers: HashMap<(usize, usize), usize>,
}

impl Shelf {
    fn of(rows: &[Row]) -> Self {
        let mut texts: Vec<String> = CARRIERS.map(|carrier| carrier.replace("{}", "")).into();
        let mut numbers = HashMap::new();
        for (place, row) in rows.iter().enumerate() {
            // Equal scores keep the order of the ids, so the worst form gets the first: a tie must not pass.
            for (rank, form) in row.forms.iter().enumerate().rev() {
                numbers.insert((place, rank), texts.len());
                texts.push(carrier(place).replace("{}", form));
            }
        }
        let events = texts.iter().enumerate().map(|(number, text)| {
            let mut event = event(0, text);
            event.id = id(number);
            event
        });
        Self {
            index: index_of(events),
            numbers,
        }
    }

    /// Where each document that the question finds stands in the answer.
    fn ranks(&self, question: &str) -> HashMap<EventId, usize> {
        let query = Query {
            text: question.to_owned(),
            limit: self.numbers.len() + CARRIERS.len(),
            ..Query::default()
        };
        let hits = self.index.search(&query).unwrap().hits.into_iter();
        hits.enumerate().map(|(rank, hit)| (hit.id, rank)).collect()
    }

    /// What is wrong with a row; nothing if it is as the table says.
    fn failure(&self, place: usize, row: &Row) -> Option<String> {
        let ranks = self.ranks(&row.question);
        let forms = (0..row.forms.len()).map(|rank| self.numbers[&(place, rank)]);
        let found: Vec<Option<usize>> = forms
            .map(|number| ranks.get(&id(number)).copied())
            .collect();
        if ranks.contains_key(&id(place % CARRIERS.len())) {
            return Some("finds the words around".to_owned());
        }
        let wrong = match row.expectation {
            Expectation::Match => found.contains(&None).then_some("does not find"),
            Expectation::Apart => found.iter().any(Option::is_some).then_some("finds"),
            Expectation::Order if found.contains(&None) => Some("does not find all of"),
            Expectation::Order => (!found.is_sorted()).then_some("does not put in this order"),
        };
        wrong.map(|wrong| format!("{wrong} «{}»", row.forms.join("» «")))
    }
}

fn carrier(place: usize) -> &'static str {
    CARRIERS[place % CARRIERS.len()]
}

#[test]
fn every_pair_of_the_table_is_as_it_says() {
    let rows = rows();
    let shelf = Shelf::of(&rows);
    let failures: Vec<String> = rows
        .iter()
        .enumerate()
        .filter_map(|(place, row)| {
            let failure = shelf.failure(place, row)?;
            let (line, question, phenomenon) = (row.line, &row.question, row.phenomenon);
            Some(format!(
                "pairs.tsv:{line}: «{question}» {failure} [{phenomenon}]"
            ))
        })
        .collect();
    assert!(
        failures.is_empty(),
        "{} of {} rows:\n{}",
        failures.len(),
        rows.len(),
        failures.join("\n")
    );
}

#[test]
fn the_table_is_large_and_says_nothing_twice() {
    let rows = rows();
    let count = |expectation| {
        let of = rows.iter().filter(|row| row.expectation == expectation);
        of.count()
    };
    assert!(count(Expectation::Match) >= 180);
    assert!(count(Expectation::Apart) >= 80);
    assert!(count(Expectation::Order) >= 12);
    let mut seen = HashMap::new();
    for row in &rows {
        let first = seen.insert((&row.question, &row.forms), row.line);
        assert_eq!(first, None, "line {} says it before", row.line);
    }
    for sentence in CARRIERS {
        assert!(sentence.replace("{}", "").split_whitespace().count() >= 8);
    }
}
