// Values for requests, made from lowered schemas: plain ones, as a client would send them. Whether they are right, ajv says.
import RandExp from "randexp";

const DEEPEST = 8;
const TEXTS = {
  date: "2026-03-14", "date-time": "2026-03-14T09:26:53Z", time: "09:26:53Z", duration: "P3D", uuid: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
  email: "ada@example.com", "idn-email": "ada@example.com", hostname: "example.com", "idn-hostname": "example.com", ipv4: "192.0.2.7",
  ipv6: "2001:db8::7", uri: "https://example.com/a", url: "https://example.com/a", iri: "https://example.com/a", "uri-reference": "/a",
  "iri-reference": "/a", "uri-template": "/a/{b}", byte: "YWRh", binary: "ada", "json-pointer": "/a", "relative-json-pointer": "0/a", regex: "a+",
};

export class Values {
  // schemas: lowered, for requests; rich: also what is not required
  constructor(schemas, rich) {
    this.schemas = schemas;
    this.rich = rich;
  }

  // The first that ajv takes of several, as branches of a choice and characters of a pattern may turn out wrong; undefined if none.
  make(pointer) {
    for (let trial = 0; trial < 12; trial++) {
      this.trial = trial;
      this.random = trial;
      const value = this.value(this.schemas.at(pointer), 0);
      if (value !== undefined && !this.schemas.flaw(pointer, value)) return value;
    }
    return undefined;
  }

  merged(schema, depth) {
    if (schema === true || schema === undefined) return {};
    let all = { ...schema };
    if (typeof schema.$ref === "string") {
      const target = this.schemas.at(decodeURIComponent(schema.$ref.replace(/^#/, "")));
      all = both(this.merged(target, depth + 1), { ...all, $ref: undefined, name: schema.$ref.replace(/.*\//, "") });
    }
    if (depth > DEEPEST) return all;
    for (const part of all.allOf ?? []) all = both({ ...this.merged(part, depth + 1), discriminator: undefined }, all);
    const branches = all.oneOf ?? all.anyOf;
    if (branches?.length) {
      const branch = this.merged(branches[this.trial % branches.length], depth + 1);
      all = both(branch, { ...all, oneOf: undefined, anyOf: undefined });
      if (all.discriminator) all.tag = [all.discriminator.propertyName, mapped(all.discriminator, branch)];
    } else if (all.discriminator?.propertyName && all.tag === undefined) {
      all.tag = [all.discriminator.propertyName, mapped(all.discriminator, all)];
    }
    return all;
  }

  value(raw, depth) {
    if (raw === false) return undefined;
    const schema = this.merged(raw, 0);
    if ("const" in schema) return schema.const;
    if (schema.enum) return schema.enum.filter((each) => each !== null)[this.trial > 3 ? this.trial % schema.enum.length : 0] ?? schema.enum[0];
    const type = [schema.type].flat().find((each) => each !== "null") ?? (schema.properties ? "object" : schema.items ? "array" : "string");
    switch (type) {
      case "object": return this.object(schema, depth);
      case "array": return this.array(schema, depth);
      case "integer": case "number": return number(schema, type);
      case "boolean": return true;
      default: return this.text(schema);
    }
  }

  object(schema, depth) {
    const value = {};
    const required = schema.required ?? [];
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (!required.includes(name) && (!this.rich || depth > 2 || this.trial > 8)) continue;
      if (property.readOnly === true || depth > DEEPEST) continue;
      const made = this.value(property, depth + 1);
      if (made !== undefined) value[name] = made;
    }
    for (const name of required) if (!(name in value) && !(schema.properties?.[name])) value[name] = this.value(schema.additionalProperties ?? true, depth + 1);
    for (let i = 0; Object.keys(value).length < (schema.minProperties ?? 0) && i < 20; i++) value["key" + i] = this.value(schema.additionalProperties ?? true, depth + 1);
    if (schema.tag && (schema.tag[0] in value || required.includes(schema.tag[0])) && schema.tag[1]) value[schema.tag[0]] = schema.tag[1];
    return value;
  }

  array(schema, depth) {
    const least = Math.max(schema.minItems ?? 0, this.rich && depth < 3 && (schema.maxItems ?? 1) > 0 ? 1 : 0);
    return Array.from({ length: Math.min(least, 50) }, (_, i) => {
      const item = this.value(schema.prefixItems?.[i] ?? schema.items ?? true, depth + 1);
      return schema.uniqueItems && i > 0 && typeof item === "string" ? item + i : item;
    });
  }

  text(schema) {
    if (schema.pattern && !TEXTS[schema.format]) return this.matching(schema);
    const text = TEXTS[schema.format] ?? "a text";
    const padded = text.padEnd(Math.min(schema.minLength ?? 0, 100_000), "x");
    return schema.maxLength === undefined ? padded : padded.slice(0, schema.maxLength);
  }

  matching(schema) {
    for (const flags of ["u", ""]) {
      try {
        const maker = new RandExp(new RegExp(schema.pattern, flags));
        maker.max = Math.max(schema.minLength ?? 0, 3);
        let state = this.random + 7;
        maker.randInt = (from, to) => from + ((state = (state * 48271) % 2147483647) % (to - from + 1));
        return maker.gen();
      } catch {
        // Not a pattern that can be read so.
      }
    }
    return "a text";
  }
}

// What two schemas say of the same value.
function both(one, other) {
  const all = { ...one };
  for (const [key, value] of Object.entries(other)) if (value !== undefined || key === "discriminator" || /Of$/.test(key)) all[key] = value;
  all.properties = one.properties || other.properties ? { ...one.properties, ...other.properties } : undefined;
  all.required = [...new Set([...(one.required ?? []), ...(other.required ?? [])])];
  if (one.tag && !other.tag) all.tag = one.tag;
  for (const key of Object.keys(all)) if (all[key] === undefined) delete all[key];
  return all;
}

// The value of the discriminator that means this schema.
function mapped({ mapping = {} }, { name }) {
  const entries = Object.entries(mapping);
  return entries.find(([, to]) => to.replace(/.*\//, "") === name)?.[0] ?? entries[0]?.[0] ?? name;
}

function number(schema, type) {
  const step = schema.multipleOf ?? (type === "integer" ? 1 : 0.5);
  const least = schema.minimum ?? (schema.exclusiveMinimum !== undefined ? schema.exclusiveMinimum + step : undefined);
  const most = schema.maximum ?? (schema.exclusiveMaximum !== undefined ? schema.exclusiveMaximum - step : undefined);
  let value = Math.max(least ?? -Infinity, Math.min(most ?? Infinity, 1));
  if (schema.multipleOf || type === "integer") value = Math.ceil(value / step) * step;
  return value;
}
