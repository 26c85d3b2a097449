import { at, type JsonObject, listOf, numberOf, objectOf, parseJson } from '../template/json.ts';
import type { AwsCall } from './call.ts';
import type { AwsService } from './endpoint.ts';

/** What was asked of AWS so far. */
export interface CallCounts {
  /** Calls by `service:Operation`. */
  readonly calls: Readonly<Record<string, number>>;
  /** DynamoDB's units by operation, as the emulator reports them; transactions corrected to AWS's two per item. */
  readonly units: Readonly<Record<string, number>>;
}

const MEASURABLE = /^(Get|Put|Update|Delete|Query|Scan|Batch|Transact)/;

const withCapacity = (call: AwsCall): AwsCall => {
  const input: JsonObject = { ...call.input, ReturnConsumedCapacity: 'TOTAL' };
  return { ...call, input, body: Buffer.from(JSON.stringify(input)) };
};

/** DynamoDB Local counts a transactional write once; AWS bills it twice. */
const unitsIn = (operation: string, answer: JsonObject): number => {
  const total = listOf(answer.ConsumedCapacity).reduce<number>(
    (sum, used) => sum + numberOf(at(used, 'CapacityUnits'), 0),
    0,
  );
  return operation === 'TransactWriteItems' ? total * 2 : total;
};

/** Counts calls and DynamoDB's units. */
export const createMeasure = () => {
  let calls: Record<string, number> = {};
  let units: Record<string, number> = {};
  return {
    count: (call: AwsCall): void => {
      const key = `${call.service}:${call.operation}`;
      calls[key] = (calls[key] ?? 0) + 1;
    },
    /** Asks the store for its units with every call. */
    measured:
      (store: AwsService): AwsService =>
      async (call) => {
        if (!MEASURABLE.test(call.operation)) return store(call);
        const answer = await store(withCapacity(call));
        const used = unitsIn(call.operation, objectOf(parseJson(answer.body.toString())));
        units[call.operation] = (units[call.operation] ?? 0) + used;
        return answer;
      },
    counts: (): CallCounts => ({ calls: { ...calls }, units: { ...units } }),
    reset: (): void => {
      calls = {};
      units = {};
    },
  };
};
