import { expectTypeOf, test } from 'vitest';
import type { AcceptMessagesRequest, GiveVerdictsRequest } from '#clients/typescript/src/generated/schema.ts';

/** Compiled by `tsc`, which refuses an expected error that does not come: a typo must not pass as `unknown`. */
type Sent = AcceptMessagesRequest['messages'][number];
type Asked = GiveVerdictsRequest['messages'][number];

const message: Pick<Sent, 'contact' | 'channel'> = { contact: { email: 'camille@example.org' }, channel: 'email' };

test('the items of a batch are typed', () => {
  expectTypeOf<Sent>().not.toBeUnknown();
  expectTypeOf<Asked>().not.toBeUnknown();
  expectTypeOf<Sent['channel']>().toEqualTypeOf<Asked['channel']>();
});

test('a misspelt property of an item does not compile', () => {
  // @ts-expect-error chanel is no property of a message
  const sent: Partial<Sent> = { ...message, chanel: 1 };
  // @ts-expect-error nor of what a verdict is asked about
  const asked: Partial<Asked> = { chanel: 1 };
  expectTypeOf(sent).toBeObject();
  expectTypeOf(asked).toBeObject();
});
