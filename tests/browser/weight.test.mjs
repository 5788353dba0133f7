// A slow line: what the first page weighs, and that nothing but our own styles holds it up.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { address, base, dist, editions, inPage, none, open, richest } from './support.mjs';
import { join } from 'node:path';

const kilobyte = 1000;

for (const edition of editions) {
  test(`weight of the first page: ${edition}`, async () => {
    const home = await base('http', edition);
    // Without a set clock: it would stand in for `performance` too.
    const files = await open({ edition, path: 'index.html', at: null }, page => page.evaluate(() => performance.getEntriesByType('resource').map(one => one.name)));
    let plain = 0;
    let packed = 0;
    for (const url of [await address('http', edition, 'index.html'), ...files]) {
      const bytes = readFileSync(join(dist, edition, decodeURI(url.slice(home.length)).split('?')[0]));
      plain += bytes.length;
      packed += gzipSync(bytes).length;
    }
    assert.ok(files.length >= 3, `styles and scripts are counted: ${files.join(' ')}`);
    assert.ok(packed <= 100 * kilobyte, `${packed} bytes over the line, more than 100 kB`);
    assert.ok(plain <= 250 * kilobyte, `${plain} bytes unpacked, more than 250 kB`);
  });

  test(`nothing holds a page up: ${edition}`, async () => {
    const found = [];
    for (const path of richest(edition)) {
      await open({ edition, path }, async page => {
        // A page that is one file, to be sent, fetches nothing that could hold it up.
        const late = await inPage(page, () => !document.querySelector('link[rel=stylesheet]') ? [] : [
          ...[...document.scripts].filter(one => !one.defer && !one.async || !one.src).map(nameOf),
          ...[...document.querySelectorAll('link[rel=stylesheet]')].filter(one => new URL(one.href).origin !== location.origin).map(nameOf),
          ...[...document.querySelectorAll('style, [style]')].map(nameOf),
        ]);
        found.push(...late.map(name => `${path}: ${name}`));
      });
    }
    none(found, edition);
  });
}
