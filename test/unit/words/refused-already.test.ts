import { describe, expect, test } from 'vitest';
import type { HeldUse } from '#shared/domain/centre/held.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { recipientsPart } from '#shared/pages/centre/listed-parts.ts';
import { refusedIn } from '#shared/pages/centre/refused-already.ts';
import { NOW } from '#test/support/builders.ts';

const TEXTS = ['sms', 'mms', 'rcs'] as const;

describe('a button that stops has nothing left to stop', () => {
  const refused = (channel: Channel, ...stopped: readonly (readonly Channel[])[]) =>
    refusedIn({
      notice: { channel },
      held: { oppositions: stopped.map((channels) => ({ of: { scope: 'channel', channels }, isLiftedInPart: false })) },
    } as never).channel;

  test.each([
    ['all that it stops is refused', 'sms', [TEXTS], true],
    ['all of it is refused, one by one', 'mms', TEXTS.map((each) => [each] as const), true],
    ['SMS alone are refused, and it stops MMS as well', 'sms', [['sms']], false],
    [
      'automated calls alone are refused, and it stops calls by people as well',
      'automated-call',
      [['automated-call']],
      false,
    ],
    ['another means is refused', 'email', [TEXTS], false],
    ['mails are refused', 'email', [['email']], true],
    ['nothing is refused', 'email', [], false],
  ] as const)('where %s', (_, channel, stopped, isRefused) => {
    expect(refused(channel, ...stopped)).toBe(isRefused);
  });
});

describe('that the advertiser sends the offers of partners', () => {
  const SAID = 'qui vous envoie les offres de partenaires';
  const page = (use: Partial<HeldUse>, partners: readonly string[] | undefined) =>
    recipientsPart(
      {
        notice: { publicName: 'Maison Valmy' },
        held: { uses: [{ purpose: 'partner-offers', ...use }] },
        ...(partners && { givenTo: { listed: partners.map((partner) => ({ partner, at: NOW })), hasMore: false } }),
      } as never,
      'fr',
    ).markup;

  test.each([
    ['no partner has data', {}, [], true],
    ['one has', {}, ['Gîtes du Limousin'], false],
    ['it cannot be read now', {}, undefined, false],
    ['they are refused', { stoppedAt: NOW }, [], false],
    ['there are none', { purpose: 'own-offers' }, [], false],
  ] as const)('where %s', (_, use, partners, isSaid) => {
    expect(page(use, partners).includes(SAID)).toBe(isSaid);
  });
});
