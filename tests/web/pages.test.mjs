import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { launch, open } from './browser.mjs';
import * as checks from './checks.mjs';
import { folder, pages } from './pages.mjs';
import { serve } from './server.mjs';

let browser;
let server;

before(async () => {
  browser = await launch();
  server = await serve(folder, new Map(pages.filter(({ html }) => html).map((page) => [page.path, page])));
});

after(async () => {
  await browser.close();
  await server.close();
});

/// What a page that tells these figures must have in its accessibility tree.
async function untold(page, { alt = [], described = [], marks = [], tables = [] }) {
  const tree = await checks.accessibilityTree(page);
  return [
    ...checks.nameFaults(tree),
    ...alt.flatMap((figure) => checks.altFaults(tree, figure)),
    ...described.flatMap((figure) => checks.descriptionFaults(tree, figure)),
    ...marks.flatMap((figure) => checks.markFaults(tree, figure)),
    ...tables.flatMap((figure) => checks.tableFaults(tree, figure)),
  ];
}

for (const one of pages) {
  for (const width of [1280, 320]) {
    describe(`${one.name}, ${width} px wide`, () => {
      let opened;
      before(async () => {
        opened = await open(browser, server.origin + one.path, width);
      });
      after(() => opened.close());

      const none = (check) => async () => assert.deepEqual(await check(opened.page, one), []);
      it('breaks no rule of axe', none(checks.axeFaults));
      it('tells all in the accessibility tree', none(untold));
      it('does not scroll to the side', none(checks.scrollFaults));
      it('cuts no text at twice its size', none(checks.cutTextFaults)); // the last: it enlarges the text
      it('says nothing on the console and asks nothing of others', () => assert.deepEqual(opened.faults, []));
    });
  }
}
