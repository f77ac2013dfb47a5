// What the system calls its refusal (EACCES, ENOSPC, …).

/** The code of a system fault; "" for anything else. */
export function systemCode(fault: unknown): string {
  return typeof fault === "object" && fault !== null && "code" in fault ? String(fault.code) : "";
}
