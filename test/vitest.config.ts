// The test runner's settings. Tests run west of UTC, so that a date taken from the local clock shows at once.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/**/*.test.ts"],
    env: { TZ: "America/Los_Angeles" },
    testTimeout: 60_000,
  },
});
