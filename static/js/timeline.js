// The player of the timeline: moves the play-head, hides what lies ahead of it, says where it stands.
// The day is in the address; without this file the range is a form and the two steps are links.
(function () {
  "use strict";
  const player = document.getElementById("player");
  if (!player) return;
  const DAY = 620; // milliseconds
  const last = Number(player.dataset.top);
  const range = document.getElementById("day");
  const output = document.getElementById("out");
  const button = document.getElementById("play");
  const say = document.getElementById("say");
  const tracks = document.querySelectorAll("svg.track[data-tot]");
  const events = document.querySelectorAll("[data-at]");
  const charts = Array.from(document.querySelectorAll(".chart[data-end]"));
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let day = Number(range.value);
  let stop = null;

  function paint(to) {
    day = Math.max(0, Math.min(last, to));
    tracks.forEach(function (track) {
      const share = 100 * day / Number(track.dataset.tot);
      const future = track.querySelector(".future");
      const head = track.querySelector(".playhead");
      future.setAttribute("x", share + "%");
      future.setAttribute("width", Math.max(0, 100 - share) + "%");
      head.setAttribute("x1", share + "%");
      head.setAttribute("x2", share + "%");
      head.classList.toggle("idle", day <= 0 || share >= 100);
    });
    events.forEach(function (event) {
      event.classList.toggle("ahead", Number(event.dataset.at) > day + 1e-6);
    });
    charts.forEach(function (chart) {
      const status = chart.querySelector("[data-status]").dataset;
      const done = day >= Number(chart.dataset.end) - 1e-6;
      const tag = chart.querySelector("[data-status] .tag");
      tag.textContent = done ? status.done : status.running;
      tag.className = "tag tag-" + (done ? status.tone : "warn");
    });
    range.value = Math.floor(day + 1e-6);
    output.textContent = output.dataset.text.replace("{day}", range.value);
  }
  function settle(to) {
    if (stop) stop();
    paint(to);
    say.textContent = [output.textContent].concat(charts.map(function (chart) {
      return chart.querySelector("h2").textContent + ": " + chart.querySelector("[data-status]").textContent;
    })).join(". ");
  }
  function pressed(on) {
    button.setAttribute("aria-pressed", String(on));
    button.querySelector("span").textContent = on ? button.dataset.pause : button.dataset.play;
  }
  function play() {
    if (day >= last) paint(0);
    pressed(true);
    stop = calm.matches ? inSteps() : smoothly();
    const halt = stop;
    stop = function () {
      halt();
      stop = null;
      pressed(false);
    };
  }
  function inSteps() {
    const timer = setInterval(function () {
      paint(Math.floor(day) + 1);
      if (day >= last) settle(last);
    }, 1000);
    return function () { clearInterval(timer); };
  }
  function smoothly() {
    let before = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      paint(day + (now - before) / DAY);
      before = now;
      if (day >= last) settle(last);
      else frame = requestAnimationFrame(next);
    });
    return function () { cancelAnimationFrame(frame); };
  }

  button.addEventListener("click", function () {
    if (stop) settle(day);
    else play();
  });
  range.addEventListener("input", function () { settle(Number(range.value)); });
  [["prev", -1], ["next", 1]].forEach(function (pair) {
    document.getElementById(pair[0]).addEventListener("click", function (event) {
      event.preventDefault();
      settle(Math.round(day) + pair[1]);
    });
  });
})();
