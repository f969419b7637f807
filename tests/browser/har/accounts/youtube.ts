/** The invented account on YouTube. */
import { youtubeLook } from '../looks.ts';
import { type PageParts, STRICT_POLICY } from '../make.ts';
import { gardenVideos } from '../sample-rows.ts';
import { youtubeBrowse } from '../shapes.ts';
import { shell } from '../shells.ts';
import { AT } from './clock.ts';

export function youtube(): PageParts {
  const channel = 'UCinventedGardenShed000A';
  const text = (content: string) => ({ text: { content } });
  const browse = {
    header: {
      pageHeaderRenderer: {
        pageTitle: 'The Garden Shed',
        content: {
          pageHeaderViewModel: {
            title: { dynamicTextViewModel: { text: { content: 'The Garden Shed' } } },
            metadata: {
              contentMetadataViewModel: {
                metadataRows: [
                  { metadataParts: [text('@thegardenshed')] },
                  { metadataParts: [text('92.4K subscribers'), text('268 videos')] },
                ],
                delimiter: '•',
              },
            },
          },
        },
      },
    },
    metadata: {
      channelMetadataRenderer: {
        title: 'The Garden Shed',
        externalId: channel,
        vanityChannelUrl: 'http://www.youtube.com/@thegardenshed',
        description: 'Slow gardening, week by week.',
        isFamilySafe: true,
      },
    },
    contents: {
      twoColumnBrowseResultsRenderer: {
        tabs: [
          {
            tabRenderer: {
              title: 'Videos',
              selected: true,
              endpoint: {
                browseEndpoint: { browseId: channel, canonicalBaseUrl: '/@thegardenshed' },
                commandMetadata: { webCommandMetadata: { url: '/@thegardenshed/videos' } },
              },
              content: {
                richGridRenderer: {
                  contents: gardenVideos.map(([videoId, age, views, length, title]) => ({
                    richItemRenderer: {
                      content: {
                        videoRenderer: {
                          videoId,
                          title: { runs: [{ text: title }] },
                          publishedTimeText: { simpleText: age },
                          lengthText: { simpleText: length },
                          viewCountText: { simpleText: `${views.toLocaleString('en-US')} views` },
                        },
                      },
                    },
                  })),
                },
              },
            },
          },
        ],
      },
    },
  };
  const asks = [youtubeBrowse(channel, 'EgZ2aWRlb3PyBgQKAjoA', JSON.stringify(browse))];
  return {
    url: 'https://www.youtube.com/@thegardenshed/videos',
    at: AT,
    asks,
    policy: STRICT_POLICY,
    document: shell({ look: youtubeLook(browse), title: 'The Garden Shed - YouTube', lang: 'en', asks }),
  };
}
