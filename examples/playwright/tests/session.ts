import { test as base, expect, request } from '@playwright/test';

/** One session a test: every request of its pages, and of its `request`, names it. */
export const test = base.extend<{ mock: string; session: string }>({
  mock: async ({}, use, info) => use(info.config.metadata.mock),

  session: async ({ mock }, use, info) => {
    const key = `test-${info.testId}-${info.retry}-${info.repeatEachIndex}`.slice(0, 64);
    const control = await request.newContext({ baseURL: mock });
    await control.put(`/-/sessions/${key}`);

    await use(key);

    const unexpected = await (await control.get(`/-/sessions/${key}/unexpected`)).json();
    await control.delete(`/-/sessions/${key}`);
    await control.dispose();
    // A test whose calls broke the contract fails, and says why.
    expect(unexpected.count, unexpected.message).toBe(0);
  },

  extraHTTPHeaders: async ({ session }, use) => use({ 'Understudy-Session': session }),
});

export { expect };
