// The shell around the pages: which page an address means, navigation, the session of the tab, messages.

import { html, nothing, render } from './vendor/lit-html/lit-html.js';
import { pages } from './pages.js';
import { read, write, firstSession, below, home } from './lib/address.js';
import { api } from './lib/api.js';
import { Live } from './lib/live.js';
import { error, loading } from './lib/states.js';

/** What a session may be called. */
const KEY = /^[A-Za-z0-9._-]{1,64}$/;

const app = document.getElementById('app');
const calls = api(() => at.session);

let at = { ...read(location.href), session: firstSession };
let live = listen(at.session);
let shown = { entry: undefined, page: undefined, problem: undefined };
let sessions = [];
let message = { text: '', bad: false };
let turn = 0;
let failures = 0;
let due = false;

/** The calls of a session; the frame says when they do not come any more. */
function listen(session) {
  const stream = new Live(calls, session);
  stream.on('state', update);
  return stream;
}

/** Renders again, once for all that asks for it now. */
function update() {
  if (due) return;
  due = true;
  queueMicrotask(() => {
    due = false;
    render(shell(), app);
  });
}

function shell() {
  return html`
    <a class="skip" href="#main" @click=${skip}>Skip to the content</a>
    <header class="top">
      <a class="brand" href=${write('', {}, at.session).href}>Understudy</a>
      <nav aria-label="Pages">
        ${pages.map(
          (entry) => html`<a
            href=${write(entry.path, {}, at.session).href}
            aria-current=${entry.path === at.path ? 'page' : nothing}
            >${entry.label}</a
          >`,
        )}
      </nav>
      ${live.state === 'lost' ? html`<span class="tag bad" role="status">No connection, trying again</span>` : nothing} ${picker()}
    </header>
    <main id="main" tabindex="-1">${content()}</main>
    <div class=${message.bad ? 'message bad' : 'message'} role="status" aria-live="polite" ?hidden=${!message.text}>
      <span>${message.text}</span>
      <button type="button" class="plain" aria-label="Close the message" @click=${() => say('')}>×</button>
    </div>
  `;
}

function picker() {
  const keys = [...new Set([firstSession, ...sessions, at.session])];
  return html`<div class="session">
    <label for="session">Session</label>
    <select id="session" @change=${(event) => changeSession(event.target.value)} @focus=${loadSessions}>
      ${keys.map((key) => html`<option value=${key} .selected=${key === at.session}>${key}</option>`)}
    </select>
  </div>`;
}

function content() {
  if (shown.problem) return html`<h1>${shown.entry?.label ?? 'Not found'}</h1>${error(shown.problem, shown.entry && (() => open()))}`;
  return shown.page ? shown.page.view() : html`<h1>${shown.entry?.label}</h1>${loading()}`;
}

/** Opens the page that the address means. */
async function open() {
  const next = read(location.href);
  const entry = pages.find((page) => page.path === next.path);
  const known = KEY.test(next.session);
  if (!known) next.session = firstSession;
  const same = known && entry && entry === shown.entry && next.session === at.session && shown.page?.changed;
  if (next.session !== at.session) {
    live.close();
    live = listen(next.session);
  }
  at = next;
  if (same) {
    shown.page.changed({ params: at.params, query: at.query });
    update();
    return;
  }
  const mine = ++turn;
  shown.page?.close?.();
  shown = { entry };
  update();
  try {
    if (!known) throw { title: 'No such session', detail: 'A session is called by 1 to 64 of the characters A-Z, a-z, 0-9, dot, underscore and dash.' };
    if (!entry) throw { title: 'No such page', detail: `The console has no page ${location.pathname}.` };
    const module = await load(entry.module);
    if (mine !== turn) return;
    document.title = module.title + ' · Understudy';
    shown.page = module.page(context(mine));
  } catch (problem) {
    if (mine !== turn) return;
    document.title = 'Understudy';
    shown.problem = problem.title ? problem : { title: 'This page does not work', detail: String(problem) };
  }
  update();
}

/** The module of a page. A browser may remember that it did not come, so it is asked for by another address then. */
async function load(name) {
  try {
    return await import(`./pages/${name}.js${failures ? '?' + failures : ''}`);
  } catch (failure) {
    failures++;
    await calls.raw('health');
    throw failure;
  }
}

/** What a page is given. */
function context(mine) {
  return {
    params: at.params,
    query: at.query,
    session: at.session,
    api: calls,
    live,
    update: () => mine === turn && update(),
    go,
    href: (path, query, session = at.session) => write(path, query, session).href,
    say,
    fail,
    loadSessions,
  };
}

/** Goes to a page, in this session or another: `go('calls', { status: 404 })`; `replace` leaves no step back. */
function go(path, query = {}, { replace = false, session = at.session } = {}) {
  const url = write(path, query, session);
  history[replace ? 'replaceState' : 'pushState'](null, '', url);
  const moved = read(url).path !== at.path;
  open();
  if (moved) arrive();
}

/** Whoever cannot see the page hears that it is another one. */
function arrive() {
  window.scrollTo(0, 0);
  document.getElementById('main').focus({ preventScroll: true });
}

function changeSession(key) {
  go([at.path, ...at.params.map(encodeURIComponent)].join('/').replace(/\/$/, ''), {}, { session: key });
}

async function loadSessions() {
  try {
    sessions = (await calls.get('sessions')).sessions.map((session) => session.key);
    update();
  } catch {
    // The page says what is wrong.
  }
}

/** Tells whoever uses the page that something was done. */
function say(text) {
  message = { text, bad: false };
  update();
}

/** Tells what went wrong. */
function fail(problem) {
  message = { text: problem.detail ?? String(problem), bad: true };
  update();
}

function skip(event) {
  event.preventDefault();
  document.getElementById('main').focus();
}

document.addEventListener('say', (event) => say(event.detail));
window.addEventListener('popstate', () => open());
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
  const url = new URL(link.href);
  const mine = url.origin === location.origin && (url.pathname === home.pathname || url.pathname.startsWith(below.pathname));
  if (!mine || (url.hash && url.pathname === location.pathname)) return;
  event.preventDefault();
  const target = read(url);
  const path = [target.path, ...target.params.map(encodeURIComponent)].join('/').replace(/\/$/, '');
  go(path, target.query, { session: target.session });
});

update();
open();
loadSessions();
