// Words full of markup go through `cairn embed` into every place of a page, through Hugo, and come
// back whole in the browser. So do those of the shortcode cairn.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, it } from 'node:test';

import { accessibilityTree, altFaults, descriptionFaults, tableFaults } from './checks.mjs';
import { launch, open } from './browser.mjs';
import { serve } from './server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cairn = `${root}build/cairn`;

// A backtick and a backslash together have no place in a shortcode of Hugo: two titles.
const titles = {
  quotes: String.raw`"A" 'b' \c {{ .D }} {{< e >}} {{%/* f */%}} <!-- g --> <i>h</i> &amp; [k](l) ![m](n)`,
  signs: '`o` *p* _q_ ~~r~~ | s -- t ... $u$ ^v^ :wink: https://x.org www.y.org z@x.org "w" # >',
};
const ids = Object.keys(titles);

const page = (id) => `---
title: ${id}
---

![old](/images/${id}.png)

> quoted ![old][by reference] and ![ by  Reference ][]
> ![by reference] end

[by reference]: ../images/${id}.svg "Title"

| a | b |
|---|---|
| ![old](/images/${id}.png) | <img src="/images/${id}.png" alt='old'> |

{{< float loc="left" maxwidth="100" src="../images/${id}.png" alt="old" >}}

{{< float loc="left" maxwidth="100" src="/images/${id}.png" >}}

<div>
<img
  src="/images/${id}.png"
>
</div>
`;

/// How many images of a page above say the short text.
const uses = 9;

const folder = mkdtempSync(join(tmpdir(), 'cairn-web-'));
const site = join(folder, 'site');
let browser;
let server;
let figures;

const run = (program, ...options) => execFileSync(program, options, { cwd: folder, encoding: 'utf8' });

before(async () => {
  cpSync(`${root}samples/site`, site, { recursive: true });
  writeFileSync(join(folder, 'quotes.csv'), 'Kind,Stories\n"""a"" <b> & c",3\n\\{{d}} | *e*,1\n');
  writeFileSync(join(folder, 'signs.csv'), 'Kind,Stories\n`a` & <!-- {{% b %}},3\n{{d}} | *e*,1\n');
  writeFileSync(join(folder, 'figures.yaml'), JSON.stringify({
    project: 'P',
    figures: ids.map((id) => ({
      id, kind: 'bar', title: titles[id], unit: { one: 'story', other: 'stories' },
      data: { file: `${id}.csv`, label: 'Kind', value: 'Stories' },
    })),
  }));
  run(cairn, 'render', 'figures.yaml', '--out', 'site/static/images');
  mkdirSync(join(site, 'data'));
  renameSync(join(site, 'static/images/figures.json'), join(site, 'data/figures.json'));
  figures = JSON.parse(readFileSync(join(site, 'data/figures.json'), 'utf8')).figures;
  writeFileSync(join(site, 'content/stories.md'), '');
  for (const id of ids) {
    writeFileSync(join(site, `content/${id}.md`), page(id));
    writeFileSync(join(site, `content/shown-${id}.md`), `---\ntitle: x\n---\n\n{{< cairn "${id}" >}}\n`);
    writeFileSync(join(site, `content/described-${id}.md`), `---\ntitle: x\n---\n\n{{< cairn id="${id}" describe="below" >}}\n`);
  }
  run(cairn, 'embed', 'figures.yaml', '--site', 'site');
  run('hugo', '--source', 'site', '--destination', '../public');
  browser = await launch();
  server = await serve(join(folder, 'public'));
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

for (const [i, id] of ids.entries()) {
  it(`the browser reads today's words of "${id}" in every place`, async () => {
    const { page: opened, faults, close } = await open(browser, `${server.origin}/${id}/`);
    const alts = await opened.evaluate(() => [...document.images].map(({ alt }) => alt));
    await close();
    assert.deepEqual(faults, []);
    assert.deepEqual(alts, Array(uses).fill(figures[i].alt));
    assert.ok(figures[i].alt.includes(id === 'quotes' ? '{{ .D }}' : '~~r~~'), figures[i].alt);
  });

  it(`the shortcode cairn tells "${id}" whole`, async () => {
    for (const [path, check] of [['shown', altFaults], ['described', descriptionFaults]]) {
      const { page: opened, faults, close } = await open(browser, `${server.origin}/${path}-${id}/`);
      const tree = await accessibilityTree(opened);
      await close();
      assert.deepEqual([...faults, ...check(tree, figures[i]), ...tableFaults(tree, figures[i])], []);
    }
  });
}

it('a second run changes nothing, and the site passes the check', () => {
  const pages = ids.map((id) => readFileSync(join(site, `content/${id}.md`), 'utf8'));
  assert.match(run(cairn, 'embed', 'figures.yaml', '--site', 'site'), /^site: nothing to mend in /);
  assert.deepEqual(ids.map((id) => readFileSync(join(site, `content/${id}.md`), 'utf8')), pages);
  assert.match(run(cairn, 'check', 'figures.yaml', '--site', 'site'), /^site: \d+ uses of figures checked$/m);
});

it('the pages of the sample site say today\'s words', () => {
  const told = execFileSync(cairn, ['check', 'samples/stories-project/figures.yaml', '--site', 'build/site/source'],
    { cwd: root, encoding: 'utf8' });
  assert.match(told, /^build\/site\/source: \d+ uses of figures checked$/m);
});

it('an id that figures.json lacks stops the build', () => {
  const failed = (shortcode) => {
    writeFileSync(join(site, 'content/wrong.md'), `# Wrong\n\n${shortcode}\n`);
    const { status, stdout } = spawnSync('hugo', ['--source', 'site', '--destination', '../wrong'],
      { cwd: folder, encoding: 'utf8' });
    assert.notEqual(status, 0);
    return stdout;
  };
  assert.match(failed('{{< cairn "place-9" >}}'),
    /wrong\.md:3:1".* there is no figure "place-9" in data\/figures\.json; it has: quotes, signs/);
  assert.match(failed('{{< cairn id="quotes" describe="above" >}}'),
    /describe is "above"; the only other way is "below"/);
});
