import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedCall } from '#local/aws/iam/recorded-calls.ts';
import { type Atom, atomOf, tableAtom } from './atoms.ts';

/** Where the stacks of the journeys write what their functions asked of AWS: see vitest.config.ts. */
const RECORDED = '.aval/calls';

/** Everything recorded there. Throws when nothing is. */
export const readRecorded = (folder = RECORDED): readonly RecordedCall[] => {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  if (files.length === 0) throw new Error(`${folder} is empty: the journeys record there (npm test).`);
  return files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as RecordedCall[]);
};

/**
 * As a policy names it, where the name holds what nobody knows in advance: a tenant of SES is its advertiser's, an
 * identity is the deployer's, and the streams of a log are whose writes there.
 */
const inPolicies = (resource: string): string =>
  resource
    .replace(/(:tenant\/[\w-]+?_).*$/, '$1*')
    .replace(/(:identity\/).*$/, '$1*')
    .replace(/(:log-group:[^:]+:)log-stream:$/, '$1*');

/** The objects of a folder where somebody is granted these alone, and else those of its bucket. */
const objectsOf = (resource: string, granted: ReadonlySet<string>): string =>
  granted.has(resource) ? resource : resource.replace(/^(arn:[\w-]+:s3:::[^/]+\/)[a-z-]+\/\*$/, '$1*');

/** What one call needs: an atom for each partition that it names. */
const atomsOfCall = ({ action, resource, context }: RecordedCall, granted: ReadonlySet<string>): readonly Atom[] => {
  const { 'dynamodb:LeadingKeys': keys = [] } = context;
  const named = objectsOf(inPolicies(resource), granted);
  if (keys.length === 0) return [atomOf(action, named)];
  return keys.map((partition) => tableAtom(action, named, partition));
};

/** What each function needs, by its deployed name and by what was recorded of it; `granted` are the resources that policies name. */
export const needsRecorded = (
  calls: readonly RecordedCall[],
  granted: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<Atom>> => {
  const needs = new Map<string, Set<Atom>>();
  for (const call of calls) {
    // What is asked of KMS itself follows from the items of keys: `unrecorded.ts`.
    if (call.action.startsWith('kms:')) continue;
    const own = needs.get(call.caller) ?? new Set();
    for (const atom of atomsOfCall(call, granted)) own.add(atom);
    needs.set(call.caller, own);
  }
  return needs;
};
