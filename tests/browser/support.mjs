// What the browser tests share: which pages stand for a kind, the three ways of serving, a browser that watches.
//
// A kind is a pattern of paths below an edition, found in the built tree: `peta`, `isu/index`, `isu/*`. A new page
// or folder is therefore a new kind, and tested, without a line here. Of a kind with many pages the first, the
// richest and the poorest stand for all; in `internal` also one that the public sees.

import { after } from 'node:test';
import assert from 'node:assert/strict';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, posix, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createGzip } from 'node:zlib';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of the editions; see CONTRIBUTING.md for how it is built. */
export const dist = resolve(process.env.KENTONGAN_DIST ?? join(here, '../../dist'));

/** Editions that are tested: the fullest and the public one. */
export const editions = ['internal', 'publik'];

/** The moment at which the sample book plays. The reader's clock stands there unless a test moves it. */
export const moment = new Date('2026-11-24T09:00:00+08:00');

/** Widths in CSS pixels: a telephone, a tablet, a desk. */
export const widths = { phone: 360, tablet: 768, desk: 1440 };

export const schemes = ['light', 'dark'];

/** At the top of a web server, below a folder of it, from the disk. */
export const ways = ['http', 'sub-path', 'file'];

// ---- pages and kinds ----------------------------------------------------------------------------------

for (const edition of editions) {
  assert.ok(existsSync(join(dist, edition, 'index.html')),
    `${join(dist, edition)} is missing. Build the sample book first: kentongan --as-of "24 November 2026 09.00 WITA" build`);
}

/** Every page of an edition, as paths with `/`, in order. */
export function pages(edition) {
  return readdirSync(join(dist, edition), { recursive: true, withFileTypes: false })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.html'))
    .sort();
}

/** The source of a page. */
export function source(edition, path) {
  return readFileSync(join(dist, edition, path), 'utf8');
}

/** The kind of a page: its path at the top and for `index`, its folder with a star for all others. */
export function kind(path) {
  const name = path.replace(/\.html$/, '');
  const folder = posix.dirname(name);
  return folder === '.' || posix.basename(name) === 'index' ? name : `${folder}/*`;
}

function size(edition, path) {
  return statSync(join(dist, edition, path)).size;
}

/** Pages by kind. */
export function kinds(edition) {
  const found = new Map();
  for (const path of pages(edition)) {
    const name = kind(path);
    found.set(name, [...(found.get(name) ?? []), path]);
  }
  return found;
}

/** The richest page of each kind. */
export function richest(edition) {
  return [...kinds(edition).values()].map(paths => bySize(edition, paths).at(-1));
}

/** The richest page of one kind, such as `isu/*`. */
export function richestOf(edition, name) {
  const paths = kinds(edition).get(name);
  assert.ok(paths, `${edition} has no page of the kind ${name}`);
  return bySize(edition, paths).at(-1);
}

/** The pages that stand for all: of each kind the first, the richest, the poorest, and one that the public sees. */
export function samples(edition) {
  const chosen = new Set();
  for (const paths of kinds(edition).values()) {
    const sorted = bySize(edition, paths);
    const shared = paths.find(path => edition !== 'publik' && existsSync(join(dist, 'publik', path)));
    for (const path of [paths[0], sorted.at(-1), sorted[0], shared]) {
      if (path) chosen.add(path);
    }
  }
  return [...chosen].sort();
}

function bySize(edition, paths) {
  return [...paths].sort((a, b) => size(edition, a) - size(edition, b) || (a < b ? -1 : 1));
}

// ---- three ways of serving ----------------------------------------------------------------------------

const types = {
  '.css': 'text/css', '.csv': 'text/csv', '.html': 'text/html', '.ics': 'text/calendar', '.jpg': 'image/jpeg', '.js': 'text/javascript',
  '.json': 'application/json', '.pdf': 'application/pdf', '.png': 'image/png', '.svg': 'image/svg+xml', '.txt': 'text/plain',
  '.webp': 'image/webp', '.xml': 'application/xml',
};
const binary = new Set(['.jpg', '.pdf', '.png', '.webp']);

let server;

