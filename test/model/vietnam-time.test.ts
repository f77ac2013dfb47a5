import { describe, expect, it } from "vitest";
import { dayInVietnam, momentInName, momentText } from "../../src/model/vietnam-time.js";

describe("moments by Vietnam's clocks", () => {
  it.each([
    ["2022-12-05T16:59:59.999Z", "2022-12-05", "23:59 ngày 05/12/2022"],
    ["2022-12-05T17:00:00Z", "2022-12-06", "00:00 ngày 06/12/2022"],
    ["2024-02-28T18:00:00.000Z", "2024-02-29", "01:00 ngày 29/02/2024"],
    ["2022-12-31T20:15:00.000Z", "2023-01-01", "03:15 ngày 01/01/2023"],
  ])("%s is %s", (moment, day, text) => {
    expect([dayInVietnam(moment), momentText(moment)]).toEqual([day, text]);
  });

  it("gives names of files the same hour", () => {
    expect(momentInName("2022-12-05T18:00:59.000Z")).toBe("20221206-0100");
  });

  it("leaves what is no moment as it stands", () => {
    expect([dayInVietnam(""), dayInVietnam("hôm qua"), momentText("hôm qua")]).toEqual([
      undefined,
      undefined,
      "hôm qua",
    ]);
  });
});
