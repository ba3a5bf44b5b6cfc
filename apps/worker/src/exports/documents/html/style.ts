/** A page like a programme booklet, on a screen in either light and on paper. `accent`: `#rrggbb`. */
export const styleOf = (accent: string): string => `
:root { color-scheme: light dark; --accent: ${accent}; --ink: #1d1b18; --quiet: #6a655d; --line: #ddd8ce; --paper: #fffdf8; }
@media (prefers-color-scheme: dark) { :root { --accent: color-mix(in oklab, ${accent} 55%, white); --ink: #ece8e0; --quiet: #a8a296; --line: #3b3833; --paper: #191815; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.7 'Source Serif 4', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', SimSun, Georgia, serif; text-size-adjust: 100%; }
:lang(zh) { line-height: 1.85; }
body { max-width: 46rem; margin: 0 auto; padding: clamp(2rem, 7vw, 6rem) clamp(1.1rem, 5vw, 3rem) 6rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.3; font-weight: 600; text-wrap: balance; break-after: avoid; }
h1 { font-size: clamp(1.9rem, 5vw, 2.7rem); margin: 0 0 2.5rem; padding-bottom: 1.4rem; border-bottom: 3px solid var(--accent); }
h2 { font-size: 1.5rem; margin: 3.6rem 0 1rem; color: var(--accent); }
h3 { font-size: 1.2rem; margin: 2.4rem 0 .7rem; }
h4 { font-size: 1.05rem; margin: 1.8rem 0 .5rem; color: var(--quiet); }
p { margin: .8rem 0; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:focus-visible, .wide:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
nav { margin: 0 0 3rem; font-size: .95rem; }
nav ol { list-style: none; padding: 0; columns: 2 14rem; }
nav li { padding: .3rem 0; break-inside: avoid; }
nav a { text-decoration: none; }
blockquote { margin: 1.6rem 0; padding: .2rem 0 .2rem 1.4rem; border-left: 3px solid var(--accent); break-inside: avoid; }
blockquote p { font-size: 1.12rem; margin: 0 0 .4rem; }
blockquote footer { color: var(--quiet); font-size: .92rem; }
.wide { overflow-x: auto; margin: 1.4rem 0; }
table { border-collapse: collapse; width: 100%; font: .85rem/1.5 'Source Sans 3', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .5rem .8rem .5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: normal; min-width: 3.2em; max-width: 24rem; }
td { overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 600; border-bottom: 2px solid var(--accent); }
.figure { text-align: right; white-space: nowrap; }
figure { margin: 2.2rem 0; break-inside: avoid; }
figure img { display: block; max-width: 100%; height: auto; }
figcaption { color: var(--quiet); font-size: .9rem; margin-top: .6rem; }
@page { size: A4; margin: 24mm 22mm; }
@media print {
  :root { color-scheme: light; --accent: ${accent}; --ink: #000; --quiet: #555; --line: #ccc; --paper: #fff; }
  html { font-size: 10.5pt; } body { max-width: none; padding: 0; } nav { display: none; } .wide { overflow: visible; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
}
`;
