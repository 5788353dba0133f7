// The register narrowed and sorted, and texts copied: what scripts add to a page that stands without them.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { none, open, pages, source, ways } from './support.mjs';

const register = (options, look) => open({ edition: 'internal', path: 'isu/index.html', ...options }, look);
const rows = page => page.locator('table.register tbody tr:visible');

for (const way of ways) {
  test(`a filter narrows the register and stands in its address: ${way}`, async () => {
    await register({ way }, async (page, told) => {
      const all = await rows(page).count();
      await page.selectOption('select[name=eskalasi]', 'krisis');
      const left = await rows(page).count();
      assert.ok(left > 0 && left < all, `${left} of ${all}`);
      const tags = await rows(page).locator('.cell-tags').allTextContents();
      assert.ok(tags.every(t => /Krisis/.test(t)), `${tags}`);
      assert.match(await page.locator('.narrow-state').textContent(), new RegExp(`${left} dari ${all}`));
      assert.match(page.url(), /eskalasi=krisis/);
      none(told, `isu/index.html (${way})`);
    });
    await register({ way, query: '?wilayah=64.72' }, async page => {
      const regions = await rows(page).locator('td[data-label="Wilayah"]').allTextContents();
      assert.ok(regions.length > 0 && regions.every(r => /Samarinda/.test(r)), `${regions}`);
    });
  });
}

test('filters that nothing meets say so, and are cleared by one button', async () => {
  await register({ query: '?wilayah=64.72&tema=politik&eskalasi=krisis' }, async page => {
    assert.equal(await rows(page).count(), 0);
    assert.match(await page.locator('.narrow-state').textContent(), /Tidak ada isu yang cocok/);
    await page.click('.narrow button[type=reset]');
    await page.waitForFunction(() => document.querySelector('table.register tbody tr:not([hidden])'));
    assert.ok(!/wilayah/.test(page.url()));
  });
});

test('what ended its validity by the reader\'s clock counts as expired', async () => {
  const count = at => register({ at, query: '?kesegaran=lewat' }, page => rows(page).count());
  const morning = await count(new Date('2026-11-24T09:00:00+08:00'));
  const later = await count(new Date('2026-12-24T09:00:00+08:00'));
  assert.ok(later > morning, `${morning} in the morning, ${later} a month later`);
});

test('a column is sorted by its button, both ways, and the address keeps it', async () => {
  await register({}, async page => {
    const table = page.locator('table.register').first();
    const titles = () => table.locator('tbody .cell-title a').allTextContents();
    const before = await titles();
    const head = table.locator('thead th', { hasText: 'Isu' });
    await head.locator('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    const up = await titles();
    assert.deepEqual(up, [...before].sort(new Intl.Collator('id', { numeric: true }).compare));
    await head.locator('button').click();
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.deepEqual(await titles(), [...up].reverse());
    assert.match(page.url(), /urut=\d+&arah=turun/);
    await page.reload();
    assert.equal(await table.locator('thead th', { hasText: 'Isu' }).getAttribute('aria-sort'), 'descending');
  });
});

test('figures of the dashboard lead to the register narrowed to what they count', async () => {
  await open({ edition: 'internal', path: 'index.html' }, async page => {
    const crises = page.locator('.counts a[href*="eskalasi=krisis"]');
    const figure = Number(await crises.locator('.count-value').textContent());
    await crises.click();
    await page.waitForURL(/isu\/index\.html\?eskalasi=krisis/);
    assert.equal(await page.locator('section#bag-terbuka table.register tbody tr:visible, table.register tbody tr:visible').count(), figure);
  });
});

test('without scripts the register stands whole and nothing idle is seen', async () => {
  await register({ scripts: false }, async page => {
    assert.ok(await rows(page).count() > 10);
    for (const idle of ['form.narrow', '.search-box', '.sorter']) assert.equal(await page.locator(`${idle}:visible`).count(), 0, idle);
  });
});

// ---- texts to copy ------------------------------------------------------------------------------------

for (const way of ways) {
  test(`a text that may be read is copied with its data time: ${way}`, async () => {
    const path = pages('internal').find(p => p.startsWith('isu/') && source('internal', p).includes('data-salin='));
    assert.ok(path, 'an issue has a text to copy');
    await open({ edition: 'internal', path, way }, async (page, told) => {
      const button = page.locator('button', { hasText: 'Salin teks' }).first();
      await page.evaluate(() => {
        window.copied = [];
        document.addEventListener('copy', event => window.copied.push(String(getSelection()) || event.target.value));
        if (navigator.clipboard) navigator.clipboard.writeText = text => { window.copied.push(text); return Promise.resolve(); };
      });
      await button.click();
      await page.waitForFunction(() => window.copied.length > 0);
      assert.match(await page.evaluate(() => window.copied[0]), /WITA/);
      await page.waitForFunction(() => /Tersalin/.test(document.body.textContent));
      none(told, `${path} (${way})`);
    });
  });
}
