// What stands in different files of one run: totals of the official software in a file of their own, and members on the
// lists of several branches or communes. No word of a list is kept for it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sendBytes } from "../kit/invented-commune.js";
import { layoutBook } from "../kit/office-layouts.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();

type Lines = readonly (readonly string[])[];

function send(path: string, unit: readonly [code: string, name: string], table: Lines): string {
  const cover = [
    ["Mã đơn vị:", unit[0]],
    ["Tên đơn vị:", unit[1]],
    ["Kỳ báo cáo:", "Năm 2022"],
  ];
  const lines = [...cover, ["Ngày chốt số liệu:", "31/12/2022"], ...table];
  return sendBytes(folder, path, layoutBook({ sheet: "Trang 1", lines, merges: [] }));
}

interface Told {
  readonly code: string;
  readonly file: string;
  readonly cell: string;
  readonly message: string;
}

async function validate(path: string, ...options: readonly string[]) {
  const run = await runCli(["validate", join(folder, path), "--json", ...options]);
  const { findings, files, coverage } = JSON.parse(run.out);
  const told = (code: string): readonly Told[] => findings.filter((finding: Told) => finding.code === code);
  const verdicts: readonly string[] = files.map(({ verdict }: { verdict: string }) => verdict);
  return { told, verdicts, coverage, text: run.out };
}

const PROVINCE = ["45", "Tỉnh Quảng Trị"] as const;
const COMMUNE = ["19441", "Xã Hướng Phùng"] as const;
const TOWN = ["19432", "Thị trấn Lao Bảo"] as const;

const MODELS = [
  "Mã",
  "Tên đơn vị",
  "Công dân học tập: tổng số người lớn",
  "Công dân học tập: đăng ký",
  "Công dân học tập: công nhận",
];
const SOFTWARE = ["Mã đơn vị", "Tên đơn vị", "Đăng ký (phần mềm)", "Đạt (phần mềm)"];

describe("totals of the software in a file of their own", () => {
  it("are compared with what was reported, unit by unit, and both cells are told", async () => {
    send("pm/bao-cao.xlsx", PROVINCE, [
      MODELS,
      ["19441", "Xã Hướng Phùng", "4000", "2000", "1000"],
      [...TOWN, "6000", "3000", "2100"],
    ]);
    send("pm/phan-mem.xlsx", PROVINCE, [
      SOFTWARE,
      ["19441", "Xã Hướng Phùng", "2010", "1009"],
      [...TOWN, "3000", "2000"],
    ]);
    const { told, verdicts } = await validate("pm");
    expect(verdicts).toEqual(["accepted", "accepted"]);
    const found = told("V-M07");
    expect(found.map(({ file, cell }) => [file.endsWith("bao-cao.xlsx"), cell])).toEqual([[true, "E7"]]);
    expect(found[0]?.message).toContain("2.100");
    expect(found[0]?.message).toContain("2.000 (phan-mem.xlsx › Trang 1 › D7)");
  });

  it("make nobody a reporter, and two of them for one unit contradict each other", async () => {
    const table = [SOFTWARE, ["19441", "Xã Hướng Phùng", "2010", "1009"]];
    send("pm-hai/a.xlsx", PROVINCE, table);
    expect((await validate("pm-hai")).coverage.received).toBe(0);
    send("pm-hai/b.xlsx", PROVINCE, [...table, [...TOWN, "1", "1"]]);
    expect((await validate("pm-hai")).told("V-K14").length).toBe(2);
  });
});

const ROSTER = ["STT", "Số thẻ", "Họ và tên", "Ngày, năm sinh", "Chi hội"];
const NAMES = ["Hồ Văn Sáu", "Trần Thị Lài", "Phan Thị Thu Hương", "Lê Văn Tám"];

/** Beside those within one list. */
const isAcross = ({ message }: Told): boolean => message.includes(".xlsx");

