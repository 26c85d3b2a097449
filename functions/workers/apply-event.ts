import { sendingRoutesIn } from '#functions/manifest/provider-route.ts';
import { manifest } from '#functions/manifest.ts';
import { campaigns } from '#functions/wiring/campaigns.ts';
import { judging, opposing } from '#functions/wiring/facts.ts';
import { jobs } from '#functions/wiring/jobs.ts';
import { namedTexts } from '#functions/wiring/keys/texts.ts';
import { once } from '#functions/wiring/once.ts';
import { eventBus, eventParking } from '#functions/wiring/workers.ts';
import { advertisers, clock, contents, fingerprints, messages, templates } from '#functions/wiring.ts';
import { answerEvent } from '#shared/app/answer-event.ts';
import { createCampaign, timesOfCreated } from '#shared/app/campaigns/create-campaign.ts';
import { acceptMessage } from '#shared/app/messages/accept-message.ts';
import { reportOpposition } from '#shared/app/oppositions/report-opposition.ts';
import { recordConsent } from '#shared/app/records/record-consent.ts';
import { actorOfSource, addressOf, factsOf } from '#shared/contracts/http/contact-address.ts';
import { requestedMessages } from '#shared/contracts/http/routes/accept-messages.ts';
import { inbound as campaignRequested } from '#shared/contracts/inbound/campaign-requested.v1.ts';
import { inbound as consentCollected } from '#shared/contracts/inbound/consent-collected.v1.ts';
import { type EventSource, EventSources } from '#shared/contracts/inbound/event-source.ts';
import { InboundEvent } from '#shared/contracts/inbound/inbound-event.ts';
import { inbound as messageRequested } from '#shared/contracts/inbound/message-requested.v1.ts';
import { inbound as oppositionReported } from '#shared/contracts/inbound/opposition-heard.v1.ts';
import { takeEvent, takes } from '#shared/edge/bus/inbound.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { jsonIn } from '#shared/edge/json.ts';
import { log } from '#shared/edge/log/log.ts';
import { worker } from '#shared/edge/queue.ts';

type Env = EnvironmentOf<(typeof manifest)['apply-event']>;

const does = takes<Env>();

/** Who created a campaign that an application asked for: no key, so that any may approve it. */
const creatorOf = ({ source }: EventSource): string => `event-source:${source}`;

/** What each type of event asks: the use case of its route. */
const KNOWN = [
  does(messageRequested, async (env, { access, source, detail, requestHashFor }, given) => {
    const { advertiserId: _detail, ...item } = detail;
    const { advertiserId: _given, ...asked } = Object(given) as Readonly<Record<string, unknown>>;
    const [requested] = requestedMessages([item], () => requestHashFor(asked));
    const ports = {
      advertisers: advertisers(env),
      fingerprints: await fingerprints(env),
      contents: contents(env),
      namedTexts: namedTexts(env),
      messages: messages(env),
      templates: templates(env),
      clock,
    };
    const maySendTransactional = source.scopes.includes('messages:transactional');
    const accepted = await acceptMessage(ports, { access, requested, maySendTransactional });
    return { id: accepted.messageId };
  }),
  does(campaignRequested, async (env, { access, source, detail, requestHashFor }, given) => {
    const { advertiserId: _detail, ...content } = detail;
    const ports = {
      clock,
      advertisers: advertisers(env),
      templates: templates(env),
      contents: contents(env),
      campaigns: campaigns(env),
      jobs: jobs(env),
      routes: sendingRoutesIn(env.PROVIDER_ROUTE),
    };
    const createdBy = creatorOf(source);
    const maySendTransactional = source.scopes.includes('messages:transactional');
    const request = requestHashFor(given);
    const made = await createCampaign(ports, { access, content, request, createdBy, maySendTransactional });
    return { id: made.campaign.campaignId, campaign: timesOfCreated(made) };
  }),
  does(consentCollected, async (env, { access, source, detail, requestHashFor }, given) => {
    const fact = await recordConsent(await judging(env), {
      access,
      address: addressOf(detail.contact),
      consent: factsOf(detail),
      actor: actorOfSource(source),
      request: requestHashFor(given),
    });
    return { id: fact.id };
  }),
  does(oppositionReported, async (env, { access, source, detail, requestHashFor }, given) => {
    const registered = await reportOpposition(await opposing(env), {
      access,
      address: addressOf(detail.contact),
      ...factsOf(detail),
      actor: actorOfSource(source),
      ...requestHashFor(given),
    });
    return { id: registered.id };
  }),
];

const sourcesOf = once((env: Pick<Env, 'EVENT_SOURCES'>) => EventSources.parse(jsonIn(env.EVENT_SOURCES)));

/** Does what an event of an application asks, as the route of the same name would, and says on the bus what became of it. */
export const handler = worker(manifest['apply-event'], {
  message: InboundEvent,
  run: async ({ env, message }) => {
    const known = KNOWN.find(({ inbound }) => inbound.type === message['detail-type']);
    const about = { eventId: message.id, type: known?.inbound.type };
    const ports = { bus: eventBus(env), clock };
    const { advertiserId } = await answerEvent(ports, about, () =>
      takeEvent(KNOWN, { env, sources: sourcesOf(env) }, message),
    );
    log('event-taken', { advertiserId, via: message['detail-type'], correlationId: message.id });
  },
  park: (env, body, reason) => eventParking(env).park(body, reason),
});
