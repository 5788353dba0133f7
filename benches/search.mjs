// What a query costs in a browser: bytes loaded and time to the first results, cold and warm.
//
//   node benches/search.mjs EDITION_FOLDER [QUERY…]
//
// Needs what the browser tests install (npm ci in tests/browser) and a Chromium. A book of any size is written by
// generate.py. Cold: a new profile, the manifest read, no shard. Warm: the same query again in the same page.

import { createServer } from 'node:http';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, resolve } from 'node:path';

const { chromium } = createRequire(new URL('../tests/browser/package.json', import.meta.url))('playwright-core');
const [folder, ...given] = process.argv.slice(2);
if (!folder) {
  console.error('node benches/search.mjs EDITION_FOLDER [QUERY…]');
  process.exit(2);
}
const queries = given.length ? given : ['banjir', 'terbakar', 'Kukar', '1.312', 'jalan rusak', 'pemadaman listrik samarinda'];
const root = resolve(folder);
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

let loaded = [];
const server = createServer((request, response) => {
  const file = resolve(root, `.${new URL(request.url, 'http://localhost').pathname}`);
  if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  loaded.push(statSync(file).size);
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
});
await new Promise(ready => server.listen(0, '127.0.0.1', ready));
const address = `http://127.0.0.1:${server.address().port}/cari.html`;
const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browser = await chromium.launch({ executablePath: process.env.KENTONGAN_CHROMIUM ?? known.find(path => existsSync(path)) });

/** Asks, and gives the milliseconds until the first results stand there. */
function ask(page, query) {
  return page.evaluate(async text => {
    const [box, form, list, state] = ['#q', '.finder', '.found', '.finder-state'].map(s => document.querySelector(s));
    list.textContent = state.textContent = '';
    box.value = text;
    const begun = performance.now();
    form.requestSubmit();
    await new Promise(done => {
      const watch = new MutationObserver(() => {
        if (list.children.length || /cocok/.test(state.textContent)) { watch.disconnect(); done(); }
      });
      watch.observe(list, { childList: true });
      watch.observe(state, { childList: true });
    });
    return [Math.round(performance.now() - begun), state.textContent];
  }, query);
}

console.log('query\tanswer\tcold ms\twarm ms\tkB\tfiles');
for (const query of queries) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.focus('#q');
  await page.waitForTimeout(400);
  loaded = [];
  const [cold, answer] = await ask(page, query);
  const [bytes, files] = [loaded.reduce((sum, size) => sum + size, 0), loaded.length];
  const [warm] = await ask(page, query);
  console.log([query, answer, cold, warm, Math.round(bytes / 1000), files].join('\t'));
  await context.close();
}
await browser.close();
server.close();
