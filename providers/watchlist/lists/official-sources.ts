import type { ListSource } from './list-source.ts';

const mebibyte = 1024 * 1024;
const usPublicDomain = {
  name: 'US government work, public domain (17 U.S.C. § 105)',
  url: 'https://www.govinfo.gov/link/uscode/17/105',
};
const ofacExports = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports';
const ofac = {
  publisher: 'US Department of the Treasury, Office of Foreign Assets Control',
  licence: usPublicDomain,
  landingPage: 'https://ofac.treasury.gov/sanctions-list-service',
  redirectHosts: ['wc2h-sls-prod-public-published.s3.us-gov-west-1.amazonaws.com'],
};
const europeanUnion = {
  publisher: 'European Commission, DG FISMA',
  licence: {
    name: 'Commission Decision 2011/833/EU on reuse (CC BY 4.0)',
    url: 'https://commission.europa.eu/legal-notice_en',
  },
  landingPage: 'https://webgate.ec.europa.eu/fsd/fsf',
  redirectHosts: [],
  maxBytes: 150 * mebibyte,
  minPersons: 1500,
};
const euFiles = 'https://webgate.ec.europa.eu/fsd/fsf/public/files';
/** The Commission's public one, the same for everybody. */
const euToken = 'dG9rZW4tMjAxNw';
const unitedKingdom = {
  publisher: 'UK Foreign, Commonwealth and Development Office',
  licence: {
    name: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  landingPage: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
  redirectHosts: [],
  maxBytes: 150 * mebibyte,
  minPersons: 1500,
};
const openSanctionsFiles = 'https://data.opensanctions.org/datasets/latest';
const openSanctions = {
  publisher: 'OpenSanctions Datenbanken GmbH',
  licence: {
    name: 'CC BY-NC 4.0; commercial use needs a licence from OpenSanctions',
    url: 'https://www.opensanctions.org/licensing/',
  },
  redirectHosts: [],
  maxBytes: 500 * mebibyte,
  isDefault: false,
};

/** Every list that can be had without an agreement. What is not a default is switched on by its `listId`. */
export const officialSources: readonly ListSource[] = [
  {
    ...ofac,
    listId: 'us-ofac-sdn',
    title: 'US: Specially Designated Nationals and Blocked Persons',
    format: 'ofac-xml',
    files: { main: `${ofacExports}/SDN.XML` },
    maxBytes: 150 * mebibyte,
    minPersons: 4000,
    isDefault: true,
  },
  {
    ...ofac,
    listId: 'us-ofac-consolidated',
    title: 'US: Consolidated (non-SDN) Sanctions',
    format: 'ofac-xml',
    files: { main: `${ofacExports}/CONSOLIDATED.XML` },
    maxBytes: 50 * mebibyte,
    minPersons: 20,
    isDefault: true,
  },
  {
    ...ofac,
    listId: 'us-ofac-sdn-csv',
    title: 'US: Specially Designated Nationals, CSV edition',
    format: 'ofac-csv',
    files: {
      sdn: `${ofacExports}/SDN.CSV`,
      alt: `${ofacExports}/ALT.CSV`,
      add: `${ofacExports}/ADD.CSV`,
      comments: `${ofacExports}/SDN_COMMENTS.CSV`,
    },
    maxBytes: 50 * mebibyte,
    minPersons: 4000,
    isDefault: false,
  },
  {
    ...ofac,
    listId: 'us-ofac-consolidated-csv',
    title: 'US: Consolidated (non-SDN) Sanctions, CSV edition',
    format: 'ofac-csv',
    files: {
      sdn: `${ofacExports}/CONS_PRIM.CSV`,
      alt: `${ofacExports}/CONS_ALT.CSV`,
      add: `${ofacExports}/CONS_ADD.CSV`,
      comments: `${ofacExports}/CONS_COMMENTS.CSV`,
    },
    maxBytes: 20 * mebibyte,
    minPersons: 20,
    isDefault: false,
  },
  {
    ...ofac,
    listId: 'us-ofac-sdn-advanced',
    title: 'US: Specially Designated Nationals, advanced edition with names in their script',
    format: 'ofac-advanced-xml',
    files: { main: `${ofacExports}/SDN_ADVANCED.XML` },
    maxBytes: 500 * mebibyte,
    minPersons: 4000,
    isDefault: false,
  },
  {
    ...ofac,
    listId: 'us-ofac-consolidated-advanced',
    title: 'US: Consolidated (non-SDN) Sanctions, advanced edition with names in their script',
    format: 'ofac-advanced-xml',
    files: { main: `${ofacExports}/CONS_ADVANCED.XML` },
    maxBytes: 100 * mebibyte,
    minPersons: 20,
    isDefault: false,
  },
  {
    listId: 'un-sc',
    title: 'United Nations: Security Council Consolidated List',
    publisher: 'United Nations Security Council',
    licence: { name: 'United Nations terms of use', url: 'https://www.un.org/en/about-us/terms-of-use' },
    landingPage: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
    format: 'un-xml',
    files: { main: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml' },
    redirectHosts: ['unsolprodfiles.blob.core.windows.net'],
    maxBytes: 50 * mebibyte,
    minPersons: 400,
    isDefault: true,
  },
  {
    ...europeanUnion,
    listId: 'eu-fsf',
    title: 'European Union: Consolidated Financial Sanctions',
    format: 'eu-xml',
    files: { main: `${euFiles}/xmlFullSanctionsList_1_1/content?token=${euToken}` },
    isDefault: true,
  },
  {
    ...europeanUnion,
    listId: 'eu-fsf-csv',
    title: 'European Union: Consolidated Financial Sanctions, CSV edition',
    format: 'eu-csv',
    files: { main: `${euFiles}/csvFullSanctionsList_1_1/content?token=${euToken}` },
    isDefault: false,
  },
  {
    ...unitedKingdom,
    listId: 'uk-sl',
    title: 'United Kingdom: UK Sanctions List',
    format: 'uk-xml',
    files: { main: 'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml' },
    isDefault: true,
  },
  {
    ...unitedKingdom,
    listId: 'uk-sl-csv',
    title: 'United Kingdom: UK Sanctions List, CSV edition',
    format: 'uk-csv',
    files: { main: 'https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv' },
    isDefault: false,
  },
  {
    ...openSanctions,
    listId: 'opensanctions-sanctions',
    title: 'OpenSanctions: Consolidated Sanctions',
    landingPage: 'https://www.opensanctions.org/datasets/sanctions/',
    format: 'opensanctions-csv',
    files: { main: `${openSanctionsFiles}/sanctions/targets.simple.csv` },
    minPersons: 10_000,
  },
  {
    ...openSanctions,
    listId: 'opensanctions-sanctions-full',
    title: 'OpenSanctions: Consolidated Sanctions, all that is known of each person',
    landingPage: 'https://www.opensanctions.org/datasets/sanctions/',
    format: 'opensanctions-ftm',
    files: { main: `${openSanctionsFiles}/sanctions/entities.ftm.json` },
    maxBytes: 1500 * mebibyte,
    minPersons: 10_000,
  },
  {
    ...openSanctions,
    listId: 'opensanctions-crime',
    title: 'OpenSanctions: Warrants and criminal entities',
    landingPage: 'https://www.opensanctions.org/datasets/crime/',
    format: 'opensanctions-csv',
    files: { main: `${openSanctionsFiles}/crime/targets.simple.csv` },
    minPersons: 1000,
  },
];
