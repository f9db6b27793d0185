// The documentation of an API by Swagger UI, whose calls go to this mock, in the session of the address, with what it takes for credentials.

import { below, home, read, server } from './lib/address.js';
import { api } from './lib/api.js';

const { params, query, session } = read(location.href);
const name = params.join('/');
const calls = api(() => session);

/** A client of this mock may have any key; a token that it grants has all scopes. */
const ANY = 'demo';

/** Of more operations than this, tags are shown closed, and one that the address names is shown alone: all of them take half a minute. */
const MANY = 200;

const dark = matchMedia('(prefers-color-scheme: dark)');
const paint = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', paint);
paint();
start();

async function start() {
  try {
    const [document_, token] = await Promise.all([contract(), grant()]);
    show(ofThisServer(document_), token);
  } catch (problem) {
    const text = document.createElement('p');
    text.setAttribute('role', 'alert');
    text.textContent = 'The documentation cannot be shown: ' + (problem.detail ?? problem);
    document.getElementById('reference').replaceChildren(text);
  }
}

async function contract() {
  return (await calls.raw('contracts/' + params.map(encodeURIComponent).join('/') + '.json')).json();
}

async function grant() {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'console', client_secret: 'any' });
  try {
    const response = await fetch(new URL('token', home), { method: 'POST', body: form });
    return (await response.json()).access_token ?? ANY;
  } catch {
    return ANY;
  }
}

/** Other servers of the document are not called from here: the policy of the page would refuse it. */
function ofThisServer(contract) {
  const bases = new Map();
  const own = (servers) => {
    const [first] = servers ?? [];
    if (!first) return undefined;
    const url = new URL(first.url, new URL('contracts/' + name + '.json', home));
    const mine = url.origin === location.origin ? url : new URL(url.pathname.replace(/^\//, ''), server);
    bases.set(first.url, mine.href);
    return [{ url: mine.href.replace(/\/$/, '') || '/' }];
  };
  const shown = { ...contract, servers: own(contract.servers) ?? [{ url: server.href.replace(/\/$/, '') }] };
  shown.paths = Object.fromEntries(Object.entries(contract.paths ?? {}).map(([path, item]) => [path, itemOfThisServer(item, own)]));
  return shown;
}

function itemOfThisServer(item, own) {
  const entries = Object.entries(item ?? {}).map(([key, value]) => {
    if (key === 'servers') return [key, own(value)];
    return value?.servers ? [key, { ...value, servers: own(value.servers) }] : [key, value];
  });
  return Object.fromEntries(entries);
}

function show(spec, token) {
  const element = document.getElementById('reference');
  const many = operations(spec).length > MANY;
  if (many && query.operation) {
    alone(spec);
    element.before(wholeLink());
  }
  element.replaceChildren();
  const ui = window.SwaggerUIBundle({
    spec,
    domNode: element,
    deepLinking: false,
    docExpansion: many ? 'none' : 'list',
    defaultModelsExpandDepth: many ? -1 : 0,
    validatorUrl: null,
    tryItOutEnabled: true,
    persistAuthorization: false,
    displayOperationId: true,
    filter: Object.keys(spec.paths).length > 15,
    requestSnippetsEnabled: false,
    requestInterceptor: inSession,
    onComplete: () => {
      authorize(ui, spec.components?.securitySchemes ?? {}, token);
      lead(ui, spec);
    },
  });
}

function inSession(request) {
  request.headers = { ...request.headers, 'Understudy-Session': session };
  return request;
}

/** Fills in what the mock takes. */
function authorize(ui, schemes, token) {
  const all = {};
  for (const [key, schema] of Object.entries(schemes)) {
    const kind = schema.type === 'http' ? 'http ' + String(schema.scheme).toLowerCase() : schema.type;
    if (kind === 'apiKey') all[key] = { name: key, schema, value: ANY };
    if (kind === 'http basic') all[key] = { name: key, schema, value: { username: ANY, password: ANY } };
    if (kind === 'http bearer') all[key] = { name: key, schema, value: token };
    if (kind === 'oauth2') all[key] = { name: key, schema, clientId: 'console', token: { access_token: token, token_type: 'Bearer' } };
  }
  for (const one of Object.values(all)) {
    // The parts of Swagger UI look their schemes up as immutable maps.
    ui.authActions.authorize({ [one.name]: { ...one, schema: ui.specSelectors.specJson().getIn(['components', 'securitySchemes', one.name]) } });
  }
}

function operations(spec) {
  return Object.entries(spec.paths).flatMap(([path, item]) =>
    Object.values(item)
      .filter((operation) => operation?.responses)
      .map((operation) => ({ path, operation })),
  );
}

function named(spec) {
  return operations(spec).find(({ operation }) => operation.operationId === query.operation);
}

/** Leaves out all paths but that of the operation that the address names, and all components that it does not lead to. */
function alone(spec) {
  const found = named(spec);
  if (!found) return;
  spec.paths = { [found.path]: spec.paths[found.path] };
  const components = { securitySchemes: spec.components?.securitySchemes };
  const open = [spec.paths];
  while (open.length > 0) {
    for (const [key, value] of Object.entries(open.pop())) {
      if (typeof value === 'object' && value !== null) open.push(value);
      const [, kind, name] = (key === '$ref' && /^#\/components\/([^/]+)\/([^/]+)/.exec(value)) || [];
      const step = name && decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
      const target = spec.components?.[kind]?.[step];
      if (!target || components[kind]?.[step]) continue;
      components[kind] = { ...components[kind], [step]: target };
      open.push(target);
    }
  }
  spec.components = components;
}

function wholeLink() {
  const all = new URL(location.href);
  all.searchParams.delete('operation');
  const text = document.createElement('p');
  const link = document.createElement('a');
  link.href = all.href;
  link.textContent = 'All operations';
  text.append(link);
  text.className = 'whole';
  return text;
}

/** Opens the operation that the address names. */
function lead(ui, spec) {
  const operation = query.operation && named(spec)?.operation;
  if (!operation) return;
  const tag = operation.tags?.[0] ?? 'default';
  ui.layoutActions.show(['operations-tag', tag], true);
  ui.layoutActions.show(['operations', tag, operation.operationId], true);
  // By the frame alone: the page around it stays where it is.
  requestAnimationFrame(() => {
    const open = document.querySelector('.opblock.is-open');
    if (open && operations(spec).length > 1) window.scrollTo(0, window.scrollY + open.getBoundingClientRect().top - 8);
  });
}
