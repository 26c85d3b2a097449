import { at, type Json, type JsonObject, listOf, objectOf, parseJson, textOf } from '../../template/json.ts';
import { enginesOfVoice } from './voices.ts';

/**
 * Plays a flow as Amazon Connect runs it, from its own content alone: it shares no code with whoever wrote the flow. Sources, read on
 * 2026-11-29: Amazon Connect, "Flow language" and the page of each action (docs.aws.amazon.com/connect/latest/devguide).
 */

/** Who answered a call, and what they press; absent: nothing. */
export interface Scene {
  readonly answeredBy: 'CallAnswered' | 'VoicemailBeep' | 'VoicemailNoBeep' | 'NotDetected';
  readonly key?: string;
}

/** What a flow did. */
export interface Played {
  /** What was spoken, in its order. */
  readonly said: readonly string[];
  /** The attributes of the call, as the flow left them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** It was kept in a log what was said to whom. */
  readonly isLogged: boolean;
  /** Blocks that were run, by their names. */
  readonly path: readonly string[];
}

interface Action {
  readonly id: string;
  readonly type: string;
  readonly parameters: JsonObject;
  readonly transitions: JsonObject;
}

/** Amazon Polly, `TextLengthExceededException`. */
const [MOST_CHARACTERS, MOST_SPOKEN] = [6000, 3000];
const MOST_BLOCKS = 100;
/** "Invocation retry policy": a function that fails is tried so often. */
const TRIES = 3;

const TYPES = [
  'UpdateFlowLoggingBehavior',
  'CheckOutboundCallStatus',
  'UpdateContactTextToSpeechVoice',
  'UpdateContactAttributes',
  'MessageParticipant',
  'GetParticipantInput',
  'InvokeLambdaFunction',
  'DisconnectParticipant',
] as const;

const actionsIn = (content: string): ReadonlyMap<string, Action> =>
  new Map(
    listOf(at(parseJson(content), 'Actions')).map((each) => {
      const [id, type] = [textOf(at(each, 'Identifier')), textOf(at(each, 'Type'))];
      const [parameters, transitions] = [objectOf(at(each, 'Parameters')), objectOf(at(each, 'Transitions'))];
      return [id, { id, type, parameters, transitions }];
    }),
  );

const conditionsOf = ({ transitions }: Action) =>
  listOf(transitions.Conditions).map((each) => ({
    operand: textOf(listOf(at(each, 'Condition', 'Operands'))[0]),
    next: textOf(at(each, 'NextAction')),
  }));
const errorsOf = ({ transitions }: Action) =>
  new Map(listOf(transitions.Errors).map((each) => [textOf(at(each, 'ErrorType')), textOf(at(each, 'NextAction'))]));

/** Keys that a flow names. */
export const keysIn = (content: string): readonly string[] =>
  [...actionsIn(content).values()]
    .filter(({ type }) => type === 'GetParticipantInput')
    .flatMap((action) => conditionsOf(action).map(({ operand }) => operand));

/** The functions that a flow invokes. */
export const functionsIn = (content: string): readonly string[] => [
  ...new Set(
    [...actionsIn(content).values()]
      .filter(({ type }) => type === 'InvokeLambdaFunction')
      .map(({ parameters }) => textOf(parameters.LambdaFunctionARN)),
  ),
];

/** Errors that each action must have a way for, as its page says. */
const MUST_HAVE: Readonly<Record<string, readonly string[]>> = {
  CheckOutboundCallStatus: ['NoMatchingError'],
  UpdateContactTextToSpeechVoice: ['NoMatchingError'],
  UpdateContactAttributes: ['NoMatchingError'],
  MessageParticipant: ['NoMatchingError'],
  GetParticipantInput: ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'],
  InvokeLambdaFunction: ['NoMatchingError'],
};

/** Why Amazon Connect would not publish a flow, one sentence each. */
export const problemsOf = (content: string): readonly string[] => {
  const actions = actionsIn(content);
  const start = textOf(at(parseJson(content), 'StartAction'));
  const wrong = [...actions.values()].flatMap((action) => {
    const { id, type, transitions } = action;
    const nexts = [textOf(transitions.NextAction), ...conditionsOf(action).map(({ next }) => next)];
    const targets = [...nexts, ...errorsOf(action).values()].filter((next) => next !== '');
    const missing = (MUST_HAVE[type] ?? []).filter((error) => !errorsOf(action).has(error));
    return [
      ...(TYPES.some((each) => each === type) ? [] : [`${id} is of a type that no flow has: ${type}.`]),
      ...targets.filter((next) => !actions.has(next)).map((next) => `${id} goes on to ${next}, which is not there.`),
      ...missing.map((error) => `${id} has no way on for ${error}.`),
      ...(type !== 'DisconnectParticipant' && textOf(transitions.NextAction) === '' ? [`${id} goes nowhere.`] : []),
    ];
  });
  return actions.has(start) ? wrong : ['It starts nowhere.', ...wrong];
};

