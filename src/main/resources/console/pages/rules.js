// Which calls of the session are answered otherwise.

import { newRule } from './rules-new.js';
import { rulesView } from './rules-list.js';

export const title = 'Rules';

export function page(ctx) {
  return ctx.query.new ? newRule(ctx) : rulesView(ctx);
}
