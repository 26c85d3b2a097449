import * as z from 'zod/mini';
import type { JudgedFact } from '#shared/app/records/record-consent.ts';
import { about } from '#shared/domain/about.ts';
import { Channel } from '#shared/domain/message/channel.ts';
import { reasonOf } from '#shared/law/reasons/reasons.ts';
import { recordedView } from './recorded.ts';
import { Sentence } from './sentence.ts';

/** Whether a recorded basis is usable by itself (D23). */
export const usability = {
  usable: about('True when it can support a message on at least one channel.', z.boolean()),
  missing: about(
    'Evidence that it lacks: JSON Pointers into the recorded fact; below /form, into the form version that it names.',
    z.array(z.string()),
  ),
  reasons: about(
    'Why it supports nothing on some channels.',
    z.array(
      z.strictObject({
        code: about('The stable code of the reason, listed in docs/law.md.', z.string()),
        sentence: about('The reason in words.', Sentence),
        channels: about('The channels on which it supports nothing for this reason.', z.array(Channel)),
      }),
    ),
  ),
};

type Judged = Pick<JudgedFact, 'usable' | 'missing' | 'reasons'>;

/** The usability of a basis, in words. */
export const usabilityView = ({ usable, missing, reasons }: Judged) => ({
  usable,
  missing: [...missing],
  reasons: reasons.map(({ code, channels }) => ({ code, sentence: sentenceOf(code), channels: [...channels] })),
});

const sentenceOf = (code: string) => {
  const known = reasonOf(code);
  return { fr: known?.fr ?? code, en: known?.en ?? code };
};

/** A recorded basis, and what it is worth. */
export const judgedView = (fact: JudgedFact) => ({ ...recordedView(fact), ...usabilityView(fact) });
