// Which encoding a text file is in, told by its bytes.

import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/read/decode-text.js";
import { vietnameseShare } from "../../src/read/vietnamese-words.js";
import { shippedFiles } from "../kit/catalogue.js";
import { ENCODERS } from "../kit/encode-text.js";

const LINE = "Xã Hướng Phùng, huyện Hướng Hóa: 1.522 hội viên; «Đồng Tiến», Ủy ban, thị trấn Lao Bảo\n";

describe("decodeText", () => {
  it.each(Object.entries(ENCODERS))("reads %s", (name, encode) => {
    const line = name === "windows-1258" ? LINE : `${LINE}Ấp Kỷ Nguyên – “mới”…\n`;
    expect(decodeText(encode(line)).text).toBe(line);
  });

  it("knows plain ASCII, nothing, and a single mark", () => {
    expect(decodeText(Buffer.from("a;b\n1;2\n"))).toEqual({ text: "a;b\n1;2\n", encoding: "UTF-8" });
    expect(decodeText(Buffer.from(""))).toEqual({ text: "", encoding: "UTF-8" });
    expect(decodeText(Buffer.from("fffe", "hex"))).toEqual({ text: "", encoding: "UTF-16" });
  });

  it.each([
    ["TCVN3", "Héi KhuyÕn häc x· H\u00adíng Phïng; Tæng sè héi viªn; chi héi th«n §ång TiÕn"],
    ["VNI", "Hoäi Khuyeán hoïc xaõ Höôùng Phuøng; Toång soá hoäi vieân; chi hoäi thoân Ñoàng Tieán"],
    ["French", "Société générale des écoles élémentaires, où çà et là"],
  ])("hands %s on letter for byte", (_, text) => {
    expect(decodeText(Buffer.from(text, "latin1"))).toEqual({ text, encoding: "8 bit" });
  });
});

describe("vietnameseShare", () => {
  it("finds the names of every commune well built, but for some of other languages", () => {
    const names = shippedFiles()
      .filter((file) => file.path.startsWith("units/") && file.path.endsWith(".csv"))
      .map((file) => file.text.replace(/[A-Za-z_]+,/g, ""))
      .join("\n");
    expect(names.length).toBeGreaterThan(100_000);
    expect(vietnameseShare(names)).toBeGreaterThan(0.97);
  });

  it("tells nothing of text without marked letters", () => {
    expect(vietnameseShare("Chi hoi thon 1; 2,5 %")).toBeUndefined();
    expect(vietnameseShare("“…” – 5")).toBeUndefined();
  });
});
