import { expect, test } from 'vitest';
import { EXAMPLES, ROUTES_WITH_BODY } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';
import { pathParametersOf } from '../support/paths.ts';

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test('no route reads what is nested too deep, at 70 as at 500,000: 400 with a problem', async () => {
  const { call } = await aWorldWithForms();
  const deepest = await call('record-consent', { raw: nested(500_000) });
  expect([deepest.status, deepest.body.code]).toEqual([400, 'malformed-request']);
  for (const name of ROUTES_WITH_BODY) {
    for (const raw of [nested(70), `{"a":${nested(3_000)}}`]) {
      const { status, body } = await call(name, { raw, path: pathParametersOf(name) });
      expect([name, status, body.code]).toEqual([name, 400, 'malformed-request']);
    }
  }
});

test('settings that no item can hold are refused, and change nothing', async () => {
  const { call } = await aWorldWithForms();
  const path = { advertiserId: ADVERTISER };
  const before = await call('get-advertiser', { path });
  const rationale = 'é'.repeat(2_000);
  const analogies = Array.from({ length: 200 }, (_, index) => ({ sold: `s${index}`, offered: ['wine'], rationale }));
  const headers = { 'If-Match': '*' };
  const body = { ...(EXAMPLES['put-advertiser'] as object), analogies };
  const large = await call('put-advertiser', { path, body, headers });
  expect([large.status, large.body.code]).toEqual([413, 'payload-too-large']);
  expect((await call('get-advertiser', { path })).body).toEqual(before.body);
});

test('a mail of 65,000 open tags is refused where it is', async () => {
  const { call } = await aWorldWithForms();
  const path = { advertiserId: ADVERTISER, templateId: 'letter', version: '1' };
  const html = `<p>Nos vins</p>${'<b>'.repeat(65_000)}`;
  const body = { category: 'wine', content: { email: { subject: 'Nos vins', html } } };
  const { status, body: problem } = await call('put-template-version', { path, body });
  expect([status, problem.errors?.[0]?.pointer]).toEqual([422, '/content/email/html']);
});

test('values of 450 KB refuse their own message, and the answer says that the others are stored', async () => {
  const { call } = await aWorldWithForms();
  const content = { email: { subject: 'Nos vins', text: 'Bonjour' } };
  const item = { contact: { email: 'camille@example.com' }, channel: 'email', offerCategory: 'wine', content };
  const mergeValues = Object.fromEntries(Array.from({ length: 450 }, (_, index) => [`v${index}`, 'a'.repeat(1_000)]));
  const messages = [item, { ...item, mergeValues }, item];
  const { status, body } = await call('accept-messages', { body: { advertiserId: ADVERTISER, messages } });
  expect(status).toBe(207);
  expect([body.messages[0].status, body.messages[2].status]).toEqual(['accepted', 'accepted']);
  expect(body.messages[1].error).toMatchObject({
    code: 'payload-too-large',
    errors: [{ pointer: '/messages/1/mergeValues' }],
  });
});

test('more than a thousand values refuse their own message', async () => {
  const { call } = await aWorldWithForms();
  const mergeValues = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`v${index}`, 'a']));
  const content = { email: { subject: 'Nos vins', text: 'Bonjour' } };
  const item = {
    contact: { email: 'camille@example.com' },
    channel: 'email',
    offerCategory: 'wine',
    content,
    mergeValues,
  };
  const { status, body } = await call('accept-messages', { body: { advertiserId: ADVERTISER, messages: [item] } });
  expect(status).toBe(422);
  expect(body.messages[0].error.errors[0]).toMatchObject({
    pointer: '/messages/0/mergeValues',
    detail: 'at most 1000 values',
  });
});
