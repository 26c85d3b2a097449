import { expect, test } from 'vitest';
import { untilClosed } from '#local/aws/until-closed.ts';

const cutOff = () => Promise.reject(new Error('socket hang up'));

test('what is cut off by the end of the stack is no failure, and what fails before it is', async () => {
  const ended: string[] = [];
  const { carry, close } = untilClosed({ destroy: () => ended.push('client') });
  await expect(carry(cutOff())).rejects.toThrow('socket hang up');
  close();
  await expect(carry(cutOff())).resolves.toBeUndefined();
  expect(ended).toEqual(['client']);
});
