import { mountPage } from '../../surfaces/mount';
import { Options } from '../../surfaces/options';

void mountPage('options', 'options_title', Options);
