// One line of all summaries: node total.mjs < SUMMARIES
import { readFileSync } from "node:fs";

const lines = readFileSync(0, "utf8").split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
const sum = (key) => lines.reduce((all, line) => all + line[key], 0);
const gaps = {};
for (const line of lines) for (const [kind, times] of Object.entries(line.gaps)) gaps[kind] = (gaps[kind] ?? 0) + times;
const unserved = Object.entries(gaps).sort().map(([kind, times]) => `${times} ${kind}`).join(", ");
console.log(`${lines.length} documents, ${sum("operations")} operations, ${sum("served")} served; 501: ${unserved || "none"}; not asked: ${sum("unasked")}`);
console.log(`${sum("answers")} answers (${sum("absent")} of them 404) and ${sum("refusals")} refusals judged: ${sum("wrong")} wrong, ${sum("excepted")} excepted`);
