import { mountPage } from '../../surfaces/mount';
import { Welcome } from '../../surfaces/welcome';

void mountPage('welcome', 'welcome_title', Welcome);
