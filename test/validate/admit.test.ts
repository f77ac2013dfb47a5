// Which submissions are counted.

import { describe, expect, it } from "vitest";
import type { FindingDraft } from "../../src/model/finding.js";
import type { Period } from "../../src/model/period.js";
import { createRegister } from "../../src/model/register.js";
import type { Submission } from "../../src/model/submission.js";
import type { Grouping } from "../../src/model/unit.js";
import { type AdmitRequest, admit, type ReceivedFile } from "../../src/validate/admit.js";
import { HUONG_PHUNG, submissionWith } from "../kit/submission.js";

const YEAR: Period = { kind: "year", year: 2025 };
const KHE_SANH = { ...HUONG_PHUNG, key: "19360@2025-07-01", code: "19360", name: "Xã Khe Sanh" } as const;

const CLUSTER: Grouping = {
  id: "cum-4",
  name: "Cụm thi đua số 4",
  level: "province",
  from: undefined,
  until: undefined,
  members: [],
  leader: undefined,
  source: "",
};
const REGISTER = createRegister({ units: [], successions: [], groupings: [CLUSTER], associations: [] });

function received(path: string, changes: Partial<Submission> = {}, more: Partial<ReceivedFile> = {}): ReceivedFile {
  const submission = submissionWith([], changes);
  const unit = submission.unit?.key;
  return {
    path,
    file: { path, sha256: path },
    modified: undefined,
    submission,
    isIgnored: false,
    forms: ["BM00", "BM01"],
    contributions: unit === undefined ? [] : [{ unit }],
    findings: [],
    ...more,
  };
}

function draft(code: string, file: string): FindingDraft {
  return { code, place: { file }, values: new Map() };
}

function admitted(files: readonly ReceivedFile[], asked: Partial<AdmitRequest["request"]> = {}) {
  const request = { period: YEAR, latest: false, provisional: false, ...asked };
  const severityOf = ({ code }: FindingDraft) => (code.startsWith("V-K1") ? "error" : "query");
  const { verdicts, counted, findings } = admit({ files, request, catalogue: { register: REGISTER }, severityOf });
  return { verdicts, counted, found: findings.map((one) => [one.code, one.place.file]), findings };
}

