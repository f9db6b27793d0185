// The page Rules: a rule is made, seen to decide, switched off and on, and ended.

import { call, control, expect, expectAccessible, expectNoOverflow, test } from './fixture.js';

test.beforeEach(async ({ server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
});

test('a list is made to fail with 503 after two seconds, and the rule counts its calls', async ({ page, server, session }) => {
  await page.goto(server.at('rules', session));
  await expect(page.getByText('No rules')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'New rule' }).click();

  await page.getByLabel('Operation').selectOption({ label: 'listBooks · GET /v1/books' });
  await expect(page.getByLabel('Status', { exact: true })).toHaveValue('503');
  await page.getByLabel('Delay').fill('20ms');
  await page.getByLabel('Times').fill('2');
  await page.getByLabel('Headers, one a line').fill('Retry-After: 5');
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.getByRole('button', { name: 'Make the rule' }).click();

  await expect(page.getByText('Rule r1 is made')).toBeVisible();
  const row = page.getByRole('row', { name: /r1/ });
  await expect(row).toContainText('status 503, headers, delay 20ms, 2 times');
  const answer = await call(server, session, 'GET', '/v1/books');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
  await expect(row.getByRole('cell').nth(4)).toHaveText('1');
  await expect(row.getByRole('cell').nth(5)).toHaveText('1');
  await expectAccessible(page);
  await expectNoOverflow(page);
});

test('a rule is switched off and on with the keyboard, and ended', async ({ page, server, session }) => {
  await control(server, 'POST', `sessions/${session}/rules`, { call: { operation: 'listBooks' }, answer: { status: 503 } });
  await control(server, 'POST', `sessions/${session}/rules`, { call: { operation: 'getBook' }, effect: { delay: '1ms' } });
  await page.goto(server.at('rules', session));

  const on = page.getByRole('switch', { name: 'Rule r1' });
  await on.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Rule r1 is off')).toBeVisible();
  expect((await call(server, session, 'GET', '/v1/books')).status).toBe(200);
  await on.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Rule r1 is on')).toBeVisible();
  expect((await call(server, session, 'GET', '/v1/books')).status).toBe(503);

  await page.getByRole('button', { name: 'End rule r2' }).click();
  await expect(page.getByText('Rule r2 is ended')).toBeVisible();
  await page.getByRole('button', { name: 'End all' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End them' }).click();
  await expect(page.getByText('No rules')).toBeVisible();
  expect((await call(server, session, 'GET', '/v1/books')).status).toBe(200);
});

test('what is wrong with a rule is told in the words of the control API, at the line of the body', async ({ page, server, session }) => {
  await page.goto(server.at('rules', session, { new: '1', operation: 'getBook' }));
  await page.getByLabel('Status', { exact: true }).fill('200');
  await page.getByLabel('a body of yours').check();
  const body = page.getByRole('textbox', { name: 'The body as JSON' });
  const { data } = await (await call(server, session, 'GET', '/v1/books/1')).json();
  await body.fill(`{\n  "data":\n${JSON.stringify({ ...data, title: 5 })}}`);
  await page.getByLabel('Delay').fill('soon');
  await page.getByRole('button', { name: 'Make the rule' }).click();

  await expect(page.getByRole('alert').filter({ hasText: '/effect/delay' })).toBeVisible();
  await page.getByLabel('Delay').fill('');
  await page.getByRole('button', { name: 'Make the rule' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Line 3' })).toContainText('/data/title must be a string, was 5');
  await expect(body).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel('It may break the contract').check();
  await page.getByRole('button', { name: 'Make the rule' }).click();
  await expect(page.getByRole('row', { name: /r1/ })).toContainText('unchecked');
  const answer = await call(server, session, 'GET', '/v1/books/1');
  expect(await answer.json()).toEqual({ data: { ...data, title: 5 } });
});

test('a call is answered again as it was, for its own path', async ({ page, server, session }) => {
  const before = await (await call(server, session, 'GET', '/v1/books/2')).text();
  // As a browser calls.
  await call(server, session, 'GET', '/v1/books/2', undefined, { 'Accept-Encoding': 'gzip, br' });
  const { calls } = await control(server, 'GET', `sessions/${session}/calls`);
  await call(server, session, 'DELETE', '/v1/books/2');
  await page.goto(server.at('rules', session, { new: '1', from: String(calls[0].id) }));

  await expect(page.getByLabel('id path')).toHaveValue('2');
  await expect(page.getByLabel('a body of yours')).toBeChecked();
  await page.getByRole('button', { name: 'Make the rule' }).click();

  await expect(page.getByRole('row', { name: /r1/ })).toContainText('path id is 2');
  expect(JSON.parse(await (await call(server, session, 'GET', '/v1/books/2')).text())).toEqual(JSON.parse(before));
  expect((await call(server, session, 'GET', '/v1/books/3')).status).toBe(200);
});

test('a rule is edited as JSON, its faults stand at their lines, and it is never taken for markup', async ({ page, server, session }) => {
  await page.goto(server.at('rules', session, { new: '1', operation: 'listBooks' }));
  await page.getByRole('button', { name: 'Edit as JSON' }).click();
  const whole = page.getByRole('textbox', { name: 'The rule as JSON' });
  await whole.fill('{\n  "call": {"operation": "listBooks"},\n  "tims": 1,\n  "answer": {"status": 503}\n}');
  await page.getByRole('button', { name: 'Make the rule' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Line 3' })).toContainText('did you mean "times"?');
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.setViewportSize({ width: 1100, height: 800 });

  await whole.fill('{"call": {"operation": "listBooks"}, "steps": [{"answer": {"status": 503, "headers": {"X-Note": "<img src=x onerror=alert(1)>"}}}, {"effect": {"cut": {}}}], "repeat": true, "chance": 0.5}');
  await page.getByRole('button', { name: 'Make the rule' }).click();
  await expect(page.getByRole('row', { name: /r1/ })).toContainText('status 503, headers; then cut; and again, for 50 % of them');
  await page.getByText('status 503').click();
  await expect(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
});
