// `npm run build`.

import { buildProgram } from "./bundle.js";

await buildProgram();
