import { REGION } from '../../template/attributes.ts';
import { at, type JsonObject, listOf, objectOf, textOf } from '../../template/json.ts';
import { errorAnswer } from '../answers.ts';
import type { AwsAnswer, AwsCall } from '../call.ts';
import type { AwsService } from '../endpoint.ts';
import type { Identities } from './email-identities.ts';
import type { TakenMail } from './email-reports.ts';
import type { Tenants } from './email-tenants.ts';
import type { ReceivedMail } from './received-mail.ts';

/** Limits of SES v2 (API reference of MessageHeader, Destination and SendEmail; "Service quotas in Amazon SES"). */
const LIMITS = {
  headerName: 126,
  headerValue: 995,
  header: 996,
  recipients: 50,
  bytes: 40 * 1024 * 1024,
  tags: 50,
  tag: 256,
};
const HEADER_NAME = /^[!-9;-@A-~]+$/;
const PRINTABLE = /^[ -~]*$/;
const TAG = /^[A-Za-z0-9_-]+$/;

export interface EmailOptions {
  readonly forward: AwsService;
  readonly now: () => string;
  readonly onMail: (mail: ReceivedMail) => void;
  readonly tenants: Tenants;
  readonly identities: Identities;
  /** What becomes of a mail; false when it reaches nobody. */
  readonly onTaken: (taken: TakenMail) => boolean;
  /** Configuration sets of the template. */
  readonly configurationSets: readonly string[];
  /** Mails per second; none unless given. */
  readonly maxRate?: number | undefined;
  /** The account is in the sandbox: it writes to the simulator of SES, and to nobody else. */
  readonly isInSandbox?: boolean | undefined;
}

const recipientsOf = (input: JsonObject) =>
  ['ToAddresses', 'CcAddresses', 'BccAddresses'].flatMap((field) =>
    listOf(at(input, 'Destination', field)).map(textOf),
  );

const headersOf = (input: JsonObject) =>
  listOf(at(input, 'Content', 'Simple', 'Headers')).map((header) => ({
    name: textOf(at(header, 'Name')),
    value: textOf(at(header, 'Value')),
  }));

const headerProblem = ({ name, value }: { name: string; value: string }): string | undefined => {
  if (!HEADER_NAME.test(name) || name.length > LIMITS.headerName)
    return `Header name ${name.slice(0, 40)} is not valid.`;
  if (!PRINTABLE.test(value) || value === '') return `The value of header ${name} must be printable ASCII.`;
  const isTooLong = value.length > LIMITS.headerValue || name.length + value.length > LIMITS.header;
  return isTooLong ? `Header ${name} is longer than ${LIMITS.header} characters.` : undefined;
};

const tagProblem = (tag: { name: string; value: string }): string | undefined => {
  const isValid = [tag.name, tag.value].every((text) => TAG.test(text) && text.length <= LIMITS.tag);
  return isValid
    ? undefined
    : `Tag ${tag.name.slice(0, 40)}: only ASCII letters, digits, underscore and dash, at most ${LIMITS.tag}.`;
};

const tagsOf = (input: JsonObject) =>
  listOf(input.EmailTags).map((tag) => ({ name: textOf(at(tag, 'Name')), value: textOf(at(tag, 'Value')) }));

/** What SES would refuse in a request, in its words; `undefined` when nothing. */
const problemOf = (call: AwsCall): string | undefined => {
  const recipients = recipientsOf(call.input);
  if (recipients.length === 0 || recipients.length > LIMITS.recipients)
    return `Recipient count must be 1 to ${LIMITS.recipients}.`;
  if (!recipients.every((address) => PRINTABLE.test(address) && /@[^@\s]+$/.test(address))) return 'Illegal address';
  if (call.body.length > LIMITS.bytes) return 'Message length is more than 40 MB long.';
  const tags = tagsOf(call.input);
  if (tags.length > LIMITS.tags) return `There are more than ${LIMITS.tags} tags.`;
  return [...headersOf(call.input).map(headerProblem), ...tags.map(tagProblem)].find(
    (problem) => problem !== undefined,
  );
};

