// Keys on the page of one paper: each presses the link that bears it. Without this file the links do the same.
(function () {
  "use strict";
  const dialog = document.getElementById("keys");
  const off = !dialog || "off" in dialog.dataset;
  document.addEventListener("keydown", function (event) {
    if (off || dialog.open || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select")) return;
    const key = event.key === "=" ? "+" : event.key.toLowerCase();
    const named = ["+", "-", "r", "l"].includes(key) && document.querySelector('[data-view="' + key + '"]');
    if (!named) return;
    event.preventDefault();
    named.click();
  });
})();
