import { getData, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import type { StatisticsRange } from './statistics-range.ts';

export type Figures = Schema<'Statistics'>;
export type Disparity = Schema<'DisparityReport'>;
export type Health = Schema<'ScreeningHealth'>;
export type Durations = Schema<'DurationBuckets'>;
export type Share = Schema<'Share'>;

interface FigureQuery {
  readonly range: StatisticsRange;
  /** Absent: every property where whoever asks is a manager. */
  readonly propertyId: string | undefined;
}

export interface LoadedFigures {
  readonly figures: Figures;
  readonly disparity: Disparity;
}

export async function loadFigures({ range, propertyId }: FigureQuery, signal: AbortSignal): Promise<LoadedFigures> {
  const { from, to, step } = range;
  const time = { from, to, ...(propertyId !== undefined && { properties: propertyId }) };
  const [figures, disparity] = await Promise.all([
    getData(client.GET('/api/v1/statistics', { params: { query: { ...time, step } }, signal })),
    getData(client.GET('/api/v1/statistics/disparity', { params: { query: time }, signal })),
  ]);
  return { figures, disparity };
}

export function loadHealth(propertyId: string, signal: AbortSignal): Promise<Health> {
  const path = '/api/v1/properties/{propertyId}/screening-health';
  return getData(client.GET(path, { params: { path: { propertyId } }, signal }));
}
