// The text of a note in a cell's comment, and how it is known again in a copy that comes back.

import { escapeText } from "../../ooxml/splice-text.js";
import { safeText } from "../safe-text.js";

/** Every note begins with this; what follows it in a comment is the program's. */
export const NOTE_MARK = "khuyenhoc ▸ ";
/** Who the comments are by. */
export const NOTE_AUTHOR = "khuyenhoc";

/** Stretches of text in their fonts, for `<text>`; `joins` where somebody else's text stands before. */
export function noteRuns(text: string, place: "alone" | "joins", prefix: string): string {
  const start = place === "joins" ? "\n\n" : "";
  const tag = (name: string): string => `${prefix}${name}`;
  const font = (bold: string): string =>
    `<${tag("rPr")}>${bold}<${tag("sz")} val="9"/><${tag("color")} indexed="81"/><${tag("rFont")} val="Tahoma"/><${tag("family")} val="2"/></${tag("rPr")}>`;
  const run = (shown: string, bold: string): string =>
    `<${tag("r")}>${font(bold)}<${tag("t")} xml:space="preserve">${escapeText(safeText(shown))}</${tag("t")}></${tag("r")}>`;
  return run(start + NOTE_MARK, `<${tag("b")}/>`) + run(text, "");
}
