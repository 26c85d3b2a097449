import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Offer,
  type Order,
  offerToCustomers,
  orderPaid,
  type Shop,
} from '#clients/typescript/examples/checkout-hook.ts';
import { type Crm, consumer } from '#clients/typescript/examples/event-consumer.ts';
import { formServer } from '#clients/typescript/examples/form-back-end.ts';
import { type Mail, sendMailing, stopArrived, type Team } from '#clients/typescript/examples/verdicts-only.ts';
import { Aval, type AvalEvent, BatchError, outcomesOf } from '#clients/typescript/src/index.ts';
import { runBruno } from '#test/support/bruno.ts';
import { type Aval as Running, startAval } from '#tools/start/aval.ts';

const NOON = '2026-11-24T10:00:00Z';
const ADVERTISER = { advertiserId: 'maison-roy' };
const NOTICE = 'https://maison-roy.example/confidentialite';
const INBOX = 'stop@maison-roy.example';

const FORM = {
  mode: 'web',
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: { version: '2026-01', url: NOTICE },
  shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
  approver: { name: 'Claire Petit', approvedAt: '2026-01-02T00:00:00Z' },
} as const;

let stack: Running;
let aval: Aval;

beforeAll(async () => {
  stack = await startAval({ at: NOON });
  aval = new Aval({ baseUrl: stack.applicationUrl, key: stack.rootKey });
  await aval.putAdvertiser(ADVERTISER, {
    siren: '732829320',
    legalName: 'Maison Roy SAS',
    tradeNames: ['Maison Roy'],
    contact: { email: 'contact@maison-roy.example' },
    privacyNoticeUrl: NOTICE,
    oppositionInbox: INBOX,
    senders: { email: [{ address: 'bonjour@maison-roy.example', name: 'Maison Roy' }] },
  });
  await aval.putFormVersion(
    { ...ADVERTISER, formId: 'newsletter', version: '1' },
    {
      ...FORM,
      wording: 'J’accepte de recevoir par e-mail les offres de Maison Roy.',
      channels: [{ channel: 'email', words: 'par e-mail' }],
    },
  );
  await aval.putFormVersion(
    { ...ADVERTISER, formId: 'checkout', version: '1' },
    {
      ...FORM,
      wording: 'Votre adresse sert à vous écrire par e-mail au sujet de vins semblables. Cochez la case pour refuser.',
      refusal: { words: 'Cochez la case pour refuser.' },
    },
  );
});
afterAll(() => stack?.stop());

/** The state of a message once nothing moves any more, and its primary reason. */
const becameOf = async (messageId: string): Promise<string> => {
  await stack.idle();
  const { status, verdict } = await aval.getMessage({ ...ADVERTISER, messageId });
  return `${status}: ${verdict?.reasons[0]?.code}`;
};
const mailsTo = (email: string) => stack.inbox().filter(({ to }) => to === email);

describe('the form back end', () => {
  const server = () =>
    formServer({ aval, ...ADVERTISER, formId: 'newsletter', version: '1', now: () => new Date(stack.clock.now()) });
  let site: ReturnType<typeof server>;
  let url: string;

  beforeAll(async () => {
    site = server();
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  });
  afterAll(() => site?.close());

  const submit = (fields: Record<string, string>) => fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  const consentsOf = async (email: string) =>
    (await aval.lookUpContact({ ...ADVERTISER, contact: { email } })).consents;

  test('shows the wording that is recorded, its box empty', async () => {
    const page = await (await fetch(url)).text();
    expect(page).toContain('J’accepte de recevoir par e-mail les offres de Maison Roy.');
    expect(page).not.toContain('checked');
  });

  test('records the consent with its evidence and sends a welcome, once for a form sent twice, again for a corrected one', async () => {
    const showing = /name="showing" value="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? '';
    for (const email of ['camile@example.fr', 'camille@example.fr', 'camille@example.fr'])
      expect((await submit({ showing, email, agrees: 'yes' })).status).toBe(200);
    await stack.idle();
    const consents = await consentsOf('camille@example.fr');
    expect(consents).toHaveLength(1);
    expect(consents[0]).toMatchObject({ usable: { email: true }, missing: [], proof: { sha256: expect.any(String) } });
    expect(mailsTo('camille@example.fr').map(({ subject }) => subject)).toEqual(['Bienvenue']);
  });

  test('records nothing where the box is empty', async () => {
    await submit({ showing: '2', email: 'noe@example.fr' });
    await expect(consentsOf('noe@example.fr')).rejects.toMatchObject({ code: 'contact-not-found' });
  });

  test('says that what was typed is no address', async () => {
    const answered = await submit({ showing: '3', email: 'camille', agrees: 'yes' });
    expect([answered.status, await answered.text()]).toEqual([422, 'Cette adresse n’est pas une adresse e-mail.']);
  });
});

