const SLAVIC_SURNAME = /(?:[aeiouy][vn]|ova|eva|ina|sky|skiy|skaya)$/u;
const SERVANT_OF_GOD = /^abd[aeiou]?l+[aeiou]+h?$/u;
const SERVANT_OF =
  /^abd(?:[aeiou]l(?=.{3})|[aeiou](?:r(?=r)|s(?=s)|d(?=d)|n(?=n)|z(?=z)|t(?=t)|j(?=j))(?=.{4})|[aeiou]?(?=.{4}))(.+)$/u;
const OF_GOD = /^(.{3,}?)(?:[uoa]ll+[aeu]h?|ul+ah)$/u;
/** What such words end in: most words need not be looked at further. */
const LAST_OF_GOD = 'aeuh';
const OF_FAITH = /^(.{3,}?)(?:[aeiou]d|[aeu]l)-?d(?:in|een|ine|ien)e?$/u;
const LAST_OF_FAITH = 'ne';
/** Letters of `dien` and a last e. */
const LONGEST_FAITH = 5;

/**
 * A Latin word split where other spellings of the same name have a space: Abdulrahman → abd rahman, Nasrullah → nasr
 * allah, Salahuddin → salah din. All other words stay whole.
 */
export function splitLatinWord(word: string): readonly string[] {
  if (word.length < 6) return [word];
  if (word.startsWith('abd')) return splitServant(word);
  const last = word.charAt(word.length - 1);
  const god =
    LAST_OF_GOD.includes(last) && (word.includes('ll') || word.endsWith('ah')) ? OF_GOD.exec(word)?.[1] : undefined;
  if (god !== undefined) return [god, 'allah'];
  const faith =
    LAST_OF_FAITH.includes(last) && word.lastIndexOf('d') >= word.length - LONGEST_FAITH
      ? OF_FAITH.exec(word)?.[1]
      : undefined;
  if (faith !== undefined) return [faith, 'din'];
  return [word];
}

function splitServant(word: string): readonly string[] {
  if (SERVANT_OF_GOD.test(word)) return ['abd', 'allah'];
  if (SLAVIC_SURNAME.test(word) && !/(?:rahman|rahim|mumin|min|rehman|bari|hannan|mannan)/u.test(word)) return [word];
  const name = SERVANT_OF.exec(word)?.[1];
  return name === undefined ? [word] : ['abd', name];
}
