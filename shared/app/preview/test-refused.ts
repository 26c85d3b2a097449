import { Failure, faultOfMissing } from '#shared/domain/failure.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { Missing } from '#shared/domain/missing.ts';
import { type ExplainedReason, explain } from '#shared/law/reasons/explain.ts';
import { reasonOf } from '#shared/law/reasons/reasons.ts';

/** Nothing more can be said of it than its sentence does. */
const READ_IT = { fr: 'Corrigez ce que la phrase désigne.', en: 'Mend what the sentence names.' };

/** What the reader said is held against the contact; anything else, against the test. */
const pointerOf = (code: string): string =>
  code === 'TEST_NOT_AGREED' || reasonOf(code)?.group === 'opposition' ? '/contactId' : '';

const inBoth = (reason: ExplainedReason, language: 'fr' | 'en'): string =>
  reason.found === undefined ? reason[language] : `${reason[language]} ${reason.found[language]}`;

const missingOf = (reason: ExplainedReason): Missing => {
  const { sentence = READ_IT, route } = reason.remedy ?? {};
  return {
    pointer: pointerOf(reason.code),
    sentence: { fr: inBoth(reason, 'fr'), en: inBoth(reason, 'en') },
    remedy: { sentence, ...(route === undefined ? {} : { route }) },
  };
};

/** Each that says something else, once: two texts may give one reason, and none is cited here. */
const once = <Said>(all: readonly Said[]): readonly Said[] => [
  ...new Map(all.map((said) => [JSON.stringify(said), said])).values(),
];

/** A test that would not be sent: every reason of its verdict with its remedy, and the code of the first. */
export const testRefused = (verdict: StoredVerdict): Failure =>
  new Failure('test-refused', 'This test would not be sent: the errors say why.', {
    reason: verdict.reasons[0]?.code ?? 'INPUT_INVALID',
    errors: once(explain(verdict).reasons.map((reason) => faultOfMissing(missingOf(reason)))),
  });
