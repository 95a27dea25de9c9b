package dev.clientele.examples.cli.picture;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Curves over days.
 *
 * @param label what a screen reader says
 * @param up what the height is, with unit
 * @param days the days at which the curves have points, ascending, two or more
 * @param curves one or more, each with a height for every day
 * @param line a day at which to draw an upright line
 */
public record LineChart(String label, String up, List<LocalDate> days, List<Curve> curves, Optional<LocalDate> line)
        implements Drawing {

    private static final double TOP = 26;
    private static final double PLOT = 190;
    private static final double BOTTOM = 38;
    private static final int MAX_MONTHS = 6;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.ENGLISH);

    /** A curve of one colour. */
    public record Curve(String name, String colour, boolean dashed, List<Double> heights) {}

    @Override
    public String svg() {
        double highest = curves.stream()
                .flatMap(curve -> curve.heights().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        VerticalAxis frame = new VerticalAxis(AxisTicks.upTo(highest), TOP, PLOT);
        SvgBuilder svg = new SvgBuilder(TOP + PLOT + BOTTOM, label);
        frame.draw(svg, up);
        months(svg, frame);
        line.ifPresent(day -> {
            double x = x(frame, day);
            svg.line(x, TOP, x, TOP + PLOT, "mark");
            svg.text(x - 4, TOP + 10, SvgBuilder.Anchor.END, "note", "seen by the model");
            svg.text(x + 4, TOP + 24, SvgBuilder.Anchor.START, "note", "hold-out");
        });
        double[] xs = days.stream().mapToDouble(day -> x(frame, day)).toArray();
        for (Curve curve : curves) {
            double[] ys = curve.heights().stream().mapToDouble(frame::y).toArray();
            svg.curve(xs, ys, curve.colour(), curve.dashed());
        }
        svg.text(frame.left() + frame.width() / 2, TOP + PLOT + 33, SvgBuilder.Anchor.MIDDLE, "axis", "month");
        return svg.toString();
    }

    private double x(VerticalAxis frame, LocalDate day) {
        long first = days.get(0).toEpochDay();
        long last = days.get(days.size() - 1).toEpochDay();
        return frame.left() + frame.width() * ((double) day.toEpochDay() - first) / Math.max(1, last - first);
    }

    private void months(SvgBuilder svg, VerticalAxis frame) {
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        long months = Math.max(1, (last.toEpochDay() - first.toEpochDay()) / 30);
        long step = (months + MAX_MONTHS - 1) / MAX_MONTHS;
        LocalDate day =
                first.getDayOfMonth() == 1 ? first : first.withDayOfMonth(1).plusMonths(1);
        while (!day.isAfter(last)) {
            double x = x(frame, day);
            svg.line(x, TOP + PLOT, x, TOP + PLOT + 4, "base");
            if (x < SvgBuilder.WIDTH - 18) {
                svg.text(x, TOP + PLOT + 16, SvgBuilder.Anchor.MIDDLE, "tick", MONTH.format(day));
            }
            day = day.plusMonths(step);
        }
    }
}
