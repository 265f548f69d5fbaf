// What the report does with scripts: charts, the theme button, the scale switch, and a light page with all failures open on paper.
import { drawCharts } from "./charts.js";

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const source = document.getElementById("history-data");
const draw = source ? drawCharts(JSON.parse(source.textContent)) : () => {};
let scale = "absolute";

function currentTheme() {
  return root.dataset.theme ?? (dark.matches ? "dark" : "light");
}

const themeButton = document.getElementById("theme");
function labelTheme() {
  const other = currentTheme() === "dark" ? "light" : "dark";
  themeButton.firstElementChild.textContent = `${other} theme`;
  themeButton.setAttribute("aria-label", `switch to the ${other} theme`);
}
themeButton.hidden = false;
themeButton.addEventListener("click", () => {
  root.dataset.theme = currentTheme() === "dark" ? "light" : "dark";
  labelTheme();
  draw(scale);
});
dark.addEventListener("change", () => {
  labelTheme();
  draw(scale);
});

const scaleSwitch = document.getElementById("scale");
if (scaleSwitch) {
  scaleSwitch.hidden = false;
  scaleSwitch.addEventListener("click", (event) => {
    const wanted = event.target.dataset.scale;
    if (wanted) {
      scale = wanted;
      for (const button of scaleSwitch.children) {
        button.setAttribute("aria-pressed", String(button.dataset.scale === scale));
      }
      draw(scale);
    }
  });
}

let before = null;
addEventListener("beforeprint", () => {
  before = { theme: root.dataset.theme, closed: [...document.querySelectorAll("details.cases:not([open])")] };
  root.dataset.theme = "light";
  for (const details of before.closed) details.open = true;
  draw(scale);
});
addEventListener("afterprint", () => {
  if (before) {
    if (before.theme) root.dataset.theme = before.theme;
    else delete root.dataset.theme;
    for (const details of before.closed) details.open = false;
    before = null;
    draw(scale);
  }
});

labelTheme();
draw(scale);
