// What readers set or do: dark pages, forced colours, the Tab key.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';

import { axeFaults } from './checks.mjs';
import { launch, open } from './browser.mjs';
import { folder, wrapped } from './pages.mjs';
import { serve } from './server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'cairn-readers-'));
let browser;
let server;
let figures;

/// Both sample figures, drawn anew, inline in pages of their own.
before(async () => {
  cpSync(`${root}samples/stories-project`, work, { recursive: true });
  const file = join(work, 'figures.yaml');
  writeFileSync(file, `interactive: true\n${readFileSync(file, 'utf8')}`);
  execFileSync(`${root}build/cairn`, ['render', file, '--style', 'adaptive', '--format', 'svg', '--out', join(work, 'out')]);
  ({ figures } = JSON.parse(readFileSync(join(work, 'out', 'figures.json'), 'utf8')));
  const pages = figures.map(({ id }) => {
    const html = wrapped(id, readFileSync(join(work, 'out', `${id}.svg`), 'utf8'));
    return [`/${id}.html`, { html }];
  });
  browser = await launch();
  server = await serve(folder, new Map(pages));
});

after(async () => {
  await browser.close();
  await server.close();
  rmSync(work, { recursive: true });
});

const ids = ['sector-8', 'place-8'];
const schemes = [
  { name: 'light', media: { colorScheme: 'light' }, page: 'rgb(255, 255, 255)' },
  { name: 'dark', media: { colorScheme: 'dark' }, page: 'rgb(21, 25, 30)' },
  { name: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' }, page: 'Canvas' },
];

for (const id of ids) {
  describe(id, () => {
    for (const { name, media, page: expected } of schemes) {
      it(`follows ${name}`, async () => {
        const { page, faults, close } = await open(browser, `${server.origin}/${id}.html`);
        await page.emulateMedia(media);
        const [ground, canvas] = await page.evaluate(() => {
          const probe = document.createElement('p');
          probe.style.backgroundColor = 'Canvas';
          document.body.append(probe);
          const system = getComputedStyle(probe).backgroundColor;
          probe.remove();
          return [getComputedStyle(document.querySelector('svg > path')).fill, system];
        });
        assert.equal(ground, expected === 'Canvas' ? canvas : expected);
        if (!media.forcedColors) { // axe takes the page for white, whatever is forced on it
          assert.deepEqual(await axeFaults(page), []);
        }
        assert.deepEqual(faults, []);
        await close();
      });
    }

    it('leads the Tab key through every mark, once, in order, with a ring to be seen', async () => {
      const { page, close } = await open(browser, `${server.origin}/${id}.html`);
      const { facts } = figures.find((figure) => figure.id === id);
      const stops = [];
      for (let i = 0; i < facts.length; ++i) {
        await page.keyboard.press('Tab');
        stops.push(await page.evaluate(() => {
          const mark = document.activeElement;
          const widths = [mark, ...mark.querySelectorAll('path')].map((element) => {
            const style = getComputedStyle(element);
            const outline = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
            return Math.max(outline, element === mark || style.stroke === 'none' ? 0 : parseFloat(style.strokeWidth));
          });
          return { name: mark.querySelector('title')?.textContent ?? mark.localName,
            ring: mark.matches(':focus-visible') && Math.max(...widths) >= 2 };
        }));
      }
      assert.deepEqual(stops.map(({ name }) => name.split(':')[0]), facts.map(({ label }) => label));
      assert.deepEqual(stops.filter(({ ring }) => !ring), []);
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.localName), 'body', 'no stop after the last mark');
      await close();
    });
  });
}
