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
