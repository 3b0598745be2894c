// Holds the first step of the guest's form to its figures, on pages that were built: `npm run lighthouse`.
import { measureFirstStep } from '../test/browser/form/measure-first-step.ts';

await measureFirstStep();
