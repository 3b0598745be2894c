import type { WatchlistEdition, ListedPerson } from '../../../providers/watchlist/listed-person.ts';
import type { ListFormat } from '../../../providers/watchlist/lists/list-formats.ts';
import { listReaders } from '../../../providers/watchlist/lists/list-formats.ts';
import { ListFileError } from '../../../providers/watchlist/lists/list-file-error.ts';
import type { ListFileCode } from '../../../providers/watchlist/lists/list-file-error.ts';
import type { ListFile } from '../../../providers/watchlist/lists/list-reader.ts';

/** Text as the bytes of a file, in pieces so small that every reader has to join some. */
export function toFile(content: string | Uint8Array, pieceBytes = 97): ListFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) pieces.push(bytes.subarray(at, at + pieceBytes));
  return pieces;
}

export function read(format: ListFormat, files: string | Readonly<Record<string, string>>): Promise<WatchlistEdition> {
  const byRole = typeof files === 'string' ? { main: files } : files;
  const opened = Object.fromEntries(Object.entries(byRole).map(([role, content]) => [role, toFile(content)]));
  return listReaders[format](opened, { listId: 'sample' });
}

export function getPerson(edition: WatchlistEdition, entryId: string): ListedPerson {
  const person = edition.persons.find((candidate) => candidate.entryId === entryId);
  if (!person) throw new Error(`no entry ${entryId}`);
  return person;
}

/** The code by which the reading was refused; a test fails where it was not. */
export async function refusalOf(reading: Promise<unknown>): Promise<ListFileCode> {
  return (await refusal(reading)).code;
}

export async function refusal(reading: Promise<unknown>): Promise<ListFileError> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof ListFileError) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

/** Nobody in these samples exists. */
export const unSample = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2026-02-27T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>900001</DATAID>
      <FIRST_NAME>TARIQ</FIRST_NAME><SECOND_NAME>BEN</SECOND_NAME><THIRD_NAME>ZALMOUDI</THIRD_NAME>
      <UN_LIST_TYPE>Sample</UN_LIST_TYPE>
      <REFERENCE_NUMBER>SAi.001</REFERENCE_NUMBER>
      <LISTED_ON>2015-04-07-04:00</LISTED_ON>
      <GENDER>Male</GENDER>
      <NAME_ORIGINAL_SCRIPT>طارق بن زلمودي</NAME_ORIGINAL_SCRIPT>
      <COMMENTS1>Web link: https://example.org/notices/900001. Nothing else.</COMMENTS1>
      <NATIONALITY><VALUE>Tunisia</VALUE><VALUE>na</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Tarek Zalmudi; Tariq Salmoudi b) T. Zelmoudi</ALIAS_NAME><DATE_OF_BIRTH>1970-02-03</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Sample (combat name)</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Jin Lisan (金利三)</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1968</FROM_YEAR><TO_YEAR>1971</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1969</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973 </NOTE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Sfax</CITY><COUNTRY>Tunisia</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>Diplomatic Passport: Z 303 217</NUMBER><ISSUING_COUNTRY>Tunisia</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT/>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES><ENTITY><DATAID>900002</DATAID><FIRST_NAME>SAMPLE TRADING COMPANY</FIRST_NAME></ENTITY></ENTITIES>
</CONSOLIDATED_LIST>
`;

export const ofacCsvSample = {
  sdn: `36,"SAMPLE AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r
