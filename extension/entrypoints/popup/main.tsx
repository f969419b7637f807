import { mountPage } from '../../surfaces/mount';
import { Popup } from '../../surfaces/popup';

void mountPage('popup', 'popup_title', Popup);
