// The search: reads the index in shards, ranks, and shows. Works from a server and from a stick alike, because every part
// of the index is a script that calls kentonganCari(kind, number, data). The rules of words come with the index.
(function () {
  "use strict";
  var form = document.querySelector(".finder");
  var box = form ? form.elements.q : document.getElementById("cari");

  // "/" leads to the box from everywhere, except while something is being typed.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !box) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  if (!form) return;

  var folder = form.getAttribute("data-indeks");
  var state = document.querySelector(".finder-state");
  var list = document.querySelector(".found");
  var more = document.querySelector(".finder-more");
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var families = { wilayah: "w", tema: "t", tahun: "y", status: "s" };
  var PAGE = 10;

  // ---- the index, part by part --------------------------------------------------------------------------------

  var waiting = {}, parts = {}, manifest = null, fresh = "";

  window.kentonganCari = function (kind, number, data) {
    parts[kind + number] = kind === "k" || kind === "f" ? lines(data) : data;
  };

  function script(name, address) {
    if (!waiting[name]) {
      waiting[name] = new Promise(function (done, failed) {
        var element = document.createElement("script");
        element.src = address;
        element.onload = function () { if (name in parts) done(parts[name]); else failed(new Error(address)); };
        element.onerror = function () { delete waiting[name]; failed(new Error(address)); };
        document.head.appendChild(element);
      });
    }
    return waiting[name];
  }

  function start() {
    return script("m0", folder + "isi.js" + fresh).then(function (data) {
      if (manifest !== data) {
        manifest = data;
        manifest.word = new RegExp(data.rules.word, "gu");
      }
    });
  }

  function part(kind, number) {
    return script(kind + number, folder + manifest.version + "/" + kind + number + ".js");
  }

  // A shard: keys in order, each with its value. The first character of a line tells how much of the key before it keeps.
  function lines(text) {
    var keys = [], values = new Map(), last = "";
    text.split("\n").forEach(function (line) {
      if (!line) return;
      var end = line.lastIndexOf(":");
      last = last.slice(0, parseInt(line[0], 36)) + line.slice(1, end);
      keys.push(last);
      values.set(last, line.slice(end + 1));
    });
    return { keys: keys, values: values };
  }

  // The last shard whose first key is not behind the key: by code points, as the index was sorted.
  function place(firsts, key) {
    var low = 0, high = firsts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (firsts[middle] <= key) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  function value(kind, firsts, key) {
    var at = place(firsts, key);
    if (at < 0) return Promise.resolve(undefined);
    return part(kind, at).then(function (shard) { return shard.values.get(key); });
  }

  var DIGIT = {};
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".split("").forEach(function (c, n) {
    DIGIT[c.charCodeAt(0)] = n;
  });

  // Reads the numbers of a value, one a call: five bits a character, the sixth says that more follow.
  function numbers(text) {
    var at = 0;
    return function () {
      var n = 0, shift = 0, digit;
      do {
        digit = DIGIT[text.charCodeAt(at++)];
        n |= (digit & 31) << shift;
        shift += 5;
      } while (digit > 31);
      return n;
    };
  }

  // How many documents a value tells of.
  function size(text) { return numbers(text)(); }

  // Calls with every document of a value and its worth.
  function each(text, use) {
    var number = numbers(text);
    for (var left = number(); left > 0;) {
      var worth = number(), count = number(), document = 0;
      left -= count;
      for (; count > 0; count--) use(document += number(), worth);
    }
  }

  // ---- words --------------------------------------------------------------------------------------------------

  function cut(text) {
    return (text.match(manifest.word) || []).map(fold);
  }

  function fold(word) {
    if (/^[0-9]{1,3}(\.[0-9]{3})+$/.test(word)) return word.replace(/\./g, "");
    return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().slice(0, 40);
  }

  function rootLike(text) {
    return text.length >= manifest.rules.shortest && /[aeiou]/.test(text);
  }

  // Every form that a word may come from, by the rules of the index.
  function candidates(word) {
    var found = new Set([word]);
    if (!/^[a-z]+$/.test(word)) return found;
    manifest.rules.endings.forEach(function (set) {
      Array.from(found).forEach(function (form) {
        set.forEach(function (ending) {
          var rest = form.slice(0, -ending.length);
          if (form.endsWith(ending) && rootLike(rest)) found.add(rest);
        });
      });
    });
    for (var round = 0; round < manifest.rules.rounds; round++) {
      Array.from(found).forEach(function (form) {
        manifest.rules.beginnings.forEach(function (rule) {
          if (!form.startsWith(rule[0])) return;
          rule[1].forEach(function (before) {
            var root = before + form.slice(rule[0].length);
            if (rootLike(root)) found.add(root);
          });
        });
      });
    }
    return found;
  }

  // The keys of the index that a form stands for, with their values.
  function lookUp(form) {
    return value("k", manifest.words, form).then(function (text) {
      if (text === undefined) return null;
      if (text[0] !== "=") return { root: form, text: text };
      var root = text.slice(1);
      return value("k", manifest.words, root).then(function (text) { return { root: root, text: text }; });
    });
  }

  // What a typed word finds: its own family, else those that it may belong to; and, while it is being typed, what begins
  // with it.
  function family(word, unfinished) {
    return lookUp(word).then(function (own) {
      if (own) return [own];
      var others = Array.from(candidates(word)).filter(function (c) { return c !== word; });
      return Promise.all(others.map(lookUp)).then(function (all) { return all.filter(Boolean); });
    }).then(function (found) {
      if (!unfinished || word.length < 2) return found;
      return beginning(word).then(function (longer) { return found.concat(longer); });
    }).then(function (found) {
      var seen = new Set();
      return found.filter(function (f) { return !seen.has(f.root) && seen.add(f.root); });
    });
  }

  function beginning(word) {
    var first = Math.max(place(manifest.words, word), 0);
    var last = Math.min(place(manifest.words, word + "\uffff"), first + 1);
    var shards = [];
    for (var at = first; at <= last; at++) shards.push(part("k", at));
    return Promise.all(shards).then(function (shards) {
      var forms = [];
      shards.forEach(function (shard) {
        shard.keys.forEach(function (key) { if (key.startsWith(word) && key !== word) forms.push(key); });
      });
      // Of many, the shortest: those are meant most often.
      forms.sort(function (a, b) { return a.length - b.length || (a < b ? -1 : 1); });
      return Promise.all(forms.slice(0, 8).map(lookUp));
    }).then(function (all) { return all.filter(Boolean); });
  }

  // The pairs of neighbours of a phrase; null where one of its words is unknown.
  function phrase(words) {
    return Promise.all(words.map(function (word) { return family(word, false); })).then(function (families) {
      if (families.some(function (f) { return !f.length; })) return null;
      var pairs = [];
      for (var at = 0; at + 1 < families.length; at++) pairs.push([families[at], families[at + 1]]);
      return Promise.all(pairs.map(function (pair) {
        var keys = [];
        pair[0].forEach(function (a) { pair[1].forEach(function (b) { keys.push(a.root + " " + b.root); }); });
        return Promise.all(keys.map(function (key) { return value("f", manifest.pairs, key); }));
      }));
    });
  }

  // ---- a question and its answer ------------------------------------------------------------------------------

  // Words and phrases of what was typed. Small words are passed over where others stand beside them.
  function parse(text) {
    var phrases = [], rest = text.replace(/["“”]([^"“”]*)["“”]?/g, function (_, inner) {
      var words = cut(inner);
      if (words.length > 1) phrases.push(words);
      return " " + inner + " ";
    });
    var words = cut(rest), small = new Set(manifest.rules.small);
    var telling = words.filter(function (w) { return !small.has(w); });
    return {
      words: Array.from(new Set(telling.length ? telling : words)),
      phrases: phrases,
      unfinished: /[\p{L}\p{N}]$/u.test(text)
    };
  }

  // Documents that all chosen facets allow; null where nothing is chosen.
  function allowed() {
    var marks = null, chosen = selects.filter(function (s) { return s.value; });
    if (!chosen.length) return Promise.resolve(null);
    return Promise.all(chosen.map(facet)).then(function (sets) {
      marks = new Uint8Array(manifest.documents);
      sets.forEach(function (set) { set(function (document) { marks[document]++; }); });
      for (var at = 0; at < marks.length; at++) marks[at] = marks[at] === sets.length ? 1 : 0;
      return marks;
    });
  }

  // A facet, as a function that tells its documents.
  function facet(select) {
    return documentsOf(select.name, select.value);
  }

  function documentsOf(name, choice) {
    if (name === "jenis") {
      var at = manifest.kinds.findIndex(function (k) { return k[0] === choice; });
      var from = at > 0 ? manifest.kinds[at - 1][1] : 0, to = at < 0 ? 0 : manifest.kinds[at][1];
      return Promise.resolve(function (use) { for (var d = from; d < to; d++) use(d); });
    }
    return value("k", manifest.words, "~" + families[name] + choice).then(function (text) {
      return function (use) { if (text) each(text, use); };
    });
  }

  function answer(text) {
    var asked = parse(text);
    return Promise.all([
      Promise.all(asked.words.map(function (word, at) {
        return family(word, asked.unfinished && at === asked.words.length - 1);
      })),
      Promise.all(asked.phrases.map(phrase)),
      allowed()
    ]).then(function (found) {
      return rank(asked, found[0], found[1], found[2]);
    });
  }

  function rank(asked, families, phrases, marks) {
    var total = manifest.documents, score = new Float32Array(total), words = new Uint8Array(total);
    families.forEach(function (forms, at) {
      var seen = new Uint8Array(total);
      forms.forEach(function (form, nth) {
        var rare = Math.log(1 + (total - size(form.text) + 0.5) / (size(form.text) + 0.5)) * (nth ? 0.6 : 1);
        each(form.text, function (document, worth) {
          if (!seen[document]) { seen[document] = 1; words[document]++; }
          score[document] += rare * worth;
        });
      });
    });
    phrases.forEach(function (pairs) {
      var held = new Uint8Array(total);
      (pairs || []).forEach(function (texts) {
        var seen = new Uint8Array(total);
        texts.forEach(function (text) { if (text) each(text, function (document) { seen[document] = 1; }); });
        for (var d = 0; d < total; d++) held[d] += seen[d];
      });
      for (var d = 0; d < total; d++) if (!pairs || held[d] < pairs.length) words[d] = 0;
    });
    var wanted = families.length, best = wanted ? 1 : 0, left = 0, all = new Uint32Array(total);
    manifest.kinds.forEach(function (kind, at) {
      var factor = kind[2] / 100;
      for (var d = at ? manifest.kinds[at - 1][1] : 0; d < kind[1]; d++) {
        if (words[d] < best || (marks && !marks[d])) continue;
        // All words, or the most that any document has.
        if (words[d] > best) { best = words[d]; left = 0; }
        score[d] *= factor;
        all[left++] = d;
      }
    });
    all = all.subarray(0, left);
    var roots = new Set();
    families.forEach(function (forms) { forms.forEach(function (f) { roots.add(f.root); }); });
    asked.words.forEach(function (w) { roots.add(w); });
    return {
      documents: all, near: wanted > 0 && best < wanted, roots: roots,
      // The best so many of them. Of many, only those are put in order.
      first: function (count) { return top(all, count, function (a, b) { return score[b] - score[a] || a - b; }); }
    };
  }

  function top(all, count, compare) {
    if (all.length <= 4 * count) return Array.from(all).sort(compare).slice(0, count);
    var best = Array.from(all.subarray(0, count)).sort(compare), last = count - 1;
    for (var at = count; at < all.length; at++) {
      if (compare(all[at], best[last]) >= 0) continue;
      var place = last;
      while (place > 0 && compare(all[at], best[place - 1]) < 0) { best[place] = best[place - 1]; place--; }
      best[place] = all[at];
    }
    return best;
  }

  // ---- what is shown ------------------------------------------------------------------------------------------

  function shown(document) {
    return part("d", Math.floor(document / manifest.block)).then(function (block) {
      return block[document % manifest.block];
    });
  }

  // Puts a text into an element with the words that were found marked; cut around the first of them where it is long.
  function put(element, text, roots, long) {
    var pieces = [], at = 0, match;
    var word = new RegExp(manifest.rules.word, "gu");
    while ((match = word.exec(text))) {
      var form = fold(match[0]);
      var hit = roots.has(form) || Array.from(candidates(form)).some(function (c) { return roots.has(c); });
      if (hit) pieces.push([match.index, match.index + match[0].length, form]);
    }
    var from = 0, to = text.length;
    if (long && text.length > long) {
      var first = richest(pieces, long * 0.7);
      from = first > long * 0.3 ? text.indexOf(" ", first - long * 0.3) + 1 : 0;
      to = Math.min(text.length, from + long);
      if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 1);
    }
    at = from;
    if (from > 0) element.append("… ");
    pieces.forEach(function (piece) {
      if (piece[0] < at || piece[1] > to) return;
      element.append(text.slice(at, piece[0]));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(piece[0], piece[1]);
      element.append(mark);
      at = piece[1];
    });
    element.append(text.slice(at, to));
    if (to < text.length) element.append(" …");
  }

  // Where the most different words that were found stand close together.
  function richest(pieces, reach) {
    var best = 0, start = 0;
    pieces.forEach(function (piece, at) {
      var near = new Set();
      for (var next = at; next < pieces.length && pieces[next][0] < piece[0] + reach; next++) near.add(pieces[next][2]);
      if (near.size > best) { best = near.size; start = piece[0]; }
    });
    return start;
  }

  function row(data, roots) {
    var item = document.createElement("li");
    var title = document.createElement("p");
    title.className = "found-title";
    var link = document.createElement("a");
    link.href = data[1];
    put(link, data[0], roots);
    title.append(link);
    if (data[4]) {
      var drill = document.createElement("span");
      drill.className = "tag drill-mark";
      drill.textContent = form.getAttribute("data-latihan");
      title.append(" ", drill);
    }
    var note = document.createElement("p");
    note.className = "found-note";
    note.textContent = data[2];
    item.append(title, note);
    if (data[3]) {
      var quote = document.createElement("p");
      quote.className = "found-quote";
      put(quote, data[3], roots, 220);
      item.append(quote);
    }
    return item;
  }

  function say(count, near) {
    var key = count === 0 ? "data-kosong" : count === 1 ? "data-satu" : "data-banyak";
    var number = count.toLocaleString(document.documentElement.lang);
    var text = form.getAttribute(key).replace("{n}", number);
    state.textContent = near && count ? form.getAttribute("data-dekat").replace("{n}", number) : text;
  }

  var turn = 0;

  function show(found, mine) {
    say(found.documents.length, found.near);
    var next = 0;
    function page() {
      var part = found.first(next + PAGE).slice(next);
      return Promise.all(part.map(shown)).then(function (all) {
        if (mine !== turn) return;
        var rows = all.map(function (data) { return row(data, found.roots); });
        if (next === 0) list.textContent = "";
        list.append.apply(list, rows);
        next += part.length;
        more.hidden = next >= found.documents.length;
        return rows[0];
      });
    }
    var button = more.querySelector("button");
    button.textContent = form.getAttribute("data-lagi");
    button.onclick = function () {
      page().then(function (first) { if (first) first.querySelector("a").focus(); });
    };
    return page().then(function () { count(found, mine); });
  }

  // How many of what was found each choice would keep; only where there are few things at all.
  function count(found, mine) {
    if (!manifest.few) return;
    var here = new Uint8Array(manifest.documents);
    found.documents.forEach(function (d) { here[d] = 1; });
    selects.forEach(function (select) {
      Array.prototype.slice.call(select.options, 1).forEach(function (option) {
        documentsOf(select.name, option.value).then(function (set) {
          if (mine !== turn) return;
          var n = 0;
          set(function (d) { n += here[d]; });
          if (!option.hasAttribute("data-kata")) option.setAttribute("data-kata", option.textContent);
          option.textContent = option.getAttribute("data-kata") + (select.value ? "" : " (" + n + ")");
        });
      });
    });
  }

  // A page that was opened before the edition was published anew asks for shards that are gone: the manifest is read
  // again, once.
  function again(error) {
    if (fresh) throw error;
    fresh = "?" + Date.now();
    waiting = {};
    parts = {};
    manifest = null;
  }

  function search() {
    var mine = ++turn, text = box.value.trim();
    remember();
    if (!text && !selects.some(function (s) { return s.value; })) {
      list.textContent = state.textContent = "";
      more.hidden = true;
      form.classList.remove("is-asked");
      return Promise.resolve();
    }
    form.classList.add("is-asked");
    var ask = function () {
      return start().then(function () { return answer(text); }).then(function (found) {
        if (mine === turn) return show(found, mine);
      });
    };
    return ask().catch(function (error) { again(error); return ask(); }).catch(function (error) {
      if (mine !== turn) return;
      state.textContent = form.getAttribute("data-gagal");
      throw error;
    });
  }

  // ---- the address of the page holds the question -------------------------------------------------------------

  function fields() { return [box].concat(selects); }

  function remember() {
    var query = new URLSearchParams();
    fields().forEach(function (f) { if (f.value.trim()) query.set(f.name, f.value.trim()); });
    var text = query.toString();
    try {
      history.replaceState(null, "", text ? "?" + text : location.pathname);
    } catch (_) {
      // A browser that guards the addresses of files: the question stays in the box alone.
    }
  }

  function recall() {
    var query = new URLSearchParams(location.search);
    fields().forEach(function (f) { if (query.has(f.name)) f.value = query.get(f.name); });
  }

  var timer = 0;
  box.addEventListener("focus", start, { once: true });
  box.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(search, 90);
  });
  selects.forEach(function (select) { select.addEventListener("change", search); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  // From the box down into what was found, and back.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var links = Array.prototype.slice.call(list.querySelectorAll("a"));
    var at = event.target === box ? -1 : links.indexOf(event.target);
    if (at < 0 && event.target !== box) return;
    var to = event.key === "ArrowDown" ? at + 1 : at - 1;
    if (to < -1 || to >= links.length) return;
    event.preventDefault();
    if (to < 0) box.focus(); else links[to].focus();
  });
  recall();
  search();
}());
