import type { TestProject } from 'vitest/node';
import { onceForAll } from './once-for-all.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the DynamoDB Local listens in which each stack has a part of its own. */
    storeUrl: string;
  }
}

/** Starts one DynamoDB Local for the stacks of all test files. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { url, stop } = await onceForAll('stacks');
  project.provide('storeUrl', url);
  return stop;
};
