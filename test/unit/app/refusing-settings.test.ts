import { expect, test } from 'vitest';
import { refusingSettings } from '#shared/app/campaigns/minute/refusing-settings.ts';
import type { Running } from '#shared/app/campaigns/runs.port.ts';
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
  const refused = refusingSettings(RUNNING);
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
  expect(refusingSettings(RUNNING)(of(withSegments(1)), addSeconds(END, 1))).toBeUndefined();
});
