// What a secretary may be shown: Vietnamese sentences, no trace of the machine underneath.

import { expect } from "vitest";
import type { CliRun } from "./run-cli.js";

/** Words and shapes that come from a library or a fault of ours, never from the catalogue of messages. */
const FOREIGN = [
  /\n\s+at \S+/,
  /\b[A-Z][a-zA-Z]*(?:Error|Exception)\b/,
  /\bE(?:NOENT|ACCES|ISDIR|NOTDIR|EXIST|PERM|BUSY|NOSPC|ROFS)\b/,
  /\b(?:undefined|null|NaN|\[object)\b/,
  /\b(?:error|unknown|invalid|missing|cannot|failed|expected|argument|command|usage|the|not|with)\b/i,
];

/** The run said something, in Vietnamese; `--json` answers are for machines and are not meant. */
export function expectVietnamese({ out, err }: CliRun): void {
  const said = withoutCode(`${out}\n${err}`);
  expect(said).toMatch(/[ạảấầậắặẹẻếềệịỉọốồộớờợụủứừựỳỵđơư]/);
  for (const shape of FOREIGN) expect(said).not.toMatch(shape);
}

/** Without what is typed as it stands: options, words of declarations, paths, names of files. */
function withoutCode(text: string): string {
  return text.replace(
    /(?<![\p{L}\d])--?[a-z][a-z-]*|\b[a-z]+(?:-[a-z]+)+\b|\S*[\\/.]\S*|\b(?:error|query|note)\b(?= \()/gu,
    "",
  );
}
