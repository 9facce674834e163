//! How fast names are completed among many: `cargo run --release --example suggest -- [ORGANIZATIONS]`. Prints how long
//! the table takes to make, and how long the slowest completions take, in microseconds.

use std::time::Instant;

use sijill::model::id::OrganizationId;
use sijill::model::name::{Bearer, Name, Named};
use sijill::search::suggest::Suggestions;

const FIRST: [&str; 12] = [
    "مجلس",
    "المجلس",
    "اتحاد",
    "الاتحاد",
    "حركة",
    "جبهة",
    "الجبهة",
    "لجنة",
    "تنسيقية",
    "شبكة",
    "المرصد",
    "ائتلاف",
];
const SECOND: [&str; 10] = [
    "الوطني",
    "السوري",
    "المغربي",
    "العمالي",
    "النسائي",
    "الطلابي",
    "المدني",
    "الديمقراطي",
    "التونسي",
    "اليساري",
];
const THIRD: [&str; 8] = [
    "للتغيير",
    "للتضامن",
    "لحقوق الإنسان",
    "للدفاع عن الواحات",
    "من أجل الوطن",
    "للهجرة",
    "للصحافة",
    "للمقاومة",
];
const LATIN: [&str; 6] = [
    "Council",
    "Union",
    "Movement",
    "Front",
    "Committee",
    "Network",
];

fn organization(number: usize) -> Option<Named> {
    let pick = |words: &[&'static str], turn: usize| words[turn % words.len()];
    let words = [
        pick(&FIRST, number),
        pick(&SECOND, number / 12),
        pick(&THIRD, number / 120),
    ];
    let id = OrganizationId::parse(&format!("body-{number}")).ok()?;
    Some(Named {
        bearer: Bearer::Organization(id),
        name: Name {
            arabic: format!("{} {number}", words.join(" ")),
            latin: Some(format!("National {} {number}", pick(&LATIN, number))),
        },
        variants: vec![format!("{} {} {number}", words[1], words[0])],
        events: (number * 7919 % 100_000) as u64 / 1000,
    })
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(100_000), |count| count.parse())?;
    let names = (0..count).filter_map(organization).collect();
    let begun = Instant::now();
    let suggestions = Suggestions::of(names);
    println!(
        "{count} organizations, made ready in {} ms",
        begun.elapsed().as_millis()
    );
    let words = FIRST
        .iter()
        .chain(&SECOND)
        .chain(&THIRD)
        .chain(&LATIN)
        .chain(&["National"]);
    let mut taken = Vec::new();
    for word in words {
        for length in 2..=word.chars().count() {
            let typed: String = word.chars().take(length).collect();
            for _ in 0..20 {
                let begun = Instant::now();
                std::hint::black_box(suggestions.find(&typed, 10));
                taken.push((begun.elapsed().as_micros(), typed.clone()));
            }
        }
    }
    taken.sort();
    for share in [50, 90, 99, 100] {
        let (micros, typed) = &taken[(taken.len() * share / 100).saturating_sub(1)];
        println!("{share:>3} of 100 within {micros:>6} µs («{typed}»)");
    }
    Ok(())
}
