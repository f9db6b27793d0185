import { defineConfig } from '@playwright/test';

const mock = `http://127.0.0.1:${process.env.MOCK_PORT ?? 8080}`;
const shop = `http://127.0.0.1:${process.env.SHOP_PORT ?? 3000}`;

export default defineConfig({
  testDir: 'tests',
  // All tests at once, on one server: each has a session of its own.
  fullyParallel: true,
  workers: 4,
  reporter: 'list',
  use: {
    baseURL: shop,
    launchOptions: {
      // Debian's own; without it, the one that `npx playwright install chromium` has downloaded.
      executablePath: process.env.CHROMIUM,
      // The sandbox cannot be had by root, as which many CI jobs run.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
  webServer: [
    {
      command: `java -jar ../../target/understudy.jar serve ../library/library.yaml --require-session --port ${new URL(mock).port}`,
      url: `${mock}/-/ready`,
    },
    {
      command: `node shop/server.mjs ${new URL(shop).port} ${mock}`,
      url: shop,
    },
  ],
  metadata: { mock },
});
