// The search, as somebody types it, on all three ways of serving.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dist, none, open, source, ways, widths } from './support.mjs';

/** Types a question and gives what was found: the sentence above, titles, notes, marked words, the address. */
async function ask(page, text) {
  await page.fill('#q', text);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => {
    const state = document.querySelector('.finder-state').textContent;
    const rows = document.querySelectorAll('.found li').length;
    return state && (rows > 0 || /cocok/.test(state));
  });
  // What is shown belongs to this question once the address does.
  return page.evaluate(() => ({
    state: document.querySelector('.finder-state').textContent,
    titles: [...document.querySelectorAll('.found-title a')].map(a => a.textContent),
    notes: [...document.querySelectorAll('.found-note')].map(n => n.textContent),
    marked: [...document.querySelectorAll('.found mark')].map(m => m.textContent.toLowerCase()),
    query: location.search,
  }));
}

const search = (options, look) => open({ edition: 'internal', path: 'cari.html', ...options }, look);

for (const way of ways) {
  test(`a word finds its family, another name its region: ${way}`, async () => {
    await search({ way }, async (page, told) => {
      const burnt = await ask(page, 'terbakar');
      assert.ok(burnt.titles.some(t => /Kebakaran lahan/.test(t)), `terbakar → ${burnt.titles}`);
      assert.ok(burnt.marked.includes('kebakaran'), `marked: ${burnt.marked}`);
      assert.match(burnt.query, /q=terbakar/, 'the address holds the question');
      none(told, `cari.html (${way})`);
    });
    await search({ way }, async page => {
      const kukar = await ask(page, 'Kukar');
      assert.equal(kukar.titles[0], 'Kabupaten Kutai Kartanegara', 'the region itself comes first');
      assert.ok(kukar.notes.some(n => /^Isu · Kutai Kartanegara/.test(n)), `and what happens there: ${kukar.notes}`);
    });
  });
}

test('a number is found as it is written and as it is typed', async () => {
  for (const number of ['1.086', '1086']) {
    await search({}, async page => {
      const found = await ask(page, number);
      assert.ok(found.titles.some(t => /Simpang Meranti/.test(t)), `${number} → ${found.titles}`);
    });
  }
});

test('an id and an acronym are found', async () => {
  await search({}, async page => assert.match((await ask(page, 'ISU-64.72-2026-001')).titles[0], /Banjir di Simpang Meranti/));
  await search({}, async page => assert.match((await ask(page, 'BPBD Samarinda')).titles.join(), /BPBD Samarinda/));
});

test('quotation marks ask for words in their order', async () => {
  await search({}, async page => {
    const phrase = await ask(page, '"pintu air"');
    assert.ok(phrase.titles.some(t => /Simpang Meranti/.test(t)), `${phrase.titles}`);
  });
  await search({}, async page => assert.match((await ask(page, '"air pintu"')).state, /Tidak ada yang cocok/));
});

test('where not all words are held, the nearest is shown and it is said', async () => {
  await search({}, async page => {
    const near = await ask(page, 'kebakaran xyzzy');
    assert.match(near.state, /Tidak ada yang memuat semua kata/);
    assert.ok(near.titles.length > 0);
  });
});

test('filters narrow, are counted, and stand in the address', async () => {
  await search({ query: '?q=banjir&jenis=isu' }, async page => {
    await page.waitForSelector('.found li');
    const notes = await page.locator('.found-note').allTextContents();
    assert.ok(notes.length > 0 && notes.every(n => n.startsWith('Isu')), `${notes}`);
    await page.selectOption('select[name=wilayah]', '64.72');
    await page.waitForFunction(() => /wilayah=64\.72/.test(location.search));
    await page.waitForFunction(() => [...document.querySelectorAll('.found-note')].every(n => /Samarinda/.test(n.textContent)));
    await page.selectOption('select[name=jenis]', '');
    await page.waitForFunction(() => /\(\d+\)/.test(document.querySelector('select[name=jenis] option[value=isu]').textContent));
  });
});

test('the keys alone do: slash from any page, arrows down and up', async () => {
  await open({ edition: 'internal', path: 'isu/index.html' }, async page => {
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.name), 'q');
    await page.keyboard.type('banjir');
    await page.keyboard.press('Enter');
    await page.waitForURL(/cari\.html\?q=banjir/);
    await page.waitForSelector('.found li');
    await page.focus('#q');
    await page.keyboard.press('ArrowDown');
    assert.ok(await page.evaluate(() => document.activeElement.closest('.found')), 'down leads to the first result');
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  });
});

test('what begins with what is typed is found before the word is whole', async () => {
  await search({}, async page => {
    await page.locator('#q').pressSequentially('jembat');
    await page.waitForSelector('.found li');
    assert.match(await page.locator('.found-title').first().textContent(), /[Jj]embatan/);
  });
});

test('a damaged folder is told and not passed over', async () => {
  await search({}, async page => {
    await page.route('**/cari/**', route => route.abort());
    await page.fill('#q', 'banjir');
    await page.waitForFunction(() => /Indeks pencarian/.test(document.querySelector('.finder-state').textContent));
  });
});

// The browser cuts and folds words with the rules that the index brings, but with code of its own: every word that is in
// a text must find the page it stands in.
test('every word of a title finds its page', async () => {
  const path = 'isu/ISU-64.02-2026-012.html';
  const title = source('internal', path).match(/<h1[^>]*>([^<]+)/)[1];
  const words = title.match(/[\p{L}\p{N}]+/gu).filter(w => w.length > 3 && w !== 'CONTOH');
  assert.ok(words.length > 3, title);
  for (const word of words) {
    await search({ query: `?q=${encodeURIComponent(word)}&jenis=isu` }, async page => {
      await page.waitForSelector('.found li');
      const hrefs = await page.locator('.found-title a').evaluateAll(all => all.map(a => a.getAttribute('href')));
      assert.ok(hrefs.includes(path), `${word} → ${hrefs}`);
    });
  }
});

test('the public searches what is public', async () => {
  const index = join(dist, 'publik', 'cari');
  const texts = readdirSync(index, { recursive: true }).map(f => join(index, f)).filter(f => statSync(f).isFile()).map(f => readFileSync(f, 'utf8'));
  assert.ok(texts.length > 3);
  await open({ edition: 'publik', path: 'cari.html' }, async page => {
    const found = await ask(page, 'risiko');
    assert.ok(found.notes.every(n => !n.startsWith('Panduan krisis')), 'playbooks are never public');
  });
});

test('a telephone shows the search whole', async () => {
  await search({ width: widths.phone, query: '?q=banjir' }, async page => {
    await page.waitForSelector('.found li');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, 'nothing runs over the side');
  });
});
