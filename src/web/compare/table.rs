//! A comparison as a table: for each aspect what all share, then what is each one's own. Of more than two, what some of
//! them share stands with each of these and says with whom.

use crate::model::name::{Bearer, Name, Register};
use crate::store::name::find_names;
use crate::store::open::Reader;
use crate::text::collate::compared_words;
use crate::web::error::Error;
use crate::web::locale::{self, fill, text};
use crate::web::{plural, url};

/// So many things stand in a cell at most.
const MOST: usize = 40;

/// What is compared, aspect by aspect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What is compared.
    pub columns: Vec<Column>,
    /// How much they share, in words; empty where nothing.
    pub shared: Vec<String>,
    /// The aspects.
    pub rows: Vec<Row>,
}

/// One of those compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its number in words: «الحدث 1».
    pub label: String,
    /// Its page.
    pub address: String,
    /// Its name.
    pub name: Name,
}

/// An aspect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is called.
    pub heading: &'static str,
    /// What all have.
    pub shared: Cell,
    /// What each has beside it, in the order of the columns.
    pub own: Vec<Cell>,
}

/// Things in one place of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The things that are shown.
    pub items: Vec<Item>,
    /// How many there are.
    pub total: u64,
}

/// A thing that those compared may share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What makes it the same thing in another column.
    pub key: String,
    /// What it is called.
    pub value: Value,
    /// The name as names are compared, where it is one that a source gives.
    pub called: Option<String>,
    /// Where it leads.
    pub address: Option<String>,
    /// What the source says of it.
    pub function: Option<String>,
    /// What more is to be said of it, in words of the page; empty for nothing.
    pub note: String,
}

/// What a thing is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// By words of the page.
    Words(String),
    /// By a name or a text of the archive.
    Name(Name),
    /// By the name of whoever bears it, which is looked up in both scripts.
    Bearer(Bearer, Name),
}

impl Item {
    /// A thing told in words of the page.
    #[must_use]
    pub fn words(key: &str, words: String) -> Self {
        Self {
            key: key.to_owned(),
            value: Value::Words(words),
            called: None,
            address: None,
            function: None,
            note: String::new(),
        }
    }

    /// A text of the archive, which leads somewhere.
    #[must_use]
    pub fn text(key: String, text: &str, address: String) -> Self {
        Self {
            key,
            value: Value::Name(arabic(text)),
            called: None,
            address: Some(address),
            function: None,
            note: String::new(),
        }
    }

    /// Whoever bears a name; known to the archive or only called so by a source.
    #[must_use]
    pub fn named(bearer: Option<Bearer>, name: &str) -> Self {
        let called = compared(name);
        let name = arabic(name);
        Self {
            key: bearer.as_ref().map_or(&*called, Bearer::id).to_owned(),
            called: Some(called.clone()),
            address: bearer.as_ref().map(url::bearer),
            value: match bearer {
                Some(bearer) => Value::Bearer(bearer, name),
                None => Value::Name(name),
            },
            function: None,
            note: String::new(),
        }
    }

    /// The same with a remark.
    #[must_use]
    pub fn noted(self, note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            ..self
        }
    }
}

/// A text as two texts are compared.
#[must_use]
pub fn compared(text: &str) -> String {
    compared_words(text).collect::<Vec<_>>().join(" ")
}

fn arabic(text: &str) -> Name {
    Name {
        arabic: text.to_owned(),
        latin: None,
    }
}

impl Row {
    /// An aspect of what is compared, each column with its things; nothing where none has any.
    #[must_use]
    pub fn of(heading: &'static str, columns: &[Vec<Item>]) -> Option<Self> {
        if columns.iter().all(Vec::is_empty) {
            return None;
        }
        let (first, _) = columns.split_first()?;
        let is_shared = |item: &Item| columns.iter().all(|own| find(own, item).is_some());
        let shared = first.iter().filter(|item| is_shared(item));
        let shared = shared.map(|item| with_all_notes(item, columns)).collect();
        let own = columns.iter().enumerate().map(|(number, own)| {
            let own = own.iter().filter(|item| !is_shared(item));
            Cell::of(own.map(|item| with_others(item, number, columns)).collect())
        });
        Some(Self {
            heading,
            shared: Cell::of(shared),
            own: own.collect(),
        })
    }
}

impl Row {
    /// All things that are shown.
    pub fn items_mut(&mut self) -> impl Iterator<Item = &mut Item> {
        let cells = std::iter::once(&mut self.shared).chain(&mut self.own);
        cells.flat_map(|cell| cell.items.iter_mut())
    }

    /// What an empty cell of one column says.
    #[must_use]
    pub fn nothing_else(&self) -> &'static str {
        match self.shared.items.is_empty() {
            true => text("compare-none"),
            false => text("compare-none-else"),
        }
    }
}

/// The same thing among others: the one with the same key, else one of the same name where the archive has not
/// settled whose name it is.
fn find<'a>(items: &'a [Item], sought: &Item) -> Option<&'a Item> {
    let same = items.iter().find(|item| item.key == sought.key);
    same.or_else(|| {
        let is_open = |item: &Item| item.address.is_none() || sought.address.is_none();
        let mut items = items.iter();
        items.find(|item| item.called.is_some() && item.called == sought.called && is_open(item))
    })
}

