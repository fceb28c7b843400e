// A file that runs is looked at again every two minutes, while the page is in sight and nobody types.
(function () {
  "use strict";
  setInterval(function () {
    const at = document.activeElement;
    const busy = at && at.matches("input, textarea, select, button, summary");
    if (!document.hidden && navigator.onLine && !busy) location.reload();
  }, 120000);
})();
