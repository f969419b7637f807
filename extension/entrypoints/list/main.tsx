import { ListPage } from '../../surfaces/list/list-page';
import { listStyles } from '../../surfaces/list/list-styles';
import { readEarly } from '../../surfaces/list/use-list';
import { mountPage } from '../../surfaces/mount';

readEarly();
void mountPage('shortlist', 'list_title', ListPage, listStyles);
