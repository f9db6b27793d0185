// What a JSON Schema (draft 07, whole in itself) has to offer at a place of a value: names of properties, and values.

const DEEPEST = 12;

/** `{ names, values }` at a path: names as `{ name, required, type, text }`, values as JSON with a text beside each. */
export function offers(root, path) {
  const here = path.reduce((schemas, step) => schemas.flatMap((schema) => below(root, schema, step)), all(root, root));
  return { names: names(root, here), values: values(here) };
}

/** A schema and all that it is put together of. */
function all(root, schema, depth = 0) {
  if (typeof schema !== 'object' || schema === null || depth > DEEPEST) return [];
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), schema.then, schema.else];
  if (schema.$ref?.startsWith('#/')) parts.push(target(root, schema.$ref));
  return [schema, ...parts.flatMap((part) => all(root, part, depth + 1))];
}

function target(root, reference) {
  return reference
    .slice(2)
    .split('/')
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((found, step) => found?.[step], root);
}

function below(root, schema, step) {
  if (typeof step === 'number') {
    const items = Array.isArray(schema.items) ? (schema.items[step] ?? schema.additionalItems) : schema.items;
    return all(root, items);
  }
  const named = schema.properties && Object.hasOwn(schema.properties, step) ? schema.properties[step] : undefined;
  return all(root, named ?? schema.additionalProperties);
}

function names(root, schemas) {
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  const found = new Map();
  for (const schema of schemas) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (found.has(name)) continue;
      const parts = all(root, property);
      found.set(name, { name, required: required.has(name), type: types(parts).join(' or '), text: description(parts) });
    }
  }
  return [...found.values()].sort((a, b) => Number(b.required) - Number(a.required));
}

function types(schemas) {
  const said = schemas.flatMap((schema) => schema.type ?? (schema.properties ? 'object' : []));
  return [...new Set(said)].filter((type) => type !== 'null' || said.length === 1);
}

function description(schemas) {
  const text = schemas.find((schema) => schema.description)?.description ?? '';
  return text.split(/\n\s*\n|(?<=[.!?])\s/)[0].replace(/\s+/g, ' ').trim();
}

function values(schemas) {
  const found = new Map();
  const add = (value, text) => found.set(JSON.stringify(value), found.get(JSON.stringify(value)) ?? text);
  for (const schema of schemas) {
    (schema.enum ?? []).forEach((value) => add(value, ''));
    if ('const' in schema) add(schema.const, '');
    if ('default' in schema) add(schema.default, 'default');
    (schema.examples ?? []).forEach((value) => add(value, 'example'));
    if ('example' in schema) add(schema.example, 'example');
    const said = [schema.type].flat();
    if (said.includes('boolean')) [true, false].forEach((value) => add(value, ''));
    if (said.includes('null')) add(null, '');
  }
  return [...found].map(([json, text]) => ({ json, text })).filter(({ json }) => json.length <= 200);
}

/** What to begin a value of a type with, and how far from its end the caret belongs. */
export function beginning(type) {
  return { string: ['""', 1], object: ['{}', 1], array: ['[]', 1] }[type] ?? ['', 0];
}
