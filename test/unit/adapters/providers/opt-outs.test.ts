import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { optOutsOf } from '#shared/adapters/end-user-messaging/opt-outs.ts';
import { type Serving, serving } from '../../../support/http/serving.ts';

/** The list of opt-outs, asked of a server of recorded shapes (API reference of AWS End User Messaging SMS and Voice v2). */
let server: Serving;
let asked: { readonly operation: string; readonly input: unknown }[];
let answers: (readonly [status: number, body: object])[];
beforeEach(async () => {
  [asked, answers] = [[], []];
  server = await serving(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    asked.push({ operation, input: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
    const [status, body] = answers.shift() ?? [200, {}];
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(body));
  });
});
afterEach(() => server.close());

const list = () =>
  optOutsOf(
    new PinpointSMSVoiceV2Client({
      endpoint: server.url,
      region: 'eu-west-3',
      maxAttempts: 1,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    }),
    'Default',
    'sms',
  );

const at = (text: string): number => Date.parse(text) / 1000;

describe('the list of opt-outs of AWS', () => {
  test('is read a page at a time, each number with its instant; what a person did not ask for, or cannot be read, is counted', async () => {
    const OptedOutTimestamp = at('2026-11-20T09:00:00.500Z');
    const rows = [
      { OptedOutNumber: '+33639980001', OptedOutTimestamp, EndUserOptedOut: true },
      { OptedOutNumber: '+33639980003', OptedOutTimestamp, EndUserOptedOut: false },
      { OptedOutNumber: '+33639980004', OptedOutTimestamp },
      { OptedOutNumber: 'STOP', OptedOutTimestamp },
      { OptedOutNumber: '+33639980002' },
    ];
    answers.push([200, { OptOutListName: 'Default', OptedOutNumbers: rows, NextToken: 'more' }]);
    const then = { from: '2026-11-20T09:00:00.500Z', until: '2026-11-20T09:00:00.500Z' };
    expect(await list().page('here')).toEqual({
      stops: ['+33639980001', '+33639980004'].map((phone) => ({ phone, asked: then })),
      unreadable: 2,
      byOperator: 1,
      at: 'here',
      next: 'more',
    });
    expect(asked).toEqual([
      {
        operation: 'DescribeOptedOutNumbers',
        input: { OptOutListName: 'Default', MaxResults: 100, NextToken: 'here' },
      },
    ]);
    answers.push([200, {}]);
    expect(await list().page(undefined)).toEqual({ stops: [], unreadable: 0, byOperator: 0 });
  });

  test('has a page no more that AWS refuses; its first is there or the list is unavailable', async () => {
    const refused = [400, { __type: 'ValidationException' }] as const;
    answers.push(refused, refused);
    expect(await list().page('of-yesterday')).toBeUndefined();
    await expect(list().page(undefined)).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });

  test.each([
    [400, 'AccessDeniedException'],
    [400, 'ThrottlingException'],
    [400, 'ResourceNotFoundException'],
    [500, 'InternalServerException'],
  ])('is unavailable where AWS answers %i %s', async (status, __type) => {
    answers.push([status, { __type }], [status, { __type }]);
    await expect(list().page(undefined)).rejects.toMatchObject({ code: 'dependency-unavailable' });
    await expect(list().page('here')).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });
});