7001,"ZALMOUDI, Tariq Ben","individual","SDGT] [IRAQ2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 15 Mar 1961; alt. DOB circa 1960; POB Sfax, Tunisia; nationality Tunisia; citizen Burma; Gender Male; Passport A 123456 (Tunisia) issued 14 Nov 2007 expires 12 Nov 2012; alt. Passport B98765; National ID No. 232-504 (Iraq); Additional Sanctions Information - Subject to Secondary Sanctions; a.k.a. 'ABU SAMPLE'; Email Address nobody1@example.org (Linked To: SAMPLE AIRLINES)."\r
7002,"LISAN","individual","DPRK2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 01 Jan 1976 to 31 Dec 1978; Gender Female."\r
\u001a`,
  alt: `7001,1,"aka","ZALMUDI, Tarek",-0- \r\n36,2,"aka","SAMPLE-AIR",-0- \r\n`,
  add: `7001,1,-0- ,"Sfax","Tunisia",-0- \r\n`,
};

export const ofacXmlSample = `<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="http://tempuri.org/sdnList.xsd">
  <publshInformation><Publish_Date>04/22/2020</Publish_Date><Record_Count>2</Record_Count></publshInformation>
  <sdnEntry><uid>8001</uid><firstName>Tariq Ben</firstName><lastName>ZALMOUDI</lastName><sdnType>Individual</sdnType>
    <programList><program>SDGT</program></programList>
    <idList>
      <id><uid>1</uid><idType>Passport</idType><idNumber>Booklet A5250</idNumber><idCountry>Pakistan</idCountry></id>
      <id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
      <id><uid>3</uid><idType>Secondary sanctions risk:</idType><idNumber>section 1245 of 2012</idNumber></id>
    </idList>
    <akaList>
      <aka><uid>4</uid><type>a.k.a.</type><category>strong</category><lastName>ZALMUDI</lastName><firstName>Tarek</firstName></aka>
      <aka><uid>5</uid><type>a.k.a.</type><category>weak</category><lastName>TATA SAMPLE</lastName></aka>
    </akaList>
    <nationalityList><nationality><uid>6</uid><country>Pakistan</country></nationality></nationalityList>
    <dateOfBirthList><dateOfBirthItem><uid>7</uid><dateOfBirth>1951 to 1953</dateOfBirth></dateOfBirthItem></dateOfBirthList>
    <placeOfBirthList><placeOfBirthItem><uid>8</uid><placeOfBirth>Sargodha, Pakistan</placeOfBirth></placeOfBirthItem></placeOfBirthList>
  </sdnEntry>
  <sdnEntry><uid>8002</uid><lastName>SAMPLE PROPERTIES, INC.</lastName><sdnType>Entity</sdnType></sdnEntry>
</sdnList>`;

export const ofacAdvancedSample = `<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML">
  <DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>2</Month><Day>7</Day></DateOfIssue>
  <ReferenceValueSets>
    <CountryValues><Country ID="11">Tunisia</Country></CountryValues>
    <DetailReferenceValues><DetailReference ID="91526">Male</DetailReference></DetailReferenceValues>
    <FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType><FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="224">Gender</FeatureType></FeatureTypeValues>
    <IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
    <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="91708">Patronymic</NamePartType></NamePartTypeValues>
    <PartySubTypeValues><PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
    <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues>
  </ReferenceValueSets>
  <Locations><Location ID="500"><LocationCountry CountryID="11"/></Location></Locations>
  <IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="91" IssuedBy-CountryID="11"><IDRegistrationNo>P 12345</IDRegistrationNo></IDRegDocument></IDRegDocuments>
  <DistinctParties>
    <DistinctParty FixedRef="9001"><Comment/><Profile ID="9001" PartySubTypeID="4">
      <Identity ID="91" Primary="true">
        <Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="3" DocNameStatusID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="802">Abu Sample</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
        <Alias AliasTypeID="1403" Primary="true" LowQuality="false">
          <DocumentedName ID="1" DocNameStatusID="1"><DocumentedNamePart><NamePartValue NamePartGroupID="801">ZALMOUDI</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="802">Tariq</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="803">Ivanovich</NamePartValue></DocumentedNamePart></DocumentedName>
          <DocumentedName ID="2" DocNameStatusID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="801" ScriptID="220">Залмуди</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue NamePartGroupID="802" ScriptID="220">Тарик</NamePartValue></DocumentedNamePart></DocumentedName>
        </Alias>
        <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="801" NamePartTypeID="1520"/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="802" NamePartTypeID="1521"/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="803" NamePartTypeID="91708"/></MasterNamePartGroup></NamePartGroups>
      </Identity>
      <Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="1"><DatePeriod CalendarTypeID="1"><Start Approximate="true"><From><Year>1962</Year><Month>1</Month><Day>1</Day></From><To><Year>1962</Year><Month>1</Month><Day>1</Day></To></Start><End Approximate="true"><From><Year>1962</Year><Month>12</Month><Day>31</Day></From><To><Year>1962</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
      <Feature ID="2" FeatureTypeID="9"><FeatureVersion ID="2"><VersionDetail DetailTypeID="1432">Sfax, Tunisia</VersionDetail></FeatureVersion></Feature>
      <Feature ID="3" FeatureTypeID="10"><FeatureVersion ID="3"><VersionDetail DetailTypeID="1433"/><VersionLocation LocationID="500"/></FeatureVersion></Feature>
      <Feature ID="4" FeatureTypeID="224"><FeatureVersion ID="4"><VersionDetail DetailTypeID="1431" DetailReferenceID="91526"/></FeatureVersion></Feature>
    </Profile></DistinctParty>
    <DistinctParty FixedRef="9002"><Profile ID="9002" PartySubTypeID="3"><Identity ID="92"><Alias Primary="true"><DocumentedName ID="9"><DocumentedNamePart><NamePartValue>SAMPLE BANK</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty>
  </DistinctParties>
  <SanctionsEntries><SanctionsEntry ID="1" ProfileID="9001" ListID="1550"><EntryEvent ID="1"><Date CalendarTypeID="1"><Year>2019</Year><Month>9</Month><Day>13</Day></Date></EntryEvent><SanctionsMeasure ID="1" SanctionsTypeID="1"><Comment>SDGT</Comment></SanctionsMeasure><SanctionsMeasure ID="2" SanctionsTypeID="1705"/></SanctionsEntry></SanctionsEntries>
