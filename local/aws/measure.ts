import { at, type JsonObject, listOf, numberOf, objectOf, parseJson } from '../template/json.ts';
import type { AwsCall } from './call.ts';
import type { AwsService } from './endpoint.ts';

/** What was asked of AWS so far. */
export interface CallCounts {
  /** Calls by `service:Operation`. */
  readonly calls: Readonly<Record<string, number>>;
  /** DynamoDB's units by operation, as the emulator reports them; transactions corrected to AWS's two per item. */
  readonly units: Readonly<Record<string, number>>;
  /** Of these, what the indexes of the table took, by operation. */
  readonly indexUnits: Readonly<Record<string, number>>;
  /** Bytes that each function wrote into its log. */
  readonly logBytes: Readonly<Record<string, number>>;
  /** Of each function, its runs on this machine, in seconds times the gigabytes that the template gives it. */
  readonly gigabyteSeconds: Readonly<Record<string, number>>;
}

const MEASURABLE = /^(Get|Put|Update|Delete|Query|Scan|Batch|Transact)/;

const withCapacity = (call: AwsCall): AwsCall => {
  const input: JsonObject = { ...call.input, ReturnConsumedCapacity: 'INDEXES' };
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

/** The same of the indexes alone. */
const indexUnitsIn = (operation: string, answer: JsonObject): number => {
  const total = listOf(answer.ConsumedCapacity)
    .flatMap((used) => Object.values(objectOf(at(used, 'GlobalSecondaryIndexes'))))
    .reduce<number>((sum, used) => sum + numberOf(at(used, 'CapacityUnits'), 0), 0);
  return operation === 'TransactWriteItems' ? total * 2 : total;
};

/** Counts calls, DynamoDB's units, and what functions take. */
export const createMeasure = () => {
  let calls: Record<string, number> = {};
  let units: Record<string, number> = {};
  let indexUnits: Record<string, number> = {};
  let logBytes: Record<string, number> = {};
  let gigabyteSeconds: Record<string, number> = {};
  return {
    logged: (functionName: string, text: string): void => {
      logBytes[functionName] = (logBytes[functionName] ?? 0) + Buffer.byteLength(text);
    },
    ran: (functionName: string, milliseconds: number, memoryMb: number): void => {
      gigabyteSeconds[functionName] = (gigabyteSeconds[functionName] ?? 0) + (milliseconds / 1000) * (memoryMb / 1024);
    },
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
        const inIndexes = indexUnitsIn(call.operation, objectOf(parseJson(answer.body.toString())));
        indexUnits[call.operation] = (indexUnits[call.operation] ?? 0) + inIndexes;
        return answer;
      },
    counts: (): CallCounts => ({
      calls: { ...calls },
      units: { ...units },
      indexUnits: { ...indexUnits },
      logBytes: { ...logBytes },
      gigabyteSeconds: { ...gigabyteSeconds },
    }),
    reset: (): void => {
      calls = {};
      units = {};
      indexUnits = {};
      logBytes = {};
      gigabyteSeconds = {};
    },
  };
};
