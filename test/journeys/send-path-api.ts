import type { Aval } from '#tools/start/aval.ts';

/** A caller of the application API of a running stack. */
export interface ApiCaller {
  put(path: string, body: object): Promise<Record<string, unknown>>;
  post(path: string, body: object): Promise<Record<string, unknown>>;
  get(path: string): Promise<Record<string, unknown>>;
}

export const callerOf = (stack: Pick<Aval, 'applicationUrl' | 'rootKey'>): ApiCaller => {
  let calls = 0;
  const call = async (method: string, path: string, body?: object) => {
    calls += 1;
    const response = await fetch(`${stack.applicationUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${stack.rootKey}`,
        'content-type': 'application/json',
        'idempotency-key': `journey-${calls}`,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    put: (path, body) => call('PUT', path, body),
    post: (path, body) => call('POST', path, body),
    get: (path) => call('GET', path),
  };
};

const ADVERTISER = 'maison-valmy';

const WORDING = 'J’accepte de recevoir par e-mail et par SMS les offres de Maison Valmy.';

/** An advertiser and a form by which people agree to e-mail and SMS. */
export const setUp = async (api: ApiCaller): Promise<void> => {
  await api.put(`/v1/advertisers/${ADVERTISER}`, {
    siren: '552100554',
    legalName: 'Maison Valmy SAS',
    tradeNames: ['Maison Valmy'],
    contact: { email: 'contact@maison-valmy.example' },
    privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
    senders: {
      email: [{ address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' }],
      sms: [{ senderId: 'MAISONVALMY', replyCode: '36105' }],
    },
  });
  await api.put(`/v1/advertisers/${ADVERTISER}/forms/newsletter/versions/1`, {
    mode: 'web',
    wording: WORDING,
    channels: [
      { channel: 'email', words: 'par e-mail' },
      { channel: 'sms', words: 'par SMS' },
    ],
    mechanism: 'checkbox',
    defaultState: 'empty',
    notice: { version: '2024-01', url: 'https://maison-valmy.example/confidentialite' },
    shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
    approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00.000Z' },
  });
};

export type Contact = { readonly email: string } | { readonly phone: string };
const channelOf = (contact: Contact) => ('email' in contact ? 'email' : 'sms');

/** Records that this person agreed, six months ago unless said. */
export const agree = (api: ApiCaller, contact: Contact, givenAt = '2026-05-20T09:00:00Z') =>
  api.post('/v1/consents', {
    advertiserId: ADVERTISER,
    contact,
    channels: [channelOf(contact)],
    form: { formId: 'newsletter', version: '1' },
    givenAt,
  });

/** Asks for one message; resolves to its id. */
export const ask = async (api: ApiCaller, contact: Contact, offerCategory = 'wine'): Promise<string> => {
  const content =
    'email' in contact
      ? { email: { subject: 'Nos vins d’hiver', html: '<p>Bonjour</p>', text: 'Bonjour' } }
      : { sms: { text: 'Maison Valmy: -20 % sur les vins' } };
  const answer = await api.post('/v1/messages', {
    advertiserId: ADVERTISER,
    messages: [{ contact, channel: channelOf(contact), offerCategory, content }],
  });
  return String((answer.messages as readonly { id: string }[])[0]?.id);
};

/** The state of a message, and its primary reason. */
export const stateOf = async (api: ApiCaller, id: string): Promise<string> =>
  String((await api.get(`/v1/messages/${id}?advertiserId=${ADVERTISER}`)).status);
