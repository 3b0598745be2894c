/**
 * A file's text: in UTF-8, in UTF-16 with or without its mark, or else as Windows writes it in the west of Europe. Undefined
 * where it is in none of them: read as if it were, it would be full of names that nobody has.
 */
export function decodeList(bytes: Uint8Array): string | undefined {
  const utf16 = findUtf16(bytes);
  if (utf16 !== undefined) return decode(bytes, utf16);
  return decode(bytes, 'utf-8') ?? decodeWestern(bytes);
}

/** No text holds a zero; a spreadsheet or an archive is full of them. */
function decode(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function decodeWestern(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return [foreign, central, turkish].some((signs) => signs.test(text)) ? undefined : text;
}

/** Told by its mark, or by the zero beside the first ASCII sign: there is one wherever fields or lines are parted. */
function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const mark = `${bytes[0] ?? 0} ${bytes[1] ?? 0}`;
  if (mark === '255 254') return 'utf-16le';
  if (mark === '254 255') return 'utf-16be';
  const zeroAt = bytes.indexOf(0);
  if (zeroAt === -1) return undefined;
  return zeroAt % 2 === 1 ? 'utf-16le' : 'utf-16be';
}

/**
 * What other encodings look like when they are read as Windows-1252: bytes that it does not have, three signs beyond ASCII
 * side by side, or one within a word that no western word holds (`Wa³êsa`). Punctuation and the like may stand anywhere.
 */
const foreign =
  /[\u0081\u008d\u008f\u0090\u009d]|[^\p{ASCII}\u00a0«»“”‘’–—…•€®™©°§´·]{3}|\p{L}[¡-¦¬¯±²³¶¸¹¼-¿‚ƒ„†‡ˆ‰‹›˜]\p{L}/u;

/** The same of Windows-1250, at the ends of words: `Micha³` (ł), `£ukasz` (Ł), `¯aneta` (Ż), `ªtefan` (Ş), `Dvoøák` (ř). */
const central =
  /\p{L}{3}[³¹](?![\p{L}\p{N}])|\p{Lu}{3}£(?!\p{L})|(?<![\p{L}\p{N}.])[£¯ª]\p{L}|ø[áíéý]|[áíéý]ø|Ø[ÁÍÉÝ]|[ÁÍÉÝ]Ø/u;

/**
 * And of Windows-1254, which has ş, ğ and ı in the places of Iceland's þ, ð and ý. There no word ends in þ or begins with ð,
 * þ stands before no consonant but j, r and v, neither in a word with ç or ü; and `oğlu` ends every tenth Turkish surname.
 */
const turkish =
  /þ(?![aeiouyáéíóúýæöjrv.])|(?<!\p{L})ð|[þðý]\p{L}*[çü]|[çüÇÜ]\p{L}*[þðý]|o(?:ðlu|ðan)(?!\p{L})|OÐ(?:LU|AN)(?!\p{L})|(?<!\p{L})(?:Ý[bhklnps]\p{Ll}|Yý)|[dD]ýn(?!\p{L})|ýc/u;
