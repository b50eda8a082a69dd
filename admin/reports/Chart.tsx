import { Box, useTheme } from '@mui/material';
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useIsPhone } from '../parts/ResponsiveList.js';
import { GROUPS, type Line, sumOf } from './figures.js';

use([BarChart, GridComponent, LegendComponent, AriaComponent, CanvasRenderer]);

/** Six hues that people with any colour vision tell apart (Okabe and Ito), with the text that reads on each. */
const HUES = {
  BEFORE: ['#E69F00', '#1F1F21'],
  APPROVED: ['#56B4E9', '#1F1F21'],
  RUNNING: ['#0072B2', '#FFFFFF'],
  FINISHED: ['#CC79A7', '#1F1F21'],
  ACCEPTED: ['#009E73', '#1F1F21'],
  STOPPED: ['#D55E00', '#1F1F21'],
} as const;

/** Programmes by line of the report, one bar a line, parted by where they stand; the table beside says the same in figures. */
export default function Chart({ lines }: { lines: Line[] }) {
  const box = useRef<HTMLDivElement>(null);
  const translate = useTranslate();
  const theme = useTheme();
  const isPhone = useIsPhone();
  const option = optionOf(lines, { translate, isPhone, text: theme.palette.text.primary, line: theme.palette.divider });
  const chart = useRef<EChartsType>(null);
  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current);
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => chart.current?.setOption(option, true));
  return <Box ref={box} role="img" sx={{ width: '100%', height: 72 + lines.length * 28 }} />;
}

interface Look {
  translate: (key: string, options?: object) => string;
  isPhone: boolean;
  text: string;
  line: string;
}

function optionOf(lines: Line[], { translate, isPhone, text, line }: Look) {
  const names = Object.keys(GROUPS) as (keyof typeof GROUPS)[];
  return {
    animation: false,
    textStyle: { color: text, fontFamily: getComputedStyle(document.body).fontFamily },
    aria: { enabled: true, decal: { show: true }, label: { description: translate('lianxin.report.chartAlt') } },
    grid: { top: isPhone ? 64 : 36, right: 16, bottom: 24, left: isPhone ? 96 : 120 },
    legend: { top: 0, left: 0, textStyle: { color: text } },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { color: text }, splitLine: { lineStyle: { color: line } } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: lines.map(({ label }) => label),
      axisTick: { show: false },
      axisLabel: { color: text, width: isPhone ? 88 : 112, overflow: 'truncate' },
    },
    series: names.map((name) => ({
      type: 'bar',
      stack: 'all',
      barMaxWidth: 20,
      name: translate(`lianxin.report.group.${name}`),
      itemStyle: { color: HUES[name][0] },
      label: {
        show: true,
        color: HUES[name][1],
        formatter: ({ value }: { value: unknown }) => (value ? `${value}` : ''),
      },
      data: lines.map((one) => sumOf(one, GROUPS[name]).count || null),
    })),
  };
}
