// Requests for an operation: one that keeps the document, and one for each way to break it that applies.
import { child } from "./document.mjs";
import { Values } from "./values.mjs";
import { field, parameterText } from "./styles.mjs";

const encoded = encodeURIComponent;
const json = (type) => /^[a-z]+\/([^;]*\+)?json\b/i.test(type);

export class Requests {
  constructor(document, schemas) {
    this.document = document;
    this.schemas = schemas;
  }

  // rich: with all that is optional. Undefined if no value was found for something.
  valid(operation, rich) {
    const values = new Values(this.schemas, rich);
    const parts = { path: operation.path, segments: {}, query: [], headers: {}, cookies: [] };
    for (const parameter of operation.parameters) {
      if (!rich && parameter.value.required !== true && parameter.value.in !== "path") continue;
      let value = this.argument(parameter, values);
      // A list or an object without anything in it cannot be written.
      if (value !== null && typeof value === "object" && Object.keys(value).length === 0) {
        if (parameter.value.required !== true) continue;
        value = this.argument(parameter, new Values(this.schemas, true));
      }
      if (value === undefined) return undefined;
      place(parts, parameter.value, value);
    }
    const request = { method: operation.method, parts, ...this.credentials(operation, parts) };
    if (operation.body?.value && (rich || operation.body.value.required === true)) {
      const body = this.body(operation.body, values);
      if (body === undefined) return undefined;
      Object.assign(request, body);
    }
    return request;
  }

  argument({ pointer, value: parameter }, values) {
    const [type] = Object.keys(parameter.content ?? {});
    const at = type ? child(pointer, "content", type, "schema") : child(pointer, "schema");
    return this.document.at(at).value === undefined ? "a" : values.make(at);
  }

  // The body in the first media type that can be written here; undefined if there is none, or no value.
  body({ pointer, value }, values) {
    const types = Object.keys(value.content ?? {});
    // What is not told is JSON for an object or a list, and bytes otherwise.
    const written = (each) => json(each) || (each === "*/*" && /object|array/.test(this.document.at(child(pointer, "content", each, "schema")).value?.type));
    const type = types.find(written) ?? types.find((each) => !/xml|yaml|form/i.test(each)) ?? types.find((each) => !/xml|yaml/i.test(each));
    if (type === undefined) return undefined;
    const at = child(pointer, "content", type, "schema");
    const schema = this.document.at(at).value;
    const made = schema === undefined ? { a: 1 } : values.make(at);
    if (made === undefined) return undefined;
    const encoding = this.document.at(child(pointer, "content", type, "encoding")).value ?? {};
    const sent = (sentType, write) => ({ type: sentType, body: write(made), at, value: made, write });
    if (written(type)) return { ...sent(type.includes("*") ? "application/json" : type, JSON.stringify), json: true };
    if (/x-www-form-urlencoded/i.test(type)) return sent(type, (each) => form(each, encoding));
    if (/multipart\/form-data/i.test(type)) return sent(type + "; boundary=edge", (each) => multipart(each, encoding));
    return { type: type.replace("*/*", "application/octet-stream").replace("/*", "/png"), body: typeof made === "string" ? made : "some bytes" };
  }

  // Those of the first alternative.
  credentials(operation, parts) {
    const [first] = operation.security.filter((each) => Object.keys(each).length > 0);
    for (const name of Object.keys(first ?? {})) {
      const scheme = this.document.scheme(name) ?? {};
      const place = { header: () => (parts.headers[scheme.name] = "key"), query: () => parts.query.push([scheme.name, encoded(scheme.name) + "=key"]), cookie: () => parts.cookies.push(scheme.name + "=key") };
      if (scheme.type === "apiKey") place[scheme.in]?.();
      else if (scheme.type === "http" && !/bearer/i.test(scheme.scheme)) parts.headers.Authorization = (/basic/i.test(scheme.scheme) ? "Basic YWRhOmFkYQ==" : scheme.scheme + " key");
      else if (scheme.type !== "mutualTLS") parts.headers.Authorization = "Bearer token";
    }
    return { secured: first !== undefined && operation.security.every((each) => Object.keys(each).length > 0) };
  }

