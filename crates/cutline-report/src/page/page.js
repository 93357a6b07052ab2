"use strict";
// Puts views in place, narrows and sorts lists, searches. Everything it shows
// was escaped when the file was made; what it adds itself goes in as text.
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const main = $("#main"), place = $("#view"), field = $("#q");
  const name = document.title, said = $("#say");
  const first = { id: place.dataset.view, title: place.dataset.title, html: place.innerHTML };
  const blocks = new Map($$('script[type="text/html"]').map((block) => [block.id.slice(2), block]));
  const AT_ONCE = 200;
  const parser = new DOMParser();
  let quotes;
  let shown = first.id;

  // What is shown.

  const has = (id) => id === first.id || blocks.has(id);
  const html = (id) => (id === first.id ? first.html : blocks.get(id).textContent);
  const titleOf = (id) => (id === first.id ? first.title : blocks.get(id).dataset.title);

  function show(id) {
    if (shown !== id || id === "search") {
      place.innerHTML = html(id);
      shown = id;
      wake();
    }
    document.title = `${titleOf(id)} – ${name}`;
    mark({ d: "documents", e: "people", s: "stories" }[/^[des]\d/.test(id) ? id[0] : ""] || id);
  }

  function mark(view) {
    for (const link of $$("[data-nav]")) {
      if (link.dataset.nav === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  // A link names a view, a thing in a view (d3.q2 in d3, t5 in the timeline),
  // a view with a switch on (captions:file), or a search (search=words).
  const HOLDERS = { t: "timeline", c: "captions", w: "quotes" };

  function go() {
    const target = decodeURIComponent(location.hash.slice(1)) || first.id;
    if (target.startsWith("search=")) return search(target.slice(7));
    if (target === "main" || target === "shared") return;
    if (!target.includes("~")) field.value = "";
    const [id, tag] = target.split(":");
    const [view, words] = id.split("~");
    const holder = has(view) ? view : has(view.split(".")[0]) ? view.split(".")[0] : HOLDERS[view[0]];
    if (!holder || !has(holder)) return show(first.id);
    show(holder);
    if (tag) press($(`[data-tag="${CSS.escape(tag)}"]`));
    if (words) highlight(words);
    const element = words ? $("mark", place) : view !== holder ? document.getElementById(view) : null;
    if (element) point(element);
    else scrollTo(0, 0);
    said.textContent = titleOf(holder);
  }

  function point(element) {
    reveal(element);
    $$(".flash").forEach((old) => old.classList.remove("flash"));
    element.classList.add("flash");
    element.scrollIntoView({ block: "center" });
    element.tabIndex = element.matches("a") ? 0 : -1;
    element.focus({ preventScroll: true });
  }

  function reveal(element) {
    const item = element.closest("[data-item-of]");
    if (item && item.hidden) lists.get($(`[data-list]`, place))?.all();
    for (let up = element; up && up !== place; up = up.parentElement) {
      up.hidden = false;
      if (up.tagName === "DETAILS") up.open = true;
    }
  }

  // Lists: narrowed by words and switches, shown in portions.

  const lists = new Map();

  // Titles and names stand once in the file; links that say nothing get theirs here.
  function fill() {
    $$("[data-tools]", place).forEach((gap) => gap.replaceWith($("#tools").content.cloneNode(true)));
    for (const gap of $$("[data-from]", place)) {
      quotes ??= parser.parseFromString(html("quotes"), "text/html");
      const list = document.importNode($(".quotes", quotes.getElementById(gap.dataset.from)), true);
      list.dataset.list = "quotes";
      gap.replaceWith(list);
    }
    const target = (link) => link.getAttribute("href").slice(1).split(".")[0];
    for (const link of $$('a:empty[href^="#"]:not(.by)', place)) {
      const title = has(target(link)) ? titleOf(target(link)) : "see there";
      link.textContent = title.length > 70 ? `${title.slice(0, 70).replace(/\s+\S*$/, "")} …` : title;
    }
    for (const link of $$('.text a[href^="#e"]', place)) {
      const name = has(target(link)) && titleOf(target(link));
      if (name && link.className === "by") link.title = `said by ${name}`;
      else if (name && name !== link.textContent) link.title = `${name} · ${link.title}`;
    }
  }

  function wake() {
    fill();
    lists.clear();
    for (const list of $$("[data-list]", place)) lists.set(list, listOf(list));
    for (const button of $$("[data-switch]", place)) {
      const off = document.body.classList.contains(`no-${button.dataset.switch}`);
      button.setAttribute("aria-pressed", String(!off));
    }
  }

  function listOf(list) {
    const body = list.tagName === "TABLE" ? $("tbody", list) : list;
    const items = list.dataset.item ? $$(list.dataset.item, list) : [...body.children];
    const groups = items.map((item) => item.closest("[data-group]"));
    const words = items.map(() => null);
    for (const item of items) item.dataset.itemOf = list.dataset.list;
    const more = document.createElement("button");
    more.type = "button";
    more.className = "more";
    list.after(more);
    const own = { portion: AT_ONCE };

    const textOf = (n) => {
      return (words[n] ??= fold(items[n].textContent + (groups[n] ? ` ${$("h2", groups[n])?.textContent}` : "")));
    };
    own.draw = () => {
      const bar = $(".filter", place);
      const wanted = terms($("[data-filter]", place)?.value || "");
      const tags = $$('[data-tag][aria-pressed="true"]', place).map((button) => button.dataset.tag);
      const pick = $("select[data-pick]", place)?.value;
      let fit = 0;
      items.forEach((item, n) => {
        const own_tags = ` ${item.dataset.tags || ""} `;
        const fits = tags.every((tag) => own_tags.includes(` ${tag} `)) && (!pick || item.dataset.pick === pick)
          && (!wanted.length || wanted.every((word) => textOf(n).includes(word)));
        fit += fits;
        item.hidden = !fits || fit > own.portion;
      });
      const open = new Set(groups.filter((group, n) => !items[n].hidden));
      for (const group of new Set(groups)) if (group) group.hidden = !open.has(group);
      const rest = fit - Math.min(fit, own.portion);
      more.hidden = rest === 0;
      more.textContent = `Show ${Math.min(rest, AT_ONCE * 5).toLocaleString("en")} more of ${rest.toLocaleString("en")}`;
      const count = bar && $(".shown", bar);
      const narrowed = wanted.length || tags.length || pick;
      if (count) count.textContent = narrowed ? `${fit.toLocaleString("en")} of ${items.length.toLocaleString("en")}` : "";
    };
    own.all = () => { own.portion = Infinity; own.draw(); };
    own.order = (column, button) => {
      const head = button.closest("th");
      const down = head.getAttribute("aria-sort") ? head.getAttribute("aria-sort") === "ascending" : column > 0;
      const key = (row) => row.children[column].textContent.trim();
      const number = (row) => Number(key(row).replace(/,/g, "")) || 0;
      const compare = column > 1 ? (a, b) => number(a) - number(b) : (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
      items.sort((a, b) => (down ? compare(b, a) : compare(a, b)));
      words.fill(null);
      body.append(...items);
      $$("th", list).forEach((th) => th.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      own.draw();
    };
    more.addEventListener("click", () => { own.portion += AT_ONCE * 5; own.draw(); });
    own.draw();
    return own;
  }

  function press(button) {
    if (!button) return;
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    lists.forEach((list) => list.draw());
  }

  main.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.tag) press(button);
    if (button.dataset.sort) lists.get(button.closest("[data-list]"))?.order(Number(button.dataset.sort), button);
    if (button.dataset.switch) {
      const off = document.body.classList.toggle(`no-${button.dataset.switch}`);
      button.setAttribute("aria-pressed", String(!off));
    }
  });
  let typing;
  main.addEventListener("input", (event) => {
    if (!event.target.matches("[data-filter], select[data-pick]")) return;
    clearTimeout(typing);
    typing = setTimeout(() => lists.forEach((list) => list.draw()), 120);
  });

  // Search.

  // Without case and accents; each UTF-16 unit stays one, so that places agree.
  function fold(text) {
    return text.toLowerCase().length === text.length ? bare(text.toLowerCase()) : bare(text);
  }
  const bare = (text) => text.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (c) => c.normalize("NFD")[0].toLowerCase())
    .replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\s/g, " ");

  function terms(query) {
    const found = bare(query.toLowerCase()).match(/"[^"]+"|[^\s"]+/g) || [];
    return found.map((term) => term.replace(/"/g, "").trim()).filter(Boolean);
  }

  let index;

  // The words of a document, without the labels beside them. They were escaped
  // when the file was made, so that every tag in them is ours.
  const SIGNS = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
  function textOf(id) {
    const body = html(id), start = body.indexOf('<div class="text">');
    const text = body.slice(start, body.indexOf("<aside", start));
    return text.replace(/<span class="kind">.*?<\/span>/gs, "").replace(/<div[^>]*>/g, "\n").replace(/<[^>]*>/g, "")
      .replace(/&(lt|gt|quot|amp);/g, (sign) => SIGNS[sign]);
  }

  function indexed() {
    if (index) return index;
    index = { documents: [], names: [] };
    for (const [id, block] of blocks) {
      const title = block.dataset.title;
      if (/^d\d/.test(id)) {
        const text = textOf(id);
        index.documents.push({ id, title, text, folded: fold(`${title}\n${text}`) });
      } else if (/^e\d/.test(id)) index.names.push({ id, title, folded: fold(title) });
    }
    return index;
  }

  function search(query) {
    if (field.value !== query) field.value = query;
    const wanted = terms(query);
    const { documents, names } = indexed();
    const all = (entry) => wanted.length && wanted.every((word) => entry.folded.includes(word));
    const people = names.filter(all).slice(0, 30);
    const hits = documents.filter(all).map((entry) => ({ entry, times: times(entry.folded, wanted) }));
    hits.sort((a, b) => b.times - a.times);
    place.replaceChildren();
    shown = "search";
    const add = (tag, text, to = place) => to.appendChild(Object.assign(document.createElement(tag), { textContent: text }));
    const link = (to, id, text, className) => Object.assign(add("a", text, to), { href: `#${id}`, className });
    add("h1", `Search: ${query}`);
    const sum = `${hits.length} documents, ${people.length} names`;
    add("p", sum).className = "lead";
    if (people.length) {
      const list = add("p", "");
      list.className = "facts";
      people.forEach((entry) => link(list, entry.id, entry.title, ""));
    }
    const list = add("ol", "");
    list.className = "hits";
    for (const { entry, times: often } of hits.slice(0, AT_ONCE)) {
      const item = add("li", "", list);
      link(item, `${entry.id}~${encodeURIComponent(query)}`, entry.title, "title");
      add("small", ` ${often}×`, item);
      snippet(add("p", "", item), entry, wanted);
    }
    if (!hits.length && !people.length) add("p", "Nothing holds all of these words.").className = "empty";
    document.title = `Search – ${name}`;
    mark("");
    said.textContent = sum;
    scrollTo(0, 0);
  }

  const times = (text, wanted) => wanted.reduce((sum, word) => sum + text.split(word).length - 1, 0);

  function snippet(to, entry, wanted) {
    const folded = fold(entry.text);
    const at = Math.max(0, Math.min(...wanted.map((word) => folded.indexOf(word)).filter((n) => n >= 0), Infinity));
    const start = Number.isFinite(at) ? Math.max(0, entry.text.lastIndexOf(" ", Math.max(0, at - 60))) : 0;
    to.append(start > 0 ? "… " : "");
    marked(to, entry.text.slice(start, start + 260), wanted);
    to.append(" …");
  }

  // Appends text with the words marked.
  function marked(to, text, wanted) {
    const folded = fold(text);
    let at = 0;
    while (at < text.length) {
      const next = wanted.map((word) => [folded.indexOf(word, at), word.length]).filter(([n]) => n >= 0).sort((a, b) => a[0] - b[0])[0];
      if (!next) break;
      to.append(text.slice(at, next[0]));
      to.appendChild(document.createElement("mark")).textContent = text.slice(next[0], next[0] + next[1]);
      at = next[0] + next[1];
    }
    to.append(text.slice(at));
  }

  function highlight(query) {
    const wanted = terms(query), text = $(".text", place);
    if (!wanted.length || !text || $("mark", text)) return;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      if (!wanted.some((word) => fold(node.data).includes(word))) continue;
      const piece = document.createDocumentFragment();
      marked(piece, node.data, wanted);
      node.replaceWith(piece);
    }
  }

  // Keys, the field on top, light and dark.

  $(".search").addEventListener("submit", (event) => event.preventDefault());
  let asking;
  field.addEventListener("input", () => {
    clearTimeout(asking);
    asking = setTimeout(() => {
      const query = field.value.trim();
      const hash = query ? `#search=${encodeURIComponent(query)}` : `#${first.id}`;
      if (shown === "search") history.replaceState(null, "", hash), go();
      else location.hash = hash;
    }, 200);
  });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing) event.preventDefault(), field.focus(), field.select();
    if (event.key === "Escape" && event.target === field) field.value = "", field.blur();
    if (typing) return;
    if (event.key === "ArrowLeft") $('[rel="prev"]', place)?.click();
    if (event.key === "ArrowRight") $('[rel="next"]', place)?.click();
  });

  const root = document.documentElement;
  const keep = (theme) => { try { localStorage.setItem("cutline-theme", theme); } catch { /* not allowed here: fine */ } };
  try { root.dataset.theme = localStorage.getItem("cutline-theme") || ""; } catch { /* not allowed here: fine */ }
  $("#theme").addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    keep(root.dataset.theme);
  });

  addEventListener("beforeprint", () => lists.forEach((list) => list.all()));
  addEventListener("hashchange", go);
  wake();
  go();
})();
