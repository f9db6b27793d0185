// The page of the operations: what they were recognised as, and which of them the calls of a session reached.

import { call, expect, expectAccessible, expectNoOverflow, test } from './fixture.js';

test('an operation says what it was recognised as and which calls reached it, as they come', async ({ page, server, session }) => {
  await page.goto(server.at('operations', session));
  await expect(page.getByText(`0 of 6 operations called in the session ${session}`)).toBeVisible();
  await call(server, session, 'GET', '/v1/books');
  await call(server, session, 'GET', '/v1/books?page=0');
  await expect(page.getByText('1 of 6 operations called')).toBeVisible();

  const list = page.locator('details', { hasText: 'listBooks' });
  await expect(list).toContainText('200 × 1');
  await expect(list).toContainText('400 × 1');
  await list.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(list).toContainText('list of books at /data; told apart by /id');
  await expect(list).toContainText('records a page, 20 unless given');
  await list.getByRole('link', { name: 'Its calls' }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.goBack();
  await expect(page.getByText('1 of 6 operations called')).toBeVisible();
});

test('operations are found by text and by whether they were called, and one has an address', async ({ page, server, session }) => {
  await call(server, session, 'GET', '/v1/books');
  await page.goto(server.at('operations', session));
  await page.getByLabel('never called').check();
  await expect(page.locator('details.operation')).toHaveCount(5);
  await page.getByLabel('Text').fill('delete');
  await expect(page.locator('details.operation')).toHaveCount(1);
  await page.reload();
  await expect(page.locator('details.operation')).toHaveCount(1);
  await page.getByLabel('Text').fill('nothing at all');
  await page.getByRole('button', { name: 'Show all operations' }).click();
  await expect(page.locator('details.operation')).toHaveCount(6);

  await page.goto(server.at('operations', session, { api: 'library', operation: 'getBook' }));
  await expect(page.getByText('one of books at /data; told apart by /id')).toBeVisible();
});

test('the page of operations is accessible in both themes and fits a small screen', async ({ page, server, session }) => {
  await page.goto(server.at('operations', session, { operation: 'listBooks' }));
  await expect(page.getByText('list of books at /data')).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);
});
