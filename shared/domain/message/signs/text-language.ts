import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { type Language, wordsOf } from './language.ts';
import { withoutMarks } from './reading.ts';

const LANGUAGES = [FRENCH, ENGLISH] as const;

/** Small words of other languages, without accents: a text that holds more of these is in none that is read here. */
const OTHERS = [
  `el la los las de del que y en un una por con para no se su sus lo al es mas hasta puede este esta nos a solo todo toda todos todas
  ahora desde hoy ya nuestro nuestra nuestros nuestras`,
  `a o as os de do da dos das e em no na nos nas um uma que nao com para por se ao ate esta sua seu pode mais ja este esta so todo toda
  todos todas agora desde hoje nosso nossa nossos nossas`,
  `i w z na do sie nie to jest ze o od po za dla ja jej jego ta ten te lub oraz a przez juz do twoja twoj mozesz teraz tylko wszystkie
  wszystko nasz nasze naszym naszej`,
  `a la de si in cu pe din nu este sunt care sa un o cel mai pentru prin acest puteti pana se toate numai doar acum nostru noastra sau`,
  `der die das und in zu den dem von mit ist fur auf im nicht ein eine es sie ihr ihre bis kann konnen am wir nur alle zum zur jetzt
  unser unsere unserem unseren sich wird oder aus nach bei`,
  `il la lo i gli le di del della e che in un una per con non si al alla fino puo suo sua questo da a solo tutti tutte tutto ora nel
  nella nei nelle nostro nostra nostri nostre dal dalla ai sul`,
  `de het een en van in is op te voor met niet dat u uw tot kan kunt bij zijn aan dit wij alleen alle nu onze ons of nog uit naar`,
  `el la els les de del que i en un una per amb no es seu seva al fins pot aquest a nomes totes tots ara nostre nostra nostres`,
  `a na se v je s ze do o za pro po od to vas vase si pri nebo jako jen pouze vse vsechny nyni nasem nasi`,
  `och att pa fran inte via ar av till med era ditt din det som en ett i for kan bara alla nu var vara eller hos`,
  `og at pa fra ikke er af til med jeres din dit det som en et i for kan du kun alle nu vores eller hos`,
  `ja on ei se etta voit sinun ovat tai kun vain kaikki nyt meidan`,
  `a az es hogy nem is egy van meg az on csak minden most vagy ez`,
  `ve bir ile icin bu da de mi siz sizin olarak sadece tum simdi kadar yeni her`,
].map((words) => new Set(wordsOf(words)));

/** Less than this share of small words: a text in a language that is not read here. */
const LEAST_SMALL = 0.15;
/** Too short for its language to show. */
const SHORTEST_TEXT = 12;

/** Names of another language (of streets, of rooms) hold small words of it: so many more than those of a read one say nothing. */
const OF_NAMES = 1;

/** A sentence of fewer words may be a name. */
const SHORTEST_SENTENCE = 6;
/** By how many small words it must exceed what a read language has there, and by how many where it has many: they share some. */
const MORE = 3;
const MORE_OF_MANY = 2;
const MANY = 5;
/** A line that does not end as a sentence does is a name (a book, a room), unless it is longer than names are. */
const ENDS = /[.!?…]\W*$/;
const LONGEST_NAME = 9;
/** What somebody else said, or a title. */
const QUOTED = /«[^«»]{0,400}»|“[^“”]{0,400}”|"[^"\n]{0,400}"/g;

/** Of a script that puts no space between words, signs are counted; of another alphabet words, of which a single letter is none. */
const OTHER_ALPHABET = /[^\P{L}\p{Script=Latin}\p{Script=Common}]{2,}/gu;
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const ENDS_WITHOUT_SPACES = /[。！？]/;
const LATIN_WORD = /\p{Script=Latin}{2}/u;

/** Fewer are a name or an address, beside words that are read ("Adressé à : …"): words, signs, and signs of what ends as a sentence of that script. */
const BESIDE_WORDS = { words: 5, signs: 16, signsOfASentence: 8 } as const;
/** The same of a line that holds no word that is read, so that nothing says whose name it would be. */
const ALONE = { words: 4, signs: 8, signsOfASentence: 4 } as const;

/** Whole words of an alphabet: names hold their letters (Θεόδωρος, Сцена, 박세일). */
const whole = (words: string): string => `(?<!\\p{L})(?:${words})(?!\\p{L})`;

