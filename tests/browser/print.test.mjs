// Paper: the edition stands on every sheet, what only a screen can use is gone, no sheet is empty.

import { test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { editions, inPage, none, open, samples } from './support.mjs';

/** The texts of the sheets of a PDF. */
function sheets(pdf) {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 1 << 26 });
  return text.split('\f').slice(0, -1);
}

for (const edition of editions) {
  for (const path of samples(edition)) {
    test(`print: ${edition}/${path}`, async () => {
      // An office prints from a dark screen as well.
      await open({ edition, path, scheme: 'dark' }, async page => {
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        const found = await inPage(page, () => {
          const found = [];
          // What a server shows for addresses that do not exist cannot know where its styles lie.
          if (document.styleSheets.length === 0) return found;
          if (!isSeen(document.querySelector('.edition'))) found.push('the edition bar is hidden');
          // The button of a column is its heading, and is printed as one.
          for (const nav of [...document.querySelectorAll('nav, .skip, button:not(.sorter), input, select')].filter(isSeen)) found.push(`still there: ${nameOf(nav)}`);
          for (const details of document.querySelectorAll('details')) {
            const inner = details.querySelector(':scope > :not(summary)');
            if (inner && isSeen(details) && inner.getBoundingClientRect().height === 0) found.push(`folded on paper: ${nameOf(details)}`);
          }
          const ground = getComputedStyle(document.body).backgroundColor;
          if (!['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(ground)) found.push(`the ground is ${ground}`);
          return found;
        });
        const mark = (await page.locator('.edition').first().innerText()).replace(/\s+/g, ' ').trim();
        // The size is the print dialogue's business: A4 here.
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
        sheets(pdf).forEach((text, n) => {
          const words = text.replace(/\s+/g, ' ');
          const [head] = mark.split(' ');
          if (!words.includes(head)) found.push(`sheet ${n + 1} does not name the edition (${mark})`);
          if (words.length < mark.length + 25) found.push(`sheet ${n + 1} is empty: "${words.trim()}"`);
        });
        none(found, `${edition}/${path}, print`);
      });
    });
  }
}
