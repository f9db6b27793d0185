import { defineConfig } from 'orval';

const contracts = ['task-profiles', 'ai-goals', 'ai-tasks', 'work-tasks'];

export default defineConfig(
  Object.fromEntries(
    contracts.map((name) => [
      name,
      {
        input: `contracts/${name}.json`,
        output: { target: `generated/orval/${name}.ts`, client: 'fetch', baseUrl: process.env.UNDERSTUDY },
      },
    ]),
  ),
);
