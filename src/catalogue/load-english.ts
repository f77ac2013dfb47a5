// english/*.yaml → a catalogue that speaks English, for --lang en. Read only when it is asked for: most runs never are.

import * as z from "zod";
import type { Catalogue } from "../model/catalogue.js";
import type { FindingText } from "../model/finding.js";
import type { DeclarationFile } from "./declaration-file.js";
import { parseYaml } from "./parse-yaml.js";

const TEXT = z.string().min(1);
const ENGLISH_LIST = z.array(
  z.strictObject({ code: TEXT, variant: TEXT.optional(), message: TEXT, why: TEXT, fix: TEXT }),
);
const PHRASE_LIST = z.array(z.strictObject({ vi: TEXT, en: TEXT }));

const PHRASE_FILES = ["phrases", "refusals", "screens", "commands"].map((name) => `english/${name}.yaml`);

/** Words of a finding in another language than the declared one. */
export type FindingWords = Pick<FindingText, "message" | "why" | "fix">;

/**
 * The catalogue with its findings worded in English, and with a way to put the words into English that stand in their
 * values. A finding without English words (an office's own) keeps its Vietnamese ones.
 *
 * @throws UsageError `declaration`
 */
export function inEnglish(catalogue: Catalogue, files: readonly DeclarationFile[]): Catalogue {
  const words = loadEnglishWords(files);
  const findingTexts = new Map(
    [...catalogue.findingTexts].map(([key, text]) => [key, { ...text, ...words.get(key) }] as const),
  );
  return { ...catalogue, findingTexts, translate: loadPhrases(files) };
}

/** English words by `code` and `code/variant`. @throws UsageError `declaration` */
export function loadEnglishWords(files: readonly DeclarationFile[]): ReadonlyMap<string, FindingWords> {
  return new Map(
    files
      .filter(({ path }) => path === "english/findings.yaml")
      .flatMap((file) => parseYaml(file, ENGLISH_LIST))
      .map(({ value: { code, variant, ...words } }) => [variant === undefined ? code : `${code}/${variant}`, words]),
  );
}

/**
 * A function from Vietnamese words to English ones; what is not declared stays as it is. Where a phrase has «{1}», the
 * text in its place is put into English too; in quotation marks it holds no others. A list is put into English one by
 * one.
 *
 * @throws UsageError `declaration`
 */
export function loadPhrases(files: readonly DeclarationFile[]): (text: string) => string {
  const phrases = files
    .filter(({ path }) => PHRASE_FILES.includes(path))
    .flatMap((file) => parseYaml(file, PHRASE_LIST))
    .map(({ value }) => value);
  const plain = new Map(phrases.map(({ vi, en }) => [vi, en]));
  const patterns = phrases
    .filter(({ vi }) => vi.includes("{1}"))
    .sort((a, b) => ownLetters(b.vi) - ownLetters(a.vi))
    .map(({ vi, en }) => ({ pattern: patternOf(vi), en }));
  const translate = (text: string): string => {
    const known = plain.get(text);
    if (known !== undefined) return known;
    const listed = text.split(BETWEEN);
    const said = listed.length === 1 ? listed : listed.map(translate);
    if (said.every((one, index) => one !== listed[index])) return said.join(", ");
    for (const { pattern, en } of patterns) {
      const found = pattern.exec(text);
      if (found !== null) return en.replace(/\{(\d)\}/g, (_, place: string) => translate(found[Number(place)] ?? ""));
    }
    return said.join(", ");
  };
  return translate;
}

/** A comma between members of a list, none inside a quotation. */
const BETWEEN = /, (?![^«]*»)/;

/** How much of a phrase is its own: «{1} hoặc {2}» must not be found in a sentence that is declared as a whole. */
function ownLetters(phrase: string): number {
  return phrase.replace(/\{\d\}/g, "").length;
}

function patternOf(phrase: string): RegExp {
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const quoted = escaped.replace(/«\\\{\d\\\}»/g, "«([^«»]+?)»");
  return new RegExp(`^${quoted.replace(/\\\{\d\\\}/g, "(.+?)")}$`, "su");
}
