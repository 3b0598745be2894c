import type { MatchPart } from '../../../src/ports/watchlists.ts';
import type { BirthDateFinding } from '../matching/score/birth-dates.ts';
import type { Comparison, Contribution } from '../matching/search/explanation.ts';

const comparisonWords: Readonly<Record<Comparison, string>> = {
  same: 'the same',
  sounds_the_same: 'sounds the same',
  sounds_alike: 'sounds alike',
  other_form: 'another form of the name',
  initial: 'an initial',
  written_as_one: 'written as one',
};

const birthDateWords: Readonly<Record<BirthDateFinding, string>> = {
  same_date: 'same birth date',
  day_and_month_swapped: 'same birth date with day and month swapped',
  one_digit_apart: 'birth dates one digit apart',
  same_day_neighbouring_year: 'same day of birth in a neighbouring year',
  same_month: 'same month of birth',
  same_year: 'same year of birth',
  same_year_other_day: 'same year of birth, another day',
  within_range: 'birth date within the listed range',
  neighbouring_year: 'neighbouring years of birth',
  years_apart: 'birth dates some years apart',
  far_apart: 'birth dates far apart',
};

/** Guests may write novels into their names. */
const longestPart = 60;

/** One line of an explanation, in words. */
export function toMatchPart(part: Contribution): MatchPart {
  return { about: part.about, text: toText(part), units: part.units };
}

function toText(part: Contribution): string {
  switch (part.about) {
    case 'name_parts':
      return `${toShort(part.guest)} is listed as ${toShort(part.listed)} (${comparisonWords[part.comparison]}, ${Math.round(part.similarity * 100)} % alike)`;
    case 'only_guest_has':
      return `only the guest has ${toShort(part.part)}`;
    case 'only_list_has':
      return `only the list has ${toShort(part.part)}`;
    case 'frequent_parts':
      return 'the parts that agree are few or frequent';
    case 'other_order':
      return 'the parts come in another order';
    case 'other_spacing':
      return 'the spaces are in other places';
    case 'name_quality':
      return `the listed name is a ${part.quality.replace('_', ' ')} one`;
    case 'birth_date':
      return birthDateWords[part.finding];
    case 'country':
      return part.finding === 'same' ? 'same country' : 'another country';
    case 'gender':
      return part.finding === 'same' ? 'same gender' : 'another gender';
    case 'document':
      return part.finding === 'same' ? 'same document number' : 'another document number';
    case 'bounds':
      return 'no score is above 1 or below 0';
  }
}

function toShort(text: string): string {
  const halfACharacter = /[\uD800-\uDBFF]$/;
  return text.length <= longestPart ? text : `${text.slice(0, longestPart - 1).replace(halfACharacter, '')}…`;
}
