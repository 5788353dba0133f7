// The reader's clock: a page says so when its validity is over, and not before; so does each fact.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { editions, inPage, none, open, richest, richestOf, source, ways, widths } from './support.mjs';

const minute = 60_000;

/** Until when a page is valid. */
function end(edition, path) {
  const until = /<body[^>]* data-berlaku="([^"]+)"/.exec(source(edition, path))?.[1];
  return until && { until, instant: Date.parse(until) };
}

for (const edition of editions) {
  for (const path of richest(edition).filter(path => end(edition, path))) {
    test(`banner: ${edition}/${path}`, async () => {
      const { instant } = end(edition, path);
      const shown = at => open({ edition, path, at: new Date(at) }, page => page.locator('.stale').isVisible());
      assert.equal(await shown(instant - minute), false, 'silent while the page is valid');
      assert.equal(await shown(instant + minute), true, 'shown when it is over');
    });
  }

  for (const way of ways) {
    test(`banner comes while the page is open: ${edition} by ${way}`, async () => {
      const path = richestOf(edition, 'isu/*');
      const { until, instant } = end(edition, path);
      await open({ way, edition, path, at: new Date(instant - minute) }, async page => {
        const banner = page.locator('.stale');
        assert.equal(await banner.isVisible(), false, 'silent while the page is valid');
        await page.clock.setFixedTime(new Date(instant + minute));
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        assert.equal(await banner.isVisible(), true, 'shown when the reader comes back to the tab');
        const text = await banner.innerText();
        const [, hour, minutes] = /T(\d\d):(\d\d)/.exec(until);
        assert.ok(text.includes(`${hour}.${minutes} WITA`), `the banner names the end, ${until}: "${text.trim()}"`);
      });
    });
  }

  test(`banner covers nothing that has the focus: ${edition}`, async () => {
    const path = richestOf(edition, 'isu/*');
    await open({ edition, path, width: widths.phone, height: 640, at: new Date(end(edition, path).instant + minute) }, async page => {
      const found = [];
      const stops = await page.locator('a[href]:visible').count();
      for (let n = 0; n < stops; n++) {
        await page.keyboard.press('Tab');
        const covered = await inPage(page, () => {
          const box = document.activeElement.getBoundingClientRect();
          const top = document.querySelector('.stale').getBoundingClientRect().top;
          // A table higher than the window is read by scrolling.
          return box.bottom > top + 1 && box.height < top ? nameOf(document.activeElement) : null;
        });
        if (covered) found.push(covered);
      }
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const foot = await inPage(page, () => document.querySelector('.foot-meta').getBoundingClientRect().bottom <= document.querySelector('.stale').getBoundingClientRect().top);
      if (!foot) found.push('the last line of the foot');
      none(found, `${edition}/${path}, ${widths.phone} px, under the banner`);
    });
  });

  test(`marks of single facts: ${edition}`, async () => {
    const path = richest(edition).find(one => / data-berlaku="[^"]+" hidden/.test(source(edition, one)));
    assert.ok(path, 'a page has facts that end');
    const marks = page => page.locator('.late[data-berlaku]');
    const ends = [...source(edition, path).matchAll(/class="late" data-berlaku="([^"]+)" hidden/g)].map(([, until]) => Date.parse(until));
    const first = Math.min(...ends);
    const visible = at => open({ edition, path, at: new Date(at) }, page => marks(page).evaluateAll(all => all.filter(one => one.checkVisibility()).length));
    assert.equal(await visible(first - minute), 0, 'no mark before the first end');
    assert.equal(await visible(first + minute), ends.filter(one => one < first + minute).length, 'the marks of what is over');
    assert.equal(await visible(Math.max(...ends) + minute), ends.length, 'all marks after the last end');
  });
}
