// Saves the contracts named on the command line as the server serves them, in both forms.
import { mkdir, writeFile } from 'node:fs/promises';

await mkdir('contracts', { recursive: true });
for (const contract of process.argv.slice(2)) {
  const name = contract.split('/')[1];
  for (const [query, file] of [['', `${name}.json`], ['?form=flat', `${name}.flat.json`]]) {
    const url = `${process.env.UNDERSTUDY}/-/contracts/${contract}.json${query}`;
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}`);
    await writeFile(`contracts/${file}`, await answer.text());
  }
}
