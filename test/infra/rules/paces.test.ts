import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deploymentOf, type Resource } from '../deployment.ts';

/** A number of a page: what stands before it, up to it. */
const numberIn = (file: string, before: RegExp): number => {
  const [, number] = new RegExp(`${before.source}([0-9][0-9.,]*)`).exec(readFileSync(file, 'utf8')) ?? [];
  if (number === undefined) throw new Error(`${file} has no ${before.source}`);
  return Number(number.replaceAll(',', ''));
};

/** Mails a second that the page of capacity promises for campaigns, and all that SES grants then. */
const PACE = numberIn('docs/capacity.md', /\| SES \| 1 call \| /);
const GRANTED = numberIn('docs/capacity.md', /The pace is what SES grants: /);
/** What it takes to apply the reports of one mail. */
const GB_SECONDS = numberIn('bench/results.md', /\| reports applied \| (?=[0-9.]+ GB-seconds)/);

const deployment = deploymentOf('production');
const workers = deployment
  .all('AWS::Lambda::Function')
  .find(({ Properties }) => Properties.FunctionName === 'aval-production-apply-email-feedback') as Resource;
const mapping = deployment
  .all('AWS::Lambda::EventSourceMapping')
  .find(({ stack, Properties }) => stack === workers.stack && Properties.FunctionName.Ref === workers.id);
const atOnce: number = mapping?.Properties.ScalingConfig.MaximumConcurrency;
const appliedPerSecond = atOnce / (GB_SECONDS / (workers.Properties.MemorySize / 1024));

describe('what SES reports of each mail', () => {
  test('is applied twice as fast as all mails that SES grants leave: complaints wait for nothing, and what waited is caught up', () => {
    expect([PACE, GRANTED]).toEqual([1736, 2170]);
    expect(appliedPerSecond).toBeGreaterThan(2 * GRANTED);
  });

  test('as the page of capacity says', () => {
    const row = readFileSync('docs/capacity.md', 'utf8')
      .split('\n')
      .find((line) => line.startsWith('| reports of SES |'));
    expect(row).toContain(`| ${PACE.toLocaleString('en')} |`);
    expect(row).toContain(
      `${atOnce} at once (\`maxConcurrency\`), ${(Math.floor(appliedPerSecond / 100) * 100).toLocaleString('en')} a second`,
    );
  });
});
