import { instantOfWall } from '#shared/domain/time/calendar.ts';
import { article } from '../../article.ts';
import { minutesOf } from '../../facts/moments.ts';
import { LEGI_CONSOMMATION, LEGIFRANCE_QUOTED } from '../../texts/sources.ts';

/** Code de la consommation, art. D. 223-9: when and how often a consumer may be called. In two versions. */
const TEXT = { code: 'Code de la consommation', number: 'D. 223-9', kind: 'regulation' } as const;

/**
 * Décret n° 2022-1313 of 13 October 2022. Not coded: the pause of sixty days after a refusal, since with us a refusal is
 * an opposition without end.
 */
export const SINCE_2023 = article({
  ...TEXT,
  id: 'd223-9/2023-03-01',
  legi: 'LEGIARTI000046422695',
  inForce: { from: '2023-03-01', until: '2026-08-11' },
  read: LEGI_CONSOMMATION,
});
/** Décret n° 2026-662 of 23 July 2026. It is challenged before the Conseil d'État; no suspension known. */
export const SINCE_2026 = article({
  ...TEXT,
  id: 'd223-9/2026-08-11',
  inForce: { from: '2026-08-11' },
  read: LEGIFRANCE_QUOTED,
});

export const CONSUMERS_CALLED = { channels: ['automated-call'], audience: 'consumer' } as const;
export const READING =
  'L. 223-7 sends automated calls to L. 34-5, which sets no hours and no number of calls; the decree speaks of calls “par voie téléphonique”: applied unless the advertiser recorded the other reading (VOICE-1). Checked 2026-11-24.';

/** Days for the examples, in the version that they speak of. */
export type Days = Readonly<Record<'monday' | 'tuesday' | 'friday' | 'saturday' | 'sunday' | 'holiday', string>>;
export const IN_2024: Days = {
  tuesday: '2024-11-26',
  friday: '2024-11-22',
  saturday: '2024-11-23',
  sunday: '2024-11-24',
  monday: '2024-11-25',
  holiday: '2024-11-11',
};
export const IN_2026: Days = {
  tuesday: '2026-11-24',
  friday: '2026-11-27',
  saturday: '2026-11-28',
  sunday: '2026-11-29',
  monday: '2026-11-23',
  holiday: '2026-11-11',
};

/** A call agreed for this minute in Paris, for the examples. */
/* @__NO_SIDE_EFFECTS__ */
export const agreedAt = (local: string) => {
  const from = instantOfWall(local.slice(0, 10), minutesOf(local.slice(11)), 'Europe/Paris');
  return { from, until: from + 30 * 60_000 };
};
