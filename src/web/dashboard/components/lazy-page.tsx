import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { toFailureText } from '../api/api.ts';
import { Failure } from './failure.tsx';
import { Skeleton } from './skeleton.tsx';

/** A page whose script is fetched when somebody opens it: `lazyPage(() => import('../house-list/house-list-page.tsx').then(({ HouseListPage }) => HouseListPage))`. */
export function lazyPage(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | undefined;
  return function LazyPage() {
    const [Page, setPage] = useState(() => loaded);
    const [failure, setFailure] = useState<string>();
    const fetchPage = () => {
      setFailure(undefined);
      load().then(
        (page) => {
          loaded = page;
          setPage(() => page);
        },
        (error: unknown) => setFailure(toFailureText(error)),
      );
    };
    useEffect(() => {
      if (loaded === undefined) fetchPage();
    }, []);
    if (Page !== undefined) return <Page />;
    return failure === undefined ? <Skeleton rows={6} /> : <Failure text={failure} onRetry={fetchPage} />;
  };
}
