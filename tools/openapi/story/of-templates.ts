import { TESTER, testOf, WINTER_TEXT } from './said.ts';
import type { Step } from './step.ts';

const ADVERTISER = { advertiserId: 'maison-valmy' };
const TEMPLATE = { ...ADVERTISER, templateId: 'order-confirmation' };
const WINTER = { ...ADVERTISER, templateId: 'winter-text', version: '1' };

/** One who agreed to tests, and one who did not. */
const AGREED = 'declare-contact agrees-to-tests /contactId';
export const NOT_AGREED = 'record-sale free-account /contactId';
const tested = (status: number, example: string, ...contactIds: string[]): Step => ({
  route: 'test-template-version',
  example,
  status,
  parameters: { ...TEMPLATE, version: '3' },
  body: testOf(contactIds),
});

/** A template, made with one key and approved with another. */
export const OF_TEMPLATES: readonly Step[] = [
  { route: 'create-api-key', status: 201 },
  { route: 'list-api-keys', status: 200 },
  {
    route: 'create-api-key',
    example: 'approver',
    status: 201,
    body: { name: 'jeanne-roy', scopes: ['templates:approve'], advertisers: ['maison-valmy'] },
  },
  ...[201, 200].map((status) => ({ route: 'put-template-version', status, parameters: { ...TEMPLATE, version: '3' } })),
  ...[201, 200].map((status) => ({
    route: 'approve-template-version',
    status,
    parameters: { ...TEMPLATE, version: '3' },
    key: 'create-api-key approver /key',
  })),
  { route: 'get-template-version', status: 200, parameters: { ...TEMPLATE, version: '3' } },
  { route: 'list-templates', status: 200, parameters: ADVERTISER },
  { route: 'list-template-versions', status: 200, parameters: TEMPLATE },
];

/** A template, looked at before anyone gets a message made from it, and one tried on who agreed to receive tests. */
export const OF_TESTS: readonly Step[] = [
  { route: 'put-template-version', example: 'text', status: 201, parameters: WINTER, body: WINTER_TEXT },
  { route: 'preview-template-version', status: 200, parameters: WINTER },
  { route: 'declare-contact', example: 'agrees-to-tests', status: 200, body: { ...ADVERTISER, ...TESTER } },
  tested(202, 'typical', AGREED),
  tested(207, 'some-taken', AGREED, NOT_AGREED),
  tested(422, 'none-taken', NOT_AGREED),
];
