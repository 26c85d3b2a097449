import type { Random } from '../random.ts';
import type { Draft } from './draft.ts';
import { CALLER_ID, FUNCTIONAL_CODE, MAILBOX, OTHER_CALLER_IDS, PROMOTIONAL_SENDERS, SENDER_ID } from './vocabulary.ts';

const OTHER_MAILBOX = { address: 'contact@maison-ablette.example' } as const;

/** Other senders beside the usual ones, before or after them; the message names one, or none. */
export const registerMore = ({ settings, message, channel }: Draft, random: Random): void => {
  const email = [{ address: MAILBOX, name: 'Maison Ablette' }, { ...OTHER_MAILBOX }];
  const sms = [SENDER_ID, random.pick(PROMOTIONAL_SENDERS), FUNCTIONAL_CODE].map((senderId) => ({
    senderId,
    replyCode: '36180',
  }));
  const calls = [CALLER_ID, random.pick(OTHER_CALLER_IDS)].map((callerId) => ({ callerId, oppositionNumber: '3010' }));
  const first = random.int(0, 1);
  if (message.sender !== undefined) return;
  settings.senders = {
    email: [...email.slice(first), ...email.slice(0, first)],
    sms: [...sms.slice(first), ...sms.slice(0, first)],
    calls: [...calls.slice(first), ...calls.slice(0, first)],
  };
  if (random.chance(0.4)) return;
  if (channel === 'email') message.sender = random.pick(email).address;
  else if (channel === 'automated-call') message.sender = random.pick(calls).callerId;
  else message.sender = random.pick(sms.slice(0, 2)).senderId;
};
