import type { Aval } from '#tools/start/aval.ts';

/** A caller of the application API of a running stack. */
export interface ApiCaller {
  put(path: string, body: object): Promise<Record<string, unknown>>;
  post(path: string, body: object): Promise<Record<string, unknown>>;
  patch(path: string, body: object): Promise<Record<string, unknown>>;
  get(path: string): Promise<Record<string, unknown>>;
}

/** Calls that a store could not answer are sent again so often, where a caller of many waits as its answer says. */
interface Patience {
  readonly tries?: number;
}

export const callerOf = (
  stack: Pick<Aval, 'applicationUrl' | 'rootKey'>,
  { tries: most = 1 }: Patience = {},
): ApiCaller => {
  let calls = 0;
  const call = async (method: string, path: string, body?: object) => {
    calls += 1;
    const key = `journey-${calls}`;
    const response = await patiently(most, () =>
      fetch(`${stack.applicationUrl}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${stack.rootKey}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    put: (path, body) => call('PUT', path, body),
    post: (path, body) => call('POST', path, body),
    patch: (path, body) => call('PATCH', path, body),
    get: (path) => call('GET', path),
  };
};

/** The same request again while it is answered 503, as its remedy says. */
const patiently = async (tries: number, ask: () => Promise<Response>): Promise<Response> => {
  const response = await ask();
  if (response.status !== 503 || tries <= 1) return response;
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  return patiently(tries - 1, ask);
};

const ADVERTISER = 'maison-valmy';

const WORDING = 'J’accepte de recevoir par e-mail et par SMS les offres de Maison Valmy.';

/** One advertiser of a journey, or another. */
interface Advertiser {
  readonly advertiserId: string;
  readonly siren: string;
  readonly name: string;
  readonly sms: { readonly senderId: string; readonly replyCode: string };
}
const VALMY: Advertiser = {
  advertiserId: ADVERTISER,
  siren: '552100554',
  name: 'Maison Valmy',
  sms: { senderId: 'MAISONVALMY', replyCode: '36105' },
};

/** An advertiser and a form by which people agree to e-mail and SMS. */
export const setUp = async (api: ApiCaller, { advertiserId, siren, name, sms }: Advertiser = VALMY): Promise<void> => {
  await api.put(`/v1/advertisers/${advertiserId}`, {
    siren,
    legalName: `${name} SAS`,
    tradeNames: [name],
    contact: { email: `contact@${advertiserId}.example` },
    privacyNoticeUrl: `https://${advertiserId}.example/confidentialite`,
    senders: { email: [{ address: `bonjour@${advertiserId}.example`, name }], sms: [sms] },
  });
  await api.put(`/v1/advertisers/${advertiserId}/forms/newsletter/versions/1`, {
    mode: 'web',
    wording: WORDING.replace(VALMY.name, name),
    channels: [
      { channel: 'email', words: 'par e-mail' },
      { channel: 'sms', words: 'par SMS' },
    ],
    mechanism: 'checkbox',
    defaultState: 'empty',
    notice: { version: '2024-01', url: `https://${advertiserId}.example/confidentialite` },
    shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
    approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00.000Z' },
  });
};

export type Contact = { readonly email: string } | { readonly phone: string };
const channelOf = (contact: Contact) => ('email' in contact ? 'email' : 'sms');

/** Records that this person agreed, six months ago unless said. */
export const agree = (
  api: ApiCaller,
  contact: Contact,
  { givenAt = '2026-05-20T09:00:00Z', advertiserId = ADVERTISER } = {},
) =>
  api.post('/v1/consents', {
    advertiserId,
    contact,
    channels: [channelOf(contact)],
    form: { formId: 'newsletter', version: '1' },
    givenAt,
  });

/** Asks for one message; resolves to its id. */
export const ask = async (
  api: ApiCaller,
  contact: Contact,
  { offerCategory = 'wine', advertiserId = ADVERTISER } = {},
): Promise<string> => {
  const content =
    'email' in contact
      ? { email: { subject: 'Nos vins d’hiver', html: '<p>Bonjour</p>', text: 'Bonjour' } }
      : { sms: { text: 'Maison Valmy: -20 % sur les vins' } };
  const answer = await api.post('/v1/messages', {
    advertiserId,
    messages: [{ contact, channel: channelOf(contact), offerCategory, content }],
  });
  return String((answer.messages as readonly { id: string }[])[0]?.id);
};

/** A message as the API shows it. */
export const messageOf = (api: ApiCaller, id: string, advertiserId = ADVERTISER) =>
  api.get(`/v1/messages/${id}?advertiserId=${advertiserId}`);

/** The state of a message. */
export const stateOf = async (api: ApiCaller, id: string): Promise<string> => String((await messageOf(api, id)).status);
