// What the tests of all pages share: a server for each worker, a session for each test, and a page that must not complain.

import { test as base, expect } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { LIBRARY } from './scene.js';
import { start } from './server.js';

export * from './scene.js';
export { expect };

export const test = base.extend({
  server: [
    async ({}, use) => {
      const server = await start(LIBRARY);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  /** The key of a session that nobody else has. */
  session: async ({}, use, info) => {
    await use(`t${info.workerIndex}-${info.testId.slice(-12)}-${info.retry}`);
  },

  /** A page in whose console no error may stand: a refused script or style, or an exception. */
  page: async ({ page }, use) => {
    const errors = complaints(page);
    await use(page);
    expect(errors).toEqual([]);
  },
});

/** The errors of a page as they come; that a call was refused or not answered is for the page itself to show. */
export function complaints(page) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) errors.push(line.text());
  });
  return errors;
}

/** No rule of axe is broken, in either theme. */
export async function expectAccessible(page) {
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${colorScheme} ${id}: ${help}: ${node.html}`));
    expect(told).toEqual([]);
  }
}

/** Nothing is wider than the window but what scrolls by itself. */
export async function expectNoOverflow(page, width = 360) {
  await page.setViewportSize({ width, height: 740 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
}
