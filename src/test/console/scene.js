// What tests and pictures do without a browser.

/** What the shared server serves: the library, at a time that stands still. */
export const LIBRARY = ['examples/library/library.yaml', '--clock', '2026-04-01T09:00:00Z'];

/** Calls a mocked API in a session as a client does: `call(server, session, 'GET', '/v1/books')`. */
export async function call(server, session, method, path, body, headers = {}) {
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetch(server.url + path, {
    method,
    ...content,
    headers: {
      Authorization: 'Bearer demo',
      'Understudy-Session': session,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
}

/** Asks the control API: `control(server, 'PUT', `sessions/${session}`)`; its answer as JSON, if it has any. */
export async function control(server, method, path, body) {
  const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const response = await fetch(`${server.url}/-/${path}`, { method, ...content });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : undefined;
}
