// The language of a run: Vietnamese unless English is asked for.

import type { Catalogue } from "../model/catalogue.js";
import { UsageError } from "../model/usage-error.js";

const LANGUAGES = ["vi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Puts a sentence of the program into the language of a run. */
export type Say = (text: string) => string;

/** How the program speaks in the language of a catalogue. */
export function sayOf({ translate }: Pick<Catalogue, "translate">): Say {
  return translate ?? ((text) => text);
}

/** The language that --lang names. @throws UsageError `lang` */
export function languageOf(given: string | undefined): Language {
  const language = LANGUAGES.find((one) => one === (given ?? "vi"));
  if (language !== undefined) return language;
  throw new UsageError("lang", `Không có tiếng «${given}».`, "Ghi --lang vi (tiếng Việt) hoặc --lang en (tiếng Anh).");
}

/** The language that a command line asks for before it is known to be right; Vietnamese where it asks for none. */
export function languageAsked(argv: readonly string[]): Language {
  const flag = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const named = argv[flag] === "--lang" ? argv[flag + 1] : argv[flag]?.slice("--lang=".length);
  return named === "en" ? "en" : "vi";
}
