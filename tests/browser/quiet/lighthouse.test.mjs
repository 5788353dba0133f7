// Lighthouse, on a simulated telephone. It measures time, so it runs after the others, alone.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { chromium } from 'playwright-core';
import lighthouse from 'lighthouse';
import { address, executable, richestOf } from '../support.mjs';

const least = 98;
const everywhere = ['performance', 'accessibility', 'best-practices'];

/** An internal page asks search engines to stay away, which Lighthouse counts as a fault: found by search is for the public alone. */
const categories = { internal: everywhere, publik: [...everywhere, 'seo'] };

// It asks for robots.txt in the page's name, which our content security policy forbids, as it should ("CSP violation").
const skipped = ['robots-txt'];

async function free() {
  const listener = createServer();
  await new Promise(ready => listener.listen(0, '127.0.0.1', ready));
  const { port } = listener.address();
  await new Promise(done => listener.close(done));
  return port;
}

for (const [edition, asked] of Object.entries(categories)) {
  for (const path of ['index.html', richestOf(edition, 'isu/*')]) {
    test(`lighthouse: ${edition}/${path}`, async () => {
      const port = await free();
      const browser = await chromium.launch({ executablePath: executable(), args: [`--remote-debugging-port=${port}`, '--disable-gpu'] });
      try {
        const { lhr } = await lighthouse(await address('http', edition, path), { port, logLevel: 'silent', onlyCategories: asked, skipAudits: skipped });
        assert.equal(lhr.runtimeError, undefined, lhr.runtimeError?.message);
        for (const category of asked) {
          const { score, auditRefs } = lhr.categories[category];
          const lost = auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
            .map(({ id }) => `${id} ${lhr.audits[id].score} ${lhr.audits[id].displayValue ?? ''}`);
          assert.ok(score * 100 >= least, `${category} ${Math.round(score * 100)} < ${least}: ${lost.join('; ')}`);
        }
      } finally {
        await browser.close();
      }
    });
  }
}
