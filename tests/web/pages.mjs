// The pages to open, and what each must tell.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(root + path, 'utf8');

export const folder = `${root}build/site/public`;
/// `images` is their path on the site, `drawn` the folder of their files here.
const figuresIn = (manifest, images, drawn = `build/site/public${images}`) =>
  JSON.parse(read(manifest)).figures.map((figure) => ({ ...figure, images, drawn: root + drawn }));
export const figures = figuresIn('build/site/source/data/figures.json', '/images/');
export const gaelic = figuresIn('build/site/source/data/gd/figures.json', '/images/gd/');
export const samples = figuresIn('build/samples/figures.json', '/images/samples/', 'build/samples/');
const [sector, place] = figures;

/// A fragment needs no style or script of its own: a strict page takes it.
const strict = "default-src 'none'; style-src 'self'; img-src 'self' data:";

export const wrapped = (title, fragments) => `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/css/site.css">
<link rel="stylesheet" href="/css/cairn.css">
</head>
<body>
<main>
<h1>${title}</h1>
${fragments}
</main>
</body>
</html>
`;

const fragment = (figure, kind) => readFileSync(figure.drawn + figure.files[kind].path, 'utf8');

/// The fragment with the SVG itself in the place of the image.
const inlined = (figure) => {
  const svg = fragment(figure, 'svg').replace(/^<\?xml.*?\?>\s*/, '');
  return fragment(figure, 'html').replace(/<picture>[\s\S]*<\/picture>/, () => svg);
};

const page = (name, path, html, policy) => ({ name, path, html, policy });

/// Each has a path of the site, or HTML of its own; and what it must tell: `alt`, `described`,
/// `marks`, `tables`, each a list of figures.
export const pages = [
  { ...page('home page', '/') },
  { ...page('page of the stories', '/stories/'), alt: [place], described: [sector], tables: [sector, place] },
  { ...page('gallery', '/gallery.html', read('build/gallery.html')), alt: [...figures, ...gaelic], marks: [...figures, ...gaelic] },
  ...[...figures, ...gaelic].flatMap((figure) => [
    {
      ...page(`${figure.language}: ${figure.id}.html`, `${figure.images}in-page-${figure.id}.html`,
        wrapped(figure.id, fragment(figure, 'html')), strict),
      alt: [figure], tables: [figure],
    },
    {
      ...page(`${figure.language}: ${figure.id}.described.html`, `${figure.images}in-page-${figure.id}.described.html`,
        wrapped(figure.id, fragment(figure, 'described')), strict),
      described: [figure], tables: [figure],
    },
    {
      ...page(`${figure.language}: ${figure.id}.svg in the page`, `${figure.images}in-page-${figure.id}.svg.html`,
        wrapped(figure.id, inlined(figure))),
      marks: [figure], tables: [figure],
    },
  ]),
  {
    ...page('both SVGs in one page, twice', '/images/in-page-twice.html',
      wrapped('Twice', [sector, place, sector, place].map(inlined).join('\n'))),
    marks: [sector, place],
  },
  ...samples.map((figure) => ({
    ...page(`sample: ${figure.id}.svg in the page`, `${figure.images}${figure.id}.svg.html`,
      wrapped('Sample', inlined(figure))),
    marks: [figure], tables: [figure],
  })),
];
