import { test, expect } from './session.js';

for (let copy = 1; copy <= 16; copy++) {
  test(`a book that is added is listed once, copy ${copy}`, async ({ page }) => {
    await page.goto('/');
    await page.getByLabel('Title').fill('Walden');
    await page.getByLabel('Author').fill('Henry Thoreau');
    await page.getByRole('button', { name: 'Add' }).click();

    await page.getByLabel('Search').fill('Walden');

    await expect(page.getByRole('listitem')).toHaveText(['Walden by Henry Thoreau']);
  });
}

test('what the test calls itself is in the same session as its page', async ({ page, request, mock }) => {
  await request.post(`${mock}/v1/books`, { data: { title: 'Emma', author: 'Jane Austen' } });

  await page.goto('/');
  await page.getByLabel('Search').fill('Emma');

  await expect(page.getByRole('listitem')).toHaveText(['Emma by Jane Austen']);
});

test('the page says that the library is closed', async ({ page, request, mock, session }) => {
  await request.post(`${mock}/-/sessions/${session}/rules`, {
    data: {
      call: { operation: 'addBook' },
      answer: { status: 503, body: { error: { code: 'closed', message: 'We open at nine' } } },
    },
  });

  await page.goto('/');
  await page.getByLabel('Title').fill('Walden');
  await page.getByLabel('Author').fill('Henry Thoreau');
  await page.getByRole('button', { name: 'Add' }).click();

  await expect(page.getByRole('status')).toHaveText('We open at nine');
});

test('the page shows what the API says is wrong', async ({ page, mock, session, request }) => {
  await page.goto('/');
  await page.getByLabel('Title').fill('T'.repeat(201));
  await page.getByLabel('Author').fill('Nobody');
  await page.getByRole('button', { name: 'Add' }).click();

  await expect(page.getByRole('status')).toContainText('body /title must have at most 200 characters');
  // This test is about a call that breaks the contract, and is not held to it.
  await request.delete(`${mock}/-/sessions/${session}/calls`);
});
