// Whether an answer is one that the document has: its status, media type, declared headers and body.
import { child } from "./document.mjs";

const essence = (type) => type.split(";")[0].trim().toLowerCase();

export class Answers {
  constructor(document, schemas) {
    this.document = document;
    this.schemas = schemas;
  }

  // The response that the document has for a status; undefined if it has none.
  declared(operation, status) {
    const { responses } = operation;
    const range = [...responses.keys()].find((key) => key.toUpperCase() === `${String(status)[0]}XX`);
    return responses.get(String(status)) ?? (range && responses.get(range)) ?? responses.get("default");
  }

  // What is wrong with an answer, undefined if nothing is.
  flaw(operation, answer) {
    const declared = this.declared(operation, answer.status);
    // Where nothing is documented, that all went well says all.
    if (operation.responses.size === 0 && answer.status === 200) return answer.body.length === 0 ? undefined : "a body where nothing is documented";
    if (declared === undefined) return `the status ${answer.status} is not documented`;
    return this.headers(declared, answer) ?? this.content(operation, declared, answer);
  }

  // The same of a refusal: where nothing is declared it is a problem.
  refusal(operation, answer) {
    if (answer.status < 400 || answer.status > 499) return `a broken request got the status ${answer.status}`;
    let declared = this.declared(operation, answer.status);
    // A lone default is what success answers.
    if (declared === operation.responses.get("default") && ![...operation.responses.keys()].some((key) => /^[23]/.test(key))) declared = undefined;
    if (declared !== undefined && Object.keys(declared.value?.content ?? {}).length > 0) return this.headers(declared, answer) ?? this.content(operation, declared, answer);
    if (essence(answer.headers["content-type"] ?? "") !== "application/problem+json") return `no problem where nothing is declared: ${answer.headers["content-type"]}`;
    if (operation.method === "HEAD") return undefined;
    const problem = JSON.parse(answer.body);
    return problem.status === answer.status && typeof problem.title === "string" ? undefined : "a problem without its status and title";
  }

  headers({ pointer, value }, answer) {
    for (const name of Object.keys(value?.headers ?? {})) {
      if (/^content-type$/i.test(name)) continue;
      const header = this.document.at(child(pointer, "headers", name));
      const text = answer.headers[name.toLowerCase()];
      if (text === undefined) {
        if (header.value?.required === true) return `the header ${name} is missing`;
        continue;
      }
      const flaw = header.value?.schema && this.text(child(header.pointer, "schema"), text);
      if (flaw) return `the header ${name}: ${text}: ${flaw}`;
    }
    return undefined;
  }

  content(operation, { pointer, value }, answer) {
    const types = Object.keys(value?.content ?? {}).filter((type) => type.includes("/"));
    const sent = answer.headers["content-type"];
    if (operation.method === "HEAD" || answer.status === 204 || answer.status === 304) return answer.body.length === 0 ? undefined : "a body where none may be";
    if (types.length === 0) return answer.body.length === 0 ? undefined : `a body where none is declared: ${answer.body}`;
    if (sent === undefined) return "no Content-Type";
    const type = types.find((each) => each.toLowerCase() === sent.toLowerCase()) ?? types.find((each) => essence(each) === essence(sent))
      ?? types.find((each) => essence(each).endsWith("/*") && essence(sent).startsWith(essence(each).slice(0, -1))) ?? types.find((each) => essence(each) === "*/*");
    if (type === undefined) return `the media type ${sent} is not documented, which are ${types}`;
    const schema = child(pointer, "content", type, "schema");
    if (this.schemas.at(this.document.at(schema).pointer) === undefined) return undefined;
    const at = this.document.at(schema).pointer;
    if (/[/+]json$/.test(essence(sent))) {
      let body;
      try {
        body = JSON.parse(answer.body.toString("utf8"));
      } catch (e) {
        return `no JSON: ${e.message}`;
      }
      return this.schemas.flaw(at, body);
    }
    return essence(sent).startsWith("text/") ? this.text(at, answer.body.toString("utf8")) : undefined;
  }

  // A text that is any value of a schema.
  text(pointer, text) {
    const readings = [text];
    try {
      readings.push(JSON.parse(text));
    } catch {
      // A text.
    }
    readings.push(text.split(",").map((each) => each.trim()), text.split(",").map((each) => Number(each)));
    const flaws = readings.map((reading) => this.schemas.flaw(pointer, reading));
    return flaws.some((flaw) => flaw === undefined) ? undefined : flaws[0];
  }
}
