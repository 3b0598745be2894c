/** In the page itself; its digest stands in the page's policy. */
export const referenceStyles = `
:root { color-scheme: light dark; --line: light-dark(#d7dbe0, #3a4048); --quiet: light-dark(#4c5663, #aab4c0); --link: light-dark(#0b5cad, #7db8ff); --back: light-dark(#f5f6f8, #1d2126); }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #14171a); color: light-dark(#1a1f26, #e8ebee); }
a { color: var(--link); }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--back); padding: .5rem; }
nav { padding: 1rem; border-bottom: 1px solid var(--line); font-size: .9rem; }
nav h2 { font-size: .9rem; margin: 1rem 0 .25rem; } nav ul { list-style: none; margin: 0; padding: 0; } nav li a { display: inline-block; padding: .2rem 0; }
main { padding: 1rem; max-width: 60rem; min-width: 0; }
article { border-top: 1px solid var(--line); padding: .5rem 0 1.5rem; }
h3 a { color: inherit; text-decoration: none; } h4 { margin: 1rem 0 .25rem; }
.address { overflow-wrap: anywhere; } .access, small { color: var(--quiet); }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; font-weight: 600; } th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-top: 1px solid var(--line); }
th[scope=row] { font-weight: 400; } td { overflow-wrap: anywhere; }
code, pre { font: .875em/1.5 ui-monospace, monospace; } pre { background: var(--back); padding: .75rem; overflow-x: auto; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem 1rem; } dd p { margin: 0; }
@media (min-width: 60rem) { body { display: grid; grid-template-columns: 18rem 1fr; } nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; border: 0; border-right: 1px solid var(--line); } main { padding: 1rem 2rem; } }
@media print { nav { display: none; } }
`;
