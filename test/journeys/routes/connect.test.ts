import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { linesOf } from '#test/support/stacks/lines-of.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, callerOf, messageOf } from '../send-path-api.ts';

/** Automated calls of a template whose calls leave by Amazon Connect: its own flow is played, from consent to telephone, and back. */
const ADVERTISER = 'maison-valmy';
const CALLS = 'par appel automatique';

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  // Each test brings its own fault about, and what comes twice or late.
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none', callRoute: 'connect' });
  api = callerOf(stack);
  await api.put(`/v1/advertisers/${ADVERTISER}`, {
    siren: '552100554',
    legalName: 'Maison Valmy SAS',
    tradeNames: ['Maison Valmy'],
    contact: { email: 'contact@maison-valmy.example' },
    privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
    senders: { calls: [{ callerId: '+33162000000', acceptsKeyPress: true }] },
  });
  await api.put(`/v1/advertisers/${ADVERTISER}/forms/newsletter/versions/1`, {
    mode: 'web',
    wording: `J’accepte de recevoir ${CALLS} les offres de Maison Valmy.`,
    channels: [{ channel: 'automated-call', words: CALLS }],
    mechanism: 'checkbox',
    defaultState: 'empty',
    notice: { version: '2024-01', url: 'https://maison-valmy.example/confidentialite' },
    shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
    approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00.000Z' },
  });
});
afterAll(() => stack?.stop());
beforeEach(() => stack.holds.clear());

let readers = 0;
const aReader = async (phone = `+3363998${String(7_000 + ++readers)}`) => {
  await api.post('/v1/consents', {
    advertiserId: ADVERTISER,
    contact: { phone },
    channels: ['automated-call'],
    form: { formId: 'newsletter', version: '1' },
    givenAt: '2026-05-20T09:00:00Z',
  });
  return phone;
};
const call = async (phone: string): Promise<string> => {
  const content = { automatedCall: { script: 'Nos vins d’hiver sont arrivés.' } };
  const message = { contact: { phone }, channel: 'automated-call', offerCategory: 'wine', content };
  const answer = await api.post('/v1/messages', { advertiserId: ADVERTISER, messages: [message] });
  await stack.idle();
  return String((answer.messages as readonly { id: string }[])[0]?.id);
};
const callsTo = (phone: string) => stack.provider.taken().filter(({ to }) => to === phone);
const happens = async (phone: string, report: Parameters<Aval['provider']['report']>[1]): Promise<void> => {
  await stack.provider.report(callsTo(phone).at(-1)?.id ?? '', report);
  await stack.idle();
};
const oppositions = () => stack.events().filter(({ type }) => type === 'opposition.registered.v1').length;
const next = async (phone: string): Promise<string> => JSON.stringify(await messageOf(api, await call(phone)));

describe('a call by Amazon Connect', () => {
  test('reaches its reader, rings no longer than five rings, and says first and last how to stop', async () => {
    const phone = await aReader();
    const id = await call(phone);
    const [taken] = callsTo(phone);
    expect(taken?.message).toMatchObject({ ringSeconds: 25, keys: { 9: 'opposition' } });
    expect(String(taken?.message.ssml).match(/tapez 9/g)).toHaveLength(2);
    expect(await messageOf(api, id)).toMatchObject({ status: 'sent' });
    await happens(phone, { kind: 'delivered' });
    expect(await messageOf(api, id)).toMatchObject({ status: 'sent' });
  });

  test('is spoken in the language of its reader, by a voice of it, and one presses its key all the same', async () => {
    const phone = await aReader();
    await api.put('/v1/contacts', { advertiserId: ADVERTISER, contact: { phone }, language: 'de' });
    await call(phone);
    const ssml = String(callsTo(phone)[0]?.message.ssml);
    expect(ssml).toContain('<speak xml:lang="de-DE">');
    expect(ssml.match(/Um nicht mehr angerufen zu werden, drücken Sie die Taste 9\./g)).toHaveLength(2);
    await happens(phone, { kind: 'keypress', digits: '9' });
    expect(await next(phone)).toContain('OPPOSED_CHANNEL');
  });

  test('P2: a key stops the next call, at once and once, whatever comes twice', async () => {
    const phone = await aReader();
    const id = await call(phone);
    const before = oppositions();
    await happens(phone, { kind: 'keypress', digits: '9' });
    await stack.repeatCallReports();
    await stack.idle();
    expect(oppositions() - before).toBe(1);
    expect(await messageOf(api, id)).toMatchObject({ status: 'sent' });
    expect(await next(phone)).toContain('OPPOSED_CHANNEL');
    expect(callsTo(phone)).toHaveLength(1);
  });

  test('P2: another key than the one that is named is one, too', async () => {
    const phone = await aReader();
    await call(phone);
    await happens(phone, { kind: 'keypress', digits: '4' });
    expect(await next(phone)).toContain('OPPOSED_CHANNEL');
  });

  test('P2: a key that the function cannot store is stored when the call has ended', async () => {
    const phone = await aReader();
    await call(phone);
    const before = oppositions();
    // As long as the flow tries: twice three times.
    stack.faults.next('dynamodb', 'unreadable', { times: 200 });
    const told = stack.provider.report(callsTo(phone)[0]?.id ?? '', { kind: 'keypress', digits: '9' });
    await told;
    stack.faults.clear();
    await stack.clock.advance(400);
    await stack.idle();
    expect(oppositions() - before).toBe(1);
    expect(await next(phone)).toContain('OPPOSED_CHANNEL');
  });

  test.each([
    ['a machine answers', 'machine'],
    ['it is busy', 'busy'],
    ['nobody answers', 'no-answer'],
  ])('%s: nothing is said, and it is undelivered', async (_, reason) => {
    const phone = await aReader();
    const id = await call(phone);
    await happens(phone, { kind: 'failed', reason });
    await stack.repeatCallReports();
    await stack.idle();
    expect(await messageOf(api, id)).toMatchObject({ status: 'undelivered' });
  });

  test('to a number that is none is undelivered, and the next is refused', async () => {
    const phone = await aReader();
    const id = await call(phone);
    await happens(phone, { kind: 'failed', reason: 'number-invalid' });
    expect(await messageOf(api, id)).toMatchObject({ status: 'undelivered' });
    expect(await next(phone)).toContain('ADDRESS_UNDELIVERABLE');
  });

  test('whose answer is lost is settled by its end, and is not made a second time', async () => {
    const phone = await aReader();
    stack.faults.next('connect', 'accept-and-drop');
    const id = await call(phone);
    expect(await messageOf(api, id)).toMatchObject({ status: 'unknown' });
    await happens(phone, { kind: 'delivered' });
    expect(await messageOf(api, id)).toMatchObject({ status: 'sent' });
    expect(callsTo(phone)).toHaveLength(1);
  });

  test('to a country that the instance may not call is refused, and rings nowhere', async () => {
    const phone = await aReader('+34612345678');
    expect(JSON.stringify(await messageOf(api, await call(phone)))).toContain('ADDRESS_UNDELIVERABLE');
    expect(callsTo(phone)).toEqual([]);
  });

  test('P8: no number is in what the function of its events wrote', () => {
    expect(linesOf(stack, 'apply-email-feedback').filter((line) => /\+?33639|63997/.test(line))).toEqual([]);
    expect(stack.logs('apply-email-feedback').join('\n')).toContain('provider-report-applied');
    expect(stack.denied()).toEqual([]);
  });
});
