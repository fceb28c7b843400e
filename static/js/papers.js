// Attached papers: photos become smaller before they leave, and a lost connection is tried again.
// Without this file the original goes, by the form itself.
(function () {
  "use strict";
  const LONG = 1600, BYTES = 500000, TRIES = 3;

  // Draw the photo smaller; what the browser cannot draw goes as it is and the server says what it is.
  async function smaller(file) {
    if (!file.type.startsWith("image/") || !file.size) return file;
    let picture;
    try {
      picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    } catch (_) {
      return file;
    }
    const canvas = document.createElement("canvas");
    let made = null, long = LONG, quality = 0.8;
    do {
      const part = Math.min(1, long / Math.max(picture.width, picture.height));
      canvas.width = Math.round(picture.width * part);
      canvas.height = Math.round(picture.height * part);
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
      made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
      if (quality > 0.5) quality -= 0.15;
      else long *= 0.8;
    } while (made && made.size > BYTES && long > 700);
    picture.close();
    return made || file;
  }

  function post(form, body, words) {
    return new Promise((done, lost) => {
      const request = new XMLHttpRequest();
      const bar = document.createElement("progress");
      bar.max = 1;
      bar.setAttribute("aria-label", words.textContent);
      words.append(bar);
      request.upload.onprogress = (e) => { if (e.lengthComputable) bar.value = e.loaded / e.total; };
      request.onload = () => (request.status < 500 ? done(request) : lost());
      request.onerror = request.ontimeout = lost;
      request.timeout = 120000;
      request.responseType = "document";
      request.open("POST", form.action);
      request.send(body);
    });
  }

  const wait = (time) => new Promise((done) => setTimeout(done, time));

  async function send(form) {
    const box = form.elements.paper, words = form.querySelector("[role=status]");
    const file = box.files[0];
    if (!file || form.dataset.busy) return;
    form.dataset.busy = "1";
    words.textContent = form.dataset.sending;
    const body = new FormData(form);
    box.disabled = true; // one file at a time
    const small = await smaller(file);
    body.set("paper", small, small === file ? file.name : "photo.jpg");
    for (let tried = 0; tried < TRIES; tried++) {
      try {
        show(await post(form, body, words));
        return;
      } catch (_) {
        words.textContent = form.dataset.again;
        if (tried + 1 < TRIES) await wait(1000 * 2 ** tried);
      }
    }
    words.textContent = form.dataset.failed;
    box.disabled = false;
    delete form.dataset.busy;
  }

  // The answer is the page anew: with the picture as the server has it, or with what is wrong.
  function show(request) {
    const page = request.response, main = page && page.getElementById("main");
    if (!main || !main.querySelector("[data-paper]")) {
      location.assign(request.responseURL || location.href);
      return;
    }
    document.title = page.title;
    document.getElementById("main").replaceWith(document.adoptNode(main));
    listen();
    const first = document.getElementById("error-summary") || document.querySelector("main [role=status].note");
    if (first) {
      first.tabIndex = -1;
      first.focus();
    }
  }

  function listen() {
    document.querySelectorAll("form[data-paper]").forEach((form) => {
      form.elements.paper.addEventListener("change", () => send(form));
      form.addEventListener("submit", (event) => {
        if (!form.elements.paper.files.length) return;
        event.preventDefault();
        event.stopPropagation();
        send(form);
      });
    });
  }
  listen();
})();
