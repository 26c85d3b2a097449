import { listOf, objectOf, textOf } from '../../template/json.ts';
import type { ProviderReport } from '../handover.ts';
import type { VonageAccount } from '../vonage-account.ts';
import { createVonageServer, type VonageCall } from '../vonage-server.ts';
import { asNumber, type HomeAccount, neverReported } from './account.ts';

/** The status with which the network answers to what is done in a call that is over. */
const OVER = 410;
/** The event that says why nobody was spoken to. */
const UNANSWERED: Readonly<Record<string, string>> = { busy: 'busy', machine: 'machine', 'no-answer': 'unanswered' };

/** The keys that the words around the message name: each digit that is by itself. Any key is listened to. */
const keysIn = (spoken: string): readonly string[] => [
  ...new Set(
    spoken
      .replaceAll(/<p>.*?<\/p>/gs, ' ')
      .replaceAll(/<[^<>]*>/g, ' ')
      .match(/(?<![\d*#])[\d*#](?![\d*#])/g),
  ),
];

/** A call as it was asked for, in the parts that a phone shows. */
const messageOf = ({ request, at }: VonageCall) => {
  const [talk = {}, next] = listOf(request.ncco).map(objectOf);
  const spoken = textOf(talk.text);
  const rings = Number(request.ringing_timer ?? 60);
  const isListening = next?.action === 'input';
  return {
    // The language is beside the words, and none of them says it.
    ssml: spoken.replace(/^<speak>/, `<speak xml:lang="${textOf(talk.language)}">`),
    keys: Object.fromEntries((isListening ? keysIn(spoken) : []).map((key) => [key, 'opposition'])),
    ringSeconds: rings,
    attempts: 1,
    onMachine: request.machine_detection === 'hangup' ? 'hang-up' : textOf(request.machine_detection),
    notAfter: new Date(Date.parse(at) + rings * 1000).toISOString(),
  };
};

/** What is reported when nobody is spoken to. */
const unanswered = ({ kind, reason = '' }: ProviderReport): string =>
  kind === 'expired' ? 'timeout' : (UNANSWERED[reason] ?? 'failed');

/**
 * Calls by Vonage, as a phone shows them. Each is reported as started and ringing by itself, and rings until somebody presses a key or says what became of
 * it: then the call is over. Events are signed, and come to the URLs of the call.
 */
export const vonageCallsAtHome = (account: VonageAccount, now: () => string): HomeAccount => {
  const { vonage, listener } = createVonageServer(() => account, now);
  const over = new Set<string>();
  const spokenTo = async (id: string, pressed: () => Promise<number>): Promise<number> => {
    await vonage.report(id, 'answered');
    const status = await pressed();
    await vonage.report(id, 'completed');
    return status;
  };
  const end = (id: string, report: ProviderReport): Promise<number> => {
    if (report.kind === 'keypress') return spokenTo(id, () => vonage.press(id, report.digits?.slice(0, 1) ?? '9'));
    // Who presses nothing is waited for, and then no key is reported.
    if (report.kind === 'delivered') return spokenTo(id, () => vonage.press(id, ''));
    if (report.kind === 'failed' || report.kind === 'expired') return vonage.report(id, unanswered(report));
    return neverReported('Vonage', report.kind);
  };
  return {
    listener,
    takes: (path) => path === '/v1/calls',
    all: () =>
      vonage.calls().map((call) => ({
        id: call.uuid,
        channel: 'automated-call',
        to: asNumber(textOf(objectOf(listOf(call.request.to)[0]).number)),
        sender: asNumber(textOf(objectOf(call.request.from).number)),
        message: messageOf(call),
        at: call.at,
      })),
    happens: async ({ id }, report) => {
      if (over.has(id)) return OVER;
      const status = await end(id, report);
      over.add(id);
      return status;
    },
    byItself: async ({ id }) => {
      for (const state of ['started', 'ringing']) await vonage.report(id, state);
      return [];
    },
  };
};
