// The schemas of a document as ajv judges them: those of 3.0 are lowered by two published converters, to draft 4 and from there.
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import converter from "@openapi-contrib/openapi-schema-to-json-schema";
import migrate from "json-schema-migrate";
import { child, keys } from "./document.mjs";

const NOTHING = { not: {} };

export class Schemas {
  // way: "readOnly" for requests, "writeOnly" for answers: the properties that do not go that way.
  constructor(document, way) {
    this.way = way;
    this.lowers = document.lowers;
    this.root = this.copied(document.root, "");
    // Some patterns are none with the flag u.
    this.judges = [true, false].map((unicodeRegExp) => this.judge(unicodeRegExp));
    this.compiled = new Map();
  }

  judge(unicodeRegExp) {
    const ajv = new Ajv2020.default({
      strict: false, validateSchema: false, addUsedSchema: false, allErrors: false, logger: false, unicodeRegExp,
      // Division of doubles: 152.11 is no multiple of 0.01.
      multipleOfPrecision: 9,
    });
    addFormats.default(ajv);
    return ajv.addSchema(this.root, "document:");
  }

  // What is wrong with a value, undefined if nothing is.
  flaw(pointer, value) {
    if (!this.compiled.has(pointer)) this.compiled.set(pointer, this.compile(pointer));
    const check = this.compiled.get(pointer);
    if (check(value)) return undefined;
    const [{ instancePath, message, schemaPath, params }] = check.errors;
    return `${instancePath || "the whole"} ${message} ${JSON.stringify(params)} (${schemaPath})`;
  }

  compile(pointer) {
    const reference = { $ref: "document:#" + pointer.split("/").map(encodeURIComponent).join("/") };
    try {
      return this.judges[0].compile(reference);
    } catch {
      return this.judges[1].compile(reference);
    }
  }

  at(pointer) {
    let value = this.root;
    for (const key of keys(pointer)) value = value?.[key];
    return value;
  }

  // The document without what could be taken for a schema and is none.
  copied(value, pointer) {
    if (Array.isArray(value)) return value.map((each, i) => this.copied(each, child(pointer, i)));
    if (value === null || typeof value !== "object") return value;
    const copy = {};
    for (const [key, each] of Object.entries(value)) {
      if (key.startsWith("x-") && !/\/(schemas|responses|headers|parameters|paths)$/.test(pointer)) continue;
      if (/^examples?$/.test(key) && !/\/(schemas|responses|headers|parameters|requestBodies|paths)$/.test(pointer)) continue;
      const schema = key === "schema" || /^\/components\/schemas$/.test(pointer);
      copy[key] = schema && each !== null && typeof each === "object" ? this.schema(each) : this.copied(each, child(pointer, key));
    }
    return copy;
  }

  schema(schema) {
    const lowered = this.lowers ? this.lowered(schema) : structuredClone(schema);
    delete lowered.$schema;
    this.oneWay(lowered);
    return lowered;
  }

  // A property that does not go this way is not required; an answer does not have it.
  oneWay(schema) {
    if (schema === null || typeof schema !== "object") return;
    Object.values(schema).forEach((each) => this.oneWay(each));
    // ajv takes nullable for a keyword of its own, and does not compile one without a type.
    if (schema.nullable === true && !schema.type) delete schema.nullable;
    const names = Object.keys(schema.properties ?? {}).filter((name) => schema.properties[name]?.[this.way] === true);
    if (Array.isArray(schema.required)) schema.required = schema.required.filter((name) => !names.includes(name));
    if (this.way === "writeOnly") for (const name of names) schema.properties[name] = NOTHING;
  }

  lowered(schema) {
    const draft4 = converter.openapiSchemaToJsonSchema(schema, {
      cloneSchema: true,
      keepNotSupported: ["discriminator", "readOnly", "writeOnly"],
      // The converter keeps what stands beside a reference, and drops a required property that is not declared.
      beforeTransform: (each) => (typeof each.$ref === "string" ? { $ref: each.$ref } : { ...each, "x-required": each.required }),
      afterTransform: ({ "x-required": required, ...each }) => (Array.isArray(required) ? { ...each, required } : each),
    });
    migrate.draft2020(draft4);
    return draft4;
  }
}
