// An OpenAPI document as it is written: its operations, each with its parts and where they stand.
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const escaped = (key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1");
export const keys = (pointer) => pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
export const child = (pointer, ...names) => pointer + names.map((key) => "/" + escaped(key)).join("");

export class Document {
  constructor(file) {
    const text = readFileSync(file, "utf8");
    this.root = file.endsWith(".json") ? JSON.parse(text) : parse(text, { maxAliasCount: -1 });
    this.lowers = /^3\.0/.test(String(this.root.openapi));
  }

  // The value at a pointer, behind references, and the pointer that leads to it.
  at(pointer) {
    let value = this.root;
    for (const key of keys(pointer)) value = value?.[key];
    return typeof value?.$ref === "string" && value.$ref.startsWith("#/") ? this.at(decodeURIComponent(value.$ref.slice(1))) : { pointer, value };
  }

  // Those of a map or a list.
  parts(pointer) {
    const { pointer: here, value } = this.at(pointer);
    return Object.keys(value ?? {}).map((key) => ({ key, ...this.at(child(here, key)) }));
  }

  operations() {
    return this.parts("/paths").flatMap(({ key: path, pointer, value }) =>
      METHODS.filter((method) => value?.[method]).map((method) => this.operation(path, method, pointer, value)),
    );
  }

  operation(path, method, item, value) {
    const pointer = child(item, method);
    const own = value[method];
    const parameters = new Map();
    for (const list of [child(item, "parameters"), child(pointer, "parameters")]) {
      for (const each of this.parts(list)) parameters.set(`${each.value?.in} ${each.value?.name}`, each);
    }
    return {
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path: base(own.servers ?? value.servers ?? this.root.servers) + path,
      parameters: [...parameters.values()].filter(({ value: each }) => !ignored(each)),
      body: own.requestBody && { ...this.at(child(pointer, "requestBody")) },
      responses: new Map(this.parts(child(pointer, "responses")).map((each) => [each.key, each])),
      security: own.security ?? this.root.security ?? [],
    };
  }

  scheme(name) {
    return this.at(child("/components/securitySchemes", name)).value;
  }
}

// OpenAPI 3.1.1 section 4.8.12.2.1
function ignored(parameter) {
  return parameter?.in === "header" && /^(accept|content-type|authorization)$/i.test(parameter.name);
}

// The path of the first server, with the defaults of its variables.
function base(servers) {
  const server = servers?.[0] ?? { url: "/" };
  const url = server.url.replace(/\{([^{}]*)\}/g, (_, name) => server.variables?.[name]?.default ?? name);
  return new URL(url, "http://relative.example/").pathname.replace(/\/+$/, "");
}
