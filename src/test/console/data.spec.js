// The page Data: collections, records as lists show them, and a record.

import { mkdtemp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, control, expect, expectAccessible, expectNoOverflow, test } from './fixture.js';
import { start } from './server.js';

const books = 'data/library%2Fbooks';

test.beforeEach(async ({ server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
});

test('collections lead to their records, and those that a session changed say so', async ({ page, server, session }) => {
  await call(server, session, 'DELETE', '/v1/books/3');
  await page.goto(server.at('data', session));

  await expect(page.getByRole('row', { name: /library\/books records changed/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.getByRole('link', { name: 'library/books' }).click();

  await expect(page.getByRole('heading', { name: 'library/books' })).toBeVisible();
  await expect(page.getByText('24 records')).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);
});

test('a list is filtered, sorted and paged by the mocked API, and its address has all of it', async ({ page, server, session }) => {
  await page.goto(server.at(books, session));
  const table = page.getByRole('table', { name: 'Records' });
  await expect(table.getByRole('row')).toHaveCount(21);

  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(table.getByRole('row')).toHaveCount(6);
  await expect(page).toHaveURL(/p\.page=2/);
  await page.getByRole('button', { name: 'title' }).click();
  await expect(page.getByRole('columnheader', { name: 'title' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByLabel('status').selectOption('available');

  await expect(page).toHaveURL(/p\.sort=title/);
  await expect(page).toHaveURL(/p\.status=available/);
  await expect(page).not.toHaveURL(/p\.page/);
  await page.reload();
  await expect(page.getByLabel('status')).toHaveValue('available');
  const titles = await table.getByRole('row').locator('td:nth-child(2)').allTextContents();
  const { data } = await (await call(server, session, 'GET', '/v1/books?status=available&sort=title')).json();
  expect(titles).toEqual(data.map((book) => book.title));

  await page.goBack();
  await expect(page.getByLabel('status')).toHaveValue('');
  await page.getByLabel('q', { exact: true }).fill('no book has this');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No record is shown')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the parameters' }).click();
  await expect(table.getByRole('row')).toHaveCount(21);

  await page.getByText('More parameters').click();
  await page.getByLabel('per_page').fill('1000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('The API answered 400');
  await expect(page.getByRole('alert')).toContainText('at most 100');
  await expectAccessible(page);
});

test('what somebody types stays while an answer comes', async ({ page, server, session }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.goto(server.at(books, session));
  await expect(page.getByRole('table', { name: 'Records' }).getByRole('row')).toHaveCount(21);
  await page.route('**/v1/books**', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByLabel('status').selectOption('available');
  await page.getByLabel('q', { exact: true }).fill('no book has this');
  release();
  await expect(page.getByRole('table', { name: 'Records' }).getByRole('row')).not.toHaveCount(21);
  await expect(page.getByLabel('q', { exact: true })).toHaveValue('no book has this');
});

test('a record is changed with completion by its schema, by keyboard alone', async ({ page, server, session }) => {
  await page.goto(server.at(books, session, { record: '2' }));
  const field = page.getByRole('textbox', { name: 'The record as JSON' });
  await expect(field).toHaveValue(/"id": 2,/);
  const text = await field.inputValue();

  await field.focus();
  const status = text.indexOf('"status"');
  await field.evaluate((area, [from, to]) => area.setSelectionRange(from, to), [status + 10, text.indexOf(',', status)]);
  await page.keyboard.type('"l');
  const offers = page.getByRole('listbox', { name: 'What fits here' }).getByRole('option');
  await expect(offers).toHaveText([/"lent"/, /"lost"/, /"available"/]);
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(/"status": "lent",/);
  await page.keyboard.press('Control+Space');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+s');

  await expect(page.getByText('Saved in this session')).toBeVisible();
  expect((await (await call(server, session, 'GET', '/v1/books/2')).json()).data.status).toBe('lent');
});

test('keys that fit are offered, and typing goes on after the one that was taken', async ({ page, server, session }) => {
  await page.goto(server.at(books, session, { new: '1' }));
  const field = page.getByRole('textbox', { name: 'The new record as JSON' });
  await field.fill('{\n  \n}');
  await field.evaluate((area) => area.setSelectionRange(4, 4));
  await page.keyboard.press('Control+Space');
  const offers = page.getByRole('listbox', { name: 'What fits here' }).getByRole('option');
  await expect(offers.first()).toContainText('required');
  await page.keyboard.type('"tit');
  await expect(offers).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Walden');
  await expect(field).toHaveValue('{\n  "title": "Walden"\n}');
});

test('what is wrong stands at its line, in the words of the control API', async ({ page, server, session }) => {
  await page.goto(server.at(books, session, { record: '2' }));
  const field = page.getByRole('textbox', { name: 'The record as JSON' });
  const whole = await field.inputValue();

  await field.fill(whole.replace(/"status": "[^"]*"/, '"status": "eaten"').replace(/"title": "[^"]*"/, '"title": 5'));
  await page.getByRole('button', { name: 'Save' }).click();
  const faults = page.getByRole('alert').getByRole('listitem');
  await expect(faults).toHaveCount(2);
  await expect(faults.nth(0)).toContainText('/title must be a string, was 5');
  const line = whole.slice(0, whole.indexOf('"status"')).split('\n').length;
  await expect(faults.filter({ hasText: '/status' })).toContainText(`Line ${line}`);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.getByRole('button', { name: `Line ${line}` }).click();
  expect(await field.evaluate((area) => area.value.slice(0, area.selectionStart).split('\n').length)).toBe(line);

  await field.fill('{"id": 2,\n "title" "x"}');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('Line 2');
  await expect(page.getByRole('alert')).toContainText('a colon, was "x"');
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect(field).toHaveValue(whole);
});

test('a record is added, told where it comes from, removed, and the collection reset', async ({ page, server, session }) => {
  await page.goto(server.at(books, session));
  await page.getByRole('link', { name: 'New record' }).click();
  const field = page.getByRole('textbox', { name: 'The new record as JSON' });
  const { records } = await control(server, 'GET', `sessions/${session}/records/books?limit=1`);
  await field.fill(JSON.stringify({ ...records[0].record, id: 4711, title: '<b onclick=alert(1)>Walden</b>' }, undefined, 2));
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('heading', { name: 'Record 4711' })).toBeVisible();

  await page.getByText('Where its values come from').click();
  await expect(page.getByRole('row', { name: '/title this session' })).toBeVisible();
  await expectAccessible(page);
  await expectNoOverflow(page);
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByText('Record 4711 is removed')).toBeVisible();

  await call(server, session, 'DELETE', '/v1/books/3');
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset it' }).click();
  await expect(page.getByText('library/books is as it was loaded')).toBeVisible();
  await expect(page.getByText('25 records')).toBeVisible();
});

test('what is not there is said, with a way on', async ({ page, server, session }) => {
  await page.goto(server.at(books, session, { record: 'none' }));
  await expect(page.getByRole('alert')).toContainText('There is no record none in library/books');
  await page.goto(server.at('data/library%2Fboks', session));
  await expect(page.getByRole('alert')).toContainText('did you mean "library/books"?');
  await page.goto(server.at('data', session + '-new'));
  await expect(page.getByRole('button', { name: 'Make it' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make it' }).click();
  await expect(page.getByRole('link', { name: 'library/books' })).toBeVisible();
});

test.describe('with 100,000 records in files', () => {
  test.describe.configure({ mode: 'default' });
  let big;
  let folder;

  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'understudy-'));
    await mkdir(join(folder, 'one', 'big'), { recursive: true });
    await mkdir(join(folder, 'two', 'big'), { recursive: true });
    const status = { type: 'string', enum: ['new', 'used'] };
    const query = [
      { name: 'limit', in: 'query', schema: { type: 'integer', default: 20, maximum: 100 } },
      { name: 'offset', in: 'query', schema: { type: 'integer', default: 0 } },
      { name: 'status', in: 'query', schema: status },
      { name: 'sort', in: 'query', schema: { type: 'string', enum: ['name', '-name'] } },
    ];
    const list = { type: 'object', properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Thing' } }, total: { type: 'integer' } } };
    const json = (schema) => ({ 200: { description: 'd', content: { 'application/json': { schema } } } });
    const document = {
      openapi: '3.1.0',
      info: { title: 'Big', version: '1' },
      paths: {
        '/things': { get: { operationId: 'listThings', parameters: query, responses: json(list) } },
        '/things/{id}': {
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
          get: { operationId: 'getThing', responses: json({ $ref: '#/components/schemas/Thing' }) },
        },
        '/things/{thing}/parts': {
          parameters: [{ name: 'thing', in: 'path', required: true, schema: { type: 'integer' } }],
          get: { operationId: 'listParts', responses: json({ type: 'array', items: { type: 'object', required: ['id'], properties: { id: { type: 'string' }, weight: { type: 'number' } } } }) },
        },
      },
      components: { schemas: { Thing: { type: 'object', required: ['id', 'name'], properties: { id: { type: 'integer' }, name: { type: 'string' }, price: { type: 'number' }, status } } } },
    };
    await writeFile(join(folder, 'big.json'), JSON.stringify(document));
    const things = Array.from({ length: 100_000 }, (none, i) => `{"id": ${i + 1}, "name": "Thing ${i + 1}", "price": 1.50, "status": "${i % 2 ? 'used' : 'new'}"}`);
    await writeFile(join(folder, 'one', 'big', 'things.json'), `[\n${things.join(',\n')}\n]\n`);
    big = await start([join(folder, 'big.json'), '--fixtures', join(folder, 'one')]);
  });

  test.afterAll(() => big.stop());

  test('no more than a page of them is loaded, and a change is taken home as a file that keeps check and gives it again', async ({ page, session }) => {
    let bytes = 0;
    page.on('response', async (response) => (bytes += (await response.body().catch(() => '')).length));
    await control(big, 'PUT', `sessions/${session}`);
    await page.goto(big.at('data/big%2Fthings', session, { 'p.status': 'used', 'p.sort': '-name', 'p.offset': '49960' }));
    // The first sort of all looks at each of them, by code that is not compiled yet.
    await expect(page.getByText('100,000 records')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('20 shown of 50,000 that fit')).toBeVisible();
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect(page).toHaveURL(/p\.offset=49980/);
    await expect(page.getByRole('button', { name: 'Next page' })).toBeDisabled();
    await page.getByLabel('Shown by').selectOption('records');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.getByText('51 to 100 of 100,000')).toBeVisible();
    expect(bytes).toBeLessThan(400_000);

    await page.goto(big.at('data/big%2Fthings', session, { record: '7' }));
    const field = page.getByRole('textbox', { name: 'The record as JSON' });
    await expect(field).toHaveValue(/"price": 1\.50,/);
    await field.fill((await field.inputValue()).replace('1.50', '9.90'));
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved in this session')).toBeVisible();
    await page.getByText('Where its values come from').click();
    await expect(page.getByRole('row', { name: '/name folder 1 big/things.json:8' })).toBeVisible();

    await page.getByRole('link', { name: 'big/things' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download changes' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('things.merge.json');
    await expect(page.getByText('big/things.merge.json', { exact: true })).toBeVisible();
    await expectAccessible(page);
    await expectNoOverflow(page);
    const file = join(folder, 'two', 'big', 'things.merge.json');
    await download.saveAs(file);
    expect(await readFile(file, 'utf8')).toBe('[\n  {"id":7,"price":9.90}\n]\n');
    const again = await start([join(folder, 'big.json'), '--fixtures', join(folder, 'one'), '--fixtures', join(folder, 'two')]);
    expect(await (await call(again, session, 'GET', '/things/7')).text()).toContain('"price":9.90');
    await again.stop();
  });

  test('what is below another record is asked for by the parameters of its path, and opened', async ({ page, session }) => {
    await control(big, 'PUT', `sessions/${session}`);
    await page.goto(big.at('data/big%2Fparts', session));
    await expect(page.getByText(/^1 to 50 of \d+$/)).toBeVisible();
    await page.getByLabel('Shown by').selectOption('listParts');
    await expect(page.getByText('Which ones?')).toBeVisible();
    await page.getByRole('textbox', { name: 'thing' }).fill('1');
    await page.keyboard.press('Enter');
    const first = page.getByRole('table', { name: 'Records' }).getByRole('link').first();
    const id = await first.textContent();
    await first.click();
    await expect(page.getByRole('heading', { name: new RegExp(`Record .*${id}`) })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'The record as JSON' })).toHaveValue(new RegExp(`"id": "${id}"`));
  });
});
