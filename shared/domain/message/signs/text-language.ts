import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { type Language, wordsOf } from './language.ts';

const LANGUAGES = [FRENCH, ENGLISH] as const;

/** Small words of other languages, without accents: a text that holds more of these is in none that is read here. */
const OTHERS = [
  'el la los las de del que y en un una por con para no se su sus lo al es mas hasta puede este esta nos',
  'a o os as de do da dos das e em no na nos nas um uma que nao com para por se ao ate esta sua seu pode mais ja este esta',
  'i w z na do sie nie to jest ze o od po za dla ja jej jego ta ten te lub oraz a przez juz do twoja twoj mozesz teraz',
  'a la de si in cu pe din nu este sunt care sa un o cel mai pentru prin acest puteti pana se',
  'der die das und in zu den dem von mit ist fur auf im nicht ein eine es sie ihr ihre bis kann konnen am wir',
  'il la lo i gli le di del della e che in un una per con non si al alla fino puo suo sua questo da',
  'de het een en van in is op te voor met niet dat u uw tot kan kunt bij zijn aan dit wij',
  'el la els les de del que i en un una per amb no es seu seva al fins pot aquest',
  'a na se v je s ze do o za pro po od to vas vase si pri nebo jako',
  'och att pa fran inte via ar av till med era ditt din det som en ett i for kan',
  'og at pa fra ikke er af til med jeres din dit det som en et i for kan du',
  'ja on ei se etta voit sinun ovat tai kun',
  'a az es hogy nem is egy van meg az on',
  've bir ile icin bu da de mi siz sizin olarak',
].map((words) => new Set(wordsOf(words)));

/** Less than this share of small words: a text in a language that is not read here. */
const LEAST_SMALL = 0.15;
/** Too short for its language to show. */
const SHORTEST_TEXT = 12;

/** The language of a text, and whether it is one of those that are read. */
export const languageOf = (sentences: readonly string[]): { readonly language: Language; readonly isRead: boolean } => {
  const words = sentences.join(' ').match(/[a-z']+/g) ?? [];
  const among = (small: ReadonlySet<string>): number => words.filter((word) => small.has(word)).length;
  const [french = 0, english = 0] = LANGUAGES.map(({ small }) => among(small));
  const most = Math.max(french, english);
  const isRead =
    words.length < SHORTEST_TEXT ||
    (most / words.length >= LEAST_SMALL && !OTHERS.some((small) => among(small) > most));
  return { language: english > french ? ENGLISH : FRENCH, isRead };
};
