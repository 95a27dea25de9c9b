package dev.clientele.examples.cli.picture;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Upright columns side by side, a group for each category.
 *
 * @param label what a screen reader says
 * @param across what the categories are
 * @param up what the height is, with unit
 * @param categories their names
 * @param series one or two, each with a height for every category
 * @param tooltip how a height is told when pointed at
 */
public record ColumnChart(
        String label,
        String across,
        String up,
        List<String> categories,
        List<Series> series,
        DoubleFunction<String> tooltip)
        implements Drawing {

    private static final double TOP = 26;
    private static final double PLOT = 190;
    private static final double BOTTOM = 38;

    /** Heights of one colour. */
    public record Series(String name, String colour, List<Double> heights) {}

    @Override
    public String svg() {
        double highest = series.stream()
                .flatMap(one -> one.heights().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        VerticalAxis frame = new VerticalAxis(AxisTicks.upTo(highest), TOP, PLOT);
        SvgBuilder svg = new SvgBuilder(TOP + PLOT + BOTTOM, label);
        frame.draw(svg, up);
        double room = frame.width() / categories.size();
        double width = Math.min(26, (room - 6) / series.size());
        for (int i = 0; i < categories.size(); i++) {
            double middle = frame.left() + (i + 0.5) * room;
            double x = middle - width * series.size() / 2;
            for (Series one : series) {
                double height = one.heights().get(i);
                double y = frame.y(height);
                svg.rect(
                        x,
                        y,
                        width - 1,
                        TOP + PLOT - y,
                        one.colour(),
                        categories.get(i) + ", " + one.name() + ": " + tooltip.apply(height));
                x += width;
            }
            svg.text(middle, TOP + PLOT + 15, SvgBuilder.Anchor.MIDDLE, "tick", categories.get(i));
        }
        svg.text(frame.left() + frame.width() / 2, TOP + PLOT + 33, SvgBuilder.Anchor.MIDDLE, "axis", across);
        return svg.toString();
    }
}
