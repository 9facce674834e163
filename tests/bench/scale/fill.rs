//! Filling an archive from a bulk file: the same checks and the same rows as an import, but a thousand documents a
//! transaction, since it is not the import that is measured here.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use sijill::analysis::resolve::Resolver;
use sijill::ingest::authority::read_authorities;
use sijill::ingest::bulk::{BulkLine, lines};
use sijill::ingest::item::{Input, make_event};
use sijill::ingest::seed::RecordFile;
use sijill::model::document::{Document, digest, document_id, hexadecimal};
use sijill::model::id::{EventId, code_of_digest};
use sijill::store::authority::put_organization;
use sijill::store::document::insert_document;
use sijill::store::event::put_event;
use sijill::store::open::{Write, Writer};

use crate::scale::size::Texts;

/// Documents a transaction.
const BATCH: u64 = 1000;

/// Characters of an id: eight collide among a million.
const ID_LENGTH: usize = 12;

/// Writes the documents of a bulk file and the authorities beside it into a new database.
pub async fn fill(database: &Path, from: &Path) -> Result<Texts, Box<dyn Error>> {
    let begun = Instant::now();
    let folder = from.parent().ok_or("--from names no file")?;
    let (authorities, problems) = read_authorities(&folder.join("authorities"));
    if let Some(problem) = problems.first() {
        return Err(problem.to_string().into());
    }
    let mut writer = Writer::open(database).await?;
    let mut write = writer.begin().await?;
    for organization in authorities.organizations.values() {
        put_organization(&mut write, organization).await?;
    }
    let resolver = Resolver::new(Arc::new(authorities));
    let mut texts = Texts::default();
    for (_, line) in lines(from).map_err(|problem| problem.to_string())? {
        let line = line.map_err(|problem| problem.to_string())?;
        texts.documents += 1;
        texts.bytes += line.text.len() as u64;
        put(&mut write, line, &resolver).await?;
        if texts.documents.is_multiple_of(BATCH) {
            write.commit().await?;
            write = writer.begin().await?;
        }
    }
    write.commit().await?;
    writer.close().await?;
    let seconds = begun.elapsed().as_secs_f64();
    eprintln!("{} documents written in {seconds:.1} s", texts.documents);
    Ok(texts)
}

async fn put(
    write: &mut Write<'_>,
    line: BulkLine,
    resolver: &Resolver,
) -> Result<(), Box<dyn Error>> {
    let input = input(line);
    let (event, _) = make_event(&input, resolver).map_err(|problems| {
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        told.join("\n")
    })?;
    let bytes = digest(input.text.as_bytes());
    let id = EventId::parse(&code_of_digest(&bytes, ID_LENGTH))?;
    let document = document_id(&bytes, ID_LENGTH)?;
    let document = Document::new(document, input.name, hexadecimal(&bytes), input.text);
    insert_document(write, &document, None).await?;
    put_event(write, &id, &document.id, &event).await?;
    Ok(())
}

fn input(line: BulkLine) -> Input {
    let source = line.source();
    let record = line.record.map(|record| RecordFile {
        file: line.name.clone(),
        source: String::new(),
        record,
    });
    Input {
        file: line.name.clone(),
        line: None,
        name: line.name,
        text: line.text,
        title: line.title,
        source,
        record,
    }
}
