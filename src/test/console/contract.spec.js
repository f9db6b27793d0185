// The page of a contract: its documentation, with calls to the mock, and its text with findings.

import { AxeBuilder } from '@axe-core/playwright';
import { test as base } from '@playwright/test';
import { control, expect, expectAccessible, expectNoOverflow, test as shared } from './fixture.js';
import { start } from './server.js';

const CONTRACTS = ['src/test/console/markup.yaml', 'examples/library/library.yaml', '--mount', 'markup=/markup'];

/** A server of a contract whose texts are full of markup, beside the library. */
const test = shared.extend({
  server: [
    async ({}, use) => {
      const server = await start(CONTRACTS);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

const DOCUMENTATION = 'iframe[title^="Documentation of"]';

// That the policy of the page refuses event handlers is told on its console, which the shared fixture takes for a fault.
let marked;
base.beforeAll(async () => {
  marked = await start(CONTRACTS);
});
base.afterAll(() => marked.stop());

base('the documentation calls this mock in the session of the page, with credentials that it takes', async ({ page }, info) => {
  const session = 't-' + info.testId.slice(-12);
  await page.goto(marked.at('contract', session));
  await page.getByRole('link', { name: 'Markup' }).click();
  const frame = page.frameLocator(DOCUMENTATION);
  await frame.locator('#operations-default-addThing .opblock-summary-control').click();
  await frame.locator('#operations-default-addThing textarea').fill('{"name":"cup","size":2}');
  await frame.locator('#operations-default-addThing').getByRole('button', { name: 'Execute' }).click();
  await expect(frame.locator('#operations-default-addThing .live-responses-table .response-col_status').last()).toContainText('201');

  const { calls } = await control(marked, 'GET', `sessions/${session}/calls`);
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ operation: 'addThing', status: 201, target: '/markup/things' });
  const noted = await control(marked, 'GET', `sessions/${session}/calls/${calls[0].id}`);
  expect(noted.request.headers.map(({ name }) => name.toLowerCase())).toEqual(expect.arrayContaining(['authorization', 'x-key', 'understudy-session']));
});

base('scripts and links in a contract do nothing', async ({ page }) => {
  await page.goto(marked.at('contract/markup'));
  const frame = page.frameLocator(DOCUMENTATION);
  await frame.getByText('me too').click();
  await frame.locator('.opblock').first().locator('.opblock-summary-control').click();
  await expect(frame.locator('.opblock.is-open')).toHaveCount(1);
  const inside = page.frames().find((one) => one.url().includes('/reference/'));
  expect(await inside.evaluate(() => document.querySelectorAll('script:not([src]), iframe, style, [onerror], [onload], a[href^="javascript:" i]').length)).toBe(0);
  expect(await inside.evaluate(() => window.ran)).toBeUndefined();

  await page.goto(marked.at('contract/markup', undefined, { view: 'text' }));
  await expect(page.getByText('<script>window.ran=3</script>')).toBeVisible();
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

test('nothing is asked of another host, and a link leads to the documentation of one operation', async ({ page, server }) => {
  const strangers = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) strangers.push(request.url());
  });
  await page.goto(server.at('contract/library', undefined, { operation: 'getBook' }));

  const open = page.frameLocator(DOCUMENTATION).locator('.opblock.is-open');
  await expect(open).toHaveCount(1);
  await expect(open).toContainText('/books/{id}');
  expect(strangers).toEqual([]);
});

test('findings stand at their lines, and a line has an address', async ({ page, server }) => {
  await page.goto(server.at('contract/markup', undefined, { view: 'text' }));
  await expect(page.getByText('1 fault, 1 hint')).toBeVisible();
  const finding = page.getByRole('note', { name: 'Finding in line 38' });
  await expect(finding).toContainText('"#/components/schemas/Nothing" does not exist');

  await page.getByRole('link', { name: '38:71' }).first().click();
  await expect(page.locator('.source-piece.marked .source-lines')).toContainText("$ref: '#/components/schemas/Nothing'");
  await expect(finding).toBeInViewport();
  await page.reload();
  await expect(finding).toBeInViewport();
  await page.goto(server.at('contract/library', undefined, { view: 'text' }));
  await expect(page.getByText('Nothing was found in this contract by now.')).toBeVisible();
  await page.goto(server.at('contract/nothing'));
  await expect(page.getByRole('alert')).toContainText('There is no API nothing');
});

test('the pages of a contract are accessible in both themes and fit a small screen', async ({ page, server }) => {
  await page.goto(server.at('contract/markup', undefined, { view: 'text', line: '53' }));
  await expect(page.getByRole('note')).toHaveCount(2);
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.setViewportSize({ width: 1200, height: 800 });
  await page.goto(server.at('contract/library'));
  await expect(page.frameLocator(DOCUMENTATION).locator('.opblock')).toHaveCount(6);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    // Swagger UI has headings of the third level below those of the first, and a main part of its own.
    const { violations } = await new AxeBuilder({ page })
      .disableRules(['heading-order', 'landmark-no-duplicate-main', 'landmark-unique', 'landmark-main-is-top-level'])
      .analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${colorScheme} ${id}: ${node.html}`))).toEqual([]);
  }
  await expectNoOverflow(page);
});
