// Nothing leaves the folder, nothing is refused, the console stays silent: from a web server, below a folder of it, from the disk.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { base, editions, inPage, none, open, richest, samples, ways } from './support.mjs';

for (const way of ways) {
  for (const edition of editions) {
    test(`quiet: ${edition} by ${way}`, async () => {
      const found = [];
      for (const path of samples(edition)) {
        await open({ way, edition, path }, async (page, told) => {
          // Scroll to the end: what is loaded late counts too.
          await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
          await page.waitForTimeout(50);
          const styles = await page.evaluate(() => [...document.styleSheets].every(sheet => sheet.ownerNode.sheet));
          if (!styles) told.push('a style sheet was not applied');
          const asks = await page.evaluate(() => document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.content ?? '');
          if (!asks.includes("default-src 'none'")) told.push('no content security policy that begins with nothing');
          found.push(...told.map(line => `${path}: ${line}`));
        });
      }
      none(found, `${edition} by ${way}`);
    });

    test(`links: ${edition} by ${way}`, async () => {
      const home = await base(way, edition);
      const found = [];
      for (const path of richest(edition)) {
        await open({ way, edition, path }, async page => {
          const links = await inPage(page, () => [...document.querySelectorAll('a[href], link[href], script[src], img[src], source[srcset]')]
            .map(one => ({ at: one.href?.baseVal ?? one.getAttribute('href') ?? one.getAttribute('src'), full: one.href?.baseVal ? new URL(one.href.baseVal, document.baseURI).href : one.href ?? one.src, name: nameOf(one) })));
          for (const { at, full, name } of links) {
            if (/^(mailto|tel|data):/.test(at) || /^https?:\/\//.test(at)) continue;
            if (!full.startsWith(home)) found.push(`${path}: ${name} leads out of the folder: ${at}`);
            if (/\/(#|\?|$)/.test(full)) found.push(`${path}: ${name} leads to a folder, which the disk lists instead of showing its page: ${at}`);
          }
        });
      }
      none(found, `${edition} by ${way}`);
    });

    test(`a reader walks: ${edition} by ${way}`, async () => {
      await open({ way, edition, path: 'index.html' }, async (page, told) => {
        for (const where of ['.menu-wide a[href$="isu/index.html"]', 'main a[href*="ISU-"]', '.brand a']) {
          await page.locator(where).first().click();
          await page.waitForLoadState('load');
          assert.ok(await page.locator('h1').isVisible(), `${where} leads to a page with a heading`);
        }
        assert.equal(page.url(), `${await base(way, edition)}index.html`, 'the mark in the header leads home');
        none(told, `${edition} by ${way}`);
      });
    });
  }
}