const toMail = (call: AwsCall, answer: AwsAnswer, now: string): ReceivedMail => {
  const simple = objectOf(at(call.input, 'Content', 'Simple'));
  const optional = (part: string) => textOf(at(simple, 'Body', part, 'Data')) || undefined;
  const { MessageId } = JSON.parse(answer.body.toString()) as { MessageId?: string };
  return {
    id: MessageId ?? '',
    to: recipientsOf(call.input)[0] ?? '',
    from: textOf(call.input.FromEmailAddress),
    subject: textOf(at(simple, 'Subject', 'Data')),
    html: optional('Html'),
    text: optional('Text'),
    headers: headersOf(call.input),
    tags: Object.fromEntries(tagsOf(call.input).map(({ name, value }) => [name, value])),
    at: now,
  };
};

/** Of whom a sandbox writes to, the simulator is left here, and none that is verified (Amazon SES, "Request production access"). */
const SIMULATOR = /@simulator\.amazonses\.com$/i;
const unverifiedIn = (call: AwsCall, { identities, isInSandbox }: EmailOptions): string | undefined => {
  const from = identities.unverifiedIn(call);
  const to = isInSandbox ? recipientsOf(call.input).filter((address) => !SIMULATOR.test(address)) : [];
  const failed = [...(from === undefined ? [] : [from]), ...to];
  return failed.length === 0
    ? undefined
    : `Email address is not verified. The following identities failed the check in region ${REGION.toUpperCase()}: ${failed.join(', ')}`;
};

const setOf = ({ input }: AwsCall): string => textOf(input.ConfigurationSetName);

/** The answer that refuses a mail, whatever the rate; `undefined`: SES takes it. */
const refusalOf = (call: AwsCall, options: EmailOptions): AwsAnswer | undefined => {
  const set = setOf(call);
  if (set && !options.configurationSets.includes(set))
    return errorAnswer(call, 404, 'NotFoundException', `Configuration set <${set}> does not exist.`);
  const problem = problemOf(call);
  if (problem) return errorAnswer(call, 400, 'BadRequestException', problem);
  const unverified = unverifiedIn(call, options);
  if (unverified) return errorAnswer(call, 400, 'MessageRejected', unverified);
  return options.tenants.refusal(call);
};

const account = (maxRate: number, isInSandbox: boolean): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    ProductionAccessEnabled: !isInSandbox,
    SendingEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { Max24HourSend: 1_000_000, MaxSendRate: maxRate, SentLast24Hours: 0 },
  }),
});

/** One second of a token bucket: true while the rate is not exceeded. */
const createRate = (maxRate: number | undefined) => {
  let second = 0;
  let count = 0;
  return () => {
    const present = Math.floor(performance.now() / 1000);
    count = present === second ? count + 1 : 1;
    second = present;
    return maxRate === undefined || count <= maxRate;
  };
};

/** SES v2: AWS's limits in front of an emulator that knows none, and an inbox that keeps what was taken. */
export const createEmailService = (options: EmailOptions): AwsService => {
  const isWithinRate = createRate(options.maxRate);
  const { tenants, identities, forward, maxRate = 200, isInSandbox = false } = options;
  const send: AwsService = async (call) => {
    const refusal = refusalOf(call, options);
    if (refusal) return refusal;
    if (!isWithinRate()) return errorAnswer(call, 429, 'TooManyRequestsException', 'Maximum sending rate exceeded.');
    const answer = await forward(call);
    if (answer.status !== 200) return answer;
    const mail = toMail(call, answer, options.now());
    if (options.onTaken({ mail, set: setOf(call), tenant: textOf(call.input.TenantName) })) options.onMail(mail);
    return answer;
  };
  const operations = new Map<string, (call: AwsCall) => AwsAnswer | Promise<AwsAnswer>>([
    ['SendEmail', send],
    ['GetAccount', () => account(maxRate, isInSandbox)],
    ['CreateEmailIdentity', identities.create],
    ['CreateTenant', tenants.create],
    ['GetTenant', tenants.get],
    ['CreateTenantResourceAssociation', tenants.associate],
    ['ListSuppressedDestinations', tenants.list],
    ['DeleteSuppressedDestination', tenants.remove],
  ]);
  return async (call) => (operations.get(call.operation) ?? forward)(call);
};