describe("lists of members in several files", () => {
  const first = [
    ROSTER,
    ["1", "QT-001", "Hồ Văn Sáu", "12/03/1956", "Chi hội thôn 1"],
    ["2", "012", "Trần Thị Lài", "1948", "Chi hội thôn 1"],
    ["3", "", "Phan Thị Thu Hương", "20/11/1975", "Chi hội thôn 1"],
    ["4", "", "Lê Văn Tám", "05/02/1960", "Chi hội thôn 1"],
  ];
  const second = [
    ROSTER,
    ["1", "QT 001", "Ngô Thị Xuân", "12/03/1957", "Chi hội thôn 2"],
    ["2", "012", "Vũ Đình Hải", "12/03/1958", "Chi hội thôn 2"],
    ["3", "", "Ho Van Sau", "12/03/1956", "Chi hội thôn 2"],
    ["4", "", "Trần Thị Lài", "05/02/1948", "Chi hội thôn 2"],
    ["5", "", "Phan Thị Thu Hường", "20/11/1975", "Chi hội thôn 2"],
    ["6", "", "Phan Thị Thu Hươn", "20/11/1975", "Chi hội thôn 2"],
    ["7", "", "Phan Thị Thu Hằng", "20/11/1975", "Chi hội thôn 2"],
  ];

  it("of two branches are no conflict; cards and persons on both are asked about", async () => {
    send("chi-hoi/thon-1.xlsx", COMMUNE, first);
    send("chi-hoi/thon-2.xlsx", COMMUNE, second);
    const { told, verdicts, text } = await validate("chi-hoi");
    expect(verdicts).toEqual(["accepted", "accepted"]);
    expect(told("V-R01").map(({ message }) => message)).toEqual([
      "Danh sách hội viên: số thẻ ở dòng 6 cũng có ở thon-1.xlsx › Trang 1 › B6.",
    ]);
    expect(
      told("V-R02")
        .filter(isAcross)
        .map(({ cell }) => cell),
    ).toEqual(["B8", "B9", "B10", "B11"]);
    for (const name of NAMES) expect(text.normalize("NFC")).not.toContain(name);
  });

  it("of two communes: the same card, or the same name on the same day, marks apart; a shared year says nothing", async () => {
    send("xa/huong-phung.xlsx", COMMUNE, first);
    send("xa/lao-bao.xlsx", TOWN, second);
    const { told } = await validate("xa");
    expect(told("V-R01").map(({ cell }) => cell)).toEqual(["B6"]);
    expect(
      told("V-R02")
        .filter(isAcross)
        .map(({ cell }) => cell),
    ).toEqual(["B8", "B10"]);
  });

  it("leave no name in the memory of files read, and what is kept there finds them again", async () => {
    send("nho/bai/thon-1.xlsx", COMMUNE, first);
    send("nho/bai/thon-2.xlsx", COMMUNE, second);
    const config = sendBytes(folder, "nho/khuyenhoc.yaml", "bo-nho: bo-nho\n");
    const fresh = await validate("nho/bai", "--config", config);
    const again = await validate("nho/bai", "--config", config);
    expect(again.text).toBe(fresh.text);
    const kept = readdirSync(join(folder, "nho/bo-nho"), { recursive: true, withFileTypes: true });
    const files = kept.filter((one) => one.isFile()).map((one) => readFileSync(join(one.parentPath, one.name)));
    expect(files.length).toBe(2);
    for (const bytes of files) {
      for (const name of NAMES) {
        expect(bytes.includes(Buffer.from(name, "utf16le")) || bytes.includes(Buffer.from(name))).toBe(false);
      }
    }
  });
});

const BRANCHES = [
  "STT",
  "Mã",
  "Tên chi hội, ban",
  "Loại",
  "Hội viên đầu kỳ",
  "Mới kết nạp",
  "Giảm",
  "Hội viên cuối kỳ",
];

function branchRow(number: string, code: string, name: string, members: string): readonly string[] {
  return [number, code, name, "thôn", members, "0", "0", members];
}

const REPORT = [
  BRANCHES,
  branchRow("1", "", "Chi hội thôn 1", "2"),
  branchRow("2", "", "Chi hội thôn 2", "5"),
  branchRow("3", "CH3", "Chi hội thôn 3", "1"),
  branchRow("4", "", "Chi hội thôn 4", "60"),
];

/** A list of so many members, each with the branch that `branches` says. */
function roster(...branches: readonly string[]): Lines {
  return [
    ROSTER,
    ...branches.map((branch, at) => [String(at + 1), "", NAMES[at % 4] ?? "", String(1950 + at), branch]),
  ];
}

