import { randomUUID } from 'node:crypto';
import type { Outcome } from '../../lambda/instance.ts';
import type { LocalProvider, ReceivedHandover } from '../../provider/handover.ts';
import { type JsonObject, objectOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import type { EmittedEvent } from '../events.ts';
import { keysIn, type Played, playFlow, type Scene } from './flow.ts';
import { mayInvoke } from './invocation.ts';
import { flowNamed, instanceIdOf } from './refusals.ts';
import { languageOfVoice } from './voices.ts';

/** A call that was begun. */
interface Call {
  readonly shown: ReceivedHandover;
  readonly flow: Resource;
  readonly input: JsonObject;
  attributes: Readonly<Record<string, string>>;
  isOver: boolean;
}

/** The script as its voice speaks it: the script itself does not say in which language it is. */
const asSpoken = ({ script = '', voice = '' }: Readonly<Record<string, string>>): string => {
  const language = languageOfVoice(voice);
  return language === undefined ? script : script.replace(/^<speak>/, `<speak xml:lang="${language}">`);
};

type Report = Parameters<LocalProvider['report']>[1];

export interface CallsOptions {
  readonly model: Model;
  readonly now: () => string;
  readonly invoke: (functionName: string, event: unknown) => Promise<Outcome>;
  readonly deliver: (event: EmittedEvent) => Promise<void>;
  /** Called where a flow may not invoke the function that it names. */
  readonly onDenied: (what: string) => void;
}

/** How a call ends that nobody answers: what is detected, and the reason; of a number that is none among them. */
const UNANSWERED: Readonly<Record<string, string>> = {
  busy: 'SIT_TONE_BUSY',
  'no-answer': 'AMD_UNANSWERED',
  'number-invalid': 'SIT_TONE_INVALID_NUMBER',
  unreachable: 'SIT_TONE_DETECTED',
};
/** The status with which the network answers to what is done in a call that is over. */
const [DONE, OVER] = [200, 410];

/** Who answers, by what is reported of a call; `undefined`: nobody. */
const sceneOf = ({ kind, digits, reason }: Report): Scene | undefined => {
  if (kind === 'keypress') return { answeredBy: 'CallAnswered', key: digits?.slice(0, 1) ?? '9' };
  if (kind === 'delivered') return { answeredBy: 'CallAnswered' };
  return reason === 'machine' ? { answeredBy: 'VoicemailNoBeep' } : undefined;
};
const DETECTED = { CallAnswered: 'HUMAN_ANSWERED', VoicemailNoBeep: 'VOICEMAIL_NO_BEEP' } as const;
const detectedIn = (scene: Scene | undefined, reason = ''): string =>
  scene === undefined
    ? (UNANSWERED[reason] ?? 'AMD_NOT_APPLICABLE')
    : (DETECTED[scene.answeredBy as keyof typeof DETECTED] ?? 'AMD_UNRESOLVED');

/**
 * Calls of Amazon Connect: each rings until somebody says what becomes of it, then the flow of the template is played, and the end of the
 * call is an event. A request with the token of a call that goes on is that call.
 */
export const createCalls = ({ model, now, invoke, deliver, onDenied }: CallsOptions) => {
  const all: Call[] = [];
  const events: EmittedEvent[] = [];
  let pending = 0;
  const begin = (input: JsonObject): string => {
    const token = textOf(input.ClientToken);
    const same = all.find((each) => !each.isOver && token !== '' && textOf(each.input.ClientToken) === token);
    if (same !== undefined) return same.shown.id;
    const flow = flowNamed(model, textOf(input.InstanceId), textOf(input.ContactFlowId));
    if (flow === undefined) throw new Error('There is no such flow.');
    const id = randomUUID();
    const [begunAt, rings] = [now(), Number(input.RingTimeoutInSeconds)];
    const attributes = Object.fromEntries(
      Object.entries(objectOf(input.Attributes)).map(([name, value]) => [name, textOf(value)]),
    );
    const shown: ReceivedHandover = {
      id,
      channel: 'automated-call',
      to: textOf(input.DestinationPhoneNumber),
      sender: textOf(input.SourcePhoneNumber),
      message: {
        ssml: asSpoken(attributes),
        keys: Object.fromEntries(keysIn(textOf(flow.properties.Content)).map((key) => [key, 'opposition'])),
        ringSeconds: rings,
        attempts: 1,
        onMachine: 'hang-up',
        notAfter: new Date(Date.parse(begunAt) + rings * 1000).toISOString(),
        reference: token,
      },
      at: begunAt,
      reports: [],
    };
    all.push({ shown, flow, input, attributes, isOver: false });
    return id;
  };
  const callNamed = (id: string): Call => {
    const found = all.find(({ shown }) => shown.id === id);
    if (found === undefined) throw new RangeError(`No call is called ${id}.`);
    return found;
  };
  const invokeFor = async (call: Call, functionArn: string, parameters: JsonObject, attributes: object) => {
    const instanceArn = textOf(call.flow.properties.InstanceArn);
    const target = model.find(functionArn, 'AWS::Lambda::Function');
    if (target === undefined || !mayInvoke(model, target.arn, instanceArn)) {
      onDenied(`connect: lambda:InvokeFunction on ${functionArn}`);
      return false;
    }
    const ContactData = {
      Attributes: attributes,
      Channel: 'VOICE',
      ContactId: call.shown.id,
      CustomerEndpoint: { Address: call.shown.to, Type: 'TELEPHONE_NUMBER' },
      InitialContactId: call.shown.id,
      InitiationMethod: 'API',
      InstanceARN: instanceArn,
      SystemEndpoint: { Address: call.shown.sender, Type: 'TELEPHONE_NUMBER' },
    };
    const event = { Details: { ContactData, Parameters: parameters }, Name: 'ContactFlowEvent' };
    const outcome = await invoke(target.name, event);
    return outcome.kind === 'result';
  };
  /** Plays what happens in a call, and reports its end. */
  const play = async (call: Call, report: Report): Promise<Played | undefined> => {
    const scene = sceneOf(report);
    const played =
      scene &&
      (await playFlow(textOf(call.flow.properties.Content), call.attributes, scene, (...asked) =>
        invokeFor(call, ...asked),
      ));
    call.attributes = played?.attributes ?? call.attributes;
    call.isOver = true;
    const [begun, ended] = [call.shown.at, now()];
    const detail = {
      eventType: 'DISCONNECTED',
      contactId: call.shown.id,
      channel: 'VOICE',
      instanceArn: textOf(call.flow.properties.InstanceArn),
      initiationMethod: 'API',
      initiationTimestamp: begun,
      connectedToSystemTimestamp: scene === undefined ? '1970-01-01T00:00:00.001Z' : begun,
      disconnectTimestamp: ended,
      disconnectReason: scene === undefined ? 'OTHER' : 'CONTACT_FLOW_DISCONNECT',
      answeringMachineDetectionStatus: detectedIn(scene, report.reason),
      tags: { 'aws:connect:instanceId': instanceIdOf(call.flow), 'aws:connect:systemEndpoint': call.shown.sender },
    };
    const about = { id: randomUUID(), bus: 'default', source: 'aws.connect', type: 'Amazon Connect Contact Event' };
    events.push({ ...about, detail, at: ended });
    await deliver({ ...about, detail, at: ended });
    return played;
  };
  const report = async (id: string, said: Report): Promise<number> => {
    const call = callNamed(id);
    if (!['keypress', 'delivered', 'failed'].includes(said.kind))
      throw new RangeError(`A call does not end by ${said.kind}.`);
    const status = call.isOver ? OVER : DONE;
    pending += 1;
    if (!call.isOver) await play(call, said).finally(() => (pending -= 1));
    else pending -= 1;
    const { kind, digits } = said;
    call.shown.reports.push({ kind, digits, at: now(), status });
    return status;
  };
  return {
    begin,
    /** The attributes of a call of this instance; `undefined`: it has none. */
    attributesOf: (instanceId: string, id: string) => {
      const call = all.find(({ shown, flow }) => shown.id === id && instanceIdOf(flow) === instanceId);
      return call?.attributes;
    },
    taken: (): readonly ReceivedHandover[] => all.map(({ shown }) => shown),
    report,
    /** The ends of all calls again, the last one first: events come at least once, and in any order. */
    repeat: async () => {
      for (const event of events.toReversed()) await deliver(event);
    },
    pending: () => pending,
  };
};
export type LocalCalls = ReturnType<typeof createCalls>;

/** The provider of this machine, with the calls of Amazon Connect among what it took: a person looks at all of it in one place. */
export const withCalls = (provider: LocalProvider, calls: LocalCalls): LocalProvider => ({
  ...provider,
  taken: () => [...provider.taken(), ...calls.taken()],
  report: (id, said) =>
    calls.taken().some((each) => each.id === id) ? calls.report(id, said) : provider.report(id, said),
});
