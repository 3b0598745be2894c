// Holds the guest's form and the dashboard to their figures, on pages that were built: `npm run lighthouse -- form`.
import { measureDashboard } from '../test/browser/dashboard/measure-dashboard.ts';
import { measureFirstStep } from '../test/browser/form/measure-first-step.ts';

const subjects: Readonly<Record<string, () => Promise<void>>> = { form: measureFirstStep, dashboard: measureDashboard };

const asked = process.argv.slice(2);
const unknown = asked.filter((subject) => subjects[subject] === undefined);
if (unknown.length > 0) throw new Error(`There are figures of ${Object.keys(subjects).join(', ')} only.`);
for (const subject of asked.length > 0 ? asked : Object.keys(subjects)) await subjects[subject]?.();
