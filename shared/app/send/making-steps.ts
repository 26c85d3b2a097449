import { isPublicMailbox } from '#shared/domain/contact/mailbox-hosts.ts';
import { advertiserNotFound, contentNotFound, templateVersionNotFound } from '#shared/domain/failure.ts';
import { purposeOfMessage } from '#shared/domain/message/channel.ts';
import { type Content, subjectOf } from '#shared/domain/message/content.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { arrivesFrom, receivesAt } from '#shared/domain/sending/text-answers.ts';
import { NO_REVIEW } from '#shared/law/fold/fault.ts';
import { vetBytes } from '#shared/law/fold/vet.ts';
import type { Contents } from '../messages/contents.port.ts';
import { bytesFactsOf, type Prepare, preparedOnce, renderMessage } from '../messages/render-message.ts';
import { namedTemplate } from '../messages/resolve-content.ts';
import { trackingPixelsIn } from '../messages/tracking-pixels-in.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import { readForChannel } from '../verdicts/calls-beside.ts';
import { formsOfStanding } from '../verdicts/forms-of-standing.ts';
import { vetWithDecisions } from '../verdicts/vet-with-decisions.ts';
import type { SendPorts } from './send-ports.ts';
import type { DecryptedMessage, Rendered, SendInput, SendSteps } from './send-steps.ts';

/** What the bytes of a message are made from. Nothing here writes. */
export type MakingPorts = Pick<
  SendPorts,
  | 'clock'
  | 'vetReads'
  | 'advertisers'
  | 'formVersions'
  | 'templates'
  | 'publicBaseUrl'
  | 'allowsLocalLinks'
  | 'textAnswers'
> & {
  readonly contents: Pick<Contents, 'get' | 'getOwn'>;
  readonly reviews: Pick<Reviews, 'find'>;
  /** Of its link. */
  readonly tokens: () => Promise<Pick<Awaited<ReturnType<SendPorts['tokens']>>, 'mint' | 'mailboxes'>>;
};

/** The steps that make the bytes of a message and judge them: the sender takes them, and a preview. */
export type MakingSteps = Pick<SendSteps, 'read' | 'vet' | 'render' | 'verify'>;

/** Of a message whose text went with its contact: its worker ends it, or looks at its claim, and makes nothing of it. */
const NO_TEXT: Content = { text: '' };

const contentOf = ({ contents }: MakingPorts, { access, message, secrets }: DecryptedMessage) => {
  if (secrets.text !== undefined) return contents.getOwn(access, secrets.text);
  const isErased = message.erasedAt !== undefined && message.template === undefined;
  return isErased ? NO_TEXT : contents.get(access, message.contentSha256);
};

const readAll = async (ports: MakingPorts, decrypted: DecryptedMessage): Promise<SendInput> => {
  const { access, message, secrets } = decrypted;
  const [advertiser, content, found] = await Promise.all([
    ports.advertisers.get(access),
    contentOf(ports, decrypted),
    message.template && ports.templates.get(access, message.template),
  ]);
  if (advertiser === undefined) throw advertiserNotFound();
  if (content === undefined) throw contentNotFound('/contentSha256');
  if (message.template !== undefined && found === undefined) throw templateVersionNotFound('/template');
  // A draft can be replaced after a test of it was accepted: what it says of itself then says nothing of these bytes.
  const isReplaced = message.test === true && found?.contentSha256 !== message.contentSha256;
  const template = isReplaced ? undefined : found;
  const rest = template?.withoutBlocksSha256;
  const contentWithoutBlocks = rest === undefined ? undefined : await ports.contents.get(access, rest);
  if (rest !== undefined && contentWithoutBlocks === undefined) throw contentNotFound('/template');
  // Last, so that the two seconds a claim allows are spent on vetting and rendering alone.
  // A recipient of a campaign has no address of its own: it is the one that is kept.
  const writtenTo = secrets.address === '' ? undefined : secrets.address;
  const asked = { contactId: message.contactId, channel: message.channel, at: ports.clock.now(), address: writtenTo };
  const input = await readForChannel(ports.vetReads, access, asked);
  const formOf = await formsOfStanding(ports.formVersions, access, input.standing);
  return { ...input, advertiser, content, contentWithoutBlocks, formOf, template };
};

