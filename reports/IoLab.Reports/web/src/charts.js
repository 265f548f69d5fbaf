// The history charts. Looks (colour, symbol) come from report.css and mirror the marks in the tables.
import { init, use } from "echarts/core";
import { CustomChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([CustomChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const SYMBOLS = ["circle", "diamond", "rect", "triangle", "path://M5 9 0 0h10z", "path://M0 3h10v4H0z"];
const CROSS = "path://M0 1 1 0 5 4 9 0 10 1 6 5 10 9 9 10 5 6 1 10 0 9 4 5z";
const DASHES = ["solid", [6, 4], [2, 3]]; // several series of one backend: other machines, labels, engines
const LOG_FROM = 6; // lines that differ by more than this share a logarithmic axis

/** Draws every chart of the page; answers a function that redraws them all. */
export function drawCharts(charts) {
  const drawn = [...document.querySelectorAll(".chart[data-chart]")].map((element) => {
    const chart = init(element, null, { renderer: "svg" });
    new ResizeObserver(() => chart.resize()).observe(element);
    return { chart, data: charts[Number(element.dataset.chart)] };
  });
  return (scale) => {
    const style = readStyle();
    for (const { chart, data } of drawn) {
      chart.setOption(optionFor(data, scale, style), { notMerge: true });
    }
  };
}

function readStyle() {
  const css = getComputedStyle(document.documentElement);
  const value = (name) => css.getPropertyValue(name).trim();
  return {
    looks: [1, 2, 3, 4, 5, 6].map((i) => value(`--look-${i}`)),
    ink: value("--ink"), quiet: value("--quiet"), rule: value("--rule"), paper: value("--paper"), bad: value("--fail"),
    font: getComputedStyle(document.body).fontFamily,
  };
}

function optionFor(data, scale, style) {
  const lines = data.lines.map((line) => toScale(line, scale));
  const values = lines.flatMap((line) => line.points.map((p) => p[1])).filter((v) => v > 0);
  const spread = Math.max(...values) / Math.min(...values);
  const isLog = scale === "absolute" && spread > LOG_FROM;
  return {
    animation: false,
    textStyle: { fontFamily: style.font },
    grid: { left: 4, right: 12, top: 14, bottom: 8, containLabel: true },
    tooltip: {
      trigger: "axis",
      confine: true,
      extraCssText: "white-space: normal; max-width: min(440px, 86vw); overflow-wrap: anywhere; box-shadow: none",
      backgroundColor: style.paper,
      borderColor: style.rule,
      textStyle: { color: style.ink, fontSize: 12 },
      axisPointer: { lineStyle: { color: style.quiet } },
      formatter: (items) => tooltip(items[0]?.dataIndex ?? 0, data, style),
    },
    xAxis: {
      type: "category",
      data: data.runs.map(([day]) => day.slice(5)),
      boundaryGap: data.runs.length === 1,
      axisLine: { lineStyle: { color: style.rule } },
      axisTick: { show: false },
      axisLabel: { color: style.quiet, fontSize: 11, hideOverlap: true },
    },
    yAxis: {
      type: isLog ? "log" : "value",
      // Doublings where they fit, round powers of ten where the lines are far apart.
      logBase: spread > 1000 ? 10 : 2,
      scale: true,
      splitNumber: 4,
      axisLabel: { color: style.quiet, fontSize: 11, hideOverlap: true, formatter: scale === "relative" ? percent : tidy },
      splitLine: { lineStyle: { color: style.rule } },
    },
    series: lines.flatMap((line) => seriesFor(line, data.runs.length, style)),
  };
}

/** Absolute values, or percent against the line's first valid point. */
function toScale(line, scale) {
  const first = line.points.find((p) => p[4]);
  const map = scale === "relative" && first ? (v) => (v / first[1] - 1) * 100 : (v) => v;
  return { ...line, points: line.points.map(([at, mid, low, high, ...rest]) => [at, map(mid), map(low), map(high), ...rest]) };
}

function seriesFor(line, runs, style) {
  const color = style.looks[line.look - 1];
  const symbol = SYMBOLS[line.look - 1];
  const valid = line.points.filter((p) => p[4]);
  const wrong = line.points.filter((p) => !p[4]);
  const at = new Map(valid.map((p) => [p[0], p]));
  const places = Array.from({ length: runs }, (_, i) => at.get(i));
  const list = [
    band(valid, color, line.name),
    {
      name: line.name,
      type: "line",
      connectNulls: true,
      symbol,
      showAllSymbol: true,
      lineStyle: { color, width: 1.75, type: DASHES[Math.min(line.variant, 2)] },
      itemStyle: { color },
      emphasis: { disabled: true },
      data: places.map((p) => (!p ? null : {
        value: p[1],
        symbolSize: p[5] ? 10 : runs > 60 ? 3 : line.variant > 0 ? 6 : 5,
        itemStyle: p[5] || line.variant > 0 ? { color: style.paper, borderColor: color, borderWidth: p[5] ? 2.5 : 1.5 } : { color },
      })),
      z: 3,
    },
  ];
  if (wrong.length > 0) {
    const values = Array.from({ length: runs }, () => null);
    for (const p of wrong) values[p[0]] = p[1];
    list.push({ name: line.name, type: "line", symbol: CROSS, symbolSize: 9, lineStyle: { width: 0 }, itemStyle: { color: style.bad }, data: values, z: 4 });
  }
  return list;
}

/** The area between the quartiles, as one shape; a lone point gets an upright bar. */
function band(points, color, name) {
  return {
    name,
    type: "custom",
    silent: true,
    z: 2,
    data: points.map((p) => [p[0], p[2], p[3]]), // all of them, so that the axis makes room for the band
    encode: { x: 0, y: [1, 2] },
    renderItem: (params, api) => {
      if (params.dataIndex > 0) return undefined;
      const upper = points.map((p) => api.coord([p[0], p[3]]));
      const lower = points.map((p) => api.coord([p[0], p[2]]));
      if (points.length === 1) {
        return { type: "line", shape: { x1: upper[0][0], y1: upper[0][1], x2: lower[0][0], y2: lower[0][1] }, style: { stroke: color, lineWidth: 1.5 } };
      }
      return { type: "polygon", shape: { points: [...upper, ...lower.reverse()] }, style: { fill: color, opacity: 0.16 } };
    },
  };
}

function tooltip(place, data, style) {
  const [day, commit] = data.runs[place];
  const rows = data.lines.flatMap((line) => line.points.filter((p) => p[0] === place).map((p) =>
    `<div><span style="display:inline-block;width:9px;height:9px;border-radius:50%;margin-right:6px;box-sizing:border-box;border:2px solid ${style.looks[line.look - 1]};background:${line.variant > 0 ? "none" : style.looks[line.look - 1]}"></span>${
      escape(line.name)} <b>${escape(p[6])}</b></div>`));
  return `<div style="color:${style.quiet}">${escape(day)} ${escape(commit)}</div>${rows.join("")}`;
}

function escape(text) {
  return String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

function tidy(value) {
  return String(Number(value.toPrecision(4)));
}

function percent(value) {
  return `${value > 0 ? "+" : value < 0 ? "\u2212" : ""}${tidy(Math.abs(value))} %`;
}
