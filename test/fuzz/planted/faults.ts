/** A fault that is planted in a source while it is loaded: the file is left as it is. */
export interface Planted {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** Eleven faults of kinds that were made before, each in one place. */
export const FAULTS: readonly Planted[] = [
  {
    name: 'an unchecked date',
    file: 'shared/contracts/http/any-instant.ts',
    find: ".check(z.refine(isDateInRange, 'a date of the years 1900 to 2999'))",
    put: '',
  },
  {
    name: 'a missing scope check',
    file: 'shared/edge/api.ts',
    find: 'requireScope(caller, scope);',
    put: '',
  },
  {
    name: 'a name compared by its beginning',
    file: 'shared/edge/caller.ts',
    find: 'caller.advertisers.includes(advertiserId)',
    put: 'caller.advertisers.some((each) => advertiserId.startsWith(each))',
  },
  {
    name: 'a binding joined into a text',
    file: 'shared/edge/caller.ts',
    find: 'advertisers: JSON.stringify(caller.advertisers)',
    put: "advertisers: JSON.stringify(String(caller.advertisers) === 'every-advertiser' ? 'every-advertiser' : caller.advertisers)",
  },
  {
    name: 'an unbounded depth',
    file: 'shared/edge/body.ts',
    find: 'depth > DEEPEST',
    put: 'depth > Infinity',
  },
  {
    name: 'a lost bound of size',
    file: 'shared/edge/body.ts',
    find: 'bytes.length > MAX_REQUEST_BYTES',
    put: 'bytes.length > 100 * MAX_REQUEST_BYTES',
  },
  {
    name: 'a 500 on what is there already',
    file: 'shared/adapters/dynamodb/conditional.ts',
    find: 'return { isStored: false, before: toItem(error.Item) };',
    put: 'throw error;',
  },
  {
    name: 'a write before what is given is looked at',
    file: 'functions/wiring/acting.ts',
    find: 'refuseEnded({ apiKeys: keyReader(env as Parameters<typeof table>[0]), clock }, caller),',
    put: `refuseEnded({ apiKeys: keyReader(env as Parameters<typeof table>[0]), clock }, caller).then(async () => {
      const { PutItemCommand } = await import('@aws-sdk/client-dynamodb');
      const item = { TableName: 'fuzz', Item: { pk: { S: 'CALLED' }, sk: { S: caller.apiKeyId } } };
      await table(env as Parameters<typeof table>[0]).client.send(new PutItemCommand(item));
    }),`,
  },
  {
    name: 'a refusal that repeats the request',
    file: 'shared/edge/validate.ts',
    find: "NAME.test(name) ? name : '?'",
    put: 'name',
  },
  {
    name: 'a quadratic pattern',
    file: 'shared/edge/validate.ts',
    find: "!text.includes('\\0')",
    put: '!/[^\\0]*\\0/.test(text)',
  },
  {
    name: 'a typed address that is confirmed and not stored',
    file: 'shared/app/oppositions/oppose-by-address.ts',
    find: 'return registerOpposition(ports, {',
    put: 'if (address.kind) return Promise.resolve(undefined);\n  return registerOpposition(ports, {',
  },
];