const isSpoken = (ssml: string): boolean =>
  /^<speak>[\s\S]*<\/speak>$/.test(ssml) &&
  ssml.length <= MOST_CHARACTERS &&
  ssml.replaceAll(/<[^<>]*>/g, '').length <= MOST_SPOKEN;

/** A parameter that is a text, or names an attribute. */
const resolved = (parameter: Json | undefined, attributes: Readonly<Record<string, string>>): string => {
  const text = textOf(parameter);
  const name = /^\$\.Attributes\.([\w-]+)$/.exec(text)?.[1];
  return name === undefined ? text : (attributes[name] ?? '');
};

/** Invokes a function of the template; resolves to whether it did not fail. */
type Invoke = (
  functionArn: string,
  parameters: JsonObject,
  attributes: Readonly<Record<string, string>>,
) => Promise<boolean>;

/** Runs a flow for a call with these attributes until it hangs up. Throws for what Amazon Connect would not run. */
export const playFlow = async (
  content: string,
  given: Readonly<Record<string, string>>,
  { answeredBy, key }: Scene,
  invoke: Invoke,
): Promise<Played> => {
  const [problem] = problemsOf(content);
  if (problem !== undefined) throw new Error(`The flow cannot be run: ${problem}`);
  const actions = actionsIn(content);
  const attributes: Record<string, string> = { ...given };
  const said: string[] = [];
  const path: string[] = [];
  let isLogged = true;
  const say = (parameters: JsonObject): boolean => {
    const ssml = resolved(parameters.SSML ?? parameters.Text, attributes);
    if (parameters.SSML !== undefined && !isSpoken(ssml)) return false;
    said.push(ssml);
    return true;
  };
  /** `undefined`: it went well; else the error. */
  const done: Readonly<Record<string, (parameters: JsonObject) => string | undefined | Promise<string | undefined>>> = {
    UpdateFlowLoggingBehavior: ({ FlowLoggingBehavior }) => {
      isLogged = textOf(FlowLoggingBehavior) !== 'Disabled';
      return undefined;
    },
    UpdateContactTextToSpeechVoice: ({ TextToSpeechVoice, TextToSpeechEngine = 'standard' }) => {
      const engines = enginesOfVoice(resolved(TextToSpeechVoice, attributes));
      return engines.includes(resolved(TextToSpeechEngine, attributes)) ? undefined : 'NoMatchingError';
    },
    UpdateContactAttributes: ({ Attributes }) => {
      for (const [name, value] of Object.entries(objectOf(Attributes)))
        attributes[name] = resolved(value as Json, attributes);
      return undefined;
    },
    MessageParticipant: (parameters) => (say(parameters) ? undefined : 'NoMatchingError'),
    GetParticipantInput: (parameters) => {
      if (!say(parameters)) return 'NoMatchingError';
      return key === undefined ? 'InputTimeLimitExceeded' : undefined;
    },
    InvokeLambdaFunction: async ({ LambdaFunctionARN, LambdaInvocationAttributes }) => {
      for (let left = TRIES; left > 0; left -= 1)
        if (await invoke(textOf(LambdaFunctionARN), objectOf(LambdaInvocationAttributes), attributes)) return undefined;
      return 'NoMatchingError';
    },
  };
  const chosen: Readonly<Record<string, readonly [string | undefined, string]>> = {
    CheckOutboundCallStatus: [answeredBy, 'NoMatchingError'],
    GetParticipantInput: [key, 'NoMatchingCondition'],
  };
  let action = actions.get(textOf(at(parseJson(content), 'StartAction')));
  while (action !== undefined && path.length < MOST_BLOCKS) {
    const { id, type, parameters, transitions } = action;
    path.push(id);
    if (type === 'DisconnectParticipant') return { said, attributes, isLogged, path };
    const error = await done[type]?.(parameters);
    const [operand, otherwise = ''] = chosen[type] ?? [];
    const condition = conditionsOf(action).find((each) => each.operand === operand)?.next;
    const failed = error ?? (otherwise !== '' && condition === undefined ? otherwise : undefined);
    action = actions.get(
      (failed === undefined ? condition : errorsOf(action).get(failed)) ?? textOf(transitions.NextAction),
    );
  }
  throw new Error(`The flow does not hang up: it ran ${path.join(', ')}.`);
};
