import { expect, test } from 'vitest';
import { parkedReply } from '#shared/edge/sms/parked-reply.ts';

const inboundMessageId = '0d0b6f1e-7a52-4f4c-9d1e-5b7f1e2a3c4d';
const notification = (reply: unknown) => JSON.stringify({ Message: JSON.stringify(reply) });
const PERSONAL = { originationNumber: '+33612345678', messageBody: 'STOP, Camille' };

const BODIES = [
  ['a reply', notification({ ...PERSONAL, inboundMessageId }), { inboundMessageId }],
  ['a number in the place of the id', notification({ ...PERSONAL, inboundMessageId: '+33612345678' }), {}],
  ['a reply without an id', notification(PERSONAL), {}],
  ['a reply without its envelope', JSON.stringify(PERSONAL), {}],
  ['a notification of nothing', notification(null), {}],
  ['no JSON', '+33612345678 STOP', {}],
] as const;

test.each(BODIES)('P8: of %s that cannot be handled the id alone is kept', (_, body, kept) => {
  expect(JSON.parse(parkedReply(body))).toEqual(kept);
});
