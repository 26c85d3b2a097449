import type { NumberIn } from '../../aws/sms/sms-replies.ts';
import { objectOf, textOf } from '../../template/json.ts';
import { createSmsmodeServer } from '../smsmode-server.ts';
import { asNumber, type HomeAccount, neverReported } from './account.ts';

/**
 * SMS by smsmode, as a phone shows them. States go nowhere, since none is asked for. A reply comes to the URL of the text that it answers, from the
 * code that the text names: nobody can write to a name.
 */
export const smsmodeAtHome = (apiKey: string, now: () => string, numberIn: NumberIn): HomeAccount => {
  const { smsmode, listener } = createSmsmodeServer(() => apiKey, now);
  return {
    listener,
    takes: (path) => path.startsWith('/sms/v1/'),
    all: () =>
      smsmode.messages().map(({ messageId: id, at, request }) => ({
        id,
        channel: 'sms',
        to: asNumber(textOf(objectOf(request.recipient).to)),
        sender: asNumber(textOf(request.from)),
        message: { ...request, text: objectOf(request.body).text ?? '' },
        at,
      })),
    happens: ({ id, sender, message }, { kind, text = '' }) => {
      if (kind !== 'reply') return neverReported('smsmode', kind);
      return smsmode.reply(id, text, { recipient: { to: numberIn(textOf(message.text)) ?? sender } });
    },
  };
};
