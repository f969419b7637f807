/** @jsxImportSource preact */
/** The report page from a golden report, as the extension's own page will draw it. */
import { render } from 'preact';
import { ReportActions, ReportPage } from '../../../extension/views/report/report-page';
import { reportStyles } from '../../../extension/views/report/report-styles';
import { viewStyles } from '../../../extension/views/styles';
import { systemSchemeTokens } from '../../../extension/views/tokens';
import { asked, askedWords, goldenMissing, goldenReport } from './golden.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`${systemSchemeTokens}${viewStyles}${reportStyles} html, body { margin: 0; }`);
document.adoptedStyleSheets = [sheet];

const name = asked.get('state') ?? 'unusual';
const words = askedWords();
document.documentElement.dir = words.direction;
document.documentElement.lang = words.locale;
render(
  <ReportPage
    report={goldenReport(name)}
    missing={goldenMissing(name)}
    words={words}
    feeCurrency="EUR"
    actions={<ReportActions words={words} onPrint={() => window.print()} onSave={() => {}} />}
  />,
  document.body,
);
