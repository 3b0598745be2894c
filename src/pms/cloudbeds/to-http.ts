import type { PmsCredential } from '../../ports/pms-credentials.ts';
import type { OutgoingRequest } from './exchange.ts';
import { toFormEncoded } from './form-encoding.ts';
import { type SentFile, toMultipart } from './multipart.ts';
import { methods, type Operation, toPath } from './operations.ts';

export interface DoorRequest {
  readonly operation: Operation;
  readonly parameters: object;
  readonly propertyId: string | undefined;
  readonly file?: SentFile;
}

/** An operation as it goes over the wire. */
export function toHttp(
  { operation, parameters, file, propertyId }: DoorRequest,
  { apiUrl, credential }: { readonly apiUrl: string; readonly credential?: PmsCredential },
): Omit<OutgoingRequest, 'signal' | 'hasLeft'> {
  const method = methods[operation];
  const multipart = file === undefined ? undefined : toMultipart({ ...parameters }, file);
  const encoded = toFormEncoded(parameters);
  const isForm = method === 'POST' || method === 'PUT';
  return {
    method,
    url: `${apiUrl.replace(/\/+$/, '')}/${toPath(operation)}${isForm || encoded === '' ? '' : `?${encoded}`}`,
    headers: {
      accept: 'application/json',
      'user-agent': 'guest-screening',
      ...(credential !== undefined && toKeyHeader(credential)),
      ...(propertyId === undefined ? {} : { 'X-PROPERTY-ID': propertyId }),
      ...(isForm ? { 'content-type': multipart?.contentType ?? 'application/x-www-form-urlencoded' } : {}),
    },
    ...(isForm ? { body: multipart?.body ?? encoded } : {}),
  };
}

function toKeyHeader({ kind, secret }: PmsCredential): Readonly<Record<string, string>> {
  return kind === 'key' ? { 'x-api-key': secret } : { authorization: `Bearer ${secret}` };
}
