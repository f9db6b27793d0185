// One stream of calls for all tabs of a browser: no call is lost or told twice, whatever ends.

import { call, control, expect, LIBRARY, test } from './fixture.js';
import { start } from './server.js';

test('a call is counted on the overview as it comes', async ({ page, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  await page.goto(server.at('', session));
  const cells = page.getByRole('row', { name: session }).getByRole('cell');
  await expect(cells).toHaveText([session, '0', '0', '0']);
  await call(server, session, 'GET', '/v1/books');
  await call(server, session, 'GET', '/v1/nowhere');
  await expect(cells).toHaveText([session, '2', '1', '0']);
});

test('a call that came before the stream began is counted when it begins', async ({ page, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  let begin;
  const held = new Promise((resolve) => (begin = resolve));
  await page.route('**/events', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(server.at('', session));
  const cells = page.getByRole('row', { name: session }).getByRole('cell');
  await expect(cells).toHaveText([session, '0', '0', '0']);
  await call(server, session, 'GET', '/v1/books');
  begin();
  await expect(cells).toHaveText([session, '1', '0', '0']);
});

test('ten tabs share one stream, and another call still has a connection', async ({ context, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  const streams = counting(context);
  const tabs = [];
  for (let i = 0; i < 10; i++) tabs.push(await listening(context, server, session));
  await expect.poll(() => states(tabs)).toEqual(Array(10).fill('live'));
  await call(server, session, 'GET', '/v1/books');
  for (const tab of tabs) await expect.poll(() => heard(tab)).toHaveLength(1);
  expect(streams.opened()).toBe(1);
  expect(await tabs[3].evaluate(() => fetch('/-/health').then((answer) => answer.status))).toBe(200);
});

test('when the tab that reads is closed another one goes on, without a gap and without telling anything twice', async ({ context, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  const first = await listening(context, server, session);
  const second = await listening(context, server, session);
  await expect.poll(() => states([first, second])).toEqual(['live', 'live']);
  await call(server, session, 'GET', '/v1/books?limit=1');
  await expect.poll(() => heard(second)).toHaveLength(1);
  await first.close();
  for (const limit of [2, 3, 4]) await call(server, session, 'GET', `/v1/books?limit=${limit}`);
  await expect.poll(() => heard(second)).toEqual([1, 2, 3, 4].map((limit) => `/v1/books?limit=${limit}`));
});

test('two that listen in one tab are told the same, though one begins later', async ({ context, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  const tab = await listening(context, server, session);
  for (const limit of [1, 2]) await call(server, session, 'GET', `/v1/books?limit=${limit}`);
  await expect.poll(() => heard(tab)).toHaveLength(2);
  await tab.evaluate(() => {
    window.late = [];
    window.live.on('call', (one) => window.late.push(one.target), 0);
  });
  await call(server, session, 'GET', '/v1/books?limit=3');
  await expect.poll(() => tab.evaluate(() => window.late)).toEqual([1, 2, 3].map((limit) => `/v1/books?limit=${limit}`));
});

test('without locks, which only secure origins have, each tab reads for itself and tells each call once', async ({ context, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
  const streams = counting(context);
  const tabs = [await listening(context, server, session), await listening(context, server, session)];
  await expect.poll(() => states(tabs)).toEqual(['live', 'live']);
  await expect.poll(() => streams.opened()).toBe(2);
  for (const limit of [1, 2, 3]) await call(server, session, 'GET', `/v1/books?limit=${limit}`);
  for (const tab of tabs) await expect.poll(() => heard(tab)).toEqual([1, 2, 3].map((limit) => `/v1/books?limit=${limit}`));
});

test('a tab that comes back hears what the one that reads was told, in order', async ({ context, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  const reader = await listening(context, server, session);
  await expect.poll(() => states([reader])).toEqual(['live']);
  const other = await listening(context, server, session);
  await expect.poll(() => states([other])).toEqual(['live']);
  await look(other, 'hidden');
  for (const limit of [1, 2, 3]) await call(server, session, 'GET', `/v1/books?limit=${limit}`);
  await expect.poll(() => heard(reader)).toHaveLength(3);
  await look(other, 'visible');
  await call(server, session, 'GET', '/v1/books?limit=4');
  await expect.poll(() => heard(other)).toEqual([1, 2, 3, 4].map((limit) => `/v1/books?limit=${limit}`));
});

test('what the one that reads is told while a tab comes back comes after what that tab missed', async ({ context, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  const reader = await listening(context, server, session);
  await expect.poll(() => states([reader])).toEqual(['live']);
  const other = await listening(context, server, session);
  await expect.poll(() => states([other])).toEqual(['live']);
  await look(other, 'hidden');
  await call(server, session, 'GET', '/v1/books?limit=1');
  await expect.poll(() => heard(reader)).toHaveLength(1);
  await other.evaluate((key) => {
    const request = navigator.locks.request.bind(navigator.locks);
    const asked = new Promise((resolve) => (window.answer = resolve));
    navigator.locks.request = (...all) => asked.then(() => request(...all));
    window.passed = 0;
    new BroadcastChannel(`understudy-live:/-/:${key}`).onmessage = ({ data }) => (window.passed += Boolean(data.call));
  }, session);
  await look(other, 'visible');
  await call(server, session, 'GET', '/v1/books?limit=2');
  await expect.poll(() => other.evaluate(() => window.passed)).toBe(1);
  await other.evaluate(() => window.answer());
  await expect.poll(() => heard(other)).toEqual([1, 2].map((limit) => `/v1/books?limit=${limit}`));
});

test('nobody reads while no tab is looked at, and what came meanwhile is told afterwards', async ({ context, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  const streams = counting(context);
  const tab = await listening(context, server, session);
  await expect.poll(() => states([tab])).toEqual(['live']);
  await look(tab, 'hidden');
  await expect.poll(() => states([tab])).toEqual(['paused']);
  await expect.poll(() => streams.open()).toBe(0);
  await call(server, session, 'GET', '/v1/books?limit=1');
  await look(tab, 'visible');
  await expect.poll(() => heard(tab)).toEqual(['/v1/books?limit=1']);
  await call(server, session, 'GET', '/v1/books?limit=2');
  await expect.poll(() => heard(tab)).toEqual(['/v1/books?limit=1', '/v1/books?limit=2']);
});

test('a server that comes back is found again, and a new one begins anew', async ({ context }) => {
  let server = await start(LIBRARY);
  try {
    await control(server, 'PUT', 'sessions/kept');
    const tab = await listening(context, server, 'kept');
    await expect.poll(() => states([tab])).toEqual(['live']);
    await call(server, 'kept', 'GET', '/v1/books?limit=1');
    await call(server, 'kept', 'GET', '/v1/books?limit=2');
    await expect.poll(() => heard(tab)).toHaveLength(2);
    await server.stop('SIGKILL');
    await expect.poll(() => states([tab])).toEqual(['lost']);
    server = await start(LIBRARY, { port: server.port });
    await call(server, 'kept', 'GET', '/v1/books?limit=3');
    await expect.poll(() => heard(tab), { timeout: 15_000 }).toEqual([1, 2, 3].map((limit) => `/v1/books?limit=${limit}`));
    expect(await tab.evaluate(() => window.restarts)).toBe(1);
    expect(await states([tab])).toEqual(['live']);
  } finally {
    await server.stop('SIGKILL');
  }
});

test('the stream of a session that is not there yet begins with its first call', async ({ context, server, session }) => {
  const tab = await listening(context, server, session);
  await expect.poll(() => states([tab])).toEqual(['live']);
  await call(server, session, 'GET', '/v1/books?limit=1');
  await expect.poll(() => heard(tab), { timeout: 15_000 }).toEqual(['/v1/books?limit=1']);
});

test('a connection that is lost is said in the frame until it is back', async ({ page }) => {
  let server = await start(LIBRARY);
  try {
    await page.goto(server.at(''));
    await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
    const lost = page.getByText('No connection, trying again');
    await server.stop('SIGKILL');
    await expect(lost).toBeVisible({ timeout: 15_000 });
    server = await start(LIBRARY, { port: server.port });
    await expect(lost).toBeHidden({ timeout: 15_000 });
    await call(server, 'default', 'GET', '/v1/books');
    await expect(page.getByRole('row', { name: 'default' }).getByRole('cell')).toHaveText(['default', '1', '0', '0']);
  } finally {
    await server.stop('SIGKILL');
  }
});

/** A tab that listens, and keeps what it hears. */
async function listening(context, server, session) {
  const tab = await context.newPage();
  await tab.goto(server.at('sessions', session));
  await tab.evaluate(async (key) => {
    const [{ Live }, { api }] = await Promise.all([import('/-/console/lib/live.js'), import('/-/console/lib/api.js')]);
    window.heard = [];
    window.restarts = 0;
    window.live = new Live(api(() => key), key);
    window.live.on('restart', () => window.restarts++);
    window.live.on('call', (one) => window.heard.push(one.target), 0);
  }, session);
  return tab;
}

function heard(tab) {
  return tab.evaluate(() => window.heard);
}

function states(tabs) {
  return Promise.all(tabs.map((tab) => tab.evaluate(() => window.live.state)));
}

function look(tab, how) {
  return tab.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, how);
}

function counting(context) {
  const is = (request) => request.url().endsWith('/events');
  let opened = 0;
  let ended = 0;
  context.on('request', (request) => (opened += is(request)));
  context.on('requestfinished', (request) => (ended += is(request)));
  context.on('requestfailed', (request) => (ended += is(request)));
  return { opened: () => opened, open: () => opened - ended };
}
