// The other half of the pages follows the rules of all pages as well.

import { journeysToPages } from "./page-rules.mjs";

journeysToPages({ first: 1, of: 2 });
