import { expect, test } from 'vitest';
import { isPublicMailbox, PUBLIC_MAILBOX_HOSTS } from '#shared/domain/contact/mailbox-hosts.ts';
import mailboxes from '#test/labelled/wordings/mailboxes.json' with { type: 'json' };
import { isRoleAddress } from '../kind.ts';
import { KNOWN_MAILBOX_HOSTS, isPublicMailbox as opinionOn } from './public.ts';

test('hosts that the law takes for public are public for the second opinion', () => {
  expect(PUBLIC_MAILBOX_HOSTS.length).toBeGreaterThan(1400);
  expect(PUBLIC_MAILBOX_HOSTS.filter((host) => !opinionOn(host))).toEqual([]);
});

test('hosts that the second opinion takes for public are public in law', () => {
  expect(KNOWN_MAILBOX_HOSTS.length).toBeGreaterThan(1200);
  expect(KNOWN_MAILBOX_HOSTS.filter((host) => !isPublicMailbox(`jeanne@${host}`))).toEqual([]);
});

test.each([
  'yahoo.nl',
  'hotmail.com.tr',
  'msn.nl',
  'boutique.free.fr',
  'gandi.net',
  'privaterelay.appleid.com',
  'wanadoo.re',
  'live.fr',
])('%s is public for both', (host) => {
  expect([isPublicMailbox(`jeanne@${host}`), opinionOn(host)]).toEqual([true, true]);
});

test.each([
  'atelier-vidal.example',
  'live.io',
  'notfree.fr',
  'yahoo.atelier.fr',
  'hotmail.fr.atelier.fr',
  'appleid.com',
  'nc',
])('%s is public for neither', (host) => {
  expect([isPublicMailbox(`jeanne@${host}`), opinionOn(host)]).toEqual([false, false]);
});

test('the second opinion reads whose a mailbox is as whoever labelled it did', () => {
  const read = (local: string) =>
    isRoleAddress({ world: { addresses: [{ email: `${local}@alba.example` }] } } as never) ? 'general' : 'person';
  expect(mailboxes.filter(({ said, local }) => read(local) !== said)).toEqual([]);
});
