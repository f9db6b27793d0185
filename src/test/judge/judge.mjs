// Holds a server of ours on one document to that document, by validators that are not ours:
//   node judge.mjs JAR DOCUMENT [NAME]
// The last line is a summary as JSON. It ends with 1 if anything is wrong that exceptions.json does not have.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Answers } from "./answers.mjs";
import { Document } from "./document.mjs";
import { Requests, written } from "./requests.mjs";
import { Schemas } from "./schemas.mjs";
import { Server } from "./server.mjs";

const [jar, file, name = file] = process.argv.slice(2);
const document = new Document(file);
const asks = new Schemas(document, "readOnly");
const requests = new Requests(document, asks);
const answers = new Answers(document, new Schemas(document, "writeOnly"));
const exceptions = JSON.parse(readFileSync(new URL("exceptions.json", import.meta.url))).filter((each) => each.document === name);
const count = { operations: 0, served: 0, gaps: {}, unasked: 0, answers: 0, absent: 0, refusals: 0, excepted: 0, wrong: 0 };
const used = new Set();
const sent = [];

function wrong(operation, what, request, answer, flaw) {
  const text = `${operation.name}: ${what}: ${flaw}`;
  const exception = exceptions.find((each) => text.includes(each.says));
  if (exception) {
    count.excepted++;
    used.add(exception);
    return;
  }
  count.wrong++;
  console.log(`WRONG ${name} ${text}`);
  if (request) console.log(`  ${request.method} ${written(request).target} ${String(request.body ?? "").slice(0, 300)}`);
  if (answer) console.log(`  ${answer.status} ${answer.headers["content-type"]} ${answer.body.toString("utf8").slice(0, 300)}`);
}

// Which call of its session it was stands in the link to what was wrong with it.
const print = ({ status, headers, body }) => {
  const { date: _, ...rest } = headers;
  if (rest.link) rest.link = rest.link.replace(/<\/-\/sessions\/[^>]*>; rel="describedby"/, "");
  return createHash("sha256").update(JSON.stringify([status, rest])).update(body).digest("hex");
};

// In a session of its own, the same calls have the same answers, also where they create and delete.
async function ask(server, request, prefer, session = "first") {
  const { target, headers } = written(request);
  const own = { ...headers, "Understudy-Session": session };
  const answer = await server.ask(request.method, target, prefer ? { ...own, Prefer: prefer } : own, request.body);
  sent.push({ request, prefer, print: print(answer) });
  return answer;
}

function judge(operation, what, request, answer) {
  count.answers++;
  let flaw;
  try {
    flaw = answers.flaw(operation, answer);
  } catch (e) {
    flaw = `cannot be judged: ${e.message}`;
  }
  if (flaw) wrong(operation, what, request, answer, flaw);
}

// The finding for which an operation is not served.
const gap = (answer) => answer.status === 501 && (/\[([a-z-]+)\]/.exec(answer.body)?.[1] ?? (/no value was found/.test(answer.body) ? "no-value" : undefined));

// Undefined if none was found, or if ajv does not take a schema that decides.
function valid(operation, rich) {
  try {
    return requests.valid(operation, rich);
  } catch (e) {
    console.log(`NO REQUEST ${name} ${operation.name}: ${e.message}`);
    return undefined;
  }
}

async function examine(server, operation) {
  count.operations++;
  const [plain, rich] = [false, true].map((all) => valid(operation, all));
  if (plain === undefined && rich === undefined) {
    const bare = { method: operation.method, parts: { path: operation.path, segments: {}, query: [], headers: {}, cookies: [] } };
    const kind = gap(await ask(server, bare));
    if (kind) count.gaps[kind] = (count.gaps[kind] ?? 0) + 1;
    else {
      count.unasked++;
      wrong(operation, "a valid request", undefined, undefined, "none was found");
    }
    return;
  }
  let { request: first, answer } = await settled(server, operation, plain ?? rich);
  const kind = gap(answer);
  if (kind) {
    count.gaps[kind] = (count.gaps[kind] ?? 0) + 1;
    return;
  }
  count.served++;
  success(operation, "a valid request", first, answer);
  let full = first;
  if (rich && plain) {
    ({ request: full, answer } = await settled(server, operation, rich));
    success(operation, "a valid request with all that is optional", full, answer);
  }
  if (answer.status >= 400) return;
  judge(operation, "made anew", first, await ask(server, first, "dynamic=true"));
  for (const code of operation.responses.keys()) {
    if (!/^[2-5]\d\d$/.test(code)) continue;
    const coded = await ask(server, first, `code=${code}`);
    if (gap(coded) === undefined || gap(coded) === false) judge(operation, `Prefer: code=${code}`, first, coded);
    else count.gaps["code:" + gap(coded)] = (count.gaps["code:" + gap(coded)] ?? 0) + 1;
  }
  for (const [what, broken] of requests.broken(operation, full)) refusal(operation, what, broken, await ask(server, broken));
}

function refusal(operation, what, request, answer) {
  count.refusals++;
  let flaw;
  try {
    flaw = answers.refusal(operation, answer);
  } catch (e) {
    flaw = `cannot be judged: ${e.message}`;
  }
  if (flaw) wrong(operation, what, request, answer, flaw);
}

// A request that keeps the document may still name a record that is not there, and is then told one that is.
async function settled(server, operation, request) {
  for (let trial = 0; ; trial++) {
    const answer = await ask(server, request);
    const told = trial < 10 ? requests.told(request, answer) : undefined;
    if (told === undefined) return { request, answer };
    refusal(operation, "a record that is not there", request, answer);
    request = told;
  }
}

function success(operation, what, request, answer) {
  const documented = operation.responses.size === 0 || [...operation.responses.keys()].some((code) => /^[123]|default/.test(code));
  // An error body without a place for words does not tell which records there are.
  if (answer.status === 404 && operation.responses.has("404") && operation.path.includes("{")) {
    count.absent++;
    judge(operation, what, request, answer);
  } else if (documented && answer.status >= 400) wrong(operation, what, request, answer, `it was refused with ${answer.status}`);
  else judge(operation, what, request, answer);
}

let server = await Server.started(jar, file);
try {
  for (const operation of document.operations()) {
    try {
      await examine(server, operation);
    } catch (e) {
      wrong(operation, "all", undefined, undefined, `could not be examined: ${e.message}`);
    }
  }
  // Once more, and after a restart.
  const before = [...sent];
  for (const [session, time] of [["second", "a second time"], ["first", "after a restart"]]) {
    if (time === "after a restart") {
      await server.stopped();
      server = await Server.started(jar, file);
    }
    for (const { request, prefer, print: expected } of before) {
      const again = await ask(server, request, prefer, session);
      if (print(again) !== expected) wrong({ name: request.parts.path }, time, request, again, "the answer is another one");
    }
  }
} finally {
  await server.stopped();
}
for (const each of exceptions.filter((exception) => !used.has(exception))) {
  count.wrong++;
  console.log(`UNUSED ${name}: nothing is wrong that "${each.says}" excepts`);
}
console.log(JSON.stringify({ name, ...count }));
process.exitCode = count.wrong > 0 ? 1 : 0;
