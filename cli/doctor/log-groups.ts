import type { Config } from '#infra/config.ts';
import { type Finding, fail } from './finding.ts';

/** As many names as are printed. */
const PRINTED = 5;

/**
 * Log groups of a stage that has no stack: a creation finds its names taken, and fails. Nothing once the stage is deployed, when they
 * are its own.
 */
export const ofLogGroups = (
  names: readonly string[],
  { adopt: { logGroups = [] }, stage }: Pick<Config, 'adopt' | 'stage'>,
): readonly Finding[] => {
  const left = names.filter((name) => !logGroups.includes(name));
  if (left.length === 0) return [];
  const more = left.length > PRINTED ? ` and ${left.length - PRINTED} more` : '';
  return [
    fail(
      'log groups',
      `${left.length} are left of a former stack: ${left.slice(0, PRINTED).join(', ')}${more}`,
      `Name all of them in \`stages.${stage}.adopt.logGroups\`, or delete them: docs/restore.md.`,
    ),
  ];
};
