import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withRecipients } from '#shared/adapters/dynamodb/campaigns/recipients/recipients.ts';
import { auditHandOffs } from '#shared/app/audit/audit-hand-offs.ts';
import { getCampaign } from '#shared/app/campaigns/get-campaign.ts';
import { opposeByLink } from '#shared/app/oppositions/oppose-by-link.ts';
import { campaignView } from '#shared/contracts/http/campaigns/campaign.ts';
import { recipientMessageIdOf } from '#shared/domain/campaign/names.ts';
import { noPause, oneKey } from '#test/support/aws.ts';
import { sha256 } from '#test/support/builders.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { hear as heard, tagsOf } from '#test/support/campaigns/heard.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** Recipients of a campaign are stored nowhere, and yet found by whoever meets their id: feedback, links, the audit. */
let world: SendWorld;
let campaign: CampaignWorld;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
});
afterEach(() => world.close());

const messages = () => withRecipients(world.table, world.ports.messages);
const hear = (index: number, report: object) => heard(world, index, report);

const aSentCampaign = async (count: number) => {
  const contacts = await campaign.join(count);
  const run = await campaign.launch();
  await campaign.settle();
  return { run, contacts };
};

test('a report of a mail whose answer was lost says that it left', async () => {
  await campaign.join(1);
  const run = await campaign.launch();
  world.stub.next('take-and-drop');
  await campaign.minute();
  await campaign.work();
  await hear(0, { eventType: 'DeliveryDelay' });
  world.clock.forward(86_400 + 120);
  await campaign.settle();
  expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 1 });
});

test('P2: a complaint of a mail of a campaign is an opposition, and does not stop relational mails', async () => {
  const { contacts } = await aSentCampaign(1);
  const timestamp = world.clock.now();
  await hear(0, { eventType: 'Complaint', complaint: { timestamp, feedbackId: 'f', complaintFeedbackType: 'abuse' } });
  const standing = await world.ledger.readStanding(world.access, contacts[0]?.contactId as never);
  expect(standing?.oppositions).toMatchObject([{ via: 'provider-complaint', of: { channels: ['email'] } }]);
  expect(standing?.oppositions[0]).not.toHaveProperty('coversRelational');
});

test('a bounce of a mail of a campaign blocks the address', async () => {
  const { contacts } = await aSentCampaign(1);
  const bounce = { timestamp: world.clock.now(), bounceType: 'Permanent', bounceSubType: 'General' };
  await hear(0, { eventType: 'Bounce', bounce: { ...bounce, bouncedRecipients: [{ status: '5.1.1' }] } });
  const standing = await world.ledger.readStanding(world.access, contacts[0]?.contactId as never);
  expect(standing?.deliveryFailures).toMatchObject([{ kind: 'permanent' }]);
});

test('the link of a mail of a campaign opposes to what that mail was', async () => {
  const { contacts } = await aSentCampaign(1);
  const [contact] = contacts;
  if (contact === undefined) throw new Error('nobody');
  const html = JSON.stringify(world.stub.taken[0]?.request);
  const token = /\/o\/([A-Za-z0-9_-]+)/.exec(html)?.[1] ?? '';
  const link = (await world.ports.tokens()).read(token);
  expect(link?.contactId).toBe(contact.contactId);
  if (link === undefined) throw new Error('no link');
  const { ledger, clock, ports } = world;
  await opposeByLink(
    { ...ports, messages: messages(), ledger, clock, pause: noPause, sameAddress: oneKey },
    { access: world.access, link, isOneClick: true, everything: false, receivedSha256: sha256('3') },
  );
  const standing = await world.ledger.readStanding(world.access, contact.contactId);
  expect(standing?.oppositions).toMatchObject([{ via: 'one-click', messageId: link.messageId }]);
  expect(standing?.oppositions[0]).not.toHaveProperty('coversRelational');
});

test('the audit of hand-offs reads those of campaigns', async () => {
  await aSentCampaign(3);
  const ports = { ...world.ports, messages: messages(), handOffs: world.handOffs };
  expect(await auditHandOffs(ports, () => true)).toEqual({ count: 3, ignored: [], isWhole: true });
});

