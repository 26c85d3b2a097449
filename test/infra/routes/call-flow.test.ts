import { describe, expect, test } from 'vitest';
import { callFlow } from '#infra/routes/call-flow.ts';
import { type Played, playFlow, problemsOf, type Scene } from '#local/aws/connect/flow.ts';

/** The flow of a call, judged by who plays it from its content alone. */
const HEARS = 'arn:aws:lambda:eu-central-1:111122223333:function:aval-production-apply-email-feedback';
const SCRIPT =
  '<speak><s>Message publicitaire automatique de Maison Valmy. Pour ne plus être appelé, tapez 9.</s></speak>';
const GIVEN = { script: SCRIPT, voice: 'Lea', advertiserId: 'maison-valmy', messageId: 'msg_1' };
const FLOW = callFlow(HEARS);

interface Scenes {
  readonly played: Played;
  /** What the function was told, each time: whether it was of a key, and what the call had said by then. */
  readonly told: readonly { readonly functionArn: string; readonly pressed: unknown; readonly ids: unknown }[];
}

const play = async (content: string, scene: Scene, fails = 0, given: object = {}): Promise<Scenes> => {
  const told: Scenes['told'][number][] = [];
  let left = fails;
  const played = await playFlow(
    content,
    { ...GIVEN, ...given },
    scene,
    async (functionArn, { pressed }, attributes) => {
      told.push({ functionArn, pressed, ids: attributes.messageId });
      left -= 1;
      return left < 0;
    },
  );
  return { played, told };
};

const KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'];
const PEOPLE = ['CallAnswered', 'NotDetected'] as const;
const MACHINES = ['VoicemailBeep', 'VoicemailNoBeep'] as const;

/** What is wrong with a flow, one sentence each: whoever writes another one is held to the same. */
const faultsOf = async (content: string): Promise<readonly string[]> => {
  const found: string[] = [...problemsOf(content)];
  const must = (holds: boolean, sentence: string) => holds || found.push(sentence);
  if (found.length > 0) return found;
  try {
    for (const answeredBy of MACHINES) {
      const { played, told } = await play(content, { answeredBy });
      must(played.said.length === 0, 'a machine is spoken to');
      must(told.length === 0 && played.attributes.spoken === undefined, 'a machine counts as a person');
    }
    for (const answeredBy of PEOPLE) {
      const { played, told } = await play(content, { answeredBy });
      must(played.said.join() === SCRIPT, 'a person is not told the script, whole and once');
      must(played.attributes.spoken === 'yes', 'nobody knows that a person was told');
      must(told.length === 0 && played.attributes.pressed === undefined, 'silence is taken for a key');
      must(!played.isLogged, 'what was said to whom is in a log');
      for (const key of KEYS) {
        const pressed = await play(content, { answeredBy, key });
        const [first] = pressed.told;
        must(pressed.played.said.join() === SCRIPT, 'something is said after a key');
        must(pressed.played.attributes.pressed === 'key', `the key ${key} is not kept with the call`);
        must(first?.functionArn === HEARS && first.pressed === 'key', `the key ${key} is told to nobody`);
        must(first?.ids === 'msg_1', 'the function is not told of which message');
        must(pressed.told.length === 1, `the key ${key} is told more than once`);
      }
    }
    const { told } = await play(content, { answeredBy: 'CallAnswered', key: '9' }, 4);
    must(told.length === 5, 'a function that fails is not told again');
    for (const voice of ['Amy', 'Vicki', 'Lucia', 'Bianca', 'Laura']) {
      const { played } = await play(content, { answeredBy: 'CallAnswered' }, 0, { voice });
      must(played.said.join() === SCRIPT, `${voice} says nothing`);
    }
    const mute = await play(content, { answeredBy: 'CallAnswered' }, 0, { voice: 'Nobody' });
    must(mute.played.said.length === 0, 'French is spoken by whatever voice there is');
  } catch (error) {
    found.push(String(error));
  }
  return found;
};

test('the flow of a call hangs up on machines, says the script to people, and hears every key', async () => {
  expect(await faultsOf(FLOW)).toEqual([]);
});

test('a function that fails for ever is told six times, and the call ends all the same', async () => {
  const { played, told } = await play(FLOW, { answeredBy: 'CallAnswered', key: '9' }, 99);
  expect(told).toHaveLength(6);
  expect(played.attributes.pressed).toBe('key');
  expect(played.path.at(-1)).toBe('hang-up');
});

test('it is JSON of the language, each block once, and each but the last goes on', () => {
  const { Version, StartAction, Actions } = JSON.parse(FLOW);
  const ids = Actions.map(({ Identifier }: { Identifier: string }) => Identifier);
  expect(Version).toBe('2019-10-30');
  expect(StartAction).toBe(ids[0]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Buffer.byteLength(FLOW)).toBeLessThan(256_000);
});

