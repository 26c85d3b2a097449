import type { Aval } from '#tools/start/aval.ts';
import type { ApiCaller } from '../send-path-api.ts';
import { ADVERTISER, type Reader, type WayChannel } from './ways.ts';

/** An advertiser that writes and calls by each channel, and the form by which people agree to them. */
export const setUpEachChannel = async (api: ApiCaller): Promise<void> => {
  const words = ['par e-mail', 'par SMS', 'par MMS', 'par appel automatique'] as const;
  await api.put(`/v1/advertisers/${ADVERTISER}`, {
    ...{ siren: '552100554', legalName: 'Maison Valmy SAS', tradeNames: ['Maison Valmy'] },
    contact: { email: 'contact@maison-valmy.example' },
    privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
    senders: {
      email: [{ address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' }],
      sms: [{ senderId: 'MAISONVALMY', replyCode: '36105' }],
      calls: [{ callerId: '+33162000000', acceptsKeyPress: true }],
    },
  });
  await api.put(`/v1/advertisers/${ADVERTISER}/forms/newsletter/versions/1`, {
    mode: 'web',
    wording: `J’accepte de recevoir ${words.join(', ')} les offres de Maison Valmy.`,
    channels: (['email', 'sms', 'mms', 'automated-call'] as const).map((channel, index) => ({
      ...{ channel, words: words[index] },
    })),
    ...{ mechanism: 'checkbox', defaultState: 'empty' },
    notice: { version: '2024-01', url: 'https://maison-valmy.example/confidentialite' },
    shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
    approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00.000Z' },
  });
};

/** The contact of a reader, as the API has it. */
export const contactOf = ({ channel, address }: Reader) =>
  channel === 'email' ? { email: address } : { phone: address };

const inBatches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / 100) }, (_, index) => all.slice(index * 100, index * 100 + 100));

/** Records that each agreed, six months ago. */
export const agreeAll = async (api: ApiCaller, people: readonly Reader[]): Promise<void> => {
  const consents = people.map((reader) => ({
    contact: contactOf(reader),
    channels: [reader.channel],
    form: { formId: 'newsletter', version: '1' },
    givenAt: '2026-05-20T09:00:00Z',
  }));
  for (const batch of inBatches(consents))
    await api.post('/v1/consents/batch', { advertiserId: ADVERTISER, consents: batch });
};

const MEDIA = { sha256: 'a'.repeat(64), type: 'image/jpeg', bytes: 90_000 };
const CONTENTS: Readonly<Record<WayChannel, object>> = {
  email: { email: { subject: 'Nos vins d’hiver', html: '<p>Bonjour</p>', text: 'Bonjour' } },
  sms: { sms: { text: 'Maison Valmy: -20 % sur les vins' } },
  mms: { mms: { text: 'Nos vins d’hiver', media: { url: 'https://maison-valmy.example/hiver.jpg', ...MEDIA } } },
  'automated-call': { automatedCall: { script: 'Nos vins d’hiver sont arrivés.' } },
};

/** Writes to each; resolves to what became of each message: `sent`, or its primary reason. */
export const writeAll = async (
  { stack, api }: { readonly stack: Aval; readonly api: ApiCaller },
  people: readonly Reader[],
): Promise<readonly string[]> => {
  const messages = people.map((reader) => ({
    ...{ contact: contactOf(reader), channel: reader.channel, offerCategory: 'wine' },
    content: CONTENTS[reader.channel],
  }));
  const ids: string[] = [];
  for (const batch of inBatches(messages)) {
    const answer = await api.post('/v1/messages', { advertiserId: ADVERTISER, messages: batch });
    ids.push(...(answer.messages as readonly { id: string }[]).map(({ id }) => id));
  }
  await stack.idle({ timeoutMs: 300_000 });
  return Promise.all(
    ids.map(async (id) => {
      const { status, verdict } = await api.get(`/v1/messages/${id}?advertiserId=${ADVERTISER}`);
      const [reason] = (verdict as { reasons: readonly { code: string }[] } | undefined)?.reasons ?? [];
      return status === 'sent' ? 'sent' : String(reason?.code ?? status);
    }),
  );
};
