// The frame around all pages: addresses, navigation, sessions, the token, and what a browser may load.

import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { call, complaints, control, expect, expectAccessible, expectNoOverflow, LIBRARY, test } from './fixture.js';
import { repository, start } from './server.js';

test('the bare address leads to the console, and every page of the navigation has an address that can be loaded again', async ({ page, server }) => {
  await page.goto(server.url + '/');
  await expect(page).toHaveURL(server.url + '/-/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');

  const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
  for (const name of await links.allTextContents()) {
    await links.getByText(name, { exact: true }).click();
    // Of a single contract, the page of all leads to its own at once.
    const heading = name === 'Contract' ? 'library' : name;
    await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(heading);
    await expect(links.and(page.locator('[aria-current=page]'))).toHaveText(name);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(heading);
  }
});

test('back and forward show the page that was shown before', async ({ page, server }) => {
  await page.goto(server.at(''));
  await page.getByRole('link', { name: 'Sessions', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sessions');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sessions');
  await expect(page).toHaveTitle('Sessions · Understudy');
});

test('an address of no page says so', async ({ page, server }) => {
  await page.goto(server.at('nowhere/at/all'));
  await expect(page.getByRole('alert')).toContainText('No such page');
});

test('what cannot be the name of a session says so', async ({ page, server }) => {
  await page.goto(server.at('sessions', '<script>'));
  await expect(page.getByRole('alert')).toContainText('No such session');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Sessions' }).click();
  await expect(page.getByRole('link', { name: 'default' })).toBeVisible();
});

test('the session of the address is that of every page, and the picker changes it', async ({ page, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  await page.goto(server.at('', session));
  const picker = page.getByLabel('Session', { exact: true });
  await expect(picker).toHaveValue(session);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Sessions' }).click();
  await expect(page).toHaveURL(server.at('sessions', session));
  await picker.selectOption('default');
  await expect(page).toHaveURL(server.at('sessions'));
});

test('behind /-/in/KEY/ the console is that of the session', async ({ page, server, session }) => {
  await control(server, 'PUT', `sessions/${session}`);
  await page.goto(`${server.url}/-/in/${session}/-/`);
  await expect(page.getByLabel('Session', { exact: true })).toHaveValue(session);
  await expect(page.getByText(`Understudy-Session: ${session}`)).toBeVisible();
});

test('everything can be done by the keyboard, and the content is one key away', async ({ page, server }) => {
  await page.goto(server.at(''));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a server that is gone is said, and the page comes back with it', async ({ page }) => {
  let server = await start(LIBRARY);
  try {
    await page.goto(server.at('sessions'));
    await expect(page.getByRole('link', { name: 'default' })).toBeVisible();
    await server.stop('SIGKILL');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Overview' }).click();
    await expect(page.getByRole('alert')).toContainText('The server does not answer');
    server = await start(LIBRARY, { port: server.port });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  } finally {
    await server.stop('SIGKILL');
  }
});

test('by another name than localhost the token is asked once, and kept for the tab', async ({ browser }) => {
  const server = await start([...LIBRARY, '--host', '127.0.0.1', '--control-token', 's3cret-of-this-test']);
  // A name that leads here, as that of another machine would.
  const away = await browser.newContext({ extraHTTPHeaders: { 'X-Forwarded-For': '192.0.2.1' } });
  const page = await away.newPage();
  const errors = complaints(page);
  try {
    await page.goto(server.at(''));
    const asked = page.getByRole('dialog', { name: 'Token of the control API' });
    await expect(asked).toBeVisible();
    await asked.getByLabel('Token').fill('wrong');
    await asked.getByRole('button', { name: 'Use it' }).click();
    await expect(asked.getByRole('alert')).toHaveText('The server does not know that token.');
    await asked.getByLabel('Token').fill('s3cret-of-this-test');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const other = await away.newPage();
    await other.goto(server.at(''));
    await other.getByRole('button', { name: 'Cancel' }).click();
    await expect(other.getByRole('alert')).toContainText('401');
    await expect(other.getByRole('dialog')).toHaveCount(0);
    await other.getByRole('button', { name: 'Try again' }).click();
    await expect(other.getByRole('dialog', { name: 'Token of the control API' })).toBeVisible();
    expect(errors).toEqual([]);
  } finally {
    await away.close();
    await server.stop();
  }
});

test('a page of another origin is refused by the control API, and cannot show the console in a frame', async ({ context, server }) => {
  const page = await context.newPage();
  // The same machine by its other name is another origin.
  await page.goto(server.url.replace('127.0.0.1', 'localhost') + '/-/health');
  const answer = await page.evaluate(
    (url) => fetch(url).then((response) => response.status, (failure) => failure.name),
    server.url + '/-/sessions',
  );
  expect(['TypeError', 403]).toContain(answer);
  const made = await page.evaluate(
    (url) => fetch(url, { method: 'DELETE', mode: 'no-cors' }).then(() => 'sent', (failure) => failure.name),
    server.url + '/-/sessions/default',
  );
  expect(made).toBe('TypeError');
  const head = (await fetch(server.at(''))).headers.get('Content-Security-Policy');
  expect(head).toContain("frame-ancestors 'none'");
});

test('names and texts are shown as they are, never as markup', async ({ page }) => {
  const server = await start([join(repository, 'src/test/console/hostile.yaml')]);
  try {
    await call(server, 'x', 'GET', '/<script>window.hit=1</script>?q=<img src=x onerror=window.hit=1>');
    for (const path of ['', 'sessions', 'sessions/' + encodeURIComponent('<script>window.hit=1</script>')]) {
      await page.goto(server.at(path, 'x'));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('main script, main img')).toHaveCount(0);
      expect(await page.evaluate(() => window.hit)).toBeUndefined();
    }
    await page.goto(server.at(''));
    await expect(page.getByRole('heading', { name: '<script>window.hit=1</script>' })).toBeVisible();
    await expectNoOverflow(page);
  } finally {
    await server.stop();
  }
});

test('no class and no file of the console is loaded before its first page is asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  const log = join(folder, 'classes');
  const server = await start(LIBRARY, { java: [`-Xlog:class+load:file=${log}`] });
  try {
    await fetch(server.url + '/-/ready');
    await call(server, 'default', 'GET', '/v1/books');
    await control(server, 'GET', 'sessions');
    await fetch(server.url + '/-/contracts');
    expect(readFileSync(log, 'utf8')).not.toContain('control.console');
    await fetch(server.at(''));
    expect(readFileSync(log, 'utf8')).toContain('control.console.Console ');
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});

test('all files but the renderer of the documentation have less than 1 MB gzipped', async () => {
  const own = join(repository, 'src/main/resources/console');
  const vendor = join(repository, 'target/vendor');
  const renderers = /^(scalar|swagger-ui|rapidoc|elements)/;
  const files = [own, vendor].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath ?? file.path, file.name))
      .filter((file) => !renderers.test(file.slice(folder.length + 1))),
  );
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  console.log(`The console has ${files.length} files, ${Math.round(size / 1024)} KiB gzipped`);
  expect(size).toBeLessThan(1_000_000);
});

test('the first page is there soon', async ({ page, server }) => {
  await page.goto(server.at(''));
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Library' })).toBeVisible();
  const millis = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  console.log(`First paint after ${Math.round(millis)} ms`);
});

for (const path of ['', 'sessions', 'sessions/default', 'nowhere']) {
  test(`axe finds nothing wrong with /${path} in either theme, and it fits in 360 pixels`, async ({ page, server, session }) => {
    await control(server, 'PUT', `sessions/${session}`);
    await page.goto(server.at(path, session));
    await expect(page.locator('main h1, main [role=alert]').first()).toBeVisible();
    await expect(page.locator('.loading')).toHaveCount(0);
    await expectAccessible(page);
    await expectNoOverflow(page);
  });
}
