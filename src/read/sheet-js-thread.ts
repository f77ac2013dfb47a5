// SheetJS in a thread of its own. A broken .xls can make it loop or fill the memory, and it writes to the console; in the
// thread it has a clock and a bound of memory, what it says is dropped, and its end is not the end of the run.
// The thread starts with the first file that needs it and is kept for the next one.

import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { WorkBook } from "@e965/xlsx";
import type { Limits } from "../ooxml/limits.js";
import { overLimit } from "../ooxml/package-fault.js";

export type SheetJsBook = Pick<WorkBook, "SheetNames" | "Sheets" | "Workbook">;

/** What the thread says of a file: its sheets, or why there are none. */
export type SheetJsAnswer =
  | { readonly kind: "read"; readonly book: SheetJsBook }
  | { readonly kind: "failed"; readonly reason: string };

const OPTIONS = {
  type: "buffer",
  dense: true,
  cellNF: true,
  cellStyles: true,
  cellHTML: false,
  cellText: false,
} as const;

/** Runs as it stands here: a thread needs a file of JavaScript or its text, and the sources are neither when tests run. */
const THREAD = `
  const { parentPort, workerData } = require("node:worker_threads");
  for (const name of ["log", "info", "warn", "error", "debug"]) console[name] = () => undefined;
  const { read } = require(workerData.library);
  parentPort.on("message", (bytes) => {
    try {
      const { SheetNames, Sheets, Workbook } = read(Buffer.from(bytes), workerData.options);
      parentPort.postMessage({ kind: "read", book: { SheetNames, Sheets, Workbook } });
    } catch (fault) {
      parentPort.postMessage({ kind: "failed", reason: String(fault?.message ?? fault) });
    }
  });
`;

export class SheetJsThread {
  private worker: Worker | undefined;

  /** Has one file read; files are to be asked for one after another. Faults: V-K15 too much time or memory. */
  async read(bytes: Uint8Array, limits: Limits): Promise<SheetJsAnswer> {
    const worker = this.worker ?? start(limits);
    this.worker = worker;
    worker.ref();
    try {
      return await answerTo(worker, bytes, limits);
    } catch (fault) {
      this.worker = undefined;
      await worker.terminate();
      throw fault;
    } finally {
      // An idle thread does not keep the program from ending.
      worker.unref();
    }
  }
}

function start(limits: Limits): Worker {
  return new Worker(THREAD, {
    eval: true,
    env: {},
    stdout: true,
    stderr: true,
    workerData: { library: createRequire(import.meta.url).resolve("@e965/xlsx"), options: OPTIONS },
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(limits.memoryBytes / 1_048_576) },
  });
}

function answerTo(worker: Worker, bytes: Uint8Array, limits: Limits): Promise<SheetJsAnswer> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      worker.removeAllListeners("message").removeAllListeners("error").removeAllListeners("exit");
      // A thread that is ended late may still report how it ended.
      worker.on("error", () => undefined);
      settle();
    };
    const timer = setTimeout(() => end(() => reject(overLimit("readSeconds", limits))), limits.readSeconds * 1000);
    worker.on("message", (answer: SheetJsAnswer) => end(() => resolve(answer)));
    worker.on("error", (fault: Error) => {
      const isFull = "code" in fault && fault.code === "ERR_WORKER_OUT_OF_MEMORY";
      end(() => reject(isFull ? overLimit("memoryBytes", limits) : fault));
    });
    worker.on("exit", () => end(() => resolve({ kind: "failed", reason: "the thread ended" })));
    worker.postMessage(bytes);
  });
}
