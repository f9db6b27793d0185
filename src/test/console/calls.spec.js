// The page of the calls: live, filtered, and each in full.

import { call, control, expect, expectAccessible, expectNoOverflow, test } from './fixture.js';

const BOOK = { title: 'Emma', author: 'Jane Austen' };

test('a call appears as it comes, and shows what was wrong at its place in the body', async ({ page, server, session }) => {
  await page.goto(server.at('calls', session));
  await expect(page.getByText('There is no session')).toBeVisible();

  await call(server, session, 'GET', '/v1/books');
  await call(server, session, 'POST', '/v1/books', { title: 'Emma', author: 7, copies: 12345678901234567890n.toString() });

  const rows = page.getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText('POST /v1/books');
  await expect(rows.nth(1)).toContainText('refused');
  await rows.nth(1).getByRole('link').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('POST /v1/books');
  await expect(page.getByText('It broke the contract.')).toBeVisible();
  const body = page.getByRole('group', { name: 'Body of the request' });
  await expect(body.locator('mark')).toHaveText('"author": 7,');
  await page.getByRole('link', { name: 'body /author' }).click();
  await expect(body.locator('.json-said')).toBeFocused();
  await expect(page.getByRole('link', { name: 'Answer this again like that …' })).toHaveAttribute('href', /console\/rules\?new=1&from=\d+&session=/);

  await page.reload();
  await expect(page.getByText('It broke the contract.')).toBeVisible();
  await page.getByRole('link', { name: '← Calls' }).click();
  await expect(rows).toHaveCount(3);
});

test('a call that passed with a warning is told from one that was refused', async ({ page, server, session }) => {
  await call(server, session, 'GET', '/v1/books?page=0', undefined, { 'Understudy-Requests': 'warn' });
  await call(server, session, 'GET', '/v1/books?page=0');
  const rows = page.getByRole('row');
  await page.goto(server.at('calls', session));
  await expect(rows).toHaveCount(3);
  await page.getByLabel('Verdict').selectOption('warned');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('warned');
  await page.getByLabel('Direction').selectOption('sent out');
  await expect(page.getByText('No call fits')).toBeVisible();
  await page.getByLabel('Direction').selectOption('came in');
  await expect(rows).toHaveCount(2);
  await rows.nth(1).getByRole('link').click();
  await expect(page.getByRole('main')).toContainText('it passed all the same');
});

test('filters narrow the list, stand in its address, and hold for what comes', async ({ page, server, session }) => {
  await call(server, session, 'GET', '/v1/books');
  await call(server, session, 'GET', '/v1/books?page=0');
  await call(server, session, 'POST', '/v1/books', { ...BOOK, title: 'Northanger Abbey' });
  await call(server, session, 'GET', '/nothing');
  const rows = page.getByRole('row');
  await page.goto(server.at('calls', session));
  await expect(rows).toHaveCount(5);

  await page.getByLabel('Verdict').selectOption('refused');
  await expect(rows).toHaveCount(3);
  await page.getByLabel('Operation').selectOption('listBooks');
  await expect(rows).toHaveCount(2);
  expect(page.url()).toContain('verdict=refused');
  await call(server, session, 'GET', '/v1/books');
  await call(server, session, 'GET', '/v1/books?page=-1');
  await expect(rows).toHaveCount(3);
  await page.reload();
  await expect(rows).toHaveCount(3);
  await page.goBack();
  await expect(rows).toHaveCount(4);

  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByLabel('Operation').selectOption('none was reached');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('no operation');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByLabel('Status').fill('201');
  await page.getByLabel('Status').press('Enter');
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByLabel('Text').fill('Northanger');
  await expect(rows).toHaveCount(2);
  await call(server, session, 'GET', '/v1/books?q=Northanger');
  await expect(rows).toHaveCount(3);
  await page.getByLabel('Text').fill('no such text');
  await expect(page.getByText('No call fits')).toBeVisible();
  await page.getByRole('button', { name: 'Show all calls' }).click();
  await expect(rows).toHaveCount(8);
});

