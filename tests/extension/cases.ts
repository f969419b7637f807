/** How many random cases a property tries: few in each run, and PLUMB_CASES in all of them for a long one. */
export function cases(usual: number): number {
  const asked = Number(process.env.PLUMB_CASES);
  return asked > 0 ? asked : usual;
}
