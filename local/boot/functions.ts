import type { Logs } from '../aws/logs.ts';
import type { EmailReports } from '../aws/mail/email-reports.ts';
import type { createMeasure } from '../aws/measure.ts';
import type { Records } from '../aws/records.ts';
import type { Queues } from '../aws/rules.ts';
import { spentThisMonth } from '../aws/sms/sms-prices.ts';
import { createExpiry, type Expiry } from '../aws/tables.ts';
import { firewallsIn } from '../gateway/firewall.ts';
import { createGateway } from '../gateway/gateway.ts';
import { createRunner, type Runner } from '../lambda/runner.ts';
import { type Sources, startSources } from '../sources/start.ts';
import type { StackOptions } from '../stack/options.ts';
import type { SourceDefinitions } from '../template/sources.ts';
import { startWatching, type Watching } from '../watching/watching.ts';
import type { BootBase } from './boot-base.ts';
import type { Cleanup } from './cleanup.ts';
import { calledBySources, concurrencyOf } from './deployment.ts';
import type { Emulators } from './emulators.ts';

/** The functions and what calls them. */
export interface RunningFunctions {
  readonly runner: Runner;
  readonly sources: Sources;
  readonly expiry: Expiry;
  readonly watching: Watching;
}

/** The sources but the schedules of these functions. */
const without = (sources: SourceDefinitions, unscheduled: readonly string[] = []): SourceDefinitions => ({
  ...sources,
  schedules: sources.schedules.filter(
    ({ functionName }) => !unscheduled.some((name) => functionName.endsWith(`-${name}`)),
  ),
});

/** From here on requests, queues, the stream and schedules reach their functions; the clock starts. */
export const startFunctions = async (
  parts: {
    readonly base: BootBase;
    readonly emulators: Emulators;
    readonly records: Records;
    readonly reports: EmailReports;
    readonly logs: Logs;
    readonly measure: ReturnType<typeof createMeasure>;
    /** Puts a text on a queue, by its name. */
    readonly put: Queues['put'];
    readonly writes: { readonly lastAt: number };
  },
  options: StackOptions,
  cleanup: Cleanup,
): Promise<RunningFunctions> => {
  const { deployment, awsPorts, clock, publicPorts, drawn, holds } = parts.base;
  const { store, storeUrl, storeKey, messaging } = parts.emulators;
  const { nowMs } = clock;
  const smsSpent = () => spentThisMonth(parts.records.sms, clock.now()) + holds.spentByOthers();
  const watching = startWatching({ deployment, messaging, reputation: parts.reports.reputation, smsSpent, nowMs });
  parts.logs.onPut(watching.onServiceLog);
  const runner = createRunner({
    definitions: deployment.functions,
    urls: { ...awsPorts.urls, outside: options.provider?.accounts && publicPorts.provider?.url },
    concurrency: concurrencyOf(deployment, options.faults !== undefined),
    drawn,
    holds,
    calledBySources: calledBySources(deployment),
    onLog: (name, text) => {
      watching.onLog(name, text);
      parts.logs.write(name, text);
      parts.measure.logged(name, text);
      options.onLog?.(name, text);
    },
    onOutcome: watching.onOutcome,
    onRun: parts.measure.ran,
  });
  const expiry = createExpiry(store, deployment.model, drawn);
  clock.restart();
  const sources = await startSources({
    definitions: without(deployment.sources, options.unscheduled),
    runner,
    messagingUrl: messaging.messagingUrl,
    storeUrl,
    storeKey,
    store,
    expiry,
    nowMs,
    lastWriteAt: () => parts.writes.lastAt,
    drawn,
    holds,
    put: parts.put,
    onStreamAge: watching.onStreamAge,
    onGivenUp: (given) => void parts.records.givenUp.push(...given),
  });
  cleanup.add(() => Promise.all([runner.stop(), sources.stop(), watching.stop()]));
  const firewallOf = firewallsIn(deployment.model, nowMs, watching.onCount);
  for (const [name, api] of deployment.apis)
    publicPorts.apis.get(name)?.serve(
      createGateway({
        api,
        runner,
        nowMs,
        firewall: firewallOf(api.stage),
        leave: () => holds.leftTo(api.name),
        onAnswer: (status) => watching.onAnswer(api.name, status),
        onAccess: parts.logs.put,
      }),
    );
  return { runner, sources, expiry, watching };
};

/** The functions of a stack, which start when AWS is there already. */
export const functionsToCome = () => {
  let runner: Pick<Runner, 'invoke'> | undefined;
  const invoke: Runner['invoke'] = (name, event, traces) => {
    if (runner === undefined) throw new Error('the functions are still starting');
    return runner.invoke(name, event, traces);
  };
  return {
    invoke,
    run: (given: Pick<Runner, 'invoke'>) => {
      runner = given;
    },
  };
};
