// The calls of a session as they come. Tabs of a browser share one stream: each open stream takes one of the six connections that
// a browser has for a host. The tab that holds a lock reads it and tells the others; nobody reads it while no tab is looked at.

import { home } from './address.js';
import { ask, bearer } from './token.js';

const WAIT = [500, 1000, 2000, 3000];

/**
 * The stream of a session. `on('call', fn, since)` gives the calls from now on, or all after the id `since`, the oldest first;
 * `on('state', fn)` what becomes of the stream: `paused`, `joining`, `live` or `lost`; `on('restart', fn)` that the server began anew, so
 * that ids begin anew too. Each returns what ends it.
 */
export class Live {
  #api;
  #session;
  #name;
  /** To the other tabs; none where there are no locks: only pages of a secure origin have them, and others read for themselves. */
  #channel;
  #reads = false;
  #listeners = { call: new Set(), state: new Set(), restart: new Set() };
  #last;
  #state = 'paused';
  #stop;
  #seen = () => this.#run();

  constructor(api, session) {
    this.#api = api;
    this.#session = session;
    this.#name = 'understudy-live:' + home.pathname + ':' + session;
    if (navigator.locks) {
      this.#channel = new BroadcastChannel(this.#name);
      this.#channel.onmessage = ({ data }) => this.#heard(data);
    }
    document.addEventListener('visibilitychange', this.#seen);
  }

  get state() {
    return this.#state;
  }

  on(type, listener, since) {
    const told = type === 'call' && since !== undefined ? this.#from(since, listener) : listener;
    this.#listeners[type].add(told);
    this.#run();
    return () => {
      this.#listeners[type].delete(told);
      this.#run();
    };
  }

  /**
   * Has `count` run after calls came, once in so many milliseconds, with those calls; without any, it is to count all: the server began
   * anew, or the stream has only now begun, and what came before was not told. Returns what ends it.
   */
  afterCalls(count, millis) {
    let timer;
    let calls = [];
    const soon = (call) => {
      if (call) calls?.push(call);
      else calls = undefined;
      timer ??= setTimeout(() => {
        const some = calls;
        timer = undefined;
        calls = [];
        count(some);
      }, millis);
    };
    const ends = [
      this.on('call', soon),
      this.on('restart', () => soon()),
      this.on('state', (state) => state === 'live' && soon()),
    ];
    return () => {
      clearTimeout(timer);
      ends.forEach((end) => end());
    };
  }

  /** Whoever has less than was told already gets the rest first; what comes meanwhile waits. */
  #from(since, listener) {
    this.#last ??= since;
    const until = this.#last;
    if (since >= until) return listener;
    let held = [];
    this.#fill(since, (call) => call.id <= until && listener(call)).then(() => {
      const rest = held;
      held = undefined;
      rest.forEach((call) => listener(call));
    });
    return (call) => (held ? held.push(call) : listener(call));
  }

  close() {
    for (const listeners of Object.values(this.#listeners)) listeners.clear();
    this.#run();
    this.#channel?.close();
    document.removeEventListener('visibilitychange', this.#seen);
  }

  #run() {
    const wanted = this.#listeners.call.size > 0 && document.visibilityState === 'visible';
    if (wanted && !this.#stop) {
      this.#stop = new AbortController();
      this.#begin(this.#stop.signal);
    } else if (!wanted && this.#stop) {
      this.#stop.abort();
      this.#stop = undefined;
      this.#held = undefined;
      this.#become('paused');
    }
  }

  async #begin(signal) {
    this.#become('joining');
    if (!this.#channel) {
      this.#read(signal);
      return;
    }
    // What the tab that reads says from now on comes after what was missed.
    if (this.#last !== undefined) this.#held = [];
    this.#channel.postMessage({ asks: true });
    const read = (lock) => lock && this.#read(signal).then(() => true);
    if (await navigator.locks.request(this.#name, { ifAvailable: true }, read)) return;
    if (this.#held && !signal.aborted) await this.#catchUp(this.#held);
    navigator.locks.request(this.#name, { signal }, read).catch(() => {});
  }

  /** What came while nobody looked at this tab, and then what was held meanwhile; nothing once the tab has begun again. */
  async #catchUp(held) {
    await this.#fill(this.#last, (call) => this.#held === held && this.#came(call));
    if (this.#held !== held) return;
    this.#held = undefined;
    held.forEach((call) => this.#came(call, true));
  }

  #held;

  async #fill(since, tell) {
    try {
      const all = [];
      for (let before = ''; ; before = `&before=${all.at(-1).id}`) {
        const { calls } = await this.#api.get(`sessions/${this.#session}/calls?since=${since}&limit=1000${before}`);
        all.push(...calls);
        if (calls.length < 1000) break;
      }
      all.reverse().forEach(tell);
    } catch {
      // The stream will say that the server is gone; a session that is not there has no calls.
    }
  }

  async #read(signal) {
    if (signal.aborted) return;
    // The stream gives all that was missed.
    this.#held = undefined;
    this.#reads = true;
    try {
      await this.#readAgain(signal);
    } finally {
      this.#reads = false;
    }
  }

  async #readAgain(signal) {
    for (let failures = 0; !signal.aborted; ) {
      let state;
      try {
        state = await this.#stream(signal);
        failures = 0;
      } catch {
        state = 'lost';
        failures++;
      }
      if (signal.aborted) return;
      this.#share({ state });
      await pause(WAIT[Math.min(failures, WAIT.length - 1)], signal);
    }
  }

  /** Reads until the stream ends; resolves to what becomes of it. */
  async #stream(signal) {
    const sent = bearer();
    const headers = { ...sent };
    if (this.#last !== undefined) headers['Last-Event-ID'] = String(this.#last);
    const response = await fetch(new URL(`sessions/${this.#session}/events`, home), { headers, signal, cache: 'no-store' });
    if (response.status === 401 && (await ask(sent.Authorization))) return 'joining';
    if (response.status === 204) {
      // The session is not there yet; it will begin with its first call.
      this.#last ??= 0;
      return 'live';
    }
    if (!response.ok) throw new Error('status ' + response.status);
    this.#share({ state: 'live' });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ''; ; ) {
      const { value, done } = await reader.read();
      if (done) return 'joining';
      const events = (rest + value).split('\n\n');
      rest = events.pop();
      events.forEach((event) => this.#event(event));
    }
  }

  #event(text) {
    const data = text.split('\n').filter((line) => line.startsWith('data: ')).map((line) => line.slice(6));
    if (data.length) this.#share({ call: JSON.parse(data.join('\n')) }, text);
  }

  #share(message) {
    this.#channel?.postMessage(message);
    this.#told(message);
  }

  /** From another tab; the one that reads has it from the stream, in order. */
  #heard({ asks, ...message }) {
    if (asks && this.#stop && this.#state !== 'joining') this.#channel.postMessage({ state: this.#state });
    if (!this.#reads) this.#told(message);
  }

  #told({ call, state }) {
    if (!this.#stop) return;
    if (state) this.#become(state);
    if (call) this.#held ? this.#held.push(call) : this.#came(call, true);
  }

  /** Ids grow: one that is no larger was told before, or is one of a server that was started again. */
  #came(call, streamed = false) {
    if (call.id <= this.#last) {
      if (!streamed || this.#recent.has(key(call))) return;
      this.#recent.clear();
      this.#listeners.restart.forEach((listener) => listener());
    }
    this.#last = call.id;
    this.#recent.add(key(call));
    if (this.#recent.size > 2000) this.#recent.delete(this.#recent.values().next().value);
    this.#listeners.call.forEach((listener) => listener(call));
  }

  #recent = new Set();

  #become(state) {
    if (this.#state === state) return;
    this.#state = state;
    this.#listeners.state.forEach((listener) => listener(state));
  }
}

function key(call) {
  return call.id + ' ' + call.time;
}

function pause(millis, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
