// How the page looks: on a phone, on a desk, on paper. Nothing is fetched from anywhere.

import { text } from "./html.js";

const SCREEN = `
:root { color-scheme: light; --ink: #111; --pale: #f2f2f2; --line: #8a8a8a; --bar: #bdd7ee; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 17px/1.5 "Times New Roman", "Liberation Serif", Tinos, serif; }
main { max-width: 62rem; margin: 0 auto; padding: 0 1rem 3rem; }
nav { max-width: 62rem; margin: 0 auto; padding: .5rem 1rem; font-family: system-ui, sans-serif; font-size: .85rem; }
nav ol { display: flex; flex-wrap: wrap; gap: .25rem .5rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: .4rem; color: inherit; text-decoration: none; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid #0563c1; outline-offset: 2px; }
section { padding-top: 1.5rem; border-top: 1px solid #ddd; margin-top: 2rem; }
section:first-child { border-top: 0; margin-top: 0; }
h1, h2, h3, h4, p { margin: .5em 0; }
h1, h2, h3, h4 { font-size: 1rem; line-height: 1.3; }
h1, .document-title, .annex-title { font-size: 1.2rem; text-align: center; }
.title, .part, .annex-mark, .subtitle, .remark, .warning, .number-line { text-align: center; }
.title { font-weight: bold; font-size: 1.1rem; margin-top: 1.5rem; }
.document-title::after, .own::after { content: ""; display: block; width: 6rem; margin: .3rem auto 0; border-top: 1px solid; }
.annex-mark { font-weight: bold; }
.subtitle, .remark, .note, .place-date, .money-unit { font-style: italic; }
.subsection { font-style: italic; }
.body { text-indent: 2em; overflow: hidden; }
@media (min-width: 40rem) { .body { text-align: justify; } }
.guidance { color: #5c5c5c; font-style: italic; overflow-wrap: anywhere; }
.indented { text-indent: 2em; }
.warning { color: #c00000; font-weight: bold; }
.money-unit { text-align: right; font-size: .9rem; }
.note { font-size: .9rem; margin: .2em 0; }
.sides { display: flex; flex-wrap: wrap; gap: .5rem 1rem; justify-content: space-between; }
.sides > div { flex: 1 1 16rem; text-align: center; }
.sides p { margin: 0 0 .1em; }
.nation, .signature, .motto, .recipients-title { font-weight: bold; }
.motto { text-decoration: underline; text-underline-offset: .2em; }
.foot > div:first-child { text-align: left; }
.foot .recipients-title { font-style: italic; }
.foot .recipients { font-size: .9rem; }
.foot > div:last-child { padding-bottom: 6rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; line-height: 1.25; }
caption, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid var(--line); padding: .25rem .4rem; vertical-align: middle; }
thead th { background: #e7e6e6; }
.codes td { text-align: center; font-style: italic; font-size: .75rem; }
tbody th { text-align: left; font-weight: normal; background: #fff; }
tbody th[scope=row] { position: sticky; left: 0; min-width: 8rem; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.centred { text-align: center; }
.total td, .total th, .group th { background: var(--pale); font-weight: bold; }
.break th { background: var(--pale); font-style: italic; text-align: center; }
.bar { background: linear-gradient(90deg, var(--bar) var(--share), transparent var(--share)); }
figure { margin: 1.5rem auto; max-width: 40rem; break-inside: avoid; }
figcaption { font-weight: bold; text-align: center; margin-bottom: .3rem; }
svg { display: block; width: 100%; height: auto; font: 12px "Times New Roman", "Liberation Serif", Tinos, serif; fill: var(--ink); }
`;

const PAPER = `
@media print {
  nav { display: none; }
  body { font-size: 13pt; line-height: 1.3; }
  .body { text-align: justify; }
  main { max-width: none; padding: 0; }
  section { border: 0; margin: 0; padding: 0; break-before: page; }
  section:first-child { break-before: auto; }
  .wide { page: wide; }
  .scroll { overflow: visible; }
  table { font-size: calc(11pt * var(--scale, 1)); }
  th, td { padding: 1pt 2pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  tbody th[scope=row] { position: static; min-width: 0; }
  h2, h3, h4, .part, .title { break-after: avoid; }
  .sides { flex-wrap: nowrap; break-inside: avoid; }
  .sides { font-size: 12pt; }
  .sides > div { flex: 1 1 0; }
  .sides > div:last-child { flex-grow: 1.4; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** The style sheet; `stamp` is said at the head of every printed page. Margins as on signed paper. */
export function pageStyle(stamp: string): string {
  const head = `@top-right { content: ${cssText(stamp)}; font: italic 10pt "Times New Roman", serif; }`;
  const number = '@top-center { content: counter(page); font: 13pt "Times New Roman", serif; }';
  return `${SCREEN}
@page { size: A4; margin: 20mm 15mm 20mm 30mm; ${number} ${stamp === "" ? "" : head} }
@page :first { @top-center { content: none; } }
@page wide { size: A4 landscape; }
${PAPER}`;
}

/** A text in quotes that a style sheet cannot mistake, and that ends no element. */
function cssText(value: string): string {
  return `"${text(value).replace(/[\\"<>&]/g, "")}"`;
}
