const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Articles, which some publishers write and others do not: left out. */
export const ARTICLES = words('al el ul ad ar as ash at az');

/** Forms of address and ranks that are no names: left out while another word remains. */
export const TITLES = words(
  'mr mrs ms miss mister dr doctor prof professor sir dame hon honourable rev reverend gen general col colonel maj ' +
    'brig brigadier capt captain cmdr commander lt lieutenant sgt president prasident presidente minister ambassador ' +
    'senator governor monsieur madame mme mlle senor senora herr frau eng engineer ing ustadh ustad comrade ayatollah ' +
    'hojjatoleslam jr sr junior senior phd md esq ii iii iv',
);

/** Particles and honorifics that are part of many names, and of the same name only sometimes. */
export const LIGHT_WORDS = words(
  'abu abou abi bu abd abdul abdel abdal abdol abdur bin ben ibn bint bent binti ould walad wald uld umm allah din ' +
    'van von der den ter ten zu zur of the de da do dos das du di del della des la le los las y e und and mac mc st ' +
    'san haji hajji hajj haj hadji hadj sheikh shaykh sheik shaikh cheikh sheykh sayyid sayed syed seyed sayid said ' +
    'mullah mulla molla maulavi maulawi mawlawi molvi maulvi mawlawy maulana mawlana mufti qari akhund ahl al aal bar bat ' +
    'ap af av nee vel zadeh oglu ogly oglou qizi kizi na',
);

// prettier-ignore
const SPELLINGS = new Map(
  Object.entries({
    abdul: 'abd', abdel: 'abd', abdal: 'abd', abdol: 'abd', abdur: 'abd', abdil: 'abd', abdoul: 'abd', abdu: 'abd',
    abou: 'abu', abi: 'abu', bu: 'abu', aboo: 'abu', ibn: 'bin', ben: 'bin', bint: 'bin', bent: 'bin', binti: 'bin',
    hajji: 'haji', hajj: 'haji', haj: 'haji', hadji: 'haji', hadj: 'haji',
    shaykh: 'sheikh', sheik: 'sheikh', shaikh: 'sheikh', cheikh: 'sheikh', sheykh: 'sheikh',
    sayed: 'sayyid', syed: 'sayyid', seyed: 'sayyid', sayid: 'sayyid', seyyed: 'sayyid', sayyed: 'sayyid',
    mulla: 'mullah', molla: 'mullah', maulavi: 'mawlawi', maulawi: 'mawlawi', molvi: 'mawlawi', maulvi: 'mawlawi',
    walad: 'ould', uld: 'ould', wald: 'ould', deen: 'din', eddin: 'din', eddine: 'din', uddin: 'din', aldin: 'din',
    ullah: 'allah', ollah: 'allah', alla: 'allah', ulla: 'allah', lah: 'allah', eldin: 'din', addin: 'din', ud: 'al',
  }),
);

/** Shorter words turn into other words when two of their letters change places. */
const LEAST_SWAPPED = 5;

/**
 * Spellings of the frequent particles, also with two neighbouring letters swapped, so that they count as one word; the
 * first two only in forms of _abd_, because `aldin` would make a particle of _Ladin_.
 */
export const PARTICLE_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...[...SPELLINGS].filter(([spelling]) => spelling.length >= LEAST_SWAPPED).flatMap(swapNeighbours),
  ...SPELLINGS,
]);

function swapNeighbours([spelling, particle]: readonly [string, string]): [string, string][] {
  const first = particle === 'abd' ? 0 : 1;
  return Array.from({ length: spelling.length - 1 - first }, (_, offset) => {
    const at = first + offset;
    return [spelling.slice(0, at) + spelling.charAt(at + 1) + spelling.charAt(at) + spelling.slice(at + 2), particle];
  });
}
