import { defineConfig } from 'orval';

const contracts = ['techwolf/task-profiles', 'techwolf/ai-goals', 'quant/ai-tasks', 'exante/work-tasks'];

export default defineConfig(
  Object.fromEntries(
    contracts.map((name) => [
      name.split('/')[1],
      {
        input: `${process.env.UNDERSTUDY}/-/contracts/${name}.json`,
        output: { target: `generated/orval/${name.split('/')[1]}.ts`, client: 'fetch', baseUrl: process.env.UNDERSTUDY },
      },
    ]),
  ),
);
