import { describe, expect, test } from 'vitest';
import { channelQuestions } from '#test/support/architecture/channel-questions.ts';
import { readSources } from '#test/support/architecture/sources.ts';

/** Places that name a channel, or a word that is also the name of one, and why they may. */
const MAY_NAME: Readonly<Record<string, string>> = {
  'shared/channels/renderings.ts': 'the list of the channels that are sent',
  'shared/channels/written.ts': 'the list of the channels whose text is shown to its reader again',
  'shared/channels/external.ts': 'the list of the channels whose bytes are judged',
  'shared/channels/codes/carriers.ts': 'the list of the channels that carry a code',
  'shared/app/replies/register-mail-reply.ts': 'how it was said: `via`',
  'shared/app/replies/of-mails.ts': 'a mailbox is named in mails alone, and a mail answers mails alone',
  'shared/app/feedback/apply-email-feedback.ts': 'what SES reports is of mail',
  'shared/pages/personal-data/words/channels.ts': 'the list of what each channel is called to whom the data are of',
  'shared/channels/given-mentions.ts': 'the list of the channels whose mentions are written',
  'shared/channels/record.ts': 'an e-mail address is a kind of address, and mail a family',
  'shared/domain/contact/typed-address.ts': 'an e-mail address is a kind of address',
  'shared/contracts/http/contact-address.ts': 'an e-mail address is a kind of address',
  'shared/domain/advertiser/advertiser.ts': 'the settings name the senders of each channel',
  'shared/domain/advertiser/identity.ts': 'the senders of each channel are identities',
  'shared/domain/advertiser/bound-identities.ts': 'the same',
  'shared/domain/sending/unshown-senders.ts': 'the settings name the senders of each channel',
  'shared/domain/opposition/opposition.ts':
    'an opposition may come in an e-mail or a letter that the advertiser receives',
  'shared/domain/opposition/channel-names.ts': 'what people call channels in their own words',
  'infra/routes/routes.ts': 'the settings of a deployment say what each channel leaves by',
  'infra/routes/broken-promises.ts': 'the same, and what is refused of it',
  'shared/domain/import/exports/mautic.ts': 'what another tool calls its channels',
  'infra/senders.ts': 'the settings of a deployment name the senders of each channel',
  'infra/config.ts': 'the same',
  'functions/manifest/routes/capabilities.ts': 'the list of what each route carries',
  'functions/manifest/routes/capability.ts': 'what such a list says of each channel',
  'functions/manifest/routes/text-answers.ts': 'the list of which answers each channel of texts receives',
  'functions/manifest/routes/shown-senders.ts': 'the list of which senders each channel of texts shows',
  'infra/routes/reply-codes.ts':
    'the settings of a deployment say which codes are answered to, by the route of each channel',
  'functions/manifest/not-sold.ts': 'the list of what nobody carries to France',
  'infra/routes/providers.ts': 'the local stack takes what leaves by a provider',
  'functions/manifest/provider-route.ts':
    'what a deployment states of its provider names the channels that leave by it',
  'shared/adapters/https/by-signed-https.ts': 'the adapter of several channels: one contract for all of them',
  'shared/adapters/vonage/sms-by-vonage.ts': 'what Vonage calls the channel in its own words',
  'shared/channels/checks.ts': 'the list of the channels whose content is tried',
  'shared/domain/sending/handover.ts': 'the contract of a provider says what each channel is handed over with',
  'functions/wiring/routes/aws.ts': 'the same, of services of AWS that a deployment may choose',
  'functions/wiring/providers/opt-outs.ts': 'the list of opt-outs of AWS is of texts',
  'functions/wiring/routes/texts.ts': 'the same, of all SMS, whatever they are',
  'functions/wiring/centre.ts': 'binds what carries a code',
  'infra/routes/sms-route.ts': 'the settings of a deployment say what SMS leave by',
  'shared/app/feedback/apply-text-feedback.ts': 'what End User Messaging reports is of texts',
  'functions/wiring/jobs.ts': 'the settings of a deployment say what mail and SMS cost',
  'functions/wiring/sender.ts': 'binds the adapter of each channel that is sent',
  'functions/wiring/providers/provider-channels.ts': 'the same, of the channels that a provider takes',
};

test('nothing but its folder, its adapter and the law asks which channel it is', () => {
  const found = channelQuestions(readSources());
  expect(found.filter((question) => MAY_NAME[question.split(' ')[0] ?? ''] === undefined)).toEqual([]);
});

test('no exception outlives its reason', () => {
  const asking = new Set(channelQuestions(readSources()).map((question) => question.split(' ')[0]));
  expect(Object.keys(MAY_NAME).filter((file) => !asking.has(file))).toEqual([]);
});

describe('a planted question is caught', () => {
  const planted = (source: string, file = 'shared/app/send/planted.ts') => channelQuestions(new Map([[file, source]]));

  test.each([
    ["export const a = (c: string) => (c === 'email' ? 1 : 2);", 'names email'],
    ["export const a = (c: string) => { switch (c) { case 'sms': return 1; } return 2; };", 'names sms'],
    ["export const a = (c: object) => 'sms' in c;", 'names sms'],
    ["export const a = (c: object) => 'subject' in c;", 'asks for the part subject'],
    ["export const a = (c: string) => ['sms', 'mms'].includes(c);", 'names sms'],
    ['export const a = (c: string) => c === `mms`;', 'names mms'],
    ['export const HOURS = { email: 72, sms: 24 };', 'lists email, sms'],
    ['export type A = { readonly sms: 1; readonly automatedCall: 2 };', 'lists sms, automatedCall'],
    ["export const HOURS = { 'automated-call': 24 };", 'names automated-call'],
    ['export const a = (s: { sms: string }) => s.sms;', 'takes what belongs to sms'],
  ])('%s', (source, asked) => {
    expect(planted(source)).toContain(`shared/app/send/planted.ts ${asked}`);
  });

  test('in every room, also where examples may name a channel', () => {
    const ternary = "export const a = (c: string) => (c === 'email' ? 1 : 2);";
    for (const file of ['shared/contracts/http/a.ts', 'shared/pages/a.ts', 'functions/api/a.ts', 'infra/a.ts'])
      expect(planted(ternary, file)).toEqual([`${file} names email`]);
    expect(
      planted("export const EXAMPLE = { channel: 'email', channels: ['sms'] };", 'shared/contracts/http/a.ts'),
    ).toEqual([]);
    expect(planted(ternary, 'shared/channels/email/a.ts')).toEqual([]);
  });
});
