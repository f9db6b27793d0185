// Sessions: listed, made, reset, set in time, kept under names, ended.

import { call, control, expect, test } from './fixture.js';

test('a session is made with a seed and a time, and is the one of the tab from then on', async ({ page, server, session }) => {
  await page.goto(server.at('sessions'));
  await page.getByRole('button', { name: 'New session' }).click();
  const form = page.getByRole('dialog', { name: 'New session' });
  await form.getByLabel('Key').fill(session);
  await form.getByLabel('Seed of made values').fill('7');
  await form.getByLabel('Time').fill('2026-01-02T03:04:05');
  await form.getByLabel('stopped').check();
  await form.getByRole('button', { name: 'Make it' }).click();
  await expect(page.getByRole('region', { name: session })).toContainText('2026-01-02 03:04:05, stopped');
  await expect(page.getByLabel('Session', { exact: true })).toHaveValue(session);
  const made = await control(server, 'GET', `sessions/${session}`);
  expect(made.seed).toBe(7);
  expect(made.clock.frozen).toBe(true);
});

test('a key that is there, or is none, is refused where it was entered', async ({ page, server }) => {
  await page.goto(server.at('sessions'));
  await page.getByRole('button', { name: 'New session' }).click();
  const form = page.getByRole('dialog', { name: 'New session' });
  await form.getByLabel('Key').fill('default');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('alert')).toContainText('There is a session default already');
  await form.getByLabel('Key').fill('a b');
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('Key')).toHaveJSProperty('validity.valid', false);
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
});

test('a reset gives the records back that were loaded', async ({ page, server, session }) => {
  await change(server, session);
  await page.goto(server.at('sessions/' + session, session));
  const detail = page.getByRole('region', { name: session });
  await expect(detail).toContainText('library/books');
  await detail.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  expect((await control(server, 'GET', `sessions/${session}`)).changed).toHaveLength(1);
  await detail.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByRole('status').filter({ hasText: `${session} is reset` })).toBeVisible();
  expect((await control(server, 'GET', `sessions/${session}`)).changed).toEqual([]);
});

test('the time is set, moved, and given back to the server', async ({ page, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  await page.goto(server.at('sessions/' + session, session));
  const detail = page.getByRole('region', { name: session });
  await detail.getByLabel('Set to').fill('2026-01-01T10:00:00');
  await detail.getByLabel('stopped').check();
  await detail.getByRole('button', { name: 'Set the time' }).click();
  await expect(detail).toContainText('2026-01-01 10:00:00, stopped');
  await detail.getByLabel('Move by').fill('-2');
  await detail.getByLabel('Unit').selectOption('hours');
  await detail.getByRole('button', { name: 'Set the time' }).click();
  await expect(detail).toContainText('2026-01-01 08:00:00, stopped');
  await detail.getByRole('button', { name: 'As the server' }).click();
  await expect(detail).toContainText('That of the server.');
});

test('records are kept under a name and come back from it', async ({ page, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  await page.goto(server.at('sessions/' + session, session));
  await page.getByLabel('Name').fill('clean');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('button', { name: 'Restore clean' })).toBeVisible();
  await change(server, session);
  await page.getByRole('button', { name: 'Restore clean' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('The records are as in clean')).toBeVisible();
  const { total } = await control(server, 'GET', `sessions/${session}/records/library%2Fbooks`);
  expect(total).toBe(25);
  await page.getByRole('button', { name: 'Delete clean' }).click();
  await expect(page.getByRole('button', { name: 'Restore clean' })).toHaveCount(0);
});

test('a session is ended, and the tab goes back to default', async ({ page, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  await page.goto(server.at('sessions/' + session, session));
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  await expect(page).toHaveURL(server.at('sessions'));
  await expect(page.getByRole('link', { name: session })).toHaveCount(0);
});

test('a session that is not there any more says so', async ({ page, server, session }) => {
  await page.goto(server.at('sessions/' + session));
  await expect(page.getByText(`There is no session ${session}`)).toBeVisible();
});

async function change(server, session) {
  const books = await (await call(server, session, 'GET', '/v1/books')).json();
  const first = (books.items ?? books.data ?? books)[0];
  expect((await call(server, session, 'DELETE', '/v1/books/' + (first.id ?? first.isbn))).status).toBeLessThan(300);
}
