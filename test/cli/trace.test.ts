// trace and verify: from an output and its manifest alone, and what they say where a link is broken.

import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ZipPackage } from "../../src/ooxml/zip-package.js";
import { packPart, writeZip } from "../../src/ooxml/zip-writer.js";
import { sendBytes } from "../kit/invented-commune.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const sent = join(folder, "bài nộp");
const output = join(folder, "ra", "tỉnh.xlsx");
const manifest = join(folder, "ra", "tỉnh.nguon-goc.zip");
const CELL = "Tổng hợp!D38";
const SOURCE = "19432-lao-bao.xlsx";

beforeAll(async () => {
  cpSync("fixtures/tinh-quang-tri-2022/bai-nop", sent, { recursive: true });
  await runCli(["aggregate", sent, "--unit", "45", "--out", output]);
});

/** Runs with one file of the folder put in another's place, or taken away, and back again. */
async function meanwhile(path: string, change: () => void, argv: readonly string[]) {
  const kept = join(folder, "giữ");
  copyFileSync(path, kept);
  change();
  const ran = await runCli(argv);
  rmSync(path, { force: true });
  renameSync(kept, path);
  return ran;
}

/** A folder's files as one archive. */
function zipped(path: string): Uint8Array {
  return writeZip(readdirSync(path).map((name) => packPart(name, readFileSync(join(path, name)))));
}

describe("trace", () => {
  it("goes down to file, sheet, cells and figures as typed", async () => {
    const { exit, out } = await runCli(["trace", output, CELL]);
    expect(exit).toBe(0);
    expect(out).toContain("Tổng số hội viên (HV01)");
    expect(out).toMatch(/Tỉnh Quảng Trị: 9\.431 người/);
    expect(out.replace(/\s+/g, " ")).toContain("19432-lao-bao.xlsx › 01 Tổ chức - Hội viên › H10:H45: 62 + 80 + 50");
    expect(out).toContain("Tệp nguồn: 5, còn nguyên 5.");
  });

  it("gives every part as JSON", async () => {
    const { out } = await runCli(["truy-nguon", output, "'tổng hợp'!$D$38", "--json"]);
    const { figure, files } = JSON.parse(out);
    expect(figure).toMatchObject({ indicator: { code: "HV01" }, operation: "sum", value: 9431 });
    expect(files).toHaveLength(5);
    expect(files[0]).toMatchObject({ revision: 1, state: "intact" });
  });

  it("says which file is gone, from the manifest alone", async () => {
    const path = join(sent, SOURCE);
    const { exit, out } = await meanwhile(path, () => rmSync(path), ["trace", output, CELL]);
    expect(exit).toBe(1);
    expect(out).toMatch(/19432-lao-bao\.xlsx[^:]*: KHÔNG\s+THẤY/);
    expect(out).toContain("Thị trấn Lao Bảo: 2.234 người");
  });

  it("finds files again inside the archive they came in", async () => {
    const archive = sendBytes(folder, "gửi về.zip", zipped(sent));
    const above = join(folder, "ra", "từ zip.xlsx");
    await runCli(["aggregate", archive, "--unit", "45", "--out", above]);
    const { exit, out } = await runCli(["trace", above, CELL]);
    expect(exit).toBe(0);
    expect(out).toContain("Tệp nguồn: 5, còn nguyên 5.");
  });

  it("says which file was changed", async () => {
    const path = join(sent, SOURCE);
    const other = join(sent, "19441-huong-phung.xlsx");
    const { exit, out } = await meanwhile(path, () => copyFileSync(other, path), ["trace", output, CELL]);
    expect(exit).toBe(1);
    expect(out.replace(/\s+/g, " ")).toMatch(/19432-lao-bao\.xlsx [^:]*: ĐÃ ĐỔI/);
    expect(out).toContain("còn nguyên 4");
  });

  it("goes on below a file that is an output itself", async () => {
    const above = join(folder, "ra", "cụm.xlsx");
    await runCli(["aggregate", output, "--unit", "cum-4", "--out", above]);
    const { exit, out } = await runCli(["trace", above, CELL]);
    const said = out.replace(/\s+/g, " ");
    expect(exit).toBe(0);
    expect(said).toContain("tỉnh.xlsx › 01 Tổ chức - Hội viên › ");
    expect(said).toContain(`${SOURCE} › 01 Tổ chức - Hội viên › H10`);
    expect(said).toContain("Tệp nguồn: 6, còn nguyên 6.");
  });

  it.each([
    [["trace", output], "Cần ghi đúng hai mục"],
    [["trace", output, "D38"], "Không hiểu ô «D38»"],
    [["trace", output, "Trang lạ!D38"], "Không có trang số liệu «Trang lạ»"],
    [["trace", output, "Tổng hợp!A1"], "không phải ô số liệu"],
    [["trace", join(sent, SOURCE), CELL], "Không thấy bản kê nguồn gốc"],
    [["verify", join(folder, "không có.xlsx")], "Không thấy tệp"],
  ])("refuses %j", async (argv, said) => {
    const { exit, err } = await runCli(argv);
    expect(exit).toBe(2);
    expect(err.replace(/\s+/g, " ")).toContain(said);
  });
});

