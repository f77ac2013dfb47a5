// Which declarations are in force for a run: the shipped ones, and an office's own that khuyenhoc.yaml points at.

import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { type DeclarationFile, loadCatalogue } from "../catalogue/load-catalogue.js";
import { inEnglish, loadPhrases } from "../catalogue/load-english.js";
import { withPrepared } from "../catalogue/prepared.js";
import { type OfficeConfig, readConfig } from "../catalogue/read-config.js";
import type { Catalogue } from "../model/catalogue.js";
import { UsageError } from "../model/usage-error.js";
import type { Env } from "./env.js";
import type { Language } from "./language.js";

/** Declarations as they stand in their files, and the language of the run. Handed to every thread that reads. */
export interface Declared {
  readonly shipped: readonly DeclarationFile[];
  readonly own: readonly DeclarationFile[];
  readonly language: Language;
}

export const DEFAULT_CONFIG = "khuyenhoc.yaml";
const DEFAULT_FOLDER = "khai-bao";

/**
 * What is declared for a run. `configPath` is what --config says; without it a khuyenhoc.yaml in the current folder counts.
 *
 * @throws UsageError `missing-config`, `declaration`, `missing-declarations`
 */
export async function declarationsInForce(
  { configPath, language }: { readonly configPath: string | undefined; readonly language: Language },
  env: Env,
): Promise<Declared> {
  const shipped = await shippedFiles(env);
  const prepared = env.preparedDeclarations();
  return {
    shipped: prepared === undefined ? shipped : withPrepared(shipped, prepared),
    own: await ownDeclarations(configPath, env),
    language,
  };
}

/** The catalogue in force, in the language of the run. @throws UsageError `declaration` */
export function catalogueOf({ shipped, own, language }: Declared): Catalogue {
  const catalogue = loadCatalogue(shipped, own);
  return language === "en" ? inEnglish(catalogue, shipped) : catalogue;
}

/** What puts the program's own Vietnamese words into the language of the run. */
export async function translationInto(language: Language, env: Env): Promise<(text: string) => string> {
  return language === "en" ? loadPhrases(await shippedFiles(env)) : (text) => text;
}

/** SHA-256 of declarations, and of the register of units among them. */
export function declarationHashes({ shipped, own }: Pick<Declared, "shipped" | "own">): {
  readonly declarations: string;
  readonly register: string;
} {
  const files = [...shipped, ...own];
  const isRegister = ({ path }: DeclarationFile): boolean => path.startsWith("units/");
  return {
    declarations: hashOf(files.filter((file) => !isRegister(file))),
    register: hashOf(files.filter(isRegister)),
  };
}

function hashOf(files: readonly DeclarationFile[]): string {
  const hash = createHash("sha256");
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest("hex");
}

async function shippedFiles(env: Env): Promise<readonly DeclarationFile[]> {
  const shipped = await env.declarations(env.shippedCatalogue);
  if (shipped === undefined) throw new Error(`shipped catalogue not found at ${env.shippedCatalogue}`);
  return shipped;
}

/** Where an office keeps its own declarations; `isNew` where nothing points at a folder yet. */
export interface OwnFolder {
  readonly path: string;
  /** As the configuration names it. */
  readonly name: string;
  readonly config: string;
  readonly isNew: boolean;
}

/** The folder that khuyenhoc.yaml points at; where there is no such file, the folder it is going to point at. */
export async function ownFolder(configPath: string | undefined, env: Env): Promise<OwnFolder> {
  const config = configPath ?? DEFAULT_CONFIG;
  const isNew = (await env.find(config)).kind === "missing";
  const name = isNew ? DEFAULT_FOLDER : ((await configInForce(configPath, env)).folder ?? DEFAULT_FOLDER);
  return { path: join(dirname(config), name), name, config, isNew };
}

async function ownDeclarations(configPath: string | undefined, env: Env): Promise<readonly DeclarationFile[]> {
  const config = await configInForce(configPath, env);
  const path = configPath ?? DEFAULT_CONFIG;
  if ((await env.find(path)).kind === "missing") return [];
  const folder = config.folder ?? DEFAULT_FOLDER;
  const own = await env.declarations(join(dirname(path), folder));
  if (own !== undefined || config.folder === undefined) return own ?? [];
  throw new UsageError(
    "missing-declarations",
    `${path}: không thấy thư mục khai báo «${folder}».`,
    "Sửa tên thư mục sau «khai-bao:», hoặc tạo thư mục ấy.",
  );
}

/** What khuyenhoc.yaml says; nothing where there is none. @throws UsageError `missing-config`, `declaration` */
export async function configInForce(configPath: string | undefined, env: Env): Promise<OfficeConfig> {
  const path = configPath ?? DEFAULT_CONFIG;
  if ((await env.find(path)).kind !== "missing") {
    return readConfig(path, new TextDecoder().decode(await env.read(path)));
  }
  if (configPath === undefined)
    return {
      folder: undefined,
      ledger: undefined,
      memory: undefined,
      deadlines: new Map(),
      issuedUnder: "association",
    };
  throw new UsageError("missing-config", `Không thấy tệp khai báo «${path}».`, "Kiểm tra lại đường dẫn sau --config.");
}
