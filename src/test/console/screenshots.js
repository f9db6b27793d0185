// Writes the pictures of docs/console: `CHROMIUM=$(command -v chromium) node screenshots.js`. Of one program they are the same each time
// but for the times at which calls came.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { call, control, LIBRARY } from './scene.js';
import { repository, start } from './server.js';

const server = await start(LIBRARY, { port: 8080 });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, chromiumSandbox: process.getuid() !== 0 });
const session = 'checkout';
try {
  await play();
  const { pages } = await import('data:text/javascript,' + encodeURIComponent(readFileSync(join(repository, 'src/main/resources/console/pages.js'), 'utf8')));
  for (const { path } of pages) {
    const { address, open } = views()[path] ?? { address: server.at(path, session) };
    await shoot(path || 'overview', address ?? server.at(path, session), open);
  }
  const [{ id }] = (await control(server, 'GET', `sessions/${session}/calls?operation=changeBook&verdict=refused`)).calls;
  await shoot('call', server.at('calls/' + id, session));
} finally {
  await browser.close();
  await server.stop();
}

/** What a team may have done by noon. */
async function play() {
  await control(server, 'PUT', `sessions/${session}`);
  await control(server, 'PUT', 'sessions/search', { seed: 7, clock: { time: '2026-04-01T09:00:00Z', frozen: true } });
  await call(server, 'search', 'GET', '/v1/books?q=sea&sort=-created_at');
  await call(server, session, 'GET', '/v1/books?status=available&per_page=5');
  await call(server, session, 'POST', '/v1/books', { title: 'The Wind', author: 'Ada Quill' });
  await call(server, session, 'PATCH', '/v1/books/26', { status: 'lent' });
  await call(server, session, 'PATCH', '/v1/books/26', { status: 'sold' });
  await call(server, session, 'GET', '/v1/books/99');
  await call(server, session, 'GET', '/v1/book');
  await call(server, session, 'DELETE', '/v1/books/3');
  await control(server, 'POST', `sessions/${session}/rules`, {
    id: 'slow-and-down',
    call: { operation: 'listBooks' },
    times: 1,
    answer: { status: 503 },
    effect: { delay: '2s' },
  });
  await call(server, session, 'GET', '/v1/books?q=wind');
}

/** Pages that are best seen with something opened. */
function views() {
  return {
    sessions: { address: server.at('sessions/' + session, session) },
    contract: { address: server.at('contract/library', session), open: (page) => page.waitForTimeout(4000) },
    data: { address: server.at('data/library%2Fbooks', session) },
  };
}

async function shoot(name, address, open, colorScheme = 'light') {
  const page = await browser.newPage({ viewport: { width: 1100, height: 700 }, colorScheme });
  await page.goto(address);
  await page.locator('main h1').first().waitFor();
  await page.waitForTimeout(1000);
  await open?.(page);
  await page.screenshot({ path: join(repository, 'docs/console', name + '.png') });
  await page.close();
}
