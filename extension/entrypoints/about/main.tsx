import { mountPage } from '../../surfaces/mount';
import { About } from '../../surfaces/about';

void mountPage('about', 'about_title', About);
