/** Facebook: where its pages are. Each of its languages has a host. */
import type { Responses, Shows, Site } from '../site';

export const site: Site = {
  platform: 'facebook',
  access: 'permission',
  hosts: [
    {
      names:
        '@ www m web af-za ar-ar az-az be-by bg-bg bn-in bs-ba ca-es cs-cz cy-gb da-dk de-de el-gr en-gb en-us ' +
        'eo-eo es-cl es-co es-es es-la es-mx es-ve et-ee eu-es fa-ir fi-fi fo-fo fr-ca fr-fr fy-nl ga-ie gl-es ' +
        'gu-in he-il hi-in hr-hr hu-hu hy-am id-id is-is it-it ja-jp jv-id ka-ge kk-kz km-kh kn-in ko-kr ku-tr ' +
        'lt-lt lv-lv mg-mg mk-mk ml-in mn-mn mr-in ms-my mt-mt nb-no ne-np nl-be nl-nl nn-no pa-in pl-pl ps-af ' +
        'pt-br pt-pt ro-ro ru-ru sk-sk sl-si so-so sq-al sr-rs sv-se sw-ke ta-in te-in tg-tj th-th tl-ph tr-tr ' +
        'uk-ua ur-pk uz-uz vi-vn zh-cn zh-hk zh-tw zu-za',
      domains: 'facebook.com',
    },
  ],
  example: 'https://www.facebook.com/name',
  nameless: true,
};

export const responses: Responses = {
  hosts: ['facebook.com'],
  paths: ['/api/graphql'],
};

export const shows: Shows = {
  always: ['posts[].likes', 'posts[].comments', 'posts[].at'],
  lists: ['', 'posts'],
  never: ['profile.createdAt', 'people'],
};
