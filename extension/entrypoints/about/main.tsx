import { About } from '../../surfaces/about';
import { mountPage } from '../../surfaces/mount';

void mountPage('about', 'about_title', About);