  // The same with a record that a refusal names, or without a cursor, which only an answer gives; undefined if it is about neither.
  told(request, answer) {
    const text = answer.status < 400 ? "" : answer.body.toString("utf8").replaceAll('\\"', '"');
    const [, name, key] = /path "([^"]+)" must name one of .+?, such as (.+?)(?:, | or )/.exec(text) ?? [];
    if (name !== undefined) return { ...request, parts: { ...request.parts, segments: { ...request.parts.segments, [name]: encoded(key) } } };
    // A place and an order by what the document does not say which there are.
    const [, cursor] = /query "([^"]+)" must be (?:what an answer of this list gave|a property of the records)/.exec(text) ?? [];
    return cursor === undefined ? undefined : without(request, { name: cursor, in: "query" });
  }

  // Each with what is wrong with it.
  *broken(operation, request) {
    const parameters = operation.parameters.map(({ pointer, value }) => ({ pointer: child(pointer, "schema"), ...value }));
    const missing = parameters.find((each) => each.required === true && /query|header/.test(each.in) && this.schemas.at(each.pointer)?.default === undefined && !this.takes(each, ""));
    if (missing) yield ["missing parameter " + missing.name, without(request, missing)];
    const [typed, listed] = [(s) => /^(integer|number|boolean)$/.test(s.type), (s) => s.enum].map((is) =>
      parameters.find((each) => is(this.plain(each)) && !this.takes(each, "no~such") && each.in !== "cookie"));
    if (typed) yield ["type of " + typed.name, replaced(request, typed, "no~such")];
    if (listed) yield ["enum of " + listed.name, replaced(request, listed, "no~such")];
    if (request.secured) yield ["no credentials", { ...request, parts: { ...request.parts, headers: bare(request.parts.headers), query: request.parts.query.filter(([name]) => parameters.some((each) => each.name === name)), cookies: [] }, naked: true }];
    if (request.type === undefined) return;
    if (operation.body.value.required === true) yield ["no body", { ...request, body: undefined, type: undefined }];
    if (request.body !== "" && !Object.keys(operation.body.value.content).some((type) => type.includes("*"))) yield ["content type", { ...request, type: "application/x-unheard-of" }];
    if (request.at === undefined) return;
    if (request.json) yield ["no JSON", { ...request, body: '{"a": [1, ' }];
    const value = request.value;
    const wrongs = request.json ? [["type of the body", Array.isArray(value) ? {} : [[]]]] : [];
    if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      for (const name of Object.keys(value)) {
        const { [name]: _, ...rest } = value;
        wrongs.push(["missing property " + name, rest]);
        if (request.json) wrongs.push(["type of property " + name, { ...value, [name]: [[7]] }]);
      }
    }
    const kinds = new Set();
    for (const [why, wrong] of wrongs) {
      const kind = why.split(" ")[0] + why.includes("property");
      if (!kinds.has(kind) && this.schemas.flaw(request.at, wrong)) {
        kinds.add(kind);
        yield [why, { ...request, body: request.write(wrong) }];
      }
    }
  }

  plain({ pointer, content }) {
    const schema = content ? {} : new Values(this.schemas, false).merged(this.schemas.at(pointer), 0);
    return schema.oneOf || schema.anyOf ? {} : schema;
  }

  // Whether a text is a value of this parameter, whatever it is read as.
  takes({ pointer, content }, text) {
    return content !== undefined || this.schemas.at(pointer) === undefined || !this.schemas.flaw(pointer, text) || !this.schemas.flaw(pointer, [text]);
  }
}

// The text of a request's target, and its header fields.
export function written({ parts, type, body }) {
  const query = parts.query.map(([, text]) => text).filter((text) => text !== "").join("&");
  const filled = parts.path.replace(/#.*/, "").replace(/\{([^{}]*)\}/g, (_, name) => parts.segments[name] ?? "a");
  const [path, own] = filled.split("?");
  const target = path + ([own, query].filter(Boolean).length ? "?" + [own, query].filter(Boolean).join("&") : "");
  const headers = { ...parts.headers };
  if (parts.cookies.length) headers.Cookie = parts.cookies.join("; ");
  if (type !== undefined) headers["Content-Type"] = type;
  if (body !== undefined) headers["Content-Length"] = Buffer.byteLength(body);
  return { target, headers };
}

function place(parts, parameter, value) {
  const text = parameterText(parameter, value);
  switch (parameter.in) {
    case "path": parts.segments[parameter.name] = text; break;
    case "query": parts.query.push([parameter.name, text]); break;
    case "header": parts.headers[parameter.name] = text; break;
    default: parts.cookies.push(text);
  }
}

function bare(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => !/^(key|Bearer token|Basic .*|.* key)$/.test(value)));
}

function without(request, { name, in: where }) {
  const { [name]: _, ...headers } = request.parts.headers;
  const query = where === "query" ? request.parts.query.filter(([each]) => each !== name) : request.parts.query;
  return { ...request, parts: { ...request.parts, query, headers: where === "header" ? headers : request.parts.headers } };
}

function replaced(request, parameter, text) {
  const rest = without(request, parameter).parts;
  if (parameter.in === "query") return { ...request, parts: { ...rest, query: [...rest.query, [parameter.name, field(parameter.name) + "=" + text]] } };
  if (parameter.in === "header") return { ...request, parts: { ...rest, headers: { ...rest.headers, [parameter.name]: text } } };
  return { ...request, parts: { ...rest, segments: { ...rest.segments, [parameter.name]: text } } };
}

// The fields of a form, each a name and a value: in the style that is declared for it, else repeated for lists, and JSON for objects.
function fields(value, encoding) {
  return Object.entries(value).flatMap(([name, each]) => {
    const { style, explode } = encoding[name] ?? {};
    if (style === undefined && explode === undefined) return [each].flat().map((one) => [name, one]);
    const pairs = parameterText({ in: "query", name, style, explode }, each).split("&");
    return pairs.filter(Boolean).map((pair) => pair.split("=").map(decodeURIComponent));
  });
}

function form(value, encoding) {
  return fields(value, encoding).map(([name, each]) => encoded(name) + "=" + encoded(typeof each === "object" ? JSON.stringify(each) : each)).join("&");
}

function multipart(value, encoding) {
  const parts = fields(value, encoding).map(([name, each]) => {
    const kind = typeof each === "object" ? "\r\nContent-Type: application/json" : "";
    return `--edge\r\nContent-Disposition: form-data; name="${name}"${kind}\r\n\r\n${typeof each === "object" ? JSON.stringify(each) : each}\r\n`;
  });
  return parts.join("") + "--edge--\r\n";
}
