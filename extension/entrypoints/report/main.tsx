import { mountPage } from '../../surfaces/mount';
import { ReportOpener } from '../../surfaces/report-opener';

void mountPage('report-empty', 'full_report', ReportOpener);
