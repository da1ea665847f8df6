// The tables that script/bench prints: each row as soon as it is measured, and all of them kept in the file that
// $JIEMENG_BENCH names, of which script/benchmarks.mjs makes BENCHMARKS.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const file = process.env.JIEMENG_BENCH;
const FIRST = 50;
const OTHERS = 12;

function keep(table) {
  if (!file) return;
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).filter(({ title }) => title !== table.title) : [];
  writeFileSync(file, JSON.stringify([...kept, table], null, 1));
}

/** Figures as they are read: three digits, or all before the point. */
const shown = (value) => (typeof value !== "number" ? (value ?? "") : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0));

/**
 * A table: what is measured in which unit, the heads of its columns. Gives what adds a row: who, and a figure for each column;
 * a figure that there is not may stay out.
 */
export function table(title, columns) {
  const kept = { title, columns, rows: [] };
  console.log(`\n${title.padEnd(FIRST)}${columns.map((column) => column.padStart(OTHERS)).join("")}`);
  return (who, ...figures) => {
    console.log(`${who.padEnd(FIRST)}${figures.map((figure) => String(shown(figure)).padStart(OTHERS)).join("")}`.trimEnd());
    kept.rows.push([who, ...figures.map(shown)]);
    keep(kept);
  };
}

/** The middle of figures, and others by their share: 0.95 is what 95 of 100 stay under. */
export const share = (figures, part) => [...figures].sort((one, other) => one - other)[Math.min(figures.length - 1, Math.floor(figures.length * part))];
export const median = (figures) => share(figures, 0.5);
