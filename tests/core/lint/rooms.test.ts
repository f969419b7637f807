import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copiedTree } from '../../extension/lint/copied-tree';
import { checkRooms, floors, roomsOfTable, wasm } from './rooms';

const copy = copiedTree((to) => cpSync(wasm, to, { recursive: true }));
const wrong = () => checkRooms(copy.root).wrong.map(({ file, message }) => `${file} ${message}`);

describe('the rooms of the core', () => {
  it('holds no include that points up, and no circle', () => {
    const { files, wrong } = checkRooms(copy.root);
    expect(files).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it('fails on an include that points up', () => {
    copy.plant('core/account/account.hpp', '#include "estimate/estimate.hpp"');
    expect(wrong()).toContain(
      'core/account/account.hpp includes "estimate/estimate.hpp", which stands above or beside its room (rooms.json).',
    );
  });

  it('fails on an include of a room of the same floor', () => {
    copy.plant('core/people/people.cpp', '#include "comments/comment_kinds.hpp"');
    expect(wrong()).toEqual([
      'core/people/people.cpp includes "comments/comment_kinds.hpp", which stands above or beside its room (rooms.json).',
    ]);
  });

  it.each([
    ['core/score.cpp', '#include "../cli/score_lines.hpp"'],
    ['core/base/errors.cpp', '#  include "../../cli/show_report.hpp"'],
    ['core/stats/elementary.cpp', '#include "snapshot/snapshot.hpp"'],
    ['core/text/shape.hpp', '#include "../report/report.hpp"'],
  ])('fails where %s holds %s', (file, line) => {
    copy.plant(file, line);
    expect(wrong()).toHaveLength(1);
  });

  it('fails on a circle, inside one room too', () => {
    copy.plant('core/stats/interval.hpp', '#include "posterior.hpp"');
    expect(wrong()).toEqual([
      'core/stats/interval.hpp a circle: core/stats/interval.hpp → core/stats/posterior.hpp → core/stats/interval.hpp',
    ]);
  });

  it('fails on a header that is not there', () => {
    copy.plant('core/base/errors.cpp', '#include "data/no_such_table.hpp"');
    expect(wrong()).toEqual([
      'core/base/errors.cpp "data/no_such_table.hpp" is no file here; headers of others are included by <…>.',
    ]);
  });

  it('fails on a folder that no floor names', () => {
    mkdirSync(path.join(copy.root, 'core/odds'));
    writeFileSync(path.join(copy.root, 'core/odds/odds.hpp'), '#pragma once\n');
    expect(wrong()).toEqual(['core/odds/odds.hpp core/odds/ stands in no floor of rooms.json.']);
  });

  it('stands in the README in the same order', () => {
    const told = roomsOfTable(readFileSync(path.join(wasm, 'README.md'), 'utf8'));
    expect(told).toEqual(floors.flat().filter((room) => room.startsWith('core')));
  });
});
