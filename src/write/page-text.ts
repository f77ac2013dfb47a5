// Text at the head or foot of a printed page, in Excel's codes.

import { FONT_NAME } from "./looks.js";
import { safeText } from "./safe-text.js";

const LONGEST = 120;

/** Text at the left, in the middle and at the right of a page's head or foot; «{page}» and «{pages}» are the numbers. */
export interface PageText {
  readonly left: string;
  readonly centre?: string;
  readonly right: string;
}

/** The text in Excel's codes; empty where all of it is empty. */
export function pageText({ left, centre = "", right }: PageText): string {
  return [part("&L", left), part("&C", centre), part("&R", right)].join("");
}

/** A space after the size keeps a text that begins with a digit from being read as part of it. */
function part(side: string, text: string): string {
  if (text === "") return "";
  const plain = safeText(text).slice(0, LONGEST).replaceAll("&", "&&");
  const coded = plain.replaceAll("{page}", "&P").replaceAll("{pages}", "&N");
  return `${side}&"${FONT_NAME},Regular"&${side === "&C" ? 13 : 9} ${coded}`;
}
