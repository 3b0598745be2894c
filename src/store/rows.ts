import type { Rows } from '../ports/store.ts';
import { createEvents } from './events.ts';
import { createHouseList } from './house-list.ts';
import { createJobs } from './jobs.ts';
import { createProperties } from './properties.ts';
import type { RowParts } from './row-parts.ts';
import { createScreenings } from './screenings.ts';
import { createSubjects } from './subjects.ts';
import { createWriteBacks } from './write-backs.ts';

/** All repositories over one connection. Made once: each compiles its queries at their first use. */
export function createRows(parts: RowParts): Rows {
  return {
    properties: createProperties(parts),
    events: createEvents(parts),
    subjects: createSubjects(parts),
    screenings: createScreenings(parts),
    writeBacks: createWriteBacks(parts),
    houseList: createHouseList(parts),
    jobs: createJobs(parts),
  };
}
