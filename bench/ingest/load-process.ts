import { answerParent } from '../process/answer-parent.ts';
import { deliver } from './load.ts';

answerParent(deliver);
