import { AddressRules } from './addressRules.ts';
import { NameRules } from './nameRules.ts';
import { StoryRules } from './storyRules.ts';
import { ToneRules } from './toneRules.ts';

/** Data that people may tune, a file each in `rules/`; what holds where a file is missing or wrong is built in. */
export interface Rules {
  addresses: AddressRules;
  names: NameRules;
  stories: StoryRules;
  tone: ToneRules;
}
export type RuleName = keyof Rules;

/** What holds where a desk says nothing. */
export const BUILT_IN_RULES: Rules = {
  addresses: AddressRules.parse({}),
  names: NameRules.parse({}),
  stories: StoryRules.parse({}),
  tone: ToneRules.parse({}),
};
