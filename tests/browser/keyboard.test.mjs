// The keyboard's way: skip link, menu, every stop in the order of the text, the focus seen; and the landmarks of a page.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { editions, inPage, none, open, richest, samples, widths } from './support.mjs';

/** What a key can reach, where it is seen. */
const stops = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** Notes the place of the focus and what marks it. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // A link in a drawing marks its focus by the drawing's own lines: wider or of another colour than at rest.
  const lines = () => [...element.querySelectorAll('*')].map(one => getComputedStyle(one)).map(line => `${line.fill} ${line.stroke} ${line.strokeWidth}`).join();
  const drawn = () => {
    const now = lines();
    element.blur();
    const rest = lines();
    element.focus();
    return now !== rest;
  };
  return {
    name: nameOf(element),
    seen: isSeen(element),
    // "auto" is the browser's own ring.
    outlined: style.outlineStyle === 'auto' || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    drawn: element instanceof SVGElement && drawn(),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    // Where it stands among all elements.
    index: [...document.querySelectorAll('*')].indexOf(element),
  };
}

for (const edition of editions) {
  for (const path of richest(edition)) {
    test(`tab by tab: ${edition}/${path}`, async () => {
      await open({ edition, path }, async page => {
        const found = [];
        const expected = await inPage(page, all => [...document.querySelectorAll(all)].filter(one => isSeen(one) || one.matches('.skip') || one.closest('svg')).length, stops);
        const ordered = await inPage(page, () => [...document.querySelectorAll('[tabindex]')].filter(one => one.tabIndex > 0).map(nameOf));
        found.push(...ordered.map(name => `${name} changes the order of the stops`));
        let last = -1;
        let count = 0;
        for (; count <= expected + 5; count++) {
          await page.keyboard.press('Tab');
          const at = await inPage(page, focused);
          if (!at || at.index <= last && count > 0) break;
          if (!at.seen) found.push(`${at.name} has the focus and is not seen`);
          if (!at.inside) found.push(`${at.name} has the focus outside of the window`);
          if (!at.outlined && !at.drawn) found.push(`${at.name} does not show its focus`);
          last = at.index;
        }
        if (count < expected) found.push(`${count} stops, but ${expected} things to reach`);
        none(found, `${edition}/${path} at ${widths.desk} px`);
      });
    });
  }

  for (const path of samples(edition)) {
    test(`landmarks: ${edition}/${path}`, async () => {
      await open({ edition, path }, async page => {
        const found = await inPage(page, () => {
          const found = [];
          const one = (what, list) => list.length === 1 || found.push(`${list.length} of ${what}, not one`);
          const all = selector => [...document.querySelectorAll(selector)];
          one('main', all('main, [role=main]'));
          one('h1', all('h1'));
          one('banner', all('body > header, [role=banner]'));
          one('contentinfo', all('body > footer, [role=contentinfo]'));
          if (!document.querySelector('main h1')) found.push('the h1 is not in main');
          if (!document.documentElement.lang) found.push('no language');
          const label = nav => nav.getAttribute('aria-label') ?? document.getElementById(nav.getAttribute('aria-labelledby'))?.textContent ?? '';
          const seen = all('nav').filter(isSeen);
          for (const nav of seen) {
            if (!label(nav).trim()) found.push(`without a name: ${nameOf(nav)}`);
            if (seen.some(other => other !== nav && label(other) === label(nav))) found.push(`two with the name "${label(nav)}"`);
          }
          let level = 0;
          for (const heading of all('h1, h2, h3, h4, h5, h6, [role=heading]').filter(isSeen)) {
            const now = Number(heading.getAttribute('aria-level') ?? heading.tagName.slice(1));
            if (now > level + 1) found.push(`a heading of level ${now} after one of ${level}: ${nameOf(heading)}`);
            level = now;
          }
          return found;
        });
        none(found, `${edition}/${path}`);
      });
    });
  }

  test(`skip link: ${edition}`, async () => {
    for (const width of [widths.phone, widths.desk]) {
      await open({ edition, path: 'index.html', width }, async page => {
        await page.keyboard.press('Tab');
        const box = await page.locator('.skip').boundingBox();
        assert.ok(box.y >= 0 && box.x >= 0, `${width} px: the skip link is seen when it has the focus`);
        await page.keyboard.press('Enter');
        assert.equal(await page.evaluate(() => document.activeElement.tagName), 'MAIN', `${width} px: the skip link leads to the main content`);
        await page.keyboard.press('Tab');
        assert.ok(await page.evaluate(() => !!document.activeElement.closest('main')), `${width} px: the next stop is in the main content`);
      });
    }
  });

  test(`menu by keyboard: ${edition} at ${widths.phone} px`, async () => {
    await open({ edition, path: 'index.html', width: widths.phone }, async page => {
      const summary = page.locator('.menu-small > summary');
      const first = page.locator('.menu-small a').first();
      assert.ok(await summary.isVisible() && !await first.isVisible(), 'the menu is closed at first');
      for (let n = 0; n < 12 && !await summary.evaluate(one => one === document.activeElement); n++) await page.keyboard.press('Tab');
      assert.ok(await summary.evaluate(one => one === document.activeElement), 'the menu is reached by the Tab key');
      await page.keyboard.press('Enter');
      assert.ok(await first.isVisible(), 'Enter opens the menu');
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => !!document.activeElement.closest('.menu-small nav')), 'the next stop is in the menu');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      assert.ok(!await first.isVisible(), 'Enter closes the menu');
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => !document.activeElement.closest('.menu-small')), 'a closed menu is passed over');
    });
  });

  test(`finger: ${edition} at ${widths.phone} px`, async () => {
    const found = [];
    for (const path of richest(edition)) {
      await open({ edition, path, width: widths.phone }, async page => {
        // WCAG 2.5.8 lets links in running text be smaller; what stands alone has 24 px, or as much space around it (axe measures that).
        const small = await inPage(page, () => [...document.querySelectorAll('summary, button, select, input, .menu a, .button')].filter(isSeen)
          .filter(one => one.getBoundingClientRect().height < 24).map(nameOf));
        found.push(...small.map(name => `${path}: lower than 24 px: ${name}`));
      });
    }
    none(found, edition);
  });
}
