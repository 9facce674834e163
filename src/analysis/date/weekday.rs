//! Days of the week beside a date. A day that agrees makes the date surer; one that contradicts it makes it doubtful and
//! is said.

use jiff::ToSpan;
use jiff::civil::Weekday;

use super::{Calendar, Remark, Statement};
use crate::analysis::reading::Reading;

/// How far before a date its day of the week may stand.
const REACH: usize = 6;

/// The day of the week that the word at `index` names. Forms without the article, which have other senses (أحد, اثنين,
/// جمعة), count only behind «يوم» or «ليلة».
pub(super) fn at(reading: &Reading<'_>, index: usize) -> Option<Weekday> {
    let folded = reading.letters(index);
    let bare = folded.trim_start_matches(['و', 'ف', 'ب']);
    let named = match bare.strip_prefix("ال").or(bare.strip_prefix("لل")) {
        Some(named) => named,
        None if matches!(reading.before(index, 1), "يوم" | "ليله" | "ليوم" | "بيوم") =>
        {
            // «يوم واحد» is one day and no Sunday.
            folded
        }
        None => return None,
    };
    Some(match named {
        "احد" => Weekday::Sunday,
        "اثنين" | "اتنين" => Weekday::Monday,
        "ثلاثاء" | "ثلاثا" => Weekday::Tuesday,
        "اربعاء" | "اربعا" => Weekday::Wednesday,
        "خميس" => Weekday::Thursday,
        "جمعه" => Weekday::Friday,
        "سبت" => Weekday::Saturday,
        _ => return None,
    })
}

/// The day of the week that stands before the date at `index`, over the words that join the two.
pub(super) fn before(reading: &Reading<'_>, index: usize) -> Option<Weekday> {
    for steps in 1..=REACH {
        let place = index.checked_sub(steps)?;
        if reading.sentence(place) != reading.sentence(index) {
            return None;
        }
        // «الخميس ليلة الجمعة»: the evening before that day.
        let is_eve = matches!(reading.before(place, 1), "ليله" | "عشيه");
        if let Some(weekday) = at(reading, place).filter(|_| !is_eve) {
            return Some(weekday);
        }
        if !is_eve && !is_join(reading.folded(place)) {
            return None;
        }
    }
    None
}

/// Holds a statement against the day of the week beside it, if there is one.
pub(super) fn check(reading: &Reading<'_>, statement: &mut Statement) {
    if let Some(said) = before(reading, statement.first_word) {
        hold(statement, said);
    }
}

/// Holds a statement against a day of the week.
pub(super) fn hold(statement: &mut Statement, said: Weekday) {
    statement.said = Some(said);
    let days = [statement.first_day(), statement.last_day()];
    let Some(first) = days[0] else { return };
    let is_agreed = |shift: i32| {
        let days = days.iter().flatten();
        days.filter_map(|day| day.checked_add(shift.days()).ok())
            .any(|day| day.weekday() == said)
    };
    // The month may have begun a day earlier or later than the calendar has it.
    let shifts: &[i32] = match statement.calendar {
        Calendar::Gregorian => &[0],
        Calendar::Hijri => &[0, 1, -1],
    };
    if let Some(shift) = shifts.iter().find(|shift| is_agreed(**shift)) {
        statement.confidence = statement.confidence.max(0.98);
        statement.shift = Some(*shift);
    } else if first.weekday() != said {
        statement.confidence *= 0.65;
        statement.remark = Some(Remark::Weekday(said));
    }
}

/// The name of a day of the week.
pub(super) const fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Sunday => "الأحد",
        Weekday::Monday => "الاثنين",
        Weekday::Tuesday => "الثلاثاء",
        Weekday::Wednesday => "الأربعاء",
        Weekday::Thursday => "الخميس",
        Weekday::Friday => "الجمعة",
        Weekday::Saturday => "السبت",
    }
}

/// Words and signs that stand between a day of the week and its date.
fn is_join(folded: &str) -> bool {
    matches!(
        folded,
        "يوم"
            | "اليوم"
            | "الموافق"
            | "موافق"
            | "المصادف"
            | "للموافق"
            | "الموافقين"
            | "المصادفين"
            | "ل"
            | "لي"
            | "في"
            | "الواقع"
            | "فيه"
            | "الواقعه"
            | "الموافقه"
            | "تاريخ"
            | "بتاريخ"
            | "لتاريخ"
            | "ليوم"
            | "الماضي"
            | "المنصرم"
            | "المقبل"
            | "القادم"
            | "الجاري"
            | "مساء"
            | "ليله"
            | "عشيه"
            | "صباح"
            | "من"
            | "،"
            | ","
            | "-"
            | "–"
            | ":"
            | "("
            | "/"
    )
}

#[cfg(test)]
mod tests {
    use crate::analysis::date::dates;

    #[test]
    fn a_wrong_day_of_the_week_is_said() {
        let right = &dates("يوم الأحد الموافق للرابع من تموز عام 2021")[0];
        let wrong = &dates("يوم الجمعة الموافق للرابع من تموز عام 2021")[0];
        assert!(right.confidence > 0.95 && right.value.remark.is_none());
        assert!(wrong.confidence < 0.7);
        assert_eq!(
            wrong.value.remark.as_deref(),
            Some("يقول النص «الجمعة»، وهذا التاريخ يوم الأحد")
        );
    }
}
