import { expect, test } from 'vitest';
import { isUntaken, untakenAfter } from '#shared/domain/campaign/held.ts';
import type { RecipientOutcome, Untaken } from '#shared/domain/campaign/recipient.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { instant } from '#test/support/builders.ts';

/** Of whom the provider takes nobody, few are tried: for how long, where none of them comes to it. */
const T0 = instant('2026-12-01T10:00:00Z');
const after = (seconds: number) => addSeconds(T0, seconds);
const REFUSED = [{ state: 'waiting', codes: ['refused:X'] }] as unknown as readonly RecipientOutcome[];
const NIGHT = [{ state: 'deferred', codes: ['OUTSIDE_HOURS'] }] as unknown as readonly RecipientOutcome[];
const TAKEN = [{ state: 'sent', codes: [], providerMessageId: 'm' }] as unknown as readonly RecipientOutcome[];
const untaken: Untaken = { since: T0, at: after(120), because: 'refused:X' };

test('few are tried for a quarter of an hour where nobody was cut meanwhile, and a whole share then', () => {
  expect(isUntaken({ untaken }, after(120 + 181))).toBe(true);
  expect(isUntaken({ untaken }, after(120 + 900))).toBe(true);
  expect(isUntaken({ untaken }, after(120 + 901))).toBe(false);
});

test('a whole share after three minutes where some were cut, of whom none came to the provider', () => {
  const noted = untakenAfter({ untaken }, NIGHT, after(150));
  expect(noted).toEqual({ untaken: { ...untaken, passedAt: after(150) } });
  expect(isUntaken(noted ?? {}, after(120 + 180))).toBe(true);
  expect(isUntaken(noted ?? {}, after(120 + 181))).toBe(false);
});

test('a refusal after that begins the time anew, whenever it comes; one that is taken ends it', () => {
  const passed = { ...untaken, passedAt: after(125) };
  expect(untakenAfter({ untaken: passed }, REFUSED, after(126))).toEqual({ untaken: { ...untaken, at: after(126) } });
  expect(untakenAfter({ untaken }, REFUSED, after(126))).toBeUndefined();
  expect(untakenAfter({ untaken: passed }, TAKEN, after(126))).toEqual({ untaken: undefined });
});

test('nothing is noted of whom all were taken, nor twice that they wait, nor of a chunk of nobody', () => {
  expect(untakenAfter({}, NIGHT, after(150))).toBeUndefined();
  expect(untakenAfter({ untaken: { ...untaken, passedAt: after(125) } }, NIGHT, after(150))).toBeUndefined();
  expect(untakenAfter({ untaken }, [], after(150))).toBeUndefined();
});
