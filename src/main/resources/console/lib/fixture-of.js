// What of a call can be a fixture: the records in its answer, or the answer itself for an operation without a collection.

import { at, isNested, print, read } from './json-text.js';

/**
 * `{ file, text, what }` for a folder of fixtures, or `{ why }` where there is none. `operations` is what `GET /-/operations` says.
 */
export function fixtureOf(call, operations) {
  const body = call.response.body;
  if (!call.operation) return { why: 'It reached no operation.' };
  if (call.response.status >= 300) return { why: 'Its answer has no records: status ' + call.response.status + '.' };
  if (!body.whole || body.text === undefined) return { why: 'Its answer is not here in full.' };
  const value = read(body.text);
  if (value === undefined) return { why: 'Its answer is no JSON.' };
  const of = operations.find((one) => one.contract === call.api && one.operation === call.operation);
  if (!of || of.role === 'built-in') return { why: 'The fixtures of built-in APIs have a form of their own.' };
  if (!of.collection) {
    return {
      file: `${call.api}/answers/${call.operation}.${call.response.status}.json`,
      text: print(value) + '\n',
      what: 'The answer of this operation, which has no collection:',
    };
  }
  const records = recordsOf(value, of, operations);
  return records.length > 0
    ? { file: `${call.api}/${of.collection}.json`, text: print(records) + '\n', what: records.length === 1 ? 'The record in the answer:' : `The ${records.length} records in the answer:` }
    : { why: 'There is no record in its answer.' };
}

function recordsOf(value, of, operations) {
  if (of.role === 'list') {
    const items = at(value, of.items ?? '');
    return Array.isArray(items) ? items.filter(isNested) : [];
  }
  const shows = operations.filter((one) => one.contract === of.contract && one.collection === of.collection && one.role === 'item');
  const pointers = of.role === 'item' ? [of.record ?? ''] : [...shows.map((one) => one.record ?? ''), ''];
  const found = pointers.map((pointer) => at(value, pointer)).find(isNested);
  return found === undefined ? [] : Array.isArray(found) ? found.filter(isNested) : [found];
}
