// What printing needs to know of the terminal: how wide it is, whether it has colours, which language is spoken.

import type { Env } from "./env.js";
import { languageOf } from "./language.js";
import type { GivenOptions } from "./options.js";
import { type Words, wordsIn } from "./words.js";

export interface Screen {
  readonly columns: number;
  readonly hasColour: boolean;
  readonly words: Words;
}

/** The screen of a run. @throws UsageError `lang` */
export function screenFor({ lang }: GivenOptions, { columns, hasColour }: Env): Screen {
  return { columns, hasColour, words: wordsIn(languageOf(lang)) };
}
