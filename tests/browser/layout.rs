//! Every kind of page answers, is quiet in the console, runs from right to left and fits the screen.

use serde_json::{Value, json};

use crate::browser::{Browser, Look};
use crate::fault::Faults;
use crate::page::Page;
use crate::{http, page, shot, stand};

/// A desk, a telephone, and the narrowest screen that WCAG asks for (1.4.10, reflow).
const WIDTHS: [u32; 3] = [1280, 390, 320];

/// What is measured in a page. Elements that stick out are only looked for when the page is too wide.
const MEASURE: &str = r"
    const [width] = arguments, html = document.documentElement;
    const beyond = [];
    if (html.scrollWidth > width) for (const element of document.body.querySelectorAll('*')) {
        const box = element.getBoundingClientRect();
        if (box.width > 0 && (box.left < -1 || box.right > width + 1))
            beyond.push(`${element.localName}${element.id && '#' + element.id}`
                + [...element.classList].map(name => '.' + name).join('')
                + ` ${Math.round(box.left)}..${Math.round(box.right)}`);
    }
    return {
        lang: html.lang, dir: html.dir, direction: getComputedStyle(document.body).direction,
        h1: document.querySelectorAll('h1').length, title: document.title,
        inner: innerWidth, scroll: html.scrollWidth, beyond: beyond.slice(-4),
        failed: [...document.images].filter(image => image.complete && !image.naturalWidth).length,
    };";

#[tokio::test]
async fn every_page_reads_well_at_every_width() -> anyhow::Result<()> {
    let mut faults = Faults::default();
    stand::browse(async |browser| {
        for page in page::list(browser.site()).await? {
            look_at(browser, &page, &mut faults).await?;
        }
        Ok(())
    })
    .await?;
    faults.settle();
    Ok(())
}

/// Looks at one page at all widths.
async fn look_at(browser: &Browser, page: &Page, faults: &mut Faults) -> anyhow::Result<()> {
    let name = format!("{} ({})", page.name, page.path);
    let answer = http::fetch(&format!("{}{}", browser.site(), page.path)).await?;
    if answer.status != page.status {
        faults.say(
            &name,
            format!("status {}, not {}", answer.status, page.status),
        );
        return Ok(());
    }
    browser.take_console().await?;
    for width in WIDTHS {
        browser.resize(width).await?;
        browser.visit(&page.path).await?;
        let measured = browser.run(MEASURE, vec![json!(width)]).await?;
        judge(&measured, width, &name, faults);
        if width != 320 {
            shot::take(browser, page, width).await?;
        }
    }
    browser.draw(Look::Light).await?;
    for (level, message) in browser.take_console().await? {
        // Chromium reports the status of the page itself, which here is as it should be.
        let expected = page.status >= 400
            && message.starts_with(&format!("{}{} ", browser.site(), page.path))
            && message.contains("the server responded with a status of");
        faults.expect(expected, &name, format!("console: {level} {message}"));
    }
    Ok(())
}

fn judge(measured: &Value, width: u32, name: &str, faults: &mut Faults) {
    let (lang, dir) = match name.starts_with("english-") {
        true => ("en", "ltr"),
        false => ("ar", "rtl"),
    };
    faults.expect(
        measured["lang"] == lang,
        name,
        format!("lang {}", measured["lang"]),
    );
    faults.expect(
        measured["dir"] == dir,
        name,
        format!("dir {}", measured["dir"]),
    );
    let direction = &measured["direction"];
    faults.expect(
        direction == dir,
        name,
        format!("computed direction {direction}"),
    );
    faults.expect(measured["h1"] == 1, name, format!("{} h1", measured["h1"]));
    faults.expect(measured["title"] != "", name, "no title");
    faults.expect(
        measured["failed"] == 0,
        name,
        format!("{} images lack", measured["failed"]),
    );
    let inner = &measured["inner"];
    faults.expect(
        *inner == width,
        name,
        format!("drawn at {inner} px, not {width}"),
    );
    let scroll = &measured["scroll"];
    faults.expect(
        scroll
            .as_u64()
            .is_some_and(|scroll| scroll <= u64::from(width)),
        name,
        format!(
            "is {scroll} px wide at {width} px; sticking out: {}",
            measured["beyond"]
        ),
    );
}
