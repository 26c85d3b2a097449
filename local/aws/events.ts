import { randomUUID } from 'node:crypto';
import { at, type Json, listOf, parseJson, textOf } from '../template/json.ts';
import { jsonAnswer } from './answers.ts';
import type { AwsService } from './endpoint.ts';

/** An event that a function put on the bus. */
export interface EmittedEvent {
  readonly id: string;
  readonly bus: string;
  readonly source: string;
  readonly type: string;
  readonly detail: Json;
  /** Instant of the stack's clock. */
  readonly at: string;
}

const MAX_ENTRIES = 10;
const MAX_BYTES = 256 * 1024;

/** EventBridge's PutEvents: keeps what is put; ten entries and 256 KB at most, as on AWS. */
export const createEventsService =
  (now: () => string, onEvent: (event: EmittedEvent) => void): AwsService =>
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
      if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
      const id = randomUUID();
      const [bus, source, type] = ['EventBusName', 'Source', 'DetailType'].map((field) => textOf(at(entry, field)));
      onEvent({ id, bus: bus ?? '', source: source ?? '', type: type ?? '', detail, at: now() });
      return { EventId: id };
    });
    return jsonAnswer({ FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results });
  };
