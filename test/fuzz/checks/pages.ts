import { type Answered, ask, type Wire } from '../gateway.ts';
import { CANARIES } from '../making/hostile.ts';
import type { Visit } from '../making/visits.ts';
import type { Write } from '../store/transaction.ts';
import { ADVERTISER, callOf, type World } from '../world.ts';
import { activeIn } from './active.ts';
import type { Finding } from './invariants.ts';

const STATUSES = new Set([200, 400, 404, 422]);

/** Everything that must never be in one answer of the public pages. */
export const pageFaults = (
  visit: Visit,
  wire: Wire,
  answer: Answered,
  writes: readonly Write[],
): readonly Finding[] => {
  const found: Finding[] = [];
  const note = (kind: Finding['kind'], says: string) => found.push({ kind, says });
  if (answer.status >= 500) note('5xx', `answered ${answer.status} ${answer.logged.slice(0, 900)}`);
  else if (answer.by === 'function' && !STATUSES.has(answer.status)) note('undocumented', `answered ${answer.status}`);
  if (answer.cpuMs > 2_500) note('time-out', `took ${Math.round(answer.cpuMs)} ms of CPU`);
  if (visit.method !== 'POST' && writes.length > 0)
    note('write by a refused request', `${visit.method} wrote ${writes[0]?.pk}`);
  if (answer.status >= 400 && writes.length > 0)
    note('write by a refused request', `${answer.status} wrote ${writes[0]?.pk}`);
  if (visit.method === 'HEAD' && answer.text !== '') note('undocumented', 'HEAD has a body');
  const canary = CANARIES.find((each) => answer.logged.toLowerCase().includes(each));
  if (canary !== undefined) note('leak', `${canary} in the log: ${answer.logged.slice(0, 300)}`);
  const [active] = activeIn(answer.text);
  if (active !== undefined) note('leak', `something may run: ${active} for ${wire.target}`);
  if ('location' in answer.headers || 'set-cookie' in answer.headers) note('leak', 'a redirect or a cookie');
  return found;
};

const IS_MAIL = /^client\d+@fuite\.example$/;

/** A link is honoured whatever the body of its POST is; an address that was typed and confirmed is opposed everywhere. */
export const honoured = async ({ aws, known }: World, visit: Visit, answer: Answered): Promise<readonly Finding[]> => {
  if (visit.method !== 'POST') return [];
  const isOurLink = visit.token !== undefined && 'known' in visit.token && !visit.token.spoiled;
  const standing = aws.table.get(`CONTACT#${ADVERTISER}#${known.get('contactId')?.[0]}`, 'STANDING');
  if (isOurLink && (answer.status !== 200 || (standing?.oppositions?.L ?? []).length === 0))
    return [{ kind: 'opposition lost', says: `a link was answered ${answer.status}, and nothing is stored` }];
  const { address = '' } = visit.form;
  const isTyped = visit.token === undefined && IS_MAIL.test(address) && visit.form.sender === undefined;
  if (!isTyped || answer.status !== 200 || !['urlencoded', 'multipart'].includes(visit.encoding)) return [];
  const messages = [{ contact: { email: address }, channel: 'email', offerCategory: 'wine' }];
  const asked = await ask(callOf('giveVerdicts', { body: { advertiserId: ADVERTISER, messages } }));
  // Nobody agreed at most of these addresses: a refusal alone would not say that the opposition is kept.
  const { verdicts = [] } = asked.status < 400 ? JSON.parse(asked.text) : {};
  const codes: readonly string[] = (verdicts[0]?.reasons ?? []).map(({ code }: { code: string }) => code);
  return codes.some((code) => code.startsWith('OPPOSED_'))
    ? []
    : [{ kind: 'opposition lost', says: `an address was typed, and the verdict is ${asked.status} ${codes}` }];
};
