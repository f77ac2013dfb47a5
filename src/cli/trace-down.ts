// From a printed cell down to the files, and on into the manifests of those files that were outputs themselves.

import type { Manifest } from "../trace/open-manifest.js";
import type { TracedFact, TracedTotal } from "../trace/trace-cell.js";
import { filesUnder, traceCell } from "../trace/trace-cell.js";
import type { Env } from "./env.js";
import { createFindAgain, type FindAgain, type FoundAgain } from "./find-again.js";
import { manifestBeside } from "./open-output.js";

export interface TracedDown {
  readonly total: TracedTotal;
  /** Every file the figure rests on, in the order of the manifests. */
  readonly links: readonly FoundAgain[];
  /** What the cells of a file were made from, where that file has a manifest of its own. */
  readonly below: ReadonlyMap<TracedFact, readonly TracedDown[]>;
}

/** Follows `total`, which stands in the manifest of `output`. */
export async function traceDown(
  total: TracedTotal,
  at: { readonly manifest: Manifest; readonly output: string },
  env: Env,
): Promise<TracedDown> {
  const links = await findFiles(total, at.manifest, createFindAgain(at.output, env));
  const opened = new Map<number, { readonly manifest: Manifest; readonly output: string }>();
  for (const [index, { path, state }] of links) {
    const manifest = path === undefined || state !== "intact" ? undefined : await manifestBeside(path, env);
    if (
      manifest !== undefined &&
      path !== undefined &&
      manifest.head.output.sha256 === at.manifest.head.files[index]?.sha256
    ) {
      opened.set(index, { manifest, output: path });
    }
  }
  const below = new Map<TracedFact, readonly TracedDown[]>();
  for (const fact of factsUnder(total)) {
    const source = fact.file === undefined ? undefined : opened.get(fact.file.index);
    if (source === undefined) continue;
    const totals = fact.sources.flatMap(({ sheet, content }) =>
      content.how === "added"
        ? content.cells().flatMap((cell) => traceCell(source.manifest, sheet, cell.address) ?? [])
        : [],
    );
    const followed: TracedDown[] = [];
    for (const one of totals) followed.push(await traceDown(one, source, env));
    below.set(fact, followed);
  }
  return { total, links: [...links.values()], below };
}

async function findFiles(
  total: TracedTotal,
  { head }: Manifest,
  findAgain: FindAgain,
): Promise<ReadonlyMap<number, FoundAgain>> {
  const links = new Map<number, FoundAgain>();
  for (const index of filesUnder(total)) {
    const file = head.files[index];
    if (file !== undefined) links.set(index, await findAgain(file));
  }
  return links;
}

function factsUnder({ parts, facts }: TracedTotal): readonly TracedFact[] {
  return [...facts, ...parts.flatMap(factsUnder)];
}

/** The files of a trace and of all that lies below it, each once. */
export function allLinks({ links, below }: TracedDown): readonly FoundAgain[] {
  const all = [...links, ...[...below.values()].flat().flatMap(allLinks)];
  return [...new Map(all.map((link) => [`${link.file.path}\0${link.file.sha256}`, link])).values()];
}
