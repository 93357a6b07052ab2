// Opens the HTML report in a real browser and uses it as an editor would.
//
//   node check.cjs CUTLINE MODULES SEEDS [PICTURES]
//
// CUTLINE is the program, MODULES the folder with node_modules, SEEDS the
// sample articles; screenshots go to PICTURES if it is named.
"use strict";
const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

const [cutline, modules, seeds, pictures] = process.argv.slice(2);
const { chromium } = require(path.resolve(modules, "node_modules/playwright-core"));
const axe = fs.readFileSync(path.resolve(modules, "node_modules/axe-core/axe.min.js"), "utf8");

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cutline-page-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));

// The samples, a later version of one of them, and a document that means harm.
const HARM = "Close </script><script>window.harmed = 1</script> <!--<script> \u202Eyek\u202C \0 \x1B[2J\n\n"
  + "LODZ (AP) — Mayor <img src=x onerror=\"window.harmed = 2\"> Ana Bela said: “We ran <b>home</b> & 'won' \"twice\".”\n\n"
  + "FILE - <svg onload=window.harmed=3> Ana Bela in Lodz, Poland, on May 3, 2021. (AP Photo/Rosa <i>Sami</i>)\n\n"
  + "=cmd|' /C calc'!A0 ]]> {{7*7}} ${window.harmed=4} " + "x".repeat(20000) + "\n";

function write() {
  const texts = path.join(folder, "news");
  fs.mkdirSync(texts);
  for (const name of fs.readdirSync(seeds)) fs.copyFileSync(path.join(seeds, name), path.join(texts, name));
  const last = fs.readdirSync(seeds).sort().at(-1);
  const later = fs.readFileSync(path.join(seeds, last), "utf8").replace(/Thursday|Friday/g, "Saturday").replace(/\n[^\n]*\n*$/, "\n");
  fs.writeFileSync(path.join(texts, "later.txt"), later + "\nThe talks go on next week, an aide said.\n");
  fs.writeFileSync(path.join(texts, "harm.txt"), HARM);
  return texts;
}

function report(texts, ...args) {
  execFileSync(cutline, ["report", texts, "--format", "html", "--title", "Desk <report>", ...args], { stdio: ["ignore", "inherit", "inherit"] });
}

let passed = 0;
const failed = [];
async function check(name, work) {
  try {
    await work();
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed.push(name);
    console.log(`FAIL ${name}\n${String(error.message || error).slice(0, 1500)}`);
  }
}

const VIEWS = ["overview", "documents", "people", "quotes", "timeline", "captions", "stories"];

