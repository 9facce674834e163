//! The archive's own typefaces load, and the Arabic letters are really drawn with them.

use anyhow::Context;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::fault::Faults;
use crate::{page, stand};

/// The families whose faces have loaded, once all that the page asked for have arrived.
const LOADED: &str = "
    const done = arguments[arguments.length - 1];
    document.fonts.ready.then(fonts => done([...fonts].map(face => [face.family.replaceAll('\"', ''), face.status])));";

#[tokio::test]
async fn the_archives_own_typefaces_draw_the_page() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        let events = page::list_events(browser.site()).await?;
        let event = events.first().context("/events leads to no event")?;
        browser.visit(event).await?;
        let faces = browser.run_async(LOADED, Vec::new()).await?;
        for family in ["Noto Naskh Arabic", "IBM Plex Sans Arabic"] {
            let known = json!([family, "loaded"]);
            let loaded = faces.as_array().is_some_and(|faces| faces.contains(&known));
            faults.expect(loaded, event, format!("{family} is not loaded: {faces}"));
        }
        if let Some(faces) = faces.as_array() {
            for face in faces.iter().filter(|face| face[1] == "error") {
                faults.say(event, format!("{} cannot be loaded", face[0]));
            }
        }
        for (selector, family) in [
            (".source-text p", "Noto Naskh Arabic"),
            ("h1 bdi", "Noto Naskh Arabic"),
            ("nav.main a", "IBM Plex Sans Arabic"),
        ] {
            let drawn = drawn_with(browser, selector).await?;
            let own = drawn.first().is_some_and(|font| {
                font["isCustomFont"] == true
                    && font["familyName"]
                        .as_str()
                        .is_some_and(|name| name.starts_with(family))
            });
            faults.expect(
                own,
                event,
                format!("{selector} is not drawn with {family}: {drawn:?}"),
            );
        }
        Ok(())
    })
    .await?;
    faults.settle();
    Ok(())
}

/// The fonts that an element's letters were drawn with, the most used first.
async fn drawn_with(browser: &Browser, selector: &str) -> anyhow::Result<Vec<Value>> {
    browser.command("DOM.enable", json!({})).await?;
    browser.command("CSS.enable", json!({})).await?;
    let document = browser
        .command("DOM.getDocument", json!({ "depth": 0 }))
        .await?;
    let wanted = json!({ "nodeId": document["root"]["nodeId"], "selector": selector });
    let node = browser.command("DOM.querySelector", wanted).await?;
    let fonts = browser.command("CSS.getPlatformFontsForNode", node).await?;
    let mut fonts = fonts["fonts"].as_array().cloned().unwrap_or_default();
    fonts
        .sort_by_key(|font| std::cmp::Reverse(font["glyphCount"].as_f64().map_or(0, |n| n as u64)));
    Ok(fonts)
}
