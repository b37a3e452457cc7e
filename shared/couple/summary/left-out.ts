/** Ids of sections and items that are left out by hand, once this one is, or is taken back in. */
export const leaving = (before: readonly string[], part: string, out: boolean): readonly string[] => {
  const others = before.filter((one) => one !== part);
  return out ? [...others, part] : others;
};
