// The collections of a session, the records of one, and a record.

import { collectionsView } from './data-collections.js';
import { recordView } from './data-record.js';
import { recordsView } from './data-records.js';

export const title = 'Data';

export function page(ctx) {
  let current = open(ctx.params, ctx.query);

  function open([collection], query) {
    const own = { ...ctx, query };
    const kind = !collection ? 'collections' : query.record !== undefined || query.new ? 'record' : 'records';
    const views = { collections: collectionsView, records: recordsView, record: recordView };
    return { kind, collection, view: views[kind](own, collection) };
  }

  return {
    view: () => current.view.view(),
    changed({ params, query }) {
      const same = current.collection === params[0] && current.kind === 'records' && query.record === undefined && !query.new;
      if (same) current.view.changed(query);
      else current = open(params, query);
    },
  };
}
