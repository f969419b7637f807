/** A neutral host page, as strict as the strictest platform: its policy allows no inline style and no script. */
export const policy = "default-src 'none'; style-src 'self'; script-src 'none'";

/** @param direction of the page; @param narrow a phone's layout: three columns fill the row */
export function hostPage(direction: 'ltr' | 'rtl'): string {
  const tiles = Array.from({ length: 9 }, (_, index) => `<i class="tile t${index}"></i>`).join('');
  const row =
    direction === 'rtl'
      ? '<span><b>412</b> منشور</span><span data-count><b>128K</b> متابع</span><span><b>1,902</b> يتابع</span>'
      : '<span><b>412</b> posts</span><span data-count><b>128K</b> followers</span><span><b>1,902</b> following</span>';
  return `<!doctype html><html lang="${direction === 'rtl' ? 'ar' : 'en'}" dir="${direction}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>profile</title><link rel="stylesheet" href="page.css"><body><div class="nav"><b>lumen</b><i></i><i></i></div>
<main><div class="profile"><div class="avatar"></div><div><div class="name">mara.moves <u>Follow</u></div><div class="stats">${row}</div>
<div class="bio"><b>Mara Lindqvist</b><br>Fitness coach<br>Move more, worry less · Gothenburg<br>mornings with @northform</div></div></div><div class="grid">${tiles}</div></main></body></html>`;
}

const tints = [
  'f4b26a,d9675b',
  '8fb8de,5d7fb8',
  'bfd8b8,6f9f7c',
  'e8c7d4,b777a0',
  'd9d2c5,9a8f80',
  '9fd3d6,4f8f9b',
  'f2d388,c98f3d',
  'c3b5e0,7a69b0',
  'eab0a0,b85f5f',
];

export function pageStyle(scheme: 'light' | 'dark'): string {
  const [page, text, quiet, line] =
    scheme === 'light' ? ['#fff', '#1d1d22', '#63636e', '#e2e2e6'] : ['#0c0c0f', '#f2f2f5', '#a0a0ab', '#2a2a31'];
  return `*{box-sizing:border-box}html{font-size:62.5%}body{margin:0;background:${page};color:${text};font:15px/1.5 "Noto Sans",sans-serif}
.nav{height:56px;border-bottom:1px solid ${line};display:flex;align-items:center;gap:16px;padding:0 32px;position:sticky;top:0;background:${page};z-index:9}
.nav b{font-size:20px;flex:1}.nav i{width:30px;height:30px;border-radius:50%;background:${line}}
main{max-width:920px;margin:32px auto 0;padding:0 12px}.profile{display:flex;gap:56px;align-items:flex-start}
.avatar{width:148px;height:148px;border-radius:50%;background:radial-gradient(circle at 40% 32%,#ffd9b8 0 26%,#c9744f 27% 45%,#6b3c4f 46% 100%);flex:none}
.name{display:flex;align-items:center;gap:14px;font-size:21px;margin-top:8px}.name u{font-size:13px;font-weight:600;text-decoration:none;background:#4b5cff;color:#fff;padding:6px 18px;border-radius:8px}
.stats{display:flex;gap:32px;margin:18px 0 12px}.bio{font-size:14px}.bio{color:${quiet}}.bio b{color:${text}}
.grid{display:grid;grid-template-columns:repeat(3,1fr);gap:6px;margin-top:36px;padding-bottom:40px}.tile{aspect-ratio:1;border-radius:4px}
${tints.map((tint, index) => `.t${index}{background:linear-gradient(${120 + index * 30}deg,#${tint.replace(',', ',#')})}`).join('')}
@media(max-width:700px){.avatar{width:72px;height:72px}.profile{gap:20px}.stats{gap:12px;justify-content:space-between}.stats span{display:grid;justify-items:center}}`;
}
