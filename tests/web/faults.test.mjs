// Every check finds the fault that it is there for, and nothing in a page without one.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';

import { launch, open } from './browser.mjs';
import * as checks from './checks.mjs';
import { folder, wrapped } from './pages.mjs';
import { serve } from './server.mjs';

const figure = {
  id: 'f',
  alt: 'Bar chart of stories.',
  description: 'First.\nSecond.',
  facts: [{ label: 'Fife (new)', value: 1234 }, { label: 'Moray', value: 0 }, { label: 'Angus', value: null }],
  table: { rows: [{ cells: ['Fife', '1,234'] }] },
};

const fromTree = (check) => async (page) => check(await checks.accessibilityTree(page), figure);
const mark = (name) => `<g role="graphics-symbol img"><title>${name}</title><path d="M0 0h9v9z"/></g>`;
const svg = (...names) =>
  `<svg width="9" height="9" role="graphics-document document" aria-label="x">${names.map(mark).join('')}</svg>`;
const image = (attributes) => `<img src="/images/sector-8.png" width="9" height="9" ${attributes}>`;
const table = (value) => `<table><tr><th scope="row">Fife</th><td>${value}</td></tr></table>`;

/// name, check, HTML with the fault, what must be told, HTML without it
const faults = [
  ['an image without alt text', checks.axeFaults, image(''), /^axe image-alt/, image('alt="x"')],
  ['pale text', checks.axeFaults, '<p style="color:#aaa">pale</p>', /^axe color-contrast/, '<p>dark</p>'],
  ['a skipped level of heading', checks.axeFaults, '<h4>x</h4>', /^axe heading-order/, '<h2>x</h2>'],
  ['a small target', checks.axeFaults,
    '<p><a href="/">a</a></p><button style="width:9px;height:9px;padding:0">b</button><button style="width:9px;height:9px;padding:0">c</button>',
    /^axe target-size/, '<button>b</button>'],
  ['an image without a name', fromTree(checks.nameFaults), image(''), /image without a name/, image('alt="x"')],
  ['a link without a name', fromTree(checks.nameFaults), '<a href="/"></a>', /link without a name/, '<a href="/">x</a>'],
  ['an SVG without a name', fromTree(checks.nameFaults), '<svg role="graphics-document document"><path d="M0 0h9v9z"/></svg>',
    /without a name/, svg('x')],
  ['a mark that is not there', fromTree(checks.markFaults), svg('Fife (new): 1,234 stories', 'Moray: no stories'),
    /no mark for Angus, null/, svg('Fife (new): 1,234 stories', 'Moray: no stories', 'Angus: no data')],
  ['a mark with another value', fromTree(checks.markFaults), svg('Fife (new): 1,234,000 stories', 'Moray: 0 stories', 'Angus: no data'),
    /no mark for Fife \(new\), 1234/, svg('Fife (new): 1,234', 'Moray: 0 stories', 'Angus: no data')],
  ['a mark that is hidden', fromTree(checks.markFaults),
    `<div aria-hidden="true">${svg('Fife (new): 1,234 stories', 'Moray: no stories', 'Angus: no data')}</div>`,
    /no mark for Moray, 0/, svg('Fife (new): 1,234 stories', 'Moray: no stories', 'Angus: no data')],
  ['an old alt text', fromTree(checks.altFaults), image('alt="Bar chart."'), /no image with the alt text/,
    image(`alt="${figure.alt}"`)],
  ['a lost paragraph', fromTree(checks.descriptionFaults), '<p>First.</p>', /lacks "Second\."/, '<p>First.</p><p>Second.</p>'],
  ['a figure told twice', fromTree(checks.descriptionFaults), `<p>First.</p><p>Second.</p>${image(`alt="${figure.alt}"`)}`,
    /told twice/, `<p>First.</p><p>Second.</p>${image('alt=""')}`],
  ['a table with another value', fromTree(checks.tableFaults), table('1,235'), /no table row Fife, 1,234/, table('1,234')],
  ['a page too wide for a phone', checks.scrollFaults, '<div style="width:400px">x</div>', /^scrolls to the side/, '<p>x</p>'],
  ['a box of fixed height', checks.cutTextFaults, '<div style="height:1.5rem;overflow:hidden">x<br>y</div>',
    /^text cut at twice its size, by <div>: y/, '<div style="height:9rem;overflow:hidden">x<br>y</div>'],
  ['a line that does not wrap', checks.cutTextFaults, `<p style="white-space:nowrap">${'long '.repeat(12)}</p>`,
    /^text cut at twice its size, by the page/, `<p>${'long '.repeat(12)}</p>`],
  ['an error on the console', () => [], '<script>console.error("oops")</script>', /^console: oops/, '<p>x</p>'],
  ['an error in a script', () => [], '<script>throw new Error("oops")</script>', /^error: oops/, '<p>x</p>'],
  ['a file that is not there', () => [], image('alt=""').replace('sector', 'vector'), /^404 for /, image('alt=""')],
  ['a request to elsewhere', () => [], '<img src="https://example.org/x.png" alt="">', /^asks the network for https:\/\/example.org/,
    image('alt=""')],
];

let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve(folder, new Map(faults.flatMap(([name, , faulty, , sound], i) => [
    [`/faulty-${i}`, { html: wrapped(name, faulty) }],
    [`/sound-${i}`, { html: wrapped(name, sound) }],
  ])));
});

after(async () => {
  await browser.close();
  await server.close();
});

async function foundIn(path, check) {
  const opened = await open(browser, server.origin + path, 320);
  const found = [...(await check(opened.page)), ...opened.faults];
  await opened.close();
  return found;
}

for (const [i, [name, check, , told]] of faults.entries()) {
  it(`finds ${name}`, async () => {
    const found = await foundIn(`/faulty-${i}`, check);
    assert.ok(found.some((line) => told.test(line)), `told: ${found.join('\n')}`);
    assert.deepEqual(await foundIn(`/sound-${i}`, check), []);
  });
}
