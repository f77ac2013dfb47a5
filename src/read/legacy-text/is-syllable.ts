// Could a word be a Vietnamese syllable? Letters of a wrong reading mostly could not: that tells the encodings apart.

import { at } from "../../model/outcome.js";
import { ONSETS, RHYMES } from "./syllable-parts.js";

interface Toned {
  readonly letter: string;
  /** Sắc and nặng, the only tones of syllables that end in c, ch, p or t. */
  readonly isShort: boolean;
}

const TONES = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const SHORT_TONES = new Set(["\u0301", "\u0323"]);
const VOWELS = "aăâeêioôơuưy";
const TONED: ReadonlyMap<string, Toned> = new Map(
  [...VOWELS].flatMap((letter) =>
    TONES.map((tone) => [(letter + tone).normalize("NFC"), { letter, isShort: SHORT_TONES.has(tone) }] as const),
  ),
);

const FRONT_VOWELS = "eêiy";
const STOPPED = /(?:c|ch|p|t)$/;
const VOWELS_AT_START = new RegExp(`^[${VOWELS}]+`);
/** The tone stands on the last of these where a syllable has one; else on ư. */
const MARKED = /[ăâêôơ](?!.*[ăâêôơ])/;
/** Open rhymes whose tone is met on either letter: «hòa» and «hoà», «thúy» and «thuý». */
const EITHER_PLACE = new Set(["oa", "oe", "uy"]);
const TONE_PLACES: ReadonlyMap<string, readonly number[]> = new Map(
  [...RHYMES].map((rhyme) => [rhyme, tonePlaces(rhyme)] as const),
);

/**
 * True for a word of two letters or more that is one syllable: an onset and a rhyme of the closed sets that go together, at
 * most one tone, on the right vowel. Capitals are the same as small letters.
 */
export function isSyllable(word: string): boolean {
  if (word.length < 2) return false;
  let bare = "";
  let tone: Toned | undefined;
  let toneAt = -1;
  for (const letter of word.toLowerCase()) {
    const toned = TONED.get(letter);
    if (toned !== undefined) {
      if (tone !== undefined) return false;
      tone = toned;
      toneAt = bare.length;
    }
    bare += toned === undefined ? letter : toned.letter;
  }
  for (let length = Math.min(3, bare.length - 1); length >= 0; length--) {
    const onset = bare.slice(0, length);
    const rhyme = bare.slice(length);
    const places = TONE_PLACES.get(rhyme);
    if (places === undefined || !ONSETS.has(onset) || !goTogether(onset, rhyme)) continue;
    if (STOPPED.test(rhyme) && tone?.isShort !== true) continue;
    if (tone === undefined || places.includes(toneAt - length)) return true;
  }
  return false;
}

/** Spelling of onsets before front vowels; what follows qu and gi; rhymes that need an onset, or none. */
function goTogether(onset: string, rhyme: string): boolean {
  const first = rhyme.charAt(0);
  const isFront = FRONT_VOWELS.includes(first);
  switch (onset) {
    case "k":
    case "gh":
    case "ngh":
      return isFront && !isLongY(rhyme);
    case "c":
    case "ng":
      return !isFront;
    case "g":
      return !isFront || (first === "i" && rhyme !== "ia");
    case "gi":
      return first !== "i" && first !== "y";
    case "qu":
      return first !== "o" && first !== "u" && first !== "ư";
    case "":
      return !rhyme.startsWith("iê") && (!isLongY(rhyme) || rhyme.startsWith("yê"));
    default:
      return !isLongY(rhyme);
  }
}

/** Rhymes that begin with y and go on: after qu («quỳnh»), or with yê at the beginning of a word («yên»). */
function isLongY(rhyme: string): boolean {
  return rhyme.length > 1 && rhyme.startsWith("y");
}

/** Where the tone may stand in a rhyme, from 0. */
function tonePlaces(rhyme: string): readonly number[] {
  const marked = MARKED.exec(rhyme);
  if (marked !== null) return [marked.index];
  if (rhyme.includes("ư")) return [rhyme.indexOf("ư")];
  if (EITHER_PLACE.has(rhyme)) return [0, 1];
  const vowels = at(VOWELS_AT_START.exec(rhyme) ?? [""], 0).length;
  if (vowels < rhyme.length) return [vowels - 1];
  return vowels === 3 ? [1] : [0];
}
