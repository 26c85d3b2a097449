import { type Client, listOf } from '#tools/api-client.ts';
import { problemOf } from './init.ts';
import type { Try } from './try.ts';

/** Who writes to whom. */
export interface Sending {
  /** A caller with a key that is bound to the advertiser. */
  readonly api: Client;
  readonly advertiserId: string;
  /** A mailbox of which nothing was recorded: nobody reads it; there is none; or it calls what it gets spam. */
  readonly mailbox: (kind: 'success' | 'bounce' | 'complaint') => string;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly newKey: () => string;
}

/** How often and how long a message is looked at: a cold start of each function on its way, and the queue between. */
const LOOKS = 60;
const BETWEEN_LOOKS_MS = 1000;

/** What an advertiser does with one contact. Each call throws what the API refuses. */
const withContact = ({ api, advertiserId, now, wait, newKey }: Sending, email: string) => {
  const contact = { email };
  const post = async (path: string, body: object) => {
    const answer = await api.call('POST', path, { advertiserId, ...body }, newKey());
    if (answer.status >= 300 || answer.status === 207) throw new Error(problemOf(answer));
    return answer.body;
  };
  const verdict = async () => {
    const { verdicts } = await post('/v1/verdicts', { messages: [{ contact, offerCategory: 'smoke' }] });
    const { outcome, reasons } = Object(listOf(verdicts)[0]);
    return { outcome: String(outcome), reasons: listOf(reasons).map(({ code }) => String(code)) };
  };
  /** Looks until it is as wanted, for a minute; resolves to what was seen last. */
  const until = async (wanted: (seen: string) => boolean, look: () => Promise<string>): Promise<string> => {
    for (let looks = 0; looks < LOOKS; looks++) {
      const seen = await look();
      if (wanted(seen)) return seen;
      await wait(BETWEEN_LOOKS_MS);
    }
    return look();
  };
  const statusOf = async (id: string): Promise<string> =>
    String((await api.call('GET', `/v1/messages/${id}?advertiserId=${advertiserId}`)).body.status);
  return {
    outcome: async () => (await verdict()).outcome,
    agree: async () => {
      const { usable } = await post('/v1/consents', { contact, ...consentAt(now()) });
      return Object(usable).email === true ? undefined : 'it is not usable';
    },
    oppose: async () => {
      await post('/v1/oppositions', { contact, via: 'email' });
      return undefined;
    },
    send: async (): Promise<string> => {
      const content = { email: { subject: 'Essai de mise en service', html: '<p>Essai de mise en service.</p>' } };
      const { messages } = await post('/v1/messages', { messages: [{ contact, offerCategory: 'smoke', content }] });
      return String(listOf(messages)[0]?.id);
    },
    ended: async (id: string) => {
      const seen = await until(
        (status) => status !== 'accepted',
        () => statusOf(id),
      );
      return seen === 'accepted' ? 'accepted, and no more' : seen;
    },
    becomes: (id: string, status: string) =>
      until(
        (seen) => seen === status,
        () => statusOf(id),
      ),
    refusedFor: (code: string) =>
      until(
        (seen) => seen === code,
        async () => {
          const { outcome, reasons } = await verdict();
          return outcome === 'refuse' && reasons.includes(code) ? code : `${outcome} (${reasons.join(', ')})`;
        },
      ),
  };
};

const expecting = async (value: Promise<string>, wanted: string): Promise<string | undefined> => {
  const seen = await value;
  return seen === wanted ? undefined : `${seen} instead of ${wanted}`;
};

/** A consent, a message that leaves, an opposition, a message that does not: to a mailbox that reads nothing. */
export const lifeOfAMessage = (sending: Sending): readonly Try[] => {
  const { outcome, agree, oppose, send, ended } = withContact(sending, sending.mailbox('success'));
  return [
    ['who is unknown is refused', () => expecting(outcome(), 'refuse')],
    ['a consent is recorded', agree],
    ['who agreed is allowed', () => expecting(outcome(), 'allow')],
    ['a message leaves', () => expecting(send().then(ended), 'sent')],
    ['an opposition is registered', oppose],
    ['who opposed is refused', () => expecting(outcome(), 'refuse')],
    ['a message to who opposed does not leave', () => expecting(send().then(ended), 'refused')],
    ...reportsOn(sending),
  ];
};

/** What SES reports comes back by its topic and queue, and counts in the next verdict. */
const reportsOn = (sending: Sending): readonly Try[] => {
  const nobody = withContact(sending, sending.mailbox('bounce'));
  const annoyed = withContact(sending, sending.mailbox('complaint'));
  return [
    [
      'a mail to no mailbox comes back',
      async () =>
        (await nobody.agree()) ??
        expecting(
          nobody.send().then((id) => nobody.becomes(id, 'undelivered')),
          'undelivered',
        ),
    ],
    [
      'who has no mailbox is refused',
      () => expecting(nobody.refusedFor('ADDRESS_UNDELIVERABLE'), 'ADDRESS_UNDELIVERABLE'),
    ],
    [
      'who calls a mail spam opposes',
      async () =>
        (await annoyed.agree()) ??
        (await expecting(annoyed.send().then(annoyed.ended), 'sent')) ??
        expecting(annoyed.refusedFor('OPPOSED_CHANNEL'), 'OPPOSED_CHANNEL'),
    ],
  ];
};

/** A consent of a mailbox that nobody reads, said as what it is. */
const consentAt = (now: Date) => ({
  givenAt: new Date(now.getTime() - 60_000).toISOString(),
  form: {
    mode: 'web',
    wording: 'J’accepte de recevoir par e-mail les essais de mise en service.',
    channels: [{ channel: 'email', words: 'par e-mail' }],
    mechanism: 'checkbox',
    defaultState: 'empty',
    notice: { version: 'smoke' },
    approver: { name: 'aval smoke' },
    shown: { sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  },
});
