// The calls of a session that fit a filter, the newest first, as they come.

/** So many are kept in the page; the server keeps more or less by its own budget. */
const MOST = 20_000;

/** So many are asked for at once. */
const PAGE = 1000;

/** What the list of calls may be narrowed by; names as in the control API. */
export const FILTERS = ['api', 'operation', 'reached', 'verdict', 'end', 'direction', 'status', 'keyed', 'text'];

export class CallList {
  #api;
  #live;
  #session;
  #changed;
  #filter = {};
  #ends = [];
  #waiting = [];
  #due;
  #timer;
  #wait = 1000;
  #turn = 0;
  #closed = false;

  calls;
  lost = 0;
  /** Those that came while it was paused. */
  held = [];
  paused = false;
  problem;
  /** Whether the server has no such session (yet). */
  missing = false;
  /** Whether there may be older ones. */
  more = false;
  #loading = false;

  constructor({ api, live, session, changed }) {
    this.#api = api;
    this.#live = live;
    this.#session = session;
    this.#changed = changed;
  }

  /** Has the calls that fit this filter. */
  async show(filter) {
    const mine = ++this.#turn;
    this.#filter = filter;
    this.#stop();
    this.held = [];
    this.paused = false;
    this.problem = undefined;
    this.missing = false;
    try {
      const list = await this.#get({});
      if (mine !== this.#turn) return;
      this.calls = list.calls;
      this.lost = list.lost;
      this.more = list.calls.length === PAGE;
    } catch (problem) {
      if (mine !== this.#turn) return;
      this.missing = problem.status === 404;
      this.problem = this.missing ? undefined : problem;
      this.calls = [];
      this.more = false;
    }
    this.#changed();
    if (this.problem) return;
    // Without a filter the list is the newest there is; with one there are newer calls that do not fit it, which are told once more.
    this.#ends = [
      this.#live.on('call', (call) => this.#came(call), this.calls[0]?.id ?? 0),
      this.#live.on('restart', () => this.show(filter)),
      this.#live.on('state', () => this.#changed()),
    ];
    this.#again();
  }

  get state() {
    return this.#live.state;
  }

  close() {
    this.#closed = true;
    this.#turn++;
    this.#stop();
  }

  #stop() {
    this.#ends.forEach((end) => end());
    this.#ends = [];
    this.#waiting = [];
    clearTimeout(this.#due);
    clearTimeout(this.#timer);
    this.#due = undefined;
    this.#timer = undefined;
  }

  pause() {
    this.paused = true;
    this.#changed();
  }

  resume() {
    this.paused = false;
    this.#put(this.held);
    this.held = [];
    this.#changed();
  }

  /** Older ones than the oldest that is here. */
  async older() {
    if (!this.more || this.#loading || this.calls.length >= MOST) return;
    this.#loading = true;
    const mine = this.#turn;
    try {
      const list = await this.#get({ before: this.calls.at(-1).id });
      if (mine !== this.#turn) return;
      this.calls = [...this.calls, ...list.calls];
      this.more = list.calls.length === PAGE;
      this.#changed();
    } catch {
      // The next row that comes in sight asks again.
    } finally {
      this.#loading = false;
    }
  }

  #get(more) {
    const query = new URLSearchParams({ ...this.#filter, ...more, limit: PAGE });
    return this.#api.get(`sessions/${encodeURIComponent(this.#session)}/calls?${query}`);
  }

  /** Many calls may come within one frame. */
  #came(call) {
    this.#waiting.push(call);
    this.#due ??= setTimeout(() => this.#take(), this.#asksServer() ? 300 : 40);
  }

  #asksServer() {
    return this.#filter.text !== undefined || this.#filter.end !== undefined;
  }

  async #take() {
    const mine = this.#turn;
    const came = this.#waiting.reverse();
    this.#waiting = [];
    this.#due = undefined;
    let fit = came.filter((call) => fits(call, this.#filter));
    if (fit.length > 0 && this.#asksServer()) {
      try {
        fit = (await this.#get({ since: fit.at(-1).id - 1 })).calls;
      } catch {
        fit = [];
      }
    }
    if (mine !== this.#turn || fit.length === 0) return;
    this.missing = false;
    if (this.paused) this.held = [...fit, ...this.held].slice(0, MOST);
    else this.#put(fit);
    this.#changed();
    this.#wait = 1000;
    this.#again();
  }

  #put(newer) {
    const newest = this.calls[0]?.id ?? 0;
    const fresh = newer.filter((call) => call.id > newest);
    if (fresh.length > 0) this.calls = [...fresh, ...this.calls].slice(0, MOST);
  }

  /** A call is told when it is answered; how the sending of the answer ended is known a little later. */
  #again() {
    if (this.#timer || this.#closed) return;
    const open = this.calls.filter((call) => call.end === 'open');
    if (open.length === 0) return;
    this.#timer = setTimeout(async () => {
      this.#timer = undefined;
      const mine = this.#turn;
      try {
        const { calls } = await this.#get({ since: open.at(-1).id - 1, before: open[0].id + 1 });
        if (mine !== this.#turn) return;
        const known = new Map(calls.map((call) => [call.id, call]));
        this.calls = this.calls.map((call) => known.get(call.id) ?? call);
        this.#changed();
      } catch {
        // It is asked again.
      }
      if (mine !== this.#turn) return;
      this.#wait = Math.min(10_000, this.#wait * 2);
      this.#again();
    }, this.#wait);
  }
}

/** Whether a call fits all of a filter that can be told without its bodies. */
function fits(call, filter) {
  return (
    (filter.api === undefined || filter.api === call.api) &&
    (filter.operation === undefined || filter.operation === call.operation) &&
    (filter.reached === undefined || (filter.reached === 'true') === (call.operation !== undefined)) &&
    (filter.verdict === undefined || filter.verdict === call.verdict) &&
    (filter.direction === undefined || filter.direction === call.direction) &&
    (filter.status === undefined || Number(filter.status) === call.status) &&
    (filter.keyed === undefined || (filter.keyed === 'true') === !call.unkeyed)
  );
}
