//! `sijill search`: the site's search on the terminal.

use std::process::ExitCode;

use serde::Serialize;

use crate::command::{READERS, open_index, open_reader};
use crate::config::{Search, SearchSort};
use crate::model::date::Edtf;
use crate::model::id::EventId;
use crate::search::query::{Query, Sort};
use crate::search::snippet::{Fragment, snippets};
use crate::store::event::list_events;
use crate::web::follow::catch_up;

#[derive(Serialize)]
struct Found {
    total: u64,
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    id: EventId,
    score: Option<f32>,
    title: String,
    dates: Vec<Edtf>,
    snippets: Vec<String>,
}

/// Runs the command.
///
/// # Errors
/// When the archive cannot be read.
pub async fn run(config: Search) -> anyhow::Result<ExitCode> {
    let reader = open_reader(&config.data, READERS).await?;
    let index = open_index(&config.data)?;
    catch_up(&reader, &index).await?;
    let query = query(&config);
    let answer = index.search(&query)?;
    let ids: Vec<EventId> = answer.hits.iter().map(|hit| hit.id.clone()).collect();
    let events = list_events(&reader, &ids).await?;
    let items = events.iter().map(|stored| Item {
        id: stored.id.clone(),
        score: answer
            .hits
            .iter()
            .find(|hit| hit.id == stored.id)
            .and_then(|hit| hit.score),
        title: stored.event.title.clone(),
        dates: stored.event.dates().cloned().collect(),
        snippets: plain_snippets(&stored.document.text, &query.text),
    });
    let found = Found {
        total: answer.total,
        items: items.collect(),
    };
    if config.json {
        println!("{}", serde_json::to_string_pretty(&found)?);
    } else {
        print(&found);
    }
    if config.explain {
        for item in &found.items {
            println!("{}", index.explain(&query, &item.id)?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn print(found: &Found) {
    println!("{}", found.total);
    for item in &found.items {
        let dates: Vec<&str> = item.dates.iter().map(Edtf::as_str).collect();
        println!("{}  {}  {}", item.id, dates.join(" "), item.title);
        for snippet in &item.snippets {
            println!("    {snippet}");
        }
    }
}

fn plain_snippets(text: &str, query: &str) -> Vec<String> {
    let fragment = |fragment: &Fragment| match fragment {
        Fragment::Plain(text) => text.clone(),
        Fragment::Marked(text) => format!("[{text}]"),
    };
    let snippets = snippets(text, query, 2);
    snippets
        .iter()
        .map(|snippet| snippet.0.iter().map(fragment).collect())
        .collect()
}

fn query(config: &Search) -> Query {
    Query {
        text: config.query.clone(),
        countries: config.country.clone(),
        organizations: config.organization.clone(),
        person: config.person.clone(),
        place: config.place.clone(),
        kind: config.kind,
        review: config.review,
        from: config.from.as_ref().and_then(Edtf::earliest),
        to: config.to.as_ref().and_then(Edtf::latest),
        certain: config.certain,
        role: config.role.clone(),
        sort: match config.sort {
            SearchSort::Relevance => Sort::Relevance,
            SearchSort::Date => Sort::Oldest,
            SearchSort::DateDescending => Sort::Newest,
            SearchSort::Title => Sort::Title,
            SearchSort::Confidence => Sort::Doubtful,
        },
        offset: 0,
        limit: config.limit,
    }
}
