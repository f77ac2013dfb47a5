// Chromium as a reader of pages, where it is installed: what it makes of a page, on a phone's screen and on paper.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Path of the program; undefined where there is none, and tests that need it are skipped. */
export const chromium = (process.env["PATH"] ?? "")
  .split(delimiter)
  .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

interface Page {
  readonly html: string;
  /** Arguments, given where the browser may write. */
  options(folder: string): readonly string[];
}

function shown({ html, options }: Page): { readonly out: string; readonly written: Buffer | undefined } {
  const folder = mkdtempSync(join(tmpdir(), "khuyenhoc-"));
  try {
    const page = join(folder, "trang.html");
    writeFileSync(page, html);
    const quiet = ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${join(folder, "profile")}`];
    const out = execFileSync(chromium ?? "chromium", [...quiet, ...options(folder), pathToFileURL(page).href], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 60_000,
      killSignal: "SIGKILL",
    });
    const [written] = [join(folder, "ra.pdf"), join(folder, "ra.png")].filter((path) => existsSync(path));
    return { out, written: written === undefined ? undefined : readFileSync(written) };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The page as a PDF. */
export function printed(html: string): Buffer {
  const { written } = shown({
    html,
    options: (folder) => ["--no-pdf-header-footer", `--print-to-pdf=${join(folder, "ra.pdf")}`],
  });
  if (written === undefined) throw new Error("the browser printed nothing");
  return written;
}

/** The page on a screen of so many points, from the element `from` on, as a picture. */
export function screenshot(
  html: string,
  { width, height, from }: { readonly width: number; readonly height: number; readonly from: string },
): Buffer {
  const frame = framed(html, { width, height });
  const script = `document.querySelector("iframe").onload = (event) => {
    event.target.contentDocument.querySelector("${from}").scrollIntoView();
  };`;
  const { written } = shown({
    html: `<!doctype html><meta charset="utf-8"><body style="margin:0">${frame}<script>${script}</script>`,
    options: (folder) => [
      "--hide-scrollbars",
      "--virtual-time-budget=5000",
      `--window-size=${width},${height}`,
      `--screenshot=${join(folder, "ra.png")}`,
    ],
  });
  if (written === undefined) throw new Error("the browser drew nothing");
  return written;
}

function framed(html: string, { width, height }: { readonly width: number; readonly height: number }): string {
  const inner = html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe srcdoc="${inner}" style="width:${width}px;height:${height}px;border:0"></iframe>`;
}

/** What `measure`, a function in the page's language, finds in the page on a screen of so many points. */
export function measured(html: string, width: number, measure: string): unknown {
  const frame = framed(html, { width, height: 800 });
  const script = `const frame = document.querySelector("iframe");
    frame.onload = () => { document.title = JSON.stringify((${measure})(frame.contentDocument)); };`;
  const { out } = shown({
    html: `<!doctype html><meta charset="utf-8">${frame}<script>${script}</script>`,
    options: () => ["--virtual-time-budget=5000", "--dump-dom"],
  });
  const title = /<title>(.*?)<\/title>/s.exec(out)?.[1] ?? "null";
  return JSON.parse(
    title.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );
}
