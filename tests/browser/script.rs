//! What the script adds: completions by keyboard alone, the citation copied by one button; and the journeys that differ
//! between a wide window and a telephone, with the script and without it.

use anyhow::Context;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::fault::Faults;
use crate::{page, stand};

/// What a search field says of its completions: open or not, how many, and the name of the one that is chosen.
const COMPLETIONS: &str = "
    const input = document.activeElement, list = document.getElementById(input.getAttribute('aria-controls'));
    const chosen = document.getElementById(input.getAttribute('aria-activedescendant'));
    return {
        role: input.getAttribute('role'),
        open: input.getAttribute('aria-expanded') === 'true' && !list.hidden,
        count: list ? list.querySelectorAll('[role=option]').length : 0,
        chosen: chosen && chosen.getAttribute('aria-selected') === 'true' ? chosen.textContent : null,
        below: list ? list.getBoundingClientRect().top >= input.getBoundingClientRect().bottom - 1 : null,
        within: list ? list.getBoundingClientRect().left >= 0 && list.getBoundingClientRect().right <= innerWidth : null,
    };";

const IS_OPEN: &str = "
    const list = document.getElementById(document.activeElement.getAttribute('aria-controls'));
    return Boolean(list) && !list.hidden && list.children.length > 0;";

#[tokio::test]
async fn an_organization_is_found_by_the_keyboard_alone() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        for (width, path, typed) in [
            (1280, "/", "الاتحاد الأورو"),
            (390, "/events", "european u"),
            (1280, "/en", "european u"),
        ] {
            browser.resize(width).await?;
            browser.leave().await?;
            browser.visit(path).await?;
            let field = "main input[name=q]";
            browser.find(field).await?.send_keys(typed).await?;
            let open = browser.comes_true(IS_OPEN, Vec::new()).await?;
            faults.expect(open, path, format!("«{typed}» has no completions"));
            let state = browser.run(COMPLETIONS, Vec::new()).await?;
            let is_well = state["role"] == "combobox"
                && state["open"] == true
                && state["chosen"].is_null()
                && state["below"] == true
                && state["within"] == true;
            faults.expect(is_well, path, format!("completions at {width}: {state}"));
            browser.press(Key::Down).await?;
            let state = browser.run(COMPLETIONS, Vec::new()).await?;
            let chosen = state["chosen"].as_str().unwrap_or_default();
            faults.expect(
                chosen.contains("الاتحاد الأوروبي"),
                path,
                format!("the arrow chooses {chosen:?}"),
            );
            browser.press(Key::Enter).await?;
            let arrived = "return location.pathname.endsWith('/organizations/european-union');";
            let arrived = browser.comes_true(arrived, Vec::new()).await?;
            let place = browser.place().await?;
            faults.expect(arrived, path, format!("Enter leads to {place}"));
            let same_language = place.starts_with("/en/") == path.starts_with("/en");
            faults.expect(
                same_language,
                path,
                format!("the language is lost: {place}"),
            );
        }
        Ok(())
    })
    .await?;
    faults.settle();
    Ok(())
}

#[tokio::test]
async fn completions_close_and_the_words_are_searched_as_typed() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        browser.visit("/events").await?;
        browser.find("#q").await?.send_keys("بلج").await?;
        browser.comes_true(IS_OPEN, Vec::new()).await?;
        browser.press(Key::Up).await?;
        let state = browser.run(COMPLETIONS, Vec::new()).await?;
        let is_last = state["chosen"].is_string();
        faults.expect(
            is_last,
            "/events",
            format!("the arrow up chooses none: {state}"),
        );
        browser.press(Key::Escape).await?;
        let state = browser.run(COMPLETIONS, Vec::new()).await?;
        faults.expect(
            state["open"] == false && state["chosen"].is_null(),
            "/events",
            format!("Escape leaves them open: {state}"),
        );
        let value = browser.find("#q").await?.prop("value").await?;
        faults.expect(
            value.as_deref() == Some("بلج"),
            "/events",
            format!("Escape leaves {value:?}"),
        );
        browser.press(Key::Enter).await?;
        let searched = "return new URLSearchParams(location.search).get('q') === 'بلج';";
        let searched = browser.comes_true(searched, Vec::new()).await?;
        faults.expect(searched, "/events", "Enter does not search what was typed");
        Ok(())
    })
    .await?;
    faults.settle();
    Ok(())
}

