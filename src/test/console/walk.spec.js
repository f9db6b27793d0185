// What a new user does who has read nothing: opens the address that the banner prints, finds the API, sees a list, tries a filter, sees
// the call, makes it fail on purpose, changes a record, and takes the change home. On a document with 100,000 records and 5,000 calls.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, control, expect, test } from './fixture.js';
import { start } from './server.js';

test('from the address of the banner to a fixture file', async ({ page }) => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'walk-'));
  await books(join(folder, 'library'), 100_000);
  const server = await start(['examples/library/library.yaml', '--fixtures', folder, '--clock', '2026-04-01T09:00:00Z'], { banner: true });
  try {
    for (let i = 0; i < 5000; i += 50) {
      await Promise.all(Array.from({ length: 50 }, (none, j) => call(server, 'default', 'GET', `/v1/books/${1 + i + j}`).then((answer) => answer.arrayBuffer())));
    }

    await page.goto(server.browser);
    const api = page.getByRole('region', { name: 'Library' });
    await expect(api.getByRole('row', { name: 'library/books 100,000' })).toBeVisible();
    await api.getByRole('link', { name: 'library/books' }).click();
    await expect(page.getByText('100,000 records')).toBeVisible();
    await expect(page.getByRole('table', { name: 'Records' }).getByRole('row')).toHaveCount(21);
    await page.getByLabel('status').selectOption('lost');
    await expect(page.getByText('of 33,333 that fit')).toBeVisible();

    const navigation = page.getByRole('navigation', { name: 'Pages' });
    await navigation.getByRole('link', { name: 'Calls' }).click();
    const newest = page.getByRole('row').nth(1);
    await expect(newest).toContainText('status=lost');

    await navigation.getByRole('link', { name: 'Rules' }).click();
    await page.getByRole('link', { name: 'New rule' }).click();
    await page.getByLabel('Operation').selectOption({ label: 'listBooks · GET /v1/books' });
    await page.getByLabel('Status', { exact: true }).fill('503');
    await page.getByLabel('Delay').fill('2s');
    await page.getByRole('button', { name: 'Make the rule' }).click();
    await expect(page.getByRole('row').filter({ hasText: 'status 503, delay 2s' })).toBeVisible();
    await navigation.getByRole('link', { name: 'Overview' }).click();
    const sent = Date.now();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('Answered 503')).toBeVisible();
    expect(Date.now() - sent).toBeGreaterThanOrEqual(2000);
    await page.getByRole('link', { name: 'See the call' }).click();
    await expect(newest).toContainText('503');

    await navigation.getByRole('link', { name: 'Rules' }).click();
    await page.getByRole('button', { name: /^End rule/ }).click();
    await navigation.getByRole('link', { name: 'Data' }).click();
    await page.getByRole('link', { name: 'library/books' }).click();
    await page.getByRole('table', { name: 'Records' }).getByRole('row').nth(1).getByRole('link').click();
    const record = page.getByRole('textbox', { name: 'The record as JSON' });
    await expect(record).toHaveValue(/"title": "Book 1"/);
    await record.fill((await record.inputValue()).replace('"Book 1"', '"A better title"'));
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved in this session')).toBeVisible();

    await page.getByRole('link', { name: 'library/books' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download changes' }).click();
    const file = join(folder, 'library', 'books.merge.json');
    await (await downloading).saveAs(file);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([{ id: 1, title: 'A better title' }]);
    await control(server, 'POST', 'sessions/default/reset');
    // The folder is watched: what was taken home is served.
    await expect.poll(async () => (await (await call(server, 'default', 'GET', '/v1/books/1')).json()).data.title, { timeout: 30_000 }).toBe('A better title');
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
});

async function books(folder, count) {
  await mkdir(folder);
  const states = ['available', 'lent', 'lost'];
  const at = '2026-03-01T12:00:00Z';
  const book = (id) => ({ id, title: `Book ${id}`, author: `Author ${id % 500}`, isbn: null, status: states[(id - 1) % 3], created_at: at, updated_at: at, version: 1 });
  await writeFile(join(folder, 'books.json'), '[\n' + Array.from({ length: count }, (none, i) => JSON.stringify(book(i + 1))).join(',\n') + '\n]\n');
}
