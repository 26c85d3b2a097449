/** What a reason says beside its code, of the sentences that say one thing or one of two: by what each text speaks of. */
import { expect, test } from 'vitest';
import type { ReasonCode } from '#shared/law/reasons/reasons.ts';
import { draftedProhibitions } from '#tools/law/drafted.ts';
import { judgeExample } from '#tools/law/judge-example.ts';

const drafted = await draftedProhibitions();
const SAID: readonly (readonly [sentence: string, code: ReasonCode, details: readonly (string | undefined)[]])[] = [
  ['l223-1', 'SOFT_OPT_IN_CHANNEL_NOT_COVERED', ['no-contract-runs']],
  ['l223-1', 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE', ['by-call']],
  ['l223-1-calls', 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE', ['by-call']],
  ['l34-5', 'CONSENT_DRAWN_BY_UNLAWFUL_MESSAGE', [undefined]],
  ['l221-17', 'ADVERTISER_HIDDEN', ['sender-not-registered']],
  ['house-caller-id', 'CALLER_ID_FORBIDDEN', ['not-opened']],
  ['arcep-2018-0881', 'CALLER_ID_FORBIDDEN', [undefined]],
  ['arcep-2018-0881', 'SENDER_ID_INVALID', ['ordinary-number']],
  ['af2m-sender', 'SENDER_ID_INVALID', ['not-admitted', 'not-registered']],
  ['l34-5', 'CONSENT_EXPIRED', ['by-its-words']],
  ['r223-1', 'CONSENT_EXPIRED', [undefined]],
  ['house-sundays', 'QUIET_HOURS_SMS', ['house-courtesy']],
  ['house-holidays', 'PUBLIC_HOLIDAY', ['house-courtesy']],
  ['l34-5', 'BASIS_NOT_AVAILABLE_FOR_CHANNEL', ['professional-interest']],
  ['house-calls-to-legal-persons', 'BASIS_NOT_AVAILABLE_FOR_CHANNEL', ['legal-person']],
  ['rgpd-7', 'CONSENT_WITHDRAWN', ['withdrawn']],
  ['rgpd-5', 'CONSENT_WITHDRAWN', ['corrected', 'invalidated', 'moved']],
];

test.each(SAID)('%s %s: by each example that it forbids', (text, code, details) => {
  const examples = drafted
    .filter(({ prohibition: { article, code: its } }) => article.id.startsWith(`${text}/`) && its === code)
    .flatMap(({ prohibition, examples: all }) => all.map((example) => judgeExample(prohibition, example)));
  const found = examples.flatMap(({ says, reason }) => (says === 'forbidden' ? [reason?.detail] : []));
  expect([...new Set(found)].toSorted()).toEqual(details);
});
