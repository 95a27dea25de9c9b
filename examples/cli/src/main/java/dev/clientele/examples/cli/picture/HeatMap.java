package dev.clientele.examples.cli.picture;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Squares in rows and columns, the darker the higher.
 *
 * @param label what a screen reader says
 * @param across what the columns are, with unit
 * @param down what the rows are, with unit
 * @param columns their names
 * @param rows their names
 * @param values row by row, a value or none for each column
 * @param highest the value of the darkest shade; the lightest is 0
 * @param valueLabel how a value is written into its square
 * @param tooltip how a value is told when pointed at, after the names of row and column
 */
public record HeatMap(
        String label,
        String across,
        String down,
        List<String> columns,
        List<String> rows,
        List<List<OptionalDouble>> values,
        double highest,
        DoubleFunction<String> valueLabel,
        DoubleFunction<String> tooltip)
        implements Drawing {

    private static final double TOP = 50;
    private static final double MAX_CELL_HEIGHT = 30;
    private static final double MAX_CELL_WIDTH = 40;

    @Override
    public String svg() {
        int letters = rows.stream().mapToInt(String::length).max().orElse(1);
        double left = letters * SvgBuilder.LETTER + 10;
        double width = Math.min(MAX_CELL_WIDTH, (SvgBuilder.WIDTH - left - 2) / columns.size());
        double height = Math.min(MAX_CELL_HEIGHT, Math.max(width, 20));
        SvgBuilder svg = new SvgBuilder(TOP + height * rows.size() + 6, label);
        svg.text(SvgBuilder.WIDTH, 12, SvgBuilder.Anchor.END, "axis", across + " →");
        svg.text(0, 28, SvgBuilder.Anchor.START, "axis", "↓ " + down);
        for (int i = 0; i < columns.size(); i++) {
            svg.text(left + (i + 0.5) * width, TOP - 6, SvgBuilder.Anchor.MIDDLE, "tick", columns.get(i));
        }
        for (int row = 0; row < rows.size(); row++) {
            double y = TOP + row * height;
            svg.text(left - 6, y + height / 2 + 4, SvgBuilder.Anchor.END, "tick", rows.get(row));
            for (int column = 0; column < values.get(row).size() && column < columns.size(); column++) {
                OptionalDouble value = values.get(row).get(column);
                if (value.isPresent()) {
                    square(svg, left + column * width, y, width, height, row, column, value.getAsDouble());
                }
            }
        }
        return svg.toString();
    }

    private void square(
            SvgBuilder svg, double x, double y, double width, double height, int row, int column, double value) {
        double share = highest > 0 ? value / highest : 0;
        String tip =
                down + " " + rows.get(row) + ", " + across + " " + columns.get(column) + ": " + tooltip.apply(value);
        svg.rect(x + 0.5, y + 0.5, width - 1, height - 1, Colours.shade(share), tip);
        svg.text(
                x + width / 2,
                y + height / 2 + 4,
                SvgBuilder.Anchor.MIDDLE,
                "cell",
                Colours.textColour(share),
                valueLabel.apply(value));
    }
}
