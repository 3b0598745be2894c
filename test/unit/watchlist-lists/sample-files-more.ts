const ukColumns = [
  'Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type',
  'Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name',
  'Designation Type,Date Designated,D.O.B,Nationality(/ies),National Identifier number,Passport number,Gender',
  'Town of birth,Country of birth',
].join(',');

/** Nobody in these samples exists. */
export const ukCsvSample = `Report Date: 24-Jun-2026
${ukColumns}
16/04/2026,SAM0001,12703,,ZALMOUDI,Tariq,Ben,,,,Primary Name,,,طارق بن زلمودي,Arabic,Arabic,The Sample Regulations 2020,Individual,01/02/2021,15/03/1961,(1) Tunisia (2) Afghan,,"(1) A123456 (2) B98765",Male,(1) Sfax (2) Tunis,(1) Tunisia (2) Tunisia
16/04/2026,SAM0001,12703,,ABU SAMPLE,,,,,,Alias,Low quality,,,,,The Sample Regulations 2020,Individual,01/02/2021,dd/mm/1960,Tunisia,232504,,Male,,
16/04/2026,SAM0001,12703,,ZALMUDI,Tarek,,,,,Alias,Good quality,,,,,The Sample Regulations 2020,Individual,01/02/2021,dd/04/1962,Tunisia,,,Male,,
16/04/2026,SAM0002,12704,,SAMPLE TRADING FZE,,,,,,Primary Name,,,,,,The Sample Regulations 2020,Entity,01/02/2021,,,,,,,
`;

export const ukConsolidatedSample = `Last Updated,27/04/2020
Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,National Identification Number,Group Type,Alias Type,Alias Quality,Regime,Listed On,Group ID
ZALMOUDI,Tariq,Ben,,,,,,10/00/1983,Sfax,Tunisia,Pakistani,,,Individual,Prime Alias,,Sample,25/07/2014,13063
ZALMOUDI,Tariq,Ben,,,,,,00/04/1984,Sfax,Tunisia,Pakistani,,,Individual,Prime Alias,,Sample,25/07/2014,13063
ZALMUDI,Tarek,,,,,,,00/00/1985,Sfax,Tunisia,Pakistani,,,Individual,AKA,Low,Sample,25/07/2014,13063
SAMPLE TRADING,,,,,,,,,,,,,,Entity,Prime Alias,,Sample,25/07/2014,13064
`;

export const ukXmlSample = `<?xml version="1.0" encoding="utf-8"?>
<Designations>
  <DateGenerated>31/07/2026</DateGenerated>
  <Designation>
    <LastUpdated>16/04/2026</LastUpdated><DateDesignated>01/02/2021</DateDesignated><UniqueID>SAM0001</UniqueID><OFSIGroupID>12703</OFSIGroupID>
    <Names>
      <Name><Name1>Tariq</Name1><Name2>Ben</Name2><Name6>ZALMOUDI</Name6><NameType>Primary Name</NameType></Name>
      <Name><Name6>ABU SAMPLE</Name6><NameType>Alias</NameType><AliasStrength>Low quality</AliasStrength></Name>
    </Names>
    <NonLatinNames><NonLatinName><NameNonLatinScript>طارق بن زلمودي</NameNonLatinScript></NonLatinName></NonLatinNames>
    <RegimeName>The Sample Regulations 2020</RegimeName>
    <IndividualEntityShip>Individual</IndividualEntityShip>
    <IndividualDetails><Individual>
      <DOBs><DOB>15/03/1961</DOB><DOB>dd/mm/1960</DOB></DOBs>
      <Nationalities><Nationality>Tunisia</Nationality></Nationalities>
      <PassportDetails><Passport><PassportNumber>A123456</PassportNumber></Passport></PassportDetails>
      <BirthDetails><Location><TownOfBirth>Sfax</TownOfBirth><CountryOfBirth>Tunisia</CountryOfBirth></Location></BirthDetails>
      <Genders><Gender>Male</Gender></Genders>
    </Individual></IndividualDetails>
  </Designation>
  <Designation><UniqueID>SAM0002</UniqueID><Names><Name><Name6>SAMPLE SHIP</Name6><NameType>Primary Name</NameType></Name></Names><IndividualEntityShip>Ship</IndividualEntityShip></Designation>
</Designations>`;

export const openSanctionsCsvSample = `"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","dataset","first_seen","last_seen","last_change"
"smp-1","Person","Tariq Zalmoudi","Tarek Zalmudi;Тарик Залмуди","1961-03-15;1960","tn;ir","","smp-1;A123456","SDGT","","","Sample","2024-03-10T15:36:30","2024-03-10T15:36:30","2024-03-10T15:36:30"
"smp-2","Company","Sample Trading","","","ir","","","","","","Sample","2024-03-10T15:36:30","2024-03-10T15:36:30","2024-03-10T15:36:30"
`;

const person = {
  id: 'smp-1',
  caption: 'Tariq Zalmoudi',
  schema: 'Person',
  target: true,
  properties: {
    name: ['Tariq Zalmoudi', 'Тарик Залмуди'],
    alias: ['Tarek Zalmudi'],
    weakAlias: ['Abu Sample'],
    birthDate: ['1961-03'],
    birthPlace: ['Sfax'],
    nationality: ['tn'],
    gender: ['male'],
  },
};
const sanction = {
  id: 's-1',
  schema: 'Sanction',
  properties: { program: ['SDGT'], listingDate: ['2019-09-13'], sourceUrl: ['https://example.org/s-1'] },
};
const passport = { id: 'p-1', schema: 'Passport', properties: { number: ['A 123456'], country: ['tn'] } };
const relative = { id: 'smp-3', schema: 'Person', target: false, properties: { name: ['Nobody Relative'] } };

export const openSanctionsNestedSample = `${JSON.stringify({
  ...person,
  properties: { ...person.properties, sanctions: [sanction], passports: [passport], familyPerson: [relative] },
})}\n${JSON.stringify({ id: 'smp-2', schema: 'Company', properties: { name: ['Sample Trading'] } })}\n`;

export const openSanctionsFtmSample = `${[
  { ...sanction, properties: { ...sanction.properties, entity: ['smp-1'] } },
  relative,
  person,
  { ...passport, properties: { ...passport.properties, holder: ['smp-1'] } },
]
  .map((entity) => JSON.stringify(entity))
  .join('\n')}\n`;
