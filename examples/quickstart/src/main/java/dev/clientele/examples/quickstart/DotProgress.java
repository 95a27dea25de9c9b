package dev.clientele.examples.quickstart;

import dev.clientele.examples.quickstart.source.ProgressListener;
import java.io.PrintStream;
import java.util.Locale;

/** Shows progress as a line for each step that grows by a dot: looks the same on a terminal and in a log. */
final class DotProgress implements ProgressListener {

    private static final int WIDTH = 30;
    private static final int DOTS = 25;

    private final PrintStream out;
    private String step = "";
    private int shown;
    private long began;

    DotProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void report(String newStep, long done, long total) {
        if (!newStep.equals(step)) {
            step = newStep;
            shown = 0;
            began = System.nanoTime();
            out.print("  " + step + " ".repeat(Math.max(1, WIDTH - step.length())));
        }
        for (; shown < DOTS * done / total; shown++) {
            out.print('.');
        }
        if (done == total) {
            double seconds = (System.nanoTime() - began) / 1e9;
            out.println(String.format(Locale.ROOT, " %5.1f s", seconds));
            step = "";
        }
        out.flush();
    }
}
