// Checks for the clients: each prints one line, "passed" or "FAILED", and .ci/clients counts them.
import { deepStrictEqual } from 'node:assert';

export const server = process.env.UNDERSTUDY!;
export const parent = '550e8400-e29b-41d4-a716-446655440000';

export function same(actual: unknown, expected: unknown): void {
  deepStrictEqual(actual, expected);
}

export async function check(what: string, body: () => Promise<void>): Promise<void> {
  try {
    await body();
    console.log(`passed: ${what}`);
  } catch (error) {
    console.log(`FAILED: ${what}: ${String(error).split('\n')[0]}`);
  }
}
