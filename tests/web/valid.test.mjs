import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { it } from 'node:test';
import { HtmlValidate } from 'html-validate';

import { folder, pages } from './pages.mjs';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'no-inline-style': 'off', // SVG has it; that fragments have none is told by the strict pages
  },
});

async function faultsIn(html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`));
}

const built = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith('.html') && !file.startsWith('images/'));

for (const file of built) {
  it(`${file} is valid HTML`, async () => {
    assert.deepEqual(await faultsIn(readFileSync(`${folder}/${file}`, 'utf8')), []);
  });
}

for (const { name, html } of pages.filter((page) => page.html)) {
  it(`${name} is valid HTML`, async () => {
    assert.deepEqual(await faultsIn(html), []);
  });
}

it('finds a fault where there is one', async () => {
  const page = pages.find(({ html }) => html).html;
  assert.match((await faultsIn(page.replace('<figcaption>', '<p><figcaption>'))).join('\n'), /figcaption/);
  assert.match((await faultsIn(page.replace('</summary>', ''))).join('\n'), /summary/);
});
