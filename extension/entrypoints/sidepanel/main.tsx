import { mountPage } from '../../surfaces/mount';
import { Panel } from '../../surfaces/panel';

void mountPage('sidepanel', 'panel_title', Panel);
