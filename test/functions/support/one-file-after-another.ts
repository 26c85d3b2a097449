import { afterAll, vi } from 'vitest';
import { startCold } from './cold-start.ts';

/*
 * A set-up file: test files share a process and its modules, since to load the SDK and the law again for each took a third of their time.
 * Each begins with the environment, the clock and the methods that it would have found in a process of its own.
 */
const environment = { ...process.env };
startCold();
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
