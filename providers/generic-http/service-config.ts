import type { SettingValues } from '../../src/ports/check-provider.ts';
import type { SubjectField } from '../../src/domain/subject.ts';
import type { ProviderRequest } from '../../src/ports/provider-http.ts';
import { listTemplateProblems, listTextProblems } from './body-template.ts';
import { findPointerParts } from './json-pointer.ts';
import { manifest } from './manifest.ts';
import { type ResultRule, toResultRules } from './result-rules.ts';

/** A service as the configuration describes it. */
export interface ServiceConfig {
  readonly name: string;
  readonly url: string;
  readonly method: ProviderRequest['method'];
  /** Texts that may name secrets. */
  readonly headers: readonly (readonly [name: string, text: string])[];
  /** JSON that may name fields; absent: no body. */
  readonly body: unknown;
  readonly bodyFormat: 'json' | 'form';
  readonly requiredFields: readonly SubjectField[];
  readonly rules: readonly ResultRule[];
  readonly answer: AnswerPointers;
  readonly callback: AnswerPointers;
}

/** Where a document says what; absent: it does not. */
export interface AnswerPointers {
  readonly result: readonly string[];
  readonly reason: readonly string[] | undefined;
  readonly reference: readonly string[] | undefined;
  readonly guestUrl: readonly string[] | undefined;
}

export type ServiceConfigReading =
  { readonly config: ServiceConfig } | { readonly problems: readonly [string, ...string[]] };

const readable: readonly string[] = manifest.reads;
const bodyNames: readonly string[] = [...readable, 'questionId', 'callbackUrl'];
const headerNames: readonly string[] = ['secret1', 'secret2', 'questionId'];
const methods: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH'];
const pointerNames = [
  'resultPointer',
  'reasonPointer',
  'referencePointer',
  'guestUrlPointer',
  'callbackResultPointer',
  'callbackReasonPointer',
  'callbackReferencePointer',
] as const;

/** The configuration, or all that is wrong with it. Problems name settings, and hold the value of no secret. */
export function readServiceConfig(settings: SettingValues): ServiceConfigReading {
  const texts = toTexts(settings);
  const [first, ...others] = listProblems(texts);
  return first === undefined ? { config: toConfig(texts) } : { problems: [first, ...others] };
}

type Texts = Readonly<Record<string, string | undefined>>;

function toTexts(settings: SettingValues): Texts {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value).trim()]));
}

function listProblems(texts: Texts): readonly string[] {
  const { method = '', bodyFormat = '', headers = '', body = '', results = '', requiredFields = '' } = texts;
  return [
    ...listUrlProblems(texts.url ?? ''),
    ...(methods.includes(method) ? [] : [`method: is none of ${methods.join(', ')}`]),
    ...(bodyFormat === 'json' || bodyFormat === 'form' ? [] : ['bodyFormat: is neither json nor form']),
    ...(method === 'GET' && body !== '' ? ['body: a GET has none'] : []),
    ...toLines(headers).flatMap(listHeaderProblems),
    ...['secret1', 'secret2']
      .filter((name) => texts[name] === '' && headers.includes(`{{${name}}}`))
      .map((name) => `${name}: is named by a header, and empty`),
    ...listBodyProblems(body, bodyFormat),
    ...listResultProblems(results, texts),
    ...pointerNames
      .filter((name) => findPointerParts(texts[name] ?? '') === undefined)
      .map((name) => `${name}: is no JSON Pointer; one begins with /`),
    ...toNames(requiredFields)
      .filter((name) => !readable.includes(name))
      .map((name) => `requiredFields: ${name} is no field that can be sent`),
  ];
}

/** Addresses are logged by those in between: nothing about a guest, and no secret, may stand in one. */
function listUrlProblems(url: string): readonly string[] {
  if (url === '') return ['url: is missing'];
  if (url.includes('{{')) return ['url: must be the same for every guest; fields belong into the body'];
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return ['url: is no http or https address'];
  const { username, password } = new URL(url);
  return username === '' && password === '' ? [] : ['url: must not hold a password; use a header'];
}

function listHeaderProblems(line: string, index: number): readonly string[] {
  const header = findHeader(line);
  if (header === undefined) return [`headers: line ${index + 1} is no header like “Name: value”`];
  return listTextProblems(header[1], headerNames).map((problem) => `headers: line ${index + 1} ${problem}`);
}

function listBodyProblems(body: string, format: string): readonly string[] {
  if (body === '') return [];
  const template = findJson(body);
  if (template === undefined) return ['body: is no JSON; fields stand within quotes, as "{{lastName}}"'];
  const isFlat = typeof template === 'object' && template !== null && Object.values(template).every(isScalar);
  return [
    ...listTemplateProblems(template, bodyNames).map((problem) => `body: ${problem}`),
    ...(format === 'form' && (!isFlat || Array.isArray(template)) ? ['body: a form is flat'] : []),
  ];
}

function listResultProblems(results: string, { referencePointer, callbackSecret }: Texts): readonly string[] {
  const rules = toResultRules(results);
  const isPending = rules.some((rule) => rule?.result === 'pending');
  return [
    ...(rules.length === 0 ? ['results: is missing'] : []),
    ...rules.flatMap((rule, index) => (rule === undefined ? [`results: rule ${index + 1} is none`] : [])),
    ...(isPending && referencePointer === '' ? ['referencePointer: is needed for pending answers'] : []),
    ...(isPending && callbackSecret === '' ? ['callbackSecret: is needed for pending answers'] : []),
  ];
}

/** Of settings without a problem. */
function toConfig(texts: Texts): ServiceConfig {
  const { serviceName = '', url = '', method, headers = '', body = '', results = '', requiredFields = '' } = texts;
  const answer: AnswerPointers = {
    result: findPointerParts(texts.resultPointer ?? '') ?? [],
    reason: findSet(texts.reasonPointer),
    reference: findSet(texts.referencePointer),
    guestUrl: findSet(texts.guestUrlPointer),
  };
  return {
    name: serviceName,
    url,
    method: method as ServiceConfig['method'],
    headers: toHeaders(headers),
    body: body === '' ? undefined : findJson(body),
    bodyFormat: texts.bodyFormat === 'form' ? 'form' : 'json',
    requiredFields: toNames(requiredFields) as SubjectField[],
    rules: toResultRules(results).filter((rule) => rule !== undefined),
    answer,
    callback: {
      result: findSet(texts.callbackResultPointer) ?? answer.result,
      reason: findSet(texts.callbackReasonPointer) ?? answer.reason,
      reference: findSet(texts.callbackReferencePointer) ?? answer.reference,
      guestUrl: undefined,
    },
  };
}

function toHeaders(headers: string): ServiceConfig['headers'] {
  return toLines(headers)
    .map(findHeader)
    .filter((header) => header !== undefined);
}

function findHeader(line: string): readonly [name: string, text: string] | undefined {
  const [, name, text] = /^([!#$%&'*+.^_`|~\w-]+):\s*(\S.*)$/.exec(line) ?? [];
  return name === undefined || text === undefined ? undefined : [name, text];
}

function findSet(pointer: string | undefined): readonly string[] | undefined {
  return pointer === undefined || pointer === '' ? undefined : findPointerParts(pointer);
}

function toLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function toNames(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((name) => name !== '');
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** `undefined` for what is no JSON. */
function findJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
