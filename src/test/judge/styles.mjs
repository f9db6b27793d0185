// Arguments as text, in the styles of OpenAPI 3.1.1 section 4.8.12.
const encoded = encodeURIComponent;
const DELIMITERS = { spaceDelimited: "%20", pipeDelimited: "%7C" };
export const field = (name) => encoded(name).replaceAll("%5B", "[").replaceAll("%5D", "]");

export function parameterText(parameter, value) {
  const where = parameter.in;
  if (parameter.content) return sent(parameter, JSON.stringify(value));
  const style = parameter.style ?? (where === "query" || where === "cookie" ? "form" : "simple");
  const explode = parameter.explode ?? style === "form";
  const write = where === "header" ? String : encoded;
  const one = (each) => write(each !== null && typeof each === "object" ? JSON.stringify(each) : String(each));
  const name = where === "query" ? field(parameter.name) : parameter.name;
  const pairs = (join) => Object.entries(value).map(([key, each]) => write(key) + join + one(each));
  const list = Array.isArray(value), object = !list && value !== null && typeof value === "object";
  switch (style) {
    case "label": return "." + (list ? value.map(one).join(explode ? "." : ",") : object ? pairs(explode ? "=" : ",").join(explode ? "." : ",") : one(value));
    case "matrix":
      if (list && explode) return value.map((each) => `;${name}=${one(each)}`).join("");
      if (object && explode) return pairs("=").map((each) => ";" + each).join("");
      return `;${name}=` + (list ? value.map(one).join(",") : object ? pairs(",").join(",") : one(value));
    case "simple": return list ? value.map(one).join(",") : object ? pairs(explode ? "=" : ",").join(",") : one(value);
    case "deepObject": return nested(name, value);
    default: {
      const join = where === "cookie" ? "; " : "&";
      if (list && explode) return value.map((each) => `${name}=${one(each)}`).join(join);
      if (object && explode) return where === "query" ? Object.entries(value).map(([key, each]) => nested(encoded(key), each)).filter(Boolean).join(join) : pairs("=").join(join);
      return `${name}=` + (list ? value.map(one).join(DELIMITERS[style] ?? ",") : object ? pairs(",").join(DELIMITERS[style] ?? ",") : one(value));
    }
  }
}

function sent(parameter, text) {
  if (parameter.in === "query") return `${field(parameter.name)}=${encoded(text)}`;
  return parameter.in === "cookie" ? `${parameter.name}=${encoded(text)}` : parameter.in === "path" ? encoded(text) : text;
}

// As our documentation reads what is inside of others, where no style of OpenAPI writes it.
function nested(name, value) {
  if (value === null || typeof value !== "object") return `${name}=${encoded(String(value))}`;
  const key = (index, each) => (Array.isArray(value) && (each === null || typeof each !== "object") ? "" : encoded(index));
  return Object.entries(value).map(([index, each]) => nested(`${name}[${key(index, each)}]`, each)).filter(Boolean).join("&");
}
