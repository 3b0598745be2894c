import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import { ListFileError } from './list-file-error.ts';
import type { XmlElement } from './xml-element.ts';

export interface XmlRecordNames {
  /** The names of which the document's outermost element must be one. */
  readonly root: readonly string[];
  /** Elements that are handed out whole, as soon as they end. */
  readonly records: readonly string[];
}

/** Far above what any publisher needs (the deepest list nests 12), far below what hurts. */
const maxDepth = 64;
const maxTextLength = 1_000_000;
const maxRecordLength = 8_000_000;

interface OpenElement extends XmlElement {
  readonly attributes: Record<string, string>;
  readonly children: OpenElement[];
  text: string;
}

/**
 * The records of an XML file one after the other, so that memory holds one of them and not the file. The first to
 * come is the root, with its attributes and nothing else. Any document type is refused: no list has one, and it is
 * where entities would be declared. Fails with a `ListFileError`.
 */
export async function* readXmlRecords(text: AsyncIterable<string>, names: XmlRecordNames): AsyncGenerator<XmlElement> {
  const collector = new RecordCollector(names);
  for await (const piece of text) {
    collector.write(piece);
    yield* collector.takeReady();
  }
  collector.close();
  yield* collector.takeReady();
}

class RecordCollector {
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #names: XmlRecordNames;
  readonly #records: ReadonlySet<string>;
  /** From the outermost record to the element that is open now. */
  #stack: OpenElement[] = [];
  #ready: XmlElement[] = [];
  #depth = 0;
  #lastEventAt = 0;
  #recordStartedAt = 0;
  /** Of the pieces before: the parser's own position counts the last one twice between two pieces. */
  #written = 0;
  #closing = false;

  constructor(names: XmlRecordNames) {
    this.#names = names;
    this.#records = new Set(names.records);
    this.#parser.on('error', () => this.#refuseForm());
    this.#parser.on('doctype', (doctype) => this.#refuseDoctype(doctype));
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', () => this.#close());
    this.#parser.on('text', (text) => this.#append(text));
    this.#parser.on('cdata', (text) => this.#append(text));
  }

  write(piece: string): void {
    this.#parser.write(piece);
    this.#written += piece.length;
    if (this.#written - this.#lastEventAt > maxTextLength) this.#refuseLength();
  }

  close(): void {
    this.#closing = true;
    this.#parser.close();
  }

  takeReady(): readonly XmlElement[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #open(tag: SaxesTagPlain): void {
    this.#lastEventAt = this.#parser.position;
    const element: OpenElement = { name: withoutPrefix(tag.name), attributes: tag.attributes, children: [], text: '' };
    if (this.#depth === 0) this.#openRoot(element);
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new ListFileError('hostile', { found: 'depth', line: this.#parser.line });
    const parent = this.#stack.at(-1);
    if (parent === undefined && !this.#records.has(element.name)) return;
    if (parent === undefined) this.#recordStartedAt = this.#parser.position;
    parent?.children.push(element);
    this.#stack.push(element);
  }

  #openRoot(element: OpenElement): void {
    if (!this.#names.root.includes(element.name)) throw new ListFileError('not_a_list', { found: 'other_xml' });
    this.#ready.push(element);
  }

  #close(): void {
    this.#lastEventAt = this.#parser.position;
    this.#depth -= 1;
    const element = this.#stack.pop();
    if (element !== undefined && this.#stack.length === 0) this.#ready.push(element);
    if (element !== undefined && this.#parser.position - this.#recordStartedAt > maxRecordLength) this.#refuseLength();
  }

  #append(text: string): void {
    this.#lastEventAt = this.#parser.position;
    const element = this.#stack.at(-1);
    if (element === undefined) return;
    element.text += text;
    if (element.text.length > maxTextLength) this.#refuseLength();
  }

  #refuseForm(): never {
    throw new ListFileError(this.#closing ? 'truncated' : 'malformed', { line: this.#parser.line });
  }

  #refuseDoctype(doctype: string): never {
    if (/^\s*html\b/i.test(doctype)) throw new ListFileError('not_a_list', { found: 'html' });
    throw new ListFileError('hostile', { found: 'document_type', line: this.#parser.line });
  }

  #refuseLength(): never {
    throw new ListFileError('too_large', { line: this.#parser.line });
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
