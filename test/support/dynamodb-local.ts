import type { TestProject } from 'vitest/node';
import { onceForAll } from './stacks/once-for-all.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the DynamoDB Local of this run listens. */
    dynamoDbUrl: string;
  }
}

/** Starts one DynamoDB Local, in memory and on a free port, for all test files of all projects. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { url, stop } = await onceForAll('tables');
  project.provide('dynamoDbUrl', url);
  return stop;
};
