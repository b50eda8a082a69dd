import { Box } from '@mui/material';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendScrollComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Drawing } from './chartOptions.js';

use([BarChart, LineChart, GridComponent, LegendScrollComponent, AriaComponent, CanvasRenderer]);

/** Draws a chart in the width that there is; the table beside says the same in figures. The only file that brings ECharts. */
export default function Chart({ option, height }: Drawing) {
  const box = useRef<HTMLDivElement>(null);
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
  return <Box ref={box} role="img" sx={{ width: '100%', height }} />;
}
