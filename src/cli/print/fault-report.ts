// What is said when the program itself is at fault: enough to find the place in its code, nothing of what was in the
// files. No figure, no name of a person, unit, file or folder gets into it.

import { COMMANDS } from "../command-table.js";
import { OPTIONS } from "../options.js";

export interface FaultSetting {
  readonly version: string;
  /** Node and system: «v20.20.2 linux x64». */
  readonly machine: string;
  /** The words of the command line. */
  readonly argv: readonly string[];
}

/** Several lines: version, machine, the names of command and options, and the fault with its places in the program. */
export function faultReport(fault: unknown, { version, machine, argv }: FaultSetting): string {
  const error = fault instanceof Error ? fault : new Error(String(fault));
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [
    `khuyenhoc ${version}, ${machine}`,
    `lệnh: ${knownWords(argv).join(" ") || "(không có)"}`,
    `${error.name}: ${withoutContents(error.message)}`,
    ...frames.map(inProgram),
  ].join("\n");
}

/** Command and option names; what was typed beside them is left out. */
function knownWords(argv: readonly string[]): readonly string[] {
  const names = new Set<string>(Object.keys(COMMANDS));
  for (const { alias } of Object.values(COMMANDS)) names.add(alias);
  for (const { flags } of OPTIONS) names.add(flags.split(" ")[0] ?? "");
  return argv.map((word) => word.split("=")[0] ?? "").filter((word) => names.has(word));
}

/** A message with everything that may have come from a file made unreadable: quotations, paths, figures, Vietnamese. */
function withoutContents(message: string): string {
  return message
    .replace(/«[^»]*»|"[^"]*"|'[^']*'|`[^`]*`/g, "…")
    .replace(/\S*[\\/]\S*/g, "…")
    .replace(/\S*[^\p{ASCII}…]\S*/gu, "…")
    .replace(/\d+/g, "#")
    .replace(/…(?:\s+…)+/g, "…");
}

/** A line of the trace with its place below the program's own folder, or below a package. */
function inProgram(line: string): string {
  return line.replace(/\(?(?:file:\/\/)?[^\s()]*?((?:node_modules|dist|src|test)\/[^()]*)\)?$/, "($1)");
}
