// What a page of a session shows when its data did not come: that the session is not there yet, or what is wrong.

import { html } from '../vendor/lit-html/lit-html.js';
import { empty, error } from './states.js';

/** The problem, and a way out of it; `retry` loads again. */
export function wrong(problem, { api, session, loadSessions, fail }, retry) {
  if (problem.status !== 404 || !problem.detail?.startsWith('There is no session')) return error(problem, retry);
  const make = async () => {
    try {
      await api.put(`sessions/${encodeURIComponent(session)}`);
      loadSessions();
      retry();
    } catch (failure) {
      fail(failure);
    }
  };
  return empty(
    `There is no session ${session}`,
    'A session begins with its first call, and ends when it is idle for long.',
    html`<button type="button" class="main" @click=${make}>Make it</button>`,
  );
}
