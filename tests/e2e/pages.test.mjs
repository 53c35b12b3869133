// Every second page follows the rules of all pages.

import { journeysToPages } from "./page-rules.mjs";

journeysToPages({ first: 0, of: 2 });
