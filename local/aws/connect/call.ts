import { randomUUID } from 'node:crypto';
import type { LocalProvider, ReceivedHandover } from '../../provider/handover.ts';
import { type JsonObject, objectOf, textOf } from '../../template/json.ts';
import type { Resource } from '../../template/model.ts';
import type { EmittedEvent } from '../events.ts';
import { keysIn, type Scene } from './flow.ts';
import { instanceIdOf } from './refusals.ts';
import { languageOfVoice } from './voices.ts';

export type Report = Parameters<LocalProvider['report']>[1];

/** A call that was begun. */
export interface Call {
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

/** How a call ends that nobody answers: what is detected, and the reason; of a number that is none among them. */
const UNANSWERED: Readonly<Record<string, string>> = {
  busy: 'SIT_TONE_BUSY',
  'no-answer': 'AMD_UNANSWERED',
  'number-invalid': 'SIT_TONE_INVALID_NUMBER',
  unreachable: 'SIT_TONE_DETECTED',
};
/** Who answers, by what is reported of a call; `undefined`: nobody. */
export const sceneOf = ({ kind, digits, reason }: Report): Scene | undefined => {
  if (kind === 'keypress') return { answeredBy: 'CallAnswered', key: digits?.slice(0, 1) ?? '9' };
  if (kind === 'delivered') return { answeredBy: 'CallAnswered' };
  return reason === 'machine' ? { answeredBy: 'VoicemailNoBeep' } : undefined;
};
const DETECTED = { CallAnswered: 'HUMAN_ANSWERED', VoicemailNoBeep: 'VOICEMAIL_NO_BEEP' } as const;
const detectedIn = (scene: Scene | undefined, reason = ''): string =>
  scene === undefined
    ? (UNANSWERED[reason] ?? 'AMD_NOT_APPLICABLE')
    : (DETECTED[scene.answeredBy as keyof typeof DETECTED] ?? 'AMD_UNRESOLVED');

/** A call as whoever looks at it sees it, when it begins to ring. */
export const begunCall = (input: JsonObject, flow: Resource, at: string): Call => {
  const rings = Number(input.RingTimeoutInSeconds);
  const attributes = Object.fromEntries(
    Object.entries(objectOf(input.Attributes)).map(([name, value]) => [name, textOf(value)]),
  );
  const shown: ReceivedHandover = {
    id: randomUUID(),
    channel: 'automated-call',
    to: textOf(input.DestinationPhoneNumber),
    sender: textOf(input.SourcePhoneNumber),
    message: {
      ssml: asSpoken(attributes),
      keys: Object.fromEntries(keysIn(textOf(flow.properties.Content)).map((key) => [key, 'opposition'])),
      ringSeconds: rings,
      attempts: 1,
      onMachine: 'hang-up',
      notAfter: new Date(Date.parse(at) + rings * 1000).toISOString(),
      reference: textOf(input.ClientToken),
    },
    at,
    reports: [],
  };
  return { shown, flow, input, attributes, isOver: false };
};

/** What a flow gives a function that it invokes. */
export const flowEvent = ({ shown, flow }: Call, parameters: JsonObject, attributes: object) => ({
  Details: {
    ContactData: {
      Attributes: attributes,
      Channel: 'VOICE',
      ContactId: shown.id,
      CustomerEndpoint: { Address: shown.to, Type: 'TELEPHONE_NUMBER' },
      InitialContactId: shown.id,
      InitiationMethod: 'API',
      InstanceARN: textOf(flow.properties.InstanceArn),
      SystemEndpoint: { Address: shown.sender, Type: 'TELEPHONE_NUMBER' },
    },
    Parameters: parameters,
  },
  Name: 'ContactFlowEvent',
});

/** The event of the end of a call. `scene`: who answered; `reason`: why nobody did. */
export const endOf = (
  { shown, flow }: Call,
  scene: Scene | undefined,
  reason: string | undefined,
  at: string,
): EmittedEvent => ({
  id: randomUUID(),
  bus: 'default',
  source: 'aws.connect',
  type: 'Amazon Connect Contact Event',
  detail: {
    eventType: 'DISCONNECTED',
    contactId: shown.id,
    channel: 'VOICE',
    instanceArn: textOf(flow.properties.InstanceArn),
    initiationMethod: 'API',
    initiationTimestamp: shown.at,
    connectedToSystemTimestamp: scene === undefined ? '1970-01-01T00:00:00.001Z' : shown.at,
    disconnectTimestamp: at,
    disconnectReason: scene === undefined ? 'OTHER' : 'CONTACT_FLOW_DISCONNECT',
    answeringMachineDetectionStatus: detectedIn(scene, reason),
    tags: { 'aws:connect:instanceId': instanceIdOf(flow), 'aws:connect:systemEndpoint': shown.sender },
  },
  at,
});
