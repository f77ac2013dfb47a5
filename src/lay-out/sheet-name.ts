// Sheet names within Excel's rules: at most 31 characters, none of \ / ? * [ ] :, no two alike.

const LONGEST = 31;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a name must not hold
const FORBIDDEN = /[\\/?*[\]:\u0000-\u001f\u007f]/g;
/** Quotes and spaces at the ends, and half a character that cutting may leave. */
const LOOSE_ENDS = /^['\s]+|['\s\ud800-\udbff]+$/g;

/**
 * A name that Excel takes, different from those in `taken` (capitals do not count): forbidden characters become «-»,
 * a name too long is cut, a second one gets a number.
 */
export function sheetName(name: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((other) => other.toLowerCase()));
  const plain = name.replace(FORBIDDEN, "-").replace(LOOSE_ENDS, "");
  const base = plain === "" ? "Trang" : plain;
  for (let count = 1; ; count += 1) {
    const tail = count === 1 ? "" : ` (${count})`;
    const candidate = base.slice(0, LONGEST - tail.length).replace(LOOSE_ENDS, "") + tail;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
}
