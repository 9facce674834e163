//! A sentence said a little differently, so that no two documents hold the same text: other numbers, clauses in
//! another order. The words stay, and so does their frequency.

use crate::generate::chance::Chance;

/// So many sentences have two clauses exchanged, of those that have three or more.
const EXCHANGED: f64 = 0.4;

/// The sentence with other numbers and, now and then, two of its clauses exchanged.
pub fn varied(sentence: &str, chance: &mut Chance) -> String {
    with_other_numbers(&with_other_order(sentence, chance), chance)
}

/// Inner clauses are exchanged, since the first begins the sentence and the last ends it.
fn with_other_order(sentence: &str, chance: &mut Chance) -> String {
    let mut clauses: Vec<&str> = sentence.split("، ").collect();
    if clauses.len() > 3 && chance.happens(EXCHANGED) {
        let first = chance.between(1, clauses.len() - 3);
        clauses.swap(first, first + 1);
    }
    clauses.join("، ")
}

/// Years become other years of their century, other numbers others of their length. Numbers of one digit stay, since
/// many of them are names (مجموعة الـ 7).
fn with_other_numbers(sentence: &str, chance: &mut Chance) -> String {
    let mut varied = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(start) = rest.find(|character: char| character.is_ascii_digit()) {
        let (before, digits) = rest.split_at(start);
        let end = digits.find(|character: char| !character.is_ascii_digit());
        let (digits, after) = digits.split_at(end.unwrap_or(digits.len()));
        varied.push_str(before);
        varied.push_str(&other_number(digits, chance));
        rest = after;
    }
    varied.push_str(rest);
    varied
}

fn other_number(digits: &str, chance: &mut Chance) -> String {
    let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let kept = match digits.len() {
        0 | 1 => digits.len(),
        _ if is_year => 2,
        _ => 1,
    };
    let mut other = digits[..kept].to_owned();
    for _ in kept..digits.len() {
        other.push(char::from(b'0' + chance.below(10) as u8));
    }
    other
}
