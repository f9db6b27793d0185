// Where things are, seen from this file: a proxy may have put a prefix in front of all of it.

const files = new URL('../', import.meta.url);

/** `/-/`, where the first page and the control API are. */
export const home = new URL('../', files);

/** `/-/console/`, where the other pages are. */
export const below = files;

/** The root of the mocked APIs, also where the console was opened within a session (`/-/in/KEY/-/`). */
export const server = new URL(new URL('../', home).pathname.replace(/\/-\/in\/[^/]+\/$/, '/'), home);

const inside = /\/-\/in\/([^/]+)\/-\/$/.exec(home.pathname);

/** The session of a tab that names none. */
export const firstSession = inside ? decodeURIComponent(inside[1]) : 'default';

/** The page and its parameters that an address means: `{ path, params, query, session }`. */
export function read(location) {
  const url = new URL(location);
  const rest = url.pathname.startsWith(below.pathname) ? url.pathname.slice(below.pathname.length) : '';
  const [path, ...params] = rest.split('/').map(decode);
  const query = Object.fromEntries(url.searchParams);
  const session = query.session || firstSession;
  delete query.session;
  return { path, params: params.filter((param, i) => param !== '' || i < params.length - 1), query, session };
}

/** The address of a page: `path` as in `data` or `contract/library`, its segments percent-encoded. */
export function write(path, query = {}, session = firstSession) {
  const url = path === '' ? new URL(home) : new URL(below.pathname + path, home);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') url.searchParams.set(name, value);
  }
  if (session !== firstSession) url.searchParams.set('session', session);
  return url;
}

function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
