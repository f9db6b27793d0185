// The calls of a session: a live list, and each call at an address of its own.

import { callPage } from './call.js';
import { listPage } from './call-list.js';

export const title = 'Calls';

/** The list goes on while one of its calls is looked at, so that the way back leads to where it was. */
export function page(ctx) {
  let list;
  let call;

  open(ctx);

  function open({ params, query }) {
    call?.close();
    call = undefined;
    if (params.length > 0) {
      list?.leave();
      call = callPage({ ...ctx, params, query });
    } else if (list) {
      list.show(query);
    } else {
      list = listPage({ ...ctx, query });
    }
  }

  return {
    view: () => (call ?? list).view(),
    changed: open,
    close() {
      call?.close();
      list?.close();
    },
  };
}
