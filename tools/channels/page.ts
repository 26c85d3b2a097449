import { z } from 'zod';
import { NO_ROUTES, NOT_SOLD } from '#functions/manifest/not-sold.ts';
import { CAPABILITIES } from '#functions/manifest/routes/capabilities.ts';
import type { Capability } from '#functions/manifest/routes/capability.ts';
import { SENDING_ROUTES } from '#functions/manifest/sending-routes.ts';
import { Handover, NotTakenAnswer, TakenAnswer } from '#shared/domain/sending/handover.ts';
import { ProviderEvent } from '#shared/domain/sending/provider-event.ts';
import { cellsOf, HEADS } from './words.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** `docs/channels.md`. */
export const channelsPage = (): string =>
  [
    '# What can be sent where\n',
    '*Generated from `functions/manifest/routes/capabilities.ts`, which refusals are drawn from too, and `functions/manifest/sending-routes.ts` by `npm run channels`.*\n',
    'Messages leave by a route. `routes` of [aval.config.json](settings.md) says which channel leaves by which; settings that promise what',
    'their route cannot send, or an answer that it cannot receive, are refused with the reason, at synthesis and when an advertiser puts',
    'them. On a channel without a route verdicts are given, and nothing leaves.\n',
    '## By channel\n',
    row(['channel', 'route', ...HEADS]),
    `|---|---|${HEADS.map(() => '---').join('|')}|`,
    ...CAPABILITIES.map((each: Capability) => row([each.channel, `\`${each.route}\``, ...cellsOf(each)])),
    '\n## By route\n',
    row(['route', 'what it is', 'what else is known', 'source', 'read']),
    '|---|---|---|---|---|',
    ...SENDING_ROUTES.map(({ name, service, note, source, asOf }) => row([`\`${name}\``, service, note, source, asOf])),
    '\n## What has no route of AWS in France\n',
    row(['channel', 'service', 'source', 'read']),
    '|---|---|---|---|',
    ...NOT_SOLD.map(({ channel, service, source, asOf }) => row([channel, service, source, asOf])),
    '\n## What a provider has, and not for France\n',
    row(['provider', 'channel', 'why', 'source', 'read']),
    '|---|---|---|---|---|',
    ...NO_ROUTES.map(({ name, channel, why, source, asOf }) => row([name, channel, why, source, asOf])),
    '',
  ].join('\n');

const schemaOf = (schema: z.core.$ZodType): object => {
  const { $schema: _, ...written } = z.toJSONSchema(schema, {
    io: 'input',
    // The bounds of what a number of JavaScript can be are no part of the contract.
    override: ({ jsonSchema }) => {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return written;
};

/** `docs/provider-route.schema.json`: what is handed over, how it is answered, and what is reported. */
export const providerSchema = (): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The contract of a provider route',
  $defs: {
    handover: schemaOf(Handover),
    taken: schemaOf(TakenAnswer),
    notTaken: schemaOf(NotTakenAnswer),
    event: schemaOf(ProviderEvent),
  },
});
