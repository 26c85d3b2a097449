/**
 * The flow of a call, in the language of Amazon Connect: who answered, what is said, and what a key means
 * (https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html). What is said differs by call, and is an attribute of it.
 */

/** Seconds for which a key is listened to after the last word. */
const LISTENS_SECONDS = '5';
/** The longest that a flow waits for a function. */
const WAITS_SECONDS = '8';
/** The one key that a script names. Any other that is pressed means the same. */
const KEY = '9';

interface Action {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: object;
  readonly Transitions: {
    readonly NextAction?: string;
    readonly Conditions?: readonly object[];
    readonly Errors?: readonly object[];
  };
}

const END = 'hang-up';
const on = (operand: string, next: string) => ({
  NextAction: next,
  Condition: { Operator: 'Equals', Operands: [operand] },
});
const failing = (errorType: string, next: string) => ({ NextAction: next, ErrorType: errorType });
/** What fails otherwise than is foreseen. */
const otherwise = (next: string) => [failing('NoMatchingError', next)];

/** One block that has one way on, and one where it fails. */
const step = (id: string, type: string, parameters: object, next: string, failed = next): Action => ({
  Identifier: id,
  Type: type,
  Parameters: parameters,
  Transitions: { NextAction: next, Conditions: [], Errors: otherwise(failed) },
});

const setting = (id: string, attributes: object, next: string): Action =>
  step(id, 'UpdateContactAttributes', { Attributes: attributes, TargetContact: 'Current' }, next);

const reporting = (id: string, functionArn: string, next: string, failed: string): Action =>
  step(
    id,
    'InvokeLambdaFunction',
    {
      LambdaFunctionARN: functionArn,
      InvocationTimeLimitSeconds: WAITS_SECONDS,
      InvocationType: 'SYNCHRONOUS',
      LambdaInvocationAttributes: { pressed: 'key' },
      ResponseValidation: { ResponseType: 'STRING_MAP' },
    },
    next,
    failed,
  );

/**
 * Hangs up on a machine; to a person it says the script, and listens to keys while it does and after it. A key is kept with the call, reported to
 * the function twice if need be, and ends the call. Logs of flows would hold what was said to whom, so that there are none.
 */
const actionsOf = (functionArn: string): readonly Action[] => [
  step('no-log', 'UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Disabled' }, 'who-answered'),
  {
    Identifier: 'who-answered',
    Type: 'CheckOutboundCallStatus',
    Parameters: {},
    Transitions: {
      NextAction: END,
      // Nobody knows who it is: it may be a person who says nothing.
      Conditions: [
        on('CallAnswered', 'voice'),
        on('NotDetected', 'voice'),
        on('VoicemailBeep', END),
        on('VoicemailNoBeep', END),
      ],
      Errors: otherwise(END),
    },
  },
  // The voice of the script's own language: another would speak French or German as if it were English.
  step(
    'voice',
    'UpdateContactTextToSpeechVoice',
    { TextToSpeechVoice: '$.Attributes.voice', TextToSpeechEngine: 'neural' },
    'spoken',
    END,
  ),
  setting('spoken', { spoken: 'yes' }, 'say'),
  {
    Identifier: 'say',
    Type: 'GetParticipantInput',
    Parameters: { SSML: '$.Attributes.script', InputTimeLimitSeconds: LISTENS_SECONDS, StoreInput: 'False' },
    Transitions: {
      NextAction: 'pressed',
      Conditions: [on(KEY, 'pressed')],
      Errors: [failing('InputTimeLimitExceeded', END), failing('NoMatchingCondition', 'pressed'), ...otherwise(END)],
    },
  },
  setting('pressed', { pressed: 'key' }, 'report'),
  reporting('report', functionArn, END, 'report-again'),
  reporting('report-again', functionArn, END, END),
  { Identifier: END, Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
];

/** The content of the flow, as JSON; `functionArn`: what a key is reported to. */
export const callFlow = (functionArn: string): string => {
  const actions = actionsOf(functionArn);
  return JSON.stringify({ Version: '2019-10-30', StartAction: actions[0]?.Identifier, Metadata: {}, Actions: actions });
};
