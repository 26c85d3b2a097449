import * as z from 'zod/mini';
import type { JudgedFact } from '#shared/app/records/record-consent.ts';
import { about } from '#shared/domain/about.ts';
import { ADDRESS_NAMES } from '#shared/domain/contact/address.ts';
import { addressKindOf, Channel } from '#shared/domain/message/channel.ts';
import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { Missing as Piece } from '#shared/domain/missing.ts';
import { isUsableOn } from '#shared/law/readings/usability.ts';
import { saidNow } from '#shared/law/reasons/said-now.ts';
import { recordedView } from './recorded.ts';
import { Sentence } from './sentence.ts';
import { Missing, missingView, missingViews, UsableByChannel, usableView } from './settings/missing.ts';

/** Whether a recorded basis is usable by itself (D23), channel by channel. */
export const usability = {
  usable: about(
    'For each channel of the record, true when it can support a message there, or what stops it and what to do. It speaks of this record alone: an opposition, or an offer of other goods, can still stop the message.',
    UsableByChannel,
  ),
  missing: about(
    'Evidence that it lacks, on every channel: pointers into the recorded fact; below /form, into the form version.',
    z.array(Missing),
  ),
  reasons: about(
    'Why it supports nothing on some channels, as codes for programs.',
    z.array(
      z.strictObject({
        code: about('The stable code of the reason, listed in docs/law.md.', z.string()),
        sentence: about('The reason in words.', Sentence),
        channels: about('The channels on which it supports nothing for this reason.', z.array(Channel)),
        remedy: about('What to do about it.', Missing.shape.remedy),
      }),
    ),
  ),
};

/** A usability without a channel: of a basis that nothing is known of. */
export const UNKNOWN_USABILITY = { channels: [], missing: [], reasons: [] };

type Judged = Pick<JudgedFact, 'channels' | 'missing'>;
type OnChannel = Judged['channels'][number];

const NAMES_FR = { email: 'une adresse électronique', phone: 'un numéro de téléphone' } as const;

const otherAddress = (channel: Channel): readonly Piece[] => {
  const kind = addressKindOf(channel);
  if (kind === undefined) return [];
  return [
    {
      pointer: '/contact',
      sentence: {
        fr: `Ce canal s’adresse à ${NAMES_FR[kind]}, et ce contact est d’un autre genre.`,
        en: `This channel reaches ${ADDRESS_NAMES[kind]}, and this contact is of another kind.`,
      },
      remedy: {
        sentence: {
          fr: `Enregistrez le fait pour ${NAMES_FR[kind]} de la personne.`,
          en: `Record the fact for ${ADDRESS_NAMES[kind]} of the person.`,
        },
        pointer: '/contact',
      },
    },
  ];
};

/** A fault in the words of a verdict. */
const pieceOf = (fault: StoredReason): Piece => {
  const { says, remedy: said = SEE_THE_REASON } = saidNow(fault);
  // The pointer of a reason's remedy is into a message: here the whole record is at fault.
  const { pointer: _intoMessage, ...remedy } = said;
  return { pointer: '', sentence: says, remedy };
};

/** Of a code that no rulebook knows any more. */
const SEE_THE_REASON: Piece['remedy'] = {
  sentence: { fr: 'Voyez ce motif dans docs/law.md.', en: 'See this reason in docs/law.md.' },
};

/** What is said of incomplete evidence is its pieces; where there are none, the reason itself. */
const IN_PIECES = 'EVIDENCE_INCOMPLETE';

/** What the form of a sale would show: without the form, only that is said, for nobody knows what it offered. */
const SHOWN_BY_FORM: ReadonlySet<string> = new Set(['SOFT_OPT_IN_NOTICE_MISSING', 'SOFT_OPT_IN_NO_REFUSAL_OFFERED']);

/** A reason in words: by the pieces that are missing, where they say more than the reason. */
const piecesOf = (fault: StoredReason, missing: readonly Piece[]): readonly Piece[] => {
  const noForm = SHOWN_BY_FORM.has(fault.code) ? missing.filter(({ pointer }) => pointer === '/form') : [];
  const pieces = fault.code === IN_PIECES ? missing : noForm;
  return pieces.length > 0 ? pieces : [pieceOf(fault)];
};

/** Those of which the same is said, together: each of what is said once, with all of whom it is said. */
const bySaid = <Said, Of>(all: readonly (readonly [Said, Of])[]): readonly { said: Said; of: readonly Of[] }[] => {
  const groups = Map.groupBy(all, ([said]) => JSON.stringify(said));
  return [...groups.values()].flatMap((group) =>
    group[0] === undefined ? [] : [{ said: group[0][0], of: [...new Set(group.map(([, of]) => of))] }],
  );
};

const stoppedBy = ({ channel, fitsAddress, faults }: OnChannel, missing: readonly Piece[]): readonly Piece[] => [
  ...(fitsAddress ? [] : otherAddress(channel)),
  ...bySaid(faults.flatMap((fault) => piecesOf(fault, missing)).map((piece) => [piece, channel])).map(
    ({ said }) => said,
  ),
];

/** Why it supports nothing: each fault with what to do about it, and the channels on which it is one. */
const reasonsOn = (channels: readonly OnChannel[]) =>
  bySaid(
    channels.flatMap(({ channel, faults }) =>
      faults.map((fault) => {
        const { sentence, remedy } = missingView(pieceOf(fault));
        return [{ code: fault.code, sentence, remedy }, channel] as const;
      }),
    ),
  ).map(({ said: { code, sentence, remedy }, of }) => ({ code, sentence, channels: [...of], remedy }));

/** The usability of a basis, in words. */
export const usabilityView = ({ channels, missing }: Judged) => ({
  usable: usableView(
    Object.fromEntries(
      channels.map((each) => [each.channel, isUsableOn(each) || { missing: stoppedBy(each, missing) }]),
    ),
  ),
  missing: missingViews(missing),
  reasons: reasonsOn(channels),
});

/** A recorded basis, and whether it can be used. */
export const judgedView = (fact: JudgedFact) => ({ ...recordedView(fact), ...usabilityView(fact) });
