// Everything in force at a glance: the forms, how many of the rest, and what the office declared itself.

import { DECLARED_KINDS, type DeclaredSource } from "../../catalogue/declared-sources.js";
import { fieldsOf, GRAINS } from "../../model/form.js";
import { vietnameseNumber } from "../../model/number-text.js";
import { sayOf } from "../language.js";
import type { Declarations } from "./declaration-text.js";
import { originText } from "./origin-text.js";
import { sections } from "./sections.js";
import { wrap } from "./wrap.js";

/** The overview. */
export function declaredText({ catalogue, sources }: Declarations, columns: number): string {
  const say = sayOf(catalogue);
  const width = Math.max(...[...catalogue.forms.keys()].map((id) => id.length));
  const rest = " ".repeat(width + 4);
  const forms = [...catalogue.forms.values()].map((form) => {
    const count = Math.max(...GRAINS.map((grain) => fieldsOf(form, grain).length));
    const source = sources.find(({ kind, id }) => kind === "forms" && id === form.id);
    const from = source === undefined ? "" : ` (${originText(source, say)})`;
    const text = `${say(`${form.name}, trang «${form.sheet}», ${count} mục`)}${from}`;
    return wrap(text, columns, { first: `  ${form.id.padEnd(width)}  `, rest });
  });
  const own = sources.filter(({ origin }) => origin !== "shipped");
  const ownLines = own.map((one) =>
    wrap(`${say(DECLARED_KINDS[one.kind])} ${one.id}: ${originText(one, say)}`, columns, { first: "  ", rest: "    " }),
  );
  return sections([
    [say("Các biểu (biểu gợi ý, không phải mẫu chính thức):"), ...forms].join("\n"),
    wrap(say(`Đang có hiệu lực: ${countsOf(sources)}.`), columns),
    own.length === 0 ? say("Không có khai báo riêng nào.") : [say("Khai báo riêng:"), ...ownLines].join("\n"),
    wrap(say(SEE_ONE), columns),
  ]);
}

const SEE_ONE =
  "Xem kỹ một mục: khuyenhoc forms BM01 (biểu), khuyenhoc forms HV01 (chỉ tiêu), khuyenhoc forms V-H03 (lỗi).";

function countsOf(sources: readonly DeclaredSource[]): string {
  return Object.entries(DECLARED_KINDS)
    .map(([kind, name]) => ({ name, count: sources.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${vietnameseNumber(count)} ${name}`)
    .join(", ");
}