interface Block {
  readonly Identifier: string;
  Type: string;
  Parameters: Record<string, unknown>;
  Transitions: {
    NextAction?: string;
    Conditions?: { NextAction: string }[];
    Errors?: { NextAction: string; ErrorType: string }[];
  };
}
/** The flow with one block changed. */
const changed = (id: string, change: (block: Block) => void): string => {
  const flow = JSON.parse(FLOW);
  for (const block of flow.Actions) if (block.Identifier === id) change(block);
  return JSON.stringify(flow);
};
const without = (id: string): string => {
  const flow = JSON.parse(FLOW);
  return JSON.stringify({ ...flow, Actions: flow.Actions.filter((block: Block) => block.Identifier !== id) });
};
const goingTo = (next: string, errorType: string) => (block: Block) => {
  for (const error of block.Transitions.Errors ?? []) if (error.ErrorType === errorType) error.NextAction = next;
};

describe('a flow with a fault is found', () => {
  test.each([
    [
      'it does not listen',
      changed('say', (block) => {
        block.Type = 'MessageParticipant';
        block.Transitions = {
          NextAction: 'hang-up',
          Errors: [{ NextAction: 'hang-up', ErrorType: 'NoMatchingError' }],
        };
      }),
      'the key 9 is told to nobody',
    ],
    ['it has no block that listens', without('say'), 'spoken goes on to say, which is not there.'],
    [
      'it says something else',
      changed('say', ({ Parameters }) => {
        Parameters.SSML = '<speak>Bonjour</speak>';
      }),
      'a person is not told the script, whole and once',
    ],
    [
      'it says nothing',
      changed('spoken', ({ Transitions }) => {
        Transitions.NextAction = 'hang-up';
      }),
      'a person is not told the script, whole and once',
    ],
    [
      'the key 9 does nothing',
      changed('say', ({ Transitions: { Conditions } }) => {
        for (const condition of Conditions ?? []) condition.NextAction = 'hang-up';
      }),
      'the key 9 is told to nobody',
    ],
    [
      'another key does nothing',
      changed('say', goingTo('hang-up', 'NoMatchingCondition')),
      'the key 1 is told to nobody',
    ],
    ['silence is a key', changed('say', goingTo('pressed', 'InputTimeLimitExceeded')), 'silence is taken for a key'],
    [
      'it speaks to machines',
      changed('who-answered', ({ Transitions: { Conditions } }) => {
        for (const condition of Conditions ?? []) condition.NextAction = 'voice';
      }),
      'a machine is spoken to',
    ],
    [
      'a key is not kept',
      changed('pressed', ({ Parameters }) => {
        Parameters.Attributes = {};
      }),
      'the key 9 is not kept with the call',
    ],
    [
      'a key is told once',
      changed('report', goingTo('hang-up', 'NoMatchingError')),
      'a function that fails is not told again',
    ],
    [
      'a key is told to another',
      changed('report', ({ Parameters }) => {
        Parameters.LambdaFunctionARN = 'arn:aws:lambda:eu-central-1:111122223333:function:another';
      }),
      'the key 9 is told to nobody',
    ],
    [
      'it keeps a log',
      changed('no-log', ({ Parameters }) => {
        Parameters.FlowLoggingBehavior = 'Enabled';
      }),
      'what was said to whom is in a log',
    ],
    [
      'any voice will do',
      changed('voice', goingTo('spoken', 'NoMatchingError')),
      'French is spoken by whatever voice there is',
    ],
    [
      'it knows one voice',
      changed('voice', ({ Parameters }) => {
        Parameters.TextToSpeechVoice = 'Lea';
      }),
      'French is spoken by whatever voice there is',
    ],
    [
      'its engine has not the voice of each language',
      changed('voice', ({ Parameters }) => {
        Parameters.TextToSpeechEngine = 'standard';
      }),
      'Laura says nothing',
    ],
    [
      'it does not end',
      changed('report', ({ Transitions }) => {
        Transitions.NextAction = 'say';
      }),
      'Error: The flow does not hang up',
    ],
    [
      'it goes where nothing is',
      changed('say', goingTo('elsewhere', 'NoMatchingError')),
      'say goes on to elsewhere, which is not there.',
    ],
    [
      'an error has no way on',
      changed('report', ({ Transitions }) => {
        Transitions.Errors = [];
      }),
      'report has no way on for NoMatchingError.',
    ],
    [
      'a block is of no type',
      changed('say', (block) => {
        block.Type = 'PlayPrompt';
      }),
      'say is of a type that no flow has: PlayPrompt.',
    ],
  ])('%s', async (_, content, fault) => {
    expect((await faultsOf(content)).join('\n')).toContain(fault);
  });
});
