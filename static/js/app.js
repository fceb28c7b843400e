// What every page needs. Without this file every page still works.
(function () {
  "use strict";
  const root = document.documentElement;
  const offline = document.getElementById("offline");
  root.classList.add("js");

  // After a refused form, reading starts at what is to be mended.
  const summary = document.getElementById("error-summary");
  if (summary) summary.focus();

  function showNetwork() {
    if (offline) offline.hidden = navigator.onLine;
  }
  addEventListener("online", showNetwork);
  addEventListener("offline", showNetwork);
  showNetwork();

  // A form sent while offline is held and goes by itself when the network is back;
  // a second press within fifteen seconds of the first is ignored.
  const sent = new Map();
  document.addEventListener("submit", function (event) {
    const form = event.target;
    const button = event.submitter;
    if (form.method !== "post") return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.set(form, button);
    if (button) button.setAttribute("aria-disabled", "true");
    if (navigator.onLine) {
      setTimeout(release, 15000, form);
      return;
    }
    event.preventDefault();
    showNetwork();
    addEventListener("online", function () {
      release(form);
      form.requestSubmit(button);
    }, { once: true });
  });
  function release(form) {
    const button = sent.get(form);
    if (button) button.removeAttribute("aria-disabled");
    sent.delete(form);
  }
  // The page may come back from the browser's memory: its forms can be sent again.
  addEventListener("pageshow", function () {
    Array.from(sent.keys()).forEach(release);
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) print();
  });

  // Ctrl+Enter takes the main step of an officer's page; Telex and VNI typing is never interrupted.
  document.addEventListener("keydown", function (event) {
    const main = document.querySelector("[data-primary]:not([aria-disabled=true])");
    if (main && event.ctrlKey && event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      main.click();
    }
  });
})();
