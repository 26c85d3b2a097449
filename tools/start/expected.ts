import * as z from 'zod/mini';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { ENVIRONMENT, type Variable } from '#functions/manifest/environment.ts';
import { manifest } from '#functions/manifest.ts';
import type { ExpectedFunction, ExpectedTrigger } from '#local/stack/expected.ts';

const usableAs = (variable: Variable) => (value: string) => z.safeParse(ENVIRONMENT[variable], value).success;

const triggerOf = ({ trigger }: FunctionEntry): ExpectedTrigger => {
  if (trigger.kind !== 'http') return trigger;
  const { kind, api, method, path } = trigger;
  return { kind, api, method, path, isKeyed: trigger.api === 'application' && trigger.scope !== undefined };
};

const expectedOf = (entry: FunctionEntry): ExpectedFunction => ({
  trigger: triggerOf(entry),
  timeoutSeconds: entry.timeoutSeconds ?? 10,
  environment: Object.fromEntries(entry.env.map((variable) => [variable, usableAs(variable)])),
});

/** The manifest, as the local stack checks a template against it. */
export const EXPECTED: Readonly<Record<string, ExpectedFunction>> = Object.fromEntries(
  Object.entries<FunctionEntry>(manifest).map(([name, entry]) => [name, expectedOf(entry)]),
);
