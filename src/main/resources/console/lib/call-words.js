// How calls are put into words.

const CAUSES = {
  record: 'from the records of the session',
  example: 'an example of the contract',
  file: 'a file of answers beside the fixtures',
  made: 'made from the schema',
  rule: 'as a rule says',
  refusal: 'a refusal',
};

export function cause(name) {
  return CAUSES[name] ?? name;
}

const VERDICTS = { kept: ['kept', 'good'], warned: ['warned', 'warn'], refused: ['refused', 'warn'], failed: ['failed', 'bad'] };

/** The word and the colour of a verdict. */
export function verdict(name) {
  return VERDICTS[name] ?? [name, ''];
}

export function statusColour(status) {
  return status >= 500 ? 'bad' : status >= 400 ? 'warn' : status >= 200 && status < 300 ? 'good' : '';
}

/** A time of the day with milliseconds, as the browser's place has it. */
export function clock(time) {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':') + '.' + String(date.getMilliseconds()).padStart(3, '0');
}

export function span(micros) {
  if (micros < 1000) return micros + ' µs';
  return micros < 1_000_000 ? (micros / 1000).toFixed(micros < 10_000 ? 1 : 0) + ' ms' : (micros / 1_000_000).toFixed(1) + ' s';
}

export function bytes(size) {
  if (size < 1024) return size === 1 ? '1 byte' : size + ' bytes';
  return size < 1 << 20 ? (size / 1024).toFixed(1) + ' KiB' : (size / (1 << 20)).toFixed(1) + ' MiB';
}

export function count(number, one, many = one + 's') {
  return number.toLocaleString('en') + ' ' + (number === 1 ? one : many);
}
