/** A word with what joins its parts: 'maria.rossi', 'vind-ik-leuks', '12.5K'. */
export const TOKEN = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[.-]+[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)*/gu;
