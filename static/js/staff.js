// Officers' keys, and the case at a glance beside the worklist. Without this file every page still works.
(function () {
  "use strict";
  const dialog = document.getElementById("keys"), pane = document.getElementById("pane");
  const rows = Array.from(document.querySelectorAll("[data-row]"));
  const wide = matchMedia("(min-width: 74em)");
  const off = !dialog || "off" in dialog.dataset;
  let at = 0, timer, request, going = 0;

  // --- the chosen row: the focus is the real one, on its link ---
  const link = (row) => row.querySelector("a.name");
  function choose(place, focus) {
    rows[at].setAttribute("aria-selected", "false");
    at = Math.max(0, Math.min(rows.length - 1, place));
    rows[at].setAttribute("aria-selected", "true");
    if (focus) link(rows[at]).focus();
    clearTimeout(timer);
    if (request) request.abort();
    if (wide.matches) timer = setTimeout(glance, 120, rows[at]);
  }
  async function glance(row) {
    request = new AbortController();
    try {
      const answer = await fetch(row.dataset.preview, { signal: request.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = answer.ok && page.getElementById("glance");
      if (!found) return;
      const head = document.createElement("h2");
      head.append(...found.querySelector("h1").childNodes);
      found.querySelector("h1").replaceWith(head);
      pane.replaceChildren(document.adoptNode(found));
      pane.hidden = false;
    } catch (_) { /* the next key was faster, or the network is gone: what is shown stays */ }
  }
  if (rows.length) {
    rows.forEach((row, place) => row.addEventListener("focusin", () => { if (place !== at) choose(place); }));
    rows.forEach((row) => row.addEventListener("click", (event) => {
      if (!event.target.closest("a, label, input")) choose(rows.indexOf(row), true);
    }));
    choose(0);
    wide.addEventListener("change", () => { if (wide.matches) choose(at); else pane.hidden = true; });
  }

  // --- the dialog ---
  const opener = document.querySelector("[data-keys]");
  if (dialog && opener) opener.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
  });

  // --- the keys ---
  function claim() {
    const address = rows.length && rows[at].dataset.claim, form = document.getElementById("claim");
    const button = document.querySelector("main [data-claim]:not([data-row])");
    if (address && form) {
      form.action = address;
      form.requestSubmit();
    } else if (!rows.length && button) button.click();
  }
  function mark() {
    const box = rows.length && rows[at].querySelector("[type=checkbox]");
    if (box) box.click();
  }
  // A case page names what a key presses: data-key="]", "[", "b", "h".
  function press(key) {
    const named = document.querySelector('[data-key="' + key + '"]:not([aria-disabled=true])');
    if (named) named.click();
    return Boolean(named);
  }
  function queue(digit) {
    const place = document.querySelectorAll(".rail a")[digit - 1];
    if (place) place.click();
  }
  const keys = {
    j: () => rows.length && choose(at + 1, true),
    k: () => rows.length && choose(at - 1, true),
    n: claim,
    x: mark,
    "/": () => document.getElementById("search").focus(),
    "?": () => dialog.showModal(),
    "]": () => press("]"),
    "[": () => press("["),
    b: () => press("b"),
    h: () => press("h"),
    g: () => { going = Date.now(); },
  };
  const inside = (target) => rows.length && rows[at].contains(target);
  function typing(target) {
    const box = target.closest("input, textarea, select, [contenteditable]");
    return box && box.type !== "checkbox" && box.type !== "radio" ? box : null;
  }

  document.addEventListener("keydown", function (event) {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
    const box = typing(event.target), key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (box) {
      if (key === "Escape" && box.type === "search" && !off) box.blur();
      return;
    }
    if (off || dialog.open) return;
    if (/^[1-9]$/.test(key) && Date.now() - going < 1500) {
      going = 0;
      queue(Number(key));
    } else if ((key === "ArrowDown" || key === "ArrowUp") && inside(event.target)) {
      choose(at + (key === "ArrowDown" ? 1 : -1), true);
    } else if (key === "Enter" && rows.length && event.target === document.body) {
      link(rows[at]).click();
    } else if (Object.hasOwn(keys, key)) {
      keys[key]();
    } else {
      return;
    }
    event.preventDefault();
  });
})();
