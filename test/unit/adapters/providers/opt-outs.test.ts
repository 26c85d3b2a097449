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

describe('the list of opt-outs of AWS', () => {
  test('is read a page at a time, each number with its instant; a row without one of them is counted', async () => {
    const at = Date.parse('2026-11-20T09:00:00.500Z') / 1000;
    const rows = [
      { OptedOutNumber: '+33639980001', OptedOutTimestamp: at, EndUserOptedOut: true },
      { OptedOutNumber: 'STOP', OptedOutTimestamp: at },
      { OptedOutNumber: '+33639980002' },
    ];
    answers.push([200, { OptOutListName: 'Default', OptedOutNumbers: rows, NextToken: 'more' }]);
    expect(await list().page('here')).toEqual({
      entries: [{ phone: '+33639980001', at: '2026-11-20T09:00:00.500Z' }],
      unreadable: 2,
      next: 'more',
    });
    expect(asked).toEqual([
      {
        operation: 'DescribeOptedOutNumbers',
        input: { OptOutListName: 'Default', MaxResults: 100, NextToken: 'here' },
      },
    ]);
    answers.push([200, {}]);
    expect(await list().page(undefined)).toEqual({ entries: [], unreadable: 0 });
  });

  test.each([
    [200, {}, 'removed'],
    [400, { __type: 'ResourceNotFoundException' }, 'gone'],
    [400, { __type: 'ValidationException' }, 'not-now'],
    [400, { __type: 'ConflictException' }, 'not-now'],
  ])('takes a number off: %i %o is %s', async (status, body, what) => {
    answers.push([status, body]);
    expect(await list().remove('+33639980001')).toBe(what);
    expect(asked).toEqual([
      { operation: 'DeleteOptedOutNumber', input: { OptOutListName: 'Default', OptedOutNumber: '+33639980001' } },
    ]);
  });

  test.each([
    [400, 'AccessDeniedException'],
    [400, 'ThrottlingException'],
    [500, 'InternalServerException'],
  ])('is unavailable where AWS answers %i %s, and nothing counts as taken off', async (status, __type) => {
    answers.push([status, { __type }], [status, { __type }]);
    await expect(list().page(undefined)).rejects.toMatchObject({ code: 'dependency-unavailable' });
    await expect(list().remove('+33639980001')).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });
});
