// Where everything lies in the memory that `PlainRows` and its compiled part share. This page is TypeScript and
// AssemblyScript alike, so that both read it: whole numbers and sums of them, no type, nothing that only one of them knows.

/** A stretch of the sheet's part, and the noughts behind it, over which no element goes on. */
export const WINDOW = 0;
export const WINDOW_BYTES = 262_144;
export const END_BYTES = 16;

/** What both sides tell each other, in numbers of four bytes. First where reading stands, as in `CellBuffer`. */
const STATE = WINDOW + WINDOW_BYTES + END_BYTES;
export const OPEN_ROW = STATE;
export const PLACE_ROW = STATE + 4;
export const PLACE_COLUMN = STATE + 8;
export const LAST_ROW = STATE + 12;
export const LAST_COLUMN = STATE + 16;
export const IS_ORDERED = STATE + 20;
export const FILLED = STATE + 24;
/** Then what holds for the workbook. */
export const ROW_LIMIT = STATE + 28;
export const COLUMN_LIMIT = STATE + 32;
export const STYLE_COUNT = STATE + 36;
export const TEXT_COUNT = STATE + 40;
/** The kind of cells that hold text. */
export const TEXT_KIND = STATE + 44;
/** And the last column of any cell. */
export const WIDEST = STATE + 48;
const STATE_BYTES = 56;

/** The block of cells, laid out as a `CellRoom`. */
export const ROOM = 8_192;
export const NUMBERS = STATE + STATE_BYTES;
export const ROWS = NUMBERS + ROOM * 8;
export const COLUMNS = ROWS + ROOM * 4;
export const STYLES = COLUMNS + ROOM * 4;
export const TEXTS = STYLES + ROOM * 4;
export const KINDS = TEXTS + ROOM * 4;
export const FORMULAS = KINDS + ROOM;

/** By style, the kind of a cell with that style that holds a number. */
export const NUMBER_KINDS = FORMULAS + ROOM;
export const MOST_STYLES = 65_536;
/** By the number of a shared text, what a cell with that text is. Texts beyond are for others to look up. */
export const TEXT_TRAITS = NUMBER_KINDS + MOST_STYLES;
export const MOST_TEXTS = 4_194_304;
export const PLAIN_TEXT = 0;
/** Nothing is stored. */
export const EMPTY_TEXT = 1;
/** Its font or its runs are for others to tell. */
export const ODD_TEXT = 2;

/** Texts of a list, some at a time: how many are wanted, how long at most, and how many came. */
const LIST = TEXT_TRAITS + MOST_TEXTS;
export const ITEMS_WANTED = LIST;
export const LONGEST_TEXT = LIST + 4;
export const ITEM_COUNT = LIST + 8;
/** How many texts are known, where the bytes of the next one will stand, and whether one was left out for want of room. */
export const KNOWN_COUNT = LIST + 12;
export const KNOWN_END = LIST + 16;
export const IS_FULL = LIST + 20;
/** Of each text its number among those known, nought for none, where it begins and ends, and the bits of its bytes. */
export const MOST_ITEMS = 1_024;
export const ITEM_NUMBERS = LIST + 24;
export const ITEM_STARTS = ITEM_NUMBERS + MOST_ITEMS * 4;
export const ITEM_ENDS = ITEM_STARTS + MOST_ITEMS * 4;
export const ITEM_BITS = ITEM_ENDS + MOST_ITEMS * 4;

/** Texts known by their bytes: numbers by hash, nought for none; then of each number the hash, the place and the length. */
export const SLOTS = 32_768;
export const MOST_KNOWN = 16_384;
export const KNOWN_SLOTS = ITEM_BITS + MOST_ITEMS;
export const KNOWN_HASHES = KNOWN_SLOTS + SLOTS * 4;
export const KNOWN_STARTS = KNOWN_HASHES + MOST_KNOWN * 4;
export const KNOWN_LENGTHS = KNOWN_STARTS + MOST_KNOWN * 4;
export const KNOWN_BYTES = KNOWN_LENGTHS + MOST_KNOWN * 4;
export const KNOWN_ROOM = 524_288;

/** Texts of a very long list: what each letter says (legacy-text/trait-bits.ts), whether a text strikes, its letters. */
export const LETTER_TRAITS = KNOWN_BYTES + KNOWN_ROOM;
export const MOST_LETTER_TRAITS = 1_024;
export const IS_STRIKING = LETTER_TRAITS + MOST_LETTER_TRAITS;
/** A letter takes two bytes here, and at least one in the window. */
export const LETTERS = IS_STRIKING + 8;
export const MEMORY_BYTES = LETTERS + WINDOW_BYTES * 2;
