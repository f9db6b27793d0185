// A server of its own for tests: the jar that was built, or the one that UNDERSTUDY_JAR names.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));
const jar = process.env.UNDERSTUDY_JAR ?? repository + 'target/understudy.jar';

/**
 * Starts one on a free port: `start(['examples/library/library.yaml', '--no-auth'])`, its paths seen from the repository. `url` is where
 * it is, without a slash at its end; `port: …` has it there again. `java` are words for Java itself.
 */
export async function start(args, { port = 0, java = [] } = {}) {
  const words = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', ...java, '-jar', jar, 'serve', ...args, '--port', String(port), '--quiet'];
  const child = spawn('java', words, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => (said += data));
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const lines = createInterface({ input: child.stdout });
  const url = await Promise.race([
    port ? answering(`http://127.0.0.1:${port}`, ended) : first(lines),
    ended.then((code) => Promise.reject(new Error(`The server ended with ${code}: ${said}`))),
  ]);
  return {
    url,
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

async function first(lines) {
  for await (const line of lines) {
    const address = / at (http:\S+)/.exec(line);
    if (address) return address[1];
  }
  // Its end says why.
  return new Promise(() => {});
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
