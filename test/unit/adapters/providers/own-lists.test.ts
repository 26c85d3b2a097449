import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CAPABILITIES } from '#functions/manifest/routes/capabilities.ts';

/** Who reads the list that a provider keeps of those who asked it to stop, and where each reader is wired. */
const READERS: Readonly<Record<string, readonly [reader: string, wiredIn: string]>> = {
  'ses/email': ['#shared/adapters/ses/suppressions.ts', 'functions/wiring/replies.ts'],
  'sns/sms': ['#shared/adapters/end-user-messaging/opt-outs.ts', 'functions/wiring/providers/opt-outs.ts'],
  'end-user-messaging/sms': [
    '#shared/adapters/end-user-messaging/opt-outs.ts',
    'functions/wiring/providers/opt-outs.ts',
  ],
  'spot-hit/mms': ['#shared/adapters/spot-hit/stops.ts', 'functions/wiring/providers/listed-stops.ts'],
};
const NIGHTLY = readFileSync('functions/schedules/reconcile-suppressions.ts', 'utf8');

test('every list that is said to be read each night has its reader, which the nightly function is wired with, and no other has', () => {
  const said = CAPABILITIES.filter(({ ownList }) => ownList.includes('read'));
  expect(said.map(({ route, channel }) => `${route}/${channel}`).sort()).toEqual(Object.keys(READERS).sort());
  for (const [reader, wiredIn] of Object.values(READERS)) {
    expect(readFileSync(wiredIn, 'utf8')).toContain(`from '${reader}'`);
    expect(NIGHTLY).toContain(`from '#${wiredIn}'`);
  }
});
