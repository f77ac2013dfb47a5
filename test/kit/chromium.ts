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
    const printed = join(folder, "ra.pdf");
    return { out, written: existsSync(printed) ? readFileSync(printed) : undefined };
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

/** What `measure`, a function in the page's language, finds in the page on a screen of so many points. */
export function measured(html: string, width: number, measure: string): unknown {
  const inner = html.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const frame = `<iframe srcdoc="${inner}" style="width:${width}px;height:800px;border:0"></iframe>`;
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
