import { mountPage } from '../../surfaces/mount';
import { ReportOpener } from '../../surfaces/report-opener';

void mountPage('report-tab', 'full_report', ReportOpener);
