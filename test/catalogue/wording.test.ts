// Every finding says what, why and how to mend, politely and briefly; every heading means one column.

import { describe, expect, it } from "vitest";
import { headingCollisions } from "../../src/catalogue/heading-collisions.js";
import { fieldsOf } from "../../src/model/form.js";
import { sameText } from "../../src/model/text.js";
import { shippedCatalogue } from "../kit/catalogue.js";

const { findingTexts, forms } = shippedCatalogue();
const TEXTS = [...findingTexts].map(([key, text]) => [key, text] as const);

/** How to mend begins with one of these. */
const VERBS = [
  "Bổ sung",
  "Bỏ",
  "Chia",
  "Cập nhật",
  "Dùng",
  "Giải trình",
  "Giữ",
  "Ghi",
  "Gõ",
  "Gửi",
  "Kiểm tra",
  "Lưu",
  "Mở",
  "Nhắc",
  "Sửa",
  "Thêm",
  "Xác nhận",
  "Xóa",
  "Đóng",
  "Định dạng",
  "Đọc",
  "Đối chiếu",
  "Để trống",
];

/** Placeholders that every sentence may use: they follow from the finding's place, {cha} from its report. */
const STANDING = ["{cha}", "{tệp}", "{sheet}", "{ô}", "{n}", "{cột}", "{giá trị}"];

function placeholders(text: string): readonly string[] {
  return text.match(/\{[^{}]+\}/g) ?? [];
}

describe("findings", () => {
  it.each(TEXTS)("%s takes at most 60 words in all", (_key, { message, why, fix }) => {
    expect(`${message} ${why} ${fix}`.split(/\s+/).length).toBeLessThanOrEqual(60);
  });

  it.each(TEXTS)("%s says how to mend in one sentence that begins with a verb", (_key, { fix }) => {
    expect(VERBS.filter((verb) => fix.startsWith(`${verb} `))).not.toEqual([]);
    expect(fix.endsWith(".")).toBe(true);
    expect(fix.slice(0, -1)).not.toMatch(/[.!?] \p{Lu}/u);
  });

  it.each(TEXTS)("%s gives its ground in one sentence", (_key, { why }) => {
    expect(why).toMatch(/^\p{Lu}.*\.$/u);
    expect(why.slice(0, -1)).not.toMatch(/[.!?] \p{Lu}/u);
  });

  it.each(TEXTS)("%s speaks Vietnamese, without inner names", (_key, { message, why, fix }) => {
    const said = `${message} ${why} ${fix}`.replace(/\{[^{}]+\}/g, "");
    expect(said).not.toMatch(
      /\b(file|sheet|cell|row|column|error|null|undefined|unicode-|parse|format|workbook|BM\d|HV\d|DS\d|TC\d|Q0\d|MH\d)/i,
    );
  });

  it.each(TEXTS)("%s asks for no more values than its message has", (_key, { message, why, fix }) => {
    const known = [...placeholders(message), ...STANDING];
    expect(placeholders(`${why} ${fix}`).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe("headings", () => {
  const tables = [...forms.values()].flatMap((form) =>
    form.grains.map(({ grain }) => [`${form.id} ${grain}`, fieldsOf(form, grain)] as const),
  );

  it.each(tables)("of %s never mean two columns", (_name, fields) => {
    const collisions = headingCollisions(fields);
    expect(collisions.map(({ text, first, second }) => `${text}: ${first.code}, ${second.code}`)).toEqual([]);
  });

  it.each(tables)("of %s leave titles from before 2016 alone", (_name, fields) => {
    const old = ["hiếu học", "dòng họ khuyến học", "cộng đồng khuyến học"].map(sameText);
    const texts = fields.flatMap(({ heading, synonyms }) => [heading, ...synonyms]).map(sameText);
    expect(texts.filter((text) => old.some((title) => text.includes(title)))).toEqual([]);
  });

  function meaning(id: string, grain: "value" | "branch" | "upper", heading: string): string | undefined {
    const form = forms.get(id);
    const fields = form === undefined ? [] : fieldsOf(form, grain);
    return fields.find((field) =>
      [field.heading, ...field.synonyms].some((text) => sameText(text) === sameText(heading)),
    )?.code;
  }

  it.each([
    ["BM01", "branch", "Hội viên Đầu kỳ", "HV00"],
    ["BM01", "branch", "Hội viên Mới kết nạp", "HV02"],
    ["BM01", "branch", "Hội viên Giảm", "HV03"],
    ["BM01", "branch", "Hội viên Cuối kỳ", "HV01"],
    ["BM01", "branch", "Tổng số HV", "HV01"],
    ["BM01", "branch", "Trong đó Nữ", "HV04"],
    ["BM01", "branch", "Trong đó Đảng viên", "HV05"],
    ["BM01", "branch", "Đảng viên", "HV05"],
    ["BM01", "branch", "Tổng số đảng viên", "HV06"],
    ["BM01", "upper", "Chi hội Tổng số", "TC05"],
    ["BM01", "upper", "Chi hội Thôn, tổ dân phố", "TC05a"],
    ["BM01", "upper", "Ban khuyến học Dòng họ", "TC06a"],
    ["BM02", "branch", "Học bổng Lượt", "Q08a"],
    ["BM02", "branch", "Học bổng Số tiền", "Q05a"],
    ["BM02", "branch", "Khen thưởng HSSV Lượt", "Q08c"],
    ["BM02", "branch", "Vận động Tiền", "Q02a"],
    ["BM02", "branch", "Vận động Hiện vật", "Q02b"],
    ["BM02", "branch", "Tồn quỹ cuối kỳ", "Q07"],
    ["BM02", "upper", "Chi học bổng", "Q05a"],
    ["BM02", "upper", "Học bổng", undefined],
    ["BM02", "upper", "Học bổng Số người", undefined],
    ["BM03", "branch", "GĐHT Đăng ký", "MH2_DK"],
    ["BM03", "branch", "Gia đình học tập Được công nhận", "MH2_CN"],
    ["BM03", "branch", "Tổng số hộ", "MH2_TS"],
    ["BM03", "branch", "CĐHT Công nhận", "MH4_CN"],
    ["BM03", "branch", "CDHT Công nhận", "MH1_CN"],
    ["BM03", "upper", "CĐHT cấp xã mức độ 1", "MH7m1"],
    ["BM00", "value", "Số dân", "DS01"],
    ["BM00b", "upper", "Dân số", "DS01"],
  ] as const)("%s (%s): «%s» is %s", (id, grain, heading, code) => {
    expect(meaning(id, grain, heading)).toBe(code);
  });
});
