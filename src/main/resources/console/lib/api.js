// Calls of the control API, and of the mocked APIs in a session.

import { home, server } from './address.js';
import { ask, bearer } from './token.js';

/** What went wrong, as RFC 9457 has it. `status` is 0 where there was no answer. `body` is all that the answer said. */
export class Problem extends Error {
  constructor({ status = 0, title = 'Error', detail = '', ...rest }) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail || title;
    this.violations = rest.violations ?? [];
    this.faults = rest.faults ?? [];
    this.body = rest;
  }
}

/** The API for a session: `api(() => key)`. */
export function api(session) {
  return {
    get: (path) => json('GET', path),
    put: (path, body) => json('PUT', path, body),
    post: (path, body) => json('POST', path, body),
    patch: (path, body) => json('PATCH', path, body),
    delete: (path) => json('DELETE', path),
    /** An answer as text. */
    text: async (path) => (await control(path)).text(),
    /** An answer as it is; a Problem where it is a refusal. */
    raw: control,
    /** Calls a mocked API as its clients do: `mocked('/v1', '/books?limit=2', { method, headers, body })`, a Response of any status. */
    mocked: (base, path, init = {}) => mocked(session(), base + path, init),
    /** What `GET /-/apis` says, or said a moment ago. */
    apis,
  };
}

/** The contracts may change while the page is open, in milliseconds. */
const FRESH = 10_000;

let known;
let asked = 0;

async function apis() {
  if (!known || Date.now() - asked > FRESH) {
    asked = Date.now();
    known = json('GET', 'apis').catch((problem) => ((known = undefined), Promise.reject(problem)));
  }
  return (await known).apis;
}

async function json(method, path, body) {
  const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const response = await control(path, { method, ...content });
  return response.status === 204 ? undefined : response.json();
}

/** Path below `/-/`; with or without that in front. */
async function control(path, init = {}) {
  const url = new URL(path.replace(/^\/-\//, ''), home);
  for (;;) {
    const sent = bearer();
    const response = await reach(url, { ...init, headers: { ...init.headers, ...sent }, cache: 'no-store' });
    if (response.ok) return response;
    const mine = response.status === 401 && /realm="control"/.test(response.headers.get('WWW-Authenticate') ?? '');
    if (!mine || !(await ask(sent.Authorization))) throw await problem(response);
  }
}

async function reach(url, init) {
  try {
    return await fetch(url, init);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem({ title: 'No answer', detail: 'The server does not answer. Is it still running?' });
  }
}

async function problem(response) {
  const text = await response.text();
  try {
    return new Problem({ ...JSON.parse(text), status: response.status });
  } catch {
    return new Problem({ status: response.status, title: response.statusText || 'Error ' + response.status, detail: text });
  }
}

async function mocked(session, path, init) {
  const url = new URL(path.replace(/^\//, ''), server);
  const headers = new Headers(init.headers);
  const sent = url.pathname.slice(server.pathname.length - 1);
  for (const { name, value } of await credentials(sent)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  headers.set('Understudy-Session', session);
  return reach(url, { cache: 'no-store', ...init, headers });
}

/** What the API of a path takes for credentials, as headers. */
async function credentials(path) {
  const all = await apis().catch(() => []);
  const bases = all.flatMap((one) => one.bases.map((base) => ({ base: base.replace(/\/$/, ''), one })));
  const fits = bases.filter(({ base }) => path === base || path.startsWith(base + '/'));
  fits.sort((a, b) => b.base.length - a.base.length);
  return fits[0]?.one.credentials ?? [];
}
