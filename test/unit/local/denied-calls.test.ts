import { expect, test } from 'vitest';
import { stopAndReport } from '#tools/start/denied-calls.ts';

const CALL = 'release: dynamodb:BatchWriteItem on arn:aws:dynamodb:eu-west-3:123456789012:table/aval';

test('a stack that denied a call fails whoever ran on it, once it has ended', async () => {
  const ended: string[] = [];
  const stop = async () => void ended.push('ended');
  await expect(stopAndReport({ stop, denied: () => [] })).resolves.toBeUndefined();
  await expect(stopAndReport({ stop, denied: () => [CALL, CALL] })).rejects.toThrow(
    `Functions were denied what they tried:\n  ${CALL}`,
  );
  expect(ended).toHaveLength(2);
});
