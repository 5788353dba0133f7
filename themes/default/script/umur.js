// Compares the reader's clock with the times until which the page and its items are valid.
(function () {
  "use strict";
  var body = document.body;
  var banner = document.querySelector(".stale");
  var english = document.documentElement.lang === "en";
  var zones = { "+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT" };

  function two(n) { return (n < 10 ? "0" : "") + n; }

  // The wall clock of the zone that the time was written in, as the UTC fields of a Date.
  function wall(iso, instant) {
    var offset = /([+-])(\d\d):(\d\d)$/.exec(iso);
    var minutes = offset ? (offset[1] === "-" ? -1 : 1) * (offset[2] * 60 + +offset[3]) : 0;
    return new Date(instant + minutes * 60000);
  }

  function words(iso, now) {
    var end = wall(iso, Date.parse(iso));
    var today = wall(iso, now);
    var zone = zones[iso.slice(-6)] || "UTC" + (iso.slice(-1) === "Z" ? "" : iso.slice(-6));
    var hour = two(end.getUTCHours()) + (english ? ":" : ".") + two(end.getUTCMinutes()) + " " + zone;
    if (end.toISOString().slice(0, 10) === today.toISOString().slice(0, 10)) return hour;
    var day = end.toLocaleDateString(english ? "en-GB" : "id", {
      timeZone: "UTC", day: "numeric", month: "short", year: "numeric"
    });
    return day + ", " + hour;
  }

  function look() {
    var now = Date.now();
    var end = body.getAttribute("data-berlaku");
    if (banner && end && Date.parse(end) < now && banner.hidden) {
      banner.querySelector("p").textContent =
        banner.getAttribute("data-teks").replace("{waktu}", words(end, now));
      banner.hidden = false;
      body.classList.add("is-stale");
    }
    document.querySelectorAll("[data-berlaku][hidden]").forEach(function (mark) {
      if (Date.parse(mark.getAttribute("data-berlaku")) < now) mark.hidden = false;
    });
  }

  look();
  setInterval(look, 60000);
  document.addEventListener("visibilitychange", look);
}());
