import type { Handler } from './operation.ts';

/** The sandbox has one region, and is it. */
export const getMetadata: Handler<'getMetadata'> = ({ origin }) => ({
  success: 'true',
  data: { api: { url: origin } },
});
