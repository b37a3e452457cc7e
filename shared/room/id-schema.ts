import { z } from 'zod';

/** Ids are made by the main process; the pattern keeps them safe as file names. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  // Ids are keys of records: none may be a name that every record has.
  .refine((id) => !(id in Object.prototype));
