import { toJSONSchema } from 'zod/v4/core';
import { type EventFile, eventFiles } from '#tools/events/page.ts';
import { pascalCase } from './document.ts';

/** An event as EventBridge delivers it, as far as Aval says. */
const envelopeOf = ({ event, when, Detail }: EventFile): object => {
  const { $schema: _dialect, ...detail } = toJSONSchema(Detail);
  return {
    description: `Published when ${when}.`,
    type: 'object',
    properties: {
      id: { type: 'string', description: 'The id that EventBridge gave it.' },
      source: { const: 'aval', description: 'Who publishes it.' },
      'detail-type': { const: event.type, description: 'The type of event: what a rule of the bus filters by.' },
      time: { type: 'string', format: 'date-time', description: 'When it was published, in UTC.' },
      detail: { ...detail, description: 'What happened.' },
    },
    required: ['id', 'source', 'detail-type', 'time', 'detail'],
  };
};

/** The events of the bus as an OpenAPI document, so that one generator writes all types. */
export const eventDocument = async (): Promise<object> => {
  const named = (await eventFiles()).map((file) => [pascalCase(file.event.type), envelopeOf(file)] as const);
  const any = {
    description: 'Any event of Aval; `detail-type` says which.',
    anyOf: named.map(([name]) => ({ $ref: `#/components/schemas/${name}` })),
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Events of Aval', version: '1' },
    paths: {},
    components: { schemas: { ...Object.fromEntries(named), AvalEvent: any } },
  };
};
