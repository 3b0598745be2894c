import { cleanText } from './clean-text.ts';

/** One element of an XML file with all that is in it. Names come without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, without its children's. */
  readonly text: string;
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first element along a path of names. */
export function findElement(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found;
}

/** The text at the end of a path, undefined where there is none or it is blank. */
export function findText(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return cleanText(findElement(element, ...path)?.text);
}

/** The texts of all elements of that name, at any depth. */
export function textsWithin(element: XmlElement, name: string): readonly string[] {
  return elementsWithin(element, name).flatMap((found) => cleanText(found.text) ?? []);
}

/** All elements of that name below this one, at any depth, in the order of the file. */
export function elementsWithin(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsWithin(child, name)]);
}

export function findAttribute(element: XmlElement | undefined, name: string): string | undefined {
  return cleanText(element?.attributes[name]);
}
