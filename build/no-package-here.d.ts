// shared/ is pure TypeScript: every package but zod resolves to this empty module, so that nothing can be imported from it.
export {};
