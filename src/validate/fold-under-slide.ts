// One cause, one finding: where the columns of a sheet have slid, words that came to stand among figures follow from that.

import type { FindingDraft } from "../model/finding.js";
import { groupBy } from "../model/group-by.js";

const SLID = "lệch cột";
/** So many cells of a column that fail alike are no slips of the pen. */
const LEAST_CELLS = 3;

/**
 * Cells of one column that could not be read, all in the same way, follow from the finding that the figures of their
 * sheet have slid. Fewer of them stay on their own, and so does what others follow from.
 */
export function foldUnderSlide(drafts: readonly FindingDraft[]): readonly FindingDraft[] {
  const slides = new Map(
    drafts.flatMap((draft) =>
      draft.variant === SLID && draft.cause === undefined ? [[draft.place.sheet, draft]] : [],
    ),
  );
  if (slides.size === 0) return drafts;
  const causes = new Set(drafts.map(({ cause }) => cause));
  const open = drafts.filter((draft) => isOpenCell(draft) && !causes.has(draft) && slides.has(draft.place.sheet));
  const alike = groupBy(open, ({ code, place }) => `${code} ${place.cell?.column} ${place.sheet}`);
  const follows = new Set([...alike.values()].filter(({ length }) => length >= LEAST_CELLS).flat());
  return drafts.map((draft) => {
    const cause = follows.has(draft) ? slides.get(draft.place.sheet) : undefined;
    return cause === undefined ? draft : { ...draft, cause };
  });
}

/** What reading a cell gave, not what a rule said of it. */
function isOpenCell({ rule, cause, place, variant }: FindingDraft): boolean {
  return rule === undefined && cause === undefined && place.cell !== undefined && variant !== SLID;
}
