/**
 * The marks of which each person has one by chance: badge and card carry it, popup and panel show it, and a page that draws
 * the like of ours can't know it. Things that everybody can name, that judge nobody and stand in every emoji font since 2018;
 * a screen reader says their names in the person's language.
 */
export const marks: readonly string[] = [
  ...'🦊🦕🐢🐳🦉🐝🦋🐞🐌🦔🐧🦆🦢🐘🦒🐪🦓🐇🦁🐯🐨🐼🦌🐙🦀🐬🦜🦚🌵🌲🌴🍁🌻🌷🍄🌽🥕🍋🍓🍒🍐🍇🥝🍉🍍🥥🥑🥨🧀⛵🚲🚀🚂🎈🔔🎸🎺🥁🎨🧩⚓🧭🔑🧵',
];

/** One of them by chance. @param last  the one that it shall not be */
export function anyMark(last = ''): string {
  const others = marks.filter((mark) => mark !== last);
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  return others[chance % others.length] as string;
}