describe("verify", () => {
  it("finds output, figures, inputs and declarations as they were", async () => {
    const { exit, out } = await runCli(["verify", output]);
    expect(exit).toBe(0);
    expect(out).toContain("còn nguyên như lúc ghi");
    expect(out).toContain("tất cả đều khớp");
    expect(out).toContain("Tệp nguồn: 5/5 còn nguyên.");
  });

  it("names the figures of an output that was changed", async () => {
    const other = join(folder, "ra", "khác.xlsx");
    await runCli(["aggregate", join(sent, SOURCE), "--unit", "45", "--out", other]);
    const { exit, out } = await meanwhile(output, () => copyFileSync(other, output), ["verify", output]);
    expect(exit).toBe(1);
    expect(out).toMatch(/ĐÃ BỊ SỬA [\d.]+ ô số liệu/);
    expect(out).toContain("Tổng hợp › D14: lúc ghi 102, nay 22");
  });

  it("names a figure that does not follow from its cells, and it alone", async () => {
    const parts = new ZipPackage(readFileSync(manifest)).entries.map(({ name }) => name);
    const change = (): void => {
      const kept = new ZipPackage(readFileSync(manifest));
      const textOf = (name: string): string => kept.read(name)?.toString("utf8") ?? "";
      const typed = textOf("tep/1.json").replace('"H10":[62,80,', '"H10":[62,81,');
      writeFileSync(
        manifest,
        writeZip(parts.map((name) => packPart(name, Buffer.from(name === "tep/1.json" ? typed : textOf(name))))),
      );
    };
    const { exit, out } = await meanwhile(manifest, change, ["verify", output]);
    expect(exit).toBe(1);
    expect(out).toContain("Số liệu: 1 số KHÔNG khớp với các phần của nó:");
    expect(out).toMatch(/Lao Bảo, HV01: ghi ([\d.]+), tính lại [\d.]+/);
  });

  it("names a file that the system does not give, and goes on with the others", async () => {
    const read = async (path: string): Promise<Uint8Array> => {
      if (path.endsWith(SOURCE)) throw Object.assign(new Error("refused"), { code: "EBUSY" });
      return readFileSync(path);
    };
    const verified = await runCli(["verify", output], { read });
    expect([verified.exit, verified.out.replace(/\s+/g, " ")]).toEqual([
      1,
      expect.stringMatching(/Tệp nguồn: 4\/5 còn nguyên: \S.*lao-bao\.xlsx: không mở được/),
    ]);
    const traced = await runCli(["trace", output, CELL], { read });
    expect([traced.exit, traced.out]).toEqual([1, expect.stringMatching(/lao-bao\.xlsx[^:]*: KHÔNG\s+MỞ\s+ĐƯỢC/)]);
  });

  it("answers a damaged manifest politely", async () => {
    const argv = ["verify", output];
    const { exit, err } = await meanwhile(
      manifest,
      () => writeFileSync(manifest, readFileSync(manifest).subarray(9)),
      argv,
    );
    expect(exit).toBe(2);
    expect(err).toContain("bản kê bị hỏng");
  });
});

it("a manifest tells of the declarations that figures were judged by, though they change during the run", async () => {
  const home = join(folder, "văn phòng");
  const own = join(home, "khai-bao/indicators/tu-sach.yaml");
  const config = ["--config", join(home, "khuyenhoc.yaml")];
  const out = join(folder, "ra", "đổi.xlsx");
  const declared =
    "- { code: TS01, name: Tủ sách khuyến học, family: Tủ sách, en: bookcases, measuredIn: tủ, kind: STOCK }\n";
  mkdirSync(join(home, "khai-bao/indicators"), { recursive: true });
  writeFileSync(join(home, "khuyenhoc.yaml"), "khai-bao: khai-bao\n");
  writeFileSync(own, declared);
  const read = async (path: string): Promise<Uint8Array> => {
    if (path.endsWith(".xlsx")) writeFileSync(own, declared.replace("Tủ sách khuyến học", "Tủ sách dòng họ"));
    return readFileSync(path);
  };
  await runCli(["aggregate", sent, "--unit", "45", "--out", out, "--jobs", "1", ...config], { read });
  expect((await runCli(["verify", out, ...config])).out).toContain("Khai báo đã khác lúc tổng hợp");
  writeFileSync(own, declared);
  expect((await runCli(["verify", out, ...config])).out).toContain("Khai báo như lúc tổng hợp");
});

it("a manifest in a folder of submissions is passed over", async () => {
  copyFileSync(manifest, join(sent, "tỉnh.nguon-goc.zip"));
  const { out } = await runCli(["validate", sent, "--unit", "45"]);
  expect(out).toContain("5 tệp: 5 nhận");
});
