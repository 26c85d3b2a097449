import * as z from 'zod/mini';
import type { Asked, GivenVerdict } from '#shared/app/verdicts/give-verdicts.ts';
import type { MentionsToGive } from '#shared/app/verdicts/mentions-to-give.ts';
import { about } from '#shared/domain/about.ts';
import { Failure } from '#shared/domain/failure.ts';
import { Instant } from '#shared/domain/ids.ts';
import { Batch, batchAnswers, ItemProblem } from '../batch.ts';
import { addressOf } from '../contact-address.ts';
import { Cost, costView } from '../cost.ts';
import { document } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { FinalBytes } from '../final-bytes.ts';
import { channelOf, messageParts } from '../message.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';
import type { Reason } from '../verdict/reason.ts';
import { Verdict, verdictView } from '../verdict/verdict.ts';

const AskedMessage = z.strictObject({
  ...messageParts,
  subject: about(
    'The subject of an e-mail, at most 500 characters: whether it fits the offer is judged on it.',
    z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(500))),
  ),
  bytes: about(
    'The very bytes, where you send the message elsewhere: they are checked too. Absent: only the message is judged.',
    z.optional(FinalBytes),
  ),
  withoutProspectingBlocks: about(
    'The bytes were made without the prospecting blocks of their template. Absent: they are judged as holding them.',
    z.optional(z.literal(true)),
  ),
  returnMentions: about(
    'Answer with what the message must say and its personal link to stop, for bytes that you make yourself. Absent: without.',
    z.optional(z.literal(true)),
  ),
});

/** Says whether messages may be sent now; a refusal is an answer and no error. */
export const giveVerdictsRoute = route({
  name: 'give-verdicts',
  method: 'POST',
  path: '/v1/verdicts',
  scope: 'verdicts:read',
  body: Batch,
  list: 'messages',
  item: AskedMessage,
});

/** The messages asked about, as the use case takes them. */
export const askedMessages = (
  parsed: readonly (z.infer<typeof AskedMessage> | Failure)[],
): readonly (Asked | Failure)[] =>
  parsed.map((item) => {
    if (item instanceof Failure) return item;
    const channel = channelOf(item);
    if (channel instanceof Failure) return channel;
    const { contact, ...message } = item;
    return { ...message, channel, address: addressOf(contact) };
  });

/** What a message must say besides the words of its author, where another system makes it. */
const GivenMentions = z.strictObject({
  oppositionUrl: about(
    'The page by which this reader stops such messages, in one action. It is made for this reader: give each reader their own. Absent: the message is transactional, and holds none.',
    z.optional(z.string()),
  ),
  first: about('What the text of an SMS or MMS begins with: who writes. Absent: of an e-mail.', z.optional(z.string())),
  last: about(
    'What the text ends with: of an e-mail the whole footer, of an SMS or MMS where STOP is received. Absent: nothing is added at the end.',
    z.optional(z.string()),
  ),
  html: about(
    'What the HTML of an e-mail ends with, inside its body. Absent: it is no e-mail.',
    z.optional(z.string()),
  ),
  headers: about(
    'Headers of an e-mail by which its reader stops with one click. Absent: it is no e-mail, or it is transactional.',
    z.optional(
      z.array(
        z.strictObject({
          name: about('The name of the header.', z.string()),
          value: about('Its value, on one line.', z.string()),
        }),
      ),
    ),
  ),
});

const GivenVerdicts = z.strictObject({
  verdicts: about(
    'One verdict for each message, at the same position, or the problem of that message.',
    z.array(
      z.union([
        z.extend(Verdict, {
          verdictExpiresAt: about(
            'Until when you may rely on this verdict, in UTC: ten minutes, or less where the hours of the law or the validity of the message end before. A message that Aval sends is judged again just before it goes.',
            Instant,
          ),
          cost: about('What the bytes cost. Absent: there are none, or they are no SMS.', z.optional(Cost)),
          mentions: about(
            'What the message must say, where returnMentions asks for it. Absent: it was not asked for, the message may not be sent whatever a human decides, or its channel has no written mentions.',
            z.optional(GivenMentions),
          ),
        }),
        ItemProblem,
      ]),
    ),
  ),
});

/** The verdict on each item of a batch; where there is none, the failure that it is. */
export const givenVerdictView = (
  given: GivenVerdict | Failure,
  asked: Asked | Failure | undefined,
): Failure | z.infer<typeof GivenVerdicts>['verdicts'][number] =>
  given instanceof Failure ? given : viewOf(given, asked instanceof Failure ? undefined : asked);

/** Where the content of a message is that is only asked about: in its bytes, in its template, or nowhere but the subject. */
const partOf = (asked: Asked | undefined, pointer: string): string | undefined => {
  if (!pointer.startsWith('/content')) return pointer;
  if (asked?.bytes !== undefined) return pointer.replace('/content', '/bytes');
  if (asked?.template !== undefined) return '/template';
  return pointer.endsWith('/subject') ? '/subject' : undefined;
};

const pointedInto =
  (asked: Asked | undefined) =>
  ({ remedy, ...reason }: z.infer<typeof Reason>): z.infer<typeof Reason> =>
    remedy?.pointer === undefined
      ? { ...reason, remedy }
      : { ...reason, remedy: { ...remedy, pointer: partOf(asked, remedy.pointer) } };

const viewOf = ({ verdict, verdictExpiresAt, cost, mentions }: GivenVerdict, asked: Asked | undefined) => ({
  ...pointedVerdict(verdictView(verdict), asked),
  verdictExpiresAt,
  ...costView(cost),
  ...(mentions === undefined ? {} : { mentions: mentionsView(mentions) }),
});

const pointedVerdict = ({ reasons, notes, ...more }: z.infer<typeof Verdict>, asked: Asked | undefined) => ({
  ...more,
  reasons: reasons.map(pointedInto(asked)),
  notes: notes.map(pointedInto(asked)),
});

const mentionsView = ({ headers, ...said }: MentionsToGive): z.infer<typeof GivenMentions> =>
  headers === undefined ? said : { ...said, headers: [...headers] };

const REFUSED = z.extend(Problem, { verdicts: z.optional(GivenVerdicts.shape.verdicts) });

document(giveVerdictsRoute, () => ({
  summary: 'Says whether up to 100 messages may be sent now, and why; sends nothing, opens what a human must decide',
  answers: batchAnswers({ status: 200, means: 'One verdict for each message; a refusal is no error' }, GivenVerdicts),
  refused: REFUSED,
  problems: [
    'advertiser-not-found',
    'address-expected',
    'template-version-not-found',
    'template-draft',
    'template-not-approved',
  ],
  request: {
    advertiserId: 'maison-valmy',
    messages: [
      {
        contact: EXAMPLE_OF_CONTACT.contact,
        channel: 'email',
        offerCategory: 'wine',
        subject: 'Nos vins d’hiver',
      },
    ],
  },
}));
