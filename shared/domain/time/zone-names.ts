/** Names of time zones, as the tz database of IANA writes them today. Pure. */

/** Names that platforms still resolve to (ICU keeps the first one that a zone had), and what the tz database calls the zone since (tz 2026c). */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

const resolvedBy = (name: string): string | undefined => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

/** Every zone in which there are places: those of `Etc/` are none. Asked for once. */
let inhabited: ReadonlySet<string> | undefined;

const nameOf = (written: string): string | undefined => {
  inhabited ??= new Set(Intl.supportedValuesOf('timeZone').filter((name) => /^(?!Etc\/)[^/]+\//.test(name)));
  const resolved = resolvedBy(written);
  return resolved === undefined || !inhabited.has(resolved) ? undefined : (RENAMED[resolved] ?? resolved);
};

const MOST_KEPT = 2_000;
const names = new Map<string, string | undefined>();

/** The name of a zone of whatever name and spelling it has or had: `Europe/Paris` of `europe/paris`. `undefined`: no place has such a zone. */
export const zoneNamed = (written: string): string | undefined => {
  if (names.has(written)) return names.get(written);
  const name = nameOf(written);
  if (names.size < MOST_KEPT) names.set(written, name);
  return name;
};

/** Every name under which a zone may be stored: what is asked for, what it is called today, and what it was called before. */
export const namesOfZone = (written: string): readonly string[] => {
  const name = zoneNamed(written);
  const before = Object.entries(RENAMED).flatMap(([former, now]) => (now === name ? [former] : []));
  return [...new Set([written, name ?? written, ...before])];
};

/** Each part begins with a capital, of names of today and of before. */
const CAPITALS = /^[A-Z][A-Za-z_-]*(?:\/[A-Z][A-Za-z_-]*)+$/;

/** What is wrong with the name of a zone where somebody is; `undefined`: nothing. An older name of the tz database is one. */
export const zoneFault = (written: string): string | undefined => {
  const name = zoneNamed(written);
  if (name === undefined) return 'the zone of a place, such as Europe/Paris: this one is of no place';
  const isSpelled = CAPITALS.test(written) && (written.toLowerCase() !== name.toLowerCase() || written === name);
  return isSpelled ? undefined : `${name}, as the tz database writes it`;
};

/** What is wrong with the name of a zone whose clock is meant, which may be that of UTC; `undefined`: nothing. */
export const clockFault = (written: string): string | undefined => {
  const isOfUtc = /^(?:UTC$|Etc\/[A-Z])/.test(written) && resolvedBy(written) !== undefined;
  return isOfUtc ? undefined : zoneFault(written);
};
