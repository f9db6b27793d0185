// What the tests of all pages share: a server for each worker, a session for each test, and a page that must not complain.

import { test as base, expect } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { start } from './server.js';

export { expect };

/** What the shared server serves: the library, at a time that stands still. */
export const LIBRARY = ['examples/library/library.yaml', '--clock', '2026-04-01T09:00:00Z'];

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

/** Calls a mocked API in a session as a client does: `call(server, session, 'GET', '/v1/books')`. */
export async function call(server, session, method, path, body, headers = {}) {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetch(server.url + path, {
    method,
    ...content,
    headers: {
      Authorization: 'Bearer demo',
      'Understudy-Session': session,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
}

/** Asks the control API: `control(server, 'PUT', `sessions/${session}`)`; its answer as JSON, if it has any. */
export async function control(server, method, path, body) {
  const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const response = await fetch(`${server.url}/-/${path}`, { method, ...content });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
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
