// Rules in a few words.

/** Which calls a rule is for. */
export function calls({ call }) {
  const where = (call.where ?? []).map((condition) => {
    const place = [condition.in, condition.name, condition.pointer].filter(Boolean).join(' ');
    if ('equals' in condition) return `${place} is ${JSON.stringify(condition.equals)}`;
    if ('oneOf' in condition) return `${place} is one of ${condition.oneOf.map((each) => JSON.stringify(each)).join(', ')}`;
    if ('present' in condition) return `${place} is ${condition.present ? 'there' : 'not there'}`;
    return `${place} keeps a schema`;
  });
  return where.join(' and ');
}

/** What a rule does with them. */
export function deeds(rule) {
  const steps = rule.steps ? rule.steps.map(one) : [one(rule)];
  const words = steps.join('; then ') + (rule.repeat ? '; and again' : '');
  const share = rule.chance === undefined ? '' : `, for ${Math.round(rule.chance * 1000) / 10} % of them`;
  const limit = rule.limit ? `, beyond ${rule.limit.calls} calls in ${rule.limit.per}` : '';
  return words + share + limit;
}

function one({ answer, effect, times }) {
  const said = [answer ? told(answer) : '', ...effects(effect ?? {})].filter(Boolean);
  return (said.join(', ') || 'as without a rule') + (times ? `, ${times === 1 ? 'once' : times + ' times'}` : '');
}

function told(answer) {
  const what = [];
  if (answer.status) what.push('status ' + answer.status);
  if (answer.example) what.push(`the example ${answer.example}`);
  if ('body' in answer || 'base64' in answer) what.push('a body');
  if (answer.patch || answer.jsonPatch) what.push('a changed body');
  if (answer.headers) what.push('headers');
  if (answer.unchecked) what.push('unchecked');
  return what.join(', ');
}

function effects({ delay, cut, reset, stall, truncate, garble, dribble, contentLength }) {
  const words = [];
  if (delay !== undefined) words.push('delay ' + (typeof delay === 'string' ? delay : JSON.stringify(delay)));
  if (cut) words.push(cut.after === undefined ? 'cut' : `cut after ${cut.after} bytes`);
  if (reset) words.push('reset');
  if (stall) words.push(`stall ${stall.time}`);
  if (truncate !== undefined) words.push(`ended after ${truncate} bytes`);
  if (garble) words.push('garbled');
  if (dribble) words.push(`${dribble} bytes a second`);
  if (contentLength !== undefined) words.push(`Content-Length ${contentLength}`);
  return words;
}