describe("lists of members in files of their own beside the report", () => {
  const asked = ({ told }: Awaited<ReturnType<typeof validate>>) =>
    told("V-R03").map(({ file, cell, message }) => [file.slice(file.lastIndexOf("/") + 1), cell, message]);

  it("are counted by branch, over all files that name it; branches on no list are left in peace", async () => {
    send("dem/bao-cao.xlsx", COMMUNE, REPORT);
    send("dem/ds-1.xlsx", COMMUNE, roster("Chi hội thôn 1", "Chi hội thôn 2", "chi hội Thôn 2", "CH3"));
    send("dem/ds-2.xlsx", COMMUNE, roster("Chi hội thôn 1", "Chi hội thôn 2", "Chi hội thôn 9"));
    const run = await validate("dem");
    expect(run.verdicts).toEqual(["accepted", "accepted", "accepted"]);
    expect(asked(run)).toEqual([
      [
        "bao-cao.xlsx",
        "H7",
        "Danh sách có 3 người (ds-1.xlsx › Trang 1 › B7, ds-2.xlsx › Trang 1 › B7), biểu 01 ghi 5 (Chi hội thôn 2).",
      ],
      [
        "ds-2.xlsx",
        "B8",
        "Danh sách có 1 người ở Chi hội thôn 9, biểu 01 (bao-cao.xlsx › Trang 1) không có chi hội này.",
      ],
    ]);
    for (const name of NAMES) expect(run.text.normalize("NFC")).not.toContain(name);
  });

  it("that agree, or that belong to another commune, ask nothing", async () => {
    send("khop/bao-cao.xlsx", COMMUNE, REPORT);
    send("khop/thon-1.xlsx", COMMUNE, roster("Chi hội thôn 1", "Chi hội thôn 1"));
    send("khop/lao-bao.xlsx", TOWN, roster("Chi hội thôn 1"));
    expect(asked(await validate("khop"))).toEqual([]);
  });

  it("that name no branch are asked about once they hold more than the whole commune reports", async () => {
    const report = [BRANCHES, branchRow("1", "", "Chi hội thôn 1", "2"), branchRow("2", "", "Chi hội thôn 2", "1")];
    send("chung/bao-cao.xlsx", COMMUNE, report);
    send("chung/ds.xlsx", COMMUNE, roster("Chi hội thôn 1", "Chi hội thôn 1", ""));
    expect(asked(await validate("chung"))).toEqual([]);
    send("chung/ds.xlsx", COMMUNE, roster("Chi hội thôn 1", "Chi hội thôn 1", "", ""));
    expect(asked(await validate("chung"))).toEqual([
      [
        "bao-cao.xlsx",
        "H6",
        "Danh sách có 4 người (ds.xlsx › Trang 1 › B6, ds.xlsx › Trang 1 › B8), biểu 01 ghi 3 (Xã Hướng Phùng).",
      ],
    ]);
  });

  it("are held against the commune's row where only the unit above reported", async () => {
    const rows = [
      ["Mã", "Tên đơn vị", "Hội viên đầu kỳ", "Mới kết nạp", "Giảm", "Hội viên cuối kỳ"],
      [...COMMUNE, "2", "0", "0", "2"],
      [...TOWN, "9", "0", "0", "9"],
    ];
    send("tren/tinh.xlsx", PROVINCE, rows);
    send("tren/huong-phung.xlsx", COMMUNE, roster("Chi hội thôn 1", "Chi hội thôn 2", "Chi hội thôn 2"));
    send("tren/lao-bao.xlsx", TOWN, roster("Chi hội khóm 1", "Chi hội khóm 2"));
    const found = asked(await validate("tren"));
    expect(found.map(([file, cell]) => [file, cell])).toEqual([["tinh.xlsx", "F6"]]);
    expect(found[0]?.[2]).toContain("Danh sách có 3 người");
  });

  it("do not guess between two branches of one name, nor between two reports", async () => {
    send("mo/bao-cao.xlsx", COMMUNE, [
      BRANCHES,
      branchRow("1", "CH1", "Chi hội cơ quan", "2"),
      branchRow("2", "CH2", "Chi hội cơ quan", "7"),
    ]);
    send("mo/ds.xlsx", COMMUNE, roster("Chi hội cơ quan", "CH2"));
    const found = asked(await validate("mo"));
    expect(found.map(([, cell]) => cell)).toEqual(["H7"]);
    send("mo/bao-cao-2.xlsx", COMMUNE, REPORT);
    expect(asked(await validate("mo"))).toEqual([]);
  });

  it("are found again from what is kept of files read", async () => {
    send("dem-nho/bai/bao-cao.xlsx", COMMUNE, REPORT);
    send("dem-nho/bai/ds.xlsx", COMMUNE, roster("Chi hội thôn 1", "Chi hội thôn 2"));
    const config = sendBytes(folder, "dem-nho/khuyenhoc.yaml", "bo-nho: bo-nho\n");
    const fresh = await validate("dem-nho/bai", "--config", config);
    expect(asked(fresh).map(([, cell]) => cell)).toEqual(["H6", "H7"]);
    expect((await validate("dem-nho/bai", "--config", config)).text).toBe(fresh.text);
  });
});
