import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.js',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'line',
  use: {
    actionTimeout: 15_000,
    launchOptions: {
      // Debian's own; without it, the one that `npx playwright install chromium` has downloaded.
      executablePath: process.env.CHROMIUM,
      // The sandbox cannot be had by root, as which many CI jobs run.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
});
