//! Where the time of a rendered page goes: `cargo run --release --example page -- DATA [ID]` over an
//! existing archive. Prints microseconds, the mean of many rounds on one thread.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::http::Request;
use sijill::model::event::Event;
use sijill::model::id::EventId;
use sijill::search::Index;
use sijill::store::event::{find_event, list_events};
use sijill::store::open::Reader;
use sijill::web::cache::PageCache;
use sijill::web::face::EventFace;
use sijill::web::router::Service;
use sijill::web::site::Site;
use sijill::web::state::Archive;
use sijill::web::suggest::Completions;

const ROUNDS: u32 = 3000;

fn told(what: &str, begun: Instant) {
    let mean = begun.elapsed().as_secs_f64() * 1e6 / f64::from(ROUNDS);
    println!("{what:<32} {mean:8.1} µs");
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("usage: page DATA ID")?;
    let id = EventId::parse(&arguments.next().ok_or("usage: page DATA ID")?)?;
    let reader = Reader::open(&Path::new(&folder).join("sijill.sqlite"), 2).await?;
    let site = Arc::new(Site::new("https://sijill.example"));
    let stored = find_event(&reader, &id)
        .await?
        .ok_or("there is no such event")?;
    let json = serde_json::to_string(&stored.event)?;
    println!(
        "record {} bytes, text {} bytes",
        json.len(),
        stored.document.text.len()
    );

    let begun = Instant::now();
    for _ in 0..ROUNDS {
        find_event(&reader, &id).await?;
    }
    told("query and reading the record", begun);
    let begun = Instant::now();
    for _ in 0..ROUNDS {
        list_events(&reader, &[]).await?;
        sijill::store::change::last_change(&reader).await?;
    }
    told("the smallest query", begun);
    let begun = Instant::now();
    for _ in 0..ROUNDS {
        std::hint::black_box(serde_json::from_str::<Event>(&json)?);
    }
    told("reading the record", begun);
    let begun = Instant::now();
    for _ in 0..ROUNDS {
        std::hint::black_box(serde_json::to_string(&EventFace::of(&stored, &site))?);
    }
    told("writing its JSON", begun);
    let archive = Archive {
        reader,
        index: Index::in_memory()?,
        site: Arc::clone(&site),
        completions: Completions::default(),
    };
    let service = Service::new(archive, PageCache::new(0));
    for path in [
        format!("/events/{id}"),
        format!("/events/{id}.json"),
        "/about".to_owned(),
    ] {
        let begun = Instant::now();
        for _ in 0..ROUNDS {
            let request = Request::builder().uri(&path).body(Body::empty())?;
            std::hint::black_box(service.answer(request).await);
        }
        told(&path, begun);
    }
    Ok(())
}
