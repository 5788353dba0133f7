// With scripts off: every page is reached from the first by links alone, says what it says, and shows nothing that only a script could work.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { base, editions, inPage, none, open, pages } from './support.mjs';

/** Pages that no link leads to, by their nature. */
const unlinked = [
  { why: 'a server shows it for addresses that do not exist', is: path => path === '404.html' },
  { why: 'an old address of something, for links from outside', is: (path, html) => html.includes('class="moved"') },
];

for (const edition of editions) {
  test(`without scripts: ${edition}`, async () => {
    const home = await base('file', edition);
    const found = [];
    const seen = new Set(['index.html']);
    await open({ way: 'file', edition, path: 'index.html', scripts: false, at: null }, async page => {
      for (const path of seen) { // grows while it is walked
        await page.goto(home + path, { waitUntil: 'load' });
        const { links, words, idle } = await inPage(page, () => ({
          links: [...document.querySelectorAll('a[href]')].map(one => new URL(one.href.baseVal ?? one.getAttribute('href'), document.baseURI).href),
          words: document.querySelector('main h1') ? document.querySelector('main').innerText.trim().split(/\s+/).length : 0,
          idle: [...document.querySelectorAll('button, input, select, textarea, dialog, [role=button], [role=combobox], [onclick], [contenteditable]')]
            .filter(isSeen).map(nameOf),
        }));
        if (words < 3) found.push(`${path}: no heading or no text in the main content`);
        found.push(...idle.map(name => `${path}: ${name} is shown, but only a script could work it`));
        for (const link of links) {
          const to = link.split(/[?#]/)[0];
          if (to.startsWith(home) && to.endsWith('.html')) seen.add(decodeURI(to.slice(home.length)));
        }
      }
      for (const path of pages(edition).filter(path => !seen.has(path))) {
        await page.goto(home + path);
        const html = await page.content();
        if (!unlinked.some(({ is }) => is(path, html))) found.push(`${path}: no chain of links leads here`);
      }
    });
    none(found, edition);
    assert.ok(seen.size > 50, `${seen.size} pages were walked`);
  });
}