#[tokio::test]
async fn one_button_copies_the_citation() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        let events = page::list_events(browser.site()).await?;
        let event = events.first().context("/events leads to no event")?;
        for path in [event.clone(), format!("/en{event}")] {
            browser.visit(&path).await?;
            let granted = json!({
                "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"],
                "origin": browser.site(),
            });
            browser.command("Browser.grantPermissions", granted).await?;
            let button = browser.find("button[data-copy]").await?;
            faults.expect(
                button.is_displayed().await?,
                &path,
                "the button that copies is not shown",
            );
            browser.point_at("button[data-copy]").await?;
            let told = "return document.querySelector('button[data-copy] + [role=status]')?.textContent.length > 0;";
            let told = browser.comes_true(told, Vec::new()).await?;
            faults.expect(told, &path, "nothing tells that it was copied");
            let copied = browser
                .run_async(
                    "const done = arguments[0]; navigator.clipboard.readText().then(done, error => done(String(error)));",
                    Vec::new(),
                )
                .await?;
            let copied = copied.as_str().unwrap_or_default();
            faults.expect(
                copied.contains(event.as_str()) && copied.contains('»'),
                &path,
                format!("what was copied: {copied}"),
            );
        }
        Ok(())
    })
    .await?;
    faults.settle();
    Ok(())
}

#[tokio::test]
async fn every_journey_works_on_a_telephone_with_and_without_scripts() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        browser.resize(390).await?;
        for has_scripts in [true, false] {
            let off = json!({ "value": !has_scripts });
            browser
                .command("Emulation.setScriptExecutionDisabled", off)
                .await?;
            by_country(browser, &mut faults).await?;
            by_histogram(browser, &mut faults).await?;
            in_english_and_back(browser, &mut faults).await?;
            if !has_scripts {
                let buttons = browser.find_all("button[data-copy]").await?;
                for button in buttons {
                    let shown = button.is_displayed().await?;
                    faults.expect(
                        !shown,
                        "an event",
                        "a button stands there that does nothing",
                    );
                }
            }
        }
        Ok(())
    })
    .await?;
    faults.settle();
    Ok(())
}

/// From the first page over the index of countries to an event in Belgium.
async fn by_country(browser: &Browser, faults: &mut Faults) -> anyhow::Result<()> {
    browser.visit("/").await?;
    let place = browser
        .follow("nav.main a[href='/countries']", |place| {
            place == "/countries"
        })
        .await?;
    faults.expect(place == "/countries", "/", format!("leads to {place}"));
    let place = browser
        .follow("main a[href='/countries/BE']", |place| {
            place == "/countries/BE"
        })
        .await?;
    faults.expect(
        place == "/countries/BE",
        "/countries",
        format!("leads to {place}"),
    );
    let place = browser
        .follow(".card h3 a", |place| place.starts_with("/events/"))
        .await?;
    faults.expect(
        place.starts_with("/events/"),
        "/countries/BE",
        format!("leads to {place}"),
    );
    Ok(())
}

/// A bar of the years narrows the list to the events it stands for.
async fn by_histogram(browser: &Browser, faults: &mut Faults) -> anyhow::Result<()> {
    browser.visit("/events").await?;
    let bar = "
        const bars = [...document.querySelectorAll('.histogram a')].filter(bar => bar.querySelector('.bar').getAttribute('height') > 0);
        return bars.length ? bars[0].getAttribute('href') : null;";
    let bar = browser.run(bar, Vec::new()).await?;
    let address = bar.as_str().context("the histogram has no bar")?.to_owned();
    browser
        .point_at(&format!(".histogram a[href='{address}']"))
        .await?;
    let arrived = "return location.search.includes('from=') && document.readyState === 'complete';";
    let arrived = browser.comes_true(arrived, Vec::new()).await?;
    let place = browser.place().await?;
    faults.expect(arrived, "/events", format!("a bar leads to {place}"));
    let cards = browser.find_all(".results .card").await?.len();
    faults.expect(cards > 0, &place, "the years of a bar have no event");
    let removed = browser.find_all(".filters a.chip").await?.len();
    faults.expect(removed > 0, &place, "the years cannot be taken off again");
    Ok(())
}

/// The same record in English and in Arabic.
async fn in_english_and_back(browser: &Browser, faults: &mut Faults) -> anyhow::Result<()> {
    let events = page::list_events(browser.site()).await?;
    let event = events.first().context("/events leads to no event")?;
    browser.visit(event).await?;
    let title = heading(browser).await?;
    let english = format!("/en{event}");
    let place = browser
        .follow("nav.main a[hreflang=en]", |place| place == english)
        .await?;
    faults.expect(place == english, event, format!("English is at {place}"));
    let language = browser.run(
        "return document.documentElement.lang + document.documentElement.dir;",
        Vec::new(),
    );
    let language = language.await?;
    faults.expect(
        language == "enltr",
        &english,
        format!("the page is {language}"),
    );
    let same = heading(browser).await? == title;
    faults.expect(same, &english, "another record is shown");
    let place = browser
        .follow("nav.main a[hreflang=ar]", |place| place == event)
        .await?;
    faults.expect(place == *event, &english, format!("back leads to {place}"));
    Ok(())
}

async fn heading(browser: &Browser) -> anyhow::Result<Value> {
    browser
        .run(
            "return document.querySelector('h1').textContent;",
            Vec::new(),
        )
        .await
}