</Sanctions>`;

export const euXmlSample = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-04-15T15:29:22.497+02:00">
  <sanctionEntity designationDate="2008-07-03" euReferenceNumber="EU.1.1" logicalId="5001">
    <regulation regulationType="amendment" publicationDate="2019-04-08" programme="TAQA"><publicationUrl>https://example.eu/act?a=1&amp;b=2</publicationUrl></regulation>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Tariq" middleName="Ben" lastName="Zalmoudi" wholeName="Tariq Ben Zalmoudi" gender="M" strong="true"/>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Тарик Залмуди" strong="true" nameLanguage="RU"/>
    <nameAlias wholeName="Abu Sample" strong="false"/>
    <citizenship countryIso2Code="TN" countryDescription="TUNISIA"/><citizenship countryIso2Code="00" countryDescription="UNKNOWN"/>
    <birthdate circa="false" calendarType="GREGORIAN" city="Sfax" birthdate="1965-12-12" dayOfMonth="12" monthOfYear="12" year="1965" place="" countryIso2Code="TN" countryDescription="TUNISIA"/>
    <birthdate circa="true" calendarType="GREGORIAN" city="" year="1958" countryIso2Code="00" countryDescription="UNKNOWN"/>
    <birthdate circa="false" calendarType="GREGORIAN" yearRangeFrom="1955" yearRangeTo="1958"/>
    <birthdate circa="false" calendarType="ISLAMIC" year="1380"/>
    <identification identificationTypeCode="passport" identificationTypeDescription="National passport" number="L 191609" latinNumber="" countryIso2Code="TN"/>
  </sanctionEntity>
  <sanctionEntity logicalId="5002"><subjectType code="enterprise" classificationCode="E"/><nameAlias wholeName="Sample Trading" strong="true"/></sanctionEntity>
</export>`;

export const euCsvSample = `\uFEFFfileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_DesignationDate;Entity_SubjectType;Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;Entity_Regulation_PublicationUrl;NameAlias_LastName;NameAlias_FirstName;NameAlias_MiddleName;NameAlias_WholeName;NameAlias_Gender;BirthDate_BirthDate;BirthDate_Day;BirthDate_Month;BirthDate_Year;BirthDate_YearRangeFrom;BirthDate_YearRangeTo;BirthDate_Circa;BirthDate_City;BirthDate_CountryDescription;Identification_Number;Identification_TypeDescription;Identification_CountryIso2Code;Citizenship_CountryIso2Code\r
15/04/2026;5001;EU.1.1;03/07/2008;P;person;TAQA;https://example.eu/act;Zalmoudi;Tariq;Ben;Tariq Ben Zalmoudi;M;;;;;;;;;;;;;\r
15/04/2026;5001;EU.1.1;03/07/2008;P;person;TAQA;https://example.eu/act;;;;;;1965-12-12;12;12;1965;;;false;Sfax;TUNISIA;;;;\r
15/04/2026;5001;EU.1.1;03/07/2008;P;person;TAQA;https://example.eu/act;;;;;;;;;1958;;;true;;UNKNOWN;;;;\r
15/04/2026;5001;EU.1.1;03/07/2008;P;person;TAQA;https://example.eu/act;;;;;;;;;;;;;;;;;;TN\r
15/04/2026;5001;EU.1.1;03/07/2008;P;person;TAQA;https://example.eu/act;;;;;;;;;;;;;;;L191609;National passport;TN;\r
15/04/2026;5002;EU.1.2;03/07/2008;E;enterprise;TAQA;https://example.eu/act;;;;Sample "Trading" Company;;;;;;;;;;;;;;\r
`;
