import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startSuppressions } from '../erasure/erased-world.ts';
import { ADVERTISER } from '../support/api.ts';
import { ALIX, aFilledWorld, CAMILLE } from './filled-world.ts';
import { passTo, storedOf } from './passing-time.ts';

type World = Awaited<ReturnType<typeof aFilledWorld>>;

/** The mail of the campaign that this address was sent, as SES received it. */
const mailTo = ({ provider }: World, address: string) => {
  const tagOf = (request: unknown, name: string): string =>
    Object(request).EmailTags.find((tag: { Name: string }) => tag.Name === name)?.Value ?? '';
  const mail = provider.taken.findLast(({ to }) => to === address) ?? expect.fail('nothing left');
  // A tag of SES has no dot.
  const contactId = tagOf(mail.request, 'contactId').replace('_', '.');
  return { messageId: tagOf(mail.request, 'messageId'), contactId, ...Object(mail.request).Content.Simple };
};

/** As the route shows it to whoever knows the contact. */
const shown = async (world: World, address: string, contactId: string) => {
  const path = { messageId: mailTo(world, address).messageId };
  return world.call('show-sent-message', { path, query: { contactId, advertiserId: ADVERTISER } });
};

describe('what a campaign sent to one recipient', () => {
  test('P7: is shown byte for byte, then with its holes and its hash, from the outcome and from the archive', async () => {
    const world = await aFilledWorld();
    const contactId = mailTo(world, ALIX).contactId;
    const { Subject, Body } = mailTo(world, ALIX);
    const first = await shown(world, ALIX, contactId);
    expect([first.status, first.body]).toEqual([
      200,
      expect.objectContaining({ contactId, status: 'sent', isExact: true, emptyHoles: [] }),
    ]);
    expect(first.body.sent).toMatchObject({
      to: ALIX,
      subject: Subject.Data,
      text: Body.Text.Data,
      html: Body.Html.Data,
    });
    expect((await shown(world, ALIX, mailTo(world, CAMILLE).contactId)).status).toBe(404);
    const { bytesSha256, variantSha256, template } = first.body;
    await passTo('2028-01-15T10:00:00Z');
    expect(await storedOf('chunk-result')).toEqual([]);
    const later = await shown(world, ALIX, contactId);
    expect(later.body).toMatchObject({ isExact: false, bytesSha256, variantSha256, template, status: 'sent' });
    expect(later.body.emptyHoles).toEqual(expect.arrayContaining(['to', 'token']));
    expect(later.text).not.toContain(ALIX);
    expect(await storedOf('run-mark')).toEqual([]);
    expect((await shown(world, ALIX, mailTo(world, CAMILLE).contactId)).status).toBe(404);
  });

  test('P7: has nothing of who was erased, at once', async () => {
    const world = await aFilledWorld();
    const contactId = mailTo(world, ALIX).contactId;
    const { bytesSha256 } = (await shown(world, ALIX, contactId)).body;
    const suppressions = await startSuppressions();
    onTestFinished(async () => void (await suppressions.close()));
    vi.stubEnv('AWS_ENDPOINT_URL_SESV2', suppressions.url);
    const query = { advertiserId: ADVERTISER };
    expect((await world.call('erase-contact', { path: { contactId }, query, body: {} })).status).toBeLessThan(300);
    const after = await shown(world, ALIX, contactId);
    expect(after.body).toMatchObject({ isExact: false, bytesSha256 });
    expect(after.body.emptyHoles).toEqual(expect.arrayContaining(['to', 'token']));
    expect(after.text).not.toContain(ALIX);
  });
});
