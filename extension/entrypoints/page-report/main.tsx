import { mountPage } from '../../surfaces/mount';
import { PageReport } from '../../surfaces/page-report';

void mountPage('page-report', 'report_page_title', PageReport);
