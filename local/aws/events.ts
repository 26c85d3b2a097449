import { randomUUID } from 'node:crypto';
import { at, isObject, type Json, listOf, parseJson, textOf } from '../template/json.ts';
import type { Model } from '../template/model.ts';
import { jsonAnswer } from './answers.ts';
import type { AwsService } from './endpoint.ts';
import { forbidsRole } from './iam/resource-policy.ts';

/** An event that was put on a bus. */
export interface EmittedEvent {
  readonly id: string;
  readonly bus: string;
  readonly source: string;
  readonly type: string;
  readonly detail: Json;
  /** Instant of the stack's clock. */
  readonly at: string;
}

/** The name of a bus, by its name or ARN. */
export const busNamed = (model: Model, named: Json | undefined): string => {
  const text = textOf(named) || 'default';
  return model.find(text, 'AWS::Events::EventBus')?.name ?? text;
};

const MAX_ENTRIES = 10;
const MAX_BYTES = 256 * 1024;

export interface EventsOptions {
  readonly model: Model;
  readonly now: () => string;
  readonly onEvent: (event: EmittedEvent) => void;
}

/** What the policy of the bus forbids this caller to put on it is an entry that fails. */
const isForbidden = (model: Model, role: string, { bus, source, type }: EmittedEvent): boolean => {
  const found = model.find(bus, 'AWS::Events::EventBus');
  if (found === undefined) return false;
  const context = { 'events:source': [source], 'events:detail-type': [type] };
  return forbidsRole(model, found, role, { action: 'events:PutEvents', resource: found.arn, context });
};

/** EventBridge's PutEvents: keeps what is put; ten entries and 256 KB at most, as on AWS. */
export const createEventsService =
  ({ model, now, onEvent }: EventsOptions): AwsService =>
  async (call) => {
    const entries = listOf(call.input.Entries);
    if (entries.length > MAX_ENTRIES || call.body.length > MAX_BYTES) {
      return jsonAnswer(
        { __type: 'ValidationException', message: 'Total size of the entries in the request is over the limit.' },
        400,
      );
    }
    const results = entries.map((entry) => {
      const detail = parseJson(textOf(at(entry, 'Detail')));
      if (!isObject(detail)) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
      const [source = '', type = ''] = ['Source', 'DetailType'].map((field) => textOf(at(entry, field)));
      const bus = busNamed(model, at(entry, 'EventBusName'));
      const event = { id: randomUUID(), bus, source, type, detail, at: now() };
      if (isForbidden(model, call.caller, event))
        return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
      onEvent(event);
      return { EventId: event.id };
    });
    return jsonAnswer({ FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results });
  };
