// Each check gives the faults that it finds, as lines of text.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/// WCAG 2.2 A and AA, and axe's best practices.
export async function axeFaults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }), rules);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `axe ${id}: ${help}: ${node.html.slice(0, 200)}`));
}

/// The browser's own accessibility tree: role and name of every node that is in it, in order.
export async function accessibilityTree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const tree = [];
  const visit = (node) => {
    if (!node.ignored) {
      tree.push({ role: node.role?.value ?? '', name: (node.name?.value ?? '').trim() });
    }
    for (const id of node.childIds ?? []) {
      visit(byId.get(id));
    }
  };
  visit(nodes[0]);
  return tree;
}

const isImage = ({ role }) => /^(image|img|graphics-symbol|graphics-document)$/i.test(role);

/// What people can point at or act on must have a name.
export function nameFaults(tree) {
  const named = /^(link|button|heading|DisclosureTriangle|DisclosureTriangleGrouped|table|RootWebArea)$/;
  return tree
    .filter((node) => (named.test(node.role) || isImage(node)) && node.name === '')
    .map(({ role }) => `accessibility tree: ${role} without a name`);
}

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/// What a datum says, as the words of a figure have it: all its digits, and zeros behind them.
function valuePattern({ value, category }) {
  if (category) {
    return literal(category);
  }
  if (value === null) {
    return '(no data|gun dàta)';
  }
  if (value === 0) {
    return '(0|no)';
  }
  const text = value.toLocaleString('en-GB', { maximumFractionDigits: 10 }).replace('-', '−');
  return literal(text) + (text.includes('.') ? '0*' : '(\\.0+)?');
}

/// Each bar or area of an SVG in the page is there, with its value.
export function markFaults(tree, figure) {
  const names = tree.filter(isImage).map(({ name }) => name);
  return figure.facts
    .filter((fact) => {
      const label = fact.panel ? `${fact.label}, ${fact.panel}` : fact.label;
      const wanted = new RegExp(`^${literal(label)}: ${valuePattern(fact)}(?![\\d.,]\\d)\\b`, 'i');
      return !names.some((name) => wanted.test(name));
    })
    .map((fact) => `accessibility tree: no mark for ${[fact.label, fact.panel, fact.category ?? fact.value].filter((part) => part !== undefined).map(String).join(', ')}`);
}

/// The picture is there with its alt text.
export function altFaults(tree, figure) {
  return tree.some((node) => isImage(node) && node.name === figure.alt)
    ? [] : [`accessibility tree: no image with the alt text of ${figure.id}`];
}

/// Every paragraph of the description can be read, and no image tells it once more.
export function descriptionFaults(tree, figure) {
  const text = tree.filter(({ role }) => role === 'StaticText').map(({ name }) => name);
  const faults = figure.description.split('\n')
    .filter((paragraph) => !text.includes(paragraph.trim()))
    .map((paragraph) => `accessibility tree: the description lacks "${paragraph}"`);
  return tree.some((node) => isImage(node) && node.name === figure.alt)
    ? [...faults, `accessibility tree: ${figure.id} is told twice`] : faults;
}

/// Every row of the data table is there: a row header and its cells.
export function tableFaults(tree, figure) {
  const cells = tree.filter(({ role }) => /^(rowheader|cell|gridcell)$/.test(role))
    .map(({ name }) => name);
  return figure.table.rows
    .filter(({ cells: row }) =>
      !cells.some((_, at) => row.every((cell, i) => cells[at + i] === cell)))
    .map(({ cells: row }) => `accessibility tree: no table row ${row.join(', ')}`);
}

/// Nothing needs scrolling to the side. The page must be 320 px wide (WCAG 1.4.10).
export async function scrollFaults(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth
      ? [`scrolls to the side: ${scrollWidth} px in ${clientWidth} px`] : [];
  });
}

/// At twice the text size (WCAG 1.4.4) no text is cut off. Text in pictures grows with the page, not
/// with the text, and is left out.
export async function cutTextFaults(page) {
  return page.evaluate(() => {
    const isHtml = (element) => element instanceof HTMLElement;
    const sizes = [...document.body.querySelectorAll('*')].filter(isHtml)
      .map((element) => [element, parseFloat(getComputedStyle(element).fontSize)]);
    for (const [element, size] of sizes) {
      element.style.setProperty('font-size', `${2 * size}px`, 'important');
    }
    const clips = (style, axis) => ['hidden', 'clip', 'scroll', 'auto'].includes(style[axis]);
    const faults = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (text.data.trim() === '' || !isHtml(text.parentElement) ||
          text.parentElement.closest('script, style')) {
        continue;
      }
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      const say = (what) => faults.push(`text cut at twice its size, ${what}: ${text.data.trim()}`);
      // What the keyboard can scroll is not cut off (WCAG 1.4.10 leaves data tables that way out).
      const scroller = text.parentElement.closest('section[tabindex="0"]');
      if (!scroller && (box.right > document.documentElement.clientWidth + 1 || box.left < -1)) {
        say('by the page');
      }
      for (let around = text.parentElement; around !== document.body; around = around.parentElement) {
        if (around === scroller) {
          break;
        }
        const style = getComputedStyle(around);
        const frame = around.getBoundingClientRect();
        const wide = clips(style, 'overflowX') && (box.right > frame.right + 1 || box.left < frame.left - 1);
        const high = clips(style, 'overflowY') && (box.bottom > frame.bottom + 1 || box.top < frame.top - 1);
        if (wide || high) {
          say(`by <${around.localName}>`);
        }
      }
    }
    return faults;
  });
}