/** A static server on this machine: `/` and `/a/b/` hold one edition each, all else is not found. Asked-for paths are noted. */
async function serve(edition) {
  server ??= new Map();
  if (server.has(edition)) return server.get(edition);
  const root = join(dist, edition);
  const asked = [];
  const listener = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    asked.push(path);
    const below = path.startsWith('/a/b/') ? path.slice(5) : path.slice(1);
    const file = resolve(root, below.endsWith('/') || below === '' ? `${below}index.html` : below);
    if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const extension = extname(file);
    const squeeze = !binary.has(extension) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    const type = types[extension] ?? 'application/octet-stream';
    response.writeHead(200, {
      'content-type': binary.has(extension) ? type : `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      ...(squeeze && { 'content-encoding': 'gzip' }),
    });
    const bytes = createReadStream(file);
    (squeeze ? bytes.pipe(createGzip()) : bytes).pipe(response);
  });
  await new Promise(ready => listener.listen(0, '127.0.0.1', ready));
  listener.unref();
  const running = { origin: `http://127.0.0.1:${listener.address().port}`, asked, listener };
  server.set(edition, running);
  return running;
}

/** Where an edition begins, with a slash at the end. */
export async function base(way, edition) {
  if (way === 'file') return `${pathToFileURL(join(dist, edition)).href}/`;
  const { origin } = await serve(edition);
  return way === 'sub-path' ? `${origin}/a/b/` : `${origin}/`;
}

/** The address of a page. `query` is what follows the path: `?wilayah=64.72`, `#bag-fakta`. */
export async function address(way, edition, path, query = '') {
  return `${await base(way, edition)}${path}${query}`;
}

// ---- a browser that watches ---------------------------------------------------------------------------

let running;

/** The browser of this test file. */
export async function browser() {
  running ??= chromium.launch({ executablePath: executable(), args: ['--disable-gpu', '--font-render-hinting=none'] });
  return running;
}

/** The browser's program. */
export function executable() {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = process.env.KENTONGAN_CHROMIUM ?? known.find(path => existsSync(path));
  assert.ok(found, 'no Chromium found; install it (tests/run does), or name it in KENTONGAN_CHROMIUM');
  return found;
}

after(async () => {
  await (await running)?.close();
  for (const { listener } of server?.values() ?? []) {
    listener.closeAllConnections();
    listener.close();
  }
});

/**
 * Opens a page, hands it to `look`, closes it, and gives what `look` gave.
 *
 * `look(page, told)`: `told` is the list of what went wrong meanwhile: what the console said, exceptions, violations of
 * the content security policy, requests that left the folder or failed. `none(told, where)` asserts that it is empty.
 * `query` is what follows the path. `at` is the reader's clock; `null` leaves the machine's.
 */
export async function open(options, look) {
  const { edition, path, way = 'http', query = '', width = widths.desk, height = 900, scheme = 'light', scripts = true, at = moment, scale = 1 } = options;
  const context = await (await browser()).newContext({
    viewport: { width, height }, colorScheme: scheme, javaScriptEnabled: scripts, deviceScaleFactor: scale, reducedMotion: 'reduce', locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
  });
  try {
    const page = await context.newPage();
    const told = watch(page, await base(way, edition));
    if (at) await page.clock.setFixedTime(at);
    await page.goto(await address(way, edition, path, query), { waitUntil: 'load' });
    return await look(page, told);
  } finally {
    await context.close();
  }
}

/** Notes what a page must not do. */
function watch(page, home) {
  const told = [];
  page.on('console', message => {
    if (['error', 'warning', 'assert'].includes(message.type())) told.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', error => told.push(`exception: ${error.message}`));
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(home) && !url.startsWith('data:')) told.push(`request outside of the folder: ${url}`);
  });
  page.on('requestfailed', request => {
    // The reader went on before it was there.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') told.push(`request failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  page.on('response', response => {
    if (response.status() >= 400) told.push(`status ${response.status()}: ${response.url()}`);
  });
  return told;
}

/** Fails with one line a finding, twenty at most: the rest is told when these are mended. */
export function none(findings, where) {
  const told = findings.slice(0, 20).map(line => `  - ${line}`);
  if (findings.length > told.length) told.push(`  … and ${findings.length - told.length} more`);
  assert.ok(findings.length === 0, `${where}: ${findings.length} finding(s)\n${told.join('\n')}`);
}

/** How an element is named in a message: tag, id, classes, the beginning of its text. Runs in the page; see `inPage`. */
function nameOf(element) {
  const id = element.id ? `#${element.id}` : '';
  const classes = typeof element.className === 'string' && element.className ? `.${element.className.trim().split(/\s+/).join('.')}` : '';
  const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
  return `<${element.tagName.toLowerCase()}${id}${classes}> "${text}"`;
}

/** Is an element seen: has it a box, and is it neither hidden nor clipped away? Runs in the page. */
function isSeen(element) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })) return false;
  // Read aloud, not seen: clipped to nothing, by its own box or one around it.
  for (let around = element; around; around = around.parentElement) {
    if (getComputedStyle(around).clipPath === 'inset(50%)') return false;
  }
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
}

/** Runs a function in the page, where `nameOf` and `isSeen` can be called. */
export function inPage(page, look, argument) {
  return page.evaluate(
    ([name, seen, body, given]) => (0, eval)(`(given => { const nameOf = ${name}; const isSeen = ${seen}; return (${body})(given); })`)(given),
    [String(nameOf), String(isSeen), String(look), argument],
  );
}
