import { expect, test } from 'vitest';
import { costView } from '#shared/contracts/http/jobs/dry-run-cost.ts';

const MAILS = { channel: 'email', units: 12_345 } as const;
const TEXTS = { channel: 'sms', units: 300 } as const;

test('mails cost what the deployer pays, or else their list price, whose day is named', () => {
  const list = { listPriceUsd: 0.0001, listPriceAsOf: '2026-11-27', usd: 1.2345 };
  expect(costView(MAILS, { sms: 0.07 })).toEqual({ per: 'message', units: 12_345, ...list });
  const own = { yourPriceUsd: 0.0002, usd: 2.469 };
  expect(costView(MAILS, { email: 0.0002 })).toEqual({ per: 'message', units: 12_345, ...own });
});

test('texts cost what the deployer pays for a segment, and without that nothing is said but how many there are', () => {
  expect(costView(TEXTS, { sms: 0.07 })).toEqual({ per: 'segment', units: 300, yourPriceUsd: 0.07, usd: 21 });
  expect(costView(TEXTS, { email: 0.0002 })).toEqual({ per: 'segment', units: 300 });
});

test.each(['mms', 'automated-call'] as const)(
  '%s has no price of mail or of texts: nothing is said but how many there are',
  (channel) => {
    expect(costView({ channel, units: 3 }, { sms: 0.07, email: 0.0001 })).toEqual({ per: 'message', units: 3 });
  },
);
