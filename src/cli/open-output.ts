// An output of this program with the manifest beside it, as trace and verify need them.

import { UsageError } from "../model/usage-error.js";
import { manifestPath } from "../trace/manifest.js";
import { type Manifest, openManifest } from "../trace/open-manifest.js";
import type { Env } from "./env.js";
import { sha256 } from "./write-manifest.js";

export interface OpenedOutput {
  /** As the user named it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly manifest: Manifest;
  /** True where the output is the very file that was written. */
  readonly isUntouched: boolean;
}

/** @throws UsageError `missing-path`, `no-manifest` */
export async function openOutput(path: string, env: Env): Promise<OpenedOutput> {
  if ((await env.find(path)).kind === "missing") {
    throw new UsageError("missing-path", `Không thấy tệp hay thư mục «${path}».`, "Kiểm tra lại đường dẫn.");
  }
  const manifest = await manifestBeside(path, env);
  if (manifest === undefined) {
    throw new UsageError(
      "no-manifest",
      `Không thấy bản kê nguồn gốc «${manifestPath(path)}» cạnh tệp này, hoặc bản kê bị hỏng.`,
      "Để tệp tổng hợp và bản kê cùng một thư mục, giữ nguyên hai tên; hoặc chạy lại lệnh đã lập tệp ấy.",
    );
  }
  const bytes = await env.read(path);
  return { path, bytes, manifest, isUntouched: sha256(bytes) === manifest.head.output.sha256 };
}

/** The manifest beside an output; undefined where there is none that can be read. */
export async function manifestBeside(output: string, env: Env): Promise<Manifest | undefined> {
  const path = manifestPath(output);
  const found = await env.find(path);
  return found.kind === "files" && found.files.length === 1 ? openManifest(await env.read(path)) : undefined;
}
