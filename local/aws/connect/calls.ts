import type { Outcome } from '../../lambda/instance.ts';
import type { LocalProvider, ReceivedHandover } from '../../provider/handover.ts';
import { type JsonObject, textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import type { EmittedEvent } from '../events.ts';
import { begunCall, type Call, endOf, flowEvent, type Report, sceneOf } from './call.ts';
import { type Played, playFlow } from './flow.ts';
import { mayInvoke } from './invocation.ts';
import { flowNamed, instanceIdOf } from './refusals.ts';

export interface CallsOptions {
  readonly model: Model;
  readonly now: () => string;
  readonly invoke: (functionName: string, event: unknown) => Promise<Outcome>;
  readonly deliver: (event: EmittedEvent) => Promise<void>;
  /** Called where a flow may not invoke the function that it names. */
  readonly onDenied: (what: string) => void;
}

/** The status with which the network answers to what is done in a call that is over. */
const [DONE, OVER] = [200, 410];

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
    const call = begunCall(input, flow, now());
    all.push(call);
    return call.shown.id;
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
    const outcome = await invoke(target.name, flowEvent(call, parameters, attributes));
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
    const end = endOf(call, scene, report.reason, now());
    events.push(end);
    await deliver(end);
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
