import { useEffect, useState } from 'preact/hooks';
import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import { loadProperties, properties } from '../state/session.ts';
import { type Connections, isUnderWay, loadConnections } from './connections.ts';
import { type WayBack, wayBack } from './way-back.ts';

const hurryMs = 2_000;
const restMs = 20_000;
/** What somebody set off is looked for this long. */
const hurryForMs = 60_000;

export interface FollowedConnections extends Loaded<Connections> {
  /** Looks at once, and often for a while: something was set off. */
  readonly follow: () => void;
}

/** The connections, looked at again from time to time, and often while something is under way. */
export function useConnections(): FollowedConnections {
  const [hurryUntil, setHurryUntil] = useState(0);
  const [awaitedUntil] = useState(() => Date.now() + hurryForMs);
  const loaded = useLoaded('connections', loadConnections);
  const { data, error, reload } = loaded;
  const isAwaited = isStillAwaited(wayBack.value, data);
  useEffect(() => {
    const now = Date.now();
    const isSetOff = (isAwaited && now < awaitedUntil) || now < hurryUntil;
    const isHurrying = isSetOff || data?.items.some(isUnderWay) === true;
    const timer = setTimeout(reload, isHurrying ? hurryMs : restMs);
    return () => clearTimeout(timer);
  }, [data, error, hurryUntil, isAwaited]);
  useEffect(() => {
    const known = new Set(properties.value.map(({ id }) => id));
    // A property that was connected just now: the rest of the page does not know it yet.
    if (data?.items.some(({ propertyId }) => !known.has(propertyId)) === true) void loadProperties();
  }, [data]);
  const follow = () => {
    setHurryUntil(Date.now() + hurryForMs);
    reload();
  };
  return { ...loaded, follow };
}

/** Whether the PMS has let us in, and none of the properties has come yet. */
function isStillAwaited(way: WayBack | undefined, data: Connections | undefined): boolean {
  if (way === undefined || 'problem' in way) return false;
  return data?.items.some(({ connectionId }) => connectionId === way.connected) !== true;
}
