// Headings that begin at a row, and the form they are. Workbooks of one collection share their layout, so what was found
// once is found again by comparing cells, without asking what any of them means.

import type { Grid } from "../model/grid.js";
import { type BandCells, bandCells, hasCells, hasMerges } from "./band-cells.js";
import { chooseForm, type Surroundings } from "./choose-form.js";
import { bandForms } from "./further-forms.js";
import { bandAt, type FoundBand, type HeadingBand, isNear, isWholeBand } from "./heading-band.js";
import type { Candidate } from "./heading-candidates.js";
import type { ReadHeadings } from "./read-headings.js";
import type { TextHints } from "./text-hints.js";
import { namesRowsTwice, withTwinNames } from "./twin-names.js";

/** A heading band read as a form. */
export interface FoundHeadings {
  readonly band: HeadingBand;
  readonly candidate: Candidate;
  /** Further forms whose columns stand among the same headings. */
  readonly further: readonly Candidate[];
}

/** What is known beside the headings; asked only where they do not decide alone. */
export interface HeadingSurroundings {
  /** Title lines above a row of the sheet. */
  readonly textsAbove: (row: number) => readonly string[];
  readonly isCommune: Surroundings["isCommune"];
}

/** The headings that begin at a row, if any. */
export type FindHeadings = (grid: Grid, row: number, near: HeadingSurroundings) => FoundHeadings | undefined;

export interface FinderGiven {
  readonly hints: TextHints;
  readonly readHeadings: ReadHeadings;
}

/** Headings found before, with everything that finding them rested on beside the name of the sheet. */
interface Known {
  readonly headings: FoundHeadings;
  readonly found: FoundBand;
  readonly cells: BandCells;
  /** The level that was declared; «unasked» where nothing depended on it. */
  readonly isCommune: boolean | undefined | "unasked";
}

const KEPT_NAMES = 200;
const KEPT_PER_NAME = 8;

/** A finder that keeps the layouts it met, by the name of their sheet. */
export function createHeadingFinder(given: FinderGiven): FindHeadings {
  const kept = new Map<string, readonly Known[]>();
  const keep = (name: string, known: Known, others: readonly Known[]): void => {
    if (kept.size >= KEPT_NAMES) kept.clear();
    kept.set(name, [known, ...others.slice(0, KEPT_PER_NAME - 1)]);
  };
  return (grid, row, near) => {
    const all = kept.get(grid.name);
    if (all !== undefined) {
      for (const known of all) {
        if (known.found.row === row && isHere(known, grid, near) && isWholeBand(grid, known.found, given.hints)) {
          return known.headings;
        }
      }
    }
    return findAnew(grid, row, { near, given, keep: (known) => keep(grid.name, known, all ?? []) });
  };
}

/** True where the sheet has the very cells and merges of known headings, and the level that they depend on. */
function isHere({ found, cells, isCommune }: Known, grid: Grid, near: HeadingSurroundings): boolean {
  if (cells.bottom > grid.rowCount || !hasCells(grid, cells)) return false;
  if (!hasMerges(grid, found.near, (merge) => isNear(merge, found.row))) return false;
  return isCommune === "unasked" || isCommune === near.isCommune();
}

interface Search {
  readonly near: HeadingSurroundings;
  readonly given: FinderGiven;
  readonly keep: (known: Known) => void;
}

/** Finds headings by what their texts mean. What depended on title lines or rows, which differ from file to file, is not kept. */
function findAnew(grid: Grid, row: number, { near, given, keep }: Search): FoundHeadings | undefined {
  const found = bandAt(grid, row, given.hints);
  if (found === undefined) return undefined;
  const { band } = found;
  let isCommune: Known["isCommune"] = "unasked";
  let isTitleAsked = false;
  const read = given.readHeadings(grid, band);
  const isNamedTwice = read.candidates.some(namesRowsTwice);
  const reading = isNamedTwice ? withTwinNames(grid, read) : read;
  const candidate = chooseForm(reading, {
    sheetName: grid.name,
    titleTexts: () => {
      isTitleAsked = true;
      return near.textsAbove(band.top);
    },
    isCommune: () => {
      isCommune = near.isCommune();
      return isCommune;
    },
  });
  if (candidate === undefined) return undefined;
  const { best, further } = bandForms(candidate, reading.candidates);
  const headings = { band, candidate: best, further };
  const isKept = !isTitleAsked && !isNamedTwice && isWholeBand(grid, found, given.hints);
  if (isKept) keep({ headings, found, cells: bandCells(grid, band.top, band.bottom), isCommune });
  return headings;
}
