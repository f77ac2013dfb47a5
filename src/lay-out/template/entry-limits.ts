// What may be typed under each heading, and what is said about it: lists of categories, whole numbers from 0, amounts.

import type { Catalogue } from "../../model/catalogue.js";
import type { CellRange } from "../../model/cell-address.js";
import { addressText } from "../../model/cell-address.js";
import type { Field } from "../../model/form.js";
import { type Indicator, isMoney } from "../../model/indicator.js";
import type { Allowed, EntryLimit } from "../../model/sheet-entry.js";
import { MISSING_MARK, NOT_APPLICABLE_MARK } from "../cell-texts.js";

/** Excel takes no longer list in one text. */
const LONGEST_LIST = 250;
const FIGURE_HELP = `Chưa có số liệu thì ghi ${MISSING_MARK}; không thuộc diện báo cáo thì ghi ${NOT_APPLICABLE_MARK}; không có thì ghi 0.`;

/** The limit of the cells under a field's heading; undefined where anything may stand without a word. */
export function limitOf(field: Field, range: CellRange, { indicators }: Catalogue): EntryLimit | undefined {
  if (field.values.size > 0) return listLimit(field, range);
  const indicator = indicators.get(field.code);
  return indicator === undefined ? undefined : figureLimit(field, range, indicator);
}

/** The limit of an attribute's cells in a list; undefined for words, which are free. */
export function attributeLimit(field: Field, range: CellRange): EntryLimit | undefined {
  const { holds } = field;
  const cell = addressText({ row: range.top, column: range.left });
  const title = titleOf(field);
  const said = (text: string, formula: string | undefined): EntryLimit => ({
    range,
    allowed: formula === undefined ? { kind: "anything" } : { kind: "formula", formula },
    help: { title, text },
    refusal: { title: "Ghi chưa đúng", text },
  });
  switch (holds) {
    case "day":
      return said("Ghi ngày/tháng/năm, ví dụ 15/03/2024; chỉ nhớ năm thì ghi năm, ví dụ 2018.", undefined);
    case "year":
      return said("Ghi một năm gồm bốn chữ số, ví dụ 2024.", `AND(ISNUMBER(--${cell}),LEN(${cell})=4)`);
    case "count":
      return said(
        "Ghi số nguyên từ 0 trở lên, không kèm chữ.",
        `AND(ISNUMBER(${cell}),${cell}>=0,${cell}=INT(${cell}))`,
      );
    case "points":
      return said("Ghi số điểm từ 0 trở lên, có thể có phần lẻ, ví dụ 8,5.", `AND(ISNUMBER(${cell}),${cell}>=0)`);
    default:
      return undefined;
  }
}

/** The heading without what stands in brackets, as far as a box's title has room. */
function titleOf({ heading }: Field): string {
  return heading.replace(/ ?\(.*$/u, "").slice(0, 32);
}

function listLimit(field: Field, range: CellRange): EntryLimit {
  const values = [...field.values.keys()];
  const fits = values.join(",").length <= LONGEST_LIST && values.every((value) => !value.includes(","));
  const choices = values.join(" · ");
  return {
    range,
    allowed: fits ? { kind: "list", values } : { kind: "anything" },
    help: { title: titleOf(field), text: `Chọn một trong: ${choices}.` },
    refusal: { title: titleOf(field), text: `Mục này chỉ nhận: ${choices}. Bấm mũi tên cạnh ô để chọn.` },
  };
}

function figureLimit(field: Field, range: CellRange, indicator: Indicator): EntryLimit {
  const isAmount = isMoney(indicator);
  return {
    range,
    allowed: figureAllowed(addressText({ row: range.top, column: range.left }), isAmount),
    help: { title: field.heading, text: helpOf(indicator, isAmount) },
    refusal: {
      title: "Số chưa đúng",
      text: `${isAmount ? "Ghi số tiền từ 0 trở lên" : "Ghi số nguyên từ 0 trở lên"}, không kèm chữ. ${FIGURE_HELP}`,
    },
  };
}

function figureAllowed(cell: string, isAmount: boolean): Allowed {
  const isWhole = isAmount ? "" : `,${cell}=INT(${cell})`;
  const marks = [MISSING_MARK, NOT_APPLICABLE_MARK].map((mark) => `${cell}="${mark}"`).join(",");
  return { kind: "formula", formula: `IF(ISNUMBER(${cell}),AND(${cell}>=0${isWhole}),OR(${marks}))` };
}

const WHEN: Readonly<Record<string, string>> = {
  FLOW: "Số phát sinh trong kỳ.",
  STOCK: "Số có tại ngày chốt.",
  OPENING: "Số cuối kỳ trước chuyển sang.",
  YEAR_TO_DATE: "Số lũy kế từ đầu năm.",
  EXPIRING: "Số còn hiệu lực tại ngày chốt.",
};

function helpOf({ name, measuredIn, kind }: Indicator, isAmount: boolean): string {
  const unit = isAmount ? "theo đơn vị tính ghi trên trang" : measuredIn;
  return [`${name} (${unit}).`, WHEN[kind], FIGURE_HELP].filter((part) => part !== undefined).join(" ");
}
