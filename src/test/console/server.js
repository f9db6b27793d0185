// A server of its own for tests: the jar that was built, or the one that UNDERSTUDY_JAR names.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));
const jar = process.env.UNDERSTUDY_JAR ?? repository + 'target/understudy.jar';

/**
 * Starts one on a free port: `start(['examples/library/library.yaml', '--no-auth'])`, its paths seen from the repository. `url` is where
 * it is, without a slash at its end; `port: …` has it there again. `java` are words for Java itself. With `banner: true`, `browser` is the
 * address that the banner prints for a browser.
 */
export async function start(args, { port = 0, java = [], banner = false } = {}) {
  const words = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', ...java, '-jar', jar, 'serve', ...args, '--port', String(port), ...(banner ? [] : ['--quiet'])];
  const child = spawn('java', words, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (data) => (complaint += data));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const lines = createInterface({ input: child.stdout });
  let printed = '';
  lines.on('line', (line) => (printed += line + '\n'));
  const url = await Promise.race([
    port ? answering(`http://127.0.0.1:${port}`, ended) : said(lines, banner ? / in a browser at (http:\S+)\/-\// : / at (http:\S+)/),
    ended.then((code) => Promise.reject(new Error(`The server ended with ${code}: ${complaint}`))),
  ]);
  return {
    url,
    browser: / in a browser at (\S+)/.exec(printed)?.[1],
    port: Number(new URL(url).port),
    /** The address of a page: `at('data', 'my-session', { collection: 'library/books' })`. */
    at(page, session, query = {}) {
      const address = new URL(page === '' ? '/-/' : '/-/console/' + page, url);
      for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
      if (session) address.searchParams.set('session', session);
      return address.href;
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}

/** What is said in the brackets of a line; never, where none is so: the end of the server says why. */
function said(lines, pattern) {
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      const found = pattern.exec(line);
      if (found) resolve(found[1]);
    });
  });
}

async function answering(url, ended) {
  let over = false;
  ended.then(() => (over = true));
  while (!over) {
    try {
      await fetch(url + '/-/health');
      return url;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return url;
}
