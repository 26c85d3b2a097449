import { acting } from '#functions/wiring/acting.ts';
import { making } from '#functions/wiring/making.ts';
import { inertTokens, messages, testRecipientLists } from '#functions/wiring.ts';
import { testTemplateVersion } from '#shared/app/preview/test-template-version.ts';
import {
  acceptedTestView,
  testRecipients,
  testTemplateVersionRoute,
} from '#shared/contracts/http/routes/test-template-version.ts';
import { parseEach } from '#shared/edge/validate.ts';

/** Accepts tests of a template version, to those alone who agreed to receive tests. */
export const handler = acting(testTemplateVersionRoute, async ({ env, path, body, ...call }) => {
  const { advertiserId, ...template } = path;
  const { recipients, ...asked } = body;
  const access = call.accessTo(advertiserId);
  const parsed = parseEach(testTemplateVersionRoute.item, recipients);
  const requestOf = (index: number) =>
    call.requestHashFor(access, { ...asked, template, recipient: recipients[index] }, index);
  const outcomes = await testTemplateVersion(
    { ...making(env), messages: messages(env), testRecipientLists: testRecipientLists(env), tokens: inertTokens },
    { ...asked, access, template, recipients: testRecipients(parsed, requestOf) },
  );
  return call.outcomes({ all: 202 }, outcomes.map(acceptedTestView));
});