async function faults(page) {
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] })`);
  const grave = found.violations.filter((one) => ["serious", "critical"].includes(one.impact));
  return grave.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

async function main() {
  const texts = write();
  const file = path.join(folder, "report.html");
  report(texts, "-o", file);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const troubles = [];
  const watch = (one) => {
    one.on("console", (message) => { if (["error", "warning"].includes(message.type())) troubles.push(message.text()); });
    one.on("pageerror", (error) => troubles.push(String(error)));
    one.on("request", (request) => { if (!request.url().startsWith("file:")) troubles.push(`fetched ${request.url()}`); });
  };
  watch(page);
  const url = pathToFileURL(file).href;
  const shot = async (name, options = {}) => {
    if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`), ...options });
  };
  const settle = () => page.waitForTimeout(350);
  const view = async (id) => { await page.goto(`${url}#${id}`); await settle(); };
  const visible = (selector) => page.locator(selector).filter({ visible: true });

  await check("the page opens and names itself", async () => {
    await page.goto(url);
    assert.equal(await page.title(), "Overview – Desk <report>");
    assert.equal(await page.locator("#view h1").textContent(), "Desk <report>");
    assert.ok((await page.locator(".bars li").count()) > 10);
    await shot("overview");
  });

  for (const id of VIEWS) {
    await check(`the view ${id} is reached by its link and has no grave fault of access`, async () => {
      await page.goto(url);
      await page.click(`[data-nav="${id}"]`);
      await settle();
      assert.equal(await page.getAttribute(`[data-nav="${id}"]`, "aria-current"), "page");
      assert.ok((await page.locator("#view").textContent()).trim().length > 20);
      assert.deepEqual(await faults(page), []);
      await shot(id);
    });
  }

  await check("a document is shown as it stands, with its names linked both ways", async () => {
    await view("documents");
    await page.locator("#view .rows a.title", { hasText: "significant" }).first().click();
    await settle();
    const source = fs.readFileSync(path.join(seeds, fs.readdirSync(seeds).sort().at(-1)), "utf8");
    const paragraph = source.split(/\n\s*\n/).find((one) => one.length > 200 && !one.includes("\n")).trim();
    const shown = await page.locator(".text .b").evaluateAll((blocks) => blocks.map((block) => {
      const copy = block.cloneNode(true);
      copy.querySelectorAll(".kind").forEach((label) => label.remove());
      return copy.textContent;
    }));
    assert.ok(shown.includes(paragraph), "a paragraph of the source");
    assert.deepEqual(await faults(page), []);
    await shot("document");
    await page.locator(".text a.n.person").first().click();
    await settle();
    assert.match(page.url(), /#e\d+$/);
    assert.deepEqual(await faults(page), []);
    await shot("person");
    const link = page.locator(".quotes .facts a").first();
    await link.click();
    await settle();
    assert.match(page.url(), /#d\d+\.q\d+$/);
    assert.equal(await page.locator(".text .q.flash").count(), 1);
  });

  await check("a date leads to the timeline and back", async () => {
    await view("timeline");
    await page.locator(".event .facts a").first().click();
    await settle();
    assert.match(page.url(), /#d\d+\.t\d+$/);
    await page.locator(".text a.t").first().click();
    await settle();
    assert.match(page.url(), /#t\d+$/);
    assert.equal(await page.locator(".day.flash").count(), 1);
  });

  await check("the search finds words in documents and marks them", async () => {
    await view("overview");
    await page.keyboard.press("/");
    await page.keyboard.type('rubio "peace talks"');
    await page.waitForSelector(".hits li");
    assert.ok((await page.locator(".hits mark").count()) > 0);
    assert.deepEqual(await faults(page), []);
    await shot("search");
    await page.locator(".hits a.title").first().click();
    await settle();
    assert.ok((await page.locator(".text mark").count()) > 0);
  });

  await check("a search for nothing says so", async () => {
    await view("overview");
    await page.fill("#q", "zzyzx");
    await page.waitForSelector(".empty");
  });

  await check("filters narrow a list", async () => {
    await view("captions");
    const all = await visible(".card").count();
    await page.click('[data-tag="file"]');
    await settle();
    const files = await visible(".card").count();
    assert.ok(files > 0 && files < all, `${files} of ${all}`);
    assert.equal(await visible(".card").filter({ has: page.locator(".badge") }).count(), files);
    await page.click('[data-tag="file"]');
    await page.selectOption("select[data-pick]", { index: 1 });
    await settle();
    assert.ok((await visible(".card").count()) < all);
    await view("quotes");
    await page.fill("[data-filter]", "rubio");
    await settle();
    assert.ok((await visible(".speaker").count()) < (await page.locator(".speaker").count()));
  });

  await check("lists of names are sorted by a click", async () => {
    await view("people");
    await page.click('[data-sort="5"]');
    const first = await page.locator("tbody tr").first().locator("td").last().textContent();
    assert.ok(Number(first) >= 5, first);
  });

  await check("switches hide what is marked", async () => {
    await view("d0");
    await page.click('[data-switch="kinds"]');
    assert.equal(await visible(".text .kind").count(), 0);
    await page.click('[data-switch="kinds"]');
    assert.ok((await visible(".text .kind").count()) > 0);
  });

  await check("versions stand side by side", async () => {
    await view("stories");
    await page.locator("#view .rows a.title").first().click();
    await settle();
    assert.ok((await page.locator(".pair ins").count()) > 0);
    assert.deepEqual(await faults(page), []);
    await shot("versions");
  });

  await check("harmful words stay words", async () => {
    await view("documents");
    await page.fill("[data-filter]", "harm.txt");
    await settle();
    await visible("#view .rows a.title").first().click();
    await settle();
    await shot("harm");
    const text = await page.locator(".text").textContent();
    for (const words of ["</script><script>window.harmed = 1</script>", "<!--<script>", "onerror=\"window.harmed = 2\"", "⟨U+202E⟩yek", "␀", "␛[2J"]) {
      assert.ok(text.includes(words), words);
    }
    for (const id of VIEWS) await view(id);
    assert.equal(await page.evaluate("window.harmed"), undefined);
    assert.equal(await page.locator("main img, main svg[onload], main iframe").count(), 0);
    assert.ok(!/[\u202a-\u202e\u2066-\u2069\0]/.test(fs.readFileSync(file, "utf8")), "no mark that turns the reading order");
  });

  await check("it is used with the keyboard alone", async () => {
    await page.goto(url);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate("document.activeElement.className"), "skip");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await settle();
    assert.match(page.url(), /#documents$/);
    await view("d0");
    await page.keyboard.press("ArrowRight");
    await settle();
    assert.match(page.url(), /#d1$/);
  });

  await check("dark is dark and has no grave fault of access either", async () => {
    await view("overview");
    const light = await page.evaluate("getComputedStyle(document.body).backgroundColor");
    await page.click("#theme");
    assert.notEqual(await page.evaluate("getComputedStyle(document.body).backgroundColor"), light);
    for (const id of [...VIEWS, "d0", "e0", "s0"]) {
      await view(id);
      assert.deepEqual(await faults(page), [], id);
    }
    await view("overview");
    await shot("dark-overview");
    await view("d2");
    await shot("dark-document");
    await page.click("#theme");
  });

  await check("a narrow screen needs no sideways scrolling", async () => {
    await page.setViewportSize({ width: 375, height: 760 });
    for (const id of [...VIEWS, "d0", "d1", "e0", "s0"]) {
      await view(id);
      const wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      assert.ok(wide <= 1, `${id} is ${wide} too wide`);
      if (["overview", "d0", "captions", "s0"].includes(id)) await shot(`phone-${id}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await check("it prints", async () => {
    for (const id of ["overview", "d0", "s0"]) {
      await view(id);
      const pdf = await page.pdf({ format: "A4" });
      assert.ok(pdf.length > 10000);
      if (pictures) fs.writeFileSync(path.join(pictures, `print-${id}.pdf`), pdf);
    }
  });

  await check("a folder of pages holds together", async () => {
    const parts = path.join(folder, "parts") + path.sep;
    report(texts, "-o", parts);
    await page.goto(pathToFileURL(path.join(parts, "index.html")).href);
    await page.click('[data-nav="documents"]');
    await page.locator("#view .rows a.title").first().click();
    await settle();
    assert.match(page.url(), /documents-001\.html#d0$/);
    await page.locator(".text a.n.person").first().click();
    await settle();
    assert.match(page.url(), /people-001\.html#e\d+$/);
    for (const id of ["quotes", "timeline", "captions", "stories"]) {
      await page.click(`[data-nav="${id}"]`);
      await settle();
      assert.match(page.url(), new RegExp(`${id}-001\\.html#${id}$`));
    }
  });

  await check("nothing went wrong on the way and nothing was fetched", async () => assert.deepEqual(troubles, []));
  await browser.close();
  console.log(`\n${passed} passed, ${failed.length} failed`);
  process.exitCode = failed.length ? 1 : 0;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
