import { parseArgs } from 'node:util';
import { BootFailure } from '#local/boot/boot-failure.ts';
import { CALL_ROUTES, MMS_ROUTES, type RoutesOfStart, SMS_ROUTES } from './own-assembly.ts';

/** What `npm start -- --help` prints. */
export const USAGE = `npm start -- [options]: the whole system on this machine, until Ctrl-C

  --at INSTANT              start the clock there, e.g. 2026-11-24T10:00:00Z
  --assembly DIR            boot this cloud assembly instead of the repository's own
  --application-port N      port of the application API (free unless given)
  --public-port N           port of the public pages
  --console-port N          port of the console
  --faults SEED             faults that AWS has too, drawn from this text: duplicates, throttles, time-outs…
  --data DIR                keep everything in this folder, and start from what it has
  --identity NAME           let advertisers write from this address or domain too, as if SES had verified it; may be repeated
                            (every domain that ends in .example is)
  --sms ROUTE               what SMS leave by: sns, end-user-messaging, smsmode, or vonage
  --mms ROUTE               what MMS leave by: https, the provider of this machine, or spot-hit
  --calls ROUTE             what calls leave by: https, the provider of this machine, connect, or vonage
  --sandbox                 SES as a new account has it: it writes to its simulator alone
  --watch                   run each function as its sources are, whenever they change
  --logs                    print what the functions write
  --demo                    run the demo first, and leave the filled system running
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const OPTIONS = {
  at: text,
  assembly: text,
  'application-port': text,
  'public-port': text,
  'console-port': text,
  faults: text,
  data: text,
  logs: flag,
  watch: flag,
  identity: { type: 'string', multiple: true },
  sms: text,
  mms: text,
  calls: text,
  sandbox: flag,
  help: flag,
} as const;

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, tokens: true });
  } catch (error) {
    throw new BootFailure(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
};

/** The options of a command line. Throws `BootFailure` for one that is unknown, lacks its value, or is given twice where one value counts. */
export const argumentsIn = (args: readonly string[]) => {
  const { values, tokens } = parsed(args);
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  const twice = given.find(
    ({ name, value }, index) =>
      name !== 'identity' && given.slice(0, index).some((each) => each.name === name && each.value !== value),
  );
  if (twice !== undefined) {
    const said = given.filter(({ name }) => name === twice.name).map(({ value }) => `"${value}"`);
    throw new BootFailure(`--${twice.name} is one thing, and ${said.join(' and ')} are given: choose one.`);
  }
  return values;
};
export type Arguments = ReturnType<typeof argumentsIn>;

/** One of these routes, where one is asked for. */
const routeIn = <R extends string>(routes: readonly R[], what: string, asked: string | undefined): R | undefined => {
  const route = routes.find((each) => each === asked);
  if (asked !== undefined && route === undefined)
    throw new BootFailure(`${what} leave by ${routes.join(' or by ')} on this machine, and not by "${asked}".`);
  return route;
};

/** What SMS, MMS and calls are to leave by. Throws `BootFailure` for a route that this machine has not, and for one of another assembly. */
export const routesIn = ({
  sms,
  mms,
  calls,
  assembly,
}: Pick<Arguments, 'sms' | 'mms' | 'calls' | 'assembly'>): RoutesOfStart => {
  const routes = {
    smsRoute: routeIn(SMS_ROUTES, 'SMS', sms),
    mmsRoute: routeIn(MMS_ROUTES, 'MMS', mms),
    callRoute: routeIn(CALL_ROUTES, 'Calls', calls),
  };
  if (assembly !== undefined && Object.values(routes).some((route) => route !== undefined))
    throw new BootFailure(
      '--sms, --mms and --calls are routes of this repository’s own assembly, and --assembly starts another, which has its own: give one of them.',
    );
  return routes;
};
