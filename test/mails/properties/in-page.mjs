// Runs inside a page; it is sent to the browser as text, so it holds all it needs.

/** Every property that a style declaration of this browser has, shorthands and old names included, with the values it takes. */
export const readProperties = (values) => {
  const root = document.documentElement;
  const dashed = (key) =>
    key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^(webkit|moz|ms|epub)-/, '-$1-');
  const keys = [];
  for (const key in root.style) keys.push(key === 'cssFloat' ? 'float' : dashed(key));
  return [...new Set([...keys, ...getComputedStyle(root)])]
    .filter((name) => CSS.supports(name, 'initial'))
    .sort()
    .map((name) => ({ name, values: values.filter((value) => CSS.supports(name, value)) }));
};
