// Holds each manifest to the schema of its kind, and writes them as a TypeScript program: its compiler finds keys that no schema knows.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadAll } from 'js-yaml';

const [, , manifests, program] = process.argv;
const lines = [];
for (const manifest of loadAll(readFileSync(manifests, 'utf8'))) {
  const { apiVersion, kind } = manifest;
  const model = `kubernetes-models/${apiVersion}/${kind}`;
  new (await import(model))[kind](manifest).validate();
  lines.push(`import { I${kind} } from '${model}';`, `export const a${kind}: I${kind} = ${JSON.stringify(manifest, null, 2)};`);
}
writeFileSync(program, lines.join('\n'));
