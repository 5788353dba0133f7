// The Nu HTML checker reads every page, style sheet and drawing: no errors, and no warnings that a reader would feel.

import { test } from 'node:test';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dist, editions, none } from './support.mjs';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

const allowed = [
  // The checker knows no folder that a page came from and weighs no hashes, so nothing fits for it; folder.test.mjs asks the browser.
  /^(Resource|Inline style|Inline script) violates Content Security Policy/,
  // A geometry property of SVG 2, in the browsers for years; the checker knows the attribute only.
  /^CSS: “r”: Property “r” doesn't exist\.$/,
];

async function check(kind, files) {
  const run = promisify(execFile)('java', ['-jar', jar, '--format', 'json', '--exit-zero-always', kind, ...files], { maxBuffer: 1 << 28 });
  const { messages } = JSON.parse((await run).stderr);
  return messages
    .filter(({ message }) => !allowed.some(rule => rule.test(message)))
    .map(({ type, subType, url, lastLine, message, extract }) =>
      `${decodeURI(url ?? '').replace(/^file:/, '').replace(`${dist}/`, '')}:${lastLine}: ${subType ?? type}: ${message} ${(extract ?? '').trim()}`);
}

for (const edition of editions) {
  test(`html: ${edition}`, async () => none(await check('--skip-non-html', [join(dist, edition)]), edition));
  test(`css and svg: ${edition}`, async () => {
    const folder = join(dist, edition, 'aset');
    const files = end => readdirSync(folder).filter(name => name.endsWith(end)).map(name => join(folder, name));
    none([...await check('--css', files('.css')), ...await check('--svg', files('.svg'))], `${edition}/aset`);
  });
}
