import type { Client } from '#tools/api-client.ts';

/** The advertiser in whose name mails are tried, invented. */
export const MAILS_ADVERTISER = 'mails-tried';
const SITE = 'https://maison-exemple.example';
const FORM = { formId: 'newsletter', version: '1' };
const WORDING = 'J’accepte de recevoir par e-mail les offres de Maison Exemple.';

const put = async (client: Client, path: string, body: object): Promise<void> => {
  const { status, body: answer } = await client.call('PUT', path, body);
  if (status > 201) throw new Error(`PUT ${path} answered ${status}: ${JSON.stringify(answer)}`);
};

/** Stores the advertiser, its sender and the form by which its readers agree. */
export const storeAdvertiser = async (client: Client): Promise<void> => {
  await put(client, `/v1/advertisers/${MAILS_ADVERTISER}`, {
    siren: '820641355',
    legalName: 'Maison Exemple SAS',
    tradeNames: ['Maison Exemple'],
    postalAddress: '12 rue des Essais, 19000 Tulle, France',
    contact: { email: 'bonjour@maison-exemple.example', url: `${SITE}/contact` },
    privacyNoticeUrl: `${SITE}/donnees-personnelles`,
    locale: 'fr',
    senders: { email: [{ address: 'lettre@maison-exemple.example', name: 'Maison Exemple' }] },
  });
  await put(client, `/v1/advertisers/${MAILS_ADVERTISER}/forms/${FORM.formId}/versions/${FORM.version}`, {
    mode: 'web',
    wording: WORDING,
    channels: [{ channel: 'email', words: 'par e-mail' }],
    mechanism: 'checkbox',
    defaultState: 'empty',
    notice: { version: '2024-01', url: `${SITE}/donnees-personnelles` },
    shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
    approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00.000Z' },
  });
};

/** Records that this reader agreed to e-mail at that instant. */
export const agree = async (client: Client, email: string, givenAt: string): Promise<void> => {
  const consent = { advertiserId: MAILS_ADVERTISER, contact: { email }, channels: ['email'], form: FORM, givenAt };
  const { status, body } = await client.call('POST', '/v1/consents', consent, `consent-of-${email}`);
  if (status > 201) throw new Error(`POST /v1/consents answered ${status}: ${JSON.stringify(body)}`);
};
