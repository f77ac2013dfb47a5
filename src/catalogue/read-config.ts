// khuyenhoc.yaml: one line that says where an office keeps its own declarations.

import { parse } from "yaml";
import { z } from "zod";
import { UsageError } from "../model/usage-error.js";

const CONFIG = z.strictObject({ "khai-bao": z.string().min(1) });

/**
 * The folder named in a configuration file, relative to that file.
 *
 * @throws UsageError `config` where the text is not `khai-bao: <folder>`
 */
export function declarationFolder(path: string, text: string): string {
  const config = CONFIG.safeParse(parsed(text));
  if (config.success) return config.data["khai-bao"];
  throw new UsageError(
    "config",
    `${path}: tệp phải có đúng một dòng, ví dụ «khai-bao: khai-bao».`,
    "Ghi sau «khai-bao:» tên thư mục chứa các khai báo riêng.",
  );
}

/** What the YAML says; undefined where it is no YAML, which no configuration is either. */
function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch (fault) {
    if (fault instanceof Error && fault.name === "YAMLParseError") return undefined;
    throw fault;
  }
}
