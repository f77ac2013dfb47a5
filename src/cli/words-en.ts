// The terminal's words in English, for --lang en. Names of sheets and columns stay as they stand in the workbooks.

import { assertNever } from "../model/outcome.js";
import type { Period } from "../model/period.js";
import type { Words } from "./words.js";

const SHOWN = 5;

export const ENGLISH: Words = {
  verdicts: {
    accepted: "accepted",
    returned: "returned",
    duplicate: "copies",
    superseded: "superseded",
    unreadable: "unreadable",
    ignored: "passed over",
  },
  severities: { error: "errors", query: "to be explained", answered: "explained", note: "notes" },
  counts: (files, verdicts, findings) => `Files: ${files} (${verdicts}). ${findings}`,
  noFindings: "No faults.",
  subject: (unit, period, asOf, standing) => {
    const shown = standing === undefined ? "" : { estimate: ", estimates", final: ", final figures" }[standing];
    return `${unit} — ${periodInEnglish(period)}, figures up to ${asOf}${shown}`;
  },
  provisional: "PROVISIONAL: figures of returned reports are included.",
  covered: (received, due) => `Figures of ${received}/${due} direct units are in.`,
  returnedFiles: "Files that are returned or unreadable:",
  moreFiles: (count) => `and ${count} other files`,
  instead: (path, other) => `${path} (${other} is taken)`,
  copies: (files) => `Copies of another file, counted once: ${listed(files)}.`,
  older: (files) => `A later one is there, not counted: ${listed(files)}.`,
  wholeRun: "The whole round",
  wholeRunOf: (period) => `The whole round of ${periodInEnglish(period)}`,
  withErrors: ", with errors that follow",
  follows: (message) => `Follows from it: ${message}`,
  moreFollow: (count) => `and ${count} others follow from it.`,
  hidden: (counts) => `Not shown, to keep this readable: ${counts}.`,
  howToSeeAll: "Add --all to see everything, --severity error to see errors alone, or check the files one by one.",
  progress: (work, done, total) =>
    `${{ reading: "Reading", receipts: "Writing receipts", marking: "Marking", forms: "Making" }[work]} ${done}/${total} files`,
  nothingAdded: "Nothing was added up: no file tells its unit and period.",
  wrote: (path) => `Written: ${path}`,
  wroteInto: (folder, { receipts, returns }) => {
    const parts = ["danh-sach-loi.xlsx (whom to call first)", "tin-nhan.txt (a message for the group)"];
    if (receipts !== "0") parts.push(`${receipts} receipts`);
    if (returns !== "0") parts.push(`${returns} files to send back, in tra-lai`);
    return `Written into ${folder}: ${parts.join(", ")}.`;
  },
  heldOpen: (path) => `The file «${path}» is open in another program and was not written over.`,
  notWritten: (path, reason) => `«${path}» could not be written: ${reason}`,
  chooseElsewhere: "Choose another place with --out, then run again.",
  writeReasons: new Map([
    ["EACCES", "there is no permission to write into this folder."],
    ["EPERM", "there is no permission to write into this folder."],
    ["ENOENT", "no file can be made there."],
    ["ENAMETOOLONG", "the name or path is too long."],
    ["EINVAL", "the name has a character that cannot be used."],
    ["EROFS", "the disk is read-only."],
    ["ENOSPC", "the disk is full."],
    ["ENOTDIR", "the path leads through a file, not a folder."],
    ["EISDIR", "this is a folder; --out needs the name of a file."],
    ["EEXIST", "the path leads through a file, not a folder."],
  ]),
  unknownReason: (code) => `the system says ${code === "" ? "nothing more" : code}.`,
  ledgerNotWritten: (folder, reason) =>
    `The ledger «${folder}» could not be written: ${reason} Other results are there; the next run completes the ledger.`,
  doubtfulLedger: (path, fault) => {
    const said = {
      altered: "was altered after it was written; the lines that can be read are used",
      unknown: "has lines that are not understood; the others are used",
      unreadable: "cannot be opened; what it says is not taken into account",
    }[fault];
    return `The ledger's file «${path}» ${said}.`;
  },
  closedTotal: (date, figures, others) =>
    `This period was closed on ${date}; totals have changed: ${figures.join("; ")}${others > 0 ? `; and ${others} other indicators` : ""}. The ledger keeps the old ones.`,
  next: (steps) => `Next: ${steps.join("; ")}.`,
  sendAgain: (count) => `ask for ${count} unreadable files again`,
  mend: (count) => `mend the errors in ${count} returned files (or send them back), then run this again`,
  otherPeriod: "no file is of this period, check --period and run again",
  seeErrors: "see the errors above, then run this again",
  explain: "prepare answers to what is to be explained above; those files are counted all the same",
  explainInSummary: "write the answers into the sheet «Lỗi và giải trình» of the summary",
  addUp: "run khuyenhoc aggregate to add up",
  passOn: "open the summary, look at the sheet «Độ phủ», then send it up",
};

function periodInEnglish(period: Period): string {
  switch (period.kind) {
    case "month":
      return `month ${period.month} of ${period.year}`;
    case "quarter":
      return `quarter ${period.quarter} of ${period.year}`;
    case "half":
      return `${period.half === 1 ? "first" : "second"} half of ${period.year}`;
    case "nine-months":
      return `first nine months of ${period.year}`;
    case "year":
      return `year ${period.year}`;
    case "span":
      return `years ${period.from}–${period.to}`;
    default:
      return assertNever(period);
  }
}

function listed(files: readonly string[]): string {
  const rest = files.length - SHOWN;
  return files.slice(0, SHOWN).join(", ") + (rest > 0 ? ` and ${rest} other files` : "");
}