describe('the checkout hook', () => {
  const shop = (): Shop => ({ aval, ...ADVERTISER, checkout: { formId: 'checkout', version: '1' } });
  const order = (number: string, email: string, refusesOffers: boolean): Order => ({
    number,
    email,
    refusesOffers,
    customerId: `customer-of-${number}`,
    language: 'fr',
    paidAt: new Date('2026-11-20T09:00:00Z'),
    categories: ['wine'],
  });
  const offer: Offer = { id: 'winter', category: 'wine', subject: 'Nos vins d’hiver', html: '<p>Bonjour</p>' };

  test('records an order once, however often the hook is called', async () => {
    const paid = order('CMD-1', 'lou@example.fr', false);
    const [first, again] = [await orderPaid(shop(), paid), await orderPaid(shop(), paid)];
    expect(first.usable).toEqual({ email: true });
    expect(again.id).toBe(first.id);
  });

  test('offers to a customer on what was bought, and to nobody who refused or never bought', async () => {
    await orderPaid(shop(), order('CMD-2', 'refuses@example.fr', true));
    const emails = ['lou@example.fr', 'refuses@example.fr', 'stranger@example.fr', 'no address'];
    const became = await offerToCustomers(shop(), offer, emails);
    expect(await becameOf(became.get('lou@example.fr') ?? '')).toBe('sent: OK_SOFT_OPT_IN');
    expect(await becameOf(became.get('refuses@example.fr') ?? '')).toMatch(/^refused: OPPOSED_/);
    expect(await becameOf(became.get('stranger@example.fr') ?? '')).toMatch(/^refused: /);
    expect(became.get('no address')).toMatch(/^not taken: /);
  });
});

describe('the team that asks for verdicts alone', () => {
  const sent: Mail[] = [];
  const team = (): Team => ({
    aval,
    ...ADVERTISER,
    sender: { address: 'bonjour@maison-roy.example', name: 'Maison Roy' },
    legalName: 'Maison Roy SAS',
    noticeUrl: NOTICE,
    oppositionInbox: INBOX,
    send: async (mail) => void sent.push(mail),
  });
  const mailing = { offerCategory: 'wine', subject: 'Nos vins d’hiver', html: '<p>Nos vins d’hiver sont là.</p>' };

  test('sends to whom the verdict allows, with its own mentions and personal means to stop', async () => {
    const report = await sendMailing(team(), mailing, ['camille@example.fr', 'stranger@example.fr']);
    expect(report.sent).toEqual(['camille@example.fr']);
    expect([...report.refused]).toEqual([['stranger@example.fr', 'CONSENT_MISSING']]);
    expect(sent.map(({ to }) => to)).toEqual(['camille@example.fr']);
  });

  test('sends nothing more to whom it wrote stop', async () => {
    await stopArrived(team(), 'camille@example.fr', 'mail-1');
    const report = await sendMailing(team(), mailing, ['camille@example.fr']);
    expect([...report.refused]).toEqual([['camille@example.fr', 'OPPOSED_GLOBAL']]);
  });
});

describe('the event consumer', () => {
  test('keeps a CRM true from the events of the bus, whichever come twice', async () => {
    const opposed = new Map<string, number>();
    const became = new Map<string, string>();
    const crm: Crm = {
      markOpposed: async (contactId, _of, seq) => {
        if ((opposed.get(contactId) ?? 0) >= seq) return false;
        opposed.set(contactId, seq);
        return true;
      },
      noteMessage: async (messageId, what) => void became.set(messageId, what),
    };
    await stack.idle();
    const events = stack
      .events()
      .map(
        ({ id, source, type, detail, at }) =>
          ({ id, source, 'detail-type': type, time: at, detail }) as unknown as AvalEvent,
      );
    const lambda = consumer(crm);
    for (const event of [...events, ...events]) await lambda(event);

    const { contactId } = await aval.lookUpContact({ ...ADVERTISER, contact: { email: 'refuses@example.fr' } });
    expect(opposed.has(contactId)).toBe(true);
    for await (const { id, status } of aval.listMessages(ADVERTISER))
      expect([id, became.get(id)?.split(':')[0]]).toEqual([id, status]);
    expect(became.size).toBeGreaterThan(3);
  });
});

