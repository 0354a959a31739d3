// The SVG of a figure as the browser paints it, against its PNG.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';

import { launch } from './browser.mjs';
import { figures, gaelic, samples } from './pages.mjs';

/// Of 255 in a channel: letters half a pixel off come to 30, a coast four times as wide to 97.
const limit = 40;

let browser;
let page;

before(async () => {
  browser = await launch();
  page = await browser.newPage();
});
after(() => browser.close());

/// The greatest difference of two pictures in squares of 6 pixels, in each of which colours are
/// averaged first: where letters stand to a fraction of a pixel does not count.
const difference = (svg, png) => page.evaluate(async (sources) => {
  const side = 12;
  const [first, second] = await Promise.all(sources.map(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    return image;
  }));
  const [columns, rows] = [second.naturalWidth, second.naturalHeight].map((length) => Math.ceil(length / side));
  const pixels = (image) => {
    const canvas = new OffscreenCanvas(columns * side, rows * side);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0, second.naturalWidth, second.naturalHeight);
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const [one, other] = [first, second].map(pixels);
  const sums = new Float64Array(columns * rows * 4);
  one.forEach((value, i) => {
    const pixel = i >> 2;
    const [x, y] = [pixel % (columns * side), Math.floor(pixel / (columns * side))];
    sums[(Math.floor(y / side) * columns + Math.floor(x / side)) * 4 + (i & 3)] += value - other[i];
  });
  return sums.reduce((most, sum) => Math.max(most, Math.abs(sum) / side ** 2), 0);
}, [`data:image/svg+xml;base64,${btoa(svg)}`, `data:image/png;base64,${png}`]);

const read = (figure, kind, encoding) => readFileSync(figure.drawn + figure.files[kind].path, encoding);

for (const figure of [...figures, ...gaelic, ...samples]) {
  it(`${figure.language}: ${figure.id} is the same picture in SVG and PNG`, async () => {
    const most = await difference(read(figure, 'svg', 'latin1'), read(figure, 'png', 'base64'));
    assert.ok(most < limit, `differs by ${most.toFixed(1)}`);
  });
}

it('sees a line that is too wide', async () => {
  const figure = figures.find(({ id }) => id === 'place-8');
  const svg = read(figure, 'svg', 'latin1').replace(/(<use[^>]* stroke-width=")(\d+)/, '$1$29');
  assert.notEqual(svg, read(figure, 'svg', 'latin1'));
  assert.ok(await difference(svg, read(figure, 'png', 'base64')) > limit);
});
