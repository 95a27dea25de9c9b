package dev.clientele.examples.cli.picture;

import java.util.List;
import java.util.Locale;

/**
 * Counts along an axis, on a logarithmic scale, so that a handful can be seen beside thousands.
 *
 * @param label what a screen reader says
 * @param across what the axis is
 * @param up what is counted
 * @param bins from left to right
 */
public record LogHistogram(String label, String across, String up, List<Bin> bins) implements Drawing {

    private static final double TOP = 26;
    private static final double PLOT = 190;
    private static final double BOTTOM = 38;
    private static final double LEFT = 58;
    private static final int MOST_LABELS = 8;

    /**
     * A part of the axis.
     *
     * @param from where it begins
     * @param count how many are in it
     * @param colour of its column
     * @param tip what is told when it is pointed at
     */
    public record Bin(double from, long count, String colour, String tip) {}

    @Override
    public String svg() {
        long highest = bins.stream().mapToLong(Bin::count).max().orElse(1);
        int powers = Math.max(1, (int) Math.ceil(Math.log10((double) Math.max(1, highest)) - 1e-9));
        SvgBuilder svg = new SvgBuilder(TOP + PLOT + BOTTOM, label);
        svg.text(0, 12, SvgBuilder.Anchor.START, "axis", "↑ " + up);
        double right = SvgBuilder.WIDTH - 4;
        for (int power = 0; power <= powers; power++) {
            double y = y(Math.pow(10, power), powers);
            svg.line(LEFT, y, right, y, "grid");
            svg.text(LEFT - 5, y + 4, SvgBuilder.Anchor.END, "tick", String.format(Locale.ROOT, "%,d", (long)
                    Math.pow(10, power)));
        }
        svg.line(LEFT, TOP + PLOT, right, TOP + PLOT, "base");
        double width = (right - LEFT) / bins.size();
        int step = (bins.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = 0; i < bins.size(); i++) {
            Bin bin = bins.get(i);
            double x = LEFT + i * width;
            if (bin.count() > 0) {
                double y = y((double) bin.count(), powers);
                svg.rect(x + 0.5, y, Math.max(1, width - 1), TOP + PLOT - y, bin.colour(), bin.tip());
            }
            if (i % step == 0) {
                String name = String.format(Locale.ROOT, "%.0f", bin.from());
                svg.text(x, TOP + PLOT + 15, SvgBuilder.Anchor.MIDDLE, "tick", name);
            }
        }
        svg.text((LEFT + right) / 2, TOP + PLOT + 33, SvgBuilder.Anchor.MIDDLE, "axis", across);
        return svg.toString();
    }

    /** One is a little above the ground, so that it can be seen. */
    private static double y(double count, int powers) {
        return TOP + PLOT * (1 - (Math.log10(count) + 0.15) / (powers + 0.15));
    }
}
