import { Card } from '../components/card.tsx';
import { Icon } from '../components/icon.tsx';
import { toListText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { type Connection, type Credential, isWrong } from './connections.ts';
import { type PropertyBodyProps, PropertyBody, PropertyMarks } from './property-part.tsx';

interface CredentialCardProps extends Omit<PropertyBodyProps, 'connection'> {
  readonly credential: Credential;
}

/** More properties than this are folded, unless something is wrong with them. */
const mostUnfolded = 3;
const mostNamed = 2;

/** One credential of the PMS, and each property that it opens. */
export function CredentialCard({ credential, ...body }: CredentialCardProps) {
  const [first, ...others] = credential;
  const kind = first.connectionId === 'environment' ? 'environment' : first.kind;
  const kindText = t(`connections.kinds.${kind}`);
  const meaning = t(`connections.kindsMean.${kind}`);
  if (others.length === 0) {
    return (
      <Card title={first.propertyName} tools={<PropertyMarks connection={first} />}>
        <p class="hint">
          <strong>{kindText}</strong> · <bdi>{first.propertyId}</bdi>
          <br />
          {meaning}
        </p>
        <PropertyBody connection={first} {...body} />
      </Card>
    );
  }
  const names = credential.slice(0, mostNamed).map(({ propertyName }) => toIsolated(propertyName));
  return (
    <Card
      title={`${kindText} · ${credential.length > mostNamed ? `${names.join(', ')}, …` : toListText(names)}`}
      tools={<span class="pill">{t('connections.count', { count: credential.length })}</span>}
    >
      <p class="hint">{meaning}</p>
      <ul class="folds">
        {toShownOrder(credential).map((connection) => (
          <li key={connection.propertyId}>
            <Fold connection={connection} isOpen={credential.length <= mostUnfolded} {...body} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Where many are folded, those that somebody should look at come first. */
function toShownOrder(credential: Credential): readonly Connection[] {
  if (credential.length <= mostUnfolded) return credential;
  return credential.toSorted((one, other) => Number(isWrong(other)) - Number(isWrong(one)));
}

/** Keeps its own direction among words of another. */
function toIsolated(name: string): string {
  return `\u2068${name}\u2069`;
}

function Fold({ isOpen, ...body }: PropertyBodyProps & { readonly isOpen: boolean }) {
  const { connection } = body;
  return (
    <details class="fold" open={isOpen || isWrong(connection)}>
      <summary>
        <FoldName connection={connection} />
        <PropertyMarks connection={connection} />
        <Icon name="open" size={16} />
      </summary>
      <PropertyBody {...body} />
    </details>
  );
}

function FoldName({ connection: { propertyName, propertyId } }: { readonly connection: Connection }) {
  return (
    <span class="fold-name">
      <strong dir="auto">{propertyName}</strong> <bdi class="small faint">{propertyId}</bdi>
    </span>
  );
}
