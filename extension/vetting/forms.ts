/**
 * What is read from disk, from a file or from a message, as it must be: a form takes any value and gives it back checked,
 * with the known members alone and always in the same order, or undefined where it is of another form.
 */
export type Form<T> = (value: unknown) => T | undefined;

type Of<F> = F extends Form<infer T> ? T : never;
type Members = Record<string, Form<unknown>>;
type Simple<T> = { [name in keyof T]: T[name] };

/** Longest text of any kind unless told otherwise, UTF-16 code units. */
const TEXT = 200;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

export function text(longest = TEXT, shortest = 0): Form<string> {
  return (value) =>
    typeof value === 'string' && value.length >= shortest && value.length <= longest && value.isWellFormed()
      ? value
      : undefined;
}

export function matching(pattern: RegExp, longest = TEXT): Form<string> {
  return (value) => (typeof value === 'string' && value.length <= longest && pattern.test(value) ? value : undefined);
}

/** RFC 3339, UTC, whole seconds. */
export const time: Form<string> = (value) =>
  typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

/** Any finite number. */
export const number: Form<number> = (value) => (Number.isFinite(value) ? (value as number) : undefined);

/** A whole number from 0 to the contract's largest count. */
export const count: Form<number> = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 1e12 ? (value as number) : undefined;

export const flag: Form<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export function oneOf<T extends string>(...values: readonly T[]): Form<T> {
  return (value) => ((values as readonly unknown[]).includes(value) ? (value as T) : undefined);
}

/** At most `most` of a form; one that is of another makes the list none. */
export function list<T>(form: Form<T>, most: number): Form<T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const checked = value.map(form);
    return checked.includes(undefined) ? undefined : (checked as T[]);
  };
}

/** Either; the first that takes the value. */
export function either<A, B>(a: Form<A>, b: Form<B>): Form<A | B> {
  return (value) => a(value) ?? b(value);
}

/** Names of any kind with values of one form, at most `most`; the names as they stand. */
export function named<T>(form: Form<T>, most: number): Form<Record<string, T>> {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const members = Object.entries(value);
    if (members.length > most) return undefined;
    const checked = members.map(([name, member]) => [text()(name), form(member)] as const);
    return checked.some((pair) => pair.includes(undefined as never))
      ? undefined
      : (Object.fromEntries(checked) as Record<string, T>);
  };
}

/** An object with these members, and those where they are there. */
export function record<R extends Members, O extends Members = Record<never, never>>(
  required: R,
  optional: O = {} as O,
): Form<Simple<{ [name in keyof R]: Of<R[name]> } & { [name in keyof O]?: Of<O[name]> }>> {
  const members = Object.entries({ ...required, ...optional }).map(
    ([name, form]) => [name, form, Object.hasOwn(required, name)] as const,
  );
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const given = value as Record<string, unknown>;
    const checked: Record<string, unknown> = {};
    for (const [name, form, isRequired] of members) {
      const member = Object.hasOwn(given, name) ? given[name] : undefined;
      if (member === undefined && !isRequired) continue;
      const known = form(member);
      if (known === undefined) return undefined;
      checked[name] = known;
    }
    return checked as never;
  };
}