describe("admit", () => {
  it("accepts what has no error, returns what has one", () => {
    const asked = received("b.xlsx", { unit: KHE_SANH }, { findings: [draft("V-H02", "b.xlsx")] });
    const faulty = received("c.xlsx", {}, { findings: [draft("V-K12", "c.xlsx")] });
    expect(admitted([asked, faulty]).verdicts).toEqual(["accepted", "returned"]);
  });

  it("returns a submission whose unit or period is not known", () => {
    const files = [received("a.xlsx", { unit: undefined }), received("b.xlsx", { period: undefined })];
    expect(admitted(files).verdicts).toEqual(["returned", "returned"]);
  });

  it("tells unreadable files from lock files", () => {
    const none = { submission: undefined, contributions: [] };
    const files = [received("a.xlsx", {}, none), received("~$b.xlsx", {}, { ...none, isIgnored: true })];
    expect(admitted(files).verdicts).toEqual(["unreadable", "ignored"]);
  });

  it("counts equal bytes once, the first path, whatever the order, without a finding", () => {
    const twin = { file: { path: "", sha256: "b5" } };
    const files = [received("nop/z.xlsx", {}, twin), received("nop/a.xlsx", {}, twin)];
    expect(admitted(files)).toMatchObject({ verdicts: ["duplicate", "accepted"], found: [] });
  });

  it("does not take files without a checksum for copies of one another", () => {
    const unread = { file: { path: "", sha256: "" }, submission: undefined };
    expect(admitted([received("a.xlsx", {}, unread), received("b.xlsx", {}, unread)]).verdicts).toEqual([
      "unreadable",
      "unreadable",
    ]);
  });

  it("ignores another period and says which", () => {
    const old = received("a.xlsx", { period: { kind: "quarter", year: 2024, quarter: 4 } });
    const { verdicts, findings } = admitted([old]);
    expect(verdicts).toEqual(["ignored"]);
    expect(Object.fromEntries(findings[0]?.values ?? [])).toEqual({
      tệp: "a.xlsx",
      a: "quý IV năm 2024",
      b: "năm 2025",
    });
    expect(admitted([old], { period: undefined }).verdicts).toEqual(["accepted"]);
  });

  it("lets a higher «lần nộp» replace the others, even when it has errors itself", () => {
    const first = received("a.xlsx");
    const second = received("b.xlsx", { revision: 2 });
    expect(admitted([first, second])).toMatchObject({ verdicts: ["superseded", "accepted"], found: [] });
    const faulty = { ...second, findings: [draft("V-K12", "b.xlsx")] };
    expect(admitted([first, faulty]).verdicts).toEqual(["superseded", "returned"]);
  });

  it("returns two different files of one unit and period, naming both on each", () => {
    const { verdicts, found, findings } = admitted([
      received("a.xlsx"),
      received("b.xlsx"),
      received("c.xlsx", { unit: KHE_SANH }),
    ]);
    expect(verdicts).toEqual(["returned", "returned", "accepted"]);
    expect(found).toEqual([
      ["V-K14", "a.xlsx"],
      ["V-K14", "b.xlsx"],
    ]);
    expect(Object.fromEntries(findings[0]?.values ?? [])).toEqual({
      k: "2",
      "đơn vị": "Xã Hướng Phùng",
      kỳ: "năm 2025",
      ds: "a.xlsx, b.xlsx",
    });
  });

  it("returns two files of the same highest «lần nộp» and sets the older one aside", () => {
    const files = [received("a.xlsx"), received("b.xlsx", { revision: 2 }), received("c.xlsx", { revision: 2 })];
    expect(admitted(files).verdicts).toEqual(["superseded", "returned", "returned"]);
  });

  it("does not let a later file without the earlier one's forms replace it unseen", () => {
    const part = received("b.xlsx", { revision: 2 }, { forms: ["BM00", "BM02"] });
    expect(admitted([received("a.xlsx"), part]).verdicts).toEqual(["returned", "returned"]);
  });

  it("takes the file changed last where asked to, then the last path", () => {
    const files = [
      received("a.xlsx", {}, { modified: "2026-01-09T08:00:00Z" }),
      received("b.xlsx", {}, { modified: "2026-01-07T08:00:00Z" }),
    ];
    expect(admitted(files, { latest: true })).toMatchObject({ verdicts: ["accepted", "superseded"], found: [] });
    const undated = [received("a.xlsx"), received("b.xlsx")];
    expect(admitted(undated, { latest: true }).verdicts).toEqual(["superseded", "accepted"]);
  });

  it("never puts the files of two periods against each other", () => {
    const files = [received("a.xlsx"), received("b.xlsx", { period: { kind: "year", year: 2024 } })];
    expect(admitted(files, { period: undefined }).verdicts).toEqual(["accepted", "accepted"]);
  });

  it("returns a cluster's workbook and the own workbook of one of its members", () => {
    const members = [{ unit: HUONG_PHUNG.key }, { unit: KHE_SANH.key }];
    const cluster = received("cum.xlsx", { unit: undefined, grouping: "cum-4" }, { contributions: members });
    const { verdicts, found } = admitted([cluster, received("a.xlsx")]);
    expect(verdicts).toEqual(["returned", "returned"]);
    expect(found).toEqual([
      ["V-K14", "cum.xlsx"],
      ["V-K14", "a.xlsx"],
    ]);
    expect(admitted([cluster]).verdicts).toEqual(["accepted"]);
  });

  it("counts accepted files; provisionally returned ones too, but never two that contradict one another", () => {
    const faulty = received("c.xlsx", { unit: KHE_SANH }, { findings: [draft("V-K12", "c.xlsx")] });
    const files = [received("a.xlsx"), received("b.xlsx"), faulty];
    expect(admitted(files).counted).toEqual([false, false, false]);
    expect(admitted(files, { provisional: true }).counted).toEqual([false, false, true]);
    expect(admitted(files.slice(1)).counted).toEqual([true, false]);
  });

  it("calls a cluster by its name", () => {
    const twice = ["a.xlsx", "b.xlsx"].map((path) => received(path, { unit: undefined, grouping: "cum-4" }));
    expect(admitted(twice).findings[0]?.values.get("đơn vị")).toBe("Cụm thi đua số 4");
  });
});
