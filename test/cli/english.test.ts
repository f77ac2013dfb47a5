// --lang en: what a run says, in English; the figures and the codes are the same.

import { describe, expect, it } from "vitest";
import { runCli } from "../kit/run-cli.js";

const FAULTY = "fixtures/loi/A3-khanh-hoa-dong-ho/sai-chu.xlsx";

describe("--lang en", () => {
  it("words findings in English", async () => {
    const { exit, out } = await runCli(["validate", FAULTY, "--lang", "en"]);
    expect(exit).toBe(1);
    expect(out).toContain('Cell G5: "119/127" may mean 119 of 127 or 119.127.');
    expect(out).toContain("[V-K06]");
  });

  it.each([
    [["validate", "không-có", "--lang", "en"], "There is no file or folder «không-có»."],
    [["validate", FAULTY, "--period", "2022-13", "--lang=en"], "The period «2022-13» is not understood."],
    [["validate", FAULTY, "--lang", "fr"], "Không có tiếng «fr»."],
  ])("refuses %j", async (argv, said) => {
    const { exit, err } = await runCli(argv);
    expect(exit).toBe(2);
    expect(err).toContain(said);
  });
});
