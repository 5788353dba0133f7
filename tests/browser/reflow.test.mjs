// Reflow: a page fits its window – narrow, zoomed to 200 %, with wide letter spacing – and nothing is cut off.

import { test } from 'node:test';
import { editions, inPage, none, open, samples, widths } from './support.mjs';

/** Windows: their width in CSS pixels and what they stand for. */
const windows = [
  [320, '320 px'],
  [widths.phone, '360 px'],
  [640, '1280 px at 200 %'],
  [widths.tablet, '768 px'],
  [1024, '1024 px'],
  [widths.desk, '1440 px'],
];

/** WCAG 1.4.12: what a reader may set without losing content. */
const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

/** What sticks out of the window, or is cut by its own box. */
function cut() {
  const wide = document.documentElement.clientWidth;
  const found = [];
  const width = document.scrollingElement.scrollWidth;
  if (width > wide) found.push(`the page scrolls sideways: ${width} px in ${wide} px`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !isSeen(node.parentElement)) continue;
    if (node.parentElement.closest('.skip')) continue; // outside until it has the focus
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    // A box that scrolls on its own may hold more than it shows.
    let scroller = node.parentElement;
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowX)) scroller = scroller.parentElement;
    const text = node.data.trim().slice(0, 40);
    if (!scroller && (box.right > wide + 0.5 || box.left < -0.5)) found.push(`outside of the window (${Math.round(box.left)}–${Math.round(box.right)} of ${wide} px): "${text}" in ${nameOf(node.parentElement)}`);
    for (let around = node.parentElement; around && around !== scroller; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (!/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      const frame = around.getBoundingClientRect();
      if (box.right > frame.right + 1 || box.bottom > frame.bottom + 1) found.push(`cut by ${nameOf(around)}: "${text}"`);
    }
  }
  return found;
}

for (const edition of editions) {
  for (const path of samples(edition)) {
    test(`reflow: ${edition}/${path}`, async () => {
      await open({ edition, path }, async page => {
        const found = [];
        const look = async name => found.push(...(await inPage(page, cut)).map(line => `${name}: ${line}`));
        for (const [width, name] of windows) {
          await page.setViewportSize({ width, height: 800 });
          await look(name);
        }
        // A constructed sheet, as a reader's own style: the content security policy does not concern it.
        await page.evaluate(css => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets = [sheet];
        }, spacing);
        for (const width of [320, widths.desk]) {
          await page.setViewportSize({ width, height: 800 });
          await look(`${width} px, wide spacing`);
        }
        none(found, `${edition}/${path}`);
      });
    });
  }
}
