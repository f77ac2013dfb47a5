// Does a text read as Vietnamese? Words with marked letters are held against the way syllables are built. A plain test,
// enough to tell one 8-bit encoding from another; it decides nothing about a single word.

const ONSET = "(?:ngh?|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?";
/** Vowels of a syllable without their tones. */
const VOWELS =
  "(?:iê[u]?|yê[u]?|uô[i]?|ươ[iu]?|oa[iyo]?|oe[o]?|oă|uâ[y]?|uê|uơ|uy[aêu]?|ia|ya|ua|ưa|iu|ui|ưi|ưu|oi|ôi|ơi|a[iouy]|â[uy]|e[o]|êu|oo|[aăâeêioôơuưy])";
const CODA = "(?:ch|ng|nh|[cmnpt])?";
const SYLLABLE = new RegExp(`^${ONSET}${VOWELS}${CODA}$`, "u");
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Syllables that end in a stop have sắc or nặng only. */
const STOPPED = /(?:ch|[cpt])$/u;
const WORD = /[\p{L}\p{M}\u00ad]*[^\p{ASCII}][\p{L}\p{M}\u00ad]*/gu;
const LONGEST_SAMPLE = 65_536;

/** Share of the words with marked letters that are built like Vietnamese syllables, 0–1; undefined where there are none. */
export function vietnameseShare(text: string): number | undefined {
  let words = 0;
  let good = 0;
  for (const [word] of text.slice(0, LONGEST_SAMPLE).matchAll(WORD)) {
    if (!/\p{L}/u.test(word)) continue;
    words++;
    if (isSyllable(word.toLowerCase())) good++;
  }
  return words === 0 ? undefined : good / words;
}

function isSyllable(word: string): boolean {
  const spread = word.normalize("NFD");
  const tones = spread.match(TONES) ?? [];
  const bare = spread.replace(TONES, "").normalize("NFC");
  if (tones.length > 1 || !SYLLABLE.test(bare)) return false;
  return !STOPPED.test(bare) || tones[0] === "\u0301" || tones[0] === "\u0323";
}
