// Declarations (YAML, CSV) → Catalogue, the only way in. A wrong declaration is refused with file, line and reason.

import { createHash } from "node:crypto";
import type { Catalogue } from "../model/catalogue.js";
import { REMEMBERED_PATH } from "../model/remembered-name.js";
import { DIVISION_PATH } from "../model/split-key.js";
import { whenAsked } from "../model/when-asked.js";
import { checkCounts } from "./check-counts.js";
import type { DeclarationFile } from "./declaration-file.js";
import { loadFindingTexts } from "./load-finding-texts.js";
import { loadForms } from "./load-forms.js";
import { indicatorOf, loadIndicators } from "./load-indicators.js";
import { loadRegister } from "./load-register.js";
import { loadReports } from "./load-reports.js";
import { loadRules } from "./load-rules.js";
import { loadScoresheets } from "./load-scoresheets.js";
import { loadTargets } from "./load-targets.js";
import { refuse } from "./refuse.js";

export type { DeclarationFile } from "./declaration-file.js";

const FOLDERS = [
  "indicators",
  "forms",
  "findings",
  "rules",
  "units",
  "groupings",
  "targets",
  "scoresheets",
  "reports",
  "english",
] as const;
type Folder = (typeof FOLDERS)[number];
/** What reports speak of, and they themselves. */
const REPORTED = ["indicators", "forms", "scoresheets", "reports"] as const satisfies readonly Folder[];
type UnitList = "units" | "successions" | "associations" | "remembered" | "divisions";
const UNIT_LISTS = new Map<string, UnitList>([
  ["units/units.csv", "units"],
  ["units/successions.csv", "successions"],
  ["units/to-chuc-hoi.csv", "associations"],
  [REMEMBERED_PATH, "remembered"],
  [DIVISION_PATH, "divisions"],
]);
type Shelf = Readonly<Record<Folder, readonly DeclarationFile[]>>;

/**
 * Loads the shipped declarations, then an office's own on top: an entry with a known id replaces, a new id adds.
 * The folder of a file tells its kind; files are taken in the order of their paths.
 *
 * @throws UsageError `declaration`, with file, line, reason and what is allowed
 */
export function loadCatalogue(shipped: readonly DeclarationFile[], own: readonly DeclarationFile[]): Catalogue {
  const [ours, theirs] = [shelve(shipped), shelve(own)];
  const both = (folder: Folder) => [...ours[folder], ...theirs[folder]];
  const declaredIndicators = loadIndicators(ours.indicators, theirs.indicators);
  const indicators = new Map(Array.from(declaredIndicators, ([code, { value }]) => [code, indicatorOf(value)]));
  const forms = loadForms(ours.forms, theirs.forms, indicators);
  checkCounts(declaredIndicators, forms);
  const findingTexts = loadFindingTexts(ours.findings, theirs.findings);
  const rules = loadRules(both("rules"), { indicators, forms, findingTexts });
  const registerFiles = { ...unitLists(both("units")), groupings: both("groupings") };
  const isOwnLinks = unitLists(theirs.units).successions.length > 0;
  const register = loadRegister(registerFiles, isOwnLinks ? "at-once" : "when-asked");
  const targets = loadTargets(ours.targets, theirs.targets, { indicators, register });
  const scoresheets = loadScoresheets(ours.scoresheets, theirs.scoresheets, { indicators, forms });
  const reports = whenAsked(() => loadReports(ours.reports, theirs.reports, { indicators, forms, scoresheets }));
  // Shipped reports over shipped declarations are held to be right by the tests.
  if (REPORTED.some((folder) => theirs[folder].length > 0)) reports();
  return {
    indicators,
    forms,
    findingTexts,
    rules,
    register,
    targets,
    scoresheets,
    get reports() {
      return reports();
    },
    files: checksums(shipped, own),
  };
}

/** The register's lists, by the names of their files. */
function unitLists(files: readonly DeclarationFile[]): Readonly<Record<UnitList, readonly DeclarationFile[]>> {
  const lists: Record<UnitList, DeclarationFile[]> = {
    units: [],
    successions: [],
    associations: [],
    remembered: [],
    divisions: [],
  };
  for (const file of files) {
    const list = UNIT_LISTS.get(file.path);
    if (list !== undefined) lists[list].push(file);
    else refuse(file, 1, "không rõ tệp này ghi gì.", `Đặt tên tệp là một trong: ${[...UNIT_LISTS.keys()].join(", ")}.`);
  }
  return lists;
}

function shelve(files: readonly DeclarationFile[]): Shelf {
  const shelf: Record<Folder, DeclarationFile[]> = {
    indicators: [],
    forms: [],
    findings: [],
    rules: [],
    units: [],
    groupings: [],
    targets: [],
    scoresheets: [],
    reports: [],
    english: [],
  };
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const file of inOrder) {
    const folder = FOLDERS.find((name) => file.path.startsWith(`${name}/`));
    if (folder !== undefined) shelf[folder].push(file);
    else if (/\.(?:ya?ml|csv)$/.test(file.path)) {
      refuse(file, 1, "không rõ tệp này khai báo gì.", `Đặt tệp vào một trong các thư mục: ${FOLDERS.join(", ")}.`);
    }
  }
  return shelf;
}

/** SHA-256 of each text: shipped files by their path below the catalogue, own ones by the path they are shown with. */
function checksums(shipped: readonly DeclarationFile[], own: readonly DeclarationFile[]): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const file of shipped) sums.set(file.path, checksum(file.text));
  for (const file of own) sums.set(file.shownPath, checksum(file.text));
  return sums;
}

function checksum(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
