/** Pinterest: where its pages are. Countries have a domain or a host. */
import type { Responses, Shows, Site } from '../site';

const DOMAINS =
  'pinterest.com pinterest.at pinterest.be pinterest.ca pinterest.ch pinterest.cl pinterest.co pinterest.co.at ' +
  'pinterest.co.in pinterest.co.kr pinterest.co.nz pinterest.co.uk pinterest.com.au pinterest.com.bo ' +
  'pinterest.com.ec pinterest.com.mx pinterest.com.pe pinterest.com.py pinterest.com.uy pinterest.com.vn ' +
  'pinterest.de pinterest.dk pinterest.ec pinterest.es pinterest.fr pinterest.hu pinterest.id pinterest.ie ' +
  'pinterest.in pinterest.info pinterest.it pinterest.jp pinterest.kr pinterest.mx pinterest.nl pinterest.nz ' +
  'pinterest.pe pinterest.ph pinterest.pt pinterest.ru pinterest.se pinterest.th pinterest.tw pinterest.uk ' +
  'pinterest.vn';

export const site: Site = {
  platform: 'pinterest',
  access: 'permission',
  hosts: [
    { names: '@ www', domains: DOMAINS },
    {
      names:
        'ar at au be bo br ca ch cl co cz de dk ec es fi fr gr hu id ie in it jp kr mx nl no nz pe ph pl pt py ro ru se sk th tr tw uk uy vn za',
      domains: 'pinterest.com',
    },
  ],
  example: 'https://www.pinterest.com/name/',
};

export const responses: Responses = {
  hosts: DOMAINS.split(' '),
  paths: [
    '/resource/UserResource/',
    '/resource/UserPinsResource/',
    '/resource/UserActivityPinsResource/',
    '/resource/UserFollowersResource/',
  ],
};

export const shows: Shows = {
  always: ['profile.followers', 'posts[].saves'],
  lists: ['_created'],
  never: ['posts[].views', 'posts[].shares', 'posts[].pinned'],
};
