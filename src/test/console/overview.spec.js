// The first page: what is served, and what to try first.

import { readFileSync } from 'node:fs';
import { call, control, expect, test } from './fixture.js';
import { start } from './server.js';

test('the API, its base URL, its contract and its collections are there', async ({ page, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  await page.goto(server.at('', session));
  const api = page.getByRole('region', { name: 'Library' });
  await expect(api.getByText(server.url + '/v1', { exact: true })).toBeVisible();
  await expect(api.getByText('examples/library/library.yaml')).toBeVisible();
  await expect(api.getByRole('row', { name: 'library/books 25 its contract' })).toBeVisible();
});

test('the call to try first is sent in the session, and its answer is shown', async ({ page, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  await page.goto(server.at('', session));
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Answered 200')).toBeVisible();
  await expect(page.getByLabel('Answer')).toContainText('"id"');
  const { calls } = await control(server, 'GET', `sessions/${session}/calls`);
  expect(calls.map((one) => one.status)).toEqual([200]);
});

test('the command to try first is copied as a shell takes it', async ({ context, page, server, session }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await control(server, 'PUT', `sessions/${session}`);
  await page.goto(server.at('', session));
  await page.locator('.command', { hasText: 'curl' }).getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied').last()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `curl -s -H 'Understudy-Session: ${session}' ${server.url}/v1/books`,
  );
});

test('a collection that the session has changed says so, with its new size', async ({ page, server, session }) => {
  const books = await (await call(server, session, 'GET', '/v1/books')).json();
  const first = (books.items ?? books.data ?? books)[0];
  expect((await call(server, session, 'DELETE', '/v1/books/' + (first.id ?? first.isbn))).status).toBeLessThan(300);
  await page.goto(server.at('', session));
  await expect(page.getByRole('row', { name: 'library/books 24' })).toContainText('changed in this session');
});

test('of many sessions the one of the tab is always shown, and a link leads to all', async ({ page, server, session }) => {
  const others = Array.from({ length: 12 }, (_, i) => `a-${i}-${session}`);
  for (const key of [...others, session]) await control(server, 'PUT', `sessions/${key}`);
  await page.goto(server.at('', session));
  await expect(page.getByRole('link', { name: /^All \d+$/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Sessions' }).getByRole('link', { name: session, exact: true })).toBeVisible();
  for (const key of others) await control(server, 'DELETE', `sessions/${key}`);
});

test('findings are counted by level, and operations that are not served are said', async ({ page }) => {
  const server = await start(['src/test/console/hostile.yaml']);
  try {
    await page.goto(server.at(''));
    await expect(page.getByText('1 operation answered with 501')).toBeVisible();
    await expect(page.getByText('1 fault')).toBeVisible();
  } finally {
    await server.stop();
  }
});

test('credentials that pass are filled in', async ({ page }) => {
  const server = await start([]);
  try {
    await page.goto(server.at(''));
    const api = page.getByRole('region').filter({ hasText: 'work-tasks.yaml' });
    await expect(api.getByText("-H 'Authorization: Bearer demo'")).toBeVisible();
    await api.getByRole('button', { name: 'Send' }).click();
    await expect(api.getByText('Answered 200')).toBeVisible();
  } finally {
    await server.stop();
  }
});
