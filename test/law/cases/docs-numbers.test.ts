import { describe, expect, test } from 'vitest';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { CHANNELS, recordOf } from '#shared/domain/message/channel.ts';
import { promotionalHoursOn } from '#shared/law/articles/af2m/charter-versions.ts';
import { isOpenToAutomates } from '#shared/law/articles/arcep/ranges.ts';
import { callingHours } from '#shared/law/articles/consommation/d223-9.ts';
import { attemptQuota } from '#shared/law/articles/consommation/d223-9-quota.ts';
import { RENEWAL_WINDOW } from '#shared/law/readings/retention.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import { CHAPTERS } from '#tools/law/chapters/chapters.ts';
import { IN_SHORT } from '#tools/law/page/intro.ts';
import { anAdvertiser } from '../../support/builders.ts';

/** The prose of a chapter in French, which the law pages do not generate. */
const proseOf = (id: string): string =>
  CHAPTERS.find((each) => each.id === id)
    ?.does.map(({ fr }) => fr)
    .join('\n') ?? '';
const inShort = IN_SHORT.map(({ answer }) => answer.fr).join('\n');
/** `1290`: “21 h 30”. */
const hour = (minutes: number): string =>
  `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60}`}`;
const { siren, legalName, contact, privacyNoticeUrl, senders } = anAdvertiser();
const defaults = AdvertiserSettings.parse({ siren, legalName, contact, privacyNoticeUrl, senders });

describe('the numbers in the prose of the law pages are those of the law', () => {
  test('hours of promotional texts', () => {
    const [[from = 0, until = 0] = []] = promotionalHoursOn(RULEBOOK.version.slice(0, 10));
    for (const prose of [proseOf('hours'), inShort]) expect(prose).toContain(`de ${hour(from)} à ${hour(until)}`);
  });
  test('hours and number of calls', () => {
    const [a, b, c, d] = callingHours.quote?.match(/\d+(?= heures)/g) ?? [];
    for (const prose of [proseOf('hours'), inShort])
      expect(prose).toContain(`de ${a} h à ${b} h et de ${c} h à ${d} h`);
    expect(attemptQuota.quote).toContain('quatre fois au cours d’une période de trente jours');
    expect(proseOf('frequency')).toContain('quatre par période de trente jours');
    expect(inShort).toContain('quatre fois en trente jours');
  });
  test('numbers that an automated call may show', () => {
    const named = proseOf('form').match(/(?<!\d)0\d{3,4}(?!\d)/g) ?? [];
    expect(named.length).toBeGreaterThan(12);
    // Of ten digits, or of extended length: thirteen.
    const isOpen = (range: string) =>
      [9, 12].some((digits) => isOpenToAutomates(`+33${range.slice(1).padEnd(digits, '0')}`));
    expect(named.filter((range) => !isOpen(range))).toEqual([]);
    expect(['0612', '07005', '0142', '09395'].filter(isOpen)).toEqual([]);
  });
  test('validity of messages, by channel', () => {
    const hoursOf = (name: string) =>
      CHANNELS.filter((each) => each === name).map((each) => recordOf(each).validityHours);
    const [mail, ...others] = ['email', 'sms', 'mms', 'automated-call'].flatMap(hoursOf);
    expect(new Set(others).size).toBe(1);
    expect(proseOf('hours')).toContain(
      `${others[0]} heures pour un SMS, un MMS ou un appel, ${mail} heures pour un courriel`,
    );
  });
  test('settings where an advertiser says nothing, and the days of the question whether one wants to stay', () => {
    const numbers = ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq'];
    expect(proseOf('frequency')).toContain(`${numbers[defaults.dailyCeiling]} messages par jour`);
    expect(proseOf('form').toLowerCase()).toContain(`${numbers[defaults.sms.maxSegments]} segments au plus par défaut`);
    expect(proseOf('retention')).toContain(`${numbers[defaults.retention.prospectYears]} ans à compter de la collecte`);
    expect(proseOf('retention')).toContain(`puis ${numbers[defaults.retention.customerYears]} ans`);
    expect(RENEWAL_WINDOW).toBe(30 * 86_400_000);
    expect(proseOf('retention')).toContain('dans les trente derniers jours');
  });
});
