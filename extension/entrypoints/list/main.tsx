import { ListPage } from '../../surfaces/list/list-page';
import { listStyles } from '../../surfaces/list/list-styles';
import { mountPage } from '../../surfaces/mount';

void mountPage('shortlist', 'list_title', ListPage, listStyles);
