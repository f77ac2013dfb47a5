// Every kind of entry comes back from its line as it was; what is no entry hides nothing.

import { describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../src/ledger/entry.js";
import { parseEntry, printEntry } from "../../src/ledger/entry-line.js";
import { ledgerFile, periodFolder, readLedgerFile } from "../../src/ledger/ledger-file.js";

const when = { moment: "2022-12-05T02:00:00.000Z", period: "2022" };
const stated = { ...when, unit: "45@2022-10-01", unitName: "Tỉnh Quảng Trị", have: 1, due: 2 };
const totals = new Map([
  ["HV01", 2234],
  ["R01", 0.2644],
]);
const ENTRIES: readonly LedgerEntry[] = [
  {
    kind: "file",
    ...when,
    sha256: "ab",
    path: 'bai-nop/xã "A".xlsx',
    unit: "19432@2022-10-01",
    unitName: "Thị trấn Lao Bảo",
    revision: 2,
    saved: "2022-12-01T05:00:00.000Z",
    state: "superseded",
    errors: 3,
    replaces: "cd",
  },
  {
    kind: "lock",
    ...stated,
    totals,
    by: "Nguyễn An",
    counted: [{ unit: "19432@2022-10-01", sha256: "ab", revision: 2 }],
  },
  { kind: "total", ...stated, totals },
  { kind: "unlock", ...when, unit: "45@2022-10-01", by: "" },
  {
    kind: "answer",
    ...when,
    explanation: {
      question: { rule: "growth", unit: "19432@2022-10-01", period: "2022", field: "HV01", value: "1.000 → 5.000" },
      text: "Sáp nhập hai chi hội",
      code: "V-H08",
      unitName: "Thị trấn Lao Bảo",
      message: "Tăng nhiều.",
    },
  },
  { kind: "name", ...when, parent: "45@2022-10-01", name: "Lao Bao", unit: "19432@2022-10-01", by: "An" },
];

describe("a line", () => {
  it.each(ENTRIES.map((entry) => [entry.kind, entry] as const))("of a %s is read as it was written", (_kind, entry) => {
    expect(parseEntry(printEntry(entry))).toEqual(entry);
    expect(printEntry(entry)).not.toContain("\n");
  });

  it.each(["", "{", "[1]", "null", '{"việc":"tệp"}', '{"lúc":"2022","việc":"việc mới"}'])(
    "that is none gives none: %s",
    (text) => expect(parseEntry(text)).toBeUndefined(),
  );
});

describe("a file of the ledger", () => {
  it("is named for its period, its moment and its bytes", () => {
    const { path, bytes } = ledgerFile("2019..2024", ENTRIES, when.moment);
    expect(path).toMatch(/^2019-den-2024\/20221205T020000Z-[0-9a-f]{16}\.jsonl$/);
    expect(readLedgerFile({ path, bytes })).toEqual({ entries: ENTRIES, fault: undefined });
    expect(ledgerFile("2019..2024", ENTRIES.slice(1), when.moment).path).not.toBe(path);
    expect(periodFolder("")).not.toBe("");
  });

  it("says when it was altered, and gives what can still be read", () => {
    const { path, bytes } = ledgerFile("2022", ENTRIES, when.moment);
    const text = Buffer.from(bytes).toString("utf8");
    const cut = readLedgerFile({ path, bytes: Buffer.from(text.slice(0, -9)) });
    expect([cut.fault, cut.entries]).toEqual(["altered", ENTRIES.slice(0, -1)]);
    const saved = readLedgerFile({ path, bytes: Buffer.from(text.replaceAll("\n", "\r\n")) });
    expect([saved.fault, saved.entries.length]).toEqual(["altered", ENTRIES.length]);
  });
});
