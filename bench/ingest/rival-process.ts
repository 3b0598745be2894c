import { answerParent } from '../process/answer-parent.ts';
import { startRival } from './rivals.ts';

answerParent(startRival);
