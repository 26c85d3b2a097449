import { expect, test } from 'vitest';
import { configOf } from '#infra/config.ts';
import { ofRoutes } from '../../../cli/doctor/routes.ts';
import { PRODUCTION } from '../deployment.ts';

const said = (own: object) =>
  ofRoutes(configOf('production', { stages: { production: { ...PRODUCTION, ...own } } })).map(
    ({ level, about, says, remedy = [] }) => [`${level} ${about}: ${says}`, ...remedy].join(' → '),
  );
const vonage = { applicationId: '7f000000-0000-4000-8000-000000000001' };

test('each channel is said with its route, and where a provider is to bring replies', () => {
  expect(said({ routes: { mms: 'spot-hit', sms: 'vonage', 'automated-call': 'vonage' }, vonage })).toEqual([
    'ok routes: email by ses, sms by vonage, mms by spot-hit, automated-call by vonage',
    expect.stringMatching(
      /^warn replies by vonage: cannot be seen from here → They come to https:\/\/[\w.-]+\/s\/ and `vonage\.urlCode`.*inbound URL/,
    ),
    expect.stringMatching(
      /^warn replies by spot-hit: cannot be seen from here → They come to https:\/\/[\w.-]+\/s\/ and `spotHit\.urlCode`.*STOP/,
    ),
  ]);
});

test('of a provider that brings them to each message, or only keys, nothing is said', () => {
  expect(said({ routes: { sms: 'smsmode', 'automated-call': 'vonage' }, vonage })).toEqual([
    'ok routes: email by ses, sms by smsmode, automated-call by vonage',
  ]);
});

test('of replies by mail it is said where advertisers pass them on to', () => {
  expect(said({ inbox: { domain: 'stop.shop.example', replies: 'replies.shop.example' } })).toContainEqual(
    expect.stringMatching(/^warn replies by mail: cannot be seen from here → .*replies\.shop\.example/),
  );
});

test('where SMS leave abroad and no code is stated, it is asked for; a stated one answers for itself', () => {
  const abroad = {
    routes: { sms: 'end-user-messaging' },
    endUserMessaging: { origination: ['MAISONVALMY'], countries: ['FR', 'BE', 'DE'] },
  };
  const ofAbroad = (own: object) => said(own).filter((each) => each.includes('replies from'));
  expect(ofAbroad(abroad)).toEqual([
    expect.stringMatching(
      /^warn replies from BE, DE: cannot be seen from here → .*that promotes.*`senders\.replyCodes`/,
    ),
  ]);
  const replyCodes = [{ code: '+32460123456', countries: ['FR', 'BE', 'DE'] }];
  expect(ofAbroad({ ...abroad, senders: { ...PRODUCTION.senders, replyCodes } })).toEqual([]);
  expect(ofAbroad({ ...abroad, endUserMessaging: { ...abroad.endUserMessaging, countries: ['FR'] } })).toEqual([]);
});
