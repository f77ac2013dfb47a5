// Everything in force at a glance: the forms, how many of the rest, and what the office declared itself.

import { DECLARED_KINDS, type DeclaredSource } from "../../catalogue/declared-sources.js";
import { fieldsOf, GRAINS } from "../../model/form.js";
import { vietnameseNumber } from "../../model/number-text.js";
import type { Declarations } from "./declaration-text.js";
import { originText } from "./origin-text.js";
import { sections } from "./sections.js";
import { wrap } from "./wrap.js";

/** The overview. */
export function declaredText({ catalogue, sources }: Declarations, columns: number): string {
  const width = Math.max(...[...catalogue.forms.keys()].map((id) => id.length));
  const rest = " ".repeat(width + 4);
  const forms = [...catalogue.forms.values()].map((form) => {
    const count = Math.max(...GRAINS.map((grain) => fieldsOf(form, grain).length));
    const source = sources.find(({ kind, id }) => kind === "forms" && id === form.id);
    const from = source === undefined ? "" : ` (${originText(source)})`;
    const text = `${form.name}, trang «${form.sheet}», ${count} mục${from}`;
    return wrap(text, columns, { first: `  ${form.id.padEnd(width)}  `, rest });
  });
  const own = sources.filter(({ origin }) => origin !== "shipped");
  const ownLines = own.map((one) =>
    wrap(`${DECLARED_KINDS[one.kind]} ${one.id}: ${originText(one)}`, columns, { first: "  ", rest: "    " }),
  );
  return sections([
    ["Các biểu (biểu gợi ý, không phải mẫu chính thức):", ...forms].join("\n"),
    wrap(`Đang có hiệu lực: ${countsOf(sources)}.`, columns),
    own.length === 0 ? "Không có khai báo riêng nào." : ["Khai báo riêng:", ...ownLines].join("\n"),
    wrap(
      "Xem kỹ một mục: khuyenhoc forms BM01 (biểu), khuyenhoc forms HV01 (chỉ tiêu), khuyenhoc forms V-H03 (lỗi).",
      columns,
    ),
  ]);
}

function countsOf(sources: readonly DeclaredSource[]): string {
  return Object.entries(DECLARED_KINDS)
    .map(([kind, name]) => ({ name, count: sources.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${vietnameseNumber(count)} ${name}`)
    .join(", ");
}
