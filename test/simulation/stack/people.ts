import { type Client, clientOf } from '#tools/api-client.ts';
import type { Aval } from '#tools/start/aval.ts';

export const ADVERTISER = 'maison-valmy';

/** Somebody of a run on the stack. */
export interface Reader {
  readonly email: string;
  readonly contactId: string;
  readonly agreed: boolean;
}

/** What an API answers to; throws at any answer but a success. */
export type Ask = (method: 'GET' | 'PUT' | 'POST', path: string, body?: object) => Promise<Record<string, unknown>>;

/** A caller that is patient with what a fault makes of its calls: each has a key of its own, the same again. */
export const patient = ({ applicationUrl, rootKey }: Pick<Aval, 'applicationUrl' | 'rootKey'>): Ask => {
  const client: Client = clientOf(applicationUrl, rootKey);
  let calls = 0;
  return async (method, path, body) => {
    calls += 1;
    const { status, body: answer } = await client.call(method, path, body, `on-stack-${calls}`);
    if (status > 299) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  };
};

const FORM = {
  mode: 'web',
  wording: 'J’accepte de recevoir par e-mail les offres de Maison Valmy.',
  channels: [{ channel: 'email', words: 'par e-mail' }],
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: { version: '1', url: 'https://maison-valmy.example/confidentialite' },
  shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
  approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00.000Z' },
};

/** An advertiser with a letter, and its readers: so many who agreed, and a few who opposed since. */
export const setUpReaders = async (ask: Ask, { agreed, opposed }: { agreed: number; opposed: number }) => {
  await ask('PUT', `/v1/advertisers/${ADVERTISER}`, {
    siren: '552100554',
    legalName: 'Maison Valmy SAS',
    tradeNames: ['Maison Valmy'],
    contact: { email: 'contact@maison-valmy.example' },
    privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
    senders: { email: [{ address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' }] },
  });
  await ask('PUT', `/v1/advertisers/${ADVERTISER}/forms/newsletter/versions/1`, FORM);
  const readers: Reader[] = [];
  for (let index = 0; index < agreed + opposed; index += 1) {
    const email = `lecteur-${index}@example.fr`;
    const { contactId } = await ask('POST', '/v1/consents', {
      advertiserId: ADVERTISER,
      contact: { email },
      channels: ['email'],
      form: { formId: 'newsletter', version: '1' },
      givenAt: '2026-05-20T09:00:00Z',
    });
    readers.push({ email, contactId: String(contactId), agreed: index < agreed });
    if (index >= agreed) await oppose(ask, email);
  }
  return readers;
};

/** Says by telephone that this person wants no mails; resolves once it is acknowledged. */
export const oppose = (ask: Ask, email: string) =>
  ask('POST', '/v1/oppositions', {
    advertiserId: ADVERTISER,
    contact: { email },
    of: { scope: 'channel', channels: ['email'] },
    via: 'phone',
  });
