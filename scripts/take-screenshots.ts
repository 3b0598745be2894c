// Takes the pictures of the documentation, of pages that were built: `npm run screenshots -- form`.
import { takeDashboardScreenshots } from '../test/browser/dashboard/take-screenshots.ts';
import { takeFormScreenshots } from '../test/browser/form/take-screenshots.ts';

const subjects: Readonly<Record<string, () => Promise<void>>> = {
  dashboard: takeDashboardScreenshots,
  form: takeFormScreenshots,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((subject) => subjects[subject] === undefined);
if (unknown.length > 0) throw new Error(`There are pictures of ${Object.keys(subjects).join(', ')} only.`);
for (const subject of asked.length > 0 ? asked : Object.keys(subjects)) await subjects[subject]?.();
