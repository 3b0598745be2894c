/** Of the listed person who books. */
export const listedBirthDate = '1971-09-23';

/** A list that was made up for the demo: nobody on it lives. It is given over the API, as a property gives its own. */
export const demoWatchlist = {
  csv: [
    'No,Name,Also known as,Born,Nationality,Why,Since',
    `D-1,Евгений Востриковский,,${listedBirthDate},,Made up for the demo,2024-05-02`,
    'D-2,Hamdan Rashid Al-Zubrawi,Abu Zubra; حمدان راشد الزبراوي,circa 1968,,Made up for the demo,2023-11-14',
    'D-3,Quirina Falkenrath-Osei,,14 Mar 1983,,Made up for the demo,2025-01-20',
    'D-4,Tiberiu Crângașu,,1959,Romania,Made up for the demo,2022-07-08',
    'D-5,林田 清一郎,Hayashida Seiichiro,1964-12-01,Japan,Made up for the demo,2021-03-30',
  ].join('\n'),
  mapping: {
    id: 'No',
    name: 'Name',
    aliases: 'Also known as',
    birthDate: 'Born',
    countries: 'Nationality',
    reason: 'Why',
    listedOn: 'Since',
  },
} as const;