test('a run is read once by a process: the next of its recipients are found without a read', async () => {
  const { run, contacts } = await aSentCampaign(3);
  const asked = vi.spyOn(world.table.client, 'send');
  const finding = messages();
  const found: unknown[] = [];
  const reads: number[] = [];
  for (const { contactId } of contacts) {
    const from = asked.mock.calls.length;
    found.push(await finding.get(world.access, recipientMessageIdOf(run, contactId), contactId));
    reads.push(asked.mock.calls.length - from);
  }
  expect(found).toMatchObject(contacts.map(({ contactId }) => ({ contactId, channel: 'email' })));
  expect(reads).toEqual([4, 0, 0]);
  // Somebody else's id of that run is no recipient, and no message.
  const [first, second] = contacts.map(({ contactId }) => contactId);
  expect(await finding.get(world.access, recipientMessageIdOf(run, first as never), second)).toBeUndefined();
});

test('an id that no campaign of this advertiser made finds nothing', async () => {
  const { contacts } = await aSentCampaign(2);
  const [first, second] = [...contacts];
  const id = tagsOf(world.stub.taken[0]?.request).messageId?.[0] as never;
  const of = world.stub.taken[0]?.to === first?.address ? first : second;
  const other = of === first ? second : first;
  expect(await messages().get(world.access, id, of?.contactId)).toMatchObject({ contactId: of?.contactId });
  expect(await messages().get(world.access, id, other?.contactId)).toBeUndefined();
  expect(await messages().get(world.access, id)).toBeUndefined();
});

/** A store that carries out nothing that is written of the run alone. */
const withoutNotes = <P extends object>(name: string, port: P): P => {
  if (name !== 'store') return port;
  const { send } = port as unknown as { send: (of: unknown) => Promise<unknown> };
  const refusing = (command: { readonly input: { readonly Key?: { readonly sk?: { readonly S?: string } } } }) =>
    command.constructor.name === 'UpdateItemCommand' && command.input.Key?.sk?.S?.startsWith('OCCURRENCE#')
      ? Promise.reject(new Error('the process dies'))
      : send.call(port, command);
  return { ...port, send: refusing } as P;
};

test('what is reported of its mails counts against the run, once for each recipient, and too much of it pauses the campaign once', async () => {
  const contacts = await campaign.join(30);
  const run = await campaign.launch({ maxPerMinute: 25 });
  await campaign.minute();
  await campaign.work();
  const bounce = {
    eventType: 'Bounce',
    bounce: { timestamp: world.clock.now(), bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: [] },
  };
  for (let index = 0; index < 19; index += 1) {
    await hear(index, bounce);
    await hear(index, bounce);
  }
  const reported = () => campaign.runs.reported(world.access, run);
  expect(await reported()).toEqual({ sent: 25, complaints: 0, bounces: 19, suppressed: 0, spared: 0 });
  const controlOf = async () => campaign.campaigns.get(world.access, run.campaignId);
  const shownRuns = async () => {
    const ports = { ...world.ports, campaigns: campaign.campaigns };
    return campaignView(await getCampaign(ports, { access: world.access, campaignId: run.campaignId })).runs;
  };
  world.clock.forward(60);
  await campaign.minute();
  await campaign.work();
  expect(await controlOf()).toMatchObject({ control: 'running' });
  expect(await shownRuns()).toEqual([expect.not.objectContaining({ pausedItself: true })]);
  await hear(19, bounce);
  world.clock.forward(60);
  // Both at once: a process that dies between the pause and the note of it would pause it again, whoever lets it go on.
  await campaign.minute(withoutNotes).catch(() => undefined);
  const paused = await controlOf();
  expect(await campaign.occurrence(run)).toMatchObject({ braked: true });
  expect(paused).toMatchObject({ control: 'paused', pausedBecause: 'too-many-bounces' });
  if (paused === undefined) throw new Error('gone');
  // Whoever lets it go on knows why it was paused.
  await campaign.campaigns.control(world.access, paused, { control: 'running' });
  await campaign.settle();
  expect(await controlOf()).toMatchObject({ control: 'running' });
  expect(await shownRuns()).toEqual([expect.objectContaining({ pausedItself: true })]);
  expect(world.stub.taken.map(({ to }) => to).toSorted()).toEqual(contacts.map(({ address }) => address).toSorted());
});
