import type { Words } from '../desk/text.ts';

export interface EditionTopic {
  name: string;
  title: Words;
  parent?: string;
  /** Markdown: our position on it */
  position: string;
}
