// Where results about single files go below the folder of results: under the names their files have, and nowhere else.

/** Characters that no name may have on some system, and names that Windows keeps for itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a name must not hold
const FORBIDDEN = /[<>:"|?*\\\u0000-\u001f]/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name below the folder of results for each path: without the folders that all of them share, without steps up or drives.
 * Two that would be alike are told apart by a number.
 */
export function outputNames(paths: readonly string[]): ReadonlyMap<string, string> {
  const split = paths.map((path) => ({ path, steps: stepsOf(path) }));
  const shared = sharedFolders(split.map(({ steps }) => steps));
  const taken = new Set<string>();
  return new Map(
    split.map(({ path, steps }) => {
      const name = steps.slice(shared).join("/");
      return [path, freeName(name === "" ? "tep" : name, taken)];
    }),
  );
}

/** The name with another ending: `xa/bc.csv` → `xa/bc - loi can sua.xlsx`. */
export function renamed(name: string, tail: string): string {
  const dot = name.lastIndexOf(".");
  return (dot > name.lastIndexOf("/") + 1 ? name.slice(0, dot) : name) + tail;
}

function stepsOf(path: string): readonly string[] {
  return path
    .split("/")
    .map((step) =>
      step
        .replace(FORBIDDEN, "-")
        .replace(/[. ]+$/, "")
        .trimStart(),
    )
    .filter((step) => step !== "")
    .map((step) => (RESERVED.test(step) ? `_${step}` : step));
}

/** How many folders all paths have in common at their beginning. */
function sharedFolders(all: readonly (readonly string[])[]): number {
  const [first = []] = all;
  let shared = Math.max(0, Math.min(...all.map((steps) => steps.length)) - 1);
  for (const steps of all) {
    const differs = steps.findIndex((step, index) => step !== first[index]);
    if (differs >= 0) shared = Math.min(shared, differs);
  }
  return shared;
}

function freeName(name: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : renamed(name, ` (${number})${/\.[^./]+$/.exec(name)?.[0] ?? ""}`);
    const key = candidate.normalize("NFC").toLowerCase();
    if (taken.has(key)) continue;
    taken.add(key);
    return candidate;
  }
}