describe('the client on the running system', () => {
  const consentOf = (email: string) => ({
    contact: { email },
    channels: ['email'] as const,
    form: { formId: 'newsletter', version: '1' },
    givenAt: '2026-11-20T09:00:00Z',
  });

  test('an answer that is lost is asked for again, and recorded once', async () => {
    const keys: (string | null)[] = [];
    const cut: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      keys.push(new Headers(init?.headers).get('idempotency-key'));
      if (keys.length > 1) return response;
      throw new TypeError('the connection was reset');
    };
    const { applicationUrl: baseUrl, rootKey: key } = stack;
    const careful = new Aval({ baseUrl, key, ports: { fetch: cut } });
    const { id } = await careful.recordConsent({ ...ADVERTISER, ...consentOf('lost@example.fr') });
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    const { consents } = await aval.lookUpContact({ ...ADVERTISER, contact: { email: 'lost@example.fr' } });
    expect(consents.map((consent) => consent.id)).toEqual([id]);
  });

  test('a batch with one bad item throws the outcome of each; mended under the same key, it is completed', async () => {
    const batch = (second: string) => ({ ...ADVERTISER, consents: [consentOf('one@example.fr'), consentOf(second)] });
    const options = { idempotencyKey: 'import-7' };
    const failed: unknown = await aval.recordConsents(batch('no address'), options).catch((error: unknown) => error);
    if (!(failed instanceof BatchError)) throw new Error('no BatchError was thrown');
    expect(failed.outcomes.map(({ isTaken }) => isTaken)).toEqual([true, false]);
    expect(failed.refused[0]?.problem.errors?.[0]?.pointer).toBe('/consents/1/contact/email');
    expect(failed.idempotencyKey).toBe('import-7');

    const [first] = await aval.recordConsents(batch('two@example.fr'), options);
    expect(failed.taken[0]?.answer).toMatchObject({ id: first?.id });
  });

  test('of a batch none of which was taken, each outcome is read as of any other', async () => {
    const outcomes = await outcomesOf(
      aval.recordConsents({ ...ADVERTISER, consents: [consentOf('a'), consentOf('b')] }),
    );
    expect(outcomes.map((outcome) => !outcome.isTaken && outcome.problem.code)).toEqual([
      'invalid-request',
      'invalid-request',
    ]);
  });

  test('a list is read to its end over its pages', async () => {
    const forms = aval.listForms({ ...ADVERTISER, limit: 1 });
    expect((await forms.toArray()).map(({ formId }) => formId).toSorted()).toEqual(['checkout', 'newsletter']);
    const cursors: (string | undefined)[] = [];
    for await (const { nextCursor } of forms.pages()) cursors.push(nextCursor);
    expect(cursors.length).toBeGreaterThan(1);
    expect(cursors.at(-1)).toBeUndefined();
  });

  test('settings change only where nobody else changed them', async () => {
    const { settingsVersion } = await aval.getAdvertiser(ADVERTISER);
    const change = { postalAddress: '12 rue des Vignes, 51100 Reims' };
    await aval.patchAdvertiser(ADVERTISER, change, { ifMatch: settingsVersion });
    await expect(aval.patchAdvertiser(ADVERTISER, change, { ifMatch: settingsVersion })).rejects.toMatchObject({
      code: 'precondition-failed',
    });
  });

  test('a problem is typed, in the language asked for', async () => {
    const { applicationUrl: baseUrl, rootKey: key } = stack;
    const french = new Aval({ baseUrl, key, language: 'fr' });
    await expect(french.getAdvertiser({ advertiserId: 'nobody' })).rejects.toMatchObject({
      name: 'ProblemError',
      code: 'advertiser-not-found',
      status: 404,
      correlationId: expect.stringMatching(/./),
      message: expect.stringContaining('annonceur'),
    });
    await expect(new Aval({ baseUrl, key: 'aval_no_key' }).getOpenapi()).resolves.toMatchObject({ openapi: '3.1.0' });
  });
});

describe('the Bruno collection', () => {
  const FIRST_STEPS = [
    'advertisers/putAdvertiser',
    'advertisers/putFormVersion',
    'consents/recordConsent',
    'verdicts/giveVerdicts',
    'messages/acceptMessages',
    'messages/listMessages',
    'contacts/lookUpContact',
    'oppositions/registerOpposition',
  ];

  test('takes its first steps, in this order', async () => {
    const environment = { baseUrl: stack.applicationUrl, key: stack.rootKey };
    for (const step of FIRST_STEPS) {
      const { status, expected } = await runBruno(step, environment);
      expect([step, expected, expected.includes(status)]).toEqual([step, expected, true]);
    }
  });
});