/** Who offers in another script says one of these. */
const OFFERS_IN_OTHERS = new RegExp(
  [
    whole(
      'скидк.{1,3}|акци[яию]|бесплатн.{1,3}|полцены|распродаж.{0,3}|подар(?:ок|к.{1,3}|очн.{2,3})|купи(?:те|ть)?|закаж.{1,3}|цен[аыеуи]|знижк.{1,3}|безкоштовн.{1,3}|намален.{1,4}|безплат.{1,4}|промоц.{1,4}',
    ),
    whole('εκπτωσ.{1,4}|δωρεαν|προσφορ.{1,3}|τιμ(?:η|ες|ων)|δωρο'),
    whole('[وفبلك]?(?:ال)?(?:خصم|خصومات|تخفيض(?:ات)?|مجان(?:ا|ي|ية)?|عرض|عروض|سعر|اسعار|هدايا|اشتر.{0,3})'),
    whole('[ובהלמשכ]{0,2}(?:מבצע.{0,2}|הנח[הו].{0,2}|חינם|מחיר.{0,3})|במתנה'),
    '半[价價額]|[赠贈]送|[买買].{0,3}送|送料無料|[0-9一二三四五六七八九]折|打折|折扣|免[费費]|無料|立即|[抢搶][购購]|[优優]惠|限[时時][优優特]|限定|[买買]一',
    '割引|セール|今すぐ|特[价價別]|促[销銷]|[下订訂][单單购購]|礼物|禮物|プレゼント|キャンペーン',
    `할인|반값|무료|특가|증정|주문하|구매|${whole('(?:빅|봄|여름|가을|겨울)?세일(?:[을은중]|이|합니다)?')}`,
    'ลดราคา|ส่วนลด|ลด ?[0-9]|โปรโมชั่น|ฟรี(?![าอ])|แถม|ราคา',
    whole('छूट|मुफ्त|दाम|खरीद.{0,3}|ऑफर'),
    whole('ფასდაკლ.{0,5}|ფასად|զեղչ.{0,4}|անվճար'),
  ]
    .map(withoutMarks)
    .join('|'),
  'u',
);
/** Words offer in another script, whatever name they are written after. */
export const offersInAnotherScript = (words: string): boolean =>
  OFFERS_IN_OTHERS.test(withoutMarks(words).toLowerCase());

const isInAnotherScript = (sentence: string): boolean => {
  const isNamed = LATIN_WORD.test(sentence) && !offersInAnotherScript(sentence);
  const least = isNamed ? BESIDE_WORDS : ALONE;
  const countOf = (pattern: RegExp): number => (sentence.match(pattern) ?? []).length;
  const signs = ENDS_WITHOUT_SPACES.test(sentence) ? least.signsOfASentence : least.signs;
  return countOf(WITHOUT_SPACES) >= signs || countOf(OTHER_ALPHABET) >= least.words;
};

const WORD = /[a-z']+/g;

const among = (words: readonly string[], small: ReadonlySet<string>): number =>
  words.filter((word) => small.has(word)).length;

const isOfAnother = (sentence: string): boolean => {
  if (isInAnotherScript(sentence)) return true;
  const words = sentence.match(WORD) ?? [];
  if (words.length < SHORTEST_SENTENCE || (words.length <= LONGEST_NAME && !ENDS.test(sentence))) return false;
  const most = Math.max(...LANGUAGES.map(({ small }) => among(words, small)));
  return OTHERS.some((small) => {
    const found = among(words, small);
    return found >= most + (found < MANY ? MORE : MORE_OF_MANY);
  });
};

/** Whether a sentence among them is in a language that is not read, however long the text around it is; quotations and names say nothing. */
export const hasUnreadSentence = (sentences: readonly string[]): boolean =>
  sentences.join('\n').replace(QUOTED, ' ').split('\n').some(isOfAnother);

/** The language of a text, and whether it is one of those that are read. */
export const languageOf = (sentences: readonly string[]): { readonly language: Language; readonly isRead: boolean } => {
  const words = sentences.join(' ').match(WORD) ?? [];
  const [french = 0, english = 0] = LANGUAGES.map(({ small }) => among(words, small));
  const most = Math.max(french, english);
  const isRead =
    words.length < SHORTEST_TEXT ||
    (most / words.length >= LEAST_SMALL && !OTHERS.some((small) => among(words, small) > most + OF_NAMES));
  return { language: english > french ? ENGLISH : FRENCH, isRead };
};

/** So many small words more than the language of its text make a sentence one of the other language. */
const MORE_OF_ITS_OWN = 2;

/** The language of a sentence in a text of this one: a French question in an English mail is French. */
export const languageOfSentence = (sentence: string, ofText: Language): Language => {
  const words = sentence.match(WORD) ?? [];
  const other = ofText === FRENCH ? ENGLISH : FRENCH;
  return among(words, other.small) >= among(words, ofText.small) + MORE_OF_ITS_OWN ? other : ofText;
};
