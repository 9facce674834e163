//! The archive's title of an event: what it was, of which body, where. Where no body is known the document's own
//! headline stands, if it is plain; if not, the kind and the place. Invariant: at most as long as any title, no word of
//! praise or blame.

use std::sync::LazyLock;

use super::LONGEST;
use crate::analysis::lexicon::trigger::{Class, Marks};
use crate::analysis::lexicon::word_set::WordSet;
use crate::analysis::reading::Reading;
use crate::analysis::wording::agreement::BODY;
use crate::analysis::wording::{bodies, count, list, place, to};
use crate::model::event::Event;
use crate::model::evidence::Attested;
use crate::model::vocabulary::{Kind, Role, Status, Unit};
use crate::text::fold::fold_plain;
use crate::text::token::words;

static PARTISAN: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::of(include_str!("../lexicon/partisan.tsv"), "partisan"));

/// The title of an event whose document has this headline.
#[must_use]
pub fn compose(event: &Event, headline: String) -> String {
    if !event.is_event {
        return headline;
    }
    let place = place(event);
    match matter(event) {
        Some(matter) if length(&matter) + length(&place) <= LONGEST => matter + &place,
        Some(matter) => cut(&matter),
        None if is_plain(&headline) => headline,
        None => format!("{}{place}", bare_matter(event)),
    }
}

/// The event with the name of its body: «تأسيس …», «اجتماع لـ…».
fn matter(event: &Event) -> Option<String> {
    let callers = bodies(event, &[Role::Convener]);
    let actors = bodies(event, &[Role::Participant]);
    let matter = match event.kind {
        Kind::Founding => format!("تأسيس {}", bodies(event, &[Role::Founded]).first()?),
        Kind::Meeting => match (callers.first(), &actors[..]) {
            (Some(caller), _) => format!("اجتماع {}", to(caller)),
            (None, []) => return None,
            (None, [actor]) => format!("اجتماع {}", to(actor)),
            (None, actors) => format!("اجتماع {}", list(actors, 2)),
        },
        // A conference is not called after those who came to it.
        Kind::Conference => format!("مؤتمر {}", to(callers.first()?)),
        Kind::Statement | Kind::Call => {
            let signed = event
                .attendance
                .iter()
                .map(Attested::value)
                .find(|count| count.unit == Unit::Organization);
            let from = match (&callers[..], signed) {
                ([], Some(signed)) => format!("من {}", count(signed, &BODY)),
                ([], None) => (*actors.first()?).to_owned(),
                (callers, _) => list(callers, 2),
            };
            format!("{} {from}", bare_matter(event))
        }
    };
    Some(match (event.status, event.kind) {
        (Status::Planned, Kind::Founding) => format!("الإعداد ل{matter}"),
        (Status::Planned, _) => format!("الإعلان عن {matter}"),
        (Status::Cancelled, _) => format!("إلغاء أو تأجيل {matter}"),
        (Status::Held | Status::Unknown, _) => matter,
    })
}

/// The event where no body of it is known.
const fn bare_matter(event: &Event) -> &'static str {
    match event.kind {
        Kind::Founding => "تأسيس هيئة جديدة",
        Kind::Meeting => "اجتماع",
        Kind::Conference => "مؤتمر",
        Kind::Statement => "بيان",
        Kind::Call => "نداء",
    }
}

/// Whether a headline tells of an event, and neither praises, blames, asks, cries out nor quotes.
fn is_plain(headline: &str) -> bool {
    let has_sign = headline.contains(['!', '؟', '?', ':', '…']) || headline.contains("..");
    !has_sign
        && tells(headline)
        && !words(headline).any(|word| PARTISAN.has(&fold_plain(word.span.slice(headline))))
}

/// Whether a headline has a word of an event; a name or a formula alone has none.
fn tells(headline: &str) -> bool {
    const EVENT: [Class; 7] = [
        Class::Found,
        Class::Meeting,
        Class::Conference,
        Class::Statement,
        Class::Call,
        Class::Hold,
        Class::Present,
    ];
    let reading = Reading::of(headline);
    let marks = Marks::of(&reading);
    (0..reading.words.len()).any(|word| marks.at(word).has_any(&EVENT))
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// The text, cut between words where it is too long.
fn cut(text: &str) -> String {
    if length(text) <= LONGEST {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split_whitespace() {
        if length(&short) + length(word) + 2 > LONGEST {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = text.chars().take(LONGEST - 1).collect();
    }
    short + "…"
}

#[cfg(test)]
mod tests {
    use super::{compose, cut, is_plain};
    use crate::analysis::event::draft;

    #[test]
    fn plain_headlines_stand() {
        let table = [
            ("أعلنت ست جمعيات تأسيس شبكة للماء", true),
            ("الأحرار يسحقون العصابة الغاشمة", false),
            ("هل تنجح الجبهة؟", false),
            ("رئيس الحزب: لن نستسلم", false),
        ];
        for (headline, expected) in table {
            assert_eq!(is_plain(headline), expected, "{headline}");
        }
    }

    #[test]
    fn titles_tell_what_and_where() {
        let event = draft("عقدت القوى الباسلة لقاء في مدينة لييج يوم 7 شتنبر 2013 ضد الطغاة!");
        assert_eq!(
            compose(&event, "عقدت القوى الباسلة لقاء ضد الطغاة!".to_owned()),
            "اجتماع في لييج"
        );
        let long = cut(&"كلمة طويلة ".repeat(40));
        assert!(long.chars().count() <= 120 && long.ends_with('…'));
    }
}
