import type { Request } from 'express';
import { parseCookie } from 'cookie';
import { chooseLanguage } from '../../i18n/choose-language.ts';
import { type Language, languages, toDirection, toNativeName } from '../../i18n/languages.ts';
import { textsFor } from '../../i18n/texts.ts';
import { toAccent } from '../../pages/form/colours.ts';
import type { PageFrame } from '../../pages/form/form-view.ts';
import type { FormAccess, FormSession } from '../../screening/form/guest-form.ts';

export const proofCookie = 'form_proof';
export const languageCookie = 'form_language';

/** Who comes, by which link, and what they read. */
export interface Visit {
  readonly token: string;
  /** `/form/{token}` */
  readonly address: string;
  readonly access: FormAccess;
  /** Chosen on this device: in this very request, or before. */
  readonly askedLanguage: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly csrf: string;
}

export function toVisit(request: Request, sign: (text: string) => string): Visit {
  const token = String(request.params.token ?? '');
  const cookies = parseCookie(request.headers.cookie ?? '');
  const proof = cookies[proofCookie];
  return {
    token,
    address: `/form/${encodeURIComponent(token)}`,
    access: { token, ...(proof !== undefined && { proof }) },
    askedLanguage: textOf(request.query.language) ?? cookies[languageCookie],
    acceptLanguage: request.headers['accept-language'],
    csrf: sign(`csrf ${token}`),
  };
}

/** What of a form is known when its frame is drawn: all of a session, or less. */
export type Framed = Partial<Pick<FormSession, 'property' | 'language' | 'country' | 'filledBy'>>;

export function chooseVisitLanguage(
  { askedLanguage, acceptLanguage }: Visit,
  { language, country, property }: Framed,
): Language {
  const asked = askedLanguage ?? language;
  return chooseLanguage({ asked, acceptLanguage, guestCountry: country, fallback: property?.language });
}

export interface FrameAssets {
  readonly css: string;
  readonly scriptUrl?: string | undefined;
  readonly readerUrl?: string | undefined;
}

/** `property` is absent where the link is wrong: then the page says nothing of any form. */
export function toFrame(visit: Visit, framed: Framed, assets: FrameAssets): PageFrame {
  const language = chooseVisitLanguage(visit, framed);
  const t = textsFor(language, 'form');
  const { property, filledBy = 'guest' } = framed;
  const { name, logoUrl, colour } = property?.look ?? {};
  return {
    t,
    language,
    direction: toDirection(language),
    languages: languages.map((code) => ({ code, name: toNativeName(code) })),
    property: {
      name: name ?? property?.name ?? t('brand'),
      accent: toAccent(colour),
      ...(logoUrl !== undefined && { logoUrl }),
    },
    css: assets.css,
    isForStaff: filledBy !== 'guest',
    ...(assets.scriptUrl !== undefined && { scriptUrl: assets.scriptUrl }),
    ...(assets.readerUrl !== undefined && { readerUrl: assets.readerUrl }),
    ...(property !== undefined && { address: visit.address, csrf: visit.csrf }),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
