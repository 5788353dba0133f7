// "Copy text": the buttons are there only where this runs; the text itself can be read and selected without it.
(function () {
  "use strict";

  // The text of a button: its own, or that of the block it names.
  function textOf(button) {
    var own = button.getAttribute("data-salin");
    return own !== null ? own : document.getElementById(button.getAttribute("data-salin-dari")).textContent;
  }

  // For pages from a disk: there browsers may have no clipboard to write to.
  function bySelection(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.className = "hidden";
    area.setAttribute("aria-hidden", "true");
    document.body.appendChild(area);
    area.select();
    area.setSelectionRange(0, text.length);
    var done = false;
    try { done = document.execCommand("copy"); } catch (refused) { done = false; }
    document.body.removeChild(area);
    return done;
  }

  // Calls back with whether the text is on the clipboard.
  function copy(text, said) {
    if (!navigator.clipboard || !navigator.clipboard.writeText) {
      said(bySelection(text));
      return;
    }
    navigator.clipboard.writeText(text).then(
      function () { said(true); },
      function () { said(bySelection(text)); }
    );
  }

  document.querySelectorAll("[data-salin], [data-salin-dari]").forEach(function (button) {
    var answer = document.createElement("span");
    var timer = 0;
    answer.className = "copy-said";
    answer.setAttribute("role", "status");
    button.parentNode.insertBefore(answer, button.nextSibling);
    button.hidden = false;
    button.addEventListener("click", function () {
      clearTimeout(timer);
      // Emptied first, so that the same word is told again.
      answer.textContent = "";
      copy(textOf(button), function (done) {
        answer.textContent = button.getAttribute(done ? "data-tersalin" : "data-gagal");
        answer.classList.toggle("late", !done);
        button.focus();
        if (done) timer = setTimeout(function () { answer.textContent = ""; }, 8000);
      });
    });
  });
}());
