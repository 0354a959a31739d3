// Debian's Chromium, without anything that asks the network by itself.
import { chromium } from 'playwright-core';

export const launch = () =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });

/// Opens a page and unfolds all that is folded. `faults` gathers what goes wrong while it is open:
/// anything on the console but talk, errors, answers that are none, requests to other places.
export async function open(browser, url, width = 1280) {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const faults = [];
  const { origin } = new URL(url);
  await page.route('**/*', (route) => {
    const asked = route.request().url();
    if (new URL(asked).origin === origin || asked.startsWith('data:')) {
      return route.continue();
    }
    faults.push(`asks the network for ${asked}`);
    return route.abort();
  });
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) {
      faults.push(`${response.status()} for ${response.url()}`);
    }
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) {
      details.open = true;
    }
    for (const image of document.images) { // those far below wait for the reader to scroll
      image.loading = 'eager';
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  });
  return { page, faults, close: () => context.close() };
}
