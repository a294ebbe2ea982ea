/** Style of the page of the reckoning: a serif column for paper, sides told apart by a bar and its pattern. */
export const PAGE_STYLE = `
:root{--ink:#1d1b18;--soft:#5d574e;--rule:#cfc8bb;--paper:#fdfcf9;--a:#8f2d22;--b:#22508f}
*{box-sizing:border-box}
body{margin:0 auto;padding:2.2rem 1.4rem 3rem;max-width:54rem;background:var(--paper);color:var(--ink);
font:16px/1.5 Georgia,"Times New Roman",serif}
header{border-bottom:2px solid var(--ink);margin-bottom:1.2rem}
.kicker{margin:0;color:var(--soft);font-variant:small-caps;letter-spacing:.04em}
h1{margin:.1rem 0 .3rem;font-size:2.3rem;line-height:1.1}
h2{margin:2rem 0 .3rem;font-size:1.35rem;border-bottom:1px solid var(--rule);padding-bottom:.15rem;break-after:avoid}
h3{margin:.1rem 0 .3rem;font-size:1.05rem;line-height:1.35}
h4{margin:.6rem 0 .1rem;font-size:.85rem;color:var(--soft);font-weight:bold;break-after:avoid}
p{margin:.4rem 0}
.caveat,.lead{color:var(--soft);font-style:italic}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.5rem 0}
th,td{padding:.28rem .5rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:normal}
thead th{font-size:.8rem;color:var(--soft);border-bottom:1px solid var(--ink)}
.who td,.who thead th:not(:first-child){text-align:right;width:5.4rem}
.rows td:first-child{width:11rem}.rows td:last-child{width:13rem}
tbody tr{break-inside:avoid}
tbody tr>:first-child{border-left:4px solid var(--rule);padding-left:.6rem}
tr.side-su>:first-child{border-left-color:var(--a)}
tr.side-jp>:first-child{border-left:4px double var(--b)}
article{border-left:4px solid var(--rule);padding:.1rem 0 .3rem 1rem;margin:1.1rem 0}
article.side-su{border-left-color:var(--a)}
article.side-jp{border-left:4px double var(--b)}
article .when,.id{color:var(--soft);font-size:.85rem;margin:0}
.author{margin:.1rem 0}
.again{font-size:.9rem}
.paper{color:var(--soft)}
ol{margin:.1rem 0 .3rem;padding-left:1.4rem;font-size:.92rem}
li{margin:.12rem 0}
.questions ol{font-size:1rem}.questions li{margin:.45rem 0}
dt{font-weight:bold}dd{margin:0 0 .4rem 1.2rem}
figure{margin:1rem 0}figcaption{font-size:.85rem;color:var(--soft)}
svg{width:100%;height:auto;display:block}
footer{margin-top:2rem;border-top:1px solid var(--rule);font-size:.8rem;color:var(--soft)}
code{font-size:.92em;word-break:break-all}
@page{size:A4;margin:16mm 15mm}
@media print{body{padding:0;max-width:none;font-size:9.5pt;line-height:1.35;background:none}h1{font-size:22pt}
table{font-size:8.5pt}th,td{padding:1.2pt 4pt}article{margin:7pt 0}h2{margin-top:13pt}
article{break-inside:auto}article h3,article .when{break-after:avoid}.questions,.words{break-inside:avoid}}
`;
