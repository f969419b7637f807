/** @jsxImportSource preact */
import { rowsOf, rowText } from './benchmarks';
import { Panel, type PartProps } from './panel';

/** What is needed to get the same bytes again, and where the comparisons come from. */
export function Method({ report, words }: PartProps) {
  const rows = rowsOf(report);
  const facts = [
    [words.text('method_model'), report.model.version],
    [words.text('method_benchmarks'), report.model.benchmarks],
    [words.text('method_hash'), report.snapshotHash],
  ] as const;
  return (
    <Panel title={words.text('method_title')}>
      <p class="note">{words.text('method_note')}</p>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
        {rows.length > 0 && (
          <div>
            <dt>{words.text('method_rows')}</dt>
            <dd>
              <ul>
                {rows.map((row) => (
                  <li key={row}>{rowText(row, words)}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}
