import { config } from 'zod';

// Schemas would probe for eval, which this page's content policy forbids and reports. Imported before any schema is made.
config({ jitless: true });
