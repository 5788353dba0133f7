// Accessibility, by the rules of axe: WCAG 2.2 A and AA, and the best practices, in both schemes, narrow and wide.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { editions, moment, none, open, richestOf, samples, schemes, widths } from './support.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

async function violations(page) {
  return page.evaluate(async given => {
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: given }, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary.replace(/\s*\n\s*/g, '; ')}`));
  }, tags);
}

/** All combinations of scheme and width on one page. */
async function look(page) {
  await page.evaluate(axe);
  const found = [];
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of [widths.phone, widths.desk]) {
      await page.setViewportSize({ width, height: 900 });
      found.push(...(await violations(page)).map(line => `${width} px, ${scheme}: ${line}`));
    }
  }
  return found;
}

for (const edition of editions) {
  for (const path of samples(edition)) {
    test(`axe: ${edition}/${path}`, () => open({ edition, path }, async page => none(await look(page), `${edition}/${path}`)));
  }

  test(`axe: ${edition}, when all is out of date`, () => {
    const path = richestOf(edition, 'isu/*');
    return open({ edition, path, at: new Date(moment.getTime() + 400 * 24 * 3600 * 1000) }, async page => {
      assert.ok(await page.locator('.stale').isVisible());
      none(await look(page), `${edition}/${path}, out of date`);
    });
  });

  // A menu that is open, tables that are unfolded.
  test(`axe: ${edition}, unfolded`, () => open({ edition, path: 'index.html', width: widths.phone }, async page => {
    await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
    none(await look(page), `${edition}/index.html, unfolded`);
  }));
}