test('what is typed into a filter stays while calls come', async ({ page, server, session }) => {
  await call(server, session, 'GET', '/v1/books');
  await page.goto(server.at('calls', session));
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByLabel('Status').pressSequentially('40');
  await call(server, session, 'GET', '/v1/books?page=0');
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByLabel('Status')).toHaveValue('40');
  await page.getByLabel('Status').pressSequentially('0');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('a paused list stands still and goes on with all that came', async ({ page, server, session }) => {
  await call(server, session, 'GET', '/v1/books');
  await page.goto(server.at('calls', session));
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByText('live', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();

  await call(server, session, 'GET', '/v1/books/1');
  await call(server, session, 'GET', '/v1/books/2');
  await page.getByRole('button', { name: 'Go on (2 new)' }).click();

  await expect(page.getByRole('row')).toHaveCount(4);
});

test('five thousand calls stay quick to look through by the keyboard', async ({ page, server, session }) => {
  await call(server, session, 'GET', '/v1/books/1');
  await page.goto(server.at('calls', session));
  await expect(page.getByRole('row')).toHaveCount(2);

  for (let i = 0; i < 5000; i += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, j) => call(server, session, 'GET', `/v1/books/1?n=${i + j}`).then((answer) => answer.arrayBuffer())));
  }

  await expect(page.getByText('5,001 calls')).toBeVisible({ timeout: 30_000 });
  const list = page.getByRole('table', { name: 'Calls, the newest first' });
  await expect(list).toHaveAttribute('aria-rowcount', '5002');
  expect(await page.getByRole('row').count()).toBeLessThan(100);
  await page.getByRole('row').nth(1).getByRole('link').focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const last = page.locator('[aria-rowindex="5002"]');
  await expect(last.getByRole('link')).toBeFocused();
  await expect(last).toBeInViewport();
  expect(await page.getByRole('row').count()).toBeLessThan(100);
  // Calls that come meanwhile move neither what is looked at nor the focus.
  await call(server, session, 'GET', '/v1/books/2');
  await expect(list).toHaveAttribute('aria-rowcount', '5003');
  const moved = page.locator('[aria-rowindex="5003"]');
  await expect(moved.getByRole('link')).toBeFocused();
  await expect(moved).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(page.locator('[aria-rowindex="2"]').getByRole('link')).toBeFocused();
  for (let i = 0; i < 5; i++) await page.keyboard.press('PageDown');
  const middle = await page.locator('[data-index] a:focus').textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(middle);
  // The way back leads to where the list was.
  await page.goBack();
  await expect(page.getByRole('link', { name: middle, exact: true })).toBeInViewport();
});

