import { expect, test } from 'vitest';
import { demoArgumentsIn } from '#demo/arguments.ts';
import { BootFailure } from '#local/boot/boot-failure.ts';
import { argumentsIn, routesIn, USAGE } from '#tools/start/arguments.ts';

/** What `npm start` is asked for, before anything starts. */
const routesOf = (...args: readonly string[]) => routesIn(argumentsIn(args));

test.each([
  [[], {}],
  [['--sms', 'smsmode'], { smsRoute: 'smsmode' }],
  [['--sms', 'vonage', '--calls', 'vonage'], { smsRoute: 'vonage', callRoute: 'vonage' }],
  [['--sms=end-user-messaging', '--calls=connect'], { smsRoute: 'end-user-messaging', callRoute: 'connect' }],
  [['--mms', 'spot-hit', '--sms', 'sns'], { smsRoute: 'sns', mmsRoute: 'spot-hit' }],
  // The same twice contradicts nothing.
  [['--sms', 'vonage', '--sms', 'vonage'], { smsRoute: 'vonage' }],
])('%j is these routes', (args, routes) => {
  expect(JSON.parse(JSON.stringify(routesOf(...args)))).toEqual(routes);
});

test.each([
  [['--sms', 'smsmode', '--sms', 'vonage'], '--sms is one thing, and "smsmode" and "vonage" are given: choose one.'],
  [['--calls=vonage', '--calls', 'connect'], '--calls is one thing, and "vonage" and "connect" are given: choose one.'],
  [['--mms', 'spot-hit', '--mms', 'https'], '--mms is one thing, and "spot-hit" and "https" are given: choose one.'],
  [['--at', '2026-11-24T10:00:00Z', '--at', '2026-11-25T10:00:00Z'], '--at is one thing'],
  [
    ['--sms', 'spot-hit'],
    'SMS leave by sns or by end-user-messaging or by smsmode or by vonage on this machine, and not by "spot-hit".',
  ],
  [['--sms', 'smsMode'], 'and not by "smsMode".'],
  [['--mms', 'vonage'], 'MMS leave by https or by spot-hit on this machine, and not by "vonage".'],
  [['--calls', 'smsmode'], 'Calls leave by https or by connect or by vonage on this machine, and not by "smsmode".'],
  [['--sms', ''], 'and not by "".'],
  [['--assembly', 'cdk.out', '--mms', 'spot-hit'], '--assembly starts another, which has its own: give one of them.'],
  [['--sms'], "Option '--sms <value>' argument missing"],
  [['smsmode'], 'Unexpected argument'],
  [['--smsmode'], "Unknown option '--smsmode'"],
  [['--rcs', 'vonage'], "Unknown option '--rcs'"],
])('%j is refused, and says why', (args, why) => {
  const refused = () => routesOf(...args);
  expect(refused).toThrow(BootFailure);
  expect(refused).toThrow(why);
});

test('what may be repeated is', () => {
  expect(argumentsIn(['--identity', 'a.fr', '--identity', 'b.fr']).identity).toEqual(['a.fr', 'b.fr']);
});

test.each([
  ['a route', '--sms', 'vonage'],
  ['a folder', '--data', 'kept'],
  ['a word', 'vonage'],
])('the demo refuses %s, and says what it takes', (_, ...args) => {
  const refused = () => demoArgumentsIn(['--stay', ...args]);
  expect(refused).toThrow(BootFailure);
  expect(refused).toThrow(/^The demo takes --json, --lines N and --stay, and no other option of `npm start`: /);
});

test.each([
  ['no number', 'x', '--lines', 'x'],
  ['nothing', '', '--lines='],
  ['none', '0', '--lines', '0'],
  ['fewer than none', '-3', '--lines=-3'],
  ['a part', '1.5', '--lines', '1.5'],
  ['a power', '1e3', '--lines', '1e3'],
])('the demo takes no lines that are %s', (_, lines, ...args) => {
  const refused = () => demoArgumentsIn(args);
  expect(refused).toThrow(BootFailure);
  expect(refused).toThrow(`--lines is a whole number, 1 or more, and not "${lines}".`);
});

test.each([
  ['--lines', '--lines', '3', '--lines=3'],
  ['--json', '--json', '--json'],
  ['--stay', '--stay', '--lines', '3', '--stay'],
])('the demo refuses %s twice', (name, ...args) => {
  const refused = () => demoArgumentsIn(args);
  expect(refused).toThrow(BootFailure);
  expect(refused).toThrow(`${name} is given twice.`);
});

test('the demo has its own', () => {
  expect(demoArgumentsIn(['--stay', '--lines', '3'])).toEqual({ json: false, lines: 3, stay: true });
});

test('the help names each route', () => {
  for (const line of ['smsmode, or vonage', 'or spot-hit', 'connect, or vonage']) expect(USAGE).toContain(line);
});
