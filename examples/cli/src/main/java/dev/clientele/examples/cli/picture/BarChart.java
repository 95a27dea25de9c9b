package dev.clientele.examples.cli.picture;

import java.util.List;

/**
 * Bars that lie, one below the other, with their numbers beside them.
 *
 * @param label what a screen reader says
 * @param unit what the length is
 * @param bars from top to bottom
 */
public record BarChart(String label, String unit, List<Bar> bars) implements Drawing {

    private static final double TOP = 22;
    private static final double THICK = 20;
    private static final double GAP = 6;
    private static final double NOTE = 20;

    /**
     * A bar.
     *
     * @param name at its left
     * @param length 0 or more
     * @param valueLabel at its right
     * @param note below it; may be empty
     */
    public record Bar(String name, double length, String valueLabel, String note) {}

    @Override
    public String svg() {
        double left = bars.stream().mapToInt(bar -> bar.name().length()).max().orElse(1) * SvgBuilder.LETTER + 10;
        double right =
                bars.stream().mapToInt(bar -> bar.valueLabel().length()).max().orElse(1) * SvgBuilder.BOLD_LETTER + 8;
        double room = SvgBuilder.WIDTH - left - right;
        double longest = bars.stream().mapToDouble(Bar::length).max().orElse(0);
        double height = TOP;
        for (Bar bar : bars) {
            height += THICK + GAP + (bar.note().isEmpty() ? 0 : NOTE);
        }
        SvgBuilder svg = new SvgBuilder(height, label);
        svg.text(left, 12, SvgBuilder.Anchor.START, "axis", unit + " →");
        double y = TOP;
        for (Bar bar : bars) {
            double length = longest > 0 ? room * Math.max(0, bar.length()) / longest : 0;
            svg.text(left - 6, y + 14, SvgBuilder.Anchor.END, "tick", bar.name());
            svg.rect(left, y, Math.max(1, length), THICK, Colours.PLAIN, bar.name() + ": " + bar.valueLabel());
            svg.text(left + length + 5, y + 14, SvgBuilder.Anchor.START, "value", bar.valueLabel());
            y += THICK + GAP;
            if (!bar.note().isEmpty()) {
                svg.text(left, y + 6, SvgBuilder.Anchor.START, "note", bar.note());
                y += NOTE;
            }
        }
        return svg.toString();
    }
}