/** Most contents have no such image: the parse without them is the one that is used. */
const pixelsIn = (prepare: Prepare, { contentSha256 }: Message, { content }: SendInput) =>
  trackingPixelsIn(prepare(content, contentSha256, 'taken-out').trackingPixels);

const proposed = (
  { message, secrets }: DecryptedMessage,
  { advertiser, content, template }: SendInput,
  pixels: ReturnType<typeof trackingPixelsIn>,
) => ({
  channel: message.channel,
  purpose: purposeOfMessage(message.purpose),
  partner: message.partner,
  basis: message.basis,
  offerCategory: message.offerCategory,
  sender: message.sender,
  subject: subjectOf(content),
  subjectJudgement: template?.subjectJudgement,
  validUntil: message.validUntil,
  reference: message.reference,
  ...pixels,
  template: template && namedTemplate(template, secrets.mergeValues, advertiser),
  isTest: message.test,
});

/**
 * Why what whoever has this address writes to the codes that the message names does not arrive by the route of its channel (D19); `undefined`: it does.
 */
const lostBecause = (
  { textAnswers }: Pick<MakingPorts, 'textAnswers'>,
  { channel, replyCodes }: Rendered,
  address: string,
): 'code-not-received' | 'not-from-there' | undefined => {
  const answers = textAnswers[channel];
  if (answers === undefined || replyCodes.every((code) => arrivesFrom(answers, code, address))) return undefined;
  return replyCodes.every((code) => receivesAt(answers, code)) ? 'not-from-there' : 'code-not-received';
};

/** Reasons of messages whose means of opposition do not work. */
const OF_MEANS = ['OPPOSITION_ROAD_NOT_WORKING', 'RELATIONAL_REFUSAL_MISSING'];

/** Says of means that fail why they do, where nothing more is said of them than that nobody is asked. */
const withDetail = (verdict: StoredVerdict, detail: string): StoredVerdict => ({
  ...verdict,
  reasons: verdict.reasons.map((reason) => {
    const saysNothing = reason.detail === undefined || reason.detail === NO_REVIEW;
    return OF_MEANS.includes(reason.code) && saysNothing ? { ...reason, detail } : reason;
  }),
});

/** These steps over real ports. `prepare`: of who makes steps for several instants, and parses each content once. */
export const makingSteps = (ports: MakingPorts, prepare: Prepare = preparedOnce()): MakingSteps => ({
  read: (decrypted) => readAll(ports, decrypted),
  vet: async (decrypted, input, blocksStoppedBy) => {
    const { standing, sends, callsBeside, sendsBeside, advertiser, formOf } = input;
    const { address } = decrypted.secrets;
    const to = { address, isPublicMailbox: isPublicMailbox(address) };
    const message = proposed(decrypted, input, pixelsIn(prepare, decrypted.message, input));
    // A message that waited was judged before: an opposition since then is reported as such (row 64 of the decision table).
    const allowedAtSeq = decrypted.message.verdict?.seq;
    const counted = { sends, callsBeside, sendsBeside };
    const known = { ...to, standing, ...counted, advertiser, formOf, allowedAtSeq, blocksStoppedBy };
    return vetWithDecisions(ports.reviews, decrypted.access, { at: ports.clock.now(), message, ...known });
  },
  render: async (decrypted, input, vetted) => {
    const links = { tokens: await ports.tokens(), publicBaseUrl: ports.publicBaseUrl };
    return renderMessage(links, { decrypted, input, vetted, prepare });
  },
  verify: async ({ secrets }, _input, vetted, rendered) => {
    const facts = bytesFactsOf(rendered, vetted, ports.allowsLocalLinks);
    const lost = lostBecause(ports, rendered, secrets.address);
    // Means that fail by themselves fail for another reason than that their answer is lost.
    const lostAlone = facts.oppositionMeansWork ? lost : undefined;
    const oppositionMeansWork = facts.oppositionMeansWork && lostAlone === undefined;
    const verdict = vetBytes(vetted.request, vetted.verdict, { ...facts, oppositionMeansWork });
    if (verdict.outcome === 'allow') return { rendered };
    return { stopped: lostAlone === undefined ? verdict : withDetail(verdict, lostAlone) };
  },
});
