import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';
import type { Cost as CostOf } from '#shared/domain/message/cost.ts';

const OutsideAlphabet = z.strictObject({
  character: about('The character, as its reader sees it.', z.string()),
  in: about(
    'text: in the text that you wrote. value: in a merge value. name: in the name that is put before the text.',
    z.enum(['text', 'value', 'name']),
  ),
  field: about('Of a value: the name of its field. Absent: it is in no value.', z.optional(z.string())),
  position: about(
    'Where it is first met in that text or value, in characters, from 1. Absent: it is in the name.',
    z.optional(z.int()),
  ),
  instead: about(
    'What you could write instead: e for ê, an apostrophe for ’. Absent: there is nothing like it.',
    z.optional(z.string()),
  ),
});

/** What an SMS costs, and why. */
export const Cost = named(
  'Cost',
  z.strictObject({
    segments: about('Segments that it takes, with the name and STOP in it: it is billed by them.', z.int()),
    maxSegments: about('Segments that your settings allow (sms.maxSegments).', z.int()),
    encoding: about(
      'GSM-7: 160 units in one segment, or 153 in each of several. UCS-2: 70, or 67. One character outside GSM-7 makes the whole text UCS-2.',
      z.enum(['GSM-7', 'UCS-2']),
    ),
    units: about('Units that it takes; in GSM-7 each of € [ ] { } ^ ~ | \\ takes two.', z.int()),
    unitsLeft: about('How many more units fit, at most, before it takes more segments than allowed.', z.int()),
    outside: about(
      'Each character outside GSM-7 once. é, è, à and ù are in it; ê, ë, â, î, ô, û, ç and ’ are not.',
      z.array(OutsideAlphabet),
    ),
    segmentsWithout: about(
      'Segments that it would take with what could be written instead; what cannot is left out.',
      z.int(),
    ),
    fieldsNotCounted: about(
      'Merge fields without a fallback: their values are not known yet and are counted as empty. Of a message: none.',
      z.array(z.string()),
    ),
  }),
);

/** As answered; nothing where the channel is not billed by length. */
export const costView = (cost: CostOf | undefined): { readonly cost?: z.infer<typeof Cost> } =>
  cost === undefined
    ? {}
    : { cost: { ...cost, outside: [...cost.outside], fieldsNotCounted: [...cost.fieldsNotCounted] } };
