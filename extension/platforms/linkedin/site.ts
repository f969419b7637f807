/** LinkedIn: where its pages are. Each country has a host. */
import type { Shows, Site } from '../site';

export const site: Site = {
  platform: 'linkedin',
  access: 'permission',
  hosts: [
    {
      names:
        '@ www ae af al ar at au ba bd be bg bh bo br ca ch cl cn co cr cy cz de dk do dz ec ee eg es fi fr gh gr ' +
        'gt hk hr hu id ie il in ir is it jm jo jp ke kr kw kz lb lk lt lu lv ma me mk mt mu mx my ng nl no np nz ' +
        'om pa pe ph pk pl pr pt qa ro rs ru sa se sg si sk sv th tn tr tt tw tz ua ug uk uy ve vn za zw',
      domains: 'linkedin.com',
    },
  ],
  example: 'https://www.linkedin.com/in/name/',
  nameless: true,
};

export const shows: Shows = {
  always: ['posts[].likes'],
  lists: ['posts', 'recent-activity'],
  never: ['profile.createdAt', 'posts[].views', 'posts[].pinned', 'posts[].sponsored', 'people'],
};
