//! Pictures of the pages for people to look at, taken only with `SIJILL_SHOTS=DIR`.

use std::path::PathBuf;

use anyhow::Context;
use data_encoding::BASE64;
use serde_json::json;

use crate::browser::{Browser, Look};
use crate::page::Page;

/// Saves the page shown, whole, by day and by night.
pub async fn take(browser: &Browser, page: &Page, width: u32) -> anyhow::Result<()> {
    let Some(folder) = std::env::var_os("SIJILL_SHOTS").map(PathBuf::from) else {
        return Ok(());
    };
    std::fs::create_dir_all(&folder)?;
    for (look, word) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        browser.draw(look).await?;
        let wanted = json!({ "format": "png", "captureBeyondViewport": true });
        let taken = browser.command("Page.captureScreenshot", wanted).await?;
        let data = taken["data"].as_str().context("a picture without data")?;
        let file = folder.join(format!("{}-{width}-{word}.png", page.name));
        std::fs::write(file, BASE64.decode(data.as_bytes())?)?;
    }
    browser.draw(Look::Light).await
}
