// Other texts in the list of texts that all sheets of a written workbook share.

import { escapeText, spliceText } from "../ooxml/splice-text.js";
import { unescapeCharacters } from "../ooxml/xml-text.js";
import { safeText } from "./safe-text.js";

/** The list with these texts replaced by others, every one of which is in it. */
export type StringPatcher = (renamed: ReadonlyMap<string, string>) => string;

const ITEM = /<si><t[^>]*>([^<]*)<\/t><\/si>/g;

/** A patcher over the list that exceljs wrote, which has each text once. */
export function createStringPatcher(xml: string): StringPatcher {
  const items = [...xml.matchAll(ITEM)].map((match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    return [unescapeCharacters(match[1] ?? ""), place] as const;
  });
  const byText = new Map(items);
  return (renamed) =>
    spliceText(
      xml,
      [...renamed].map(([from, to]) => {
        const place = byText.get(safeText(from));
        if (place === undefined) throw new Error(`the text «${from}» is not in the list`);
        return { ...place, text: `<si><t xml:space="preserve">${escapeText(safeText(to))}</t></si>` };
      }),
    );
}
