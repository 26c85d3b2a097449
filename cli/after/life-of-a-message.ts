import { type Client, listOf } from '#tools/api-client.ts';
import { problemOf } from './init.ts';
import type { Try } from './try.ts';

/** Who writes to whom. */
export interface Sending {
  /** A caller with a key that is bound to the advertiser. */
  readonly api: Client;
  readonly advertiserId: string;
  /** A mailbox that nobody reads, and that nothing was recorded of. */
  readonly email: string;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly newKey: () => string;
}

/** How often and how long a message is looked at: a cold start of each function on its way, and the queue between. */
const LOOKS = 60;
const BETWEEN_LOOKS_MS = 1000;

/** A consent, a message that leaves, an opposition, a message that does not: to a mailbox that reads nothing. */
export const lifeOfAMessage = ({ api, advertiserId, email, now, wait, newKey }: Sending): readonly Try[] => {
  const contact = { email };
  const post = async (path: string, body: object) => {
    const answer = await api.call('POST', path, { advertiserId, ...body }, newKey());
    if (answer.status >= 300 || answer.status === 207) throw new Error(problemOf(answer));
    return answer.body;
  };
  const outcome = async (): Promise<unknown> => {
    const { verdicts } = await post('/v1/verdicts', { messages: [{ contact, offerCategory: 'smoke' }] });
    return listOf(verdicts)[0]?.outcome;
  };
  const send = async (): Promise<string> => {
    const { messages } = await post('/v1/messages', {
      messages: [
        {
          contact,
          offerCategory: 'smoke',
          content: { email: { subject: 'Essai de mise en service', html: '<p>Essai de mise en service.</p>' } },
        },
      ],
    });
    return String(listOf(messages)[0]?.id);
  };
  const ended = async (id: string): Promise<string> => {
    for (let look = 0; look < LOOKS; look++) {
      const { body } = await api.call('GET', `/v1/messages/${id}?advertiserId=${advertiserId}`);
      if (body.status !== 'accepted') return String(body.status);
      await wait(BETWEEN_LOOKS_MS);
    }
    return 'accepted, and no more';
  };
  const expecting = async (value: Promise<unknown>, wanted: string) => {
    const seen = await value;
    return seen === wanted ? undefined : `${seen} instead of ${wanted}`;
  };
  return [
    ['who is unknown is refused', () => expecting(outcome(), 'refuse')],
    [
      'a consent is recorded',
      async () => {
        const { usable } = await post('/v1/consents', { contact, ...consentAt(now()) });
        return Object(usable).email === true ? undefined : 'it is not usable';
      },
    ],
    ['who agreed is allowed', async () => expecting(outcome(), 'allow')],
    ['a message leaves', async () => expecting(send().then(ended), 'sent')],
    [
      'an opposition is registered',
      async () => {
        await post('/v1/oppositions', { contact, via: 'email' });
        return undefined;
      },
    ],
    ['who opposed is refused', () => expecting(outcome(), 'refuse')],
    ['a message to who opposed does not leave', async () => expecting(send().then(ended), 'refused')],
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
