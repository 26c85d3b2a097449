import { expect, onTestFinished, test } from 'vitest';
import { createConsole } from '#console/console.ts';
import type { Running } from '#console/watched.ts';
import { serving } from '#test/support/http/serving.ts';

const said = async (idle: Running['idle']): Promise<unknown> => {
  const { url, close } = await serving(createConsole({ idle } as Running));
  onTestFinished(close);
  return (await fetch(`${url}/idle`)).json();
};

test('`GET /idle` says whether nothing moves any more', async () => {
  expect(await said(async () => undefined)).toEqual({ idle: true });
});

test('`GET /idle` says that something still moves, where the system came to no rest', async () => {
  expect(await said(() => Promise.reject(new Error('Still busy after 20000 ms.')))).toEqual({ idle: false });
});
