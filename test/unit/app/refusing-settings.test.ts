import { expect, test } from 'vitest';
import type { Running } from '#shared/app/campaigns/runs.port.ts';
import { refusingSettings } from '#shared/app/campaigns/stopping/refusing-settings.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { anAdvertiser, NOW } from '#test/support/builders.ts';

/** Whether settings keep all of a campaign is the same for everybody of it. */
const END = addSeconds(NOW, 60);
const RUNNING = {
  campaign: { channel: 'sms', mergeValues: {}, sender: undefined },
  occurrence: { validUntil: END },
} as unknown as Running;
const withSegments = (maxSegments: number) => {
  const settings = anAdvertiser();
  return { ...settings, sms: { ...settings.sms, maxSegments } };
};
const ROUTES = { channels: ['email', 'sms'] } as const;
const LONG = 'Nos vins de Reims sont là. '.repeat(30);

/** What a recipient brings, and how often its text was looked at. */
const inputs = () => {
  const seen = { looked: 0 };
  const content = {
    get text() {
      seen.looked += 1;
      return LONG;
    },
  };
  const template = { class: 'prospecting', fieldKinds: undefined } as never;
  return { seen, of: (advertiser: object) => ({ advertiser, template, content }) as never };
};

test('the recipients of a chunk are judged once for all of them, and again by settings that were read anew', () => {
  const { seen, of } = inputs();
  const settings = withSegments(1);
  const refused = refusingSettings(RUNNING, ROUTES);
  expect(refused(of(settings), NOW)).toMatchObject({ code: 'refused-by-settings' });
  const once = seen.looked;
  expect(once).toBeGreaterThan(0);
  for (let n = 0; n < 49; n += 1) refused(of(settings), NOW);
  expect(seen.looked).toBe(once);
  expect(refused(of(withSegments(10)), NOW)).toBeUndefined();
  expect(seen.looked).toBeGreaterThan(once);
});

test('past the end of the run nothing is held for it', () => {
  const { of } = inputs();
  expect(refusingSettings(RUNNING, ROUTES)(of(withSegments(1)), addSeconds(END, 1))).toBeUndefined();
});

test('a channel without a route stops all of it, whatever the settings say; a key that no route reports, as long as the number promises it', () => {
  const { of } = inputs();
  const judged = (routes: Parameters<typeof refusingSettings>[1], channel: string, calls: readonly object[] = []) => {
    const settings = { ...withSegments(10), senders: { ...withSegments(10).senders, calls } };
    const running = { ...RUNNING, campaign: { ...RUNNING.campaign, channel } } as Running;
    return { settings, left: refusingSettings(running, routes)(of(settings), NOW) };
  };
  const none = judged({ channels: ['email'] }, 'sms');
  expect(none.left).toMatchObject({ code: 'no-route', stops: { stopsAll: 'no-route' } });
  expect(none.left?.stops?.isSoUnder?.(none.settings as never)).toBe(true);
  const number = { callerId: '+33162000123', acceptsKeyPress: true };
  const calls = { channels: ['automated-call'], callAnswers: { keyPress: false } } as const;
  const promised = judged(calls, 'automated-call', [number]);
  expect(promised.left).toMatchObject({ code: 'no-key-press' });
  const mended = {
    ...promised.settings,
    senders: {
      ...promised.settings.senders,
      calls: [{ callerId: '+33162000123', acceptsKeyPress: false, oppositionNumber: '+33800000123' }],
    },
  };
  expect(promised.left?.stops?.isSoUnder?.(mended as never)).toBe(false);
  expect(judged({ ...calls, callAnswers: { keyPress: true } }, 'automated-call', [number]).left?.code).not.toBe(
    'no-key-press',
  );
});
