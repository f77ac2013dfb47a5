// Parts of what a run says, one blank line between them.

/** The parts that say something, in order. */
export function sections(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
