// Where something stands, for a sentence about another place.

import { type Place, placeText } from "./finding.js";
import { fileName } from "./submission.js";

/** File › sheet › cell, the file by its name alone. */
export function shortPlace(place: Place): string {
  return placeText({ ...place, file: fileName(place.file) });
}