test('a call that was cut off, and one without a key, are shown as what they are', async ({ page, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  await control(server, 'POST', `sessions/${session}/rules`, {
    call: { operation: 'listBooks' },
    effect: { cut: { after: 10 } },

  });
  await call(server, session, 'GET', '/v1/books').then((answer) => answer.text()).catch(() => {});
  await fetch(server.url + '/v1/books?q=' + session, { headers: { Authorization: 'Bearer demo' } });

  await page.goto(server.at('calls', session));
  await expect(page.getByRole('row').nth(1)).toContainText('cut');
  await expect(page.getByText('named no session since this one was made')).toBeVisible();
  await page.getByRole('row').nth(1).getByRole('link').click();
  await expect(page.getByText('The connection or stream ended before all of the answer was sent.')).toBeVisible();
  await page.goto(server.at('calls', 'default', { text: session, keyed: 'false' }));
  await expect(page.getByRole('row').nth(1)).toContainText('no key');
});

test('a body that is not shown says why', async ({ page, server, session }) => {
  await call(server, session, 'GET', '/v1/books');
  const [{ id }] = (await control(server, 'GET', `sessions/${session}/calls`)).calls;
  const noted = await control(server, 'GET', `sessions/${session}/calls/${id}`);
  noted.request.body = { size: 70_000, whole: false, missing: 'dropped' };
  noted.response.body = { size: 9, whole: false, missing: 'hidden' };
  await page.route(`**/calls/${id}`, (route) => (route.request().resourceType() === 'document' ? route.fallback() : route.fulfill({ json: noted })));

  await page.goto(server.at('calls/' + id, session));

  await expect(page.getByText('It is not kept any more')).toBeVisible();
  await expect(page.getByText('It is not shown: it may hold secrets.')).toBeVisible();
});

test('what an API sent and nobody answered is shown as that', async ({ page, server, session }) => {
  await call(server, session, 'GET', '/v1/books');
  const [{ id }] = (await control(server, 'GET', `sessions/${session}/calls`)).calls;
  const noted = await control(server, 'GET', `sessions/${session}/calls/${id}`);
  Object.assign(noted, { direction: 'out', operation: 'callback lent of POST /v1/books', verdict: 'failed', end: 'cut', reason: 'was not answered' });
  noted.response.status = 0;
  await page.route(`**/calls/${id}`, (route) => (route.request().resourceType() === 'document' ? route.fallback() : route.fulfill({ json: noted })));

  await page.goto(server.at('calls/' + id, session));

  await expect(page.getByText('none: callback lent of POST /v1/books was sent by the API')).toBeVisible();
  await expect(page.getByText('There was no answer.')).toBeVisible();
  await expect(page.getByText('sent out')).toBeVisible();
  await expect(page.getByText('The connection or stream ended')).toBeHidden();
  await expect(page.getByRole('button', { name: 'As a fixture …' })).toBeHidden();
});

test('a call is taken home as a command and as a fixture', async ({ page, server, session, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await call(server, session, 'GET', '/v1/books?per_page=2');
  await page.goto(server.at('calls', session));
  await page.getByRole('row').nth(1).getByRole('link').click();

  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('curl -sSg');
  await page.getByRole('button', { name: 'As a fixture …' }).click();
  await expect(page.getByText('library/books.json')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('books.json');
  await page.goto(server.at('calls/' + '9'.repeat(12), session));
  await expect(page.getByRole('alert')).toContainText('is not kept any more');
});

test('markup in every field of a call stays text', async ({ page, server, session }) => {
  const canary = '<script>ran=1</script><img src=x onerror=ran=2>';
  const at = encodeURIComponent(canary);
  await call(server, session, 'POST', `/v1/books?q=${at}`, { title: canary, [canary]: canary, author: [canary] }, { 'X-Canary': canary, 'User-Agent': canary });
  await call(server, session, 'GET', `/${at}`);
  await call(server, session, 'POST', '/v1/books', canary, { 'Content-Type': 'text/plain' });
  await page.goto(server.at('calls', session));
  await expect(page.getByRole('row')).toHaveCount(4);

  const { calls } = await control(server, 'GET', `sessions/${session}/calls`);
  for (const { id } of calls) {
    await page.goto(server.at('calls/' + id, session));
    await expect(page.getByRole('heading', { name: 'Answer' })).toBeVisible();
    expect(await page.evaluate(() => document.querySelectorAll('#main img, #main script').length)).toBe(0);
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
  }
  await expect(page.getByText(canary).first()).toBeVisible();
});

test('the calls of a session are forgotten when that is meant', async ({ page, server, session }) => {
  await call(server, session, 'GET', '/v1/books');
  await page.goto(server.at('calls', session));
  await page.getByRole('button', { name: 'Forget the calls' }).click();
  await page.getByRole('button', { name: 'Forget them' }).click();

  await expect(page.getByText('No calls yet')).toBeVisible();
  await call(server, session, 'GET', '/v1/books');
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('the pages of calls are accessible in both themes and fit a small screen', async ({ page, server, session }) => {
  await call(server, session, 'GET', '/v1/books?page=0&q=' + 'long'.repeat(50));
  await call(server, session, 'POST', '/v1/books', { title: 'Emma', author: 7 });
  await page.goto(server.at('calls', session));
  await expect(page.getByRole('row')).toHaveCount(3);
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.getByRole('row').last().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Answer' })).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);
});
