import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import type { Aval } from '#tools/start/aval.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

const isElement = (node: Node): node is Element => defaultTreeAdapter.isElementNode(node);
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const allIn = (node: Node): readonly Element[] =>
  childrenOf(node).flatMap((each) => (isElement(each) ? [each, ...allIn(each)] : []));
const attribute = (element: Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? '';
const textIn = (node: Node): string =>
  ('value' in node ? node.value : childrenOf(node).map(textIn).join('')).replaceAll(/\s+/g, ' ');

/** The phone of a number, as the console shows it, used without a script: what a person reads there, and does. */
interface PhonePage {
  /** The bubbles of its conversations, in the order of the page. */
  readonly bubbles: readonly string[];
  /** All that the page says. */
  readonly text: string;
  /** The pictures that it shows, by their addresses. */
  readonly pictures: readonly string[];
  /** Answers the conversation with this sender; resolves to the page that comes back. */
  answer(sender: string, text: string): Promise<PhonePage>;
  /** Presses this key of the call that came last. */
  press(key: string): Promise<PhonePage>;
}

const pageAt = async (stack: Aval, answered: Response): Promise<PhonePage> => {
  if (!answered.ok) throw new Error(`${answered.url}: ${answered.status} ${await answered.text()}`);
  const page = parse(await answered.text());
  const elements = allIn(page);
  const classed = (name: string, within: readonly Element[] = elements) =>
    within.filter((each) => attribute(each, 'class').split(' ').includes(name));
  const submit = async (form: Element | undefined, more: Readonly<Record<string, string>>): Promise<PhonePage> => {
    if (form === undefined) throw new Error('The page has no such form.');
    const hidden = allIn(form).filter((each) => attribute(each, 'type') === 'hidden');
    const fields = Object.fromEntries(hidden.map((each) => [attribute(each, 'name'), attribute(each, 'value')]));
    const body = new URLSearchParams({ ...fields, ...more });
    return pageAt(stack, await fetch(`${stack.consoleUrl}${attribute(form, 'action')}`, { method: 'POST', body }));
  };
  return {
    bubbles: classed('bubble').map((each) => textIn(each).trim()),
    text: textIn(page),
    pictures: elements.filter(({ tagName }) => tagName === 'img').map((each) => attribute(each, 'src')),
    answer: (sender, text) => {
      const conversation = elements.find(
        (each) => each.tagName === 'section' && allIn(each).some((of) => of.tagName === 'h3' && textIn(of) === sender),
      );
      const [form] = classed('answer', conversation === undefined ? [] : allIn(conversation));
      const field = form && allIn(form).find((each) => attribute(each, 'id').startsWith('reply-'));
      return submit(form, { [field === undefined ? '' : attribute(field, 'name')]: text });
    },
    press: (digits) =>
      submit(
        allIn(classed('pad')[0] ?? page).find(({ tagName }) => tagName === 'form'),
        { digits },
      ),
  };
};

/** Opens the phone of a number, which something has reached. */
export const phoneOf = async (stack: Aval, number: string): Promise<PhonePage> =>
  pageAt(stack, await fetch(`${stack.consoleUrl}/phones`, { method: 'POST', body: new URLSearchParams({ number }) }));
