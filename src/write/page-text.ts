// Text at the head or foot of a printed page, in Excel's codes.

import { FONT_NAME } from "./looks.js";
import { safeText } from "./safe-text.js";

const LONGEST = 120;

/** Left and right text; «{page}» and «{pages}» stand for the numbers. Empty where both are empty. */
export function pageText({ left, right }: { readonly left: string; readonly right: string }): string {
  return [part("&L", left), part("&R", right)].join("");
}

/** A space after the size keeps a text that begins with a digit from being read as part of it. */
function part(side: string, text: string): string {
  if (text === "") return "";
  const plain = safeText(text).slice(0, LONGEST).replaceAll("&", "&&");
  const coded = plain.replaceAll("{page}", "&P").replaceAll("{pages}", "&N");
  return `${side}&"${FONT_NAME},Regular"&9 ${coded}`;
}
