// A report that came after a declared deadline is asked about, once, and says what the day rests on.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answeredCopy } from "../kit/answered-copy.js";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const [IN_TIME, LATE] = [new Date("2022-12-05T16:00:00Z"), new Date("2022-12-05T18:00:00Z")];
/** A run some days after the deadline. */
const AFTER = { now: () => "2022-12-09T02:00:00.000Z" };
const FILE = "19468-huc.xlsx";

/** A working folder with two communes' reports, one of them saved on the day `saved`. */
function office(name: string, { saved, config }: { readonly saved: Date; readonly config: string }) {
  const place = join(folder, name);
  const sent = join(place, "bai-nop");
  mkdirSync(sent, { recursive: true });
  for (const file of ["19432-lao-bao.xlsx", FILE]) {
    copyFileSync(join("fixtures/tinh-quang-tri-2022/bai-nop", file), join(sent, file));
    utimesSync(join(sent, file), IN_TIME, IN_TIME);
  }
  utimesSync(join(sent, FILE), saved, saved);
  writeFileSync(join(place, "khuyenhoc.yaml"), config);
  const words = ["--config", join(place, "khuyenhoc.yaml")];
  return { place, sent, file: join(sent, FILE), words };
}

const DEADLINE = 'han-nop:\n  "2022": 2022-12-05\n';

async function late(argv: readonly string[]) {
  const { out, exit } = await runCli(["validate", ...argv, "--json"]);
  const { findings } = JSON.parse(out) as { findings: readonly Record<string, unknown>[] };
  return { exit, found: findings.filter(({ code }) => code === "V-D08") };
}

describe("a deadline that the office has declared", () => {
  it("asks the unit that came after it, by the day in Vietnam, and does not return its report", async () => {
    const { sent, words } = office("sau-han", { saved: LATE, config: DEADLINE });
    const { found } = await late([sent, "--unit", "45", ...words]);
    expect(found).toMatchObject([
      {
        severity: "query",
        message: '"Xã Húc": tệp lưu lần cuối ngày 06/12/2022, chậm 1 ngày so với hạn 05/12/2022.',
      },
    ]);
  });

  it.each([
    ["on the day itself", { saved: IN_TIME, config: DEADLINE }],
    ["of another period", { saved: LATE, config: 'han-nop:\n  "2021": 2021-12-05\n' }],
    ["that nobody declared", { saved: LATE, config: "khai-bao: khai-bao\n" }],
  ] as const)("asks nobody %s", async (name, given) => {
    const { sent, words, place } = office(name.replaceAll(" ", "-"), given);
    mkdirSync(join(place, "khai-bao"), { recursive: true });
    expect((await late([sent, "--unit", "45", ...words])).found).toEqual([]);
  });

  it("is one for those who report to the office, not for the office itself", async () => {
    const { file, words } = office("chinh-minh", { saved: LATE, config: DEADLINE });
    expect((await late([file, ...words])).found).toEqual([]);
  });

  it("goes by the ledger where it knows the report: copied anew, it is still in time", async () => {
    const config = `so-nhan: so-nhan\n${DEADLINE}`;
    const { sent, file, words } = office("so-nhan", { saved: IN_TIME, config });
    await runCli(["validate", sent, "--unit", "45", ...words]);
    utimesSync(file, LATE, LATE);
    expect((await late([sent, "--unit", "45", ...words])).found).toEqual([]);
  });

  it("says so where the day is the ledger's", async () => {
    const config = `so-nhan: so-nhan\n${DEADLINE}`;
    const { sent, file, words } = office("so-nhan-muon", { saved: LATE, config });
    await runCli(["validate", sent, "--unit", "45", ...words], AFTER);
    utimesSync(file, new Date("2022-12-20"), new Date("2022-12-20"));
    const { found } = await late([sent, "--unit", "45", ...words]);
    expect(found).toMatchObject([{ message: '"Xã Húc" nộp ngày 06/12/2022, chậm 1 ngày so với hạn 05/12/2022.' }]);
  });

  it("is answered once and for all where a ledger is kept: a fresh file without the answer is not asked again", async () => {
    const config = `so-nhan: so-nhan\n${DEADLINE}`;
    const { place, sent, file, words } = office("giai-trinh-so-nhan", { saved: LATE, config });
    const fresh = readFileSync(file);
    const back = join(place, "tra-lai");
    await runCli(["validate", sent, "--unit", "45", ...words, "--annotate", "--out", back], AFTER);
    const [returned = ""] = readdirSync(join(back, "tra-lai")).filter((name) => name.includes("huc"));
    writeFileSync(file, answeredCopy(readFileSync(join(back, "tra-lai", returned)), "V-D08", "Mất điện"));
    await runCli(["validate", sent, "--unit", "45", ...words], AFTER);
    writeFileSync(file, fresh);
    const { found } = await late([sent, "--unit", "45", ...words]);
    expect(found).toMatchObject([{ explanation: "Mất điện" }]);
  });

  it("is answered once: the answered copy, saved later still, is not asked again", async () => {
    const { place, sent, file, words } = office("giai-trinh", { saved: LATE, config: DEADLINE });
    const back = join(place, "tra-lai");
    await runCli(["validate", sent, "--unit", "45", ...words, "--annotate", "--out", back]);
    const [returned = ""] = readdirSync(join(back, "tra-lai")).filter((name) => name.includes("huc"));
    const answered = answeredCopy(readFileSync(join(back, "tra-lai", returned)), "V-D08", "Mưa lũ, mất điện ba ngày");
    writeFileSync(file, answered);
    utimesSync(file, new Date("2022-12-15"), new Date("2022-12-15"));
    const { found } = await late([sent, "--unit", "45", ...words]);
    expect(found).toMatchObject([{ explanation: "Mưa lũ, mất điện ba ngày" }]);
  });
});