/// A thing that all have, with what is said of it: once where all say the same, else with the number of each.
fn with_all_notes(item: &Item, columns: &[Vec<Item>]) -> Item {
    let found: Vec<&Item> = columns.iter().filter_map(|own| find(own, item)).collect();
    let known = found.iter().find(|own| own.address.is_some());
    let known = known.map_or(item, |own| *own);
    let mut note = item.note.clone();
    if found.iter().any(|own| own.note != item.note) {
        let numbered = found
            .iter()
            .zip(1..)
            .filter(|(own, _)| !own.note.is_empty());
        let numbered = numbered.map(|(own, number)| format!("{number}: {}", own.note));
        note = numbered.collect::<Vec<_>>().join(text("comma"));
    }
    match found.iter().any(|own| own.key != item.key) {
        true => known.clone().noted(joined(&note, text("compare-by-name"))),
        false => known.clone().noted(note),
    }
}

/// Two remarks, or the one there is.
fn joined(one: &str, other: &str) -> String {
    match one.is_empty() {
        true => other.to_owned(),
        false => format!("{one}{}{other}", text("comma")),
    }
}

/// A thing that not all have, with the numbers of the others that do.
fn with_others(item: &Item, own: usize, columns: &[Vec<Item>]) -> Item {
    let others = columns.iter().enumerate();
    let others = others.filter(|(number, items)| *number != own && find(items, item).is_some());
    let others: Vec<String> = others.map(|(number, _)| (number + 1).to_string()).collect();
    if others.is_empty() {
        return item.clone();
    }
    let others = others.join(text("comma"));
    let also = fill("compare-also", [("others", others.into())]);
    item.clone().noted(joined(&item.note, &also))
}

impl Cell {
    fn of(mut items: Vec<Item>) -> Self {
        let total = items.len() as u64;
        items.truncate(MOST);
        Self { items, total }
    }

    /// That there are more than are shown, in words.
    #[must_use]
    pub fn more(&self) -> Option<String> {
        let more = self.total.saturating_sub(self.items.len() as u64);
        let shown = plural::grouped(more);
        (more > 0).then(|| fill("compare-more", [("shown", shown.into())]))
    }
}

/// Looks the names up in both scripts, where the page shows both.
///
/// # Errors
/// When the database cannot be read.
pub async fn look_up(reader: &Reader, rows: &mut [Row]) -> Result<(), Error> {
    if !locale::is_english() {
        return Ok(());
    }
    for register in [Register::Organization, Register::Person, Register::Place] {
        let items = rows.iter_mut().flat_map(Row::items_mut);
        let values = items.map(|item| &mut item.value);
        let mut sought: Vec<(&Bearer, &mut Name)> = values
            .filter_map(|value| match value {
                Value::Bearer(bearer, name) if bearer.register() == register => {
                    Some((&*bearer, name))
                }
                Value::Bearer(..) | Value::Words(_) | Value::Name(_) => None,
            })
            .collect();
        let ids: Vec<&str> = sought.iter().map(|(bearer, _)| bearer.id()).collect();
        let names = find_names(reader, register, &ids).await?;
        for (bearer, name) in &mut sought {
            if let Some(found) = names.get(bearer.id()) {
                name.clone_from(found);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Item, Row};
    use crate::model::name::{Bearer, Register};

    fn items(words: &[(&str, &str)]) -> Vec<Item> {
        let item = |(word, note): &(&str, &str)| Item::words(word, (*word).to_owned()).noted(*note);
        words.iter().map(item).collect()
    }

    fn told(cell: &super::Cell) -> Vec<(&str, &str)> {
        let items = cell.items.iter();
        items
            .map(|item| (item.key.as_str(), item.note.as_str()))
            .collect()
    }

    #[test]
    fn what_all_have_stands_once_and_the_rest_says_with_whom() {
        let columns = [
            items(&[("a", "x"), ("b", ""), ("c", "")]),
            items(&[("b", ""), ("a", "y")]),
            items(&[("c", ""), ("a", "x"), ("d", "")]),
        ];
        let row = Row::of("h", &columns).expect("a row");
        assert_eq!(told(&row.shared), [("a", "1: x، 2: y، 3: x")]);
        assert_eq!(told(&row.own[0]), [("b", "أيضا في 2"), ("c", "أيضا في 3")]);
        assert_eq!(told(&row.own[1]), [("b", "أيضا في 1")]);
        assert_eq!(told(&row.own[2]), [("c", "أيضا في 1"), ("d", "")]);
    }

    #[test]
    fn a_name_that_is_not_settled_is_the_same_as_one_that_is_and_says_so() {
        let brussels = Bearer::parse(Register::Place, "brussels");
        let other = Bearer::parse(Register::Place, "other-brussels");
        let known = vec![Item::named(brussels, "بروكسيل")];
        let called = vec![Item::named(None, "بروكسيل")];
        for columns in [[known.clone(), called.clone()], [called, known.clone()]] {
            let row = Row::of("h", &columns).expect("a row");
            assert_eq!(told(&row.shared), [("brussels", "بالاسم نفسه")]);
        }
        let row = Row::of("h", &[known, vec![Item::named(other, "بروكسيل")]]);
        assert_eq!(told(&row.expect("a row").shared), []);
    }

    #[test]
    fn an_aspect_that_none_has_is_no_row_and_long_cells_are_cut_aloud() {
        assert_eq!(Row::of("h", &[Vec::new(), Vec::new()]), None);
        let many: Vec<String> = (0..50).map(|number| number.to_string()).collect();
        let many: Vec<(&str, &str)> = many.iter().map(|own| (own.as_str(), "")).collect();
        let row = Row::of("h", &[items(&many), Vec::new()]).expect("a row");
        assert_eq!((row.own[0].items.len(), row.shared.items.len()), (40, 0));
        assert_eq!(row.own[0].more().as_deref(), Some("و10 سواها"));
    }
}
