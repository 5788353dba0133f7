// Narrows and sorts the lists of a page. What was chosen stands in the address, so that a filtered list can be sent on.
// Without scripts the lists stand whole, in the order of the page.
(function () {
  "use strict";
  var form = document.querySelector("form.narrow");
  var tables = Array.prototype.slice.call(document.querySelectorAll("table.sortable"));
  var query = new URLSearchParams(location.search);

  function remember() {
    var text = query.toString();
    try {
      history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash);
    } catch (_) {
      // A browser that guards the addresses of files: the list is narrowed all the same.
    }
  }

  // ---- narrowing ----------------------------------------------------------------------------------------------

  function narrow() {
    var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
    var chosen = selects.filter(function (s) { return s.value; });
    var now = Date.now(), all = 0, left = 0;
    tables.forEach(function (table) {
      var here = 0;
      Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
        var fits = chosen.every(function (s) { return value(row, s.name, now).split(" ").indexOf(s.value) >= 0; });
        row.hidden = !fits;
        all++;
        if (fits) here++;
      });
      left += here;
      var part = table.closest("section");
      if (part) part.hidden = here === 0;
    });
    selects.forEach(function (s) { if (s.value) query.set(s.name, s.value); else query.delete(s.name); });
    var state = form.querySelector("[role=status]");
    var words = form.getAttribute(left ? "data-hitung" : "data-kosong");
    state.textContent = chosen.length ? words.replace("{n}", left).replace("{semua}", all) : "";
    form.querySelector("button").hidden = !chosen.length;
  }

  // A value of a row. Its validity may have ended since the page was made.
  function value(row, name, now) {
    var until = row.getAttribute("data-sampai");
    if (name === "kesegaran" && until && Date.parse(until) < now) return "lewat";
    return row.getAttribute("data-" + name) || "";
  }

  if (form && tables.length) {
    Array.prototype.forEach.call(form.querySelectorAll("select"), function (s) {
      if (query.has(s.name)) s.value = query.get(s.name);
      if (s.selectedIndex < 0) s.value = "";
    });
    form.addEventListener("change", function () { narrow(); remember(); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () {
      setTimeout(function () {
        var first = form.querySelector("select");
        var fold = first.closest("details");
        if (fold) fold.open = true;
        narrow();
        remember();
        first.focus();
      });
    });
    narrow();
  }

  // ---- sorting ------------------------------------------------------------------------------------------------

  function key(row, column) {
    var cell = row.cells[column];
    return cell.hasAttribute("data-nilai") ? cell.getAttribute("data-nilai") : cell.textContent.trim();
  }

  function sort(table, column, down) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    var language = document.documentElement.lang;
    var compare = new Intl.Collator(language, { numeric: true }).compare;
    var keyed = rows.map(function (row) { return [key(row, column), row]; });
    keyed.sort(function (a, b) {
      // What is not known stands last, whichever way the list is turned.
      if (!a[0] || !b[0]) return (a[0] ? 0 : 1) - (b[0] ? 0 : 1);
      return (down ? -1 : 1) * compare(a[0], b[0]);
    });
    keyed.forEach(function (pair) { body.appendChild(pair[1]); });
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, at) {
      if (at === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  }

  function sortAll(column, down) {
    tables.forEach(function (table) { if (table.tHead.rows[0].cells[column]) sort(table, column, down); });
  }

  tables.forEach(function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sorter";
      button.title = table.getAttribute("data-urutkan") + " " + head.textContent.trim();
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("click", function () {
        // Figures and times begin with the highest, words with the first.
        var sorted = head.getAttribute("aria-sort");
        var first = table.tBodies[0].rows[0];
        var high = first && first.cells[column].hasAttribute("data-nilai");
        var down = sorted ? sorted === "ascending" : !!high;
        sortAll(column, down);
        query.set("urut", column);
        if (down) query.set("arah", "turun"); else query.delete("arah");
        remember();
      });
    });
  });
  if (query.has("urut")) sortAll(+query.get("urut"), query.get("arah") === "turun");
}());
